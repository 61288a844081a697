// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "request_read.h"

#include "music/number.h"

#include <math.h>
#include <string.h>

/** To the nearest 1/256; 0 for what is no number. */
static float
round_off(float x)
{
  return x > -256.0f && x < 256.0f ? floorf(x * 256.0f + 0.5f) / 256.0f : 0.0f;
}

/** Member by member: what lies between them stays as it is. */
static void
copy_theme(const struct yeoun_theme *from, struct yeoun_theme *to)
{
  to->chords = (uint8_t)yeoun_min_u(from->chords, YEOUN_THEME_CHORDS);
  for (unsigned i = 0; i < to->chords; ++i) {
    to->chord[i].tones = from->chord[i].tones;
    to->chord[i].root = from->chord[i].root;
    to->chord[i].type = from->chord[i].type;
    to->chord[i].bass = from->chord[i].bass;
    to->chord[i].root_letter = from->chord[i].root_letter;
    to->chord[i].bass_letter = from->chord[i].bass_letter;
    to->length[i] = from->length[i];
  }
  to->notes = (uint8_t)yeoun_min_u(from->notes, YEOUN_THEME_NOTES);
  memcpy(to->note, from->note, to->notes);
  memcpy(to->note_letter, from->note_letter, to->notes);
}

static void
blend_mood(const struct yeoun_controls *controls, struct yeoun_mood *mood)
{
  float weight[YEOUN_POLES];
  float trim[YEOUN_TRIMS];
  for (unsigned i = 0; i < YEOUN_POLES; ++i) {
    weight[i] = round_off(controls->weight[i]);
  }
  for (unsigned i = 0; i < YEOUN_TRIMS; ++i) {
    trim[i] = round_off(controls->trim[i]);
  }
  *mood = yeoun_mood_blend(
    weight, trim, round_off(controls->intensity), round_off(controls->space));
}

void
yeoun_request_read(const struct yeoun_controls *controls,
                   struct yeoun_request *request)
{
  if (controls->has_request) {
    memcpy(request, &controls->request, sizeof(*request));
    return;
  }
  memset(request, 0, sizeof(*request));
  copy_theme(&controls->theme, &request->theme);
  blend_mood(controls, &request->mood);
  request->distance = round_off(controls->distance);
  request->warmth = round_off(controls->warmth);
  request->korean = round_off(controls->korean);
  request->humanize = round_off(controls->humanize);
  request->variation =
    (uint16_t)yeoun_min_u(controls->variation, YEOUN_VARIATIONS - 1);
  request->bars = (uint16_t)yeoun_clamp_u(controls->bars, 1, YEOUN_BARS_MAX);
  request->form = controls->form;
  request->palette = controls->palette;
  request->theme_take = controls->theme_take;
  request->harmony_take = controls->harmony_take;
  memcpy(request->take, controls->take, sizeof(request->take));
  memcpy(
    request->instrument, controls->instrument, sizeof(request->instrument));
  request->has_ending = controls->has_ending;
  request->ranges = (uint8_t)yeoun_min_u(controls->ranges, YEOUN_RANGES);
  memcpy(
    request->range, controls->range, request->ranges * sizeof(*request->range));
}

void
yeoun_request_meter(const struct yeoun_controls *controls,
                    const struct yeoun_transport *transport,
                    struct yeoun_request *request)
{
  static const struct yeoun_meter common = {4, 4};
  static const struct yeoun_meter free_meter = {0, 0};
  if (controls->has_request) {
    return;
  }
  const bool is_host = transport->is_told && !controls->is_own_time;
  request->meter = controls->meter.beats    ? controls->meter
                   : !is_host               ? free_meter
                   : transport->meter.beats ? transport->meter
                                            : common;
}

int8_t
yeoun_request_class(const struct yeoun_controls *controls,
                    const struct yeoun_transport *transport,
                    const struct yeoun_request *request,
                    int8_t before)
{
  if (controls->has_request) {
    return request->doubling;
  }
  const bool is_host = transport->is_told && !controls->is_own_time;
  const double tempo_bpm = controls->tempo_bpm > 0.0f
                             ? (double)controls->tempo_bpm
                           : is_host ? transport->tempo_bpm
                                     : 0.0;
  return yeoun_doubling_choose(
    (float)tempo_bpm, &request->mood, request->meter, before);
}

static uint16_t
shuffle(uint16_t variation, int64_t round)
{
  if (!round) {
    return variation;
  }
  /* Odd rounds draw from one half, even rounds from the other: neighbours
     always differ. */
  struct yeoun_random random =
    yeoun_random_stream((uint64_t)round, "shuffle", variation);
  const unsigned is_odd = ((unsigned)variation + (unsigned)(round & 1)) & 1;
  const unsigned half = ((YEOUN_VARIATIONS - 1) + is_odd) / 2;
  return (uint16_t)(2 * (yeoun_random_below(&random, half) + 1) - is_odd);
}

uint16_t
yeoun_request_variation(uint8_t advance, uint16_t variation, int64_t round)
{
  if (advance == YEOUN_ADVANCE_SHUFFLE) {
    return shuffle(variation, round);
  }
  if (advance == YEOUN_ADVANCE_NEXT && round > 0) {
    /* After the last comes the first, not the statement. */
    const int64_t next = variation + round;
    return (uint16_t)((next - 1) % (YEOUN_VARIATIONS - 1) + 1);
  }
  return variation;
}

uint64_t
yeoun_request_seed(const struct yeoun_request *request)
{
  uint64_t seed = request->variation;
  for (unsigned i = 0; i < request->theme.chords; ++i) {
    seed = yeoun_random_mix(seed, request->theme.chord[i].tones);
  }
  for (unsigned i = 0; i < request->theme.notes; ++i) {
    seed = yeoun_random_mix(seed, request->theme.note[i]);
  }
  return seed;
}
