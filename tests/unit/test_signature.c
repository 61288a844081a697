// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Key signatures, and themes in other keys. */

#include <string.h>

#include "compose/plan/analysis.h"
#include "music/key.h"
#include "music/pitch_name.h"
#include "music/signature.h"
#include "music/theme_move.h"
#include "suite.h"

static struct yeoun_theme
theme_of(const char *text)
{
  struct yeoun_theme theme;
  ck_assert_msg(yeoun_theme_read(text, &theme).status == YEOUN_OK, "%s", text);
  return theme;
}

static void
expect_text(const struct yeoun_theme *theme, const char *wanted)
{
  char text[YEOUN_THEME_TEXT];
  ck_assert_uint_lt(yeoun_theme_write(theme, text, sizeof(text)), sizeof(text));
  ck_assert_str_eq(text, wanted);
}

START_TEST(white_keys_have_no_sharp_and_a_fifth_up_has_one_more)
{
  static const uint8_t white[] = {0, 2, 4, 5, 7, 9, 11};
  const uint8_t mode = (uint8_t)_i;
  for (int sharps = -5; sharps <= 6; ++sharps) {
    const struct yeoun_key key = {
      (uint8_t)((white[_i] + 7 * (sharps + 12)) % 12), mode};
    ck_assert_int_eq(yeoun_key_sharps(key), sharps);
  }
}
END_TEST

START_TEST(six_flats_are_six_flats_where_they_were_typed)
{
  const struct yeoun_theme flat = theme_of("Gb Cb Db");
  const struct yeoun_theme sharp = theme_of("F# B C#");
  const struct yeoun_key key = yeoun_key_infer(&flat);
  ck_assert_int_eq(key.tonic, 6);
  ck_assert_int_eq(yeoun_key_sharps_as_typed(key, &flat), -6);
  ck_assert_int_eq(yeoun_key_sharps_as_typed(key, &sharp), 6);
}
END_TEST

START_TEST(minor_has_its_leading_note_and_major_its_flat_sixth)
{
  /* Places on the line of fifths: C is 0, G 1, F -1. */
  ck_assert_int_eq(yeoun_key_fifths(0, true, 8), 8);   /* g sharp in A minor */
  ck_assert_int_eq(yeoun_key_fifths(0, false, 8), -4); /* a flat in C */
  ck_assert_int_eq(yeoun_key_fifths(0, false, 6), 6);  /* f sharp in C */
  ck_assert_int_eq(
    yeoun_key_tonic_fifths((struct yeoun_key){9, YEOUN_MODE_AEOLIAN}, 0), 3);
}
END_TEST

/* The tonic that is asked for, and the theme there. */
static const struct {
  const char *from;
  unsigned letter, tonic;
  const char *to;
} moves[] = {
  {"C F G", YEOUN_LETTER_D, 2, "D G A"},
  {"C F G", YEOUN_LETTER_G, 6, "Gb Cb Db"},
  {"C F G", YEOUN_LETTER_F, 6, "F# B C#"},
  {"C F G", YEOUN_LETTER_B, 10, "Bb Eb F"},
  {"Am F E7", YEOUN_LETTER_C, 0, "Cm Ab G7"},
  {"Am/C F C", YEOUN_LETTER_D, 2, "Dm/F Bb F"},
  {"C F G e4 g a", YEOUN_LETTER_D, 2, "D G A f# a b"},
  {"C F G e4 g a", YEOUN_LETTER_G, 7, "G C D b3 d e"},
  {"C F G e4 g a", YEOUN_LETTER_A, 9, "A D E c# e f#"},
};

START_TEST(a_theme_moves_the_nearest_way_and_its_spelling_with_it)
{
  struct yeoun_theme theme = theme_of(moves[_i].from);
  const struct yeoun_key key = yeoun_key_infer(&theme);
  yeoun_theme_move(&theme, key, moves[_i].letter, moves[_i].tonic);
  expect_text(&theme, moves[_i].to);
}
END_TEST

START_TEST(a_theme_that_moves_there_and_back_is_the_same)
{
  static const char *const texts[] = {"C F G e4 g a", "C Am F", "C F#dim G"};
  for (unsigned i = 0; i < 3; ++i) {
    for (unsigned tonic = 0; tonic < 12; ++tonic) {
      struct yeoun_theme theme = theme_of(texts[i]);
      const struct yeoun_key key = {0, YEOUN_MODE_IONIAN};
      const struct yeoun_key there = {(uint8_t)tonic, YEOUN_MODE_IONIAN};
      const unsigned letter = yeoun_letter_of_fifths(yeoun_key_sharps(there));
      yeoun_theme_move(&theme, key, letter, tonic);
      yeoun_theme_move(&theme, there, YEOUN_LETTER_C, 0);
      char text[YEOUN_THEME_TEXT];
      yeoun_theme_write(&theme, text, sizeof(text));
      ck_assert_msg(strncmp(text, texts[i], 3) == 0, "%u: %s", tonic, text);
    }
  }
}
END_TEST

START_TEST(notes_alone_are_put_on_chords_of_their_key_that_begin_with_them)
{
  static const char *const tunes[] = {
    "c4 d e c", "e4 g a", "g4 e c", "a4 c5 e b4", "e4 d c b3 a", "d4 f a"};
  int held = 0;
  for (unsigned i = 0; i < 6; ++i) {
    const struct yeoun_theme theme = theme_of(tunes[i]);
    static struct yeoun_analysis analysis;
    yeoun_analyse(&theme, (struct yeoun_meter){4, 4}, 0, &analysis);
    ck_assert_int_eq(analysis.chords, 3);
    const bool is_minor = yeoun_key_is_minor(analysis.key);
    const unsigned tones = yeoun_scale_tones(&analysis.scale);
    for (int c = 0; c < 3; ++c) {
      const struct yeoun_chord chord = analysis.chord[c];
      const unsigned foreign = chord.tones & ~tones;
      const unsigned leading = 1U << (analysis.key.tonic + 11) % 12;
      ck_assert(!foreign || (is_minor && foreign == leading));
      ck_assert_uint_eq(chord.bass, chord.root);
      ck_assert_int_eq(analysis.length[c], 4 * YEOUN_BEAT);
    }
    held +=
      yeoun_tones_hold(analysis.chord[0].tones, theme.note[0]) ||
      yeoun_tones_hold(analysis.chord[0].tones, theme.note[theme.notes - 1]);
  }
  ck_assert_int_ge(held, 5);
}
END_TEST

START_TEST(the_dominant_of_a_minor_tune_has_its_leading_note)
{
  static const uint8_t tones[] = {69, 72, 76, 74, 71, 69, 64, 67};
  int dominants = 0;
  for (unsigned i = 0; i < 64; ++i) {
    static struct yeoun_analysis analysis;
    struct yeoun_theme theme = {.notes = 4};
    theme.note[0] = 69;
    theme.note[1] = tones[i % 8];
    theme.note[2] = tones[i / 8 % 8];
    theme.note[3] = 69;
    yeoun_analyse(&theme, (struct yeoun_meter){4, 4}, 0, &analysis);
    const struct yeoun_key key = analysis.key;
    for (int c = 0; c < 3 && key.mode == YEOUN_MODE_AEOLIAN; ++c) {
      const struct yeoun_chord chord = analysis.chord[c];
      if (chord.root == (key.tonic + 7) % 12) {
        ck_assert(yeoun_tones_hold(chord.tones, key.tonic + 11));
        ++dominants;
      }
    }
  }
  ck_assert_int_gt(dominants, 3);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("signature");
  TCase *const tests = tcase_create("signature");
  tcase_add_loop_test(tests,
                      white_keys_have_no_sharp_and_a_fifth_up_has_one_more,
                      0,
                      YEOUN_MODES);
  tcase_add_test(tests, six_flats_are_six_flats_where_they_were_typed);
  tcase_add_test(tests, minor_has_its_leading_note_and_major_its_flat_sixth);
  tcase_add_loop_test(tests,
                      a_theme_moves_the_nearest_way_and_its_spelling_with_it,
                      0,
                      (int)(sizeof(moves) / sizeof(moves[0])));
  tcase_add_test(tests, a_theme_that_moves_there_and_back_is_the_same);
  tcase_add_test(
    tests, notes_alone_are_put_on_chords_of_their_key_that_begin_with_them);
  tcase_add_test(tests, the_dominant_of_a_minor_tune_has_its_leading_note);
  suite_add_tcase(suite, tests);
  return suite;
}
