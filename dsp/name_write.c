// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "name.h"

#include <stdbool.h>

#include "music/lane.h"
#include "music/theme.h"
#include "name_field.h"
#include "name_words.h"

/** A text that grows; what does not fit makes it too long for good. */
struct line {
  char *text;
  size_t length, size;
  bool is_full;
};

static void
put(struct line *line, const char *part)
{
  for (; *part; ++part) {
    if (line->length + 1 >= line->size) {
      line->is_full = true;
      return;
    }
    line->text[line->length++] = *part;
  }
}

static void
put_number(struct line *line, uint32_t number)
{
  char digits[11];
  size_t at = sizeof(digits) - 1;
  digits[at] = '\0';
  do {
    digits[--at] = (char)('0' + number % 10);
    number /= 10;
  } while (number);
  put(line, digits + at);
}

static void
put_signed(struct line *line, int32_t number)
{
  if (number < 0) {
    put(line, "-");
  }
  put_number(line, (uint32_t)(number < 0 ? -number : number));
}

/** The shortest decimal whose nearest 256th is this one: three places always
    do. */
static void
put_share(struct line *line, int32_t share)
{
  const uint32_t size = (uint32_t)(share < 0 ? -share : share);
  uint32_t scale = 1;
  uint32_t rounded = (size + 128) / 256;
  while ((rounded * 512 + scale) / (2 * scale) != size) {
    scale *= 10;
    rounded = (size * scale + 128) / 256;
  }
  if (share < 0) {
    put(line, "-");
  }
  put_number(line, rounded / scale);
  if (scale > 1) {
    put(line, ".");
    for (scale /= 10; scale; scale /= 10) {
      put_number(line, rounded / scale % 10);
    }
  }
}

static void
put_word(struct line *line, const char *word)
{
  put(line, " ");
  put(line, word);
  put(line, "=");
}

static void
put_fields(struct line *line, const struct yeoun_request *request)
{
  size_t count = 0;
  const struct yeoun_name_field *const fields = yeoun_name_fields(&count);
  for (size_t i = 0; i < count; ++i) {
    const int32_t value = yeoun_name_field_get(&fields[i], request);
    if (value != fields[i].usual || fields[i].is_always) {
      put_word(line, fields[i].word);
      if (fields[i].kind == YEOUN_NAME_SHARE) {
        put_share(line, value);
      } else {
        put_signed(line, value);
      }
    }
  }
}

static void
put_meter(struct line *line, struct yeoun_meter meter)
{
  if (meter.beats && meter.unit) {
    put_word(line, YEOUN_NAME_METER);
    put_number(line, meter.beats);
    put(line, "/");
    put_number(line, meter.unit);
  }
}

static void
put_range(struct line *line,
          const struct yeoun_bar_range *range,
          const char *before)
{
  put(line, before);
  put(line, yeoun_lane_name(range->lane));
  put(line, YEOUN_NAME_BARS "=");
  put_number(line, range->first + 1U);
  put(line, "-");
  put_number(line, (uint32_t)range->first + range->bars);
  put(line, ":");
  put_number(line, range->take);
}

size_t
yeoun_ranges_write(const struct yeoun_bar_range *range,
                   unsigned ranges,
                   char *text,
                   size_t size)
{
  struct line line = {text, 0, size, size == 0};
  for (unsigned i = 0; i < ranges && i < YEOUN_RANGES; ++i) {
    put_range(&line, &range[i], i ? " " : "");
  }
  if (size) {
    text[line.length] = '\0';
  }
  return line.length;
}

size_t
yeoun_name_write(const struct yeoun_request *request,
                 unsigned algorithm,
                 char *text,
                 size_t size)
{
  struct line line = {text, 0, size, size == 0};
  char theme[YEOUN_THEME_TEXT];
  yeoun_theme_write(&request->theme, theme, sizeof(theme));
  put(&line, YEOUN_NAME_HEAD);
  put_number(&line, YEOUN_NAME_VERSION);
  put(&line, " ");
  put(&line, theme);
  put_fields(&line, request);
  put_meter(&line, request->meter);
  for (unsigned i = 0; i < request->ranges && i < YEOUN_RANGES; ++i) {
    put_range(&line, &request->range[i], " ");
  }
  put_word(&line, YEOUN_NAME_ALGORITHM);
  put_number(&line, algorithm);
  line.length = line.is_full ? 0 : line.length;
  if (size) {
    text[line.length] = '\0';
  }
  return line.length;
}
