// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Spectrograms of every instrument, beside each the same notes recorded where
   FluidSynth and its FluidR3 are installed: a low, a middle and a high note,
   soft and loud, each let go after two thirds. Up: 40 Hz to 16 kHz, a line an
   octave of A. Dark: silent; light: loud, 90 dB apart. */

#include <cairo.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "music/palette.h"
#include "recorded.h"
#include "tone.h"

#define RATE 48000.0

enum {
  COLUMNS = 2, /* of pairs */
  WIDTH = 440, /* of a picture */
  HEIGHT = 200,
  TITLE = 16,
  NOTES = 4,
  WINDOW = 4096,
};

struct canvas {
  unsigned char *pixels;
  int stride;
};

static void
put(const struct canvas *canvas, int x, int y, double level)
{
  const double t = level < 0 ? 0 : level > 1 ? 1 : level;
  unsigned char *const p = canvas->pixels + y * canvas->stride + 4 * x;
  p[0] = (unsigned char)(40 + 120 * t * (1 - t) * 2);
  p[1] = (unsigned char)(255 * t * t);
  p[2] = (unsigned char)(255 * sqrt(t) * t + 10);
}

/* One column: the power in each row's band. */
static void
draw_column(const struct canvas *canvas, int x, int top, const float *from)
{
  static double shaped[WINDOW];
  for (int f = 0; f < WINDOW; ++f) {
    shaped[f] = (double)from[f] * (0.5 - 0.5 * cos(2 * M_PI * f / WINDOW));
  }
  for (int row = 0; row < HEIGHT; ++row) {
    const double hertz = 40 * pow(400, 1 - (double)row / HEIGHT);
    /* Goertzel's recursion. */
    const double turn = 2 * cos(2 * M_PI * hertz / RATE);
    double one = 0;
    double two = 0;
    for (int f = 0; f < WINDOW; ++f) {
      const double next = shaped[f] + turn * one - two;
      two = one;
      one = next;
    }
    const double power = one * one + two * two - turn * one * two;
    const double db = 10 * log10(power + 1e-20) - 20 * log10(WINDOW / 4.0);
    put(canvas, x, top + row, (db + 100) / 90);
  }
}

static const double places[NOTES] = {0.1, 0.5, 0.5, 0.9};
static const unsigned velocities[NOTES] = {90, 45, 110, 90};

static void
draw_recorded(const struct canvas *canvas, unsigned instrument, int x, int y)
{
  const struct yeoun_instrument_facts *const facts =
    yeoun_instrument_facts(instrument);
  struct recorded_note note[NOTES];
  const int wide = WIDTH / NOTES;
  uint32_t frames;
  for (int n = 0; n < NOTES; ++n) {
    note[n].key =
      (uint8_t)(facts->low + lrint(places[n] * (facts->high - facts->low)));
    note[n].velocity = (uint8_t)velocities[n];
  }
  float *const sound = recorded_play("/usr/share/sounds/sf2/FluidR3_GM.sf2",
                                     facts->program,
                                     note,
                                     NOTES,
                                     1.6,
                                     2.4,
                                     &frames);
  for (int column = 0; sound && column < NOTES * wide; ++column) {
    const uint32_t at =
      (uint32_t)((double)(column % wide) / wide * (frames - WINDOW));
    if (column % wide < wide - 2) {
      draw_column(
        canvas, x + column, y, sound + (uint32_t)(column / wide) * frames + at);
    }
  }
  free(sound);
}

static void
draw_instrument(const struct canvas *canvas, unsigned instrument, int x, int y)
{
  const struct yeoun_instrument_facts *const facts =
    yeoun_instrument_facts(instrument);
  const int wide = WIDTH / NOTES;
  for (int n = 0; n < NOTES; ++n) {
    const struct tone tone = {
      .instrument = instrument,
      .key =
        facts->low + (unsigned)lrint(places[n] * (facts->high - facts->low)),
      .velocity = velocities[n],
      .seed = 1 + (unsigned)n,
      .rate = RATE,
      .held_s = 1.6,
      .whole_s = 2.4,
    };
    uint32_t frames;
    float *const sound = tone_play(&tone, &frames);
    for (int column = 0; column < wide - 2; ++column) {
      const uint32_t at = (uint32_t)((double)column / wide * (frames - WINDOW));
      draw_column(canvas, x + n * wide + column, y, sound + at);
    }
    free(sound);
  }
}

int
main(int argc, char **argv)
{
  const int count = YEOUN_KIT - YEOUN_FELT_PIANO;
  const int rows = (count + COLUMNS - 1) / COLUMNS;
  if (argc != 2) {
    fprintf(stderr, "usage: draw-sound FILE.png\n");
    return 2;
  }
  cairo_surface_t *const surface = cairo_image_surface_create(
    CAIRO_FORMAT_RGB24, COLUMNS * 2 * WIDTH, rows * (HEIGHT + TITLE));
  cairo_t *const cr = cairo_create(surface);
  cairo_set_font_size(cr, 12);
  cairo_set_source_rgb(cr, 1, 1, 1);
  for (int i = 0; i < count; ++i) {
    cairo_move_to(cr,
                  i % COLUMNS * 2 * WIDTH + 4,
                  i / COLUMNS * (HEIGHT + TITLE) + TITLE - 4);
    cairo_show_text(
      cr, yeoun_instrument_facts((unsigned)i + YEOUN_FELT_PIANO)->name);
  }
  cairo_surface_flush(surface);
  const struct canvas canvas = {
    .pixels = cairo_image_surface_get_data(surface),
    .stride = cairo_image_surface_get_stride(surface),
  };
  for (int i = 0; i < count; ++i) {
    fprintf(stderr, "\r%d of %d", i + 1, count);
    draw_instrument(&canvas,
                    (unsigned)i + YEOUN_FELT_PIANO,
                    i % COLUMNS * 2 * WIDTH,
                    i / COLUMNS * (HEIGHT + TITLE) + TITLE);
    draw_recorded(&canvas,
                  (unsigned)i + YEOUN_FELT_PIANO,
                  (i % COLUMNS * 2 + 1) * WIDTH,
                  i / COLUMNS * (HEIGHT + TITLE) + TITLE);
  }
  cairo_surface_mark_dirty(surface);
  const cairo_status_t status = cairo_surface_write_to_png(surface, argv[1]);
  cairo_destroy(cr);
  cairo_surface_destroy(surface);
  if (status) {
    fprintf(stderr, "\ndraw-sound: cannot write %s\n", argv[1]);
    return 1;
  }
  fprintf(stderr, "\n");
  printf("%d instruments in %s\n", count, argv[1]);
  return 0;
}
