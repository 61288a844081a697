// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "wav.h"

#include <string.h>
#include <unistd.h>

#include <sndfile.h>

#include "file.h"
#include "say.h"

#define STRETCH 1024

static bool
write_frames(SNDFILE *file, const struct yeoun_take *take)
{
  float frame[STRETCH * YEOUN_HOST_OUTPUTS];
  for (int64_t at = 0; at < take->frames; at += STRETCH) {
    const int64_t rest = take->frames - at;
    const int64_t count = rest < STRETCH ? rest : STRETCH;
    for (int64_t i = 0; i < count; ++i) {
      for (unsigned c = 0; c < take->channels; ++c) {
        frame[i * take->channels + c] = take->audio[c][at + i];
      }
    }
    if (sf_writef_float(file, frame, count) != count) {
      return false;
    }
  }
  return true;
}

bool
yeoun_wav_write(const char *path,
                const char *title,
                const struct yeoun_take *take)
{
  char part[YEOUN_PATH];
  SF_INFO info = {
    .samplerate = (int)take->rate,
    .channels = (int)take->channels,
    .format = SF_FORMAT_WAV | SF_FORMAT_FLOAT,
  };
  yeoun_file_part(path, part);
  SNDFILE *const file = sf_open(part, SFM_WRITE, &info);
  if (!file) {
    yeoun_say("%s: %s", path, sf_strerror(NULL));
    return false;
  }
  /* A peak chunk would carry the time of day. */
  sf_command(file, SFC_SET_ADD_PEAK_CHUNK, NULL, SF_FALSE);
  sf_set_string(file, SF_STR_TITLE, title);
  sf_set_string(file, SF_STR_COMMENT, take->description);
  sf_set_string(file, SF_STR_SOFTWARE, "Yeoun");
  const bool is_whole = write_frames(file, take);
  if (sf_close(file) || !is_whole) {
    yeoun_say("%s: cannot be written", path);
    unlink(part);
    return false;
  }
  return yeoun_file_finish(path);
}
