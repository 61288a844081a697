// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "still_jpeg.h"

#include "path.h"

#ifdef YEOUN_HAS_JPEG

#  include <setjmp.h>
#  include <stdio.h>
#  include <stdlib.h>

#  include <jpeglib.h>

/** The library ends the program on a broken file unless one leaps out. */
struct trap {
  struct jpeg_error_mgr errors;
  jmp_buf place;
};

static void
leap(j_common_ptr jpeg)
{
  struct trap *const trap = (struct trap *)(void *)jpeg->err;
  longjmp(trap->place, 1);
}

static void
say_nothing(j_common_ptr jpeg)
{
  (void)jpeg;
}

/** Add the rows of a file that is open. What is changed after the leap is kept
    in the two structures alone. */
static bool
read_rows(struct jpeg_decompress_struct *jpeg,
          struct trap *trap,
          FILE *file,
          struct yeoun_light *light)
{
  if (setjmp(trap->place)) {
    return false;
  }
  jpeg_stdio_src(jpeg, file);
  jpeg_read_header(jpeg, TRUE);
  jpeg->out_color_space = JCS_RGB;
  jpeg->scale_num = 1;
  jpeg->scale_denom = 8;
  jpeg_start_decompress(jpeg);
  JSAMPARRAY row = jpeg->mem->alloc_sarray(
    (j_common_ptr)jpeg, JPOOL_IMAGE, jpeg->output_width * 3, 1);
  while (jpeg->output_scanline < jpeg->output_height) {
    jpeg_read_scanlines(jpeg, row, 1);
    for (unsigned x = 0; x < jpeg->output_width; ++x) {
      const JSAMPLE *const c = row[0] + 3 * (size_t)x;
      yeoun_light_add(light, c[0], c[1], c[2], 1);
    }
  }
  return true;
}

bool
yeoun_still_is_jpeg(const char *path)
{
  return yeoun_path_ends(path, ".jpg") || yeoun_path_ends(path, ".jpeg");
}

bool
yeoun_still_read_jpeg(const char *path, struct yeoun_light *light)
{
  struct jpeg_decompress_struct jpeg = {0};
  struct trap trap;
  FILE *const file = fopen(path, "rb");
  if (!file) {
    return false;
  }
  jpeg.err = jpeg_std_error(&trap.errors);
  trap.errors.error_exit = leap;
  trap.errors.output_message = say_nothing;
  jpeg_create_decompress(&jpeg);
  const bool is_good = read_rows(&jpeg, &trap, file, light);
  jpeg_destroy_decompress(&jpeg);
  fclose(file);
  return is_good;
}

#else

bool
yeoun_still_is_jpeg(const char *path)
{
  (void)path;
  return false;
}

bool
yeoun_still_read_jpeg(const char *path, struct yeoun_light *light)
{
  (void)path;
  (void)light;
  return false;
}

#endif
