// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Twelve whole cues, three moods and four palettes, beside film music: how wide
   they are and how bright. */

#include <math.h>
#include <stdio.h>

#include "../music/table.h"
#include "mix.h"
#include "music/mood.h"
#include "music/palette.h"
#include "piece.h"
#include "study.h"

enum { SECONDS = 48, SHORT = 20, PALETTES = 4, CUES = YEOUN_POLES * PALETTES };

static const unsigned palettes[PALETTES] = {YEOUN_ORCHESTRAL,
                                            YEOUN_JAZZ,
                                            YEOUN_GUGAK,
                                            YEOUN_ELECTRONIC};

struct cue {
  double lufs;
  struct mix_figures figures;
};

static struct cue
measure(unsigned palette,
        unsigned pole,
        double depth,
        unsigned stems,
        double seconds)
{
  static float left[SECONDS * PIECE_RATE], right[SECONDS * PIECE_RATE];
  const struct piece piece = {
    .palette = palette,
    .pole = pole,
    .variation = 1,
    .bars = 16,
    .seconds = seconds,
    .depth = depth,
    .stems = stems,
  };
  piece_play(&piece, left, right);
  return (struct cue){
    .lufs = mix_loudness(left, right, (uint32_t)(seconds * PIECE_RATE)),
    .figures = mix_measure(left, right, (uint32_t)(seconds * PIECE_RATE)),
  };
}

static void
print(const char *mood, const char *palette, const struct cue *cue)
{
  printf("  %-9s %-14s %6.1f %6.2f",
         mood,
         palette,
         cue->lufs,
         cue->figures.correlation);
  for (int b = 0; b < MIX_BANDS; ++b) {
    printf(" %6.1f", cue->figures.side[b]);
  }
  printf("  ");
  for (int b = 0; b < MIX_BANDS; ++b) {
    printf(" %6.1f", cue->figures.tone[b]);
  }
  printf("\n");
}

static void
print_all(const struct cue cue[CUES], const struct cue *mean)
{
  printf("\n  %-24s %6s %6s %27s %29s\n",
         "cue",
         "LUFS",
         "corr.",
         "side/middle by band, dB",
         "bands against the second, dB");
  for (unsigned c = 0; c < CUES; ++c) {
    print(yeoun_pole_name(c / PALETTES),
          yeoun_palette_name(palettes[c % PALETTES]),
          &cue[c]);
  }
  print("mean", "", mean);
  printf("  %-24s %6s %6s %27s\n", "film scores", "", "0-.46", "-5 to -1");
  printf("  %-24s %6s %6s %27s %29s\n\n",
         "FluidSynth, same notes",
         "",
         ".47-.63",
         "",
         "-10-0   0   -20-3 -37--10");
}

/* How far the pad is under the tune: loudness of their stems. */
void
study_pads(void)
{
  table_head("pad under the tune, LU");
  for (unsigned p = 0; p < PALETTES; ++p) {
    for (unsigned pole = 0; pole < 2; ++pole) {
      char what[64];
      const struct cue tune =
        measure(palettes[p], pole, .5, 1U << YEOUN_LANE_MELODY, SECONDS);
      const struct cue pad =
        measure(palettes[p], pole, .5, 1U << YEOUN_LANE_PAD, SECONDS);
      snprintf(what,
               sizeof(what),
               "%s %s",
               yeoun_palette_name(palettes[p]),
               yeoun_pole_name(pole));
      table_row(what, -10, pad.lufs - tune.lufs, 0, "-18 to -11 is not heard");
    }
  }
}

void
study_depth(void)
{
  const double flat =
    measure(YEOUN_ORCHESTRAL, YEOUN_LYRICAL, 0, 0, SHORT).figures.correlation;
  const double deep =
    measure(YEOUN_ORCHESTRAL, YEOUN_LYRICAL, 1, 0, SHORT).figures.correlation;
  const struct cue room =
    measure(YEOUN_ORCHESTRAL, YEOUN_LYRICAL, .5, 1U << YEOUN_LANES, SHORT);
  const struct cue dry = measure(
    YEOUN_ORCHESTRAL, YEOUN_LYRICAL, .5, (1U << YEOUN_LANES) - 1, SHORT);
  table_head("stage and room of orchestral lyrical");
  table_row("correlation at depth 0", .6, flat, 1, "a flat, dry row");
  table_row("correlation at depth 1", -.1, deep, .35, "far apart in a room");
  table_row("correlation of the room alone",
            -.15,
            room.figures.correlation,
            .25,
            "late sound has none");
  table_row("left over right of the room alone, dB",
            -1.5,
            room.figures.balance,
            1.5,
            "");
  table_row("the room against the seats, LU",
            -12,
            room.lufs - dry.lufs,
            -3,
            "15 to 19 under is dry");
}

void
study_cues(void)
{
  struct cue cue[CUES];
  struct cue mean = {.lufs = 0};
  double narrowest = 0;
  double darkest[MIX_BANDS] = {0, 0, 0, 0};
  for (unsigned c = 0; c < CUES; ++c) {
    cue[c] = measure(palettes[c % PALETTES], c / PALETTES, .5, 0, SECONDS);
    narrowest = fmax(narrowest, cue[c].figures.correlation);
    mean.lufs += cue[c].lufs / CUES;
    mean.figures.correlation += cue[c].figures.correlation / CUES;
    for (int b = 0; b < MIX_BANDS; ++b) {
      mean.figures.side[b] += cue[c].figures.side[b] / CUES;
      mean.figures.tone[b] += cue[c].figures.tone[b] / CUES;
      darkest[b] = fmin(darkest[b], cue[c].figures.tone[b]);
    }
  }
  print_all(cue, &mean);
  table_head("twelve whole cues before the limiter");
  table_row("correlation, mean",
            0,
            mean.figures.correlation,
            .46,
            "film scores .0 to .46, FluidSynth .47 to .63");
  table_row("correlation, the most", 0, narrowest, .6, "");
  for (int b = 0; b < MIX_BANDS; ++b) {
    char what[64];
    snprintf(what, sizeof(what), "side over middle %s, dB", mix_band_name(b));
    table_row(what, -5.5, mean.figures.side[b], -1, "film scores -5 to -1");
  }
  static const double low[MIX_BANDS] = {-10, 0, -13, -27};
  static const double high[MIX_BANDS] = {0, 0, -3, -10};
  for (int b = 0; b < MIX_BANDS; ++b) {
    char what[64];
    snprintf(what, sizeof(what), "%s over the second, dB", mix_band_name(b));
    if (b != 1) {
      table_row(what,
                low[b],
                mean.figures.tone[b],
                high[b],
                "FluidSynth, the same notes: -10 to 0; -20 to 3; -37 to -10");
    }
  }
  table_row("1 to 4 kHz of the darkest cue, dB",
            -20,
            darkest[2],
            0,
            "FluidSynth, the same notes: -20 to 3");
  table_row("above 4 kHz of the darkest cue, dB",
            -37,
            darkest[3],
            0,
            "FluidSynth, the same notes: -37 to -10");
}
