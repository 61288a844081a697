// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "name.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "music/lane.h"
#include "music/theme.h"
#include "name_field.h"
#include "name_words.h"

/* All that is read comes to stand here first, so that a fault half way writes
   nothing. */
struct draft {
  struct yeoun_request request;
  uint32_t algorithm;
  uint64_t fields; /**< set of those that were read */
  bool has_meter, has_algorithm;
};

/** A part of the text. */
struct piece {
  const char *at, *end;
};

static const struct yeoun_reading fine = {YEOUN_OK, 0};

static bool
is_blank(char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool
is_digit(char c)
{
  return c >= '0' && c <= '9';
}

/** The next word, empty at the end. */
static struct piece
next_word(const char *text)
{
  struct piece word;
  while (is_blank(*text)) {
    ++text;
  }
  word.at = text;
  while (*text && !is_blank(*text)) {
    ++text;
  }
  word.end = text;
  return word;
}

static bool
is_text(struct piece piece, const char *text)
{
  const size_t length = (size_t)(piece.end - piece.at);
  return length == strlen(text) && !memcmp(piece.at, text, length);
}

/** Read digits; false, and nothing taken, when there are none or too many. */
static bool
take_number(struct piece *piece, uint32_t *number)
{
  const char *at = piece->at;
  uint32_t read = 0;
  for (; at < piece->end && is_digit(*at) && at - piece->at < 6; ++at) {
    read = read * 10 + (uint32_t)(*at - '0');
  }
  if (at == piece->at || (at < piece->end && is_digit(*at))) {
    return false;
  }
  piece->at = at;
  *number = read;
  return true;
}

static bool
take_sign(struct piece *piece, char sign)
{
  if (piece->at == piece->end || *piece->at != sign) {
    return false;
  }
  ++piece->at;
  return true;
}

/** Read a decimal to the nearest 256th, or a whole number. */
static bool
take_value(struct piece *piece, bool is_share, int32_t *value)
{
  const bool is_negative = take_sign(piece, '-');
  uint32_t whole = 0;
  uint32_t scale = 1;
  uint64_t fine_value = 0;
  if (!take_number(piece, &whole)) {
    return false;
  }
  fine_value = whole;
  if (is_share && take_sign(piece, '.')) {
    const char *const start = piece->at;
    for (; piece->at < piece->end && is_digit(*piece->at); ++piece->at) {
      if (piece->at - start < 9) { /* what is finer makes no difference */
        fine_value = fine_value * 10 + (uint64_t)(*piece->at - '0');
        scale *= 10;
      }
    }
    if (piece->at == start) {
      return false;
    }
  }
  const uint64_t read =
    is_share ? (fine_value * 512 + scale) / (2 * (uint64_t)scale) : fine_value;
  *value = is_negative ? -(int32_t)read : (int32_t)read;
  return piece->at == piece->end;
}

static enum yeoun_status
read_meter(struct piece value, struct draft *draft)
{
  uint32_t beats = 0;
  uint32_t unit = 0;
  if (draft->has_meter) {
    return YEOUN_FIELD_TWICE;
  }
  if (!take_number(&value, &beats) || !take_sign(&value, '/') ||
      !take_number(&value, &unit) || value.at != value.end || beats < 1 ||
      beats > 32 || (unit != 2 && unit != 4 && unit != 8 && unit != 16)) {
    return YEOUN_EXPECTED_VALUE;
  }
  draft->request.meter =
    (struct yeoun_meter){.beats = (uint8_t)beats, .unit = (uint8_t)unit};
  draft->has_meter = true;
  return YEOUN_OK;
}

static enum yeoun_status
read_algorithm(struct piece value, struct draft *draft)
{
  if (draft->has_algorithm) {
    return YEOUN_FIELD_TWICE;
  }
  if (!take_number(&value, &draft->algorithm) || value.at != value.end ||
      !draft->algorithm || draft->algorithm > UINT16_MAX) {
    return YEOUN_EXPECTED_VALUE;
  }
  draft->has_algorithm = true;
  return YEOUN_OK;
}

static enum yeoun_status
read_range(struct piece value, unsigned lane, struct draft *draft)
{
  struct yeoun_request *const request = &draft->request;
  uint32_t first = 0;
  uint32_t last = 0;
  uint32_t take = 0;
  if (!take_number(&value, &first) || !take_sign(&value, '-') ||
      !take_number(&value, &last) || !take_sign(&value, ':') ||
      !take_number(&value, &take) || value.at != value.end || first < 1 ||
      first > YEOUN_BARS_MAX || last < first ||
      last - first >= YEOUN_BARS_MAX || take < 1 || take >= YEOUN_TAKES) {
    return YEOUN_EXPECTED_VALUE;
  }
  if (request->ranges == YEOUN_RANGES) {
    return YEOUN_TOO_MANY_RANGES;
  }
  request->range[request->ranges++] =
    (struct yeoun_bar_range){.lane = (uint8_t)lane,
                             .first = (uint8_t)(first - 1),
                             .bars = (uint8_t)(last - first + 1),
                             .take = (uint8_t)take};
  return YEOUN_OK;
}

/** The field of a word, or how many there are. */
static size_t
find_field(struct piece word)
{
  size_t count = 0;
  const struct yeoun_name_field *const fields = yeoun_name_fields(&count);
  size_t i = 0;
  while (i < count && !is_text(word, fields[i].word)) {
    ++i;
  }
  return i;
}

/** The lane of "melody_bars", or YEOUN_LANES. */
static unsigned
find_range(struct piece word)
{
  const ptrdiff_t tail = sizeof(YEOUN_NAME_BARS) - 1;
  if (word.end - word.at <= tail ||
      memcmp(word.end - tail, YEOUN_NAME_BARS, (size_t)tail) != 0) {
    return YEOUN_LANES;
  }
  word.end -= tail;
  unsigned lane = 0;
  while (lane < YEOUN_LANES && !is_text(word, yeoun_lane_name(lane))) {
    ++lane;
  }
  return lane;
}

static enum yeoun_status
read_number(struct piece value, size_t index, struct draft *draft)
{
  size_t count = 0;
  const struct yeoun_name_field *const field =
    yeoun_name_fields(&count) + index;
  int32_t number = 0;
  if (draft->fields >> index & 1U) {
    return YEOUN_FIELD_TWICE;
  }
  if (!take_value(&value, field->kind == YEOUN_NAME_SHARE, &number) ||
      number < field->low || number > field->high) {
    return YEOUN_EXPECTED_VALUE;
  }
  yeoun_name_field_set(field, number, &draft->request);
  draft->fields |= (uint64_t)1 << index;
  return YEOUN_OK;
}

/** Read "word=value". The offset is from the beginning of the word. */
static struct yeoun_reading
read_field(struct piece word, struct draft *draft)
{
  const char *const sign =
    (const char *)memchr(word.at, '=', (size_t)(word.end - word.at));
  if (!sign) {
    return (struct yeoun_reading){YEOUN_EXPECTED_FIELD, 0};
  }
  const struct piece name = {word.at, sign};
  const struct piece value = {sign + 1, word.end};
  size_t count = 0;
  yeoun_name_fields(&count);
  const size_t index = find_field(name);
  const unsigned lane = find_range(name);
  const enum yeoun_status status =
    index < count                         ? read_number(value, index, draft)
    : lane < YEOUN_LANES                  ? read_range(value, lane, draft)
    : is_text(name, YEOUN_NAME_METER)     ? read_meter(value, draft)
    : is_text(name, YEOUN_NAME_ALGORITHM) ? read_algorithm(value, draft)
                                          : YEOUN_EXPECTED_FIELD;
  const size_t offset =
    status == YEOUN_EXPECTED_VALUE ? (size_t)(value.at - word.at) : 0;
  return (struct yeoun_reading){status, offset};
}

static struct yeoun_reading
read_head(struct piece *word)
{
  const size_t length = sizeof(YEOUN_NAME_HEAD) - 1;
  uint32_t version = 0;
  if (strncmp(word->at, YEOUN_NAME_HEAD, length) != 0) {
    return (struct yeoun_reading){YEOUN_EXPECTED_NAME, 0};
  }
  struct piece number = {word->at + length, word->end};
  if (!take_number(&number, &version) || number.at != number.end || !version) {
    return (struct yeoun_reading){YEOUN_EXPECTED_NAME, 0};
  }
  return version > YEOUN_NAME_VERSION
           ? (struct yeoun_reading){YEOUN_LATER_NAME, 0}
           : fine;
}

/** Read the words up to the first field; returns that. */
static struct yeoun_reading
read_theme(struct piece *word, struct draft *draft)
{
  const char *const start = word->at;
  const char *end = start;
  while (word->at < word->end &&
         !memchr(word->at, '=', (size_t)(word->end - word->at))) {
    end = word->end;
    *word = next_word(word->end);
  }
  char theme[YEOUN_THEME_TEXT];
  const size_t length = (size_t)(end - start);
  if (length >= sizeof(theme)) {
    return (struct yeoun_reading){YEOUN_TOO_LONG, 0};
  }
  memcpy(theme, start, length);
  theme[length] = '\0';
  return yeoun_theme_read(theme, &draft->request.theme);
}

static void
begin(struct draft *draft)
{
  size_t count = 0;
  const struct yeoun_name_field *const fields = yeoun_name_fields(&count);
  memset(draft, 0, sizeof(*draft));
  for (size_t i = 0; i < count; ++i) {
    yeoun_name_field_set(&fields[i], fields[i].usual, &draft->request);
  }
  draft->algorithm = YEOUN_ALGORITHM;
}

struct yeoun_reading
yeoun_name_read(const char *text,
                struct yeoun_request *request,
                unsigned *algorithm)
{
  struct draft draft;
  struct piece word = next_word(text);
  struct yeoun_reading reading = read_head(&word);
  begin(&draft);
  if (!reading.status) {
    word = next_word(word.end);
    const char *const start = word.at;
    reading = read_theme(&word, &draft);
    if (reading.status) {
      reading.offset += (size_t)(start - text);
      return reading;
    }
    reading.offset = 0;
  }
  while (!reading.status && word.at < word.end) {
    reading = read_field(word, &draft);
    if (!reading.status) {
      word = next_word(word.end);
    }
  }
  reading.offset += (size_t)(word.at - text);
  if (reading.status) {
    return reading;
  }
  struct yeoun_mood *const mood = &draft.request.mood;
  *mood =
    yeoun_mood_blend(mood->asked, mood->trim, mood->intensity, mood->space);
  memcpy(request, &draft.request, sizeof(*request));
  if (algorithm) {
    *algorithm = draft.algorithm;
  }
  return reading;
}

struct yeoun_reading
yeoun_ranges_read(const char *text,
                  struct yeoun_bar_range *range,
                  uint8_t *ranges)
{
  struct draft draft;
  struct yeoun_reading reading = fine;
  struct piece word = next_word(text);
  memset(&draft, 0, sizeof(draft));
  while (!reading.status && word.at < word.end) {
    const char *const sign =
      (const char *)memchr(word.at, '=', (size_t)(word.end - word.at));
    const struct piece name = {word.at, sign ? sign : word.at};
    const unsigned lane = find_range(name);
    if (lane < YEOUN_LANES) {
      reading = read_field(word, &draft);
    } else {
      reading.status = YEOUN_EXPECTED_FIELD;
    }
    if (!reading.status) {
      word = next_word(word.end);
    }
  }
  reading.offset += (size_t)(word.at - text);
  if (!reading.status) {
    *ranges = draft.request.ranges;
    memcpy(range, draft.request.range, *ranges * sizeof(*range));
  }
  return reading;
}

/** The field whose value is at fault, or NULL. */
static const struct yeoun_name_field *
field_at_fault(const char *text, struct yeoun_reading reading)
{
  if (reading.status != YEOUN_EXPECTED_VALUE || !reading.offset) {
    return NULL;
  }
  struct piece word = {.end = text + reading.offset - 1};
  for (word.at = word.end; word.at > text && !is_blank(word.at[-1]);) {
    --word.at;
  }
  size_t count = 0;
  const struct yeoun_name_field *const fields = yeoun_name_fields(&count);
  const size_t index = find_field(word);
  return index < count ? &fields[index] : NULL;
}

size_t
yeoun_name_explain(const char *text,
                   struct yeoun_reading reading,
                   char *out,
                   size_t size)
{
  const struct yeoun_name_field *const field = field_at_fault(text, reading);
  int length = 0;
  if (field) {
    const int scale = field->kind == YEOUN_NAME_SHARE ? 256 : 1;
    length = snprintf(out,
                      size,
                      "Expected a %snumber from %d to %d after %s=",
                      scale == 1 ? "whole " : "",
                      (int)field->low / scale,
                      (int)field->high / scale,
                      field->word);
  } else {
    length = snprintf(out, size, "%s", yeoun_status_text(reading.status));
  }
  return (size_t)length < size ? (size_t)length : size ? size - 1 : 0;
}
