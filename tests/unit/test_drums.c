// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Drums and figures of the accompaniment: patterns with silence in them, each
   topic with its own, the janggu's cycle. */

#include <string.h>

#include "music/key.h"
#include "music/palette.h"
#include "suite.h"
#include "walk.h"

enum { WALK = 120 };

static void
set_up(void)
{
  walk_open(3);
}

static void
compose(int n, unsigned pole, unsigned palette, unsigned variation)
{
  struct yeoun_request request = walk_request(n, pole, variation, 0.35);
  request.palette = (uint8_t)palette;
  request.mood.intensity = 0.9f;
  walk_compose(&request);
}

static const uint8_t palettes[] = {YEOUN_CHAMBER,
                                   YEOUN_BALLAD,
                                   YEOUN_JAZZ,
                                   YEOUN_LOFI,
                                   YEOUN_ELECTRONIC};

static bool
is_drum(const struct yeoun_note *note)
{
  return note->lane == YEOUN_LANE_DRUMS;
}

/** Whether a drum sounds, at a tick or, if that is negative, in a bar. */
static bool
sounds(uint8_t drum, int bar, int32_t tick)
{
  const int32_t bar_ticks = yeoun_bar_ticks(score.meter);
  for (int i = 0; i < score.notes; ++i) {
    const struct yeoun_note *const note = &score.note[i];
    if (is_drum(note) && (!drum || note->pitch == drum) &&
        (tick < 0 ? note->start / bar_ticks == bar : note->start == tick)) {
      return true;
    }
  }
  return false;
}

/** How many sixteenths in a row one drum strikes, at most. */
static int
longest_run(uint8_t drum)
{
  static bool struck[4096];
  memset(struck, 0, sizeof(struck));
  for (int i = 0; i < score.notes; ++i) {
    const int slot = score.note[i].start / YEOUN_SLOT;
    if (score.note[i].lane == YEOUN_LANE_DRUMS && score.note[i].pitch == drum &&
        slot < 4096) {
      struck[slot] = true;
    }
  }
  int longest = 0;
  int run = 0;
  for (int slot = 0; slot < 4096; ++slot) {
    run = struck[slot] ? run + 1 : 0;
    longest = run > longest ? run : longest;
  }
  return longest;
}

/* A fill is a beat of sixteenths, before or after which a pattern may strike.
 */
START_TEST(patterns_leave_silence_and_fills_end_with_their_bar)
{
  int all = 0;
  for (int n = 0; n < WALK; ++n) {
    const unsigned pole = n % 2 ? YEOUN_COMIC : YEOUN_ROMANTIC;
    compose(n, pole, palettes[_i], 1U + (unsigned)n % 9);
    for (int drum = 0; drum < 128; ++drum) {
      const int run = longest_run((uint8_t)drum);
      all += run > 0;
      ck_assert_msg(run < 8, "drum %d strikes %d sixteenths", drum, run);
    }
  }
  ck_assert_int_gt(all, 60);
}
END_TEST

START_TEST(more_drums_play_at_the_climax_than_at_the_beginning)
{
  int first = 0;
  int climax = 0;
  for (int n = 0; n < WALK; ++n) {
    compose(n, YEOUN_COMIC, 0, 1U + (unsigned)n % 9);
    const struct yeoun_plan *const plan = &scratch.plan;
    for (int drum = 1; drum < 128; ++drum) {
      for (int bar = 0; bar < plan->bars; ++bar) {
        const struct yeoun_phrase_plan *const phrase =
          yeoun_phrase_at(plan, bar);
        /* The first bars of the phrases: their ends are filled. */
        if (bar == phrase->bar && (!bar || phrase->is_climax)) {
          *(bar ? &climax : &first) += sounds((uint8_t)drum, bar, -1);
        }
      }
    }
  }
  ck_assert_int_gt(first, 10);
  ck_assert_int_ge(2 * climax, 3 * first);
}
END_TEST

START_TEST(a_statement_has_no_drums)
{
  for (int n = 0; n < 10; ++n) {
    compose(n, YEOUN_COMIC, palettes[_i], 0);
    for (int i = 0; i < score.notes; ++i) {
      ck_assert(!is_drum(&score.note[i]));
    }
  }
}
END_TEST

START_TEST(a_march_has_its_drum_on_the_first_beat)
{
  int marches = 0;
  for (int n = 0; n < 400 && marches < 8; ++n) {
    compose(n,
            (unsigned)n % 2 ? YEOUN_ROMANTIC : YEOUN_COMIC,
            0,
            1U + (unsigned)n % 99);
    if (scratch.plan.budget.topic != YEOUN_TOPIC_MARCH ||
        !sounds(YEOUN_DRUM_FRAME_LOW, -1, 0)) {
      const bool is_march = scratch.plan.budget.topic == YEOUN_TOPIC_MARCH;
      ck_assert_msg(!is_march || !sounds(0, 0, -1), "a march without its drum");
      continue;
    }
    ++marches;
  }
  ck_assert_int_gt(marches, 1);
}
END_TEST

START_TEST(the_janggu_begins_its_cycle_with_both_hands)
{
  for (int n = 0; n < 40; ++n) {
    compose(n, (unsigned)n % 3, YEOUN_GUGAK, 1U + (unsigned)n % 7);
    if (sounds(0, 0, -1)) {
      ck_assert(sounds(YEOUN_DRUM_JANGGU_KUNG, 0, 0));
      ck_assert(sounds(YEOUN_DRUM_JANGGU_DEOK, 0, 0));
    }
    const int32_t third = yeoun_pulse_ticks(score.meter) / 3;
    for (int i = 0; i < score.notes; ++i) {
      const struct yeoun_note *const note = &score.note[i];
      ck_assert(!is_drum(note) || note->pitch != YEOUN_DRUM_JANGGU_KUNG ||
                note->start % third == 0);
    }
  }
}
END_TEST

/* Gyemyeonjo: the fifth above its lowest tone is shaken when there is time. */
START_TEST(gugak_shakes_its_mi)
{
  int shaken = 0;
  int all = 0;
  for (int n = 0; n < 80; ++n) {
    compose(n, (unsigned)n % 3, YEOUN_GUGAK, 1U + (unsigned)n % 7);
    for (int i = 0; i < score.notes && yeoun_key_is_minor(score.key); ++i) {
      const struct yeoun_note *const note = &score.note[i];
      if (note->lane == YEOUN_LANE_MELODY && note->length >= YEOUN_BEAT &&
          note->articulation != YEOUN_ARTICULATION_GRACE &&
          (note->pitch - score.key.tonic + 120) % 12 == 7) {
        ++all;
        shaken += note->bend == YEOUN_BEND_SHAKE;
      }
    }
  }
  ck_assert_int_gt(all, 20);
  ck_assert_int_ge(10 * shaken, 9 * all);
}
END_TEST

/* It rocks, and nothing is plucked. */
START_TEST(a_lullaby_rocks)
{
  int lullabies = 0;
  for (int n = 0; n < 600 && lullabies < 6; ++n) {
    compose(n, YEOUN_LYRICAL, 0, 1U + (unsigned)n % 99);
    const struct yeoun_plan *const plan = &scratch.plan;
    if (plan->budget.topic != YEOUN_TOPIC_LULLABY) {
      continue;
    }
    ++lullabies;
    int off = 0;
    int all = 0;
    for (int i = 0; i < score.notes; ++i) {
      const struct yeoun_note *const note = &score.note[i];
      const int bar = note->start / plan->bar_ticks;
      if (note->lane == YEOUN_LANE_CHORDS && bar < plan->bars &&
          yeoun_phrase_at(plan, bar)->figure == 0 &&
          plan->pole_of_bar[bar] == YEOUN_LYRICAL) {
        ++all;
        off += note->articulation == YEOUN_ARTICULATION_STACCATO;
      }
    }
    ck_assert_int_le(2 * off, all);
  }
  ck_assert_int_gt(lullabies, 1);
}
END_TEST

/** How loud a drum is struck on a slot; -100 where it is silent. */
static int
level_on(uint8_t drum, int slot)
{
  int level = -100;
  for (int i = 0; i < score.notes; ++i) {
    const struct yeoun_note *const note = &score.note[i];
    if (is_drum(note) && note->pitch == drum &&
        note->start == slot * YEOUN_SLOT && note->level_db > level) {
      level = note->level_db;
    }
  }
  return level;
}

START_TEST(a_fill_grows_into_the_next_phrase)
{
  int grown = 0;
  int fills = 0;
  for (int n = 0; n < WALK; ++n) {
    compose(n, YEOUN_COMIC, 0, 1U + (unsigned)n % 9);
    const struct yeoun_plan *const plan = &scratch.plan;
    for (int p = 0; p < plan->phrases; ++p) {
      const int end =
        (plan->phrase[p].bar + plan->phrase[p].bars) * plan->slots;
      for (int drum = 1; drum < 128; ++drum) {
        const int level[] = {level_on((uint8_t)drum, end - 4),
                             level_on((uint8_t)drum, end - 3),
                             level_on((uint8_t)drum, end - 2),
                             level_on((uint8_t)drum, end - 1)};
        if (level[0] > -100 && level[1] > -100 && level[2] > -100 &&
            level[3] > -100) {
          ++fills;
          grown += level[3] > level[1];
        }
      }
    }
  }
  ck_assert_int_gt(fills, 20);
  ck_assert_int_ge(10 * grown, 9 * fills);
}
END_TEST

START_TEST(a_take_leaves_no_bar_without_drums_that_had_some)
{
  for (int n = 0; n < 20; ++n) {
    bool had[64] = {false};
    for (unsigned take = 0; take < 6; ++take) {
      struct yeoun_request request = walk_request(n, YEOUN_COMIC, 1, 0.35);
      request.mood.intensity = 0.9f;
      request.take[YEOUN_LANE_DRUMS] = (uint8_t)take;
      walk_compose(&request);
      for (int bar = 0; bar < scratch.plan.bars && bar < 64; ++bar) {
        const bool has = sounds(0, bar, -1);
        had[bar] |= !take && has;
        ck_assert_msg(!take || has == had[bar], "bar %d, take %u", bar, take);
      }
    }
  }
}
END_TEST

/** Whether a drum sounds at all; any where it is 0. */
static bool
is_heard(uint8_t drum)
{
  for (int i = 0; i < score.notes; ++i) {
    if (is_drum(&score.note[i]) && (!drum || score.note[i].pitch == drum)) {
      return true;
    }
  }
  return false;
}

/* The drums of a palette, and one without which it is not heard. */
static const struct {
  uint8_t palette, drum[3], without;
} kits[] = {
  {YEOUN_JAZZ,
   {YEOUN_DRUM_BRUSH_SWEEP, YEOUN_DRUM_BRUSH_TAP, YEOUN_DRUM_KICK},
   YEOUN_DRUM_BRUSH_SWEEP},
  {YEOUN_LOFI,
   {YEOUN_DRUM_KICK, YEOUN_DRUM_BRUSH_TAP, YEOUN_DRUM_SHAKER},
   YEOUN_DRUM_KICK},
  {YEOUN_ELECTRONIC,
   {YEOUN_DRUM_KICK, YEOUN_DRUM_SHAKER, YEOUN_DRUM_FRAME_HIGH},
   YEOUN_DRUM_KICK},
  {YEOUN_BALLAD,
   {YEOUN_DRUM_FRAME_LOW, YEOUN_DRUM_SHAKER, YEOUN_DRUM_FRAME_HIGH},
   YEOUN_DRUM_FRAME_LOW},
};

START_TEST(a_palette_has_drums_of_its_own)
{
  int heard = 0;
  for (int n = 0; n < WALK; ++n) {
    compose(n, YEOUN_LYRICAL, kits[_i].palette, 1U + (unsigned)n % 9);
    if (scratch.plan.budget.topic == YEOUN_TOPIC_MARCH || !is_heard(0)) {
      continue;
    }
    ++heard;
    ck_assert(is_heard(kits[_i].without));
    for (int i = 0; i < score.notes; ++i) {
      const struct yeoun_note *const note = &score.note[i];
      ck_assert(!is_drum(note) || memchr(kits[_i].drum, note->pitch, 3));
    }
  }
  ck_assert_int_gt(heard, 5);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("drums");
  TCase *const tests = tcase_create("drums");
  tcase_set_timeout(tests, 60);
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_loop_test(
    tests, patterns_leave_silence_and_fills_end_with_their_bar, 0, 5);
  tcase_add_test(tests, more_drums_play_at_the_climax_than_at_the_beginning);
  tcase_add_test(tests, a_fill_grows_into_the_next_phrase);
  tcase_add_test(tests, a_take_leaves_no_bar_without_drums_that_had_some);
  tcase_add_loop_test(tests, a_statement_has_no_drums, 0, 5);
  tcase_add_test(tests, a_march_has_its_drum_on_the_first_beat);
  tcase_add_test(tests, the_janggu_begins_its_cycle_with_both_hands);
  tcase_add_test(tests, gugak_shakes_its_mi);
  tcase_add_test(tests, a_lullaby_rocks);
  tcase_add_loop_test(tests, a_palette_has_drums_of_its_own, 0, 4);
  suite_add_tcase(suite, tests);
  return suite;
}
