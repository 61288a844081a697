// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "say.h"

void
yeoun_file_part(const char *path, char part[YEOUN_PATH])
{
  snprintf(part, YEOUN_PATH, "%s.part", path);
}

bool
yeoun_file_finish(const char *path)
{
  char part[YEOUN_PATH];
  yeoun_file_part(path, part);
  if (rename(part, path)) {
    yeoun_say("%s: %s", path, strerror(errno));
    unlink(part);
    return false;
  }
  return true;
}

bool
yeoun_file_write(const char *path, const void *data, size_t size)
{
  char part[YEOUN_PATH];
  yeoun_file_part(path, part);
  FILE *const file = fopen(part, "wb");
  bool is_whole = file && fwrite(data, 1, size, file) == size;
  if (file && fclose(file)) {
    is_whole = false;
  }
  if (!is_whole) {
    yeoun_say("%s: %s", path, strerror(errno));
    unlink(part);
    return false;
  }
  return yeoun_file_finish(path);
}

bool
yeoun_folder_make(const char *path)
{
  char part[YEOUN_PATH];
  const size_t length = strlen(path);
  if (length >= sizeof(part)) {
    yeoun_say("%s: too long a name", path);
    return false;
  }
  for (size_t i = 1; i <= length; ++i) {
    if (path[i] == '/' || !path[i]) {
      memcpy(part, path, i);
      part[i] = '\0';
      if (mkdir(part, 0777) && errno != EEXIST) {
        yeoun_say("%s: %s", part, strerror(errno));
        return false;
      }
    }
  }
  return true;
}
