// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "favourites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATH_SIZE 1024

/** The folder of the file; false when nobody has a home. */
static bool
find_folder(char folder[PATH_SIZE])
{
  const char *const config = getenv("XDG_CONFIG_HOME");
  const char *const home = getenv("HOME");
  const bool is_set = config && config[0] == '/'; /* others are to be ignored */
  if (!is_set && (!home || home[0] != '/')) {
    return false;
  }
  const int length = snprintf(folder,
                              PATH_SIZE,
                              "%s%s/yeoun",
                              is_set ? config : home,
                              is_set ? "" : "/.config");
  return length < PATH_SIZE - 32;
}

void
yeoun_favourites_read(struct yeoun_favourites *favourites)
{
  char folder[PATH_SIZE];
  char path[PATH_SIZE + 32];
  char line[256];
  favourites->count = 0;
  if (!find_folder(folder)) {
    return;
  }
  snprintf(path, sizeof(path), "%s/favourites", folder);
  FILE *const file = fopen(path, "r");
  while (file && favourites->count < YEOUN_FAVOURITES &&
         fgets(line, sizeof(line), file)) {
    const size_t length = strcspn(line, "\n");
    line[length] = '\0';
    if (length && length < sizeof(favourites->uri[0]) &&
        !yeoun_favourites_has(favourites, line)) {
      memcpy(favourites->uri[favourites->count++], line, length + 1);
    }
  }
  if (file) {
    fclose(file);
  }
}

static unsigned
place_of(const struct yeoun_favourites *favourites, const char *uri)
{
  unsigned i = 0;
  while (i < favourites->count && strcmp(favourites->uri[i], uri) != 0) {
    ++i;
  }
  return i;
}

bool
yeoun_favourites_has(const struct yeoun_favourites *favourites, const char *uri)
{
  return place_of(favourites, uri) < favourites->count;
}

/** Make the folder and those above it, as far as they are not there. */
static void
make_folder(char *folder)
{
  for (char *slash = strchr(folder + 1, '/'); slash;
       slash = strchr(slash + 1, '/')) {
    *slash = '\0';
    mkdir(folder, 0700);
    *slash = '/';
  }
  mkdir(folder, 0700);
}

static bool
write_all(const struct yeoun_favourites *favourites)
{
  char folder[PATH_SIZE];
  char path[PATH_SIZE + 32];
  char beside[PATH_SIZE + 32];
  if (!find_folder(folder)) {
    return false;
  }
  make_folder(folder);
  snprintf(path, sizeof(path), "%s/favourites", folder);
  snprintf(beside, sizeof(beside), "%s/favourites.new", folder);
  FILE *const file = fopen(beside, "w");
  if (!file) {
    return false;
  }
  for (unsigned i = 0; i < favourites->count; ++i) {
    fprintf(file, "%s\n", favourites->uri[i]);
  }
  const bool is_written = !ferror(file);
  const bool is_closed = !fclose(file);
  if (is_written && is_closed && !rename(beside, path)) {
    return true;
  }
  unlink(beside);
  return false;
}

bool
yeoun_favourites_toggle(struct yeoun_favourites *favourites, const char *uri)
{
  yeoun_favourites_read(favourites);
  const unsigned place = place_of(favourites, uri);
  const size_t length = strlen(uri);
  if (place < favourites->count) {
    memmove(favourites->uri[place],
            favourites->uri[place + 1],
            (--favourites->count - place) * sizeof(favourites->uri[0]));
  } else if (place < YEOUN_FAVOURITES && length < sizeof(favourites->uri[0])) {
    memcpy(favourites->uri[favourites->count++], uri, length + 1);
  } else {
    return false;
  }
  if (!write_all(favourites)) {
    yeoun_favourites_read(favourites);
    return false;
  }
  return true;
}
