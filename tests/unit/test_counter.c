// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The second voice: where it answers, where it is silent. */

#include "suite.h"
#include "walk.h"

enum { WALK = 200 };

static void
set_up(void)
{
  walk_open(2);
}

static void
compose(int n, unsigned variation, unsigned pole, unsigned take)
{
  struct yeoun_request request = walk_request(n, pole, variation, 0.5);
  request.mood.intensity = 0.9f;
  request.take[YEOUN_LANE_COUNTER] = (uint8_t)take;
  walk_compose(&request);
}

static bool
is_in(const struct yeoun_note *note, const struct yeoun_phrase_plan *phrase)
{
  const int32_t bar = scratch.plan.bar_ticks;
  return note->lane == YEOUN_LANE_COUNTER && note->start >= phrase->bar * bar &&
         note->start < (phrase->bar + phrase->bars) * bar;
}

START_TEST(
  a_comic_voice_answers_at_the_end_of_phrases_and_the_tune_has_the_last)
{
  int answers = 0;
  for (int n = 0; n < WALK; ++n) {
    compose(n, 1U + (unsigned)n % 30, YEOUN_COMIC, 0);
    for (int p = 0; p < scratch.plan.phrases; ++p) {
      const struct yeoun_phrase_plan *const phrase = &scratch.plan.phrase[p];
      const int32_t end = (phrase->bar + phrase->bars) * scratch.plan.bar_ticks;
      for (int i = 0; i < score.notes; ++i) {
        const struct yeoun_note *const note = &score.note[i];
        if (is_in(note, phrase) &&
            scratch.plan.pole_of_bar[phrase->bar] == YEOUN_COMIC) {
          ck_assert(!phrase->is_last);
          ck_assert_int_ge(note->start, end - 8 * 2 * YEOUN_SLOT);
          ck_assert_uint_eq(note->articulation, YEOUN_ARTICULATION_STACCATO);
          ++answers;
        }
      }
    }
  }
  ck_assert_int_gt(answers, 30);
}
END_TEST

/* Up, or by a leap, the last chord would be left without the tone that was
   awaited. */
START_TEST(what_is_suspended_over_the_last_chord_falls_into_it)
{
  int suspended = 0;
  int falls = 0;
  for (int n = 0; n < 3 * WALK; ++n) {
    compose(
      n, 1U + (unsigned)n % 40, n % 2 ? YEOUN_ROMANTIC : YEOUN_LYRICAL, 0);
    const struct yeoun_span *const last = &score.span[score.spans - 1];
    for (int i = 0; i < score.notes; ++i) {
      const struct yeoun_note *const note = &score.note[i];
      const int32_t end = note->start + note->length;
      if (note->lane != YEOUN_LANE_COUNTER || end <= last->start ||
          yeoun_tones_hold(last->chord.tones, note->pitch)) {
        continue;
      }
      int j = i + 1;
      while (j < score.notes && score.note[j].lane != YEOUN_LANE_COUNTER) {
        ++j;
      }
      const int down = j < score.notes ? note->pitch - score.note[j].pitch : 0;
      ++suspended;
      falls += down == 1 || down == 2;
    }
  }
  ck_assert_int_gt(suspended, 5);
  ck_assert_msg(20 * falls >= 19 * suspended, "%d of %d", falls, suspended);
}
END_TEST

/* Breath on the first pulse of a phrase, which the tune begins alone. */
START_TEST(a_singing_voice_lets_the_tune_begin)
{
  int begun = 0;
  int phrases = 0;
  for (int n = 0; n < WALK; ++n) {
    compose(n, 1U + (unsigned)n % 30, YEOUN_LYRICAL, 2);
    for (int p = 0; p < scratch.plan.phrases; ++p) {
      const struct yeoun_phrase_plan *const phrase = &scratch.plan.phrase[p];
      const int32_t begin = phrase->bar * scratch.plan.bar_ticks;
      bool sings = false;
      bool begins = false;
      for (int i = 0; i < score.notes; ++i) {
        const struct yeoun_note *const note = &score.note[i];
        const bool is_own = is_in(note, phrase);
        sings |= is_own;
        begins |= is_own && note->start == begin;
      }
      phrases += sings;
      begun += begins;
    }
  }
  ck_assert_int_gt(phrases, WALK / 4);
  ck_assert_int_lt(2 * begun, phrases);
}
END_TEST

/* What is held into a chord belongs to it. */
START_TEST(a_voice_that_is_held_over_a_change_of_chord_is_of_both)
{
  int over = 0;
  int foreign = 0;
  for (int n = 0; n < WALK; ++n) {
    compose(n, 1U + (unsigned)n % 30, YEOUN_LYRICAL, 0);
    for (int i = 0; i < score.notes; ++i) {
      const struct yeoun_note *const note = &score.note[i];
      const int32_t end = note->start + note->length;
      for (int s = 0; s < score.spans && note->lane == YEOUN_LANE_COUNTER;
           ++s) {
        const struct yeoun_span *const span = &score.span[s];
        if (note->start < span->start && end >= span->start + YEOUN_BEAT) {
          ++over;
          foreign += !yeoun_tones_hold(span->chord.tones, note->pitch);
        }
      }
    }
  }
  ck_assert_int_gt(over, 20);
  ck_assert_msg(10 * foreign < over, "%d of %d", foreign, over);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("counter");
  TCase *const tests = tcase_create("counter");
  tcase_set_timeout(tests, 60);
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_test(
    tests,
    a_comic_voice_answers_at_the_end_of_phrases_and_the_tune_has_the_last);
  tcase_add_test(tests, a_singing_voice_lets_the_tune_begin);
  tcase_add_test(tests, what_is_suspended_over_the_last_chord_falls_into_it);
  tcase_add_test(tests, a_voice_that_is_held_over_a_change_of_chord_is_of_both);
  suite_add_tcase(suite, tests);
  return suite;
}
