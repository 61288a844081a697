// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The engine as a plugin uses it: composing, hand-over, sound and messages. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "recorder.h"
#include "suite.h"
#include "yeoun.h"

#define RATE 48000.0

static struct yeoun_engine *engine;
static struct recorder *recorder;
static struct yeoun_controls controls;

static void
set_up(void)
{
  engine = yeoun_engine_new(RATE, false);
  recorder = (struct recorder *)calloc(1, sizeof(*recorder));
  ck_assert(engine && recorder);
  memset(&controls, 0, sizeof(controls));
  controls.theme = yeoun_theme_default();
  controls.weight[YEOUN_LYRICAL] = 1.0f;
  controls.intensity = 0.5f;
  controls.space = 0.3f;
  controls.variation = 1;
  controls.bars = 4;
  controls.distance = 0.35f;
  controls.apply = YEOUN_APPLY_BAR;
  controls.is_enabled = true;
}

static void
tear_down(void)
{
  yeoun_engine_free(engine);
  free(recorder);
}

/** Compose here whatever is wanted. */
static void
serve(void)
{
  yeoun_engine_compose_here(engine);
}

/** Run some frames in blocks. */
static void
run(uint32_t frames, uint32_t block)
{
  const struct yeoun_sink sink = recorder_sink(recorder);
  yeoun_engine_set_controls(engine, &controls);
  while (frames) {
    const uint32_t now = frames < block ? frames : block;
    serve();
    yeoun_engine_run(engine, 0, NULL, NULL, NULL, now, &sink);
    recorder->origin += now;
    frames -= now;
  }
}

static void
locate(double bar, double bar_beat, double bpm, double speed)
{
  const struct yeoun_position position = {
    bar, bar_beat, YEOUN_UNTOLD, 4.0, 4.0, bpm, speed, -1};
  yeoun_engine_locate(engine, &position);
}

START_TEST(an_engine_that_is_told_nothing_plays)
{
  run(48000, 256);
  ck_assert_uint_gt(recorder_count(recorder, YEOUN_MESSAGE_NOTE_ON, -1), 2);
  ck_assert_uint_eq(recorder_count(recorder, YEOUN_MESSAGE_PROGRAM, -1),
                    YEOUN_LANES);
  ck_assert(yeoun_engine_state(engine).is_playing);
  ck_assert_uint_eq(yeoun_engine_state(engine).variation, 1);
}
END_TEST

START_TEST(notes_end_when_the_transport_stops)
{
  locate(0.0, 0.0, 120.0, 1.0);
  run(30000, 256);
  ck_assert_uint_gt(recorder->sounding, 0);
  locate(0.0, 1.0, 120.0, 0.0);
  run(256, 256);
  ck_assert_uint_eq(recorder->sounding, 0);
  recorder_clear(recorder);
  run(48000, 256);
  ck_assert_uint_eq(recorder->messages, 0);
}
END_TEST

START_TEST(its_own_time_goes_on_whatever_the_host_does)
{
  controls.is_own_time = true;
  locate(0.0, 0.0, 120.0, 0.0);
  run(96000, 256);
  const unsigned alone = recorder_count(recorder, YEOUN_MESSAGE_NOTE_ON, -1);
  ck_assert_uint_gt(alone, 4);
  ck_assert(yeoun_engine_state(engine).is_playing);
  const float before = yeoun_engine_state(engine).position;
  locate(7.0, 0.0, 120.0, 1.0);
  run(256, 256);
  const float after = yeoun_engine_state(engine).position;
  ck_assert_float_gt(after, before);
  ck_assert_float_lt(after, before + 0.01f);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("engine");
  TCase *const tcase = tcase_create("engine");
  tcase_add_checked_fixture(tcase, set_up, tear_down);
  tcase_add_test(tcase, an_engine_that_is_told_nothing_plays);
  tcase_add_test(tcase, notes_end_when_the_transport_stops);
  tcase_add_test(tcase, its_own_time_goes_on_whatever_the_host_does);
  suite_add_tcase(suite, tcase);
  return suite;
}
