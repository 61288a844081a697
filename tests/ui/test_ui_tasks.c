// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What composers come for, with nothing but the window, and in how many
   gestures: a press, a drag, a text with its Return. */

#include <stdio.h>
#include <string.h>

#include <lv2/atom/util.h>

#include "../unit/suite.h"
#include "desk.h"
#include "ui/model/sibling.h"
#include "ui/views/lanes.h"

#define Y(word) "urn:yeoun:vocabulary#" word

static struct desk *desk;
static unsigned gestures;

static void
set_up(void)
{
  desk = desk_new();
  desk_open(desk);
  desk_settle(desk);
  gestures = 0;
}

static void
tear_down(void)
{
  desk_free(desk);
}

static void
click(yeoun_id id)
{
  desk_click(desk, id);
  ++gestures;
}

static void
drag(double x0, double y0, double x1, double y1)
{
  desk_move(desk, x0, y0);
  desk_button(desk, true);
  for (unsigned i = 1; i <= 8; ++i) {
    desk_move(desk, x0 + (x1 - x0) * i / 8, y0 + (y1 - y0) * i / 8);
  }
  desk_button(desk, false);
  desk_settle(desk);
  ++gestures;
}

/** Drag a slider from where it stands to a share of its length. */
static void
drag_port(enum yeoun_port port, double from, double to, bool is_upright)
{
  const struct yeoun_rect r =
    paper_place(desk->paper, YEOUN_ID_PORT + (yeoun_id)port);
  if (is_upright) {
    drag(r.x + r.w / 2,
         r.y + r.h * (1 - from),
         r.x + r.w / 2,
         r.y + r.h * (1 - to));
  } else {
    drag(r.x + r.w * from, r.y + r.h / 2, r.x + r.w * to, r.y + r.h / 2);
  }
}

/** Whom the first that is kept is for. */
static const char *
kept_for(void)
{
  const LV2_Atom *text = NULL;
  host_ask(desk->host, 0, Y("kept"));
  for (unsigned i = 0; i < 4 && !text; ++i) {
    host_run(desk->host, 64);
    const LV2_Atom_Object *const kept = host_put(desk->host, Y("kept"));
    if (kept) {
      lv2_atom_object_get(kept, host_urid(Y("character")), &text, 0);
    }
  }
  return text ? (const char *)(text + 1) : "";
}

START_TEST(a_warmer_calmer_variation_is_found_for_another_character)
{
  click(YEOUN_ID_SIBLING + YEOUN_WARMER);
  click(YEOUN_ID_SIBLING + YEOUN_CALMER);
  click(YEOUN_ID_CARD_STAR);
  /* So that the paper too has the row that comes with the star. */
  struct yeoun_shelf *const shelf = &desk->paper->model.memory.shelf;
  shelf->count = 1;
  shelf->place[0].request = desk->paper->model.told.request;
  paper_settle(desk->paper);
  click(YEOUN_ID_SHELF + 1);
  desk_type(desk, "hana\n");
  desk_settle(desk);
  ++gestures;
  ck_assert_uint_le(gestures, 5);
  ck_assert(desk_value(desk, "warmth") > 0.3f);
  ck_assert(desk_value(desk, "intensity") < 0.35f);
  ck_assert_str_eq(desk_told(desk, Y("shelf")), "1");
  ck_assert_str_eq(kept_for(), "hana");
  const char *const name =
    desk_told(desk, Y("name")); /* it sounds, as it is kept */
  ck_assert_ptr_nonnull(strstr(name, "variation=1"));
  ck_assert_ptr_nonnull(strstr(name, "intensity="));
  ck_assert_ptr_nonnull(strstr(name, "warmth="));
}
END_TEST

START_TEST(the_bass_is_rolled_again_in_bars_five_and_six)
{
  const struct yeoun_rect r =
    paper_place(desk->paper, YEOUN_ID_LANE_BARS + YEOUN_LANE_BASS);
  const double y = r.y + r.h / 2;
  drag(r.x + r.w * 4.5 / 8, y, r.x + r.w * 5.5 / 8, y);
  paper_drag(desk->paper, r.x + r.w * 4.5 / 8, y, r.x + r.w * 5.5 / 8, y);
  click(YEOUN_ID_ROLL + 1);
  ck_assert_uint_le(gestures, 4);
  ck_assert_str_eq(desk_told(desk, Y("ranges")), "bass_bars=5-6:1");
  ck_assert_ptr_nonnull(strstr(desk_told(desk, Y("name")), "bass_bars=5-6:1"));
}
END_TEST

/** Carry a lane by its name to the window beside, and let go. */
static void
carry(unsigned lane)
{
  const struct yeoun_rect r =
    paper_place(desk->paper, YEOUN_ID_LANE + lane * YEOUN_LANE_IDS);
  *desk->dropped = '\0';
  drag(r.x + 20, r.y + 8, YEOUN_PAGE_WIDTH + 60, r.y + 10);
  desk_pump(desk, 5);
}

/** Whether one file was dropped, of a lane, that is MIDI and no empty track. */
static bool
is_dropped(const char *lane)
{
  char path[1024] = "";
  char bytes[256] = "";
  char *to = path;
  const char *from = desk->dropped + strlen("file://");
  while (*from && *from != '\r' && to < path + sizeof(path) - 1) {
    unsigned code = 0;
    if (*from == '%' && sscanf(from + 1, "%2x", &code) == 1) {
      *to++ = (char)code;
      from += 3;
    } else {
      *to++ = *from++;
    }
  }
  FILE *const file = fopen(path, "rb");
  if (!file) {
    return false;
  }
  const size_t size = fread(bytes, 1, sizeof(bytes), file);
  fclose(file);
  return size == sizeof(bytes) && !memcmp(bytes, "MThd", 4) &&
         strstr(path, lane) && !strcmp(from, "\r\n");
}

START_TEST(melody_and_strings_are_brought_into_the_host)
{
  /* The pad's strings come with the intensity. */
  drag_port(YEOUN_PORT_INTENSITY, 0.5, 0.95, true);
  carry(YEOUN_LANE_MELODY);
  ck_assert_msg(is_dropped("melody"), "%s", desk->dropped);
  carry(YEOUN_LANE_PAD);
  ck_assert_msg(is_dropped("pad"), "%s", desk->dropped);
  ck_assert_uint_le(gestures, 4);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("ui_tasks");
  TCase *const tests = tcase_create("tasks");
  tcase_set_timeout(tests, 120);
  tcase_add_checked_fixture(tests, set_up, tear_down);
  tcase_add_test(tests,
                 a_warmer_calmer_variation_is_found_for_another_character);
  tcase_add_test(tests, the_bass_is_rolled_again_in_bars_five_and_six);
  tcase_add_test(tests, melody_and_strings_are_brought_into_the_host);
  suite_add_tcase(suite, tests);
  return suite;
}
