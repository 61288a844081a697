// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Chord symbols: every type and spelling, every fault. */

#include "music/chord.h"
#include "music/theme.h"
#include "suite.h"

#include <stdio.h>
#include <string.h>

static const struct {
  const char *text;
  uint8_t root, type, bass;
} spellings[] = {
  {"C", 0, YEOUN_CHORD_MAJ, 0},          {"Cmaj", 0, YEOUN_CHORD_MAJ, 0},
  {"CM", 0, YEOUN_CHORD_MAJ, 0},         {"Am", 9, YEOUN_CHORD_MIN, 9},
  {"Amin", 9, YEOUN_CHORD_MIN, 9},       {"A-", 9, YEOUN_CHORD_MIN, 9},
  {"Bdim", 11, YEOUN_CHORD_DIM, 11},     {"Bo", 11, YEOUN_CHORD_DIM, 11},
  {"B°", 11, YEOUN_CHORD_DIM, 11},       {"Caug", 0, YEOUN_CHORD_AUG, 0},
  {"C+", 0, YEOUN_CHORD_AUG, 0},         {"Asus2", 9, YEOUN_CHORD_SUS2, 9},
  {"Dsus", 2, YEOUN_CHORD_SUS4, 2},      {"Dsus4", 2, YEOUN_CHORD_SUS4, 2},
  {"E5", 4, YEOUN_CHORD_5, 4},           {"C6", 0, YEOUN_CHORD_6, 0},
  {"Am6", 9, YEOUN_CHORD_M6, 9},         {"G7", 7, YEOUN_CHORD_7, 7},
  {"Cmaj7", 0, YEOUN_CHORD_MAJ7, 0},     {"CM7", 0, YEOUN_CHORD_MAJ7, 0},
  {"C△", 0, YEOUN_CHORD_MAJ7, 0},        {"CΔ7", 0, YEOUN_CHORD_MAJ7, 0},
  {"C^7", 0, YEOUN_CHORD_MAJ7, 0},       {"Am7", 9, YEOUN_CHORD_M7, 9},
  {"A-7", 9, YEOUN_CHORD_M7, 9},         {"CmMaj7", 0, YEOUN_CHORD_MMAJ7, 0},
  {"Cm(maj7)", 0, YEOUN_CHORD_MMAJ7, 0}, {"F#m7b5", 6, YEOUN_CHORD_M7B5, 6},
  {"F♯m7♭5", 6, YEOUN_CHORD_M7B5, 6},    {"F#-7-5", 6, YEOUN_CHORD_M7B5, 6},
  {"B♭ø", 10, YEOUN_CHORD_M7B5, 10},     {"Bø7", 11, YEOUN_CHORD_M7B5, 11},
  {"Cdim7", 0, YEOUN_CHORD_DIM7, 0},     {"Co7", 0, YEOUN_CHORD_DIM7, 0},
  {"G7b9", 7, YEOUN_CHORD_7B9, 7},       {"G7(b9)", 7, YEOUN_CHORD_7B9, 7},
  {"G7-9", 7, YEOUN_CHORD_7B9, 7},       {"E7#9", 4, YEOUN_CHORD_7S9, 4},
  {"G7b5", 7, YEOUN_CHORD_7B5, 7},       {"G7#5", 7, YEOUN_CHORD_7S5, 7},
  {"G+7", 7, YEOUN_CHORD_7S5, 7},        {"G9", 7, YEOUN_CHORD_9, 7},
  {"Ebmaj9", 3, YEOUN_CHORD_MAJ9, 3},    {"Em9", 4, YEOUN_CHORD_M9, 4},
  {"C6/9", 0, YEOUN_CHORD_69, 0},        {"C69", 0, YEOUN_CHORD_69, 0},
  {"G11", 7, YEOUN_CHORD_11, 7},         {"G13", 7, YEOUN_CHORD_13, 7},
  {"Cadd9", 0, YEOUN_CHORD_ADD9, 0},     {"Cadd2", 0, YEOUN_CHORD_ADD9, 0},
  {"Cmadd9", 0, YEOUN_CHORD_MADD9, 0},   {"Cm(add9)", 0, YEOUN_CHORD_MADD9, 0},
  {"B7sus4", 11, YEOUN_CHORD_7SUS4, 11}, {"B7sus", 11, YEOUN_CHORD_7SUS4, 11},
  {"G9sus4", 7, YEOUN_CHORD_9SUS4, 7},   {"Am7/G", 9, YEOUN_CHORD_M7, 7},
  {"D/F#", 2, YEOUN_CHORD_MAJ, 6},       {"C6/9/E", 0, YEOUN_CHORD_69, 4},
  {"C6/A", 0, YEOUN_CHORD_6, 9},         {"B♭/D", 10, YEOUN_CHORD_MAJ, 2},
};

START_TEST(every_usual_spelling_is_understood)
{
  struct yeoun_chord chord;
  const struct yeoun_reading reading =
    yeoun_chord_read(spellings[_i].text, &chord);
  ck_assert_int_eq(reading.status, YEOUN_OK);
  ck_assert_uint_eq(reading.offset, strlen(spellings[_i].text));
  ck_assert_uint_eq(chord.root, spellings[_i].root);
  ck_assert_uint_eq(chord.type, spellings[_i].type);
  ck_assert_uint_eq(chord.bass, spellings[_i].bass);
}
END_TEST

static const struct {
  const char *text;
  enum yeoun_status status;
  size_t offset;
} faults[] = {
  {"", YEOUN_EXPECTED_ROOT, 0},      {"H", YEOUN_EXPECTED_B, 0},
  {"am", YEOUN_EXPECTED_ROOT, 0},    {"#C", YEOUN_EXPECTED_ROOT, 0},
  {"Cy", YEOUN_EXPECTED_TYPE, 1},    {"Amx", YEOUN_EXPECTED_TYPE, 2},
  {"Dsu", YEOUN_EXPECTED_TYPE, 1},   {"Am7x", YEOUN_EXPECTED_TYPE, 3},
  {"C7b", YEOUN_EXPECTED_TYPE, 3},   {"C(", YEOUN_EXPECTED_TYPE, 2},
  {"C()", YEOUN_EXPECTED_TYPE, 1},   {"C7(b9", YEOUN_EXPECTED_TYPE, 5},
  {"C°°", YEOUN_EXPECTED_TYPE, 3},   {"C3", YEOUN_EXPECTED_TYPE, 1},
  {"Am/", YEOUN_EXPECTED_BASS, 3},   {"Am/H", YEOUN_EXPECTED_BASS, 3},
  {"Am/g", YEOUN_EXPECTED_BASS, 3},  {"Am/Gy", YEOUN_EXPECTED_BASS, 4},
  {"C6/9/", YEOUN_EXPECTED_BASS, 5}, {"B♭m7♭x", YEOUN_EXPECTED_TYPE, 9},
};

START_TEST(a_fault_is_named_at_its_place_and_writes_nothing)
{
  struct yeoun_chord chord;
  memset(&chord, 0xA5, sizeof(chord));
  const struct yeoun_chord before = chord;
  const struct yeoun_reading reading =
    yeoun_chord_read(faults[_i].text, &chord);
  ck_assert_int_eq(reading.status, faults[_i].status);
  ck_assert_uint_eq(reading.offset, faults[_i].offset);
  ck_assert_mem_eq(&chord, &before, sizeof(chord));
}
END_TEST

/* What public charts have that has no type of its own, and signs of keyboards
   and programs. */
static const struct {
  const char *text;
  bool is_exact;
  const char *read;
} charts[] = {
  {"C7#11", false, "C7b5"},
  {"Fmaj7#11", false, "Fmaj7"},
  {"Am11", true, "Am11"},
  {"E7b13", false, "E7#5"},
  {"G7alt", false, "G7#9"},
  {"Galt", false, "G7#9"},
  {"G7#9#5", false, "G7#9"},
  {"G13sus", true, "G13sus"},
  {"G13sus4", true, "G13sus"},
  {"G13#11", false, "G13"},
  {"G13b9", false, "G13"},
  {"G9#11", false, "G9"},
  {"Am(b6)", false, "Am"},
  {"B7b9sus", false, "B7sus4"},
  {"Cmaj13", false, "Cmaj9"},
  {"Cm6/9", false, "Cm6"},
  {"Cm69", false, "Cm6"},
  {"Cmaj7#5", true, "Cmaj7#5"},
  {"C+maj7", true, "Cmaj7#5"},
  {"Caug(maj7)", true, "Cmaj7#5"},
  {"CM7(+5)", true, "Cmaj7#5"},
  {"C-11", true, "Cm11"},
  {"Cmi11", true, "Cm11"},
  {"Cm7(9,11)", true, "Cm11"},
  {"G7sus13", false, "G13sus"},
  {"C7(-5)", true, "C7b5"},
  {"C7(+9)", true, "C7#9"},
  {"C7(-9)", true, "C7b9"},
  {"C7sus2", false, "C9sus4"},
  {"Am#5", false, "Am"},
  {"Cadd4", false, "C"},
  {"Cadd11", false, "C"},
  {"CMA7", true, "Cmaj7"},
  {"CMI7", true, "Cm7"},
  {"C7M", true, "Cmaj7"},
  {"Cj7", true, "Cmaj7"},
  {"C7(b9,b13)", false, "C7b9"},
  {"C7(b9b13)", false, "C7b9"},
  {"C7(b9/b13)", false, "C7b9"},
  {"C(omit3)", true, "C5"},
  {"C(no3)", true, "C5"},
  {"Csus9", true, "C9sus4"},
  {"C7SUS4", true, "C7sus4"},
  {"CMaj7", true, "Cmaj7"},
  {"CDIM7", true, "Cdim7"},
  {"C\u2206", true, "Cmaj7"},
  {"C\u2212"
   "7",
   true,
   "Cm7"},
  {"C\u2205", true, "Cm7b5"},
  {"C\u02DA", true, "Cdim"},
  {"Ch7", true, "Cm7b5"},
  {"C\uE873"
   "7",
   true,
   "Cmaj7"},
  {"C\uE874"
   "7",
   true,
   "Cm7"},
  {"C\uE870"
   "7",
   true,
   "Cdim7"},
  {"B\uE260", true, "Bb"},
  {"F\uE262m", true, "F#m"},
  {"F##", true, "F##"},
  {"Fx7", true, "F##7"},
  {"Bbb", true, "Bbb"},
  {"Abb5", false, "Ab"},
  {"C\U0001D12A", true, "C##"},
  {"E\U0001D12B", true, "Ebb"},
  {"C\u266E", true, "C"},
};

/* Every sign for one thing that keyboards, word processors and programs write.
 */
static const struct {
  const char *before, *after, *plain;
  const char *sign[24];
} signs[] = {
  {"F", "m", "F#m", {"#", "\u266F", "\uE262", "\uFF03"}},
  {"B", "m", "Bbm", {"b", "\u266D", "\uE260"}},
  {"F",
   "m",
   "F##m",
   {"##",
    "x",
    "\u266F\u266F",
    "\U0001D12A",
    "\uE263",
    "\uFF03\uFF03",
    "\u00D7"}},
  {"B", "m", "Bbbm", {"bb", "\u266D\u266D", "\U0001D12B", "\uE264"}},
  {"C", "", "C", {"\u266E", "\uE261"}},
  {"C7", "11", "C7b5", {"#", "\u266F", "\uE262", "\uFF03", "+"}},
  {"Cm7", "5", "Cm7b5", {"b", "\u266D", "\uE260", "-"}},
  {"C",
   "7",
   "Cm7",
   {"m",
    "min",
    "Min",
    "MIN",
    "mi",
    "Mi",
    "MI",
    "minor",
    "-",
    "\u2212",
    "\u2013",
    "\u2010",
    "\u2011",
    "\uFF0D",
    "\uE874"}},
  {"C",
   "7",
   "Cdim7",
   {"dim",
    "Dim",
    "DIM",
    "o",
    "\u00B0",
    "\u00BA",
    "\u02DA",
    "\u25CB",
    "\uE870"}},
  {"C",
   "7",
   "Cm7b5",
   {"h",
    "0",
    "\u00F8",
    "\u00D8",
    "\u2205",
    "\u2300",
    "\u03C6",
    "\u03A6",
    "\uE871"}},
  {"C",
   "7",
   "Cmaj7",
   {"maj",
    "Maj",
    "MAJ",
    "ma",
    "Ma",
    "MA",
    "M",
    "major",
    "Major",
    "j",
    "t",
    "^",
    "\u25B3",
    "\u25B5",
    "\u2206",
    "\u0394",
    "\uE873"}},
  {"C", "", "Cmaj7", {"7M", "j7", "t", "^", "\u25B3", "\u2206", "\u0394"}},
  {"C", "7", "C7#5", {"+", "aug", "Aug", "AUG", "\uFF0B", "\uE872"}},
  {"C", "", "Caug", {"+", "aug", "\uFF0B", "\uE872", "(#5)", "(\u266F5)"}},
};

/* Semitones above the root, as books of harmony have them. */
static const struct {
  const char *text;
  const char *above;
} tones[] = {
  {"C", "047"},       {"Cm", "037"},       {"Cdim", "036"},
  {"Caug", "048"},    {"Csus2", "027"},    {"Csus4", "057"},
  {"C5", "07"},       {"C6", "0479"},      {"Cm6", "0379"},
  {"C7", "047a"},     {"Cmaj7", "047b"},   {"Cm7", "037a"},
  {"CmMaj7", "037b"}, {"Cm7b5", "036a"},   {"Cdim7", "0369"},
  {"C7b9", "0147a"},  {"C7#9", "0347a"},   {"C7b5", "046a"},
  {"C7#5", "048a"},   {"C9", "0247a"},     {"Cmaj9", "0247b"},
  {"Cm9", "0237a"},   {"C6/9", "02479"},   {"C11", "0257a"},
  {"C13", "02479a"},  {"Cadd9", "0247"},   {"Cmadd9", "0237"},
  {"C7sus4", "057a"}, {"C9sus4", "0257a"}, {"C13sus", "02579a"},
  {"Cm11", "02357a"}, {"Cmaj7#5", "048b"},
};

START_TEST(each_type_has_the_tones_of_its_name)
{
  struct yeoun_theme theme;
  char text[32];
  snprintf(text, sizeof(text), "%s F", tones[_i].text);
  ck_assert_int_eq(yeoun_theme_read(text, &theme).status, YEOUN_OK);
  unsigned wanted = 0;
  for (const char *c = tones[_i].above; *c; ++c) {
    wanted |= 1U << ((*c <= '9' ? *c - '0' : *c - 'a' + 10) & 15);
  }
  ck_assert_msg(theme.chord[0].tones == wanted,
                "%s: %03x, not %03x",
                tones[_i].text,
                theme.chord[0].tones,
                wanted);
}
END_TEST

START_TEST(every_sign_that_is_written_is_understood)
{
  for (size_t i = 0; i < 24 && signs[_i].sign[i]; ++i) {
    struct yeoun_chord chord;
    char symbol[48];
    char text[16];
    snprintf(symbol,
             sizeof(symbol),
             "%s%s%s",
             signs[_i].before,
             signs[_i].sign[i],
             signs[_i].after);
    const struct yeoun_reading reading = yeoun_chord_read(symbol, &chord);
    ck_assert_msg(!reading.status && reading.offset == strlen(symbol),
                  "%s is not understood",
                  symbol);
    yeoun_chord_write(chord, text, sizeof(text));
    ck_assert_msg(!strcmp(text, signs[_i].plain),
                  "%s is read as %s, not %s",
                  symbol,
                  text,
                  signs[_i].plain);
  }
}
END_TEST

START_TEST(what_charts_have_is_read_as_the_nearest)
{
  struct yeoun_chord chord;
  char text[16];
  bool is_exact = false;
  const struct yeoun_reading reading =
    yeoun_chord_read_near(charts[_i].text, &chord, &is_exact);
  ck_assert_msg(!reading.status, "%s", charts[_i].text);
  ck_assert_uint_eq(reading.offset, strlen(charts[_i].text));
  yeoun_chord_write(chord, text, sizeof(text));
  ck_assert_msg(!strcmp(text, charts[_i].read),
                "%s is read as %s, not %s",
                charts[_i].text,
                text,
                charts[_i].read);
  ck_assert_msg(is_exact == charts[_i].is_exact, "%s", charts[_i].text);
}
END_TEST

START_TEST(a_symbol_ends_at_a_blank_or_a_colon)
{
  struct yeoun_chord chord;
  ck_assert_uint_eq(yeoun_chord_read("Am7/G F", &chord).offset, 5);
  ck_assert_uint_eq(yeoun_chord_read("Am:2", &chord).offset, 2);
  ck_assert_uint_eq(yeoun_chord_read("F\tC", &chord).offset, 1);
}
END_TEST

START_TEST(every_chord_reads_back_as_it_was_written)
{
  for (unsigned root = 0; root < 12; ++root) {
    for (unsigned bass = 0; bass < 12; ++bass) {
      const struct yeoun_chord chord =
        yeoun_chord_make(root, (unsigned)_i, bass);
      struct yeoun_chord read;
      char text[16];
      const size_t length = yeoun_chord_write(chord, text, sizeof(text));
      const struct yeoun_reading reading = yeoun_chord_read(text, &read);
      ck_assert_msg(reading.status == YEOUN_OK, "%s", text);
      ck_assert_uint_eq(reading.offset, length);
      ck_assert_uint_eq(length, strlen(text));
      ck_assert_msg(yeoun_chord_equal(&read, &chord), "%s", text);
    }
  }
}
END_TEST

START_TEST(a_chord_holds_its_root_and_moves_with_it)
{
  const uint16_t intervals = yeoun_chord_intervals((enum yeoun_chord_type)_i);
  ck_assert_uint_eq(intervals & 1, 1);
  for (unsigned root = 0; root < 12; ++root) {
    const struct yeoun_chord chord = yeoun_chord_make(root, (unsigned)_i, root);
    for (int fifths = -14; fifths <= 14; ++fifths) {
      const struct yeoun_chord moved = yeoun_chord_transpose(chord, fifths);
      ck_assert_uint_eq(moved.root, (root + (unsigned)(168 + 7 * fifths)) % 12);
      ck_assert_uint_eq(moved.bass, moved.root);
      ck_assert_uint_eq(moved.tones,
                        yeoun_chord_make(moved.root, (unsigned)_i, 0).tones);
    }
  }
}
END_TEST

START_TEST(black_keys_are_spelled_by_habit)
{
  char text[16];
  yeoun_chord_write(yeoun_chord_make(10, YEOUN_CHORD_MAJ, 10), text, 16);
  ck_assert_str_eq(text, "Bb");
  yeoun_chord_write(yeoun_chord_make(6, YEOUN_CHORD_MIN, 6), text, 16);
  ck_assert_str_eq(text, "F#m");
  yeoun_chord_write(yeoun_chord_make(2, YEOUN_CHORD_MAJ, 6), text, 16);
  ck_assert_str_eq(text, "D/F#");
  yeoun_chord_write(yeoun_chord_make(0, YEOUN_CHORD_MAJ, 10), text, 16);
  ck_assert_str_eq(text, "C/Bb");
  yeoun_chord_write(yeoun_chord_make(8, YEOUN_CHORD_MAJ, 8), text, 16);
  ck_assert_str_eq(text, "Ab");
}
END_TEST

START_TEST(a_text_too_short_is_cut_and_ended)
{
  char text[4];
  const struct yeoun_chord chord = yeoun_chord_make(10, YEOUN_CHORD_M7B5, 5);
  ck_assert_uint_eq(yeoun_chord_write(chord, text, sizeof(text)), 3);
  ck_assert_str_eq(text, "Bbm");
}
END_TEST

START_TEST(numbers_out_of_range_make_a_chord_all_the_same)
{
  const struct yeoun_chord chord = yeoun_chord_make(14, 99, 24);
  ck_assert_uint_eq(chord.root, 2);
  ck_assert_uint_eq(chord.type, YEOUN_CHORD_MAJ);
  ck_assert_uint_eq(chord.bass, 0);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("chord");
  TCase *const tcase = tcase_create("chord");
  tcase_add_loop_test(tcase,
                      every_usual_spelling_is_understood,
                      0,
                      sizeof(spellings) / sizeof(spellings[0]));
  tcase_add_loop_test(tcase,
                      a_fault_is_named_at_its_place_and_writes_nothing,
                      0,
                      sizeof(faults) / sizeof(faults[0]));
  tcase_add_loop_test(tcase,
                      what_charts_have_is_read_as_the_nearest,
                      0,
                      sizeof(charts) / sizeof(charts[0]));
  tcase_add_loop_test(tcase,
                      every_sign_that_is_written_is_understood,
                      0,
                      sizeof(signs) / sizeof(signs[0]));
  tcase_add_test(tcase, a_symbol_ends_at_a_blank_or_a_colon);
  tcase_add_loop_test(
    tcase, every_chord_reads_back_as_it_was_written, 0, YEOUN_CHORD_TYPES);
  tcase_add_loop_test(
    tcase, a_chord_holds_its_root_and_moves_with_it, 0, YEOUN_CHORD_TYPES);
  tcase_add_test(tcase, black_keys_are_spelled_by_habit);
  tcase_add_test(tcase, a_text_too_short_is_cut_and_ended);
  tcase_add_test(tcase, numbers_out_of_range_make_a_chord_all_the_same);
  tcase_add_loop_test(tcase,
                      each_type_has_the_tones_of_its_name,
                      0,
                      (int)(sizeof(tones) / sizeof(tones[0])));
  suite_add_tcase(suite, tcase);
  return suite;
}
