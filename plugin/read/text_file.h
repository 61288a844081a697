// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Whole files that other programs wrote. */

#ifndef YEOUN_READ_TEXT_FILE_H
#define YEOUN_READ_TEXT_FILE_H

#include <stdbool.h>

#include "fault.h"

struct yeoun_text_file {
  char *text; /**< a zero comes after it */
  unsigned size;
};

/** Read a file of 16 MiB at most. Notes what is wrong. */
bool
yeoun_text_file_read(const char *path,
                     struct yeoun_text_file *file,
                     struct yeoun_fault *fault);

/** Make UTF-8 without a mark of it, from UTF-16 when its mark says so. False
    when memory fails. */
bool
yeoun_text_file_decode(struct yeoun_text_file *file);

void
yeoun_text_file_free(struct yeoun_text_file *file);

#endif
