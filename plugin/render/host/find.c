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

LilvNode *
yeoun_find_preset(LilvWorld *world, const LilvPlugin *plugin, const char *label)
{
  LilvNode *const class = lilv_new_uri(world, LV2_PRESETS__Preset);
  LilvNode *const label_uri = lilv_new_uri(world, LABEL_URI);
  LilvNodes *const presets = lilv_plugin_get_related(plugin, class);
  LilvNode *found = NULL;
  for (int pass = 0; pass < 2 && !found; ++pass) {
    if (pass) {
      yeoun_say("no preset is called %s; there are:", label);
    }
    LILV_FOREACH(nodes, i, presets)
    {
      const LilvNode *const preset = lilv_nodes_get(presets, i);
      lilv_world_load_resource(world, preset);
      LilvNode *const name = lilv_world_get(world, preset, label_uri, NULL);
      const char *const text = name ? lilv_node_as_string(name) : "";
      if (pass) {
        fprintf(stderr, "  %s\n", text);
      } else if (!found && !strcmp(text, label)) {
        found = lilv_node_duplicate(preset);
      }
      lilv_node_free(name);
    }
  }
  lilv_nodes_free(presets);
  lilv_node_free(label_uri);
  lilv_node_free(class);
  return found;
}
