// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "bench_sound.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "music/instrument.h"
#include "music/palette.h"
#include "sound/sound.h"
#include "yeoun.h"

#define RATE 48000.0

enum { MOST = 256, TURNS = 5, SECONDS = 10 };

double
cpu_seconds(void)
{
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static struct yeoun_controls
controls_of(unsigned palette, unsigned pole)
{
  struct yeoun_controls controls;
  struct yeoun_theme theme;
  memset(&controls, 0, sizeof(controls));
  yeoun_theme_read("Am F C", &theme);
  controls.theme = theme;
  controls.weight[pole] = 1;
  controls.intensity = 1;
  controls.space = 0.3f;
  controls.variation = 1;
  controls.bars = 16;
  controls.distance = 0.35f;
  controls.palette = (uint8_t)palette;
  controls.ambience = 0.35f;
  controls.depth = 0.5f;
  controls.humanize = 0.5f;
  controls.is_own_time = true;
  controls.is_auditioning = true;
  controls.is_enabled = true;
  return controls;
}

/* The CPU seconds that the worst block took, composing aside; another variation
   arrives every three seconds. */
static double
play(unsigned palette, unsigned pole, double seconds, unsigned block)
{
  static float left[MOST], right[MOST];
  struct yeoun_controls controls = controls_of(palette, pole);
  struct yeoun_engine *const engine = yeoun_engine_new(RATE, true);
  double worst = 0;
  yeoun_engine_set_controls(engine, &controls);
  for (double at = 0; at < seconds * RATE; at += block) {
    const uint16_t number = (uint16_t)(1 + (int)(at / RATE / 3));
    const double from = cpu_seconds();
    if (number != controls.variation) {
      controls.variation = number;
      yeoun_engine_set_controls(engine, &controls);
    }
    yeoun_engine_run(engine, 0, left, right, NULL, block, NULL);
    worst = fmax(worst, cpu_seconds() - from);
    yeoun_engine_compose_here(engine);
  }
  yeoun_engine_free(engine);
  return worst;
}

void
bench_sound(unsigned palette, double seconds)
{
  static float left[MOST], right[MOST];
  const struct yeoun_controls controls = controls_of(palette, YEOUN_ROMANTIC);
  struct yeoun_engine *const engine = yeoun_engine_new(RATE, true);
  yeoun_engine_set_controls(engine, &controls);
  for (double at = 0; at < seconds * RATE; at += 64) {
    yeoun_engine_run(engine, 0, left, right, NULL, 64, NULL);
    yeoun_engine_compose_here(engine);
  }
  yeoun_engine_free(engine);
}

/* What one note more costs a frame: four of them, less none. */
static double
ns_of(unsigned instrument, unsigned notes)
{
  static float left[MOST], right[MOST];
  const struct yeoun_instrument_facts *const facts =
    yeoun_instrument_facts(instrument);
  const struct yeoun_mix mix = {.weight = {1, 0, 0}};
  const uint8_t drums[] = {YEOUN_DRUM_KICK,
                           YEOUN_DRUM_BRUSH_SWEEP,
                           YEOUN_DRUM_FRAME_LOW,
                           YEOUN_DRUM_TRIANGLE};
  struct yeoun_sound *const sound = yeoun_sound_new(RATE);
  struct yeoun_message message = {.kind = YEOUN_MESSAGE_PROGRAM};
  yeoun_sound_set_mix(sound, &mix);
  for (unsigned n = 0; n < notes; ++n) {
    message.kind = YEOUN_MESSAGE_PROGRAM;
    message.lane = (uint8_t)n;
    message.value = (uint8_t)instrument;
    yeoun_sound_message(sound, &message);
    message.kind = YEOUN_MESSAGE_NOTE_ON;
    message.id = n + 1;
    message.velocity = 80;
    message.pitch =
      instrument == YEOUN_KIT
        ? drums[n]
        : (uint8_t)(facts->sweet_low +
                    n * (unsigned)(facts->sweet_high - facts->sweet_low) / 4);
    yeoun_sound_message(sound, &message);
  }
  const double from = cpu_seconds();
  for (unsigned at = 0; at < (unsigned)RATE; at += MOST) {
    yeoun_sound_render(sound, left, right, NULL, MOST);
  }
  const double took = cpu_seconds() - from;
  yeoun_sound_free(sound);
  return 1e9 * took / RATE;
}

void
bench_models(void)
{
  double empty = INFINITY;
  for (int turn = 0; turn < TURNS; ++turn) {
    empty = fmin(empty, ns_of(YEOUN_FELT_PIANO, 0));
  }
  printf("ns a frame, least of five: strips, room and limiter %.1f; a voice, "
         "first second of four notes:\n",
         empty);
  for (unsigned i = YEOUN_FELT_PIANO; i < YEOUN_INSTRUMENTS; ++i) {
    double with = INFINITY;
    for (int turn = 0; turn < TURNS; ++turn) {
      with = fmin(with, ns_of(i, 4));
    }
    printf(
      "  %-18s %5.1f\n", yeoun_instrument_facts(i)->name, (with - empty) / 4);
  }
}

/* The worst block of all moods, each the best of five plays of its notes; the
   CPU seconds of all plays are added to `cpu`. */
static double
worst_of(unsigned palette, unsigned block, double *cpu)
{
  double worst = 0;
  const double from = cpu_seconds();
  for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
    double here = INFINITY;
    for (int turn = 0; turn < TURNS; ++turn) {
      here = fmin(here, play(palette, pole, SECONDS, block));
    }
    worst = fmax(worst, here);
  }
  *cpu += cpu_seconds() - from;
  return worst;
}

void
bench_palettes(void)
{
  static const unsigned sizes[] = {16, 32, 64, 256};
  static const double allowed[] = {50, 35, 20, 10};
  for (unsigned p = YEOUN_CHAMBER; p < YEOUN_PALETTES; ++p) {
    double cpu = 0;
    printf("play %-10s  worst block, %% of its time:", yeoun_palette_name(p));
    for (unsigned s = 0; s < sizeof(sizes) / sizeof(sizes[0]); ++s) {
      cpu = s ? cpu : 0;
      double here = 0;
      const double share =
        100 * worst_of(p, sizes[s], &here) * RATE / (double)sizes[s];
      cpu = here;
      printf(
        "  %u: %4.1f%s", sizes[s], share, share > allowed[s] ? " (!)" : "");
    }
    /* Of the largest blocks: composing, which is done between, is in it. */
    printf(";  %.2f %% of a core\n",
           100 * cpu / (TURNS * YEOUN_POLES * (double)SECONDS));
  }
}
