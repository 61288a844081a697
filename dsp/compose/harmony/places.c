// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "places.h"

#include "chords.h"
#include "cycle.h"

void
yeoun_places_state(const struct yeoun_plan *plan, struct yeoun_score *score)
{
  const struct yeoun_cycle cycle = yeoun_cycle_lay(plan);
  const int chords = plan->analysis.chords;
  const int32_t length = plan->bars * plan->bar_ticks;
  const int steps = cycle.once_more ? chords + 2 : chords;
  score->spans = 0;
  int32_t at = 0;
  for (int i = 0; at < length; i = (i + 1) % steps) {
    const int slot = i < chords ? i : i - 2;
    const int32_t own = i < chords ? cycle.length[i] : cycle.once_more / 2;
    const int32_t left = length - at;
    yeoun_chords_add(score,
                     (struct yeoun_span){.start = at,
                                         .length = own < left ? own : left,
                                         .chord = plan->analysis.chord[slot],
                                         .slot = (int8_t)slot});
    at += own;
  }
}

/* What a phrase says again: the first that said it. */
static const struct yeoun_phrase_plan *
origin_of(const struct yeoun_plan *plan, const struct yeoun_phrase_plan *phrase)
{
  while (phrase->model >= 0 && (phrase->recall == YEOUN_RECALL_EXACT ||
                                phrase->recall == YEOUN_RECALL_ENDING)) {
    phrase = &plan->phrase[phrase->model];
  }
  return phrase;
}

bool
yeoun_places_are_parallel(const struct yeoun_plan *plan, int bar)
{
  const float amount = plan->budget.amount[YEOUN_TECHNIQUE_MODE];
  const struct yeoun_phrase_plan *phrase = yeoun_phrase_at(plan, bar);
  if (!(amount > 0.0f) || plan->is_statement) {
    return false;
  }
  if (plan->phrases < 3) {
    return amount > 0.5f;
  }
  /* What says the same says it in the same mode; and the end is at home. */
  phrase = origin_of(plan, phrase);
  if (phrase == origin_of(plan, &plan->phrase[plan->phrases - 1])) {
    return false;
  }
  return plan->phrases < 8 ? phrase->material != 0 : phrase->section == 2;
}

/* The end of a place that may be another chord's: half of a bar, or its last
   pulse; in the last bar of a phrase, whose chord is the goal, a pulse. */
static int32_t
tail_of(const struct yeoun_plan *plan, int32_t length, unsigned stand)
{
  const int32_t pulse = yeoun_pulse_ticks(plan->meter);
  const int32_t half = length / 2 / pulse * pulse;
  if (half < pulse) {
    return 0;
  }
  return stand == YEOUN_STAND_LAST ? pulse : half;
}

static unsigned
stand_of(const struct yeoun_phrase_plan *phrase, int bar)
{
  const int left = phrase->bar + phrase->bars - bar;
  return left == 1            ? YEOUN_STAND_LAST
         : left == 2          ? YEOUN_STAND_APPROACH
         : bar == phrase->bar ? YEOUN_STAND_FIRST
                              : YEOUN_STAND_INNER;
}

static void
put_place(const struct yeoun_plan *plan,
          const struct yeoun_span *span,
          int32_t start,
          int32_t length,
          struct yeoun_chord_places *places)
{
  const int bar = (int)(start / plan->bar_ticks);
  const struct yeoun_phrase_plan *const phrase = yeoun_phrase_at(plan, bar);
  const unsigned stand = stand_of(phrase, bar);
  places->place[places->count] = (struct yeoun_chord_place){
    .start = start,
    .length = length,
    .tail = tail_of(plan, length, stand),
    .slot = span->slot,
    .phrase = (uint8_t)(phrase - plan->phrase),
    .stand = (uint8_t)stand,
    .closes = start + length >= (phrase->bar + phrase->bars) * plan->bar_ticks,
    .is_parallel = yeoun_places_are_parallel(plan, bar),
    .model = -1,
    .draws = (int16_t)places->count,
  };
  ++places->count;
}

/* When all are taken, the last one lasts on; one is kept for the end. */
static void
add_place(const struct yeoun_plan *plan,
          const struct yeoun_span *span,
          int32_t start,
          int32_t length,
          struct yeoun_chord_places *places)
{
  if (places->count == YEOUN_PLACES - 1) {
    places->place[places->count - 1].length += length;
  } else {
    put_place(plan, span, start, length, places);
  }
}

/* Cut at bar lines, unless a piece would be shorter than a pulse. */
static void
cut_spans(const struct yeoun_plan *plan,
          const struct yeoun_score *statement,
          int32_t length,
          struct yeoun_chord_places *places)
{
  const int32_t bar = plan->bar_ticks;
  const int32_t pulse = yeoun_pulse_ticks(plan->meter);
  places->count = 0;
  for (int s = 0; s < statement->spans; ++s) {
    const struct yeoun_span *const span = &statement->span[s];
    const int32_t reaches = span->start + span->length;
    const int32_t end = reaches < length ? reaches : length;
    int32_t at = span->start;
    for (int32_t line = (at / bar + 1) * bar; line < end; line += bar) {
      if (line - at >= pulse && end - line >= pulse) {
        add_place(plan, span, at, line - at, places);
        at = line;
      }
    }
    if (at < end) {
      add_place(plan, span, at, end - at, places);
    }
  }
}

/* An ending has its last bar for the tonic. */
static void
add_end(const struct yeoun_plan *plan, struct yeoun_chord_places *places)
{
  const int tonic = plan->analysis.key.tonic;
  struct yeoun_span span = {.slot = -1};
  for (int i = 0; i < plan->analysis.chords; ++i) {
    span.slot = plan->analysis.chord[i].root == tonic ? (int8_t)i : span.slot;
  }
  put_place(
    plan, &span, (plan->bars - 1) * plan->bar_ticks, plan->bar_ticks, places);
  places->place[places->count - 1].is_end = true;
  places->place[places->count - 1].tail = 0;
}

static void
tie_place(const struct yeoun_plan *plan,
          int i,
          struct yeoun_chord_places *places)
{
  struct yeoun_chord_place *const place = &places->place[i];
  const struct yeoun_phrase_plan *const phrase = &plan->phrase[place->phrase];
  const bool is_exact = phrase->recall == YEOUN_RECALL_EXACT;
  if (phrase->model < 0 || place->is_end ||
      (!is_exact && phrase->recall != YEOUN_RECALL_ENDING)) {
    return;
  }
  const int32_t back =
    (phrase->bar - plan->phrase[phrase->model].bar) * plan->bar_ticks;
  for (int m = 0; m < i; ++m) {
    const struct yeoun_chord_place *const model = &places->place[m];
    if (model->start == place->start - back && model->length == place->length &&
        model->slot == place->slot &&
        model->is_parallel == place->is_parallel) {
      place->model = (int16_t)m;
      place->draws = model->draws;
      place->ties_chord = is_exact || place->stand < YEOUN_STAND_APPROACH;
      /* What leads on belongs to what follows. */
      place->ties_tail = place->ties_chord && !place->closes &&
                         (is_exact || place->stand == YEOUN_STAND_FIRST) &&
                         i + 1 < places->count && !places->place[i + 1].is_end;
    }
  }
}

static float
draw(const struct yeoun_plan *plan, const char *purpose, int index)
{
  return yeoun_chords_draw(plan, purpose, index * YEOUN_SLOT);
}

/* Sets of variations keep 85 % of the chords in a phrase's first bar, 93 in its
   last, 60 in the last but one (27 sets by Mozart and Beethoven: TAVERN). */
static void
weigh_places(const struct yeoun_plan *plan, struct yeoun_chord_places *places)
{
  static const float dear[] = {1.2f, -0.6f, 0.6f, 4.8f};
  static const float late[] = {1.2f, 1.0f, 0.6f, 0.9f};
  float key[YEOUN_PLACES];
  for (int i = 0; i < places->count; ++i) {
    struct yeoun_chord_place *const place = &places->place[i];
    place->pull = dear[place->stand] +
                  4.0f * (draw(plan, "pull", place->draws) - 0.5f) +
                  2.5f * (draw(plan, "own pull", i) - 0.5f);
    /* What closes half wants its dominant. */
    const bool opens = place->closes && plan->phrase[place->phrase].cadence ==
                                          YEOUN_CADENCE_HALF;
    key[i] = place->tail ? (opens ? 0.55f : late[place->stand]) *
                             draw(plan, "insert", place->draws)
                         : 9.0f;
  }
  for (int i = 0; i < places->count; ++i) {
    int before = 0;
    for (int k = 0; k < places->count; ++k) {
      before += key[k] < key[i];
    }
    places->place[i].rank = ((float)before + 0.5f) / (float)places->count;
  }
}

/* Whether the theme goes to another root from a place. */
static bool
moves_on(const struct yeoun_plan *plan,
         const struct yeoun_chord_places *places,
         int i)
{
  const struct yeoun_chord_place *const next =
    &places->place[i + 1 < places->count ? i + 1 : 0];
  const struct yeoun_chord *const chord = plan->analysis.chord;
  return next->is_end ||
         chord[places->place[i].slot].root != chord[next->slot].root;
}

/* Eight bars have one colour, before a chord of the theme to which it leads;
   late rather than early. */
static void
colour_places(const struct yeoun_plan *plan, struct yeoun_chord_places *places)
{
  const int span = plan->phrases > 1 ? 2 : 1;
  for (int first = 0; first < plan->phrases; first += span) {
    float best = 0.0f;
    int found = -1;
    for (int i = 0; i < places->count; ++i) {
      const struct yeoun_chord_place *const place = &places->place[i];
      const bool is_late = place->stand == YEOUN_STAND_APPROACH ||
                           place->stand == YEOUN_STAND_INNER;
      const float wish =
        (is_late ? 1.0f : 0.5f) * (0.1f + draw(plan, "colour", place->draws));
      if (place->phrase / span == first / span && !place->is_end &&
          place->tail && moves_on(plan, places, i) && wish > best) {
        best = wish;
        found = i;
      }
    }
    if (found >= 0) {
      places->place[found].is_colour = true;
    }
  }
}

void
yeoun_places_lay(const struct yeoun_plan *plan,
                 const struct yeoun_score *statement,
                 struct yeoun_chord_places *places)
{
  const bool ends = plan->request->has_ending && plan->bars > 1;
  cut_spans(
    plan, statement, (plan->bars - (ends ? 1 : 0)) * plan->bar_ticks, places);
  if (ends) {
    add_end(plan, places);
  }
  for (int i = 0; i < places->count; ++i) {
    tie_place(plan, i, places);
  }
  weigh_places(plan, places);
  colour_places(plan, places);
}

const struct yeoun_chord_place *
yeoun_places_at(const struct yeoun_chord_places *places, int32_t tick)
{
  int i = 0;
  while (i + 1 < places->count && places->place[i + 1].start <= tick) {
    ++i;
  }
  return &places->place[i];
}
