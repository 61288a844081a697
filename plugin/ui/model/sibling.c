// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "sibling.h"

#include <math.h>
#include <string.h>

#include "music/palette.h"

/** How much nearer and farther are, of 0..1. */
static const float distance_step = 0.25f;

/** How much warmer, of -1..1: plain to the ear, and three of them reach the end
    from the middle. */
static const float warmth_step = 0.35f;

/** How much calmer, of 0..1: two tenths take away the first layers. */
static const float calm_step = 0.2f;

const char *
yeoun_sibling_name(enum yeoun_sibling sibling)
{
  switch (sibling) {
    case YEOUN_OTHER_MOTIF:
      return "motif";
    case YEOUN_OTHER_MELODY:
      return "melody";
    case YEOUN_OTHER_HARMONY:
      return "harmony";
    case YEOUN_OTHER_ACCOMPANIMENT:
      return "accompaniment";
    case YEOUN_OTHER_COUNTER:
      return "counter-melody";
    case YEOUN_OTHER_INSTRUMENT:
      return "instrument";
    case YEOUN_NEARER:
      return "nearer";
    case YEOUN_FARTHER:
      return "farther";
    case YEOUN_WARMER:
      return "warmer";
    case YEOUN_CALMER:
      return "calmer";
  }
  return "";
}

static uint8_t
next_take(uint8_t take)
{
  return (uint8_t)((take + 1) % YEOUN_TAKES);
}

/** The melody's instrument of the next palette that has another. */
static uint8_t
other_instrument(const struct yeoun_request *request,
                 const struct yeoun_score *score)
{
  const float *const weight = request->mood.weight;
  const uint8_t now = score ? score->instrument[YEOUN_LANE_MELODY]
                            : request->instrument[YEOUN_LANE_MELODY];
  unsigned pole = 0;
  for (unsigned i = 1; i < YEOUN_POLES; ++i) {
    pole = weight[i] > weight[pole] ? i : pole;
  }
  const unsigned palettes = YEOUN_PALETTES - 1;
  for (unsigned i = 0; i < palettes; ++i) {
    const unsigned palette = (request->palette + now + i) % palettes + 1;
    const uint8_t other =
      yeoun_palette_instrument(palette, YEOUN_LANE_MELODY, pole);
    if (other != now && other) {
      return other;
    }
  }
  return now;
}

static void
move(float *value, float by, float low)
{
  const float x = *value + by;
  *value = x < low ? low : x > 1.0f ? 1.0f : x;
}

bool
yeoun_sibling_make(enum yeoun_sibling sibling,
                   const struct yeoun_request *request,
                   const struct yeoun_score *score,
                   struct yeoun_request *made)
{
  uint8_t *const take = made->take;
  memcpy(made, request, sizeof(*made));
  switch (sibling) {
    case YEOUN_OTHER_MOTIF:
      made->theme_take = next_take(made->theme_take);
      break;
    case YEOUN_OTHER_MELODY:
      take[YEOUN_LANE_MELODY] = next_take(take[YEOUN_LANE_MELODY]);
      break;
    case YEOUN_OTHER_HARMONY:
      made->harmony_take = next_take(made->harmony_take);
      break;
    case YEOUN_OTHER_ACCOMPANIMENT:
      take[YEOUN_LANE_CHORDS] = next_take(take[YEOUN_LANE_CHORDS]);
      take[YEOUN_LANE_BASS] = next_take(take[YEOUN_LANE_BASS]);
      take[YEOUN_LANE_PAD] = next_take(take[YEOUN_LANE_PAD]);
      break;
    case YEOUN_OTHER_COUNTER:
      take[YEOUN_LANE_COUNTER] = next_take(take[YEOUN_LANE_COUNTER]);
      break;
    case YEOUN_OTHER_INSTRUMENT:
      made->instrument[YEOUN_LANE_MELODY] = other_instrument(request, score);
      break;
    case YEOUN_NEARER:
      move(&made->distance, -distance_step, 0.0f);
      break;
    case YEOUN_FARTHER:
      move(&made->distance, distance_step, 0.0f);
      break;
    case YEOUN_WARMER:
      move(&made->warmth, warmth_step, -1.0f);
      break;
    case YEOUN_CALMER:
      move(&made->mood.intensity, -calm_step, 0.0f);
      break;
  }
  return !yeoun_request_equal(request, made);
}

bool
yeoun_score_same(const struct yeoun_score *a, const struct yeoun_score *b)
{
  if (a->notes != b->notes || a->length != b->length ||
      memcmp(a->instrument, b->instrument, sizeof(a->instrument)) != 0) {
    return false;
  }
  for (unsigned i = 0; i < a->notes; ++i) {
    const struct yeoun_note *const m = &a->note[i];
    const struct yeoun_note *const n = &b->note[i];
    if (m->start != n->start || m->length != n->length ||
        m->pitch != n->pitch || m->lane != n->lane) {
      return false;
    }
  }
  return true;
}
