// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Cue sheets: whatever a file holds, it is read or refused. */

#define _GNU_SOURCE

#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz.h"
#include "render/ask/cue.h"
#include "render/ask/sheet.h"
#include "render/ask/told.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static const struct yeoun_told told;
  struct yeoun_cues cues = {0};
  char path[64];
  const int file = memfd_create("sheet", 0);
  fuzz_expect(file >= 0 && write(file, data, size) == (ssize_t)size);
  snprintf(path, sizeof(path), "/proc/self/fd/%d", file);
  yeoun_sheet_read(path, &told, NULL, &cues);
  yeoun_cues_free(&cues);
  close(file);
  return 0;
}
