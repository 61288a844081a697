// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Presets and states. */

#include "host.h"

#include <lv2/presets/presets.h>
#include <lv2/state/state.h>

LilvNodes *
host_presets(const struct host *host)
{
  LilvNode *const type = lilv_new_uri(host->world->world, LV2_PRESETS__Preset);
  LilvNodes *const nodes = lilv_plugin_get_related(host->plugin, type);
  lilv_node_free(type);
  return nodes;
}

static void
set_value(const char *symbol,
          void *handle,
          const void *value,
          uint32_t size,
          uint32_t type)
{
  struct host *const host = (struct host *)handle;
  if (type != host_urid(LV2_ATOM__Float) || size != sizeof(float)) {
    host_fail("not a number:", symbol);
  }
  *host_control(host, symbol) = *(const float *)value;
}

static void
set_state(struct host *host, LilvState *state)
{
  lilv_state_restore(state, host->instance, set_value, host, 0, NULL);
  lilv_state_free(state);
}

bool
host_preset(struct host *host, const LilvNode *preset)
{
  lilv_world_load_resource(host->world->world, preset);
  LilvState *const state =
    lilv_state_new_from_world(host->world->world, &host->world->map, preset);
  if (state) {
    set_state(host, state);
  }
  return state;
}

static const void *
get_value(const char *symbol, void *handle, uint32_t *size, uint32_t *type)
{
  *size = sizeof(float);
  *type = host_urid(LV2_ATOM__Float);
  return host_control((struct host *)handle, symbol);
}

char *
host_save(struct host *host)
{
  LilvState *const state = lilv_state_new_from_instance(host->plugin,
                                                        host->instance,
                                                        &host->world->map,
                                                        NULL,
                                                        NULL,
                                                        NULL,
                                                        NULL,
                                                        get_value,
                                                        host,
                                                        0,
                                                        NULL);
  char *const text = lilv_state_to_string(host->world->world,
                                          &host->world->map,
                                          &host->world->unmap,
                                          state,
                                          "urn:yeoun:test:state",
                                          NULL);
  lilv_state_free(state);
  return text;
}

void
host_restore(struct host *host, const char *text)
{
  LilvState *const state =
    lilv_state_new_from_string(host->world->world, &host->world->map, text);
  if (!state) {
    host_fail("cannot read", "a state");
  }
  set_state(host, state);
}
