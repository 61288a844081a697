// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A colour as warmth, held against what people said of colours. */

#include <math.h>

#include "read/colour.h"
#include "suite.h"

static float
warmth(const char *text)
{
  uint32_t rgb = 0;
  ck_assert_msg(yeoun_colour_read(text, &rgb), "%s", text);
  return yeoun_colour_warmth(rgb);
}

START_TEST(grey_is_neither_and_red_and_blue_are_the_ends)
{
  ck_assert(warmth("#808080") == 0.0f);
  ck_assert(warmth("#ff0000") == 1.0f);
  ck_assert(warmth("#0000FF") == -1.0f);
  ck_assert(warmth("#e0a040") > 0.6f);
  ck_assert(warmth("#203060") < -0.2f);
}
END_TEST

START_TEST(what_is_no_colour_is_not_read)
{
  static const char *const texts[] = {
    "", "#", "red", "e0a040", "#e0a04", "#e0a0400", "#e0a04g"};
  uint32_t rgb = 0;
  for (unsigned i = 0; i < sizeof(texts) / sizeof(*texts); ++i) {
    ck_assert_msg(!yeoun_colour_read(texts[i], &rgb), "%s", texts[i]);
  }
}
END_TEST

/** The light of an sRGB value (IEC 61966-2-1). */
static double
light(unsigned value)
{
  const double x = value / 255.0;
  return x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4);
}

static double
bend(double x)
{
  return x > 216.0 / 24389 ? cbrt(x) : (24389.0 / 27 * x + 16) / 116;
}

/** Warm-cool of Ou et al. 2004, from CIELAB under D65. */
static double
warm_cool(unsigned red, unsigned green, unsigned blue)
{
  static const double to_xyz[3][3] = {{0.4124, 0.3576, 0.1805},
                                      {0.2126, 0.7152, 0.0722},
                                      {0.0193, 0.1192, 0.9505}};
  static const double white[3] = {0.9505, 1.0, 1.089};
  const double rgb[3] = {light(red), light(green), light(blue)};
  double f[3] = {0};
  for (unsigned i = 0; i < 3; ++i) {
    for (unsigned k = 0; k < 3; ++k) {
      f[i] += to_xyz[i][k] * rgb[k];
    }
    f[i] = bend(f[i] / white[i]);
  }
  const double a = 500 * (f[0] - f[1]);
  const double b = 200 * (f[1] - f[2]);
  return -0.5 + 0.02 * pow(hypot(a, b), 1.07) *
                  cos(atan2(b, a) - 50 * 3.14159265358979323846 / 180);
}

START_TEST(it_goes_with_the_scale_that_people_made)
{
  double n = 0;
  double x = 0;
  double y = 0;
  double xx = 0;
  double yy = 0;
  double xy = 0;
  for (unsigned i = 0; i < 17 * 17 * 17; ++i) {
    const unsigned c[3] = {
      i % 17 * 255 / 16, i / 17 % 17 * 255 / 16, i / 289 * 255 / 16};
    const double a = (double)yeoun_colour_warmth(c[0] << 16 | c[1] << 8 | c[2]);
    const double b = warm_cool(c[0], c[1], c[2]);
    n += 1;
    x += a;
    y += b;
    xx += a * a;
    yy += b * b;
    xy += a * b;
  }
  const double r = (n * xy - x * y) / sqrt((n * xx - x * x) * (n * yy - y * y));
  ck_assert_msg(r > 0.95, "correlation %.3f", r);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("colour");
  TCase *const tests = tcase_create("colour");
  tcase_add_test(tests, grey_is_neither_and_red_and_blue_are_the_ends);
  tcase_add_test(tests, what_is_no_colour_is_not_read);
  tcase_add_test(tests, it_goes_with_the_scale_that_people_made);
  suite_add_tcase(suite, tests);
  return suite;
}
