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

#include "../host/forbid.h"
#include "bench_sound.h"
#include "compose/compose.h"
#include "compose/scratch.h"
#include "music/palette.h"
#include "music/statistics.h"
#include "music/subject.h"
#include "sound/bank.h"

/* Too much for a stack. */
static struct yeoun_compose_scratch compose_scratch;

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

int
main(int argc, char **argv)
{
  static struct subjects subjects;
  if (argc == 4 && !strcmp(argv[1], "--play")) {
    for (unsigned p = YEOUN_CHAMBER; p < YEOUN_PALETTES; ++p) {
      if (!strcmp(yeoun_palette_name(p), argv[2])) {
        bench_sound(p, strtod(argv[3], NULL));
        return 0;
      }
    }
  }
  if (argc != 2 || !subjects_read(argv[1], 1, 16, &subjects)) {
    fprintf(stderr, "usage: bench THEMES | bench --play PALETTE SECONDS\n");
    return 2;
  }
  /* Kept, so that no engine has to build it while it is timed. */
  const double from = cpu_seconds();
  struct yeoun_bank *const bank = yeoun_bank_take(48000.0f);
  printf("waves of all held instruments: %.0f ms, once a rate\n",
         1000 * (cpu_seconds() - from));
  bench_composing(&subjects, 16);
  bench_composing(&subjects, 32);
  bench_models();
  bench_palettes();
  yeoun_bank_give(bank);
  return 0;
}
