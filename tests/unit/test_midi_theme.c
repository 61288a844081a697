// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A theme is read from what is played in a MIDI file: chords, their beats, and
   the notes of who sings. */

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "folder.h"
#include "read/midi_theme.h"
#include "suite.h"

enum { DIVISION = 96, MOST = 4096 };

/** Keys struck together on a channel, and for how many ticks. */
struct chord {
  const char *keys; /**< MIDI keys, one a byte */
  int ticks;
  uint8_t channel;
};

static uint8_t bytes[MOST];
static unsigned count;

static void
put(unsigned byte)
{
  ck_assert_uint_lt(count, MOST);
  bytes[count++] = (uint8_t)byte;
}

static void
put_event(int ticks, unsigned status, unsigned key, unsigned velocity)
{
  if (ticks > 127) {
    put(0x80U | (unsigned)ticks >> 7);
  }
  put((unsigned)ticks & 127U);
  put(status);
  put(key);
  put(velocity);
}

#define C "\x30\x34\x37"
#define A_MINOR "\x39\x3c\x40"
#define F "\x35\x39\x3c"

/** Write chords one after the other, and read them as a theme; "" where there
    is none. */
static const char *
read_back(const struct chord *chord, unsigned chords)
{
  static const uint8_t head[] = {'M', 'T', 'h', 'd', 0, 0,        0,   6,
                                 0,   0,   0,   1,   0, DIVISION, 'M', 'T',
                                 'r', 'k', 0,   0,   0, 0};
  static char text[256];
  struct yeoun_fault fault = {0};
  count = 0;
  for (unsigned i = 0; i < sizeof(head); ++i) {
    put(head[i]);
  }
  for (unsigned c = 0; c < chords; ++c) {
    const char *const keys = chord[c].keys;
    for (unsigned i = 0; keys[i]; ++i) {
      put_event(0, 0x90U | chord[c].channel, (uint8_t)keys[i], 90);
    }
    for (unsigned i = 0; keys[i]; ++i) {
      put_event(
        i ? 0 : chord[c].ticks, 0x80U | chord[c].channel, (uint8_t)keys[i], 0);
    }
  }
  put_event(0, 0xFF, 0x2F, 0);
  const unsigned size = count - (unsigned)sizeof(head);
  bytes[20] = (uint8_t)(size >> 8);
  bytes[21] = (uint8_t)size;
  FILE *const file = fopen("theme.mid", "wb");
  ck_assert_ptr_nonnull(file);
  ck_assert_uint_eq(fwrite(bytes, 1, count, file), count);
  ck_assert_int_eq(fclose(file), 0);
  if (!yeoun_midi_theme_read("theme.mid", text, sizeof(text), &fault)) {
    return "";
  }
  return text;
}

static void
set_up(void)
{
  make_folder();
  ck_assert_int_eq(chdir(folder_path()), 0);
}

static void
tear_down(void)
{
  remove_folder();
}

START_TEST(chords_are_read_with_their_beats)
{
  const struct chord chords[] = {
    {A_MINOR, 4 * DIVISION, 0}, {F, 2 * DIVISION, 0}, {C, DIVISION / 2, 0}};
  ck_assert_str_eq(read_back(chords, 3), "Am F:2 C:0.5");
}
END_TEST

START_TEST(what_closes_with_the_chord_it_began_with_keeps_it)
{
  const struct chord chords[] = {
    {C, 4 * DIVISION, 0}, {A_MINOR, 4 * DIVISION, 0}, {C, 4 * DIVISION, 0}};
  ck_assert_str_eq(read_back(chords, 3), "C Am C");
}
END_TEST

START_TEST(a_row_that_comes_again_is_taken_once)
{
  struct chord chords[8];
  for (unsigned i = 0; i < 8; ++i) {
    const char *const keys = i % 3 == 0 ? C : i % 3 == 1 ? A_MINOR : F;
    chords[i] = (struct chord){keys, 4 * DIVISION, 0};
  }
  ck_assert_str_eq(read_back(chords, 6), "C Am F");
  /* Broken off on its way, too. */
  ck_assert_str_eq(read_back(chords, 8), "C Am F");
  ck_assert_str_eq(read_back(chords, 5), "C Am F C Am");
}
END_TEST

START_TEST(a_chord_that_is_struck_again_is_one_chord)
{
  const struct chord chords[] = {
    {C, 2 * DIVISION, 0}, {C, 2 * DIVISION, 0}, {F, 4 * DIVISION, 0}};
  ck_assert_str_eq(read_back(chords, 3), "C F");
}
END_TEST

START_TEST(who_sings_has_the_motif_and_drums_have_none)
{
  const struct chord chords[] = {{C, 4 * DIVISION, 0},
                                 {F, 4 * DIVISION, 0},
                                 {"\x24\x26\x2a", DIVISION, 9},
                                 {"\x40", DIVISION, 1},
                                 {"\x43", DIVISION, 1},
                                 {"\x45", DIVISION, 1}};
  ck_assert_str_eq(read_back(chords, 6), "C F:8 e g a");
}
END_TEST

START_TEST(one_chord_or_one_note_is_no_theme)
{
  const struct chord chord = {C, 4 * DIVISION, 0};
  const struct chord note = {"\x40", DIVISION, 1};
  ck_assert_str_eq(read_back(&chord, 1), "");
  ck_assert_str_eq(read_back(&note, 1), "");
}
END_TEST

START_TEST(a_midi_file_is_known_by_its_name)
{
  ck_assert(yeoun_midi_theme_is("a.mid"));
  ck_assert(yeoun_midi_theme_is("a.MIDI"));
  ck_assert(!yeoun_midi_theme_is(".mid"));
  ck_assert(!yeoun_midi_theme_is("Am F C"));
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("midi_theme");
  TCase *const tests = tcase_create("midi_theme");
  tcase_add_checked_fixture(tests, set_up, tear_down);
  tcase_add_test(tests, chords_are_read_with_their_beats);
  tcase_add_test(tests, what_closes_with_the_chord_it_began_with_keeps_it);
  tcase_add_test(tests, a_row_that_comes_again_is_taken_once);
  tcase_add_test(tests, a_chord_that_is_struck_again_is_one_chord);
  tcase_add_test(tests, who_sings_has_the_motif_and_drums_have_none);
  tcase_add_test(tests, one_chord_or_one_note_is_no_theme);
  tcase_add_test(tests, a_midi_file_is_known_by_its_name);
  suite_add_tcase(suite, tests);
  return suite;
}
