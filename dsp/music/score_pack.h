// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A score as few bytes, the same on every machine: what a session keeps of a
   variation, so that it still sounds as it was when the composer has changed.

   A byte says the format. Whole numbers are little-endian groups of seven bits
   (LEB128), those that may be negative zigzag first, floats their IEEE bits.
   Notes, spans and phrases stand in their order, each start as the distance
   from the one before: about nine bytes a note. */

#ifndef YEOUN_MUSIC_SCORE_PACK_H
#define YEOUN_MUSIC_SCORE_PACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "audio.h"
#include "score.h"

/** Bytes of the largest score. */
#define YEOUN_PACKED_SIZE                                                      \
  (64 + YEOUN_DESCRIPTION_SIZE + 17 * YEOUN_SPANS_MAX +                        \
   16 * YEOUN_PHRASES_MAX + 18 * YEOUN_NOTES_MAX)

/** Pack a score. Returns how many bytes, or 0 when they do not fit in size;
    YEOUN_PACKED_SIZE always do. Any thread. */
size_t
yeoun_score_pack(const struct yeoun_score *score, uint8_t *bytes, size_t size);

/** Unpack a score; false when the bytes are none, whatever they are: then the
    score holds nothing of use. Any thread, audio too. */
YEOUN_AUDIO bool
yeoun_score_unpack(const uint8_t *bytes,
                   size_t size,
                   struct yeoun_score *score);

#endif
