// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What control ports do and tell, in the built bundle. */

#include <math.h>
#include <string.h>

#include "../unit/suite.h"
#include "host.h"
#include "music/lane.h"

#define RATE 48000.0
#define BLOCK 512
#define MESSAGES 4096

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
  *host_control(host, "freewheel") = 1.0F;
  *host_control(host, "bars") = 4.0F;
  host_position(host, 0, &rolling);
  return host;
}

static void
mute(struct host *host, unsigned lane, bool is_muted)
{
  char symbol[32] = "";
  strcat(strcat(symbol, yeoun_lane_name(lane)), "_mute");
  *host_control(host, symbol) = is_muted ? 1.0F : 0.0F;
}

START_TEST(a_muted_lane_ends_and_is_neither_heard_nor_sent)
{
  const unsigned lane = (unsigned)_i % YEOUN_LANES;
  struct host *const host = begin(plugins[_i / YEOUN_LANES]);
  *host_control(host, "intensity") = 1.0F;
  *host_control(host, "comic") = 1.0F;
  *host_control(host, "palette") = 4.0F; /* with drums */
  struct count before = play(host, 8.0);
  ck_assert_uint_gt(before.on[lane], 0);

  mute(host, lane, true);
  host_run(host, BLOCK);
  count_notes(host, &before);
  ck_assert_uint_eq(before.on[lane], before.off[lane]);
  play(host, 8.0); /* while it dies away */
  const struct count muted = play(host, 8.0);
  ck_assert_uint_eq(muted.on[lane] + muted.off[lane], 0);
  ck_assert_uint_gt(
    muted.on[(lane + 1) % YEOUN_LANES] + muted.on[(lane + 2) % YEOUN_LANES], 0);
  if (host->audio_ports > 2) {
    ck_assert_float_gt(before.loudest[2 * lane], 1e-3F);
    ck_assert_float_lt(muted.loudest[2 * lane], 1e-5F);
  }

  mute(host, lane, false);
  ck_assert_uint_eq(play(host, 8.0).on[lane], before.on[lane]);
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
  *host_control(host, "variation") = 37.0F;
  for (unsigned bar = 1; bar <= 5; ++bar) {
    play(host, 1.0);
    ck_assert_float_eq(*host_control(host, "bar"), (float)((bar - 1) % 4 + 1));
    ck_assert_float_eq(*host_control(host, "sounding_variation"), 37.0F);
    play(host, 1.0 + BLOCK / RATE);
  }
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
  suite_add_tcase(suite, tcase);
  return suite;
}
