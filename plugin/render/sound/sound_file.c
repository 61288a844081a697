// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "sound_file.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <sndfile.h>

#include "id3_tags.h"
#include "loop_tags.h"
#include "loudness.h"
#include "music/number.h"
#include "ogg_pages.h"
#include "render/ask/format.h"
#include "render/file.h"
#include "render/say.h"

#define STRETCH 1024

/* Of Vorbis and MP3: 0 small .. 1 good. */
#define QUALITY 0.7

static bool
write_frames(SNDFILE *file, const struct yeoun_take *take, unsigned channel)
{
  float frame[STRETCH * 2];
  for (int64_t at = 0; at < take->frames; at += STRETCH) {
    const int64_t rest = take->frames - at;
    const int64_t count = yeoun_min_l(rest, STRETCH);
    for (int64_t i = 0; i < count; ++i) {
      frame[2 * i] = take->audio[channel][at + i];
      frame[2 * i + 1] = take->audio[channel + 1][at + i];
    }
    if (sf_writef_float(file, frame, count) != count) {
      return false;
    }
  }
  yeoun_take_rest(take, channel);
  yeoun_take_rest(take, channel + 1);
  return true;
}

/** Where bars, phrases and hits are: cue points, which editors show. */
static void
set_cues(SNDFILE *file,
         const struct yeoun_marks *marks,
         const struct yeoun_take *take)
{
  static SF_CUES_VAR(YEOUN_MARKS) cues;
  cues.cue_count = marks->count;
  for (unsigned i = 0; i < marks->count; ++i) {
    const struct yeoun_place_mark *const mark = &marks->mark[i];
    const uint32_t frame = (uint32_t)lround(mark->at_s * take->rate);
    cues.cue_points[i] = (SF_CUE_POINT){.indx = (int32_t)i + 1,
                                        .position = frame,
                                        .fcc_chunk = 0x61746164, /* "data" */
                                        .sample_offset = frame};
    memcpy(cues.cue_points[i].name, mark->name, sizeof(mark->name));
  }
  sf_command(file, SFC_SET_CUE, &cues, sizeof(cues));
}

static void
put_word(uint8_t *to, uint32_t word)
{
  for (unsigned i = 0; i < 4; ++i) {
    to[i] = (uint8_t)(word >> 8 * i);
  }
}

/** The names of the cue points: a list of associated data, which libsndfile
   reads but does not write. Source: Microsoft and IBM, Multimedia Programming
    Interface 1.0, 1991, ch. 3. */
static void
set_cue_names(SNDFILE *file, const struct yeoun_marks *marks)
{
  enum { HEAD = 12, NAME = sizeof(marks->mark[0].name) };
  static uint8_t data[4 + YEOUN_MARKS * (HEAD + NAME + 4)];
  uint32_t size = 4;
  memcpy(data, "adtl", 4);
  for (unsigned i = 0; i < marks->count; ++i) {
    /* Whole words: libsndfile fills a chunk up with what would be misread. */
    const uint32_t length = ((uint32_t)strlen(marks->mark[i].name) + 4) / 4 * 4;
    uint8_t *const label = data + size;
    memset(label, 0, HEAD + length);
    memcpy(label, "labl", 4);
    put_word(label + 4, 4 + length);
    put_word(label + 8, i + 1);
    memcpy(label + HEAD, marks->mark[i].name, strlen(marks->mark[i].name));
    size += HEAD + length;
  }
  const SF_CHUNK_INFO chunk = {
    .id = "LIST", .id_size = 4, .datalen = size, .data = data};
  sf_set_chunk(file, &chunk);
}

static void
set_loop(SNDFILE *file, const struct yeoun_take *take)
{
  SF_INSTRUMENT instrument = {.gain = 1,
                              .basenote = 60,
                              .velocity_hi = 127,
                              .key_hi = 127,
                              .loop_count = 1};
  instrument.loops[0].mode = SF_LOOP_FORWARD;
  instrument.loops[0].end = (uint32_t)take->frames;
  sf_command(file, SFC_SET_INSTRUMENT, &instrument, sizeof(instrument));
}

/** Hundredths, as a broadcast wave tells loudness; 0x7FFF: not known. */
static int16_t
write_hundredths(double value)
{
  return value > YEOUN_NO_LOUDNESS && fabs(value) < 300
           ? (int16_t)lround(value * 100)
           : 0x7FFF;
}

/** Broadcast wave: EBU Tech 3285, version 2, with the loudness of what it
   holds. No date: the same cue gives the same file. */
static void
set_broadcast(SNDFILE *file,
              const struct yeoun_sound_label *label,
              const struct yeoun_take *take,
              unsigned channel)
{
  SF_BROADCAST_INFO info = {.version = 2};
  struct yeoun_loudness loudness;
  char text[512];
  snprintf(text, sizeof(text), "%s: %s", label->title, label->description);
  text[sizeof(info.description) - 1] = '\0';
  memcpy(info.description, text, strlen(text));
  memcpy(info.originator, "Yeoun", 5);
  const uint64_t reference = (uint64_t)llround(label->start_s * take->rate);
  info.time_reference_low = (uint32_t)reference;
  info.time_reference_high = (uint32_t)(reference >> 32);
  if (yeoun_loudness_of_pair(take, channel, &loudness)) {
    info.loudness_value = write_hundredths(loudness.lufs);
    info.loudness_range = write_hundredths(loudness.range_lu);
    info.max_true_peak_level = write_hundredths(loudness.peak_db);
    info.max_momentary_loudness = write_hundredths(loudness.momentary_lufs);
    info.max_shortterm_loudness = write_hundredths(loudness.short_lufs);
  }
  sf_command(file, SFC_SET_BROADCAST_INFO, &info, sizeof(info));
}

/** A loop that has no tags for it says in words where it goes round. */
static void
write_comment(SNDFILE *file,
              unsigned format,
              const struct yeoun_sound_label *label,
              const struct yeoun_take *take)
{
  char text[512];
  const bool has_words = label->is_loop && !yeoun_format_has_comments(format);
  snprintf(text,
           sizeof(text),
           has_words ? "%s; LOOPSTART=0 LOOPLENGTH=%lld" : "%s",
           label->description,
           (long long)take->frames);
  sf_set_string(file, SF_STR_COMMENT, text);
  if (label->is_loop && yeoun_format_has_comments(format)) {
    yeoun_loop_tags_reserve(file, take->frames);
  }
}

static void
set_up(SNDFILE *file,
       unsigned format,
       const struct yeoun_sound_label *label,
       const struct yeoun_take *take,
       unsigned channel)
{
  double quality = QUALITY;
  /* A peak chunk would carry the time of day. */
  sf_command(file, SFC_SET_ADD_PEAK_CHUNK, NULL, SF_FALSE);
  sf_command(file, SFC_SET_CLIPPING, NULL, SF_TRUE);
  sf_command(file, SFC_SET_VBR_ENCODING_QUALITY, &quality, sizeof(quality));
  if (yeoun_format_is_wave(format)) {
    set_broadcast(file, label, take, channel);
    if (label->marks) {
      set_cues(file, label->marks, take);
      set_cue_names(file, label->marks);
    }
    if (label->is_loop) {
      set_loop(file, take);
    }
  }
  sf_set_string(file, SF_STR_TITLE, label->title);
  write_comment(file, format, label, take);
  sf_set_string(file, SF_STR_SOFTWARE, "Yeoun");
}

/* libsndfile does not notice that a disk is full in every format: it writes
   through these, and the stream remembers. */

static sf_count_t
get_length(void *stream)
{
  FILE *const file = (FILE *)stream;
  const off_t now = ftello(file);
  fseeko(file, 0, SEEK_END);
  const off_t length = ftello(file);
  fseeko(file, now, SEEK_SET);
  return length;
}

static sf_count_t
seek(sf_count_t offset, int from, void *stream)
{
  FILE *const file = (FILE *)stream;
  return fseeko(file, offset, from) ? -1 : ftello(file);
}

static sf_count_t
read_bytes(void *bytes, sf_count_t count, void *stream)
{
  return (sf_count_t)fread(bytes, 1, (size_t)count, (FILE *)stream);
}

static sf_count_t
write_bytes(const void *bytes, sf_count_t count, void *stream)
{
  return (sf_count_t)fwrite(bytes, 1, (size_t)count, (FILE *)stream);
}

static sf_count_t
tell(void *stream)
{
  return ftello((FILE *)stream);
}

/** What libsndfile leaves to be done. */
static bool
finish(FILE *file,
       unsigned format,
       const struct yeoun_sound_label *label,
       const struct yeoun_take *take)
{
  const bool has_tags = label->is_loop && yeoun_format_has_comments(format);
  return (!has_tags || yeoun_loop_tags_write(file, take->frames)) &&
         (!yeoun_format_is_ogg(format) || yeoun_ogg_pages_settle(file)) &&
         (!yeoun_format_is_mpeg(format) || yeoun_id3_tags_settle(file));
}

bool
yeoun_sound_write(const char *path,
                  unsigned format,
                  const struct yeoun_sound_label *label,
                  const struct yeoun_take *take,
                  unsigned channel)
{
  SF_VIRTUAL_IO io = {get_length, seek, read_bytes, write_bytes, tell};
  SF_INFO info = {
    .samplerate = (int)take->rate,
    .channels = 2,
    .format = yeoun_format_code(format),
  };
  struct yeoun_file file;
  if (!yeoun_file_begin(&file, path)) {
    return false;
  }
  errno = 0;
  SNDFILE *const sound = sf_open_virtual(&io, SFM_WRITE, &info, file.stream);
  bool is_whole = sound;
  if (sound) {
    set_up(sound, format, label, take, channel);
    is_whole = write_frames(sound, take, channel);
    is_whole = !sf_close(sound) && is_whole;
    is_whole = is_whole && finish(file.stream, format, label, take);
  } else {
    yeoun_say("%s: %s", path, sf_strerror(NULL));
  }
  return yeoun_file_finish(&file, is_whole);
}
