// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The name of a variation holds all it depends on, to the bit. */

#include <stddef.h>
#include <string.h>

#include "any_request.h"
#include "compose/compose.h"
#include "compose/scratch.h"
#include "music/palette.h"
#include "music/random.h"
#include "name.h"
#include "request_read.h"
#include "suite.h"

/* Too much for a stack. */
static struct yeoun_compose_scratch compose_scratch;

#define REQUESTS 20000
#define COMPOSED 200 /* of these also the notes are compared */
#define GARBLED 40000

static struct yeoun_score one, two;

static void
expect_same_notes(const struct yeoun_request *a, const struct yeoun_request *b)
{
  memset(&one, 0, sizeof(one));
  memset(&two, 0, sizeof(two));
  yeoun_compose(a, &compose_scratch, &one);
  yeoun_compose(b, &compose_scratch, &two);
  ck_assert_uint_gt(one.notes, 0);
  ck_assert_uint_eq(one.notes, two.notes);
  ck_assert_mem_eq(one.note, two.note, one.notes * sizeof(*one.note));
  ck_assert_str_eq(one.description, two.description);
}

START_TEST(any_request_reads_back_to_the_bit_and_composes_the_same)
{
  struct yeoun_random random = yeoun_random_stream(1, "names", 0);
  for (unsigned i = 0; i < REQUESTS; ++i) {
    struct yeoun_request request;
    struct yeoun_request read;
    char text[YEOUN_NAME_SIZE];
    char again[YEOUN_NAME_SIZE];
    unsigned algorithm = 0;
    any_request(&random, &request);
    const size_t length =
      yeoun_name_write(&request, 1 + i % UINT16_MAX, text, sizeof(text));
    ck_assert_uint_eq(length, strlen(text));
    ck_assert_uint_gt(length, 0);
    memset(&read, 0xA5, sizeof(read));
    const struct yeoun_reading reading =
      yeoun_name_read(text, &read, &algorithm);
    ck_assert_msg(!reading.status,
                  "%s: %s at %zu",
                  text,
                  yeoun_status_text(reading.status),
                  reading.offset);
    ck_assert_uint_eq(algorithm, 1 + i % UINT16_MAX);
    ck_assert_msg(yeoun_request_equal(&request, &read), "%s", text);
    yeoun_name_write(&read, algorithm, again, sizeof(again));
    ck_assert_str_eq(text, again);
    if (i % (REQUESTS / COMPOSED) == 0) {
      expect_same_notes(&request, &read);
    }
  }
}
END_TEST

#define MEMBER(member)                                                         \
  {                                                                            \
    offsetof(struct yeoun_request, member),                                    \
      sizeof(((struct yeoun_request *)NULL)->member)                           \
  }

/* All members that are asked for; a mood is what it was asked by. */
static const struct {
  size_t place, size;
} members[] = {
  MEMBER(theme),
  MEMBER(mood),
  MEMBER(meter),
  MEMBER(doubling),
  MEMBER(distance),
  MEMBER(warmth),
  MEMBER(korean),
  MEMBER(humanize),
  MEMBER(variation),
  MEMBER(bars),
  MEMBER(form),
  MEMBER(palette),
  MEMBER(theme_take),
  MEMBER(harmony_take),
  MEMBER(take),
  MEMBER(instrument),
  MEMBER(range),
  MEMBER(has_ending),
};

START_TEST(each_member_that_differs_gives_another_name)
{
  struct yeoun_random random = yeoun_random_stream(2, "names", (uint32_t)_i);
  unsigned others = 0;
  for (unsigned i = 0; i < 1000; ++i) {
    struct yeoun_request a;
    struct yeoun_request b;
    char text[2][YEOUN_NAME_SIZE];
    any_request(&random, &a);
    any_request(&random, &b);
    a.ranges = b.ranges = 16;
    any_ranges(&random, &a);
    any_ranges(&random, &b);
    char *const place = (char *)&b + members[_i].place;
    struct yeoun_request mixed;
    memcpy(&mixed, &a, sizeof(mixed));
    memcpy((char *)&mixed + members[_i].place, place, members[_i].size);
    yeoun_name_write(&a, 1, text[0], YEOUN_NAME_SIZE);
    yeoun_name_write(&mixed, 1, text[1], YEOUN_NAME_SIZE);
    const bool is_equal = yeoun_request_equal(&a, &mixed);
    ck_assert_int_eq(is_equal, !strcmp(text[0], text[1]));
    others += !is_equal;
  }
  ck_assert_uint_gt(others, 200);
}
END_TEST

START_TEST(what_the_controls_ask_has_a_name)
{
  struct yeoun_controls controls;
  struct yeoun_request request;
  struct yeoun_request read;
  char text[YEOUN_NAME_SIZE];
  memset(&controls, 0, sizeof(controls));
  controls.theme = yeoun_theme_default();
  controls.weight[YEOUN_ROMANTIC] = 0.7f;
  controls.intensity = 0.5f;
  controls.space = 0.3f;
  controls.trim[YEOUN_TRIM_GATE] = -0.35f;
  controls.variation = 12;
  controls.bars = 8;
  controls.distance = 0.35f;
  controls.warmth = -0.4f;
  controls.humanize = 0.5f;
  yeoun_request_read(&controls, &request);
  yeoun_name_write(&request, 4, text, sizeof(text));
  ck_assert_str_eq(text,
                   "yeoun1 Am F C variation=12 romantic=0.7 warmth=-0.4 "
                   "gate_trim=-0.35 algorithm=4");
  ck_assert_int_eq(yeoun_name_read(text, &read, NULL).status, YEOUN_OK);
  ck_assert_mem_eq(&read.mood, &request.mood, sizeof(read.mood));
  ck_assert(yeoun_request_equal(&request, &read));
}
END_TEST

START_TEST(nothing_in_a_name_hurts_where_it_is_written)
{
  struct yeoun_random random = yeoun_random_stream(3, "names", 0);
  for (unsigned i = 0; i < 2000; ++i) {
    struct yeoun_request request;
    char text[YEOUN_NAME_SIZE];
    any_request(&random, &request);
    yeoun_name_write(&request, YEOUN_ALGORITHM, text, sizeof(text));
    ck_assert_uint_eq(strspn(text,
                             "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVW"
                             "XYZ0123456789 #/=:.-_"),
                      strlen(text));
  }
}
END_TEST

START_TEST(the_longest_name_fits_and_no_name_is_cut)
{
  struct yeoun_request request;
  struct yeoun_request read;
  char text[YEOUN_NAME_SIZE];
  memset(&request, 0, sizeof(request));
  const float weight[] = {254.99609375f, 254.99609375f, 254.99609375f};
  float trim[YEOUN_TRIMS];
  for (unsigned i = 0; i < YEOUN_TRIMS; ++i) {
    trim[i] = -0.12890625f;
  }
  request.mood = yeoun_mood_blend(weight, trim, 0.12890625f, 0.12890625f);
  request.theme.chords = YEOUN_THEME_CHORDS;
  request.theme.notes = YEOUN_THEME_NOTES;
  for (unsigned i = 0; i < 8; ++i) {
    request.theme.chord[i] = yeoun_chord_make(10, YEOUN_CHORD_9SUS4, 3);
    request.theme.length[i] = 32 * YEOUN_BEAT - 1;
    request.theme.note[i] = i % 2 ? 10 : 3 + 12 * 9;
  }
  request.distance = request.korean = request.humanize = 0.12890625f;
  request.warmth = -0.12890625f;
  request.meter = (struct yeoun_meter){32, 16};
  request.doubling = -1;
  request.variation = 999;
  request.bars = 32;
  request.form = YEOUN_FORMS - 1;
  request.palette = YEOUN_PALETTES - 1;
  request.theme_take = request.harmony_take = 99;
  memset(request.take, 99, sizeof(request.take));
  memset(request.instrument, YEOUN_INSTRUMENTS - 1, sizeof(request.instrument));
  request.has_ending = true;
  request.ranges = YEOUN_RANGES;
  for (unsigned i = 0; i < YEOUN_RANGES; ++i) {
    request.range[i] = (struct yeoun_bar_range){YEOUN_LANE_COUNTER, 31, 32, 99};
  }
  const size_t length = yeoun_name_write(&request, 65535, text, sizeof(text));
  ck_assert_uint_gt(length, 1000);
  ck_assert_int_eq(yeoun_name_read(text, &read, NULL).status, YEOUN_OK);
  ck_assert(yeoun_request_equal(&request, &read));
  for (size_t size = 0; size <= length; ++size) {
    memset(text, '?', sizeof(text));
    ck_assert_uint_eq(yeoun_name_write(&request, 65535, text, size), 0);
    ck_assert_int_eq(text[0], size ? '\0' : '?');
    ck_assert_int_eq(text[size], '?');
  }
}
END_TEST

static const struct {
  const char *text;
  enum yeoun_status status;
  size_t offset;
} faults[] = {
  {"", YEOUN_EXPECTED_NAME, 0},
  {"   ", YEOUN_EXPECTED_NAME, 3},
  {"Am F C", YEOUN_EXPECTED_NAME, 0},
  {"yeoun Am F C", YEOUN_EXPECTED_NAME, 0},
  {"yeoun0 Am F C", YEOUN_EXPECTED_NAME, 0},
  {"yeoun1x Am F C", YEOUN_EXPECTED_NAME, 0},
  {"yeoun2 Am F C", YEOUN_LATER_NAME, 0},
  {" yeoun12 what ever it is", YEOUN_LATER_NAME, 1},
  {"yeoun1", YEOUN_EMPTY_THEME, 6},
  {"yeoun1 variation=1", YEOUN_EMPTY_THEME, 7},
  {"yeoun1 Am H C", YEOUN_EXPECTED_B, 10},
  {"yeoun1 Am F variation=1 C", YEOUN_EXPECTED_FIELD, 24},
  {"yeoun1 Am variaton=1", YEOUN_EXPECTED_FIELD, 10},
  {"yeoun1 Am =1", YEOUN_EXPECTED_FIELD, 10},
  {"yeoun1 Am variation=", YEOUN_EXPECTED_VALUE, 20},
  {"yeoun1 Am variation=1000", YEOUN_EXPECTED_VALUE, 20},
  {"yeoun1 Am variation=1.5", YEOUN_EXPECTED_VALUE, 20},
  {"yeoun1 Am variation=99999999999", YEOUN_EXPECTED_VALUE, 20},
  {"yeoun1 Am distance=1.2", YEOUN_EXPECTED_VALUE, 19},
  {"yeoun1 Am distance=.5", YEOUN_EXPECTED_VALUE, 19},
  {"yeoun1 Am distance=nan", YEOUN_EXPECTED_VALUE, 19},
  {"yeoun1 Am distance=0,5", YEOUN_EXPECTED_VALUE, 19},
  {"yeoun1 Am distance=1e-1", YEOUN_EXPECTED_VALUE, 19},
  {"yeoun1 Am variation=1 variation=1", YEOUN_FIELD_TWICE, 22},
  {"yeoun1 Am meter=6/8 meter=6/8", YEOUN_FIELD_TWICE, 20},
  {"yeoun1 Am meter=6/7", YEOUN_EXPECTED_VALUE, 16},
  {"yeoun1 Am meter=0/4", YEOUN_EXPECTED_VALUE, 16},
  {"yeoun1 Am algorithm=0", YEOUN_EXPECTED_VALUE, 20},
  {"yeoun1 Am algorithm=65536", YEOUN_EXPECTED_VALUE, 20},
  {"yeoun1 Am melody_bars=0-4:1", YEOUN_EXPECTED_VALUE, 22},
  {"yeoun1 Am melody_bars=5-4:1", YEOUN_EXPECTED_VALUE, 22},
  {"yeoun1 Am melody_bars=1-33:1", YEOUN_EXPECTED_VALUE, 22},
  {"yeoun1 Am melody_bars=1-4:0", YEOUN_EXPECTED_VALUE, 22},
  {"yeoun1 Am melody_bars=1-4", YEOUN_EXPECTED_VALUE, 22},
  {"yeoun1 Am tuba_bars=1-4:1", YEOUN_EXPECTED_FIELD, 10},
  {"yeoun1 Am _bars=1-4:1", YEOUN_EXPECTED_FIELD, 10},
};

START_TEST(a_fault_is_named_at_its_place_and_writes_nothing)
{
  struct yeoun_request request;
  struct yeoun_request before;
  unsigned algorithm = 77;
  memset(&request, 0xA5, sizeof(request));
  memset(&before, 0xA5, sizeof(before));
  const struct yeoun_reading reading =
    yeoun_name_read(faults[_i].text, &request, &algorithm);
  ck_assert_msg(reading.status == faults[_i].status,
                "%s: %s",
                faults[_i].text,
                yeoun_status_text(reading.status));
  ck_assert_msg(reading.offset == faults[_i].offset,
                "%s: %zu",
                faults[_i].text,
                reading.offset);
  ck_assert_mem_eq(&request, &before, sizeof(request));
  ck_assert_uint_eq(algorithm, 77);
}
END_TEST

START_TEST(at_most_sixteen_ranges_are_read)
{
  char text[YEOUN_NAME_SIZE] = "yeoun1 Am";
  struct yeoun_request request;
  for (unsigned i = 0; i < YEOUN_RANGES; ++i) {
    strcat(text, " pad_bars=3-4:2");
  }
  ck_assert_int_eq(yeoun_name_read(text, &request, NULL).status, YEOUN_OK);
  ck_assert_uint_eq(request.ranges, YEOUN_RANGES);
  strcat(text, " bass_bars=3-4:2");
  ck_assert_int_eq(yeoun_name_read(text, &request, NULL).status,
                   YEOUN_TOO_MANY_RANGES);
}
END_TEST

START_TEST(an_explanation_says_what_would_be_accepted)
{
  static const struct {
    const char *text, *explanation;
  } cases[] = {
    {"yeoun1 Am distance=2", "Expected a number from 0 to 1 after distance="},
    {"yeoun1 Am warmth=x", "Expected a number from -1 to 1 after warmth="},
    {"yeoun1 Am bars=0", "Expected a whole number from 1 to 32 after bars="},
    {"yeoun1 Am meter=x", "Expected a value that the field can have"},
    {"yeoun9",
     "Expected a name that begins with yeoun1; this one was written by a later "
     "version"},
  };
  for (unsigned i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    struct yeoun_request request;
    char out[YEOUN_EXPLANATION_SIZE];
    char small[9];
    const struct yeoun_reading reading =
      yeoun_name_read(cases[i].text, &request, NULL);
    ck_assert_uint_eq(
      yeoun_name_explain(cases[i].text, reading, out, sizeof(out)),
      strlen(cases[i].explanation));
    ck_assert_str_eq(out, cases[i].explanation);
    ck_assert_uint_eq(
      yeoun_name_explain(cases[i].text, reading, small, sizeof(small)), 8);
  }
}
END_TEST

/** Spoil a text in one of several ways. */
static void
garble(struct yeoun_random *random, char *text)
{
  const size_t length = strlen(text);
  const size_t at = yeoun_random_below(random, (uint32_t)length);
  switch (yeoun_random_below(random, 4)) {
    case 0:
      text[at] = '\0';
      break;
    case 1:
      text[at] = (char)(1 + yeoun_random_below(random, 255));
      break;
    case 2:
      memmove(text + at, text + at + 1, length - at);
      break;
    default:
      memmove(text + at, text + length / 2, length - length / 2 + 1);
      text[length] = '\0';
  }
}

START_TEST(a_garbled_name_is_read_whole_or_not_at_all)
{
  struct yeoun_random random = yeoun_random_stream(4, "names", 0);
  unsigned refused = 0;
  for (unsigned i = 0; i < GARBLED; ++i) {
    struct yeoun_request request;
    struct yeoun_request before;
    char text[2 * YEOUN_NAME_SIZE];
    char out[YEOUN_EXPLANATION_SIZE];
    any_request(&random, &request);
    yeoun_name_write(&request, YEOUN_ALGORITHM, text, YEOUN_NAME_SIZE);
    for (unsigned k = 1 + yeoun_random_below(&random, 4); k && *text; --k) {
      garble(&random, text);
    }
    memset(&before, 0x5A, sizeof(before));
    memcpy(&request, &before, sizeof(request));
    const struct yeoun_reading reading = yeoun_name_read(text, &request, NULL);
    ck_assert_uint_le(reading.offset, strlen(text));
    if (reading.status) {
      ck_assert_mem_eq(&request, &before, sizeof(request));
      ck_assert_uint_gt(yeoun_name_explain(text, reading, out, sizeof(out)), 0);
      ++refused;
    } else {
      ck_assert_uint_ge(request.theme.chords + request.theme.notes, 1);
      ck_assert_uint_le(request.variation, 999);
      ck_assert_uint_le(request.ranges, YEOUN_RANGES);
    }
  }
  ck_assert_uint_gt(refused, GARBLED / 4);
  ck_assert_uint_lt(refused, GARBLED);
}
END_TEST

/* Names that were written once are read for good: a line here is never
   changed. */
START_TEST(names_of_before_are_read_as_they_were_meant)
{
  struct yeoun_request request;
  unsigned algorithm = 0;
  ck_assert_int_eq(
    yeoun_name_read("yeoun1 Am F:2 C e g a variation=37 comic=0.75 "
                    "lyrical=0.25 space=0.5 bars=12 form=2 doubling=-1 "
                    "ending=1 korean=0.125 humour_trim=0.5 theme_take=3 "
                    "harmony_take=2 bass_take=9 palette=4 bass_instrument=22 "
                    "meter=6/8 melody_bars=5-8:2 algorithm=4",
                    &request,
                    &algorithm)
      .status,
    YEOUN_OK);
  ck_assert_uint_eq(algorithm, 4);
  ck_assert_uint_eq(request.theme.chords, 3);
  ck_assert_int_eq(request.theme.length[1], 2 * YEOUN_BEAT);
  ck_assert_uint_eq(request.theme.notes, 3);
  ck_assert_uint_eq(request.variation, 37);
  ck_assert(request.mood.weight[YEOUN_COMIC] == 0.75f);
  ck_assert(request.mood.weight[YEOUN_LYRICAL] == 0.25f);
  ck_assert(request.mood.space == 0.5f && request.mood.intensity == 0.5f);
  ck_assert(request.mood.trim[YEOUN_TRIM_HUMOUR] == 0.5f);
  ck_assert(request.distance == 90.0f / 256.0f);
  ck_assert(request.humanize == 0.5f && request.korean == 0.125f);
  ck_assert_uint_eq(request.bars, 12);
  ck_assert_uint_eq(request.form, YEOUN_FORM_PERIOD);
  ck_assert_int_eq(request.doubling, -1);
  ck_assert(request.has_ending);
  ck_assert_uint_eq(request.theme_take, 3);
  ck_assert_uint_eq(request.harmony_take, 2);
  ck_assert_uint_eq(request.take[YEOUN_LANE_BASS], 9);
  ck_assert_uint_eq(request.palette, YEOUN_JAZZ);
  ck_assert_uint_eq(request.instrument[YEOUN_LANE_BASS], YEOUN_UPRIGHT_BASS);
  ck_assert_uint_eq(request.meter.beats, 6);
  ck_assert_uint_eq(request.ranges, 1);
  ck_assert_uint_eq(request.range[0].first, 4);
  ck_assert_uint_eq(request.range[0].bars, 4);
  ck_assert_uint_eq(request.range[0].take, 2);
}
END_TEST

/* Each word of version 1, at a value that is not the usual one. */
START_TEST(no_word_of_a_name_is_ever_renamed)
{
  static const char all[] =
    "yeoun1 Am F:2 C e g a variation=37 lyrical=0.25 romantic=0.5 comic=0.75 "
    "intensity=0.6 space=0.5 distance=1 bars=12 form=2 doubling=-1 ending=1 "
    "korean=0.12 warmth=-1 humanize=0 tempo_trim=0.1 register_trim=0.2 "
    "level_trim=0.3 gate_trim=0.4 leap_trim=-0.5 ornament_trim=0.6 "
    "chromatic_trim=0.7 rubato_trim=0.8 syncopation_trim=0.9 humour_trim=1 "
    "theme_take=1 harmony_take=2 melody_take=3 counter_take=4 chords_take=5 "
    "bass_take=6 pad_take=7 drums_take=8 palette=4 melody_instrument=1 "
    "counter_instrument=2 chords_instrument=3 bass_instrument=22 "
    "pad_instrument=5 drums_instrument=24 meter=6/8 melody_bars=5-8:2 "
    "counter_bars=1-1:3 chords_bars=2-3:4 bass_bars=4-4:5 pad_bars=6-7:6 "
    "drums_bars=32-32:99 algorithm=3";
  struct yeoun_request request;
  char text[YEOUN_NAME_SIZE];
  unsigned algorithm = 0;
  const struct yeoun_reading reading =
    yeoun_name_read(all, &request, &algorithm);
  ck_assert_msg(!reading.status, "at %s", all + reading.offset);
  yeoun_name_write(&request, algorithm, text, sizeof(text));
  ck_assert_str_eq(text, all);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("name");
  TCase *const tcase = tcase_create("names");
  tcase_set_timeout(tcase, 120);
  tcase_add_test(tcase,
                 any_request_reads_back_to_the_bit_and_composes_the_same);
  tcase_add_loop_test(tcase,
                      each_member_that_differs_gives_another_name,
                      0,
                      sizeof(members) / sizeof(*members));
  tcase_add_test(tcase, what_the_controls_ask_has_a_name);
  tcase_add_test(tcase, nothing_in_a_name_hurts_where_it_is_written);
  tcase_add_test(tcase, the_longest_name_fits_and_no_name_is_cut);
  tcase_add_loop_test(tcase,
                      a_fault_is_named_at_its_place_and_writes_nothing,
                      0,
                      sizeof(faults) / sizeof(*faults));
  tcase_add_test(tcase, at_most_sixteen_ranges_are_read);
  tcase_add_test(tcase, an_explanation_says_what_would_be_accepted);
  tcase_add_test(tcase, a_garbled_name_is_read_whole_or_not_at_all);
  tcase_add_test(tcase, no_word_of_a_name_is_ever_renamed);
  tcase_add_test(tcase, names_of_before_are_read_as_they_were_meant);
  suite_add_tcase(suite, tcase);
  return suite;
}
