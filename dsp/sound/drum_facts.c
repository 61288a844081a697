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
   ... (Fletcher & Rossing 1998, section 2.15), each twice, a little apart; the
   high ones are what is heard of it. */
static const float rod[][2] = {{2.757f, 0.12f},
                               {5.404f, 0.3f},
                               {5.45f, 0.25f},
                               {8.933f, 0.6f},
                               {9.04f, 0.5f},
                               {13.34f, 1.0f},
                               {13.47f, 0.8f},
                               {18.64f, 1.0f},
                               {18.81f, 0.8f},
                               {24.8f, 0.9f},
                               {25.1f, 0.7f},
                               {0}};

/* Janggu: two heads on one hollow body; whichever is struck, the other answers
   at its own pitch. */
static const float left_head[][2] = {{1.0f, 1.0f},
                                     {1.594f, 0.7f},
                                     {2.136f, 0.45f},
                                     {2.653f, 0.3f},
                                     {3.500f, 0.2f},
                                     {4.21f, 0.14f},
                                     {6.7f, 0.07f},
                                     {0}};
static const float right_head[][2] = {{1.0f, 1.0f},
                                      {0.238f, 0.35f},
                                      {0.379f, 0.15f},
                                      {1.594f, 0.7f},
                                      {2.136f, 0.45f},
                                      {2.296f, 0.4f},
                                      {2.918f, 0.25f},
                                      {4.060f, 0.12f},
                                      {0}};

/* body: Hz, s, level, contact soft and hard ms, drop, its ms, damping, modes
   noise: level, Hz at first and later, quality, attack ms, decay ms, grains
   bed: level, Hz, quality, s
   place */
static const struct yeoun_drum_facts kick = {
  {56, .55f, .9f, 9, 3, .55f, 28, 1.2f, skin_middle},
  {.9f, 2400, 900, .6f, 1, 40, 0},
  {.02f, 190, .6f, .5f},
  0};
static const struct yeoun_drum_facts frame_low = {
  {88, 1.1f, .5f, 8, 2.5f, .10f, 70, 1.1f, skin},
  {.8f, 1500, 700, .6f, 1, 60, 0},
  {.025f, 260, .5f, .9f},
  -.2f};
static const struct yeoun_drum_facts frame_high = {
  {152, .8f, .5f, 5, 1.2f, .07f, 50, 1.0f, skin},
  {.7f, 2600, 1400, .7f, 1, 50, 0},
  {.025f, 420, .5f, .7f},
  .15f};
static const struct yeoun_drum_facts janggu_kung = {
  {82, .6f, .55f, 7, 2, .18f, 35, 1.0f, left_head},
  {.9f, 1300, 600, .7f, 1, 50, 0},
  {.03f, 240, .5f, .6f},
  -.3f};
static const struct yeoun_drum_facts janggu_deok = {
  {345, .2f, .35f, .8f, .25f, .05f, 15, .7f, right_head},
  {.8f, 4200, 3000, .8f, .3f, 45, 0},
  {.05f, 900, .5f, .35f},
  .3f};
static const struct yeoun_drum_facts brush_tap = {
  {185, .16f, .34f, 5, 1.5f, .06f, 20, .8f, skin},
  {.42f, 1200, 600, 1.4f, 2, 130, 0},
  {.05f, 330, .5f, .35f},
  -.1f};
static const struct yeoun_drum_facts brush_sweep =
  {{0}, {.6f, 800, 1100, 1.3f, 130, 330, 0}, {0, 0, 0, 0}, .1f};
static const struct yeoun_drum_facts block_high = {
  {1130, .085f, .5f, .5f, .15f, 0, 10, .5f, block},
  {.2f, 4000, 3000, .7f, .3f, 16, 0},
  {.03f, 1400, .7f, .15f},
  .3f};
static const struct yeoun_drum_facts block_low = {
  {790, .1f, .55f, .6f, .2f, 0, 10, .5f, block},
  {.12f, 3000, 2200, .7f, .3f, 12, 0},
  {.02f, 1000, .7f, .15f},
  .2f};
static const struct yeoun_drum_facts triangle = {
  {620, 5, .09f, .05f, .02f, 0, 10, .35f, rod},
  {.16f, 11000, 9000, .5f, .3f, 30, 0},
  {.012f, 8000, .4f, 1.8f},
  .35f};
static const struct yeoun_drum_facts shaker =
  {{0}, {1.0f, 6200, 6800, 2.2f, 18, 110, 7000}, {0, 0, 0, 0}, -.35f};

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
