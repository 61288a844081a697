// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What an interface asks, sets and is told: names, the shelf, bars, locks,
   levels. What a session keeps of it. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/suite.h"
#include "build.h"
#include "host.h"
#include "name.h"
#include "shelf_bytes.h"
#include "sound/sound.h"

#define RATE 48000.0
#define BLOCK 512
#define NOTES 8000
#define Y(word) "urn:yeoun:vocabulary#" word

static const struct host_time rolling = {0.0, 0.0, 4.0, 4.0, 120.0, 1.0, 0.0};

static struct host_world world;
static struct host *host;

/** Notes that were played. */
struct record {
  size_t notes;
  struct host_midi note[NOTES];
};

static struct record one, two;

static struct host *
new_host(void)
{
  struct host *const made =
    host_new(&world, "urn:yeoun:sketch", RATE, HOST_WORKER_NONE);
  *host_control(made, "freewheel") = 1.0F;
  return made;
}

static void
set_up(void)
{
  world = host_world_new();
  host = new_host();
}

static void
tear_down(void)
{
  host_free(host);
  host_world_free(&world);
}

static void
run(struct host *h, double seconds, struct record *record)
{
  static struct host_midi midi[NOTES];
  const unsigned blocks = (unsigned)(seconds * RATE / BLOCK);
  for (unsigned i = 0; i < blocks; ++i) {
    host_run(h, BLOCK);
    const size_t count = record ? host_sent(h, midi, NOTES) : 0;
    for (size_t k = 0; k < count; ++k) {
      if ((midi[k].byte[0] & 0xF0) == 0x90 && record->notes < NOTES) {
        midi[k].frame += i * BLOCK;
        record->note[record->notes++] = midi[k];
      }
    }
  }
}

/** Sixteen seconds from the beginning. */
static void
play(struct host *h, struct record *record)
{
  record->notes = 0;
  host_run(h, BLOCK);
  host_position(h, 0, &rolling);
  run(h, 16.0, record);
  const struct host_time standing = {0.0, 0.0, 4.0, 4.0, 120.0, 0.0, 0.0};
  host_position(h, 0, &standing);
  host_run(h, BLOCK);
}

static void
expect_same(const struct record *a, const struct record *b)
{
  ck_assert_uint_gt(a->notes, 20);
  ck_assert_uint_eq(a->notes, b->notes);
  ck_assert_mem_eq(a->note, b->note, a->notes * sizeof(*a->note));
}

static bool
is_same(const struct record *a, const struct record *b)
{
  return a->notes == b->notes &&
         !memcmp(a->note, b->note, a->notes * sizeof(*a->note));
}

/** The name of what sounds. */
static const char *
name_of(struct host *h)
{
  host_ask(h, 0, Y("name"));
  host_run(h, BLOCK);
  const LV2_Atom *const value = host_answer(h, Y("name"));
  ck_assert_ptr_nonnull(value);
  return (const char *)(value + 1);
}

static int32_t
number_of(struct host *h, const char *property)
{
  host_ask(h, 0, property);
  host_run(h, BLOCK);
  const LV2_Atom *const value = host_answer(h, property);
  ck_assert_ptr_nonnull(value);
  ck_assert_uint_eq(value->type, host_urid(LV2_ATOM__Int));
  return ((const LV2_Atom_Int *)value)->body;
}

static void
expect_told(const char *property, const char *text)
{
  const char *const told = host_told(host, property);
  ck_assert_ptr_nonnull(told);
  ck_assert_str_eq(told, text);
}

START_TEST(all_that_is_asked_is_told)
{
  static const char *const texts[] = {Y("theme"),
                                      Y("shelf"),
                                      Y("description"),
                                      Y("name"),
                                      Y("meter"),
                                      Y("ranges"),
                                      Y("locks"),
                                      Y("build"),
                                      Y("error")};
  host_position(host, 0, &rolling);
  host_run(host, BLOCK);
  host_ask(host, 0, NULL);
  host_run(host, BLOCK);
  const LV2_Atom_Object *const body = host_put(host, NULL);
  ck_assert_ptr_nonnull(body);
  for (unsigned i = 0; i < sizeof(texts) / sizeof(*texts); ++i) {
    const LV2_Atom *const value = host_value(body, texts[i]);
    ck_assert_msg(
      value && value->type == host_urid(LV2_ATOM__String), "%s", texts[i]);
  }
  expect_told(Y("meter"), "4/4");
  expect_told(Y("build"), yeoun_build());
  ck_assert_int_eq(number_of(host, Y("algorithm")), YEOUN_ALGORITHM);
  ck_assert_int_eq(number_of(host, Y("variation")), 1);
  ck_assert_int_ge(number_of(host, Y("doubling")), -1);
  host_ask(host, 0, Y("position"));
  host_run(host, BLOCK);
  ck_assert_uint_eq(host_answer(host, Y("position"))->type,
                    host_urid(LV2_ATOM__Float));
}
END_TEST

START_TEST(a_name_plays_the_same_wherever_it_is_set)
{
  char name[YEOUN_NAME_SIZE];
  *host_control(host, "comic") = 0.8F;
  *host_control(host, "lyrical") = 0.2F;
  *host_control(host, "distance") = 0.7F;
  *host_control(host, "variation") = 37.0F;
  *host_control(host, "bass_take") = 3.0F;
  host_theme(host, 0, "Dm7 G7 C A7 e g a");
  play(host, &one);
  snprintf(name, sizeof(name), "%s", name_of(host));
  struct yeoun_request request;
  ck_assert_int_eq(yeoun_name_read(name, &request, NULL).status, YEOUN_OK);
  ck_assert_uint_eq(request.variation, 37);
  ck_assert_uint_eq(request.theme.chords, 4);

  struct host *const second = new_host();
  host_set(second, 0, Y("name"), name);
  play(second, &two);
  expect_same(&one, &two);
  ck_assert_str_eq(name_of(second), name);
  char *const state = host_save(second);
  struct host *const third = new_host();
  host_restore(third, state);
  play(third, &two);
  expect_same(&one, &two);
  /* Moving the variation control ends it. */
  *host_control(second, "variation") = 2.0F;
  play(second, &two);
  ck_assert(!is_same(&one, &two));
  free(state);
  host_free(second);
  host_free(third);
}
END_TEST

START_TEST(what_is_kept_sounds_as_it_was_whatever_the_controls_say)
{
  *host_control(host, "romantic") = 1.0F;
  *host_control(host, "lyrical") = 0.0F;
  *host_control(host, "variation") = 12.0F;
  play(host, &one);
  host_set(host, 0, Y("keep"), "");
  host_set(host, 1, Y("character"), "1 하나");
  host_run(host, BLOCK);
  expect_told(Y("shelf"), "12");
  host_theme(host, 0, "C G");
  *host_control(host, "comic") = 1.0F;
  *host_control(host, "variation") = 5.0F;
  play(host, &two);
  ck_assert(!is_same(&one, &two));
  host_program(host, 0, 0);
  play(host, &two);
  expect_same(&one, &two);

  char *const state = host_save(host);
  ck_assert_ptr_nonnull(strstr(state, Y("kept")));
  struct host *const second = new_host();
  host_restore(second, state);
  play(second, &two);
  expect_same(&one, &two);
  host_ask(second, 0, Y("theme"));
  host_run(second, BLOCK);
  ck_assert_str_eq(host_told(second, Y("theme")), "C G");
  /* Another theme ends it, the shelf stays. */
  host_theme(second, 0, "C G");
  play(second, &two);
  ck_assert(!is_same(&one, &two));
  host_program(second, 0, 0);
  play(second, &two);
  expect_same(&one, &two);
  free(state);
  host_free(second);
}
END_TEST

static const char *
text_in(const LV2_Atom_Object *object, const char *property)
{
  const LV2_Atom *const value = host_value(object, property);
  ck_assert_ptr_nonnull(value);
  return (const char *)(value + 1);
}

static int32_t
number_in(const LV2_Atom_Object *object, const char *property)
{
  const LV2_Atom *const value = host_value(object, property);
  ck_assert_ptr_nonnull(value);
  return ((const LV2_Atom_Int *)value)->body;
}

START_TEST(the_shelf_is_told_place_by_place)
{
  host_run(host, BLOCK);
  host_set(host, 0, Y("keep"), "yeoun1 e g a variation=40");
  host_set(host, 1, Y("keep"), "yeoun1 Am F C variation=7 comic=0.5");
  host_set(host, 2, Y("character"), "2 Hana");
  host_set(host, 3, Y("shelf"), "40 7 3");
  host_run(host, BLOCK);
  ck_assert_ptr_null(host_put(host, Y("kept"))); /* nobody asked */
  host_ask(host, 0, Y("kept"));
  for (int place = 1; place <= 3; ++place) {
    host_run(host, BLOCK);
    const LV2_Atom_Object *const kept = host_put(host, Y("kept"));
    ck_assert_ptr_nonnull(kept);
    ck_assert_int_eq(number_in(kept, Y("place")), place);
    ck_assert_int_eq(number_in(kept, Y("variation")),
                     place == 1   ? 40
                     : place == 2 ? 7
                                  : 3);
    ck_assert_int_eq(number_in(kept, Y("algorithm")),
                     place == 3 ? 0 : YEOUN_ALGORITHM);
    ck_assert_str_eq(text_in(kept, Y("character")), place == 2 ? "Hana" : "");
    ck_assert_int_eq(strlen(text_in(kept, Y("name"))) > 0, place < 3);
  }
  host_run(host, BLOCK);
  ck_assert_ptr_null(host_put(host, Y("kept")));
  host_set(host, 0, Y("remove"), "1");
  host_run(host, BLOCK);
  ck_assert_str_eq(text_in(host_put(host, Y("kept")), Y("character")), "Hana");
  expect_told(Y("shelf"), "7 3");
}
END_TEST

static const struct {
  const char *property, *text, *error;
} faults[] = {
  {Y("theme"),
   "Am H",
   "At 3: Expected a chord root A to G, or a single note a to g, with # or b"},
  {Y("name"),
   "yeoun1 Am distance=2",
   "At 19: Expected a number from 0 to 1 after distance="},
  {Y("name"),
   "yeoun2 Am",
   "At 0: Expected a name that begins with yeoun1; this one was written by a "
   "later version"},
  {Y("keep"), "Am F C", "At 0: Expected a name, which begins with yeoun1"},
  {Y("keep"),
   "yeoun1 Am algorithm=3",
   "At 0: These notes were another algorithm's"},
  {Y("remove"), "1", "At 0: Expected a place on the shelf, from 1"},
  {Y("remove"), "x", "At 0: Expected a place on the shelf, from 1"},
  {Y("character"),
   "1 Hana",
   "At 0: Expected a place on the shelf, from 1, and a name of at most 63 "
   "bytes"},
  {Y("shelf"), "1 x", "At 0: Expected up to sixteen numbers from 0 to 999"},
  {Y("ranges"),
   "bass_bars=1-2",
   "At 10: Expected bars and a take, such as melody_bars=5-8:2"},
  {Y("locks"),
   "tuba",
   "At 0: Expected some of melody counter chords bass pad drums"},
};

START_TEST(what_cannot_be_done_is_told_and_changes_nothing)
{
  host_set(host, 0, Y("theme"), "Dm G");
  host_run(host, BLOCK);
  expect_told(Y("error"), "");
  char *const before = host_save(host);
  host_set(host, 0, faults[_i].property, faults[_i].text);
  host_run(host, BLOCK);
  expect_told(Y("error"), faults[_i].error);
  char *const after = host_save(host);
  ck_assert_str_eq(before, after);
  free(before);
  free(after);
}
END_TEST

START_TEST(bars_and_locks_reach_the_name_and_the_session)
{
  *host_control(host, "bass_take") = 2.0F;
  host_run(host, BLOCK);
  host_set(host, 0, Y("ranges"), "bass_bars=5-6:3 pad_bars=1-1:9");
  host_set(host, 1, Y("locks"), "bass");
  host_run(host, BLOCK);
  expect_told(Y("locks"), "bass=2");
  *host_control(host, "bass_take") = 7.0F;
  host_set(host, 0, Y("ranges"), "");
  host_run(host, BLOCK);
  expect_told(Y("ranges"), "bass_bars=5-6:3");
  play(host, &one);
  ck_assert_ptr_nonnull(strstr(name_of(host), " bass_take=2 "));
  ck_assert_ptr_nonnull(strstr(name_of(host), " bass_bars=5-6:3 "));
  char *const state = host_save(host);
  struct host *const second = new_host();
  host_restore(second, state);
  play(second, &two);
  ck_assert_ptr_nonnull(strstr(name_of(second), " bass_take=2 "));
  ck_assert_ptr_nonnull(strstr(name_of(second), " bass_bars=5-6:3 "));
  free(state);
  host_free(second);
}
END_TEST

/** The largest level that is told, and how many lanes have one. */
static unsigned
count_levels(float *largest)
{
  unsigned count = 0;
  host_ask(host, 0, Y("levels"));
  host_run(host, BLOCK);
  const LV2_Atom_Vector *const vector =
    (const LV2_Atom_Vector *)host_answer(host, Y("levels"));
  ck_assert_ptr_nonnull(vector);
  ck_assert_uint_eq(vector->atom.type, host_urid(LV2_ATOM__Vector));
  ck_assert_uint_eq(vector->body.child_type, host_urid(LV2_ATOM__Float));
  const float *const level = (const float *)(vector + 1);
  *largest = 0.0F;
  for (unsigned i = 0; i < YEOUN_STEMS; ++i) {
    ck_assert(level[i] >= 0.0F && level[i] <= 1.0F);
    count += level[i] > 0.0F;
    *largest = fmaxf(*largest, level[i]);
  }
  return count;
}

START_TEST(levels_are_measured_while_somebody_looks)
{
  float largest = 0.0F;
  host_position(host, 0, &rolling);
  run(host, 2.0, NULL);
  ck_assert_uint_eq(count_levels(&largest), 0);
  run(host, 1.0, NULL);
  ck_assert_uint_ge(count_levels(&largest), 3);
  ck_assert(largest > 0.01F);
  run(host, 1.0, NULL);
  ck_assert_uint_ge(count_levels(&largest), 3);
  /* Nobody looks any more. */
  run(host, 4.0, NULL);
  count_levels(&largest);
  ck_assert(largest > 0.0F); /* of the two seconds after the last look */
}
END_TEST

/* A session of the build fefe79b: a theme that was played, a shelf of numbers,
   a program change, some controls. */
START_TEST(a_session_of_before_still_loads_and_sounds)
{
  static char state[16384];
  FILE *const file = fopen(STATE_1, "r");
  ck_assert_ptr_nonnull(file);
  const size_t size = fread(state, 1, sizeof(state) - 1, file);
  fclose(file);
  ck_assert_uint_gt(size, 1000);
  host_restore(host, state);
  *host_control(host, "freewheel") = 1.0F;
  play(host, &one);
  ck_assert_int_eq(number_of(host, Y("variation")), 40);
  host_ask(host, 0, NULL);
  host_run(host, BLOCK);
  expect_told(Y("theme"), "Dm Bb C a c d");
  expect_told(Y("shelf"), "12 40 7");
  ck_assert_float_eq(*host_control(host, "romantic"), 0.7F);
  ck_assert_float_eq(*host_control(host, "syncopation_trim"), -0.5F);
  ck_assert_float_eq(*host_control(host, "bars"), 12.0F);

  /* As if all of it had been set here. */
  struct host *const second = new_host();
  *host_control(second, "romantic") = 0.7F;
  *host_control(second, "comic") = 0.25F;
  *host_control(second, "variation") = 40.0F;
  *host_control(second, "distance") = 0.6F;
  *host_control(second, "bars") = 12.0F;
  *host_control(second, "syncopation_trim") = -0.5F;
  *host_control(second, "melody_take") = 4.0F;
  *host_control(second, "palette") = 2.0F;
  *host_control(second, "warmth") = -0.25F;
  host_theme(second, 0, "Dm Bb C a c d");
  play(second, &two);
  expect_same(&one, &two);
  host_free(second);

  /* And again from what this build saves of it. */
  char *const again = host_save(host);
  struct host *const third = new_host();
  host_restore(third, again);
  play(third, &two);
  expect_same(&one, &two);
  ck_assert_ptr_nonnull(strstr(again, "\"12 40 7\""));
  ck_assert_ptr_nonnull(strstr(again, "\"Dm Bb C a c d\""));
  free(again);
  host_free(third);
}
END_TEST

/* While its port said that keys are not learned, the ports were the theme. */
START_TEST(a_session_of_before_knows_whose_theme_was_in_force)
{
  static char state[16384];
  FILE *const file = fopen(STATE_1, "r");
  ck_assert_ptr_nonnull(file);
  ck_assert_uint_gt(fread(state, 1, sizeof(state) - 1, file), 1000);
  fclose(file);
  host_restore(host, state);
  *host_control(host, "source") = 0.0F;
  host_run(host, BLOCK);
  host_ask(host, 0, Y("theme"));
  host_run(host, BLOCK);
  expect_told(Y("theme"), "Am F C");
  char *const again = host_save(host);
  ck_assert_ptr_nonnull(strstr(again, "\"Dm Bb C a c d\""));
  free(again);
}
END_TEST

/** What a host's own store gives back: version, theme and the bytes of a shelf.
 */
struct stored {
  int32_t version;
  uint8_t *bytes;
  size_t size;
};

static const void *
retrieve(LV2_State_Handle handle,
         uint32_t key,
         size_t *size,
         uint32_t *type,
         uint32_t *flags)
{
  const struct stored *const stored = (const struct stored *)handle;
  *flags = LV2_STATE_IS_POD | LV2_STATE_IS_PORTABLE;
  if (key == host_urid(Y("version"))) {
    *size = sizeof(stored->version);
    *type = host_urid(LV2_ATOM__Int);
    return &stored->version;
  }
  if (key == host_urid(Y("theme"))) {
    *size = 7;
    *type = host_urid(LV2_ATOM__String);
    return "Am F C";
  }
  if (key == host_urid(Y("kept"))) {
    *size = stored->size;
    *type = host_urid(LV2_ATOM__Chunk);
    return stored->bytes;
  }
  return NULL;
}

/** Bytes of a shelf with one variation of an algorithm of before: a single
 * note.
 */
static void
write_old_shelf(struct stored *stored)
{
  static struct yeoun_shelf shelf;
  static struct yeoun_store store;
  static struct yeoun_shelf_desk desk;
  static struct yeoun_score score;
  unsigned algorithm = 0;
  struct yeoun_kept *const kept = &shelf.place[0];
  yeoun_store_init(&store);
  shelf.count = 1;
  ck_assert(!yeoun_name_read("yeoun1 Am F C variation=40 algorithm=3",
                             &kept->request,
                             &algorithm)
               .status);
  kept->algorithm = (uint16_t)algorithm;
  score.meter = (struct yeoun_meter){4, 4};
  score.length = 8 * 4 * YEOUN_BEAT;
  score.tempo_bpm = 72.0F;
  score.notes = 1;
  score.note[0] = (struct yeoun_note){.length = YEOUN_BEAT, .pitch = 71};
  strcpy(score.description, "A single note");
  const size_t packed =
    yeoun_score_pack(&score, desk.packed, sizeof(desk.packed));
  kept->request.kept =
    yeoun_store_put(&store, algorithm, desk.packed, packed, &desk.score);
  stored->bytes = (uint8_t *)malloc(YEOUN_SHELF_BYTES);
  stored->size = yeoun_shelf_pack(&shelf, &store, &desk, stored->bytes);
  yeoun_store_free(&store);
}

START_TEST(what_another_algorithm_wrote_sounds_as_it_was_kept_and_says_so)
{
  struct stored stored = {.version = 2};
  write_old_shelf(&stored);
  const LV2_State_Interface *const state =
    (const LV2_State_Interface *)lilv_instance_get_extension_data(
      host->instance, LV2_STATE__interface);
  const LV2_Handle handle = lilv_instance_get_handle(host->instance);
  ck_assert_int_eq(state->restore(handle, retrieve, &stored, 0, NULL), 0);
  host_program(host, 0, 0);
  play(host, &one);
  ck_assert_uint_eq(one.notes, 1);
  ck_assert_uint_eq(one.note[0].byte[1], 71);
  ck_assert_int_eq(number_of(host, Y("algorithm")), 3);
  ck_assert_str_eq(name_of(host), "yeoun1 Am F C variation=40 algorithm=3");
  host_ask(host, 0, Y("description"));
  host_run(host, BLOCK);
  expect_told(Y("description"), "A single note, kept as algorithm 3 wrote it");

  /* It goes on from session to session. */
  char *const text = host_save(host);
  struct host *const second = new_host();
  host_restore(second, text);
  play(second, &two);
  ck_assert_uint_eq(two.notes, 1);
  ck_assert_uint_eq(two.note[0].byte[1], 71);
  ck_assert_int_eq(number_of(second, Y("algorithm")), 3);
  free(text);
  free(stored.bytes);
  host_free(second);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("atoms");
  TCase *const tcase = tcase_create("bundle");
  tcase_set_timeout(tcase, 120);
  tcase_add_checked_fixture(tcase, set_up, tear_down);
  tcase_add_test(tcase, all_that_is_asked_is_told);
  tcase_add_test(tcase, a_name_plays_the_same_wherever_it_is_set);
  tcase_add_test(tcase,
                 what_is_kept_sounds_as_it_was_whatever_the_controls_say);
  tcase_add_test(tcase, the_shelf_is_told_place_by_place);
  tcase_add_loop_test(tcase,
                      what_cannot_be_done_is_told_and_changes_nothing,
                      0,
                      sizeof(faults) / sizeof(*faults));
  tcase_add_test(tcase, bars_and_locks_reach_the_name_and_the_session);
  tcase_add_test(tcase, levels_are_measured_while_somebody_looks);
  tcase_add_test(tcase, a_session_of_before_still_loads_and_sounds);
  tcase_add_test(tcase, a_session_of_before_knows_whose_theme_was_in_force);
  tcase_add_test(
    tcase, what_another_algorithm_wrote_sounds_as_it_was_kept_and_says_so);
  suite_add_tcase(suite, tcase);
  return suite;
}
