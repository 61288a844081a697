// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "compass.h"

#include <stdbool.h>

#include "music/palette.h"

/* False: leave it out. */
static bool
fit(const struct yeoun_score *score, struct yeoun_note *note)
{
  const struct yeoun_instrument_facts *const facts =
    yeoun_instrument_facts(score->instrument[note->lane]);
  if (note->lane == YEOUN_LANE_DRUMS ||
      (note->pitch >= facts->low && note->pitch <= facts->high)) {
    return true;
  }
  while (note->pitch < facts->low) {
    note->pitch = (uint8_t)(note->pitch + 12);
  }
  while (note->pitch > facts->high) {
    note->pitch = (uint8_t)(note->pitch - 12);
  }
  return note->articulation != YEOUN_ARTICULATION_GRACE;
}

static bool
is_same_key(const struct yeoun_note *one, const struct yeoun_note *two)
{
  return one->start == two->start && one->lane == two->lane &&
         one->pitch == two->pitch;
}

/* A lane that reaches beyond on one side alone moves as one: its voices keep
   their ways. */
static void
move_lane(struct yeoun_score *score, uint8_t lane)
{
  const struct yeoun_instrument_facts *const facts =
    yeoun_instrument_facts(score->instrument[lane]);
  int lowest = 127;
  int highest = 0;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    if (note->lane == lane) {
      lowest = note->pitch < lowest ? note->pitch : lowest;
      highest = note->pitch > highest ? note->pitch : highest;
    }
  }
  const int shift = lowest < facts->low && highest + 12 <= facts->high   ? 12
                    : highest > facts->high && lowest - 12 >= facts->low ? -12
                                                                         : 0;
  for (int i = 0; i < score->notes && shift; ++i) {
    if (score->note[i].lane == lane) {
      score->note[i].pitch = (uint8_t)(score->note[i].pitch + shift);
    }
  }
}

void
yeoun_compass_keep(struct yeoun_score *score)
{
  int kept = 0;
  move_lane(score, YEOUN_LANE_CHORDS);
  for (int i = 0; i < score->notes; ++i) {
    struct yeoun_note note = score->note[i];
    if (fit(score, &note)) {
      score->note[kept++] = note;
    }
  }
  score->notes = (uint16_t)kept;
  yeoun_score_sort(score);
  kept = 0;
  for (int i = 0; i < score->notes; ++i) {
    if (!kept || !is_same_key(&score->note[kept - 1], &score->note[i])) {
      score->note[kept++] = score->note[i];
    }
  }
  score->notes = (uint16_t)kept;
}
