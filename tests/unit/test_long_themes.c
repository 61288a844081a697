// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Themes of more chords than there are ports for: written or played, composed
   like any other. */

#include <string.h>

#include "compose/compose.h"
#include "compose/scratch.h"
#include "music/key.h"
#include "play/learn.h"
#include "request_read.h"
#include "suite.h"

static const char *const themes[] = {
  "Am F C G",
  "C G Am F e g a g",
  "Dm7 G7 Cmaj7 A7b9",
  "C:2 Am:2 F:2 G:2",
  "Am G F E Am",
  "C E7 Am F Dm G",
  "Bb F/A Gm Eb Bb/D Cm F",
  "F#m D A E F#m D A C#7",
  "C:1 B:1 Am:1 G:1 F:1 Em:1 Dm:1 G7:1 c b a g f e d g",
  "Am:0.5 F:32 C:0.5 G:16 Dm:2 E:2 Am:6 E7:1.5",
};
enum { THEMES = sizeof(themes) / sizeof(*themes) };

static struct yeoun_compose_scratch scratch;
static struct yeoun_score score;

static struct yeoun_theme
compose(unsigned t, unsigned pole, unsigned variation, unsigned bars)
{
  struct yeoun_controls controls;
  struct yeoun_request request;
  memset(&controls, 0, sizeof(controls));
  ck_assert(!yeoun_theme_read(themes[t], &controls.theme).status);
  controls.weight[pole] = 1.0f;
  controls.intensity = 0.5f;
  controls.space = 0.3f;
  controls.variation = (uint16_t)variation;
  controls.distance = variation ? (float)(variation % 5) / 4.0f : 0.0f;
  controls.bars = (uint16_t)bars;
  yeoun_request_read(&controls, &request);
  request.meter = (struct yeoun_meter){4, 4};
  yeoun_compose(&request, &scratch, &score);
  return controls.theme;
}

static int32_t
total_of(const struct yeoun_theme *theme)
{
  int32_t total = 0;
  for (unsigned i = 0; i < theme->chords; ++i) {
    total += theme->length[i];
  }
  return total;
}

START_TEST(a_long_theme_is_stated_chord_by_chord)
{
  const struct yeoun_theme theme = compose((unsigned)_i, YEOUN_LYRICAL, 0, 16);
  ck_assert_uint_ge(theme.chords, 4);
  ck_assert_uint_ge(score.spans, theme.chords);
  for (unsigned c = 0; c < theme.chords; ++c) {
    ck_assert_int_eq(score.span[c].slot, (int)c);
    ck_assert_uint_eq(score.span[c].chord.root, theme.chord[c].root);
    ck_assert_uint_eq(score.span[c].chord.type, theme.chord[c].type);
    /* At least as long as it is asked for: some are held until the bars are
       full. */
    ck_assert(total_of(&theme) > 64 * YEOUN_BEAT || c + 1U == theme.chords ||
              score.span[c].length >= theme.length[c]);
  }
}
END_TEST

static void
expect_sane(void)
{
  int32_t at = 0;
  ck_assert_uint_gt(score.notes, 0);
  for (unsigned i = 0; i < score.spans; ++i) {
    ck_assert_int_eq(score.span[i].start, at);
    ck_assert_int_gt(score.span[i].length, 0);
    at += score.span[i].length;
  }
  ck_assert_int_eq(at, score.length);
  for (unsigned i = 0; i < score.notes; ++i) {
    const struct yeoun_note *const note = &score.note[i];
    ck_assert(note->start >= 0 && note->start < score.length);
    ck_assert(note->length > 0 && note->length <= 2 * score.length);
    ck_assert(note->pitch < 128 && note->lane < YEOUN_LANES);
    ck_assert(!i || note->start >= note[-1].start);
  }
  ck_assert(score.identity >= 0.0f && score.identity <= 1.0f);
}

START_TEST(a_long_theme_has_sane_variations_with_all_its_chords)
{
  static const unsigned bars[] = {1, 4, 8, 16, 32};
  for (unsigned variation = 0; variation < 20; ++variation) {
    const unsigned length = bars[variation % 5];
    const struct yeoun_theme theme =
      compose((unsigned)_i, variation % 3, variation, length);
    expect_sane();
    unsigned stands = 0;
    for (unsigned i = 0; i < score.spans; ++i) {
      ck_assert_int_lt(score.span[i].slot, theme.chords);
      stands |= score.span[i].slot < 0 ? 0 : 1U << score.span[i].slot;
    }
    if ((int32_t)length * 4 * YEOUN_BEAT >= total_of(&theme)) {
      ck_assert_msg(stands == (1U << theme.chords) - 1,
                    "%s: variation %u has %x",
                    themes[_i],
                    variation,
                    stands);
    }
  }
}
END_TEST

static void
strike(struct yeoun_learn *learn, unsigned root)
{
  for (unsigned i = 0; i < 3; ++i) {
    const uint8_t key = (uint8_t)(60 + root + (i ? 3 * i + 1 : 0));
    const uint8_t on[] = {0x90, key, 90};
    yeoun_learn_receive(learn, on, 3);
  }
  yeoun_learn_advance(learn, 24000);
  for (unsigned i = 0; i < 3; ++i) {
    const uint8_t key = (uint8_t)(60 + root + (i ? 3 * i + 1 : 0));
    const uint8_t off[] = {0x80, key, 0};
    yeoun_learn_receive(learn, off, 3);
  }
  yeoun_learn_advance(learn, 2400);
}

START_TEST(up_to_eight_chords_are_learned_and_a_ninth_begins_anew)
{
  static const uint8_t roots[] = {0, 5, 7, 2, 9, 4, 11, 0, 5};
  struct yeoun_learn learn;
  yeoun_learn_init(&learn, 48000.0);
  for (unsigned i = 0; i < (unsigned)_i; ++i) {
    strike(&learn, roots[i]);
  }
  yeoun_learn_advance(&learn, 96000);
  ck_assert_uint_eq(learn.learned.chords, _i > 8 ? 8 : _i);
  for (unsigned i = 0; i < learn.learned.chords; ++i) {
    ck_assert_uint_eq(learn.learned.chord[i].root, roots[i]);
  }
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("long_themes");
  TCase *const tcase = tcase_create("themes");
  tcase_set_timeout(tcase, 60);
  tcase_add_loop_test(tcase, a_long_theme_is_stated_chord_by_chord, 0, THEMES);
  tcase_add_loop_test(
    tcase, a_long_theme_has_sane_variations_with_all_its_chords, 0, THEMES);
  tcase_add_loop_test(
    tcase, up_to_eight_chords_are_learned_and_a_ninth_begins_anew, 2, 10);
  suite_add_tcase(suite, tcase);
  return suite;
}
