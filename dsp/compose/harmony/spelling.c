// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "spelling.h"

/* The signature of a mode: +1 sharps, -1 flats, 0 none or either. */
static int
signature_of(struct yeoun_key key)
{
  enum {
    SHARPS = 1 << 7 | 1 << 2 | 1 << 9 | 1 << 4 | 1 << 11,
    FLATS = 1 << 5 | 1 << 10 | 1 << 3 | 1 << 8 | 1 << 1,
  };
  static const int8_t degree[YEOUN_MODES] = {0, 2, 4, 5, 7, 9, 11};
  const int major = yeoun_pitch_class(key.tonic - degree[key.mode]);
  return SHARPS >> major & 1 ? 1 : FLATS >> major & 1 ? -1 : 0;
}

/* New chords are spelt with the signs that the theme was written with; else by
   the signature, where their root is of the key. */
struct yeoun_chord
yeoun_spelling_of(const struct yeoun_plan *plan,
                  struct yeoun_key key,
                  struct yeoun_chord chord)
{
  enum { BLACK = 1 << 1 | 1 << 3 | 1 << 6 | 1 << 8 | 1 << 10 };
  int written = 0;
  for (int i = 0; i < plan->analysis.chords; ++i) {
    const struct yeoun_chord own = plan->analysis.chord[i];
    const bool is_black = (BLACK >> own.root & 1) || (BLACK >> own.bass & 1);
    written += is_black ? (own.is_flat ? -1 : 1) : 0;
  }
  const bool is_home = key.mode == plan->analysis.key.mode;
  const struct yeoun_scale scale = yeoun_scale_of_key(key);
  const int signature = signature_of(key);
  const int sign = written && (is_home || !signature) ? written : signature;
  if (chord.type == YEOUN_CHORD_DIM7) {
    chord.is_flat = false; /* a raised tone, below its goal */
  } else if (yeoun_tones_hold(yeoun_scale_tones(&scale), chord.root)) {
    chord.is_flat = sign ? sign < 0 : chord.is_flat;
  } else if (sign < 0) {
    chord.is_flat = true;
  }
  return chord;
}
