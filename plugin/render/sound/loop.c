// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "loop.h"

#include <string.h>

#include "master.h"
#include "mix.h"
#include "render/host/host_controls.h"
#include "render/say.h"
#include "render/schedule/transport.h"

/* The seam: the end of the second time turns into what led to its beginning. */
#define SEAM_S 0.02

/** The plan without its ending. */
static void
open_end(const struct yeoun_render_plan *plan, struct yeoun_render_plan *open)
{
  *open = *plan;
  open->changes = 0;
  for (unsigned i = 0; i < plan->changes; ++i) {
    if (strcmp(plan->change[i].symbol, "ending") != 0) {
      open->change[open->changes++] = plan->change[i];
    }
  }
}

/** Cut the second time out of both. */
static void
cut(struct yeoun_take *take, int64_t length)
{
  const int64_t seam = (int64_t)(SEAM_S * take->rate);
  for (unsigned c = 0; c < take->channels; ++c) {
    float *const x = take->audio[c];
    for (int64_t i = 0; i < seam && i < length; ++i) {
      const float share = (float)(i + 1) / (float)seam;
      float *const end = &x[2 * length - seam + i];
      *end += share * (x[length - seam + i] - *end);
    }
    memmove(x, x + length, (size_t)length * sizeof(float));
  }
  take->frames = length;
}

/** Where the limiter is needed, master three times round and keep the second,
   so that the gain meets itself at the seam. */
static bool
master(struct yeoun_take *take, unsigned target, bool is_one_gain)
{
  const int64_t length = take->frames;
  bool is_enough = false;
  if (!yeoun_master_plainly(take, target, is_one_gain, &is_enough) ||
      is_enough) {
    return is_enough;
  }
  if (!yeoun_take_reserve(take, 3 * length, 0)) {
    yeoun_say("out of memory");
    return false;
  }
  const float *pair[YEOUN_HOST_OUTPUTS] = {NULL};
  for (unsigned c = 0; c < take->channels; ++c) {
    pair[c] = take->audio[c];
  }
  yeoun_take_add_audio(take, pair, (uint32_t)length);
  yeoun_take_add_audio(take, pair, (uint32_t)length);
  const bool is_done = yeoun_master(take, target, is_one_gain);
  for (unsigned c = 0; c < take->channels; ++c) {
    memmove(
      take->audio[c], take->audio[c] + length, (size_t)length * sizeof(float));
  }
  take->frames = length;
  return is_done;
}

bool
yeoun_loop_make(struct yeoun_host *host,
                const struct yeoun_render_plan *plan,
                uint32_t block,
                struct yeoun_take *loop)
{
  static struct yeoun_render_plan open;
  open_end(plan, &open);
  yeoun_host_set(host, "ending", 0);
  if (!yeoun_transport_twice(host, &open, block, loop)) {
    return false;
  }
  yeoun_mix_fold(loop);
  cut(loop, yeoun_take_frame(loop, loop->length_ticks));
  return master(loop, plan->cue->target, plan->cue->is_one_gain);
}
