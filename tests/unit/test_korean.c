// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The Korean layer: melodies keep their mode, and all that is played lies on
   the janggu's grid. */

#include "../report/music/subject.h"
#include "compose/compose.h"
#include "compose/scratch.h"
#include "music/key.h"
#include "music/palette.h"
#include "music/scale.h"
#include "suite.h"

enum { BARS = 16, VARIATIONS = 4 };

static struct subjects subjects;
static struct yeoun_compose_scratch scratch;
static struct yeoun_score score;

static void
set_up(void)
{
  ck_assert(subjects_read(THEMES, 2, BARS, &subjects));
}

/* The n-th of a walk through themes, moods and variations in the gugak palette.
 */
static void
compose(int n)
{
  struct yeoun_request request =
    subject_request(&subjects.subject[n % subjects.count],
                    BARS,
                    (unsigned)n % YEOUN_POLES,
                    1U + (unsigned)n % VARIATIONS,
                    0.35);
  request.palette = YEOUN_GUGAK;
  yeoun_compose(&request, &scratch, &score);
}

/* Gyemyeonjo over a minor key, pyeongjo and ujo over the others: five degrees,
   counted from the tonic. */
static uint16_t
mode_of(struct yeoun_key key)
{
  static const int minor[] = {0, 1, 2, 3, 4};
  static const int bright[] = {0, 1, 2, 4, 5};
  const int *const kept = yeoun_key_is_minor(key) ? minor : bright;
  const struct yeoun_scale scale = yeoun_scale_of_key(key);
  unsigned tones = 0;
  for (int i = 0; i < 5; ++i) {
    tones |= 1U << yeoun_pitch_class(yeoun_scale_pitch(&scale, kept[i]));
  }
  return (uint16_t)tones;
}

START_TEST(a_melody_keeps_the_tones_of_its_mode)
{
  int sung = 0;
  for (int n = 0; n < 3 * subjects.count; ++n) {
    const struct subject *const subject = &subjects.subject[n % subjects.count];
    if (subject->given.notes >= 2) {
      continue; /* a motif that was given keeps its notes */
    }
    compose(n);
    const uint16_t mode = mode_of(score.key);
    for (int i = 0; i < score.notes; ++i) {
      const struct yeoun_note *const note = &score.note[i];
      if (note->lane == YEOUN_LANE_MELODY) {
        ck_assert_msg(yeoun_tones_hold(mode, note->pitch),
                      "%s: key %d in bar %d is outside the mode",
                      subject->text,
                      note->pitch,
                      (int)(note->start / yeoun_bar_ticks(score.meter)) + 1);
        ++sung;
      }
    }
  }
  ck_assert_int_gt(sung, 1000);
}
END_TEST

START_TEST(all_lanes_lie_on_the_triplets_of_the_janggu)
{
  int inner[YEOUN_LANES] = {0};
  for (int n = 0; n < 3 * subjects.count; ++n) {
    compose(n);
    const int32_t third = yeoun_pulse_ticks(score.meter) / 3;
    for (int i = 0; i < score.notes; ++i) {
      const struct yeoun_note *const note = &score.note[i];
      if (note->lane != YEOUN_LANE_DRUMS) {
        ck_assert_msg(note->start % third == 0,
                      "%s: a note of lane %d at tick %d is off the grid",
                      subjects.subject[n % subjects.count].text,
                      note->lane,
                      (int)note->start);
        inner[note->lane] += note->start % (3 * third) != 0;
      }
    }
  }
  ck_assert_int_gt(inner[YEOUN_LANE_MELODY], 500);
}
END_TEST

START_TEST(a_lane_never_sounds_twice_at_once_for_the_grid)
{
  for (int n = 0; n < 3 * subjects.count; ++n) {
    compose(n);
    const struct yeoun_note *before = NULL;
    for (int i = 0; i < score.notes; ++i) {
      const struct yeoun_note *const note = &score.note[i];
      if (note->lane == YEOUN_LANE_MELODY) {
        ck_assert(!before || before->start + before->length <= note->start);
        before = note;
      }
    }
  }
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("korean");
  TCase *const tests = tcase_create("korean");
  tcase_set_timeout(tests, 60);
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_test(tests, a_melody_keeps_the_tones_of_its_mode);
  tcase_add_test(tests, all_lanes_lie_on_the_triplets_of_the_janggu);
  tcase_add_test(tests, a_lane_never_sounds_twice_at_once_for_the_grid);
  suite_add_tcase(suite, tests);
  return suite;
}
