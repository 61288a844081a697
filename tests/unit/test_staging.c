// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Who has something to say in which phrase, and who rests meanwhile: read off
   the plan, before any note. */

#include "../report/music/subject.h"
#include "compose/plan/jokes.h"
#include "compose/plan/plan.h"
#include "music/palette.h"
#include "suite.h"

enum { WALK = 600 };

static struct subjects subjects;
static struct yeoun_request request;
static struct yeoun_plan plan;

static void
set_up(void)
{
  ck_assert(subjects_read(THEMES, 4, 8, &subjects));
}

/** Plan the n-th of a walk through themes, variations and lengths, where
    intensity takes nothing away. */
static void
make(int n, unsigned pole, unsigned palette, unsigned variation)
{
  static const int bars[] = {8, 16, 32, 16};
  request = subject_request(
    &subjects.subject[n % subjects.count], bars[n % 4], pole, variation, 0.35);
  request.palette = (uint8_t)palette;
  request.mood.intensity = 1.0f;
  request.mood.space = 0.0f;
  yeoun_plan_make(&request, &plan);
}

static void
walk(int n, unsigned palette)
{
  make(n, (unsigned)n % YEOUN_POLES, palette, 1U + (unsigned)n % 37);
}

static bool
has(unsigned lanes, unsigned lane)
{
  return (lanes >> lane & 1U) != 0;
}

static unsigned
only(unsigned lane)
{
  return 1U << lane;
}

START_TEST(a_statement_is_melody_chords_and_bass)
{
  for (int n = 0; n < 60; ++n) {
    make(n, (unsigned)n % YEOUN_POLES, YEOUN_JAZZ, 0);
    for (int bar = 0; bar < plan.bars; ++bar) {
      const unsigned lanes = plan.layers.lanes[bar];
      ck_assert_uint_eq(lanes,
                        only(YEOUN_LANE_MELODY) | only(YEOUN_LANE_CHORDS) |
                          only(YEOUN_LANE_BASS));
    }
    ck_assert_uint_eq(plan.layers.stops, 0);
  }
}
END_TEST

START_TEST(pads_come_with_energy_and_never_in_comic_music_or_contrasts)
{
  int pads[YEOUN_POLES] = {0};
  int phrases[YEOUN_POLES] = {0};
  for (int n = 0; n < WALK; ++n) {
    walk(n, YEOUN_CHAMBER);
    const unsigned pole = plan.pole_of_bar[0];
    float with = 9.0f;
    float without = 0.0f;
    for (int p = 0; p < plan.phrases; ++p) {
      const struct yeoun_phrase_plan *const phrase = &plan.phrase[p];
      const bool is_contrast = phrase->material && !phrase->is_climax;
      const bool has_pad = has(plan.layers.scored[p], YEOUN_LANE_PAD);
      ck_assert(!has_pad || (pole != YEOUN_COMIC && !is_contrast && p > 0));
      if (p > 0 && !is_contrast) {
        float *const edge = has_pad ? &with : &without;
        const bool is_outer =
          has_pad ? phrase->energy < *edge : phrase->energy > *edge;
        *edge = is_outer ? phrase->energy : *edge;
        pads[pole] += has_pad;
        ++phrases[pole];
      }
    }
    ck_assert(pole == YEOUN_COMIC || with > without);
  }
  ck_assert_int_eq(pads[YEOUN_COMIC], 0);
  ck_assert_int_gt(pads[YEOUN_LYRICAL], phrases[YEOUN_LYRICAL] / 10);
  ck_assert_int_gt(pads[YEOUN_ROMANTIC] * phrases[YEOUN_LYRICAL],
                   pads[YEOUN_LYRICAL] * phrases[YEOUN_ROMANTIC]);
}
END_TEST

START_TEST(the_second_voice_lets_the_tune_begin_and_leaves_the_tenor_alone)
{
  int voices = 0;
  int tenors = 0;
  for (int n = 0; n < WALK; ++n) {
    walk(n, YEOUN_CHAMBER);
    const bool is_comic = plan.pole_of_bar[0] == YEOUN_COMIC;
    const bool is_low = plan.budget.amount[YEOUN_TECHNIQUE_REGISTER] > 0.3f;
    tenors += is_low;
    for (int p = 0; p < plan.phrases; ++p) {
      const bool sings = has(plan.layers.scored[p], YEOUN_LANE_COUNTER);
      ck_assert(!sings || !is_low);
      ck_assert(!sings || p > 0 || is_comic || plan.phrases == 1);
      ck_assert(!is_comic || is_low || sings);
      voices += sings && !is_comic;
    }
  }
  ck_assert_int_gt(tenors, 5);
  ck_assert_int_gt(voices, WALK / 2);
}
END_TEST

/* Palettes in the order of how much they call for drums. */
static int
count_drums(unsigned pole, unsigned palette)
{
  int drums = 0;
  for (int n = 0; n < WALK / 3; ++n) {
    make(n, pole, palette, 1U + (unsigned)n % 37);
    for (int p = 0; p < plan.phrases; ++p) {
      const bool beats = has(plan.layers.scored[p], YEOUN_LANE_DRUMS);
      ck_assert(!beats || p > 0 || palette == YEOUN_GUGAK ||
                pole == YEOUN_COMIC);
      drums += beats && plan.budget.topic != YEOUN_TOPIC_MARCH;
    }
  }
  return drums;
}

START_TEST(each_palette_calls_for_drums_in_its_own_measure)
{
  const unsigned pole = (unsigned)_i;
  const int chamber = count_drums(pole, YEOUN_CHAMBER);
  const int ballad = count_drums(pole, YEOUN_BALLAD);
  const int electronic = count_drums(pole, YEOUN_ELECTRONIC);
  const int jazz = count_drums(pole, YEOUN_JAZZ);
  const int gugak = count_drums(pole, YEOUN_GUGAK);
  ck_assert_int_eq(chamber, 0);
  ck_assert_int_gt(ballad, 0);
  ck_assert_int_gt(electronic, ballad);
  ck_assert_int_gt(jazz, electronic);
  ck_assert_int_eq(count_drums(pole, YEOUN_LOFI), jazz);
  ck_assert_int_gt(gugak, jazz);
}
END_TEST

START_TEST(one_voice_alone_is_never_heard_first_last_or_at_the_climax)
{
  int alone = 0;
  for (int n = 0; n < WALK; ++n) {
    walk(n, YEOUN_CHAMBER);
    for (int bar = 0; bar < plan.bars; ++bar) {
      const struct yeoun_phrase_plan *const phrase =
        yeoun_phrase_at(&plan, bar);
      if (plan.layers.lanes[bar] == only(YEOUN_LANE_MELODY)) {
        ck_assert_int_gt(phrase->bar, 0);
        ck_assert(!phrase->is_climax);
        ck_assert(!phrase->is_last);
        ++alone;
      }
    }
  }
  ck_assert_int_gt(alone, WALK / 20);
}
END_TEST

START_TEST(the_accompaniment_is_alone_for_two_bars_of_long_slow_forms)
{
  int alone = 0;
  for (int n = 0; n < WALK; ++n) {
    walk(n, YEOUN_CHAMBER);
    for (int p = 1; p < plan.phrases; ++p) {
      const struct yeoun_phrase_plan *const phrase = &plan.phrase[p];
      int bars = 0;
      for (int b = 0; b < phrase->bars; ++b) {
        const unsigned lanes = plan.layers.lanes[phrase->bar + b];
        const bool is_bare = !has(lanes, YEOUN_LANE_MELODY);
        ck_assert(!is_bare || b == bars); /* from its beginning on */
        bars += is_bare;
      }
      ck_assert(bars == 0 || bars == 2);
      ck_assert(!bars || plan.phrases >= 8);
      ck_assert(!bars || plan.pole_of_bar[phrase->bar] != YEOUN_COMIC);
      alone += bars > 0;
    }
  }
  ck_assert_int_gt(alone, 3);
}
END_TEST

START_TEST(beginnings_grow_duet_play_together_or_are_a_piano_s)
{
  const unsigned tune = only(YEOUN_LANE_MELODY);
  const unsigned chords = only(YEOUN_LANE_CHORDS);
  const unsigned bass = only(YEOUN_LANE_BASS);
  int duets = 0;
  int pianos = 0;
  int trios = 0;
  for (int n = 0; n < WALK; ++n) {
    make(n, YEOUN_ROMANTIC, YEOUN_CHAMBER, 1U + (unsigned)n % 37);
    const unsigned first = plan.layers.lanes[0];
    ck_assert(first == (tune | bass) || first == (tune | chords) ||
              first == (tune | chords | bass) || first == (chords | bass));
    duets += first == (tune | bass);
    pianos += first == (tune | chords);
    trios += first == (tune | chords | bass);
  }
  ck_assert_int_gt(duets, WALK / 20);
  ck_assert_int_gt(pianos, WALK / 20);
  ck_assert_int_gt(trios, WALK / 3);
}
END_TEST

START_TEST(a_long_form_comes_back_thinner_than_it_left)
{
  int without = 0;
  int voices = 0;
  for (int n = 0; n < WALK; ++n) {
    walk(n, YEOUN_CHAMBER);
    const struct yeoun_phrase_plan *const last = &plan.phrase[plan.phrases - 1];
    if (plan.phrases < 4 || last->is_climax ||
        plan.pole_of_bar[0] == YEOUN_COMIC) {
      continue;
    }
    const unsigned lanes = plan.layers.lanes[last->bar];
    const unsigned scored = plan.layers.scored[plan.phrases - 1];
    ck_assert(!has(lanes, YEOUN_LANE_PAD));
    voices += has(scored, YEOUN_LANE_COUNTER);
    without += has(scored, YEOUN_LANE_COUNTER) &&
               !has(lanes, YEOUN_LANE_COUNTER) && has(lanes, YEOUN_LANE_BASS);
  }
  ck_assert_int_gt(voices, 20);
  ck_assert_int_gt(4 * without, voices);
  ck_assert_int_lt(4 * without, 3 * voices);
}
END_TEST

START_TEST(a_stop_is_a_pulse_before_a_turn_of_the_form)
{
  int stops = 0;
  for (int n = 0; n < WALK; ++n) {
    make(n, (unsigned)n % 2, YEOUN_CHAMBER, 1U + (unsigned)n % 37);
    for (int i = 0; i < plan.layers.stops; ++i) {
      const struct yeoun_stop *const stop = &plan.layers.stop[i];
      ck_assert_int_eq(stop->to - stop->from, yeoun_pulse_ticks(plan.meter));
      const int bar = (int)(stop->to / plan.bar_ticks);
      const struct yeoun_phrase_plan *const next = yeoun_phrase_at(&plan, bar);
      const struct yeoun_phrase_plan *const before =
        yeoun_phrase_at(&plan, bar - 1);
      ck_assert_int_eq(stop->to, next->bar * plan.bar_ticks);
      ck_assert(next->is_climax || next->material != before->material);
      ck_assert(!next->has_upbeat);
      ++stops;
    }
  }
  ck_assert_int_gt(stops, WALK / 10);
}
END_TEST

/* Within a phrase: pad, second voice, drums, chords, bass; the tune stays. */
START_TEST(lanes_leave_in_their_order)
{
  static const uint8_t order[] = {YEOUN_LANE_PAD,
                                  YEOUN_LANE_COUNTER,
                                  YEOUN_LANE_DRUMS,
                                  YEOUN_LANE_CHORDS,
                                  YEOUN_LANE_BASS,
                                  YEOUN_LANE_MELODY};
  static struct yeoun_layers all;
  int gone = 0;
  for (int n = 0; n < WALK / 4; ++n) {
    walk(n, YEOUN_JAZZ);
    all = plan.layers;
    for (int step = 0; step < 9; ++step) {
      request.mood.intensity = 0.1f * (float)step;
      yeoun_plan_make(&request, &plan);
      for (int bar = 0; bar < plan.bars; ++bar) {
        const unsigned left = plan.layers.lanes[bar];
        const unsigned there = all.lanes[bar];
        ck_assert_uint_eq(left & ~there, 0);
        bool stays = left == 0; /* a bar of nothing */
        for (unsigned i = 0; i < 6 && left && has(there, order[5]); ++i) {
          if (has(there, order[i])) {
            ck_assert(!stays || has(left, order[i]));
            stays |= has(left, order[i]);
            gone += !has(left, order[i]);
          }
        }
      }
    }
  }
  ck_assert_int_gt(gone, WALK);
}
END_TEST

START_TEST(the_quiet_phrases_fall_silent_first)
{
  long quiet = 0;
  long loud = 0;
  int forms = 0;
  for (int n = 0; n < WALK; ++n) {
    walk(n, YEOUN_CHAMBER);
    if (plan.phrases < 4 || plan.pole_of_bar[0] == YEOUN_COMIC) {
      continue;
    }
    request.mood.intensity = 0.3f;
    yeoun_plan_make(&request, &plan);
    int least = 1;
    int most = 0;
    for (int p = 1; p < plan.phrases; ++p) {
      least = plan.phrase[p].energy < plan.phrase[least].energy ? p : least;
      most = plan.phrase[p].energy > plan.phrase[most].energy ? p : most;
    }
    quiet += __builtin_popcount(plan.layers.lanes[plan.phrase[least].bar]);
    loud += __builtin_popcount(plan.layers.lanes[plan.phrase[most].bar]);
    ++forms;
  }
  ck_assert_int_gt(forms, 50);
  ck_assert_int_gt(loud, quiet + forms);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("staging");
  TCase *const tests = tcase_create("staging");
  tcase_set_timeout(tests, 30);
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_test(tests, a_statement_is_melody_chords_and_bass);
  tcase_add_test(tests,
                 pads_come_with_energy_and_never_in_comic_music_or_contrasts);
  tcase_add_test(
    tests, the_second_voice_lets_the_tune_begin_and_leaves_the_tenor_alone);
  tcase_add_loop_test(tests,
                      each_palette_calls_for_drums_in_its_own_measure,
                      YEOUN_LYRICAL,
                      YEOUN_COMIC);
  tcase_add_test(tests,
                 one_voice_alone_is_never_heard_first_last_or_at_the_climax);
  tcase_add_test(tests,
                 the_accompaniment_is_alone_for_two_bars_of_long_slow_forms);
  tcase_add_test(tests, beginnings_grow_duet_play_together_or_are_a_piano_s);
  tcase_add_test(tests, a_long_form_comes_back_thinner_than_it_left);
  tcase_add_test(tests, a_stop_is_a_pulse_before_a_turn_of_the_form);
  tcase_add_test(tests, lanes_leave_in_their_order);
  tcase_add_test(tests, the_quiet_phrases_fall_silent_first);
  suite_add_tcase(suite, tests);
  return suite;
}
