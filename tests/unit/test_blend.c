// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Blends of moods: made of bars of the moods they blend, more of each the more
   it weighs. */

#include <string.h>

#include "compose/compose.h"
#include "compose/plan/plan.h"
#include "compose/scratch.h"
#include "music/theme.h"
#include "suite.h"

/* Too much for a stack. */
static struct yeoun_compose_scratch compose_scratch;

enum { BARS = 16, STEPS = 10 };

static const char *const themes[] =
  {"Am F C", "C G Am", "Dm7 G7 Cmaj7", "e g a", "Cm Ab", "C/E F G", "E5 G5 A5"};

enum { THEMES = sizeof(themes) / sizeof(themes[0]) };

static struct yeoun_score pure[YEOUN_POLES], blend;

static void
compose(const char *theme,
        const float weight[YEOUN_POLES],
        unsigned variation,
        struct yeoun_score *score)
{
  const float trim[YEOUN_TRIMS] = {0};
  struct yeoun_request request = {
    .mood = yeoun_mood_blend(weight, trim, 0.5f, 0.3f),
    .distance = 0.35f,
    .variation = (uint16_t)variation,
    .bars = BARS,
    .palette = 1,
  };
  ck_assert(!yeoun_theme_read(theme, &request.theme).status);
  yeoun_compose(&request, &compose_scratch, score);
}

/* Onsets of the melody in a bar, graces and jokes left out, folded into one
   octave: a bar may move by octaves to lie on another instrument. */
static uint64_t
bar_of(const struct yeoun_score *score, int bar)
{
  const int32_t length = yeoun_bar_ticks(score->meter);
  uint64_t sum = 0;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    if (note->lane == YEOUN_LANE_MELODY &&
        note->articulation != YEOUN_ARTICULATION_GRACE &&
        !(note->marks & YEOUN_MARK_JOKE) && note->start / length == bar) {
      sum = sum * 1000003 + (uint64_t)(note->start % length) * 12 +
            note->pitch % 12;
    }
  }
  return sum;
}

/* Bars of the blend that are those of a pure mood. */
static int
count_bars(const struct yeoun_score *of)
{
  int bars = 0;
  for (int bar = 0; bar < BARS; ++bar) {
    bars += bar_of(&blend, bar) == bar_of(of, bar);
  }
  return bars;
}

static void
compose_pure(const char *theme)
{
  for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
    float weight[YEOUN_POLES] = {0};
    weight[pole] = 1;
    compose(theme, weight, 2, &pure[pole]);
  }
}

START_TEST(every_bar_of_a_blend_is_a_bar_of_one_of_its_moods)
{
  compose_pure(themes[_i]);
  const float weight[YEOUN_POLES] = {0.4f, 0.35f, 0.25f};
  compose(themes[_i], weight, 2, &blend);
  int strange = 0;
  for (int bar = 0; bar < BARS; ++bar) {
    const uint64_t own = bar_of(&blend, bar);
    strange += own != bar_of(&pure[0], bar) && own != bar_of(&pure[1], bar) &&
               own != bar_of(&pure[2], bar);
  }
  /* A note that lasts into a bar of another mood ends there, and jokes are told
     where the last bar of a phrase is comic. */
  ck_assert_int_le(strange, 2);
}
END_TEST

START_TEST(a_mood_has_more_bars_the_more_it_weighs)
{
  compose_pure(themes[_i]);
  int before = -1;
  for (int step = 0; step <= STEPS; ++step) {
    const float weight[YEOUN_POLES] = {
      1 - (float)step / STEPS, 0, (float)step / STEPS};
    compose(themes[_i], weight, 2, &blend);
    const int bars = count_bars(&pure[YEOUN_COMIC]);
    ck_assert_int_ge(bars, before - 1);
    before = bars > before ? bars : before;
  }
  ck_assert_int_eq(before, BARS);
}
END_TEST

START_TEST(chords_of_a_blend_fill_the_form_and_change_where_they_are_cut)
{
  for (unsigned variation = 1; variation < 12; ++variation) {
    const float weight[YEOUN_POLES] = {0.3f, 0.5f, 0.2f};
    compose(themes[_i], weight, variation, &blend);
    int32_t at = 0;
    for (int s = 0; s < blend.spans; ++s) {
      const struct yeoun_span *const span = &blend.span[s];
      const struct yeoun_span *const next = span + 1;
      ck_assert_int_eq(span->start, at);
      at += span->length;
      ck_assert(s + 1 == blend.spans || span->slot != next->slot ||
                span->is_substitute != next->is_substitute ||
                span->chord.root != next->chord.root ||
                span->chord.type != next->chord.type ||
                span->chord.bass != next->chord.bass);
    }
    ck_assert_int_eq(at, blend.length);
  }
}
END_TEST

/* A suspension is prepared by the same pitch, also where bars of two moods
   meet. */
START_TEST(suspensions_of_a_blend_are_prepared)
{
  for (unsigned variation = 1; variation < 30; ++variation) {
    const float weight[YEOUN_POLES] = {0.3f, 0.6f, 0.1f};
    compose(themes[_i], weight, variation, &blend);
    const struct yeoun_note *before = NULL;
    for (int i = 0; i < blend.notes; ++i) {
      const struct yeoun_note *const note = &blend.note[i];
      if (note->lane != YEOUN_LANE_MELODY ||
          note->articulation == YEOUN_ARTICULATION_GRACE) {
        continue;
      }
      if (note->marks & YEOUN_MARK_SUSPENSION) {
        ck_assert_ptr_nonnull(before);
        ck_assert_int_eq(note->pitch, before->pitch);
        ck_assert_int_eq(note->start, before->start + before->length);
      }
      before = note;
    }
  }
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("blend");
  TCase *const tests = tcase_create("blend");
  tcase_set_timeout(tests, 60);
  tcase_add_loop_test(
    tests, every_bar_of_a_blend_is_a_bar_of_one_of_its_moods, 0, THEMES);
  tcase_add_loop_test(
    tests, a_mood_has_more_bars_the_more_it_weighs, 0, THEMES);
  tcase_add_loop_test(
    tests,
    chords_of_a_blend_fill_the_form_and_change_where_they_are_cut,
    0,
    THEMES);
  tcase_add_loop_test(tests, suspensions_of_a_blend_are_prepared, 0, THEMES);
  suite_add_tcase(suite, tests);
  return suite;
}
