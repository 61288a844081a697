// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include <ebur128.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../music/statistics.h"
#include "../music/table.h"
#include "music/palette.h"
#include "sound/sound.h"
#include "study.h"
#include "yeoun.h"

#define RATE 48000

enum { SECONDS = 24, BLOCK = 256 };

static float left[RATE * 60], right[RATE * 60];

static double
loudness_of(uint32_t frames)
{
  ebur128_state *const meter = ebur128_init(2, RATE, EBUR128_MODE_I);
  double lufs = -INFINITY;
  for (uint32_t f = 0; f < frames; ++f) {
    const float pair[2] = {left[f], right[f]};
    ebur128_add_frames_float(meter, pair, 1);
  }
  ebur128_loudness_global(meter, &lufs);
  ebur128_destroy((ebur128_state *[]){meter});
  return lufs;
}

static void
send(struct yeoun_sound *sound, uint8_t kind, uint32_t id, unsigned value)
{
  const struct yeoun_message message = {
    .kind = kind,
    .id = id,
    .pitch = (uint8_t)value,
    .value = (uint8_t)value,
    .velocity = 80,
    .length_s = 0.5f,
  };
  yeoun_sound_message(sound, &message);
}

/* A second each through the comfortable range, dry. */
static double
loudness_of_instrument(unsigned instrument)
{
  static const double steps[] = {0, 0.3, 0.15, 0.5, 0.7, 0.4, 1, 0.6};
  const struct yeoun_instrument_facts *const facts =
    yeoun_instrument_facts(instrument);
  const struct yeoun_mix mix = {.weight = {1, 0, 0}, .palette = YEOUN_CHAMBER};
  struct yeoun_sound *const sound = yeoun_sound_new(RATE);
  const uint32_t note = RATE;
  yeoun_sound_set_mix(sound, &mix);
  yeoun_sound_render(sound, left, right, NULL, RATE / 2);
  send(sound, YEOUN_MESSAGE_PROGRAM, 0, instrument);
  for (uint32_t n = 0; n < 8; ++n) {
    const unsigned key =
      facts->sweet_low +
      (unsigned)lrint(steps[n] * (facts->sweet_high - facts->sweet_low));
    send(sound, YEOUN_MESSAGE_NOTE_ON, n + 1, key);
    yeoun_sound_render(sound, left + n * note, right + n * note, NULL, note);
    send(sound, YEOUN_MESSAGE_NOTE_OFF, n + 1, key);
  }
  yeoun_sound_free(sound);
  return loudness_of(8 * note);
}

static void
study_instruments(void)
{
  double lufs[YEOUN_INSTRUMENTS];
  double sorted[YEOUN_INSTRUMENTS];
  int count = 0;
  for (unsigned i = YEOUN_FELT_PIANO; i < YEOUN_KIT; ++i) {
    lufs[i] = loudness_of_instrument(i);
    sorted[count++] = lufs[i];
  }
  const double middle = statistics_median(sorted, count);
  table_head("loudness against the middle of all, LU, velocity 80");
  for (unsigned i = YEOUN_FELT_PIANO; i < YEOUN_KIT; ++i) {
    table_row(
      yeoun_instrument_facts(i)->name, -1, lufs[i] - middle, 1, "BS.1770");
  }
  table_note("their middle, LUFS", middle, "");
}

static double
correlation(uint32_t frames)
{
  double both = 0;
  double one = 1e-12;
  double two = 1e-12;
  for (uint32_t f = 0; f < frames; ++f) {
    both += (double)left[f] * (double)right[f];
    one += (double)left[f] * (double)left[f];
    two += (double)right[f] * (double)right[f];
  }
  return both / sqrt(one * two);
}

/* The stems of a whole variation added up: the mix before the limiter. */
static void
play_palette(uint8_t palette, int pole)
{
  static float stem[2 * YEOUN_STEMS][BLOCK], mix[2][BLOCK];
  float *stems[2 * YEOUN_STEMS];
  struct yeoun_controls controls;
  struct yeoun_engine *const engine = yeoun_engine_new(RATE, true);
  memset(&controls, 0, sizeof(controls));
  controls.theme = yeoun_theme_default();
  controls.weight[pole] = 1;
  controls.intensity = 0.8f;
  controls.space = 0.3f;
  controls.variation = 1;
  controls.bars = 8;
  controls.distance = 0.35f;
  controls.palette = palette;
  controls.depth = 0.5f;
  controls.ambience = 0.3f;
  controls.humanize = 0.5f;
  controls.is_own_time = true;
  controls.is_auditioning = true;
  controls.is_enabled = true;
  for (int s = 0; s < 2 * YEOUN_STEMS; ++s) {
    stems[s] = stem[s];
  }
  yeoun_engine_set_controls(engine, &controls);
  for (uint32_t at = 0; at < SECONDS * RATE; at += BLOCK) {
    yeoun_engine_compose_here(engine);
    yeoun_engine_run(engine, 0, mix[0], mix[1], stems, BLOCK, NULL);
    for (uint32_t f = 0; f < BLOCK; ++f) {
      left[at + f] = right[at + f] = 0;
      for (int s = 0; s < YEOUN_STEMS; ++s) {
        left[at + f] += stem[2 * s][f];
        right[at + f] += stem[2 * s + 1][f];
      }
    }
  }
  yeoun_engine_free(engine);
}

/* How far the loudest palette of a mood is above the quietest. */
static double
spread_of(double lufs[YEOUN_PALETTES], unsigned first)
{
  double least = lufs[first];
  double most = lufs[first];
  for (unsigned p = first; p < YEOUN_PALETTES; ++p) {
    least = fmin(least, lufs[p]);
    most = fmax(most, lufs[p]);
  }
  return most - least;
}

static void
study_palettes(void)
{
  double lufs[3][YEOUN_PALETTES];
  table_head("a full mix before the limiter");
  for (uint8_t p = YEOUN_CHAMBER; p < YEOUN_PALETTES; ++p) {
    double energy = 0;
    double most = -1;
    char what[64];
    char each[96] = "";
    for (int pole = 0; pole < 3; ++pole) {
      play_palette(p, pole);
      lufs[pole][p] = loudness_of(SECONDS * RATE);
      const size_t used = strlen(each);
      energy += pow(10, lufs[pole][p] / 10) / 3;
      most = fmax(most, correlation(SECONDS * RATE));
      snprintf(each + used,
               sizeof(each) - used,
               "%s %.1f ",
               yeoun_pole_name(pole),
               lufs[pole][p]);
    }
    snprintf(
      what, sizeof(what), "%s, LUFS of three moods", yeoun_palette_name(p));
    table_row(what, -20, 10 * log10(energy), -16, each);
    snprintf(what, sizeof(what), "%s, correlation", yeoun_palette_name(p));
    table_row(
      what, 0.2, most, 0.9, "the most of three moods; film scores <= .46");
  }
  for (int pole = 0; pole < 3; ++pole) {
    char what[64];
    snprintf(
      what, sizeof(what), "%s, palettes apart, LU", yeoun_pole_name(pole));
    table_row(
      what, 0, spread_of(lufs[pole], YEOUN_CHAMBER), 2, "none favoured");
  }
}

void
study_loudness(void)
{
  study_instruments();
  study_palettes();
}
