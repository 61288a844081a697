// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "host_controls.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <lv2/atom/atom.h>
#include <lv2/core/lv2.h>

#include "find.h"
#include "render/say.h"

static bool
is_control(const struct yeoun_host *host, uint32_t index)
{
  return yeoun_host_is(host, index, LV2_CORE__ControlPort) &&
         yeoun_host_is(host, index, LV2_CORE__InputPort);
}

/** The port of a symbol, or -1. */
static int
find_port(const struct yeoun_host *host, const char *symbol)
{
  LilvNode *const node = lilv_new_string(host->world, symbol);
  const LilvPort *const port =
    lilv_plugin_get_port_by_symbol(host->plugin, node);
  lilv_node_free(node);
  return port ? (int)lilv_port_get_index(host->plugin, port) : -1;
}

static const char *
port_symbol(const struct yeoun_host *host, uint32_t index)
{
  return lilv_node_as_string(lilv_port_get_symbol(
    host->plugin, lilv_plugin_get_port_by_index(host->plugin, index)));
}

void
yeoun_host_defaults(struct yeoun_host *host)
{
  lilv_plugin_get_port_ranges_float(host->plugin, NULL, NULL, host->control);
  for (uint32_t i = 0; i < host->ports; ++i) {
    if (isnan(host->control[i])) {
      host->control[i] = 0.0F;
    }
  }
}

bool
yeoun_host_set(struct yeoun_host *host, const char *symbol, float value)
{
  const int port = find_port(host, symbol);
  if (port < 0 || !is_control(host, (uint32_t)port)) {
    return false;
  }
  host->control[port] = value;
  return true;
}

float
yeoun_host_get(const struct yeoun_host *host, const char *symbol)
{
  const int port = find_port(host, symbol);
  return port < 0 ? 0.0F : host->control[port];
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

bool
yeoun_host_preset(struct yeoun_host *host, const char *label)
{
  LilvNode *const preset = yeoun_find_preset(host->world, host->plugin, label);
  if (!preset) {
    return false;
  }
  LilvState *const state =
    lilv_state_new_from_world(host->world, &host->urids.map, preset);
  if (state) {
    lilv_state_emit_port_values(state, set_value, host);
    lilv_state_free(state);
  }
  lilv_node_free(preset);
  return state;
}

void
yeoun_host_print(const struct yeoun_host *host, FILE *file)
{
  for (uint32_t i = 0; i < host->ports; ++i) {
    if (is_control(host, i)) {
      fprintf(
        file, "%s=%.9g\n", port_symbol(host, i), (double)host->control[i]);
    }
  }
}

void
yeoun_host_list(const struct yeoun_host *host)
{
  for (uint32_t i = 0; i < host->ports; ++i) {
    if (is_control(host, i)) {
      fprintf(stderr, " %s", port_symbol(host, i));
    }
  }
  fputc('\n', stderr);
}
