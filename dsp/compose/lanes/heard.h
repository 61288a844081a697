// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What the other lanes hear of the melody while they are written: which key
   sounds in each slot, since when and for how long. */

#ifndef YEOUN_COMPOSE_LANES_HEARD_H
#define YEOUN_COMPOSE_LANES_HEARD_H

#include "compose/melody/melody_line.h"
#include "compose/plan/plan.h"

#define YEOUN_HEARD_BARS 64
#define YEOUN_HEARD_SLOTS (YEOUN_HEARD_BARS * YEOUN_BAR_SLOTS)

/** A melody note of this many slots is held: it is heard against all else. */
#define YEOUN_HELD_SLOTS 4

struct yeoun_heard {
  int slots;                         /**< of all bars */
  uint8_t pitch[YEOUN_HEARD_SLOTS];  /**< MIDI key that sounds; 0 = none */
  uint8_t length[YEOUN_HEARD_SLOTS]; /**< slots of the note that sounds */
  bool is_onset[YEOUN_HEARD_SLOTS];
  uint8_t low[YEOUN_HEARD_BARS]; /**< of each bar; a silent bar has those of
                                      its phrase */
  uint8_t high[YEOUN_HEARD_BARS];
};

/** Listen to a tune. Any thread. */
void
yeoun_heard_listen(const struct yeoun_plan *plan,
                   const struct yeoun_tune *tune,
                   struct yeoun_heard *heard);

/** Listen to a lane of a score, but to graces and jokes: of notes that sound
    together the last written is heard. Any thread. */
void
yeoun_heard_listen_to(const struct yeoun_plan *plan,
                      const struct yeoun_score *score,
                      unsigned lane,
                      struct yeoun_heard *heard);

/** Whether what is heard lies in the tenor, so that it is accompanied from
    above. Any thread. */
bool
yeoun_heard_is_low(const struct yeoun_heard *heard);

/** Lowest key that sounds between two ticks; `none` in silence. Any thread. */
int
yeoun_heard_low(const struct yeoun_heard *heard,
                int32_t from,
                int32_t to,
                int none);

/** Notes that begin between two ticks. Any thread. */
int
yeoun_heard_onsets(const struct yeoun_heard *heard, int32_t from, int32_t to);

/** The key that sounds at a tick; 0 = none. Any thread. */
int
yeoun_heard_at(const struct yeoun_heard *heard, int32_t tick);

/** Whether two keys rub when held together: a semitone, or a minor ninth in any
    octave with the melody above. Any thread. */
static inline bool
yeoun_keys_rub(int melody, int other)
{
  const int off = melody - other;
  return off == -1 || (off > 0 && off % 12 == 1);
}

/** Whether a key that is held from one tick to another rubs for an eighth or
    more: against a held note, or beside any, key by key. Any thread. */
bool
yeoun_heard_rubs(const struct yeoun_heard *heard,
                 int pitch,
                 int32_t from,
                 int32_t to);

#endif
