// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Keys as musicians write them. */

#ifndef YEOUN_RENDER_SCORE_KEY_NAME_H
#define YEOUN_RENDER_SCORE_KEY_NAME_H

#include <stddef.h>

#include "music/theme.h"

/** "A minor", "Eb Lydian". @param sharps  of the signature */
void
yeoun_key_name(struct yeoun_key key, int sharps, char *text, size_t size);

/** What MusicXML calls the mode of a key: "major", "dorian", ... */
const char *
yeoun_key_mode(struct yeoun_key key);

#endif
