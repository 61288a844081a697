// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What sessions keep, and sessions of before. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/suite.h"
#include "heard.h"
#include "name.h"
#include "shelf_bytes.h"

static struct host_world world;
static struct host *host;

static struct heard one, two;

static void
set_up(void)
{
  world = host_world_new();
  host = heard_host(&world);
}

static void
tear_down(void)
{
  host_free(host);
  host_world_free(&world);
}

START_TEST(what_is_kept_sounds_as_it_was_whatever_the_controls_say)
{
  *host_control(host, "romantic") = 1.0f;
  *host_control(host, "lyrical") = 0.0f;
  *host_control(host, "variation") = 12.0f;
  heard_play(host, &one);
  host_set(host, 0, Y("keep"), "");
  host_set(host, 1, Y("character"), "1 하나");
  host_run(host, HEARD_BLOCK);
  heard_expect_told(host, Y("shelf"), "12");
  host_theme(host, 0, "C G");
  *host_control(host, "comic") = 1.0f;
  *host_control(host, "variation") = 5.0f;
  heard_play(host, &two);
  ck_assert(!heard_is_same(&one, &two));
  host_program(host, 0, 0);
  heard_play(host, &two);
  heard_expect_same(&one, &two);

  char *const state = host_save(host);
  ck_assert_ptr_nonnull(strstr(state, Y("kept")));
  struct host *const second = heard_host(&world);
  host_restore(second, state);
  heard_play(second, &two);
  heard_expect_same(&one, &two);
  host_ask(second, 0, Y("theme"));
  host_run(second, HEARD_BLOCK);
  ck_assert_str_eq(host_told(second, Y("theme")), "C G");
  /* Another theme ends it, the shelf stays. */
  host_theme(second, 0, "C G");
  heard_play(second, &two);
  ck_assert(!heard_is_same(&one, &two));
  host_program(second, 0, 0);
  heard_play(second, &two);
  heard_expect_same(&one, &two);
  free(state);
  host_free(second);
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
  *host_control(host, "freewheel") = 1.0f;
  heard_play(host, &one);
  ck_assert_int_eq(heard_number(host, Y("variation")), 40);
  host_ask(host, 0, NULL);
  host_run(host, HEARD_BLOCK);
  heard_expect_told(host, Y("theme"), "Dm Bb C a c d");
  heard_expect_told(host, Y("shelf"), "12 40 7");
  ck_assert_float_eq(*host_control(host, "romantic"), 0.7f);
  ck_assert_float_eq(*host_control(host, "syncopation_trim"), -0.5f);
  ck_assert_float_eq(*host_control(host, "bars"), 12.0f);

  /* As if all of it had been set here. */
  struct host *const second = heard_host(&world);
  *host_control(second, "romantic") = 0.7f;
  *host_control(second, "comic") = 0.25f;
  *host_control(second, "variation") = 40.0f;
  *host_control(second, "distance") = 0.6f;
  *host_control(second, "bars") = 12.0f;
  *host_control(second, "syncopation_trim") = -0.5f;
  *host_control(second, "melody_take") = 4.0f;
  *host_control(second, "palette") = 2.0f;
  *host_control(second, "warmth") = -0.25f;
  host_theme(second, 0, "Dm Bb C a c d");
  heard_play(second, &two);
  heard_expect_same(&one, &two);
  host_free(second);

  /* And again from what this build saves of it. */
  char *const again = host_save(host);
  struct host *const third = heard_host(&world);
  host_restore(third, again);
  heard_play(third, &two);
  heard_expect_same(&one, &two);
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
  *host_control(host, "source") = 0.0f;
  host_run(host, HEARD_BLOCK);
  host_ask(host, 0, Y("theme"));
  host_run(host, HEARD_BLOCK);
  heard_expect_told(host, Y("theme"), "Am F C");
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
  score.tempo_bpm = 72.0f;
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
  heard_play(host, &one);
  ck_assert_uint_eq(one.notes, 1);
  ck_assert_uint_eq(one.note[0].byte[1], 71);
  ck_assert_int_eq(heard_number(host, Y("algorithm")), 3);
  ck_assert_str_eq(heard_name(host), "yeoun1 Am F C variation=40 algorithm=3");
  host_ask(host, 0, Y("description"));
  host_run(host, HEARD_BLOCK);
  heard_expect_told(
    host, Y("description"), "A single note, kept as algorithm 3 wrote it");

  /* It goes on from session to session. */
  char *const text = host_save(host);
  struct host *const second = heard_host(&world);
  host_restore(second, text);
  heard_play(second, &two);
  ck_assert_uint_eq(two.notes, 1);
  ck_assert_uint_eq(two.note[0].byte[1], 71);
  ck_assert_int_eq(heard_number(second, Y("algorithm")), 3);
  free(text);
  free(stored.bytes);
  host_free(second);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("sessions");
  TCase *const tcase = tcase_create("bundle");
  tcase_set_timeout(tcase, 120);
  tcase_add_checked_fixture(tcase, set_up, tear_down);
  tcase_add_test(tcase,
                 what_is_kept_sounds_as_it_was_whatever_the_controls_say);
  tcase_add_test(tcase, a_session_of_before_still_loads_and_sounds);
  tcase_add_test(tcase, a_session_of_before_knows_whose_theme_was_in_force);
  tcase_add_test(
    tcase, what_another_algorithm_wrote_sounds_as_it_was_kept_and_says_so);
  suite_add_tcase(suite, tcase);
  return suite;
}
