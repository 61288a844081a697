// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The plan of a piece: units that fill it, phrases that answer each other,
   where it closes, where its climax lies. */

#include <string.h>

#include "../report/music/subject.h"
#include "compose/plan/plan.h"
#include "suite.h"

static struct subjects subjects;
static struct yeoun_request request;
static struct yeoun_plan plan;

static void
set_up(void)
{
  ck_assert(subjects_read(THEMES, 20, 16, &subjects));
}

static void
lay(int bars, unsigned form, unsigned variation)
{
  request = subject_request(&subjects.subject[variation % subjects.count],
                            bars,
                            YEOUN_ROMANTIC,
                            variation,
                            0.35);
  request.form = (uint8_t)form;
  /* The host's own time, so that bars are those that were asked for. */
  request.meter = (struct yeoun_meter){4, 4};
  request.doubling = 0;
  yeoun_plan_make(&request, &plan);
}

START_TEST(units_and_phrases_fill_any_number_of_bars)
{
  for (int bars = 1; bars <= 32; ++bars) {
    lay(bars, YEOUN_FORM_AUTO, (unsigned)bars);
    int bar = 0;
    for (int u = 0; u < plan.units; ++u) {
      ck_assert_int_eq(plan.unit[u].bar, bar);
      bar += plan.unit[u].bars;
    }
    ck_assert_int_eq(bar, plan.bars);
    bar = 0;
    for (int p = 0; p < plan.phrases; ++p) {
      ck_assert_int_eq(plan.phrase[p].bar, bar);
      ck_assert_int_eq(plan.phrase[p].is_last, p + 1 == plan.phrases);
      bar += plan.phrase[p].bars;
    }
    ck_assert_int_eq(bar, plan.bars);
  }
}
END_TEST

static const struct {
  enum yeoun_form form;
  const char *roles; /* idea, repeat, contrast (x), fragment, cadence */
} forms[] = {
  {YEOUN_FORM_SENTENCE, "irffc"},
  {YEOUN_FORM_PERIOD, "ixic"},
  {YEOUN_FORM_GI_SEUNG_JEON_GYEOL, "irxc"},
  {YEOUN_FORM_GROUND, "irrc"},
};

START_TEST(eight_bars_are_of_their_form)
{
  lay(8, forms[_i].form, 1);
  char roles[YEOUN_UNITS + 1] = "";
  for (int u = 0; u < plan.units; ++u) {
    roles[u] = "irxfc"[plan.unit[u].role];
  }
  ck_assert_str_eq(roles, forms[_i].roles);
}
END_TEST

START_TEST(the_second_of_two_blocks_begins_with_the_turn)
{
  lay(16, YEOUN_FORM_PERIOD, 1);
  const char *const expected[2] = {"ixic", "xxic"};
  int at[2] = {0};
  for (int u = 0; u < plan.units; ++u) {
    const int block = plan.unit[u].block;
    ck_assert_int_lt(block, 2);
    ck_assert_int_eq("irxfc"[plan.unit[u].role], expected[block][at[block]++]);
  }
}
END_TEST

START_TEST(a_song_of_four_phrases_is_a_a_b_a)
{
  lay(16, YEOUN_FORM_PERIOD, 1);
  static const uint8_t material[] = {0, 0, 1, 0};
  static const int8_t model[] = {-1, 0, -1, 1};
  static const uint8_t recall[] = {YEOUN_RECALL_NEW,
                                   YEOUN_RECALL_ENDING,
                                   YEOUN_RECALL_NEW,
                                   YEOUN_RECALL_EXACT};
  ck_assert_int_eq(plan.phrases, 4);
  for (int p = 0; p < 4; ++p) {
    ck_assert_uint_eq(plan.phrase[p].material, material[p]);
    ck_assert_int_eq(plan.phrase[p].model, model[p]);
    ck_assert_uint_eq(plan.phrase[p].recall, recall[p]);
  }
}
END_TEST

START_TEST(the_form_closes_and_its_middle_stays_open)
{
  for (int bars = 4; bars <= 32; bars += 4) {
    lay(bars, YEOUN_FORM_AUTO, (unsigned)bars);
    for (int p = 0; p < plan.phrases; ++p) {
      const bool is_full = plan.phrase[p].cadence == YEOUN_CADENCE_FULL;
      const bool ends_section =
        p + 1 == plan.phrases ||
        plan.phrase[p + 1].section != plan.phrase[p].section;
      ck_assert_msg(!plan.phrase[p].is_last || is_full, "%d bars", bars);
      ck_assert_msg(ends_section || !is_full, "%d bars, phrase %d", bars, p);
    }
  }
}
END_TEST

START_TEST(the_music_grows_to_one_climax_past_the_middle)
{
  for (int bars = 8; bars <= 32; bars += 8) {
    lay(bars, YEOUN_FORM_AUTO, (unsigned)bars);
    int climax = -1;
    for (int p = 0; p < plan.phrases; ++p) {
      if (plan.phrase[p].is_climax) {
        ck_assert_int_lt(climax, 0);
        climax = p;
      }
    }
    ck_assert_int_ge(2 * climax, plan.phrases - 1);
    for (int p = 0; p < plan.phrases; ++p) {
      ck_assert_float_le(plan.phrase[p].energy, plan.phrase[climax].energy);
    }
    ck_assert(plan.phrases < 4 || plan.phrase[plan.phrases - 1].energy < 1.0f);
  }
}
END_TEST

START_TEST(ranks_are_spread_evenly)
{
  for (unsigned variation = 1; variation < 20; ++variation) {
    lay(16, YEOUN_FORM_AUTO, variation);
    uint64_t seen = 0;
    for (int u = 0; u < plan.units; ++u) {
      seen |= 1ULL << (unsigned)(plan.unit[u].rank * (float)plan.units);
    }
    ck_assert_uint_eq(seen, (1ULL << plan.units) - 1);
  }
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("form");
  TCase *const tests = tcase_create("form");
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_test(tests, units_and_phrases_fill_any_number_of_bars);
  tcase_add_loop_test(tests, eight_bars_are_of_their_form, 0, 4);
  tcase_add_test(tests, the_second_of_two_blocks_begins_with_the_turn);
  tcase_add_test(tests, a_song_of_four_phrases_is_a_a_b_a);
  tcase_add_test(tests, the_form_closes_and_its_middle_stays_open);
  tcase_add_test(tests, the_music_grows_to_one_climax_past_the_middle);
  tcase_add_test(tests, ranks_are_spread_evenly);
  suite_add_tcase(suite, tests);
  return suite;
}
