// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "string_facts.h"

#include "music/palette.h"

/* Bodies. Guitar: air and top modes of a classical guitar (Fletcher & Rossing
   1998, section 9.6). Soundboards of piano and harp: broad and dense (Suzuki
   1986; Waltham & Kotlicki 2008). Bass: air and top of a double bass (Askenfelt
   1982). Gayageum: a paulownia plate over a hollow, by ear. */
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
static const struct yeoun_peak gayageum_peaks[] = {{135, 8, .8f},
                                                   {290, 9, .9f},
                                                   {640, 6, .5f},
                                                   {2100, 2, .5f},
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

/* wire: s, lower, loss, stiffness, stiffer, after, longer, beating
   blow: plucked, place, contact soft and hard ms, steep
   knock: level, Hz, quality, ms
   body: low, high, ripple Hz, ripple, peaks
   answer, damper s, first open key, spread, gain */
static const struct yeoun_string_facts felt_piano = {
  {7.2f, .34f, .34f, 3.8e-4f, 1.05f, .16f, 2.6f, .22f},
  {false, .124f, 2.9f, 1.5f, .7f},
  {.075f, 420, .7f, 110},
  {42, 5200, 0, 0, piano_peaks},
  .09f,
  .32f,
  90,
  .35f,
  .422f};
static const struct yeoun_string_facts grand_piano = {
  {9.0f, .3f, .12f, 3.8e-4f, 1.05f, .18f, 2.6f, .28f},
  {false, .124f, 1.9f, .5f, .52f},
  {.05f, 900, .6f, 70},
  {38, 9000, 0, 0, piano_peaks},
  .09f,
  .25f,
  90,
  .45f,
  .376f};
static const struct yeoun_string_facts pizzicato = {
  {1.2f, .08f, 1.6f, 6e-5f, .4f, .1f, 1.6f, .4f},
  {true, .19f, 1.3f, .45f, .55f},
  {.10f, 1100, .7f, 40},
  {150, 6500, 0, 0, violin_peaks},
  0,
  .16f,
  128,
  .2f,
  .794f};
static const struct yeoun_string_facts harp = {
  {4.8f, .2f, 1.0f, 5e-5f, .5f, .2f, 1.8f, .18f},
  {true, .36f, .9f, .4f, .7f},
  {.045f, 1500, .8f, 35},
  {80, 6500, 0, 0, harp_peaks},
  .05f,
  1.2f,
  128,
  .4f,
  .453f};
static const struct yeoun_string_facts nylon_guitar = {
  {5.6f, .12f, .25f, 5e-5f, .4f, .22f, 1.8f, .3f},
  {true, .17f, .8f, .28f, .55f},
  {.08f, 2100, .8f, 28},
  {85, 7000, 0, 0, guitar_peaks},
  0,
  .14f,
  128,
  .1f,
  .440f};
static const struct yeoun_string_facts gayageum = {
  {3.3f, .05f, .5f, 3e-5f, .3f, .15f, 1.7f, .35f},
  {true, .11f, .45f, .16f, .5f},
  {.13f, 1900, .9f, 30},
  {110, 8500, 0, 0, gayageum_peaks},
  0,
  .3f,
  128,
  .15f,
  .573f};
static const struct yeoun_string_facts upright_bass = {
  {4.4f, .2f, 3.0f, 1.2e-4f, .3f, .15f, 1.6f, .2f},
  {true, .2f, 1.3f, .6f, .6f},
  {.09f, 650, .8f, 45},
  {52, 3800, 0, 0, bass_peaks},
  0,
  .13f,
  128,
  0,
  .529f};

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
