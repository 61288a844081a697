// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "options.h"

#include <stdlib.h>
#include <string.h>

#include "music/palette.h"
#include "read.h"
#include "render/library/choose.h"
#include "render/say.h"
#include "render/sound/master.h"
#include "render/sound/sound_file.h"

static const char *const pole_names[YEOUN_POLES] = {"lyrical",
                                                    "romantic",
                                                    "comic"};

const char *
yeoun_pole_name(unsigned pole)
{
  return pole_names[pole % YEOUN_POLES];
}

static bool
read_mood(struct yeoun_options *o, const char *text)
{
  bool is_known = false;
  for (unsigned i = 0; i < YEOUN_POLES; ++i) {
    o->pole[i] = !strcmp(text, "all") || !strcmp(text, pole_names[i]);
    is_known |= o->pole[i];
  }
  o->has_mood = true;
  return is_known;
}

/** "1", "0,3", "1-8", "0,4-6". */
static bool
read_variations(struct yeoun_options *o, const char *text)
{
  memset(o->variation, 0, sizeof(o->variation));
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
read_setting(struct yeoun_options *o, const char *text)
{
  char symbol[32];
  const char *const equals = strchr(text, '=');
  double value = 0;
  if (!equals || equals == text || (size_t)(equals - text) >= sizeof(symbol) ||
      !yeoun_read_real(equals + 1, -1e9, 1e9, &value)) {
    return false;
  }
  memcpy(symbol, text, (size_t)(equals - text));
  symbol[equals - text] = '\0';
  return yeoun_cue_setting(&o->cue, symbol, NULL, (float)value);
}

static bool
read_palette(struct yeoun_options *o, const char *text)
{
  return *text && yeoun_cue_setting(&o->cue, "palette", text, 0);
}

static bool
read_meter(struct yeoun_options *o, const char *text)
{
  return yeoun_read_meter(text, &o->cue.meter);
}

static bool
read_block(struct yeoun_options *o, const char *text)
{
  long number = 0;
  if (strcmp(text, "vary") != 0 && !yeoun_read_whole(text, 1, 8192, &number)) {
    return false;
  }
  o->block = (unsigned)number;
  return true;
}

static bool
read_bars(struct yeoun_options *o, const char *text)
{
  long number = 0;
  const bool is_good = yeoun_read_whole(text, 1, 32, &number);
  o->cue.bars = (unsigned)number;
  return is_good;
}

static bool
read_seconds(struct yeoun_options *o, const char *text)
{
  return yeoun_read_real(text, 1, 3600, &o->cue.seconds);
}

static bool
read_hit(struct yeoun_options *o, const char *text)
{
  return yeoun_read_hit(text, &o->cue);
}

static bool
read_rate(struct yeoun_options *o, const char *text)
{
  long number = 0;
  o->has_rate = yeoun_read_whole(text, 8000, 192000, &number);
  o->cue.rate = (unsigned)number;
  return o->has_rate;
}

static bool
read_tempo(struct yeoun_options *o, const char *text)
{
  return yeoun_read_real(text, 20, 300, &o->cue.tempo_bpm);
}

static bool
read_preset(struct yeoun_options *o, const char *text)
{
  const size_t size = strlen(text) + 1;
  const bool is_good = *text && size <= sizeof(o->cue.preset);
  if (is_good) {
    memcpy(o->cue.preset, text, size);
  }
  return is_good;
}

static bool
read_out(struct yeoun_options *o, const char *text)
{
  o->out = text;
  return *text;
}

static bool
read_only(struct yeoun_options *o, const char *text)
{
  o->only = text;
  return *text;
}

static bool
read_remix(struct yeoun_options *o, const char *text)
{
  o->remix = text;
  return yeoun_palette_find(text) < YEOUN_PALETTES;
}

static bool
read_jobs(struct yeoun_options *o, const char *text)
{
  long number = 0;
  const bool is_good = yeoun_read_whole(text, 1, 256, &number);
  o->jobs = (unsigned)number;
  return is_good;
}

static bool
read_order(struct yeoun_options *o, const char *text)
{
  o->order = yeoun_order_find(text);
  return o->order < YEOUN_ORDERS;
}

static bool
read_keep(struct yeoun_options *o, const char *text)
{
  long number = 0;
  const bool is_good = yeoun_read_whole(text, 1, 100000, &number);
  o->keep = (unsigned)number;
  return is_good;
}

static bool
read_makes(struct yeoun_options *o, const char *text)
{
  o->has_makes = yeoun_read_makes(text, &o->cue.makes);
  return o->has_makes;
}

static bool
read_target(struct yeoun_options *o, const char *text)
{
  o->cue.target = yeoun_target_find(text);
  o->has_target = o->cue.target < YEOUN_TARGETS;
  return o->has_target;
}

static bool
read_format(struct yeoun_options *o, const char *text)
{
  o->cue.formats = yeoun_formats_read(text);
  o->has_formats = o->cue.formats;
  return o->has_formats;
}

/** An option with a value, and what that may be. */
static const struct {
  const char *name;
  bool (*read)(struct yeoun_options *options, const char *text);
  const char *accepted;
} kinds[] = {
  {"--mood", read_mood, "lyrical, romantic, comic or all"},
  {"--variation", read_variations, "numbers 0 to 999, such as 1 or 0,3 or 1-8"},
  {"--bars", read_bars, "1 to 32"},
  {"--seconds", read_seconds, "1 to 3600"},
  {"--hit", read_hit, "seconds"},
  {"--tempo", read_tempo, "20 to 300"},
  {"--meter", read_meter, "such as 4/4 or 6/8"},
  {"--preset", read_preset, "the label of a preset"},
  {"--palette", read_palette, "the name of a palette"},
  {"--remix", read_remix, YEOUN_PALETTE_NAMES},
  {"--set", read_setting, "SYMBOL=VALUE"},
  {"--out", read_out, "a folder"},
  {"--rate", read_rate, "8000 to 192000"},
  {"--target", read_target, "none, streaming, cinema or broadcast"},
  {"--format", read_format, "float or wav24, flac, ogg, mp3, or several"},
  {"--make", read_makes, "some of mix, midi, stems, loop, score, picture"},
  {"--only", read_only, "the name of a cue"},
  {"--jobs", read_jobs, "1 to 256"},
  {"--sort", read_order, "made, name, mood, identity or loudness"},
  {"--keep", read_keep, "1 to 100000"},
  {"--block", read_block, "1 to 8192, or vary"},
};

static bool
read_option(struct yeoun_options *o, const char *name, const char *value)
{
  for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); ++i) {
    if (!strcmp(name, kinds[i].name)) {
      if (!value || !kinds[i].read(o, value)) {
        yeoun_say(
          "%s %s: expected %s", name, value ? value : "", kinds[i].accepted);
        return false;
      }
      return true;
    }
  }
  yeoun_say("unknown option %s; yeoun-render --help tells which there are",
            name);
  return false;
}

/** An option without a value. */
static bool
read_flag(struct yeoun_options *o, const char *name)
{
  const struct {
    const char *name;
    bool *flag;
  } flags[] = {{"--help", &o->is_help},
               {"-h", &o->is_help},
               {"--plan", &o->is_plan},
               {"--list-jobs", &o->is_list},
               {"--csv", &o->is_csv},
               {"--force", &o->is_forced}};
  for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); ++i) {
    if (!strcmp(name, flags[i].name)) {
      *flags[i].flag = true;
      return true;
    }
  }
  return false;
}

static bool
is_sheet(const char *text)
{
  const size_t length = strlen(text);
  return length > 4 && !strcmp(text + length - 4, ".ttl");
}

/** What is no option: a theme or a sheet. */
static bool
read_what(struct yeoun_options *o, const char *text)
{
  if (o->sheet || o->cue.theme_text[0]) {
    yeoun_say("%s: a second theme; put a theme of several chords in quotes",
              text);
    return false;
  }
  if (is_sheet(text)) {
    o->sheet = text;
    return true;
  }
  const struct yeoun_reading reading = yeoun_theme_read(text, &o->cue.theme);
  const size_t size = strlen(text) + 1;
  if (reading.status) {
    yeoun_say_where(text, reading);
  } else if (size > sizeof(o->cue.theme_text)) {
    yeoun_say("the theme is longer than %zu letters",
              sizeof(o->cue.theme_text));
  } else {
    memcpy(o->cue.theme_text, text, size);
    return true;
  }
  return false;
}

/** Whether the options fit together. */
static bool
check(const struct yeoun_options *o)
{
  if (!o->sheet && !o->cue.theme_text[0]) {
    yeoun_say("no theme; try yeoun-render \"Am F C\", or --help");
    return false;
  }
  if (o->sheet && (o->has_mood || o->has_variations || o->cue.preset[0] ||
                   o->cue.bars || o->cue.seconds > 0 || o->cue.hits)) {
    yeoun_say("mood, variation, preset and length of a cue are told by its "
              "sheet, not by options");
    return false;
  }
  return true;
}

bool
yeoun_options_read(int argc, char **argv, struct yeoun_options *options)
{
  *options =
    (struct yeoun_options){.cue = yeoun_cue_default(), .block = 256, .jobs = 1};
  options->variation[1] = true;
  options->pole[YEOUN_LYRICAL] = true;
  for (int i = 1; i < argc; ++i) {
    if (read_flag(options, argv[i])) {
      continue;
    }
    if (argv[i][0] != '-') {
      if (!read_what(options, argv[i])) {
        return false;
      }
    } else if (!read_option(options, argv[i], argv[i + 1])) {
      return false;
    } else {
      ++i;
    }
  }
  return options->is_help || check(options);
}
