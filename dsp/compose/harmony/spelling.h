// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The signs of chords that the theme does not have. */

#ifndef YEOUN_COMPOSE_HARMONY_SPELLING_H
#define YEOUN_COMPOSE_HARMONY_SPELLING_H

#include "compose/plan/plan.h"

/** A new chord, spelt with the signs that the theme was written with; else by
    the signature of the key, where its root belongs to that. Any thread. */
struct yeoun_chord
yeoun_spelling_of(const struct yeoun_plan *plan,
                  struct yeoun_key key,
                  struct yeoun_chord chord);

#endif
