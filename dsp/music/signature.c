// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "signature.h"

#include "key.h"
#include "pitch_name.h"

/* The modes of a signature stand in fifths: Lydian one sharp more than major,
   Mixolydian one less, ... */
static const int8_t from_major[YEOUN_MODES] = {0, -2, -4, 1, -1, -3, -5};

int8_t
yeoun_key_sharps(struct yeoun_key key)
{
  const int sharps =
    ((key.tonic * 7) % 12 + from_major[key.mode % YEOUN_MODES] + 24) % 12;
  return (int8_t)(sharps > 6 ? sharps - 12 : sharps);
}

/* How far what was typed lies from the middle of a signature's seven notes. */
static int
distance_of(int sharps, const struct yeoun_theme *theme)
{
  const int middle = sharps + 2;
  int sum = 0;
  for (unsigned i = 0; i < theme->chords; ++i) {
    const struct yeoun_chord *const chord = &theme->chord[i];
    const int root = yeoun_letter_fifths(chord->root_letter, chord->root);
    const int bass = yeoun_letter_fifths(chord->bass_letter, chord->bass);
    sum += root > middle ? root - middle : middle - root;
    sum += bass > middle ? bass - middle : middle - bass;
  }
  for (unsigned i = 0; i < theme->notes; ++i) {
    if (theme->note_letter[i]) {
      const int note =
        yeoun_letter_fifths(theme->note_letter[i], theme->note[i]);
      sum += note > middle ? note - middle : middle - note;
    }
  }
  return sum;
}

int8_t
yeoun_key_sharps_as_typed(struct yeoun_key key, const struct yeoun_theme *theme)
{
  enum { MOST = 7 };
  const int usual = yeoun_key_sharps(key);
  const int other = usual > 0 ? usual - 12 : usual + 12;
  const bool is_written = other >= -MOST && other <= MOST;
  return (int8_t)(is_written &&
                      distance_of(other, theme) < distance_of(usual, theme)
                    ? other
                    : usual);
}

int
yeoun_key_tonic_fifths(struct yeoun_key key, int sharps)
{
  return sharps - from_major[key.mode % YEOUN_MODES];
}

int
yeoun_key_fifths(int sharps, bool is_minor, unsigned pitch_class)
{
  return yeoun_fifths_from(sharps - (is_minor ? 3 : 4), pitch_class);
}

/* The letter that a key gives to a note. The lowest C is no B sharp, whose
   octave could not be written. */
static unsigned
letter_in(struct yeoun_key key, int sharps, unsigned note)
{
  const unsigned letter = yeoun_letter_of_fifths(
    yeoun_key_fifths(sharps, yeoun_key_is_minor(key), note));
  return (int)note < yeoun_letter_sharps(letter, note) ? YEOUN_LETTER_C
                                                       : letter;
}

/* The signature as the chords have it. */
static int
sharps_of_chords(const struct yeoun_theme *theme, struct yeoun_key key)
{
  struct yeoun_theme chords = *theme;
  chords.notes = 0;
  return yeoun_key_sharps_as_typed(key, &chords);
}

unsigned
yeoun_theme_note_letter(const struct yeoun_theme *theme, unsigned note)
{
  if (theme->note_letter[note]) {
    return theme->note_letter[note];
  }
  const struct yeoun_key key = yeoun_key_infer(theme);
  return letter_in(key, sharps_of_chords(theme, key), theme->note[note]);
}

void
yeoun_theme_letters_fold(struct yeoun_theme *theme)
{
  const struct yeoun_key key = yeoun_key_infer(theme);
  const int sharps = sharps_of_chords(theme, key);
  for (unsigned i = 0; i < theme->notes; ++i) {
    if (theme->note_letter[i] == letter_in(key, sharps, theme->note[i])) {
      theme->note_letter[i] = YEOUN_LETTER_NONE;
    }
  }
}
