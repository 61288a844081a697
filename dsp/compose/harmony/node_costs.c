// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "node_costs.h"

#include "chord_statistics.h"
#include "chords.h"

/* Bits. What a cadence is worth, a colour in its place, chance at most. */
static const float cadence_worth = 2.0f;
static const float colour_worths[YEOUN_POLES] = {4.5f, 7.0f, 5.0f};
static const float chance_of_chord = 4.0f;
static const float chance_of_insert = 3.0f;
/* An inserted chord that may come is worth coming. */
static const float insert_worth = 4.0f;

static float
chance(const struct yeoun_plan *plan,
       const char *purpose,
       const struct yeoun_chord_place *place,
       int state)
{
  const uint32_t index = (uint32_t)(place->draws * YEOUN_STATES + state) * 128U;
  struct yeoun_random random =
    yeoun_plan_stream(plan, purpose, index + plan->request->harmony_take);
  return yeoun_random_unit(&random);
}

static int
degree_of(const struct yeoun_candidates *candidates, struct yeoun_chord chord)
{
  return (chord.root - candidates->tonic + 12) % 12;
}

static bool
is_dominant(const struct yeoun_candidates *candidates, struct yeoun_chord chord)
{
  const int degree = degree_of(candidates, chord);
  return (degree == 7 && !yeoun_tones_hold(chord.tones, chord.root + 3)) ||
         (degree == 11 && chord.type == YEOUN_CHORD_DIM7);
}

/* How far a chord lies from the tonic, 0..1.5: steps of its root on the circle
   of fifths, and tones that are not the key's (the chord distance of Lerdahl,
   Tonal Pitch Space, 2001, made simple). */
static float
tension_of(const struct yeoun_candidates *candidates, struct yeoun_chord chord)
{
  const int fifths = degree_of(candidates, chord) * 7 % 12;
  const int steps = fifths > 6 ? 12 - fifths : fifths;
  const bool is_foreign = (chord.tones & ~candidates->tones) != 0;
  return (float)steps / 6.0f + (is_foreign ? 0.5f : 0.0f);
}

/* The arc of a phrase: up to two thirds of it, and back where it closes. */
static float
tension_at(const struct yeoun_plan *plan, const struct yeoun_chord_place *place)
{
  const struct yeoun_phrase_plan *const phrase = &plan->phrase[place->phrase];
  const float at =
    ((float)place->start / (float)plan->bar_ticks - (float)phrase->bar) /
    (float)phrase->bars;
  const float end = phrase->cadence == YEOUN_CADENCE_HALF ? 0.6f : 0.0f;
  const float arc =
    at < 0.67f ? at / 0.67f : 1.0f - (1.0f - end) * (at - 0.67f) / 0.33f;
  return phrase->tension * arc;
}

static float
tension_cost(const struct yeoun_plan *plan,
             const struct yeoun_candidates *candidates,
             const struct yeoun_chord_place *place,
             struct yeoun_chord chord)
{
  static const float worth = 1.0f;
  const float off = tension_of(candidates, chord) - tension_at(plan, place);
  return worth * (off < 0.0f ? -off : off);
}

static float
bright_cost(const struct yeoun_colour *colour, struct yeoun_chord chord)
{
  const float is_bright = yeoun_tones_hold(chord.tones, chord.root + 4) ? 1.0f
                          : yeoun_tones_hold(chord.tones, chord.root + 3)
                            ? -1.0f
                            : 0.0f;
  return -1.5f * colour->bright * is_bright;
}

/* The chord on which a phrase closes, as the form asks. */
static float
cadence_cost(const struct yeoun_plan *plan,
             const struct yeoun_candidates *candidates,
             const struct yeoun_chord_place *place,
             struct yeoun_chord chord)
{
  const unsigned cadence = plan->phrase[place->phrase].cadence;
  if (!place->closes) {
    return 0.0f;
  }
  if (cadence == YEOUN_CADENCE_HALF) {
    return is_dominant(candidates, chord) ? -cadence_worth : 0.0f;
  }
  if (cadence == YEOUN_CADENCE_FULL) {
    return degree_of(candidates, chord) == 0 ? -2.0f * cadence_worth : 0.0f;
  }
  return 0.0f;
}

static void
find_mains(const struct yeoun_plan *plan, struct yeoun_search *search, int i)
{
  const struct yeoun_chord_place *const place = &search->places.place[i];
  const struct yeoun_candidates *const candidates =
    &search->candidates[place->is_parallel];
  const struct yeoun_choices *const choices =
    &candidates->choices[place->is_end ? YEOUN_ROW_END : place->slot];
  for (int k = 0; k < choices->mains; ++k) {
    const struct yeoun_entry *const entry =
      &candidates->entry[choices->main[k]];
    const bool is_foreign = (entry->chord.tones & ~candidates->tones) != 0;
    search->node[i][k] =
      choices->cost[k] +
      chance_of_chord * chance(plan, "chord", place, entry->state) +
      tension_cost(plan, candidates, place, entry->chord) +
      bright_cost(&search->colour, entry->chord) +
      cadence_cost(plan, candidates, place, entry->chord) -
      (is_foreign && place->is_colour ? colour_worths[search->colour.pole]
                                      : 0.0f);
  }
}

/* How many places may have a chord inserted: sets of variations keep the number
   of chords in 78 bars of a hundred and have more in 15 (TAVERN). */
static float
insert_share(const struct yeoun_plan *plan, const struct yeoun_colour *colour)
{
  const float *const amount = plan->budget.amount;
  const float share = colour->distance * (0.35f + 0.7f * colour->chromatic) +
                      0.2f * amount[YEOUN_TECHNIQUE_APPLIED] +
                      0.1f * amount[YEOUN_TECHNIQUE_MIXTURE];
  return share < 0.6f ? share : 0.6f;
}

static float
insert_bonus(const struct yeoun_plan *plan,
             const struct yeoun_search *search,
             const struct yeoun_candidates *candidates,
             const struct yeoun_chord_place *place,
             bool leads_home,
             struct yeoun_chord chord)
{
  const bool is_foreign = (chord.tones & ~candidates->tones) != 0;
  const unsigned cadence = plan->phrase[place->phrase].cadence;
  const bool cadences =
    is_dominant(candidates, chord) &&
    ((place->closes && cadence == YEOUN_CADENCE_HALF) ||
     (place->stand == YEOUN_STAND_APPROACH && cadence != YEOUN_CADENCE_HALF));
  /* An ending closes by its dominant, whatever else may be. */
  if (leads_home) {
    return is_dominant(candidates, chord) ? 30.0f : insert_worth;
  }
  return insert_worth + (cadences ? cadence_worth : 0.0f) +
         (is_foreign && place->is_colour ? colour_worths[search->colour.pole]
                                         : 0.0f);
}

static void
find_inserts(const struct yeoun_plan *plan,
             struct yeoun_search *search,
             float share,
             int i)
{
  const struct yeoun_chord_place *const place = &search->places.place[i];
  const bool is_last = i + 1 == search->places.count;
  const struct yeoun_chord_place *const next =
    &search->places.place[is_last ? 0 : i + 1];
  const struct yeoun_candidates *const candidates =
    &search->candidates[next->is_parallel];
  const struct yeoun_choices *const choices =
    &candidates->choices[next->is_end ? YEOUN_ROW_END : next->slot];
  const unsigned cadence = plan->phrase[place->phrase].cadence;
  /* A full close is not taken back. */
  const bool rests = place->closes && cadence == YEOUN_CADENCE_FULL;
  const float rank = place->is_colour ? 0.3f * place->rank : place->rank;
  const bool may = place->tail > 0 && !rests &&
                   (rank < share || (next->is_end && place->tail));
  for (int j = 0; j < choices->inserts; ++j) {
    const struct yeoun_entry *const entry =
      &candidates->entry[choices->insert[j].entry];
    search->insert[i][j] =
      may ? choices->insert[j].cost +
              chance_of_insert * chance(plan, "insert", place, entry->state) -
              insert_bonus(
                plan, search, candidates, place, next->is_end, entry->chord)
          : YEOUN_FORBIDDEN;
  }
}

static struct yeoun_colour
colour_of(const struct yeoun_plan *plan, unsigned pole)
{
  static const float as_given = 0.3f; /* of the feature bright */
  const float *const feature = plan->pole_feature[pole];
  const float distance = plan->request->distance;
  return (struct yeoun_colour){
    .pole = pole,
    .chromatic = feature[YEOUN_FEATURE_CHROMATIC] + 0.3f * distance,
    .bright = feature[YEOUN_FEATURE_BRIGHT] - as_given,
    .distance = distance,
  };
}

void
yeoun_node_costs_find(const struct yeoun_plan *plan,
                      unsigned pole,
                      struct yeoun_search *search)
{
  search->colour = colour_of(plan, pole);
  bool has_parallel = false;
  for (int i = 0; i < search->places.count; ++i) {
    has_parallel |= search->places.place[i].is_parallel;
  }
  yeoun_candidates_find(plan, &search->colour, false, &search->candidates[0]);
  if (has_parallel) {
    yeoun_candidates_find(plan, &search->colour, true, &search->candidates[1]);
  }
  const float share = insert_share(plan, &search->colour);
  for (int i = 0; i < search->places.count; ++i) {
    find_mains(plan, search, i);
    find_inserts(plan, search, share, i);
  }
}
