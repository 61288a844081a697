// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* When notes are played: who leads, who lags, what swings, and that all are
   home at the bar line. */

#include <math.h>

#include "music/instrument.h"
#include "music/palette.h"
#include "rendered.h"
#include "suite.h"

enum { DRAWS = 40, BAR = 4 * YEOUN_BEAT };

#define HARDLY 0.004f /* at 0 there is nothing but the grid */

/** How late a note is on the mean of many performances, in milliseconds. */
static float
lateness(float humanize, unsigned lane, int32_t start, int pitch)
{
  float sum = 0.0f;
  for (uint64_t seed = 1; seed <= DRAWS; ++seed) {
    rendered_perform(humanize, seed);
    sum += rendered_ms(rendered_find(lane, start, pitch)->start - start);
  }
  return sum / DRAWS;
}

/** One note of each lane on the second beat. */
static void
write_chord(void)
{
  for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
    rendered_add(lane, YEOUN_BEAT, YEOUN_BEAT, 70 - 7 * (int)lane);
  }
}

START_TEST(the_melody_leads_and_a_struck_one_the_more)
{
  float lag[2] = {0.0f, 0.0f};
  for (int is_struck = 0; is_struck < 2; ++is_struck) {
    rendered_open();
    written.instrument[YEOUN_LANE_MELODY] =
      is_struck ? YEOUN_GRAND_PIANO : YEOUN_FLUTE;
    write_chord();
    const float lead = lateness(HARDLY, YEOUN_LANE_MELODY, YEOUN_BEAT, 70);
    for (unsigned lane = 1; lane < YEOUN_LANES; ++lane) {
      const float other =
        lateness(HARDLY, lane, YEOUN_BEAT, 70 - 7 * (int)lane);
      ck_assert_float_gt(other, lead + 1.0f);
      ck_assert_float_lt(other, lead + 17.0f);
      lag[is_struck] += (other - lead) / (YEOUN_LANES - 1);
    }
  }
  ck_assert_float_gt(lag[1], 1.5f * lag[0]);
}
END_TEST

START_TEST(a_chord_is_rolled_from_below_and_a_harp_rolls_wider)
{
  static const uint8_t instruments[] = {YEOUN_GRAND_PIANO, YEOUN_HARP};
  float width[2];
  for (int i = 0; i < 2; ++i) {
    rendered_open();
    written.instrument[YEOUN_LANE_CHORDS] = instruments[i];
    for (int n = 0; n < 4; ++n) {
      rendered_add(YEOUN_LANE_CHORDS, YEOUN_BEAT, YEOUN_BEAT, 48 + 5 * n);
    }
    float before = -99.0f;
    for (int n = 0; n < 4; ++n) {
      const float late =
        lateness(HARDLY, YEOUN_LANE_CHORDS, YEOUN_BEAT, 48 + 5 * n);
      ck_assert_float_gt(late, before + 1.0f);
      width[i] = late;
      before = late;
    }
  }
  ck_assert_float_gt(width[1], width[0] + 5.0f);
}
END_TEST

/** How late the middle and the end of a beat are, eighths and beats being
    written. */
static float
swing_of(unsigned pole, uint8_t bass, uint8_t unit)
{
  rendered_open();
  written.meter = (struct yeoun_meter){unit == 8 ? 12 : 4, unit};
  plain_mood.weight[YEOUN_LYRICAL] = 0.0f;
  plain_mood.weight[pole] = 1.0f;
  written.instrument[YEOUN_LANE_BASS] = bass;
  for (int i = 0; i < 16; ++i) {
    rendered_add(
      YEOUN_LANE_MELODY, i * YEOUN_BEAT / 2, YEOUN_BEAT / 2, 60 + i % 7);
  }
  const float beat =
    lateness(HARDLY, YEOUN_LANE_MELODY, 3 * YEOUN_BEAT, 60 + 6);
  const float off = lateness(HARDLY, YEOUN_LANE_MELODY, 7 * YEOUN_BEAT / 2, 60);
  ck_assert_float_lt(fabsf(beat), 3.0f);
  return off - beat;
}

START_TEST(comic_and_jazz_swing_and_lyrical_and_compound_do_not)
{
  const float lyrical = swing_of(YEOUN_LYRICAL, YEOUN_CELLO, 4);
  const float comic = swing_of(YEOUN_COMIC, YEOUN_CELLO, 4);
  const float jazz = swing_of(YEOUN_LYRICAL, YEOUN_UPRIGHT_BASS, 4);
  const float both = swing_of(YEOUN_COMIC, YEOUN_UPRIGHT_BASS, 4);
  ck_assert_float_lt(fabsf(lyrical), 2.0f);
  ck_assert_float_gt(comic, 8.0f);
  ck_assert_float_gt(jazz, 8.0f);
  ck_assert_float_gt(both, comic + 4.0f);
  ck_assert_float_lt(both, 45.0f);
  ck_assert_float_lt(fabsf(swing_of(YEOUN_COMIC, YEOUN_UPRIGHT_BASS, 8)), 2.0f);
}
END_TEST

START_TEST(more_humanize_scatters_more)
{
  float spread[2];
  for (int i = 0; i < 2; ++i) {
    float squares = 0.0f;
    rendered_open();
    rendered_add(YEOUN_LANE_CHORDS, YEOUN_BEAT, YEOUN_BEAT, 60);
    const float humanize = i ? 1.0f : 0.25f;
    const float mean = lateness(humanize, YEOUN_LANE_CHORDS, YEOUN_BEAT, 60);
    for (uint64_t seed = 1; seed <= DRAWS; ++seed) {
      rendered_perform(humanize, seed);
      const float off =
        rendered_ms(rendered_find(YEOUN_LANE_CHORDS, YEOUN_BEAT, 60)->start -
                    YEOUN_BEAT) -
        mean;
      squares += off * off;
    }
    spread[i] = sqrtf(squares / DRAWS);
  }
  ck_assert_float_gt(spread[0], 0.3f);
  ck_assert_float_gt(spread[1], 2.0f * spread[0]);
}
END_TEST

/* What one lane's rules shift within two bars comes home at their end, and is
   never more than a little. */
START_TEST(a_line_may_stray_within_two_bars_and_is_home_after_them)
{
  rendered_open();
  plain_mood.feature[YEOUN_FEATURE_MELODIC_CHARGE] = 8.0f;
  for (int i = 0; i < 32; ++i) {
    rendered_add(
      YEOUN_LANE_MELODY, i * YEOUN_BEAT, YEOUN_BEAT, i % 8 < 4 ? 61 : 60);
  }
  float most = 0.0f;
  for (int i = 0; i < 32; ++i) {
    const int pitch = i % 8 < 4 ? 61 : 60;
    const float late =
      fabsf(lateness(HARDLY, YEOUN_LANE_MELODY, i * YEOUN_BEAT, pitch));
    if (i % 8 == 0) {
      ck_assert_float_lt(late, 3.0f);
    }
    ck_assert_float_lt(late, 24.0f);
    most = fmaxf(most, late);
  }
  ck_assert_float_gt(most, 8.0f);
}
END_TEST

START_TEST(doublings_of_a_line_move_with_it)
{
  rendered_open();
  plain_mood.feature[YEOUN_FEATURE_MELODIC_CHARGE] = 8.0f;
  for (int i = 0; i < 8; ++i) {
    rendered_add(YEOUN_LANE_BASS, i * YEOUN_BEAT, YEOUN_BEAT, i < 4 ? 37 : 36);
    rendered_add(YEOUN_LANE_BASS, i * YEOUN_BEAT, YEOUN_BEAT, i < 4 ? 49 : 48);
  }
  for (int i = 0; i < 8; ++i) {
    const int pitch = i < 4 ? 37 : 36;
    const float low = lateness(HARDLY, YEOUN_LANE_BASS, i * YEOUN_BEAT, pitch);
    const float high =
      lateness(HARDLY, YEOUN_LANE_BASS, i * YEOUN_BEAT, pitch + 12);
    ck_assert_float_lt(fabsf(high - low), 2.0f);
  }
}
END_TEST

START_TEST(a_rubato_bends_time_between_the_ends_of_its_phrases)
{
  rendered_open();
  plain_mood.feature[YEOUN_FEATURE_PHRASE_ARCH] = 2.0f;
  plain_mood.feature[YEOUN_FEATURE_RUBATO] = 1.0f;
  for (int i = 0; i < 32; ++i) {
    rendered_add(YEOUN_LANE_CHORDS, i * YEOUN_BEAT, YEOUN_BEAT, 60);
  }
  for (int p = 0; p < 2; ++p) {
    written.phrase[written.phrases++] =
      (struct yeoun_phrase){.start = p * 4 * BAR,
                            .turn = p * 4 * BAR + 2 * BAR,
                            .end = (p + 1) * 4 * BAR,
                            .level = 6};
  }
  const float first = lateness(HARDLY, YEOUN_LANE_CHORDS, 0, 60);
  const float home = lateness(HARDLY, YEOUN_LANE_CHORDS, 4 * BAR, 60);
  float most = 0.0f;
  for (int i = 1; i < 16; ++i) {
    most = fmaxf(most, lateness(HARDLY, YEOUN_LANE_CHORDS, i * YEOUN_BEAT, 60));
  }
  ck_assert_float_lt(fabsf(home - first), 3.0f);
  ck_assert_float_gt(most, home + 10.0f);
  ck_assert_float_lt(most, home + 70.0f);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("timing");
  TCase *const tests = tcase_create("timing");
  tcase_set_timeout(tests, 30);
  tcase_add_test(tests, the_melody_leads_and_a_struck_one_the_more);
  tcase_add_test(tests, a_chord_is_rolled_from_below_and_a_harp_rolls_wider);
  tcase_add_test(tests, comic_and_jazz_swing_and_lyrical_and_compound_do_not);
  tcase_add_test(tests, more_humanize_scatters_more);
  tcase_add_test(tests,
                 a_line_may_stray_within_two_bars_and_is_home_after_them);
  tcase_add_test(tests, doublings_of_a_line_move_with_it);
  tcase_add_test(tests, a_rubato_bends_time_between_the_ends_of_its_phrases);
  suite_add_tcase(suite, tests);
  return suite;
}
