// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The loops of real songs, with the rhythm of their chords: what composers will
   be handed. */

#include <math.h>

#include "../report/music/likeness.h"
#include "../report/music/subject.h"
#include "compose/compose.h"
#include "music/palette.h"
#include "suite.h"

enum { BARS = 16, LEAST = 150 };

static struct subjects subjects;
static struct yeoun_score score;
static struct tune tune;

static void
set_up(void)
{
  ck_assert(subjects_read(LOOPS, 1, BARS, &subjects));
  ck_assert_int_gt(subjects.count, LEAST);
}

START_TEST(every_loop_is_stated_in_its_own_rhythm)
{
  for (int s = 0; s < subjects.count; ++s) {
    const struct subject *const subject = &subjects.subject[s];
    const struct yeoun_theme *const theme = &subject->given;
    subject_compose(subject, BARS, YEOUN_LYRICAL, 0, 0, &score);
    int32_t total = 0;
    for (int c = 0; c < theme->chords; ++c) {
      ck_assert_int_eq(score.span[c].slot, c);
      ck_assert_int_eq(score.span[c].chord.root, theme->chord[c].root);
      total += theme->length[c];
    }
    /* All but the last, which may be held until the bar is full. */
    const int32_t bar = 4 * YEOUN_BEAT;
    for (int c = 0; c + 1 < theme->chords && total <= BARS * bar; ++c) {
      ck_assert_msg(score.span[c].length == theme->length[c],
                    "%s: chord %d lasts %d",
                    subject->text,
                    c + 1,
                    score.span[c].length);
    }
  }
}
END_TEST

/* Windows of four bars in which the motif is heard, of all loops in a mood. */
START_TEST(every_loop_is_known_by_its_motif_and_its_chords)
{
  static const double distances[] = {0.15, 0.3, 0.6};
  static const double motifs[] = {0.9, 0.9, 0.8};
  static const double skeletons[] = {0.8, 0.75, 0.5};
  const unsigned pole = (unsigned)_i % YEOUN_POLES;
  const int d = _i / YEOUN_POLES;
  double heard = 0;
  double kept = 0;
  for (int s = 0; s < subjects.count; ++s) {
    const struct subject *const subject = &subjects.subject[s];
    double mean = 0;
    subject_compose(
      subject, BARS, pole, 1 + (unsigned)s % 20, distances[d], &score);
    tune_take(&score, YEOUN_LANE_MELODY, &tune);
    heard += likeness_trace(&subject->motif, &tune, 0.8, &mean);
    kept += likeness_skeleton(&score, &subject->theme);
  }
  ck_assert_double_ge(heard / subjects.count, motifs[d]);
  ck_assert_double_ge(kept / subjects.count, skeletons[d]);
}
END_TEST

START_TEST(every_loop_is_told_from_the_others)
{
  static struct yeoun_score own, others;
  static struct tune of_own, of_others;
  int found = 0;
  int pairs = 0;
  for (int s = 0; s < subjects.count; ++s) {
    const struct subject *const subject = &subjects.subject[s];
    const struct subject *const other =
      &subjects.subject[(s + 37) % subjects.count];
    const unsigned pole = (unsigned)s % YEOUN_POLES;
    subject_compose(subject, BARS, pole, 3, 0.35, &own);
    subject_compose(other, BARS, pole, 3, 0.35, &others);
    tune_take(&own, YEOUN_LANE_MELODY, &of_own);
    tune_take(&others, YEOUN_LANE_MELODY, &of_others);
    ++pairs;
    found += likeness_roots(&own, &subject->theme) +
               likeness_motif(&subject->motif, &of_own) >
             likeness_roots(&others, &subject->theme) +
               likeness_motif(&subject->motif, &of_others);
  }
  ck_assert_int_ge(found, pairs * 9 / 10);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("loops");
  TCase *const tests = tcase_create("loops");
  tcase_set_timeout(tests, 120);
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_test(tests, every_loop_is_stated_in_its_own_rhythm);
  tcase_add_loop_test(
    tests, every_loop_is_known_by_its_motif_and_its_chords, 0, 9);
  tcase_add_test(tests, every_loop_is_told_from_the_others);
  suite_add_tcase(suite, tests);
  return suite;
}
