// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What composing and sounding cost.

     bench THEMES              everything that one program can measure
     bench --play PALETTE S    only play so many seconds, to be timed from
                               outside */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../host/forbid.h"
#include "compose/compose.h"
#include "compose/scratch.h"
#include "music/palette.h"
#include "music/statistics.h"
#include "music/subject.h"
#include "yeoun.h"

/* Too much for a stack. */
static struct yeoun_compose_scratch compose_scratch;

#define RATE 48000.0

enum { BLOCK = 64, MOST = 512 };

static double
cpu_seconds(void)
{
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static int
compare(const void *one, const void *two)
{
  const double a = *(const double *)one;
  const double b = *(const double *)two;
  return (a > b) - (a < b);
}

/* Every theme in every mood, some variations, all lanes. */
static void
bench_composing(const struct subjects *subjects, int bars)
{
  static struct yeoun_score score;
  static double ms[SUBJECTS_MAX * YEOUN_POLES * 4];
  int count = 0;
  double worst = 0;
  for (int s = 0; s < subjects->count; ++s) {
    for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
      for (unsigned v = 1; v <= 4; ++v) {
        const struct yeoun_request request =
          subject_request(&subjects->subject[s], bars, pole, v, 0.35);
        /* The best of three is what it needs; the worst of all, what else ran
           meanwhile too. */
        double best = INFINITY;
        for (int turn = 0; turn < 3; ++turn) {
          const double from = cpu_seconds();
          forbid_begin();
          yeoun_compose(&request, &compose_scratch, &score);
          forbid_end();
          const double here = 1000 * (cpu_seconds() - from);
          best = fmin(best, here);
          worst = fmax(worst, here);
        }
        ms[count++] = best;
      }
    }
  }
  qsort(ms, (size_t)count, sizeof(ms[0]), compare);
  printf("compose %2d bars: median %6.3f ms, worst %6.3f ms, of all runs %6.3f "
         "ms; "
         "%d scores, calls of allocator or system: %u (%s)\n",
         bars,
         ms[count / 2],
         ms[count - 1],
         worst,
         count,
         forbid_count(),
         forbid_works() ? "watched" : "not watched");
}

static struct yeoun_engine *
start_engine(unsigned palette, unsigned pole)
{
  struct yeoun_controls controls;
  memset(&controls, 0, sizeof(controls));
  controls.theme = yeoun_theme_default();
  controls.weight[pole] = 1;
  controls.intensity = 1;
  controls.space = 0.1f;
  controls.variation = 1;
  controls.bars = 8;
  controls.distance = 0.5f;
  controls.palette = (uint8_t)palette;
  controls.ambience = 0.5f;
  controls.humanize = 0.5f;
  controls.is_own_time = true;
  controls.is_auditioning = true;
  controls.is_enabled = true;
  struct yeoun_engine *const engine = yeoun_engine_new(RATE, true);
  yeoun_engine_set_controls(engine, &controls);
  return engine;
}

/* Play; the CPU seconds that the worst block took, composing aside. */
static double
play(unsigned palette, unsigned pole, double seconds)
{
  static float left[BLOCK], right[BLOCK];
  struct yeoun_engine *const engine = start_engine(palette, pole);
  double worst = 0;
  for (double at = 0; at < seconds * RATE; at += BLOCK) {
    yeoun_engine_compose_here(engine);
    const double from = cpu_seconds();
    yeoun_engine_run(engine, 0, left, right, NULL, BLOCK, NULL);
    worst = fmax(worst, cpu_seconds() - from);
  }
  yeoun_engine_free(engine);
  return worst;
}

static void
bench_palettes(void)
{
  const double deadline = BLOCK / RATE;
  for (unsigned p = YEOUN_CHAMBER; p < YEOUN_PALETTES; ++p) {
    double worst = 0;
    unsigned where = 0;
    const double from = cpu_seconds();
    for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
      /* A block is measured by the best of three plays of the same notes. */
      double here = INFINITY;
      for (int turn = 0; turn < 3; ++turn) {
        here = fmin(here, play(p, pole, 20));
      }
      where = here > worst ? pole : where;
      worst = fmax(worst, here);
    }
    const double cpu = cpu_seconds() - from;
    printf("play %-10s  %6.1f seconds of sound in one of CPU; worst block of "
           "%d frames %4.1f %% of its time (%s)\n",
           yeoun_palette_name(p),
           180 / cpu,
           BLOCK,
           100 * worst / deadline,
           yeoun_pole_name(where));
  }
}

int
main(int argc, char **argv)
{
  static struct subjects subjects;
  if (argc == 4 && !strcmp(argv[1], "--play")) {
    for (unsigned p = YEOUN_CHAMBER; p < YEOUN_PALETTES; ++p) {
      if (!strcmp(yeoun_palette_name(p), argv[2])) {
        play(p, YEOUN_ROMANTIC, strtod(argv[3], NULL));
        return 0;
      }
    }
  }
  if (argc != 2 || !subjects_read(argv[1], 1, 16, &subjects)) {
    fprintf(stderr, "usage: bench THEMES | bench --play PALETTE SECONDS\n");
    return 2;
  }
  bench_composing(&subjects, 16);
  bench_composing(&subjects, 32);
  bench_palettes();
  return 0;
}
