// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "say.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "letter.h"

/* One command speaks of one thing at a time. */
static char about[256];

void
yeoun_say_about(const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(about, sizeof(about), format, arguments);
  va_end(arguments);
}

/** What a sheet says may hold anything: what steers a terminal, or is no text,
    reaches it by its number alone. */
static void
print(const char *text)
{
  while (*text) {
    uint32_t letter = (unsigned char)*text;
    const size_t bytes = yeoun_letter_read(text, &letter);
    if (bytes && !yeoun_letter_steers(letter)) {
      fwrite(text, 1, bytes, stderr);
    } else {
      fprintf(stderr, bytes ? "<U+%04X>" : "<%02X>", (unsigned)letter);
    }
    text += bytes ? bytes : 1;
  }
}

void
yeoun_say(const char *format, ...)
{
  char text[2048];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof(text), format, arguments);
  va_end(arguments);
  print(about[0] ? about : "yeoun-render: ");
  print(text);
  putc('\n', stderr);
}

/** Letters, not bytes, of the first bytes of a UTF-8 text. */
static int
count_letters(const char *text, size_t bytes)
{
  int letters = 0;
  for (size_t i = 0; i < bytes && text[i]; ++i) {
    letters += ((unsigned char)text[i] & 0xC0) != 0x80;
  }
  return letters;
}

void
yeoun_say_where(const char *text, struct yeoun_reading reading)
{
  size_t begin = reading.offset;
  while (begin && text[begin - 1] != ' ') {
    --begin;
  }
  const int length = (int)strcspn(text + begin, " ");
  const int place = count_letters(text, reading.offset);
  if (length) {
    yeoun_say("cannot read %.*s, at letter %d of the theme",
              length,
              text + begin,
              place + 1);
  } else {
    yeoun_say("cannot read the theme");
  }
  fputs("  ", stderr);
  print(text);
  fprintf(
    stderr, "\n  %*s^\n%s\n", place, "", yeoun_status_text(reading.status));
}

void
yeoun_say_progress(const char *format, ...)
{
  if (!isatty(STDERR_FILENO)) {
    return;
  }
  va_list arguments;
  va_start(arguments, format);
  fputs("\r\033[K", stderr);
  vfprintf(stderr, format, arguments);
  fflush(stderr);
  va_end(arguments);
}
