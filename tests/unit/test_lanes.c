// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Accompaniment and melody know of each other: what lanes do over many themes,
   moods and variations. */

#include <stdlib.h>
#include <string.h>

#include "compose/lanes/ladder.h"
#include "music/scale.h"
#include "suite.h"
#include "walk.h"

enum { WALK = 150 };

static void
set_up(void)
{
  walk_open(2);
}

static void
compose(int n, unsigned pole, float intensity)
{
  struct yeoun_request request =
    walk_request(7 * n, pole, (unsigned)(1 + n % 30), 0.35);
  request.mood.intensity = intensity;
  walk_compose(&request);
}

static bool
is_sung(const struct yeoun_note *note)
{
  return note->lane == YEOUN_LANE_MELODY &&
         note->articulation != YEOUN_ARTICULATION_GRACE &&
         !(note->marks & YEOUN_MARK_JOKE);
}

/* Semitones from the highest note of the chords to the lowest of the melody, in
   each bar that has both: above the accompaniment, with air between. */
START_TEST(the_tune_has_its_register)
{
  int bars = 0;
  int below = 0;
  long gaps = 0;
  for (int n = 0; n < WALK; ++n) {
    compose(n, (unsigned)_i, 0.5f);
    if (yeoun_heard_is_low(&scratch.lanes.heard)) {
      continue;
    }
    const int32_t bar_ticks = yeoun_bar_ticks(score.meter);
    int low[YEOUN_HEARD_BARS] = {0};
    int high[YEOUN_HEARD_BARS] = {0};
    for (int i = 0; i < score.notes; ++i) {
      const struct yeoun_note *const note = &score.note[i];
      const int bar = note->start / bar_ticks;
      if (is_sung(note)) {
        low[bar] = !low[bar] || note->pitch < low[bar] ? note->pitch : low[bar];
      } else if (note->lane == YEOUN_LANE_CHORDS) {
        high[bar] = note->pitch > high[bar] ? note->pitch : high[bar];
      }
    }
    for (int bar = 0; bar < score.length / bar_ticks; ++bar) {
      if (low[bar] && high[bar]) {
        ++bars;
        gaps += low[bar] - high[bar];
        below += low[bar] > high[bar];
      }
    }
  }
  ck_assert_int_gt(bars, WALK);
  ck_assert_int_gt(100 * below, 96 * bars);
  ck_assert_int_ge(gaps, 5L * bars);
  ck_assert_int_le(gaps, 14L * bars);
}
END_TEST

/* Lieder and pop songs: 3.8 voices sound, 1.8 to 5.3. */
START_TEST(about_four_voices_sound)
{
  double sum = 0.0;
  double least = 99.0;
  double most = 0.0;
  for (int n = 0; n < WALK; ++n) {
    double sounding = 0.0;
    compose(n, (unsigned)_i, 0.5f);
    for (int i = 0; i < score.notes; ++i) {
      sounding += score.note[i].lane == YEOUN_LANE_DRUMS
                    ? 0.0
                    : (double)score.note[i].length / score.length;
    }
    sum += sounding / WALK;
    least = sounding < least ? sounding : least;
    most = sounding > most ? sounding : most;
  }
  const bool is_comic = _i == YEOUN_COMIC;
  ck_assert_double_ge(sum, is_comic ? 1.8 : 3.3);
  ck_assert_double_le(sum, is_comic ? 3.0 : 4.5);
  ck_assert_double_ge(least, is_comic ? 1.0 : 1.5);
  ck_assert_double_le(most, 7.0);
}
END_TEST

/* No key of the chords three times in a row in a bar. */
START_TEST(nothing_is_hammered)
{
  for (int n = 0; n < WALK; ++n) {
    uint16_t count[YEOUN_ACCIDENTS];
    compose(n, (unsigned)_i, 0.9f);
    yeoun_critic_count(&scratch.plan, &score, &scratch.lanes.critic, count);
    ck_assert_uint_eq(count[YEOUN_ACCIDENT_HAMMERED], 0);
  }
}
END_TEST

START_TEST(ladders_are_climbed_and_never_clamped)
{
  for (int rungs = 2; rungs <= YEOUN_RUNGS; ++rungs) {
    const struct yeoun_ladder ladder = {.rungs = rungs};
    int last = -1;
    for (int step = 0; step < 40; ++step) {
      const int rung = yeoun_ladder_climb(&ladder, step);
      ck_assert_int_ge(rung, 0);
      ck_assert_int_lt(rung, rungs);
      ck_assert_int_ne(rung, last);
      last = rung;
    }
  }
}
END_TEST

/* Which slots of a bar chords begin in, as a set. */
static uint32_t
rhythm_of(int bar)
{
  uint32_t slots = 0;
  const int32_t bar_ticks = yeoun_bar_ticks(score.meter);
  for (int i = 0; i < score.notes; ++i) {
    const struct yeoun_note *const note = &score.note[i];
    if (note->lane == YEOUN_LANE_CHORDS && note->start / bar_ticks == bar) {
      slots |= 1U << (note->start % bar_ticks / YEOUN_SLOT & 31);
    }
  }
  return slots;
}

/* Share of bars that have a score's commonest accompaniment rhythm; and figures
   come to rest where phrases end. */
START_TEST(the_figure_breathes)
{
  int commonest = 0;
  int bars = 0;
  double ends = 0.0;
  double inner = 0.0;
  int phrases = 0;
  for (int n = 0; n < WALK; ++n) {
    uint32_t rhythm[WALK_BARS];
    compose(n, (unsigned)_i, 0.9f);
    int best = 0;
    for (int bar = 0; bar < scratch.plan.bars; ++bar) {
      rhythm[bar] = rhythm_of(bar);
      int same = 1;
      for (int b = 0; b < bar; ++b) {
        same += rhythm[b] == rhythm[bar] && rhythm[bar];
      }
      best = same > best && rhythm[bar] ? same : best;
      bars += rhythm[bar] != 0;
    }
    commonest += best;
    for (int p = 0; p < scratch.plan.phrases; ++p) {
      const struct yeoun_phrase_plan *const phrase = &scratch.plan.phrase[p];
      const int last = phrase->bar + phrase->bars - 1;
      if (phrase->bars > 2 && rhythm[last] && rhythm[last - 1]) {
        ends += __builtin_popcount(rhythm[last]);
        inner += __builtin_popcount(rhythm[last - 1]);
        ++phrases;
      }
    }
  }
  ck_assert_int_gt(phrases, WALK);
  ck_assert_int_lt(100 * commonest, 62 * bars);
  ck_assert_double_lt(ends, 0.9 * inner);
}
END_TEST

/* Songs' basses go by step in 31 to 34 % of moves; comic ones stride. */
START_TEST(the_bass_goes_somewhere)
{
  int moves = 0;
  int steps = 0;
  int wide = 0;
  for (int n = 0; n < WALK; ++n) {
    int last = 0;
    compose(n, (unsigned)_i, 0.9f);
    for (int i = 0; i < score.notes; ++i) {
      if (score.note[i].lane != YEOUN_LANE_BASS) {
        continue;
      }
      const int move = last ? abs(score.note[i].pitch - last) : 0;
      moves += move > 0;
      steps += move == 1 || move == 2;
      wide += move > 12;
      last = score.note[i].pitch;
    }
  }
  ck_assert_int_gt(100 * steps, (_i == YEOUN_COMIC ? 9 : 26) * moves);
  ck_assert_int_lt(100 * steps, 42 * moves);
  ck_assert_int_lt(100 * wide, 3 * moves);
}
END_TEST

/* What a second voice does in one phrase. */
struct answering {
  int onsets, free;          /* of its notes; those where the melody has none */
  int held, held_pulses;     /* pulses in which the melody holds: with an onset
                                of it, all */
  int struck, struck_pulses; /* and those in which it strikes */
};

static struct answering
listen_to(const struct yeoun_phrase_plan *phrase)
{
  const struct yeoun_plan *const plan = &scratch.plan;
  const struct yeoun_heard *const heard = &scratch.lanes.heard;
  const int pulse = yeoun_pulse_ticks(plan->meter) / YEOUN_SLOT;
  struct answering found = {0};
  uint8_t own[YEOUN_HEARD_SLOTS] = {0};
  for (int i = 0; i < score.notes; ++i) {
    if (score.note[i].lane == YEOUN_LANE_COUNTER) {
      own[score.note[i].start / YEOUN_SLOT] = 1;
    }
  }
  const int begin = phrase->bar * plan->slots;
  for (int s = begin; s < begin + phrase->bars * plan->slots; s += pulse) {
    int melody = 0;
    int counter = 0;
    for (int k = 0; k < pulse; ++k) {
      melody += heard->is_onset[s + k];
      counter += own[s + k];
      found.free += own[s + k] && !heard->is_onset[s + k];
    }
    found.onsets += counter;
    found.held += !melody && counter;
    found.held_pulses += !melody;
    found.struck += melody && counter;
    found.struck_pulses += melody > 0;
  }
  return found;
}

/* The second voice begins its notes where the melody holds rather than where it
   strikes, unless it goes along with all of it. */
START_TEST(the_counter_melody_moves_where_the_tune_holds)
{
  struct answering sum = {0};
  for (int n = 0; n < WALK; ++n) {
    compose(n, (unsigned)_i, 0.9f);
    for (int p = 0; p < scratch.plan.phrases; ++p) {
      const struct answering own = listen_to(&scratch.plan.phrase[p]);
      if (own.free) {
        sum.onsets += own.onsets;
        sum.held += own.held;
        sum.held_pulses += own.held_pulses;
        sum.struck += own.struck;
        sum.struck_pulses += own.struck_pulses;
      }
    }
  }
  ck_assert_int_gt(sum.onsets, 5 * WALK);
  const double held = (double)sum.held / sum.held_pulses;
  const double struck = (double)sum.struck / sum.struck_pulses;
  ck_assert_double_gt(held, 1.3 * struck);
}
END_TEST

START_TEST(the_counter_melody_keeps_under_the_tune_and_goes_against_it)
{
  int onsets = 0;
  int against = 0;
  int along = 0;
  int crossed = 0;
  for (int n = 0; n < WALK; ++n) {
    compose(n, (unsigned)_i, 0.9f);
    const struct yeoun_heard *const heard = &scratch.lanes.heard;
    int last = 0;
    int last_melody = 0;
    for (int i = 0; i < score.notes; ++i) {
      const struct yeoun_note *const note = &score.note[i];
      if (note->lane != YEOUN_LANE_COUNTER) {
        continue;
      }
      const int slot = note->start / YEOUN_SLOT;
      const int melody = heard->pitch[slot];
      ++onsets;
      crossed += melody && note->pitch >= melody;
      if (last && melody && last_melody && !heard->is_onset[slot]) {
        const int move = (note->pitch - last) * (melody - last_melody);
        against += move < 0;
        along += move > 0;
      }
      last = note->pitch;
      last_melody = melody;
    }
  }
  ck_assert_int_gt(onsets, 10 * WALK);
  ck_assert_int_lt(100 * crossed, onsets);
  ck_assert_int_gt(against, along);
}
END_TEST

/* After the last note nothing follows by which a dissonance could resolve. */
START_TEST(the_last_chord_is_heard_as_it_is_named)
{
  int heard = 0;
  for (int n = 0; n < WALK; ++n) {
    compose(n, (unsigned)_i, 0.9f);
    const struct yeoun_span *const last = &score.span[score.spans - 1];
    const int32_t end = last->start + last->length;
    for (int i = 0; i < score.notes; ++i) {
      const struct yeoun_note *const note = &score.note[i];
      if ((note->lane == YEOUN_LANE_COUNTER ||
           note->lane == YEOUN_LANE_CHORDS || note->lane == YEOUN_LANE_PAD) &&
          !(note->marks & YEOUN_MARK_JOKE) && note->start >= last->start &&
          note->start + note->length >= end) {
        ++heard;
        ck_assert_msg(yeoun_tones_hold(last->chord.tones, note->pitch),
                      "piece %d: lane %d ends on key %d",
                      n,
                      note->lane,
                      note->pitch);
      }
    }
  }
  ck_assert_int_gt(heard, WALK / 4);
}
END_TEST

/* Notes and level by quarters of a form that grows. */
START_TEST(the_music_goes_somewhere)
{
  double notes[4] = {0};
  double level[4] = {0};
  for (int n = 0; n < WALK; ++n) {
    compose(n, (unsigned)_i, 0.9f);
    for (int i = 0; i < score.notes; ++i) {
      const struct yeoun_note *const note = &score.note[i];
      const int quarter = (int)(4L * note->start / score.length);
      if (note->lane == YEOUN_LANE_CHORDS || note->lane == YEOUN_LANE_BASS) {
        notes[quarter] += 1.0;
        level[quarter] += note->level_db;
      }
    }
  }
  for (int q = 0; q < 4; ++q) {
    level[q] /= notes[q];
  }
  ck_assert_double_gt(notes[2], 1.1 * notes[0]);
  ck_assert_double_gt(level[2], level[0] + 2.0);
  ck_assert_double_gt(level[2], level[3] + 0.5);
  ck_assert_double_gt(level[3], level[0]);
}
END_TEST

/* An ending is rolled once and rings to the end of the bar. */
START_TEST(an_ending_rings)
{
  for (int n = 0; n < 40; ++n) {
    struct yeoun_request request =
      subject_request(&subjects.subject[n % subjects.count],
                      8,
                      n % 2 ? YEOUN_ROMANTIC : YEOUN_LYRICAL,
                      (unsigned)(1 + n),
                      0.35);
    request.has_ending = true;
    request.mood.intensity = 0.9f;
    walk_compose(&request);
    const int32_t bar = score.length - yeoun_bar_ticks(score.meter);
    const int32_t home = score.span[score.spans - 1].start;
    const int32_t last = home > bar ? home : bar;
    int ringing = 0;
    int all = 0;
    for (int i = 0; i < score.notes; ++i) {
      const struct yeoun_note *const note = &score.note[i];
      if (note->lane == YEOUN_LANE_CHORDS && note->start >= last) {
        ++all;
        ringing += note->start + note->length == score.length;
      }
    }
    ck_assert_int_gt(all, 1);
    ck_assert_int_ge(3 * ringing, 2 * all);
  }
}
END_TEST

/* Root, third or fourth, fifth: a held second or seventh rubs with the tune. */
START_TEST(the_pad_lies_in_the_middle_of_its_chord)
{
  int held = 0;
  int outside = 0;
  for (int n = 0; n < WALK; ++n) {
    compose(n, (unsigned)n % 2 ? YEOUN_LYRICAL : YEOUN_ROMANTIC, 0.9f);
    for (int i = 0; i < score.notes; ++i) {
      const struct yeoun_note *const note = &score.note[i];
      if (note->lane == YEOUN_LANE_PAD) {
        const struct yeoun_chord *const chord =
          &yeoun_harmony_at(&score, note->start)->chord;
        const int up = (note->pitch + 12 - chord->root) % 12;
        ++held;
        outside += up != 0 && (up < 3 || up > 8);
      }
    }
  }
  ck_assert_int_gt(held, WALK);
  ck_assert_msg(50 * outside <= held, "%d of %d", outside, held);
}
END_TEST

/** Attacks a bar of the chords in a phrase. */
static double
attacks_in(const struct yeoun_phrase_plan *phrase)
{
  const int32_t bar = scratch.plan.bar_ticks;
  int attacks = 0;
  for (int i = 0; i < score.notes; ++i) {
    const struct yeoun_note *const note = &score.note[i];
    attacks += note->lane == YEOUN_LANE_CHORDS &&
               note->start >= phrase->bar * bar &&
               note->start < (phrase->bar + phrase->bars) * bar;
  }
  return (double)attacks / phrase->bars;
}

START_TEST(past_its_climax_the_music_runs_no_more)
{
  double climax = 0.0;
  double after = 0.0;
  for (int n = 0; n < WALK; ++n) {
    compose(n, YEOUN_ROMANTIC, 0.9f);
    const struct yeoun_plan *const plan = &scratch.plan;
    for (int p = 0; p + 1 < plan->phrases && plan->phrases == 4; ++p) {
      if (plan->phrase[p].is_climax) {
        climax += attacks_in(&plan->phrase[p]);
        after += attacks_in(&plan->phrase[plan->phrases - 1]);
      }
    }
  }
  ck_assert_double_gt(climax, WALK);
  ck_assert_msg(climax > 1.15 * after, "%.0f, then %.0f", climax, after);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("lanes");
  TCase *const tests = tcase_create("lanes");
  tcase_set_timeout(tests, 120);
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_loop_test(tests, the_tune_has_its_register, 0, 2);
  tcase_add_loop_test(tests, about_four_voices_sound, 0, YEOUN_POLES);
  tcase_add_loop_test(tests, nothing_is_hammered, 0, 2);
  tcase_add_test(tests, ladders_are_climbed_and_never_clamped);
  tcase_add_loop_test(tests, the_figure_breathes, 0, 2);
  tcase_add_loop_test(tests, the_bass_goes_somewhere, 0, YEOUN_POLES);
  tcase_add_loop_test(
    tests, the_counter_melody_moves_where_the_tune_holds, 0, 2);
  tcase_add_loop_test(
    tests, the_counter_melody_keeps_under_the_tune_and_goes_against_it, 0, 2);
  tcase_add_loop_test(tests, the_music_goes_somewhere, 0, 2);
  tcase_add_loop_test(
    tests, the_last_chord_is_heard_as_it_is_named, 0, YEOUN_POLES);
  tcase_add_test(tests, an_ending_rings);
  tcase_add_test(tests, the_pad_lies_in_the_middle_of_its_chord);
  tcase_add_test(tests, past_its_climax_the_music_runs_no_more);
  suite_add_tcase(suite, tests);
  return suite;
}
