// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "music/mood.h"
#include "render/letter.h"
#include "timecode.h"

bool
yeoun_read_plain(const char *text)
{
  uint32_t letter = 0;
  while (*text) {
    const size_t bytes = yeoun_letter_read(text, &letter);
    if (!bytes || yeoun_letter_steers(letter)) {
      return false;
    }
    text += bytes;
  }
  return true;
}

bool
yeoun_read_is_variation_name(const char *text)
{
  const size_t digits =
    strncmp(text, "yeoun", 5) != 0 ? 0 : strspn(text + 5, "0123456789");
  return digits && text[5 + digits] == ' ';
}

bool
yeoun_read_whole(const char *text, long low, long high, long *number)
{
  char *end = NULL;
  *number = strtol(text, &end, 10);
  return end != text && !*end && *number >= low && *number <= high;
}

bool
yeoun_read_real(const char *text, double low, double high, double *number)
{
  char *end = NULL;
  *number = strtod(text, &end);
  return end != text && !*end && *number >= low && *number <= high;
}

bool
yeoun_read_meter(const char *text, struct yeoun_meter *meter)
{
  char *end = NULL;
  const long beats = strtol(text, &end, 10);
  long unit = 0;
  if (end == text || *end != '/' || beats < 1 || beats > 32 ||
      !yeoun_read_whole(end + 1, 2, 16, &unit) || (unit & (unit - 1))) {
    return false;
  }
  *meter = (struct yeoun_meter){(uint8_t)beats, (uint8_t)unit};
  return true;
}

bool
yeoun_read_mood(const char *text, float weight[YEOUN_POLES])
{
  bool has_any = false;
  memset(weight, 0, YEOUN_POLES * sizeof(float));
  while (*text) {
    char name[16];
    double value = 1;
    int length = 0;
    int more = 0;
    unsigned pole = 0;
    if (sscanf(text, " %15[a-z]%n", name, &length) != 1) {
      return false;
    }
    while (pole < YEOUN_POLES && strcmp(name, yeoun_pole_name(pole)) != 0) {
      ++pole;
    }
    if (pole == YEOUN_POLES) {
      return false;
    }
    if (sscanf(text + length, " %lf%n", &value, &more) == 1) {
      length += more;
    }
    if (!(value >= 0 && value <= 1)) {
      return false;
    }
    weight[pole] = (float)value;
    has_any |= value > 0;
    text += length + (int)strspn(text + length, " ,");
  }
  return has_any;
}

bool
yeoun_read_curve(const char *text, struct yeoun_music_cue *cue)
{
  cue->points = 0;
  while (*text) {
    struct yeoun_point point = {0};
    int length = 0;
    if (cue->points == YEOUN_POINTS ||
        sscanf(text, " %lf:%lf%n", &point.at_s, &point.value, &length) != 2 ||
        !(point.value >= 0 && point.value <= 1) ||
        !(point.at_s >= 0 && point.at_s < 1e5) ||
        (cue->points && point.at_s <= cue->point[cue->points - 1].at_s)) {
      return false;
    }
    cue->point[cue->points++] = point;
    text += length + (int)strspn(text + length, " ,");
  }
  return cue->points;
}

/** What a hit asks for, by its word. */
static bool
read_hit_kind(const char *word, uint8_t *kind)
{
  static const char *const words[] = {"", "beat", "downbeat", "accent"};
  for (uint8_t i = 0; i < sizeof(words) / sizeof(words[0]); ++i) {
    if (!strcmp(word, words[i])) {
      *kind = i;
      return true;
    }
  }
  return false;
}

bool
yeoun_read_hit(const char *text, struct yeoun_music_cue *cue)
{
  char time[32];
  char word[16] = "";
  int length = 0;
  double at_s = 0;
  bool is_code = false;
  uint8_t kind = 0;
  if (cue->hits == YEOUN_HITS ||
      sscanf(text, "%31s %15s %n", time, word, &length) < 1 ||
      (word[0] && text[length]) || !read_hit_kind(word, &kind) ||
      !yeoun_time_read(time, cue->fps, &at_s, &is_code)) {
    return false;
  }
  at_s -= is_code ? cue->start_s : 0;
  if (!(at_s >= 0 && at_s <= 1e5)) {
    return false;
  }
  unsigned i = cue->hits++;
  for (; i && cue->hit_s[i - 1] > at_s; --i) {
    cue->hit_s[i] = cue->hit_s[i - 1];
    cue->hit_kind[i] = cue->hit_kind[i - 1];
  }
  cue->hit_s[i] = at_s;
  cue->hit_kind[i] = kind;
  return true;
}
