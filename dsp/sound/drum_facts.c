// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "drum_facts.h"

#include "music/palette.h"

/* An ideal round skin, struck off its middle: zeros of the Bessel functions
   (Rayleigh 1877, section 206). Loudness by ear. */
static const float skin[][2] = {{1.0f, 1.0f},
                                {1.594f, 0.7f},
                                {2.136f, 0.45f},
                                {2.296f, 0.4f},
                                {2.653f, 0.3f},
                                {2.918f, 0.25f},
                                {3.500f, 0.2f},
                                {4.060f, 0.12f},
                                {0}};

/* The same struck in its middle: round modes alone. */
static const float skin_middle[][2] = {{1.0f, 1.0f},
                                       {1.594f, 0.2f},
                                       {2.296f, 0.3f},
                                       {3.598f, 0.12f},
                                       {0}};

/* A slit block: the hollow and the first bending modes of its lip (ratios of a
   bar held at one end are 1 : 6.27; the hollow lies between them, by ear). */
static const float block[][2] = {{1.0f, 1.0f},
                                 {1.47f, 0.5f},
                                 {2.71f, 0.25f},
                                 {4.1f, 0.1f},
                                 {0}};

/* A bent steel rod bends in two planes: the free bar's modes 3.011^2, 5^2, 7^2
   ... (Fletcher & Rossing 1998, section 2.15), each twice, a little apart. */
static const float rod[][2] = {{1.0f, 0.25f},
                               {1.013f, 0.2f},
                               {2.757f, 0.6f},
                               {2.79f, 0.5f},
                               {5.404f, 1.0f},
                               {5.45f, 0.8f},
                               {8.933f, 0.8f},
                               {9.04f, 0.6f},
                               {13.34f, 0.6f},
                               {13.47f, 0.4f},
                               {18.64f, 0.3f},
                               {0}};

/* body: Hz, s, level, contact soft and hard ms, drop, its ms, damping, modes
   noise: level, Hz at first and later, quality, attack ms, decay ms, grains
   place */
static const struct yeoun_drum_facts kick = {
  {56, .55f, .9f, 9, 3, .55f, 28, 1.2f, skin_middle},
  {.16f, 2400, 900, .6f, 1, 25, 0},
  0};
static const struct yeoun_drum_facts frame_low = {
  {88, 1.1f, .5f, 8, 2.5f, .10f, 70, 1.1f, skin},
  {.12f, 1500, 700, .6f, 1, 45, 0},
  -.2f};
static const struct yeoun_drum_facts frame_high = {
  {152, .8f, .5f, 5, 1.2f, .07f, 50, 1.0f, skin},
  {.16f, 2600, 1400, .7f, 1, 40, 0},
  .15f};
static const struct yeoun_drum_facts janggu_kung = {
  {112, .5f, .55f, 7, 2, .18f, 35, 1.0f, skin},
  {.12f, 1100, 600, .7f, 1, 30, 0},
  -.3f};
static const struct yeoun_drum_facts janggu_deok = {
  {345, .16f, .35f, .8f, .25f, .05f, 15, .7f, skin},
  {.55f, 4200, 3000, .8f, .3f, 32, 0},
  .3f};
static const struct yeoun_drum_facts brush_tap = {
  {185, .12f, .16f, 5, 1.5f, .06f, 20, .8f, skin},
  {.75f, 5200, 3200, .7f, 2, 110, 0},
  -.1f};
static const struct yeoun_drum_facts brush_sweep = {
  {0},
  {.55f, 2300, 4600, .8f, 130, 330, 0},
  .1f};
static const struct yeoun_drum_facts block_high = {
  {1130, .085f, .5f, .5f, .15f, 0, 10, .5f, block},
  {.12f, 4000, 3000, .7f, .3f, 8, 0},
  .3f};
static const struct yeoun_drum_facts block_low = {
  {790, .1f, .55f, .6f, .2f, 0, 10, .5f, block},
  {.12f, 3000, 2200, .7f, .3f, 9, 0},
  .2f};
static const struct yeoun_drum_facts triangle = {
  {404, 5, .11f, .2f, .04f, 0, 10, .45f, rod},
  {.05f, 9000, 7000, .7f, .3f, 10, 0},
  .35f};
static const struct yeoun_drum_facts shaker = {
  {0},
  {1.0f, 6200, 6800, 2.2f, 18, 110, 7000},
  -.35f};

const struct yeoun_drum_facts *
yeoun_drum_facts(unsigned key)
{
  switch (key) {
    case YEOUN_DRUM_BRUSH_TAP:
      return &brush_tap;
    case YEOUN_DRUM_BRUSH_SWEEP:
      return &brush_sweep;
    case YEOUN_DRUM_FRAME_LOW:
      return &frame_low;
    case YEOUN_DRUM_FRAME_HIGH:
      return &frame_high;
    case YEOUN_DRUM_JANGGU_DEOK:
      return &janggu_deok;
    case YEOUN_DRUM_JANGGU_KUNG:
      return &janggu_kung;
    case YEOUN_DRUM_WOODBLOCK_HIGH:
      return &block_high;
    case YEOUN_DRUM_WOODBLOCK_LOW:
      return &block_low;
    case YEOUN_DRUM_TRIANGLE:
      return &triangle;
    case YEOUN_DRUM_SHAKER:
      return &shaker;
    default:
      return &kick;
  }
}
