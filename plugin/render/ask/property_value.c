// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "property_value.h"

#include <stdio.h>
#include <string.h>

#include "alternative.h"
#include "format.h"
#include "make.h"
#include "music/lane.h"
#include "music/palette.h"
#include "read.h"
#include "read/colour.h"
#include "read/midi_theme.h"
#include "render/say.h"
#include "target.h"
#include "timecode.h"

#define READER(name)                                                           \
  bool yeoun_value_##name(const struct yeoun_property *property,               \
                          struct yeoun_music_cue *cue,                         \
                          const char *text)

static bool
copy(char *to, size_t size, const char *text)
{
  const size_t length = strlen(text);
  if (!length || length >= size) {
    return false;
  }
  memcpy(to, text, length + 1);
  return true;
}

READER(number)
{
  char *const place = (char *)cue + property->place;
  double number = 0;
  if (!yeoun_read_real(text, property->low, property->high, &number)) {
    return false;
  }
  if (property->type == YEOUN_PROPERTY_WHOLE) {
    long whole = 0;
    if (!yeoun_read_whole(
          text, (long)property->low, (long)property->high, &whole)) {
      return false;
    }
    *(unsigned *)place = (unsigned)whole;
    return true;
  }
  if (property->symbol) {
    return yeoun_cue_setting(cue, property->symbol, NULL, (float)number);
  }
  *(double *)place = number;
  return true;
}

READER(truth)
{
  bool *const place = (bool *)((char *)cue + property->place);
  *place = !strcmp(text, "true");
  return *place || !strcmp(text, "false");
}

READER(fps)
{
  (void)property;
  cue->fps = yeoun_fps_find(text);
  return cue->fps;
}

READER(start)
{
  bool is_code = false;
  (void)property;
  return yeoun_time_read(text, cue->fps, &cue->start_s, &is_code);
}

/** A length. */
READER(time)
{
  double *const place = (double *)((char *)cue + property->place);
  bool is_code = false;
  return yeoun_time_read(text, cue->fps, place, &is_code) &&
         *place >= property->low && *place <= property->high;
}

READER(ring)
{
  (void)property;
  cue->has_ring = !strcmp(text, "within");
  return cue->has_ring || !strcmp(text, "after");
}

/** A name of files; or that of a variation, which begins with its version. */
READER(name)
{
  (void)property;
  if (yeoun_read_is_variation_name(text)) {
    return copy(cue->variation_name, sizeof(cue->variation_name), text);
  }
  return copy(cue->name, sizeof(cue->name), text);
}

/** Say what a MIDI file was taken for, once. */
static void
tell_theme(const char *path, const char *text)
{
  static char said[512];
  if (strncmp(said, path, sizeof(said) - 1) != 0) {
    yeoun_say("%s: its theme is \"%s\"", path, text);
    snprintf(said, sizeof(said), "%s", path);
  }
}

/** The theme itself is read when the whole cue is known; that of a MIDI file
    as text at once. */
READER(theme)
{
  (void)property;
  if (yeoun_midi_theme_is(text)) {
    struct yeoun_fault fault = {0};
    if (!yeoun_midi_theme_read(
          text, cue->theme_text, sizeof(cue->theme_text), &fault)) {
      yeoun_say("%s", fault.text);
      return false;
    }
    tell_theme(text, cue->theme_text);
    return true;
  }
  return copy(cue->theme_text, sizeof(cue->theme_text), text);
}

READER(key)
{
  (void)property;
  return copy(cue->key, sizeof(cue->key), text);
}

/** Weights of the three moods, or else words that lexicons know. */
READER(mood)
{
  (void)property;
  cue->has_weights = yeoun_read_mood(text, cue->weight);
  cue->has_words = !cue->has_weights;
  return text[strspn(text, " ,.-+0123456789")] &&
         copy(cue->mood, sizeof(cue->mood), text);
}

READER(preset)
{
  (void)property;
  return copy(cue->preset, sizeof(cue->preset), text);
}

READER(meter)
{
  (void)property;
  return yeoun_read_meter(text, &cue->meter);
}

READER(hit)
{
  (void)property;
  return yeoun_read_hit(text, cue);
}

READER(intensity)
{
  (void)property;
  return yeoun_read_curve(text, cue);
}

READER(edit)
{
  double seconds = 0;
  bool is_code = false;
  if (cue->edits == YEOUN_EDITS ||
      !yeoun_time_read(text, cue->fps, &seconds, &is_code) ||
      !(seconds >= property->low && seconds <= property->high)) {
    return false;
  }
  cue->edit_s[cue->edits++] = seconds;
  return true;
}

READER(remix)
{
  const unsigned palette = yeoun_palette_find(text);
  (void)property;
  if (cue->remixes == YEOUN_REMIXES || palette == YEOUN_PALETTES) {
    return false;
  }
  cue->remix[cue->remixes++] = (uint8_t)palette;
  return true;
}

READER(mix)
{
  const unsigned mix = yeoun_alternative_find(text);
  (void)property;
  if (cue->mixes == YEOUN_MIXES || mix == YEOUN_MIXES) {
    return false;
  }
  cue->mix[cue->mixes++] = (uint8_t)mix;
  return true;
}

READER(palette)
{
  const unsigned palette = yeoun_palette_find(text);
  const bool is_auto = !strcmp(text, yeoun_palette_name(YEOUN_PALETTE_AUTO));
  return (is_auto || palette < YEOUN_PALETTES) &&
         yeoun_cue_setting(
           cue, property->symbol, NULL, is_auto ? 0 : (float)palette);
}

READER(colour)
{
  uint32_t rgb = 0;
  return yeoun_colour_read(text, &rgb) &&
         yeoun_cue_setting(
           cue, property->symbol, NULL, yeoun_colour_warmth(rgb));
}

/** The same re-roll of harmony and all lanes. */
READER(take)
{
  long take = 0;
  bool is_good =
    yeoun_read_whole(text, (long)property->low, (long)property->high, &take) &&
    yeoun_cue_setting(cue, "harmony_take", NULL, (float)take);
  for (unsigned lane = 0; lane < YEOUN_LANES && is_good; ++lane) {
    char symbol[YEOUN_SYMBOL];
    snprintf(symbol, sizeof(symbol), "%s_take", yeoun_lane_name(lane));
    is_good = yeoun_cue_setting(cue, symbol, NULL, (float)take);
  }
  return is_good;
}

/** A number, or else the label of a scale point: both are known to the plugin
    alone. */
READER(set)
{
  char symbol[YEOUN_SYMBOL];
  const char *const equals = strchr(text, '=');
  double value = 0;
  (void)property;
  if (!equals || equals == text || !equals[1] ||
      (size_t)(equals - text) >= sizeof(symbol)) {
    return false;
  }
  memcpy(symbol, text, (size_t)(equals - text));
  symbol[equals - text] = '\0';
  const bool is_number = yeoun_read_real(equals + 1, -1e9, 1e9, &value);
  return yeoun_cue_setting(
    cue, symbol, is_number ? NULL : equals + 1, (float)value);
}

READER(make)
{
  (void)property;
  return yeoun_makes_read(text, &cue->makes);
}

READER(target)
{
  (void)property;
  cue->target = yeoun_target_find(text);
  return cue->target < YEOUN_TARGETS;
}

READER(loudness)
{
  (void)property;
  cue->is_one_gain = !strcmp(text, "sheet");
  return cue->is_one_gain || !strcmp(text, "cue");
}

READER(format)
{
  (void)property;
  cue->formats = yeoun_formats_read(text);
  return cue->formats;
}
