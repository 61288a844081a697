// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "host_controls.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <lv2/atom/atom.h>

#include "find.h"
#include "render/say.h"

/** The control that is set, of a symbol; NULL when there is none. */
static const struct yeoun_host_control *
find_input(const struct yeoun_host *host, const char *symbol)
{
  unsigned low = 0;
  unsigned high = host->input_count;
  while (low < high) {
    const unsigned middle = low + (high - low) / 2;
    const int order = strcmp(host->inputs[middle].symbol, symbol);
    if (!order) {
      return &host->inputs[middle];
    }
    if (order < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return NULL;
}

/** The port of a symbol, set or not, or -1. */
static int
find_port(const struct yeoun_host *host, const char *symbol)
{
  const struct yeoun_host_control *const input = find_input(host, symbol);
  if (input) {
    return (int)input->port;
  }
  LilvNode *const node = lilv_new_string(host->world, symbol);
  const LilvPort *const port =
    lilv_plugin_get_port_by_symbol(host->plugin, node);
  lilv_node_free(node);
  return port ? (int)lilv_port_get_index(host->plugin, port) : -1;
}

void
yeoun_host_defaults(struct yeoun_host *host)
{
  memcpy(host->control, host->normal, host->ports * sizeof(float));
}

bool
yeoun_host_set(struct yeoun_host *host, const char *symbol, float value)
{
  const struct yeoun_host_control *const input = find_input(host, symbol);
  if (input) {
    host->control[input->port] = value;
  }
  return input;
}

float
yeoun_host_get(const struct yeoun_host *host, const char *symbol)
{
  const int port = find_port(host, symbol);
  return port < 0 ? 0.0f : host->control[port];
}

char *
yeoun_host_label(const struct yeoun_host *host, const char *symbol)
{
  const int port = find_port(host, symbol);
  char *label = NULL;
  if (port < 0) {
    return NULL;
  }
  LilvScalePoints *const points = lilv_port_get_scale_points(
    host->plugin, lilv_plugin_get_port_by_index(host->plugin, (uint32_t)port));
  LILV_FOREACH(scale_points, i, points)
  {
    const LilvScalePoint *const point = lilv_scale_points_get(points, i);
    if (lilv_node_as_float(lilv_scale_point_get_value(point)) ==
        host->control[port]) {
      free(label);
      label = strdup(lilv_node_as_string(lilv_scale_point_get_label(point)));
    }
  }
  lilv_scale_points_free(points);
  return label;
}

bool
yeoun_host_choose(struct yeoun_host *host,
                  const char *symbol,
                  const char *label)
{
  const int port = find_port(host, symbol);
  bool is_found = false;
  if (port < 0) {
    return false;
  }
  LilvScalePoints *const points = lilv_port_get_scale_points(
    host->plugin, lilv_plugin_get_port_by_index(host->plugin, (uint32_t)port));
  LILV_FOREACH(scale_points, i, points)
  {
    const LilvScalePoint *const point = lilv_scale_points_get(points, i);
    const LilvNode *const name = lilv_scale_point_get_label(point);
    if (!strcasecmp(lilv_node_as_string(name), label)) {
      host->control[port] =
        lilv_node_as_float(lilv_scale_point_get_value(point));
      is_found = true;
    }
  }
  if (!is_found) {
    yeoun_say("%s %s: there is none such; there are:", symbol, label);
    LILV_FOREACH(scale_points, i, points)
    {
      fprintf(stderr,
              "  %s\n",
              lilv_node_as_string(
                lilv_scale_point_get_label(lilv_scale_points_get(points, i))));
    }
  }
  lilv_scale_points_free(points);
  return is_found;
}

static void
set_value(const char *symbol,
          void *handle,
          const void *value,
          uint32_t size,
          uint32_t type)
{
  struct yeoun_host *const host = (struct yeoun_host *)handle;
  if (type == yeoun_urids_map(&host->urids, LV2_ATOM__Float) &&
      size == sizeof(float)) {
    yeoun_host_set(host, symbol, *(const float *)value);
  } else if (type == yeoun_urids_map(&host->urids, LV2_ATOM__Int) &&
             size == sizeof(int32_t)) {
    yeoun_host_set(host, symbol, (float)*(const int32_t *)value);
  }
}

/** Find a preset and remember it, or that there is none: a sheet may ask for
   one many times. */
static const struct yeoun_host_preset *
load_preset(struct yeoun_host *host, const char *label)
{
  LilvNode *const node = yeoun_find_preset(host->world, host->plugin, label);
  struct yeoun_host_preset *const preset =
    (struct yeoun_host_preset *)calloc(1, sizeof(*preset));
  if (preset) {
    preset->label = strdup(label);
    preset->state =
      node ? lilv_state_new_from_world(host->world, &host->urids.map, node)
           : NULL;
    preset->next = host->presets;
    host->presets = preset;
  }
  lilv_node_free(node);
  return preset;
}

bool
yeoun_host_preset(struct yeoun_host *host, const char *label)
{
  const struct yeoun_host_preset *preset = host->presets;
  while (preset && strcmp(preset->label, label) != 0) {
    preset = preset->next;
  }
  if (preset && !preset->state) {
    yeoun_say("no preset is called %s", label);
    return false;
  }
  preset = preset ? preset : load_preset(host, label);
  if (!preset || !preset->state) {
    return false;
  }
  lilv_state_emit_port_values(preset->state, set_value, host);
  return true;
}

void
yeoun_host_print(const struct yeoun_host *host, FILE *file)
{
  for (unsigned i = 0; i < host->input_count; ++i) {
    const struct yeoun_host_control *const input = &host->inputs[i];
    fprintf(
      file, "%s=%.9g\n", input->symbol, (double)host->control[input->port]);
  }
}

void
yeoun_host_list(const struct yeoun_host *host)
{
  for (unsigned i = 0; i < host->input_count; ++i) {
    fprintf(stderr, " %s", host->inputs[i].symbol);
  }
  fputc('\n', stderr);
}
