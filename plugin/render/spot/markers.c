// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "spots.h"

#include <stdio.h>

#include "read/midi_file.h"
#include "render/say.h"

enum { META = 0xFF, META_MARKER = 6, META_CUE = 7 };

bool
yeoun_spots_read_midi(struct yeoun_spots *spots,
                      const unsigned char *bytes,
                      unsigned size)
{
  struct yeoun_midi_file file;
  struct yeoun_fault fault = {0};
  bool is_good = yeoun_midi_file_read(spots->path, bytes, size, &file, &fault);
  if (!is_good) {
    yeoun_say("%s", fault.text);
  }
  for (unsigned i = 0; is_good && i < file.count; ++i) {
    const struct yeoun_midi_event *const e = &file.event[i];
    if (e->status == META && (e->meta == META_MARKER || e->meta == META_CUE)) {
      char name[YEOUN_SPOT_NAME];
      snprintf(name, sizeof(name), "%.*s", (int)e->size, (const char *)e->data);
      is_good = yeoun_spots_add(spots, e->at_s, e->at_s, 0, name);
    }
  }
  if (is_good && !spots->count) {
    yeoun_say("%s: there is no marker in it", spots->path);
    is_good = false;
  }
  yeoun_midi_file_free(&file);
  return is_good;
}
