// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Yeoun Notes in Ardour, rolling: what it sends while the host's tempo bends,
   its metre changes, it counts in, loops and locates, against what it sends
   straight on. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include <check.h>

#include "../unit/suite.h"
#include "captured.h"
#include "files.h"

#define LOOP_FROM 8.0
#define LOOP_TO 16.0
#define LOOP_FRAMES (4 * 48000)

/* A clock comes with the first frame after its time, and its line is drawn from
   one to the next. */
#define SAME_BEAT 0.01
/* What waits until the music for a new metre is there. */
#define SOON_BEATS 0.1

static const char *const runs[] =
  {"straight", "tempo", "waltz", "meter", "count_in", "loop", "locates"};
enum { RUNS = sizeof(runs) / sizeof(runs[0]) };

static struct captured straight, other;

static void
play_all(void)
{
  make_folder();
  ck_assert_int_eq(
    run_command(
      "'%s' \"$PWD\" straight tempo waltz meter count_in loop locates",
      getenv("YEOUN_ARDOUR_PLAY")),
    0);
}

static void
read_straight(void)
{
  read_captured("straight", &straight);
}

START_TEST(nothing_is_broken_doubled_or_stuck)
{
  read_captured(runs[_i], &other);
  printf("# %s: %u notes, %u jumps and stops, %u cut off there by the host\n",
         runs[_i],
         other.notes,
         other.jumps,
         other.cut);
  ck_assert_uint_gt(other.notes, 8);
  ck_assert_uint_eq(other.fragments, 0);
  ck_assert_uint_eq(other.doubled, 0);
  ck_assert_uint_eq(other.stuck, 0);
}
END_TEST

/** How many notes of a capture begin between two beats and are this. */
static unsigned
count_like(const struct captured *captured,
           const struct captured_note *note,
           double from,
           double to)
{
  unsigned count = 0;
  for (unsigned i = 0; i < captured->notes; ++i) {
    const struct captured_note *const n = &captured->note[i];
    count += n->lane == note->lane && n->key == note->key && n->beat >= from &&
             n->beat <= to;
  }
  return count;
}

/** Fail unless the notes of a stretch of one capture are, one for one, those of
    a stretch of another.
    @param shift  from the one's beats to the other's
    @return how many */
static unsigned
expect_same(const struct captured *a,
            const struct captured *b,
            double from,
            double to,
            double shift)
{
  unsigned count = 0;
  for (unsigned i = 0; i < a->notes; ++i) {
    const struct captured_note *const n = &a->note[i];
    if (n->beat >= from && n->beat < to) {
      /* What waits for a new metre is played as it begins. */
      const double late = n->beat < from + SOON_BEATS ? SOON_BEATS : SAME_BEAT;
      const double beat = n->beat + shift;
      ++count;
      ck_assert_msg(count_like(b, n, beat - late, beat + late) == 1,
                    "lane %u key %u at beat %.3f",
                    n->lane,
                    n->key,
                    n->beat);
    }
  }
  return count;
}

/** Fail unless two captures have the same notes up to a beat. */
static unsigned
expect_both(const char *name, double to)
{
  read_captured(name, &other);
  const unsigned notes = expect_same(&other, &straight, -1e3, to, 0.0);
  ck_assert_uint_eq(notes, expect_same(&straight, &other, -1e3, to, 0.0));
  printf("# %s: %u notes up to beat %.0f, as straight on\n", name, notes, to);
  return notes;
}

START_TEST(a_tempo_ramp_has_the_same_notes_as_straight)
{
  ck_assert_uint_gt(expect_both("tempo", 24.0), 20);
}
END_TEST

START_TEST(a_count_in_is_silence_and_then_the_music)
{
  /* Four beats are counted before it. */
  ck_assert_uint_gt(expect_both("count_in", 5.5), 5);
  ck_assert_double_ge(other.note[0].beat, -SAME_BEAT);
}
END_TEST

START_TEST(a_new_metre_has_what_its_score_has_once)
{
  static struct captured waltz;
  ck_assert_uint_gt(expect_both("meter", 15.9), 15);
  read_captured("waltz", &waltz);
  /* Up to just before a line, which a note may lie on either side of. */
  const unsigned notes = expect_same(&other, &waltz, 16.0, 21.9, -4.0);
  ck_assert_uint_gt(notes, 8);
  ck_assert_uint_eq(notes, expect_same(&waltz, &other, 12.0, 17.9, 4.0));
}
END_TEST

/** Whether a note is held at a beat. */
static bool
is_held(const struct captured *captured,
        const struct captured_note *note,
        double beat)
{
  for (unsigned i = 0; i < captured->notes; ++i) {
    const struct captured_note *const n = &captured->note[i];
    const double end = n->beat + (double)(n->end - n->frame) / 24000;
    if (n->lane == note->lane && n->key == note->key && n->beat <= beat &&
        end > beat) {
      return true;
    }
  }
  return false;
}

START_TEST(a_loop_has_the_same_notes_each_time_round)
{
  unsigned rounds[4] = {0}, entered = 0;
  read_captured("loop", &other);
  for (unsigned i = 0; i < other.notes; ++i) {
    /* Ardour's clock stands still where it loops: by frames. */
    struct captured_note *const n = &other.note[i];
    const int64_t since = n->frame - other.clock;
    const int64_t round = since / LOOP_FRAMES;
    ck_assert_int_lt(round, 4);
    n->beat = LOOP_FROM + (double)(since % LOOP_FRAMES) / 24000;
    if (count_like(&straight, n, n->beat - SAME_BEAT, n->beat + SAME_BEAT) ==
        1) {
      ++rounds[round];
    } else {
      ck_assert_msg(n->beat < LOOP_FROM + SOON_BEATS &&
                      is_held(&straight, n, n->beat),
                    "lane %u key %u at beat %.3f",
                    n->lane,
                    n->key,
                    n->beat);
      ++entered;
    }
  }
  unsigned written = 0;
  for (unsigned i = 0; i < straight.notes; ++i) {
    written += straight.note[i].beat >= LOOP_FROM &&
               straight.note[i].beat < LOOP_TO - SAME_BEAT;
  }
  printf("# written %u; played %u, %u, %u; entered by a jump %u\n",
         written,
         rounds[0],
         rounds[1],
         rounds[2],
         entered);
  for (int i = 0; i < 3; ++i) {
    ck_assert_uint_eq(rounds[i], written);
  }
}
END_TEST

START_TEST(what_is_played_after_a_locate_is_written_there)
{
  unsigned written = 0, entered = 0, unknown = 0;
  read_captured("locates", &other);
  ck_assert_uint_gt(other.jumps, 40);
  for (unsigned i = 0; i < other.notes; ++i) {
    const struct captured_note *const n = &other.note[i];
    if (isnan(n->beat)) {
      ++unknown;
    } else if (count_like(
                 &straight, n, n->beat - SAME_BEAT, n->beat + SAME_BEAT)) {
      ++written;
    } else {
      ck_assert_msg(is_held(&straight, n, n->beat),
                    "lane %u key %u at beat %.3f",
                    n->lane,
                    n->key,
                    n->beat);
      ++entered;
    }
  }
  printf("# written there %u, located into %u, unknown where %u\n",
         written,
         entered,
         unknown);
  ck_assert_uint_gt(written, 20);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("ardour");
  TCase *const tests = tcase_create("ardour");
  tcase_add_unchecked_fixture(tests, play_all, remove_folder);
  tcase_add_checked_fixture(tests, read_straight, NULL);
  tcase_add_loop_test(tests, nothing_is_broken_doubled_or_stuck, 0, RUNS);
  tcase_add_test(tests, a_tempo_ramp_has_the_same_notes_as_straight);
  tcase_add_test(tests, a_count_in_is_silence_and_then_the_music);
  tcase_add_test(tests, a_new_metre_has_what_its_score_has_once);
  tcase_add_test(tests, a_loop_has_the_same_notes_each_time_round);
  tcase_add_test(tests, what_is_played_after_a_locate_is_written_there);
  suite_add_tcase(suite, tests);
  return suite;
}
