// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "sound_file.h"

#include <string.h>
#include <unistd.h>

#include <sndfile.h>

#include "file.h"
#include "say.h"

#define STRETCH 1024

/* Of Vorbis and MP3: 0 small .. 1 good. */
#define QUALITY 0.7

static const struct {
  const char *name, *end;
  int format;
} formats[YEOUN_FORMATS] = {
  {"float", "wav", SF_FORMAT_WAV | SF_FORMAT_FLOAT},
  {"wav24", "wav", SF_FORMAT_WAV | SF_FORMAT_PCM_24},
  {"flac", "flac", SF_FORMAT_FLAC | SF_FORMAT_PCM_24},
  {"ogg", "ogg", SF_FORMAT_OGG | SF_FORMAT_VORBIS},
  {"mp3", "mp3", SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III},
};

static bool
is_known(unsigned format)
{
  const SF_INFO info = {
    .samplerate = 48000, .channels = 2, .format = formats[format].format};
  return sf_format_check(&info);
}

unsigned
yeoun_formats_read(const char *text)
{
  unsigned set = 0;
  while (true) {
    const size_t length = strcspn(text, ",");
    unsigned format = 0;
    while (format < YEOUN_FORMATS &&
           (strlen(formats[format].name) != length ||
            strncmp(text, formats[format].name, length) != 0)) {
      ++format;
    }
    if (format == YEOUN_FORMATS || !is_known(format)) {
      return 0;
    }
    set |= 1U << format;
    if (!text[length]) {
      /* Both would have the same name. */
      const unsigned both = 1U << YEOUN_FORMAT_FLOAT | 1U << YEOUN_FORMAT_WAV24;
      return (set & both) == both ? 0 : set;
    }
    text += length + 1;
  }
}

const char *
yeoun_format_end(unsigned format)
{
  return formats[format % YEOUN_FORMATS].end;
}

unsigned
yeoun_formats_first(unsigned set)
{
  unsigned format = 0;
  while (format < YEOUN_FORMATS - 1 && !(set >> format & 1)) {
    ++format;
  }
  return format;
}

static bool
write_frames(SNDFILE *file, const struct yeoun_take *take, unsigned channel)
{
  float frame[STRETCH * 2];
  for (int64_t at = 0; at < take->frames; at += STRETCH) {
    const int64_t rest = take->frames - at;
    const int64_t count = rest < STRETCH ? rest : STRETCH;
    for (int64_t i = 0; i < count; ++i) {
      frame[2 * i] = take->audio[channel][at + i];
      frame[2 * i + 1] = take->audio[channel + 1][at + i];
    }
    if (sf_writef_float(file, frame, count) != count) {
      return false;
    }
  }
  return true;
}

static void
set_up(SNDFILE *file, const char *title, const struct yeoun_take *take)
{
  double quality = QUALITY;
  /* A peak chunk would carry the time of day. */
  sf_command(file, SFC_SET_ADD_PEAK_CHUNK, NULL, SF_FALSE);
  sf_command(file, SFC_SET_CLIPPING, NULL, SF_TRUE);
  sf_command(file, SFC_SET_VBR_ENCODING_QUALITY, &quality, sizeof(quality));
  sf_set_string(file, SF_STR_TITLE, title);
  sf_set_string(file, SF_STR_COMMENT, take->description);
  sf_set_string(file, SF_STR_SOFTWARE, "Yeoun");
}

bool
yeoun_sound_write(const char *path,
                  unsigned format,
                  const char *title,
                  const struct yeoun_take *take,
                  unsigned channel)
{
  char part[YEOUN_PATH];
  SF_INFO info = {
    .samplerate = (int)take->rate,
    .channels = 2,
    .format = formats[format % YEOUN_FORMATS].format,
  };
  yeoun_file_part(path, part);
  SNDFILE *const file = sf_open(part, SFM_WRITE, &info);
  if (!file) {
    yeoun_say("%s: %s", path, sf_strerror(NULL));
    return false;
  }
  set_up(file, title, take);
  const bool is_whole = write_frames(file, take, channel);
  if (sf_close(file) || !is_whole) {
    yeoun_say("%s: cannot be written", path);
    unlink(part);
    return false;
  }
  return yeoun_file_finish(path);
}
