// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What rings after a blow: a bank of sines that die away, each a vector that
   turns and shrinks a little every frame. */

#ifndef YEOUN_SOUND_MODES_H
#define YEOUN_SOUND_MODES_H

#include <stdint.h>

#define YEOUN_MODE_SLOTS 64 /* a multiple of 8 */

struct yeoun_modes {
  int count;  /**< a multiple of 8: the last ones may be silent */
  int filled; /**< how many were added */
  float rate;
  float step[YEOUN_MODE_SLOTS]; /* radians a frame */
  float fade[YEOUN_MODE_SLOTS]; /* what is left after a frame */
  float along[YEOUN_MODE_SLOTS],
    across[YEOUN_MODE_SLOTS]; /* the turn, with its fade */
  float cosine[YEOUN_MODE_SLOTS],
    sine[YEOUN_MODE_SLOTS]; /* where each stands */
};

void
yeoun_modes_clear(struct yeoun_modes *modes, float rate);

/** Add a mode, from rest; above 0.45 of the rate it is left out. It loses 60 dB
    in `seconds`. Audio thread. */
void
yeoun_modes_add(struct yeoun_modes *modes,
                float hertz,
                float amplitude,
                float seconds);

/** All amplitudes times a factor; those that no one will hear, 76 dB below the
    strongest, are left out. Before the first frame. Audio thread. */
void
yeoun_modes_scale(struct yeoun_modes *modes, float factor);

/** All frequencies so many times what was added, from now on, and what fades
    does so in as many turns as before. Audio thread. */
void
yeoun_modes_bend(struct yeoun_modes *modes, float factor);

/** A hand or felt on it: no mode loses 60 dB in more than `seconds` from now
    on. Audio thread. */
void
yeoun_modes_damp(struct yeoun_modes *modes, float seconds);

/** Add at most YEOUN_MODEL_FRAMES frames to `out`; the greatest amplitude that
   is left. Modes that have died away cost nothing when all after them have: add
   the lasting ones first. Audio thread. */
float
yeoun_modes_render(struct yeoun_modes *modes, float *out, uint32_t frames);

/** The same, bent by so many cents; what they are bent by is kept in `now`.
    Audio thread. */
float
yeoun_modes_ring(struct yeoun_modes *modes,
                 float cents,
                 float *now,
                 float *out,
                 uint32_t frames);

/** Add a mono stretch to two sides. Audio thread. */
void
yeoun_sides_add(const float *out,
                const float gain[2],
                float *left,
                float *right,
                uint32_t frames);

/** The factor a frame by which 60 dB are lost in `seconds`. Any thread. */
float
yeoun_fade(float seconds, float rate);

/** How much of a mode a mallet excites that touches for `contact` seconds: the
    envelope of the spectrum of a half-sine push (Fletcher & Rossing 1998,
   section 19.3). Any thread. */
float
yeoun_mallet(float hertz, float contact);

#endif
