// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Paths as people type them and as programs pass them on. Any thread. */

#ifndef YEOUN_UI_MODEL_PATH_H
#define YEOUN_UI_MODEL_PATH_H

#include <stdbool.h>
#include <stddef.h>

/** Write the path that a text means: "~/a.mid", "file:///a%20b.mid", "/a.mid".
    False when it is none that begins at the root, or too long. */
bool
yeoun_path_read(const char *text, char *path, size_t size);

/** Take the next address of a text/uri-list; remarks are passed over.
    @param[in,out] list  goes on to what follows
    @return false at the end */
bool
yeoun_path_next(const char **list, char *uri, size_t size);

/** Whether a path ends in one of the names, such as ".png"; in any letters. */
bool
yeoun_path_ends(const char *path, const char *end);

#endif
