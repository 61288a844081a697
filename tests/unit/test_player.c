// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What sounds is what is written: changes, jumps and tempos as hosts make them
   while the music plays. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "music/beats.h"
#include "recorder.h"
#include "suite.h"
#include "yeoun.h"

#define RATE 48000.0
#define BPM 120.0

enum { BAR = 96000, BEAT = BAR / 4, BLOCK = 256 };

static struct yeoun_engine *engine;
static struct recorder *recorder;
static struct yeoun_controls controls;
static uint32_t block;     /* frames at a time */
static bool has_worker;    /* it composes between the blocks */
static double place;       /* of the host, beats since its first bar */
static unsigned unwritten; /* note-ons that no score has there */

static void
set_up(void)
{
  engine = yeoun_engine_new(RATE, false);
  recorder = (struct recorder *)calloc(1, sizeof(*recorder));
  ck_assert(engine && recorder);
  controls = (struct yeoun_controls){.theme = yeoun_theme_default(),
                                     .weight = {0.0f, 1.0f, 0.0f},
                                     .intensity = 0.5f,
                                     .space = 0.3f,
                                     .variation = 1,
                                     .bars = 8,
                                     .distance = 0.35f,
                                     .humanize = 0.5f,
                                     .apply = YEOUN_APPLY_BAR,
                                     .is_enabled = true};
  block = BLOCK;
  has_worker = false;
  place = 0.0;
  unwritten = 0;
}

static void
tear_down(void)
{
  yeoun_engine_free(engine);
  free(recorder);
}

static void
tell(double bar, double bar_beat, double beat, double meter, double bpm)
{
  const struct yeoun_position position = {
    bar, bar_beat, beat, meter, 4.0, bpm, 1.0, -1};
  yeoun_engine_locate(engine, &position);
}

static void
locate(double beats)
{
  place = beats;
  tell(floor(beats / 4.0),
       beats - 4.0 * floor(beats / 4.0),
       YEOUN_UNTOLD,
       4.0,
       BPM);
}

/** Whether the performance that sounds has a note that begins at a tick. */
static bool
is_written(const struct yeoun_message *message, double tick)
{
  const struct yeoun_performance *const performance =
    yeoun_engine_performance(engine);
  const double length = performance->length;
  for (unsigned i = 0; i < performance->notes; ++i) {
    const struct yeoun_performed *const note = &performance->note[i];
    const double off = fabs(fmod(tick, length) - (double)note->start);
    if (note->lane == message->lane && note->pitch == message->pitch &&
        off < 3.0) {
      return true;
    }
  }
  return false;
}

/** One block, and its note-ons looked up. A worker has done what it was asked
    when the block is over. */
static void
run_block(double bpm)
{
  const struct yeoun_sink sink = recorder_sink(recorder);
  const unsigned before = recorder->messages;
  yeoun_engine_set_controls(engine, &controls);
  if (has_worker) {
    yeoun_engine_ask(engine);
  } else {
    yeoun_engine_compose_here(engine);
  }
  yeoun_engine_run(engine, 0, NULL, NULL, NULL, block, &sink);
  if (has_worker) {
    yeoun_engine_compose(engine);
  }
  for (unsigned i = before; i < recorder->messages; ++i) {
    const struct yeoun_message *const message = &recorder->message[i];
    const double frames = (double)(recorder->frame[i] - recorder->origin);
    const double tick = (place + frames / RATE * bpm / 60.0) * YEOUN_BEAT;
    unwritten +=
      message->kind == YEOUN_MESSAGE_NOTE_ON && !is_written(message, tick);
  }
  recorder->origin += block;
  place += block / RATE * bpm / 60.0;
}

static void
run(double beats)
{
  for (const double end = place + beats; place < end - 1e-9;) {
    run_block(BPM);
  }
}

static unsigned
note_ons(void)
{
  return recorder_count(recorder, YEOUN_MESSAGE_NOTE_ON, -1);
}

static unsigned
straight(double beats)
{
  locate(0.0);
  run(beats);
  const unsigned count = note_ons();
  tear_down();
  set_up();
  ck_assert_uint_gt(count, 10);
  return count;
}

static float *const knobs[] = {&controls.intensity,
                               &controls.warmth,
                               &controls.distance,
                               &controls.humanize,
                               &controls.trim[0],
                               &controls.space,
                               &controls.weight[2]};

START_TEST(a_change_begins_nothing_but_what_is_written_there)
{
  locate(0.0);
  run(9.5);
  ck_assert_uint_eq(unwritten, 0);
  const uint32_t serial = yeoun_engine_state(engine).serial;
  *knobs[_i] += 0.125f;
  run(16.0);
  ck_assert_uint_gt(yeoun_engine_state(engine).serial, serial);
  ck_assert_uint_eq(unwritten, 0);
}
END_TEST

START_TEST(a_ramp_begins_nothing_but_what_is_written)
{
  controls.apply = (uint8_t)_i;
  locate(0.0);
  for (unsigned i = 0; i < 32 * BEAT / BLOCK; ++i) {
    controls.intensity = 0.2f + 0.6f * (float)i * BLOCK / (32.0f * BEAT);
    run_block(BPM);
  }
  ck_assert_uint_ge(yeoun_engine_state(engine).serial, 2);
  /* What is written from a change on, but led a little, begins at once. */
  ck_assert_uint_le(unwritten, _i <= YEOUN_APPLY_BEAT ? 2 : 0);
}
END_TEST

START_TEST(an_intensity_of_the_same_notes_changes_nothing_but_its_name)
{
  locate(0.0);
  run(9.5);
  const uint32_t serial = yeoun_engine_state(engine).serial;
  controls.intensity = 0.46875f;
  run(8.0);
  ck_assert_uint_eq(yeoun_engine_state(engine).serial, serial);
  ck_assert_float_eq(yeoun_engine_request(engine)->mood.intensity, 0.46875f);
  ck_assert_uint_eq(unwritten, 0);
}
END_TEST

START_TEST(a_change_acts_at_the_first_bar_that_is_a_lead_away)
{
  /* 75 ms before a bar line is too late for it, 125 ms are not. */
  const double ahead = _i ? 0.25 : 0.15;
  locate(0.0);
  run(8.0 - ahead);
  const uint32_t serial = yeoun_engine_state(engine).serial;
  controls.variation = 2;
  run(ahead + 0.1);
  ck_assert_uint_eq(yeoun_engine_state(engine).serial - serial, _i ? 1 : 0);
  run(4.0);
  ck_assert_uint_eq(yeoun_engine_state(engine).serial - serial, 1);
  ck_assert_uint_eq(yeoun_engine_state(engine).late, 0);
}
END_TEST

START_TEST(a_tempo_that_bends_within_its_class_changes_no_note)
{
  const unsigned expected = straight(24.0);
  locate(0.0);
  for (unsigned i = 0; place < 24.0; ++i) {
    const double bpm = 118.0 + place / 3.0;
    if (i % 4 == 0) {
      tell(floor(place / 4.0), fmod(place, 4.0), YEOUN_UNTOLD, 4.0, bpm);
    }
    run_block(bpm);
  }
  ck_assert_uint_ge(note_ons(), expected - 2);
  ck_assert_uint_le(note_ons(), expected + 2);
}
END_TEST

static const double grains[] = {0.05, 0.1, 0.25, 1.0};

START_TEST(a_place_that_only_lags_is_no_jump)
{
  const unsigned expected = straight(24.0);
  locate(0.0);
  while (place < 24.0 - 1e-9) {
    const double told = floor(place / grains[_i] + 1e-9) * grains[_i];
    tell(floor(told / 4.0), fmod(told, 4.0), YEOUN_UNTOLD, 4.0, BPM);
    run_block(BPM);
  }
  ck_assert_uint_eq(note_ons(), expected);
  ck_assert_uint_eq(unwritten, 0);
}
END_TEST

START_TEST(coarse_beats_in_step_with_the_blocks_move_nothing)
{
  block = 2048; /* near a third of the step: the lag is seldom nothing */
  locate(0.0);
  while (place < 64.0) {
    const double told = floor(place / 0.25 + 1e-9) * 0.25;
    tell(floor(told / 4.0), fmod(told, 4.0), YEOUN_UNTOLD, 4.0, BPM);
    run_block(BPM);
  }
  ck_assert_uint_gt(note_ons(), 40);
  ck_assert_uint_eq(unwritten, 0);
}
END_TEST

START_TEST(a_round_that_ends_just_after_a_jump_turns_in_time)
{
  block = 2048;
  has_worker = true;
  controls.advance = YEOUN_ADVANCE_NEXT;
  locate(0.0);
  run(4.0);
  locate(127.75);
  run(1.0);
  ck_assert_uint_eq(yeoun_engine_state(engine).variation, 5);
  ck_assert_uint_eq(yeoun_engine_state(engine).late, 0);
}
END_TEST

START_TEST(a_place_that_was_passed_in_waiting_is_none)
{
  block = 2048;
  has_worker = true;
  locate(4.0);
  run(4.0);
  controls.variation = 2;
  locate(16.0);
  run_block(BPM);
  controls.variation = 3; /* too late for the bar line just passed */
  run(1.0);
  ck_assert_uint_eq(yeoun_engine_state(engine).variation, 2);
  ck_assert_uint_eq(yeoun_engine_state(engine).late, 0);
  run(3.5);
  ck_assert_uint_eq(yeoun_engine_state(engine).variation, 3);
  ck_assert_uint_eq(yeoun_engine_state(engine).late, 0);
}
END_TEST

START_TEST(before_the_first_tick_there_is_silence)
{
  const unsigned expected = straight(8.0);
  place = -4.0;
  if (_i) {
    tell(0.0, -4.0, YEOUN_UNTOLD, 4.0, BPM);
  } else {
    tell(-1.0, 0.0, YEOUN_UNTOLD, 4.0, BPM);
  }
  run(3.95);
  ck_assert_uint_eq(note_ons(), 0);
  run(8.05);
  ck_assert_uint_eq(note_ons(), expected);
  ck_assert_uint_eq(unwritten, 0);
}
END_TEST

START_TEST(a_place_is_understood_as_far_as_it_is_told)
{
  place = 4.0;
  if (_i) {
    tell(YEOUN_UNTOLD, YEOUN_UNTOLD, 4.0, 4.0, BPM);
  } else {
    tell(1.0, 0.0, YEOUN_UNTOLD, 4.0, BPM);
    run(2.0);
    place = 6.0;
    tell(YEOUN_UNTOLD, 2.0, YEOUN_UNTOLD, 4.0, BPM);
  }
  run_block(BPM);
  unwritten = 0; /* what was located into is not written to begin there */
  run(10.0);
  ck_assert_uint_gt(note_ons(), 4);
  ck_assert_uint_eq(unwritten, 0);
}
END_TEST

START_TEST(another_metre_plays_what_its_score_has_once)
{
  locate(0.0);
  run(16.0);
  recorder_clear(recorder);
  unwritten = 0;
  place = 12.0; /* bar 4 of 3/4 */
  tell(4.0, 0.0, YEOUN_UNTOLD, 3.0, BPM);
  run(12.0);
  ck_assert_uint_gt(note_ons(), 4);
  ck_assert_int_eq(yeoun_engine_performance(engine)->meter.beats, 3);
  /* What is held where the metre begins may begin there. */
  for (unsigned i = 0; i < recorder->messages; ++i) {
    for (unsigned k = i + 1; k < recorder->messages; ++k) {
      const struct yeoun_message *const a = &recorder->message[i];
      const struct yeoun_message *const b = &recorder->message[k];
      ck_assert(a->kind != YEOUN_MESSAGE_NOTE_ON || b->kind != a->kind ||
                a->lane != b->lane || a->pitch != b->pitch ||
                recorder->frame[k] - recorder->frame[i] > 0.036 * RATE);
    }
  }
}
END_TEST

START_TEST(a_jump_leaves_no_fragments)
{
  for (unsigned i = 0; i < 48; ++i) {
    locate((double)(i * 37 % 320) * 0.1);
    recorder_clear(recorder);
    run_block(BPM);
    for (unsigned m = 0; m < recorder->messages; ++m) {
      const struct yeoun_message *const message = &recorder->message[m];
      if (message->kind == YEOUN_MESSAGE_NOTE_ON && message->length_s < 0.06f) {
        const double tick = place * YEOUN_BEAT;
        const struct yeoun_performance *const performance =
          yeoun_engine_performance(engine);
        float whole = 0.0f;
        for (unsigned n = 0; n < performance->notes; ++n) {
          const struct yeoun_performed *const note = &performance->note[n];
          if (note->lane == message->lane && note->pitch == message->pitch &&
              note->end > fmod(tick, performance->length) - 100.0 &&
              note->start < fmod(tick, performance->length)) {
            whole = (float)(note->end - note->start) / (2.0f * YEOUN_BEAT);
          }
        }
        ck_assert_float_ge(message->length_s, 0.24f * whole);
      }
    }
    run(0.5);
  }
}
END_TEST

START_TEST(a_loop_from_bar_to_bar_begins_nothing_before_its_end)
{
  locate(8.0);
  run(8.0);
  recorder_clear(recorder);
  for (unsigned round = 0; round < 8; ++round) {
    locate(8.0);
    run(8.0);
  }
  for (unsigned i = 0; i < recorder->messages; ++i) {
    const struct yeoun_message *const message = &recorder->message[i];
    if (message->kind == YEOUN_MESSAGE_NOTE_ON) {
      ck_assert_float_gt(message->length_s, 0.02f);
    }
  }
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("player");
  TCase *const tcase = tcase_create("player");
  tcase_set_timeout(tcase, 60);
  tcase_add_checked_fixture(tcase, set_up, tear_down);
  tcase_add_loop_test(
    tcase, a_change_begins_nothing_but_what_is_written_there, 0, 7);
  tcase_add_loop_test(tcase, a_ramp_begins_nothing_but_what_is_written, 0, 4);
  tcase_add_test(tcase,
                 an_intensity_of_the_same_notes_changes_nothing_but_its_name);
  tcase_add_loop_test(
    tcase, a_change_acts_at_the_first_bar_that_is_a_lead_away, 0, 2);
  tcase_add_test(tcase, a_tempo_that_bends_within_its_class_changes_no_note);
  tcase_add_loop_test(tcase, a_place_that_only_lags_is_no_jump, 0, 4);
  tcase_add_test(tcase, coarse_beats_in_step_with_the_blocks_move_nothing);
  tcase_add_test(tcase, a_round_that_ends_just_after_a_jump_turns_in_time);
  tcase_add_test(tcase, a_place_that_was_passed_in_waiting_is_none);
  tcase_add_loop_test(tcase, before_the_first_tick_there_is_silence, 0, 2);
  tcase_add_loop_test(tcase, a_place_is_understood_as_far_as_it_is_told, 0, 2);
  tcase_add_test(tcase, another_metre_plays_what_its_score_has_once);
  tcase_add_test(tcase, a_jump_leaves_no_fragments);
  tcase_add_test(tcase, a_loop_from_bar_to_bar_begins_nothing_before_its_end);
  suite_add_tcase(suite, tcase);
  return suite;
}
