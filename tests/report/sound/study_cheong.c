// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The membrane of the daegeum: it buzzes between 4 and 9 kHz when a note
   begins, then settles; and the louder the note the more. */

#include <math.h>
#include <stdlib.h>

#include "../music/table.h"
#include "music/palette.h"
#include "spectrum.h"
#include "study.h"
#include "tone.h"

#define RATE 48000.0

enum { KEY = 67, WINDOW = 4096, NOTES = 3, EARLY = 2880, LATE = 57600 };

static const struct tone blown = {
  .rate = RATE,
  .held_s = 2,
  .whole_s = 2,
  .is_straight = true,
};

static double
hertz(void)
{
  return tone_hertz(KEY);
}

/* dB of harmonic n against the first, or of all between 4 and 9 kHz (n = 0),
   mean of notes. */
static double
over_first(unsigned velocity, uint32_t at, int n)
{
  double db = 0;
  for (uint32_t seed = 1; seed <= NOTES; ++seed) {
    float *const x = tone_strike(&blown, YEOUN_DAEGEUM, KEY, velocity, seed);
    const double first =
      spectrum_near(x + at, WINDOW, hertz(), .03, RATE, NULL);
    double power = 1e-30;
    for (int k = 1; k * hertz() < 9000; ++k) {
      const double one =
        spectrum_near(x + at, WINDOW, k * hertz(), .01, RATE, NULL);
      power += (n ? k == n : k * hertz() > 4000) ? one * one : 0;
    }
    db += (10 * log10(power) - 20 * log10(first)) / NOTES;
    free(x);
  }
  return db;
}

void
study_cheong(void)
{
  const double burst = over_first(110, EARLY, 0);
  const double settled = over_first(110, LATE, 0);
  table_head("the daegeum's membrane (cheong), dB");
  table_row("buzz at 60 ms over the first harmonic, forte",
            -30,
            burst,
            -8,
            "it buzzes from 4 to 9 kHz");
  table_row("how far it has settled after 1.2 s",
            6,
            burst - settled,
            20,
            "recorded .3 to .5 s");
  table_row("how far it grows from velocity 45 to 110",
            5,
            burst - over_first(45, EARLY, 0),
            18,
            "soft notes do not buzz");
  table_row("harmonic 2 when it has settled",
            -32,
            over_first(80, LATE, 2),
            -18,
            "recorded -26");
  table_row("harmonic 4 when it has settled",
            -42,
            over_first(80, LATE, 4),
            -26,
            "recorded -35");
}
