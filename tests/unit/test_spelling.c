// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Spelling stays as typed: from the text through theme, name and harmony. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compose/compose.h"
#include "compose/scratch.h"
#include "music/key.h"
#include "music/signature.h"
#include "name.h"
#include "suite.h"

/* Too much for a stack. */
static struct yeoun_compose_scratch scratch;
static struct yeoun_score score;

/* The spelt roots: seven letters, five signs. */
enum { ROOTS = 35 };

static void
write_root(int root, char text[4])
{
  static const char *const signs[] = {"", "#", "b", "##", "bb"};
  snprintf(text, 4, "%c%s", "CDEFGAB"[root % 7], signs[root / 7]);
}

static void
ask(const char *theme, struct yeoun_request *request)
{
  const float trim[YEOUN_TRIMS] = {0};
  const float weight[YEOUN_POLES] = {0, 1, 0};
  memset(request, 0, sizeof(*request));
  const struct yeoun_reading reading = yeoun_theme_read(theme, &request->theme);
  ck_assert_msg(
    !reading.status, "%s: %s", theme, yeoun_status_text(reading.status));
  request->mood = yeoun_mood_blend(weight, trim, 0.5f, 0.25f);
  request->distance = 0.5f;
  request->variation = 3;
  request->bars = 8;
}

START_TEST(each_spelt_root_of_each_kind_is_a_name_that_reads_back)
{
  char root[4];
  char bass[4];
  write_root(_i, root);
  for (int b = 0; b <= ROOTS; ++b) {
    for (unsigned type = 0; type < YEOUN_CHORD_TYPES; ++type) {
      struct yeoun_request request;
      struct yeoun_request read;
      struct yeoun_pitch_name name;
      char text[YEOUN_NAME_SIZE];
      char chord[16];
      write_root(b % ROOTS, bass);
      ask("C F", &request);
      struct yeoun_chord *const c = &request.theme.chord[1];
      ck_assert(yeoun_pitch_name_read(root, 'A', &name));
      *c = yeoun_chord_make(name.pitch_class, type, name.pitch_class);
      c->root_letter = c->bass_letter = name.letter & 0xFU;
      if (b < ROOTS) {
        ck_assert(yeoun_pitch_name_read(bass, 'A', &name));
        c->bass = name.pitch_class;
        c->bass_letter = name.letter & 0xFU;
      }
      yeoun_chord_write(*c, chord, sizeof(chord));
      ck_assert_int_eq(strncmp(chord, root, strlen(root)), 0);
      ck_assert_uint_gt(yeoun_name_write(&request, 1, text, sizeof(text)), 0);
      ck_assert_msg(strstr(text, chord) != NULL, "%s in %s", chord, text);
      ck_assert_msg(!yeoun_name_read(text, &read, NULL).status, "%s", text);
      ck_assert_msg(yeoun_theme_equal(&request.theme, &read.theme), "%s", text);
    }
  }
}
END_TEST

/* What is typed is what is written. */
static const char *const typed[] = {
  "Gb Cb Db",       "F# B C#",      "Cb Fb Gb",     "E# B# C#",
  "Abm Fb Cb/Eb",   "G#m E B/D#",   "Cbmaj7 Fb6/9", "B#dim7 C#m",
  "Gb Cb/Bb Db7b9", "C#m B#dim7/A", "Bbbdom7 Abm",  "db eb gb",
  "c# d# f#",       "cb4 db eb",    "b# c# d#",     "Gb Db gb cb bb",
  "Ebm Abm fb eb",  "C/B# F/E#",    "e#5 f# c##",   "F# C# e# c# f#",
};

START_TEST(a_theme_is_written_as_it_was_typed)
{
  struct yeoun_theme theme;
  char text[YEOUN_THEME_TEXT];
  ck_assert_msg(!yeoun_theme_read(typed[_i], &theme).status, "%s", typed[_i]);
  yeoun_theme_write(&theme, text, sizeof(text));
  ck_assert_str_eq(text, typed[_i]);
}
END_TEST

START_TEST(c_flat_and_b_sharp_belong_to_the_octave_of_their_letter)
{
  struct yeoun_theme theme;
  ck_assert(!yeoun_theme_read("cb4 b#4 c4 b4", &theme).status);
  ck_assert_uint_eq(theme.note[0], 59);
  ck_assert_uint_eq(theme.note[1], 72);
  ck_assert_uint_eq(theme.note[2], 60);
  ck_assert_uint_eq(theme.note[3], 71);
  ck_assert_int_eq(yeoun_theme_read("cb-1 c", &theme).status,
                   YEOUN_EXPECTED_ROOT);
}
END_TEST

/* A theme, and the signature that its composer thinks in. */
static const struct {
  const char *theme;
  int sharps;
} signatures[] = {
  {"Gb Cb Db", -6},
  {"F# B C#", 6},
  {"C# F# G#", 7},
  {"Db Gb Ab", -5},
  {"Cb Fb Gb", -7},
  {"B E F#", 5},
  {"G#m C#m D#7", 5},
  {"Abm Dbm Eb7", -7},
  {"Ebm Abm Bb7", -6},
  {"D#m G#m A#7", 6},
  {"Am F C", 0},
  {"F Bb C", -1},
  {"db gb ab db", -5},
  {"c# f# g# c#", 7},
  {"gb cb db gb", -6},
};

START_TEST(a_key_is_spelt_as_it_was_typed)
{
  struct yeoun_theme theme;
  ck_assert(!yeoun_theme_read(signatures[_i].theme, &theme).status);
  ck_assert_int_eq(yeoun_key_sharps_as_typed(yeoun_key_infer(&theme), &theme),
                   signatures[_i].sharps);
}
END_TEST

static int
place_of(const struct yeoun_chord *chord)
{
  return yeoun_letter_fifths(chord->root_letter, chord->root);
}

/* Chords of the theme's roots have its letters; none lies further from the
   tonic than a tritone, on the side of the theme. */
START_TEST(chords_of_variations_are_spelt_as_the_theme)
{
  struct yeoun_request request;
  const char *const text = signatures[_i].theme;
  ask(text, &request);
  const struct yeoun_theme *const theme = &request.theme;
  const struct yeoun_key key = yeoun_key_infer(theme);
  const int tonic = yeoun_key_tonic_fifths(key, signatures[_i].sharps);
  for (unsigned v = 0; v < 60; ++v) {
    request.variation = (uint16_t)v;
    request.distance = (float)(v % 5) / 4.0f;
    request.bars = (uint16_t)(v % 2 ? 16 : 8);
    yeoun_compose(&request, &scratch, &score);
    for (unsigned s = 0; s < score.spans; ++s) {
      const struct yeoun_chord *const chord = &score.span[s].chord;
      char name[16];
      yeoun_chord_write(*chord, name, sizeof(name));
      for (unsigned i = 0; i < theme->chords; ++i) {
        ck_assert_msg(theme->chord[i].root != chord->root ||
                        theme->chord[i].root_letter == chord->root_letter,
                      "%s, variation %u: %s",
                      text,
                      v,
                      name);
      }
      ck_assert_msg(abs(place_of(chord) - tonic) <= 8,
                    "%s, variation %u: %s",
                    text,
                    v,
                    name);
    }
  }
}
END_TEST

Suite *
test_suite(void)
{
  enum { SIGNATURES = sizeof(signatures) / sizeof(signatures[0]) };
  Suite *const suite = suite_create("spelling");
  TCase *const tcase = tcase_create("spelling");
  tcase_set_timeout(tcase, 60);
  tcase_add_loop_test(
    tcase, each_spelt_root_of_each_kind_is_a_name_that_reads_back, 0, ROOTS);
  tcase_add_loop_test(tcase,
                      a_theme_is_written_as_it_was_typed,
                      0,
                      sizeof(typed) / sizeof(typed[0]));
  tcase_add_test(tcase,
                 c_flat_and_b_sharp_belong_to_the_octave_of_their_letter);
  tcase_add_loop_test(tcase, a_key_is_spelt_as_it_was_typed, 0, SIGNATURES);
  tcase_add_loop_test(
    tcase, chords_of_variations_are_spelt_as_the_theme, 0, SIGNATURES);
  suite_add_tcase(suite, tcase);
  return suite;
}
