// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "cliche.h"

#include "chord_statistics.h"
#include "chords.h"
#include "music/key.h"

enum { LINE = 4 };

static const uint8_t minor_line[LINE] = {YEOUN_CHORD_MIN,
                                         YEOUN_CHORD_MMAJ7,
                                         YEOUN_CHORD_M7,
                                         YEOUN_CHORD_M6};
static const uint8_t major_line[LINE] = {YEOUN_CHORD_MAJ,
                                         YEOUN_CHORD_AUG,
                                         YEOUN_CHORD_6,
                                         YEOUN_CHORD_7};

/* Within the key, for calm music: 8 7 6 7. */
static const uint8_t calm_line[LINE] = {YEOUN_CHORD_MAJ,
                                        YEOUN_CHORD_MAJ7,
                                        YEOUN_CHORD_6,
                                        YEOUN_CHORD_MAJ7};

/* The tone to which a line goes on after so many steps, above the root; and the
   tone that it has reached, at which it may also stay. */
static bool
leads_on(const struct yeoun_plan *plan,
         const uint8_t *line,
         int steps,
         struct yeoun_chord from,
         struct yeoun_chord next)
{
  static const int8_t down[LINE + 1] = {12, 11, 10, 9, 8};
  static const int8_t up[LINE + 1] = {7, 8, 9, 10, 9};
  static const int8_t calm[LINE + 1] = {12, 11, 9, 11, 12};
  const int8_t *const tone = line == minor_line   ? down
                             : line == major_line ? up
                                                  : calm;
  const int tonic = plan->analysis.key.tonic;
  const struct yeoun_chord last =
    yeoun_chords_on(from.root, (enum yeoun_chord_type)line[steps - 1]);
  const int detour =
    yeoun_chord_goal_cost(yeoun_key_is_minor(plan->analysis.key),
                          yeoun_chord_state(last, tonic),
                          yeoun_chord_state(next, tonic));
  return detour < 48 && yeoun_tones_hold(next.tones, from.root + tone[steps]);
}

/* The line that begins with a chord; NULL where none does. */
static const uint8_t *
line_of(struct yeoun_chord chord, unsigned pole)
{
  if (chord.type == YEOUN_CHORD_MIN) {
    return minor_line;
  }
  if (chord.type != YEOUN_CHORD_MAJ) {
    return NULL;
  }
  return pole == YEOUN_LYRICAL ? calm_line : major_line;
}

/* Cut a span into steps of half a bar at least, as many as the line has. */
static void
creep(const struct yeoun_plan *plan,
      unsigned pole,
      int s,
      struct yeoun_score *score)
{
  const struct yeoun_span whole = score->span[s];
  const uint8_t *const line = line_of(whole.chord, pole);
  const int32_t half = plan->bar_ticks / 2 / YEOUN_SLOT * YEOUN_SLOT;
  int steps = half > 0 ? whole.length / half : 0;
  steps = steps > LINE ? LINE : steps;
  const bool leaves_key =
    line == calm_line &&
    !yeoun_chords_fit(plan,
                      yeoun_chords_on(whole.chord.root, YEOUN_CHORD_MAJ7));
  /* Down to the major seventh and no further, a minor chord is left with a
     tone that nobody expects. */
  const int least = line == minor_line ? 3 : 2;
  if (!line || steps < least || leaves_key || s + 1 >= score->spans ||
      !leads_on(plan, line, steps, whole.chord, score->span[s + 1].chord)) {
    return;
  }
  const int32_t step = whole.length / steps / YEOUN_SLOT * YEOUN_SLOT;
  for (int i = steps - 1; i > 0; --i) {
    const int spans = score->spans;
    const struct yeoun_chord chord =
      yeoun_chord_make(whole.chord.root, line[i], whole.chord.bass);
    yeoun_chords_insert(score, s, score->span[s].length - i * step, chord);
    if (score->spans > spans) {
      score->span[s + 1].slot = whole.slot;
      score->span[s + 1].is_substitute = whole.is_substitute;
    }
  }
}

void
yeoun_cliche_write(const struct yeoun_plan *plan,
                   unsigned pole,
                   const struct yeoun_chord_places *places,
                   struct yeoun_score *score)
{
  const float amount = plan->budget.amount[YEOUN_TECHNIQUE_CLICHE];
  for (int s = score->spans - 1; s >= 0 && amount > 0.0f; --s) {
    const struct yeoun_span *const span = &score->span[s];
    const struct yeoun_chord_place *const place =
      yeoun_places_at(places, span->start);
    const int32_t draws = places->place[place->draws].start;
    const int bar = (int)(draws / plan->bar_ticks);
    const bool closes =
      yeoun_places_at(places, span->start + span->length - 1)->closes;
    if (span->slot >= 0 && !closes &&
        yeoun_plan_unit(plan, bar)->rank < amount) {
      creep(plan, pole, s, score);
    }
  }
}
