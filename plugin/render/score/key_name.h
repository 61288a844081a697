// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Keys as musicians write them. */

#ifndef YEOUN_RENDER_SCORE_KEY_NAME_H
#define YEOUN_RENDER_SCORE_KEY_NAME_H

#include <stddef.h>
#include <stdint.h>

#include "music/theme.h"

/** Sharps of a key signature, flats negative: -5..6. */
int8_t
yeoun_key_sharps(struct yeoun_key key);

/** The same, -6..7, as the black keys of a theme were typed: of six flats and
   six sharps, those that its composer thinks in. */
int8_t
yeoun_key_sharps_as_typed(struct yeoun_key key,
                          const struct yeoun_theme *theme);

/** "A minor", "Eb Lydian". @param sharps  of the signature */
void
yeoun_key_name(struct yeoun_key key, int sharps, char *text, size_t size);

/** What MusicXML calls the mode of a key: "major", "dorian", ... */
const char *
yeoun_key_mode(struct yeoun_key key);

#endif
