// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What is played for a cue: it meets its hits, and is what was written. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include <check.h>

#include "../unit/suite.h"
#include "compose/request.h"
#include "files.h"
#include "render/host/set_cue.h"
#include "render/library/deliver.h"
#include "render/schedule/composed.h"
#include "render/schedule/plan_cue.h"
#include "render/schedule/transport.h"

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
  double off_s = 0;
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
      off_s += nearest <= 0.04 ? nearest : 0;
      weak += from_strong_beat_s(&take, cue.hit_s[h]) >= 0.04;
    }
    yeoun_take_free(&take);
  }
  printf("# %u of %u hits have nothing that begins within 40 ms\n",
         silent,
         (unsigned)(2 * CUES));
  printf("# the others begin within %.1f ms on the mean\n",
         1000 * off_s / (2 * CUES - silent));
  ck_assert_double_lt(off_s, 0.006 * (2 * CUES - silent));
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

/* Half and double time, other tempos, names of variations. */
START_TEST(a_tempo_is_known_without_composing_as_the_plugin_tells_it)
{
  enum { CUES = 200 };
  static struct yeoun_render_plan plan;
  static struct yeoun_answer answer;
  struct yeoun_host *const host = yeoun_host_open("urn:yeoun:sketch");
  double least = 1e3;
  double most = 0;
  ck_assert_ptr_nonnull(host);
  for (unsigned i = 0; i < CUES; ++i) {
    struct yeoun_music_cue cue = draw_cue(i);
    ck_assert(
      yeoun_cue_setting(&cue, "tempo_trim", NULL, (float)draw(i, -1, 1)));
    ck_assert(yeoun_cue_setting(
      &cue, "tempo", NULL, i % 3 ? 0.0f : (float)draw(i + 4000, 40, 220)));
    cue.bars = 5 + i % 4;
    if (i % 5 == 4) {
      snprintf(cue.variation_name,
               sizeof(cue.variation_name),
               "yeoun1 Am F C variation=%u comic=1 bars=8 meter=3/4 "
               "algorithm=%d",
               i,
               YEOUN_ALGORITHM);
    }
    ck_assert(yeoun_host_set_cue(host, &cue));
    plan = (struct yeoun_render_plan){.cue = &cue, .meter = cue.meter};
    ck_assert(yeoun_host_ask(host, 16000, plan.meter, 0, &answer));
    ck_assert_double_eq(yeoun_composed_tempo(host, &plan), answer.tempo_bpm);
    least = fmin(least, answer.tempo_bpm);
    most = fmax(most, answer.tempo_bpm);
  }
  printf("# %u tempos from %.1f to %.1f\n", (unsigned)CUES, least, most);
  ck_assert_double_gt(most, 2 * least);
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

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("what is played");
  TCase *const tests = tcase_create("played");
  tcase_set_timeout(tests, 120);
  tcase_add_checked_fixture(tests, set_up, remove_folder);
  tcase_add_test(tests, notes_meet_hits_and_end_before_the_cut);
  tcase_add_test(tests, hits_are_strong_beats_on_which_something_sounds);
  tcase_add_test(tests,
                 a_tempo_is_known_without_composing_as_the_plugin_tells_it);
  tcase_add_loop_test(tests, the_written_score_is_what_is_played, 0, 5);
  tcase_add_loop_test(tests, what_is_not_what_was_composed_is_refused, 0, 2);
  tcase_add_test(tests, a_plugin_of_another_build_is_refused);
  suite_add_tcase(suite, tests);
  return suite;
}
