// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "ask.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "expand.h"
#include "music/mood.h"
#include "property.h"
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

/** One cue of a theme. Says what is wrong.
    @param mood  NULL: as the preset has it
    @param is_alone  no other is asked for */
static bool
make_cue(const struct yeoun_options *options,
         const char *mood_text,
         unsigned variation,
         bool is_alone,
         struct yeoun_music_cue *cue)
{
  char theme[64];
  char mood[YEOUN_MOOD_NAME];
  *cue = yeoun_cue_default();
  if (!yeoun_told_apply(&options->told, cue)) {
    return false;
  }
  const struct yeoun_property *const how = yeoun_property_of_option("mood", 4);
  if (mood_text && !how->read(how, cue, mood_text)) {
    return false;
  }
  cue->variation = variation;
  write_slug(mood_text ? mood_text : cue->preset, mood, sizeof(mood));
  write_slug(cue->theme_text, theme, sizeof(theme));
  if (cue->name[0] && is_alone) {
    return yeoun_cue_finish(cue);
  }
  if (cue->name[0]) {
    snprintf(theme, sizeof(theme), "%.63s", cue->name);
  }
  if (variation) {
    snprintf(
      cue->name, sizeof(cue->name), "%s-%s-%03u", theme, mood, variation);
  } else {
    snprintf(cue->name, sizeof(cue->name), "%s-%s-statement", theme, mood);
  }
  return yeoun_cue_finish(cue);
}

static bool
has_preset(const struct yeoun_options *options)
{
  for (unsigned i = 0; i < options->told.count; ++i) {
    if (!strcmp(options->told.entry[i].property->name, "preset")) {
      return true;
    }
  }
  return false;
}

/** Each variation in each mood. */
static bool
list_cues(const struct yeoun_options *options, struct yeoun_cues *cues)
{
  const char *const normal[1] = {
    has_preset(options) ? NULL : yeoun_pole_name(YEOUN_LYRICAL)};
  const char *const *const mood = options->moods ? options->mood : normal;
  const unsigned moods = options->moods ? options->moods : 1;
  unsigned variations = 0;
  for (unsigned i = 0; i < YEOUN_VARIATIONS; ++i) {
    variations += options->variation[i];
  }
  for (unsigned k = 0; k < moods; ++k) {
    for (unsigned i = 0; i < YEOUN_VARIATIONS; ++i) {
      struct yeoun_music_cue cue;
      if (options->variation[i] &&
          (!make_cue(options, mood[k], i, moods * variations == 1, &cue) ||
           !yeoun_cues_expand(cues, &cue))) {
        return false;
      }
    }
  }
  return true;
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
yeoun_ask(const struct yeoun_options *options, struct yeoun_cues *cues)
{
  const bool is_read =
    options->sheet ? yeoun_sheet_read(options->sheet, &options->told, cues)
                   : list_cues(options, cues);
  return is_read && (!options->only || keep_only(options->only, cues));
}
