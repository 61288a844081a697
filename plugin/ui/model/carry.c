// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "carry.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool
make_folder(struct yeoun_carried *carried)
{
  static const char *const variables[] = {"XDG_RUNTIME_DIR", "TMPDIR", NULL};
  for (unsigned i = 0; !*carried->folder; ++i) {
    const char *const place = variables[i] ? getenv(variables[i]) : "/tmp";
    if (place && strlen(place) < YEOUN_PATH_SIZE / 4) {
      snprintf(
        carried->folder, sizeof(carried->folder), "%s/yeoun-XXXXXX", place);
      if (!mkdtemp(carried->folder)) {
        carried->folder[0] = '\0';
      }
    }
    if (!variables[i]) {
      break;
    }
  }
  return *carried->folder;
}

/** Append file:///a%20b and a line's end. */
static size_t
write_uri(const char *path, char *text, size_t size)
{
  size_t length = (size_t)snprintf(text, size, "file://");
  for (; *path && length + 6 < size; ++path) {
    const unsigned char c = (unsigned char)*path;
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || strchr("-._~/", c);
    length += (size_t)snprintf(
      text + length, size - length, is_plain ? "%c" : "%%%02X", c);
  }
  return length + (size_t)snprintf(text + length, size - length, "\r\n");
}

const char *
yeoun_carried_write(struct yeoun_carried *carried,
                    const struct yeoun_model *model,
                    const struct yeoun_request *request,
                    float tempo_bpm,
                    unsigned lanes)
{
  struct yeoun_midi_files files;
  size_t length = 0;
  carried->uris[0] = '\0';
  if (carried->count + YEOUN_LANES > YEOUN_CARRIED || !make_folder(carried)) {
    return carried->uris;
  }
  const bool is_fine =
    yeoun_midi_write(model, request, tempo_bpm, lanes, carried->folder, &files);
  for (unsigned i = 0; i < files.count; ++i) {
    char *const path = strdup(files.path[i]);
    if (path) {
      carried->path[carried->count++] = path;
    }
    length += write_uri(
      files.path[i], carried->uris + length, sizeof(carried->uris) - length);
  }
  if (!is_fine) {
    carried->uris[0] = '\0';
  }
  return carried->uris;
}

void
yeoun_carried_free(struct yeoun_carried *carried)
{
  while (carried->count) {
    char *const path = carried->path[--carried->count];
    unlink(path);
    free(path);
  }
  if (*carried->folder) {
    rmdir(carried->folder);
  }
}
