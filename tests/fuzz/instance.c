// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "instance.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <lv2/worker/worker.h>

#include "fuzz.h"

#define URIS 256

static char *uris[URIS];

LV2_URID
instance_urid(const char *uri)
{
  for (uint32_t i = 0; i < URIS; ++i) {
    if (!uris[i]) {
      const size_t size = strlen(uri) + 1;
      uris[i] = (char *)malloc(size);
      memcpy(uris[i], uri, size);
    }
    if (!strcmp(uris[i], uri)) {
      return i + 1;
    }
  }
  fuzz_expect(!"more URIs than expected");
  return 0;
}

static LV2_URID
map_uri(LV2_URID_Map_Handle handle, const char *uri)
{
  (void)handle;
  return instance_urid(uri);
}

/* A worker that never comes: without one the plugin would own a thread, and
   what the fuzzer sees would depend on its pace. */
static LV2_Worker_Status
never_work(LV2_Worker_Schedule_Handle handle, uint32_t size, const void *data)
{
  (void)handle;
  (void)size;
  (void)data;
  return LV2_WORKER_SUCCESS;
}

struct instance *
instance_new(enum yeoun_kind kind)
{
  static LV2_URID_Map map = {NULL, map_uri};
  static LV2_Worker_Schedule schedule = {NULL, never_work};
  static const LV2_Feature maps = {LV2_URID__map, &map};
  static const LV2_Feature schedules = {LV2_WORKER__schedule, &schedule};
  static const LV2_Feature *const features[] = {&maps, &schedules, NULL};
  struct instance *const instance =
    (struct instance *)calloc(1, sizeof(*instance));
  fuzz_expect(instance);
  instance->descriptor = lv2_descriptor((uint32_t)kind);
  instance->handle =
    instance->descriptor->instantiate(instance->descriptor, 8000, "", features);
  fuzz_expect(instance->handle);
  const LV2_Descriptor *const d = instance->descriptor;
  d->connect_port(instance->handle, YEOUN_INDEX_EVENTS_IN, &instance->in);
  d->connect_port(instance->handle, YEOUN_INDEX_EVENTS_OUT, &instance->out);
  for (uint32_t i = 0; kind == YEOUN_SKETCH && i < 2; ++i) {
    d->connect_port(
      instance->handle, YEOUN_INDEX_AUDIO + i, instance->audio[i]);
  }
  for (unsigned i = 0; i < YEOUN_CONTROLS; ++i) {
    instance->control[i] = NAN;
    d->connect_port(instance->handle,
                    yeoun_port_index(kind, (enum yeoun_port)i),
                    &instance->control[i]);
  }
  /* run() composes for itself. */
  instance->control[YEOUN_PORT_FREEWHEEL] = 1.0f;
  return instance;
}

void
instance_free(struct instance *instance)
{
  instance->descriptor->cleanup(instance->handle);
  free(instance);
}

void
instance_run(struct instance *instance, uint32_t frames)
{
  instance->out.sequence.atom.size = INSTANCE_ROOM - sizeof(LV2_Atom);
  instance->descriptor->run(instance->handle, frames);
  for (unsigned c = 0; c < 2; ++c) {
    for (uint32_t f = 0; f < frames; ++f) {
      fuzz_expect(fabsf(instance->audio[c][f]) <= 1.0f);
    }
  }
  fuzz_expect(instance->out.sequence.atom.size < INSTANCE_ROOM);
}
