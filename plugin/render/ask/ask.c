// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "ask.h"

#include <stdio.h>
#include <string.h>

#include "expand.h"
#include "music/mood.h"
#include "property.h"
#include "render/say.h"
#include "sheet.h"
#include "slug.h"

/** Name a cue after all that makes it different from others.
    @param mood  NULL: as the preset has it
    @param base  what it is called instead of its theme, or "" */
static bool
name_cue(const struct yeoun_told *told,
         const char *mood,
         const char *base,
         struct yeoun_music_cue *cue)
{
  struct yeoun_slug slug = {.at = 0};
  yeoun_slug_add(&slug, *base ? base : cue->theme_text);
  yeoun_slug_begin(&slug);
  yeoun_slug_add(&slug, mood ? mood : cue->preset);
  yeoun_slug_begin(&slug);
  if (cue->variation) {
    char number[16];
    snprintf(number, sizeof(number), "%03u", cue->variation);
    yeoun_slug_add(&slug, number);
  } else {
    yeoun_slug_add(&slug, "statement");
  }
  for (unsigned i = 0; i < told->count && !*base; ++i) {
    yeoun_slug_mark(&slug, told->entry[i].property->mark, told->entry[i].text);
  }
  if (slug.at >= sizeof(cue->name)) {
    yeoun_say("too long a name comes of all that; choose one: --name");
    return false;
  }
  memcpy(cue->name, slug.text, slug.at + 1);
  return true;
}

/** Name a cue that is given by the name of its variation: unless it is told
   how, after theme and number, and a sum of all. */
static bool
name_found(struct yeoun_music_cue *cue)
{
  struct yeoun_slug slug = {.at = 0};
  if (cue->name[0]) {
    return true;
  }
  yeoun_slug_add(&slug, cue->theme_text);
  yeoun_slug_begin(&slug);
  char number[16];
  snprintf(number, sizeof(number), "%03u", cue->variation);
  yeoun_slug_add(&slug, number);
  yeoun_slug_mark(&slug, "name", cue->variation_name);
  memcpy(cue->name, slug.text, slug.at + 1);
  return slug.at < sizeof(cue->name);
}

/** One cue of a theme. Says what is wrong.
    @param mood  NULL: as the preset has it
    @param is_alone  no other is asked for */
static bool
make_cue(const struct yeoun_options *options,
         const char *mood,
         unsigned variation,
         bool is_alone,
         struct yeoun_music_cue *cue)
{
  const struct yeoun_property *const how = yeoun_property_of_option("mood", 4);
  char base[YEOUN_NAME_BYTES];
  *cue = yeoun_cue_default();
  if (!yeoun_told_apply(&options->told, cue) ||
      (mood && !cue->variation_name[0] && !how->read(how, cue, mood))) {
    return false;
  }
  cue->variation = variation;
  if (cue->variation_name[0]) {
    return yeoun_cue_finish(cue) && name_found(cue);
  }
  memcpy(base, cue->name, sizeof(base));
  return ((*base && is_alone) || name_cue(&options->told, mood, base, cue)) &&
         yeoun_cue_finish(cue);
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

/** Keep the one cue that is asked for; false when there is none such. */
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
  return false;
}

static bool
read_all(const struct yeoun_options *options,
         const char *only,
         struct yeoun_cues *cues)
{
  return options->sheet
           ? yeoun_sheet_read(options->sheet, &options->told, only, cues)
           : list_cues(options, cues);
}

/** Say which there are instead of the one that is asked for. */
static bool
say_which(const struct yeoun_options *options)
{
  struct yeoun_cues cues = {0};
  if (read_all(options, NULL, &cues)) {
    yeoun_say("--only %s: there is no such cue; there are:", options->only);
    for (unsigned i = 0; i < cues.count; ++i) {
      fprintf(stderr, "  %s\n", cues.cue[i].name);
    }
  }
  yeoun_cues_free(&cues);
  return false;
}

bool
yeoun_ask(const struct yeoun_options *options, struct yeoun_cues *cues)
{
  return read_all(options, options->only, cues) &&
         (!options->only || keep_only(options->only, cues) ||
          say_which(options));
}
