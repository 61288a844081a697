// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "string_facts.h"

#include "music/palette.h"

/* Bodies. Guitar: air and top modes of a classical guitar (Fletcher & Rossing
   1998, section 9.6). Soundboards of piano and harp: broad and dense (Suzuki
   1986; Waltham & Kotlicki 2008). Bass: air and top of a double bass (Askenfelt
   1982). Gayageum: peaks after Cho 2007. */
static const struct yeoun_peak guitar_peaks[] = {{103, 12, 1.1f},
                                                 {204, 14, 1.3f},
                                                 {412, 10, .6f},
                                                 {2600, 2, .4f},
                                                 {0, 0, 0}};
static const struct yeoun_peak piano_peaks[] = {{95, 3, .5f},
                                                {220, 2.5f, .4f},
                                                {1100, 1, .35f},
                                                {0, 0, 0}};
static const struct yeoun_peak harp_peaks[] = {{170, 6, .7f},
                                               {215, 8, .6f},
                                               {390, 5, .5f},
                                               {0, 0, 0}};
static const struct yeoun_peak gayageum_peaks[] = {{180, 8, .9f},
                                                   {380, 8, .8f},
                                                   {720, 6, .5f},
                                                   {1200, 4, .4f},
                                                   {2400, 2, .4f},
                                                   {0, 0, 0}};
static const struct yeoun_peak bass_peaks[] = {{60, 7, 1.0f},
                                               {102, 8, 1.3f},
                                               {190, 6, .6f},
                                               {800, 1.5f, .4f},
                                               {0, 0, 0}};
static const struct yeoun_peak violin_peaks[] = {{275, 9, 1.2f},
                                                 {460, 10, 1.2f},
                                                 {540, 10, 1.0f},
                                                 {2500, 1.5f, .5f},
                                                 {0, 0, 0}};

/* wire: s, lower, loss, stiffness, stiffer, soon, sooner, beating
   blow: plucked, place, contact soft and hard ms, steep, colour
   knock: level, Hz, quality, ms
   bed: level, Hz, quality, s
   body: low, high, ripple Hz, ripple, peaks
   answer, damper s, first open key, press: Hz, cents, delay s; spread, gain */
static const struct yeoun_string_facts felt_piano = {
  {6.0f, .3f, .34f, 3.8e-4f, 1.05f, .62f, 2.4f, .22f},
  {false, .124f, 3.6f, 1.2f, .7f, .9f},
  {.075f, 420, .7f, 110},
  {.08f, 380, .6f, .8f},
  {42, 5200, 0, 0, piano_peaks},
  .09f,
  .32f,
  90,
  {0, 0, 0},
  .35f,
  .487f};
static const struct yeoun_string_facts grand_piano = {
  {8.3f, .15f, .12f, 3.8e-4f, 1.05f, .65f, 2.5f, .25f},
  {false, .124f, 1.7f, .4f, .42f, .35f},
  {.05f, 900, .6f, 70},
  {.14f, 500, .6f, 1.0f},
  {38, 9000, 0, 0, piano_peaks},
  .09f,
  .25f,
  90,
  {0, 0, 0},
  .45f,
  .426f};
static const struct yeoun_string_facts pizzicato = {
  {2.5f, .1f, .55f, 6e-5f, .4f, .885f, 3.5f, .5f},
  {true, .19f, 1.6f, .35f, .55f, 1.6f},
  {.10f, 1100, .7f, 40},
  {.16f, 260, .7f, .9f},
  {150, 6500, 0, 0, violin_peaks},
  0,
  .16f,
  128,
  {0, 0, 0},
  .2f,
  .854f};
static const struct yeoun_string_facts harp = {
  {4.9f, .2f, .5f, 5e-5f, .5f, .45f, 1.9f, .25f},
  {true, .36f, 1.1f, .35f, .7f, 1.5f},
  {.045f, 1500, .8f, 35},
  {.15f, 300, .6f, 1.0f},
  {80, 6500, 0, 0, harp_peaks},
  .05f,
  1.2f,
  128,
  {0, 0, 0},
  .4f,
  .452f};
static const struct yeoun_string_facts nylon_guitar = {
  {6.3f, .12f, .25f, 5e-5f, .4f, .6f, 2.6f, .3f},
  {true, .17f, .9f, .24f, .55f, .6f},
  {.08f, 2100, .8f, 28},
  {.09f, 330, .6f, 1.0f},
  {85, 7000, 0, 0, guitar_peaks},
  0,
  .14f,
  128,
  {0, 0, 0},
  .1f,
  .509f};
static const struct yeoun_string_facts gayageum = {
  {4.2f, .05f, .5f, 3e-5f, .3f, .84f, 3.6f, .45f},
  {true, .30f, .8f, .24f, .8f, .9f},
  {.13f, 1900, .9f, 30},
  {.09f, 380, .7f, .7f},
  {110, 8500, 0, 0, gayageum_peaks},
  0,
  .3f,
  128,
  {4.4f, 34, .4f},
  .15f,
  .795f};
static const struct yeoun_string_facts upright_bass = {
  {5.0f, .2f, 2.0f, 1.2e-4f, .3f, .55f, 2.2f, .25f},
  {true, .2f, 1.6f, .4f, .6f, 1.1f},
  {.09f, 650, .8f, 45},
  {.40f, 220, .7f, 1.0f},
  {52, 3800, 0, 0, bass_peaks},
  0,
  .13f,
  128,
  {0, 0, 0},
  0,
  .511f};

const struct yeoun_string_facts *
yeoun_string_facts(unsigned instrument)
{
  switch (instrument) {
    case YEOUN_GRAND_PIANO:
      return &grand_piano;
    case YEOUN_PIZZICATO:
      return &pizzicato;
    case YEOUN_HARP:
      return &harp;
    case YEOUN_NYLON_GUITAR:
      return &nylon_guitar;
    case YEOUN_GAYAGEUM:
      return &gayageum;
    case YEOUN_UPRIGHT_BASS:
      return &upright_bass;
    default:
      return &felt_piano;
  }
}
