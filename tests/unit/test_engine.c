// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The engine as a plugin uses it: composing, hand-over, sound and messages. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "recorder.h"
#include "request_read.h"
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

static float left[48000], right[48000];

/** The energy of a second of sound, of an engine that plays from its start. */
static double
energy_of(const struct yeoun_controls *wanted)
{
  struct yeoun_engine *const sounding = yeoun_engine_new(RATE, true);
  double sum = 0.0;
  ck_assert_ptr_nonnull(sounding);
  yeoun_engine_set_controls(sounding, wanted);
  for (int second = 0; second < 4; ++second) {
    yeoun_engine_compose_here(sounding);
    yeoun_engine_run(sounding, 0, left, right, NULL, 48000, NULL);
    for (int f = 0; f < 48000; ++f) {
      sum += (double)left[f] * (double)left[f];
    }
  }
  yeoun_engine_free(sounding);
  return sum;
}

START_TEST(level_and_its_part_of_intensity_are_heard)
{
  controls.space = 0.0f;
  controls.intensity = 0.9f;
  controls.level_db = -12.0f;
  const double plain = energy_of(&controls);
  controls.level_db = -18.0f;
  const double softer = energy_of(&controls);
  ck_assert_double_gt(plain, 1e-3);
  ck_assert_double_eq_tol(10.0 * log10(softer / plain), -6.0, 0.5);
  /* From .9 on no more is played: what is left is the level. */
  controls.level_db = -12.0f;
  controls.intensity = 1.0f;
  const double more = energy_of(&controls);
  ck_assert_double_eq_tol(10.0 * log10(more / plain), 0.6, 0.2);
}
END_TEST

START_TEST(what_sounds_is_told)
{
  controls.bars = 8;
  locate(2.0, 1.0, 120.0, 1.0);
  run(256, 256);
  struct yeoun_state state = yeoun_engine_state(engine);
  const struct yeoun_performance *const performance =
    yeoun_engine_performance(engine);
  ck_assert_ptr_nonnull(performance);
  ck_assert_float_eq(state.bar, 3.0f);
  ck_assert_float_eq_tol(state.position, 9.0f / 32.0f, 0.001f);
  ck_assert_float_eq(state.identity, performance->identity);
  ck_assert_float_eq(state.tempo_bpm, performance->tempo_bpm);
  ck_assert_uint_eq(yeoun_engine_request(engine)->variation, 1);
  ck_assert_uint_eq(yeoun_engine_latency(engine), 0);
  controls.variation = 4;
  run(96000, 256);
  state = yeoun_engine_state(engine);
  ck_assert_uint_eq(state.variation, 4);
  ck_assert_uint_eq(yeoun_engine_request(engine)->variation, 4);
}
END_TEST

static const uint8_t key_down[] = {0x90, 61, 99};
static const uint8_t key_up[] = {0x80, 61, 0};

/** Live notes of the key that begin and end. */
static unsigned
count_live(uint8_t kind)
{
  unsigned count = 0;
  for (unsigned i = 0; i < recorder->messages; ++i) {
    const struct yeoun_message *const message = &recorder->message[i];
    count += message->kind == kind && message->is_live && message->pitch == 61;
  }
  return count;
}

START_TEST(keys_sound_as_they_are_played_unless_it_is_disabled)
{
  locate(0.0, 0.0, 120.0, 0.0);
  run(256, 256);
  yeoun_engine_midi(engine, key_down, 3);
  run(256, 256);
  ck_assert_uint_eq(count_live(YEOUN_MESSAGE_NOTE_ON), 1);
  ck_assert_uint_eq(count_live(YEOUN_MESSAGE_NOTE_OFF), 0);
  controls.is_enabled = false;
  run(256, 256);
  ck_assert_uint_eq(count_live(YEOUN_MESSAGE_NOTE_OFF), 1);
  yeoun_engine_midi(engine, key_up, 3);
  yeoun_engine_midi(engine, key_down, 3);
  run(256, 256);
  ck_assert_uint_eq(count_live(YEOUN_MESSAGE_NOTE_ON), 1);
  ck_assert_uint_eq(recorder->sounding, 0);
}
END_TEST

/** Play two single notes, and rest. */
static void
play_theme(void)
{
  const uint8_t keys[] = {64, 67};
  for (unsigned i = 0; i < 2; ++i) {
    const uint8_t down[] = {0x90, keys[i], 90};
    const uint8_t up[] = {0x90, keys[i], 0};
    yeoun_engine_midi(engine, down, 3);
    run(4800, 256);
    yeoun_engine_midi(engine, up, 3);
    run(4800, 256);
  }
  run(60000, 256);
}

START_TEST(a_theme_is_learned_only_where_that_is_asked)
{
  play_theme();
  ck_assert_uint_eq(yeoun_engine_learned(engine).notes, 0);
  controls.is_learning = true;
  run(256, 256);
  play_theme();
  const struct yeoun_theme learned = yeoun_engine_learned(engine);
  ck_assert_uint_eq(learned.notes, 2);
  ck_assert_uint_eq(learned.note[0], 64);
  ck_assert_uint_eq(learned.note[1], 67);
}
END_TEST

static struct yeoun_score kept_score;

static bool
find_kept(void *handle, uint32_t kept, struct yeoun_score *score)
{
  (void)handle;
  *score = kept_score;
  return kept == 7;
}

START_TEST(notes_that_were_kept_stand_for_what_would_be_composed)
{
  const struct yeoun_source source = {find_kept, NULL};
  kept_score.meter = (struct yeoun_meter){4, 4};
  kept_score.length = 16 * YEOUN_BEAT;
  kept_score.tempo_bpm = 120.0f;
  kept_score.note[0] = (struct yeoun_note){
    .length = YEOUN_BEAT, .pitch = 77, .lane = YEOUN_LANE_MELODY};
  kept_score.notes = 1;
  yeoun_engine_set_source(engine, &source);
  yeoun_request_read(&controls, &controls.request);
  controls.has_request = true;
  controls.request.kept = 7;
  run(256, 256);
  ck_assert_uint_eq(yeoun_engine_performance(engine)->notes, 1);
  ck_assert_uint_eq(yeoun_engine_performance(engine)->note[0].pitch, 77);
  /* What is not there any more is composed. */
  controls.request.kept = 8;
  controls.apply = YEOUN_APPLY_NOW;
  run(24000, 256);
  ck_assert_uint_gt(yeoun_engine_performance(engine)->notes, 10);
}
END_TEST

START_TEST(a_mute_silences_and_gives_back_its_lane)
{
  controls.is_muted[YEOUN_LANE_CHORDS] = true;
  locate(0.0, 0.0, 120.0, 1.0);
  run(192000, 256);
  ck_assert_uint_eq(
    recorder_count(recorder, YEOUN_MESSAGE_NOTE_ON, YEOUN_LANE_CHORDS), 0);
  ck_assert_uint_gt(
    recorder_count(recorder, YEOUN_MESSAGE_NOTE_ON, YEOUN_LANE_MELODY), 0);
  controls.is_muted[YEOUN_LANE_CHORDS] = false;
  run(192000, 256);
  ck_assert_uint_gt(
    recorder_count(recorder, YEOUN_MESSAGE_NOTE_ON, YEOUN_LANE_CHORDS), 2);
}
END_TEST

START_TEST(a_reset_is_silence_and_begins_with_its_programs)
{
  locate(0.0, 0.0, 120.0, 1.0);
  run(24000, 256);
  ck_assert_uint_eq(recorder_count(recorder, YEOUN_MESSAGE_PROGRAM, -1),
                    YEOUN_LANES);
  yeoun_engine_reset(engine);
  recorder_clear(recorder);
  run(256, 256);
  ck_assert_uint_eq(recorder_count(recorder, YEOUN_MESSAGE_PROGRAM, -1),
                    YEOUN_LANES);
}
END_TEST

START_TEST(levels_are_measured_for_two_seconds_after_somebody_looked)
{
  float peak[YEOUN_STEMS];
  struct yeoun_engine *const sounding = yeoun_engine_new(RATE, true);
  controls.space = 0.0f;
  controls.intensity = 1.0f;
  yeoun_engine_set_controls(sounding, &controls);
  for (int i = 0; i < 5; ++i) {
    yeoun_engine_compose_here(sounding);
    if (i == 0 || i == 1 || i == 4) {
      yeoun_engine_levels(sounding, peak);
      ck_assert((peak[YEOUN_LANE_MELODY] > 0.0f) == (i > 0));
    }
    yeoun_engine_run(sounding, 0, left, right, NULL, 48000, NULL);
  }
  /* Asked after a second, measured until the third, asked in the fifth. */
  yeoun_engine_levels(sounding, peak);
  for (int i = 0; i < 3; ++i) {
    yeoun_engine_run(sounding, 0, left, right, NULL, 48000, NULL);
  }
  yeoun_engine_levels(sounding, peak);
  yeoun_engine_levels(sounding, peak);
  ck_assert_float_eq(peak[YEOUN_LANE_MELODY], 0.0f);
  yeoun_engine_free(sounding);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("engine");
  TCase *const tcase = tcase_create("engine");
  tcase_set_timeout(tcase, 30);
  tcase_add_checked_fixture(tcase, set_up, tear_down);
  tcase_add_test(tcase, an_engine_that_is_told_nothing_plays);
  tcase_add_test(tcase, notes_end_when_the_transport_stops);
  tcase_add_test(tcase, its_own_time_goes_on_whatever_the_host_does);
  tcase_add_test(tcase, level_and_its_part_of_intensity_are_heard);
  tcase_add_test(tcase, what_sounds_is_told);
  tcase_add_test(tcase, keys_sound_as_they_are_played_unless_it_is_disabled);
  tcase_add_test(tcase, a_theme_is_learned_only_where_that_is_asked);
  tcase_add_test(tcase, notes_that_were_kept_stand_for_what_would_be_composed);
  tcase_add_test(tcase, a_mute_silences_and_gives_back_its_lane);
  tcase_add_test(tcase, a_reset_is_silence_and_begins_with_its_programs);
  tcase_add_test(tcase,
                 levels_are_measured_for_two_seconds_after_somebody_looked);
  suite_add_tcase(suite, tcase);
  return suite;
}
