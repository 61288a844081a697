// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Keys: what becomes a theme, what lifts the pedal, how loud they are. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "play/learn.h"
#include "recorder.h"
#include "suite.h"
#include "yeoun.h"

#define RATE 48000.0

enum { BLOCK = 256, SECOND = 48000 };

static struct yeoun_engine *engine;
static struct recorder *recorder;
static struct yeoun_controls controls;

static void
set_up(void)
{
  engine = yeoun_engine_new(RATE, true);
  recorder = (struct recorder *)calloc(1, sizeof(*recorder));
  ck_assert(engine && recorder);
  controls = (struct yeoun_controls){.theme = yeoun_theme_default(),
                                     .weight = {1.0f, 0.0f, 0.0f},
                                     .intensity = 0.5f,
                                     .space = 0.1f,
                                     .variation = 1,
                                     .bars = 8,
                                     .humanize = 0.5f,
                                     .palette = YEOUN_BALLAD,
                                     .is_learning = true,
                                     .is_enabled = true};
  yeoun_engine_set_controls(engine, &controls);
}

static void
tear_down(void)
{
  yeoun_engine_free(engine);
  free(recorder);
}

static void
midi(uint8_t a, uint8_t b, uint8_t c)
{
  const uint8_t bytes[] = {a, b, c};
  yeoun_engine_midi(engine, bytes, 3);
}

static float left[BLOCK], right[BLOCK];
static float stem[2 * YEOUN_STEMS][BLOCK];

/** Run, and return the mean square of the melody. */
static double
run(unsigned frames)
{
  const struct yeoun_sink sink = recorder_sink(recorder);
  float *stems[2 * YEOUN_STEMS];
  for (unsigned i = 0; i < 2 * YEOUN_STEMS; ++i) {
    stems[i] = stem[i];
  }
  double sum = 0.0;
  yeoun_engine_set_controls(engine, &controls);
  for (unsigned done = 0; done < frames; done += BLOCK) {
    yeoun_engine_compose_here(engine);
    yeoun_engine_run(engine, 0, left, right, stems, BLOCK, &sink);
    recorder->origin += BLOCK;
    for (unsigned f = 0; f < BLOCK; ++f) {
      sum += (double)stem[0][f] * (double)stem[0][f] +
             (double)stem[1][f] * (double)stem[1][f];
    }
  }
  return sum / frames;
}

static void
roll(double bar, double speed)
{
  const struct yeoun_position position = {
    bar, 0.0, YEOUN_UNTOLD, 4.0, 4.0, 90.0, speed, -1};
  yeoun_engine_locate(engine, &position);
}

/** The last pedal of the melody that was sent, or -1. */
static int
pedal(void)
{
  int value = -1;
  for (unsigned i = 0; i < recorder->messages; ++i) {
    const struct yeoun_message *const message = &recorder->message[i];
    value = message->kind == YEOUN_MESSAGE_PEDAL && message->is_live
              ? message->value
              : value;
  }
  return value;
}

START_TEST(resetting_the_controllers_lifts_the_pedal)
{
  roll(0.0, 0.0);
  midi(0xB0, 64, 127);
  run(BLOCK);
  ck_assert_int_eq(pedal(), 127);
  midi(0xB0, 121, 0);
  run(BLOCK);
  ck_assert_int_eq(pedal(), 0);
}
END_TEST

/** Chords on a channel, each held for half a second. */
static void
play_chords(uint8_t channel)
{
  static const uint8_t chords[2][3] = {{57, 60, 64}, {53, 57, 60}};
  for (unsigned c = 0; c < 2; ++c) {
    for (unsigned i = 0; i < 3; ++i) {
      midi(0x90 | channel, chords[c][i], 90);
    }
    run(SECOND / 2);
    for (unsigned i = 0; i < 3; ++i) {
      midi(0x80 | channel, chords[c][i], 64);
    }
    run(SECOND / 20);
  }
  run(2 * SECOND);
}

START_TEST(keys_of_every_channel_are_a_theme_but_of_the_tenth)
{
  roll(0.0, 0.0);
  play_chords((uint8_t)_i);
  const struct yeoun_theme learned = yeoun_engine_learned(engine);
  ck_assert_uint_eq(learned.chords, _i == 9 ? 0 : 2);
  /* It is heard all the same. */
  ck_assert_uint_eq(recorder_count(recorder, YEOUN_MESSAGE_NOTE_ON, -1), 6);
}
END_TEST

static const unsigned apart_ms[] = {0, 20, 79, 81, 150, 400};

START_TEST(a_chord_is_what_is_held_however_slowly_it_was_gathered)
{
  static const uint8_t chords[2][4] = {{57, 60, 64, 67}, {53, 57, 60, 64}};
  static const uint16_t tones[2] = {0x291, 0x231}; /* Am7, Fmaj7 */
  struct yeoun_learn learn;
  yeoun_learn_init(&learn, RATE);
  for (unsigned c = 0; c < 2; ++c) {
    for (unsigned i = 0; i < 4; ++i) {
      const uint8_t on[] = {0x90, chords[c][i], 90};
      yeoun_learn_receive(&learn, on, 3);
      yeoun_learn_advance(&learn, apart_ms[_i] * SECOND / 1000 + 1);
    }
    yeoun_learn_advance(&learn, SECOND);
    for (unsigned i = 0; i < 4; ++i) {
      const uint8_t off[] = {0x80, chords[c][i], 64};
      yeoun_learn_receive(&learn, off, 3);
      yeoun_learn_advance(&learn, apart_ms[_i] * SECOND / 2000 + 1);
    }
  }
  yeoun_learn_advance(&learn, 2 * SECOND);
  ck_assert_uint_eq(learn.learned.chords, 2);
  ck_assert_uint_eq(learn.learned.notes, 0);
  for (unsigned c = 0; c < 2; ++c) {
    ck_assert_uint_eq(learn.learned.chord[c].tones, tones[c]);
  }
}
END_TEST

START_TEST(keys_that_are_let_go_before_the_next_are_single_notes)
{
  static const uint8_t keys[] = {64, 67, 69};
  struct yeoun_learn learn;
  yeoun_learn_init(&learn, RATE);
  for (unsigned i = 0; i < 3; ++i) {
    const uint8_t on[] = {0x90, keys[i], 90};
    const uint8_t off[] = {0x80, keys[i], 64};
    yeoun_learn_receive(&learn, on, 3);
    yeoun_learn_advance(&learn, 1500); /* 31 ms: a quick run */
    yeoun_learn_receive(&learn, off, 3);
    yeoun_learn_advance(&learn, 100);
  }
  yeoun_learn_advance(&learn, 2 * SECOND);
  ck_assert_uint_eq(learn.learned.chords, 0);
  ck_assert_uint_eq(learn.learned.notes, 3);
  ck_assert_mem_eq(learn.learned.note, keys, 3);
}
END_TEST

/** Strike keys in this order, hold them for half a second, let them go. */
static void
strike(struct yeoun_learn *learn, const uint8_t *keys, unsigned count)
{
  for (unsigned i = 0; i < count; ++i) {
    const uint8_t on[] = {0x90, keys[i], 90};
    yeoun_learn_receive(learn, on, 3);
    yeoun_learn_advance(learn, SECOND / 100);
  }
  yeoun_learn_advance(learn, SECOND / 2);
  for (unsigned i = 0; i < count; ++i) {
    const uint8_t off[] = {0x80, keys[i], 64};
    yeoun_learn_receive(learn, off, 3);
  }
}

static const uint8_t from_above[2][4] = {{72, 67, 64, 55}, {60, 69, 65, 53}};

START_TEST(the_lowest_key_of_a_chord_is_its_bass_whichever_came_first)
{
  struct yeoun_learn learn;
  yeoun_learn_init(&learn, RATE);
  strike(&learn, from_above[0], 4); /* C over G */
  strike(&learn, from_above[1], 4); /* F */
  yeoun_learn_advance(&learn, 2 * SECOND);
  ck_assert_uint_eq(learn.learned.chords, 2);
  ck_assert_uint_eq(learn.learned.chord[0].root, 0);
  ck_assert_uint_eq(learn.learned.chord[0].bass, 7);
  ck_assert_uint_eq(learn.learned.chord[1].root, 5);
  ck_assert_uint_eq(learn.learned.chord[1].bass, 5);
  ck_assert_int_eq(learn.learned.length[0], 4 * YEOUN_BEAT);
}
END_TEST

START_TEST(one_chord_is_no_theme_and_one_beyond_the_last_begins_another)
{
  struct yeoun_learn learn;
  yeoun_learn_init(&learn, RATE);
  strike(&learn, from_above[0], 4);
  yeoun_learn_advance(&learn, 2 * SECOND);
  ck_assert_uint_eq(learn.learned.chords, 0);
  for (unsigned c = 0; c <= YEOUN_THEME_CHORDS; ++c) {
    strike(&learn, from_above[c % 2], 4);
  }
  ck_assert_uint_eq(learn.learned.chords, YEOUN_THEME_CHORDS);
  strike(&learn, from_above[1], 4);
  yeoun_learn_advance(&learn, 2 * SECOND);
  ck_assert_uint_eq(learn.learned.chords, 2);
}
END_TEST

static const uint8_t palettes[] = {YEOUN_CHAMBER, YEOUN_BALLAD, YEOUN_LOFI};

START_TEST(keys_while_learning_are_as_loud_as_the_music)
{
  controls.palette = palettes[_i];
  controls.is_learning = false;
  roll(0.0, 1.0);
  run(SECOND);
  double music = run(20 * SECOND);
  /* The same notes by hand, while nothing else plays. */
  const struct recorder played = *recorder;
  roll(0.0, 0.0);
  controls.is_learning = true;
  run(4 * SECOND);
  double keys = 0.0;
  unsigned next = 0;
  while (next < played.messages && played.frame[next] < SECOND) {
    ++next;
  }
  for (int64_t at = SECOND; at < 21 * SECOND; at += BLOCK) {
    for (; next < played.messages && played.frame[next] < at + BLOCK; ++next) {
      const struct yeoun_message *const message = &played.message[next];
      if (message->lane == YEOUN_LANE_MELODY &&
          message->kind <= YEOUN_MESSAGE_NOTE_OFF) {
        midi(message->kind == YEOUN_MESSAGE_NOTE_ON ? 0x90 : 0x80,
             message->pitch,
             message->velocity);
      }
    }
    keys += run(BLOCK) * BLOCK;
  }
  keys /= 20.0 * SECOND;
  ck_assert_double_gt(music, 1e-7);
  const double off_db = 10.0 * log10(keys / music);
  ck_assert_msg(fabs(off_db) < 2.0, "%+.1f dB", off_db);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("learn");
  TCase *const tcase = tcase_create("learn");
  tcase_set_timeout(tcase, 60);
  tcase_add_checked_fixture(tcase, set_up, tear_down);
  tcase_add_test(tcase, resetting_the_controllers_lifts_the_pedal);
  tcase_add_loop_test(
    tcase, keys_of_every_channel_are_a_theme_but_of_the_tenth, 0, 16);
  tcase_add_loop_test(
    tcase, a_chord_is_what_is_held_however_slowly_it_was_gathered, 0, 6);
  tcase_add_test(tcase, keys_that_are_let_go_before_the_next_are_single_notes);
  tcase_add_test(tcase,
                 the_lowest_key_of_a_chord_is_its_bass_whichever_came_first);
  tcase_add_test(tcase,
                 one_chord_is_no_theme_and_one_beyond_the_last_begins_another);
  tcase_add_loop_test(
    tcase, keys_while_learning_are_as_loud_as_the_music, 0, 3);
  suite_add_tcase(suite, tcase);
  return suite;
}
