// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The shelf as numbers, as entries, as bytes and as a cue sheet. */

#include "shelf.h"

#include <stdio.h>
#include <string.h>

#include "compose/compose.h"
#include "name.h"
#include "shelf_bytes.h"
#include "shelf_sheet.h"
#include "suite.h"

#define TEXT_OF(number) #number
#define TEXT(macro) TEXT_OF(macro)
#define ALGORITHM TEXT(YEOUN_ALGORITHM)

static struct yeoun_shelf shelf, other;
static struct yeoun_store store;
static struct yeoun_shelf_desk desk;
static struct yeoun_score score;
static uint8_t bytes[YEOUN_SHELF_BYTES];
static char refused[YEOUN_NAME_SIZE];

static void
clear(void)
{
  memset(&shelf, 0, sizeof(shelf));
  memset(&other, 0, sizeof(other));
  yeoun_store_init(&store);
}

static void
clean(void)
{
  yeoun_store_free(&store);
}

/** An entry by name. */
static struct yeoun_kept
named(const char *name)
{
  struct yeoun_kept kept;
  unsigned algorithm = 0;
  memset(&kept, 0, sizeof(kept));
  ck_assert_int_eq(yeoun_name_read(name, &kept.request, &algorithm).status,
                   YEOUN_OK);
  kept.algorithm = (uint16_t)algorithm;
  return kept;
}

/** Keep a variation by name, and say whom it is for. */
static void
keep(const char *name, const char *character)
{
  const struct yeoun_kept kept = named(name);
  ck_assert(yeoun_shelf_keep(&shelf, &kept));
  ck_assert(yeoun_shelf_cast(&shelf, shelf.count - 1U, character));
}

START_TEST(numbers_are_read_back_as_they_were_written)
{
  static const char *const texts[] = {
    "", "0", "12 40 999", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16"};
  char text[YEOUN_SHELF_TEXT];
  ck_assert(yeoun_shelf_read("3 4 5", NULL, &shelf));
  ck_assert(yeoun_shelf_read(texts[_i], NULL, &shelf));
  ck_assert_uint_eq(yeoun_shelf_write(&shelf, text, sizeof(text)),
                    strlen(texts[_i]));
  ck_assert_str_eq(text, texts[_i]);
}
END_TEST

START_TEST(the_longest_shelf_fits_and_a_longer_one_is_cut)
{
  char text[YEOUN_SHELF_TEXT];
  char small[9] = "????????";
  shelf.count = YEOUN_SHELF;
  for (unsigned i = 0; i < YEOUN_SHELF; ++i) {
    shelf.place[i].request.variation = 999;
  }
  ck_assert_uint_eq(yeoun_shelf_write(&shelf, text, sizeof(text)),
                    YEOUN_SHELF * 4 - 1);
  yeoun_shelf_write(&shelf, small, 8);
  ck_assert_str_eq(small, "999 999");
}
END_TEST

START_TEST(what_is_no_shelf_changes_nothing)
{
  static const char *const texts[] = {
    "1 x",
    "1000",
    "-1",
    "1.5",
    "99999999999999999999",
    "1,2",
    "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17"};
  ck_assert(yeoun_shelf_read("7", NULL, &shelf));
  ck_assert(!yeoun_shelf_read(texts[_i], NULL, &shelf));
  ck_assert_uint_eq(shelf.count, 1);
  ck_assert_uint_eq(shelf.place[0].request.variation, 7);
}
END_TEST

START_TEST(numbers_keep_what_is_kept_and_what_sounds)
{
  const struct yeoun_kept sounding = named("yeoun1 e g a variation=5 comic=1");
  keep("yeoun1 Am F C variation=40", "Hana");
  ck_assert(yeoun_shelf_read("5 9 40 40", &sounding, &shelf));
  ck_assert_uint_eq(shelf.count, 4);
  ck_assert_uint_eq(shelf.place[0].algorithm, YEOUN_ALGORITHM);
  ck_assert_uint_eq(shelf.place[0].request.theme.notes, 3);
  ck_assert_uint_eq(shelf.place[1].algorithm, 0);
  ck_assert_str_eq(shelf.place[2].character, "Hana");
  ck_assert_uint_eq(shelf.place[3].algorithm, 0);
}
END_TEST

START_TEST(nothing_is_kept_twice_nor_a_seventeenth)
{
  char name[64];
  for (unsigned i = 0; i < YEOUN_SHELF; ++i) {
    snprintf(name, sizeof(name), "yeoun1 Am F C variation=%u", i);
    keep(name, "");
  }
  const struct yeoun_kept again = named("yeoun1 Am F C variation=3");
  const struct yeoun_kept more = named("yeoun1 Am F C variation=3 bars=4");
  ck_assert(yeoun_shelf_keep(&shelf, &again));
  ck_assert(!yeoun_shelf_keep(&shelf, &more));
  ck_assert_uint_eq(shelf.count, YEOUN_SHELF);
  ck_assert(yeoun_shelf_remove(&shelf, 0));
  ck_assert(!yeoun_shelf_remove(&shelf, 15));
  ck_assert_uint_eq(shelf.place[0].request.variation, 1);
  ck_assert_uint_eq(shelf.place[14].request.variation, 15);
  ck_assert(yeoun_shelf_keep(&shelf, &more));
}
END_TEST

START_TEST(a_character_holds_no_control_characters)
{
  char name[YEOUN_CHARACTER_SIZE + 1];
  keep("yeoun1 Am F C", "하나");
  ck_assert_str_eq(shelf.place[0].character, "하나");
  ck_assert(!yeoun_shelf_cast(&shelf, 0, "a\nb"));
  ck_assert(!yeoun_shelf_cast(&shelf, 0, "a\x7F"));
  ck_assert(!yeoun_shelf_cast(&shelf, 1, "a"));
  memset(name, 'x', sizeof(name));
  name[YEOUN_CHARACTER_SIZE] = '\0';
  ck_assert(!yeoun_shelf_cast(&shelf, 0, name));
  ck_assert_str_eq(shelf.place[0].character, "하나");
  name[YEOUN_CHARACTER_SIZE - 1] = '\0';
  ck_assert(yeoun_shelf_cast(&shelf, 0, name));
}
END_TEST

static void
fill(void)
{
  keep("yeoun1 Am F C variation=40 romantic=0.5", "Hana");
  ck_assert(yeoun_shelf_read("40 7", NULL, &shelf));
  keep("yeoun1 Dm7 G7 Cmaj7 A7 Dm G C E7 variation=0 bars=32 comic=1", "");
  keep("yeoun1 e g a variation=999", "\"Min\\su\"");
}

static void
expect_notes(unsigned place)
{
  ck_assert(yeoun_store_find(&store, other.place[place].request.kept, &score));
  const struct yeoun_score *const composed = &desk.score;
  yeoun_compose(&shelf.place[place].request, &desk.scratch, &desk.score);
  ck_assert_uint_gt(composed->notes, 0);
  ck_assert_uint_eq(score.notes, composed->notes);
  ck_assert_mem_eq(
    score.note, composed->note, score.notes * sizeof(*score.note));
}

START_TEST(a_shelf_is_read_back_from_its_bytes_with_its_notes)
{
  fill();
  const size_t size = yeoun_shelf_pack(&shelf, &store, &desk, bytes);
  ck_assert(yeoun_shelf_unpack(bytes, size, &store, &desk, &other, refused));
  ck_assert_str_eq(refused, "");
  ck_assert_uint_eq(other.count, 4);
  for (unsigned i = 0; i < other.count; ++i) {
    struct yeoun_request request = other.place[i].request;
    request.kept = 0;
    ck_assert(yeoun_request_equal(&request, &shelf.place[i].request));
    ck_assert_uint_eq(other.place[i].algorithm, shelf.place[i].algorithm);
    ck_assert_str_eq(other.place[i].character, shelf.place[i].character);
    if (i != 1) {
      expect_notes(i);
    }
  }
  ck_assert_uint_eq(other.place[1].algorithm, 0);
  ck_assert_uint_eq(other.place[1].request.kept, 0);
  /* And once more, from the store. */
  static uint8_t again[YEOUN_SHELF_BYTES];
  ck_assert_uint_eq(yeoun_shelf_pack(&other, &store, &desk, again), size);
  ck_assert_mem_eq(again, bytes, size);
}
END_TEST

START_TEST(notes_of_another_algorithm_are_kept_and_say_so)
{
  keep("yeoun1 Am F C variation=40 algorithm=3", "");
  /* Its notes, as that algorithm may have written them: one. */
  memset(&score, 0, sizeof(score));
  score.meter = (struct yeoun_meter){4, 4};
  score.length = 4 * YEOUN_BEAT;
  score.tempo_bpm = 72.0f;
  score.notes = 1;
  score.note[0] = (struct yeoun_note){.length = YEOUN_BEAT, .pitch = 71};
  strcpy(score.description, "a single note");
  const size_t packed =
    yeoun_score_pack(&score, desk.packed, sizeof(desk.packed));
  shelf.place[0].request.kept =
    yeoun_store_put(&store, 3, desk.packed, packed, &score);
  ck_assert_uint_eq(shelf.place[0].request.kept, 1);
  const size_t size = yeoun_shelf_pack(&shelf, &store, &desk, bytes);
  ck_assert(yeoun_shelf_unpack(bytes, size, &store, &desk, &other, refused));
  ck_assert_uint_eq(other.place[0].algorithm, 3);
  const uint32_t number = other.place[0].request.kept;
  ck_assert_uint_eq(number, 2);
  ck_assert_uint_eq(yeoun_store_algorithm(&store, number), 3);
  ck_assert(yeoun_store_find(&store, number, &score));
  ck_assert_uint_eq(score.notes, 1);
  ck_assert_uint_eq(score.note[0].pitch, 71);
  ck_assert_str_eq(score.description,
                   "a single note, kept as algorithm 3 wrote it");
}
END_TEST

START_TEST(a_name_of_a_later_version_is_told_and_its_number_stays)
{
  keep("yeoun1 Am F C variation=40", "Hana");
  const size_t size = yeoun_shelf_pack(&shelf, &store, &desk, bytes);
  char *const name = (char *)memchr(bytes, 'y', size);
  ck_assert_mem_eq(name, "yeoun1", 6);
  name[5] = '2';
  ck_assert(yeoun_shelf_unpack(bytes, size, &store, &desk, &other, refused));
  ck_assert_str_eq(refused, "yeoun2 Am F C variation=40 algorithm=" ALGORITHM);
  ck_assert_uint_eq(other.count, 1);
  ck_assert_uint_eq(other.place[0].algorithm, 0);
  ck_assert_uint_eq(other.place[0].request.variation, 40);
  ck_assert_str_eq(other.place[0].character, "Hana");
}
END_TEST

START_TEST(spoilt_bytes_are_a_whole_shelf_or_none)
{
  fill();
  unsigned refusals = 0;
  struct yeoun_random random = yeoun_random_stream(1, "shelf", 0);
  const size_t size = yeoun_shelf_pack(&shelf, &store, &desk, bytes);
  static uint8_t spoilt[YEOUN_SHELF_BYTES];
  for (unsigned i = 0; i < 4000; ++i) {
    memcpy(spoilt, bytes, size);
    const size_t kept =
      i % 2 ? size : yeoun_random_below(&random, (uint32_t)size);
    for (unsigned k = 0; k < i % 5; ++k) {
      spoilt[yeoun_random_below(&random, i % 3 ? (uint32_t)size : 200)] =
        (uint8_t)yeoun_random_below(&random, 256);
    }
    memset(&other, 0, sizeof(other));
    other.count = 9;
    if (!yeoun_shelf_unpack(spoilt, kept, &store, &desk, &other, refused)) {
      ck_assert_uint_eq(other.count, 9);
      ++refusals;
    } else {
      ck_assert_uint_le(other.count, YEOUN_SHELF);
    }
  }
  ck_assert_uint_gt(refusals, 2000);
  ck_assert_uint_lt(refusals, 3990);
}
END_TEST

START_TEST(a_store_of_two_shelves_forgets_the_oldest)
{
  keep("yeoun1 Am F C variation=40", "");
  yeoun_compose(&shelf.place[0].request, &desk.scratch, &desk.score);
  const size_t size =
    yeoun_score_pack(&desk.score, desk.packed, sizeof(desk.packed));
  for (unsigned i = 0; i < YEOUN_STORE; ++i) {
    ck_assert_uint_eq(yeoun_store_put(&store, 4, desk.packed, size, &score),
                      i + 1);
  }
  const struct yeoun_stored *const first = yeoun_store_look(&store, 1);
  ck_assert_ptr_nonnull(first); /* and goes on being looked at */
  ck_assert_uint_eq(yeoun_store_put(&store, 4, desk.packed, size, &score),
                    YEOUN_STORE + 1);
  ck_assert(yeoun_store_find(&store, 1, &score));
  ck_assert(!yeoun_store_find(&store, 2, &score));
  yeoun_store_leave(first);
  ck_assert_uint_eq(yeoun_store_put(&store, 4, desk.packed, size, &score),
                    YEOUN_STORE + 2);
  ck_assert(!yeoun_store_find(&store, 1, &score));
  ck_assert_uint_eq(yeoun_store_put(&store, 4, desk.packed, size - 1, &score),
                    0);
}
END_TEST

START_TEST(a_sheet_has_a_cue_for_each_name_and_a_character_once)
{
  static char sheet[YEOUN_SHEET_SIZE];
  fill();
  keep("yeoun1 Am F C variation=41", "Hana");
  const size_t length = yeoun_shelf_write_sheet(&shelf, sheet, sizeof(sheet));
  ck_assert_uint_eq(length, strlen(sheet));
  ck_assert_str_eq(
    sheet,
    "@prefix y: <urn:yeoun:vocabulary#> .\n"
    "\n"
    "<> a y:CueSheet .\n"
    "<#character-1> a y:Character ; y:name \"Hana\" .\n"
    "<#character-4> a y:Character ; y:name \"\\\"Min\\\\su\\\"\" .\n"
    "<#kept-1> a y:MusicCue ; y:from <#character-1> ;\n"
    "  y:name \"yeoun1 Am F C variation=40 romantic=0.5 algorithm=" ALGORITHM
    "\" .\n"
    "<#kept-3> a y:MusicCue ;\n"
    "  y:name \"yeoun1 Dm7 G7 Cmaj7 A7 Dm G C E7 variation=0 comic=1 bars=32 "
    "algorithm=" ALGORITHM "\" .\n"
    "<#kept-4> a y:MusicCue ; y:from <#character-4> ;\n"
    "  y:name \"yeoun1 e g a variation=999 algorithm=" ALGORITHM "\" .\n"
    "<#kept-5> a y:MusicCue ; y:from <#character-1> ;\n"
    "  y:name \"yeoun1 Am F C variation=41 algorithm=" ALGORITHM "\" .\n");
  for (size_t size = 0; size <= length; size += 7) {
    ck_assert_uint_eq(yeoun_shelf_write_sheet(&shelf, sheet, size), 0);
  }
}
END_TEST

START_TEST(what_two_composers_make_of_a_name_are_two_places)
{
  const struct yeoun_kept now = named("yeoun1 Am F C variation=3");
  struct yeoun_kept before = now;
  before.algorithm = 1;
  ck_assert_uint_ne(now.algorithm, 1);
  ck_assert(yeoun_shelf_keep(&shelf, &before));
  ck_assert(yeoun_shelf_keep(&shelf, &now));
  ck_assert_uint_eq(shelf.count, 2);
  ck_assert_uint_eq(yeoun_shelf_find(&shelf, &now.request, 1), 0);
  ck_assert_uint_eq(yeoun_shelf_find(&shelf, &now.request, now.algorithm), 1);
  ck_assert_uint_eq(yeoun_shelf_find(&shelf, &now.request, 2), YEOUN_SHELF);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("shelf");
  TCase *const tcase = tcase_create("shelf");
  tcase_set_timeout(tcase, 60);
  tcase_add_checked_fixture(tcase, clear, clean);
  tcase_add_loop_test(tcase, numbers_are_read_back_as_they_were_written, 0, 4);
  tcase_add_test(tcase, the_longest_shelf_fits_and_a_longer_one_is_cut);
  tcase_add_loop_test(tcase, what_is_no_shelf_changes_nothing, 0, 7);
  tcase_add_test(tcase, numbers_keep_what_is_kept_and_what_sounds);
  tcase_add_test(tcase, nothing_is_kept_twice_nor_a_seventeenth);
  tcase_add_test(tcase, a_character_holds_no_control_characters);
  tcase_add_test(tcase, a_shelf_is_read_back_from_its_bytes_with_its_notes);
  tcase_add_test(tcase, notes_of_another_algorithm_are_kept_and_say_so);
  tcase_add_test(tcase, a_name_of_a_later_version_is_told_and_its_number_stays);
  tcase_add_test(tcase, spoilt_bytes_are_a_whole_shelf_or_none);
  tcase_add_test(tcase, a_store_of_two_shelves_forgets_the_oldest);
  tcase_add_test(tcase, a_sheet_has_a_cue_for_each_name_and_a_character_once);
  tcase_add_test(tcase, what_two_composers_make_of_a_name_are_two_places);
  suite_add_tcase(suite, tcase);
  return suite;
}
