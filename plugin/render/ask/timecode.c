// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "timecode.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct yeoun_fps known[] = {
  {"", 0, 1, 0, false},
  {"23.976", 24000, 1001, 24, false},
  {"24", 24, 1, 24, false},
  {"25", 25, 1, 25, false},
  {"29.97", 30000, 1001, 30, false},
  {"29.97df", 30000, 1001, 30, true},
  {"30", 30, 1, 30, false},
};

#define KNOWN (sizeof(known) / sizeof(known[0]))

/* Frames of a minute and of ten minutes that drop two numbers a minute. */
#define DROP_MINUTE 1798
#define DROP_TEN 17982

const struct yeoun_fps *
yeoun_fps(unsigned i)
{
  return i < KNOWN ? &known[i] : NULL;
}

unsigned
yeoun_fps_find(const char *name)
{
  for (unsigned i = 1; i < KNOWN; ++i) {
    if (!strcmp(name, known[i].name)) {
      return i;
    }
  }
  return !strcmp(name, "29.97 drop")       ? yeoun_fps_find("29.97df")
         : !strcmp(name, "29.97 non-drop") ? yeoun_fps_find("29.97")
         : !strcmp(name, "23.98")          ? yeoun_fps_find("23.976")
                                           : 0;
}

/** Two digits. */
static bool
read_two(const char *text, unsigned *number)
{
  if (text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9') {
    return false;
  }
  *number = (unsigned)(10 * (text[0] - '0') + text[1] - '0');
  return true;
}

bool
yeoun_timecode_read(const char *text, unsigned fps, int64_t *frame)
{
  const struct yeoun_fps *const rate = yeoun_fps(fps);
  unsigned part[4];
  if (!rate || !rate->whole || strlen(text) != 11) {
    return false;
  }
  for (unsigned i = 0; i < 4; ++i) {
    const char mark = text[3 * i + 2];
    const bool is_mark =
      i == 3 ? !mark : mark == ':' || (i == 2 && rate->is_drop && mark == ';');
    if (!read_two(text + 3 * i, &part[i]) || !is_mark) {
      return false;
    }
  }
  const unsigned minutes = 60 * part[0] + part[1];
  const bool is_dropped =
    rate->is_drop && part[1] % 10 && !part[2] && part[3] < 2;
  if (part[0] > 23 || part[1] > 59 || part[2] > 59 || part[3] >= rate->whole ||
      is_dropped) {
    return false;
  }
  *frame = (int64_t)(60 * minutes + part[2]) * rate->whole + part[3];
  *frame -= rate->is_drop ? 2 * (int64_t)(minutes - minutes / 10) : 0;
  return true;
}

void
yeoun_timecode_write(double at_s, unsigned fps, char text[YEOUN_TIMECODE])
{
  const struct yeoun_fps *const rate = yeoun_fps(fps);
  const double exact = at_s * rate->num / rate->den;
  int64_t frame = llround(fmax(exact, 0));
  if (rate->is_drop) {
    const int64_t rest = frame % DROP_TEN;
    frame += 18 * (frame / DROP_TEN);
    frame += rest < 2 ? 0 : 2 * ((rest - 2) / DROP_MINUTE);
  }
  const unsigned all = (unsigned)(frame / rate->whole);
  snprintf(text,
           YEOUN_TIMECODE,
           "%02u:%02u:%02u%c%02u",
           (all / 3600 % 24) & 31U,
           (all / 60 % 60) & 63U,
           (all % 60) & 63U,
           rate->is_drop ? ';' : ':',
           (unsigned)(frame % rate->whole) & 31U);
}

double
yeoun_fps_seconds(unsigned fps, int64_t frame)
{
  const struct yeoun_fps *const rate = yeoun_fps(fps);
  return (double)frame * rate->den / rate->num;
}

/** "1:02.5" or "1:01:02.5". */
static bool
read_clock(const char *text, double *seconds)
{
  double sum = 0;
  for (unsigned parts = 0; parts < 3; ++parts) {
    char *end = NULL;
    const double part = strtod(text, &end);
    const bool is_last = !*end;
    const bool is_whole = strspn(text, "0123456789") == (size_t)(end - text);
    if (strspn(text, "0123456789.") != (size_t)(end - text) || end == text ||
        (parts && !(part < 60)) || (!is_last && (!is_whole || *end != ':'))) {
      return false;
    }
    sum = 60 * sum + part;
    if (is_last) {
      *seconds = sum;
      return parts > 0;
    }
    text = end + 1;
  }
  return false;
}

bool
yeoun_time_read(const char *text, unsigned fps, double *seconds, bool *is_code)
{
  char *end = NULL;
  int64_t frame = 0;
  *is_code = yeoun_timecode_read(text, fps, &frame);
  if (*is_code) {
    *seconds = yeoun_fps_seconds(fps, frame);
    return true;
  }
  if (strchr(text, ':')) {
    return read_clock(text, seconds);
  }
  *seconds = strtod(text, &end);
  return end != text && !*end && *seconds >= 0 && *seconds < 1e6;
}
