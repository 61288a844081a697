// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A shelf as a cue sheet in Turtle, which yeoun-render makes into files. */

#ifndef YEOUN_SHELF_SHEET_H
#define YEOUN_SHELF_SHEET_H

#include <stddef.h>

#include "shelf.h"

/** Bytes of the longest sheet, and its final zero. */
#define YEOUN_SHEET_SIZE 49152

/** Write a cue for each variation that is kept by name, from the character that
    it is for. A number alone says too little for a sheet and is left out. Pure.
    Any thread.
    @return the length; 0, and an empty text, when it does not fit */
size_t
yeoun_shelf_write_sheet(const struct yeoun_shelf *shelf,
                        char *text,
                        size_t size);

#endif
