// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The instruments and the mix as the engine uses them. What they measure like
   is told by report-sound. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "music/bend.h"
#include "music/palette.h"
#include "sound/sound.h"
#include "suite.h"

enum { FRAMES = 24000 };

static const struct yeoun_mix plain = {.weight = {1, 0, 0},
                                       .ambience = 0.3f,
                                       .palette = YEOUN_CHAMBER};

static void
send(struct yeoun_sound *sound, uint8_t kind, uint32_t id, unsigned value)
{
  const struct yeoun_message message = {
    .kind = kind,
    .id = id,
    .pitch = (uint8_t)value,
    .value = (uint8_t)value,
    .velocity = 100,
    .length_s = 0.4f,
  };
  yeoun_sound_message(sound, &message);
}

static double
peak_of(const float *x, uint32_t frames)
{
  double most = 0;
  bool is_finite = true;
  for (uint32_t f = 0; f < frames; ++f) {
    const double here = fabs((double)x[f]);
    is_finite = is_finite && isfinite(x[f]);
    most = here > most ? here : most;
  }
  ck_assert(is_finite);
  return most;
}

/* A chord, a pedal, a change of instrument and ends, rendered in blocks. */
static void
play_scene(uint32_t block, float *left, float *right, float *const *stems)
{
  struct yeoun_sound *const sound = yeoun_sound_new(48000);
  float *moved[2 * YEOUN_STEMS];
  yeoun_sound_set_mix(sound, &plain);
  for (uint32_t at = 0; at < FRAMES;) {
    if (at == 0) {
      send(sound, YEOUN_MESSAGE_PROGRAM, 0, YEOUN_GRAND_PIANO);
      send(sound, YEOUN_MESSAGE_NOTE_ON, 1, 60);
      send(sound, YEOUN_MESSAGE_NOTE_ON, 2, 64);
      send(sound, YEOUN_MESSAGE_PEDAL, 0, 127);
    } else if (at == 6000) {
      send(sound, YEOUN_MESSAGE_NOTE_OFF, 1, 60);
      send(sound, YEOUN_MESSAGE_PROGRAM, 0, YEOUN_VIOLIN);
      send(sound, YEOUN_MESSAGE_NOTE_ON, 3, 72);
    } else if (at == 12000) {
      send(sound, YEOUN_MESSAGE_PEDAL, 0, 0);
      send(sound, YEOUN_MESSAGE_NOTE_ON, 4, 74);
      send(sound, YEOUN_MESSAGE_NOTE_OFF, 3, 72);
    }
    const uint32_t next = at < 6000 ? 6000 : at < 12000 ? 12000 : FRAMES;
    const uint32_t now = next - at < block ? next - at : block;
    for (int s = 0; stems && s < 2 * YEOUN_STEMS; ++s) {
      moved[s] = stems[s] + at;
    }
    yeoun_sound_render(sound, left + at, right + at, stems ? moved : NULL, now);
    at += now;
  }
  yeoun_sound_free(sound);
}

static const uint32_t blocks[] = {1, 7, 32, 64, 1000, 8192};

START_TEST(the_sound_does_not_depend_on_how_time_is_cut)
{
  static float left[2][FRAMES], right[2][FRAMES];
  play_scene(512, left[0], right[0], NULL);
  ck_assert_double_gt(peak_of(left[0], FRAMES), 0.02);
  play_scene(blocks[_i], left[1], right[1], NULL);
  ck_assert(!memcmp(left[0], left[1], sizeof(left[0])));
  ck_assert(!memcmp(right[0], right[1], sizeof(right[0])));
}
END_TEST

START_TEST(stems_add_up_to_the_mix)
{
  static float left[FRAMES], right[FRAMES], stem[2 * YEOUN_STEMS][FRAMES];
  float *stems[2 * YEOUN_STEMS];
  for (int s = 0; s < 2 * YEOUN_STEMS; ++s) {
    stems[s] = stem[s];
  }
  play_scene(256, left, right, stems);
  double worst = 0;
  for (int f = 0; f < FRAMES; ++f) {
    double sum = 0;
    for (int s = 0; s < YEOUN_STEMS; ++s) {
      sum += (double)stem[2 * s][f];
    }
    worst = fmax(worst, fabs(sum - (double)left[f]));
  }
  ck_assert_double_lt(worst, 1e-5);
}
END_TEST

/* What a host gives is aligned to a float, and to no more. */
START_TEST(buffers_may_begin_anywhere)
{
  static float left[FRAMES + 4], right[FRAMES + 4];
  static float stem[2 * YEOUN_STEMS][FRAMES + 4];
  static float kept[2][FRAMES];
  float *stems[2 * YEOUN_STEMS];
  play_scene(256, kept[0], kept[1], NULL);
  for (int s = 0; s < 2 * YEOUN_STEMS; ++s) {
    stems[s] = stem[s] + (_i + s) % 4;
  }
  play_scene(57, left + _i, right + (_i + 1) % 4, stems);
  ck_assert(!memcmp(left + _i, kept[0], sizeof(kept[0])));
  ck_assert(!memcmp(right + (_i + 1) % 4, kept[1], sizeof(kept[1])));
}
END_TEST

/* Every instrument, from its lowest to its highest key; at other rates the
   highest. */
START_TEST(every_instrument_sounds_and_dies_away)
{
  static const double rates[] = {44100, 48000, 96000, 192000};
  static float left[192000], right[192000];
  const unsigned instrument = 1 + (unsigned)_i % (YEOUN_INSTRUMENTS - 1);
  const double rate = rates[_i / (YEOUN_INSTRUMENTS - 1)];
  const struct yeoun_instrument_facts *const facts =
    yeoun_instrument_facts(instrument);
  const uint32_t second = (uint32_t)rate;
  const unsigned keys[] = {facts->low, facts->sweet_low, facts->high};
  for (int k = rate == 48000 ? 0 : 2; k < 3; ++k) {
    struct yeoun_sound *const sound = yeoun_sound_new(rate);
    yeoun_sound_set_mix(sound, &plain);
    yeoun_sound_render(sound, left, right, NULL, second);
    send(sound, YEOUN_MESSAGE_PROGRAM, 0, instrument);
    send(sound, YEOUN_MESSAGE_NOTE_ON, 1, keys[k]);
    yeoun_sound_render(sound, left, right, NULL, second);
    const double peak = peak_of(left, second);
    ck_assert_msg(peak > 0.005, "%s, key %u: %g", facts->name, keys[k], peak);
    ck_assert_double_le(peak, 1.0);
    send(sound, YEOUN_MESSAGE_NOTE_OFF, 1, keys[k]);
    double rest = 1;
    for (int s = 0; s < 14 && rest > 1e-4; ++s) {
      yeoun_sound_render(sound, left, right, NULL, second);
      rest = peak_of(left, second);
    }
    ck_assert_msg(rest < 1e-4, "%s, key %u does not end", facts->name, keys[k]);
    yeoun_sound_free(sound);
  }
}
END_TEST

/* Keys whose pitch lies above half the rate, or above the rate itself. */
START_TEST(keys_beyond_the_rate_are_finite_and_below_full_scale)
{
  static float left[8000], right[8000];
  const unsigned instrument = 1 + (unsigned)_i;
  struct yeoun_sound *const sound = yeoun_sound_new(8000);
  yeoun_sound_set_mix(sound, &plain);
  send(sound, YEOUN_MESSAGE_PROGRAM, 0, instrument);
  for (unsigned key = 3; key < 128; key += key < 99 ? 32 : 4) {
    send(sound, YEOUN_MESSAGE_NOTE_ON, 1 + key, key);
    yeoun_sound_render(sound, left, right, NULL, 1000);
    ck_assert_double_le(peak_of(left, 1000), 1.0);
    send(sound, YEOUN_MESSAGE_NOTE_OFF, 1 + key, key);
  }
  yeoun_sound_free(sound);
}
END_TEST

START_TEST(harder_notes_are_louder)
{
  static float left[48000], right[48000];
  const unsigned instrument = 1 + (unsigned)_i;
  double before = 0;
  for (unsigned velocity = 20; velocity <= 120; velocity += 25) {
    struct yeoun_sound *const sound = yeoun_sound_new(48000);
    yeoun_sound_set_mix(sound, &plain);
    yeoun_sound_render(sound, left, right, NULL, 48000);
    send(sound, YEOUN_MESSAGE_PROGRAM, 0, instrument);
    const struct yeoun_message on = {
      .kind = YEOUN_MESSAGE_NOTE_ON,
      .id = 1,
      .pitch = yeoun_instrument_facts(instrument)->sweet_low,
      .velocity = (uint8_t)velocity,
    };
    yeoun_sound_message(sound, &on);
    yeoun_sound_render(sound, left, right, NULL, 48000);
    const double peak = peak_of(left, 48000);
    ck_assert_double_gt(peak, before);
    before = peak;
    yeoun_sound_free(sound);
  }
}
END_TEST

static void
play_seed(uint32_t seed, uint32_t id, unsigned instrument, float *left)
{
  static float right[FRAMES];
  struct yeoun_sound *const sound = yeoun_sound_new(48000);
  const struct yeoun_message on = {
    .kind = YEOUN_MESSAGE_NOTE_ON,
    .id = id,
    .seed = seed,
    .pitch = yeoun_instrument_facts(instrument)->sweet_low,
    .velocity = 90,
  };
  yeoun_sound_set_mix(sound, &plain);
  send(sound, YEOUN_MESSAGE_PROGRAM, 0, instrument);
  yeoun_sound_message(sound, &on);
  yeoun_sound_render(sound, left, right, NULL, FRAMES);
  yeoun_sound_free(sound);
}

/* What a note is decides its sound, not how many were played before it. */
START_TEST(a_note_sounds_the_same_whenever_it_comes)
{
  static float one[FRAMES], two[FRAMES], other[FRAMES];
  const unsigned instrument = 1 + (unsigned)_i;
  play_seed(77, 1, instrument, one);
  play_seed(77, 900, instrument, two);
  play_seed(78, 1, instrument, other);
  ck_assert_mem_eq(one, two, sizeof(one));
  ck_assert(memcmp(one, other, sizeof(one)) != 0);
}
END_TEST

/* More notes than there are voices, as loud as can be: no more than full scale,
   and quiet again after. */
START_TEST(too_many_notes_are_only_loud)
{
  static float left[48000], right[48000];
  struct yeoun_sound *const sound = yeoun_sound_new(48000);
  struct yeoun_mix mix = plain;
  mix.level_db = 6;
  mix.lane_db[0] = 6;
  yeoun_sound_set_mix(sound, &mix);
  send(sound, YEOUN_MESSAGE_PROGRAM, 0, (unsigned)_i);
  for (uint32_t n = 0; n < 300; ++n) {
    send(sound, YEOUN_MESSAGE_NOTE_ON, n + 1, 40 + n % 50);
    yeoun_sound_render(sound, left, right, NULL, 64);
    ck_assert_double_le(peak_of(left, 64), 1.0);
    ck_assert_double_le(peak_of(right, 64), 1.0);
  }
  for (uint32_t n = 0; n < 300; ++n) {
    send(sound, YEOUN_MESSAGE_NOTE_OFF, n + 1, 40 + n % 50);
    yeoun_sound_render(sound, left, right, NULL, 64);
  }
  for (int s = 0; s < 12 && (s < 3 || peak_of(left, 48000) > 1e-3); ++s) {
    yeoun_sound_render(sound, left, right, NULL, 48000);
  }
  /* A harp that is let ring is the longest. */
  ck_assert_double_lt(peak_of(left, 48000), 1e-3);
  yeoun_sound_free(sound);
}
END_TEST

START_TEST(reset_is_silence_at_once)
{
  static float left[48000], right[48000];
  struct yeoun_sound *const sound = yeoun_sound_new(48000);
  yeoun_sound_set_mix(sound, &plain);
  send(sound, YEOUN_MESSAGE_NOTE_ON, 1, 60);
  yeoun_sound_render(sound, left, right, NULL, 9600);
  ck_assert_double_gt(peak_of(left, 9600), 0.001);
  yeoun_sound_reset(sound);
  yeoun_sound_render(sound, left, right, NULL, 48000);
  ck_assert(peak_of(left, 48000) == 0);
  yeoun_sound_free(sound);
}
END_TEST

START_TEST(bends_go_where_the_score_says)
{
  const struct yeoun_bending fall = {YEOUN_BEND_BREAK, -100, 1};
  const struct yeoun_bending push = {YEOUN_BEND_PUSH, -200, 1};
  const struct yeoun_bending sink = {YEOUN_BEND_FALL, -50, 1};
  const struct yeoun_bending shake = {YEOUN_BEND_SHAKE, 120, 2};
  ck_assert_double_eq_tol((double)yeoun_bending_cents(&fall, 0.05f), 0, 1);
  ck_assert_double_eq_tol((double)yeoun_bending_cents(&fall, 0.3f), -100, 1);
  ck_assert_double_eq_tol((double)yeoun_bending_cents(&push, 0), -200, 1);
  ck_assert_double_eq_tol((double)yeoun_bending_cents(&push, 0.2f), 0, 1);
  ck_assert_double_eq_tol((double)yeoun_bending_cents(&sink, 0.7f), 0, 1);
  ck_assert_double_eq_tol((double)yeoun_bending_cents(&sink, 1), -50, 1);
  double early = 0;
  double late = 0;
  for (float t = 0; t < 2; t += 0.001f) {
    const double here = fabs((double)yeoun_bending_cents(&shake, t));
    early = t < 0.4f ? fmax(early, here) : early;
    late = t > 1.2f ? fmax(late, here) : late;
  }
  ck_assert_double_lt(early, late);
  ck_assert_double_eq_tol(late, 60, 2);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("sound");
  TCase *const tests = tcase_create("sound");
  tcase_set_timeout(tests, 60);
  tcase_add_loop_test(tests,
                      the_sound_does_not_depend_on_how_time_is_cut,
                      0,
                      (int)(sizeof(blocks) / sizeof(blocks[0])));
  tcase_add_loop_test(tests, buffers_may_begin_anywhere, 0, 4);
  tcase_add_test(tests, stems_add_up_to_the_mix);
  tcase_add_loop_test(tests,
                      every_instrument_sounds_and_dies_away,
                      0,
                      4 * (YEOUN_INSTRUMENTS - 1));
  tcase_add_loop_test(tests,
                      keys_beyond_the_rate_are_finite_and_below_full_scale,
                      0,
                      YEOUN_INSTRUMENTS - 1);
  tcase_add_loop_test(tests, harder_notes_are_louder, 0, YEOUN_KIT - 1);
  tcase_add_loop_test(
    tests, a_note_sounds_the_same_whenever_it_comes, 0, YEOUN_KIT - 1);
  tcase_add_loop_test(tests, too_many_notes_are_only_loud, 1, YEOUN_KIT + 1);
  tcase_add_test(tests, reset_is_silence_at_once);
  tcase_add_test(tests, bends_go_where_the_score_says);
  suite_add_tcase(suite, tests);
  return suite;
}
