// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "spelling.h"

#include "music/signature.h"

/* The letter that the theme has for a root, or none. */
static unsigned
typed_root(const struct yeoun_theme *theme, unsigned root)
{
  for (unsigned i = 0; i < theme->chords; ++i) {
    if (theme->chord[i].root == root) {
      return theme->chord[i].root_letter;
    }
  }
  return YEOUN_LETTER_NONE;
}

/* The letter that the theme has for a bass of a root, or none. */
static unsigned
typed_bass(const struct yeoun_theme *theme, struct yeoun_chord chord)
{
  for (unsigned i = 0; i < theme->chords; ++i) {
    const struct yeoun_chord *const own = &theme->chord[i];
    if (own->root == chord.root && own->bass == chord.bass &&
        own->root_letter == chord.root_letter) {
      return own->bass_letter;
    }
  }
  return YEOUN_LETTER_NONE;
}

/* A new root in the key: from the flat second to the raised fourth; a minor
   chord from the flat sixth to the raised first. */
static unsigned
new_root(int tonic, struct yeoun_chord chord)
{
  const bool is_minor = (chord.tones >> (chord.root + 3) % 12 & 1U) &&
                        !(chord.tones >> (chord.root + 4) % 12 & 1U);
  const unsigned plain = yeoun_letter_of_fifths(
    yeoun_fifths_from(tonic - (is_minor ? 4 : 5), chord.root));
  if (chord.type != YEOUN_CHORD_DIM7) {
    return plain;
  }
  /* A raised tone, a letter below its goal. */
  const unsigned goal = yeoun_letter_of_fifths(
    yeoun_fifths_from(tonic - 5, (chord.root + 1U) % 12));
  const unsigned raised =
    (goal - YEOUN_LETTER_C + 6) % 7 + (unsigned)YEOUN_LETTER_C;
  const int sharps = yeoun_letter_sharps(raised, chord.root);
  return sharps >= -1 && sharps <= 1 ? raised : plain;
}

struct yeoun_chord
yeoun_spelling_of(const struct yeoun_theme *theme,
                  struct yeoun_key key,
                  struct yeoun_chord chord)
{
  const int tonic =
    yeoun_key_tonic_fifths(key, yeoun_key_sharps_as_typed(key, theme));
  const unsigned typed = typed_root(theme, chord.root);
  chord.root_letter = (typed ? typed : new_root(tonic, chord)) & 0xFU;
  const unsigned bass = typed_bass(theme, chord);
  chord.bass_letter = (bass ? bass : yeoun_chord_bass_letter(chord)) & 0xFU;
  return chord;
}

/* A chord that stands for one of the theme's keeps the letters of that one. */
static struct yeoun_chord
keep_letters(struct yeoun_chord own, struct yeoun_chord chord)
{
  chord.root_letter = own.root_letter;
  chord.bass_letter =
    (own.bass == chord.bass ? own.bass_letter
                            : yeoun_chord_bass_letter(chord)) &
    0xFU;
  return chord;
}

void
yeoun_spelling_write(const struct yeoun_plan *plan, struct yeoun_score *score)
{
  const struct yeoun_theme *const theme = &plan->request->theme;
  for (unsigned s = 0; s < score->spans; ++s) {
    struct yeoun_span *const span = &score->span[s];
    const bool is_own = span->slot >= 0 && span->slot < theme->chords &&
                        theme->chord[span->slot].root == span->chord.root;
    span->chord = is_own
                    ? keep_letters(theme->chord[span->slot], span->chord)
                    : yeoun_spelling_of(theme, plan->analysis.key, span->chord);
  }
}
