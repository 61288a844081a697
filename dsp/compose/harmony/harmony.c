// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "harmony.h"

#include "bass_line.h"
#include "chord_statistics.h"
#include "chords.h"
#include "cliche.h"
#include "compose/plan/jokes.h"
#include "music/key.h"
#include "music/palette.h"
#include "spelling.h"

/* The distance from which on a form closes in its own way, not as its loop
   ends. */
static const float closes_from = 0.1f;

void
yeoun_harmony_scale(const struct yeoun_plan *plan,
                    const struct yeoun_score *score,
                    struct yeoun_harmony *harmony)
{
  for (int s = 0; s < score->spans; ++s) {
    const struct yeoun_span *const span = &score->span[s];
    const struct yeoun_scale home =
      yeoun_places_are_parallel(plan, (int)(span->start / plan->bar_ticks))
        ? yeoun_scale_of_key(yeoun_key_parallel(plan->analysis.key))
        : plan->analysis.scale;
    harmony->scale[s] = yeoun_scale_under(home, span->chord);
  }
}

void
yeoun_harmony_state(const struct yeoun_plan *plan,
                    struct yeoun_score *score,
                    struct yeoun_harmony *harmony)
{
  yeoun_places_state(plan, score);
  yeoun_spelling_write(plan, score);
  for (int s = 0; s < score->spans; ++s) {
    harmony->scale[s] =
      yeoun_scale_under(plan->analysis.scale, score->span[s].chord);
  }
}

static bool
is_same(const struct yeoun_span *a, const struct yeoun_span *b)
{
  return a->slot == b->slot && a->chord.root == b->chord.root &&
         a->chord.type == b->chord.type && a->chord.bass == b->chord.bass;
}

/* What goes on over a bar line is one span. */
static void
join_spans(struct yeoun_score *score)
{
  int kept = 0;
  for (int s = 1; s < score->spans; ++s) {
    if (is_same(&score->span[kept], &score->span[s])) {
      score->span[kept].length += score->span[s].length;
    } else {
      score->span[++kept] = score->span[s];
    }
  }
  score->spans = (uint16_t)(kept + 1);
}

/* What sets of variations put in a chord's place: the same function and two
   tones in common, or more usual. */
static bool
is_substitute(const struct yeoun_plan *plan,
              const struct yeoun_chord_place *place,
              struct yeoun_chord chord)
{
  if (place->slot < 0) {
    return false;
  }
  const struct yeoun_chord own = plan->analysis.chord[place->slot];
  const int tonic = plan->analysis.key.tonic;
  const unsigned common = own.tones & chord.tones;
  const int bits =
    yeoun_chord_substitute_cost(yeoun_key_is_minor(plan->analysis.key),
                                yeoun_chord_state(own, tonic),
                                yeoun_chord_state(chord, tonic));
  return chord.root != own.root && (common & (common - 1)) != 0 && bits <= 64;
}

static void
write_place(const struct yeoun_plan *plan,
            const struct yeoun_chord_place *place,
            const struct yeoun_dressed *dressed,
            int i,
            struct yeoun_score *score)
{
  struct yeoun_span span = {
    .start = place->start,
    .length = place->length,
    .chord = dressed->main[i],
    .slot = place->slot,
    .is_substitute = is_substitute(plan, place, dressed->main[i]),
  };
  if (dressed->has_head[i]) {
    const int32_t length = place->length - place->tail;
    struct yeoun_span head = span;
    head.chord = dressed->head[i];
    head.length = length;
    span.start += length;
    span.length -= length;
    yeoun_chords_add(score, head);
  }
  span.length -= dressed->has_tail[i] ? place->tail : 0;
  yeoun_chords_add(score, span);
  if (dressed->has_tail[i]) {
    yeoun_chords_add(score,
                     (struct yeoun_span){.start = span.start + span.length,
                                         .length = place->tail,
                                         .chord = dressed->tail[i],
                                         .slot = -1});
  }
}

/* What was put in before the loop's first chord leads nowhere when the form
   closes. */
static void
drop_lead(struct yeoun_score *score)
{
  while (score->spans > 1 && score->span[score->spans - 1].slot < 0) {
    const int32_t length = score->span[score->spans - 1].length;
    --score->spans;
    score->span[score->spans - 1].length += length;
  }
}

/* A suspension over the last chord would take the room in which it goes home:
   the chord stands there at once. */
static void
drop_suspension(struct yeoun_score *score)
{
  const int last = score->spans - 1;
  struct yeoun_span *const span = score->span;
  if (last < 1 || span[last].slot < 0 ||
      span[last - 1].slot != span[last].slot ||
      span[last - 1].chord.root != span[last].chord.root) {
    return;
  }
  span[last - 1].chord = span[last].chord;
  span[last - 1].length += span[last].length;
  --score->spans;
}

/* The tonic from a tick to the end, in place of what was there. */
static void
add_home(struct yeoun_key key, int32_t from, struct yeoun_score *score)
{
  while (score->spans && score->span[score->spans - 1].start >= from) {
    --score->spans;
  }
  drop_lead(score);
  if (score->spans) {
    struct yeoun_span *const last = &score->span[score->spans - 1];
    last->length = from - last->start;
  }
  const struct yeoun_chord tonic = yeoun_chords_on(
    key.tonic, yeoun_key_is_minor(key) ? YEOUN_CHORD_MIN : YEOUN_CHORD_MAJ);
  yeoun_chords_add(score,
                   (struct yeoun_span){.start = from,
                                       .length = score->length - from,
                                       .chord = tonic,
                                       .slot = -1});
}

/* Whether a chord has tones that are not of the key. */
static bool
is_foreign(struct yeoun_key key, struct yeoun_chord chord)
{
  const struct yeoun_scale scale = yeoun_scale_of_key(key);
  const unsigned leading = 1U << (key.tonic + 11) % 12;
  return (chord.tones & ~(yeoun_scale_tones(&scale) | leading)) != 0;
}

/* The key in which the form closes. */
static struct yeoun_key
closing_key(const struct yeoun_plan *plan)
{
  const struct yeoun_key key = plan->analysis.key;
  return yeoun_places_are_parallel(plan, plan->bars - 1)
           ? yeoun_key_parallel(key)
           : key;
}

/* Half a bar in whole pulses, in ticks. */
static int32_t
half_bar(const struct yeoun_plan *plan)
{
  const int32_t pulse = yeoun_pulse_ticks(plan->meter);
  return plan->bar_ticks / 2 / pulse * pulse;
}

/* Whether the last chord may be cut in two: it is the theme's, or of the key,
   and there is room. */
static bool
may_be_cut(const struct yeoun_plan *plan,
           struct yeoun_key key,
           const struct yeoun_span *last,
           int32_t own)
{
  const bool is_own = last->slot >= 0 &&
                      last->chord.root == plan->analysis.chord[last->slot].root;
  return last->length > own && (is_own || !is_foreign(key, last->chord));
}

/* Whether the chord before a tick is of the key, so that it leads home as well
   as where it led. */
static bool
leads_home(struct yeoun_key key, int32_t from, const struct yeoun_score *score)
{
  int s = score->spans - 1;
  while (s > 0 && (score->span[s].start >= from || score->span[s].slot < 0)) {
    --s;
  }
  return !is_foreign(key, score->span[s].chord);
}

/* Whether the form's last word falls on the first beat of its last bar, and
   silence after it. */
static bool
stops_short(const struct yeoun_plan *plan, unsigned pole)
{
  const enum yeoun_joke joke = yeoun_joke_of(plan, plan->phrases - 1);
  return pole == YEOUN_COMIC &&
         (joke == YEOUN_JOKE_BANG || joke == YEOUN_JOKE_WRONG_FINAL);
}

/* A form closes at home, whatever chord the loop ends on: in the second half of
   its last bar, or on the first beat when it stops there. */
static void
close_at_home(const struct yeoun_plan *plan,
              unsigned pole,
              struct yeoun_score *score)
{
  const struct yeoun_key key = closing_key(plan);
  const int32_t half = half_bar(plan);
  const bool is_short = stops_short(plan, pole) &&
                        leads_home(key, score->length - plan->bar_ticks, score);
  const int32_t own = is_short ? plan->bar_ticks : plan->bar_ticks - half;
  const int32_t from = score->length - own;
  const struct yeoun_span *last = &score->span[score->spans - 1];
  const bool is_home = last->chord.root == key.tonic;
  if (plan->bars < 8 || plan->request->distance < closes_from || half <= 0 ||
      (is_home && (!is_short || last->start <= from))) {
    return;
  }
  drop_lead(score);
  last = &score->span[score->spans - 1];
  if (last->chord.root != key.tonic) {
    drop_suspension(score);
    last = &score->span[score->spans - 1];
  }
  if (is_short ||
      (last->chord.root != key.tonic && may_be_cut(plan, key, last, own))) {
    add_home(key, from, score);
  }
}

/* Whether a chord closes as the last before the tonic: a dominant with its
   leading tone, or the tritone's; in court music whatever is there. */
static bool
closes(const struct yeoun_plan *plan,
       struct yeoun_key key,
       struct yeoun_chord chord)
{
  const int up = yeoun_pitch_class(chord.root - key.tonic);
  const int leading = yeoun_pitch_class(key.tonic + 11);
  return plan->request->palette == YEOUN_GUGAK ||
         ((up == 7 || up == 11 || up == 1) &&
          yeoun_tones_hold(chord.tones, leading));
}

/* The end of a span that a dominant may have: half a bar, or half of what is
   there, in whole pulses; 0 where it would have to go. */
static int32_t
room_for_dominant(const struct yeoun_plan *plan, const struct yeoun_span *span)
{
  const int32_t pulse = yeoun_pulse_ticks(plan->meter);
  const int32_t half = half_bar(plan);
  return span->length > half ? half : span->length / 2 / pulse * pulse;
}

/* A last tonic is led to: where what comes before does not, the dominant takes
   half a bar of it, or half of what there is. The submediant, the mediant and
   the supertonic of a loop say "and so on", not "so it ended"; a subdominant or
   a subtonic goes to the dominant and with it home (of the romantic phrases
   that close a piece at home about one in ten is plagal: corpus, DCML). */
static void
lead_home(const struct yeoun_plan *plan, struct yeoun_score *score)
{
  const struct yeoun_key key = closing_key(plan);
  const int last = score->spans - 1;
  if (plan->bars < 8 || plan->request->distance < YEOUN_SEARCH_LEADS_HOME ||
      half_bar(plan) <= 0 || last < 1 ||
      score->span[last].chord.root != key.tonic ||
      closes(plan, key, score->span[last - 1].chord)) {
    return;
  }
  struct yeoun_span *const span = score->span;
  int before = last - 1;
  const struct yeoun_chord dominant =
    yeoun_chords_on(key.tonic + 7, YEOUN_CHORD_7);
  /* What leads to a chord that goes away goes with it; but what a chord of
     another key led to keeps its place. */
  const int leads = before >= 2 && span[before - 1].slot < 0 ? 1 : 0;
  if (before > leads && is_foreign(key, span[before - 1 - leads].chord)) {
    return;
  }
  const int32_t room = room_for_dominant(plan, &span[before]);
  const bool is_own_fifth = span[before].chord.root == dominant.root;
  if (room > 0 && !is_own_fifth && !is_foreign(key, span[before].chord)) {
    yeoun_chords_insert(score, before, room, dominant);
    return;
  }
  if (leads) {
    span[before - 2].length += span[before - 1].length;
    span[before - 1] = span[before];
    span[before] = span[last];
    --before;
    --score->spans;
  }
  span[before].chord = dominant;
  if (!is_own_fifth) {
    span[before].slot = -1;
  }
  span[before].is_substitute = false;
}

void
yeoun_harmony_write(const struct yeoun_plan *plan,
                    unsigned pole,
                    struct yeoun_score *score,
                    struct yeoun_harmony *harmony)
{
  struct yeoun_search *const search = &harmony->search;
  yeoun_places_state(plan, score);
  yeoun_places_lay(plan, score, &search->places);
  yeoun_search_run(plan, pole, search);
  yeoun_dress_chords(plan, search, &harmony->dressed);
  score->spans = 0;
  for (int i = 0; i < search->places.count; ++i) {
    write_place(plan, &search->places.place[i], &harmony->dressed, i, score);
  }
  yeoun_bass_line_draw(plan, score);
  join_spans(score);
  yeoun_cliche_write(plan, pole, &search->places, score);
  close_at_home(plan, pole, score);
  lead_home(plan, score);
  yeoun_spelling_write(plan, score);
  yeoun_harmony_scale(plan, score, harmony);
}

int
yeoun_harmony_index(const struct yeoun_score *score, int32_t tick)
{
  int low = 0;
  int high = score->spans - 1;
  while (low < high) {
    const int middle = (low + high + 1) / 2;
    if (score->span[middle].start <= tick) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

const struct yeoun_span *
yeoun_harmony_at(const struct yeoun_score *score, int32_t tick)
{
  return &score->span[yeoun_harmony_index(score, tick)];
}
