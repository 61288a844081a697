// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What all composing stands on: keys, scales, rhythms, voicings. */

#include <stdlib.h>
#include <string.h>

#include "compose/lanes/voicing.h"
#include "compose/plan/rhythm.h"
#include "music/key.h"
#include "music/pitch_name.h"
#include "music/scale.h"
#include "suite.h"

static struct yeoun_theme
theme_of(const char *text)
{
  struct yeoun_theme theme;
  ck_assert_msg(yeoun_theme_read(text, &theme).status == YEOUN_OK, "%s", text);
  return theme;
}

/* Loops whose key no one doubts, and modal ones that must keep their mode. */
static const struct {
  const char *theme;
  int tonic;
  int mode;
} known_keys[] = {
  {"C F G", 0, YEOUN_MODE_IONIAN},
  {"Dm7 G7 Cmaj7", 0, YEOUN_MODE_IONIAN},
  {"Am F G", 9, YEOUN_MODE_AEOLIAN},
  {"Am Dm E", 9, YEOUN_MODE_AEOLIAN},
  {"Em B7", 4, YEOUN_MODE_AEOLIAN},
  {"G C D", 7, YEOUN_MODE_IONIAN},
  {"Bb F Bb", 10, YEOUN_MODE_IONIAN},
  {"Dm G", 2, YEOUN_MODE_DORIAN},
  {"Em F", 4, YEOUN_MODE_PHRYGIAN},
  {"D C G", 2, YEOUN_MODE_MIXOLYDIAN},
  {"F#m B7 E", 4, YEOUN_MODE_IONIAN},
  {"c e g", 0, YEOUN_MODE_IONIAN},
  {"F/C C", 0, YEOUN_MODE_IONIAN},    /* a six-four chord is not home */
  {"A7 Dm F", 2, YEOUN_MODE_AEOLIAN}, /* a dominant prepares it */
};

/* On the white keys: from C ionian, from D dorian, and so on. */
START_TEST(every_mode_is_that_of_the_white_keys)
{
  static const uint8_t white[] = {0, 2, 4, 5, 7, 9, 11};
  const struct yeoun_key key = {white[_i], (uint8_t)_i};
  const struct yeoun_scale scale = yeoun_scale_of_key(key);
  ck_assert_uint_eq(yeoun_scale_tones(&scale), 0xAB5);
}
END_TEST

START_TEST(a_scale_bends_up_to_a_leading_note_and_down_to_a_borrowed_third)
{
  const struct yeoun_key minor = {9, YEOUN_MODE_AEOLIAN};
  const struct yeoun_key major = {0, YEOUN_MODE_IONIAN};
  const struct yeoun_scale under_e = yeoun_scale_under(
    yeoun_scale_of_key(minor), yeoun_chord_make(4, YEOUN_CHORD_MAJ, 4));
  ck_assert_int_eq(under_e.degree[6], 11); /* g becomes g sharp */
  const struct yeoun_scale under_fm = yeoun_scale_under(
    yeoun_scale_of_key(major), yeoun_chord_make(5, YEOUN_CHORD_MIN, 5));
  ck_assert_int_eq(under_fm.degree[5], 8); /* a becomes a flat */
  const struct yeoun_scale under_d = yeoun_scale_under(
    yeoun_scale_of_key(major), yeoun_chord_make(2, YEOUN_CHORD_MAJ, 2));
  ck_assert_int_eq(under_d.degree[3], 6); /* f becomes f sharp */
}
END_TEST

START_TEST(keys_are_heard)
{
  const struct yeoun_theme theme = theme_of(known_keys[_i].theme);
  const struct yeoun_key key = yeoun_key_infer(&theme);
  ck_assert_msg(key.tonic == known_keys[_i].tonic &&
                  key.mode == known_keys[_i].mode,
                "%s: tonic %d, mode %d",
                known_keys[_i].theme,
                key.tonic,
                key.mode);
}
END_TEST

/* The same loop a number of semitones higher has a key that much higher. */
START_TEST(keys_move_with_the_theme)
{
  const struct yeoun_theme theme = theme_of("Am F C");
  struct yeoun_theme moved = theme;
  for (int c = 0; c < theme.chords; ++c) {
    struct yeoun_chord *const chord = &moved.chord[c];
    chord->root = (uint8_t)((chord->root + _i) % 12);
    chord->bass = (uint8_t)((chord->bass + _i) % 12);
    chord->tones =
      (uint16_t)((chord->tones << _i | chord->tones >> (12 - _i)) & 0xfff);
  }
  const struct yeoun_key key = yeoun_key_infer(&theme);
  const struct yeoun_key there = yeoun_key_infer(&moved);
  ck_assert_int_eq(there.tonic, (key.tonic + _i) % 12);
  ck_assert_int_eq(there.mode, key.mode);
}
END_TEST

START_TEST(scales_rise_and_know_their_degrees)
{
  for (uint8_t mode = 0; mode < YEOUN_MODES; ++mode) {
    const struct yeoun_scale scale =
      yeoun_scale_of_key((struct yeoun_key){(uint8_t)_i, mode});
    ck_assert_int_eq(yeoun_scale_pitch(&scale, 35) % 12, _i);
    for (int degree = 7; degree < 63; ++degree) {
      const int pitch = yeoun_scale_pitch(&scale, degree);
      ck_assert_int_gt(yeoun_scale_pitch(&scale, degree + 1), pitch);
      ck_assert_int_eq(yeoun_scale_pitch(&scale, degree + 7), pitch + 12);
      ck_assert_int_eq(yeoun_scale_nearest(&scale, pitch), degree);
      ck_assert(yeoun_tones_hold(yeoun_scale_tones(&scale), pitch));
    }
    ck_assert_int_eq(__builtin_popcount(yeoun_scale_tones(&scale)), 7);
  }
}
END_TEST

/* Whatever the chord, its tones are in the scale that is bent under it. */
START_TEST(scales_bend_to_hold_their_chord)
{
  static const char *const chords[] = {
    "E7", "A7", "Bdim7", "Fm", "Ab", "Db", "C+", "F#m7b5", "B7", "Gm6", "D7#9"};
  const struct yeoun_scale scale =
    yeoun_scale_of_key((struct yeoun_key){0, YEOUN_MODE_IONIAN});
  for (unsigned i = 0; i < sizeof(chords) / sizeof(chords[0]); ++i) {
    const struct yeoun_theme theme = theme_of(chords[i]);
    const struct yeoun_scale bent = yeoun_scale_under(scale, theme.chord[0]);
    const uint16_t missing =
      (uint16_t)(theme.chord[0].tones & ~yeoun_scale_tones(&bent));
    /* One letter cannot be both sharp and natural: a sharp ninth may miss. */
    ck_assert_msg(__builtin_popcount(missing) <=
                    (strchr(chords[i], '#') ? 1 : 0),
                  "%s",
                  chords[i]);
  }
}
END_TEST

static const struct yeoun_meter meters[] =
  {{2, 4}, {3, 4}, {4, 4}, {5, 4}, {6, 8}, {7, 8}, {9, 8}, {12, 8}};

START_TEST(rhythms_begin_on_the_bar_and_stay_within)
{
  const struct yeoun_meter meter = meters[_i];
  const int slots = yeoun_rhythm_slots(meter);
  ck_assert_int_eq(slots * YEOUN_SLOT, yeoun_bar_ticks(meter));
  ck_assert_int_eq(yeoun_rhythm_weight(meter, 0), 3);
  for (unsigned family = 0; family < YEOUN_RHYTHM_FAMILIES; ++family) {
    int before = 0;
    for (int notes = 1; notes <= slots; ++notes) {
      const uint32_t onsets = yeoun_rhythm_bar(meter, family, notes);
      const int count = __builtin_popcount(onsets);
      ck_assert_uint_eq(onsets >> (slots - 1) >> 1, 0);
      ck_assert_int_ge(count, 1);
      ck_assert_int_le(count, notes + (slots > 16));
      ck_assert_int_ge(count, before);
      before = count;
    }
  }
}
END_TEST

/* Every voice is a tone of its chord, in order, above the bass and below the
   tune; the loop is smooth. */
START_TEST(voicings_are_smooth)
{
  static const char *const loops[] = {
    "Am F C", "Dm7 G7 Cmaj7", "Em C D", "Fmaj7 G Em7", "Cm Ab Bb", "E7 A7 D7"};
  static struct yeoun_voicing_search search;
  static struct yeoun_voicing voicing[YEOUN_SPANS_MAX];
  const struct yeoun_theme theme = theme_of(loops[_i]);
  const int spans = 4 * theme.chords;
  for (int s = 0; s < spans; ++s) {
    search.room[s] =
      (struct yeoun_voicing_room){.chord = theme.chord[s % theme.chords],
                                  .floor = 48,
                                  .ceiling = 65,
                                  .wanted = 60,
                                  .voices = 3};
  }
  yeoun_voicing_find(&search, spans, 1, voicing);
  int moves = 0;
  for (int s = 0; s < spans; ++s) {
    const struct yeoun_voicing *const next = &voicing[(s + 1) % spans];
    ck_assert_int_eq(voicing[s].voices, 3);
    for (int v = 0; v < 3; ++v) {
      const int pitch = voicing[s].pitch[v];
      ck_assert(yeoun_tones_hold(search.room[s].chord.tones, pitch));
      ck_assert_int_ge(pitch, 48);
      ck_assert_int_le(pitch, 65);
      ck_assert(v == 0 || pitch > voicing[s].pitch[v - 1]);
      moves += abs(next->pitch[v] - pitch);
    }
  }
  /* Two semitones and a half a voice on average: no voice need ever leap. */
  ck_assert_int_le(2 * moves, 5 * 3 * spans);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("foundation");
  TCase *const tests = tcase_create("foundation");
  tcase_add_loop_test(tests,
                      keys_are_heard,
                      0,
                      (int)(sizeof(known_keys) / sizeof(known_keys[0])));
  tcase_add_loop_test(
    tests, every_mode_is_that_of_the_white_keys, 0, YEOUN_MODES);
  tcase_add_test(
    tests, a_scale_bends_up_to_a_leading_note_and_down_to_a_borrowed_third);
  tcase_add_loop_test(tests, keys_move_with_the_theme, 1, 12);
  tcase_add_loop_test(tests, scales_rise_and_know_their_degrees, 0, 12);
  tcase_add_test(tests, scales_bend_to_hold_their_chord);
  tcase_add_loop_test(tests, rhythms_begin_on_the_bar_and_stay_within, 0, 8);
  tcase_add_loop_test(tests, voicings_are_smooth, 0, 6);
  suite_add_tcase(suite, tests);
  return suite;
}
