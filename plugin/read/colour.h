// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A colour of the picture as warmth. Any thread. */

#ifndef YEOUN_READ_COLOUR_H
#define YEOUN_READ_COLOUR_H

#include <stdbool.h>
#include <stdint.h>

/** Read "#e0a040", sRGB; false when it is no such text. */
bool
yeoun_colour_read(const char *text, uint32_t *rgb);

/** Warmth of a colour, -1 cold (pure blue) .. 0 (any grey) .. 1 warm (pure
    red): (red - blue) / 255, of the values that are written.

    A stand-in for the warm-cool scale of Ou, Luo, Woodcock and Wright 2004
    (Color Research and Application 29, 232-240), WC = -0.5 + 0.02 C*^1.07
    cos(h - 50 degrees) in CIELAB, that is 0 for greys and reaches both ends:
   over the sRGB cube the two correlate with .96 (tests/unit/test_colour.c). */
float
yeoun_colour_warmth(uint32_t rgb);

#endif
