// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What a variation does to the motif. */

#include <string.h>

#include "compose/melody/motif_variant.h"
#include "compose/plan/plan.h"
#include "music/theme.h"
#include "suite.h"

static struct yeoun_request request;
static struct yeoun_plan plan;
static struct yeoun_unit *idea;
static struct yeoun_shape given;

/* A motif of the theme's own, in a plan that does nothing to it yet. */
static void
set_up(void)
{
  const float trim[YEOUN_TRIMS] = {0};
  const float weight[YEOUN_POLES] = {1, 0, 0};
  memset(&request, 0, sizeof(request));
  request.mood = yeoun_mood_blend(weight, trim, 0.5f, 0.3f);
  request.variation = 1;
  request.bars = 8;
  ck_assert(!yeoun_theme_read("C G Am  c e d g", &request.theme).status);
  yeoun_plan_make(&request, &plan);
  memset(plan.budget.amount, 0, sizeof(plan.budget.amount));
  plan.budget.topic = YEOUN_TOPIC_NONE;
  /* As dense as the motif itself: it is neither stretched nor squeezed. */
  plan.pole_feature[YEOUN_LYRICAL][YEOUN_FEATURE_DENSITY] =
    (float)plan.analysis.motif.notes / yeoun_plan_bar_seconds(&plan, 0);
  idea = &plan.unit[0];
  idea->rank = 0.1f;
  given = yeoun_shape_of(&plan, idea, true);
}

static struct yeoun_shape
shape_by(enum yeoun_technique technique)
{
  plan.budget.amount[technique] = 1;
  return yeoun_shape_of(&plan, idea, false);
}

START_TEST(a_given_motif_keeps_its_notes)
{
  ck_assert_int_eq(given.notes, 4);
  static const int steps[] = {0, 2, 1, 4}; /* c e d g */
  for (int i = 0; i < 4; ++i) {
    ck_assert_int_eq(given.degree[i] - given.degree[0], steps[i]);
    ck_assert_int_eq(given.accidental[i], 0);
  }
}
END_TEST

START_TEST(inversion_turns_every_step_round)
{
  const struct yeoun_shape shape = shape_by(YEOUN_TECHNIQUE_INVERT);
  ck_assert_int_eq(shape.notes, given.notes);
  for (int i = 0; i < shape.notes; ++i) {
    ck_assert_int_eq(shape.degree[i] - shape.degree[0],
                     given.degree[0] - given.degree[i]);
    ck_assert_int_eq(shape.slot[i], given.slot[i]);
  }
}
END_TEST

START_TEST(retrograde_plays_backwards_and_still_comes_to_rest)
{
  const struct yeoun_shape shape = shape_by(YEOUN_TECHNIQUE_RETROGRADE);
  const int last = given.notes - 1;
  for (int i = 0; i <= last; ++i) {
    ck_assert_int_eq(shape.degree[i], given.degree[last - i]);
  }
  for (int i = 0; i + 1 < last; ++i) {
    ck_assert_int_eq(shape.length[i], given.length[last - 1 - i]);
  }
  ck_assert_int_eq(shape.length[last], given.length[last]);
}
END_TEST

static bool
has_odd_value(void)
{
  bool is_odd = false;
  for (int i = 0; i < given.notes; ++i) {
    is_odd |= given.slot[i] % 2 || given.length[i] % 2;
  }
  return is_odd;
}

START_TEST(augmentation_doubles_and_diminution_halves_every_value)
{
  const struct yeoun_shape slow = shape_by(YEOUN_TECHNIQUE_AUGMENT);
  plan.budget.amount[YEOUN_TECHNIQUE_AUGMENT] = 0;
  const struct yeoun_shape quick = shape_by(YEOUN_TECHNIQUE_DIMINISH);
  for (int i = 0; i < given.notes; ++i) {
    ck_assert_int_eq(slow.slot[i], 2 * given.slot[i]);
    ck_assert_int_eq(slow.length[i], 2 * given.length[i]);
    /* Where every value can be halved. */
    const int half = has_odd_value() ? 1 : 2;
    ck_assert_int_eq(half * quick.slot[i], given.slot[i]);
    ck_assert_int_eq(half * quick.length[i], given.length[i]);
    ck_assert_int_eq(slow.degree[i], given.degree[i]);
    ck_assert_int_eq(quick.degree[i], given.degree[i]);
  }
}
END_TEST

START_TEST(a_motif_of_even_values_is_halved)
{
  struct yeoun_motif *const motif = &plan.analysis.motif;
  for (int i = 0; i < motif->notes; ++i) {
    motif->slot[i] = (int16_t)(2 * motif->slot[i]);
    motif->length[i] = (int16_t)(2 * motif->length[i]);
  }
  given = yeoun_shape_of(&plan, idea, true);
  ck_assert(!has_odd_value());
  const struct yeoun_shape quick = shape_by(YEOUN_TECHNIQUE_DIMINISH);
  for (int i = 0; i < given.notes; ++i) {
    ck_assert_int_eq(2 * quick.slot[i], given.slot[i]);
    ck_assert_int_eq(2 * quick.length[i], given.length[i]);
  }
}
END_TEST

/* Far from the theme, a reminder has one interval a step further. */
START_TEST(far_away_one_interval_of_a_reminder_is_bent)
{
  idea->bar = 2;
  request.distance = 1.0f;
  const struct yeoun_shape shape = yeoun_shape_of(&plan, idea, false);
  int bent = 0;
  for (int i = 0; i < shape.notes; ++i) {
    const int off = shape.degree[i] - given.degree[i];
    ck_assert_int_le(off * off, 1);
    bent += off != 0;
  }
  ck_assert_int_eq(bent, 1);
}
END_TEST

START_TEST(expansion_keeps_the_contour_and_widens_it)
{
  idea->bar = 2; /* where the motif is a reminder, not the first statement */
  const struct yeoun_shape shape = shape_by(YEOUN_TECHNIQUE_EXPAND);
  for (int i = 1; i < shape.notes; ++i) {
    const int own = given.degree[i] - given.degree[i - 1];
    const int wide = shape.degree[i] - shape.degree[i - 1];
    ck_assert_int_gt(own * wide, 0);
    ck_assert_int_gt(wide * wide, own * own);
  }
}
END_TEST

START_TEST(fragmentation_says_the_head_twice)
{
  idea->bar = 2;
  idea->role = YEOUN_ROLE_REPEAT;
  const struct yeoun_shape shape = shape_by(YEOUN_TECHNIQUE_FRAGMENT);
  ck_assert_int_eq(shape.notes, 6);
  for (int i = 0; i < 3; ++i) {
    ck_assert_int_eq(shape.degree[i], shape.degree[3 + i]);
    ck_assert_int_eq(shape.length[i], shape.length[3 + i]);
  }
}
END_TEST

START_TEST(a_contrasting_idea_is_the_motif_turned_round)
{
  idea->role = YEOUN_ROLE_CONTRAST;
  const struct yeoun_shape shape = yeoun_shape_of(&plan, idea, true);
  ck_assert_int_eq(shape.degree[1] - shape.degree[0],
                   given.degree[0] - given.degree[1]);
}
END_TEST

START_TEST(a_head_has_three_notes_and_an_end)
{
  const struct yeoun_shape head = yeoun_shape_head(&given);
  ck_assert_int_eq(head.notes, 3);
  ck_assert_int_eq(yeoun_shape_end(&head), given.slot[3]);
  const struct yeoun_shape none = {0};
  ck_assert_int_eq(yeoun_shape_end(&none), 0);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("shape");
  TCase *const tests = tcase_create("shape");
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_test(tests, a_given_motif_keeps_its_notes);
  tcase_add_test(tests, inversion_turns_every_step_round);
  tcase_add_test(tests, retrograde_plays_backwards_and_still_comes_to_rest);
  tcase_add_test(tests, augmentation_doubles_and_diminution_halves_every_value);
  tcase_add_test(tests, a_motif_of_even_values_is_halved);
  tcase_add_test(tests, far_away_one_interval_of_a_reminder_is_bent);
  tcase_add_test(tests, expansion_keeps_the_contour_and_widens_it);
  tcase_add_test(tests, fragmentation_says_the_head_twice);
  tcase_add_test(tests, a_contrasting_idea_is_the_motif_turned_round);
  tcase_add_test(tests, a_head_has_three_notes_and_an_end);
  suite_add_tcase(suite, tests);
  return suite;
}
