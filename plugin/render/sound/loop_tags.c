// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "loop_tags.h"

#include <string.h>
#include <strings.h>

/* libsndfile writes comments of its own names alone. So two that are not used
   otherwise are written at the right length, and renamed in the file: nothing
   moves. FLAC sums its sound alone; the sums of Ogg are made anew by whoever
   settles its pages. Sources: Vorbis I, "comment field and header
   specification"; RFC 9639 (FLAC), ch. 8.6. */

/* Bytes in which all comments lie: after a title, a description and no more. */
#define HEAD 65536

static int
write_length(char text[32], int64_t frames)
{
  return snprintf(text, 32, "LOOPLENGTH=%lld", (long long)frames);
}

void
yeoun_loop_tags_reserve(SNDFILE *sound, int64_t frames)
{
  char text[32];
  const int length = write_length(text, frames);
  char filler[32] = "";
  memset(filler, '0', (size_t)length - strlen("TRACKNUMBER="));
  sf_set_string(sound, SF_STR_COPYRIGHT, "0");
  sf_set_string(sound, SF_STR_TRACKNUMBER, filler);
}

/** Overwrite the one comment that has a name, in whatever case, and a length.
 */
static bool
rename_comment(uint8_t *head, size_t size, const char *name, const char *text)
{
  const size_t length = strlen(text);
  const uint8_t begin[4] = {(uint8_t)length, 0, 0, 0};
  for (size_t i = 0; i + 4 + length <= size; ++i) {
    if (!memcmp(head + i, begin, 4) &&
        !strncasecmp((const char *)head + i + 4, name, strlen(name))) {
      memcpy(head + i + 4, text, length);
      return true;
    }
  }
  return false;
}

bool
yeoun_loop_tags_write(FILE *file, int64_t frames)
{
  static uint8_t head[HEAD];
  char text[32];
  write_length(text, frames);
  if (fseeko(file, 0, SEEK_SET)) {
    return false;
  }
  const size_t size = fread(head, 1, sizeof(head), file);
  if (!rename_comment(head, size, "COPYRIGHT=", "LOOPSTART=0") ||
      !rename_comment(head, size, "TRACKNUMBER=", text)) {
    return false;
  }
  return !fseeko(file, 0, SEEK_SET) && fwrite(head, 1, size, file) == size;
}
