// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../music/table.h"
#include "music/palette.h"
#include "sound/bank.h"
#include "sound/sound.h"
#include "sound/sustained_facts.h"
#include "spectrum.h"
#include "study.h"
#include "tone.h"

#define RATE 48000.0

enum { FRAMES = SPECTRUM_FRAMES };

/* The strongest component that is no multiple of the pitch, dB against the
   strongest that is. Blackman and Harris's window keeps them 92 dB apart. */
static double
foreign(const float *x, double hertz)
{
  static double windowed[FRAMES], power[FRAMES / 2];
  double inside = 1e-30;
  double outside = 1e-30;
  for (int f = 0; f < FRAMES; ++f) {
    const double t = 2 * M_PI * f / FRAMES;
    windowed[f] = (double)x[f] * (0.35875 - 0.48829 * cos(t) +
                                  0.14128 * cos(2 * t) - 0.01168 * cos(3 * t));
  }
  spectrum_power(windowed, power);
  for (int b = 8; b < FRAMES / 2; ++b) {
    const double here = b * RATE / FRAMES;
    const double off = fabs(remainder(here, hertz)) * FRAMES / RATE;
    if (off < 6) {
      inside = fmax(inside, power[b]);
    } else {
      outside = fmax(outside, power[b]);
    }
  }
  return 10 * log10(outside / inside);
}

/* The loudest wave of a solo as it is read, without breath and vibrato. */
static void
read_wave(const struct yeoun_wave *wave, double hertz, float *x)
{
  uint32_t phase = 0;
  const uint32_t turn = (uint32_t)(hertz / RATE * 4294967296.0);
  for (int f = 0; f < FRAMES; ++f, phase += turn) {
    const uint32_t i = phase >> wave->shift;
    const float part =
      (float)(phase & ((1U << wave->shift) - 1)) / (float)(1U << wave->shift);
    const float one = wave->eight[i][YEOUN_WAVES - 1];
    const float two = wave->eight[i + 1][YEOUN_WAVES - 1];
    x[f] = one + part * (two - one);
  }
}

/* What a section, whose record ends below 14 kHz, has from there to 17, dB of
   all: images, and the bows' noise, which lies under -45. Higher images no one
   hears. */
static double
images(unsigned instrument, unsigned key)
{
  static double windowed[FRAMES], power[FRAMES / 2];
  const struct tone tone = {
    .instrument = instrument,
    .key = key,
    .velocity = 127,
    .rate = RATE,
    .held_s = 2,
    .whole_s = 1,
  };
  uint32_t frames;
  double all = 1e-30;
  double high = 1e-30;
  float *const x = tone_play(&tone, &frames);
  for (int f = 0; f < FRAMES; ++f) {
    const double bow = sin(M_PI * f / FRAMES);
    windowed[f] = (double)x[24000 + f] * bow * bow;
  }
  spectrum_power(windowed, power);
  for (int b = 0; b < FRAMES / 2; ++b) {
    all += power[b];
    const double hertz = b * RATE / FRAMES;
    high += hertz > 14000 && hertz < 17000 ? power[b] : 0;
  }
  free(x);
  return 10 * log10(high / all);
}

static void
study_aliasing(void)
{
  static float x[FRAMES];
  double worst = -INFINITY;
  char where[64] = "";
  char there[64] = "";
  double most = -INFINITY;
  struct yeoun_bank *const bank = yeoun_bank_take((float)RATE);
  for (unsigned i = YEOUN_FELT_PIANO; i < YEOUN_KIT; ++i) {
    const struct yeoun_instrument_facts *const facts =
      yeoun_instrument_facts(i);
    if (facts->model == YEOUN_MODEL_SECTION) {
      for (unsigned key = facts->low; key <= facts->high; key += 4) {
        const double here = images(i, key);
        if (here > most) {
          most = here;
          snprintf(there, sizeof(there), "%s, key %u", facts->name, key);
        }
      }
    }
    if (facts->model != YEOUN_MODEL_SOLO) {
      continue;
    }
    for (unsigned key = facts->low; key <= facts->high; ++key) {
      const double hertz = tone_hertz(key);
      if (hertz < 60) {
        continue; /* the window cannot part its harmonics */
      }
      const struct yeoun_wave wave = yeoun_bank_wave(bank, i, key);
      read_wave(&wave, hertz, x);
      const double here = foreign(x, hertz);
      if (here > worst) {
        worst = here;
        snprintf(where, sizeof(where), "%s, key %u", facts->name, key);
      }
    }
  }
  yeoun_bank_give(bank);
  table_row("aliasing of solos, every key, dB", -INFINITY, worst, -70, where);
  table_row("sections from 14 to 17 kHz, dB", -INFINITY, most, -40, there);
  worst = -INFINITY;
  for (unsigned key = 40; key <= 100; ++key) {
    const struct tone tone = {
      .instrument = YEOUN_ELECTRIC_PIANO,
      .key = key,
      .velocity = 127,
      .rate = RATE,
      .held_s = 2,
      .whole_s = 0.5,
    };
    uint32_t frames;
    float *const played = tone_play(&tone, &frames);
    const double hertz =
      spectrum_pitch(played + 960, FRAMES, tone_hertz(key), RATE);
    const double here = foreign(played + 960, hertz);
    if (here > worst) {
      worst = here;
      snprintf(where, sizeof(where), "key %u", key);
    }
    free(played);
  }
  table_row(
    "aliasing of the electric piano, forte, dB", -INFINITY, worst, -70, where);
}

static void
study_offset(void)
{
  double worst = -INFINITY;
  const char *where = "";
  for (unsigned i = YEOUN_FELT_PIANO; i < YEOUN_KIT; ++i) {
    const struct yeoun_instrument_facts *const facts =
      yeoun_instrument_facts(i);
    const struct tone tone = {
      .instrument = i,
      .key = (facts->sweet_low + facts->sweet_high) / 2U,
      .velocity = 90,
      .rate = RATE,
      .held_s = 5,
      .whole_s = 4,
    };
    uint32_t frames;
    float *const x = tone_play(&tone, &frames);
    /* Through a window, so that a cut period is no offset. */
    double sum = 0;
    for (uint32_t f = 0; f < frames; ++f) {
      sum += (double)x[f] * (0.5 - 0.5 * cos(2 * M_PI * f / frames));
    }
    const double here =
      20 * log10(fabs(2 * sum / frames) + 1e-12) - spectrum_level(x, frames);
    if (here > worst) {
      worst = here;
      where = facts->name;
    }
    free(x);
  }
  table_row("steady offset against the tone, dB", -INFINITY, worst, -70, where);
}

/* Ten notes of every lane, then twenty seconds of nothing. */
static void
study_silence(void)
{
  static float left[48000], right[48000];
  struct yeoun_sound *const sound = yeoun_sound_new(RATE);
  const struct yeoun_mix mix = {
    .ambience = 0.5f,
    .weight = {0, 1, 0},
    .warmth = 0.5f,
    .palette = YEOUN_LOFI,
  };
  uint32_t id = 1;
  yeoun_sound_set_mix(sound, &mix);
  for (uint8_t lane = 0; lane < YEOUN_LANES; ++lane) {
    const struct yeoun_message program = {
      .kind = YEOUN_MESSAGE_PROGRAM,
      .lane = lane,
      .value = (uint8_t)(lane == YEOUN_LANE_DRUMS ? YEOUN_KIT
                                                  : YEOUN_GRAND_PIANO + lane),
    };
    yeoun_sound_message(sound, &program);
    const struct yeoun_message on = {
      .kind = YEOUN_MESSAGE_NOTE_ON,
      .id = id,
      .lane = lane,
      .pitch = lane == YEOUN_LANE_DRUMS ? YEOUN_DRUM_TRIANGLE : 64,
      .velocity = 100,
    };
    yeoun_sound_message(sound, &on);
    ++id;
  }
  yeoun_sound_render(sound, left, right, NULL, 48000);
  for (uint32_t n = 1; n < id; ++n) {
    const struct yeoun_message off = {.kind = YEOUN_MESSAGE_NOTE_OFF, .id = n};
    yeoun_sound_message(sound, &off);
  }
  for (int second = 0; second < 20; ++second) {
    yeoun_sound_render(sound, left, right, NULL, 48000);
  }
  double most = 1e-12;
  int denormals = 0;
  for (int f = 0; f < 48000; ++f) {
    most = fmax(most, fabs(left[f]));
    denormals += fpclassify(left[f]) == FP_SUBNORMAL;
  }
  table_row("left in silence, dBFS", -INFINITY, 20 * log10(most), -100, "");
  table_row("denormal numbers in it", -INFINITY, denormals, 0, "");
  yeoun_sound_free(sound);
}

void
study_dirt(void)
{
  table_head("what should not be there");
  study_aliasing();
  study_offset();
  study_silence();
}
