// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The bass lane: it says the chords, and it moves. */

#include <stdlib.h>
#include <string.h>

#include "../report/music/subject.h"
#include "compose/compose.h"
#include "compose/scratch.h"
#include "music/scale.h"
#include "suite.h"

/* Too much for a stack. */
static struct yeoun_compose_scratch compose_scratch;

static struct subjects subjects;
static struct yeoun_score score, other;

static void
set_up(void)
{
  ck_assert(subjects_read(THEMES, 4, 8, &subjects));
}

static void
compose(int n, unsigned pole, unsigned take, struct yeoun_score *into)
{
  struct yeoun_request request = subject_request(
    &subjects.subject[n % subjects.count], 8, pole, 1 + (unsigned)n % 12, 0.35);
  request.take[YEOUN_LANE_BASS] = (uint8_t)take;
  yeoun_compose(&request, &compose_scratch, into);
}

/* The bass note that begins at a tick; NULL if none does. */
static const struct yeoun_note *
bass_at(const struct yeoun_score *of, int32_t tick)
{
  for (int i = 0; i < of->notes; ++i) {
    if (of->note[i].lane == YEOUN_LANE_BASS && of->note[i].start == tick) {
      return &of->note[i];
    }
  }
  return NULL;
}

/* The root, or a third or fifth that makes a line; but as it is written where a
   chord has another bass, and at the beginning. */
START_TEST(a_singing_bass_bears_every_chord)
{
  const unsigned pole = _i % 2 ? YEOUN_ROMANTIC : YEOUN_LYRICAL;
  int roots = 0;
  int all = 0;
  for (int n = 0; n < 60; ++n) {
    compose(n, pole, (unsigned)n % 4, &score);
    for (int s = 0; s < score.spans; ++s) {
      const struct yeoun_chord chord = score.span[s].chord;
      const struct yeoun_note *const note =
        bass_at(&score, score.span[s].start);
      if (!note) {
        continue;
      }
      const bool is_written = chord.bass != chord.root || s == 0;
      ck_assert(note->pitch % 12 == chord.bass ||
                (!is_written && yeoun_tones_hold(chord.tones, note->pitch)));
      roots += note->pitch % 12 == chord.bass;
      ++all;
    }
  }
  ck_assert_int_gt(all, 200);
  ck_assert_int_gt(10 * roots, 6 * all);
}
END_TEST

static unsigned
count_bass(const struct yeoun_score *of, bool only_short)
{
  unsigned count = 0;
  for (int i = 0; i < of->notes; ++i) {
    count +=
      of->note[i].lane == YEOUN_LANE_BASS &&
      (!only_short || of->note[i].articulation == YEOUN_ARTICULATION_STACCATO);
  }
  return count;
}

START_TEST(a_comic_bass_is_short)
{
  for (int n = 0; n < 40; ++n) {
    compose(n, YEOUN_COMIC, (unsigned)n % 3, &score);
    ck_assert_uint_eq(count_bass(&score, false), count_bass(&score, true));
  }
}
END_TEST

/* Of two takes in turn at least one differs, in what it plays or when. */
START_TEST(takes_are_other_basses)
{
  int same = 0;
  for (int n = 0; n < 60; ++n) {
    compose(n, (unsigned)n % YEOUN_POLES, 0, &score);
    compose(n, (unsigned)n % YEOUN_POLES, 1, &other);
    same +=
      score.notes == other.notes &&
      !memcmp(score.note, other.note, score.notes * sizeof(score.note[0]));
  }
  ck_assert_int_le(same, 6);
}
END_TEST

/* Many lines lead on: a last note a step from the bass that follows. */
START_TEST(basses_lead_to_the_next_chord)
{
  int led = 0;
  int changes = 0;
  for (int n = 0; n < 100; ++n) {
    compose(n, YEOUN_ROMANTIC, 0, &score);
    for (int s = 0; s + 1 < score.spans; ++s) {
      const int32_t next = score.span[s + 1].start;
      const struct yeoun_note *const to = bass_at(&score, next);
      const struct yeoun_note *const from = bass_at(&score, next - YEOUN_BEAT);
      if (to && score.span[s].length >= 2 * YEOUN_BEAT) {
        ++changes;
        led +=
          from && from->pitch != to->pitch && abs(from->pitch - to->pitch) <= 2;
      }
    }
  }
  ck_assert_int_gt(led, changes / 8);
}
END_TEST

/* The bass note that sounds at a tick. */
static const struct yeoun_note *
bass_over(const struct yeoun_score *of, int32_t tick)
{
  for (int i = 0; i < of->notes; ++i) {
    const struct yeoun_note *const note = &of->note[i];
    if (note->lane == YEOUN_LANE_BASS && note->start <= tick &&
        note->start + note->length > tick) {
      return note;
    }
  }
  return NULL;
}

/* A step below the bass that follows, or above it where the line comes down. */
START_TEST(a_leading_bass_comes_from_the_side_that_it_goes_on_from)
{
  int right = 0;
  int led = 0;
  for (int n = 0; n < 200; ++n) {
    compose(n, YEOUN_LYRICAL, 0, &score);
    for (int s = 0; s + 1 < score.spans; ++s) {
      const int32_t next = score.span[s + 1].start;
      const struct yeoun_note *const root =
        bass_at(&score, score.span[s].start);
      const struct yeoun_note *const to = bass_at(&score, next);
      const struct yeoun_note *const from = bass_over(&score, next - 1);
      if (root && from && to && from != root && from->pitch != root->pitch &&
          to->pitch != root->pitch && from->pitch != to->pitch &&
          abs(from->pitch - to->pitch) <= 2) {
        ++led;
        right += (to->pitch > root->pitch) == (from->pitch < to->pitch);
      }
    }
  }
  ck_assert_int_gt(led, 50);
  ck_assert_msg(10 * right >= 7 * led, "%d of %d", right, led);
}
END_TEST

/* Root on the first beat, fifth on the third. */
START_TEST(an_um_pah_begins_on_the_root)
{
  int first[2] = {0};
  int third[2] = {0};
  for (int n = 0; n < 200; ++n) {
    compose(n, YEOUN_COMIC, 0, &score);
    for (int s = 0; s < score.spans; ++s) {
      const struct yeoun_span *const span = &score.span[s];
      const struct yeoun_note *const um = bass_at(&score, span->start);
      const struct yeoun_note *const pah =
        bass_at(&score, span->start + 2 * YEOUN_BEAT);
      if (span->length != 4 * YEOUN_BEAT ||
          span->chord.bass != span->chord.root || !um || !pah ||
          um->pitch % 12 == pah->pitch % 12) {
        continue;
      }
      ++first[um->pitch % 12 == span->chord.root];
      ++third[pah->pitch % 12 == (span->chord.root + 7) % 12];
    }
  }
  ck_assert_int_gt(first[1], 30);
  ck_assert_int_gt(first[1], 3 * first[0]);
  ck_assert_int_gt(third[1], third[0]);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("bass");
  TCase *const tests = tcase_create("bass");
  tcase_set_timeout(tests, 60);
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_loop_test(tests, a_singing_bass_bears_every_chord, 0, 2);
  tcase_add_test(tests, a_comic_bass_is_short);
  tcase_add_test(tests, takes_are_other_basses);
  tcase_add_test(tests, basses_lead_to_the_next_chord);
  tcase_add_test(tests,
                 a_leading_bass_comes_from_the_side_that_it_goes_on_from);
  tcase_add_test(tests, an_um_pah_begins_on_the_root);
  suite_add_tcase(suite, tests);
  return suite;
}
