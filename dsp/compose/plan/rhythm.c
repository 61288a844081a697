// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "rhythm.h"

/* Orders in which slots are filled; each adds one note to the rhythm before it.
   The first four sing: one part of the bar is divided before the other, so that
   long notes stay beside short ones: a long note and a run, dotted values, a
   long second beat (sarabande), a run and a long note. The others play: two
   sixteenths and an eighth, dotted skips, off-beats, anapaests. */
static const uint8_t quadruple[YEOUN_RHYTHM_FAMILIES][16] = {
  {0, 8, 12, 14, 10, 6, 4, 2, 15, 11, 7, 13, 9, 5, 3, 1},
  {0, 8, 6, 14, 12, 4, 10, 2, 15, 7, 13, 5, 11, 3, 9, 1},
  {0, 4, 12, 14, 8, 6, 10, 2, 15, 7, 11, 3, 13, 5, 9, 1},
  {0, 4, 2, 6, 8, 12, 14, 10, 3, 7, 15, 11, 1, 5, 9, 13},
  {0, 8, 4, 12, 2, 1, 10, 9, 6, 14, 5, 13, 7, 15, 3, 11},
  {0, 8, 4, 12, 3, 11, 7, 15, 14, 6, 10, 2, 13, 5, 9, 1},
  {0, 6, 10, 12, 4, 14, 2, 8, 7, 15, 11, 3, 13, 5, 9, 1},
  {0, 8, 4, 12, 6, 14, 2, 10, 7, 15, 3, 11, 5, 13, 1, 9},
};

static const uint8_t triple[YEOUN_RHYTHM_FAMILIES][12] = {
  {0, 8, 10, 4, 6, 2, 11, 7, 9, 3, 5, 1},
  {0, 6, 8, 10, 4, 2, 11, 7, 3, 9, 5, 1},
  {0, 4, 8, 10, 6, 2, 11, 7, 3, 9, 5, 1},
  {0, 4, 2, 6, 8, 10, 3, 7, 11, 1, 5, 9},
  {0, 4, 8, 2, 1, 6, 5, 10, 9, 3, 7, 11},
  {0, 4, 8, 3, 7, 11, 10, 6, 2, 9, 5, 1},
  {0, 6, 10, 4, 2, 8, 7, 11, 3, 9, 5, 1},
  {0, 8, 4, 6, 10, 2, 7, 11, 3, 5, 9, 1},
};

static const uint8_t compound[YEOUN_RHYTHM_FAMILIES][12] = {
  {0, 6, 10, 4, 8, 2, 11, 5, 9, 3, 7, 1},
  {0, 6, 4, 10, 8, 2, 5, 11, 3, 9, 1, 7},
  {0, 6, 4, 3, 10, 9, 8, 2, 11, 5, 7, 1},
  {0, 4, 2, 6, 10, 8, 5, 11, 3, 9, 1, 7},
  {0, 6, 4, 10, 2, 8, 3, 9, 5, 11, 1, 7},
  {0, 6, 4, 10, 3, 9, 8, 2, 11, 5, 7, 1},
  {0, 4, 6, 10, 8, 2, 5, 11, 3, 9, 1, 7},
  {0, 6, 8, 10, 2, 4, 9, 11, 3, 5, 7, 1},
};

static const uint8_t duple[YEOUN_RHYTHM_FAMILIES][8] = {
  {0, 4, 6, 2, 7, 3, 5, 1},
  {0, 6, 4, 2, 7, 3, 1, 5},
  {0, 2, 6, 4, 7, 3, 5, 1},
  {0, 2, 4, 6, 3, 7, 1, 5},
  {0, 4, 2, 1, 6, 5, 3, 7},
  {0, 4, 3, 7, 6, 2, 5, 1},
  {0, 3, 6, 4, 2, 7, 5, 1},
  {0, 4, 6, 2, 3, 7, 5, 1},
};

static int
is_compound(struct yeoun_meter meter)
{
  return meter.unit == 8 && meter.beats % 3 == 0 && meter.beats > 3;
}

int
yeoun_rhythm_slots(struct yeoun_meter meter)
{
  const int slots = yeoun_bar_ticks(meter) / YEOUN_SLOT;
  return slots < 2 ? 2 : slots > YEOUN_BAR_SLOTS ? YEOUN_BAR_SLOTS : slots;
}

/* The stretch of a bar that begins at a slot and fits one of the tables. */
static int
stretch(struct yeoun_meter meter, int left)
{
  if (is_compound(meter)) {
    return left >= 12 ? 12 : left;
  }
  if (left == 12 || left == 20 || left == 28) {
    return 12;
  }
  return left >= 16 ? 16 : left >= 8 ? 8 : left;
}

static int
place_in_stretch(struct yeoun_meter meter, unsigned family, int size, int rank)
{
  if (size == 16) {
    return quadruple[family][rank];
  }
  if (size == 12) {
    return is_compound(meter) ? compound[family][rank] : triple[family][rank];
  }
  if (size == 8) {
    return duple[family][rank];
  }
  return rank;
}

uint32_t
yeoun_rhythm_bar(struct yeoun_meter meter, unsigned family, int notes)
{
  const int slots = yeoun_rhythm_slots(meter);
  uint32_t onsets = 0;
  int begin = 0;
  while (begin < slots) {
    const int size = stretch(meter, slots - begin);
    const int share = (notes * size + slots / 2) / slots;
    for (int rank = 0; rank < size && rank < share; ++rank) {
      const int place =
        place_in_stretch(meter, family % YEOUN_RHYTHM_FAMILIES, size, rank);
      onsets |= 1U << (begin + place);
    }
    begin += size;
  }
  return onsets ? onsets : 1U;
}

int
yeoun_rhythm_weight(struct yeoun_meter meter, int slot)
{
  const int pulse = yeoun_pulse_ticks(meter) / YEOUN_SLOT;
  if (slot == 0) {
    return 3;
  }
  if (pulse <= 0 || slot % pulse) {
    return 0;
  }
  const int beat = slot / pulse;
  const int beats = yeoun_rhythm_slots(meter) / pulse;
  return (beats % 2 == 0 && beat == beats / 2) ? 2 : 1;
}
