// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Printed music: bars that are full, signs that mean their lengths. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <check.h>

#include "../unit/suite.h"
#include "compose/compose.h"
#include "compose/scratch.h"
#include "files.h"
#include "music/key.h"
#include "music/palette.h"
#include "music/signature.h"
#include "render/score/key_name.h"
#include "render/score/musicxml_harmony.h"
#include "render/score/notation.h"
#include "render/score/signs.h"

/* Too much for a stack. */
static struct yeoun_compose_scratch compose_scratch;

static const struct yeoun_meter meters[] = {{4, 4}, {3, 4}, {6, 8}, {5, 4}};

/** A composed score in the form that is printed. */
static struct yeoun_composed
compose(unsigned pole, unsigned variation, struct yeoun_meter meter)
{
  static struct yeoun_score score;
  struct yeoun_request request = {.meter = meter,
                                  .distance = 0.6f,
                                  .humanize = 0.5f,
                                  .variation = (uint16_t)variation,
                                  .bars = 8};
  float weight[YEOUN_POLES] = {0};
  const float trim[YEOUN_TRIMS] = {0};
  weight[pole] = 1;
  request.theme = yeoun_theme_default();
  request.mood = yeoun_mood_blend(weight, trim, 0.5f, 0.3f);
  yeoun_compose(&request, &compose_scratch, &score);
  return (struct yeoun_composed){.meter = score.meter,
                                 .key = score.key,
                                 .length = score.length,
                                 .notes = score.notes,
                                 .note = score.note};
}

/** Divisions that a sign's type, dot and triplet mean. */
static int32_t
meant(const struct yeoun_sign *s)
{
  int32_t length = 4 * YEOUN_DIVISIONS >> s->type;
  length = s->is_dotted ? length * 3 / 2 : length;
  return s->is_triplet ? length * 2 / 3 : length;
}

static void
check_part(const struct yeoun_composed *composed, const struct yeoun_part *part)
{
  const int32_t bar =
    yeoun_bar_ticks(composed->meter) / (YEOUN_BEAT / YEOUN_DIVISIONS);
  int32_t at = 0;
  for (unsigned i = 0; i < part->count; ++i) {
    const struct yeoun_sign *const s = &part->sign[i];
    ck_assert_int_eq(s->start, at);
    ck_assert_int_eq(meant(s), s->length);
    ck_assert_int_le(s->start % bar + s->length, bar);
    at += s->length;
    const bool is_next_tied =
      i + 1 < part->count && part->sign[i + 1].is_tied_before;
    ck_assert(s->is_tied_after == is_next_tied);
  }
  ck_assert_int_eq(at, composed->length / (YEOUN_BEAT / YEOUN_DIVISIONS));
}

START_TEST(bars_are_full_and_signs_mean_their_lengths)
{
  unsigned notes = 0;
  for (unsigned variation = 0; variation < 60; ++variation) {
    const struct yeoun_composed composed =
      compose(variation % YEOUN_POLES, variation, meters[_i]);
    for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
      struct yeoun_part part;
      const struct yeoun_staff staff = {.lane = lane,
                                        .drum = YEOUN_DRUM_WOODBLOCK_HIGH};
      ck_assert(yeoun_notation_make(&composed, staff, &part));
      check_part(&composed, &part);
      for (unsigned i = 0; i < part.count; ++i) {
        notes += part.sign[i].count;
      }
      yeoun_part_free(&part);
    }
  }
  ck_assert_uint_gt(notes, 3000);
}
END_TEST

START_TEST(black_keys_are_spelt_in_their_key)
{
  const struct {
    struct yeoun_key key;
    unsigned pitch_class;
    char step;
    int alter;
  } spellings[] = {{{0, YEOUN_MODE_IONIAN}, 6, 'F', 1},
                   {{0, YEOUN_MODE_IONIAN}, 10, 'B', -1},
                   {{9, YEOUN_MODE_AEOLIAN}, 8, 'G', 1},
                   {{5, YEOUN_MODE_IONIAN}, 10, 'B', -1},
                   {{3, YEOUN_MODE_IONIAN}, 8, 'A', -1},
                   {{4, YEOUN_MODE_IONIAN}, 8, 'G', 1},
                   {{2, YEOUN_MODE_DORIAN}, 0, 'C', 0},
                   {{7, YEOUN_MODE_AEOLIAN}, 6, 'F', 1}};
  for (size_t i = 0; i < sizeof(spellings) / sizeof(spellings[0]); ++i) {
    const struct yeoun_spelling s =
      yeoun_spell(yeoun_key_sharps(spellings[i].key),
                  yeoun_key_is_minor(spellings[i].key),
                  spellings[i].pitch_class);
    ck_assert_int_eq(s.step, spellings[i].step);
    ck_assert_int_eq(s.alter, spellings[i].alter);
  }
}
END_TEST

START_TEST(scores_are_well_formed)
{
  make_folder();
  ck_assert_int_eq(
    run_command("'%s' 'Dm7/G C' --mood all --make score --rate 16000",
                getenv("YEOUN_RENDER")),
    0);
  ck_assert_uint_eq(count_files(".score.musicxml"), 3);
  ck_assert_uint_eq(count_files(".lead.musicxml"), 3);
  ck_assert_int_eq(run_command("xmllint --nonet --noout out/*.musicxml"), 0);
  remove_folder();
}
END_TEST

/** Whether a program is here; MuseScore 3 reads and writes without a screen. */
static bool
is_installed(const char *program)
{
  const bool is_here = run_command("command -v %s", program) == 0;
  if (!is_here) {
    printf("# not tried: %s is not installed\n", program);
  }
  return is_here;
}

static const char *const readings[] = {
  "--mood lyrical --palette ballad --variation 3",
  "--mood romantic --palette chamber --hit 5 --seconds 20",
  "--mood comic --palette jazz --meter 6/8",
  "--mood comic --palette orchestral --variation 4",
};

/* Two programs that read scores and say in MIDI what they read; LilyPond's
   reader stumbles over a tempo that is no whole number, and LilyPond plays
   chord symbols. */
static const struct {
  const char *needs, *read;
} readers[] = {
  {"mscore3",
   "QT_QPA_PLATFORM=offscreen timeout 50 mscore3 -o read.mid *.score.musicxml"},
  {"lilypond",
   "perl -0pe 's:<unpitched>.*?</unpitched>:<rest/>:gs' *.score.musicxml "
   ">read.xml && musicxml2ly -m -o read.ly read.xml && "
   "sed -i '/ChordNames/d; s/midi {.tempo.*/midi {}/' read.ly && "
   "timeout 100 lilypond -dno-print-pages -dbackend=null -dmidi-extension=mid "
   "-o read read.ly"},
};

enum { READERS = sizeof(readers) / sizeof(readers[0]) };

/* Parts that are transposed, hands, ties, graces: all sounds as it was sent. */
START_TEST(other_programs_read_the_same_notes)
{
  static struct midi_facts sent;
  static struct midi_facts read;
  int more[128] = {0};
  const int reader = _i % READERS;
  make_folder();
  if (is_installed(readers[reader].needs)) {
    ck_assert_int_eq(
      run_command("'%s' 'Gb Cb Db7b9' %s --make score,midi --rate 8000 && "
                  "cd out && mv *.mid sent.mid && %s",
                  getenv("YEOUN_RENDER"),
                  readings[_i / READERS],
                  readers[reader].read),
      0);
    read_midi("out/sent.mid", &sent);
    read_midi("out/read.mid", &read);
    for (unsigned i = 0; i < sent.notes; ++i) {
      more[sent.note[i].key & 127] += sent.note[i].channel != 9;
    }
    for (unsigned i = 0; i < read.notes; ++i) {
      more[read.note[i].key & 127] -= read.note[i].channel != 9;
    }
    for (unsigned key = 0; key < 128; ++key) {
      ck_assert_msg(!more[key], "key %u: %d", key, more[key]);
    }
    ck_assert_uint_gt(sent.notes, 50);
  }
  remove_folder();
}
END_TEST

/* A grace below middle C, before a note above it: of two hands the one that has
   the note has its grace. */
START_TEST(a_grace_stands_on_the_staff_of_its_note)
{
  struct yeoun_note notes[] = {
    {.start = YEOUN_BEAT - YEOUN_BEAT / 8,
     .length = YEOUN_BEAT / 8,
     .pitch = YEOUN_MIDDLE_C - 1,
     .articulation = YEOUN_ARTICULATION_GRACE},
    {.start = YEOUN_BEAT, .length = YEOUN_BEAT, .pitch = YEOUN_MIDDLE_C}};
  const struct yeoun_composed composed = {
    .meter = {4, 4}, .length = 4 * YEOUN_BEAT, .notes = 2, .note = notes};
  for (uint8_t hand = 0; hand <= 2; ++hand) {
    const struct yeoun_staff staff = {.hand = hand};
    struct yeoun_part part;
    unsigned graces = 0;
    ck_assert(yeoun_notation_make(&composed, staff, &part));
    for (unsigned i = 0; i < part.count; ++i) {
      graces += part.sign[i].graces;
    }
    ck_assert_uint_eq(graces, hand < 2 ? 1 : 0);
    yeoun_part_free(&part);
  }
}
END_TEST

/* Each of the 35 letters with a sign or none, as root and as bass. */
START_TEST(a_chord_symbol_has_the_letter_that_was_typed)
{
  static const char *const signs[] = {"", "#", "b", "##", "bb"};
  static const int alters[] = {0, 1, -1, 2, -2};
  for (int root = 0; root < 35; ++root) {
    for (unsigned type = 0; type < YEOUN_CHORD_TYPES; ++type) {
      char text[32];
      char expected[80] = "";
      char *written = NULL;
      size_t size = 0;
      struct yeoun_chord chord;
      const char letter = "CDEFGAB"[root % 7];
      snprintf(text,
               sizeof(text),
               "F%sdom/%c%s",
               signs[root / 7],
               letter,
               signs[root / 7]);
      ck_assert_msg(!yeoun_chord_read(text, &chord).status, "%s", text);
      chord.type = (uint8_t)type;
      FILE *const file = open_memstream(&written, &size);
      ck_assert_ptr_nonnull(file);
      yeoun_chord_symbol_write(file, &chord, 0);
      fclose(file);
      int length = snprintf(
        expected, sizeof(expected), "<bass-step>%c</bass-step>", letter);
      if (alters[root / 7]) {
        length += snprintf(expected + length,
                           sizeof(expected) - (size_t)length,
                           "<bass-alter>%d</bass-alter>",
                           alters[root / 7]);
      }
      snprintf(expected + length, sizeof(expected) - (size_t)length, "</bass>");
      ck_assert_msg(letter == 'F' || strstr(written, expected) != NULL,
                    "%s: %s",
                    text,
                    written);
      snprintf(expected,
               sizeof(expected),
               "<root-alter>%d</root-alter>",
               alters[root / 7]);
      ck_assert_msg(strstr(written, "<root-step>F</root-step>") &&
                      (!alters[root / 7] || strstr(written, expected)),
                    "%s: %s",
                    text,
                    written);
      free(written);
    }
  }
}
END_TEST

/* What a score has of a theme, and what it must not have. */
static const struct {
  const char *theme, *fifths, *symbol, *never;
} typed[] = {
  {"Gb Cb Db", "-6", "C</root-step><root-alter>-1<", "alter>1<"},
  {"F# B C#", "6", "B</root-step></root>", "alter>-1<"},
  {"Cb Fb Gb", "-7", "F</root-step><root-alter>-1<", "alter>1<"},
  {"C# F#/E# G#", "7", "E</bass-step><bass-alter>1<", "alter>-1<"},
  {"gb cb db gb", "-6", "G</root-step><root-alter>-1<", "alter>1<"},
};

START_TEST(a_score_is_spelt_as_its_theme_was_typed)
{
  char expected[80];
  make_folder();
  ck_assert_int_eq(
    run_command("'%s' '%s' --variation 0 --make score --rate 8000 "
                "--name a && cat out/a.lead.musicxml",
                getenv("YEOUN_RENDER"),
                typed[_i].theme),
    0);
  snprintf(expected, sizeof(expected), "<fifths>%s</fifths>", typed[_i].fifths);
  ck_assert_msg(log_has(expected), "%s", expected);
  ck_assert_msg(log_has(typed[_i].symbol), "%s", typed[_i].symbol);
  ck_assert_msg(!log_has(typed[_i].never), "%s", typed[_i].never);
  remove_folder();
}
END_TEST

static const char *const symbols[] =
  {"7b9", "7#9", "7b5", "add9", "madd9", "7sus4", "9sus4", "69"};

START_TEST(chord_symbols_say_their_degrees)
{
  make_folder();
  if (is_installed("mscore3")) {
    ck_assert_int_eq(
      run_command("'%s' 'C7b9 F7#9 G7b5 Cadd9 Am(add9) D7sus4 G9sus4 C6/9' "
                  "--variation 0 --bars 8 --make score --rate 8000 --name a && "
                  "QT_QPA_PLATFORM=offscreen timeout 50 mscore3 -o a.mscx "
                  "out/a.lead.musicxml && grep -A3 '<Harmony>' a.mscx",
                  getenv("YEOUN_RENDER")),
      0);
    for (size_t i = 0; i < sizeof(symbols) / sizeof(symbols[0]); ++i) {
      char name[32];
      snprintf(name, sizeof(name), "<name>%s</name>", symbols[i]);
      ck_assert_msg(log_has(name), "%s", name);
    }
  }
  remove_folder();
}
END_TEST

/* What stands in a score for those who play from it. */
static const char *const marks[] = {
  "<mode>minor</mode>",
  "<rehearsal>A</rehearsal>",
  "<words>romantic</words>",
  "<words>hit 5.00 s</words>",
  "<dynamics>",
  "<wedge type=\"stop\"/>",
  "<slur type=\"start\"",
  "<pedal type=\"start\"",
  "<staves>2</staves>",
  "<chromatic>-2</chromatic>",
  "<midi-channel>1</midi-channel><midi-program>72</midi-program>", /* clarinet
                                                                    */
  "<beat-unit>quarter</beat-unit><per-minute>",
};

START_TEST(a_score_has_what_players_need)
{
  make_folder();
  ck_assert_int_eq(
    run_command("'%s' 'Am F C' --mood romantic --palette ballad --seconds 20 "
                "--hit 5 --set melody_instrument=clarinet --make score "
                "--rate 8000 --name a && cat out/a.score.musicxml && "
                "grep -q '<sign>G</sign>' out/a.lead.musicxml && "
                "! grep -q '<transpose>' out/a.lead.musicxml",
                getenv("YEOUN_RENDER")),
    0);
  for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); ++i) {
    ck_assert_msg(log_has(marks[i]), "%s", marks[i]);
  }
  ck_assert_int_eq(
    run_command("'%s' 'Am F C' --mood comic --make score --rate 8000 --name b "
                "--meter 6/8 && cat out/b.score.musicxml",
                getenv("YEOUN_RENDER")),
    0);
  ck_assert(log_has("<articulations><staccato/>"));
  ck_assert(log_has("<beat-unit>quarter</beat-unit><beat-unit-dot/>"));
  remove_folder();
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("notation");
  TCase *const tests = tcase_create("notation");
  const int count = (int)(sizeof(meters) / sizeof(meters[0]));
  tcase_set_timeout(tests, 60);
  tcase_add_loop_test(
    tests, bars_are_full_and_signs_mean_their_lengths, 0, count);
  tcase_add_loop_test(
    tests, other_programs_read_the_same_notes, 0, 4 * READERS);
  tcase_add_test(tests, a_grace_stands_on_the_staff_of_its_note);
  tcase_add_test(tests, a_chord_symbol_has_the_letter_that_was_typed);
  tcase_add_loop_test(tests,
                      a_score_is_spelt_as_its_theme_was_typed,
                      0,
                      sizeof(typed) / sizeof(typed[0]));
  tcase_add_test(tests, chord_symbols_say_their_degrees);
  tcase_add_test(tests, a_score_has_what_players_need);
  tcase_add_test(tests, black_keys_are_spelt_in_their_key);
  tcase_add_test(tests, scores_are_well_formed);
  suite_add_tcase(suite, tests);
  return suite;
}
