// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What control ports do and tell, in the built bundle. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/suite.h"
#include "host.h"
#include "music/lane.h"

#define RATE 48000.0
#define BLOCK 512
#define MESSAGES 4096
#define THEME "urn:yeoun:vocabulary#theme"

static const char *const plugins[] = {"urn:yeoun:sketch",
                                      "urn:yeoun:stems",
                                      "urn:yeoun:notes"};

static const struct host_time rolling = {0.0, 0.0, 4.0, 4.0, 120.0, 1.0, 0.0};

static struct host_world world;

static void
open_world(void)
{
  world = host_world_new();
}

static void
close_world(void)
{
  host_world_free(&world);
}

/** Notes on and off of each lane. */
struct count {
  unsigned on[YEOUN_LANES], off[YEOUN_LANES];
  float loudest[2 * YEOUN_LANES + 2]; /**< of each audio port */
};

static void
count_notes(const struct host *host, struct count *count)
{
  static struct host_midi midi[MESSAGES];
  const size_t messages = host_sent(host, midi, MESSAGES);
  for (size_t i = 0; i < messages; ++i) {
    for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
      if ((midi[i].byte[0] & 0x0F) == yeoun_lane_channel(lane)) {
        count->on[lane] += (midi[i].byte[0] & 0xF0) == 0x90;
        count->off[lane] += (midi[i].byte[0] & 0xF0) == 0x80;
      }
    }
  }
  for (uint32_t c = 0; c < host->audio_ports; ++c) {
    for (unsigned f = 0; f < BLOCK; ++f) {
      count->loudest[c] = fmaxf(count->loudest[c], fabsf(host->audio[c][f]));
    }
  }
}

static struct count
play(struct host *host, double seconds)
{
  struct count count = {0};
  for (unsigned i = 0; i < (unsigned)(seconds * RATE / BLOCK); ++i) {
    host_run(host, BLOCK);
    count_notes(host, &count);
  }
  return count;
}

static struct host *
begin(const char *plugin)
{
  struct host *const host = host_new(&world, plugin, RATE, HOST_WORKER_NONE);
  *host_control(host, "freewheel") = 1.0f;
  *host_control(host, "bars") = 4.0f;
  host_position(host, 0, &rolling);
  return host;
}

static void
mute(struct host *host, unsigned lane, bool is_muted)
{
  char symbol[32] = "";
  strcat(strcat(symbol, yeoun_lane_name(lane)), "_mute");
  *host_control(host, symbol) = is_muted ? 1.0f : 0.0f;
}

START_TEST(a_muted_lane_ends_and_is_neither_heard_nor_sent)
{
  const unsigned lane = (unsigned)_i % YEOUN_LANES;
  struct host *const host = begin(plugins[_i / YEOUN_LANES]);
  *host_control(host, "intensity") = 1.0f;
  *host_control(host, "space") = 0.0f;
  *host_control(host, "lyrical") = 0.0f;
  *host_control(host, lane == YEOUN_LANE_DRUMS ? "comic" : "romantic") = 1.0f;
  *host_control(host, "variation") = 4.0f;
  *host_control(host, "palette") = 4.0f; /* with drums */
  struct count before = play(host, 20.0);
  ck_assert_uint_gt(before.on[lane], 0);

  mute(host, lane, true);
  host_run(host, BLOCK);
  count_notes(host, &before);
  ck_assert_uint_eq(before.on[lane], before.off[lane]);
  play(host, 20.0); /* while it dies away */
  const struct count muted = play(host, 20.0);
  ck_assert_uint_eq(muted.on[lane] + muted.off[lane], 0);
  ck_assert_uint_gt(
    muted.on[(lane + 1) % YEOUN_LANES] + muted.on[(lane + 2) % YEOUN_LANES], 0);
  if (host->audio_ports > 2) {
    ck_assert_float_gt(before.loudest[2 * lane], 1e-3f);
    ck_assert_float_lt(muted.loudest[2 * lane], 1e-5f);
  }

  mute(host, lane, false);
  ck_assert_uint_gt(play(host, 20.0).on[lane], 0);
  host_free(host);
}
END_TEST

START_TEST(keys_are_heard_though_the_melody_is_muted)
{
  struct host *const host = begin(plugins[2]);
  mute(host, YEOUN_LANE_MELODY, true);
  play(host, 1.0);
  host_midi(host, 3, 0x90, 72, 90);
  ck_assert_uint_eq(play(host, 1.0).on[YEOUN_LANE_MELODY], 1);
  host_midi(host, 3, 0x80, 72, 0);
  ck_assert_uint_eq(play(host, 1.0).off[YEOUN_LANE_MELODY], 1);
  host_free(host);
}
END_TEST

START_TEST(bars_are_counted_from_one_and_the_variation_is_told)
{
  struct host *const host = begin(plugins[_i]);
  *host_control(host, "variation") = 37.0f;
  for (unsigned bar = 1; bar <= 5; ++bar) {
    play(host, 1.0);
    ck_assert_float_eq(*host_control(host, "bar"), (float)((bar - 1) % 4 + 1));
    ck_assert_float_eq(*host_control(host, "sounding_variation"), 37.0f);
    play(host, 1.0 + BLOCK / RATE);
  }
  host_free(host);
}
END_TEST

/* With an empty shelf a program is the variation of its own number. */
START_TEST(the_variation_of_a_program_change_is_told)
{
  struct host *const host = begin(plugins[_i]);
  play(host, 1.0);
  ck_assert_float_ne(*host_control(host, "sounding_variation"), 9.0f);
  host_program(host, 0, 9);
  play(host, 4.0);
  ck_assert_float_eq(*host_control(host, "sounding_variation"), 9.0f);
  host_free(host);
}
END_TEST

/** The theme that the plugin says is in force, after one run. */
static const char *
theme(struct host *host)
{
  host_ask(host, 0, THEME);
  host_run(host, BLOCK);
  return host_told(host, THEME);
}

START_TEST(whoever_touched_the_theme_last_has_it)
{
  struct host *const host =
    host_new(&world, plugins[_i], RATE, HOST_WORKER_NONE);
  ck_assert_str_eq(theme(host), "Am F C");
  host_theme(host, 0, "Dm7 G7");
  host_run(host, BLOCK);
  ck_assert_str_eq(theme(host), "Dm7 G7");
  *host_control(host, "variation") = 2.0f;
  *host_control(host, "source") = 1.0f;
  ck_assert_str_eq(theme(host), "Dm7 G7");
  *host_control(host, "root_2") = 2.0f;
  ck_assert_str_eq(theme(host), "Am D C");
  *host_control(host, "source") = 0.0f;
  ck_assert_str_eq(theme(host), "Am D C");
  host_theme(host, 0, "Dm7 G7");
  host_run(host, BLOCK);
  ck_assert_str_eq(theme(host), "Dm7 G7");
  host_free(host);
}
END_TEST

START_TEST(a_written_theme_is_what_sounds_whatever_the_source)
{
  static struct host_midi midi[MESSAGES];
  unsigned played[2][12] = {{0}};
  for (unsigned i = 0; i < 2; ++i) {
    struct host *const host =
      host_new(&world, plugins[2], RATE, HOST_WORKER_NONE);
    *host_control(host, "freewheel") = 1.0f;
    *host_control(host, "variation") = 0.0f;
    if (i) {
      host_theme(host, 0, "Ebm Cb Gb");
      host_run(host, 64);
    }
    host_position(host, 0, &rolling);
    for (unsigned block = 0; block < 400; ++block) {
      host_run(host, BLOCK);
      const size_t count = host_sent(host, midi, MESSAGES);
      for (size_t k = 0; k < count; ++k) {
        played[i][midi[k].byte[1] % 12] += (midi[k].byte[0] & 0xF0) == 0x90;
      }
    }
    host_free(host);
  }
  ck_assert_uint_gt(played[0][9], 0); /* A of Am */
  ck_assert_uint_eq(played[1][9], 0);
  ck_assert_uint_gt(played[1][3], 0); /* Eb of Ebm */
}
END_TEST

/** What happens between the last run and a changed port, that makes it no
    touch. */
static struct host *
interrupt(struct host *host, int how)
{
  if (how == 0) {
    return host;
  }
  if (how == 1) {
    lilv_instance_deactivate(host->instance);
    lilv_instance_activate(host->instance);
    return host;
  }
  char *const text = host_save(host);
  struct host *const other =
    host_new(&world, plugins[0], RATE, HOST_WORKER_NONE);
  if (how == 2) {
    host_run(other, BLOCK);
  }
  host_restore(other, text);
  free(text);
  host_free(host);
  return other;
}

START_TEST(what_is_set_before_the_first_run_is_no_touch)
{
  struct host *host = host_new(&world, plugins[0], RATE, HOST_WORKER_NONE);
  *host_control(host, "source") = 1.0f;
  host_theme(host, 0, "Dm7 G7");
  host_run(host, BLOCK);
  host_run(host, BLOCK);
  host = interrupt(host, _i);
  *host_control(host, "root_1") = 4.0f;
  ck_assert_str_eq(theme(host), _i ? "Dm7 G7" : "Em F C");
  *host_control(host, "root_1") = 2.0f;
  ck_assert_str_eq(theme(host), "Dm F C");
  host_free(host);
}
END_TEST

START_TEST(a_theme_that_is_out_of_force_is_kept)
{
  struct host *const host =
    host_new(&world, plugins[0], RATE, HOST_WORKER_NONE);
  host_theme(host, 0, "Dm7 G7");
  host_run(host, BLOCK);
  *host_control(host, "beats_1") = 2.0f;
  host_run(host, BLOCK);
  char *const text = host_save(host);
  ck_assert_ptr_nonnull(strstr(text, "Dm7 G7"));

  struct host *const other =
    host_new(&world, plugins[0], RATE, HOST_WORKER_NONE);
  host_restore(other, text);
  *host_control(other, "source") = 1.0f;
  ck_assert_str_eq(theme(other), "Am:2 F C");
  free(text);
  host_free(other);
  host_free(host);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("ports");
  TCase *const tcase = tcase_create("ports");
  tcase_add_unchecked_fixture(tcase, open_world, close_world);
  tcase_add_loop_test(
    tcase, a_muted_lane_ends_and_is_neither_heard_nor_sent, 0, 3 * YEOUN_LANES);
  tcase_add_test(tcase, keys_are_heard_though_the_melody_is_muted);
  tcase_add_loop_test(
    tcase, bars_are_counted_from_one_and_the_variation_is_told, 0, 3);
  tcase_add_loop_test(tcase, the_variation_of_a_program_change_is_told, 0, 3);
  tcase_add_loop_test(tcase, whoever_touched_the_theme_last_has_it, 0, 3);
  tcase_add_test(tcase, a_written_theme_is_what_sounds_whatever_the_source);
  tcase_add_loop_test(
    tcase, what_is_set_before_the_first_run_is_no_touch, 0, 4);
  tcase_add_test(tcase, a_theme_that_is_out_of_force_is_kept);
  suite_add_tcase(suite, tcase);
  return suite;
}
