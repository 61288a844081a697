// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "remix.h"

#include "number.h"

#include <stdbool.h>

/* Notes at once that a lane of chords asks for. */
enum { CHORD_NOTES = 4, POLES = 3 };

void
yeoun_reach_clear(struct yeoun_reach reach[YEOUN_LANES])
{
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    reach[lane] = (struct yeoun_reach){.low = 127, .high = 0};
  }
}

void
yeoun_reach_add(struct yeoun_reach reach[YEOUN_LANES],
                unsigned lane,
                uint8_t key)
{
  struct yeoun_reach *const r = &reach[lane % YEOUN_LANES];
  r->low = (uint8_t)yeoun_min_u(r->low, key);
  r->high = (uint8_t)yeoun_max_u(r->high, key);
}

void
yeoun_reach_measure(struct yeoun_performance *performance)
{
  yeoun_reach_clear(performance->reach);
  for (int i = 0; i < performance->notes; ++i) {
    const struct yeoun_performed *const note = &performance->note[i];
    yeoun_reach_add(performance->reach, note->lane, note->pitch);
  }
}

static bool
can_play(uint8_t instrument, unsigned lane, struct yeoun_reach reach)
{
  const struct yeoun_instrument_facts *const facts =
    yeoun_instrument_facts(instrument);
  const bool is_chordal = lane == YEOUN_LANE_CHORDS || lane == YEOUN_LANE_PAD;
  return reach.low > reach.high ||
         (facts->low <= reach.low && reach.high <= facts->high &&
          (!is_chordal || facts->polyphony >= CHORD_NOTES));
}

/* The moods, the weightiest first. */
static void
order_poles(const float weight[POLES], unsigned order[POLES])
{
  for (unsigned i = 0; i < POLES; ++i) {
    unsigned at = i;
    while (at && weight[order[at - 1]] < weight[i]) {
      order[at] = order[at - 1];
      --at;
    }
    order[at] = i;
  }
}

uint8_t
yeoun_remix_instrument(const struct yeoun_remix *remix,
                       unsigned lane,
                       struct yeoun_reach reach)
{
  unsigned order[POLES];
  if (lane == YEOUN_LANE_DRUMS) {
    return YEOUN_KIT;
  }
  order_poles(remix->weight, order);
  /* Its own lane first, then what the palette has in the others. */
  for (unsigned i = 0; i < YEOUN_LANE_DRUMS; ++i) {
    const unsigned other = (lane + i) % YEOUN_LANE_DRUMS;
    for (unsigned k = 0; k < POLES; ++k) {
      const uint8_t instrument =
        yeoun_palette_instrument(remix->palette, other, order[k]);
      if (can_play(instrument, lane, reach)) {
        return instrument;
      }
    }
  }
  return YEOUN_INSTRUMENT_AUTO;
}
