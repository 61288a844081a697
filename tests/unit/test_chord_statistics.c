// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What the counted songs say about chords comes out again as costs. */

#include "compose/harmony/chord_statistics.h"
#include "compose/harmony/chromatic.h"
#include "music/theme.h"
#include "suite.h"

#define S(root, quality) YEOUN_STATE(root, quality)

/* 2^(-cost/16), without libm: cost in sixteenths by repeated roots. */
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

static int
state_of(const char *symbol, int tonic)
{
  struct yeoun_chord chord;
  ck_assert_int_eq(yeoun_chord_read(symbol, &chord).status, 0);
  return yeoun_chord_state(chord, tonic);
}

/* The likeliest chord after another. */
static int
best_after(bool is_minor, int from)
{
  int best = -1;
  for (int to = 0; to < YEOUN_STATES; ++to) {
    if (to != from &&
        (best < 0 || yeoun_chord_move_cost(is_minor, from, to) <
                       yeoun_chord_move_cost(is_minor, from, best))) {
      best = to;
    }
  }
  return best;
}

START_TEST(a_symbol_becomes_the_state_that_was_counted)
{
  static const struct {
    const char *symbol;
    int tonic, state;
  } cases[] = {
    {"C", 0, S(0, MAJ)},       {"Cadd9", 0, S(0, MAJ)},
    {"C6/9", 0, S(0, MAJ)},    {"Am", 0, S(9, MIN)},
    {"Am6", 0, S(9, MIN)},     {"AmMaj7", 9, S(0, MIN)},
    {"G7", 0, S(7, 7)},        {"G13", 0, S(7, 7)},
    {"G7b9", 0, S(7, 7)},      {"G7#5", 0, S(7, 7)},
    {"Fmaj9", 0, S(5, MAJ7)},  {"Dm9", 0, S(2, M7)},
    {"Bm7b5", 0, S(11, M7B5)}, {"Bdim7", 0, S(11, DIM7)},
    {"Bdim", 0, S(11, DIM)},   {"G7sus4", 0, S(7, SUS)},
    {"Gsus2", 0, S(7, SUS)},   {"G11", 0, S(7, SUS)},
    {"A5", 9, S(0, 5)},        {"Eaug", 9, S(7, AUG)},
    {"Eb/G", 10, S(5, MAJ)},
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    ck_assert_msg(state_of(cases[i].symbol, cases[i].tonic) == cases[i].state,
                  "%s",
                  cases[i].symbol);
  }
}
END_TEST

START_TEST(every_state_has_a_chord_that_reads_as_it)
{
  for (int tonic = 0; tonic < 12; ++tonic) {
    for (int state = 0; state < YEOUN_STATES; ++state) {
      ck_assert_int_eq(
        yeoun_chord_state(yeoun_state_chord(state, tonic), tonic), state);
    }
  }
}
END_TEST

/* Rounded to 1/16 bit each, cut at 16 bits: within three in a hundred. */
START_TEST(what_may_follow_sums_to_one)
{
  for (int minor = 0; minor < 2; ++minor) {
    double alone = 0;
    for (int a = 0; a < YEOUN_STATES; ++a) {
      double moves = 0;
      double triples = 0;
      const int before = best_after(minor, a);
      for (int b = 0; b < YEOUN_STATES; ++b) {
        if (b != a) {
          moves += probability(yeoun_chord_move_cost(minor, a, b));
          triples += probability(yeoun_chord_triple_cost(minor, before, a, b));
        }
      }
      alone += probability(yeoun_chord_cost(minor, a));
      ck_assert_double_eq_tol(moves, 1, 0.03);
      ck_assert_double_eq_tol(triples, 1, 0.06);
    }
    ck_assert_double_eq_tol(alone, 1, 0.03);
  }
}
END_TEST

START_TEST(the_dominant_seventh_goes_to_the_tonic)
{
  ck_assert_int_eq(best_after(false, S(7, 7)), S(0, MAJ));
  ck_assert_int_eq(best_after(true, S(7, 7)), S(0, MIN));
  /* Rare turns: V7 to vi, to bVI. */
  ck_assert_int_gt(yeoun_chord_move_cost(false, S(7, 7), S(9, MIN)),
                   yeoun_chord_move_cost(false, S(7, 7), S(0, MAJ)) + 24);
}
END_TEST

/* harmony.md, fact 15: pop IV to I 46, to V 28 %; bVII to IV 42, to I 33 %; in
   minor bVII to i 38 %. */
START_TEST(the_moves_of_songs_come_out_again)
{
  const double to_tonic =
    probability(yeoun_chord_move_cost(false, S(5, MAJ), S(0, MAJ)));
  const double to_dominant =
    probability(yeoun_chord_move_cost(false, S(5, MAJ), S(7, MAJ)));
  ck_assert_double_ge(to_tonic, 0.33);
  ck_assert_double_le(to_tonic, 0.55);
  ck_assert_double_ge(to_dominant, 0.12);
  ck_assert_double_lt(to_dominant, to_tonic);
  ck_assert_int_eq(best_after(false, S(10, MAJ)), S(5, MAJ));
  ck_assert_int_eq(best_after(true, S(10, MAJ)), S(0, MIN));
}
END_TEST

START_TEST(two_chords_before_say_more_than_one)
{
  /* After ii V the tonic is likelier than after any V. */
  ck_assert_int_le(
    yeoun_chord_triple_cost(false, S(5, MAJ), S(7, MAJ), S(0, MAJ)),
    yeoun_chord_move_cost(false, S(7, MAJ), S(0, MAJ)));
  /* I IV I goes round again. */
  ck_assert_int_lt(
    yeoun_chord_triple_cost(false, S(5, MAJ), S(0, MAJ), S(5, MAJ)),
    yeoun_chord_move_cost(false, S(0, MAJ), S(5, MAJ)));
}
END_TEST

/* An applied dominant on a degree where songs hardly have it still falls a
   fifth rather than anywhere: the turn was counted elsewhere. */
START_TEST(a_turn_is_known_on_every_degree)
{
  for (int root = 1; root < 12; ++root) {
    const int chord = root * YEOUN_QUALITIES + YEOUN_QUALITY_7;
    const int fifth = yeoun_state_transpose(S(5, MAJ), root);
    const int tritone = yeoun_state_transpose(S(6, MAJ), root);
    const int semitone = yeoun_state_transpose(S(1, MIN), root);
    ck_assert_int_lt(yeoun_chord_move_cost(false, chord, fifth),
                     yeoun_chord_move_cost(false, chord, tritone) + 32);
    ck_assert_int_lt(yeoun_chord_move_cost(false, chord, fifth),
                     yeoun_chord_move_cost(false, chord, semitone));
  }
}
END_TEST

START_TEST(a_close_is_of_its_kind)
{
  ck_assert_int_lt(
    yeoun_chord_close_cost(false, YEOUN_CLOSE_PERFECT, S(7, 7), S(0, MAJ)), 32);
  ck_assert_int_lt(
    yeoun_chord_close_cost(true, YEOUN_CLOSE_PERFECT, S(7, 7), S(0, MIN)), 48);
  ck_assert_int_eq(
    yeoun_chord_close_cost(false, YEOUN_CLOSE_PERFECT, S(5, MAJ), S(0, MAJ)),
    YEOUN_COST_NEVER);
  ck_assert_int_eq(
    yeoun_chord_close_cost(false, YEOUN_CLOSE_HALF, S(5, MAJ), S(0, MAJ)),
    YEOUN_COST_NEVER);
  /* IV to V is the commonest half close of songs. */
  int best = YEOUN_COST_NEVER;
  int from = -1;
  for (int a = 0; a < YEOUN_STATES; ++a) {
    const int cost =
      yeoun_chord_close_cost(false, YEOUN_CLOSE_HALF, a, S(7, MAJ));
    if (cost < best) {
      best = cost;
      from = a;
    }
  }
  ck_assert_int_eq(from, S(5, MAJ));
  ck_assert_int_lt(
    yeoun_chord_close_cost(false, YEOUN_CLOSE_PLAGAL, S(5, MAJ), S(0, MAJ)),
    YEOUN_COST_NEVER);
  ck_assert_int_lt(
    yeoun_chord_close_cost(false, YEOUN_CLOSE_DECEPTIVE, S(7, 7), S(9, MIN)),
    YEOUN_COST_NEVER);
}
END_TEST

START_TEST(the_ways_to_close_sum_to_one)
{
  for (int minor = 0; minor < 2; ++minor) {
    for (int close = 0; close < YEOUN_CLOSES; ++close) {
      double sum = 0;
      for (int a = 0; a < YEOUN_STATES; ++a) {
        for (int b = 0; b < YEOUN_STATES; ++b) {
          const int cost =
            yeoun_chord_close_cost(minor, (enum yeoun_close)close, a, b);
          sum += cost < YEOUN_COST_NEVER ? probability(cost) : 0;
        }
      }
      ck_assert_msg(
        sum > 0.9 && sum < 1.1, "minor %d close %d: %g", minor, close, sum);
    }
  }
}
END_TEST

START_TEST(pieces_end_on_the_tonic_and_phrases_less_so)
{
  ck_assert_int_lt(yeoun_chord_end_cost(false, YEOUN_END_PIECE, S(0, MAJ)), 16);
  ck_assert_int_gt(yeoun_chord_end_cost(false, YEOUN_END_PHRASE, S(0, MAJ)),
                   20);
  ck_assert_int_lt(yeoun_chord_end_cost(false, YEOUN_END_SECTION, S(7, MAJ)),
                   yeoun_chord_end_cost(false, YEOUN_END_PIECE, S(7, MAJ)));
}
END_TEST

/* 71 % of changes on the first beat, 22 on the third (harmony.md, 12 and 13).
 */
START_TEST(chords_change_on_the_bar_line)
{
  const struct yeoun_meter four = {4, 4};
  int cost[4];
  for (int beat = 0; beat < 4; ++beat) {
    cost[beat] = yeoun_chord_change_cost(four, beat, true);
    ck_assert_double_eq_tol(
      probability(cost[beat]) +
        probability(yeoun_chord_change_cost(four, beat, false)),
      1,
      0.05);
  }
  ck_assert(cost[0] < cost[2] && cost[2] < cost[3] && cost[3] < cost[1]);
  ck_assert_int_lt(yeoun_chord_count_cost(four, 1),
                   yeoun_chord_count_cost(four, 2));
  const struct yeoun_meter odd[] = {{5, 4}, {7, 8}, {9, 8}, {2, 2}, {1, 4}};
  for (size_t i = 0; i < sizeof(odd) / sizeof(odd[0]); ++i) {
    ck_assert_int_lt(yeoun_chord_change_cost(odd[i], 0, true), 16);
  }
}
END_TEST

/* harmony.md, 20: V between IV and I, bVII and V between I and IV. */
START_TEST(what_songs_insert_is_cheap_and_what_leads_nowhere_is_not)
{
  ck_assert_int_lt(
    yeoun_chord_insert_cost(false, S(5, MAJ), S(7, MAJ), S(0, MAJ)), 16);
  ck_assert_int_lt(
    yeoun_chord_insert_cost(false, S(0, MAJ), S(0, 7), S(5, MAJ)), 96);
  /* An applied dominant of ii between I and V, where no D follows. */
  ck_assert_int_gt(
    yeoun_chord_insert_cost(false, S(0, MAJ), S(9, 7), S(7, 7)),
    yeoun_chord_insert_cost(false, S(0, MAJ), S(9, 7), S(2, MIN)) + 64);
}
END_TEST

START_TEST(a_dominant_leads_to_its_goal)
{
  static const struct {
    const char *key, *chord, *next;
    bool leads;
  } cases[] = {
    {"C", "E7", "Am", true},       {"C", "E7", "F", true},
    {"C", "E7", "C", false},       {"C", "E7b9", "C", false},
    {"G", "B7b9", "G", false},     {"F", "A7b9", "F", false},
    {"D", "E", "D", false},        {"D", "E", "A", true},
    {"Em", "Dm7b5", "Am7", false}, {"C", "Dm7b5", "G7", true},
    {"C", "Dm7b5", "C", true},     {"C", "G7", "C", true},
    {"C", "G7", "Am", true},       {"C", "Ab7", "G", true},
    {"C", "Db7", "C", true},       {"C", "Bdim7", "C", true},
    {"C", "F#dim7", "G", true},    {"C", "F#dim7", "C", true},
    {"C", "Ebdim7", "Dm7", true},  {"C", "C#dim7", "Dm", true},
    {"C", "C#dim7", "F", false},   {"C", "Fm", "C", true},
    {"C", "Fm", "Em", false},      {"C", "Db", "G7", true},
    {"C", "Db", "Em", false},      {"C", "C7", "F7", true},
    {"C", "F7", "C7", true},       {"C", "G", "Em", true},
    {"Cm", "Caug", "Ebm", false},  {"C", "Gaug", "C", true},
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    struct yeoun_chord key;
    ck_assert_int_eq(yeoun_chord_read(cases[i].key, &key).status, 0);
    const bool is_minor = key.type == YEOUN_CHORD_MIN;
    ck_assert_msg(yeoun_chord_leads_to(is_minor,
                                       state_of(cases[i].chord, key.root),
                                       state_of(cases[i].next, key.root)) ==
                    cases[i].leads,
                  "in %s: %s to %s",
                  cases[i].key,
                  cases[i].chord,
                  cases[i].next);
  }
}
END_TEST

START_TEST(substitutes_are_those_of_sets_of_variations)
{
  /* vi gives way to I sooner than I to vi; IV and ii trade. */
  ck_assert_int_lt(yeoun_chord_substitute_cost(false, S(9, MIN), S(0, MAJ)),
                   yeoun_chord_substitute_cost(false, S(0, MAJ), S(9, MIN)));
  ck_assert_int_lt(yeoun_chord_substitute_cost(false, S(5, MAJ), S(2, MIN)),
                   32);
  ck_assert_int_eq(yeoun_chord_substitute_cost(false, S(0, MAJ), S(0, MAJ)), 0);
  /* What the judges found: B7 became G#m7 in E minor, F7 became Dm7 in Bb
     minor, E7 lost its leading note. */
  ck_assert_int_eq(yeoun_chord_substitute_cost(true, S(7, 7), S(4, M7)),
                   YEOUN_COST_NEVER);
  ck_assert_int_eq(yeoun_chord_substitute_cost(true, S(7, 7), S(7, M7)),
                   YEOUN_COST_NEVER);
}
END_TEST

START_TEST(every_chromatic_chord_has_goals_that_it_leads_to)
{
  int rows;
  const struct yeoun_chromatic *row = yeoun_chromatics(&rows);
  ck_assert_int_ge(rows, 20);
  for (int i = 0; i < rows; ++i, ++row) {
    ck_assert_int_ge(row->goals, 1);
    for (int j = 0; j < row->goals; ++j) {
      for (int minor = 0; minor < 2; ++minor) {
        ck_assert_msg(!(minor ? row->is_in_minor : row->is_in_major) ||
                        yeoun_chord_leads_to(minor, row->state, row->goal[j]),
                      "%s, goal %d",
                      row->name,
                      j);
      }
      ck_assert(yeoun_chromatic_is_goal(row, row->goal[j]));
    }
    ck_assert_int_eq(yeoun_chromatic_cost(row, 1), row->cost);
    ck_assert_int_lt(yeoun_chromatic_cost(row, 1),
                     yeoun_chromatic_cost(row, 0.8f));
    ck_assert_int_eq(yeoun_chromatic_cost(row, 0), YEOUN_COST_NEVER);
  }
}
END_TEST

Suite *
test_suite(void)
{
  Suite *suite = suite_create("chord_statistics");
  TCase *tests = tcase_create("chord_statistics");
  tcase_add_test(tests, a_symbol_becomes_the_state_that_was_counted);
  tcase_add_test(tests, every_state_has_a_chord_that_reads_as_it);
  tcase_add_test(tests, what_may_follow_sums_to_one);
  tcase_add_test(tests, the_dominant_seventh_goes_to_the_tonic);
  tcase_add_test(tests, the_moves_of_songs_come_out_again);
  tcase_add_test(tests, two_chords_before_say_more_than_one);
  tcase_add_test(tests, a_turn_is_known_on_every_degree);
  tcase_add_test(tests, a_close_is_of_its_kind);
  tcase_add_test(tests, the_ways_to_close_sum_to_one);
  tcase_add_test(tests, pieces_end_on_the_tonic_and_phrases_less_so);
  tcase_add_test(tests, chords_change_on_the_bar_line);
  tcase_add_test(tests,
                 what_songs_insert_is_cheap_and_what_leads_nowhere_is_not);
  tcase_add_test(tests, a_dominant_leads_to_its_goal);
  tcase_add_test(tests, substitutes_are_those_of_sets_of_variations);
  tcase_add_test(tests, every_chromatic_chord_has_goals_that_it_leads_to);
  suite_add_tcase(suite, tests);
  return suite;
}
