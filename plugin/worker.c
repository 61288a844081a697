// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Composing off the audio thread, and on it where the host does not mind. */

#include "plugin.h"

/** Whoever succeeds composes. */
static bool
claim(struct job *job)
{
  int sent = YEOUN_STAGE_SENT;
  return atomic_compare_exchange_strong_explicit(&job->stage,
                                                 &sent,
                                                 YEOUN_STAGE_COMPOSING,
                                                 memory_order_acquire,
                                                 memory_order_relaxed);
}

static void
compose(struct plugin *self)
{
  yeoun_engine_compose(self->engine, &self->job.request);
  atomic_store_explicit(
    &self->job.stage, YEOUN_STAGE_DONE, memory_order_release);
}

static int
stage(const struct plugin *self)
{
  return atomic_load_explicit(&self->job.stage, memory_order_acquire);
}

static void
set_stage(struct plugin *self, enum yeoun_stage next)
{
  atomic_store_explicit(&self->job.stage, (int)next, memory_order_release);
}

/** Take what is ready. */
static void
collect(struct plugin *self)
{
  if (stage(self) == YEOUN_STAGE_DONE) {
    yeoun_engine_take(self->engine);
    set_stage(self, YEOUN_STAGE_NONE);
  }
}

void
yeoun_worker_serve_now(struct plugin *self)
{
  /* What the worker has not begun is done here; what it has is ready within
     two milliseconds, and nobody but the host's own clock waits for it. */
  if (claim(&self->job)) {
    compose(self);
  }
  while (stage(self) == YEOUN_STAGE_COMPOSING) {
  }
  collect(self);
  if (yeoun_engine_wants(self->engine, &self->job.request)) {
    compose(self);
    collect(self);
  }
}

void
yeoun_worker_serve(struct plugin *self)
{
  if (self->audio.is_inline || !self->schedule.schedule_work) {
    yeoun_worker_serve_now(self);
    return;
  }
  collect(self);
  if (stage(self) == YEOUN_STAGE_NONE &&
      yeoun_engine_wants(self->engine, &self->job.request)) {
    /* Some hosts run work() at once, within the call: so the stage first. */
    const uint32_t wake = 0;
    set_stage(self, YEOUN_STAGE_SENT);
    if (self->schedule.schedule_work(
          self->schedule.handle, sizeof(wake), &wake) != LV2_WORKER_SUCCESS &&
        claim(&self->job)) {
      yeoun_engine_retry(self->engine);
      set_stage(self, YEOUN_STAGE_NONE);
    }
    collect(self);
  }
}

static LV2_Worker_Status
work(LV2_Handle instance,
     LV2_Worker_Respond_Function respond,
     LV2_Worker_Respond_Handle handle,
     uint32_t size,
     const void *data)
{
  struct plugin *const self = (struct plugin *)instance;
  (void)size;
  (void)data;
  if (claim(&self->job)) {
    compose(self);
    const uint32_t wake = 0;
    respond(handle, sizeof(wake), &wake);
  }
  return LV2_WORKER_SUCCESS;
}

static LV2_Worker_Status
work_response(LV2_Handle instance, uint32_t size, const void *data)
{
  (void)size;
  (void)data;
  collect((struct plugin *)instance);
  return LV2_WORKER_SUCCESS;
}

const LV2_Worker_Interface yeoun_worker_interface = {work, work_response, NULL};
