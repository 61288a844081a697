// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The desk: where lanes sit, and what levels, depth, room and warmth do to
   them. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "music/mood.h"
#include "music/palette.h"
#include "sound/sound.h"
#include "sound/stage.h"
#include "suite.h"

enum { RATE = 16000, FRAMES = RATE / 2 };

static float left[FRAMES], right[FRAMES], stem[2 * YEOUN_STEMS][FRAMES];
static struct yeoun_mix mix;

static void
set_up(void)
{
  mix = (struct yeoun_mix){
    .weight = {1.0f, 0.0f, 0.0f}, .depth = 0.4f, .palette = YEOUN_CHAMBER};
}

/** The mix settles; then a note of a quarter of a second on a lane, and as much
    of what rings after it. */
static void
play(uint8_t lane, uint8_t instrument)
{
  float *stems[2 * YEOUN_STEMS];
  struct yeoun_sound *const sound = yeoun_sound_new(RATE);
  struct yeoun_message message = {.kind = YEOUN_MESSAGE_PROGRAM,
                                  .lane = lane,
                                  .pitch = 64,
                                  .value = instrument,
                                  .velocity = 90,
                                  .length_s = 0.25f,
                                  .id = 1};
  ck_assert_ptr_nonnull(sound);
  for (int s = 0; s < 2 * YEOUN_STEMS; ++s) {
    stems[s] = stem[s];
  }
  yeoun_sound_set_mix(sound, &mix);
  yeoun_sound_message(sound, &message);
  yeoun_sound_render(sound, left, right, stems, FRAMES);
  message.kind = YEOUN_MESSAGE_NOTE_ON;
  yeoun_sound_message(sound, &message);
  yeoun_sound_render(sound, left, right, stems, FRAMES / 2);
  for (int s = 0; s < 2 * YEOUN_STEMS; ++s) {
    stems[s] = stem[s] + FRAMES / 2;
  }
  message.kind = YEOUN_MESSAGE_NOTE_OFF;
  yeoun_sound_message(sound, &message);
  yeoun_sound_render(
    sound, left + FRAMES / 2, right + FRAMES / 2, stems, FRAMES / 2);
  yeoun_sound_free(sound);
}

static double
energy(const float *x, int from, int to)
{
  double sum = 0.0;
  for (int f = from; f < to; ++f) {
    sum += (double)x[f] * (double)x[f];
  }
  return sum;
}

/** How much more of a lane is on the right, in dB. */
static double
lean_db(unsigned lane)
{
  return 10.0 * log10(energy(stem[2 * lane + 1], 0, FRAMES) /
                      energy(stem[2 * lane], 0, FRAMES));
}

START_TEST(each_lane_is_heard_from_its_seat)
{
  mix.palette = _i ? YEOUN_GUGAK : YEOUN_CHAMBER;
  for (uint8_t lane = 0; lane < YEOUN_LANES; ++lane) {
    const float seat = yeoun_stage_seat(mix.palette, lane);
    play(lane, YEOUN_CLARINET);
    if (seat < -0.15f) {
      ck_assert_double_lt(lean_db(lane), -0.2);
    } else if (seat > 0.15f) {
      ck_assert_double_gt(lean_db(lane), 0.2);
    } else {
      ck_assert_double_lt(fabs(lean_db(lane)), 3.0);
    }
    for (unsigned other = 0; other < YEOUN_LANES; ++other) {
      ck_assert(other == lane || energy(stem[2 * other], 0, FRAMES) < 1e-9);
    }
  }
}
END_TEST

/* The American seating; in gugak the tune sits right of its strings. */
START_TEST(first_violins_sit_left_and_cellos_right)
{
  for (unsigned palette = YEOUN_CHAMBER; palette < YEOUN_PALETTES; ++palette) {
    const bool is_gugak = palette == YEOUN_GUGAK;
    const float melody = yeoun_stage_seat(palette, YEOUN_LANE_MELODY);
    const float counter = yeoun_stage_seat(palette, YEOUN_LANE_COUNTER);
    ck_assert(is_gugak ? melody > counter : melody < counter);
    ck_assert(is_gugak ? melody > 0.0f : melody < 0.0f);
    ck_assert_float_lt(yeoun_stage_seat(palette, YEOUN_LANE_CHORDS), 0.0f);
    ck_assert_float_gt(yeoun_stage_seat(palette, YEOUN_LANE_BASS), 0.0f);
    for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
      ck_assert_float_le(fabsf(yeoun_stage_seat(palette, lane)), 0.7f);
    }
  }
}
END_TEST

START_TEST(six_decibels_are_half_and_of_that_lane_alone)
{
  play(YEOUN_LANE_COUNTER, YEOUN_CELLO);
  const double whole = energy(stem[2 * YEOUN_LANE_COUNTER], 0, FRAMES);
  mix.lane_db[YEOUN_LANE_COUNTER] = -6.0f;
  play(YEOUN_LANE_COUNTER, YEOUN_CELLO);
  const double half = energy(stem[2 * YEOUN_LANE_COUNTER], 0, FRAMES);
  ck_assert_double_eq_tol(10.0 * log10(half / whole), -6.0, 0.2);
  mix.lane_db[YEOUN_LANE_COUNTER] = 0.0f;
  mix.lane_db[YEOUN_LANE_MELODY] = -6.0f;
  play(YEOUN_LANE_COUNTER, YEOUN_CELLO);
  const double other = energy(stem[2 * YEOUN_LANE_COUNTER], 0, FRAMES);
  ck_assert_double_eq_tol(10.0 * log10(other / whole), 0.0, 0.1);
  mix.level_db = 6.0f;
  play(YEOUN_LANE_COUNTER, YEOUN_CELLO);
  const double louder = energy(stem[2 * YEOUN_LANE_COUNTER], 0, FRAMES);
  ck_assert_double_eq_tol(10.0 * log10(louder / whole), 6.0, 0.3);
}
END_TEST

START_TEST(a_lane_at_the_bottom_of_its_fader_is_silent)
{
  mix.lane_db[YEOUN_LANE_MELODY] = -60.0f;
  mix.ambience = 1.0f;
  play(YEOUN_LANE_MELODY, YEOUN_VIOLIN);
  ck_assert_double_lt(energy(left, 0, FRAMES), 1e-6);
  ck_assert_double_lt(energy(stem[2 * YEOUN_LANES], 0, FRAMES), 1e-6);
}
END_TEST

START_TEST(a_deeper_stage_is_wider)
{
  double before = 0.0;
  for (int step = 0; step < 2; ++step) {
    mix.depth = 0.4f * (float)step;
    play(YEOUN_LANE_COUNTER, YEOUN_CLARINET);
    const double lean = lean_db(YEOUN_LANE_COUNTER);
    ck_assert_double_gt(lean, before + 0.3);
    before = lean;
  }
}
END_TEST

START_TEST(more_room_is_more_room_and_none_is_dry)
{
  double before = 0.0;
  for (int step = 0; step < 3; ++step) {
    mix.ambience = 0.5f * (float)step;
    play(YEOUN_LANE_MELODY, YEOUN_CLARINET);
    const double wet = energy(stem[2 * YEOUN_LANES], 0, FRAMES) +
                       energy(stem[2 * YEOUN_LANES + 1], 0, FRAMES);
    if (step) {
      ck_assert_double_gt(wet, 1.5 * before);
    } else {
      ck_assert_double_lt(wet, 1e-9);
    }
    before = wet;
  }
}
END_TEST

/** Of the room, the share that is left in its last quarter. */
static double
tail_of(unsigned pole)
{
  memset(mix.weight, 0, sizeof(mix.weight));
  mix.weight[pole] = 1.0f;
  play(YEOUN_LANE_MELODY, YEOUN_PIZZICATO);
  return energy(stem[2 * YEOUN_LANES], 3 * FRAMES / 4, FRAMES) /
         energy(stem[2 * YEOUN_LANES], 0, FRAMES);
}

START_TEST(romantic_rooms_ring_the_longest_and_comic_ones_the_least)
{
  mix.ambience = 0.5f;
  const double lyrical = tail_of(YEOUN_LYRICAL);
  const double romantic = tail_of(YEOUN_ROMANTIC);
  const double comic = tail_of(YEOUN_COMIC);
  ck_assert_double_gt(romantic, lyrical);
  ck_assert_double_gt(lyrical, 1.5 * comic);
}
END_TEST

/** How much of a sound lies in its highest octaves. */
static double
brightness(const float *x)
{
  double steps = 0.0;
  for (int f = 1; f < FRAMES; ++f) {
    const double step = (double)x[f] - (double)x[f - 1];
    steps += step * step;
  }
  return steps / energy(x, 0, FRAMES);
}

START_TEST(warmth_takes_brightness_away_and_cold_gives_it)
{
  double before = 1e9;
  for (int step = -1; step <= 1; ++step) {
    mix.warmth = (float)step;
    play(YEOUN_LANE_MELODY, YEOUN_VIOLIN);
    const double bright = brightness(stem[0]);
    ck_assert_double_lt(bright, 0.95 * before);
    before = bright;
  }
}
END_TEST

START_TEST(levels_that_are_told_are_the_largest_samples)
{
  float peak[YEOUN_STEMS];
  struct yeoun_sound *const sound = yeoun_sound_new(RATE);
  const struct yeoun_message message = {.kind = YEOUN_MESSAGE_NOTE_ON,
                                        .lane = YEOUN_LANE_BASS,
                                        .pitch = 40,
                                        .velocity = 100,
                                        .length_s = 0.5f,
                                        .id = 1};
  yeoun_sound_set_mix(sound, &mix);
  yeoun_sound_measure(sound, true);
  yeoun_sound_message(sound, &message);
  yeoun_sound_render(sound, left, right, NULL, FRAMES / 2);
  yeoun_sound_peaks(sound, peak);
  ck_assert_float_gt(peak[YEOUN_LANE_BASS], 0.01f);
  for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
    ck_assert(lane == YEOUN_LANE_BASS || peak[lane] == 0.0f);
  }
  float most = 0.0f;
  for (int f = 0; f < FRAMES / 2; ++f) {
    most = fmaxf(most, fmaxf(fabsf(left[f]), fabsf(right[f])));
  }
  ck_assert_float_eq_tol(peak[YEOUN_LANE_BASS], most, 0.02f * most);
  yeoun_sound_measure(sound, false);
  yeoun_sound_render(sound, left, right, NULL, FRAMES / 4);
  yeoun_sound_peaks(sound, peak);
  ck_assert_float_eq(peak[YEOUN_LANE_BASS], 0.0f);
  yeoun_sound_free(sound);
}
END_TEST

/** How often in a second a sound crosses zero upwards, from a frame on. */
static double
pitch_from(int from, int frames)
{
  double first = 0.0;
  double last = 0.0;
  int count = 0;
  for (int f = from + 1; f < from + frames; ++f) {
    const double a = (double)left[f - 1];
    const double b = (double)left[f];
    if (a < 0.0 && b >= 0.0) {
      last = f - 1 + a / (a - b);
      first = count++ ? first : last;
    }
  }
  ck_assert_int_gt(count, 3);
  return RATE * (count - 1) / (last - first);
}

/* A voice that goes on in one breath comes from the note before it. */
START_TEST(a_bound_note_slides_in_from_the_side_it_comes_from)
{
  static const uint8_t keys[2][2] = {{60, 72}, {84, 72}};
  double early[2];
  for (int i = 0; i < 2; ++i) {
    struct yeoun_sound *const sound = yeoun_sound_new(RATE);
    struct yeoun_message message = {.kind = YEOUN_MESSAGE_PROGRAM,
                                    .value = YEOUN_FLUTE};
    yeoun_sound_set_mix(sound, &mix);
    yeoun_sound_message(sound, &message);
    yeoun_sound_render(sound, left, right, NULL, FRAMES);
    for (uint32_t n = 0; n < 2; ++n) {
      message = (struct yeoun_message){.kind = YEOUN_MESSAGE_NOTE_ON,
                                       .pitch = keys[i][n],
                                       .velocity = 80,
                                       .bend = YEOUN_BEND_STRAIGHT,
                                       .length_s = 0.5f,
                                       .seed = 7,
                                       .id = n + 1};
      yeoun_sound_message(sound, &message);
      yeoun_sound_render(sound, left, right, NULL, FRAMES / 2);
    }
    early[i] = pitch_from(RATE / 25, RATE / 40);
    yeoun_sound_free(sound);
  }
  ck_assert_double_gt(early[1], 1.005 * early[0]);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("mix");
  TCase *const tests = tcase_create("mix");
  tcase_set_timeout(tests, 30);
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_loop_test(tests, each_lane_is_heard_from_its_seat, 0, 2);
  tcase_add_test(tests, first_violins_sit_left_and_cellos_right);
  tcase_add_test(tests, six_decibels_are_half_and_of_that_lane_alone);
  tcase_add_test(tests, a_lane_at_the_bottom_of_its_fader_is_silent);
  tcase_add_test(tests, a_deeper_stage_is_wider);
  tcase_add_test(tests, more_room_is_more_room_and_none_is_dry);
  tcase_add_test(tests,
                 romantic_rooms_ring_the_longest_and_comic_ones_the_least);
  tcase_add_test(tests, warmth_takes_brightness_away_and_cold_gives_it);
  tcase_add_test(tests, levels_that_are_told_are_the_largest_samples);
  tcase_add_test(tests, a_bound_note_slides_in_from_the_side_it_comes_from);
  suite_add_tcase(suite, tests);
  return suite;
}
