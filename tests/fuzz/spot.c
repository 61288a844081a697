// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What editors write: edit decision lists, tables of markers, MIDI files. The
   first byte says which. */

#include <stdlib.h>

#include "fuzz.h"
#include "render/spot/spots.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  struct yeoun_spots spots = {.path = "spots"};
  if (!size) {
    return 0;
  }
  const uint8_t kind = data[0] % 3;
  char *const text = fuzz_text(data + 1, size - 1);
  if (kind == 0) {
    yeoun_spots_read_edl(&spots, text);
  } else if (kind == 1) {
    yeoun_spots_read_table(&spots, text);
  } else {
    yeoun_spots_read_midi(
      &spots, (const unsigned char *)text, (unsigned)(size - 1));
  }
  for (unsigned i = 0; i < spots.count; ++i) {
    fuzz_expect(memchr(spots.spot[i].name, 0, sizeof(spots.spot[i].name)));
  }
  yeoun_spots_free(&spots);
  free(text);
  return 0;
}
