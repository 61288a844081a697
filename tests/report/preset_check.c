// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "preset_check.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include <lv2/presets/presets.h>

enum { PATH = 4096, SYMBOL = 63 };

static unsigned
least(unsigned a, unsigned b)
{
  return a < b ? a : b;
}

/** How many letters are to be put in, left out or replaced (Levenshtein 1965).
    Only the first SYMBOL letters count. */
static unsigned
count_slips(const char *a, const char *b)
{
  unsigned row[SYMBOL + 1];
  for (unsigned k = 0; k <= SYMBOL; ++k) {
    row[k] = k;
  }
  const unsigned length = least((unsigned)strlen(b), SYMBOL);
  for (unsigned i = 0; i < SYMBOL && a[i]; ++i) {
    unsigned corner = row[0];
    row[0] = i + 1;
    for (unsigned k = 0; k < length; ++k) {
      const unsigned above = row[k + 1];
      row[k + 1] = least(corner + (a[i] != b[k]), least(row[k], above) + 1);
      corner = above;
    }
  }
  return row[length];
}

static const char *
find_nearest(const LilvPlugin *plugin, const char *symbol)
{
  const char *nearest = "";
  unsigned fewest = ~0U;
  for (uint32_t p = 0; p < lilv_plugin_get_num_ports(plugin); ++p) {
    const LilvPort *const port = lilv_plugin_get_port_by_index(plugin, p);
    const char *const name =
      lilv_node_as_string(lilv_port_get_symbol(plugin, port));
    const unsigned slips = count_slips(symbol, name);
    if (slips < fewest) {
      fewest = slips;
      nearest = name;
    }
  }
  return nearest;
}

/** Whether a bundle of the user holds a preset: asked of a world without any
    other. */
static bool
holds(const struct host *host,
      const char *folder,
      const char *bundle,
      const LilvNode *preset)
{
  struct host_world world = *host->world;
  world.world = lilv_world_new();
  host_world_add(&world, folder, bundle);
  LilvNode *const type = lilv_new_uri(world.world, LV2_PRESETS__Preset);
  const bool is_there = lilv_world_ask(world.world, preset, NULL, type);
  lilv_node_free(type);
  lilv_world_free(world.world);
  return is_there;
}

/** The file that a preset is written in, as far as can be told. */
static void
find_file(const struct host *host,
          const LilvNode *preset,
          const char *folder,
          char path[PATH])
{
  LilvNode *const see =
    lilv_new_uri(host->world->world, LILV_NS_RDFS "seeAlso");
  LilvNode *const file = lilv_world_get(host->world->world, preset, see, NULL);
  char *const name =
    file ? lilv_file_uri_parse(lilv_node_as_uri(file), NULL) : NULL;
  DIR *const bundles = name ? NULL : opendir(folder);
  snprintf(path, PATH, "%s", name ? name : folder);
  for (struct dirent *entry; bundles && (entry = readdir(bundles));) {
    if (strstr(entry->d_name, ".lv2") &&
        holds(host, folder, entry->d_name, preset)) {
      snprintf(path, PATH, "%s/%s/manifest.ttl", folder, entry->d_name);
    }
  }
  if (bundles) {
    closedir(bundles);
  }
  lilv_free(name);
  lilv_node_free(file);
  lilv_node_free(see);
}

/** Say where and in which preset; what is wrong follows. */
static void
say_where(const struct host *host, const LilvNode *preset, const char *folder)
{
  char path[PATH];
  find_file(host, preset, folder, path);
  LilvNode *const name = lilv_new_uri(host->world->world, LILV_NS_RDFS "label");
  LilvNode *const label =
    lilv_world_get(host->world->world, preset, name, NULL);
  fprintf(
    stderr, "%s: %s: ", path, lilv_node_as_string(label ? label : preset));
  lilv_node_free(label);
  lilv_node_free(name);
}

static bool
check_port(const struct host *host,
           const LilvNode *preset,
           const LilvNode *setting,
           const char *folder)
{
  LilvWorld *const world = host->world->world;
  LilvNode *const symbols = lilv_new_uri(world, LILV_NS_LV2 "symbol");
  LilvNode *const values = lilv_new_uri(world, LV2_PRESETS__value);
  LilvNode *const symbol = lilv_world_get(world, setting, symbols, NULL);
  LilvNode *const value = lilv_world_get(world, setting, values, NULL);
  const char *const text = symbol ? lilv_node_as_string(symbol) : "";
  bool is_good = true;
  if (!symbol || !lilv_plugin_get_port_by_symbol(host->plugin, symbol)) {
    say_where(host, preset, folder);
    fprintf(stderr,
            "there is no port \"%s\"; \"%s\" is nearest\n",
            text,
            find_nearest(host->plugin, text));
    is_good = false;
  } else if (!value ||
             !(lilv_node_is_float(value) || lilv_node_is_int(value))) {
    say_where(host, preset, folder);
    fprintf(stderr, "the port \"%s\" is not set to a number\n", text);
    is_good = false;
  }
  lilv_node_free(value);
  lilv_node_free(symbol);
  lilv_node_free(values);
  lilv_node_free(symbols);
  return is_good;
}

bool
preset_check(const struct host *host,
             const LilvNode *preset,
             const char *folder)
{
  LilvNode *const has = lilv_new_uri(host->world->world, LILV_NS_LV2 "port");
  LilvNodes *const settings =
    lilv_world_find_nodes(host->world->world, preset, has, NULL);
  bool is_good = true;
  LILV_FOREACH(nodes, i, settings)
  {
    is_good &= check_port(host, preset, lilv_nodes_get(settings, i), folder);
  }
  lilv_nodes_free(settings);
  lilv_node_free(has);
  return is_good;
}
