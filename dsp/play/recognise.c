// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "recognise.h"

#include "music/number.h"

/* What speaks against a reading. Inverted chords are usual, a foreign bass is
   less so; a fifth is often left out, another tone hardly; a tone that the
   symbol does not have is worst. */
enum {
  COST_INVERSION = 3,
  COST_FOREIGN_BASS = 5,
  COST_NO_FIFTH = 4,
  COST_MISSING = 12,
  COST_EXTRA = 16,
};

/* How uncommon a type is: between two readings of the same keys, the usual
   name wins (Am7 rather than C6/A, Csus4 rather than Fsus2/C). */
static const uint8_t rarity[YEOUN_CHORD_TYPES] = {
  [YEOUN_CHORD_MAJ] = 0,   [YEOUN_CHORD_MIN] = 0,    [YEOUN_CHORD_DIM] = 1,
  [YEOUN_CHORD_AUG] = 1,   [YEOUN_CHORD_SUS2] = 2,   [YEOUN_CHORD_SUS4] = 1,
  [YEOUN_CHORD_5] = 0,     [YEOUN_CHORD_6] = 2,      [YEOUN_CHORD_M6] = 2,
  [YEOUN_CHORD_7] = 1,     [YEOUN_CHORD_MAJ7] = 1,   [YEOUN_CHORD_M7] = 1,
  [YEOUN_CHORD_MMAJ7] = 2, [YEOUN_CHORD_M7B5] = 1,   [YEOUN_CHORD_DIM7] = 1,
  [YEOUN_CHORD_7B9] = 2,   [YEOUN_CHORD_7S9] = 2,    [YEOUN_CHORD_7B5] = 2,
  [YEOUN_CHORD_7S5] = 2,   [YEOUN_CHORD_9] = 2,      [YEOUN_CHORD_MAJ9] = 2,
  [YEOUN_CHORD_M9] = 2,    [YEOUN_CHORD_69] = 3,     [YEOUN_CHORD_11] = 3,
  [YEOUN_CHORD_13] = 3,    [YEOUN_CHORD_ADD9] = 3,   [YEOUN_CHORD_MADD9] = 3,
  [YEOUN_CHORD_7SUS4] = 2, [YEOUN_CHORD_9SUS4] = 3,  [YEOUN_CHORD_13SUS] = 4,
  [YEOUN_CHORD_M11] = 4,   [YEOUN_CHORD_MAJ7S5] = 3,
};

static int
count(unsigned set)
{
  int members = 0;
  for (; set; set &= set - 1U) {
    ++members;
  }
  return members;
}

/** What speaks against a chord whose tones should be these. */
static int
cost_of_tones(struct yeoun_chord chord, unsigned tones)
{
  const unsigned fifth = 1U << (chord.root + 7U) % 12U;
  const unsigned missing = chord.tones & ~tones;
  const unsigned extra = tones & ~(unsigned)chord.tones;
  const int no_fifth = missing & fifth && count(chord.tones) > 3 ? 1 : 0;
  return rarity[chord.type] + no_fifth * COST_NO_FIFTH +
         (count(missing) - no_fifth) * COST_MISSING + count(extra) * COST_EXTRA;
}

/** What speaks against a chord over its bass. */
static int
cost_of(struct yeoun_chord chord, unsigned tones)
{
  const unsigned bass = 1U << chord.bass;
  if (chord.bass == chord.root) {
    return cost_of_tones(chord, tones);
  }
  const int inverted = cost_of_tones(chord, tones) + COST_INVERSION;
  const int foreign = cost_of_tones(chord, tones & ~bass) + COST_FOREIGN_BASS;
  return yeoun_min_i(inverted, foreign);
}

struct yeoun_chord
yeoun_recognise(uint16_t tones, uint8_t bass)
{
  struct yeoun_chord best = yeoun_chord_make(bass, YEOUN_CHORD_MAJ, bass);
  int least = cost_of(best, tones);
  for (unsigned i = 0; i < 12; ++i) {
    for (unsigned type = 0; type < YEOUN_CHORD_TYPES; ++type) {
      const struct yeoun_chord chord =
        yeoun_chord_make((bass + i) % 12, type, bass);
      const int cost = cost_of(chord, tones);
      if (cost < least) {
        least = cost;
        best = chord;
      }
    }
  }
  return best;
}
