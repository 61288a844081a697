// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "key_name.h"

#include <stdio.h>

#include "music/pitch_name.h"
#include "music/signature.h"

static const char *const modes[YEOUN_MODES] =
  {"major", "Dorian", "Phrygian", "Lydian", "Mixolydian", "minor", "Locrian"};

void
yeoun_key_name(struct yeoun_key key, int sharps, char *text, size_t size)
{
  char tonic[YEOUN_PITCH_NAME_SIZE];
  yeoun_pitch_name_write(
    yeoun_letter_of_fifths(yeoun_key_tonic_fifths(key, sharps)),
    key.tonic,
    'A',
    tonic);
  snprintf(text, size, "%s %s", tonic, modes[key.mode % YEOUN_MODES]);
}

const char *
yeoun_key_mode(struct yeoun_key key)
{
  static const char *const names[YEOUN_MODES] = {
    "major", "dorian", "phrygian", "lydian", "mixolydian", "minor", "locrian"};
  return names[key.mode % YEOUN_MODES];
}
