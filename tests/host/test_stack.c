// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* No thread needs more than 32 KB of stack, whoever it is that composes:
   threads with stacks of their own, painted before and looked at after. */

#include <math.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/suite.h"
#include "compose/scratch.h"
#include "host.h"
#include "music/random.h"
#include "music/score.h"
#include "perform/perform.h"
#include "perform/scratch.h"

enum { STACK = 1 << 21, PAINT = 0xA5, REQUESTS = 240 };

/* Depth of a thread that does nothing: what the C library keeps there. */
static size_t idle;

static void *
do_nothing(void *data)
{
  return data;
}

/** Bytes of stack that a function used in a thread of its own. */
static size_t
depth_of(void *(*function)(void *), void *data)
{
  pthread_t thread;
  pthread_attr_t attributes;
  uint8_t *stack = NULL;
  ck_assert_int_eq(posix_memalign((void **)&stack, 4096, STACK), 0);
  memset(stack, PAINT, STACK);
  pthread_attr_init(&attributes);
  ck_assert_int_eq(pthread_attr_setstack(&attributes, stack, STACK), 0);
  ck_assert_int_eq(pthread_create(&thread, &attributes, function, data), 0);
  pthread_join(thread, NULL);
  pthread_attr_destroy(&attributes);
  size_t untouched = 0;
  while (untouched < STACK && stack[untouched] == PAINT) {
    ++untouched;
  }
  free(stack);
  return STACK - untouched - idle;
}

static struct yeoun_request
draw_request(unsigned number)
{
  static const char *const themes[] = {
    "Am F C", "Cmaj7 Am7", "e g a", "Dm7 G7 Cmaj7 A7 Dm7 G7 Em7 A7", "Em C"};
  static const struct yeoun_meter meters[] = {{0, 0}, {4, 4}, {3, 4}, {12, 8}};
  struct yeoun_random random = yeoun_random_stream(number, "stack", 0);
  float weight[YEOUN_POLES];
  const float trim[YEOUN_TRIMS] = {0};
  struct yeoun_request request;
  memset(&request, 0, sizeof(request));
  for (unsigned i = 0; i < YEOUN_POLES; ++i) {
    weight[i] = number % 4 == i ? 1.0f : (float)(number % 5) * 0.25f;
  }
  request.mood = yeoun_mood_blend(
    weight, trim, (float)(number % 11) / 10.0f, (float)(number % 7) / 7.0f);
  ck_assert(!yeoun_theme_read(themes[number % 5], &request.theme).status);
  request.meter = meters[number % 4];
  request.distance = yeoun_random_unit(&random);
  request.korean = number % 6 ? 0.0f : 1.0f;
  request.humanize = 0.5f;
  request.variation = (uint16_t)yeoun_random_below(&random, 1000);
  request.bars = (uint16_t)(1 + yeoun_random_below(&random, 32));
  request.take[YEOUN_LANE_MELODY] = (uint8_t)(number % 3);
  request.has_ending = number % 2;
  return request;
}

static void *
compose(void *data)
{
  static struct yeoun_compose_scratch compose_scratch;
  static struct yeoun_perform_scratch perform_scratch;
  static struct yeoun_score score;
  static struct yeoun_performance performance;
  const struct yeoun_request *const request =
    (const struct yeoun_request *)data;
  yeoun_compose(request, &compose_scratch, &score);
  yeoun_perform(&score,
                &request->mood,
                score.tempo_bpm,
                0.5f,
                1,
                &perform_scratch,
                &performance);
  return NULL;
}

static void
set_up(void)
{
  idle = depth_of(do_nothing, NULL);
}

START_TEST(composing_and_performing_need_little_stack)
{
  size_t most = 0;
  for (unsigned i = 0; i < REQUESTS; ++i) {
    struct yeoun_request request = draw_request(i);
    const size_t depth = depth_of(compose, &request);
    most = depth > most ? depth : most;
  }
  ck_assert_uint_gt(most, 1024);
  printf("# composing: %zu bytes\n", most);
  ck_assert_uint_le(most, STACK_BYTES);
}
END_TEST

static void *
play(void *data)
{
  struct host *const host = (struct host *)data;
  const struct host_time rolling = {0.0, 0.0, 4.0, 4.0, 120.0, 1.0, 0.0};
  host_position(host, 0, &rolling);
  for (unsigned i = 0; i < 400; ++i) {
    if (i % 40 == 20) {
      *host_control(host, "variation") = (float)(i / 40);
      *host_control(host, "comic") = (float)(i / 40 % 3) * 0.5f;
    }
    lilv_instance_run(host->instance, 1024);
    host_work(host);
    host_prepare(host);
  }
  return NULL;
}

START_TEST(a_host_that_freewheels_needs_little_stack_to_run)
{
  static const char *const plugins[] = {
    "urn:yeoun:notes", "urn:yeoun:sketch", "urn:yeoun:stems"};
  struct host_world world = host_world_new();
  struct host *const host =
    host_new(&world, plugins[_i], 48000.0, HOST_WORKER_NONE);
  host_prepare(host);
  const size_t depth = depth_of(play, host);
  ck_assert_uint_gt(depth, 1024);
  printf("# %s: %zu bytes\n", plugins[_i], depth);
  ck_assert_uint_le(depth, STACK_BYTES);
  host_free(host);
  host_world_free(&world);
}
END_TEST

static const double rates[] = {0.0,
                               -48000.0,
                               7999.0,
                               192001.0,
                               (double)NAN,
                               (double)INFINITY,
                               -(double)INFINITY};

START_TEST(a_rate_that_is_none_is_refused)
{
  struct host_world world = host_world_new();
  LilvNode *const uri = lilv_new_uri(world.world, "urn:yeoun:sketch");
  const LilvPlugin *const plugin =
    lilv_plugins_get_by_uri(lilv_world_get_all_plugins(world.world), uri);
  const LV2_Feature map = {LV2_URID__map, &world.map};
  const LV2_Feature *const features[] = {&map, NULL};
  ck_assert_ptr_null(lilv_plugin_instantiate(plugin, rates[_i], features));
  lilv_node_free(uri);
  host_world_free(&world);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("stack");
  TCase *const tcase = tcase_create("stack");
  tcase_set_timeout(tcase, 120);
  tcase_add_unchecked_fixture(tcase, set_up, NULL);
  tcase_add_test(tcase, composing_and_performing_need_little_stack);
  tcase_add_loop_test(
    tcase, a_host_that_freewheels_needs_little_stack_to_run, 0, 3);
  tcase_add_loop_test(
    tcase, a_rate_that_is_none_is_refused, 0, sizeof(rates) / sizeof(*rates));
  suite_add_tcase(suite, tcase);
  return suite;
}
