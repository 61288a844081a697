// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What an editor gets for a cue: lengths, hits, stems, loop, marks. */

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
#include "render/library/deliver.h"
#include "render/schedule/composed.h"
#include "render/schedule/plan_cue.h"
#include "render/schedule/transport.h"
#include "render/sound/loudness.h"
#include "render/sound/mix.h"

static const char *folder;

static void
set_up(void)
{
  folder = make_folder();
}

/** One cue with everything that a cue may have. */
static struct yeoun_music_cue
make_cue(void)
{
  struct yeoun_music_cue cue = yeoun_cue_default();
  snprintf(cue.name, sizeof(cue.name), "snow");
  snprintf(cue.theme_text, sizeof(cue.theme_text), "Am F C");
  ck_assert_int_eq(yeoun_theme_read(cue.theme_text, &cue.theme).status, 0);
  cue.has_weights = true;
  cue.weight[YEOUN_ROMANTIC] = 1;
  cue.variation = 3;
  cue.seconds = 23.4;
  cue.hits = 2;
  cue.hit_s[0] = 6.3;
  cue.hit_s[1] = 15.5;
  cue.points = 2;
  cue.point[0] = (struct yeoun_point){0, 0.2};
  cue.point[1] = (struct yeoun_point){20, 0.9};
  cue.has_ending = true;
  return cue;
}

static void
make_brief(struct yeoun_host *host,
           const struct yeoun_music_cue *cue,
           struct yeoun_render_plan *plan,
           struct yeoun_take *take)
{
  *take = (struct yeoun_take){0};
  ck_assert_ptr_nonnull(host);
  ck_assert(yeoun_render_plan_make(host, cue, folder, plan));
  ck_assert(yeoun_transport_roll(host, plan, 256, take));
}

static double
onset_s(const struct yeoun_take *take, const struct yeoun_event *event)
{
  return (double)event->frame / take->rate;
}

static bool
is_on(const struct yeoun_event *event)
{
  return (event->bytes[0] & 0xF0) == 0x90 && event->bytes[2];
}

START_TEST(notes_meet_hits_and_end_before_the_cut)
{
  static struct yeoun_render_plan plan;
  struct yeoun_take take;
  const struct yeoun_music_cue cue = make_cue();
  struct yeoun_host *const host = yeoun_host_open("urn:yeoun:notes");
  make_brief(host, &cue, &plan, &take);
  double nearest[2] = {1, 1};
  double last_s = 0;
  for (unsigned i = 0; i < take.events; ++i) {
    if (is_on(&take.event[i])) {
      last_s = onset_s(&take, &take.event[i]);
      for (unsigned h = 0; h < 2; ++h) {
        nearest[h] = fmin(nearest[h], fabs(last_s - cue.hit_s[h]));
      }
    }
  }
  ck_assert_double_eq_tol(yeoun_render_plan_seconds(&plan), 23.4, 1e-3);
  ck_assert_double_lt(last_s, 23.4);
  ck_assert_double_gt(last_s, 17);
  ck_assert_double_lt(nearest[0], 0.04);
  ck_assert_double_lt(nearest[1], 0.04);
  yeoun_take_free(&take);
  yeoun_host_close(host);
}
END_TEST

/* Some cues, all different: a deterministic draw. */
static double
draw(unsigned i, double from, double to)
{
  const unsigned x = (i * 2654435761U) >> 8;
  return from + (to - from) * (double)(x % 10007) / 10007;
}

static struct yeoun_music_cue
draw_cue(unsigned i)
{
  static const struct yeoun_meter meters[] = {{4, 4}, {3, 4}, {6, 8}, {4, 4}};
  struct yeoun_music_cue cue = make_cue();
  cue.weight[YEOUN_ROMANTIC] = 0;
  cue.weight[i % YEOUN_POLES] = 1;
  cue.variation = i;
  cue.meter = meters[i % 4];
  cue.seconds = draw(i + 1000, 15, 60);
  cue.hit_s[0] = draw(i + 2000, 2, cue.seconds / 2 - 2);
  cue.hit_s[1] = draw(i + 3000, cue.seconds / 2 + 1, cue.seconds - 3);
  cue.points = i % 2 ? 0 : cue.points;
  ck_assert(yeoun_cue_setting(&cue, "space", NULL, (float)draw(i, 0, 1)));
  return cue;
}

/** From a moment to the nearest strong beat of a tempo map. */
static double
from_strong_beat_s(const struct yeoun_take *take, double at_s)
{
  const int32_t bar = yeoun_bar_ticks(take->meter);
  const bool has_middle = bar / yeoun_pulse_ticks(take->meter) % 2 == 0;
  double nearest = 1;
  for (int32_t tick = 0; tick <= take->length_ticks;
       tick += has_middle ? bar / 2 : bar) {
    const double beat_s = yeoun_tempo_seconds(&take->tempo, tick);
    nearest = fmin(nearest, fabs(beat_s - at_s));
  }
  return nearest;
}

START_TEST(hits_are_strong_beats_on_which_something_sounds)
{
  static struct yeoun_render_plan plan;
  enum { CUES = 200 };
  struct yeoun_host *const host = yeoun_host_open("urn:yeoun:notes");
  unsigned silent = 0;
  unsigned weak = 0;
  for (unsigned i = 0; i < CUES; ++i) {
    struct yeoun_take take;
    const struct yeoun_music_cue cue = draw_cue(i);
    make_brief(host, &cue, &plan, &take);
    ck_assert_double_eq_tol(
      yeoun_render_plan_seconds(&plan), cue.seconds, 1e-3);
    for (unsigned h = 0; h < cue.hits; ++h) {
      double nearest = 1;
      for (unsigned k = 0; k < take.events; ++k) {
        if (is_on(&take.event[k])) {
          const double at_s = onset_s(&take, &take.event[k]);
          nearest = fmin(nearest, fabs(at_s - cue.hit_s[h]));
        }
      }
      silent += nearest > 0.04;
      weak += from_strong_beat_s(&take, cue.hit_s[h]) >= 0.04;
    }
    yeoun_take_free(&take);
  }
  printf("# %u of %u hits have nothing that begins within 40 ms\n",
         silent,
         (unsigned)(2 * CUES));
  /* In a last ritard the players may be farther from the beat than that. */
  ck_assert_uint_le(100 * silent, 2 * CUES);
  /* Where all strong beats within reach are silent, a weak one is better. */
  ck_assert_uint_le(100 * weak, 2 * CUES);
  yeoun_host_close(host);
}
END_TEST

/* A 32nd note: a performer is early or late by less. */
#define NEAR (YEOUN_BEAT / 8)

/** Notes of each lane and pitch: written, played, and those of the played that
    begin near to a bar line. */
struct tally {
  int written[YEOUN_LANES][128], played[YEOUN_LANES][128];
  int at_bar[YEOUN_LANES][128];
};

static void
count_notes(const struct yeoun_composed *composed,
            const struct yeoun_take *take,
            struct tally *tally)
{
  for (unsigned i = 0; i < composed->notes; ++i) {
    ++tally->written[composed->note[i].lane][composed->note[i].pitch];
  }
  for (unsigned i = 0; i < take->events; ++i) {
    const struct yeoun_event *const event = &take->event[i];
    if (is_on(event)) {
      const unsigned channel = event->bytes[0] & 15;
      const unsigned lane = channel == 9 ? YEOUN_LANE_DRUMS : channel;
      const int32_t bar = yeoun_bar_ticks(take->meter);
      ++tally->played[lane][event->bytes[1]];
      tally->at_bar[lane][event->bytes[1]] +=
        (yeoun_take_tick(take, event) + NEAR) % bar <= 2 * NEAR;
    }
  }
}

/** Cues whose scores are compared: of one round or several, with and without
    hits that bend the tempo, and an intensity that changes. */
static const struct {
  double seconds;
  bool has_hits, has_curve;
} shapes[] = {{23.4, false, false},
              {23.4, true, false},
              {23.4, true, true},
              {171, false, false},
              {171, true, true}};

START_TEST(the_written_score_is_what_is_played)
{
  static struct yeoun_render_plan plan;
  struct yeoun_take take;
  struct yeoun_composed composed;
  static struct tally tally;
  struct yeoun_music_cue cue = make_cue();
  cue.seconds = shapes[_i].seconds;
  cue.hits = shapes[_i].has_hits ? cue.hits : 0;
  cue.points = shapes[_i].has_curve ? cue.points : 0;
  struct yeoun_host *const host = yeoun_host_open("urn:yeoun:notes");
  make_brief(host, &cue, &plan, &take);
  ck_assert(yeoun_render_plan_make(host, &cue, folder, &plan));
  ck_assert(yeoun_composed_make(host, &plan, &composed));
  ck_assert_uint_gt(composed.notes, 100);
  ck_assert_uint_gt(composed.phrases, 1);
  ck_assert_int_eq(composed.length, yeoun_render_plan_ticks(&plan));
  count_notes(&composed, &take, &tally);
  for (unsigned i = 0; i < YEOUN_LANES * 128; ++i) {
    /* Where intensity changes, at a bar line, what is held is struck again. */
    const int again =
      tally.played[i / 128][i % 128] - tally.written[i / 128][i % 128];
    ck_assert_msg(again >= 0 && again <= tally.at_bar[i / 128][i % 128],
                  "lane %u key %u: %d",
                  i / 128,
                  i % 128,
                  again);
    ck_assert(cue.points || !again);
  }
  yeoun_composed_free(&composed);
  yeoun_take_free(&take);
  yeoun_host_close(host);
}
END_TEST

/* A plugin of another build, as it were: one of its notes is another. */
START_TEST(what_is_not_what_was_composed_is_refused)
{
  static struct yeoun_render_plan plan;
  struct yeoun_report_row row;
  struct yeoun_take take;
  struct yeoun_music_cue cue = make_cue();
  struct yeoun_host *const host = yeoun_host_open("urn:yeoun:sketch");
  cue.points = _i ? cue.points : 0;
  make_brief(host, &cue, &plan, &take);
  unsigned i = take.events / 2;
  while (!is_on(&take.event[i])) {
    ++i;
  }
  take.event[i].bytes[1] ^= 1;
  ck_assert(!yeoun_deliver(host, &plan, 256, &take, &row));
  ck_assert_uint_eq(count_files(""), 0);
  take.event[i].bytes[1] ^= 1;
  ck_assert(yeoun_deliver(host, &plan, 256, &take, &row));
  yeoun_take_free(&take);
  yeoun_host_close(host);
}
END_TEST

/* A bundle of a build that differs, as its own word for itself says. */
START_TEST(a_plugin_of_another_build_is_refused)
{
  ck_assert_int_eq(
    run_command("mkdir lv2 && cp -rL '%s/yeoun.lv2' lv2 && "
                "LV2_PATH=$PWD/lv2 '%s' Am --bars 1 --make mix && "
                "id=$(strings lv2/yeoun.lv2/yeoun.so | "
                "grep -E '^[0-9.]+-[0-9]+-[0-9]+$') && "
                "other=$(echo \"$id\" | tr 0-9 1-90) && "
                "sed -i \"s/$id/$other/\" lv2/yeoun.lv2/yeoun.so && "
                "{ LV2_PATH=$PWD/lv2 '%s' Am --bars 1 --make mix --out two; "
                "[ $? = 1 ]; }",
                getenv("LV2_PATH"),
                getenv("YEOUN_RENDER"),
                getenv("YEOUN_RENDER")),
    0);
  ck_assert(log_has("yeoun.so is of build "));
  ck_assert_int_eq(run_command("[ ! -e two ]"), 0);
}
END_TEST

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

/* Whenever they were made; but for those of which a file is gone. */
START_TEST(several_cues_are_shown_on_one_page)
{
  ck_assert_int_eq(run_command("'%s' 'Am F C' --variation 1,2 --bars 2 --out .",
                               getenv("YEOUN_RENDER")),
                   0);
  for (int v = 1; v <= 2; ++v) {
    ck_assert_int_eq(
      run_command(
        "grep -q '\"n\":\"Am-F-C-lyrical-00%d-2bars\",' index.html && "
        "xmllint --noout Am-F-C-lyrical-00%d-2bars.svg && "
        "grep -q '^\"Am-F-C-lyrical-00%d-2bars\",' library.csv",
        v,
        v,
        v),
      0);
  }
  ck_assert_int_eq(run_command("[ \"$(wc -l <library.csv)\" = 3 ]"), 0);
  ck_assert_int_eq(
    run_command("'%s' 'Am F C' --variation 3 --bars 2 --out . && "
                "[ $(grep -c '\"n\":' index.html) = 3 ]",
                getenv("YEOUN_RENDER")),
    0);
  ck_assert_int_eq(run_command("rm *-002-*.svg && '%s' --page --out . && "
                               "[ $(grep -c '\"n\":' index.html) = 2 ]",
                               getenv("YEOUN_RENDER")),
                   0);
}
END_TEST

/* As a spreadsheet reads it: with its mark, Korean whole, nothing computed. */
START_TEST(a_table_is_read_as_it_was_written)
{
  ck_assert_int_eq(
    run_command(
      "cat >sheet.ttl <<'END'\n"
      "@prefix y: <urn:yeoun:vocabulary#> .\n"
      "<> a y:CueSheet ; y:theme \"Am\" ; y:make \"mix\" ;\n"
      "  y:rate 8000 ; y:bars 1 .\n"
      "<#h> a y:Character ; y:name \"=1+1\" .\n"
      "<#a> a y:MusicCue ; y:name \"첫눈\" ; y:from <#h> .\n"
      "<#b> a y:MusicCue ; y:name \"@b\" .\nEND\n"
      "'%s' sheet.ttl && "
      "python3 -c \"import csv; "
      "r = list(csv.DictReader(open('out/library.csv', "
      "encoding='utf-8-sig', newline=''))); "
      "assert open('out/library.csv', 'rb').read(3) == b'\\xef\\xbb\\xbf'; "
      "assert r[0]['name'] == '첫눈' and "
      "r[0]['character'] == chr(39) + '=1+1' and "
      "r[1]['name'] == chr(39) + '@b', r\"",
      getenv("YEOUN_RENDER")),
    0);
}
END_TEST

START_TEST(the_best_of_many_are_kept)
{
  ck_assert_int_eq(
    run_command(
      "'%s' 'Am F C' --mood all --variation 1-3 --bars 2 --make midi "
      "--sort identity --keep 4 --csv --out . 2>errors >kept && "
      "[ \"$(wc -l <kept)\" = 5 ] && [ \"$(ls *.mid | wc -l)\" = 4 ] && "
      "tail -c +4 library.csv | cmp kept && "
      "sed 1d kept | sed 's/.*,//' | sort -rnc",
      getenv("YEOUN_RENDER")),
    0);
  ck_assert_int_eq(
    run_command("'%s' 'Am F C' --sort colour", getenv("YEOUN_RENDER")), 2);
  ck_assert(log_has("mood, identity or loudness"));
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("deliveries");
  TCase *const tests = tcase_create("deliveries");
  tcase_set_timeout(tests, 120);
  tcase_add_checked_fixture(tests, set_up, remove_folder);
  tcase_add_test(tests, notes_meet_hits_and_end_before_the_cut);
  tcase_add_test(tests, hits_are_strong_beats_on_which_something_sounds);
  tcase_add_loop_test(tests, the_written_score_is_what_is_played, 0, 5);
  tcase_add_loop_test(tests, what_is_not_what_was_composed_is_refused, 0, 2);
  tcase_add_test(tests, a_plugin_of_another_build_is_refused);
  tcase_add_loop_test(tests, stems_add_up_to_the_mix, 0, 2);
  tcase_add_test(tests, long_stems_lie_on_disk);
  tcase_add_test(tests, a_loop_is_exact_and_has_no_seam);
  tcase_add_test(tests, a_loop_is_the_same_beside_stems);
  tcase_add_test(tests, a_wave_file_tells_bars_hits_and_who_it_is);
  tcase_add_test(tests, a_midi_file_has_the_tempo_map_and_markers);
  tcase_add_test(tests, several_cues_are_shown_on_one_page);
  tcase_add_test(tests, a_table_is_read_as_it_was_written);
  tcase_add_test(tests, the_best_of_many_are_kept);
  suite_add_tcase(suite, tests);
  return suite;
}
