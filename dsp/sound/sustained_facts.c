// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "sustained_facts.h"

#include <stddef.h>

#include "music/palette.h"

/* Violin: air, the two first body modes and the bridge hill (Bissinger 2008;
   Jansson 1997); above 1 kHz modes every 90 Hz or so. Cello: the same a twelfth
   or so lower (Askenfelt 1982). */
static const struct yeoun_peak violin_peaks[] = {{275, 10, 1.3f},
                                                 {445, 12, 1.1f},
                                                 {545, 12, 1.3f},
                                                 {2600, 1.6f, 1.4f},
                                                 {0, 0, 0}};
/* Many violins: what is one's hill is another's dip. */
static const struct yeoun_peak section_peaks[] = {{290, 5, .8f},
                                                  {500, 5, .8f},
                                                  {2300, 1.2f, .4f},
                                                  {0, 0, 0}};
static const struct yeoun_peak cello_peaks[] = {{102, 9, 1.1f},
                                                {175, 11, 1.0f},
                                                {203, 11, 1.0f},
                                                {1600, 1.4f, .9f},
                                                {0, 0, 0}};
/* Bassoon: formants at 440 to 500 and 1150 to 1250 Hz (Lehman 1964). */
static const struct yeoun_peak bassoon_peaks[] = {{470, 2.2f, 3.2f},
                                                  {1200, 3, .9f},
                                                  {0, 0, 0}};
static const struct yeoun_peak clarinet_peaks[] = {{1500, 1.2f, .6f},
                                                   {0, 0, 0}};
static const struct yeoun_peak flute_peaks[] = {{800, 1, .3f}, {0, 0, 0}};
/* Daegeum: the membrane (cheong) buzzes between 4 and 9 kHz in what is loud. */
static const struct yeoun_peak cheong_peaks[] = {{4300, 3, .05f},
                                                 {6200, 3, .06f},
                                                 {8400, 4, .04f},
                                                 {0, 0, 0}};
/* Humming: the nose at 250 to 300 Hz, oo above (Peterson & Barney 1952: 300,
   870, 2240 Hz). */
static const struct yeoun_peak voice_peaks[] = {{310, 4, 4.0f},
                                                {840, 6, 2.2f},
                                                {2300, 9, .7f},
                                                {0, 0, 0}};

/* Many who open their mouths when they sing out: ah (Peterson & Barney 1952:
   730, 1090, 2440 Hz), and what singers have above it (Sundberg 1974). */
static const struct yeoun_peak sung_peaks[] = {{730, 3, .30f},
                                               {1090, 3, .50f},
                                               {2440, 3, .26f},
                                               {3000, 3, .26f},
                                               {0, 0, 0}};

/* source: soft, loud, even, even Hz, scatter, tilt, buzz
   breath: level, follow, hertz, quality, burst, slip
   motion: attack s, release s, swell, scoop, glide, shine s, flicker dB
   vibrato: Hz, cents, level, delay s, jitter
   desks: count, cents, drift, width, octave
   body: low, high, ripple Hz, ripple, peaks
   gain */
static const struct yeoun_sustained_facts violin = {
  {{0, 0}, {0, 0}, 1, 0, .35f, .8f, NULL},
  {.045f, 0, 3200, .7f, 5, .7f},
  {.075f, .38f, .06f, 14, 160, 0, 9},
  {5.9f, 17, .06f, .25f, 5},
  {1, 0, 1.4f, 0, 0},
  {230, 8000, 95, .55f, violin_peaks},
  .303f};
static const struct yeoun_sustained_facts cello = {
  {{0, 0}, {0, 0}, 1, 0, .35f, .8f, NULL},
  {.04f, 0, 1700, .7f, 5, .7f},
  {.085f, .38f, .06f, 12, 160, 0, 8},
  {5.3f, 15, .05f, .3f, 4},
  {1, 0, 1.4f, 0, 0},
  {85, 5500, 60, .55f, cello_peaks},
  .350f};
static const struct yeoun_sustained_facts ensemble = {
  {{0, 0}, {0, 0}, 1, 0, 1, .5f, NULL},
  {.10f, 0, 800, .5f, 0, 0},
  {.17f, .85f, .06f, 0, 60, 0, 9},
  {5.6f, 11, 0, .2f, 0},
  {14, 7, 4, .85f, 0},
  {110, 6000, 80, .45f, section_peaks},
  .328f};
static const struct yeoun_sustained_facts flute = {
  {{0, 0}, {0, 0}, .8f, 1500, .5f, 1.9f, NULL},
  {.03f, 1.0f, 700, .6f, 7, 0},
  {.07f, .2f, .04f, -8, 35, 0, 6},
  {5.2f, 7, .14f, .3f, 3},
  {1, 0, 1.4f, 0, 0},
  {220, 7000, 160, .3f, flute_peaks},
  .285f};
static const struct yeoun_sustained_facts daegeum = {
  {{0, 0}, {0, 0}, 1, 0, .5f, .3f, cheong_peaks},
  {.045f, 1.0f, 900, .5f, 8, 0},
  {.06f, .22f, .05f, 22, 140, .35f, 6},
  {3.5f, 29, .22f, .45f, 4},
  {1, 0, 1.4f, 0, 0},
  {200, 8000, 170, .3f, NULL},
  .323f};
static const struct yeoun_sustained_facts clarinet = {
  {{0, 0}, {0, 0}, 1, 0, .4f, 2.0f, NULL},
  {.008f, 1.5f, 900, .6f, 9, 0},
  {.045f, .16f, .04f, -5, 35, 0, 5},
  {5, 2, .02f, .5f, 2},
  {1, 0, 1.5f, 0, 0},
  {150, 5500, 140, .3f, clarinet_peaks},
  .293f};
static const struct yeoun_sustained_facts bassoon = {
  {{0, 0}, {0, 0}, 1, 0, .4f, 1.6f, NULL},
  {.009f, 2, 600, .6f, 8, .3f},
  {.05f, .18f, .04f, 8, 35, 0, 6},
  {5, 5, .04f, .4f, 3},
  {1, 0, 1.5f, 0, 0},
  {290, 3500, 150, .4f, bassoon_peaks},
  .334f};
static const struct yeoun_sustained_facts warm_pad = {
  {{1.25f, 900}, {1.0f, 2600}, 1, 0, 1, .5f, NULL},
  {0, 0, 0, 1, 0, 0},
  {.55f, 1.0f, 0, 0, 0, 0, 3},
  {.6f, 2, 0, 0, 0},
  {6, 5, 2, .9f, 0},
  {45, 6000, 0, 0, NULL},
  .406f};
static const struct yeoun_sustained_facts glass_pad = {
  {{1.15f, 5000}, {.75f, 12000}, .12f, 9000, 1, .6f, NULL},
  {.02f, 4, 0, 3, 0, 0},
  {.65f, 1.4f, 0, 0, 0, 0, 3},
  {.45f, 2, 0, 0, 0},
  {6, 5, 3, 1, .3f},
  {120, 12000, 0, 0, NULL},
  .385f};
static const struct yeoun_sustained_facts voices = {
  {{0, 0}, {0, 0}, 1, 0, 1, .25f, sung_peaks},
  {.022f, 0, 1500, .4f, 0, 0},
  {.16f, .4f, .06f, 18, 90, 0, 6},
  {5.4f, 16, 0, .3f, 0},
  {9, 8, 5, .8f, 0},
  {120, 3500, 110, .3f, voice_peaks},
  .297f};
static const struct yeoun_sustained_facts synth_bass = {
  {{1.3f, 300}, {1.05f, 1500}, 1, 0, .2f, 0, NULL},
  {0, 0, 0, 1, 0, 0},
  {.008f, .12f, 0, 0, 60, .28f, 0},
  {5, 0, 0, 0, 0},
  {1, 0, .6f, 0, 0},
  {25, 6000, 0, 0, NULL},
  .395f};

const struct yeoun_sustained_facts *
yeoun_sustained_facts(unsigned instrument)
{
  switch (instrument) {
    case YEOUN_VIOLIN:
      return &violin;
    case YEOUN_CELLO:
      return &cello;
    case YEOUN_FLUTE:
      return &flute;
    case YEOUN_DAEGEUM:
      return &daegeum;
    case YEOUN_CLARINET:
      return &clarinet;
    case YEOUN_BASSOON:
      return &bassoon;
    case YEOUN_WARM_PAD:
      return &warm_pad;
    case YEOUN_GLASS_PAD:
      return &glass_pad;
    case YEOUN_VOICES:
      return &voices;
    case YEOUN_SYNTH_BASS:
      return &synth_bass;
    default:
      return &ensemble;
  }
}
