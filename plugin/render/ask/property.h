// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What can be told of a cue: one table from which the reader of cue sheets, the
   options of the command line, its help and the vocabulary in Turtle come. */

#ifndef YEOUN_RENDER_ASK_PROPERTY_H
#define YEOUN_RENDER_ASK_PROPERTY_H

#include <stdbool.h>
#include <stddef.h>

#include "cue.h"

#define YEOUN_CUE_WORDS "urn:yeoun:vocabulary#"

/** What a value is. */
enum yeoun_property_type {
  YEOUN_PROPERTY_TEXT,
  YEOUN_PROPERTY_REAL,
  YEOUN_PROPERTY_WHOLE,
  YEOUN_PROPERTY_TRUTH, /**< true or false */
  YEOUN_PROPERTY_NODE,  /**< another node of the sheet */
};

/** Where a property may be told; bits of a set. */
enum yeoun_property_where {
  YEOUN_TOLD_OF_CUE = 1,      /**< also of characters, themes and the sheet */
  YEOUN_TOLD_OF_ONE = 2,      /**< of a cue, a character or a theme: a name */
  YEOUN_TOLD_FROM = 4,        /**< of a cue or a character */
  YEOUN_TOLD_ON_LINE = 8,     /**< an option, of one theme */
  YEOUN_TOLD_OVER_SHEET = 16, /**< an option, also of all cues of a sheet */
};

/** A row of the help has its place below one of these headings. */
enum yeoun_property_group {
  YEOUN_GROUP_MUSIC,
  YEOUN_GROUP_LENGTH,
  YEOUN_GROUP_PLAYED,
  YEOUN_GROUP_MADE,
  YEOUN_GROUPS
};

struct yeoun_property {
  const char *name;   /**< after YEOUN_CUE_WORDS, and after -- */
  const char *option; /**< NULL, or what it is also called after -- */
  const char *value;  /**< what stands for its value in the help */
  const char *mark;   /**< NULL, or what a value makes of the name of a file:
                           "%s" stands for it, without, its sum is added */
  enum yeoun_property_group group;
  enum yeoun_property_type type;
  unsigned where;       /**< set of enum yeoun_property_where */
  double low, high;     /**< of a number */
  const char *accepted; /**< in words; NULL: the range */
  const char *normal;   /**< what holds when it is not told, or NULL */
  const char *help;
  bool (*read)(const struct yeoun_property *property,
               struct yeoun_music_cue *cue,
               const char *text);
  size_t place;       /**< of a number in the cue */
  const char *symbol; /**< or the control that it sets, or NULL */
  bool is_many;       /**< may be told several times */
  size_t count;       /**< then: place of their number in the cue, or 0 */
  unsigned rank;      /**< what others are read by comes first: highest */
};

/** The highest rank. */
#define YEOUN_PROPERTY_RANK 2

/** All rows. @param[out] count  how many */
const struct yeoun_property *
yeoun_properties(size_t *count);

/** A property by its whole URI, or NULL. */
const struct yeoun_property *
yeoun_property_find(const char *uri);

/** A property by the name of its option, without --, or NULL. */
const struct yeoun_property *
yeoun_property_of_option(const char *name, size_t length);

/** Bytes of what is accepted, in words, and its final zero. */
#define YEOUN_ACCEPTED 192

/** What is accepted, in words. Returns text. */
const char *
yeoun_property_accepted(const struct yeoun_property *property,
                        char *text,
                        size_t size);

/** What holds when a property is not told: of a control, its default; NULL:
    nothing. May be text. */
const char *
yeoun_property_normal(const struct yeoun_property *property,
                      char *text,
                      size_t size);

#endif
