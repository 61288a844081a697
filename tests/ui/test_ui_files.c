// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Files that the interface writes and reads: MIDI of lanes, presets. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../unit/folder.h"
#include "../unit/suite.h"
#include "paper.h"
#include "ui/model/carry.h"
#include "ui/model/favourites.h"
#include "ui/model/presets.h"
#include "ui/model/take_midi.h"

static struct paper *paper;
static const char *folder;

static void
set_up(void)
{
  paper = paper_new(1);
  folder = make_folder();
}

static void
tear_down(void)
{
  paper_free(paper);
  remove_folder();
}

/** What is in a MIDI file of one track. */
struct counted {
  unsigned notes, ends, controllers, type, tracks;
  long last; /**< tick of the end */
};

static unsigned long
take_length(const unsigned char **at)
{
  unsigned long number = 0;
  do {
    number = number << 7 | (**at & 0x7F);
  } while (*(*at)++ & 0x80);
  return number;
}

static struct counted
count(const char *path)
{
  static unsigned char bytes[1 << 20];
  struct counted c = {0};
  FILE *const file = fopen(path, "rb");
  ck_assert_ptr_nonnull(file);
  const size_t size = fread(bytes, 1, sizeof(bytes), file);
  fclose(file);
  ck_assert_int_eq(memcmp(bytes, "MThd", 4), 0);
  c.type = bytes[9];
  c.tracks = bytes[11];
  ck_assert_uint_eq((unsigned)bytes[18] << 24 | bytes[19] << 16 |
                      bytes[20] << 8 | bytes[21],
                    size - 22);
  const unsigned char *at = bytes + 22;
  while (at < bytes + size) {
    c.last += (long)take_length(&at);
    const unsigned kind = *at >> 4;
    if (*at == 0xFF) {
      at += 2;
      at += take_length(&at);
    } else {
      ck_assert_uint_ge(kind, 8);
      c.notes += kind == 9 && at[2];
      c.ends += kind == 8 || (kind == 9 && !at[2]);
      c.controllers += kind == 0xB || kind == 0xE;
      at += kind == 0xC || kind == 0xD ? 2 : 3;
    }
  }
  return c;
}

START_TEST(each_lane_is_a_file_with_the_notes_of_the_variation)
{
  static const unsigned all = (1U << YEOUN_LANES) - 1;
  for (unsigned variation = 1; variation < 6; ++variation) {
    struct yeoun_request request;
    struct yeoun_midi_files files;
    unsigned notes[YEOUN_LANES] = {0};
    paper->model.value[YEOUN_PORT_COMIC] = 0.2f * variation;
    paper->model.value[YEOUN_PORT_BASS_MUTE] = 1.0f; /* is written too */
    yeoun_model_request(&paper->model, variation, &request);
    paper_sound(paper, &request);
    paper_settle(paper);
    const struct yeoun_score *const score =
      yeoun_page_sounding(&paper->page)->score;
    for (unsigned i = 0; i < score->notes; ++i) {
      ++notes[score->note[i].lane];
    }
    ck_assert(yeoun_midi_write(
      &paper->model, &request, score->tempo_bpm, all, folder, &files));
    unsigned file = 0;
    for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
      if (!notes[lane]) {
        continue;
      }
      ck_assert_ptr_nonnull(strstr(files.path[file], yeoun_lane_name(lane)));
      const struct counted c = count(files.path[file++]);
      ck_assert_uint_eq(c.type, 0);
      ck_assert_uint_eq(c.tracks, 1);
      ck_assert_uint_eq(c.notes, notes[lane]);
      ck_assert_uint_eq(c.ends, c.notes);
      ck_assert_int_ge(c.last, score->length);
    }
    ck_assert_uint_eq(files.count, file);
  }
}
END_TEST

START_TEST(held_lanes_have_their_controllers)
{
  const struct yeoun_preview *const shown = yeoun_page_sounding(&paper->page);
  struct yeoun_midi_files files;
  struct yeoun_request request = shown->request;
  request.instrument[YEOUN_LANE_MELODY] = YEOUN_CELLO;
  ck_assert(yeoun_midi_write(
    &paper->model, &request, 80.0f, 1U << YEOUN_LANE_MELODY, folder, &files));
  ck_assert_uint_eq(files.count, 1);
  ck_assert_uint_gt(count(files.path[0]).controllers, 10);
}
END_TEST

START_TEST(no_file_is_replaced)
{
  const struct yeoun_preview *const shown = yeoun_page_sounding(&paper->page);
  struct yeoun_midi_files one;
  struct yeoun_midi_files two;
  ck_assert(
    yeoun_midi_write(&paper->model, &shown->request, 80.0f, 1U, folder, &one));
  ck_assert(
    yeoun_midi_write(&paper->model, &shown->request, 80.0f, 1U, folder, &two));
  ck_assert_str_ne(one.path[0], two.path[0]);
  ck_assert_int_eq(access(one.path[0], F_OK), 0);
  ck_assert(!yeoun_midi_write(
    &paper->model, &shown->request, 80.0f, 1U, "/nowhere", &two));
}
END_TEST

START_TEST(what_is_carried_is_gone_when_the_window_closes)
{
  static struct yeoun_carried carried;
  setenv("XDG_RUNTIME_DIR", folder, 1);
  const struct yeoun_preview *const shown = yeoun_page_sounding(&paper->page);
  const char *const uris =
    yeoun_carried_write(&carried, &paper->model, &shown->request, 80.0f, 5U);
  ck_assert_int_eq(strncmp(uris, "file:///tmp/yeoun-test-", 23), 0);
  ck_assert_ptr_nonnull(strstr(uris, "%20chords.mid\r\n"));
  ck_assert_uint_eq(carried.count, 2);
  char path[YEOUN_PATH_SIZE];
  snprintf(path, sizeof(path), "%s", carried.path[0]);
  ck_assert_int_eq(access(path, F_OK), 0);
  yeoun_carried_free(&carried);
  ck_assert_int_ne(access(path, F_OK), 0);
}
END_TEST

START_TEST(presets_are_read_loaded_and_undone)
{
  char bundle[1024];
  snprintf(bundle, sizeof(bundle), "%s/yeoun.lv2", getenv("YEOUN_LV2"));
  setenv("HOME", folder, 1);
  struct yeoun_presets *const presets = yeoun_presets_new(bundle);
  ck_assert_ptr_nonnull(presets);
  ck_assert_uint_gt(presets->count, 30);
  const struct yeoun_preset *joy = NULL;
  for (unsigned i = 0; i < presets->count; ++i) {
    const struct yeoun_preset *const p = &presets->preset[i];
    ck_assert_msg(*p->label && *p->comment && *p->bank, "%s", p->uri);
    ck_assert_msg(!isnan(p->value[YEOUN_PORT_LYRICAL]), "%s", p->uri);
    joy = strcmp(p->label, "Joy") ? joy : p;
  }
  ck_assert_ptr_nonnull(joy);
  ck_assert_str_eq(joy->bank, "Scenes");
  ck_assert(joy->value[YEOUN_PORT_COMIC] == 0.55f);
  ck_assert(yeoun_preset_matches(joy, "good NEWS"));
  ck_assert(!yeoun_preset_matches(joy, "rain"));
  yeoun_model_begin(&paper->model);
  yeoun_preset_load(joy, &paper->model);
  yeoun_model_end(&paper->model);
  ck_assert(paper->model.value[YEOUN_PORT_WARMTH] == 0.6f);
  ck_assert(yeoun_model_undo(&paper->model));
  ck_assert(paper->model.value[YEOUN_PORT_WARMTH] == 0.0f);
  ck_assert(!yeoun_model_undo(&paper->model));
  free(presets);
}
END_TEST

START_TEST(a_preset_of_ones_own_comes_back)
{
  char told[256];
  setenv("HOME", folder, 1);
  yeoun_model_set(&paper->model, YEOUN_PORT_WARMTH, -0.25f);
  yeoun_model_set(&paper->model, YEOUN_PORT_COMIC, 0.75f);
  ck_assert(yeoun_preset_save(&paper->model, "Rain \"2\"", told, sizeof(told)));
  ck_assert(!yeoun_preset_save(&paper->model, "rain 2", told, sizeof(told)));
  ck_assert_ptr_nonnull(strstr(told, "There is a preset of that name"));
  ck_assert(!yeoun_preset_save(&paper->model, "?", told, sizeof(told)));
  struct yeoun_presets *const presets = yeoun_presets_new("");
  ck_assert_ptr_nonnull(presets);
  ck_assert_uint_eq(presets->count, 1);
  ck_assert_str_eq(presets->preset[0].label, "Rain \"2\"");
  ck_assert_str_eq(presets->preset[0].bank, "Own");
  ck_assert(presets->preset[0].value[YEOUN_PORT_WARMTH] == -0.25f);
  ck_assert(presets->preset[0].value[YEOUN_PORT_COMIC] == 0.75f);
  ck_assert(isnan(presets->preset[0].value[YEOUN_PORT_ROOT_1]));
  free(presets);
}
END_TEST

START_TEST(presets_that_come_are_seen)
{
  char told[256];
  setenv("HOME", folder, 1);
  struct yeoun_presets *const presets = yeoun_presets_new("");
  ck_assert_ptr_nonnull(presets);
  ck_assert_uint_eq(presets->count, 0);
  ck_assert(!yeoun_presets_refresh(presets));
  ck_assert(yeoun_preset_save(&paper->model, "Rain", told, sizeof(told)));
  ck_assert(yeoun_presets_refresh(presets));
  ck_assert_uint_eq(presets->count, 1);
  ck_assert(!yeoun_presets_refresh(presets));
  char command[256];
  snprintf(command, sizeof(command), "rm -r %s/.lv2/yeoun-rain.lv2", folder);
  ck_assert_int_eq(system(command), 0);
  ck_assert(yeoun_presets_refresh(presets));
  ck_assert_uint_eq(presets->count, 0);
  free(presets);
}
END_TEST

START_TEST(a_broken_bundle_of_others_harms_none)
{
  static const char *const broken[] = {"<> a [[[[", "@prefix", "\377\376"};
  char told[256];
  char path[256];
  setenv("HOME", folder, 1);
  ck_assert(yeoun_preset_save(&paper->model, "Rain", told, sizeof(told)));
  for (unsigned i = 0; i < sizeof(broken) / sizeof(*broken); ++i) {
    snprintf(path, sizeof(path), "%s/.lv2/yeoun-rain.lv2/x%u.ttl", folder, i);
    FILE *const file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fputs(broken[i], file);
    fclose(file);
  }
  struct yeoun_presets *const presets = yeoun_presets_new("");
  ck_assert_ptr_nonnull(presets);
  ck_assert_uint_eq(presets->count, 1);
  ck_assert_str_eq(presets->preset[0].label, "Rain");
  free(presets);
}
END_TEST

START_TEST(favourites_lie_where_xdg_says)
{
  static struct yeoun_favourites mine;
  static struct yeoun_favourites others;
  char path[256];
  setenv("HOME", folder, 1);
  setenv("XDG_CONFIG_HOME", "not/absolute", 1); /* is to be ignored */
  yeoun_favourites_read(&mine);
  ck_assert_uint_eq(mine.count, 0);
  ck_assert(yeoun_favourites_toggle(&mine, "urn:a"));
  snprintf(path, sizeof(path), "%s/.config/yeoun/favourites", folder);
  ck_assert_int_eq(access(path, F_OK), 0);
  /* What another window wrote stays. */
  yeoun_favourites_read(&others);
  ck_assert(yeoun_favourites_toggle(&others, "urn:b"));
  ck_assert(yeoun_favourites_toggle(&mine, "urn:c"));
  ck_assert(yeoun_favourites_has(&mine, "urn:a"));
  ck_assert(yeoun_favourites_has(&mine, "urn:b"));
  ck_assert(yeoun_favourites_toggle(&mine, "urn:a"));
  yeoun_favourites_read(&others);
  ck_assert_uint_eq(others.count, 2);
  ck_assert(!yeoun_favourites_has(&others, "urn:a"));
  snprintf(path, sizeof(path), "%s/xdg", folder);
  setenv("XDG_CONFIG_HOME", path, 1);
  ck_assert(yeoun_favourites_toggle(&others, "urn:d"));
  ck_assert_uint_eq(others.count, 1);
  setenv("XDG_CONFIG_HOME", "/proc/nowhere", 1);
  ck_assert(!yeoun_favourites_toggle(&others, "urn:e"));
  ck_assert_uint_eq(others.count, 0);
  unsetenv("XDG_CONFIG_HOME");
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("ui_files");
  TCase *const tests = tcase_create("files");
  tcase_set_timeout(tests, 60);
  tcase_add_checked_fixture(tests, set_up, tear_down);
  tcase_add_test(tests, each_lane_is_a_file_with_the_notes_of_the_variation);
  tcase_add_test(tests, held_lanes_have_their_controllers);
  tcase_add_test(tests, no_file_is_replaced);
  tcase_add_test(tests, what_is_carried_is_gone_when_the_window_closes);
  tcase_add_test(tests, presets_are_read_loaded_and_undone);
  tcase_add_test(tests, a_preset_of_ones_own_comes_back);
  tcase_add_test(tests, presets_that_come_are_seen);
  tcase_add_test(tests, a_broken_bundle_of_others_harms_none);
  tcase_add_test(tests, favourites_lie_where_xdg_says);
  suite_add_tcase(suite, tests);
  return suite;
}
