// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "sheet_words.h"

#include <stdio.h>
#include <string.h>

#include "nearest.h"
#include "property.h"
#include "render/say.h"

#define Y(name) YEOUN_CUE_WORDS name

/* What a node is; bits of a set. */
enum kind { CUE = 1, CHARACTER = 2, THEME = 4, SHEET = 8, MADE_FROM = 16 };

static const struct {
  const char *name;
  enum kind kind;
} kinds[] = {
  {"MusicCue", CUE},
  {"Character", CHARACTER},
  {"Theme", THEME},
  {"CueSheet", SHEET},
};

#define KINDS (sizeof(kinds) / sizeof(kinds[0]))

static bool
is_ours(const char *uri)
{
  return !strncmp(uri, YEOUN_CUE_WORDS, strlen(YEOUN_CUE_WORDS));
}

/** The end of a URI of ours. */
static const char *
word_of(const char *uri)
{
  return is_ours(uri) ? uri + strlen(YEOUN_CUE_WORDS) : uri;
}

/** "; did you mean y:seconds?", or "". Returns text. */
static const char *
write_hint(const struct yeoun_nearest *nearest, char *text, size_t size)
{
  *text = '\0';
  if (nearest->word) {
    snprintf(text, size, "; did you mean y:%s?", nearest->word);
  }
  return text;
}

/** The kind that a type names, or 0. Says what is not known. */
static bool
read_kind(const struct yeoun_statement *s, unsigned *node)
{
  struct yeoun_nearest nearest = {0};
  char hint[64];
  if (!is_ours(s->object)) {
    return true;
  }
  for (size_t i = 0; i < KINDS; ++i) {
    if (!strcmp(word_of(s->object), kinds[i].name)) {
      *node |= kinds[i].kind;
      return true;
    }
    yeoun_nearest_try(&nearest, word_of(s->object), kinds[i].name);
  }
  yeoun_say(
    "y:%s is no kind of node: expected y:MusicCue, y:Character, y:Theme "
    "or y:CueSheet%s",
    word_of(s->object),
    write_hint(&nearest, hint, sizeof(hint)));
  return false;
}

static bool
say_unknown(const char *predicate)
{
  struct yeoun_nearest nearest = {0};
  char hint[64];
  size_t count = 0;
  const struct yeoun_property *const properties = yeoun_properties(&count);
  for (size_t i = 0; i < count; ++i) {
    yeoun_nearest_try(&nearest, word_of(predicate), properties[i].name);
  }
  yeoun_say("%s%s is not known here%s",
            is_ours(predicate) ? "y:" : "",
            word_of(predicate),
            write_hint(&nearest, hint, sizeof(hint)));
  return false;
}

/** Whether a node of this kind may have a property. */
static bool
may_have(unsigned node, const struct yeoun_property *property)
{
  return (property->where & YEOUN_TOLD_OF_CUE) ||
         ((property->where & YEOUN_TOLD_OF_ONE) && node != SHEET) ||
         ((property->where & YEOUN_TOLD_FROM) &&
          (node & (CUE | CHARACTER | MADE_FROM)));
}

/** One statement of a node of ours. */
static bool
check_statement(const struct yeoun_turtle *turtle,
                const struct yeoun_statement *s,
                unsigned node)
{
  const struct yeoun_property *const property =
    yeoun_property_find(s->predicate);
  if (!strcmp(s->predicate, YEOUN_RDF_TYPE) ||
      !strcmp(s->predicate, YEOUN_LV2_PORT) ||
      !strncmp(s->predicate, YEOUN_RDFS, strlen(YEOUN_RDFS))) {
    return true;
  }
  if (!property) {
    return say_unknown(s->predicate);
  }
  if (!may_have(node, property)) {
    yeoun_say("y:%s is not told of such a node", property->name);
    return false;
  }
  const struct yeoun_statement *const next =
    yeoun_turtle_next(turtle, s, s->subject, s->predicate);
  if (next && !property->is_many) {
    yeoun_say("a second value of y:%s, %s%s",
              property->name,
              next->object,
              property->type == YEOUN_PROPERTY_REAL
                ? "; a number is written with a point, as 47.3"
                : "");
    return false;
  }
  return true;
}

/** What a node is, and whether another is made from it. */
static bool
find_kind(const struct yeoun_turtle *turtle,
          const char *subject,
          unsigned *node)
{
  const struct yeoun_statement *s = NULL;
  *node = 0;
  while ((s = yeoun_turtle_next(turtle, s, subject, YEOUN_RDF_TYPE))) {
    if (!read_kind(s, node)) {
      return false;
    }
  }
  return true;
}

/** Mark the nodes from which others are made, at the first that they say. */
static void
mark_origins(const struct yeoun_turtle *turtle)
{
  for (unsigned i = 0; i < turtle->count; ++i) {
    const struct yeoun_statement *const s = &turtle->statement[i];
    const struct yeoun_statement *const first =
      strcmp(s->predicate, Y("from")) != 0
        ? NULL
        : yeoun_turtle_next(turtle, NULL, s->object, NULL);
    if (first) {
      turtle->by_subject[first->rank].statement->is_origin = true;
    }
  }
}

/** Whether a node that is of no kind says something of ours. */
static bool
is_forgotten(const struct yeoun_turtle *turtle,
             const struct yeoun_statement *first)
{
  const struct yeoun_statement *s = first;
  while (s && !is_ours(s->predicate)) {
    s = yeoun_turtle_next(turtle, s, first->subject, NULL);
  }
  return s && !first->is_origin &&
         !yeoun_turtle_next(turtle, NULL, first->subject, YEOUN_RDF_TYPE);
}

/** Speak of a line, and of the node it is about. */
static void
speak_of(const char *path, const struct yeoun_statement *s)
{
  const char *const mark = strrchr(s->subject, '#');
  yeoun_say_about(
    "%s:%u: %s: ", path, s->line, mark ? mark + 1 : "the sheet itself");
}

/** All that stands of one node. */
static bool
check_node(const char *path,
           const struct yeoun_turtle *turtle,
           const struct yeoun_statement *first)
{
  unsigned node = 0;
  speak_of(path, first);
  if (!find_kind(turtle, first->subject, &node)) {
    return false;
  }
  if (!node && is_forgotten(turtle, first)) {
    yeoun_say(
      "it is not said what this is: write a y:MusicCue, a y:Character, a "
      "y:Theme or, of the sheet itself, a y:CueSheet");
    return false;
  }
  if (!node && !first->is_origin) {
    return true; /* of somebody else's vocabulary */
  }
  for (const struct yeoun_statement *s = first; s;
       s = yeoun_turtle_next(turtle, s, first->subject, NULL)) {
    speak_of(path, s);
    if (!check_statement(turtle, s, node ? node : MADE_FROM)) {
      return false;
    }
  }
  return true;
}

/** A sheet of which no word is ours may only have another prefix. */
static bool
has_cues(const char *path, const struct yeoun_turtle *turtle)
{
  for (unsigned i = 0; i < turtle->count; ++i) {
    const char *const object = turtle->statement[i].object;
    const size_t length = strlen(object);
    if (!strcmp(object, Y("MusicCue"))) {
      return true;
    }
    if (length > 8 && !strcmp(object + length - 8, "MusicCue")) {
      yeoun_say_about("%s:%u: ", path, turtle->statement[i].line);
      yeoun_say("<%s> is not <%s>: begin with @prefix y: <%s> .",
                object,
                Y("MusicCue"),
                YEOUN_CUE_WORDS);
      return false;
    }
  }
  yeoun_say_about("%s: ", path);
  yeoun_say("there is no y:MusicCue in this sheet");
  return false;
}

bool
yeoun_sheet_words_check(const char *path, const struct yeoun_turtle *turtle)
{
  mark_origins(turtle);
  for (unsigned i = 0; i < turtle->count; ++i) {
    const struct yeoun_statement *const s = turtle->by_subject[i].statement;
    const bool is_first =
      !i ||
      strcmp(s->subject, turtle->by_subject[i - 1].statement->subject) != 0;
    const bool is_blank = !strchr(s->subject, ':');
    if (is_first && !is_blank && !check_node(path, turtle, s)) {
      return false;
    }
  }
  return has_cues(path, turtle);
}
