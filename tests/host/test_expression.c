// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What the built bundles send besides notes, for whoever plays the notes. */

#include <string.h>

#include "../unit/suite.h"
#include "host.h"

#define RATE 48000.0
#define BLOCK 512
#define MESSAGES 4096

static const char *const plugins[] = {"urn:yeoun:sketch",
                                      "urn:yeoun:stems",
                                      "urn:yeoun:notes"};

static const struct host_time rolling = {0.0, 0.0, 4.0, 4.0, 120.0, 1.0, 0.0};
static const struct host_time standing = {4.0, 0.0, 4.0, 4.0, 120.0, 0.0, 0.0};

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

/** What was sent, and where the receivers stand. */
struct sent {
  unsigned notes, expression, dynamics, programs, bends;
  unsigned early_bends; /**< before their range was told */
  int bend[16], value[16];
  bool has_range[16];
  unsigned program[16];
};

static void
hear(struct sent *sent, const uint8_t byte[3])
{
  const unsigned channel = byte[0] & 0x0FU;
  switch (byte[0] & 0xF0) {
    case 0x90:
      ++sent->notes;
      break;
    case 0xB0:
      sent->expression += byte[1] == 11;
      sent->dynamics += byte[1] == 1;
      sent->has_range[channel] |= byte[1] == 6 && byte[2] == 2;
      sent->value[channel] = byte[1] == 11 ? byte[2] : sent->value[channel];
      break;
    case 0xC0:
      ++sent->programs;
      sent->program[channel] = byte[1];
      break;
    case 0xE0:
      ++sent->bends;
      sent->early_bends += !sent->has_range[channel];
      sent->bend[channel] = (byte[1] | byte[2] << 7) - 8192;
      break;
    default:
      break;
  }
}

static void
run(struct host *host, unsigned blocks, struct sent *sent)
{
  static struct host_midi midi[MESSAGES];
  for (unsigned i = 0; i < blocks; ++i) {
    host_run(host, BLOCK);
    const size_t messages = host_sent(host, midi, MESSAGES);
    for (size_t m = 0; m < messages; ++m) {
      hear(sent, midi[m].byte);
    }
  }
}

static struct host *
begin(const char *plugin)
{
  struct host *const host = host_new(&world, plugin, RATE, HOST_WORKER_NONE);
  *host_control(host, "freewheel") = 1.0f;
  *host_control(host, "palette") = 6.0f; /* gugak */
  *host_control(host, "korean") = 1.0f;
  host_position(host, 0, &rolling);
  return host;
}

START_TEST(notes_alone_have_expression_unless_it_is_asked_for)
{
  struct host *const host = begin(plugins[_i]);
  struct sent sent = {0};
  run(host, 1500, &sent);
  ck_assert_uint_gt(sent.notes, 30);
  ck_assert_uint_eq(sent.expression > 0, _i == 2);
  ck_assert_uint_eq(sent.dynamics, 0);
  ck_assert_uint_eq(sent.programs, 0);
  *host_control(host, "expression") = 2.0f;
  run(host, 1500, &sent);
  ck_assert_uint_gt(sent.expression, 50);
  ck_assert_uint_gt(sent.dynamics, 50);
  host_free(host);
}
END_TEST

START_TEST(bends_follow_their_range_and_go_back_when_the_host_stops)
{
  struct host *const host = begin(plugins[_i]);
  struct sent sent = {0};
  unsigned bent = 0;
  for (unsigned i = 0; i < 40; ++i) {
    host_position(host, 0, &rolling);
    run(host, 150 + i * 11, &sent);
    for (unsigned channel = 0; channel < 16; ++channel) {
      bent += sent.bend[channel] != 0;
    }
    host_position(host, 0, &standing);
    run(host, 1, &sent);
    for (unsigned channel = 0; channel < 16; ++channel) {
      ck_assert_int_eq(sent.bend[channel], 0);
      ck_assert(sent.value[channel] == 0 || sent.value[channel] == 127);
    }
  }
  ck_assert_uint_gt(sent.bends, 50);
  ck_assert_uint_gt(bent, 0);
  ck_assert_uint_eq(sent.early_bends, 0);
  host_free(host);
}
END_TEST

START_TEST(programs_come_when_they_are_asked_for)
{
  struct host *const host = begin(plugins[_i]);
  struct sent sent = {0};
  run(host, 20, &sent);
  ck_assert_uint_eq(sent.programs, 0);
  *host_control(host, "programs") = 1.0f;
  run(host, 1, &sent);
  ck_assert_uint_eq(sent.programs, 6);
  ck_assert_uint_eq(sent.program[9], 40); /* brushes */
  ck_assert(sent.program[0] == 77 || sent.program[0] == 107);
  host_free(host);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("expression");
  TCase *const tcase = tcase_create("expression");
  tcase_set_timeout(tcase, 30);
  tcase_add_unchecked_fixture(tcase, open_world, close_world);
  tcase_add_loop_test(
    tcase, notes_alone_have_expression_unless_it_is_asked_for, 0, 3);
  tcase_add_loop_test(
    tcase, bends_follow_their_range_and_go_back_when_the_host_stops, 0, 3);
  tcase_add_loop_test(tcase, programs_come_when_they_are_asked_for, 0, 3);
  suite_add_tcase(suite, tcase);
  return suite;
}
