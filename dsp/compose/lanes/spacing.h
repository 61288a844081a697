// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* How far apart low notes have to lie to be heard as notes. */

#ifndef YEOUN_COMPOSE_LANES_SPACING_H
#define YEOUN_COMPOSE_LANES_SPACING_H

/** Least interval in semitones over a note that sounds: a fifth over what lies
    below F2, a fourth below C3, above that any. Critical bands grow wide below
    (Huron 2001, D4 and D5; Plomp and Levelt 1965). Any thread. */
static inline int
yeoun_least_gap(int low)
{
  return low < 41 ? 7 : low < 48 ? 5 : 1;
}

#endif
