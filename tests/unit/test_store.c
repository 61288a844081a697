// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Notes are put by one thread while others look: clean under the thread
   sanitizer. */

#include "store.h"

#include <pthread.h>
#include <string.h>

#include "music/score_pack.h"
#include "suite.h"

#define ROUNDS 20000

static struct yeoun_store store;
static atomic_uint newest;
static atomic_bool is_over;

/** A score whose one note tells its number. */
static size_t
pack(uint32_t number, uint8_t *bytes, size_t size)
{
  static struct yeoun_score score; /* the one writer's */
  memset(&score, 0, sizeof(score));
  score.meter = (struct yeoun_meter){4, 4};
  score.length = 4 * YEOUN_BEAT;
  score.tempo_bpm = 72.0f;
  score.notes = 1;
  score.note[0] = (struct yeoun_note){
    .start = (int32_t)(number % 7000), .length = 1, .pitch = number % 128};
  return yeoun_score_pack(&score, bytes, size);
}

static void *
look(void *data)
{
  struct yeoun_score *const score = (struct yeoun_score *)data;
  uintptr_t found = 0;
  while (!atomic_load(&is_over)) {
    const uint32_t number = atomic_load(&newest);
    for (uint32_t n = number > 40 ? number - 40 : 1; n <= number; ++n) {
      if (yeoun_store_find(&store, n, score)) {
        found += 1;
        if (score->note[0].pitch != n % 128 ||
            score->note[0].start != (int32_t)(n % 7000)) {
          return NULL;
        }
      }
    }
  }
  return (void *)found;
}

START_TEST(who_looks_sees_whole_notes_of_the_right_number)
{
  static struct yeoun_score scores[2], scratch;
  static uint8_t bytes[YEOUN_PACKED_SIZE];
  pthread_t threads[2];
  yeoun_store_init(&store);
  for (unsigned i = 0; i < 2; ++i) {
    ck_assert(!pthread_create(&threads[i], NULL, look, &scores[i]));
  }
  for (uint32_t i = 1; i <= ROUNDS; ++i) {
    const size_t size = pack(i, bytes, sizeof(bytes));
    ck_assert_uint_eq(yeoun_store_put(&store, 4, bytes, size, &scratch), i);
    atomic_store(&newest, i);
  }
  atomic_store(&is_over, true);
  for (unsigned i = 0; i < 2; ++i) {
    void *found = NULL;
    pthread_join(threads[i], &found);
    ck_assert_ptr_nonnull(found);
  }
  yeoun_store_free(&store);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("store");
  TCase *const tcase = tcase_create("notes");
  tcase_set_timeout(tcase, 60);
  tcase_add_test(tcase, who_looks_sees_whole_notes_of_the_right_number);
  suite_add_tcase(suite, tcase);
  return suite;
}
