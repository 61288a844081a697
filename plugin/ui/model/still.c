// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "still.h"

#include <cairo.h>
#include <string.h>

#include "light.h"
#include "path.h"
#include "still_jpeg.h"

bool
yeoun_still_is(const char *path)
{
  return yeoun_path_ends(path, ".png") || yeoun_still_is_jpeg(path);
}

static void
add_row(struct yeoun_light *light,
        const unsigned char *row,
        int width,
        bool has_alpha)
{
  for (int x = 0; x < width; ++x) {
    uint32_t pixel = 0;
    memcpy(&pixel, row + 4 * (size_t)x, 4);
    const uint32_t alpha = has_alpha ? pixel >> 24 : 255;
    if (!alpha) {
      continue;
    }
    unsigned part[3];
    for (unsigned i = 0; i < 3; ++i) {
      const uint32_t coded = pixel >> (16 - 8 * i) & 255U;
      const uint32_t whole =
        coded * 255 / alpha; /* cairo keeps it multiplied */
      part[i] = whole > 255 ? 255 : whole;
    }
    yeoun_light_add(light, part[0], part[1], part[2], alpha / 255.0);
  }
}

static bool
read_png(const char *path, struct yeoun_light *light)
{
  cairo_surface_t *const image = cairo_image_surface_create_from_png(path);
  const cairo_format_t format = cairo_image_surface_get_format(image);
  const bool is_good =
    cairo_surface_status(image) == CAIRO_STATUS_SUCCESS &&
    (format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24);
  for (int y = 0; is_good && y < cairo_image_surface_get_height(image); ++y) {
    add_row(light,
            cairo_image_surface_get_data(image) +
              (size_t)y * (size_t)cairo_image_surface_get_stride(image),
            cairo_image_surface_get_width(image),
            format == CAIRO_FORMAT_ARGB32);
  }
  cairo_surface_destroy(image);
  return is_good;
}

bool
yeoun_still_colour(const char *path, uint32_t *rgb, struct yeoun_fault *fault)
{
  struct yeoun_light light;
  yeoun_light_begin(&light);
  const bool is_good = yeoun_still_is_jpeg(path)
                         ? yeoun_still_read_jpeg(path, &light)
                         : read_png(path, &light);
  if (!is_good || light.weight <= 0) {
    yeoun_fault_note(fault, "%.200s: it is no image that can be read", path);
    return false;
  }
  *rgb = yeoun_light_end(&light);
  return true;
}
