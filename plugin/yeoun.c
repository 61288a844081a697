// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The LV2 plugins: sketch (stereo), stems (a pair a lane), notes (MIDI). */

#include <stdlib.h>
#include <string.h>

#include "plugin.h"

/* Frames a second for which filters and delays are made. */
#define LOWEST_RATE 8000.0
#define HIGHEST_RATE 192000.0

static const char *const plugin_uris[YEOUN_KINDS] = {YEOUN_URI "sketch",
                                                     YEOUN_URI "stems",
                                                     YEOUN_URI "notes"};

static void
connect_port(LV2_Handle instance, uint32_t port, void *data)
{
  struct plugin *const self = (struct plugin *)instance;
  const uint32_t first = yeoun_port_index(self->kind, 0);
  if (port == YEOUN_INDEX_EVENTS_IN) {
    self->port.events_in = (const LV2_Atom_Sequence *)data;
  } else if (port == YEOUN_INDEX_EVENTS_OUT) {
    self->port.events_out = (LV2_Atom_Sequence *)data;
  } else if (port < first) {
    self->port.audio[port - YEOUN_INDEX_AUDIO] = (float *)data;
  } else if (port - first < YEOUN_CONTROLS) {
    self->port.control[port - first] = (float *)data;
  }
}

static void
run(LV2_Handle instance, uint32_t frames)
{
  yeoun_plugin_run((struct plugin *)instance, frames);
}

static void
activate(LV2_Handle instance)
{
  struct plugin *const self = (struct plugin *)instance;
  yeoun_engine_reset(self->engine);
  self->audio.is_theme_known = false;
  yeoun_plugin_read(self);
  yeoun_engine_compose_here(self->engine);
  self->audio.is_report_due = true;
}

static void
cleanup(LV2_Handle instance)
{
  struct plugin *const self = (struct plugin *)instance;
  yeoun_worker_end(self);
  yeoun_engine_free(self->engine);
  yeoun_store_free(&self->store);
  free(self);
}

/** The data of a feature, or NULL. */
static void *
feature(const LV2_Feature *const *features, const char *uri)
{
  for (; features && *features; ++features) {
    if (!strcmp((*features)->URI, uri)) {
      return (*features)->data;
    }
  }
  return NULL;
}

static LV2_Handle
instantiate(const LV2_Descriptor *descriptor,
            double rate,
            const char *bundle_path,
            const LV2_Feature *const *features)
{
  (void)bundle_path;
  LV2_URID_Map *const map = (LV2_URID_Map *)feature(features, LV2_URID__map);
  const LV2_Worker_Schedule *const schedule =
    (const LV2_Worker_Schedule *)feature(features, LV2_WORKER__schedule);
  struct plugin *const self = (struct plugin *)calloc(1, sizeof(*self));
  if (!self || !map) {
    free(self);
    return NULL;
  }
  lv2_log_logger_init(
    &self->logger, map, (LV2_Log_Log *)feature(features, LV2_LOG__log));
  if (!(rate >= LOWEST_RATE && rate <= HIGHEST_RATE)) {
    lv2_log_error(&self->logger,
                  "yeoun: %g frames a second: expected %g to %g\n",
                  rate,
                  LOWEST_RATE,
                  HIGHEST_RATE);
    free(self);
    return NULL;
  }

  while (strcmp(descriptor->URI, plugin_uris[self->kind])) {
    ++self->kind;
  }
  self->engine = yeoun_engine_new(rate, self->kind != YEOUN_NOTES);
  if (!self->engine) {
    free(self);
    return NULL;
  }
  if (schedule) {
    self->schedule = *schedule;
  }
  self->uris = yeoun_uris_map(map, descriptor->URI);
  lv2_atom_forge_init(&self->audio.forge, map);
  const struct yeoun_source source = {yeoun_store_find, &self->store};
  yeoun_store_init(&self->store);
  yeoun_engine_set_source(self->engine, &source);
  yeoun_mailbox_init(&self->restored);
  yeoun_mailbox_init(&self->played);
  activate(self);
  yeoun_worker_begin(self);
  return self;
}

static const void *
extension_data(const char *uri)
{
  if (!strcmp(uri, LV2_WORKER__interface)) {
    return &yeoun_worker_interface;
  }
  return strcmp(uri, LV2_STATE__interface) ? NULL : &yeoun_state_interface;
}

LV2_SYMBOL_EXPORT const LV2_Descriptor *
lv2_descriptor(uint32_t index)
{
  static const LV2_Descriptor descriptors[YEOUN_KINDS] = {{YEOUN_URI "sketch",
                                                           instantiate,
                                                           connect_port,
                                                           activate,
                                                           run,
                                                           NULL,
                                                           cleanup,
                                                           extension_data},
                                                          {YEOUN_URI "stems",
                                                           instantiate,
                                                           connect_port,
                                                           activate,
                                                           run,
                                                           NULL,
                                                           cleanup,
                                                           extension_data},
                                                          {YEOUN_URI "notes",
                                                           instantiate,
                                                           connect_port,
                                                           activate,
                                                           run,
                                                           NULL,
                                                           cleanup,
                                                           extension_data}};
  return index < YEOUN_KINDS ? &descriptors[index] : NULL;
}
