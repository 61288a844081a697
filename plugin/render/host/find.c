// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "find.h"

#include <stdio.h>
#include <string.h>

#include <lv2/presets/presets.h>

#include "bundles.h"
#include "render/say.h"

#define LABEL_URI "http://www.w3.org/2000/01/rdf-schema#label"

LilvWorld *
yeoun_find_world(void)
{
  LilvWorld *const world = lilv_world_new();
  yeoun_bundles_load(world);
  return world;
}

const LilvPlugin *
yeoun_find_plugin(LilvWorld *world, const char *uri)
{
  LilvNode *const node = lilv_new_uri(world, uri);
  const LilvPlugin *const plugin =
    lilv_plugins_get_by_uri(lilv_world_get_all_plugins(world), node);
  lilv_node_free(node);
  return plugin;
}

/** The label of a preset, or NULL. Free it. */
static LilvNode *
find_label(LilvWorld *world, const LilvNode *preset)
{
  LilvNode *const label_uri = lilv_new_uri(world, LABEL_URI);
  lilv_world_load_resource(world, preset);
  LilvNode *const label = lilv_world_get(world, preset, label_uri, NULL);
  lilv_node_free(label_uri);
  return label;
}

static LilvNodes *
find_all(LilvWorld *world, const LilvPlugin *plugin)
{
  LilvNode *const class = lilv_new_uri(world, LV2_PRESETS__Preset);
  LilvNodes *const presets = lilv_plugin_get_related(plugin, class);
  lilv_node_free(class);
  return presets;
}

LilvNode *
yeoun_find_preset(LilvWorld *world, const LilvPlugin *plugin, const char *label)
{
  LilvNodes *const presets = find_all(world, plugin);
  LilvNode *found = NULL;
  LILV_FOREACH(nodes, i, presets)
  {
    const LilvNode *const preset = lilv_nodes_get(presets, i);
    LilvNode *const name = found ? NULL : find_label(world, preset);
    if (name && !strcmp(lilv_node_as_string(name), label)) {
      found = lilv_node_duplicate(preset);
    }
    lilv_node_free(name);
  }
  lilv_nodes_free(presets);
  if (!found) {
    yeoun_say("no preset is called %s; there are:", label);
    yeoun_find_presets(world, plugin, stderr);
  }
  return found;
}

void
yeoun_find_presets(LilvWorld *world, const LilvPlugin *plugin, FILE *file)
{
  LilvNodes *const presets = find_all(world, plugin);
  LILV_FOREACH(nodes, i, presets)
  {
    LilvNode *const name = find_label(world, lilv_nodes_get(presets, i));
    if (name) {
      fprintf(file, "  %s\n", lilv_node_as_string(name));
    }
    lilv_node_free(name);
  }
  lilv_nodes_free(presets);
}
