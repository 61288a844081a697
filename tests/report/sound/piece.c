// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "piece.h"

#include <string.h>

#include "yeoun.h"

enum { BLOCK = 256 };

static void
ask(struct yeoun_engine *engine, const struct piece *piece)
{
  struct yeoun_controls controls;
  memset(&controls, 0, sizeof(controls));
  controls.theme = yeoun_theme_default();
  controls.weight[piece->pole] = 1;
  controls.intensity = 0.8f;
  controls.space = 0.3f;
  controls.variation = piece->variation;
  controls.bars = piece->bars;
  controls.distance = 0.35f;
  controls.palette = (uint8_t)piece->palette;
  controls.depth = (float)piece->depth;
  controls.ambience = 0.3f;
  controls.humanize = 0.5f;
  controls.is_own_time = true;
  controls.is_auditioning = true;
  controls.is_enabled = true;
  yeoun_engine_set_controls(engine, &controls);
}

void
piece_play(const struct piece *piece, float *left, float *right)
{
  static float stem[2 * YEOUN_STEMS][BLOCK], mix[2][BLOCK];
  float *stems[2 * YEOUN_STEMS];
  struct yeoun_engine *const engine = yeoun_engine_new(PIECE_RATE, true);
  const uint32_t whole = (uint32_t)(piece->seconds * PIECE_RATE);
  const unsigned wanted = piece->stems ? piece->stems : ~0U;
  for (int s = 0; s < 2 * YEOUN_STEMS; ++s) {
    stems[s] = stem[s];
  }
  ask(engine, piece);
  for (uint32_t at = 0; at < whole; at += BLOCK) {
    const uint32_t frames = whole - at < BLOCK ? whole - at : BLOCK;
    yeoun_engine_compose_here(engine);
    yeoun_engine_run(engine, 0, mix[0], mix[1], stems, frames, NULL);
    for (uint32_t f = 0; f < frames; ++f) {
      left[at + f] = right[at + f] = 0;
      for (int s = 0; s < YEOUN_STEMS; ++s) {
        if (!(wanted >> s & 1U)) {
          continue;
        }
        left[at + f] += stem[2 * s][f];
        right[at + f] += stem[2 * s + 1][f];
      }
    }
  }
  yeoun_engine_free(engine);
}
