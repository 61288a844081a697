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

/* Half and double time are another way of counting the same bars; what cannot
   be halved is not. */
START_TEST(a_form_is_as_long_as_the_host_s_bars_however_time_is_felt)
{
  for (int bars = 1; bars <= 32; ++bars) {
    lay(bars, YEOUN_FORM_AUTO, (unsigned)bars);
    request.doubling = (int8_t)(_i - 1);
    yeoun_plan_make(&request, &plan);
    const int halves = plan.doubling > 0   ? plan.bars
                       : plan.doubling < 0 ? 4 * plan.bars
                                           : 2 * plan.bars;
    ck_assert_int_eq(halves, 2 * bars);
    const bool is_odd = request.doubling < 0 && bars % 2;
    ck_assert_int_eq(plan.doubling, is_odd ? 0 : request.doubling);
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

/* Three and four blocks: the third is the one that turns. */
START_TEST(the_third_of_more_blocks_begins_with_the_turn)
{
  static const char *const expected[] = {"ixic", "ixic", "xxic", "ixic"};
  for (int bars = 24; bars <= 32; bars += 8) {
    lay(bars, YEOUN_FORM_PERIOD, 1);
    int at[4] = {0};
    for (int u = 0; u < plan.units; ++u) {
      const int block = plan.unit[u].block;
      ck_assert_int_lt(block, bars / 8);
      ck_assert_int_eq("irxfc"[plan.unit[u].role],
                       expected[block][at[block]++]);
    }
  }
}
END_TEST

START_TEST(what_opens_a_phrase_is_varied_later_than_the_rest)
{
  float sum[2] = {0.0f, 0.0f};
  int count[2] = {0, 0};
  for (unsigned variation = 1; variation < 40; ++variation) {
    lay(16, YEOUN_FORM_AUTO, variation);
    for (int u = 0; u < plan.units; ++u) {
      const bool opens = plan.unit[u].role == YEOUN_ROLE_IDEA;
      sum[opens] += plan.unit[u].rank;
      ++count[opens];
    }
  }
  ck_assert_float_gt(sum[1] / (float)count[1], sum[0] / (float)count[0] + 0.2f);
}
END_TEST

/* a a' b a' | b' c a a' */
START_TEST(a_song_of_eight_phrases_comes_home_after_its_second_turn)
{
  lay(32, YEOUN_FORM_PERIOD, 1);
  static const uint8_t material[] = {0, 0, 1, 0, 1, 2, 0, 0};
  static const int8_t model[] = {-1, 0, -1, 1, 2, -1, 0, 1};
  ck_assert_int_eq(plan.phrases, 8);
  for (int p = 0; p < 8; ++p) {
    ck_assert_uint_eq(plan.phrase[p].material, material[p]);
    ck_assert_int_eq(plan.phrase[p].model, model[p]);
  }
  ck_assert_uint_eq(plan.phrase[4].recall, YEOUN_RECALL_SEQUENCE);
  ck_assert_uint_eq(plan.phrase[7].recall, YEOUN_RECALL_EXACT);
}
END_TEST

START_TEST(a_sentence_goes_on_in_the_rhythm_that_it_began_with)
{
  lay(8, YEOUN_FORM_SENTENCE, 1);
  ck_assert_int_eq(plan.phrases, 2);
  ck_assert_uint_eq(plan.phrase[1].material, 1);
  ck_assert_uint_eq(plan.phrase[1].recall, YEOUN_RECALL_RHYTHM);
}
END_TEST

START_TEST(each_phrase_closes_as_its_place_asks)
{
  static const uint8_t cadence[] = {YEOUN_CADENCE_HALF,
                                    YEOUN_CADENCE_FULL,
                                    YEOUN_CADENCE_OPEN,
                                    YEOUN_CADENCE_FULL};
  lay(16, YEOUN_FORM_PERIOD, 1);
  for (int p = 0; p < 4; ++p) {
    ck_assert_uint_eq(plan.phrase[p].cadence, cadence[p]);
  }
}
END_TEST

START_TEST(what_recalls_a_phrase_begins_before_its_bar_as_that_did)
{
  int upbeats = 0;
  for (unsigned variation = 1; variation < 40; ++variation) {
    lay(16, YEOUN_FORM_PERIOD, variation);
    ck_assert_int_eq(plan.phrase[0].has_upbeat, plan.phrase[1].has_upbeat);
    ck_assert_int_eq(plan.phrase[1].has_upbeat, plan.phrase[3].has_upbeat);
    upbeats += plan.phrase[0].has_upbeat;
  }
  ck_assert_int_gt(upbeats, 5);
  ck_assert_int_lt(upbeats, 34);
}
END_TEST

START_TEST(the_turn_is_tense_and_what_follows_the_climax_is_calmer)
{
  lay(16, YEOUN_FORM_PERIOD, 1);
  const struct yeoun_phrase_plan *const phrase = plan.phrase;
  ck_assert_float_gt(phrase[2].tension, phrase[0].tension);
  ck_assert_float_gt(phrase[2].tension, phrase[3].tension);
  ck_assert(phrase[2].is_climax);
  ck_assert_float_gt(phrase[1].energy, phrase[0].energy);
  ck_assert_float_gt(phrase[2].energy, phrase[1].energy);
  ck_assert_float_lt(phrase[3].energy, phrase[2].energy - 0.1f);
}
END_TEST

START_TEST(a_single_bar_that_is_left_lengthens_the_last_phrase)
{
  for (int bars = 5; bars <= 29; bars += 4) {
    lay(bars, YEOUN_FORM_AUTO, 1);
    for (int p = 0; p < plan.phrases; ++p) {
      ck_assert_int_eq(plan.phrase[p].bars, plan.phrase[p].is_last ? 5 : 4);
    }
  }
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("form");
  TCase *const tests = tcase_create("form");
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_loop_test(
    tests, a_form_is_as_long_as_the_host_s_bars_however_time_is_felt, 0, 3);
  tcase_add_test(tests, units_and_phrases_fill_any_number_of_bars);
  tcase_add_loop_test(tests, eight_bars_are_of_their_form, 0, 4);
  tcase_add_test(tests, the_second_of_two_blocks_begins_with_the_turn);
  tcase_add_test(tests, the_third_of_more_blocks_begins_with_the_turn);
  tcase_add_test(tests, what_opens_a_phrase_is_varied_later_than_the_rest);
  tcase_add_test(tests,
                 a_song_of_eight_phrases_comes_home_after_its_second_turn);
  tcase_add_test(tests, a_sentence_goes_on_in_the_rhythm_that_it_began_with);
  tcase_add_test(tests, each_phrase_closes_as_its_place_asks);
  tcase_add_test(tests,
                 what_recalls_a_phrase_begins_before_its_bar_as_that_did);
  tcase_add_test(tests,
                 the_turn_is_tense_and_what_follows_the_climax_is_calmer);
  tcase_add_test(tests, a_song_of_four_phrases_is_a_a_b_a);
  tcase_add_test(tests, the_form_closes_and_its_middle_stays_open);
  tcase_add_test(tests, the_music_grows_to_one_climax_past_the_middle);
  tcase_add_test(tests, ranks_are_spread_evenly);
  tcase_add_test(tests, a_single_bar_that_is_left_lengthens_the_last_phrase);
  suite_add_tcase(suite, tests);
  return suite;
}
