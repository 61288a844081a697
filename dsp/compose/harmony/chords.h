// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Tools of harmony: chords made from a key, and spans moved about in a score.
 */

#ifndef YEOUN_COMPOSE_HARMONY_CHORDS_H
#define YEOUN_COMPOSE_HARMONY_CHORDS_H

#include <stdbool.h>

#include "compose/plan/plan.h"
#include "music/score.h"

/** A chord in root position on any MIDI key. Any thread. */
struct yeoun_chord
yeoun_chords_on(int root, enum yeoun_chord_type type);

/** A draw 0..1 for one place that stays the same whatever the mood: things
    happen where it is smaller than their amount. Any thread. */
float
yeoun_chords_draw(const struct yeoun_plan *plan,
                  const char *purpose,
                  int32_t tick);

/** Add a span at the end; nothing when it is empty. When there is no room the
    last one lasts on. Any thread. */
void
yeoun_chords_add(struct yeoun_score *score, struct yeoun_span span);

/** Cut the end off a span and put another chord there, one that stands for none
    of the theme's. Does nothing when there is no room. Any thread. */
void
yeoun_chords_insert(struct yeoun_score *score,
                    int s,
                    int32_t length,
                    struct yeoun_chord chord);

/** The degree number of a pitch class, or -1 when it is foreign to the scale.
    Any thread. */
int
yeoun_chords_degree(const struct yeoun_scale *scale, int root);

/** Thirds piled up on a degree. Any thread. */
struct yeoun_chord
yeoun_chords_of_degree(const struct yeoun_scale *scale, int degree);

/** The chord of the same degree in the parallel mode; the dominant, and what
    is more than a triad or seventh chord of the key, stays. Any thread. */
struct yeoun_chord
yeoun_chords_parallel(const struct yeoun_plan *plan, struct yeoun_chord chord);

/** Whether all tones belong to the theme's key. Any thread. */
bool
yeoun_chords_fit(const struct yeoun_plan *plan, struct yeoun_chord chord);

#endif
