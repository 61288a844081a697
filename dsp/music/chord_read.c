// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "chord.h"
#include "chord_kind.h"
#include "pitch_name.h"

/* Why a text has no root: "H" is a B elsewhere. */
static enum yeoun_status
fault_of_root(const char *text)
{
  return text[0] == 'H' ? YEOUN_EXPECTED_B : YEOUN_EXPECTED_ROOT;
}

struct yeoun_reading
yeoun_chord_read_near(const char *text,
                      struct yeoun_chord *chord,
                      bool *is_exact)
{
  struct yeoun_pitch_name root;
  if (!yeoun_pitch_name_read(text, 'A', &root)) {
    return (struct yeoun_reading){fault_of_root(text), 0};
  }
  const struct yeoun_chord_kind kind =
    yeoun_chord_kind_read(text + root.length);
  size_t at = root.length + kind.length;
  const bool has_bass = text[at] == '/';
  if (!kind.is_known || (!has_bass && !yeoun_chord_ends(text + at))) {
    return (struct yeoun_reading){YEOUN_EXPECTED_TYPE, at};
  }
  struct yeoun_pitch_name bass = root;
  if (has_bass) {
    ++at;
    if (!yeoun_pitch_name_read(text + at, 'A', &bass)) {
      return (struct yeoun_reading){YEOUN_EXPECTED_BASS, at};
    }
    at += bass.length;
    if (!yeoun_chord_ends(text + at)) {
      return (struct yeoun_reading){YEOUN_EXPECTED_BASS, at};
    }
  }

  *chord = yeoun_chord_make(root.pitch_class, kind.type, bass.pitch_class);
  *is_exact = kind.is_exact;
  chord->root_letter = root.letter & 0xFU;
  chord->bass_letter = bass.letter & 0xFU;
  return (struct yeoun_reading){YEOUN_OK, at};
}

struct yeoun_reading
yeoun_chord_read(const char *text, struct yeoun_chord *chord)
{
  bool is_exact;
  return yeoun_chord_read_near(text, chord, &is_exact);
}
