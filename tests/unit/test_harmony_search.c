// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The chords of variations, over all themes: how many are the theme's own, how
   they return, how little a small trim changes. */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "harmonies.h"

static void
set_up(void)
{
  harmonies_read(THEMES);
}

/* Whether a chord is the theme's at that place: its root, and no other third
   (a suspension has none yet). */
static bool
is_own(const struct yeoun_span *span, const struct yeoun_span *own)
{
  const int third = third_of(span->chord);
  return span->slot == own->slot && span->chord.root == own->chord.root &&
         (third == third_of(own->chord) || third == 0);
}

/* Twelve points a bar, as sets of variations were compared. */
static double
share_kept(int first_bar, int bars)
{
  int kept = 0;
  for (int point = 0; point < 12 * bars; ++point) {
    const int32_t tick = first_bar * plan.bar_ticks +
                         (int32_t)((int64_t)point * plan.bar_ticks / 12);
    kept += is_own(yeoun_harmony_at(&score, tick),
                   yeoun_harmony_at(&statement, tick));
  }
  return kept / (12.0 * bars);
}

static int
compare(const void *a, const void *b)
{
  const double x = *(const double *)a;
  const double y = *(const double *)b;
  return (x > y) - (x < y);
}

static const float distances[] = {0.0f, 0.15f, 0.35f, 0.6f, 1.0f};
static const double asked_shares[] = {1.0, 0.88, 0.74, 0.53, 0.3};

START_TEST(the_theme_keeps_its_places_as_far_as_the_distance_says)
{
  static double shares[DRAWS];
  const unsigned pole = (unsigned)_i / 5;
  const int d = _i % 5;
  int draws = 0;
  double sum = 0;
  for (int t = 0; t < count; ++t) {
    for (unsigned v = 1; v <= VARIATIONS; ++v) {
      harmonise(&themes[t], pole, v + (unsigned)t, distances[d], 0.0f);
      if (!is_minore()) {
        sum += shares[draws++] = share_kept(0, BARS);
      }
    }
  }
  qsort(shares, (size_t)draws, sizeof(shares[0]), compare);
  printf(
    "# pole %u distance %.2f: median %.3f quartiles %.3f %.3f mean %.3f of "
    "%d\n",
    pole,
    (double)distances[d],
    shares[draws / 2],
    shares[draws / 4],
    shares[3 * draws / 4],
    sum / draws,
    draws);
  ck_assert_int_gt(draws, 200);
  ck_assert_double_le(shares[draws / 2] - asked_shares[d], 0.06);
  ck_assert_double_ge(shares[draws / 2] - asked_shares[d], -0.06);
}
END_TEST

START_TEST(the_approach_is_varied_and_the_goal_kept)
{
  double kept[3] = {0};
  int all = 0;
  for (int t = 0; t < count; ++t) {
    for (unsigned v = 1; v <= VARIATIONS; ++v) {
      asked =
        request_of(&themes[t], (unsigned)_i, v + (unsigned)t, 0.35f, 0.0f);
      asked.bars = 16;
      harmonise_asked((unsigned)_i);
      /* The last phrase goes home at its end, whatever the theme does. */
      for (int p = 0; p + 1 < plan.phrases && !is_minore(); ++p) {
        const struct yeoun_phrase_plan *const phrase = &plan.phrase[p];
        kept[0] += share_kept(phrase->bar, 1);
        kept[1] += share_kept(phrase->bar + phrase->bars - 2, 1);
        kept[2] += share_kept(phrase->bar + phrase->bars - 1, 1);
        ++all;
      }
    }
  }
  printf("# pole %d first %.3f last but one %.3f last %.3f\n",
         _i,
         kept[0] / all,
         kept[1] / all,
         kept[2] / all);
  static const double of_sets[] = {0.85, 0.6, 0.93};
  for (int i = 0; i < 3; ++i) {
    ck_assert_double_le(kept[i] / all - of_sets[i], 0.08);
    ck_assert_double_ge(kept[i] / all - of_sets[i], -0.08);
  }
}
END_TEST

/* Chords that begin in a bar, however they are dressed. */
static int
chords_in(const struct yeoun_score *of, int bar)
{
  int chords = 0;
  int root = -1;
  for (int s = 0; s < of->spans; ++s) {
    const struct yeoun_span *const span = &of->span[s];
    const bool begins = span->start >= bar * plan.bar_ticks &&
                        span->start < (bar + 1) * plan.bar_ticks;
    chords += begins && span->chord.root != root;
    root = span->chord.root;
  }
  return chords;
}

START_TEST(most_bars_keep_their_number_of_chords)
{
  int same = 0, more = 0, all = 0;
  for (int t = 0; t < count; ++t) {
    for (unsigned v = 1; v <= VARIATIONS; ++v) {
      harmonise(&themes[t], (unsigned)_i, v + (unsigned)t, 0.35f, 0.0f);
      /* The last bar closes, whatever the theme has there. */
      for (int bar = 0; bar < BARS - 1; ++bar) {
        const int own = chords_in(&statement, bar);
        const int now = chords_in(&score, bar);
        same += now == own;
        more += now > own;
        ++all;
      }
    }
  }
  printf("# pole %d bars that keep the number of chords %.3f, more %.3f\n",
         _i,
         (double)same / all,
         (double)more / all);
  ck_assert_double_ge((double)same / all, 0.72);
  ck_assert_double_le((double)same / all, 0.88);
}
END_TEST

/* Share of the time in which two trims of one variation have the same root. */
START_TEST(a_small_trim_changes_little)
{
  static struct yeoun_score other;
  double same = 0;
  int all = 0;
  for (int t = 0; t < count; ++t) {
    harmonise(&themes[t], (unsigned)_i, 1 + (unsigned)t % 20, 0.35f, 0.0f);
    other = score;
    harmonise(&themes[t], (unsigned)_i, 1 + (unsigned)t % 20, 0.35f, 0.1f);
    for (int32_t tick = 0; tick < score.length; tick += YEOUN_BEAT / 4) {
      same += yeoun_harmony_at(&score, tick)->chord.root ==
              yeoun_harmony_at(&other, tick)->chord.root;
      ++all;
    }
  }
  printf("# pole %d: a trim of .1 keeps %.3f of the roots\n", _i, same / all);
  ck_assert_double_ge(same / all, 0.95);
}
END_TEST

START_TEST(phrases_that_recall_another_have_its_chords)
{
  int compared = 0;
  for (int t = 0; t < count; ++t) {
    asked =
      request_of(&themes[t], (unsigned)_i, 1 + (unsigned)t % 30, 0.5f, 0.0f);
    asked.bars = 16;
    yeoun_plan_make(&asked, &plan);
    score.length = plan.bars * plan.bar_ticks;
    yeoun_harmony_write(&plan, (unsigned)_i, &score, &harmony);
    for (int p = 0; p < plan.phrases; ++p) {
      const struct yeoun_phrase_plan *const phrase = &plan.phrase[p];
      if (phrase->recall != YEOUN_RECALL_EXACT) {
        continue;
      }
      const int32_t from = phrase->bar * plan.bar_ticks;
      const int32_t back =
        from - plan.phrase[phrase->model].bar * plan.bar_ticks;
      /* All but the last bar, whose end leads to what follows, and the way to
         the form's close. */
      const int bars = phrase->bars - (phrase->is_last ? 2 : 1);
      for (int32_t at = 0; at < bars * plan.bar_ticks; at += YEOUN_BEAT / 2) {
        const struct yeoun_span *const now =
          yeoun_harmony_at(&score, from + at);
        const struct yeoun_span *const then =
          yeoun_harmony_at(&score, from + at - back);
        const bool differs =
          now->slot == then->slot && now->chord.root != then->chord.root;
        ck_assert_msg(!differs, "%s: phrase %d", names[t], p);
        ++compared;
      }
    }
  }
  ck_assert_int_gt(compared, 100);
}
END_TEST

START_TEST(it_is_quick)
{
  const clock_t begun = clock();
  int runs = 0;
  for (int t = 0; t < count; ++t) {
    for (unsigned v = 1; v <= VARIATIONS; ++v, ++runs) {
      asked = request_of(&themes[t], YEOUN_ROMANTIC, v, 0.6f, 0.0f);
      asked.bars = 32;
      yeoun_plan_make(&asked, &plan);
      score.length = plan.bars * plan.bar_ticks;
      yeoun_harmony_write(&plan, YEOUN_ROMANTIC, &score, &harmony);
    }
  }
  printf("# plan and harmony of 32 bars: %.0f us\n",
         1e6 * (double)(clock() - begun) / CLOCKS_PER_SEC / runs);
  ck_assert_int_gt(runs, 0);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("harmony_search");
  TCase *const chords = tcase_create("chords");
  tcase_set_timeout(chords, 60);
  tcase_add_checked_fixture(chords, set_up, NULL);
  tcase_add_loop_test(chords,
                      the_theme_keeps_its_places_as_far_as_the_distance_says,
                      0,
                      5 * YEOUN_POLES);
  tcase_add_loop_test(
    chords, the_approach_is_varied_and_the_goal_kept, 0, YEOUN_POLES);
  tcase_add_loop_test(
    chords, most_bars_keep_their_number_of_chords, 0, YEOUN_POLES);
  tcase_add_loop_test(chords, a_small_trim_changes_little, 0, YEOUN_POLES);
  tcase_add_loop_test(
    chords, phrases_that_recall_another_have_its_chords, 0, YEOUN_POLES);
  tcase_add_test(chords, it_is_quick);
  suite_add_tcase(suite, chords);
  return suite;
}
