// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include <ebur128.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../music/statistics.h"
#include "../music/table.h"
#include "mix.h"
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

/* Loudness that each mood is mixed for, LUFS. */
static const double wanted[3] = {-20.5, -17, -19};

/* Film scores: correlation .0 to .46, side against middle -5 to -1 dB in every
   band; the mean of all palettes and moods is held to it, with room for small
   bands of players. */
static void
study_figures(struct mix_figures figures[3][YEOUN_PALETTES])
{
  struct mix_figures mean = {.correlation = 0};
  const double share = 1.0 / (3 * (YEOUN_PALETTES - YEOUN_CHAMBER));
  for (int pole = 0; pole < 3; ++pole) {
    for (unsigned p = YEOUN_CHAMBER; p < YEOUN_PALETTES; ++p) {
      const struct mix_figures *const f = &figures[pole][p];
      mean.correlation += share * f->correlation;
      for (int b = 0; b < MIX_BANDS; ++b) {
        mean.side[b] += share * f->side[b];
        mean.tone[b] += share * f->tone[b];
      }
    }
  }
  table_row("correlation, mean of all",
            0,
            mean.correlation,
            .55,
            "film scores .0 to .46, FluidSynth .47 to .63");
  for (int b = 0; b < MIX_BANDS; ++b) {
    char what[64];
    snprintf(what, sizeof(what), "side over middle %s, dB", mix_band_name(b));
    table_row(what, -8, mean.side[b], 0, "film scores -5 to -1");
  }
  static const double low[MIX_BANDS] = {-12, 0, -14, -30};
  static const double high[MIX_BANDS] = {4, 0, -3, -10};
  for (int b = 0; b < MIX_BANDS; ++b) {
    char what[64];
    snprintf(what, sizeof(what), "%s over the second, dB", mix_band_name(b));
    if (b != 1) {
      table_row(what,
                low[b],
                mean.tone[b],
                high[b],
                "FluidSynth, the same notes: -10 to 0; -20 to 3; -37 to -10");
    }
  }
}

/* Twelve whole cues: three moods, four palettes. */
static void
print_cues(struct mix_figures figures[3][YEOUN_PALETTES],
           double lufs[3][YEOUN_PALETTES])
{
  static const unsigned palettes[] = {
    YEOUN_ORCHESTRAL, YEOUN_JAZZ, YEOUN_GUGAK, YEOUN_ELECTRONIC};
  printf("\n  %-24s %6s %6s %29s %29s\n",
         "cue",
         "LUFS",
         "corr.",
         "side/middle by band, dB",
         "bands against the second, dB");
  for (int pole = 0; pole < 3; ++pole) {
    for (unsigned p = 0; p < 4; ++p) {
      const struct mix_figures *const f = &figures[pole][palettes[p]];
      printf("  %-9s %-14s %6.1f %6.2f",
             yeoun_pole_name((unsigned)pole),
             yeoun_palette_name(palettes[p]),
             lufs[pole][palettes[p]],
             f->correlation);
      for (int b = 0; b < MIX_BANDS; ++b) {
        printf(" %6.1f", f->side[b]);
      }
      printf("  ");
      for (int b = 0; b < MIX_BANDS; ++b) {
        printf(" %6.1f", f->tone[b]);
      }
      printf("\n");
    }
  }
  printf(
    "  %-24s %6s %6s %29s\n", "film scores", "", "0-.46", "-5 to -1 in each");
}

static void
study_palettes(void)
{
  double lufs[3][YEOUN_PALETTES];
  struct mix_figures figures[3][YEOUN_PALETTES];
  table_head("a full mix before the limiter");
  for (uint8_t p = YEOUN_CHAMBER; p < YEOUN_PALETTES; ++p) {
    double most = -1;
    char what[64];
    for (int pole = 0; pole < 3; ++pole) {
      play_palette(p, pole);
      lufs[pole][p] = loudness_of(SECONDS * RATE);
      figures[pole][p] = mix_measure(left, right, SECONDS * RATE);
      most = fmax(most, figures[pole][p].correlation);
      snprintf(what,
               sizeof(what),
               "%s %s, LU off what is wanted",
               yeoun_palette_name(p),
               yeoun_pole_name((unsigned)pole));
      table_row(what, -2, lufs[pole][p] - wanted[pole], 2, "");
    }
    snprintf(what, sizeof(what), "%s, correlation", yeoun_palette_name(p));
    table_row(what, -.1, most, 0.75, "the most of three moods");
  }
  for (int pole = 0; pole < 3; ++pole) {
    char what[64];
    snprintf(what,
             sizeof(what),
             "%s, palettes apart, LU",
             yeoun_pole_name((unsigned)pole));
    table_row(
      what, 0, spread_of(lufs[pole], YEOUN_CHAMBER), 2, "none favoured");
  }
  study_figures(figures);
  print_cues(figures, lufs);
}

void
study_loudness(void)
{
  study_instruments();
  study_palettes();
}
