// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "bundles.h"

#include <dirent.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BUNDLES_MAX = 1024, NAME_SIZE = 256 };

/** The names that were met. */
struct names {
  unsigned count;
  char name[BUNDLES_MAX][NAME_SIZE];
};

/** Take a name down; false when it is there already. */
static bool
is_first(struct names *names, const char *name)
{
  for (unsigned i = 0; i < names->count; ++i) {
    if (!strcmp(names->name[i], name)) {
      return false;
    }
  }
  if (names->count < BUNDLES_MAX) {
    snprintf(names->name[names->count++], NAME_SIZE, "%s", name);
  }
  return true;
}

static void
load_folder(LilvWorld *world, struct names *names, const char *folder)
{
  char path[PATH_MAX + NAME_SIZE + 2];
  DIR *const entries = opendir(folder);
  const struct dirent *entry = NULL;
  while (entries && (entry = readdir(entries))) {
    snprintf(path, sizeof(path), "%s/%s/manifest.ttl", folder, entry->d_name);
    if (entry->d_name[0] != '.' && !access(path, R_OK) &&
        is_first(names, entry->d_name)) {
      path[strlen(path) - strlen("manifest.ttl")] = '\0';
      LilvNode *const bundle = lilv_new_file_uri(world, NULL, path);
      lilv_world_load_bundle(world, bundle);
      lilv_node_free(bundle);
    }
  }
  if (entries) {
    closedir(entries);
  }
}

/** Load the folders of a path, "a:b"; ~ is the person's own folder. */
static void
load_path(LilvWorld *world, struct names *names, const char *path)
{
  const char *const home = getenv("HOME");
  while (*path) {
    const int length = (int)strcspn(path, ":");
    const bool is_own = path[0] == '~' && home;
    char folder[PATH_MAX];
    snprintf(folder,
             sizeof(folder),
             "%s%.*s",
             is_own ? home : "",
             length - is_own,
             path + is_own);
    if (length) {
      load_folder(world, names, folder);
    }
    path += length + (path[length] == ':');
  }
}

/** BUILD/plugin/render/yeoun-render stands beside BUILD/lv2, and a command of
    BUILD/plugin/jalv too. False when this command was installed. */
static bool
find_built(char folder[PATH_MAX + 8])
{
  const ssize_t length = readlink("/proc/self/exe", folder, PATH_MAX - 1);
  if (length < 0) {
    return false;
  }
  folder[length] = '\0';
  for (int up = 0; up < 3; ++up) {
    char *const slash = strrchr(folder, '/');
    if (!slash) {
      return false;
    }
    *slash = '\0';
  }
  strcat(folder, "/lv2");
  char bundle[PATH_MAX + 32];
  snprintf(bundle, sizeof(bundle), "%s/yeoun.lv2", folder);
  return !access(bundle, R_OK);
}

void
yeoun_bundles_load(LilvWorld *world)
{
  static struct names names;
  const char *const told = getenv("LV2_PATH");
  char built[PATH_MAX + 8];
  names.count = 0;
  if (told && *told) {
    load_path(world, &names, told);
  } else if (find_built(built)) {
    load_folder(world, &names, built);
  }
  load_path(world, &names, YEOUN_LV2_FOLDERS);
}
