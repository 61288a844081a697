// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The built bundle follows a host's transport: what sounds at a place does not
   depend on how one came there. */

#include <stdlib.h>
#include <string.h>

#include "../unit/suite.h"
#include "host.h"

#define RATE 48000
#define BAR (2 * RATE) /* frames of four beats at 120 */
#define NOTES 8192
#define URI "urn:yeoun:notes"

static struct host_world world;

/** Beginnings and ends of notes, at frames from the start of the record. */
struct record {
  size_t count;
  struct host_midi midi[NOTES];
};

static struct record straight;
static struct record other;

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

static struct host_time
place(double bar, double beat, double speed)
{
  return (struct host_time){bar, beat, 4.0, 4.0, 120.0, speed, -1.0};
}

/** A host that stands at a bar, and knows its tempo. */
static struct host *
stand_at(double bar)
{
  struct host *const host =
    host_new(&world, URI, (double)RATE, HOST_WORKER_NONE);
  const struct host_time standing = place(bar, 0.0, 0.0);
  *host_control(host, "comic") = 1.0f;
  *host_control(host, "variation") = 3.0f;
  host_position(host, 0, &standing);
  host_run(host, 256);
  return host;
}

static void
record_block(struct host *host, uint32_t frames, uint32_t at)
{
  static struct host_midi midi[4096];
  host_run(host, frames);
  const size_t count = host_sent(host, midi, 4096);
  for (size_t i = 0; i < count && other.count < NOTES; ++i) {
    const uint8_t kind = midi[i].byte[0] & 0xF0;
    if (kind == 0x90 || kind == 0x80) {
      other.midi[other.count] = midi[i];
      other.midi[other.count++].frame += at;
    }
  }
}

static void
record_frames(struct host *host, uint32_t frames)
{
  other.count = 0;
  for (uint32_t at = 0; at < frames;) {
    const uint32_t block = frames - at < 999 ? frames - at : 999;
    record_block(host, block, at);
    at += block;
  }
}

/** Sixteen bars from the beginning. */
static void
record_straight(void)
{
  struct host *const host = stand_at(0.0);
  const struct host_time rolling = place(0.0, 0.0, 1.0);
  host_position(host, 0, &rolling);
  record_frames(host, 16 * BAR);
  straight = other;
  host_free(host);
}

static bool
is_on(const struct host_midi *midi)
{
  return (midi->byte[0] & 0xF0) == 0x90;
}

/** Whether a note begins at a frame in a record. */
static bool
begins(const struct record *record, uint32_t frame, const uint8_t byte[3])
{
  for (size_t i = 0; i < record->count; ++i) {
    if (is_on(&record->midi[i]) && record->midi[i].frame == frame &&
        !memcmp(record->midi[i].byte, byte, 3)) {
      return true;
    }
  }
  return false;
}

/** What the other record plays from `from` for so many frames is what the
    straight one plays from `as`: all of its beginnings, and no more but for the
    notes held at that place. */
static void
expect_same(uint32_t from, uint32_t as, uint32_t frames)
{
  unsigned compared = 0;
  for (size_t i = 0; i < straight.count; ++i) {
    const struct host_midi *const midi = &straight.midi[i];
    if (is_on(midi) && midi->frame >= as && midi->frame < as + frames) {
      ck_assert_msg(begins(&other, midi->frame - as + from, midi->byte),
                    "key %u at frame %u is lost",
                    midi->byte[1],
                    midi->frame);
      ++compared;
    }
  }
  ck_assert_uint_gt(compared, 3);
  for (size_t i = 0; i < other.count; ++i) {
    const struct host_midi *const midi = &other.midi[i];
    if (is_on(midi) && midi->frame > from && midi->frame < from + frames) {
      ck_assert_msg(begins(&straight, midi->frame - from + as, midi->byte),
                    "key %u at frame %u is not in the score",
                    midi->byte[1],
                    midi->frame);
    }
  }
}

/** Every note ends once before it begins again, and none sounds at the end. */
static void
expect_matched(void)
{
  uint8_t on[16][128] = {{0}};
  int sounding = 0;
  for (size_t i = 0; i < other.count; ++i) {
    const struct host_midi *const midi = &other.midi[i];
    uint8_t *const note = &on[midi->byte[0] & 15][midi->byte[1]];
    ck_assert_uint_eq(*note, !is_on(midi));
    *note = is_on(midi);
    sounding += is_on(midi) ? 1 : -1;
  }
  ck_assert_int_eq(sounding, 0);
}

static void
stop(struct host *host)
{
  const struct host_time standing = place(0.0, 0.0, 0.0);
  host_position(host, 0, &standing);
  record_block(host, 64, 16 * BAR);
}

START_TEST(a_start_at_any_bar_plays_what_is_there)
{
  record_straight();
  struct host *const host = stand_at((double)_i);
  const struct host_time rolling = place((double)_i, 0.0, 1.0);
  host_position(host, 0, &rolling);
  record_frames(host, 3 * BAR);
  expect_same(0, (uint32_t)_i * BAR, 3 * BAR);
  stop(host);
  expect_matched();
  host_free(host);
}
END_TEST

START_TEST(a_start_within_a_bar_plays_what_is_there)
{
  record_straight();
  struct host *const host = stand_at(2.0);
  const struct host_time rolling = place(2.0, 1.5, 1.0);
  host_position(host, 0, &rolling);
  record_frames(host, 2 * BAR);
  expect_same(0, 2 * BAR + BAR * 3 / 8, 2 * BAR);
  host_free(host);
}
END_TEST

START_TEST(a_jump_within_a_block_plays_what_is_there)
{
  record_straight();
  struct host *const host = stand_at(0.0);
  const struct host_time rolling = place(0.0, 0.0, 1.0);
  const struct host_time there = place(5.0, 0.0, 1.0);
  const uint32_t jump = 700;
  host_position(host, 0, &rolling);
  host_position(host, jump, &there);
  record_frames(host, 2 * BAR);
  expect_same(jump, 5 * BAR, BAR);
  stop(host);
  expect_matched();
  host_free(host);
}
END_TEST

START_TEST(each_round_of_a_loop_is_the_same)
{
  record_straight();
  struct host *const host = stand_at(2.0);
  const struct host_time start = place(2.0, 0.0, 1.0);
  const uint32_t size = 1500; /* a bar is 64 blocks: the jump is on an edge */
  other.count = 0;
  uint32_t at = 0;
  for (unsigned round = 0; round < 4; ++round) {
    host_position(host, 0, &start);
    for (unsigned i = 0; i < 2 * BAR / size; ++i, at += size) {
      record_block(host, size, at);
    }
  }
  for (uint32_t round = 0; round < 4; ++round) {
    expect_same(round * 2 * BAR, 2 * BAR, 2 * BAR);
  }
  stop(host);
  expect_matched();
  host_free(host);
}
END_TEST

START_TEST(telling_the_same_place_again_changes_nothing)
{
  record_straight();
  struct host *const host = stand_at(0.0);
  other.count = 0;
  const uint32_t size = 1024;
  for (uint32_t at = 0; at < 8 * BAR; at += size) {
    const double beats = (double)at / (RATE / 2);
    const struct host_time now =
      place((double)(at / BAR), beats - 4.0 * (at / BAR), 1.0);
    host_position(host, 0, &now);
    record_block(host, size, at);
  }
  size_t same = 0;
  while (
    same < other.count &&
    !memcmp(&straight.midi[same], &other.midi[same], sizeof(*other.midi))) {
    ++same;
  }
  ck_assert_uint_eq(same, other.count);
  ck_assert_uint_gt(same, 50);
  host_free(host);
}
END_TEST

START_TEST(a_stop_ends_all_notes)
{
  struct host *const host = stand_at(0.0);
  const struct host_time rolling = place(0.0, 0.0, 1.0);
  host_position(host, 0, &rolling);
  record_frames(host, BAR + 1000 * (uint32_t)_i);
  stop(host);
  expect_matched();
  const size_t before = other.count;
  record_block(host, 8000, 0);
  ck_assert_uint_eq(other.count, before);
  host_free(host);
}
END_TEST

START_TEST(what_is_disabled_ends_all_notes)
{
  struct host *const host = stand_at(0.0);
  const struct host_time rolling = place(0.0, 0.0, 1.0);
  host_position(host, 0, &rolling);
  record_frames(host, BAR);
  *host_control(host, "enabled") = 0.0f;
  record_block(host, 64, BAR);
  expect_matched();
  host_free(host);
}
END_TEST

START_TEST(audition_plays_while_the_host_stands)
{
  struct host *const host = stand_at(0.0);
  record_frames(host, BAR);
  ck_assert_uint_eq(other.count, 0);
  *host_control(host, "audition") = 1.0f;
  record_frames(host, 2 * BAR);
  ck_assert_uint_gt(other.count, 8);
  host_free(host);
}
END_TEST

START_TEST(a_host_that_tells_no_time_is_played_to)
{
  struct host *const host =
    host_new(&world, URI, (double)RATE, HOST_WORKER_NONE);
  record_frames(host, 2 * BAR);
  ck_assert_uint_gt(other.count, 8);
  host_free(host);
}
END_TEST

START_TEST(a_host_without_bars_and_beats_is_played_to)
{
  struct host *const host =
    host_new(&world, URI, (double)RATE, HOST_WORKER_NONE);
  const struct host_time rolling = {-1, -1, -1, -1, -1, 1.0, 0.0};
  host_position(host, 0, &rolling);
  record_frames(host, 2 * BAR);
  ck_assert_uint_gt(other.count, 8);
  const struct host_time standing = {-1, -1, -1, -1, -1, 0.0, 0.0};
  host_position(host, 0, &standing);
  record_block(host, 64, 2 * BAR);
  expect_matched();
  host_free(host);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("transport");
  TCase *const tcase = tcase_create("bundle");
  tcase_set_timeout(tcase, 60);
  tcase_add_unchecked_fixture(tcase, open_world, close_world);
  tcase_add_loop_test(tcase, a_start_at_any_bar_plays_what_is_there, 0, 13);
  tcase_add_test(tcase, a_start_within_a_bar_plays_what_is_there);
  tcase_add_test(tcase, a_jump_within_a_block_plays_what_is_there);
  tcase_add_test(tcase, each_round_of_a_loop_is_the_same);
  tcase_add_test(tcase, telling_the_same_place_again_changes_nothing);
  tcase_add_loop_test(tcase, a_stop_ends_all_notes, 0, 20);
  tcase_add_test(tcase, what_is_disabled_ends_all_notes);
  tcase_add_test(tcase, audition_plays_while_the_host_stands);
  tcase_add_test(tcase, a_host_that_tells_no_time_is_played_to);
  tcase_add_test(tcase, a_host_without_bars_and_beats_is_played_to);
  suite_add_tcase(suite, tcase);
  return suite;
}
