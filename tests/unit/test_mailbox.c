// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "mailbox.h"

#include <pthread.h>

#include "suite.h"

#define ROUNDS 20000

START_TEST(what_was_posted_is_taken_once)
{
  struct yeoun_mailbox box;
  struct yeoun_memory memory = {.choice = 5};
  yeoun_mailbox_init(&box);
  struct yeoun_memory taken = {.choice = 0};
  ck_assert(!yeoun_mailbox_take(&box, &taken));
  yeoun_mailbox_post(&box, &memory);
  ck_assert(yeoun_mailbox_take(&box, &taken));
  ck_assert_uint_eq(taken.choice, 5);
  ck_assert(!yeoun_mailbox_take(&box, &taken));
}
END_TEST

START_TEST(the_newest_is_taken)
{
  struct yeoun_mailbox box;
  struct yeoun_memory memory = {.choice = 0};
  yeoun_mailbox_init(&box);
  for (uint8_t i = 0; i < 10; ++i) {
    memory.choice = i;
    yeoun_mailbox_post(&box, &memory);
  }
  ck_assert(yeoun_mailbox_take(&box, &memory));
  ck_assert_uint_eq(memory.choice, 9);
}
END_TEST

/** Post memories whose parts all say the same number. */
static void *
post(void *data)
{
  struct yeoun_mailbox *const box = (struct yeoun_mailbox *)data;
  for (int32_t i = 1; i <= ROUNDS; ++i) {
    const struct yeoun_memory memory = {.theme.length = {i, i, i}};
    yeoun_mailbox_post(box, &memory);
  }
  return NULL;
}

START_TEST(between_two_threads_a_memory_is_whole_and_never_older)
{
  struct yeoun_mailbox box;
  pthread_t thread;
  yeoun_mailbox_init(&box);
  ck_assert_int_eq(pthread_create(&thread, NULL, post, &box), 0);
  struct yeoun_memory memory = {.choice = 0};
  for (int32_t last = 0; last < ROUNDS; last = memory.theme.length[0]) {
    yeoun_mailbox_take(&box, &memory);
    ck_assert_int_ge(memory.theme.length[0], last);
    ck_assert_int_eq(memory.theme.length[0], memory.theme.length[1]);
    ck_assert_int_eq(memory.theme.length[0], memory.theme.length[2]);
  }
  pthread_join(thread, NULL);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("mailbox");
  TCase *const tcase = tcase_create("memories");
  tcase_set_timeout(tcase, 60);
  tcase_add_test(tcase, what_was_posted_is_taken_once);
  tcase_add_test(tcase, the_newest_is_taken);
  tcase_add_test(tcase, between_two_threads_a_memory_is_whole_and_never_older);
  suite_add_tcase(suite, tcase);
  return suite;
}
