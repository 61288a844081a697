// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Who plays where: intensity and space take away, a little at a time. */

#include <stdio.h>
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

/* Every member that a performance reads, and the words. */
static void
expect_same(const struct yeoun_score *a, const struct yeoun_score *b, int n)
{
  ck_assert_msg(a->notes == b->notes, "%d: %d for %d", n, a->notes, b->notes);
  ck_assert_mem_eq(a->note, b->note, a->notes * sizeof(a->note[0]));
  ck_assert_uint_eq(a->spans, b->spans);
  for (int i = 0; i < a->spans; ++i) {
    ck_assert_int_eq(a->span[i].start, b->span[i].start);
    ck_assert_int_eq(a->span[i].length, b->span[i].length);
    ck_assert_uint_eq(a->span[i].chord.tones, b->span[i].chord.tones);
    ck_assert_uint_eq(a->span[i].chord.root, b->span[i].chord.root);
    ck_assert_int_eq(a->span[i].slot, b->span[i].slot);
  }
  ck_assert_uint_eq(a->phrases, b->phrases);
  for (int i = 0; i < a->phrases; ++i) {
    ck_assert_int_eq(a->phrase[i].start, b->phrase[i].start);
    ck_assert_int_eq(a->phrase[i].turn, b->phrase[i].turn);
    ck_assert_int_eq(a->phrase[i].end, b->phrase[i].end);
    ck_assert_uint_eq(a->phrase[i].level, b->phrase[i].level);
  }
  ck_assert_mem_eq(a->instrument, b->instrument, sizeof(a->instrument));
  ck_assert_int_eq(a->length, b->length);
  ck_assert_float_eq(a->tempo_bpm, b->tempo_bpm);
  ck_assert_float_eq(a->identity, b->identity);
  ck_assert_str_eq(a->description, b->description);
}

START_TEST(taking_away_again_gives_what_composing_gives)
{
  static struct yeoun_compose_scratch fresh;
  static struct yeoun_score before;
  int differ = 0;
  for (int n = _i; n < WALK; n += 4) {
    compose(n, 0.6f, 0.3f, &before);
    for (int i = 0; i <= 2 * STEPS; ++i) {
      /* Up and down, all the way. */
      const int at = i * 7 % (2 * STEPS + 1);
      struct yeoun_request request =
        request_of(n, 0.05f * (float)at, 0.1f * (float)(i % (STEPS + 1)));
      request.korean = n % 3 ? 0.0f : 1.0f;
      request.has_ending = n % 2;
      if (!i) {
        yeoun_compose(&request, &scratch, &before);
      }
      yeoun_compose_again(&request, &scratch, &score);
      memset(&fresh, 0xA5, sizeof(fresh));
      memset(&other, 0x5A, sizeof(other));
      yeoun_compose(&request, &fresh, &other);
      expect_same(&score, &other, n);
      differ += score.notes != before.notes;
    }
  }
  ck_assert_int_gt(differ, WALK);
}
END_TEST

START_TEST(within_a_step_nothing_is_another)
{
  for (int n = _i; n < WALK; n += 4) {
    for (int i = 0; i < 40; ++i) {
      const struct yeoun_request one =
        request_of(n, 0.025f * (float)i, 0.013f * (float)(i * 3 % 40));
      const struct yeoun_request two =
        request_of(n, 0.025f * (float)i + 0.01f, 0.013f * (float)(i * 3 % 40));
      if (yeoun_request_sounds_equal(&one, &two)) {
        yeoun_compose(&one, &scratch, &score);
        yeoun_compose(&two, &scratch, &other);
        expect_same(&score, &other, n);
      }
    }
  }
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

/* The accompaniment begins some long slow forms alone, at every intensity and
   space; then the tune enters with its phrase. */
START_TEST(some_long_forms_have_a_prelude)
{
  int preludes = 0, forms = 0;
  for (int n = 0; n < 60 * WALK; ++n) {
    struct yeoun_request request = request_of(n, n % 2 ? 0.1f : 0.9f, 0.3f);
    request.bars = 32;
    if (n % YEOUN_POLES == YEOUN_COMIC || n % 12 > 1) {
      continue;
    }
    yeoun_compose(&request, &scratch, &score);
    const struct yeoun_plan *const plan = &scratch.plan;
    const int32_t end = plan->phrase[0].bars * plan->bar_ticks;
    int32_t first = score.length;
    unsigned sounding = 0;
    for (int i = 0; i < score.notes; ++i) {
      const struct yeoun_note *const note = &score.note[i];
      first = note->lane == YEOUN_LANE_MELODY && note->start < first
                ? note->start
                : first;
      sounding |= note->lane == YEOUN_LANE_CHORDS && note->start < end
                    ? 1u << note->start / plan->bar_ticks
                    : 0;
    }
    ++forms;
    if (first >= end) {
      ++preludes;
      ck_assert_msg(first < end + plan->bar_ticks, "%d: the tune is late", n);
      ck_assert_msg(sounding & 1, "%d: silence in place of a prelude", n);
    }
  }
  printf("# %d of %d long forms have a prelude\n", preludes, forms);
  ck_assert_int_gt(forms, 100);
  ck_assert_int_gt(20 * preludes, forms);
  ck_assert_int_lt(3 * preludes, forms);
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
  tcase_add_test(tests, some_long_forms_have_a_prelude);
  tcase_add_loop_test(
    tests, taking_away_again_gives_what_composing_gives, 0, 4);
  tcase_add_loop_test(tests, within_a_step_nothing_is_another, 0, 4);
  suite_add_tcase(suite, tests);
  return suite;
}
