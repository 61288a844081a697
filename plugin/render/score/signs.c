// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "signs.h"

#include <stddef.h>

#include "key_name.h"
#include "music/chord.h"
#include "music/key.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/** Lengths that have a sign, in divisions, longest first. */
static const struct {
  int32_t length;
  uint8_t type;
  bool is_dotted;
} plain[] =
  {
    {96, 0, false},
    {72, 1, true},
    {48, 1, false},
    {36, 2, true},
    {24, 2, false},
    {18, 3, true},
    {12, 3, false},
    {9, 4, true},
    {6, 4, false},
    {3, 5, false},
},
  triplets[] = {
    {16, 2, false},
    {12, 3, true},
    {8, 3, false},
    {4, 4, false},
};

int32_t
yeoun_sign_choose(struct yeoun_sign *sign,
                  int32_t at,
                  int32_t length,
                  int32_t beat)
{
  const int32_t into = at % beat;
  /* Off the beat, stop at the next one; but short-long-short is read well. */
  const bool is_syncope = into * 2 == beat && length == beat;
  const int32_t most =
    into && into + length > beat && !is_syncope ? beat - into : length;
  if (sign->is_triplet) {
    for (size_t i = 0; i < COUNT(triplets); ++i) {
      if (triplets[i].length <= most) {
        sign->type = triplets[i].type;
        sign->is_dotted = triplets[i].is_dotted;
        return triplets[i].length;
      }
    }
  }
  for (size_t i = 0; i < COUNT(plain); ++i) {
    if (plain[i].length <= most) {
      sign->type = plain[i].type;
      sign->is_dotted = plain[i].is_dotted;
      return plain[i].length;
    }
  }
  /* Shorter than any: what is left of a beat that two grids share. */
  sign->type = 5;
  sign->is_dotted = false;
  return most;
}

struct yeoun_spelling
yeoun_spell(struct yeoun_key key, unsigned pitch_class)
{
  static const char steps[] = "FCGDAEB";
  /* Twelve neighbours on the line of fifths, F = -1: from the flat sixth of
     major to its sharp fourth; minor has its leading note instead. */
  const int sharps = yeoun_key_sharps(key);
  int fifth = sharps - (yeoun_key_is_minor(key) ? 3 : 4);
  while ((unsigned)(fifth * 7 + 84) % 12 != pitch_class % 12) {
    ++fifth;
  }
  const int place = fifth + 1 + 7 * 4;
  return (struct yeoun_spelling){steps[place % 7], (int8_t)(place / 7 - 4)};
}

static const char *const kinds[YEOUN_CHORD_TYPES] = {
  [YEOUN_CHORD_MAJ] = "major",
  [YEOUN_CHORD_MIN] = "minor",
  [YEOUN_CHORD_DIM] = "diminished",
  [YEOUN_CHORD_AUG] = "augmented",
  [YEOUN_CHORD_SUS2] = "suspended-second",
  [YEOUN_CHORD_SUS4] = "suspended-fourth",
  [YEOUN_CHORD_5] = "power",
  [YEOUN_CHORD_6] = "major-sixth",
  [YEOUN_CHORD_M6] = "minor-sixth",
  [YEOUN_CHORD_7] = "dominant",
  [YEOUN_CHORD_MAJ7] = "major-seventh",
  [YEOUN_CHORD_M7] = "minor-seventh",
  [YEOUN_CHORD_MMAJ7] = "major-minor",
  [YEOUN_CHORD_M7B5] = "half-diminished",
  [YEOUN_CHORD_DIM7] = "diminished-seventh",
  [YEOUN_CHORD_7B9] = "dominant",
  [YEOUN_CHORD_7S9] = "dominant",
  [YEOUN_CHORD_7B5] = "dominant",
  [YEOUN_CHORD_7S5] = "augmented-seventh",
  [YEOUN_CHORD_9] = "dominant-ninth",
  [YEOUN_CHORD_MAJ9] = "major-ninth",
  [YEOUN_CHORD_M9] = "minor-ninth",
  [YEOUN_CHORD_69] = "major-sixth",
  [YEOUN_CHORD_11] = "dominant-11th",
  [YEOUN_CHORD_13] = "dominant-13th",
  [YEOUN_CHORD_ADD9] = "major",
  [YEOUN_CHORD_MADD9] = "minor",
  [YEOUN_CHORD_7SUS4] = "suspended-fourth",
  [YEOUN_CHORD_9SUS4] = "suspended-fourth",
};

const char *
yeoun_chord_kind(unsigned type)
{
  return kinds[type < YEOUN_CHORD_TYPES ? type : 0];
}
