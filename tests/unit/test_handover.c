// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What one thread asks and another makes: clean under the thread sanitizer, and
   nobody waits. */

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "compose/request.h"
#include "request_read.h"
#include "suite.h"
#include "yeoun.h"

enum { ROUNDS = 300 };

static struct yeoun_engine *engine;
static struct yeoun_controls controls;
static pthread_t maker;
static atomic_bool is_over, is_stuck, may_go_on;

/** Kept scores of which there are none; the maker gets stuck in looking. */
static bool
look(void *handle, uint32_t kept, struct yeoun_score *score)
{
  (void)handle;
  (void)kept;
  (void)score;
  if (pthread_equal(pthread_self(), maker)) {
    atomic_store(&is_stuck, true);
    while (!atomic_load(&may_go_on)) {
      sched_yield();
    }
  }
  return false;
}

static void *
make(void *data)
{
  (void)data;
  while (!atomic_load(&is_over)) {
    if (!yeoun_engine_compose(engine)) {
      sched_yield();
    }
  }
  return NULL;
}

static void
set_up(void)
{
  const struct yeoun_source source = {look, NULL};
  engine = yeoun_engine_new(48000.0, false);
  ck_assert_ptr_nonnull(engine);
  yeoun_engine_set_source(engine, &source);
  controls = (struct yeoun_controls){.theme = yeoun_theme_default(),
                                     .weight = {1.0f},
                                     .intensity = 0.5f,
                                     .space = 0.3f,
                                     .bars = 4,
                                     .distance = 0.35f,
                                     .apply = YEOUN_APPLY_NOW,
                                     .is_enabled = true};
  atomic_store(&is_over, false);
  atomic_store(&is_stuck, false);
  atomic_store(&may_go_on, false);
}

static void
begin(void)
{
  ck_assert_int_eq(pthread_create(&maker, NULL, make, NULL), 0);
}

static void
tear_down(void)
{
  atomic_store(&may_go_on, true);
  atomic_store(&is_over, true);
  pthread_join(maker, NULL);
  yeoun_engine_free(engine);
}

static void
run(uint16_t variation)
{
  controls.variation = variation;
  yeoun_engine_set_controls(engine, &controls);
}

START_TEST(all_that_is_asked_comes_and_can_be_read)
{
  begin();
  for (unsigned i = 0; i < ROUNDS; ++i) {
    run((uint16_t)(i / 10));
    yeoun_engine_ask(engine);
    yeoun_engine_run(engine, 0, NULL, NULL, NULL, 1024, NULL);
    const struct yeoun_performance *const performance =
      yeoun_engine_performance(engine);
    ck_assert(!performance || performance->notes > 0);
    sched_yield();
  }
  for (unsigned i = 0; yeoun_engine_state(engine).variation != ROUNDS / 10 - 1;
       ++i) {
    ck_assert_uint_lt(i, 1000000);
    yeoun_engine_ask(engine);
    yeoun_engine_run(engine, 0, NULL, NULL, NULL, 1024, NULL);
    sched_yield();
  }
}
END_TEST

START_TEST(a_host_that_freewheels_does_not_wait_for_the_maker)
{
  begin();
  controls.variation = 5;
  yeoun_request_read(&controls, &controls.request);
  controls.has_request = true;
  controls.request.kept = 1;
  controls.request.meter = (struct yeoun_meter){4, 4};
  yeoun_engine_set_controls(engine, &controls);
  ck_assert(yeoun_engine_ask(engine));
  while (!atomic_load(&is_stuck)) {
    sched_yield();
  }
  /* It will not go on before this test has ended. */
  yeoun_engine_compose_here(engine);
  yeoun_engine_run(engine, 0, NULL, NULL, NULL, 256, NULL);
  ck_assert_ptr_nonnull(yeoun_engine_performance(engine));
  ck_assert_uint_eq(yeoun_engine_state(engine).variation, 5);
  ck_assert(!atomic_load(&may_go_on));
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("handover");
  TCase *const tcase = tcase_create("threads");
  tcase_set_timeout(tcase, 60);
  tcase_add_checked_fixture(tcase, set_up, tear_down);
  tcase_add_test(tcase, all_that_is_asked_comes_and_can_be_read);
  tcase_add_test(tcase, a_host_that_freewheels_does_not_wait_for_the_maker);
  suite_add_tcase(suite, tcase);
  return suite;
}
