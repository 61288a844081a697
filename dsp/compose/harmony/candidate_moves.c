// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "candidates.h"
#include "chord_statistics.h"

enum { BIT = 16 };

int
yeoun_candidates_plain(int state)
{
  const int root = yeoun_state_root(state) * YEOUN_QUALITIES;
  switch (yeoun_state_quality(state)) {
    case YEOUN_QUALITY_MAJ7:
    case YEOUN_QUALITY_7:
      return root + YEOUN_QUALITY_MAJ;
    case YEOUN_QUALITY_M7:
      return root + YEOUN_QUALITY_MIN;
    default:
      return state;
  }
}

bool
yeoun_candidates_goal(const struct yeoun_chromatic *row, int state)
{
  return yeoun_chromatic_is_goal(row, state) ||
         yeoun_chromatic_is_goal(row, yeoun_candidates_plain(state));
}

/* A theme goes its own ways as if they were usual; what stands still where the
   theme moves is dull. */
static float
move_cost(const struct yeoun_candidates *candidates,
          const struct yeoun_entry *from,
          const struct yeoun_entry *to)
{
  static const float usual = 2.0f;
  static const float share = 0.6f;
  static const float most = 8.0f;
  const bool is_minor = candidates->is_minor;
  const bool is_own = from->slot >= 0 && to->slot >= 0;
  if (from->chord.root == to->chord.root && from->state == to->state) {
    return is_own ? 0.0f : 6.0f;
  }
  const float counted =
    (float)yeoun_chord_move_cost(is_minor, from->state, to->state) / BIT;
  const float capped = counted < most ? counted : most;
  const float cost = share * (is_own && capped > usual ? usual : capped);
  const int detour = yeoun_chord_goal_cost(is_minor, from->state, to->state);
  if (from->slot >= 0) {
    /* A chord of the theme that leads is not answered by a substitute. */
    static const float broken = 5.5f;
    return cost + (to->slot < 0 && detour >= 96 ? broken : 0.0f);
  }
  int rows = 0;
  const struct yeoun_chromatic *const table = yeoun_chromatics(&rows);
  const bool is_lost =
    detour >= 48 ||
    (from->row >= 0 && !yeoun_candidates_goal(&table[from->row], to->state));
  return is_lost ? YEOUN_FORBIDDEN : cost + (float)detour / BIT;
}

bool
yeoun_candidates_part(const struct yeoun_candidates *candidates,
                      int from,
                      int between,
                      int to)
{
  const struct yeoun_chord chord = candidates->entry[from].chord;
  const struct yeoun_chord inserted = candidates->entry[between].chord;
  const int tonic = candidates->tonic;
  const int leading = chord.root + 4;
  const bool is_dominant =
    yeoun_tones_hold(chord.tones, leading) && chord.root == (tonic + 7) % 12;
  const int detour = yeoun_chord_goal_cost(candidates->is_minor,
                                           candidates->entry[from].state,
                                           candidates->entry[between].state);
  return detour < 48 && inserted.root != chord.root &&
         (!is_dominant || yeoun_tones_hold(inserted.tones, leading) ||
          candidates->entry[to].chord.root != tonic);
}

float
yeoun_candidates_move(struct yeoun_candidates *candidates, int from, int to)
{
  float *const known = &candidates->move[from][to];
  if (*known < 0.0f) {
    *known =
      move_cost(candidates, &candidates->entry[from], &candidates->entry[to]);
  }
  return *known;
}
