// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file.h"
#include "say.h"

/* One byte of this file is locked for each cue that is being made. */
#define CLAIMS ".yeoun-claims"

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

static bool
is_part(const char *name)
{
  const size_t begin = strlen(YEOUN_PART_BEGIN);
  const size_t end = strlen(YEOUN_PART_END);
  const size_t length = strlen(name);
  return length > begin + end && !strncmp(name, YEOUN_PART_BEGIN, begin) &&
         !strcmp(name + length - end, YEOUN_PART_END) &&
         strspn(name + begin, "0123456789abcdef") == length - begin - end;
}

void
yeoun_folder_sweep(const char *path)
{
  DIR *const folder = opendir(path);
  struct dirent *entry = NULL;
  while (folder && (entry = readdir(folder))) {
    if (!is_part(entry->d_name)) {
      continue;
    }
    const int fd =
      openat(dirfd(folder), entry->d_name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd >= 0 && !flock(fd, LOCK_EX | LOCK_NB)) {
      unlinkat(dirfd(folder), entry->d_name, 0);
    }
    if (fd >= 0) {
      close(fd);
    }
  }
  if (folder) {
    closedir(folder);
  }
}

bool
yeoun_folder_claim(const char *path, const char *name)
{
  char claims[YEOUN_PATH];
  uint64_t hash = 0xCBF29CE484222325ULL;
  for (; *name; ++name) {
    hash = (hash ^ (unsigned char)*name) * 0x100000001B3ULL;
  }
  struct flock claim = {.l_type = F_WRLCK,
                        .l_whence = SEEK_SET,
                        .l_start = (off_t)(hash >> 2),
                        .l_len = 1};
  snprintf(claims, sizeof(claims), "%s/" CLAIMS, path);
  /* Closed when the process ends, and the claim with it. */
  const int fd = open(claims, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
  if (fd < 0 || fcntl(fd, F_SETLKW, &claim)) {
    yeoun_say("%s: %s", claims, strerror(errno));
    return false;
  }
  return true;
}
