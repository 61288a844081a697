// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "options.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "render/say.h"
#include "sheet.h"

/** "Am7/G F#" -> "Am7_G-Fs": a name that every file system and shell takes. */
static void
write_slug(const char *text, char *slug, size_t size)
{
  size_t length = 0;
  for (; *text && length + 1 < size; ++text) {
    slug[length++] = isalnum((unsigned char)*text) ? *text
                     : *text == '#'                ? 's'
                     : *text == '/'                ? '_'
                                                   : '-';
  }
  slug[length] = '\0';
}

/** One cue of a theme. @param pole  -1: as the preset has it */
static struct yeoun_music_cue
make_cue(const struct yeoun_options *options, int pole, unsigned variation)
{
  struct yeoun_music_cue cue = options->cue;
  char theme[64];
  char mood[YEOUN_MOOD_NAME];
  const char *const name =
    pole < 0 ? cue.preset : yeoun_pole_name((unsigned)pole);
  if (pole >= 0) {
    cue.has_weights = true;
    cue.weight[pole] = 1;
  }
  cue.variation = variation;
  if (!cue.bars && !(cue.seconds > 0)) {
    cue.bars = 8;
  }
  snprintf(cue.mood, sizeof(cue.mood), "%.*s", (int)sizeof(mood) - 1, name);
  write_slug(cue.theme_text, theme, sizeof(theme));
  write_slug(name, mood, sizeof(mood));
  if (variation) {
    snprintf(cue.name, sizeof(cue.name), "%s-%s-%03u", theme, mood, variation);
  } else {
    snprintf(cue.name, sizeof(cue.name), "%s-%s-statement", theme, mood);
  }
  return cue;
}

/** Each variation in each mood. */
static bool
list_cues(const struct yeoun_options *options, struct yeoun_cues *cues)
{
  const bool has_poles = options->has_mood || !options->cue.preset[0];
  for (int pole = 0; pole < (has_poles ? YEOUN_POLES : 1); ++pole) {
    for (unsigned i = 0; i < YEOUN_VARIATIONS; ++i) {
      if (options->variation[i] && (!has_poles || options->pole[pole])) {
        const struct yeoun_music_cue cue =
          make_cue(options, has_poles ? pole : -1, i);
        if (!yeoun_cues_add(cues, &cue)) {
          return false;
        }
      }
    }
  }
  return true;
}

/** What options say otherwise than the sheet. */
static bool
override(const struct yeoun_options *options, struct yeoun_music_cue *cue)
{
  const struct yeoun_music_cue *const other = &options->cue;
  bool is_good = true;
  for (unsigned i = 0; i < other->settings && is_good; ++i) {
    const struct yeoun_setting *const s = &other->setting[i];
    is_good = yeoun_cue_setting(
      cue, s->symbol, s->label[0] ? s->label : NULL, s->value);
  }
  cue->makes = options->has_makes ? other->makes : cue->makes;
  cue->target = options->has_target ? other->target : cue->target;
  cue->formats = options->has_formats ? other->formats : cue->formats;
  cue->rate = options->has_rate ? other->rate : cue->rate;
  cue->tempo_bpm = other->tempo_bpm > 0 ? other->tempo_bpm : cue->tempo_bpm;
  return is_good;
}

/** Keep the one cue that is asked for. */
static bool
keep_only(const char *name, struct yeoun_cues *cues)
{
  for (unsigned i = 0; i < cues->count; ++i) {
    if (!strcmp(cues->cue[i].name, name)) {
      cues->cue[0] = cues->cue[i];
      cues->count = 1;
      return true;
    }
  }
  yeoun_say("--only %s: there is no such cue; there are:", name);
  for (unsigned i = 0; i < cues->count; ++i) {
    fprintf(stderr, "  %s\n", cues->cue[i].name);
  }
  return false;
}

bool
yeoun_options_cues(const struct yeoun_options *options, struct yeoun_cues *cues)
{
  if (!options->sheet) {
    if (!list_cues(options, cues)) {
      return false;
    }
  } else if (!yeoun_sheet_read(options->sheet, cues)) {
    return false;
  }
  for (unsigned i = 0; options->sheet && i < cues->count; ++i) {
    if (!override(options, &cues->cue[i])) {
      yeoun_say("too many settings");
      return false;
    }
  }
  for (unsigned i = 0; options->remix && i < cues->count; ++i) {
    if (!yeoun_cue_remix(&cues->cue[i], options->remix)) {
      return false;
    }
  }
  return !options->only || keep_only(options->only, cues);
}
