// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "any_request.h"

#include <string.h>

#include "music/palette.h"
#include "music/signature.h"

/** A multiple of 1/256 from low to high. */
static float
draw_share(struct yeoun_random *random, int low, int high)
{
  const uint32_t steps = (uint32_t)(256 * (high - low)) + 1;
  return (float)low + (float)yeoun_random_below(random, steps) / 256.0f;
}

/** What is drawn now and then, else 0. */
static uint8_t
draw_rare(struct yeoun_random *random, uint32_t count)
{
  return yeoun_random_chance(random, 0.3f)
           ? (uint8_t)yeoun_random_below(random, count)
           : 0;
}

/** One of the letters that a double sign at most leads from, or the usual. */
static uint8_t
draw_letter(struct yeoun_random *random, unsigned pitch_class, uint8_t usual)
{
  const unsigned letter =
    YEOUN_LETTER_C + yeoun_random_below(random, YEOUN_LETTERS - 1);
  const int sharps = yeoun_letter_sharps(letter, pitch_class);
  return sharps >= -2 && sharps <= 2 ? (uint8_t)letter : usual;
}

static struct yeoun_theme
draw_theme(struct yeoun_random *random)
{
  struct yeoun_theme theme;
  memset(&theme, 0, sizeof(theme));
  theme.chords = (uint8_t)yeoun_random_below(random, YEOUN_THEME_CHORDS + 1);
  for (unsigned i = 0; i < theme.chords; ++i) {
    const uint32_t root = yeoun_random_below(random, 12);
    const uint32_t bass =
      yeoun_random_chance(random, 0.3f) ? yeoun_random_below(random, 12) : root;
    const struct yeoun_chord chord = yeoun_chord_make(
      root, yeoun_random_below(random, YEOUN_CHORD_TYPES), bass);
    theme.chord[i].tones = chord.tones;
    theme.chord[i].root = chord.root;
    theme.chord[i].type = chord.type;
    theme.chord[i].bass = chord.bass;
    const uint8_t letter = draw_letter(random, root, chord.root_letter);
    theme.chord[i].root_letter = letter & 0xFU;
    theme.chord[i].bass_letter =
      (bass == root ? letter : draw_letter(random, bass, chord.bass_letter)) &
      0xFU;
    theme.length[i] = yeoun_random_chance(random, 0.5f)
                        ? 4 * YEOUN_BEAT
                        : YEOUN_BEAT / 2 + (int32_t)yeoun_random_below(
                                             random, 63 * YEOUN_BEAT / 2 + 1);
  }
  const uint32_t notes = yeoun_random_below(random, YEOUN_THEME_NOTES + 1);
  theme.notes = (uint8_t)(theme.chords && notes < 2 ? 0
                          : notes < 2               ? 2
                                                    : notes);
  for (unsigned i = 0; i < theme.notes && i < YEOUN_THEME_NOTES; ++i) {
    theme.note[i] = (uint8_t)yeoun_random_below(random, 128);
    theme.note_letter[i] =
      theme.note[i] < 12 ? 0 : draw_letter(random, theme.note[i], 0);
  }
  yeoun_theme_letters_fold(&theme);
  return theme;
}

static struct yeoun_mood
draw_mood(struct yeoun_random *random)
{
  float weight[YEOUN_POLES];
  float trim[YEOUN_TRIMS];
  for (unsigned i = 0; i < YEOUN_POLES; ++i) {
    weight[i] = draw_share(random, 0, 1);
  }
  for (unsigned i = 0; i < YEOUN_TRIMS; ++i) {
    trim[i] =
      yeoun_random_chance(random, 0.5f) ? draw_share(random, -1, 1) : 0.0f;
  }
  return yeoun_mood_blend(
    weight, trim, draw_share(random, 0, 1), draw_share(random, 0, 1));
}

void
any_ranges(struct yeoun_random *random, struct yeoun_request *request)
{
  for (unsigned i = 0; i < request->ranges; ++i) {
    request->range[i] = (struct yeoun_bar_range){
      .lane = (uint8_t)yeoun_random_below(random, YEOUN_LANES),
      .first = (uint8_t)yeoun_random_below(random, YEOUN_BARS_MAX),
      .bars = (uint8_t)(1 + yeoun_random_below(random, YEOUN_BARS_MAX)),
      .take = (uint8_t)(1 + yeoun_random_below(random, YEOUN_TAKES - 1))};
  }
}

void
any_request(struct yeoun_random *random, struct yeoun_request *request)
{
  static const uint8_t units[] = {2, 4, 8, 16};
  memset(request, 0, sizeof(*request));
  request->theme = draw_theme(random);
  request->mood = draw_mood(random);
  if (yeoun_random_chance(random, 0.5f)) {
    request->meter.beats = (uint8_t)(1 + yeoun_random_below(random, 32));
    request->meter.unit = units[yeoun_random_below(random, 4)];
  }
  request->doubling = (int8_t)((int)yeoun_random_below(random, 3) - 1);
  request->distance = draw_share(random, 0, 1);
  request->warmth = draw_share(random, -1, 1);
  request->korean = draw_share(random, 0, 1);
  request->humanize = draw_share(random, 0, 1);
  request->variation = (uint16_t)yeoun_random_below(random, YEOUN_VARIATIONS);
  request->bars = (uint16_t)(1 + yeoun_random_below(random, YEOUN_BARS_MAX));
  request->form = draw_rare(random, YEOUN_FORMS);
  request->palette = draw_rare(random, YEOUN_PALETTES);
  request->theme_take = draw_rare(random, YEOUN_TAKES);
  request->harmony_take = draw_rare(random, YEOUN_TAKES);
  for (unsigned i = 0; i < YEOUN_LANES; ++i) {
    request->take[i] = draw_rare(random, YEOUN_TAKES);
    request->instrument[i] = draw_rare(random, YEOUN_INSTRUMENTS);
  }
  request->ranges = draw_rare(random, YEOUN_RANGES + 1);
  any_ranges(random, request);
  request->has_ending = yeoun_random_chance(random, 0.5f);
}
