// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "theme.h"

#include "beats.h"
#include "chart.h"
#include "chord_kind.h"
#include "pitch_name.h"
#include "signature.h"

#include <stdio.h>
#include <string.h>

enum { MIDDLE_C = 60, USUAL_BEATS = 4, KEYS = 128 };

static bool
is_digit(char c)
{
  return c >= '0' && c <= '9';
}

/* Read beats such as "2" or "1.5" into ticks, rounded to the nearest; returns
   bytes read, 0 when they are no beats or out of range. */
static size_t
read_beats(const char *text, int32_t *ticks)
{
  int32_t fine = 0; /* in ten thousandths of a beat: finer than a tick */
  int32_t place = 10000;
  size_t at = 0;
  bool has_digit = false;
  for (; is_digit(text[at]) && fine < 1000000; ++at) {
    fine = fine * 10 + (text[at] - '0') * 10000;
    has_digit = true;
  }
  if (text[at] == '.') {
    for (++at; is_digit(text[at]); ++at) {
      place /= 10;
      fine += (text[at] - '0') * place;
      has_digit = true;
    }
  }
  if (!has_digit || fine < 5000 || fine > 320000) {
    return 0;
  }
  *ticks = (fine * (YEOUN_BEAT / 10) + 500) / 1000;
  return at;
}

/* The key of a pitch class nearest to another key; upwards when it is a
   tritone away. */
static int
nearest_key(int pitch_class, int before)
{
  const int up = (pitch_class - before % 12 + 12) % 12;
  const int key = up <= 6 ? before + up : before + up - 12;
  return key < 0 ? key + 12 : (key >= KEYS ? key - 12 : key);
}

static int
default_key(const struct yeoun_theme *theme, int pitch_class)
{
  return theme->notes == 0
           ? MIDDLE_C + pitch_class
           : nearest_key(pitch_class, theme->note[theme->notes - 1]);
}

static struct yeoun_reading
read_note(const char *text, struct yeoun_theme *theme)
{
  struct yeoun_pitch_name name;
  if (!yeoun_pitch_name_read(text, 'a', &name)) {
    return (struct yeoun_reading){YEOUN_EXPECTED_ROOT, 0};
  }
  if (theme->notes == YEOUN_THEME_NOTES) {
    return (struct yeoun_reading){YEOUN_TOO_MANY_NOTES, 0};
  }
  size_t at = name.length;
  int key = default_key(theme, name.pitch_class);
  const bool is_negative = text[at] == '-' && text[at + 1] == '1';
  if (is_negative || is_digit(text[at])) {
    const int octave = is_negative ? -1 : text[at] - '0';
    /* B sharp and C flat belong to the octave of their letter. */
    const int sharps = yeoun_letter_sharps(name.letter, name.pitch_class);
    key = (octave + 1) * 12 + (name.pitch_class + 12 - sharps) % 12 + sharps;
    if (key < 0 || key >= KEYS) {
      return (struct yeoun_reading){YEOUN_EXPECTED_ROOT, at};
    }
    at += is_negative ? 2 : 1;
  }
  if (!yeoun_chord_ends(text + at)) {
    return (struct yeoun_reading){YEOUN_EXPECTED_ROOT, at};
  }
  theme->note_letter[theme->notes] = name.letter;
  theme->note[theme->notes++] = (uint8_t)key;
  return (struct yeoun_reading){YEOUN_OK, at};
}

static struct yeoun_reading
read_chord(const char *text, struct yeoun_theme *theme)
{
  struct yeoun_chord chord;
  int32_t ticks = USUAL_BEATS * YEOUN_BEAT;
  struct yeoun_reading reading = yeoun_chord_read(text, &chord);
  if (reading.status) {
    return reading;
  }
  if (theme->chords == YEOUN_THEME_CHORDS) {
    return (struct yeoun_reading){YEOUN_TOO_MANY_CHORDS, 0};
  }
  if (text[reading.offset] == ':' && text[reading.offset + 1] != '|') {
    const size_t beats = reading.offset + 1;
    const size_t length = read_beats(text + beats, &ticks);
    if (length == 0 || !yeoun_chord_ends(text + beats + length)) {
      return (struct yeoun_reading){YEOUN_EXPECTED_BEATS, beats};
    }
    reading.offset = beats + length;
  }
  theme->chord[theme->chords] = chord;
  theme->length[theme->chords++] = ticks;
  return reading;
}

/* Chords of one bar of a chart share it. */
static void
share_bar(struct yeoun_theme *theme, const struct yeoun_chart *chart)
{
  const int count = theme->chords - chart->first;
  for (int i = chart->first; count > 1 && i < theme->chords; ++i) {
    if (!(chart->is_timed >> i & 1U)) {
      theme->length[i] = USUAL_BEATS * YEOUN_BEAT / count;
    }
  }
}

/* "%": the bar before once more, so that its last chord lasts longer. */
static void
repeat_bar(struct yeoun_theme *theme)
{
  enum { LONGEST = 32 };
  if (theme->chords) {
    int32_t *const length = &theme->length[theme->chords - 1];
    *length += USUAL_BEATS * YEOUN_BEAT;
    *length = *length > LONGEST * YEOUN_BEAT ? LONGEST * YEOUN_BEAT : *length;
  }
}

/* What stands between symbols; returns its bytes. */
static size_t
pass_sign(const char *text,
          struct yeoun_theme *theme,
          struct yeoun_chart *chart)
{
  enum yeoun_chart_sign sign;
  const size_t length = yeoun_chart_read(text, &sign);
  if (length && sign == YEOUN_CHART_BAR) {
    share_bar(theme, chart);
    chart->first = theme->chords;
  } else if (length && sign == YEOUN_CHART_REPEAT) {
    repeat_bar(theme);
  }
  return length;
}

static struct yeoun_reading
read_symbol(const char *text,
            struct yeoun_theme *theme,
            struct yeoun_chart *chart)
{
  if (text[0] >= 'a' && text[0] <= 'z') {
    return read_note(text, theme);
  }
  const struct yeoun_reading reading = read_chord(text, theme);
  const bool is_timed =
    !reading.status && memchr(text, ':', reading.offset) != NULL;
  if (is_timed) {
    chart->is_timed |= 1U << (theme->chords - 1);
  }
  return reading;
}

struct yeoun_reading
yeoun_theme_read(const char *text, struct yeoun_theme *theme)
{
  struct yeoun_theme read;
  struct yeoun_chart chart = {0};
  memset(&read, 0, sizeof(read));
  size_t at = 0;
  size_t first_note = 0;
  const struct yeoun_reading other = yeoun_chart_suspect(text);
  if (other.status) {
    return other;
  }
  for (;;) {
    const size_t between = pass_sign(text + at, &read, &chart);
    at += between;
    if (between) {
      continue;
    }
    if (text[at] == '\0') {
      break;
    }
    first_note = read.notes == 0 ? at : first_note;
    const struct yeoun_reading reading = read_symbol(text + at, &read, &chart);
    at += reading.offset;
    if (reading.status) {
      return (struct yeoun_reading){reading.status, at};
    }
  }
  if (read.chords + read.notes == 0) {
    return (struct yeoun_reading){YEOUN_EMPTY_THEME, at};
  }
  if (read.notes == 1) {
    return (struct yeoun_reading){YEOUN_TOO_FEW_NOTES, first_note};
  }
  if (chart.first) {
    share_bar(&read, &chart);
  }
  if (read.notes) {
    yeoun_theme_letters_fold(&read);
  }
  *theme = read;
  return (struct yeoun_reading){YEOUN_OK, at};
}

static int
write_beats(int32_t ticks, char *text, size_t size)
{
  const int32_t fine = (ticks * 1000 + YEOUN_BEAT / 20) / (YEOUN_BEAT / 10);
  int32_t fraction = fine % 10000;
  int digits = 4;
  while (digits > 0 && fraction % 10 == 0) {
    fraction /= 10;
    --digits;
  }
  return digits == 0 ? snprintf(text, size, ":%d", (int)(fine / 10000))
                     : snprintf(text,
                                size,
                                ":%d.%0*d",
                                (int)(fine / 10000),
                                digits,
                                (int)fraction);
}

static void
write_chord(const struct yeoun_theme *theme, int i, char *text, size_t size)
{
  const size_t length = yeoun_chord_write(theme->chord[i], text, size);
  if (theme->length[i] != USUAL_BEATS * YEOUN_BEAT) {
    write_beats(theme->length[i], text + length, size - length);
  }
}

static void
write_note(const struct yeoun_theme *theme, unsigned i, char *text, size_t size)
{
  struct yeoun_theme before = *theme;
  before.notes = (uint8_t)i;
  const int key = theme->note[i];
  const unsigned letter = yeoun_theme_note_letter(theme, i);
  const int sharps = yeoun_letter_sharps(letter, (unsigned)key);
  char name[YEOUN_PITCH_NAME_SIZE];
  yeoun_pitch_name_write(letter, (unsigned)key, 'a', name);
  if (key == default_key(&before, key % 12)) {
    snprintf(text, size, "%s", name);
  } else {
    snprintf(text, size, "%s%d", name, (key - sharps) / 12 - 1);
  }
}

size_t
yeoun_theme_write(const struct yeoun_theme *theme, char *text, size_t size)
{
  size_t at = 0;
  if (size == 0) {
    return 0;
  }
  text[0] = '\0';
  for (int i = 0; i < theme->chords + theme->notes; ++i) {
    char symbol[32];
    if (i < theme->chords) {
      write_chord(theme, i, symbol, sizeof(symbol));
    } else {
      write_note(theme, (unsigned)(i - theme->chords), symbol, sizeof(symbol));
    }
    const int length =
      snprintf(text + at, size - at, "%s%s", i > 0 ? " " : "", symbol);
    at += (size_t)length;
    if (at >= size) {
      return size - 1;
    }
  }
  return at;
}

struct yeoun_theme
yeoun_theme_default(void)
{
  struct yeoun_theme theme;
  memset(&theme, 0, sizeof(theme));
  yeoun_theme_read("Am F C", &theme);
  return theme;
}

bool
yeoun_theme_equal(const struct yeoun_theme *a, const struct yeoun_theme *b)
{
  if (a->chords != b->chords || a->notes != b->notes ||
      memcmp(a->note, b->note, a->notes) != 0 ||
      memcmp(a->note_letter, b->note_letter, a->notes) != 0) {
    return false;
  }
  for (unsigned i = 0; i < a->chords; ++i) {
    if (!yeoun_chord_equal(&a->chord[i], &b->chord[i]) ||
        a->length[i] != b->length[i]) {
      return false;
    }
  }
  return true;
}
