// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* More events in one block than anyone means: it costs little more than the
   block, and no note hangs. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../unit/suite.h"
#include "host.h"

#define FRAMES 8192
#define EVENTS 100000
#define ROOM (EVENTS * 256U)

/* A block lasts 170.7 ms; eight times what was measured. */
#define DEADLINE_MS 170.0

/* Added to a key: its velocity is 0. */
#define SILENT 0x80U

/* Blocks that each cost is the least of: others use the machine too. */
#define BLOCKS 5

static struct host_world world;
static struct host *host;
static LV2_Atom_Sequence *flood;

static void
begin_flood(void)
{
  flood->atom.type = host->in->atom.type;
  flood->atom.size = sizeof(LV2_Atom_Sequence_Body);
}

static void
set_up(void)
{
  world = host_world_new();
  host = host_new(&world, "urn:yeoun:sketch", 48000.0, HOST_WORKER_AT_ONCE);
  flood = (LV2_Atom_Sequence *)calloc(1, ROOM);
  ck_assert_ptr_nonnull(flood);
  begin_flood();
  lilv_instance_connect_port(host->instance, 0, flood);
}

static void
tear_down(void)
{
  free(flood);
  host_free(host);
  host_world_free(&world);
}

/** Append what the host was told last, at another frame. */
static void
pour(uint32_t frame)
{
  const uint32_t size =
    host->in->atom.size - (uint32_t)sizeof(LV2_Atom_Sequence_Body);
  ck_assert_uint_lt(flood->atom.size + size, ROOM - sizeof(LV2_Atom));
  LV2_Atom_Event *const event =
    (LV2_Atom_Event *)((uint8_t *)&flood->body + flood->atom.size);
  memcpy(event, &host->in->body + 1, size);
  event->time.frames = frame;
  flood->atom.size += size;
  host->in->atom.size = sizeof(LV2_Atom_Sequence_Body);
}

static void
pour_key(uint32_t frame, uint8_t kind, unsigned key)
{
  host_midi(host, 0, kind, key & 127, key & SILENT ? 0 : 100);
  pour(frame);
}

static const struct host_time rolling = {4.0, 1.0, 4.0, 4.0, 97.0, 1.0, 0.0};

static const struct host_time standing = {4.0, 1.0, 4.0, 4.0, 97.0, 0.0, 0.0};

enum drop {
  KEYS,
  CONTROLLERS,
  PROGRAMS,
  PLACES,
  QUESTIONS,
  THEMES,
  NAMES,
  DROPS
};

static const char *const drops[] =
  {"keys", "controllers", "programs", "places", "questions", "themes", "names"};

static void
pour_drop(enum drop drop, unsigned i, uint32_t frame)
{
  switch (drop) {
    case KEYS:
      host_midi(host, 0, i & 1 ? 0x80 : 0x90, 36 + i / 2 % 48, 100);
      break;
    case CONTROLLERS:
      host_midi(host, 0, 0xB0, i & 1 ? 64 : 123, i & 2 ? 127 : 0);
      break;
    case PROGRAMS:
      host_program(host, 0, i % 128);
      break;
    case PLACES:
      host_position(host, 0, &rolling);
      break;
    case QUESTIONS:
      host_ask(host, 0, NULL);
      break;
    case THEMES:
      host_theme(host, 0, i & 1 ? "Am F C" : "Dm7 G7 Cmaj7");
      break;
    default:
      host_set(host,
               0,
               "urn:yeoun:vocabulary#name",
               i & 1 ? "yeoun1 Am F C variation=3" : "yeoun1 e g a");
      break;
  }
  pour(frame);
}

static double
block_ms(void)
{
  struct timespec from, to;
  host_prepare(host);
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &from);
  lilv_instance_run(host->instance, FRAMES);
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &to);
  host_work(host);
  return 1e3 * (double)(to.tv_sec - from.tv_sec) +
         1e-6 * (double)(to.tv_nsec - from.tv_nsec);
}

static double
least_ms(void)
{
  double least = block_ms();
  for (unsigned i = 1; i < BLOCKS; ++i) {
    const double ms = block_ms();
    least = ms < least ? ms : least;
  }
  return least;
}

static void
play_on(unsigned blocks)
{
  begin_flood();
  host_position(host, 0, &rolling);
  pour(0);
  for (unsigned i = 0; i < blocks; ++i) {
    block_ms();
    begin_flood();
  }
}

START_TEST(a_flood_costs_little_more_than_its_block)
{
  play_on(4);
  for (unsigned i = 0; i < EVENTS; ++i) {
    pour_drop((enum drop)_i, i, (uint32_t)((uint64_t)i * FRAMES / EVENTS));
  }
  const double flooded = least_ms();
  printf("# %d of %s in a block: %.1f ms\n", EVENTS, drops[_i], flooded);
  ck_assert_double_lt(flooded, DEADLINE_MS);
}
END_TEST

/** Notes that began and did not end: of the melody, by hand or not. */
static void
count_hanging(unsigned hanging[128])
{
  static struct host_midi sent[4096];
  const size_t count = host_sent(host, sent, 4096);
  for (size_t i = 0; i < count; ++i) {
    const uint8_t kind = sent[i].byte[0] & 0xF0U;
    const unsigned lane = sent[i].byte[0] & 0x0FU;
    unsigned *const key = &hanging[sent[i].byte[1]];
    *key = kind == 0x90   ? *key | 1U << lane
           : kind == 0x80 ? *key & ~(1U << lane)
                          : *key;
  }
}

static void
run_counting(unsigned hanging[128])
{
  host_prepare(host);
  lilv_instance_run(host->instance, FRAMES);
  count_hanging(hanging);
  host_work(host);
  begin_flood();
}

/* What lifts the keys comes after all that is heard. */
START_TEST(no_key_hangs_after_a_flood)
{
  unsigned hanging[128] = {0};
  host_position(host, 0, &standing);
  pour(0);
  run_counting(hanging);
  host->out_capacity = _i ? 2048 : host->out_capacity;
  begin_flood();
  for (unsigned key = 36; key < 48; ++key) {
    pour_key(0, 0x90, key);
  }
  pour_key(0, 0xB0, 64);
  run_counting(hanging);
  for (unsigned key = 36; key < 48; ++key) {
    ck_assert_uint_ne(hanging[key], 0);
  }
  for (unsigned i = 0; i < EVENTS; ++i) {
    pour_key(i * 64 / EVENTS, 0x90, 60 + i % 48);
  }
  for (unsigned key = 36; key < 108; ++key) {
    pour_key(100, key & 1 ? 0x80 : 0x90, key | (key & 1 ? 0U : SILENT));
  }
  run_counting(hanging);
  run_counting(hanging);
  for (unsigned key = 0; key < 128; ++key) {
    ck_assert_msg(!hanging[key], "key %u hangs", key);
  }
}
END_TEST

START_TEST(a_place_told_in_a_flood_is_gone_to)
{
  const struct host_time far = {40.0, 0.0, 4.0, 4.0, 97.0, 1.0, 0.0};
  play_on(4);
  for (unsigned i = 0; i < EVENTS; ++i) {
    pour_key(0, i & 1 ? 0x80 : 0x90, 60);
  }
  host_position(host, 0, &far);
  pour(100);
  block_ms();
  begin_flood();
  block_ms();
  const float bar = *host_control(host, "bar");
  ck_assert_msg(bar >= 1.0f && bar < 2.0f, "bar %g", (double)bar);
}
END_TEST

/* Wheels and pressure pour from many keyboards: they are of no concern. */
START_TEST(what_means_nothing_takes_no_key_its_place)
{
  unsigned hanging[128] = {0};
  begin_flood();
  for (unsigned i = 0; i < 10000; ++i) {
    host_midi(host, 0, i & 1 ? 0xE0 : 0xB0, 1, i % 128);
    pour(i * 100 / 10000);
  }
  pour_key(200, 0x90, 72);
  run_counting(hanging);
  ck_assert_uint_ne(hanging[72], 0);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("flood");
  TCase *const flood_case = tcase_create("flood");
  tcase_add_checked_fixture(flood_case, set_up, tear_down);
  tcase_add_loop_test(
    flood_case, a_flood_costs_little_more_than_its_block, 0, DROPS);
  tcase_add_loop_test(flood_case, no_key_hangs_after_a_flood, 0, 2);
  tcase_add_test(flood_case, a_place_told_in_a_flood_is_gone_to);
  tcase_add_test(flood_case, what_means_nothing_takes_no_key_its_place);
  suite_add_tcase(suite, flood_case);
  return suite;
}
