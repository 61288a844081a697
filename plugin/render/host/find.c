// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "find.h"

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <lv2/presets/presets.h>

#include "render/say.h"

#define LABEL_URI "http://www.w3.org/2000/01/rdf-schema#label"

/** Load one bundle of the build: BUILD/plugin/render/yeoun-render stands beside
    BUILD/lv2. False when it is not there. */
static bool
load_built(LilvWorld *world, const char *name)
{
  char path[PATH_MAX + 64];
  const ssize_t length = readlink("/proc/self/exe", path, PATH_MAX - 1);
  if (length < 0) {
    return false;
  }
  path[length] = '\0';
  for (int up = 0; up < 3; ++up) {
    char *const slash = strrchr(path, '/');
    if (!slash) {
      return false;
    }
    *slash = '\0';
  }
  snprintf(path + strlen(path), 64, "/lv2/%s/", name);
  if (access(path, R_OK)) {
    return false;
  }
  LilvNode *const bundle = lilv_new_file_uri(world, NULL, path);
  lilv_world_load_bundle(world, bundle);
  lilv_node_free(bundle);
  return true;
}

LilvWorld *
yeoun_find_world(void)
{
  LilvWorld *const world = lilv_world_new();
  if (getenv("LV2_PATH") || !load_built(world, "yeoun.lv2")) {
    lilv_world_load_all(world);
  } else {
    load_built(world, "yeoun-presets.lv2");
  }
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
