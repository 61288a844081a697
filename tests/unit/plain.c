// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "plain.h"

struct yeoun_request
plain_request(unsigned pole, unsigned beats, unsigned bars, float humour)
{
  const float trim[YEOUN_TRIMS] = {[YEOUN_TRIM_HUMOUR] = humour};
  float weight[YEOUN_POLES] = {0};
  weight[pole] = 1.0f;
  return (struct yeoun_request){.theme = yeoun_theme_default(),
                                .mood =
                                  yeoun_mood_blend(weight, trim, 0.5f, 0.3f),
                                .meter = {(uint8_t)beats, 4},
                                .bars = (uint16_t)bars,
                                .variation = 1};
}
