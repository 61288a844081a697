// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "listen.h"

#include <math.h>
#include <stdbool.h>

#include <check.h>
#include <sndfile.h>

#include "files.h"

enum { STEP = 480, STEPS = 10000, PARTS = 8 };

static SNDFILE *
open_file(const char *name, double from_s)
{
  char path[256];
  SF_INFO info = {0};
  find_file(name, path, sizeof(path));
  SNDFILE *const file = sf_open(path, SFM_READ, &info);
  ck_assert_msg(file && info.channels == 2 && info.samplerate == 100 * STEP,
                "%s cannot be read",
                name);
  sf_seek(file, (sf_count_t)(from_s * info.samplerate), SEEK_SET);
  return file;
}

/** The power of each 10 ms of part of a file, of the left side: of the sound or
    of how it changes, which leaves out what is low. Returns how many. */
static int
measure_steps(const char *name,
              double from_s,
              double to_s,
              bool is_high,
              double power[STEPS])
{
  static float frames[STEP * 2];
  SNDFILE *const file = open_file(name, from_s);
  const int steps = (int)((to_s - from_s) * 100.0);
  ck_assert_int_le(steps, STEPS);
  for (int s = 0; s < steps; ++s) {
    ck_assert_int_eq(sf_readf_float(file, frames, STEP), STEP);
    power[s] = 1e-9;
    for (int f = 1; f < STEP; ++f) {
      const double before = is_high ? (double)frames[2 * f - 2] : 0.0;
      const double x = (double)frames[2 * f] - before;
      power[s] += x * x;
    }
  }
  sf_close(file);
  return steps;
}

static double power[STEPS];

double
count_onsets(const char *name, double from_s, double to_s)
{
  const int steps = measure_steps(name, from_s, to_s, true, power);
  double before = 0;
  double floor = 1e-9;
  unsigned onsets = 0;
  unsigned since = 9;
  for (int s = 0; s < steps; ++s) {
    const bool is_onset = power[s] > 3 * before && power[s] > 0.02 * floor;
    onsets += is_onset && since > 5;
    since = is_onset ? 0 : since + 1;
    floor = power[s] > floor ? power[s] : floor;
    before = 0.5 * before + 0.5 * power[s];
  }
  return onsets / (to_s - from_s);
}

double
share_of_sound(const char *name, double from_s, double to_s)
{
  const int steps = measure_steps(name, from_s, to_s, false, power);
  double most = 0;
  int sounding = 0;
  for (int s = 0; s < steps; ++s) {
    most = power[s] > most ? power[s] : most;
  }
  for (int s = 0; s < steps; ++s) {
    sounding += power[s] > 1e-3 * most;
  }
  return (double)sounding / steps;
}

double
difference_of(const char *one, const char *two, double from_s, double to_s)
{
  const char *const name[2] = {one, two};
  SNDFILE *file[2];
  double sum = 0;
  double apart = 0;
  int frames = 0;
  for (int i = 0; i < 2; ++i) {
    char path[256];
    SF_INFO info = {0};
    find_file(name[i], path, sizeof(path));
    file[i] = sf_open(path, SFM_READ, &info);
    ck_assert_msg(file[i] && info.channels == 2, "%s cannot be read", name[i]);
    sf_seek(file[i], (sf_count_t)(from_s * info.samplerate), SEEK_SET);
    frames = (int)((to_s - from_s) * info.samplerate);
  }
  for (int f = 0; f < frames; ++f) {
    float frame[2][2];
    for (int i = 0; i < 2; ++i) {
      ck_assert_int_eq(sf_readf_float(file[i], frame[i], 1), 1);
    }
    const double a = (double)frame[0][0];
    const double b = (double)frame[1][0];
    sum += a * a + b * b;
    apart += (a - b) * (a - b);
  }
  sf_close(file[0]);
  sf_close(file[1]);
  return sum > 0 ? apart / sum : 0;
}

double
rest_of(const char *whole, const char *const *part, unsigned parts)
{
  SNDFILE *file[PARTS + 1] = {open_file(whole, 0)};
  ck_assert_uint_le(parts, PARTS);
  for (unsigned i = 0; i < parts; ++i) {
    file[i + 1] = open_file(part[i], 0);
  }
  double sum = 0;
  double rest = 0;
  float frame[2];
  while (sf_readf_float(file[0], frame, 1) == 1) {
    double left[2] = {(double)frame[0], (double)frame[1]};
    sum += left[0] * left[0] + left[1] * left[1];
    for (unsigned i = 0; i < parts; ++i) {
      ck_assert_int_eq(sf_readf_float(file[i + 1], frame, 1), 1);
      left[0] -= (double)frame[0];
      left[1] -= (double)frame[1];
    }
    rest += left[0] * left[0] + left[1] * left[1];
  }
  for (unsigned i = 0; i <= parts; ++i) {
    sf_close(file[i]);
  }
  return sum > 0 ? rest / sum : 1;
}
