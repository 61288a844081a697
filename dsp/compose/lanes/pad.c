// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "pad.h"

#include <stdlib.h>
#include <string.h>

#include "lanes.h"
#include "music/palette.h"

enum { VOICES = 3, LOWEST = 48, HIGHEST = 76 };

/* One voice of the pad as it goes from chord to chord. */
struct held {
  int pitch; /* MIDI key; 0 = silent */
  int32_t since;
};

static void
end_voice(struct yeoun_lanes *lanes, struct held *held, int32_t at)
{
  if (held->pitch && at > held->since) {
    const int bar = (int)(held->since / lanes->plan->bar_ticks);
    yeoun_score_add(lanes->score,
                    (struct yeoun_note){
                      .start = held->since,
                      .length = at - held->since,
                      .pitch = (uint8_t)held->pitch,
                      .lane = YEOUN_LANE_PAD,
                      .articulation = YEOUN_ARTICULATION_LEGATO,
                      .level_db = (int8_t)(yeoun_lanes_level(lanes, bar) - 5)});
  }
  held->pitch = 0;
}

/* Root, third or fourth, and fifth: what is held for long lies in the middle of
   its chord, or it rubs with all that moves above it. */
static bool
is_held_well(const struct yeoun_chord *chord, int key)
{
  const int up = yeoun_pitch_class(key - chord->root);
  return yeoun_tones_hold(chord->tones, key) &&
         (up == 0 || (up >= 3 && up <= 8));
}

/* What a voice of the pad costs on a key, after what it had; less than 0 when
   it cannot be there. */
static int
cost_of(const struct yeoun_lanes *lanes,
        const struct yeoun_span *span,
        const struct held voice[VOICES],
        int v,
        int before,
        int key)
{
  int cost = 2 * abs(key - before);
  for (int u = 0; u < v; ++u) {
    const int gap = abs(voice[u].pitch - key);
    if (gap < 2) {
      return -1;
    }
    cost += gap % 12 == 0 ? 6 : gap == 2 ? 3 : 0;
  }
  if (yeoun_heard_rubs(
        &lanes->heard, key, span->start, span->start + span->length)) {
    return -1;
  }
  return cost;
}

/* What a take adds, so that its voices lie on other tones where little room is
   left under the tune: every third key is dearer to it than the others. */
static int
lure_of(const struct yeoun_lanes *lanes, int key)
{
  const int take = lanes->take[YEOUN_LANE_PAD];
  return take != 0 && (key + take) % 3 != 0 ? 12 : 0;
}

static void
lead_voices(struct yeoun_lanes *lanes,
            const struct yeoun_span *span,
            int voices,
            struct held voice[VOICES])
{
  static const uint8_t homes[VOICES] = {62, 57, 53};
  /* A take begins elsewhere, and goes its way from there. */
  static const int8_t shifts[] = {0, -5, 5, -8, 8};
  const struct yeoun_instrument_facts *const facts =
    yeoun_instrument_facts(lanes->plan->instrument[YEOUN_LANE_PAD]);
  const int32_t end = span->start + span->length;
  /* Under the second voice, where there is one. */
  const int bar = (int)(span->start / lanes->plan->bar_ticks);
  const int air = yeoun_lanes_play(lanes, YEOUN_LANE_COUNTER, bar) ? 7 : 1;
  const int ceiling = yeoun_lanes_ceiling(lanes, span->start, end) - air;
  const int high = ceiling < HIGHEST ? ceiling : HIGHEST;
  const int low = facts->low > LOWEST ? facts->low : LOWEST;
  struct held old[VOICES];
  memcpy(old, voice, sizeof(old));
  for (int v = 0; v < VOICES; ++v) {
    const int own = homes[v] + shifts[lanes->take[YEOUN_LANE_PAD] % 5];
    const int home = own < high ? own : high;
    const int before = old[v].pitch ? old[v].pitch : home;
    int best = -1;
    int best_cost = 1000;
    for (int key = low; key <= high && v < voices; ++key) {
      const int leading = is_held_well(&span->chord, key)
                            ? cost_of(lanes, span, voice, v, before, key)
                            : -1;
      const int cost = leading + lure_of(lanes, key);
      if (leading >= 0 && cost < best_cost) {
        best = key;
        best_cost = cost;
      }
    }
    if (best != old[v].pitch) {
      end_voice(lanes, &voice[v], span->start);
      voice[v] = (struct held){best > 0 ? best : 0, span->start};
    }
  }
}

void
yeoun_pad_write(struct yeoun_lanes *lanes)
{
  enum { ROOM = 55 };
  const struct yeoun_plan *const plan = lanes->plan;
  const struct yeoun_score *const score = lanes->score;
  /* Three voices, or only two; a take goes on to the other. */
  struct yeoun_random fullness = yeoun_plan_stream(plan, "pad voices", 0);
  const bool is_full = (yeoun_random_below(&fullness, 3) == 0) !=
                       (lanes->take[YEOUN_LANE_PAD] % 2 != 0);
  struct held voice[VOICES] = {{0}};
  int phrase = -1;
  for (int s = 0; s < score->spans; ++s) {
    const struct yeoun_span *const span = &score->span[s];
    const int bar = (int)(span->start / plan->bar_ticks);
    const struct yeoun_phrase_plan *const own = yeoun_phrase_at(plan, bar);
    const bool is_alone = !yeoun_lanes_play(lanes, YEOUN_LANE_COUNTER, bar);
    const int full = is_alone && is_full ? 3 : 2;
    const int voices = lanes->take[YEOUN_LANE_PAD] % 4 == 3 ? full - 1 : full;
    const bool has_room =
      yeoun_lanes_ceiling(lanes, span->start, span->start + span->length) >=
      ROOM;
    const bool plays = has_room && yeoun_lanes_play(lanes, YEOUN_LANE_PAD, bar);
    for (int v = 0; v < VOICES; ++v) {
      if (own->bar != phrase || !plays) {
        end_voice(lanes, &voice[v], span->start);
      }
    }
    /* A take comes in a chord later, where there is little room to lie
       elsewhere. */
    const bool waits = lanes->take[YEOUN_LANE_PAD] % 3 == 1 &&
                       own->bar != phrase && own->bars > 1;
    phrase = own->bar;
    if (plays && !waits) {
      lead_voices(lanes, span, voices, voice);
    }
  }
  for (int v = 0; v < VOICES; ++v) {
    end_voice(lanes, &voice[v], score->length);
  }
}
