// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "property.h"

#include <string.h>

#include "read.h"
#include "render/sound/master.h"
#include "render/sound/sound_file.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static bool
copy(char *to, size_t size, const char *text)
{
  const size_t length = strlen(text);
  if (!length || length >= size) {
    return false;
  }
  memcpy(to, text, length + 1);
  return true;
}

/** The theme itself is read when the whole cue is known. */
static bool
read_theme(struct yeoun_music_cue *cue, const char *text)
{
  return copy(cue->theme_text, sizeof(cue->theme_text), text);
}

static bool
read_key(struct yeoun_music_cue *cue, const char *text)
{
  return copy(cue->key, sizeof(cue->key), text);
}

static bool
read_mood(struct yeoun_music_cue *cue, const char *text)
{
  cue->has_weights = yeoun_read_mood(text, cue->weight);
  return cue->has_weights && copy(cue->mood, sizeof(cue->mood), text);
}

static bool
read_preset(struct yeoun_music_cue *cue, const char *text)
{
  return copy(cue->preset, sizeof(cue->preset), text);
}

static bool
read_variation(struct yeoun_music_cue *cue, const char *text)
{
  long number = 0;
  const bool is_good = yeoun_read_whole(text, 0, 999, &number);
  cue->variation = (unsigned)number;
  return is_good;
}

static bool
read_seconds(struct yeoun_music_cue *cue, const char *text)
{
  return yeoun_read_real(text, 1, 3600, &cue->seconds);
}

static bool
read_bars(struct yeoun_music_cue *cue, const char *text)
{
  long number = 0;
  const bool is_good = yeoun_read_whole(text, 1, 512, &number);
  cue->bars = (unsigned)number;
  return is_good;
}

static bool
read_bpm(struct yeoun_music_cue *cue, const char *text)
{
  return yeoun_read_real(text, 20, 300, &cue->tempo_bpm);
}

static bool
read_meter(struct yeoun_music_cue *cue, const char *text)
{
  return yeoun_read_meter(text, &cue->meter);
}

static bool
read_hit(struct yeoun_music_cue *cue, const char *text)
{
  return yeoun_read_hit(text, cue);
}

static bool
read_intensity(struct yeoun_music_cue *cue, const char *text)
{
  return yeoun_read_curve(text, cue);
}

static bool
read_palette(struct yeoun_music_cue *cue, const char *text)
{
  return yeoun_cue_setting(cue, "palette", text, 0);
}

static bool
read_warmth(struct yeoun_music_cue *cue, const char *text)
{
  double warmth = 0;
  return yeoun_read_real(text, -1, 1, &warmth) &&
         yeoun_cue_setting(cue, "warmth", NULL, (float)warmth);
}

static bool
read_colour(struct yeoun_music_cue *cue, const char *text)
{
  float warmth = 0;
  return yeoun_read_colour(text, &warmth) &&
         yeoun_cue_setting(cue, "warmth", NULL, warmth);
}

static bool
read_distance(struct yeoun_music_cue *cue, const char *text)
{
  double distance = 0;
  return yeoun_read_real(text, 0, 1, &distance) &&
         yeoun_cue_setting(cue, "distance", NULL, (float)distance);
}

/** The same re-roll of harmony and all lanes. */
static bool
read_take(struct yeoun_music_cue *cue, const char *text)
{
  static const char *const symbols[] = {"harmony_take",
                                        "melody_take",
                                        "counter_take",
                                        "chords_take",
                                        "bass_take",
                                        "pad_take",
                                        "drums_take"};
  long take = 0;
  bool is_good = yeoun_read_whole(text, 0, 99, &take);
  for (size_t i = 0; i < COUNT(symbols) && is_good; ++i) {
    is_good = yeoun_cue_setting(cue, symbols[i], NULL, (float)take);
  }
  return is_good;
}

static bool
read_ending(struct yeoun_music_cue *cue, const char *text)
{
  cue->has_ending = !strcmp(text, "true");
  return cue->has_ending || !strcmp(text, "false");
}

static bool
read_makes(struct yeoun_music_cue *cue, const char *text)
{
  return yeoun_read_makes(text, &cue->makes);
}

static bool
read_target(struct yeoun_music_cue *cue, const char *text)
{
  cue->target = yeoun_target_find(text);
  return cue->target < YEOUN_TARGETS;
}

static bool
read_format(struct yeoun_music_cue *cue, const char *text)
{
  cue->formats = yeoun_formats_read(text);
  return cue->formats;
}

static bool
read_rate(struct yeoun_music_cue *cue, const char *text)
{
  long number = 0;
  const bool is_good = yeoun_read_whole(text, 8000, 192000, &number);
  cue->rate = (unsigned)number;
  return is_good;
}

static const struct yeoun_property properties[] = {
  {"theme", read_theme, "chords or notes, such as \"Am F C\""},
  {"key", read_key, "A to G, such as \"Dm\" or \"Eb\""},
  {"mood", read_mood, "\"romantic\", or a blend: \"lyrical 0.6 comic 0.4\""},
  {"preset", read_preset, "the label of a preset"},
  {"variation", read_variation, "0 to 999"},
  {"seconds", read_seconds, "1 to 3600"},
  {"bars", read_bars, "1 to 512"},
  {"bpm", read_bpm, "20 to 300"},
  {"meter", read_meter, "such as \"4/4\""},
  {"hit", read_hit, "seconds"},
  {"intensity", read_intensity, "\"0:0.3 20:0.8\", seconds and 0 to 1"},
  {"palette", read_palette, "the name of a palette"},
  {"warmth", read_warmth, "-1 to 1"},
  {"colour", read_colour, "\"#e0a040\""},
  {"distance", read_distance, "0 to 1"},
  {"take", read_take, "0 to 99"},
  {"ending", read_ending, "true or false"},
  {"make", read_makes, "some of \"mix midi stems loop score picture\""},
  {"target", read_target, "none, streaming, cinema or broadcast"},
  {"format", read_format, "\"float\" or \"wav24\", with flac, ogg, mp3"},
  {"rate", read_rate, "8000 to 192000"},
};

const struct yeoun_property *
yeoun_property_find(const char *uri)
{
  const size_t length = strlen(YEOUN_VOCABULARY);
  for (size_t i = 0; i < COUNT(properties); ++i) {
    if (!strncmp(uri, YEOUN_VOCABULARY, length) &&
        !strcmp(uri + length, properties[i].name)) {
      return &properties[i];
    }
  }
  return NULL;
}
