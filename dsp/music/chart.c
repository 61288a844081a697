// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "chart.h"

#include <stdbool.h>
#include <string.h>

#include "chord_kind.h"

static bool
is_blank(char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool
is_blank_or_end(char c)
{
  return c == '\0' || is_blank(c);
}

/* Bytes of one of some words at the beginning of a text, 0 when none. */
static size_t
find(const char *text, const char *const *word)
{
  for (; *word; ++word) {
    const size_t length = strlen(*word);
    if (!strncmp(text, *word, length)) {
      return length;
    }
  }
  return 0;
}

/* "|", "||", "|:", ":|", "]|": one bar line. */
static size_t
read_bar(const char *text)
{
  size_t at = 0;
  bool has_line = false;
  while (text[at] == '|' || text[at] == ':' ||
         ((text[at] == '[' || text[at] == ']') && has_line)) {
    if (text[at] == '[' && text[at - 1] != '|') {
      break;
    }
    has_line |= text[at] == '|';
    ++at;
  }
  return has_line ? at : 0;
}

/* Beats that are struck again, and how often all is played: "/ / /", "x4". */
static size_t
read_beats(const char *text)
{
  if (text[0] == '/' && (text[1] == '/' || text[1] == '|' || text[1] == ']' ||
                         is_blank_or_end(text[1]))) {
    return 1;
  }
  if ((text[0] == 'x' || text[0] == 'X') && text[1] >= '1' && text[1] <= '9' &&
      yeoun_chord_ends(text + 2)) {
    return 2;
  }
  return 0;
}

static size_t
read_dash(const char *text)
{
  static const char *const dashes[] = {"\u2010",
                                       "\u2011",
                                       "\u2012",
                                       "\u2013",
                                       "\u2014",
                                       "\u2212",
                                       "\u2192",
                                       "->",
                                       "=>",
                                       ">",
                                       "\u00B7",
                                       "\u2022",
                                       NULL};
  if (text[0] == '-' &&
      (is_blank_or_end(text[1]) || (text[1] >= 'A' && text[1] <= 'G'))) {
    return 1;
  }
  return find(text, dashes);
}

size_t
yeoun_chart_read(const char *text, enum yeoun_chart_sign *sign)
{
  static const char *const silences[] = {
    "N.C.", "N.C", "n.c.", "n.c", "NC", "nc", NULL};
  const size_t bar = read_bar(text);
  *sign = bar              ? YEOUN_CHART_BAR
          : text[0] == '%' ? YEOUN_CHART_REPEAT
                           : YEOUN_CHART_NOTHING;
  if (bar) {
    return bar;
  }
  if (text[0] && (is_blank(text[0]) || strchr("%,;[](){}", text[0]))) {
    return 1;
  }
  const size_t silence = find(text, silences);
  if (silence && yeoun_chord_ends(text + silence)) {
    return silence;
  }
  const size_t beats = read_beats(text);
  return beats ? beats : read_dash(text);
}

/* A syllable of solmisation that ends there. */
static bool
is_syllable(const char *text)
{
  static const char *const syllables[] = {
    "Do", "Re", "Mi",  "Fa",  "Sol", "La", "Si", "Ti", "DO",
    "RE", "MI", "FA",  "SOL", "LA",  "SI", "TI", "do", "re",
    "mi", "fa", "sol", "la",  "si",  "ti", NULL};
  const size_t length = find(text, syllables);
  return length && yeoun_chord_ends(text + length);
}

/* "C4", "F#3", "Bb5": a capital letter, a sign and an octave; its bytes. */
static size_t
read_octave(const char *text, bool *is_no_chord)
{
  if (text[0] < 'A' || text[0] > 'G') {
    return 0;
  }
  const size_t at = text[1] == '#' || text[1] == 'b' ? 2 : 1;
  if (text[at] < '0' || text[at] > '9' || !yeoun_chord_ends(text + at + 1)) {
    return 0;
  }
  /* Fifths, sixths, sevenths, ninths and seconds are chords. */
  *is_no_chord |= strchr("01348", text[at]) != NULL;
  return at + 1;
}

struct yeoun_reading
yeoun_chart_suspect(const char *text)
{
  size_t at = 0;
  size_t first = 0;
  int symbols = 0;
  int octaves = 0;
  bool is_no_chord = false;
  while (text[at]) {
    enum yeoun_chart_sign sign;
    size_t length = yeoun_chart_read(text + at, &sign);
    if (length) {
      at += length;
      continue;
    }
    if (is_syllable(text + at)) {
      return (struct yeoun_reading){YEOUN_EXPECTED_LETTERS, at};
    }
    first = symbols ? first : at;
    ++symbols;
    length = read_octave(text + at, &is_no_chord);
    octaves += length > 0;
    for (at += length; text[at] && !yeoun_chord_ends(text + at); ++at) {
    }
    /* The beats after a colon. */
    for (; text[at] == ':' || text[at] == '.' ||
           (text[at] >= '0' && text[at] <= '9');
         ++at) {
    }
  }
  return octaves > 1 && octaves == symbols && is_no_chord
           ? (struct yeoun_reading){YEOUN_EXPECTED_NOTES, first}
           : (struct yeoun_reading){YEOUN_OK, at};
}
