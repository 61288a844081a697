// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Where chords want to go. The rules are the resolutions that harmony books
   agree on (Aldwell and Schachter, Harmony and Voice Leading, ch. 25 to 30;
   Kostka and Payne, Tonal Harmony, ch. 16 to 23; blues and tritone substitutes:
   Levine, The Jazz Theory Book, 1995). */

#include "compose/harmony/chord_statistics.h"

#define QUALITY(name) (1u << YEOUN_QUALITY_##name)

/* What a detour costs: nothing, a little, much; from LOST on a chord leads
   nowhere (a few in a hundred of counted dominants). */
enum { FREE = 0, NEAR = 16, FAR = 48, LOST = 96, WRONG = 128 };

#define DOMINANTS (QUALITY(MAJ) | QUALITY(7) | QUALITY(SUS) | QUALITY(AUG))
#define LEADING (QUALITY(DIM) | QUALITY(M7B5) | QUALITY(DIM7))
#define STABLE                                                                 \
  (QUALITY(MAJ) | QUALITY(MIN) | QUALITY(MAJ7) | QUALITY(M7) | QUALITY(5) |    \
   QUALITY(SUS) | QUALITY(7))

/* The next chord as the rules see it: its root above that of the chord. */
struct next {
  int up;
  unsigned quality; /* one bit */
};

static bool
is(struct next next, int up, unsigned qualities)
{
  return next.up == up && (next.quality & qualities) != 0;
}

/* The other half of a dominant: its triad, suspension, or the vii above. */
static bool
is_same_dominant(struct next next)
{
  return is(next, 0, DOMINANTS) || is(next, 4, LEADING);
}

static int
from_dominant_seventh(struct next next)
{
  if (is(next, 5, STABLE) || is_same_dominant(next)) {
    return FREE;
  }
  if (is(next, 11, STABLE)) {
    return NEAR; /* augmented sixth, tritone substitute */
  }
  if (is(next, 0, QUALITY(M7) | QUALITY(M7B5)) || is(next, 5, LEADING)) {
    return FAR; /* it gives up its leading note, or leads on */
  }
  if (is(next, 2, QUALITY(MIN) | QUALITY(M7)) ||
      is(next, 1, QUALITY(MAJ) | QUALITY(MAJ7))) {
    return FAR; /* deceptive */
  }
  return WRONG;
}

/* The home dominant also falls back to IV and goes round by its own V. */
static int
from_home_dominant(struct next next)
{
  if (next.up == 10 || is(next, 7, DOMINANTS | QUALITY(M7) | QUALITY(MIN))) {
    return FAR;
  }
  if (is(next, 11, STABLE)) {
    return WRONG;
  }
  return from_dominant_seventh(next);
}

/* A major triad whose third is foreign: an applied dominant without seventh. */
static int
from_applied_triad(struct next next)
{
  if (is(next, 5, STABLE) || is_same_dominant(next)) {
    return FREE;
  }
  if (is(next, 2, QUALITY(MIN) | QUALITY(M7)) ||
      is(next, 1, QUALITY(MAJ) | QUALITY(MAJ7)) ||
      is(next, 0, QUALITY(MIN) | QUALITY(M7))) {
    return FAR;
  }
  return LOST;
}

static int
from_diminished_seventh(struct next next)
{
  if (is(next, 1, STABLE) || is(next, 11, QUALITY(M7) | QUALITY(MIN))) {
    return FREE; /* up to its target, or down to ii between iii and ii */
  }
  if (is(next, 8, DOMINANTS) || is(next, 0, STABLE) ||
      is(next, 9, QUALITY(MAJ) | QUALITY(MAJ7) | QUALITY(7)) ||
      is(next, 6, QUALITY(MAJ) | QUALITY(MAJ7) | QUALITY(7)) ||
      is(next, 0, LEADING)) {
    return NEAR; /* its target's dominant; a common tone */
  }
  if (is(next, 1, QUALITY(DIM7) | QUALITY(M7B5)) ||
      is(next, 11, QUALITY(DIM7))) {
    return FAR; /* a chain */
  }
  /* Its enharmonic twins. */
  return next.up % 3 == 1 && is(next, next.up, STABLE) ? LOST : WRONG;
}

static int
from_diminished_triad(struct next next)
{
  if (is(next, 1, STABLE) || is(next, 5, STABLE) || is(next, 0, LEADING)) {
    return FREE;
  }
  return is(next, 8, DOMINANTS) || is(next, 10, STABLE) ? NEAR : LOST;
}

static int
from_half_diminished(int root, struct next next)
{
  if (is(next, 5, STABLE) || is(next, 0, LEADING) || is(next, 9, LEADING)) {
    return FREE;
  }
  if (is(next, 1, STABLE) || is(next, 11, STABLE) ||
      (root == 2 && is(next, 10, STABLE)) || is(next, 8, DOMINANTS)) {
    return NEAR;
  }
  return LOST;
}

static int
from_augmented(struct next next)
{
  if (is(next, 5, STABLE) || is(next, 0, STABLE) ||
      is(next, 9, QUALITY(MIN) | QUALITY(M7)) ||
      is(next, 1, QUALITY(MIN) | QUALITY(M7))) {
    return FREE;
  }
  return is(next, 11, STABLE) || is(next, 8, STABLE) ? NEAR : LOST;
}

/* Chords of the other mode that bring the lowered sixth or second degree. */
static int
from_borrowed(int root, int next_root)
{
  /* Sets of roots above the tonic, bit 0 is the tonic. */
  enum { TO_TONIC = 1 << 0, TO_DOMINANT = 1 << 7, TO_LEADING = 1 << 11 };
  static const uint16_t goals[12] = {
    [1] = TO_TONIC | TO_DOMINANT | TO_LEADING | 1 << 5 | 1 << 8 | 1 << 2,
    [5] = TO_TONIC | TO_DOMINANT | TO_LEADING | 1 << 10 | 1 << 1 | 1 << 2,
    [8] = TO_TONIC | TO_DOMINANT | TO_LEADING | 1 << 10 | 1 << 5 | 1 << 1 |
          1 << 2 | 1 << 3,
  };
  return goals[root] >> next_root & 1 ? FREE : LOST;
}

static int
from_triad(bool is_minor, int state, int next_root, struct next next)
{
  const int root = yeoun_state_root(state);
  const int quality = yeoun_state_quality(state);
  const bool is_major_triad =
    quality == YEOUN_QUALITY_MAJ || quality == YEOUN_QUALITY_MAJ7;
  if (is_major_triad && (root == 1 || (root == 8 && !is_minor))) {
    return from_borrowed(root, next_root);
  }
  if (!is_minor && root == 5 &&
      (quality == YEOUN_QUALITY_MIN || quality == YEOUN_QUALITY_M7)) {
    return from_borrowed(root, next_root);
  }
  /* D E F# A B of C major, D E F# A B of C minor: the third is foreign. */
  enum { MAJOR_APPLIED = 1 << 2 | 1 << 4 | 1 << 6 | 1 << 9 | 1 << 11 };
  if (quality == YEOUN_QUALITY_MAJ && (MAJOR_APPLIED >> root & 1)) {
    return from_applied_triad(next);
  }
  return FREE;
}

/* I7 and IV7 of the blues, bVII7 that falls to the tonic by the back door. */
static bool
is_at_ease(bool is_minor, int root, int next_root, struct next next)
{
  enum { TO_TONIC = 1 << 0, TO_IV = 1 << 5, TO_V = 1 << 7 };
  const int goals = TO_TONIC | TO_IV | TO_V;
  if ((next.quality & STABLE) == 0) {
    return false;
  }
  return (root == 5 && (goals >> next_root & 1)) ||
         (root == 0 && !is_minor && (goals >> next_root & 1)) ||
         (root == 10 && next_root == 0);
}

int
yeoun_chord_goal_cost(bool is_minor, int state, int next_state)
{
  const int root = yeoun_state_root(state);
  const int next_root = yeoun_state_root(next_state);
  const struct next next = {(next_root - root + 12) % 12,
                            1u << yeoun_state_quality(next_state)};
  if (state == next_state) {
    return FREE;
  }
  switch (yeoun_state_quality(state)) {
    case YEOUN_QUALITY_7:
      return is_at_ease(is_minor, root, next_root, next) ? FREE
             : root == 7 ? from_home_dominant(next)
                         : from_dominant_seventh(next);
    case YEOUN_QUALITY_DIM7:
      return from_diminished_seventh(next);
    case YEOUN_QUALITY_DIM:
      return from_diminished_triad(next);
    case YEOUN_QUALITY_M7B5:
      return from_half_diminished(root, next);
    case YEOUN_QUALITY_AUG:
      return from_augmented(next);
    default:
      return from_triad(is_minor, state, next_root, next);
  }
}
