// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The mean of many sRGB colours, as light. Source: IEC 61966-2-1. */

#ifndef YEOUN_UI_MODEL_LIGHT_H
#define YEOUN_UI_MODEL_LIGHT_H

#include <math.h>
#include <stdint.h>

/** All zero at first; the table is made by yeoun_light_begin(). */
struct yeoun_light {
  double of[256]; /**< light of a coded value, 0..1 */
  double sum[3];  /**< red, green, blue */
  double weight;
};

static inline void
yeoun_light_begin(struct yeoun_light *light)
{
  *light = (struct yeoun_light){0};
  for (unsigned i = 0; i < 256; ++i) {
    const double x = i / 255.0;
    light->of[i] = x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4);
  }
}

static inline void
yeoun_light_add(struct yeoun_light *light,
                unsigned red,
                unsigned green,
                unsigned blue,
                double weight)
{
  light->sum[0] += light->of[red & 255U] * weight;
  light->sum[1] += light->of[green & 255U] * weight;
  light->sum[2] += light->of[blue & 255U] * weight;
  light->weight += weight;
}

/** The mean as 0xRRGGBB; black of nothing. */
static inline uint32_t
yeoun_light_end(const struct yeoun_light *light)
{
  uint32_t rgb = 0;
  for (unsigned i = 0; i < 3; ++i) {
    const double x = light->weight > 0 ? light->sum[i] / light->weight : 0;
    const double coded =
      x <= 0.0031308 ? 12.92 * x : 1.055 * pow(x, 1 / 2.4) - 0.055;
    rgb = rgb << 8 | (uint32_t)(fmin(fmax(coded, 0), 1) * 255 + 0.5);
  }
  return rgb;
}

#endif
