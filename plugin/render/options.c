// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "master.h"
#include "say.h"
#include "sound_file.h"

static const char *const pole_names[YEOUN_POLES] = {"lyrical",
                                                    "romantic",
                                                    "comic"};

const char *
yeoun_pole_name(unsigned pole)
{
  return pole_names[pole % YEOUN_POLES];
}

void
yeoun_options_help(void)
{
  fputs(
    "usage: yeoun-render THEME [OPTION]...\n"
    "Render variations of a theme to WAV and MIDI files, as a host would.\n"
    "THEME is \"Am F C\", \"Dm7/G C\", \"Am:2 F:6\", \"e g a\", ...\n\n"
    "  --mood NAME         lyrical, romantic, comic, or all\n"
    "  --variation LIST    such as 1 or 0,3 or 1-8; 0 is the theme itself\n"
    "  --bars N            length, 1 to 32 (8)\n"
    "  --tempo BPM         quarter notes a minute; else as the mood has it\n"
    "  --meter N/N         metre of the host (4/4)\n"
    "  --preset LABEL      begin with a preset, such as \"Window seat\"\n"
    "  --set SYMBOL=VALUE  set any control of the plugin\n"
    "  --out FOLDER        where files go (out)\n"
    "  --rate HZ           8000 to 192000 (48000)\n"
    "  --block N|vary      frames at once, 1 to 8192 (256)\n"
    "  --target NAME       none, streaming (-14 LUFS), cinema (-27),\n"
    "                      broadcast (-23)\n"
    "  --format LIST       of float (default), wav24, flac, ogg, mp3\n"
    "  --plan              only print what would be rendered\n",
    stdout);
}

static bool
read_whole(const char *text, long low, long high, long *number)
{
  char *end = NULL;
  *number = strtol(text, &end, 10);
  return end != text && !*end && *number >= low && *number <= high;
}

static bool
read_real(const char *text, double low, double high, double *number)
{
  char *end = NULL;
  *number = strtod(text, &end);
  return end != text && !*end && *number >= low && *number <= high;
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
  struct yeoun_setting *const s = &o->setting[o->settings];
  const char *const equals = strchr(text, '=');
  double value = 0;
  if (o->settings == YEOUN_SETTINGS || !equals || equals == text ||
      (size_t)(equals - text) >= sizeof(s->symbol) ||
      !read_real(equals + 1, -1e9, 1e9, &value)) {
    return false;
  }
  memcpy(s->symbol, text, (size_t)(equals - text));
  s->symbol[equals - text] = '\0';
  s->value = (float)value;
  ++o->settings;
  return true;
}

static bool
read_meter(struct yeoun_options *o, const char *text)
{
  char *end = NULL;
  const long beats = strtol(text, &end, 10);
  long unit = 0;
  if (end == text || *end != '/' || beats < 1 || beats > 32 ||
      !read_whole(end + 1, 2, 16, &unit) || (unit & (unit - 1))) {
    return false;
  }
  o->meter = (struct yeoun_meter){(uint8_t)beats, (uint8_t)unit};
  return true;
}

static bool
read_block(struct yeoun_options *o, const char *text)
{
  long number = 0;
  if (strcmp(text, "vary") && !read_whole(text, 1, 8192, &number)) {
    return false;
  }
  o->block = (unsigned)number;
  return true;
}

static bool
read_bars(struct yeoun_options *o, const char *text)
{
  long number = 0;
  const bool is_good = read_whole(text, 1, 32, &number);
  o->bars = (uint16_t)number;
  return is_good;
}

static bool
read_rate(struct yeoun_options *o, const char *text)
{
  long number = 0;
  const bool is_good = read_whole(text, 8000, 192000, &number);
  o->rate = (unsigned)number;
  return is_good;
}

static bool
read_tempo(struct yeoun_options *o, const char *text)
{
  return read_real(text, 20, 300, &o->tempo_bpm);
}

static bool
read_preset(struct yeoun_options *o, const char *text)
{
  o->preset = text;
  return *text;
}

static bool
read_out(struct yeoun_options *o, const char *text)
{
  o->out = text;
  return *text;
}

static bool
read_target(struct yeoun_options *o, const char *text)
{
  o->target = yeoun_target_find(text);
  return o->target < YEOUN_TARGETS;
}

static bool
read_format(struct yeoun_options *o, const char *text)
{
  o->formats = yeoun_formats_read(text);
  return o->formats;
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
  {"--tempo", read_tempo, "20 to 300"},
  {"--meter", read_meter, "such as 4/4 or 6/8"},
  {"--preset", read_preset, "the label of a preset"},
  {"--set", read_setting, "SYMBOL=VALUE"},
  {"--out", read_out, "a folder"},
  {"--rate", read_rate, "8000 to 192000"},
  {"--target", read_target, "none, streaming, cinema or broadcast"},
  {"--format", read_format, "float or wav24, flac, ogg, mp3, or several"},
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

static bool
read_theme(struct yeoun_options *o)
{
  if (!o->theme_text) {
    yeoun_say("no theme; try yeoun-render \"Am F C\", or --help");
    return false;
  }
  const struct yeoun_reading reading =
    yeoun_theme_read(o->theme_text, &o->theme);
  if (reading.status) {
    yeoun_say_where(o->theme_text, reading);
  }
  return !reading.status;
}

bool
yeoun_options_read(int argc, char **argv, struct yeoun_options *options)
{
  *options = (struct yeoun_options){.out = "out",
                                    .bars = 8,
                                    .rate = 48000,
                                    .block = 256,
                                    .meter = {4, 4},
                                    .formats = 1U << YEOUN_FORMAT_FLOAT};
  options->variation[1] = true;
  options->pole[YEOUN_LYRICAL] = true;
  for (int i = 1; i < argc; ++i) {
    if (!strcmp(argv[i], "--help") || !strcmp(argv[i], "-h")) {
      options->is_help = true;
      return true;
    }
    if (!strcmp(argv[i], "--plan")) {
      options->is_plan = true;
    } else if (argv[i][0] != '-' && !options->theme_text) {
      options->theme_text = argv[i];
    } else if (argv[i][0] != '-') {
      yeoun_say("%s: a second theme; put a theme of several chords in quotes",
                argv[i]);
      return false;
    } else if (!read_option(options, argv[i], argv[i + 1])) {
      return false;
    } else {
      ++i;
    }
  }
  return read_theme(options);
}
