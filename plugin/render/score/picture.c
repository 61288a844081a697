// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "picture.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "music/number.h"
#include "render/file.h"
#include "render/say.h"

enum { WIDTH = 480, WAVE = 48, ROLL = 96, COLUMNS = 240 };

/* The colours of the lanes, dark enough on white and light enough on black. */
static const char *const colours[YEOUN_LANES] =
  {"#c8511b", "#a8559b", "#2f7fb8", "#2a9d6f", "#6fb7dc", "#777"};

const char *
yeoun_picture_colour(unsigned lane)
{
  return lane < YEOUN_LANES && lane != YEOUN_LANE_DRUMS ? colours[lane] : NULL;
}

static double
peak_of(const struct yeoun_take *take, int64_t from, int64_t to)
{
  float most = 0;
  for (unsigned c = 0; c < take->channels; ++c) {
    for (int64_t f = from; f < to; ++f) {
      const float here = fabsf(take->audio[c][f]);
      most = yeoun_max_f(most, here);
    }
  }
  return (double)most;
}

static void
draw_wave(FILE *file, const struct yeoun_take *take)
{
  /* Its shape, not its level: that is told in numbers. */
  const double most = fmax(1e-6, peak_of(take, 0, take->frames));
  fprintf(file, "<path fill=\"#8a8f98\" d=\"M0 %d", WAVE / 2);
  for (int side = -1; side <= 1; side += 2) {
    for (int i = 0; i < COLUMNS; ++i) {
      const int column = side < 0 ? i : COLUMNS - 1 - i;
      const int64_t from = take->frames * column / COLUMNS;
      const int64_t to = take->frames * (column + 1) / COLUMNS;
      /* Between level and its root, which shows what is soft. */
      const double height = pow(peak_of(take, from, to) / most, 0.75);
      fprintf(file,
              "L%d %.1f",
              column * WIDTH / COLUMNS,
              WAVE / 2.0 + side * height * (WAVE / 2.0 - 1));
    }
  }
  fprintf(file, "Z\"/>\n");
}

/** Where a key lies between the lowest and the highest of all, 0..1. */
static double
find_height(const struct yeoun_composed *composed, unsigned key)
{
  unsigned low = 60;
  unsigned high = 72;
  for (unsigned i = 0; i < composed->notes; ++i) {
    const struct yeoun_note *const note = &composed->note[i];
    if (note->lane != YEOUN_LANE_DRUMS) {
      low = yeoun_min_u(low, note->pitch);
      high = yeoun_max_u(high, note->pitch);
    }
  }
  return ((double)key - low) / (high - low);
}

static void
draw_roll(FILE *file,
          const struct yeoun_take *take,
          const struct yeoun_composed *composed)
{
  /* The roll ends where the music does, before the tail. */
  const double music_s = yeoun_tempo_seconds(&take->tempo, composed->length);
  const double whole_s = (double)take->frames / take->rate;
  const double wide = whole_s > 0 ? WIDTH * music_s / whole_s : WIDTH;
  for (unsigned i = 0; i < composed->notes; ++i) {
    const struct yeoun_note *const note = &composed->note[i];
    if (note->lane == YEOUN_LANE_DRUMS) {
      continue;
    }
    const double x = wide * note->start / composed->length;
    const double width = wide * note->length / composed->length;
    fprintf(file,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"2\" "
            "fill=\"%s\"/>\n",
            x,
            WAVE + 3 + (ROLL - 6) * (1.0 - find_height(composed, note->pitch)),
            fmax(1.0, width - 0.4),
            colours[note->lane]);
  }
}

bool
yeoun_picture_write(const char *path,
                    const struct yeoun_take *take,
                    const struct yeoun_composed *composed)
{
  char *text = NULL;
  size_t size = 0;
  FILE *const file = open_memstream(&text, &size);
  if (!file) {
    yeoun_say("no memory is left for %s", path);
    return false;
  }
  fprintf(file,
          "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" "
          "width=\"%d\" height=\"%d\">\n",
          WIDTH,
          WAVE + ROLL,
          WIDTH,
          WAVE + ROLL);
  draw_wave(file, take);
  draw_roll(file, take, composed);
  fprintf(file, "</svg>\n");
  const bool is_done = !fclose(file) && yeoun_file_write(path, text, size);
  free(text);
  return is_done;
}
