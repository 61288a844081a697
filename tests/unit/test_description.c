// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What a score says of itself is true of its notes: climax, ends of phrases,
   the compass of its instruments, the words of its description. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../report/music/subject.h"
#include "compose/compose.h"
#include "compose/report/claims.h"
#include "compose/report/compass.h"
#include "compose/report/describe.h"
#include "compose/report/marks.h"
#include "compose/scratch.h"
#include "music/key.h"
#include "music/palette.h"
#include "music/scale.h"
#include "suite.h"

enum { BARS = 16, WALK = 150, BAR = 4 * YEOUN_BEAT };

static struct subjects subjects;
static struct yeoun_compose_scratch scratch;
static struct yeoun_score score;
static struct yeoun_version stated;

static void
set_up(void)
{
  ck_assert(subjects_read(THEMES, 3, BARS, &subjects));
  memset(&score, 0, sizeof(score));
  memset(&stated, 0, sizeof(stated));
  score.meter = (struct yeoun_meter){4, 4};
  score.length = 8 * BAR;
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    score.instrument[lane] = YEOUN_GRAND_PIANO;
  }
}

static struct yeoun_request
request_of(int n)
{
  return subject_request(&subjects.subject[n % subjects.count],
                         BARS,
                         (unsigned)n % YEOUN_POLES,
                         1U + (unsigned)n % 40,
                         0.5);
}

static void
compose(int n)
{
  const struct yeoun_request request = request_of(n);
  yeoun_compose(&request, &scratch, &score);
}

static void
add(int lane, int bar, int beat, int beats, int pitch)
{
  yeoun_score_add(&score,
                  (struct yeoun_note){.start = bar * BAR + beat * YEOUN_BEAT,
                                      .length = beats * YEOUN_BEAT,
                                      .pitch = (uint8_t)pitch,
                                      .lane = (uint8_t)lane});
}

START_TEST(the_climax_is_the_last_of_the_highest_notes)
{
  static const int tune[] = {60, 67, 72, 65, 72, 64, 60};
  for (int i = 0; i < 7; ++i) {
    add(YEOUN_LANE_MELODY, i, 0, 4, tune[i]);
    add(YEOUN_LANE_COUNTER, i, 0, 4, 79);
  }
  score.note[0].marks = YEOUN_MARK_JOKE; /* a squeak is no climax */
  score.note[0].pitch = 90;
  yeoun_score_sort(&score);
  yeoun_marks_set(&score);
  for (int i = 0; i < score.notes; ++i) {
    const struct yeoun_note *const note = &score.note[i];
    ck_assert_int_eq(!!(note->marks & YEOUN_MARK_CLIMAX),
                     note->lane == YEOUN_LANE_MELODY && note->start == 4 * BAR);
  }
}
END_TEST

START_TEST(each_phrase_ends_with_its_last_note)
{
  for (int bar = 0; bar < 8; ++bar) {
    add(YEOUN_LANE_MELODY, bar, 0, 2, 60 + bar);
    add(YEOUN_LANE_BASS, bar, 3, 1, 40);
  }
  score.phrases = 2;
  score.phrase[0] = (struct yeoun_phrase){0, 2 * BAR, 4 * BAR, 6};
  score.phrase[1] = (struct yeoun_phrase){4 * BAR, 6 * BAR, 8 * BAR, 6};
  yeoun_marks_set(&score);
  for (int i = 0; i < score.notes; ++i) {
    const struct yeoun_note *const note = &score.note[i];
    const int bar = note->start / BAR;
    ck_assert_int_eq(!!(note->marks & YEOUN_MARK_PHRASE_END),
                     note->lane == YEOUN_LANE_MELODY && (bar == 3 || bar == 7));
  }
}
END_TEST

START_TEST(a_dissonance_that_nobody_prepared_is_no_suspension)
{
  add(YEOUN_LANE_MELODY, 0, 0, 4, 65);
  add(YEOUN_LANE_MELODY, 1, 0, 2, 65);
  add(YEOUN_LANE_MELODY, 2, 0, 2, 65);
  score.note[1].marks = score.note[2].marks = YEOUN_MARK_SUSPENSION;
  yeoun_marks_set(&score);
  ck_assert(score.note[1].marks & YEOUN_MARK_SUSPENSION);
  ck_assert(!(score.note[2].marks & YEOUN_MARK_SUSPENSION));
  ck_assert(score.note[2].marks & YEOUN_MARK_APPOGGIATURA);
}
END_TEST

START_TEST(what_lies_beyond_an_instrument_comes_by_octaves)
{
  const struct yeoun_instrument_facts *const flute =
    yeoun_instrument_facts(YEOUN_FLUTE);
  score.instrument[YEOUN_LANE_MELODY] = YEOUN_FLUTE;
  add(YEOUN_LANE_MELODY, 0, 0, 4, flute->high + 5);
  add(YEOUN_LANE_MELODY, 1, 0, 4, flute->low - 13);
  add(YEOUN_LANE_MELODY, 2, 0, 4, flute->low + 2);
  yeoun_compass_keep(&score);
  ck_assert_int_eq(score.notes, 3);
  ck_assert_int_eq(score.note[0].pitch, flute->high - 7);
  ck_assert_int_eq(score.note[1].pitch, flute->low + 11);
  ck_assert_int_eq(score.note[2].pitch, flute->low + 2);
}
END_TEST

START_TEST(the_description_names_the_bar_of_the_climax)
{
  int told = 0;
  for (int n = 0; n < WALK; ++n) {
    compose(n);
    const char *const text = strstr(score.description, "; climax bar ");
    if (!text) {
      continue;
    }
    ++told;
    const int bar = atoi(text + strlen("; climax bar "));
    int32_t climax = -1;
    for (int i = 0; i < score.notes; ++i) {
      const struct yeoun_note *const note = &score.note[i];
      climax = note->marks & YEOUN_MARK_CLIMAX ? note->start : climax;
    }
    ck_assert_int_ge(climax, 0);
    ck_assert_int_eq(bar, 1 + climax / yeoun_bar_ticks(score.meter));
  }
  ck_assert_int_gt(told, WALK / 2);
}
END_TEST

START_TEST(traits_are_what_the_description_says)
{
  int told = 0;
  for (int n = 0; n < WALK; ++n) {
    compose(n);
    int commas = 0;
    for (const char *c = score.description; *c; ++c) {
      commas += *c == ',';
    }
    ck_assert_int_eq(__builtin_popcount(score.traits.techniques), commas);
    const char *const climax = strstr(score.description, "; climax bar ");
    ck_assert_int_eq(score.traits.climax_bar,
                     climax ? atoi(climax + strlen("; climax bar ")) : 0);
    const struct {
      enum yeoun_technique technique;
      const char *words, *few;
    } some[] = {
      {YEOUN_TECHNIQUE_ORNAMENT, ", ornamented", "ornamented"},
      {YEOUN_TECHNIQUE_COUNTER, ", with a counter-melody", "counter-melody"},
      {YEOUN_TECHNIQUE_TOPIC, ", as a hymn", "hymn"},
    };
    for (unsigned i = 0; i < 3; ++i) {
      const char *const few =
        yeoun_trait_words(&score.traits, some[i].technique);
      const bool is_few = few && !strcmp(few, some[i].few);
      ck_assert_int_eq(is_few,
                       strstr(score.description, some[i].words) != NULL);
      told += is_few;
    }
  }
  ck_assert_int_gt(told, WALK / 10);
}
END_TEST

/* The host counts half as many bars, or twice as many, as are felt. */
START_TEST(the_bar_of_the_climax_is_counted_as_the_host_counts)
{
  static const int8_t doublings[] = {1, -1};
  int told = 0;
  for (int n = 0; n < WALK; ++n) {
    struct yeoun_request request = request_of(n);
    request.meter = (struct yeoun_meter){4, 4};
    request.doubling = doublings[_i];
    yeoun_compose(&request, &scratch, &score);
    const char *const text = strstr(score.description, "; climax bar ");
    ck_assert_int_eq(scratch.plan.doubling, doublings[_i]);
    if (!text) {
      continue;
    }
    ++told;
    int32_t climax = 0;
    for (int i = score.notes - 1; i >= 0; --i) {
      climax =
        score.note[i].marks & YEOUN_MARK_CLIMAX ? score.note[i].start : climax;
    }
    ck_assert_int_eq(atoi(text + strlen("; climax bar ")),
                     1 + (int)((int64_t)request.bars * climax / score.length));
  }
  ck_assert_int_gt(told, WALK / 2);
}
END_TEST

static bool
is_claimed(enum yeoun_technique technique)
{
  return yeoun_claim_is_true(&scratch.plan, &stated, &score, technique);
}

/** A plan of eight bars of 4/4, with no music of its own. */
static void
plan_eight_bars(void)
{
  memset(&scratch.plan, 0, sizeof(scratch.plan));
  scratch.plan.meter = score.meter;
  scratch.plan.bar_ticks = BAR;
  scratch.plan.bars = 8;
  scratch.plan.slots = 16;
  score.spans = 8;
  static const uint8_t roots[] = {0, 5, 7, 0, 9, 2, 7, 0};
  for (int s = 0; s < 8; ++s) {
    score.span[s] = (struct yeoun_span){
      .start = s * BAR,
      .length = BAR,
      .chord = yeoun_chord_make(roots[s], YEOUN_CHORD_MAJ, roots[s])};
  }
}

START_TEST(ornaments_are_claimed_of_more_notes_alone)
{
  plan_eight_bars();
  stated.tune.notes = 20;
  for (int i = 0; i < 22; ++i) {
    add(YEOUN_LANE_MELODY, i / 4, i % 4, 1, 60);
  }
  ck_assert(!is_claimed(YEOUN_TECHNIQUE_ORNAMENT));
  for (int i = 22; i < 26; ++i) {
    add(YEOUN_LANE_MELODY, i / 4, i % 4, 1, 60);
  }
  ck_assert(is_claimed(YEOUN_TECHNIQUE_ORNAMENT));
}
END_TEST

START_TEST(a_pedal_point_is_claimed_of_one_bass_under_several_roots)
{
  plan_eight_bars();
  for (int bar = 0; bar < 8; ++bar) {
    add(YEOUN_LANE_BASS, bar, 0, 4, bar % 2 ? 43 : 36);
  }
  ck_assert(!is_claimed(YEOUN_TECHNIQUE_PEDAL));
  for (int bar = 0; bar < 8; ++bar) {
    score.note[bar].pitch = 36;
  }
  ck_assert(is_claimed(YEOUN_TECHNIQUE_PEDAL));
  for (int s = 0; s < 8; ++s) {
    score.span[s].chord = yeoun_chord_make(0, YEOUN_CHORD_MAJ, 0);
  }
  ck_assert(!is_claimed(YEOUN_TECHNIQUE_PEDAL));
}
END_TEST

START_TEST(a_descent_is_claimed_of_four_falling_steps)
{
  static const uint8_t falls[] = {48, 47, 45, 43};
  plan_eight_bars();
  for (int bar = 0; bar < 4; ++bar) {
    add(YEOUN_LANE_BASS, bar, 0, 4, falls[bar]);
  }
  ck_assert(is_claimed(YEOUN_TECHNIQUE_DESCENT));
  score.note[2].pitch = 49;
  ck_assert(!is_claimed(YEOUN_TECHNIQUE_DESCENT));
  /* Three tones are no descent, nor is a step that rises back. */
  score.note[2].pitch = 45;
  score.note[3].pitch = 50;
  ck_assert(!is_claimed(YEOUN_TECHNIQUE_DESCENT));
}
END_TEST

START_TEST(a_canon_is_claimed_of_a_voice_that_follows)
{
  static const int tune[] = {60, 62, 64, 67, 65, 64};
  plan_eight_bars();
  for (int i = 0; i < 6; ++i) {
    add(YEOUN_LANE_MELODY, i, 0, 1, tune[i]);
    add(YEOUN_LANE_COUNTER, i, 2, 1, tune[i] - 12);
  }
  yeoun_score_sort(&score);
  ck_assert(is_claimed(YEOUN_TECHNIQUE_CANON));
  ck_assert(is_claimed(YEOUN_TECHNIQUE_COUNTER));
  for (int i = 0, k = 0; i < score.notes; ++i) {
    if (score.note[i].lane == YEOUN_LANE_COUNTER) {
      static const uint8_t other[] = {55, 50, 57, 49, 56, 54};
      score.note[i].pitch = other[k++];
    }
  }
  ck_assert(!is_claimed(YEOUN_TECHNIQUE_CANON));
}
END_TEST

START_TEST(the_tenor_is_claimed_of_a_low_tune_alone)
{
  plan_eight_bars();
  for (int bar = 0; bar < 8; ++bar) {
    add(YEOUN_LANE_MELODY, bar, 0, 4, bar % 2 ? 57 : 62);
  }
  ck_assert(is_claimed(YEOUN_TECHNIQUE_REGISTER));
  for (int bar = 0; bar < 8; ++bar) {
    score.note[bar].pitch = bar % 2 ? 69 : 62;
  }
  ck_assert(!is_claimed(YEOUN_TECHNIQUE_REGISTER));
}
END_TEST

START_TEST(an_applied_chord_leads_on_and_a_borrowed_one_does_not)
{
  plan_eight_bars();
  scratch.plan.analysis.key = (struct yeoun_key){0, YEOUN_MODE_IONIAN};
  scratch.plan.analysis.scale = yeoun_scale_of_key(scratch.plan.analysis.key);
  for (int s = 0; s < 8; ++s) {
    score.span[s].chord = yeoun_chord_make(s % 2 ? 7 : 0, YEOUN_CHORD_MAJ, 0);
  }
  ck_assert(!is_claimed(YEOUN_TECHNIQUE_APPLIED));
  ck_assert(!is_claimed(YEOUN_TECHNIQUE_MIXTURE));
  score.span[2].chord = yeoun_chord_make(2, YEOUN_CHORD_7, 2); /* to G */
  ck_assert(is_claimed(YEOUN_TECHNIQUE_APPLIED));
  ck_assert(!is_claimed(YEOUN_TECHNIQUE_MIXTURE));
  score.span[2].chord = yeoun_chord_make(5, YEOUN_CHORD_MIN, 5);
  ck_assert(!is_claimed(YEOUN_TECHNIQUE_APPLIED));
  ck_assert(is_claimed(YEOUN_TECHNIQUE_MIXTURE));
}
END_TEST

START_TEST(the_parallel_mode_is_claimed_where_its_third_sounds_longer)
{
  plan_eight_bars();
  scratch.plan.analysis.key = (struct yeoun_key){0, YEOUN_MODE_IONIAN};
  add(YEOUN_LANE_MELODY, 0, 0, 2, 64);
  add(YEOUN_LANE_PAD, 1, 0, 1, 63);
  ck_assert(!is_claimed(YEOUN_TECHNIQUE_MODE));
  add(YEOUN_LANE_PAD, 2, 0, 2, 75);
  ck_assert(is_claimed(YEOUN_TECHNIQUE_MODE));
}
END_TEST

START_TEST(a_suspension_is_resolved_a_step_down)
{
  int suspended = 0;
  for (int n = 0; n < 3 * WALK; ++n) {
    compose(n);
    const struct yeoun_note *held = NULL;
    for (int i = 0; i < score.notes; ++i) {
      const struct yeoun_note *const note = &score.note[i];
      if (note->lane != YEOUN_LANE_MELODY ||
          note->articulation == YEOUN_ARTICULATION_GRACE) {
        continue;
      }
      if (held && held->start + held->length == note->start) {
        ck_assert_int_ge(held->pitch - note->pitch, 1);
        ck_assert_int_le(held->pitch - note->pitch, 2);
        ++suspended;
      }
      held = note->marks & YEOUN_MARK_SUSPENSION ? note : NULL;
    }
  }
  ck_assert_int_gt(suspended, 10);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("description");
  TCase *const tests = tcase_create("description");
  tcase_set_timeout(tests, 60);
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_test(tests, the_climax_is_the_last_of_the_highest_notes);
  tcase_add_test(tests, each_phrase_ends_with_its_last_note);
  tcase_add_test(tests, a_dissonance_that_nobody_prepared_is_no_suspension);
  tcase_add_test(tests, what_lies_beyond_an_instrument_comes_by_octaves);
  tcase_add_test(tests, the_description_names_the_bar_of_the_climax);
  tcase_add_test(tests, traits_are_what_the_description_says);
  tcase_add_loop_test(
    tests, the_bar_of_the_climax_is_counted_as_the_host_counts, 0, 2);
  tcase_add_test(tests, ornaments_are_claimed_of_more_notes_alone);
  tcase_add_test(tests,
                 a_pedal_point_is_claimed_of_one_bass_under_several_roots);
  tcase_add_test(tests, a_descent_is_claimed_of_four_falling_steps);
  tcase_add_test(tests, a_canon_is_claimed_of_a_voice_that_follows);
  tcase_add_test(tests, the_tenor_is_claimed_of_a_low_tune_alone);
  tcase_add_test(tests, an_applied_chord_leads_on_and_a_borrowed_one_does_not);
  tcase_add_test(tests,
                 the_parallel_mode_is_claimed_where_its_third_sounds_longer);
  tcase_add_test(tests, a_suspension_is_resolved_a_step_down);
  suite_add_tcase(suite, tests);
  return suite;
}
