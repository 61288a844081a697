// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A theme played by hand: what is a chord, what a note, when it is over, and by
   which name chords are known. */

#include <string.h>

#include "music/theme.h"
#include "play/learn.h"
#include "play/recognise.h"
#include "suite.h"

#define RATE 48000.0

static struct yeoun_learn learn;

static void
set_up(void)
{
  yeoun_learn_init(&learn, RATE);
}

static void
key(uint8_t kind, uint8_t pitch)
{
  const uint8_t bytes[] = {kind, pitch, 90};
  yeoun_learn_receive(&learn, bytes, 3);
}

static void
wait(double seconds)
{
  yeoun_learn_advance(&learn, (uint32_t)(seconds * RATE));
}

/** Down together, up together. */
static void
strike(const uint8_t *pitch, unsigned count)
{
  for (unsigned i = 0; i < count; ++i) {
    key(0x90, pitch[i]);
  }
  wait(0.4);
  for (unsigned i = 0; i < count; ++i) {
    key(0x80, pitch[i]);
  }
  wait(0.1);
}

static bool
is_learned(void)
{
  return learn.learned.chords || learn.learned.notes;
}

static void
expect(const char *theme)
{
  char text[200];
  yeoun_theme_write(&learn.learned, text, sizeof(text));
  ck_assert_str_eq(text, theme);
}

static const uint8_t am[] = {57, 60, 64};
static const uint8_t f[] = {53, 57, 60, 65};
static const uint8_t c[] = {48, 55, 64};

START_TEST(three_keys_together_are_a_chord)
{
  strike(am, 3);
  strike(f, 4);
  strike(c, 3);
  wait(1.5);
  expect("Am F C");
}
END_TEST

START_TEST(two_keys_together_are_two_notes)
{
  const uint8_t third[] = {64, 67};
  strike(third, 2);
  wait(1.5);
  expect("e g");
}
END_TEST

START_TEST(notes_after_chords_are_their_motif)
{
  const uint8_t tune[] = {64, 67, 69};
  strike(am, 3);
  strike(f, 4);
  for (unsigned i = 0; i < 3; ++i) {
    strike(&tune[i], 1);
  }
  wait(1.5);
  expect("Am F e g a");
}
END_TEST

START_TEST(a_single_note_after_chords_is_none)
{
  strike(am, 3);
  strike(f, 4);
  strike(am, 1);
  wait(1.5);
  expect("Am F");
}
END_TEST

START_TEST(a_theme_ends_when_the_hands_have_rested_a_second)
{
  strike(am, 3);
  strike(f, 4);
  wait(0.8);
  ck_assert(!is_learned());
  wait(0.2);
  expect("Am F");
  strike(c, 3);
  strike(am, 3);
  wait(1.1);
  expect("C Am");
}
END_TEST

START_TEST(keys_that_are_held_are_no_rest)
{
  strike(am, 3);
  strike(f, 4);
  key(0x90, 60);
  wait(5.0);
  ck_assert(!is_learned());
  key(0xB0, 123);
  wait(1.1);
  expect("Am F");
}
END_TEST

START_TEST(one_chord_alone_is_no_theme)
{
  strike(am, 3);
  wait(2.0);
  ck_assert(!is_learned());
}
END_TEST

START_TEST(what_is_played_on_the_channel_of_drums_is_not_learned)
{
  key(0x99, 36);
  key(0x89, 36);
  key(0x99, 38);
  key(0x89, 38);
  wait(2.0);
  ck_assert(!is_learned());
}
END_TEST

START_TEST(messages_that_are_malformed_are_passed_over)
{
  const uint8_t bad[] = {0x90, 200, 90};
  yeoun_learn_receive(&learn, bad, 3);
  yeoun_learn_receive(&learn, bad, 2);
  yeoun_learn_receive(&learn, bad, 0);
  ck_assert_uint_eq(learn.keys, 0);
}
END_TEST

/* The keys from the lowest up, and the name that a player would give them. */
static const struct {
  const char *name;
  uint8_t keys;
  uint8_t pitch[6];
} chords[] = {
  {"C", 3, {48, 52, 55}},
  {"C/E", 3, {52, 55, 60}},
  {"C/G", 3, {55, 60, 64}},
  {"Am7", 4, {57, 60, 64, 67}},
  {"Am", 3, {57, 64, 72}},
  {"G7", 4, {55, 59, 62, 65}},
  {"G7", 3, {55, 59, 65}},
  {"G7/B", 4, {59, 62, 65, 67}},
  {"Dm7", 4, {50, 53, 57, 60}},
  {"Cmaj7", 4, {48, 52, 55, 59}},
  {"Csus4", 3, {48, 53, 55}},
  {"Bm7b5", 4, {59, 62, 65, 69}},
  {"F/G", 4, {43, 53, 57, 60}},
  {"C5", 3, {48, 55, 60}},
  {"Bdim7", 4, {59, 62, 65, 68}},
  {"Cadd9", 4, {48, 52, 55, 62}},
  {"Cm7", 3, {48, 51, 58}}, /* of readings as good, that of the lowest key */
  {"Cmaj7", 3, {48, 52, 59}},
};

START_TEST(a_chord_has_the_name_that_a_player_would_give_it)
{
  uint16_t tones = 0;
  for (unsigned i = 0; i < chords[_i].keys; ++i) {
    tones = (uint16_t)(tones | 1U << chords[_i].pitch[i] % 12);
  }
  char text[32];
  const struct yeoun_chord found =
    yeoun_recognise(tones, chords[_i].pitch[0] % 12);
  yeoun_chord_write(found, text, sizeof(text));
  ck_assert_str_eq(text, chords[_i].name);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("gestures");
  TCase *const tests = tcase_create("gestures");
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_test(tests, three_keys_together_are_a_chord);
  tcase_add_test(tests, two_keys_together_are_two_notes);
  tcase_add_test(tests, notes_after_chords_are_their_motif);
  tcase_add_test(tests, a_single_note_after_chords_is_none);
  tcase_add_test(tests, a_theme_ends_when_the_hands_have_rested_a_second);
  tcase_add_test(tests, keys_that_are_held_are_no_rest);
  tcase_add_test(tests, one_chord_alone_is_no_theme);
  tcase_add_test(tests, what_is_played_on_the_channel_of_drums_is_not_learned);
  tcase_add_test(tests, messages_that_are_malformed_are_passed_over);
  tcase_add_loop_test(tests,
                      a_chord_has_the_name_that_a_player_would_give_it,
                      0,
                      (int)(sizeof(chords) / sizeof(*chords)));
  suite_add_tcase(suite, tests);
  return suite;
}
