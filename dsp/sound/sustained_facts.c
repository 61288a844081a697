// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "sustained_facts.h"

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
/* Daegeum: the membrane (cheong) buzzes between 3 and 6 kHz. */
static const struct yeoun_peak daegeum_peaks[] = {{3600, 2.5f, 1.6f},
                                                  {5200, 3, .9f},
                                                  {0, 0, 0}};
/* Humming: the nose at 250 to 300 Hz, oo above (Peterson & Barney 1952: 300,
   870, 2240 Hz). */
static const struct yeoun_peak voice_peaks[] = {{310, 4, 4.0f},
                                                {840, 6, 2.2f},
                                                {2300, 9, .7f},
                                                {0, 0, 0}};

/* source: soft, loud, even, even Hz, scatter
   breath: level, follow, hertz, quality, burst, slip
   motion: attack s, release s, swell, scoop, glide, shine s
   vibrato: Hz, cents, level, delay s
   desks: count, cents, drift, width, octave
   body: low, high, ripple Hz, ripple, peaks
   gain */
static const struct yeoun_sustained_facts violin = {
  {{1.05f, 4000}, {.75f, 9000}, 1, 0, .35f},
  {.045f, 0, 3200, .7f, 2.5f, .7f},
  {.075f, .16f, .18f, 14, 160, 0},
  {5.9f, 17, .06f, .25f},
  {1, 0, 1.2f, 0, 0},
  {230, 8000, 95, .55f, violin_peaks},
  .303f};
static const struct yeoun_sustained_facts cello = {
  {{1.05f, 2200}, {.75f, 5500}, 1, 0, .35f},
  {.04f, 0, 1700, .7f, 2.5f, .7f},
  {.095f, .2f, .2f, 12, 160, 0},
  {5.3f, 15, .05f, .3f},
  {1, 0, 1.2f, 0, 0},
  {85, 5500, 60, .55f, cello_peaks},
  .350f};
static const struct yeoun_sustained_facts ensemble = {
  {{1.05f, 3000}, {.8f, 7000}, 1, 0, 1},
  {.035f, 0, 2800, .6f, 1, 0},
  {.19f, .38f, .12f, 0, 60, 0},
  {5.6f, 11, .05f, .2f},
  {5, 6, 3, .85f, 0},
  {110, 6000, 80, .15f, section_peaks},
  .350f};
static const struct yeoun_sustained_facts flute = {
  {{2.0f, 2600}, {1.35f, 4200}, .8f, 1500, .5f},
  {.075f, 1.0f, 700, .6f, 2.0f, 0},
  {.055f, .11f, .1f, -8, 35, 0},
  {5.2f, 7, .2f, .3f},
  {1, 0, 1.5f, 0, 0},
  {220, 7000, 0, 0, flute_peaks},
  .313f};
static const struct yeoun_sustained_facts daegeum = {
  {{1.7f, 2400}, {1.15f, 5000}, .75f, 1800, .5f},
  {.14f, 1.0f, 900, .5f, 2.2f, 0},
  {.09f, .14f, .15f, 22, 140, 0},
  {4.6f, 26, .22f, .45f},
  {1, 0, 1.5f, 0, 0},
  {200, 8000, 0, 0, daegeum_peaks},
  .323f};
static const struct yeoun_sustained_facts clarinet = {
  {{1.35f, 1500}, {.85f, 3600}, .02f, 4200, .4f},
  {.022f, 1.5f, 1500, .6f, 1.5f, 0},
  {.04f, .09f, .1f, -5, 35, 0},
  {5, 2, .02f, .5f},
  {1, 0, 1.2f, 0, 0},
  {150, 5500, 0, 0, clarinet_peaks},
  .331f};
static const struct yeoun_sustained_facts bassoon = {
  {{.75f, 1000}, {.5f, 1800}, 1, 0, .4f},
  {.02f, 2, 900, .6f, 1.5f, .3f},
  {.045f, .09f, .1f, 8, 35, 0},
  {5, 5, .04f, .4f},
  {1, 0, 1.2f, 0, 0},
  {290, 3500, 0, 0, bassoon_peaks},
  .334f};
static const struct yeoun_sustained_facts warm_pad = {
  {{1.25f, 900}, {1.0f, 2600}, 1, 0, 1},
  {0, 0, 0, 0, 0, 0},
  {.55f, 1.0f, 0, 0, 0, 0},
  {.6f, 4, .04f, 0},
  {3, 6, 1.5f, .9f, 0},
  {45, 6000, 0, 0, NULL},
  .406f};
static const struct yeoun_sustained_facts glass_pad = {
  {{1.5f, 2500}, {1.05f, 6000}, .12f, 9000, 1},
  {.02f, 4, 0, 3, .5f, 0},
  {.65f, 1.4f, 0, 0, 0, 0},
  {.45f, 3, .1f, 0},
  {3, 5, 1.5f, 1, .3f},
  {120, 12000, 0, 0, NULL},
  .363f};
static const struct yeoun_sustained_facts voices = {
  {{1.0f, 1800}, {.8f, 3000}, 1, 0, 1},
  {.03f, 0, 900, .5f, 1, 0},
  {.2f, .34f, .1f, 18, 90, 0},
  {5.4f, 16, .05f, .3f},
  {4, 6, 3, .8f, 0},
  {120, 3500, 0, 0, voice_peaks},
  .344f};
static const struct yeoun_sustained_facts synth_bass = {
  {{1.3f, 300}, {1.05f, 1500}, 1, 0, .2f},
  {0, 0, 0, 0, 0, 0},
  {.008f, .12f, 0, 0, 60, .28f},
  {5, 0, 0, 0},
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
