// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The key of a theme: where it is at home, in any of the church modes. */

#ifndef YEOUN_MUSIC_KEY_H
#define YEOUN_MUSIC_KEY_H

#include "theme.h"

/**
   Infer the key.

   Chords: the key with the least harmonic charge (Friberg, Bresin and Sundberg
   2006), foreign tones, and the strongest claim of first and last chord to be
   home. Notes alone: the least foreign tones, first and last note counting as
   final or fifth. Modal loops (D C G, Dm G, Em F) keep their mode.

   Any thread.
*/
struct yeoun_key
yeoun_key_infer(const struct yeoun_theme *theme);

/** Whether the third of the mode is minor. Any thread. */
bool
yeoun_key_is_minor(struct yeoun_key key);

/** Parallel minor or major: the same tonic, the other third. Any thread. */
struct yeoun_key
yeoun_key_parallel(struct yeoun_key key);

/** Harmonic charge of a root in a key, 0..8. Source: harmonic charge rule of
    the KTH system, Friberg, Bresin and Sundberg 2006. Any thread. */
float
yeoun_key_charge(struct yeoun_key key, int root);

#endif
