// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "format.h"

#include <string.h>

#include <sndfile.h>

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
    const size_t length = strcspn(text, ", ");
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
    text += strspn(text, " ");
  }
}

const char *
yeoun_format_name(unsigned format)
{
  return formats[format % YEOUN_FORMATS].name;
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

int
yeoun_format_code(unsigned format)
{
  return formats[format % YEOUN_FORMATS].format;
}

bool
yeoun_format_is_wave(unsigned format)
{
  const int kind = formats[format % YEOUN_FORMATS].format & SF_FORMAT_TYPEMASK;
  return kind == SF_FORMAT_WAV;
}

bool
yeoun_format_is_ogg(unsigned format)
{
  const int kind = formats[format % YEOUN_FORMATS].format & SF_FORMAT_TYPEMASK;
  return kind == SF_FORMAT_OGG;
}

bool
yeoun_format_is_mpeg(unsigned format)
{
  const int kind = formats[format % YEOUN_FORMATS].format & SF_FORMAT_TYPEMASK;
  return kind == SF_FORMAT_MPEG;
}

bool
yeoun_format_has_comments(unsigned format)
{
  const int kind = formats[format % YEOUN_FORMATS].format & SF_FORMAT_TYPEMASK;
  return kind == SF_FORMAT_FLAC || yeoun_format_is_ogg(format);
}
