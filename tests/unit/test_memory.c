// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "memory.h"

#include <string.h>

#include "suite.h"

START_TEST(a_shelf_is_read_back_as_it_was_written)
{
  static const char *const texts[] = {
    "", "0", "12 40 999", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16"};
  struct yeoun_memory memory = {.kept = 3};
  char text[YEOUN_SHELF_TEXT];
  ck_assert(yeoun_shelf_read(texts[_i], &memory));
  ck_assert_uint_eq(yeoun_shelf_write(&memory, text, sizeof(text)),
                    strlen(texts[_i]));
  ck_assert_str_eq(text, texts[_i]);
}
END_TEST

START_TEST(the_longest_shelf_fits_and_a_longer_one_is_cut)
{
  struct yeoun_memory memory = {.kept = YEOUN_SHELF};
  char text[YEOUN_SHELF_TEXT];
  for (unsigned i = 0; i < YEOUN_SHELF; ++i) {
    memory.shelf[i] = 999;
  }
  ck_assert_uint_eq(yeoun_shelf_write(&memory, text, sizeof(text)),
                    YEOUN_SHELF * 4 - 1);
  char small[9] = "????????";
  yeoun_shelf_write(&memory, small, 8);
  ck_assert_str_eq(small, "999 999");
}
END_TEST

START_TEST(what_is_no_shelf_changes_nothing)
{
  static const char *const texts[] = {
    "1 x",
    "1000",
    "-1",
    "1.5",
    "99999999999999999999",
    "1,2",
    "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17"};
  struct yeoun_memory memory = {.kept = 1, .shelf = {7}};
  ck_assert(!yeoun_shelf_read(texts[_i], &memory));
  ck_assert_uint_eq(memory.kept, 1);
  ck_assert_uint_eq(memory.shelf[0], 7);
}
END_TEST

START_TEST(a_program_plays_from_the_shelf_until_the_control_is_moved)
{
  struct yeoun_memory memory = {.kept = 2, .shelf = {40, 7}};
  ck_assert_uint_eq(yeoun_memory_variation(&memory, 3), 3);
  yeoun_memory_choose(&memory, 1, 3);
  ck_assert_uint_eq(yeoun_memory_variation(&memory, 3), 7);
  yeoun_memory_choose(&memory, 2, 3); /* there is none */
  ck_assert_uint_eq(yeoun_memory_variation(&memory, 3), 7);
  ck_assert_uint_eq(yeoun_memory_variation(&memory, 4), 4);
  ck_assert_uint_eq(yeoun_memory_variation(&memory, 3), 3);
}
END_TEST

START_TEST(without_a_shelf_a_program_is_a_variation)
{
  struct yeoun_memory memory = {.kept = 0};
  yeoun_memory_choose(&memory, 127, 1);
  ck_assert_uint_eq(yeoun_memory_variation(&memory, 1), 127);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("memory");
  TCase *const tcase = tcase_create("shelf");
  tcase_add_loop_test(tcase, a_shelf_is_read_back_as_it_was_written, 0, 4);
  tcase_add_test(tcase, the_longest_shelf_fits_and_a_longer_one_is_cut);
  tcase_add_loop_test(tcase, what_is_no_shelf_changes_nothing, 0, 7);
  tcase_add_test(tcase,
                 a_program_plays_from_the_shelf_until_the_control_is_moved);
  tcase_add_test(tcase, without_a_shelf_a_program_is_a_variation);
  suite_add_tcase(suite, tcase);
  return suite;
}
