// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "stage.h"

#include <math.h>
#include <string.h>

#include "low.h"
#include "music/palette.h"

enum { FRAMES = YEOUN_STAGE_FRAMES, WALLS = YEOUN_STAGE_WALLS };

/* The American seating for chamber and orchestra: first violins and flute left
   of the middle, cellos right, basses far right; a combo's bass and drums near
   the middle, piano left; gugak's melody right of its strings. */
static const float seats[YEOUN_PALETTES][YEOUN_LANES] = {
  [YEOUN_CHAMBER] = {-.3f, .55f, -.55f, .4f, 0, .2f},
  [YEOUN_ORCHESTRAL] = {-.35f, .55f, -.55f, .5f, 0, .2f},
  [YEOUN_BALLAD] = {-.2f, .55f, -.5f, .2f, 0, .2f},
  [YEOUN_JAZZ] = {-.25f, .55f, -.5f, .2f, 0, .3f},
  [YEOUN_LOFI] = {-.25f, .5f, -.45f, .1f, 0, .25f},
  [YEOUN_GUGAK] = {.3f, -.55f, -.4f, .35f, 0, -.1f},
  [YEOUN_ELECTRONIC] = {-.15f, .6f, -.6f, .1f, 0, .2f},
};

/* Ways off the walls, ms: side, back and ceiling for each seat (a room of 18 by
   12 by 9 m, image sources: Allen & Berkley 1979, thinned). No two lanes, no
   two sides share one. */
static const float walls_ms[YEOUN_LANES][2][WALLS] = {
  {{5.9f, 13.7f, 21.1f, 34.3f}, {9.1f, 16.9f, 26.3f, 38.9f}},
  {{10.3f, 18.1f, 27.1f, 40.1f}, {6.7f, 14.3f, 22.9f, 36.1f}},
  {{4.7f, 12.1f, 19.9f, 31.7f}, {11.9f, 17.3f, 28.7f, 41.9f}},
  {{12.7f, 19.3f, 29.3f, 43.1f}, {7.3f, 15.1f, 24.1f, 35.3f}},
  {{8.3f, 14.9f, 23.3f, 37.3f}, {9.7f, 18.7f, 25.1f, 39.7f}},
  {{7.9f, 15.7f, 25.7f, 37.9f}, {6.1f, 13.1f, 20.3f, 33.1f}},
};

static const float wall_gains[WALLS] = {.62f, -.5f, .44f, -.36f};

void
yeoun_stage_init(struct yeoun_stage *stage, double rate)
{
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    for (int side = 0; side < 2; ++side) {
      for (int w = 0; w < WALLS; ++w) {
        const double frames = 0.001 * (double)walls_ms[lane][side][w] * rate;
        /* At least a block, which is written before it is read. */
        stage->back[lane][side][w] =
          frames > FRAMES ? (uint32_t)frames : (uint32_t)FRAMES;
      }
    }
  }
  yeoun_stage_reset(stage);
}

void
yeoun_stage_reset(struct yeoun_stage *stage)
{
  memset(stage->ring, 0, sizeof(stage->ring));
  memset(stage->gain, 0, sizeof(stage->gain));
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    stage->silent[lane] = YEOUN_STAGE_RING;
  }
  stage->at = 0;
}

float
yeoun_stage_seat(unsigned palette, unsigned lane)
{
  const unsigned p =
    palette > 0 && palette < YEOUN_PALETTES ? palette : YEOUN_CHAMBER;
  return seats[p][lane % YEOUN_LANES];
}

/* What came so long ago; blocks and ring are multiples of FRAMES, so that only
   the reading wraps. */
static void
read_back(const float *ring, uint32_t at, uint32_t back, float out[FRAMES])
{
  const uint32_t from = (at - back) % YEOUN_STAGE_RING;
  const uint32_t rest = YEOUN_STAGE_RING - from;
  if (rest >= FRAMES) {
    memcpy(out, ring + from, FRAMES * sizeof(float));
  } else {
    memcpy(out, ring + from, rest * sizeof(float));
    memcpy(out + rest, ring, (FRAMES - rest) * sizeof(float));
  }
}

void
yeoun_stage_reflect(struct yeoun_stage *stage,
                    unsigned lane,
                    float gain,
                    float *left,
                    float *right)
{
  float *const sides[2] = {left, right};
  float *const now = stage->ring[lane] + stage->at % YEOUN_STAGE_RING;
  const float step = (gain - stage->gain[lane]) / FRAMES;
  for (int f = 0; f < FRAMES; ++f) {
    now[f] = 0.5f * (left[f] + right[f]);
  }
  stage->silent[lane] =
    yeoun_is_silent(now, now) ? stage->silent[lane] + FRAMES : 0;
  if (stage->silent[lane] >= YEOUN_STAGE_RING) {
    stage->silent[lane] = YEOUN_STAGE_RING;
    stage->gain[lane] = gain;
    return;
  }
  for (int side = 0; side < 2; ++side) {
    float sum[FRAMES] = {0};
    for (int w = 0; w < WALLS; ++w) {
      float block[FRAMES];
      read_back(
        stage->ring[lane], stage->at, stage->back[lane][side][w], block);
      for (int f = 0; f < FRAMES; ++f) {
        sum[f] += wall_gains[w] * block[f];
      }
    }
    for (int f = 0; f < FRAMES; ++f) {
      sides[side][f] += (stage->gain[lane] + step * (float)f) * sum[f];
    }
  }
  stage->gain[lane] = gain;
}

void
yeoun_stage_advance(struct yeoun_stage *stage)
{
  stage->at += FRAMES;
}
