// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "signs.h"

#include <stddef.h>

#include "music/pitch_name.h"
#include "music/signature.h"

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
yeoun_spell(int sharps, bool is_minor, unsigned pitch_class)
{
  return yeoun_spelt(
    yeoun_letter_of_fifths(yeoun_key_fifths(sharps, is_minor, pitch_class)),
    pitch_class);
}

struct yeoun_spelling
yeoun_spelt(unsigned letter, unsigned pitch_class)
{
  return (struct yeoun_spelling){
    "?CDEFGAB"[letter % YEOUN_LETTERS],
    (int8_t)yeoun_letter_sharps(letter, pitch_class)};
}
