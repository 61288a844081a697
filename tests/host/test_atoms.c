// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What an interface asks, sets and is told: names, the shelf, bars, locks,
   levels. What a session keeps of it. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/suite.h"
#include "build.h"
#include "heard.h"
#include "name.h"
#include "sound/sound.h"

static const struct host_time rolling = {0.0, 0.0, 4.0, 4.0, 120.0, 1.0, 0.0};

static struct host_world world;
static struct host *host;

static struct heard one, two;

static void
set_up(void)
{
  world = host_world_new();
  host = heard_host(&world);
}

static void
tear_down(void)
{
  host_free(host);
  host_world_free(&world);
}

START_TEST(all_that_is_asked_is_told)
{
  static const char *const texts[] = {Y("theme"),
                                      Y("shelf"),
                                      Y("description"),
                                      Y("name"),
                                      Y("meter"),
                                      Y("ranges"),
                                      Y("locks"),
                                      Y("build"),
                                      Y("error")};
  host_position(host, 0, &rolling);
  host_run(host, HEARD_BLOCK);
  host_ask(host, 0, NULL);
  host_run(host, HEARD_BLOCK);
  const LV2_Atom_Object *const body = host_put(host, NULL);
  ck_assert_ptr_nonnull(body);
  for (unsigned i = 0; i < sizeof(texts) / sizeof(*texts); ++i) {
    const LV2_Atom *const value = host_value(body, texts[i]);
    ck_assert_msg(
      value && value->type == host_urid(LV2_ATOM__String), "%s", texts[i]);
  }
  heard_expect_told(host, Y("meter"), "4/4");
  heard_expect_told(host, Y("build"), yeoun_build());
  ck_assert_int_eq(heard_number(host, Y("algorithm")), YEOUN_ALGORITHM);
  ck_assert_int_eq(heard_number(host, Y("variation")), 1);
  ck_assert_int_ge(heard_number(host, Y("doubling")), -1);
  host_ask(host, 0, Y("position"));
  host_run(host, HEARD_BLOCK);
  ck_assert_uint_eq(host_answer(host, Y("position"))->type,
                    host_urid(LV2_ATOM__Float));
}
END_TEST

START_TEST(a_name_plays_the_same_wherever_it_is_set)
{
  char name[YEOUN_NAME_SIZE];
  *host_control(host, "comic") = 0.8f;
  *host_control(host, "lyrical") = 0.2f;
  *host_control(host, "distance") = 0.7f;
  *host_control(host, "variation") = 37.0f;
  *host_control(host, "bass_take") = 3.0f;
  host_theme(host, 0, "Dm7 G7 C A7 e g a");
  heard_play(host, &one);
  snprintf(name, sizeof(name), "%s", heard_name(host));
  struct yeoun_request request;
  ck_assert_int_eq(yeoun_name_read(name, &request, NULL).status, YEOUN_OK);
  ck_assert_uint_eq(request.variation, 37);
  ck_assert_uint_eq(request.theme.chords, 4);

  struct host *const second = heard_host(&world);
  host_set(second, 0, Y("name"), name);
  heard_play(second, &two);
  heard_expect_same(&one, &two);
  ck_assert_str_eq(heard_name(second), name);
  char *const state = host_save(second);
  struct host *const third = heard_host(&world);
  host_restore(third, state);
  heard_play(third, &two);
  heard_expect_same(&one, &two);
  /* Moving the variation control ends it. */
  *host_control(second, "variation") = 2.0f;
  heard_play(second, &two);
  ck_assert(!heard_is_same(&one, &two));
  free(state);
  host_free(second);
  host_free(third);
}
END_TEST

static const char *
text_in(const LV2_Atom_Object *object, const char *property)
{
  const LV2_Atom *const value = host_value(object, property);
  ck_assert_ptr_nonnull(value);
  return (const char *)(value + 1);
}

static int32_t
number_in(const LV2_Atom_Object *object, const char *property)
{
  const LV2_Atom *const value = host_value(object, property);
  ck_assert_ptr_nonnull(value);
  return ((const LV2_Atom_Int *)value)->body;
}

START_TEST(the_shelf_is_told_place_by_place)
{
  host_run(host, HEARD_BLOCK);
  host_set(host, 0, Y("keep"), "yeoun1 e g a variation=40");
  host_set(host, 1, Y("keep"), "yeoun1 Am F C variation=7 comic=0.5");
  host_set(host, 2, Y("character"), "2 Hana");
  host_set(host, 3, Y("shelf"), "40 7 3");
  host_run(host, HEARD_BLOCK);
  ck_assert_ptr_null(host_put(host, Y("kept"))); /* nobody asked */
  host_ask(host, 0, Y("kept"));
  for (int place = 1; place <= 3; ++place) {
    host_run(host, HEARD_BLOCK);
    const LV2_Atom_Object *const kept = host_put(host, Y("kept"));
    ck_assert_ptr_nonnull(kept);
    ck_assert_int_eq(number_in(kept, Y("place")), place);
    ck_assert_int_eq(number_in(kept, Y("variation")),
                     place == 1   ? 40
                     : place == 2 ? 7
                                  : 3);
    ck_assert_int_eq(number_in(kept, Y("algorithm")),
                     place == 3 ? 0 : YEOUN_ALGORITHM);
    ck_assert_str_eq(text_in(kept, Y("character")), place == 2 ? "Hana" : "");
    ck_assert_int_eq(strlen(text_in(kept, Y("name"))) > 0, place < 3);
  }
  host_run(host, HEARD_BLOCK);
  ck_assert_ptr_null(host_put(host, Y("kept")));
  host_set(host, 0, Y("remove"), "1");
  host_run(host, HEARD_BLOCK);
  ck_assert_str_eq(text_in(host_put(host, Y("kept")), Y("character")), "Hana");
  heard_expect_told(host, Y("shelf"), "7 3");
}
END_TEST

static const struct {
  const char *property, *text, *error;
} faults[] = {
  {Y("theme"),
   "Am H",
   "At 3: Expected a chord root A to G: what is written H elsewhere is B, and "
   "its B is Bb"},
  {Y("name"),
   "yeoun1 Am distance=2",
   "At 19: Expected a number from 0 to 1 after distance="},
  {Y("name"),
   "yeoun2 Am",
   "At 0: Expected a name that begins with yeoun1; this one was written by a "
   "later version"},
  {Y("keep"), "Am F C", "At 0: Expected a name, which begins with yeoun1"},
  {Y("keep"),
   "yeoun1 Am algorithm=3",
   "At 0: These notes were another algorithm's"},
  {Y("remove"), "1", "At 0: Expected a place on the shelf, from 1"},
  {Y("remove"), "x", "At 0: Expected a place on the shelf, from 1"},
  {Y("character"),
   "1 Hana",
   "At 0: Expected a place on the shelf, from 1, and a name of at most 63 "
   "bytes"},
  {Y("shelf"), "1 x", "At 0: Expected up to sixteen numbers from 0 to 999"},
  {Y("ranges"),
   "bass_bars=1-2",
   "At 10: Expected bars and a take, such as melody_bars=5-8:2"},
  {Y("locks"),
   "tuba",
   "At 0: Expected some of melody counter chords bass pad drums"},
};

START_TEST(what_cannot_be_done_is_told_and_changes_nothing)
{
  host_set(host, 0, Y("theme"), "Dm G");
  host_run(host, HEARD_BLOCK);
  heard_expect_told(host, Y("error"), "");
  char *const before = host_save(host);
  host_set(host, 0, faults[_i].property, faults[_i].text);
  host_run(host, HEARD_BLOCK);
  heard_expect_told(host, Y("error"), faults[_i].error);
  char *const after = host_save(host);
  ck_assert_str_eq(before, after);
  free(before);
  free(after);
}
END_TEST

START_TEST(bars_and_locks_reach_the_name_and_the_session)
{
  *host_control(host, "bass_take") = 2.0f;
  host_run(host, HEARD_BLOCK);
  host_set(host, 0, Y("ranges"), "bass_bars=5-6:3 pad_bars=1-1:9");
  host_set(host, 1, Y("locks"), "bass");
  host_run(host, HEARD_BLOCK);
  heard_expect_told(host, Y("locks"), "bass=2");
  *host_control(host, "bass_take") = 7.0f;
  host_set(host, 0, Y("ranges"), "");
  host_run(host, HEARD_BLOCK);
  heard_expect_told(host, Y("ranges"), "bass_bars=5-6:3");
  heard_play(host, &one);
  ck_assert_ptr_nonnull(strstr(heard_name(host), " bass_take=2 "));
  ck_assert_ptr_nonnull(strstr(heard_name(host), " bass_bars=5-6:3 "));
  char *const state = host_save(host);
  struct host *const second = heard_host(&world);
  host_restore(second, state);
  heard_play(second, &two);
  ck_assert_ptr_nonnull(strstr(heard_name(second), " bass_take=2 "));
  ck_assert_ptr_nonnull(strstr(heard_name(second), " bass_bars=5-6:3 "));
  free(state);
  host_free(second);
}
END_TEST

/** The largest level that is told, and how many lanes have one. */
static unsigned
count_levels(float *largest)
{
  unsigned count = 0;
  host_ask(host, 0, Y("levels"));
  host_run(host, HEARD_BLOCK);
  const LV2_Atom_Vector *const vector =
    (const LV2_Atom_Vector *)host_value(host_put(host, NULL), Y("levels"));
  ck_assert_ptr_nonnull(vector);
  ck_assert_uint_eq(vector->atom.type, host_urid(LV2_ATOM__Vector));
  ck_assert_uint_eq(vector->body.child_type, host_urid(LV2_ATOM__Float));
  const float *const level = (const float *)(vector + 1);
  *largest = 0.0f;
  for (unsigned i = 0; i < YEOUN_STEMS; ++i) {
    ck_assert(level[i] >= 0.0f && level[i] <= 1.0f);
    count += level[i] > 0.0f;
    *largest = fmaxf(*largest, level[i]);
  }
  return count;
}

START_TEST(levels_are_measured_while_somebody_looks)
{
  float largest = 0.0f;
  host_position(host, 0, &rolling);
  heard_run(host, 2.0, NULL);
  ck_assert_uint_eq(count_levels(&largest), 0);
  heard_run(host, 1.0, NULL);
  ck_assert_uint_ge(count_levels(&largest), 3);
  ck_assert(largest > 0.01f);
  heard_run(host, 1.0, NULL);
  ck_assert_uint_ge(count_levels(&largest), 3);
  /* Nobody looks any more. */
  heard_run(host, 4.0, NULL);
  count_levels(&largest);
  ck_assert(largest > 0.0f); /* of the two seconds after the last look */
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("atoms");
  TCase *const tcase = tcase_create("bundle");
  tcase_set_timeout(tcase, 120);
  tcase_add_checked_fixture(tcase, set_up, tear_down);
  tcase_add_test(tcase, all_that_is_asked_is_told);
  tcase_add_test(tcase, a_name_plays_the_same_wherever_it_is_set);
  tcase_add_test(tcase, the_shelf_is_told_place_by_place);
  tcase_add_loop_test(tcase,
                      what_cannot_be_done_is_told_and_changes_nothing,
                      0,
                      sizeof(faults) / sizeof(*faults));
  tcase_add_test(tcase, bars_and_locks_reach_the_name_and_the_session);
  tcase_add_test(tcase, levels_are_measured_while_somebody_looks);
  suite_add_tcase(suite, tcase);
  return suite;
}
