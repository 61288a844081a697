// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "closing.h"

#include "chords.h"
#include "compose/plan/jokes.h"
#include "music/key.h"
#include "music/palette.h"
#include "places.h"
#include "search.h"

/* The distance from which on a form closes in its own way, not as its loop
   ends. */
static const float closes_from = 0.1f;

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

/* What stands before a tick, and no more. */
static void
cut(struct yeoun_score *score, int32_t from)
{
  while (score->spans && score->span[score->spans - 1].start >= from) {
    --score->spans;
  }
  if (score->spans) {
    struct yeoun_span *const last = &score->span[score->spans - 1];
    last->length = from - last->start;
  }
}

/* The tonic from a tick to the end, in place of what was there. */
static void
add_home(struct yeoun_key key, int32_t from, struct yeoun_score *score)
{
  cut(score, from);
  drop_lead(score);
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

/* Whether the form is home on the first beat of its last bar: it bangs there.
 */
static bool
is_home_at_once(const struct yeoun_plan *plan, unsigned pole)
{
  return pole == YEOUN_COMIC &&
         yeoun_joke_of(plan, plan->phrases - 1) == YEOUN_JOKE_BANG;
}

/* A form closes at home, whatever chord the loop ends on: in the second half of
   its last bar, or on the first beat when it bangs there. */
static void
close_at_home(const struct yeoun_plan *plan,
              unsigned pole,
              struct yeoun_score *score)
{
  const struct yeoun_key key = closing_key(plan);
  const int32_t half = half_bar(plan);
  const bool is_short = is_home_at_once(plan, pole) &&
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

/* Whether the form closes on its tonic, and there is room to lead to it. */
static bool
may_be_led(const struct yeoun_plan *plan, const struct yeoun_score *score)
{
  const int last = score->spans - 1;
  return plan->bars >= 8 &&
         plan->request->distance >= YEOUN_SEARCH_LEADS_HOME &&
         half_bar(plan) > 0 && last >= 1 &&
         score->span[last].chord.root == closing_key(plan).tonic;
}

/* What led to a chord that is gone leads nowhere: it goes with it, or is the
   theme's own again. */
static void
let_go(const struct yeoun_plan *plan, struct yeoun_score *score)
{
  drop_lead(score);
  struct yeoun_span *const last = &score->span[score->spans - 1];
  if (last->slot >= 0 && is_foreign(closing_key(plan), last->chord)) {
    last->chord = plan->analysis.chord[last->slot];
    last->is_substitute = false;
  }
}

/* The last bar: a chord, and home in its middle. */
static void
end_with(const struct yeoun_plan *plan,
         struct yeoun_chord chord,
         struct yeoun_score *score)
{
  const int32_t from = score->length - plan->bar_ticks;
  const int32_t home = from + half_bar(plan);
  const int spans = score->spans;
  struct yeoun_span closing = score->span[spans - 1];
  cut(score, from);
  int8_t slot = -1;
  if (score->spans + 1 < spans) {
    /* What stood there before the last chord. */
    const struct yeoun_span there = score->span[score->spans];
    if (there.chord.root == chord.root) {
      slot = there.slot;
    } else if (score->spans) {
      let_go(plan, score);
    }
  }
  closing.start = home;
  closing.length = score->length - home;
  yeoun_chords_add(
    score,
    (struct yeoun_span){
      .start = from, .length = home - from, .chord = chord, .slot = slot});
  yeoun_chords_add(score, closing);
}

/* A comic form is led home by the stroke with which its last bar begins, since
   nobody plays between that and the last: by the dominant, unless what stands
   there leads home too, or the tonic is struck there after its own dominant. A
   wrong final is everybody's: the chord a semitone above the tonic (the
   tritone's substitute). */
static void
strike_home(const struct yeoun_plan *plan, struct yeoun_score *score)
{
  const struct yeoun_key key = closing_key(plan);
  const enum yeoun_joke joke = yeoun_joke_of(plan, plan->phrases - 1);
  const int32_t from = score->length - plan->bar_ticks;
  if (!may_be_led(plan, score)) {
    return;
  }
  const struct yeoun_span *const last = &score->span[score->spans - 1];
  const struct yeoun_chord before = last[-1].chord;
  const bool is_led = last->start >= from && closes(plan, key, before);
  if (joke == YEOUN_JOKE_WRONG_FINAL) {
    end_with(plan, yeoun_chords_on(key.tonic + 1, YEOUN_CHORD_7), score);
  } else if (is_led && last->start > from) {
    end_with(plan, before, score);
  } else if (!is_led && joke != YEOUN_JOKE_BANG) {
    end_with(plan, yeoun_chords_on(key.tonic + 7, YEOUN_CHORD_7), score);
  }
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
  if (!may_be_led(plan, score) ||
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

/* A tonic with a minor seventh asks to go on: the last one keeps it only where
   it is the theme's. */
static void
settle_last(const struct yeoun_plan *plan, struct yeoun_score *score)
{
  struct yeoun_span *const last = &score->span[score->spans - 1];
  const int seventh = last->chord.root + 10;
  const bool is_own =
    last->slot >= 0 &&
    yeoun_tones_hold(plan->request->theme.chord[last->slot].tones, seventh);
  if (last->chord.root != closing_key(plan).tonic || is_own ||
      !yeoun_tones_hold(last->chord.tones, seventh)) {
    return;
  }
  const bool is_minor =
    yeoun_tones_hold(last->chord.tones, last->chord.root + 3);
  last->chord = yeoun_chord_make(last->chord.root,
                                 is_minor ? YEOUN_CHORD_MIN : YEOUN_CHORD_MAJ,
                                 last->chord.bass);
}

void
yeoun_closing_write(const struct yeoun_plan *plan,
                    unsigned pole,
                    struct yeoun_score *score)
{
  close_at_home(plan, pole, score);
  /* An ending has a bar of its own on the tonic. */
  if (pole == YEOUN_COMIC && !plan->request->has_ending) {
    strike_home(plan, score);
  }
  lead_home(plan, score);
  if (plan->request->distance >= closes_from && score->spans) {
    settle_last(plan, score);
  }
}
