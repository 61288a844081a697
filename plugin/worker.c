// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Who composes: the host's worker; a thread of our own where there is none; and
   run() itself where the host freewheels, so that what it writes depends on no
   thread's pace. */

#include <time.h>

#include "plugin.h"

/* How often our own thread looks. The audio thread wakes nobody: that could be
   a system call. A change acts 100 ms after it was asked at the earliest. */
#define NAP_NS 4000000

/* What composing needs, many times over; not the 8 MB of a usual thread. The
   thread sanitizer keeps nearly a megabyte of its own there. */
#define STACK_BYTES (2048 * 1024)

static void *
compose_for_good(void *data)
{
  struct plugin *const self = (struct plugin *)data;
  const struct timespec nap = {0, NAP_NS};
  while (!atomic_load_explicit(&self->composer.is_over, memory_order_relaxed)) {
    if (!yeoun_engine_compose(self->engine)) {
      nanosleep(&nap, NULL);
    }
  }
  return NULL;
}

void
yeoun_worker_begin(struct plugin *self)
{
  struct composer *const composer = &self->composer;
  pthread_attr_t attributes;
  atomic_init(&composer->is_over, false);
  if (self->schedule.schedule_work || pthread_attr_init(&attributes)) {
    return;
  }
  pthread_attr_setstacksize(&attributes, STACK_BYTES);
  composer->is_there =
    !pthread_create(&composer->thread, &attributes, compose_for_good, self);
  pthread_attr_destroy(&attributes);
}

void
yeoun_worker_end(struct plugin *self)
{
  struct composer *const composer = &self->composer;
  if (composer->is_there) {
    atomic_store_explicit(&composer->is_over, true, memory_order_relaxed);
    pthread_join(composer->thread, NULL);
    composer->is_there = false;
  }
}

void
yeoun_worker_serve(struct plugin *self)
{
  const LV2_Worker_Schedule *const host = &self->schedule;
  const uint32_t wake = 0;
  if (self->audio.is_inline ||
      (!host->schedule_work && !self->composer.is_there)) {
    yeoun_engine_compose_here(self->engine);
    return;
  }
  /* Some hosts run work() at once, within the call: so ask again. */
  while (yeoun_engine_ask(self->engine) && host->schedule_work) {
    if (host->schedule_work(host->handle, sizeof(wake), &wake)) {
      yeoun_engine_withdraw(self->engine);
      return;
    }
  }
}

static LV2_Worker_Status
work(LV2_Handle instance,
     LV2_Worker_Respond_Function respond,
     LV2_Worker_Respond_Handle handle,
     uint32_t size,
     const void *data)
{
  /* Nothing to respond: run() looks for itself. */
  (void)respond;
  (void)handle;
  (void)size;
  (void)data;
  yeoun_engine_compose(((struct plugin *)instance)->engine);
  return LV2_WORKER_SUCCESS;
}

static LV2_Worker_Status
work_response(LV2_Handle instance, uint32_t size, const void *data)
{
  (void)instance;
  (void)size;
  (void)data;
  return LV2_WORKER_SUCCESS;
}

const LV2_Worker_Interface yeoun_worker_interface = {work, work_response, NULL};
