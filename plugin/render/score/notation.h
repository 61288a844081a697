// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* From notes in ticks to what is printed: bars full of notes and rests whose
   lengths have signs, tied where one sign is not enough. */

#ifndef YEOUN_RENDER_SCORE_NOTATION_H
#define YEOUN_RENDER_SCORE_NOTATION_H

#include <stdbool.h>
#include <stdint.h>

#include "render/schedule/composed.h"

/** Units of printed time in a quarter note: 32nds and triplets are whole. */
#define YEOUN_DIVISIONS 24

#define YEOUN_CHORD_NOTES 10
#define YEOUN_GRACES 3

/** What one staff shows: a lane, or of the drums one alone, as each has a staff
   of its own. */
struct yeoun_staff {
  unsigned lane;
  uint8_t drum; /**< key */
  uint8_t hand; /**< 0 = all of the lane, 1 = from middle C up, 2 = below */
};

#define YEOUN_MIDDLE_C 60

/** Whether a note stands on a staff. */
static inline bool
yeoun_staff_has(struct yeoun_staff staff, const struct yeoun_note *note)
{
  const bool is_upper = note->pitch >= YEOUN_MIDDLE_C;
  return note->lane == staff.lane &&
         (staff.lane != YEOUN_LANE_DRUMS || note->pitch == staff.drum) &&
         (!staff.hand || is_upper == (staff.hand == 1));
}

/** A note, a chord or a rest. */
struct yeoun_sign {
  int32_t start, length; /**< divisions */
  uint8_t count;         /**< of notes; 0 = a rest */
  uint8_t graces;        /**< before it */
  uint8_t pitch[YEOUN_CHORD_NOTES], grace[YEOUN_GRACES];
  bool is_tied_before, is_tied_after;
  bool is_triplet, begins_tuplet, ends_tuplet;
  bool begins_slur, ends_slur;
  uint8_t articulation; /**< enum yeoun_articulation of its first note */
  uint8_t type;         /**< 0 = whole, 1 = half, ... 5 = 32nd */
  bool is_dotted;
};

struct yeoun_part {
  unsigned count, capacity;
  struct yeoun_sign *sign; /**< all bars, without a gap */
};

/** Write out one staff. False when memory fails. */
bool
yeoun_notation_make(const struct yeoun_composed *composed,
                    struct yeoun_staff staff,
                    struct yeoun_part *part);

void
yeoun_part_free(struct yeoun_part *part);

#endif
