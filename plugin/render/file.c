// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "folder.h"
#include "say.h"

/* Files of one cue at most. */
#define FILES 64

/* Finished, and still under their random names; open, and so locked. */
static struct yeoun_file finished[FILES];
static unsigned finished_count;

static bool
fail(const char *path)
{
  yeoun_say("%s: %s",
            path,
            errno ? strerror(errno) : "what was written is not what is there");
  return false;
}

/** A new name beside a path. */
static bool
draw_name(const char *path, char part[YEOUN_PATH])
{
  uint64_t number = 0;
  const char *const slash = strrchr(path, '/');
  const int folder = slash ? (int)(slash - path) + 1 : 0;
  const int random = open("/dev/urandom", O_RDONLY | O_CLOEXEC);
  const bool is_drawn =
    random >= 0 && read(random, &number, sizeof(number)) == sizeof(number);
  if (random >= 0) {
    close(random);
  }
  const int length = snprintf(part,
                              YEOUN_PATH,
                              "%.*s" YEOUN_PART_BEGIN "%016llx" YEOUN_PART_END,
                              folder,
                              path,
                              (unsigned long long)number);
  if (is_drawn && length >= YEOUN_PATH) {
    errno = ENAMETOOLONG;
  }
  return is_drawn && length < YEOUN_PATH;
}

/** Make a file that was not there. It is locked as long as it is open: what is
    not locked was left behind by a process that is gone.
    @return its descriptor, or -1 */
static int
create(const char *path, char part[YEOUN_PATH])
{
  for (int trials = 0; trials < 100 && draw_name(path, part); ++trials) {
    struct stat facts;
    const int fd =
      open(part, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (fd < 0 && errno != EEXIST) {
      break;
    }
    /* Another process that sweeps may have been faster than the lock. */
    if (fd >= 0 && !flock(fd, LOCK_EX | LOCK_NB) && !fstat(fd, &facts) &&
        facts.st_nlink) {
      return fd;
    }
    if (fd >= 0) {
      close(fd);
    }
  }
  return -1;
}

bool
yeoun_file_begin(struct yeoun_file *file, const char *path)
{
  *file = (struct yeoun_file){0};
  const size_t length = strlen(path);
  const int fd = length < YEOUN_PATH && finished_count < FILES
                   ? create(path, file->part)
                   : -1;
  if (fd < 0) {
    return fail(path);
  }
  memcpy(file->path, path, length + 1);
  file->stream = fdopen(fd, "w+b");
  if (!file->stream) {
    unlink(file->part);
    close(fd);
    return fail(path);
  }
  return true;
}

/** Size and hash of an open file, from its beginning. */
static bool
measure(FILE *stream, struct yeoun_file_facts *facts)
{
  static uint8_t bytes[1 << 16];
  size_t count = 0;
  *facts = (struct yeoun_file_facts){.hash = 0xCBF29CE484222325ULL};
  if (fseeko(stream, 0, SEEK_SET)) {
    return false;
  }
  while ((count = fread(bytes, 1, sizeof(bytes), stream))) {
    for (size_t i = 0; i < count; ++i) {
      facts->hash = (facts->hash ^ bytes[i]) * 0x100000001B3ULL;
    }
    facts->size += count;
  }
  return !ferror(stream);
}

bool
yeoun_file_finish(struct yeoun_file *file, bool is_whole)
{
  const int fd = fileno(file->stream);
  struct stat now;
  const bool is_good =
    is_whole && !ferror(file->stream) && !fflush(file->stream) && !fsync(fd) &&
    measure(file->stream, &file->facts) && !fstat(fd, &now) &&
    (uint64_t)now.st_size == file->facts.size && file->facts.size;
  if (!is_good) {
    fail(file->path);
    unlink(file->part);
    fclose(file->stream);
    return false;
  }
  finished[finished_count++] = *file;
  return true;
}

bool
yeoun_file_write(const char *path, const void *data, size_t size)
{
  struct yeoun_file file;
  if (!yeoun_file_begin(&file, path)) {
    return false;
  }
  errno = 0;
  return yeoun_file_finish(&file, fwrite(data, 1, size, file.stream) == size);
}

const struct yeoun_file *
yeoun_files_finished(unsigned i)
{
  return i < finished_count ? &finished[i] : NULL;
}

bool
yeoun_files_place(void)
{
  while (finished_count) {
    const struct yeoun_file *const file = &finished[finished_count - 1];
    if (rename(file->part, file->path)) {
      fail(file->path);
      yeoun_files_drop();
      return false;
    }
    fclose(file->stream);
    --finished_count;
  }
  return true;
}

void
yeoun_files_drop(void)
{
  while (finished_count) {
    const struct yeoun_file *const file = &finished[--finished_count];
    unlink(file->part);
    fclose(file->stream);
  }
}

FILE *
yeoun_file_open(const char *path)
{
  struct stat facts;
  const int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  const bool is_file = fd >= 0 && !fstat(fd, &facts) && S_ISREG(facts.st_mode);
  FILE *const stream = is_file ? fdopen(fd, "rb") : NULL;
  if (fd >= 0 && !stream) {
    close(fd);
  }
  return stream;
}

bool
yeoun_file_is(const char *path,
              const struct yeoun_file_facts *facts,
              const struct timespec *since)
{
  struct stat now;
  struct yeoun_file_facts read = *facts;
  FILE *const stream = yeoun_file_open(path);
  if (!stream) {
    return false;
  }
  bool is_same =
    !fstat(fileno(stream), &now) && (uint64_t)now.st_size == facts->size;
  const bool is_older = since && (now.st_mtim.tv_sec != since->tv_sec
                                    ? now.st_mtim.tv_sec < since->tv_sec
                                    : now.st_mtim.tv_nsec <= since->tv_nsec);
  if (is_same && !is_older) {
    is_same = measure(stream, &read) && read.hash == facts->hash &&
              read.size == facts->size;
  }
  fclose(stream);
  return is_same;
}
