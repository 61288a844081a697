// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Hard times: memory that fails at each allocation in turn, many instances,
   many lives: ten thousand with YEOUN_TRIAL=long, as tests/trial --long runs
   it. With a sanitizer, which has an allocator of its own, none fails. */

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <lv2/core/lv2.h>
#include <lv2/urid/urid.h>

#include "../unit/suite.h"

enum { INSTANCES = 64, LIVES = 300, MOST_LIVES = 10000, MOST = 1000 };

static long until_failure = -1; /* allocations; -1: none fails */
static long living;             /* allocated and not freed */

#if defined(__has_feature) /* clang's way of saying it */
#  if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#    define HAS_OWN_ALLOCATOR
#  endif
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#  define HAS_OWN_ALLOCATOR
#endif

#if !defined(HAS_OWN_ALLOCATOR) && defined(__GLIBC__)
#  define CAN_FAIL true
void *
__libc_malloc(size_t size);
void *
__libc_calloc(size_t count, size_t size);
void
__libc_free(void *memory);

static int
fails(void)
{
  if (until_failure > 0) {
    --until_failure;
  }
  return until_failure == 0;
}

void *
malloc(size_t size)
{
  void *const memory = fails() ? NULL : __libc_malloc(size);
  living += !!memory;
  return memory;
}

void *
calloc(size_t count, size_t size)
{
  void *const memory = fails() ? NULL : __libc_calloc(count, size);
  living += !!memory;
  return memory;
}

void
free(void *memory)
{
  living -= !!memory;
  __libc_free(memory);
}
#else
#  define CAN_FAIL false
#endif

static LV2_URID
map_uri(LV2_URID_Map_Handle handle, const char *uri)
{
  (void)handle;
  uint32_t hash = 5381;
  for (; *uri; ++uri) {
    hash = hash * 33 + (unsigned char)*uri;
  }
  return hash | 1U;
}

static LV2_URID_Map map = {NULL, map_uri};
static const LV2_Feature feature = {LV2_URID__map, &map};
static const LV2_Feature *const features[] = {&feature, NULL};

static LV2_Handle
instantiate(uint32_t kind)
{
  const LV2_Descriptor *const descriptor = lv2_descriptor(kind);
  return descriptor->instantiate(descriptor, 48000.0, "", features);
}

START_TEST(an_instance_for_which_memory_fails_is_none_and_leaves_nothing)
{
  const uint32_t kind = (uint32_t)_i;
  const LV2_Descriptor *const descriptor = lv2_descriptor(kind);
  LV2_Handle handle = instantiate(kind); /* what the C library keeps for good */
  ck_assert_ptr_nonnull(handle);
  descriptor->cleanup(handle);
  unsigned refused = 0;
  for (long n = 1; n < MOST; ++n) {
    const long before = living;
    until_failure = n;
    handle = instantiate(kind);
    const long left = until_failure;
    until_failure = -1;
    if (handle) {
      descriptor->run(handle, 64);
      descriptor->cleanup(handle);
    }
    refused += !handle;
    ck_assert_int_eq(living, before);
    if (left != 0) {
      break; /* so many are not asked for */
    }
  }
  ck_assert_uint_ge(refused, CAN_FAIL ? 2 : 0);
}
END_TEST

START_TEST(many_instances_live_side_by_side)
{
  static LV2_Handle handle[INSTANCES];
  const LV2_Descriptor *const descriptor = lv2_descriptor(0);
  for (unsigned i = 0; i < INSTANCES; ++i) {
    handle[i] = instantiate(0);
    ck_assert_ptr_nonnull(handle[i]);
    descriptor->activate(handle[i]);
  }
  for (unsigned round = 0; round < 8; ++round) {
    for (unsigned i = 0; i < INSTANCES; ++i) {
      descriptor->run(handle[i], 64 + i);
    }
  }
  for (unsigned i = 0; i < INSTANCES; ++i) {
    descriptor->cleanup(handle[(i * 7) % INSTANCES]);
  }
}
END_TEST

START_TEST(many_lives_leave_no_memory_behind)
{
  const LV2_Descriptor *const descriptor = lv2_descriptor(2);
  descriptor->cleanup(instantiate(2));
  const long before = living;
  const char *const trial = getenv("YEOUN_TRIAL");
  const unsigned lives = trial && !strcmp(trial, "long") ? MOST_LIVES : LIVES;
  for (unsigned i = 0; i < lives; ++i) {
    LV2_Handle const handle = instantiate(2);
    ck_assert_ptr_nonnull(handle);
    descriptor->activate(handle);
    descriptor->run(handle, 1 + i % 300);
    descriptor->cleanup(handle);
  }
  ck_assert_int_eq(living, before);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("trial");
  TCase *const tests = tcase_create("trial");
  tcase_set_timeout(tests, 60);
  tcase_add_loop_test(
    tests, an_instance_for_which_memory_fails_is_none_and_leaves_nothing, 0, 3);
  tcase_add_test(tests, many_instances_live_side_by_side);
  tcase_add_test(tests, many_lives_leave_no_memory_behind);
  suite_add_tcase(suite, tests);
  return suite;
}
