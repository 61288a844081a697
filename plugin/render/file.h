// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Files that come to their names only together and whole. Each is made under a
   random name that nobody else can have made (a link that waits for us is never
   followed), brought to disk and read back; when all files of a cue are there,
   they take their names. Whatever ends this command before that leaves what was
   there as it was. */

#ifndef YEOUN_RENDER_FILE_H
#define YEOUN_RENDER_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <time.h>

#define YEOUN_PATH 1024

/** What a file must be to be the one that was written. */
struct yeoun_file_facts {
  uint64_t size; /**< bytes */
  uint64_t hash; /**< FNV-1a of them: Fowler, Noll and Vo 1991 */
};

/** A file under way. */
struct yeoun_file {
  FILE *stream; /**< to be written to, also at other places */
  char path[YEOUN_PATH];
  char part[YEOUN_PATH];         /**< where it is until yeoun_files_place() */
  struct yeoun_file_facts facts; /**< when it is finished */
};

/** Begin a file. Says what is wrong. */
bool
yeoun_file_begin(struct yeoun_file *file, const char *path);

/** End a file: it is on disk, and what is read back is what was written. Says
    what is wrong.
    @param is_whole  false: what was written is not all, it is given up */
bool
yeoun_file_finish(struct yeoun_file *file, bool is_whole);

/** Write a file at once. Says what is wrong. */
bool
yeoun_file_write(const char *path, const void *data, size_t size);

/** The file that was finished i-th and has no name yet, or NULL. */
const struct yeoun_file *
yeoun_files_finished(unsigned i);

/** Give all files that were finished their names, the last one first: it tells
    of the others. Says what is wrong. */
bool
yeoun_files_place(void);

/** Give up all files that were finished. */
void
yeoun_files_drop(void);

/** Whether a file, which is no link, is as it was written: its size, and if it
    was changed after a moment, or is looked at closely, its hash too.
    @param since  of the record that tells of it; NULL: look closely */
bool
yeoun_file_is(const char *path,
              const struct yeoun_file_facts *facts,
              const struct timespec *since);

/** Open a file to be read, unless it is a link or no file; NULL then. */
FILE *
yeoun_file_open(const char *path);

#endif
