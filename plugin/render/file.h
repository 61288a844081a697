// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Files that bear their final name only once they are whole. */

#ifndef YEOUN_RENDER_FILE_H
#define YEOUN_RENDER_FILE_H

#include <stdbool.h>
#include <stddef.h>

#define YEOUN_PATH 1024

/** The name that a file has while it is written. */
void
yeoun_file_part(const char *path, char part[YEOUN_PATH]);

/** Give a whole file its final name. Says what is wrong. */
bool
yeoun_file_finish(const char *path);

/** Write a file at once. Says what is wrong. */
bool
yeoun_file_write(const char *path, const void *data, size_t size);

/** Make a folder, and those above it, unless they are there. Says what is
    wrong. */
bool
yeoun_folder_make(const char *path);

#endif
