// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A theme and a colour as they come to the page: typed, moved, dropped. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifdef YEOUN_HAS_JPEG
#  include <jpeglib.h>
#endif

#include "../unit/folder.h"
#include "../unit/suite.h"
#include "paper.h"
#include "small_midi.h"
#include "ui/model/path.h"
#include "ui/model/still.h"

/* Of canvas.c, and of views/theme_facts.c and views/sound.c. */
#define FAULT 0xff7a66U
#define KEY (YEOUN_ID_THEME + 8)
#define ALL_BEATS (YEOUN_ID_THEME + 9)
#define BEATS (YEOUN_ID_THEME + 16)
#define COLOUR YEOUN_ID_SOUND

static struct paper *paper;
static const char *folder;
static char path[64];
static char uri[128];

static void
set_up(void)
{
  paper = paper_new(1);
  folder = make_folder();
  setenv("HOME", folder, 1);
}

static void
tear_down(void)
{
  paper_free(paper);
  remove_folder();
}

/** Name a file of the folder. */
static void
name(const char *file)
{
  snprintf(path, sizeof(path), "%s/%s", folder, file);
  snprintf(uri, sizeof(uri), "# a remark\r\nfile://%s\r\n", path);
}

/** Fill what was drawn, and leave the image in the folder. */
static void
write_still(cairo_surface_t *image, cairo_t *cr)
{
  cairo_fill(cr);
  cairo_destroy(cr);
  name("still.png");
  ck_assert_int_eq(cairo_surface_write_to_png(image, path), 0);
  cairo_surface_destroy(image);
}

static float
warmth(void)
{
  return paper->model.value[YEOUN_PORT_WARMTH];
}

START_TEST(a_midi_file_is_a_theme_by_its_path)
{
  name("window.mid");
  small_midi_write(path);
  paper_click(paper, YEOUN_ID_THEME);
  paper_type(paper, "~/window.mid");
  ck_assert_uint_eq(paper->count, 0);
  paper_key(paper, YEOUN_KEY_RETURN);
  ck_assert_str_eq(paper_text(paper, YEOUN_SET_THEME), "Am:2 F:2 C:2");
  ck_assert_str_eq(paper->page.fault, "");
  paper_key(paper, YEOUN_KEY_UNDO);
  ck_assert_str_eq(paper_text(paper, YEOUN_SET_THEME), "Am F C");
}
END_TEST

START_TEST(a_midi_file_is_a_theme_when_it_is_dropped)
{
  name("WINDOW.MID");
  small_midi_write(path);
  paper_drop(paper, uri);
  ck_assert_str_eq(paper_text(paper, YEOUN_SET_THEME), "Am:2 F:2 C:2");
  ck_assert_uint_eq(paper->model.history.done, 1);
}
END_TEST

START_TEST(a_file_without_a_theme_sets_nothing_and_says_so)
{
  const struct yeoun_rect r = paper_place(paper, YEOUN_ID_THEME);
  const struct yeoun_rect below = {r.x, r.y + r.h + 3, r.w, 17};
  ck_assert(paper_share(paper, below, FAULT) == 0);
  paper_click(paper, YEOUN_ID_THEME);
  paper_type(paper, "~/nothing.mid");
  paper_key(paper, YEOUN_KEY_RETURN);
  ck_assert(paper_share(paper, below, FAULT) > 0);
  ck_assert_ptr_nonnull(strstr(paper->page.file_fault, "No such file"));
  name("text.mid");
  FILE *const file = fopen(path, "w");
  ck_assert_ptr_nonnull(file);
  fputs("MThd, or not", file);
  fclose(file);
  paper_drop(paper, uri);
  ck_assert_ptr_nonnull(strstr(paper->page.message, "no whole MIDI file"));
  name("text.ogg");
  paper_drop(paper, uri);
  ck_assert_ptr_nonnull(strstr(paper->page.message, "Drop a MIDI file"));
  ck_assert_uint_eq(paper->count, 0);
}
END_TEST

START_TEST(beats_are_set_for_all_chords_and_for_one)
{
  paper_click(paper, ALL_BEATS);
  paper_type(paper, "2");
  paper_key(paper, YEOUN_KEY_RETURN);
  ck_assert_str_eq(paper_text(paper, YEOUN_SET_THEME), "Am:2 F:2 C:2");
  paper_click(paper, BEATS + 1);
  paper_type(paper, "6.5");
  paper_key(paper, YEOUN_KEY_RETURN);
  ck_assert_str_eq(paper_text(paper, YEOUN_SET_THEME), "Am:2 F:6.5 C:2");
  paper_click(paper, BEATS + 2);
  paper_type(paper, "500");
  paper_key(paper, YEOUN_KEY_RETURN);
  ck_assert_str_eq(paper_text(paper, YEOUN_SET_THEME), "Am:2 F:6.5 C:32");
  paper_double_click(paper, ALL_BEATS);
}
END_TEST

START_TEST(eight_long_chords_can_all_be_reached)
{
  paper_click(paper, YEOUN_ID_THEME);
  paper_type(paper, "Fmaj7:2 G7sus4:3.5 Em7b5 A7b9 Dm7/G Bbmaj7 Ebm9 C7#9");
  paper_key(paper, YEOUN_KEY_RETURN);
  const struct yeoun_rect field = paper_place(paper, YEOUN_ID_THEME);
  for (unsigned i = 0; i < 8; ++i) {
    const struct yeoun_rect r = paper_place(paper, BEATS + i);
    ck_assert(r.x + r.w <= field.x + field.w + 0.5);
    ck_assert(r.w >= 30);
  }
}
END_TEST

START_TEST(the_key_is_moved_with_all_chords_and_notes)
{
  paper_click(paper, YEOUN_ID_THEME);
  paper_type(paper, "Am F C e5 c5");
  paper_key(paper, YEOUN_KEY_RETURN);
  paper_click(paper, KEY);
  paper_click(paper, 0xF0000000U + 0); /* C minor, which has flats */
  ck_assert_str_eq(paper_text(paper, YEOUN_SET_THEME), "Cm Ab Eb g5 eb");
}
END_TEST

START_TEST(a_colour_that_is_typed_is_warmth)
{
  paper_click(paper, COLOUR);
  paper_type(paper, "#e0a040");
  paper_key(paper, YEOUN_KEY_RETURN);
  ck_assert(fabsf(warmth() - (0xE0 - 0x40) / 255.0f) < 1e-5f);
  const struct yeoun_rect r = paper_place(paper, COLOUR);
  const struct yeoun_rect swatch = {r.x - 28, r.y + 4, 18, r.h - 8};
  ck_assert(paper_share(paper, swatch, 0xe0a040) > 0.9);
  /* Another warmth is no longer that of the colour. */
  paper_double_click(paper, YEOUN_ID_PORT + YEOUN_PORT_WARMTH);
  ck_assert(warmth() == 0.0f);
  ck_assert(paper_share(paper, swatch, 0xe0a040) == 0);
  paper_click(paper, COLOUR);
  paper_type(paper, "gold");
  paper_key(paper, YEOUN_KEY_RETURN);
  ck_assert_ptr_nonnull(strstr(paper->page.message, "Expected a colour"));
  ck_assert(warmth() == 0.0f);
}
END_TEST

START_TEST(a_still_that_is_dropped_is_warmth)
{
  /* Half pure red, half black: half the light is #bc0000, not #800000. */
  cairo_surface_t *const image =
    cairo_image_surface_create(CAIRO_FORMAT_RGB24, 40, 20);
  cairo_t *const cr = cairo_create(image);
  cairo_set_source_rgb(cr, 1, 0, 0);
  cairo_rectangle(cr, 0, 0, 20, 20);
  write_still(image, cr);
  paper_drop(paper, uri);
  ck_assert_uint_eq(paper->page.colour, 0xbc0000);
  ck_assert(fabsf(warmth() - 0xBC / 255.0f) < 1e-5f);
  paper_key(paper, YEOUN_KEY_UNDO);
  ck_assert(warmth() == 0.0f);
  name("none.png");
  paper_drop(paper, uri);
  ck_assert_ptr_nonnull(strstr(paper->page.message, "no image"));
}
END_TEST

START_TEST(what_is_transparent_does_not_count)
{
  cairo_surface_t *const image =
    cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 10, 10);
  cairo_t *const cr = cairo_create(image);
  cairo_set_source_rgba(cr, 0, 0, 1, 0.5);
  cairo_rectangle(cr, 0, 0, 2, 10);
  write_still(image, cr);
  struct yeoun_fault fault = {0};
  uint32_t rgb = 0;
  ck_assert(yeoun_still_colour(path, &rgb, &fault));
  ck_assert_uint_eq(rgb, 0x0000ff);
}
END_TEST

#ifdef YEOUN_HAS_JPEG
START_TEST(a_still_may_be_a_jpeg)
{
  struct jpeg_compress_struct jpeg = {0};
  struct jpeg_error_mgr errors;
  struct yeoun_fault fault = {0};
  uint32_t rgb = 0;
  name("still.JPG");
  FILE *const file = fopen(path, "wb");
  ck_assert_ptr_nonnull(file);
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_compress(&jpeg);
  jpeg_stdio_dest(&jpeg, file);
  jpeg.image_width = jpeg.image_height = 64;
  jpeg.input_components = 3;
  jpeg.in_color_space = JCS_RGB;
  jpeg_set_defaults(&jpeg);
  jpeg_set_quality(&jpeg, 95, TRUE);
  jpeg_start_compress(&jpeg, TRUE);
  JSAMPLE row[64 * 3];
  for (unsigned i = 0; i < 64; ++i) {
    memcpy(row + 3 * (size_t)i, "\x20\x40\xC0", 3);
  }
  JSAMPROW rows[1] = {row};
  for (unsigned i = 0; i < 64; ++i) {
    jpeg_write_scanlines(&jpeg, rows, 1);
  }
  jpeg_finish_compress(&jpeg);
  jpeg_destroy_compress(&jpeg);
  fclose(file);
  ck_assert(yeoun_still_colour(path, &rgb, &fault));
  for (unsigned i = 0; i < 3; ++i) {
    const int is = (int)(rgb >> 8 * i & 255U);
    const int was = 0x2040C0 >> 8 * i & 255;
    ck_assert_msg(abs(is - was) <= 3, "#%06x", (unsigned)rgb);
  }
  ck_assert_int_eq(truncate(path, 40), 0);
  ck_assert(!yeoun_still_colour(path, &rgb, &fault));
}
END_TEST
#endif

START_TEST(paths_are_read_as_they_are_typed_and_passed_on)
{
  static const struct {
    const char *text, *path;
  } cases[] = {{"/a/b.mid", "/a/b.mid"},
               {"file:///a%20b/%ec%97%ac.mid", "/a b/\354\227\254.mid"},
               {"file://here/a%zz%", "/a%zz%"},
               {"~other/a", NULL},
               {"a.mid", NULL},
               {"", NULL},
               {"file:a", NULL}};
  char read[128];
  for (unsigned i = 0; i < sizeof(cases) / sizeof(*cases); ++i) {
    const bool is_read = yeoun_path_read(cases[i].text, read, sizeof(read));
    ck_assert_msg(is_read == (cases[i].path != NULL), "%s", cases[i].text);
    ck_assert(!is_read || !strcmp(read, cases[i].path));
  }
  ck_assert(!yeoun_path_read("/too/long", read, 5));
  ck_assert(!yeoun_path_read("file:///too/long", read, 5));
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("ui_theme");
  TCase *const tests = tcase_create("theme");
  tcase_set_timeout(tests, 60);
  tcase_add_checked_fixture(tests, set_up, tear_down);
  tcase_add_test(tests, a_midi_file_is_a_theme_by_its_path);
  tcase_add_test(tests, a_midi_file_is_a_theme_when_it_is_dropped);
  tcase_add_test(tests, a_file_without_a_theme_sets_nothing_and_says_so);
  tcase_add_test(tests, beats_are_set_for_all_chords_and_for_one);
  tcase_add_test(tests, eight_long_chords_can_all_be_reached);
  tcase_add_test(tests, the_key_is_moved_with_all_chords_and_notes);
  tcase_add_test(tests, a_colour_that_is_typed_is_warmth);
  tcase_add_test(tests, a_still_that_is_dropped_is_warmth);
  tcase_add_test(tests, what_is_transparent_does_not_count);
#ifdef YEOUN_HAS_JPEG
  tcase_add_test(tests, a_still_may_be_a_jpeg);
#endif
  tcase_add_test(tests, paths_are_read_as_they_are_typed_and_passed_on);
  suite_add_tcase(suite, tests);
  return suite;
}
