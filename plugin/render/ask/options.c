// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nearest.h"
#include "option_table.h"
#include "read.h"
#include "read/midi_theme.h"
#include "render/say.h"
#include "timecode.h"

/** "1", "0,3", "1-8", "0,4-6". */
static bool
read_variations(struct yeoun_options *o, const char *text)
{
  if (!o->has_variations) {
    memset(o->variation, 0, sizeof(o->variation));
  }
  o->has_variations = true;
  while (true) {
    char *end = NULL;
    const unsigned long first = strtoul(text, &end, 10);
    unsigned long last = first;
    if (end == text) {
      return false;
    }
    if (*end == '-') {
      text = end + 1;
      last = strtoul(text, &end, 10);
    }
    if (end == text || first > last || last >= YEOUN_VARIATIONS) {
      return false;
    }
    for (unsigned long i = first; i <= last; ++i) {
      o->variation[i] = true;
    }
    if (*end != ',') {
      return !*end;
    }
    text = end + 1;
  }
}

static bool
read_mood(const struct yeoun_property *property,
          struct yeoun_options *o,
          const char *text)
{
  static struct yeoun_music_cue trial;
  if (!strcmp(text, "all")) {
    for (unsigned i = 0; i < YEOUN_POLES && o->moods < YEOUN_MOODS; ++i) {
      o->mood[o->moods++] = yeoun_pole_name(i);
    }
    return true;
  }
  if (o->moods == YEOUN_MOODS || !property->read(property, &trial, text)) {
    return false;
  }
  o->mood[o->moods++] = text;
  return true;
}

/** Whether a value can be read, at some frames a second: those may be told
    later. */
static bool
can_read(const struct yeoun_property *property, const char *text)
{
  static struct yeoun_music_cue trial;
  bool is_read = false;
  for (unsigned fps = 0; yeoun_fps(fps) && !is_read; ++fps) {
    trial = yeoun_cue_default();
    trial.fps = fps;
    is_read = property->read(property, &trial, text);
  }
  return is_read;
}

/** Whether a value can be read is seen at once; it is kept for the cues.
    @param[out] more  what is accepted here beside a property's own values */
static bool
tell(struct yeoun_options *o,
     const struct yeoun_property *property,
     const char *text,
     const char **more)
{
  *more = "";
  if (!strcmp(property->name, "variation")) {
    *more = ", or several, such as 1 or 0,3 or 1-8";
    return read_variations(o, text);
  }
  if (!strcmp(property->name, "mood")) {
    *more = "; or all; may be told again";
    return read_mood(property, o, text);
  }
  if (o->told.count == YEOUN_TOLD || !can_read(property, text)) {
    return false;
  }
  o->told.entry[o->told.count].property = property;
  o->told.entry[o->told.count++].text = text;
  return true;
}

static bool
read_property(struct yeoun_options *o,
              const struct yeoun_property *property,
              const char *text)
{
  char accepted[YEOUN_ACCEPTED];
  const char *more = "";
  if (text && tell(o, property, text, &more)) {
    return true;
  }
  yeoun_say("--%s %s: expected %s%s",
            property->name,
            text ? text : "",
            yeoun_property_accepted(property, accepted, sizeof(accepted)),
            more);
  return false;
}

static void
say_unknown(const char *name, size_t length)
{
  struct yeoun_nearest nearest = {0};
  char word[64];
  size_t count = 0;
  const struct yeoun_property *const properties = yeoun_properties(&count);
  snprintf(word, sizeof(word), "%.*s", (int)length, name);
  for (size_t i = 0; i < count; ++i) {
    yeoun_nearest_try(&nearest, word, properties[i].name);
  }
  const struct yeoun_option *const options = yeoun_option_table(&count);
  for (size_t i = 0; i < count; ++i) {
    yeoun_nearest_try(&nearest, word, options[i].name);
  }
  yeoun_say(
    "unknown option --%s%s%s; yeoun-render --help tells which there are",
    word,
    nearest.word ? "; did you mean --" : "",
    nearest.word ? nearest.word : "");
}

/** Read one option and its value.
    @param next  the argument after it, or NULL
    @return how many arguments were read, 0 when it is not understood */
static int
read_option(struct yeoun_options *o, const char *argument, const char *next)
{
  const char *const name = argument + 2;
  const size_t length = strcspn(name, "=");
  const char *const given = name[length] ? name + length + 1 : NULL;
  const struct yeoun_option *const option = yeoun_option_find(name, length);
  const struct yeoun_property *const property =
    yeoun_property_of_option(name, length);
  const char *text = given ? given : next;
  int read = given ? 1 : 2;
  if (option && !option->value && !given) {
    return option->read(option, o, NULL) ? 1 : 0;
  }
  if (option) {
    if (option->value && text && option->read(option, o, text)) {
      return read;
    }
    yeoun_say("--%s %s: expected %s",
              option->name,
              text ? text : "",
              option->value ? option->accepted : "no value");
    return 0;
  }
  if (!property) {
    say_unknown(name, length);
    return 0;
  }
  /* A truth alone is true. */
  if (property->type == YEOUN_PROPERTY_TRUTH && !given &&
      (!next || (strcmp(next, "true") != 0 && strcmp(next, "false") != 0))) {
    text = "true";
    read = 1;
  }
  return read_property(o, property, text) ? read : 0;
}

static bool
is_sheet(const char *text)
{
  const size_t length = strlen(text);
  return length > 4 && !strcmp(text + length - 4, ".ttl");
}

static bool
has_told(const struct yeoun_options *o, const char *name)
{
  for (unsigned i = 0; i < o->told.count; ++i) {
    if (!strcmp(o->told.entry[i].property->name, name)) {
      return true;
    }
  }
  return false;
}

/** What is no option: a theme or a sheet. */
static bool
read_what(struct yeoun_options *o, const char *text)
{
  struct yeoun_theme theme;
  if (o->sheet || has_told(o, "theme")) {
    yeoun_say("%s: a second theme; put a theme of several chords in quotes",
              text);
    return false;
  }
  if (is_sheet(text)) {
    o->sheet = text;
    return true;
  }
  if (yeoun_midi_theme_is(text)) {
    return read_property(o, yeoun_property_of_option("theme", 5), text);
  }
  const struct yeoun_reading reading = yeoun_theme_read(text, &theme);
  if (reading.status) {
    yeoun_say_where(text, reading);
    return false;
  }
  if (strlen(text) >= YEOUN_THEME_LETTERS) {
    yeoun_say("the theme is longer than %d letters", YEOUN_THEME_LETTERS - 1);
    return false;
  }
  return read_property(o, yeoun_property_of_option("theme", 5), text);
}

/** Whether a variation is given by its name. */
static bool
has_name(const struct yeoun_options *o)
{
  for (unsigned i = 0; i < o->told.count; ++i) {
    if (!strcmp(o->told.entry[i].property->name, "name") &&
        yeoun_read_is_variation_name(o->told.entry[i].text)) {
      return true;
    }
  }
  return false;
}

/** Whether the options fit together. */
static bool
check(const struct yeoun_options *o)
{
  const char *of_cue = o->moods            ? "mood"
                       : o->has_variations ? "variation"
                                           : NULL;
  if (!o->sheet && !has_told(o, "theme") && !has_name(o)) {
    yeoun_say("no theme; try yeoun-render \"Am F C\", or --help");
    return false;
  }
  for (unsigned i = 0; i < o->told.count && !of_cue; ++i) {
    const struct yeoun_property *const p = o->told.entry[i].property;
    of_cue = p->where & YEOUN_TOLD_OVER_SHEET ? NULL : p->name;
  }
  if (o->sheet && of_cue) {
    yeoun_say("--%s: this is told of each cue by its sheet, not by an option",
              of_cue);
    return false;
  }
  return true;
}

bool
yeoun_options_read(int argc, char **argv, struct yeoun_options *options)
{
  *options = (struct yeoun_options){.block = 256, .jobs = 1};
  options->variation[1] = true;
  for (int i = 1; i < argc; ++i) {
    if (!yeoun_read_plain(argv[i])) {
      yeoun_say(
        "%s: a control character, or another that is not seen, stands in "
        "this argument",
        argv[i]);
      return false;
    }
  }
  for (int i = 1; i < argc;) {
    const char *const argument = argv[i];
    if (argument[0] != '-') {
      if (!read_what(options, argument)) {
        return false;
      }
      ++i;
      continue;
    }
    const bool is_long = argument[1] == '-';
    const int read = !strcmp(argument, "-h")
                       ? read_option(options, "--help", NULL)
                     : is_long ? read_option(options, argument, argv[i + 1])
                               : 0;
    if (!read) {
      if (!is_long) {
        yeoun_say("unknown option %s; yeoun-render --help tells which there "
                  "are",
                  argument);
      }
      return false;
    }
    i += read;
  }
  return options->is_help || options->list || options->spot ||
         options->is_page || check(options);
}
