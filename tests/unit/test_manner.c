// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Each manner of the bass, written over a bar of C that leads to G: where it
   plays, which tone, how long. */

#include <string.h>

#include "compose/lanes/bass.h"
#include "compose/lanes/lanes.h"
#include "music/palette.h"
#include "plain.h"
#include "suite.h"

enum { BARS = 8, BAR = 4 * YEOUN_BEAT, ROOT = 36, FIFTH = 43 };

static struct yeoun_request request;
static struct yeoun_plan plan;
static struct yeoun_harmony harmony;
static struct yeoun_lanes lanes;
static struct yeoun_score score;

/** Bars of C and G in turn, for a pole; no topic and no climax. */
static void
open_pole(unsigned pole)
{
  memset(&harmony, 0, sizeof(harmony));
  memset(&lanes, 0, sizeof(lanes));
  memset(&score, 0, sizeof(score));
  request = plain_request(pole, 4, BARS, -1.0f);
  yeoun_plan_make(&request, &plan);
  plan.budget.topic = YEOUN_TOPIC_NONE;
  plan.instrument[YEOUN_LANE_BASS] = YEOUN_CELLO;
  for (int p = 0; p < plan.phrases; ++p) {
    plan.phrase[p].is_climax = false;
    plan.phrase[p].figure = 0;
  }
  score.meter = plan.meter;
  score.length = BARS * BAR;
  for (int bar = 0; bar < BARS; ++bar) {
    const unsigned root = bar % 2 ? 7 : 0;
    score.span[score.spans++] = (struct yeoun_span){
      .start = bar * BAR,
      .length = BAR,
      .chord = yeoun_chord_make(root, YEOUN_CHORD_MAJ, root)};
    harmony.scale[bar] =
      yeoun_scale_of_key((struct yeoun_key){0, YEOUN_MODE_IONIAN});
    lanes.bass[bar] = bar % 2 ? FIFTH : ROOT;
  }
  lanes.plan = &plan;
  lanes.harmony = &harmony;
  lanes.score = &score;
  lanes.heard.slots = BARS * plan.slots;
}

/** The slots in which the bass plays in a bar, a bit each. */
static unsigned
slots_of(int bar)
{
  unsigned slots = 0;
  for (int i = 0; i < score.notes; ++i) {
    const struct yeoun_note *const note = &score.note[i];
    ck_assert_uint_eq(note->lane, YEOUN_LANE_BASS);
    slots |=
      note->start / BAR == bar ? 1U << note->start % BAR / YEOUN_SLOT : 0U;
  }
  return slots;
}

static unsigned
write_take(unsigned take)
{
  score.notes = 0;
  lanes.take[YEOUN_LANE_BASS] = (uint8_t)take;
  yeoun_bass_write(&lanes);
  return slots_of(0);
}

/** The key that begins in a slot of the first bar; 0 none. */
static int
key_at(int slot)
{
  for (int i = 0; i < score.notes; ++i) {
    if (score.note[i].start == slot * YEOUN_SLOT) {
      return score.note[i].pitch;
    }
  }
  return 0;
}

/** Play takes until one plays in those slots, and none in others than are
    known. */
static void
find_manner(unsigned slots, const unsigned *known, int count)
{
  bool is_found = false;
  for (unsigned take = 0; take < 4 && !is_found; ++take) {
    const unsigned now = write_take(take);
    bool is_known = false;
    for (int i = 0; i < count; ++i) {
      is_known |= known[i] == now;
    }
    ck_assert_msg(is_known, "take %u: %04x", take, now);
    is_found = now == slots;
  }
  ck_assert_msg(is_found, "no take plays %04x", slots);
}

enum {
  HELD = 0x0001,
  LEADING = 0x1001,
  SWINGING = 0x0101,
  BALLAD = 0x0141,
  UMPAH = 0x0101,
  WALKING = 0x1111,
  SKIPPING = 0x5151,
  HABANERA = 0x5959,
};

static const unsigned sung[] = {HELD, LEADING, SWINGING, BALLAD};
static const unsigned played[] = {UMPAH, WALKING, SKIPPING};

START_TEST(a_bass_that_sings_holds_leads_swings_or_dots)
{
  open_pole(_i ? YEOUN_ROMANTIC : YEOUN_LYRICAL);
  find_manner(HELD, sung, 4);
  ck_assert_int_eq(key_at(0), ROOT);
  ck_assert_int_eq(score.note[0].length, BAR);
  /* A step of the key from below leads to what comes. */
  find_manner(LEADING, sung, 4);
  ck_assert_int_eq(key_at(0), ROOT);
  ck_assert_int_eq(key_at(12), FIFTH - 2);
  find_manner(SWINGING, sung, 4);
  ck_assert_int_eq(key_at(0), ROOT);
  ck_assert_int_eq(key_at(8), FIFTH);
  find_manner(BALLAD, sung, 4);
  ck_assert_int_eq(key_at(6), ROOT);
  ck_assert_int_eq(key_at(8), FIFTH);
}
END_TEST

START_TEST(a_comic_bass_is_short_and_goes_um_walks_or_skips)
{
  open_pole(YEOUN_COMIC);
  find_manner(UMPAH, played, 3);
  ck_assert_int_eq(key_at(0), ROOT);
  ck_assert_int_eq(key_at(8), FIFTH);
  find_manner(WALKING, played, 3);
  ck_assert_int_eq(key_at(0), ROOT);
  ck_assert_int_eq(key_at(4), ROOT + 4);
  ck_assert_int_eq(key_at(8), ROOT + 7);
  ck_assert_int_eq(key_at(12), FIFTH - 2);
  find_manner(SKIPPING, played, 3);
  ck_assert_int_eq(key_at(0), ROOT);
  ck_assert_int_eq(key_at(4), ROOT + 12);
  ck_assert_int_eq(key_at(6), ROOT + 12);
  for (int i = 0; score.note[i].start < BAR; ++i) {
    ck_assert_uint_eq(score.note[i].articulation, YEOUN_ARTICULATION_STACCATO);
    ck_assert_int_lt(score.note[i].length, YEOUN_BEAT);
  }
}
END_TEST

START_TEST(topics_have_basses_of_their_own)
{
  open_pole(YEOUN_COMIC);
  plan.budget.topic = YEOUN_TOPIC_TANGO;
  ck_assert_uint_eq(write_take(0), HABANERA);
  ck_assert_int_eq(key_at(3), FIFTH);
  ck_assert_uint_eq(write_take(1), UMPAH);
  plan.budget.topic = YEOUN_TOPIC_MARCH;
  ck_assert_uint_eq(write_take(0), UMPAH);
  ck_assert_uint_eq(write_take(1), WALKING);
}
END_TEST

START_TEST(a_statement_holds_its_bass_or_dots_it)
{
  open_pole(YEOUN_LYRICAL);
  plan.is_statement = true;
  ck_assert_uint_eq(write_take(0), HELD);
  ck_assert_uint_eq(write_take(1), SWINGING);
  open_pole(YEOUN_ROMANTIC);
  plan.is_statement = true;
  ck_assert_uint_eq(write_take(0), BALLAD);
}
END_TEST

/* The climax has the liveliest of its pole. */
START_TEST(at_the_climax_the_bass_is_lively)
{
  static const unsigned lively[] = {LEADING, BALLAD, WALKING};
  open_pole((unsigned)_i);
  ck_assert_int_gt(plan.phrases, 1);
  plan.phrase[0].is_climax = true;
  ck_assert_uint_eq(write_take(0), lively[_i]);
}
END_TEST

START_TEST(the_last_bar_stands_on_its_root)
{
  for (unsigned take = 0; take < 4; ++take) {
    open_pole(YEOUN_LYRICAL);
    write_take(take);
    ck_assert_uint_eq(slots_of(BARS - 1), HELD);
    open_pole(YEOUN_COMIC);
    write_take(take);
    /* All strike it together, on its first beat and in its middle. */
    ck_assert_uint_eq(slots_of(BARS - 1), 0x0101);
    ck_assert_int_eq(score.note[score.notes - 1].pitch, FIFTH);
    ck_assert_int_eq(score.note[score.notes - 2].pitch, FIFTH);
  }
}
END_TEST

START_TEST(a_chord_on_another_bass_keeps_that_note)
{
  open_pole(YEOUN_COMIC);
  score.span[0].chord = yeoun_chord_make(0, YEOUN_CHORD_MAJ, 4);
  lanes.bass[0] = 40;
  find_manner(UMPAH, played, 3);
  ck_assert_int_eq(key_at(0), 40);
  ck_assert_int_eq(key_at(8), 40);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("manner");
  TCase *const tests = tcase_create("manner");
  tcase_add_loop_test(
    tests, a_bass_that_sings_holds_leads_swings_or_dots, 0, 2);
  tcase_add_test(tests, a_comic_bass_is_short_and_goes_um_walks_or_skips);
  tcase_add_test(tests, topics_have_basses_of_their_own);
  tcase_add_test(tests, a_statement_holds_its_bass_or_dots_it);
  tcase_add_loop_test(tests, at_the_climax_the_bass_is_lively, 0, YEOUN_POLES);
  tcase_add_test(tests, the_last_bar_stands_on_its_root);
  tcase_add_test(tests, a_chord_on_another_bass_keeps_that_note);
  suite_add_tcase(suite, tests);
  return suite;
}
