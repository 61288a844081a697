// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "../music/table.h"
#include "music/palette.h"
#include "spectrum.h"
#include "study.h"
#include "tone.h"

#define RATE 48000.0

static const struct tone held = {
  .rate = RATE,
  .held_s = 5,
  .whole_s = 3,
  .is_straight = true,
};

/* dB a second from 0.1 to 1.1 s. */
static double
slope_of(unsigned instrument, unsigned key)
{
  float *const x = tone_strike(&held, instrument, key, 80, 5);
  const double early = spectrum_level(x + 4800, 9600);
  const double late = spectrum_level(x + 4800 + 38400, 9600);
  free(x);
  return (late - early) / 0.8;
}

static double
centroid_of(unsigned instrument, unsigned key, unsigned velocity)
{
  float *const x = tone_strike(&held, instrument, key, velocity, 5);
  const double centroid =
    spectrum_centroid(x + 7200, 8192, tone_hertz(key), RATE);
  free(x);
  return centroid;
}

/* Milliseconds from 10 to 90 % of the level that it has half a second later. */
static double
attack_of(unsigned instrument, unsigned key, unsigned velocity)
{
  float *const x = tone_strike(&held, instrument, key, velocity, 5);
  const double whole = pow(10, spectrum_level(x + 24000, 9600) / 20);
  double from = -1;
  double to = -1;
  for (uint32_t at = 0; at + 240 < 48000 && to < 0; at += 48) {
    const double here = pow(10, spectrum_level(x + at, 240) / 20);
    from = from < 0 && here > 0.1 * whole ? at : from;
    to = here > 0.8 * whole ? at : to;
  }
  free(x);
  return 1000 * (to - from) / RATE;
}

/* B of f_n = n f (1 + B n^2)^1/2, from partials 1 and 8. */
static double
stiffness_of(unsigned instrument, unsigned key)
{
  float *const x = tone_strike(&held, instrument, key, 90, 5);
  const double hertz = tone_hertz(key);
  double guess = 8 * hertz;
  spectrum_near(x + 2400, 16384, 8.15 * hertz, 0.03, RATE, &guess);
  const double first = spectrum_pitch(x + 2400, 24000, hertz, RATE);
  const double eighth = spectrum_pitch(x + 2400, 24000, guess, RATE);
  const double ratio = eighth / (8 * first);
  free(x);
  return (ratio * ratio - 1) / (64 - ratio * ratio);
}

struct range {
  const char *what;
  unsigned instrument, key;
  double low, high;
  const char *source;
};

void
study_slopes(void)
{
  static const struct range rows[] = {
    {"grand piano C2", YEOUN_GRAND_PIANO, 36, -14, -4, "recorded -9.8"},
    {"grand piano C4", YEOUN_GRAND_PIANO, 60, -16, -7, "recorded -12.1"},
    {"grand piano C6", YEOUN_GRAND_PIANO, 84, -20, -9, "recorded -12.6"},
    {"celesta C5", YEOUN_CELESTA, 72, -30, -16, "recorded -23.2"},
    {"glockenspiel D6", YEOUN_GLOCKENSPIEL, 86, -20, -9, "recorded -11 .. -15"},
    {"music box G5", YEOUN_MUSIC_BOX, 79, -45, -26, "recorded -35.4"},
    {"vibraphone G4", YEOUN_VIBRAPHONE, 67, -22, -10, "recorded -16.3"},
    {"nylon guitar G3", YEOUN_NYLON_GUITAR, 55, -18, -8, "recorded -11.4"},
    {"harp G4", YEOUN_HARP, 67, -20, -10, "recorded -15.0"},
    {"pizzicato E3", YEOUN_PIZZICATO, 52, -65, -32, "recorded -51.4"},
    {"upright bass D2", YEOUN_UPRIGHT_BASS, 38, -16, -7, "recorded -10.4"},
    {"gayageum A3",
     YEOUN_GAYAGEUM,
     57,
     -28,
     -15,
     "decay 2 to 3 s (koto -20.2)"},
    {"electric piano C4", YEOUN_ELECTRIC_PIANO, 60, -12, -2, "recorded -3.6"},
  };
  table_head("decay, dB a second");
  for (unsigned i = 0; i < sizeof(rows) / sizeof(rows[0]); ++i) {
    table_row(rows[i].what,
              rows[i].low,
              slope_of(rows[i].instrument, rows[i].key),
              rows[i].high,
              rows[i].source);
  }
}

void
study_attacks(void)
{
  static const struct range rows[] = {
    {"solo violin A4",
     YEOUN_VIOLIN,
     69,
     25,
     150,
     "50 to 90 is liked (Guettler & Askenfelt 1997)"},
    {"solo cello C3",
     YEOUN_CELLO,
     48,
     30,
     180,
     "50 to 90 is liked (Guettler & Askenfelt 1997)"},
    {"flute C5", YEOUN_FLUTE, 72, 20, 120, "recorded 52 .. 225"},
    {"clarinet A4", YEOUN_CLARINET, 69, 15, 90, "recorded 52"},
    {"bassoon C3", YEOUN_BASSOON, 48, 15, 100, "recorded 84 at its best"},
    {"daegeum G4", YEOUN_DAEGEUM, 67, 30, 150, "shakuhachi 66 to 124"},
    {"strings G4", YEOUN_STRINGS, 67, 70, 400, "desks begin apart"},
    {"voices E4", YEOUN_VOICES, 64, 60, 300, "recorded 76 to 158"},
    {"warm pad C4", YEOUN_WARM_PAD, 60, 150, 900, "recorded 447"},
  };
  table_head("attack, 10 to 80 % of the level that stands, ms");
  for (unsigned i = 0; i < sizeof(rows) / sizeof(rows[0]); ++i) {
    table_row(rows[i].what,
              rows[i].low,
              attack_of(rows[i].instrument, rows[i].key, 80),
              rows[i].high,
              rows[i].source);
  }
}

/* dB of the second harmonic under the first. */
static double
second_of(unsigned instrument, unsigned key, unsigned velocity)
{
  const double hertz = tone_hertz(key);
  float *const x = tone_strike(&held, instrument, key, velocity, 5);
  const double first = spectrum_near(x + 7200, 8192, hertz, .02, RATE, NULL);
  const double second =
    spectrum_near(x + 7200, 8192, 2 * hertz, .02, RATE, NULL);
  free(x);
  return 20 * log10(second / first);
}

void
study_brightness(void)
{
  static const struct range rows[] = {
    {"grand piano C3", YEOUN_GRAND_PIANO, 48, 5, 11, "recorded 9.9"},
    {"grand piano C4", YEOUN_GRAND_PIANO, 60, 3, 7, "recorded 5.4"},
    {"felt piano C4", YEOUN_FELT_PIANO, 60, 1.5, 4, "duller than the grand"},
    {"solo violin A4", YEOUN_VIOLIN, 69, 3.5, 8, "recorded 5.7"},
    {"solo cello A3", YEOUN_CELLO, 57, 4, 12, "recorded 10.0"},
    {"strings G4", YEOUN_STRINGS, 67, 3, 7, "recorded 4.6"},
    {"flute C5", YEOUN_FLUTE, 72, 1.5, 4, "recorded 3.0"},
    {"clarinet C4", YEOUN_CLARINET, 60, 3, 8, "recorded 7.0"},
    {"bassoon G3", YEOUN_BASSOON, 55, 3, 7, "recorded 4.6"},
    {"daegeum G4", YEOUN_DAEGEUM, 67, 2, 6, "shakuhachi 2.9, it buzzes"},
    {"nylon guitar G3", YEOUN_NYLON_GUITAR, 55, 1.8, 4.5, "recorded 3.1"},
    {"harp G4", YEOUN_HARP, 67, 1.1, 2.5, "recorded 1.3 .. 1.6"},
    {"voices E4", YEOUN_VOICES, 64, 2, 7.3, "recorded 7.3"},
    {"glass pad C5", YEOUN_GLASS_PAD, 72, 2, 5, ""},
    {"celesta C5", YEOUN_CELESTA, 72, 1, 1.6, "recorded 1.2 .. 1.4"},
    {"vibraphone G4", YEOUN_VIBRAPHONE, 67, 1, 1.8, "recorded 1.4 .. 1.6"},
    {"electric piano C4", YEOUN_ELECTRIC_PIANO, 60, 1.6, 2.6, "recorded 2.1"},
  };
  table_head("centre of the spectrum over the pitch, velocity 90");
  for (unsigned i = 0; i < sizeof(rows) / sizeof(rows[0]); ++i) {
    table_row(rows[i].what,
              rows[i].low,
              centroid_of(rows[i].instrument, rows[i].key, 90),
              rows[i].high,
              rows[i].source);
  }
  table_row("electric piano C4, second harmonic, dB",
            -12,
            second_of(YEOUN_ELECTRIC_PIANO, 60, 90),
            -3,
            "recorded -6");
}

/* Louder is brighter, and higher is nearer to a sine. */
void
study_directions(void)
{
  int brighter = 0;
  int purer = 0;
  int all = 0;
  for (unsigned i = YEOUN_FELT_PIANO; i < YEOUN_KIT; ++i) {
    const struct yeoun_instrument_facts *const facts =
      yeoun_instrument_facts(i);
    const unsigned key = (facts->low + facts->high) / 2U;
    const double soft = centroid_of(i, key, 40);
    const double loud = centroid_of(i, key, 115);
    const double low = centroid_of(i, facts->low + 5U, 90);
    const double high = centroid_of(i, facts->high - 5U, 90);
    ++all;
    brighter += loud > soft;
    purer += high <= low;
    if (!(loud > soft)) {
      printf("  %s: %.3f soft, %.3f loud\n", facts->name, soft, loud);
    }
  }
  table_head("directions");
  table_row(
    "instruments that are brighter when louder", all, brighter, all, "");
  table_row("instruments that are purer when higher", all, purer, all, "");
}

void
study_stiffness(void)
{
  table_head("stiffness B of the string, times 1e4");
  table_row("grand piano C3",
            0.5,
            1e4 * stiffness_of(YEOUN_GRAND_PIANO, 48),
            4,
            "1 to 3 (Fletcher 1964; Conklin 1999)");
  table_row("grand piano C4",
            2,
            1e4 * stiffness_of(YEOUN_GRAND_PIANO, 60),
            8,
            "3 to 6 (Fletcher 1964; Conklin 1999)");
}
