// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include <stdio.h>

#include "chart.h"
#include "chord_kind.h"
#include "theme.h"

/* Add the word on one symbol. */
static size_t
add_word(const char *symbol,
         size_t length,
         struct yeoun_chord chord,
         char *remark,
         size_t size)
{
  char read[16];
  yeoun_chord_write(chord, read, sizeof(read));
  const int added = snprintf(remark,
                             size,
                             "%.*s is read as %s",
                             length < 32 ? (int)length : 32,
                             symbol,
                             read);
  return (size_t)added < size ? (size_t)added : size - 1;
}

size_t
yeoun_theme_remark(const char *text, char *remark, size_t size)
{
  size_t written = 0;
  if (!size) {
    return 0;
  }
  remark[0] = '\0';
  for (size_t at = 0; text[at];) {
    enum yeoun_chart_sign sign;
    struct yeoun_chord chord;
    bool is_exact = true;
    const size_t between = yeoun_chart_read(text + at, &sign);
    if (between) {
      at += between;
      continue;
    }
    const struct yeoun_reading reading =
      yeoun_chord_read_near(text + at, &chord, &is_exact);
    if (!reading.status && !is_exact) {
      if (written && written + 2 < size) {
        written += (size_t)snprintf(remark + written, size - written, ", ");
      }
      written += add_word(
        text + at, reading.offset, chord, remark + written, size - written);
    }
    const size_t length = reading.status ? 1 : reading.offset;
    for (at += length; text[at] && !yeoun_chord_ends(text + at); ++at) {
    }
    at += text[at] == ':';
    for (; text[at] == '.' || (text[at] >= '0' && text[at] <= '9'); ++at) {
    }
  }
  return written;
}
