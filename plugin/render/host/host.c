// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "host.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lv2/atom/atom.h>
#include <lv2/core/lv2.h>

#include "find.h"
#include "render/say.h"

bool
yeoun_host_is(const struct yeoun_host *host, uint32_t index, const char *class)
{
  LilvNode *const node = lilv_new_uri(host->world, class);
  const LilvPort *const port =
    lilv_plugin_get_port_by_index(host->plugin, index);
  const bool is = lilv_port_is_a(host->plugin, port, node);
  lilv_node_free(node);
  return is;
}

static void
find_ports(struct yeoun_host *host)
{
  host->events_in = host->events_out = -1;
  for (uint32_t i = 0; i < host->ports; ++i) {
    const bool is_input = yeoun_host_is(host, i, LV2_CORE__InputPort);
    if (yeoun_host_is(host, i, LV2_ATOM__AtomPort)) {
      *(is_input ? &host->events_in : &host->events_out) = (int)i;
    } else if (!is_input && yeoun_host_is(host, i, LV2_CORE__AudioPort) &&
               host->outputs < YEOUN_HOST_OUTPUTS) {
      host->output_port[host->outputs++] = i;
    }
  }
}

static unsigned long long
read_fingerprint(const LilvPlugin *plugin)
{
  unsigned long long hash = 0xCBF29CE484222325ULL;
  char *const path = lilv_file_uri_parse(
    lilv_node_as_uri(lilv_plugin_get_library_uri(plugin)), NULL);
  FILE *const file = path ? fopen(path, "rb") : NULL;
  for (int byte = 0; file && (byte = getc(file)) != EOF;) {
    hash = (hash ^ (unsigned)byte) * 0x100000001B3ULL;
  }
  if (file) {
    fclose(file);
  }
  lilv_free(path);
  return hash;
}

static int
by_symbol(const void *a, const void *b)
{
  return strcmp(((const struct yeoun_host_control *)a)->symbol,
                ((const struct yeoun_host_control *)b)->symbol);
}

/** List the controls that are set, so that one is found at once. */
static bool
find_inputs(struct yeoun_host *host)
{
  host->inputs = (struct yeoun_host_control *)calloc(
    host->ports + 1, sizeof(struct yeoun_host_control));
  for (uint32_t i = 0; host->inputs && i < host->ports; ++i) {
    const LilvPort *const port = lilv_plugin_get_port_by_index(host->plugin, i);
    if (yeoun_host_is(host, i, LV2_CORE__ControlPort) &&
        yeoun_host_is(host, i, LV2_CORE__InputPort)) {
      host->inputs[host->input_count++] = (struct yeoun_host_control){
        lilv_node_as_string(lilv_port_get_symbol(host->plugin, port)), i};
    }
  }
  if (host->inputs) {
    qsort(host->inputs, host->input_count, sizeof(*host->inputs), by_symbol);
  }
  return host->inputs;
}

unsigned long long
yeoun_host_fingerprint(const struct yeoun_host *host)
{
  return host->fingerprint;
}

struct yeoun_host *
yeoun_host_open(const char *plugin_uri)
{
  struct yeoun_host *const host =
    (struct yeoun_host *)calloc(1, sizeof(struct yeoun_host));
  if (!host) {
    return NULL;
  }
  yeoun_urids_init(&host->urids);
  host->world = yeoun_find_world();
  host->plugin = yeoun_find_plugin(host->world, plugin_uri);
  host->ports = host->plugin ? lilv_plugin_get_num_ports(host->plugin) : 0;
  host->control = (float *)calloc(host->ports + 1, sizeof(float));
  host->normal = (float *)calloc(host->ports + 1, sizeof(float));
  if (!host->plugin || !host->control || !host->normal || !find_inputs(host)) {
    yeoun_say("the plugin %s is not here; set LV2_PATH to the folder of "
              "yeoun.lv2",
              plugin_uri);
    yeoun_host_close(host);
    return NULL;
  }
  host->fingerprint = read_fingerprint(host->plugin);
  find_ports(host);
  lilv_plugin_get_port_ranges_float(host->plugin, NULL, NULL, host->normal);
  for (uint32_t i = 0; i < host->ports; ++i) {
    host->normal[i] = isnan(host->normal[i]) ? 0.0f : host->normal[i];
    host->control[i] = host->normal[i];
  }
  return host;
}

void
yeoun_host_close(struct yeoun_host *host)
{
  if (host) {
    if (host->instance) {
      lilv_instance_free(host->instance);
    }
    if (host->last) {
      lilv_instance_free(host->last);
    }
    while (host->presets) {
      struct yeoun_host_preset *const preset = host->presets;
      host->presets = preset->next;
      lilv_state_free(preset->state);
      free(preset->label);
      free(preset);
    }
    lilv_nodes_free(host->words);
    free(host->control);
    free(host->normal);
    free(host->inputs);
    lilv_world_free(host->world);
    yeoun_urids_free(&host->urids);
    free(host);
  }
}
