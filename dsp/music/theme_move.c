// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "theme_move.h"

#include "pitch_name.h"
#include "signature.h"

/* The letters of all notes, told. */
static void
move_letters(struct yeoun_theme *theme, int fifths)
{
  const struct yeoun_theme before = *theme;
  for (unsigned i = 0; i < theme->notes; ++i) {
    const unsigned letter = yeoun_theme_note_letter(&before, i);
    const int place = yeoun_letter_fifths(letter, theme->note[i]);
    theme->note_letter[i] = (uint8_t)yeoun_letter_of_fifths(place + fifths);
  }
}

void
yeoun_theme_move(struct yeoun_theme *theme,
                 struct yeoun_key key,
                 unsigned letter,
                 unsigned tonic)
{
  const unsigned up = (tonic + 12 - key.tonic % 12U) % 12;
  const int way = up > 6 ? (int)up - 12 : (int)up;
  const int fifths =
    yeoun_letter_fifths(letter, tonic) -
    yeoun_key_tonic_fifths(key, yeoun_key_sharps_as_typed(key, theme));
  move_letters(theme, fifths);
  for (unsigned i = 0; i < theme->chords; ++i) {
    theme->chord[i] = yeoun_chord_transpose(theme->chord[i], fifths);
  }
  for (unsigned i = 0; i < theme->notes; ++i) {
    theme->note[i] = (uint8_t)(theme->note[i] + way);
  }
  if (theme->notes) {
    yeoun_theme_letters_fold(theme);
  }
}
