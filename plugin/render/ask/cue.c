// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "cue.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "format.h"
#include "make.h"
#include "music/key.h"
#include "music/pitch_name.h"
#include "music/theme_move.h"
#include "name_field.h"
#include "render/say.h"

struct yeoun_music_cue
yeoun_cue_default(void)
{
  return (struct yeoun_music_cue){.variation = 1,
                                  .meter = {4, 4},
                                  .makes = YEOUN_MAKE_MIDI | YEOUN_MAKE_PICTURE,
                                  .formats = 1U << YEOUN_FORMAT_FLOAT,
                                  .rate = 48000};
}

bool
yeoun_cues_add(struct yeoun_cues *cues, const struct yeoun_music_cue *cue)
{
  if (cues->count == cues->capacity) {
    const unsigned capacity = 2 * cues->capacity + 16;
    struct yeoun_music_cue *const grown = (struct yeoun_music_cue *)realloc(
      cues->cue, capacity * sizeof(struct yeoun_music_cue));
    if (!grown) {
      yeoun_say("out of memory");
      return false;
    }
    cues->cue = grown;
    cues->capacity = capacity;
  }
  cues->cue[cues->count++] = *cue;
  return true;
}

void
yeoun_cues_free(struct yeoun_cues *cues)
{
  free(cues->cue);
  *cues = (struct yeoun_cues){0};
}

bool
yeoun_cue_setting(struct yeoun_music_cue *cue,
                  const char *symbol,
                  const char *label,
                  float value)
{
  struct yeoun_setting *const s = &cue->setting[cue->settings];
  if (cue->settings == YEOUN_SETTINGS || strlen(symbol) >= sizeof(s->symbol) ||
      (label && strlen(label) >= sizeof(s->label))) {
    return false;
  }
  *s = (struct yeoun_setting){.value = value};
  memcpy(s->symbol, symbol, strlen(symbol) + 1);
  if (label) {
    memcpy(s->label, label, strlen(label) + 1);
  }
  ++cue->settings;
  return true;
}

/** Move a theme so that its key is the one that is written, "D" or "Dm". */
static bool
move(struct yeoun_music_cue *cue, const char *key)
{
  struct yeoun_pitch_name tonic;
  const struct yeoun_key now = yeoun_key_infer(&cue->theme);
  const bool is_read = yeoun_pitch_name_read(key, 'A', &tonic);
  const char *const rest = is_read ? key + tonic.length : key;
  const bool is_minor = !strcmp(rest, "m");
  if (!is_read || (*rest && !is_minor)) {
    yeoun_say("key %s: expected A to G, with # or b, with m when minor", key);
    return false;
  }
  if (is_minor != yeoun_key_is_minor(now)) {
    yeoun_say("key %s: this theme is %s; only its tonic can be moved",
              key,
              is_minor ? "major" : "minor");
    return false;
  }
  yeoun_theme_move(&cue->theme, now, tonic.letter, tonic.pitch_class);
  return true;
}

/** Whether nothing else is told of what a name holds already. */
static bool
is_alone(const struct yeoun_music_cue *cue)
{
  size_t count = 0;
  const struct yeoun_name_field *const fields = yeoun_name_fields(&count);
  const char *other = cue->points      ? "intensity"
                      : cue->edits     ? "edit"
                      : cue->key[0]    ? "key"
                      : cue->preset[0] ? "preset"
                                       : NULL;
  for (unsigned i = 0; i < cue->settings && !other; ++i) {
    for (size_t k = 0; k < count && !other; ++k) {
      other = strcmp(cue->setting[i].symbol, fields[k].word) != 0
                ? NULL
                : fields[k].word;
    }
  }
  if (other) {
    yeoun_say("%s: the name of the variation holds that already", other);
  }
  return !other;
}

/** Take over what the name of a variation says. */
static bool
adopt(struct yeoun_music_cue *cue)
{
  struct yeoun_request request;
  unsigned algorithm = 0;
  const struct yeoun_reading reading =
    yeoun_name_read(cue->variation_name, &request, &algorithm);
  if (reading.status) {
    char sentence[YEOUN_EXPLANATION_SIZE];
    yeoun_name_explain(
      cue->variation_name, reading, sentence, sizeof(sentence));
    yeoun_say("the name of a variation, at letter %zu: %s",
              reading.offset + 1,
              sentence);
    return false;
  }
  if (algorithm != YEOUN_ALGORITHM) {
    yeoun_say(
      "this variation was composed by algorithm %u, here is %d: it would "
      "be other notes",
      algorithm,
      YEOUN_ALGORITHM);
    return false;
  }
  cue->theme = request.theme;
  yeoun_theme_write(&request.theme, cue->theme_text, sizeof(cue->theme_text));
  cue->variation = request.variation;
  cue->bars = request.bars;
  cue->meter = request.meter.beats ? request.meter : cue->meter;
  cue->has_ending = request.has_ending;
  cue->has_weights = true;
  memcpy(cue->weight, request.mood.weight, sizeof(cue->weight));
  snprintf(cue->mood,
           sizeof(cue->mood),
           "lyrical %.2f romantic %.2f comic %.2f",
           (double)cue->weight[YEOUN_LYRICAL],
           (double)cue->weight[YEOUN_ROMANTIC],
           (double)cue->weight[YEOUN_COMIC]);
  for (unsigned i = 0; i < YEOUN_POLES; ++i) {
    if (cue->weight[i] >= 1.0f) {
      snprintf(cue->mood, sizeof(cue->mood), "%s", yeoun_pole_name(i));
    }
  }
  return is_alone(cue);
}

bool
yeoun_cue_finish(struct yeoun_music_cue *cue)
{
  if (cue->variation_name[0]) {
    return adopt(cue);
  }
  const struct yeoun_reading reading =
    yeoun_theme_read(cue->theme_text, &cue->theme);
  if (reading.status) {
    yeoun_say_where(cue->theme_text, reading);
    return false;
  }
  char remark[YEOUN_THEME_TEXT];
  if (yeoun_theme_remark(cue->theme_text, remark, sizeof(remark))) {
    yeoun_say("%s", remark);
  }
  if (!cue->bars && !(cue->seconds > 0)) {
    cue->bars = 8;
  }
  if (cue->preset[0] && !cue->has_weights && !cue->has_words) {
    snprintf(cue->mood,
             sizeof(cue->mood),
             "%.*s",
             (int)sizeof(cue->mood) - 1,
             cue->preset);
  } else if (!cue->mood[0]) {
    snprintf(cue->mood, sizeof(cue->mood), "lyrical");
  }
  return !cue->key[0] || move(cue, cue->key);
}
