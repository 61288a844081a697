// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What an editor gets for a cue: stems, loop, marks, MIDI. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include <check.h>
#include <sndfile.h>

#include "../unit/suite.h"
#include "compose/request.h"
#include "files.h"
#include "listen.h"
#include "render/sound/loudness.h"
#include "render/sound/mix.h"

static const char *folder;

static void
set_up(void)
{
  folder = make_folder();
}

#define MAKE "'Am F C' --mood comic --seconds 9.7 --hit 4 --format wav24 "
#define NAME "out/Am-F-C-comic-001-9.7s-hit4"

static int
render(const char *arguments)
{
  return run_command("'%s' %s", getenv("YEOUN_RENDER"), arguments);
}

/** A whole stereo file. */
static float *
read_sound(const char *name, sf_count_t *frames)
{
  char path[160];
  SF_INFO info = {0};
  snprintf(path, sizeof(path), "%s/%s", folder, name);
  SNDFILE *const file = sf_open(path, SFM_READ, &info);
  ck_assert_msg(file != NULL, "%s", name);
  float *const sound = (float *)malloc((size_t)info.frames * 2 * sizeof(float));
  ck_assert_ptr_nonnull(sound);
  ck_assert_int_eq(sf_readf_float(file, sound, info.frames), info.frames);
  sf_close(file);
  *frames = info.frames;
  return sound;
}

static const char *const targets[] = {"none", "streaming"};

START_TEST(stems_add_up_to_the_mix)
{
  sf_count_t frames = 0;
  char name[96];
  snprintf(name, sizeof(name), MAKE "--make stems --target %s", targets[_i]);
  ck_assert_int_eq(render(name), 0);
  float *const rest = read_sound(NAME ".wav", &frames);
  unsigned loud = 0;
  for (unsigned i = 0; i < YEOUN_STEM_PAIRS; ++i) {
    sf_count_t length = 0;
    float peak = 0;
    snprintf(name, sizeof(name), NAME ".%s.wav", yeoun_stem_name(i));
    float *const stem = read_sound(name, &length);
    ck_assert_int_eq(length, frames);
    for (sf_count_t k = 0; k < 2 * frames; ++k) {
      rest[k] -= stem[k];
      peak = fmaxf(peak, fabsf(stem[k]));
    }
    loud += peak > 0.01f;
    free(stem);
  }
  float error = 0;
  for (sf_count_t k = 0; k < 2 * frames; ++k) {
    error = fmaxf(error, fabsf(rest[k]));
  }
  ck_assert_float_lt(20 * log10f(error + 1e-9f), -90);
  ck_assert_uint_ge(loud, 4);
  free(rest);
}
END_TEST

/* Three minutes of stems are 550 MB of sound. */
START_TEST(long_stems_lie_on_disk)
{
  struct rusage used;
  ck_assert_int_eq(
    run_command("'%s' Am --seconds 180 --make stems --out long && rm -r long",
                getenv("YEOUN_RENDER")),
    0);
  ck_assert_int_eq(getrusage(RUSAGE_CHILDREN, &used), 0);
  printf("# %ld MiB in memory at most\n", used.ru_maxrss / 1024);
  ck_assert_int_lt(used.ru_maxrss / 1024, 250);
}
END_TEST

START_TEST(a_loop_is_exact_and_has_no_seam)
{
  sf_count_t frames = 0;
  ck_assert_int_eq(render(MAKE "--make loop --target streaming"), 0);
  float *const x = read_sound(NAME ".loop.wav", &frames);
  ck_assert_int_eq(frames, lround(9.7 * 48000));
  SF_INFO info = {0};
  SF_INSTRUMENT instrument = {0};
  char path[160];
  snprintf(path, sizeof(path), "%s/" NAME ".loop.wav", folder);
  SNDFILE *const file = sf_open(path, SFM_READ, &info);
  ck_assert_int_eq(
    sf_command(file, SFC_GET_INSTRUMENT, &instrument, sizeof(instrument)), 1);
  sf_close(file);
  ck_assert_int_eq(instrument.loop_count, 1);
  ck_assert_uint_eq(instrument.loops[0].start, 0);
  ck_assert_uint_eq(instrument.loops[0].end, frames);
  float step = 0;
  for (sf_count_t k = 2; k < 2 * frames; ++k) {
    step = fmaxf(step, fabsf(x[k] - x[k - 2]));
  }
  ck_assert_float_gt(step, 0);
  for (int side = 0; side < 2; ++side) {
    ck_assert_float_lt(fabsf(x[side] - x[2 * frames - 2 + side]), step / 2);
  }
  free(x);
}
END_TEST

/* The two plugins of which one makes a mix and one makes stems play the same.
 */
START_TEST(a_loop_is_the_same_beside_stems)
{
  ck_assert_int_eq(render(MAKE "--make loop --out alone"), 0);
  ck_assert_int_eq(render(MAKE "--make loop,stems"), 0);
  ck_assert_double_gt(measure_sound(NAME ".loop.wav").rms, 0.01);
  ck_assert_double_lt(
    difference_of(
      "alone/Am-F-C-comic-001-9.7s-hit4.loop.wav", NAME ".loop.wav", 0, 9.7),
    0.01);
}
END_TEST

START_TEST(a_wave_file_tells_bars_hits_and_who_it_is)
{
  SF_INFO info = {0};
  SF_CUES cues = {0};
  SF_BROADCAST_INFO broadcast = {0};
  char path[160];
  ck_assert_int_eq(render(MAKE), 0);
  snprintf(path, sizeof(path), "%s/" NAME ".wav", folder);
  SNDFILE *const file = sf_open(path, SFM_READ, &info);
  ck_assert_ptr_nonnull(file);
  ck_assert_int_eq(sf_command(file, SFC_GET_CUE, &cues, sizeof(cues)), 1);
  ck_assert_int_eq(
    sf_command(file, SFC_GET_BROADCAST_INFO, &broadcast, sizeof(broadcast)), 1);
  sf_close(file);
  bool has_hit = false;
  bool has_end = false;
  for (unsigned i = 0; i < cues.cue_count; ++i) {
    has_hit |= cues.cue_points[i].sample_offset == 4 * 48000 &&
               !strcmp(cues.cue_points[i].name, "hit 4.00 s");
    has_end |= cues.cue_points[i].sample_offset == lround(9.7 * 48000);
  }
  ck_assert_uint_ge(cues.cue_count, 5);
  ck_assert(has_hit);
  ck_assert(has_end);
  struct yeoun_loudness loudness;
  ck_assert(yeoun_loudness_of_file(path, &loudness));
  ck_assert_int_eq(broadcast.version, 2);
  ck_assert_double_eq_tol(
    broadcast.loudness_value / 100.0, loudness.lufs, 0.02);
  ck_assert_double_eq_tol(
    broadcast.max_true_peak_level / 100.0, loudness.peak_db, 0.05);
  ck_assert_int_ge(broadcast.max_momentary_loudness,
                   broadcast.max_shortterm_loudness);
  ck_assert_int_ge(broadcast.max_shortterm_loudness, broadcast.loudness_value);
  ck_assert_int_gt(broadcast.loudness_range, 0);
  ck_assert_ptr_nonnull(strstr(broadcast.description, "Am-F-C-comic-001"));
}
END_TEST

/* As UTF-8 in a tag of version 4: libsndfile tells those of Western Europe. */
START_TEST(an_mp3_tells_its_name_in_hangul)
{
  ck_assert_int_eq(run_command("'%s' Am --name 눈 --bars 1 --make mix "
                               "--format mp3 && head -c 400 out/눈.mp3 | "
                               "tr '\\000\\003\\004' '.34' >head && "
                               "grep -aq '^ID34' head && "
                               "grep -aq 'TIT2...4..3눈' head",
                               getenv("YEOUN_RENDER")),
                   0);
}
END_TEST

START_TEST(a_midi_file_has_the_tempo_map_and_markers)
{
  static struct midi_facts midi;
  ck_assert_int_eq(render(MAKE "--variation 2"), 0);
  read_midi("out/Am-F-C-comic-002-9.7s-hit4.mid", &midi);
  ck_assert_uint_eq(midi.unmatched, 0);
  ck_assert_int_eq(
    run_command("strings -n 3 out/Am-F-C-comic-002-9.7s-hit4.mid"), 0);
  ck_assert(log_has("phrase, bar 1"));
  ck_assert(log_has("hit 4.00 s"));
  ck_assert(log_has("end 9.70 s"));
  char name[32];
  snprintf(name, sizeof(name), "algorithm=%d", YEOUN_ALGORITHM);
  ck_assert(log_has("yeoun1 Am F C variation=2"));
  ck_assert(log_has(name));
  ck_assert_int_eq(run_command("grep -q '^variation_name yeoun1 Am F C ' "
                               "out/*-002*.made && grep -q '^algorithm %d$' "
                               "out/*-002*.made",
                               YEOUN_ALGORITHM),
                   0);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("deliveries");
  TCase *const tests = tcase_create("deliveries");
  tcase_set_timeout(tests, 120);
  tcase_add_checked_fixture(tests, set_up, remove_folder);
  tcase_add_loop_test(tests, stems_add_up_to_the_mix, 0, 2);
  tcase_add_test(tests, long_stems_lie_on_disk);
  tcase_add_test(tests, a_loop_is_exact_and_has_no_seam);
  tcase_add_test(tests, a_loop_is_the_same_beside_stems);
  tcase_add_test(tests, a_wave_file_tells_bars_hits_and_who_it_is);
  tcase_add_test(tests, an_mp3_tells_its_name_in_hangul);
  tcase_add_test(tests, a_midi_file_has_the_tempo_map_and_markers);
  suite_add_tcase(suite, tests);
  return suite;
}
