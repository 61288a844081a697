// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Where changes act: at the place that `apply` says, in the round that it is,
   in the lanes that are asked. */

#include <math.h>
#include <stdlib.h>

#include "music/beats.h"
#include "recorder.h"
#include "suite.h"
#include "yeoun.h"

#define RATE 48000.0

enum { BEAT = 24000, BLOCK = 240, LONG_BLOCK = 12000, ROUND = 32 };

static struct yeoun_engine *engine;
static struct recorder *recorder;
static struct yeoun_controls controls;
static int block;

static void
set_up(void)
{
  engine = yeoun_engine_new(RATE, false);
  recorder = (struct recorder *)calloc(1, sizeof(*recorder));
  ck_assert(engine && recorder);
  block = BLOCK;
  controls = (struct yeoun_controls){.theme = yeoun_theme_default(),
                                     .weight = {0.0f, 1.0f, 0.0f},
                                     .intensity = 0.7f,
                                     .space = 0.2f,
                                     .variation = 1,
                                     .bars = 8,
                                     .distance = 0.35f,
                                     .humanize = 0.5f,
                                     .apply = YEOUN_APPLY_BAR,
                                     .is_enabled = true};
}

static void
tear_down(void)
{
  yeoun_engine_free(engine);
  free(recorder);
}

/** The host rolls from a beat on, 120 a minute. */
static void
locate(double beat)
{
  const struct yeoun_position position = {
    floor(beat / 4.0), fmod(beat, 4.0), YEOUN_UNTOLD, 4.0, 4.0, 120.0, 1.0, -1};
  yeoun_engine_locate(engine, &position);
}

static void
roll(void)
{
  locate(0.0);
}

static void
run(double beats)
{
  const struct yeoun_sink sink = recorder_sink(recorder);
  yeoun_engine_set_controls(engine, &controls);
  for (int i = (int)(beats * BEAT / block); i > 0; --i) {
    yeoun_engine_compose_here(engine);
    yeoun_engine_run(engine, 0, NULL, NULL, NULL, (uint32_t)block, &sink);
    recorder->origin += block;
  }
}

/** Beats from now until something else sounds, up to a round. */
static double
wait_for_change(void)
{
  const uint32_t serial = yeoun_engine_state(engine).serial;
  for (int i = 0; i < ROUND * 10; ++i) {
    run(0.1);
    if (yeoun_engine_state(engine).serial != serial) {
      return 0.1 * (i + 1);
    }
  }
  ck_abort_msg("nothing changed");
}

/* Asked for at beat 5.5, a quarter of a second before beat 6. */
static const struct {
  enum yeoun_apply apply;
  double beat;
} places[] = {
  {YEOUN_APPLY_NOW, 5.5},
  {YEOUN_APPLY_BEAT, 6.0},
  {YEOUN_APPLY_BAR, 8.0},
  {YEOUN_APPLY_PHRASE, 16.0},
};

START_TEST(a_change_waits_for_the_place_that_apply_says)
{
  controls.apply = (uint8_t)places[_i].apply;
  roll();
  run(5.5);
  controls.variation = 7;
  const double at = 5.5 + wait_for_change();
  ck_assert_double_ge(at, places[_i].beat - 0.01);
  ck_assert_double_le(at, places[_i].beat + 0.25);
  ck_assert_uint_eq(yeoun_engine_state(engine).variation, 7);
}
END_TEST

START_TEST(what_was_asked_after_the_lead_acts_a_place_later)
{
  roll();
  run(7.9); /* 50 ms before the bar line */
  controls.variation = 7;
  ck_assert_double_ge(7.9 + wait_for_change(), 12.0 - 0.01);
}
END_TEST

START_TEST(what_comes_in_the_block_after_the_lead_acts_a_place_later)
{
  block = LONG_BLOCK;
  roll();
  run(7.5);
  controls.variation = 7; /* 100 ms before the bar line are in this block */
  run(1.0);
  ck_assert_uint_eq(yeoun_engine_state(engine).variation, 7);
  run(3.5);
  controls.variation = 9; /* but not in that which begins with it */
  run(1.0);
  ck_assert_uint_eq(yeoun_engine_state(engine).variation, 7);
  run(4.0);
  ck_assert_uint_eq(yeoun_engine_state(engine).variation, 9);
}
END_TEST

/** How long ago what was begun at a beat should have begun, in ticks. */
static double
lateness(const struct yeoun_message *message, double beat)
{
  const struct yeoun_performance *const performance =
    yeoun_engine_performance(engine);
  const double tick = fmod(beat * YEOUN_BEAT, performance->length);
  double least = 1e9;
  for (unsigned i = 0; i < performance->notes; ++i) {
    const struct yeoun_performed *const note = &performance->note[i];
    const double late = tick - (double)note->start;
    if (note->lane == message->lane && note->pitch == message->pitch &&
        late > -100.0 && late < least) {
      least = late;
    }
  }
  return least;
}

/* A string that was struck has died away: who comes late hears none of it. */
START_TEST(a_jump_strikes_nothing_that_was_struck_before)
{
  controls.palette = YEOUN_BALLAD;
  roll();
  run(1.0);
  unsigned entered = 0;
  for (unsigned i = 0; i < 40; ++i) {
    const double beat = 0.37 + 0.75 * i;
    locate(beat);
    recorder_clear(recorder);
    run(0.01);
    const uint8_t *const instrument =
      yeoun_engine_performance(engine)->instrument;
    for (unsigned m = 0; m < recorder->messages; ++m) {
      const struct yeoun_message *const message = &recorder->message[m];
      if (message->kind != YEOUN_MESSAGE_NOTE_ON) {
        continue;
      }
      ++entered;
      ck_assert(yeoun_instrument_facts(instrument[message->lane])->sustain !=
                  YEOUN_SUSTAIN_FREE ||
                lateness(message, beat) <= YEOUN_BEAT / 30.0);
    }
  }
  ck_assert_uint_gt(entered, 10);
}
END_TEST

START_TEST(each_round_has_the_variation_that_advance_says)
{
  controls.advance = (uint8_t)_i;
  roll();
  unsigned heard[4];
  for (unsigned round = 0; round < 4; ++round) {
    run(1.0);
    heard[round] = yeoun_engine_state(engine).variation;
    run(ROUND - 1.0);
  }
  for (unsigned round = 1; round < 4; ++round) {
    if (_i == YEOUN_ADVANCE_SHUFFLE) {
      ck_assert_uint_ne(heard[round], heard[round - 1]);
    } else {
      ck_assert_uint_eq(heard[round], _i == YEOUN_ADVANCE_NEXT ? 1 + round : 1);
    }
  }
}
END_TEST

/** Note-ons within 5 ms of a beat of the host. */
static unsigned
count_at(double beat)
{
  const int64_t frame = (int64_t)(beat * BEAT);
  unsigned count = 0;
  for (unsigned i = 0; i < recorder->messages; ++i) {
    count += recorder->message[i].kind == YEOUN_MESSAGE_NOTE_ON &&
             llabs(recorder->frame[i] - frame) <= BLOCK;
  }
  return count;
}

START_TEST(a_round_of_another_variation_begins_with_all_its_first_notes)
{
  controls.advance = YEOUN_ADVANCE_NEXT;
  controls.humanize = 0.0f;
  unsigned first = 0;
  roll();
  for (unsigned round = 0; round < 4; ++round) {
    run(1.0);
    const struct yeoun_performance *const performance =
      yeoun_engine_performance(engine);
    unsigned written = 0;
    for (unsigned i = 0; i < performance->notes; ++i) {
      written += performance->note[i].start <= 1;
    }
    first += written;
    ck_assert_uint_ge(count_at(round * (double)ROUND), written);
    run(ROUND - 1.0);
  }
  ck_assert_uint_ge(first, 8);
}
END_TEST

START_TEST(a_muted_lane_falls_silent_at_once_and_no_other_does)
{
  roll();
  run(10.0);
  for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
    if (lane != YEOUN_LANE_MELODY) {
      controls.is_muted[lane] = true;
    }
  }
  run(0.1);
  for (unsigned i = 0; i < recorder->sounding; ++i) {
    ck_assert_uint_eq(recorder->lane[i], YEOUN_LANE_MELODY);
  }
  recorder_clear(recorder);
  run(16.0);
  const unsigned all = recorder_count(recorder, YEOUN_MESSAGE_NOTE_ON, -1);
  ck_assert_uint_gt(all, 3);
  ck_assert_uint_eq(
    recorder_count(recorder, YEOUN_MESSAGE_NOTE_ON, YEOUN_LANE_MELODY), all);
}
END_TEST

START_TEST(in_own_time_another_length_goes_on_in_the_same_round)
{
  controls.is_own_time = true;
  controls.is_auditioning = true;
  controls.tempo_bpm = 120.0f;
  controls.meter = (struct yeoun_meter){4, 4};
  run(4.0 * 13 + 1.0); /* the sixth bar of the second round */
  ck_assert_float_eq(yeoun_engine_state(engine).bar, 6.0f);
  controls.bars = 6;
  wait_for_change();
  ck_assert_float_eq(yeoun_engine_state(engine).bar, 1.0f);
  run(4.0);
  ck_assert_float_eq(yeoun_engine_state(engine).bar, 2.0f);
}
END_TEST

START_TEST(a_learned_theme_acts_at_the_next_bar_whatever_apply_says)
{
  controls.apply = YEOUN_APPLY_PHRASE;
  controls.is_learning = true;
  roll();
  run(4.5);
  ck_assert_int_eq(yeoun_theme_read("Dm Bb C", &controls.theme).status, 0);
  const double at = 4.5 + wait_for_change();
  ck_assert_double_ge(at, 8.0 - 0.01);
  ck_assert_double_le(at, 8.25);
}
END_TEST

START_TEST(a_host_that_starts_again_is_told_who_plays)
{
  roll();
  run(4.0);
  const struct yeoun_position standing = {
    1.0, 0.0, YEOUN_UNTOLD, 4.0, 4.0, 120.0, 0.0, -1};
  yeoun_engine_locate(engine, &standing);
  run(2.0);
  recorder_clear(recorder);
  locate(4.0);
  run(0.5);
  unsigned told = 0;
  for (unsigned i = 0; i < recorder->messages; ++i) {
    const struct yeoun_message *const message = &recorder->message[i];
    told |= message->kind == YEOUN_MESSAGE_PROGRAM ? 1U << message->lane : 0U;
  }
  ck_assert_uint_eq(told, (1U << YEOUN_LANES) - 1U);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("changes");
  TCase *const tests = tcase_create("changes");
  tcase_set_timeout(tests, 60);
  tcase_add_checked_fixture(tests, set_up, tear_down);
  tcase_add_loop_test(
    tests, a_change_waits_for_the_place_that_apply_says, 0, 4);
  tcase_add_test(tests, what_was_asked_after_the_lead_acts_a_place_later);
  tcase_add_test(tests,
                 what_comes_in_the_block_after_the_lead_acts_a_place_later);
  tcase_add_test(tests, a_jump_strikes_nothing_that_was_struck_before);
  tcase_add_loop_test(
    tests, each_round_has_the_variation_that_advance_says, 0, 3);
  tcase_add_test(tests,
                 a_round_of_another_variation_begins_with_all_its_first_notes);
  tcase_add_test(tests, a_muted_lane_falls_silent_at_once_and_no_other_does);
  tcase_add_test(tests, in_own_time_another_length_goes_on_in_the_same_round);
  tcase_add_test(tests,
                 a_learned_theme_acts_at_the_next_bar_whatever_apply_says);
  tcase_add_test(tests, a_host_that_starts_again_is_told_who_plays);
  suite_add_tcase(suite, tests);
  return suite;
}
