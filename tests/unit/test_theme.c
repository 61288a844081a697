// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Themes as text: chords, lengths, notes, and every fault. */

#include "music/beats.h"
#include "music/theme.h"
#include "suite.h"

#include <stdio.h>
#include <string.h>

START_TEST(real_themes_read_back_as_they_were_written)
{
  FILE *const file = fopen(THEMES, "r");
  char line[256];
  int themes = 0;
  ck_assert_ptr_nonnull(file);
  while (fgets(line, sizeof(line), file)) {
    struct yeoun_theme theme;
    char text[YEOUN_THEME_TEXT];
    line[strcspn(line, "\r\n")] = '\0';
    if (line[0] == '#' || line[0] == '\0') {
      continue;
    }
    ck_assert_msg(
      yeoun_theme_read(line, &theme).status == YEOUN_OK, "%s", line);
    yeoun_theme_write(&theme, text, sizeof(text));
    ck_assert_str_eq(text, line);
    ++themes;
  }
  fclose(file);
  ck_assert_int_ge(themes, 60);
}
END_TEST

START_TEST(beats_stand_after_a_colon_and_are_four_otherwise)
{
  struct yeoun_theme theme;
  ck_assert_int_eq(yeoun_theme_read("Am:2 F:6.5 C", &theme).status, YEOUN_OK);
  ck_assert_uint_eq(theme.chords, 3);
  ck_assert_int_eq(theme.length[0], 2 * YEOUN_BEAT);
  ck_assert_int_eq(theme.length[1], 13 * YEOUN_BEAT / 2);
  ck_assert_int_eq(theme.length[2], 4 * YEOUN_BEAT);
}
END_TEST

START_TEST(every_length_in_ticks_survives_the_text)
{
  struct yeoun_theme theme = yeoun_theme_default();
  for (int32_t ticks = YEOUN_BEAT / 2; ticks <= 32 * YEOUN_BEAT; ticks += 7) {
    struct yeoun_theme read;
    char text[YEOUN_THEME_TEXT];
    theme.length[1] = ticks;
    yeoun_theme_write(&theme, text, sizeof(text));
    ck_assert_int_eq(yeoun_theme_read(text, &read).status, YEOUN_OK);
    ck_assert_int_eq(read.length[1], ticks);
  }
}
END_TEST

static const struct {
  const char *text;
  int notes;
  int key[YEOUN_THEME_NOTES];
} motifs[] = {
  {"e g a", 3, {64, 67, 69}},
  {"a e", 2, {69, 64}},
  {"b c", 2, {71, 72}},
  {"c f# c", 3, {60, 66, 72}}, /* a tritone goes up */
  {"e5 d c", 3, {76, 74, 72}},
  {"bb a♭", 2, {70, 68}},
  {"c-1 g9", 2, {0, 127}},
  {"Am F C e g a", 3, {64, 67, 69}},
};

START_TEST(notes_are_nearest_to_the_note_before)
{
  struct yeoun_theme theme;
  ck_assert_int_eq(yeoun_theme_read(motifs[_i].text, &theme).status, YEOUN_OK);
  ck_assert_int_eq(theme.notes, motifs[_i].notes);
  for (int i = 0; i < theme.notes; ++i) {
    ck_assert_int_eq(theme.note[i], motifs[_i].key[i]);
  }
}
END_TEST

START_TEST(any_notes_survive_the_text)
{
  for (int key = 0; key < 128; ++key) {
    struct yeoun_theme theme = {.notes = 8};
    struct yeoun_theme read;
    char text[YEOUN_THEME_TEXT];
    for (int i = 0; i < 8; ++i) {
      theme.note[i] = (uint8_t)((key + i * i * 17) % 128);
    }
    const size_t length = yeoun_theme_write(&theme, text, sizeof(text));
    ck_assert_uint_lt(length, sizeof(text) - 1);
    ck_assert_msg(yeoun_theme_read(text, &read).status == YEOUN_OK, "%s", text);
    ck_assert_mem_eq(read.note, theme.note, 8);
  }
}
END_TEST

START_TEST(the_longest_theme_fits_the_size_that_is_promised)
{
  struct yeoun_theme theme = {.chords = YEOUN_THEME_CHORDS, .notes = 8};
  struct yeoun_theme read;
  char text[YEOUN_THEME_TEXT];
  for (int i = 0; i < YEOUN_THEME_CHORDS; ++i) {
    theme.chord[i] = yeoun_chord_make(10, YEOUN_CHORD_9SUS4, 3);
    theme.length[i] = 32 * YEOUN_BEAT - 1;
  }
  for (int i = 0; i < 8; ++i) {
    theme.note[i] = (uint8_t)(i % 2 ? 10 : 3 + 12 * 9);
  }
  ck_assert_uint_lt(yeoun_theme_write(&theme, text, sizeof(text)),
                    YEOUN_THEME_TEXT - 1);
  ck_assert_int_eq(yeoun_theme_read(text, &read).status, YEOUN_OK);
  ck_assert_mem_eq(read.note, theme.note, 8);
}
END_TEST

static const struct {
  const char *text;
  enum yeoun_status status;
  size_t offset;
} faults[] = {
  {"", YEOUN_EMPTY_THEME, 0},
  {"  ", YEOUN_EMPTY_THEME, 2},
  {"Am H C", YEOUN_EXPECTED_B, 3},
  {"Am Fy C", YEOUN_EXPECTED_TYPE, 4},
  {"Am F/x C", YEOUN_EXPECTED_BASS, 5},
  {"Am: F", YEOUN_EXPECTED_BEATS, 3},
  {"Am:0.4", YEOUN_EXPECTED_BEATS, 3},
  {"Am:33", YEOUN_EXPECTED_BEATS, 3},
  {"Am:99999999999999999999", YEOUN_EXPECTED_BEATS, 3},
  {"Am:2x", YEOUN_EXPECTED_BEATS, 3},
  {"Am F C G Dm E Am F C", YEOUN_TOO_MANY_CHORDS, 19},
  {"a b c d e f g a b", YEOUN_TOO_MANY_NOTES, 16},
  {"Am e", YEOUN_TOO_FEW_NOTES, 3},
  {"e h", YEOUN_EXPECTED_ROOT, 2},
  {"em F", YEOUN_EXPECTED_ROOT, 1},
  {"g#9 a", YEOUN_EXPECTED_ROOT, 2},
  {"C4 E4 G4", YEOUN_EXPECTED_NOTES, 0},
  {" C4 E4 C5", YEOUN_EXPECTED_NOTES, 1},
  {"Do", YEOUN_EXPECTED_LETTERS, 0},
  {"Am Sol Fa", YEOUN_EXPECTED_LETTERS, 3},
  {"do re mi", YEOUN_EXPECTED_LETTERS, 0},
  {"H E A", YEOUN_EXPECTED_B, 0},
  {"Hm7 Em", YEOUN_EXPECTED_B, 0},
  {"C#4 E4 G4", YEOUN_EXPECTED_NOTES, 0},
  {"| N.C. |", YEOUN_EMPTY_THEME, 8},
};

START_TEST(a_fault_is_named_at_its_place_and_writes_nothing)
{
  struct yeoun_theme theme;
  memset(&theme, 0xA5, sizeof(theme));
  const struct yeoun_theme before = theme;
  const struct yeoun_reading reading =
    yeoun_theme_read(faults[_i].text, &theme);
  ck_assert_int_eq(reading.status, faults[_i].status);
  ck_assert_uint_eq(reading.offset, faults[_i].offset);
  ck_assert_mem_eq(&theme, &before, sizeof(theme));
}
END_TEST

/* As people paste them, and what that is. */
static const struct {
  const char *text, *plain, *remark;
} charts[] = {
  {"| Am | F | C |", "Am F C", ""},
  {"|: Am | F | C :|", "Am F C", ""},
  {"||: Am | F | C :|| x4", "Am F C", ""},
  {"|Am|F|C|", "Am F C", ""},
  {"| Am F | C G |", "Am:2 F:2 C:2 G:2", ""},
  {"Am F | C | G", "Am:2 F:2 C G", ""},
  {"| Am:3 F:1 | C |", "Am:3 F:1 C", ""},
  {"Am - F - C", "Am F C", ""},
  {"Am-F-C", "Am F C", ""},
  {"C-7 F7", "Cm7 F7", ""},
  {"Am \u2013 F \u2014 C", "Am F C", ""},
  {"Am \u2192 F -> C", "Am F C", ""},
  {"Am\u2013F\u2013C", "Am F C", ""},
  {"Am\u2011F", "Am F", ""},
  {"C\u20117 F7", "Cm7 F7", ""},
  {"Am, F, C", "Am F C", ""},
  {"Am,F,C", "Am F C", ""},
  {"[Am] [F] [C]", "Am F C", ""},
  {"[Am][F][C]", "Am F C", ""},
  {"(Am) (F)", "Am F", ""},
  {"N.C. | Am | F", "Am F", ""},
  {"NC Am F", "Am F", ""},
  {"| Am | % | F | C |", "Am:8 F C", ""},
  {"| Am / / / | F / C / |", "Am F:2 C:2", ""},
  {"Am\nF\nC", "Am F C", ""},
  {"C6 Dm7", "C6 Dm7", ""},
  {"E5 G5 A5", "E5 G5 A5", ""},
  {"C7 F7 G7", "C7 F7 G7", ""},
  {"C2 G", "Cadd9 G", ""},
  {"Gb Db", "Gb Db", ""},
  {"C7(b9,b13) Fm", "C7b9 Fm", "C7(b9,b13) is read as C7b9"},
  {"Galt:2 Fmaj7#11",
   "G7#9:2 Fmaj7",
   "Galt is read as G7#9, Fmaj7#11 is read as Fmaj7"},
};

START_TEST(a_chart_is_read_as_it_is_pasted)
{
  struct yeoun_theme theme;
  char text[YEOUN_THEME_TEXT];
  char remark[YEOUN_THEME_TEXT];
  const struct yeoun_reading reading =
    yeoun_theme_read(charts[_i].text, &theme);
  ck_assert_msg(!reading.status,
                "%s: %s at %zu",
                charts[_i].text,
                yeoun_status_text(reading.status),
                reading.offset);
  yeoun_theme_write(&theme, text, sizeof(text));
  ck_assert_str_eq(text, charts[_i].plain);
  const size_t length =
    yeoun_theme_remark(charts[_i].text, remark, sizeof(remark));
  ck_assert_str_eq(remark, charts[_i].remark);
  ck_assert_uint_eq(length, strlen(remark));
  ck_assert_uint_lt(yeoun_theme_remark(charts[_i].text, remark, 8), 8);
}
END_TEST

START_TEST(every_status_has_its_own_sentence)
{
  for (int a = YEOUN_OK; a <= YEOUN_NO_MEMORY; ++a) {
    const char *const text = yeoun_status_text((enum yeoun_status)a);
    ck_assert_uint_gt(strlen(text), 5);
    ck_assert_int_ne(text[strlen(text) - 1], '.');
    for (int b = YEOUN_OK; b < a; ++b) {
      ck_assert_str_ne(text, yeoun_status_text((enum yeoun_status)b));
    }
  }
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("theme");
  TCase *const tcase = tcase_create("theme");
  tcase_add_test(tcase, real_themes_read_back_as_they_were_written);
  tcase_add_test(tcase, beats_stand_after_a_colon_and_are_four_otherwise);
  tcase_add_test(tcase, every_length_in_ticks_survives_the_text);
  tcase_add_loop_test(tcase,
                      notes_are_nearest_to_the_note_before,
                      0,
                      sizeof(motifs) / sizeof(motifs[0]));
  tcase_add_test(tcase, any_notes_survive_the_text);
  tcase_add_test(tcase, the_longest_theme_fits_the_size_that_is_promised);
  tcase_add_loop_test(tcase,
                      a_fault_is_named_at_its_place_and_writes_nothing,
                      0,
                      sizeof(faults) / sizeof(faults[0]));
  tcase_add_loop_test(tcase,
                      a_chart_is_read_as_it_is_pasted,
                      0,
                      sizeof(charts) / sizeof(charts[0]));
  tcase_add_test(tcase, every_status_has_its_own_sentence);
  suite_add_tcase(suite, tcase);
  return suite;
}
