// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What the counted melodies say comes out again as expectation. */

#include <string.h>

#include "compose/melody/expectation.h"
#include "suite.h"
#include "tunes.h"

static double
probability(int cost)
{
  double p = 1;
  for (; cost >= 16; cost -= 16) {
    p /= 2;
  }
  for (; cost > 0; --cost) {
    p *= 0.957603280698574; /* 2^(-1/16) */
  }
  return p;
}

/* C major, the middle at F4, come from a note by a move, no chord known. */
static struct yeoun_expectation_context
context_after(int pitch, int move)
{
  struct yeoun_expectation_context context;
  memset(&context, 0, sizeof(context));
  context.median = 65;
  context.place = YEOUN_EXPECT_INSIDE;
  context.notes = 2;
  context.last[0] = (uint8_t)pitch;
  context.last[1] = (uint8_t)(pitch - move);
  context.weight = 2;
  context.weight_to = 2;
  context.was_chord_tone = true;
  return context;
}

/* Share of the moves from..to in a context. */
static double
share(const struct yeoun_expectation_context *context, int from, int to)
{
  const struct yeoun_expectation look = yeoun_expectation_look(context);
  double sum = 0;
  for (int move = from; move <= to; ++move) {
    sum += probability(yeoun_expectation_of(&look, look.base + move));
  }
  return sum;
}

START_TEST(what_may_follow_sums_to_one)
{
  struct yeoun_expectation_context context = context_after(64, 2);
  for (int n = 0; n < 20000; ++n) {
    /* Any numbers: a prime walk through the contexts. */
    const unsigned x = (unsigned)n * 7919u;
    context.is_minor = x & 1u;
    context.tonic = (uint8_t)(x / 2 % 12);
    context.place = (uint8_t)(x / 24 % 5);
    context.notes = (uint8_t)(x / 120 % 5);
    for (int i = 0; i < 4; ++i) {
      context.last[i] = (uint8_t)(48 + (x / (7u * (unsigned)i + 3)) % 40);
    }
    context.weight = (uint8_t)(x / 3 % 4);
    context.weight_to = (uint8_t)(x / 11 % 4);
    context.was_chord_tone = x / 13 % 3 != 0;
    const struct yeoun_chord chord =
      yeoun_chord_make(x / 17 % 12, x / 19 % YEOUN_CHORD_TYPES, 0);
    context.tones = x % 5 == 0 ? 0 : chord.tones;
    context.root = chord.root;
    const double sum = share(&context, -50, 50);
    ck_assert_msg(sum > 0.94 && sum < 1.06, "%d: %g", n, sum);
  }
}
END_TEST

/* melody.md, fact 1: steps half of all moves, a fifth repeats. Averaged over
   the scale and the way it was come to. */
START_TEST(half_of_all_moves_are_steps)
{
  static const int scale[] = {60, 62, 64, 65, 67, 69, 71};
  static const int moves[] = {0, 2, -2, -1, 1, 3, -3, -4, 5};
  double steps = 0;
  double repeats = 0;
  double large = 0;
  double down = 0;
  int contexts = 0;
  for (int i = 0; i < 7; ++i) {
    for (int j = 0; j < 9; ++j, ++contexts) {
      const struct yeoun_expectation_context context =
        context_after(scale[i], moves[j]);
      steps += share(&context, -2, -1) + share(&context, 1, 2);
      down += share(&context, -2, -1);
      repeats += share(&context, 0, 0);
      large += share(&context, 8, 12) + share(&context, -12, -8);
    }
  }
  ck_assert_double_ge(steps / contexts, 0.42);
  ck_assert_double_le(steps / contexts, 0.62);
  ck_assert_double_ge(repeats / contexts, 0.10);
  ck_assert_double_le(repeats / contexts, 0.30);
  ck_assert_double_le(large / contexts, 0.06);
  /* Steps fall more than they rise (fact 2). */
  ck_assert_double_gt(down, steps / 2);
}
END_TEST

/* Fact 2: after a step down the next move falls in 56 %. */
START_TEST(a_step_goes_on)
{
  const struct yeoun_expectation_context falling = context_after(65, -2);
  const struct yeoun_expectation_context rising = context_after(65, 1);
  ck_assert_double_gt(share(&falling, -12, -1), share(&falling, 1, 12) * 1.5);
  ck_assert_double_gt(share(&falling, -12, -1) / share(&falling, 1, 12),
                      share(&rising, -12, -1) / share(&rising, 1, 12));
}
END_TEST

/* Fact 3: it is the register that pulls, not the leap: away from the middle 69
   turn and 10 go on, towards it 37 and 35. */
START_TEST(a_leap_away_from_the_middle_turns_and_one_towards_it_may_go_on)
{
  const struct yeoun_expectation_context away = context_after(76, 7);
  const struct yeoun_expectation_context towards = context_after(60, 7);
  ck_assert_double_gt(share(&away, -13, -1), 0.6);
  ck_assert_double_lt(share(&away, 1, 13), 0.15);
  ck_assert_double_lt(share(&towards, -13, -1), 0.45);
  ck_assert_double_gt(share(&towards, 1, 13), 0.22);
}
END_TEST

/* Fact 6: a foreign note leans on the next below or above. */
START_TEST(a_foreign_note_on_the_beat_resolves_by_step)
{
  struct yeoun_expectation_context context = context_after(65, 5);
  context.weight = 0;
  context.was_chord_tone = false;
  const struct yeoun_chord chord = yeoun_chord_make(0, YEOUN_CHORD_MAJ, 0);
  context.tones = chord.tones;
  context.root = chord.root;
  ck_assert_double_gt(share(&context, -2, -1) + share(&context, 1, 2), 0.75);
  ck_assert_double_gt(share(&context, -2, -1), share(&context, 1, 2));
}
END_TEST

START_TEST(a_chord_tone_is_expected_on_the_beat)
{
  struct yeoun_expectation_context context = context_after(65, 1);
  const struct yeoun_chord chord = yeoun_chord_make(0, YEOUN_CHORD_MAJ, 0);
  context.tones = chord.tones;
  context.root = chord.root;
  context.weight_to = 0;
  const int on =
    yeoun_expectation_cost(&context, 67) - yeoun_expectation_cost(&context, 69);
  context.weight_to = 3;
  const int off =
    yeoun_expectation_cost(&context, 67) - yeoun_expectation_cost(&context, 69);
  ck_assert_int_lt(on, off);
}
END_TEST

/* Fact 9: the last note of all is the tonic in 72 to 88 %, inside 21. */
START_TEST(the_end_closes_and_phrases_inside_stay_open)
{
  struct yeoun_expectation_context context = context_after(62, -2);
  const struct yeoun_chord chord = yeoun_chord_make(0, YEOUN_CHORD_MAJ, 0);
  context.tones = chord.tones;
  context.root = chord.root;
  context.weight_to = 0;
  context.place = YEOUN_EXPECT_FINAL;
  const int final = yeoun_expectation_cost(&context, 60);
  ck_assert_int_lt(final, 8);
  context.place = YEOUN_EXPECT_LAST;
  ck_assert_int_gt(yeoun_expectation_cost(&context, 60), final);
}
END_TEST

START_TEST(minor_expects_its_own_third)
{
  struct yeoun_expectation_context context = context_after(62, 2);
  ck_assert_int_lt(yeoun_expectation_cost(&context, 64),
                   yeoun_expectation_cost(&context, 63));
  context.is_minor = true;
  ck_assert_int_gt(yeoun_expectation_cost(&context, 64),
                   yeoun_expectation_cost(&context, 63));
}
END_TEST

START_TEST(a_key_is_a_key_wherever_it_lies)
{
  struct yeoun_expectation_context context = context_after(64, -1);
  const struct yeoun_expectation here = yeoun_expectation_look(&context);
  context.tonic = 9;
  context.median = (uint8_t)(context.median - 3);
  context.last[0] = (uint8_t)(context.last[0] - 3);
  context.last[1] = (uint8_t)(context.last[1] - 3);
  const struct yeoun_expectation there = yeoun_expectation_look(&context);
  ck_assert_mem_eq(here.cost, there.cost, sizeof(here.cost));
}
END_TEST

/* Any numbers, the same each time. */
static unsigned
draw(unsigned *state, unsigned below)
{
  *state = *state * 1664525u + 1013904223u;
  return (*state >> 8) % below;
}

START_TEST(a_tune_surprises_less_than_its_notes_at_random)
{
  const struct yeoun_old_tune *tune = &yeoun_old_tunes[_i];
  struct yeoun_expected_note note[YEOUN_TUNE_NOTES];
  const int notes = yeoun_old_tune_read(tune, note);
  ck_assert_int_gt(notes, 24);
  const float bits = yeoun_expectation_mean(note, notes, tune->is_minor, 0);
  ck_assert_msg(bits > 1.3f && bits < 3.2f, "%s: %.2f bits", tune->name, bits);
  unsigned state = 1;
  float shuffled = 0;
  for (int times = 0; times < 40; ++times) {
    for (int i = notes - 1; i > 0; --i) {
      const unsigned j = draw(&state, (unsigned)i + 1);
      const uint8_t pitch = note[i].pitch;
      note[i].pitch = note[j].pitch;
      note[j].pitch = pitch;
    }
    shuffled += yeoun_expectation_mean(note, notes, tune->is_minor, 0) / 40;
  }
  ck_assert_msg(shuffled > bits + 1,
                "%s: %.2f, shuffled %.2f bits",
                tune->name,
                bits,
                shuffled);
}
END_TEST

START_TEST(a_tune_surprises_more_in_the_wrong_key)
{
  const struct yeoun_old_tune *tune = &yeoun_old_tunes[_i];
  struct yeoun_expected_note note[YEOUN_TUNE_NOTES];
  const int notes = yeoun_old_tune_read(tune, note);
  for (int i = 0; i < notes; ++i) {
    note[i].tones = 0;
  }
  ck_assert_float_gt(yeoun_expectation_mean(note, notes, tune->is_minor, 6),
                     yeoun_expectation_mean(note, notes, tune->is_minor, 0) +
                       0.5f);
}
END_TEST

START_TEST(weights_follow_the_metre)
{
  static const struct {
    struct yeoun_meter meter;
    int quarters_times_2;
    int weight;
  } cases[] = {
    {{4, 4}, 0, 0},
    {{4, 4}, 2, 2},
    {{4, 4}, 4, 1},
    {{4, 4}, 5, 3},
    {{4, 4}, 8, 0},
    {{3, 4}, 2, 2},
    {{3, 4}, 3, 3},
    {{2, 4}, 2, 1},
    {{6, 8}, 3, 1},
    {{6, 8}, 1, 3},
    {{12, 8}, 6, 1},
    {{12, 8}, 3, 2},
    {{9, 8}, 3, 2},
    {{5, 4}, 5, 3},
    {{5, 4}, 4, 2},
    {{4, 4}, -2, 2},
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    ck_assert_int_eq(
      yeoun_metrical_weight(cases[i].meter,
                            cases[i].quarters_times_2 * YEOUN_BEAT / 2),
      cases[i].weight);
  }
}
END_TEST

Suite *
test_suite(void)
{
  Suite *suite = suite_create("expectation");
  TCase *tests = tcase_create("expectation");
  tcase_add_test(tests, what_may_follow_sums_to_one);
  tcase_add_test(tests, half_of_all_moves_are_steps);
  tcase_add_test(tests, a_step_goes_on);
  tcase_add_test(
    tests, a_leap_away_from_the_middle_turns_and_one_towards_it_may_go_on);
  tcase_add_test(tests, a_foreign_note_on_the_beat_resolves_by_step);
  tcase_add_test(tests, a_chord_tone_is_expected_on_the_beat);
  tcase_add_test(tests, the_end_closes_and_phrases_inside_stay_open);
  tcase_add_test(tests, minor_expects_its_own_third);
  tcase_add_test(tests, a_key_is_a_key_wherever_it_lies);
  tcase_add_loop_test(
    tests, a_tune_surprises_less_than_its_notes_at_random, 0, YEOUN_TUNES);
  tcase_add_loop_test(
    tests, a_tune_surprises_more_in_the_wrong_key, 0, YEOUN_TUNES);
  tcase_add_test(tests, weights_follow_the_metre);
  suite_add_tcase(suite, tests);
  return suite;
}
