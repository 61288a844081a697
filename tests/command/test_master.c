// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What yeoun-render delivers: loudness, true peak and formats. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include <check.h>

#include "../unit/suite.h"
#include "files.h"
#include "render/sound/limit.h"
#include "render/sound/loudness.h"

static const struct {
  const char *name;
  double lufs, peak_db;
} targets[] = {{"streaming", -14, -1},
               {"cinema", -27, -2},
               {"broadcast", -23, -1}};

static const char *folder;

static void
set_up(void)
{
  folder = make_folder();
}

static int
render(const char *arguments)
{
  return run_command("'%s' %s", getenv("YEOUN_RENDER"), arguments);
}

START_TEST(files_have_the_loudness_of_their_target)
{
  static const char *const moods[] = {"lyrical", "romantic", "comic"};
  char text[128];
  snprintf(text,
           sizeof(text),
           "'Am F C' --mood all --bars 4 --target %s --format wav24",
           targets[_i].name);
  ck_assert_int_eq(render(text), 0);
  for (int i = 0; i < 3; ++i) {
    struct yeoun_loudness loudness;
    snprintf(
      text, sizeof(text), "%s/out/Am-F-C-%s-001-4bars.wav", folder, moods[i]);
    ck_assert(yeoun_loudness_of_file(text, &loudness));
    ck_assert_double_eq_tol(loudness.lufs, targets[_i].lufs, 0.1);
    ck_assert_double_le(loudness.peak_db, targets[_i].peak_db + 0.05);
  }
}
END_TEST

START_TEST(loud_and_soft_cues_keep_their_relation)
{
  static const char *const ways[] = {"", "--target cinema --loudness sheet"};
  struct yeoun_loudness loudness[2][2];
  char path[160];
  for (int way = 0; way < 2; ++way) {
    for (int loud = 0; loud < 2; ++loud) {
      ck_assert_int_eq(
        run_command("'%s' 'Am F C' --bars 4 --set intensity=%d --name c%d%d %s",
                    getenv("YEOUN_RENDER"),
                    loud,
                    way,
                    loud,
                    ways[way]),
        0);
      snprintf(path, sizeof(path), "%s/out/c%d%d.wav", folder, way, loud);
      ck_assert(yeoun_loudness_of_file(path, &loudness[way][loud]));
    }
  }
  const double apart = loudness[0][1].lufs - loudness[0][0].lufs;
  ck_assert_double_gt(apart, 2);
  ck_assert_double_eq_tol(
    loudness[1][1].lufs - loudness[1][0].lufs, apart, 0.05);
  ck_assert_double_lt(fabs(loudness[1][1].lufs + 27), 8);
}
END_TEST

START_TEST(every_format_holds_the_whole_piece)
{
  ck_assert_int_eq(
    render("'Am F C' --bars 2 --format wav24,flac,ogg,mp3 --out a"), 0);
  ck_assert_int_eq(render("'Am F C' --bars 2 --out b"), 0);
  static const char *const ends[] = {"wav", "flac", "ogg", "mp3"};
  const struct sound_facts plain =
    measure_sound("b/Am-F-C-lyrical-001-2bars.wav");
  for (int i = 0; i < 4; ++i) {
    char name[64];
    snprintf(name, sizeof(name), "a/Am-F-C-lyrical-001-2bars.%s", ends[i]);
    const struct sound_facts sound = measure_sound(name);
    ck_assert_double_eq_tol(sound.length_s, plain.length_s, 0.1);
    ck_assert_double_eq_tol(sound.rms, plain.rms, 0.03 * plain.rms);
  }
}
END_TEST

/** A tone that swells far above full scale and back. */
static void
make_swell(struct yeoun_take *take)
{
  static float tone[48000];
  const float *const pair[2] = {tone, tone};
  for (int i = 0; i < 48000; ++i) {
    tone[i] = (float)(sin(i * 0.3) * 4 * sin(i * 3.14159265 / 48000));
  }
  *take = (struct yeoun_take){.rate = 48000, .channels = 2};
  ck_assert(yeoun_take_reserve(take, 48000, 1));
  yeoun_take_add_audio(take, pair, 48000);
}

/* Vorbis comments, which libsndfile does not hand on; it reads the sound, whose
   pages of Ogg have sums. */
START_TEST(a_loop_says_in_comments_where_it_goes_round)
{
  static const char *const ends[] = {"flac", "ogg"};
  char name[64];
  snprintf(name, sizeof(name), "out/a.loop.%s", ends[_i]);
  ck_assert_int_eq(
    run_command("'%s' 'Am F C' --bars 2 --make loop --format %s --name a "
                "--rate 16000",
                getenv("YEOUN_RENDER"),
                ends[_i]),
    0);
  const struct sound_facts sound = measure_sound(name);
  ck_assert_double_gt(sound.length_s, 1);
  ck_assert_int_eq(
    run_command("grep -qaF LOOPSTART=0 %s && grep -qaF LOOPLENGTH=%.0f %s && "
                "! grep -qaiE 'COPYRIGHT=|TRACKNUMBER=' %s && "
                "! grep -qaiE 'LOOP|COPYRIGHT=|TRACKNUMBER=' out/a.%s",
                name,
                sound.length_s * 16000,
                name,
                name,
                ends[_i]),
    0);
  if (!run_command("command -v mediainfo")) {
    ck_assert_int_eq(run_command("mediainfo --Full %s | grep -qE '^LOOPSTART "
                                 "*: 0$' && mediainfo --Full %s | grep -qE "
                                 "'^LOOPLENGTH *: %.0f$'",
                                 name,
                                 name,
                                 sound.length_s * 16000),
                     0);
  }
}
END_TEST

START_TEST(a_limiter_keeps_below_its_ceiling_and_leaves_the_rest)
{
  static float gain[48000];
  struct yeoun_take take;
  make_swell(&take);
  ck_assert(yeoun_limit(&take, 6, -6, gain));
  const float twice = powf(10, 6 / 20.0f);
  ck_assert_float_eq_tol(gain[0], twice, 1e-4f);
  for (int i = 0; i < 48000; ++i) {
    ck_assert_float_gt(gain[i], 0);
    ck_assert_float_le(gain[i], twice * 1.0001f);
    /* It glides: what jumps is heard. */
    ck_assert_float_le(i ? fabsf(gain[i] - gain[i - 1]) : 0, 0.02f);
  }
  ck_assert(yeoun_take_scale(&take, gain));
  ck_assert_float_le(yeoun_take_peak(&take, 0), powf(10, -6 / 20.0f) * 1.0001f);
  ck_assert_float_ge(yeoun_take_peak(&take, 0), powf(10, -7 / 20.0f));
  yeoun_take_free(&take);
}
END_TEST

START_TEST(what_is_no_target_or_format_is_named)
{
  ck_assert_int_eq(render("Am --target loud"), 2);
  ck_assert(log_has("streaming"));
  ck_assert_int_eq(render("Am --format aiff"), 2);
  ck_assert(log_has("flac"));
  ck_assert_int_eq(render("Am --format float,wav24"), 2);
  ck_assert_uint_eq(count_files(""), 1);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("masters");
  TCase *const tests = tcase_create("masters");
  tcase_set_timeout(tests, 120);
  tcase_add_checked_fixture(tests, set_up, remove_folder);
  tcase_add_loop_test(tests, files_have_the_loudness_of_their_target, 0, 3);
  tcase_add_test(tests, loud_and_soft_cues_keep_their_relation);
  tcase_add_test(tests, every_format_holds_the_whole_piece);
  tcase_add_loop_test(tests, a_loop_says_in_comments_where_it_goes_round, 0, 2);
  tcase_add_test(tests, a_limiter_keeps_below_its_ceiling_and_leaves_the_rest);
  tcase_add_test(tests, what_is_no_target_or_format_is_named);
  suite_add_tcase(suite, tests);
  return suite;
}
