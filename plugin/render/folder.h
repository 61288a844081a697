// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The folder that files go to, which several processes may fill at once. */

#ifndef YEOUN_RENDER_FOLDER_H
#define YEOUN_RENDER_FOLDER_H

#include <stdbool.h>

/* Names of files under way: .yeoun-0123456789abcdef.part */
#define YEOUN_PART_BEGIN ".yeoun-"
#define YEOUN_PART_END ".part"

/** Make a folder, and those above it, unless they are there. Says what is
    wrong. */
bool
yeoun_folder_make(const char *path);

/** Remove files under way that processes left behind which are gone. */
void
yeoun_folder_sweep(const char *path);

/** Wait until no other process makes a cue of this name in the folder, and keep
    others from it until this process ends. False when it cannot be known. */
bool
yeoun_folder_claim(const char *path, const char *name);

#endif
