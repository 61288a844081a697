// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Who plays where: intensity and space take away, a little at a time. */

#include <string.h>

#include "../report/music/subject.h"
#include "compose/compose.h"
#include "compose/scratch.h"
#include "music/palette.h"
#include "suite.h"

enum { STEPS = 10, WALK = 24 };

static struct subjects subjects;
static struct yeoun_compose_scratch scratch;
static struct yeoun_score score, other;
static struct yeoun_layers layers;

static void
set_up(void)
{
  ck_assert(subjects_read(THEMES, 3, 8, &subjects));
}

/* The n-th of a walk through themes, moods, variations and lengths. */
static struct yeoun_request
request_of(int n, float intensity, float space)
{
  static const int bars[] = {8, 16, 32, 4, 12};
  struct yeoun_request request =
    subject_request(&subjects.subject[n * 5 % subjects.count],
                    bars[n % 5],
                    (unsigned)n % YEOUN_POLES,
                    (unsigned)(1 + n * 3 % 20),
                    0.35);
  request.palette = (uint8_t)(n % YEOUN_PALETTES);
  request.mood.intensity = intensity;
  request.mood.space = space;
  return request;
}

static void
compose(int n, float intensity, float space, struct yeoun_score *into)
{
  const struct yeoun_request request = request_of(n, intensity, space);
  yeoun_compose(&request, &scratch, into);
}

/* Order by start, lane, pitch class, pitch. */
static int
compare(const struct yeoun_note *a, const struct yeoun_note *b)
{
  return a->start != b->start ? (a->start < b->start ? -1 : 1)
         : a->lane != b->lane ? (int)a->lane - (int)b->lane
                              : (int)a->pitch - (int)b->pitch;
}

static bool
is_subset(const struct yeoun_score *less, const struct yeoun_score *more)
{
  int j = 0;
  for (int i = 0; i < less->notes; ++i) {
    while (j < more->notes && compare(&more->note[j], &less->note[i]) < 0) {
      ++j;
    }
    if (j == more->notes || compare(&more->note[j], &less->note[i]) != 0 ||
        more->note[j].length < less->note[i].length) {
      return false;
    }
    ++j;
  }
  return true;
}

START_TEST(less_intensity_leaves_a_subset)
{
  int taken = 0;
  for (int n = _i; n < WALK; n += 4) {
    compose(n, 1.0f, 0.3f, &other);
    for (int step = STEPS - 1; step >= 0; --step) {
      compose(n, 0.1f * (float)step, 0.3f, &score);
      ck_assert_msg(is_subset(&score, &other), "%d at %d", n, step);
      taken += score.notes < other.notes;
      other = score;
    }
  }
  ck_assert_int_gt(taken, WALK / 4);
}
END_TEST

START_TEST(more_space_leaves_a_subset)
{
  int taken = 0;
  for (int n = _i; n < WALK; n += 4) {
    compose(n, 0.5f, 0.0f, &other);
    for (int step = 1; step <= STEPS; ++step) {
      compose(n, 0.5f, 0.1f * (float)step, &score);
      ck_assert_msg(is_subset(&score, &other), "%d at %d", n, step);
      taken += score.notes < other.notes;
      other = score;
    }
  }
  ck_assert_int_gt(taken, WALK / 4);
}
END_TEST

/* How many lanes of how many phrases differ; a bar that falls silent counts as
   one. */
static int
count_changes(const struct yeoun_plan *plan,
              const struct yeoun_layers *one,
              const struct yeoun_layers *two)
{
  int changes = 0;
  for (int p = 0; p < plan->phrases; ++p) {
    const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
    unsigned differ = 0;
    bool is_bar = true;
    for (int bar = phrase->bar; bar < phrase->bar + phrase->bars; ++bar) {
      const unsigned own = one->lanes[bar] ^ two->lanes[bar];
      differ |= own;
      is_bar &= !own || !one->lanes[bar] || !two->lanes[bar];
    }
    for (unsigned lane = 0; !is_bar && lane < YEOUN_LANES; ++lane) {
      changes += (differ >> lane) & 1U;
    }
    changes += is_bar && differ;
  }
  return changes;
}

START_TEST(a_step_changes_at_most_one_lane_of_one_phrase)
{
  for (int n = 0; n < WALK; ++n) {
    for (int way = 0; way < 2; ++way) {
      for (int step = 0; step <= STEPS; ++step) {
        const float at = 0.1f * (float)step;
        compose(n, way ? at : 0.5f, way ? 0.3f : at, &score);
        if (step) {
          const int changes =
            count_changes(&scratch.plan, &layers, &scratch.plan.layers);
          ck_assert_msg(changes <= 1, "%d at %d: %d", n, step, changes);
        }
        layers = scratch.plan.layers;
      }
    }
  }
}
END_TEST

START_TEST(all_that_is_scored_plays_at_high_intensity)
{
  for (int n = 0; n < WALK; ++n) {
    compose(n, 0.9f, 0.3f, &score);
    layers = scratch.plan.layers;
    compose(n, 1.0f, 0.0f, &other);
    ck_assert_mem_eq(
      layers.lanes, scratch.plan.layers.lanes, sizeof(layers.lanes));
    ck_assert_int_eq(score.notes, other.notes);
  }
}
END_TEST

/* Bars in which no note begins and none sounds on. */
static int
count_silent(const struct yeoun_score *of)
{
  const int32_t ticks = yeoun_bar_ticks(of->meter);
  int silent = 0;
  for (int32_t at = 0; at < of->length; at += ticks) {
    bool sounds = false;
    for (int i = 0; i < of->notes; ++i) {
      const struct yeoun_note *const note = &of->note[i];
      sounds |= note->start < at + ticks && note->start + note->length > at;
    }
    silent += !sounds;
  }
  return silent;
}

START_TEST(a_scene_of_silence_has_bars_of_nothing)
{
  int silent = 0;
  int all = 0;
  for (int n = 0; n < WALK; ++n) {
    compose(n, 0.0f, 1.0f, &score);
    ck_assert_int_gt(score.notes, 0);
    if (scratch.plan.phrases > 2) {
      silent += count_silent(&score) > 0;
      ++all;
    }
    compose(n, 0.5f, 0.3f, &score);
    ck_assert_int_eq(count_silent(&score), 0);
  }
  ck_assert_int_gt(all, 5);
  ck_assert_int_ge(4 * silent, 3 * all);
}
END_TEST

START_TEST(the_climax_is_never_left_alone)
{
  for (int n = 0; n < WALK; ++n) {
    compose(n, 0.9f, 0.3f, &score);
    for (int p = 0; p < scratch.plan.phrases; ++p) {
      const struct yeoun_phrase_plan *const phrase = &scratch.plan.phrase[p];
      if (phrase->is_climax && scratch.plan.phrases > 1) {
        const unsigned lanes = scratch.plan.layers.lanes[phrase->bar];
        ck_assert_uint_ne(lanes & 1U << YEOUN_LANE_CHORDS, 0);
        ck_assert_uint_ne(lanes & 1U << YEOUN_LANE_BASS, 0);
      }
    }
  }
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("plan_layers");
  TCase *const tests = tcase_create("plan_layers");
  tcase_set_timeout(tests, 120);
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_loop_test(tests, less_intensity_leaves_a_subset, 0, 4);
  tcase_add_loop_test(tests, more_space_leaves_a_subset, 0, 4);
  tcase_add_test(tests, a_step_changes_at_most_one_lane_of_one_phrase);
  tcase_add_test(tests, all_that_is_scored_plays_at_high_intensity);
  tcase_add_test(tests, a_scene_of_silence_has_bars_of_nothing);
  tcase_add_test(tests, the_climax_is_never_left_alone);
  suite_add_tcase(suite, tests);
  return suite;
}
