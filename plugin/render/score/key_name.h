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

/** "A minor", "Eb Lydian". */
void
yeoun_key_name(struct yeoun_key key, char *text, size_t size);

#endif
