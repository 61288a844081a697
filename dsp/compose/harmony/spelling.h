// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* How the chords of a score are spelt. */

#ifndef YEOUN_COMPOSE_HARMONY_SPELLING_H
#define YEOUN_COMPOSE_HARMONY_SPELLING_H

#include "compose/plan/plan.h"
#include "music/score.h"

/** A chord, spelt as the theme was typed: with the letters of the theme where
    it has that root or bass, else in the key as it was typed. Any thread. */
struct yeoun_chord
yeoun_spelling_of(const struct yeoun_theme *theme,
                  struct yeoun_key key,
                  struct yeoun_chord chord);

/** Spell all chords of a score. Any thread. */
void
yeoun_spelling_write(const struct yeoun_plan *plan, struct yeoun_score *score);

#endif
