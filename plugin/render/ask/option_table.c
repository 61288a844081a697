// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "option_table.h"

#include <string.h>

#include "read.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))
#define PLACE(member) offsetof(struct yeoun_options, member)

static bool
read_flag(const struct yeoun_option *option,
          struct yeoun_options *o,
          const char *text)
{
  (void)text;
  *(bool *)((char *)o + option->place) = true;
  return true;
}

static bool
read_text(const struct yeoun_option *option,
          struct yeoun_options *o,
          const char *text)
{
  *(const char **)((char *)o + option->place) = text;
  return *text;
}

static bool
read_number(const struct yeoun_option *option,
            struct yeoun_options *o,
            const char *text)
{
  long number = 0;
  if (!yeoun_read_whole(text, 1, (long)option->most, &number)) {
    return false;
  }
  *(unsigned *)((char *)o + option->place) = (unsigned)number;
  return true;
}

static bool
read_block(const struct yeoun_option *option,
           struct yeoun_options *o,
           const char *text)
{
  o->block = 0;
  return !strcmp(text, "vary") || read_number(option, o, text);
}

static bool
read_order(const struct yeoun_option *option,
           struct yeoun_options *o,
           const char *text)
{
  (void)option;
  o->order = yeoun_order_find(text);
  return o->order < YEOUN_ORDERS;
}

static bool
read_list(const struct yeoun_option *option,
          struct yeoun_options *o,
          const char *text)
{
  static const char *const lists[] = {
    "presets", "instruments", "controls", "palettes", "moods"};
  for (size_t i = 0; i < COUNT(lists); ++i) {
    if (!strcmp(text, lists[i])) {
      return read_text(option, o, text);
    }
  }
  return false;
}

static const struct yeoun_option options[] = {
  {"out",
   "FOLDER",
   "a folder",
   "out",
   "Where files go.",
   read_text,
   PLACE(out),
   0},
  {"jobs",
   "N",
   "1 to 256",
   "1",
   "Cues at once.",
   read_number,
   PLACE(jobs),
   256},
  {"only",
   "NAME",
   "the name of a cue",
   NULL,
   "One cue alone.",
   read_text,
   PLACE(only),
   0},
  {"force",
   NULL,
   NULL,
   NULL,
   "Replace files that were made for another request.",
   read_flag,
   PLACE(is_forced),
   0},
  {"again",
   NULL,
   NULL,
   NULL,
   "Make also what is there already and has not changed.",
   read_flag,
   PLACE(is_again),
   0},
  {"sort",
   "ORDER",
   "made, name, mood, identity or loudness",
   "made",
   "In which order what was made is listed.",
   read_order,
   0,
   0},
  {"keep",
   "N",
   "1 to 100000",
   NULL,
   "Only the first N in that order; the files of the others are removed.",
   read_number,
   PLACE(keep),
   100000},
  {"csv",
   NULL,
   NULL,
   NULL,
   "Print what was made as comma-separated values.",
   read_flag,
   PLACE(is_csv),
   0},
  {"list",
   "WORD",
   "presets, instruments, controls, palettes or moods",
   NULL,
   "Only print which there are.",
   read_list,
   PLACE(list),
   0},
  {"list-jobs",
   NULL,
   NULL,
   NULL,
   "Only print a command a cue, for GNU parallel.",
   read_flag,
   PLACE(is_list),
   0},
  {"plan",
   NULL,
   NULL,
   NULL,
   "Only print what would be rendered.",
   read_flag,
   PLACE(is_plan),
   0},
  {"spot",
   "FILE",
   "an EDL, a table of markers or a MIDI file",
   NULL,
   "Only print a cue sheet of the places that are marked in a file.",
   read_text,
   PLACE(spot),
   0},
  {"page",
   NULL,
   NULL,
   NULL,
   "Only write the page again, of all cues in the folder.",
   read_flag,
   PLACE(is_page),
   0},
  {"block",
   "N",
   "1 to 8192, or vary",
   "256",
   "Frames at once.",
   read_block,
   PLACE(block),
   8192},
  {"help", NULL, NULL, NULL, "This text.", read_flag, PLACE(is_help), 0},
};

const struct yeoun_option *
yeoun_option_table(size_t *count)
{
  *count = COUNT(options);
  return options;
}

const struct yeoun_option *
yeoun_option_find(const char *name, size_t length)
{
  for (size_t i = 0; i < COUNT(options); ++i) {
    if (strlen(options[i].name) == length &&
        !strncmp(options[i].name, name, length)) {
      return &options[i];
    }
  }
  return NULL;
}
