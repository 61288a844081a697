// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "slug.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "render/letter.h"

/* What signs become. */
static const struct {
  const char *sign, *letters;
} signs[] = {
  {" ", "-"},
  {"#", "s"},
  {"/", "_"},
  {"=", "-"},
  {"+", "aug"},
  {":", "."},
  {".", "."},
  {"_", "_"},
  {",", "_"},
  {"\u00B0", "dim"},
  {"\u00F8", "hdim"},
  {"\u00D8", "hdim"},
  {"\u0394", "maj"},
  {"\u25B3", "maj"},
  {"\u266F", "s"},
  {"\u266D", "b"},
  {"(", "."},
  {")", ""},
};

static void
add(struct yeoun_slug *slug, const char *letters)
{
  const size_t length = strlen(letters);
  if (slug->at + length < sizeof(slug->text)) {
    memcpy(slug->text + slug->at, letters, length + 1);
  }
  slug->at += length;
}

/** Add a sign. Returns its bytes. */
static size_t
add_sign(struct yeoun_slug *slug, const char *text)
{
  char code[8];
  uint32_t letter = 0;
  for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); ++i) {
    const size_t length = strlen(signs[i].sign);
    if (!strncmp(text, signs[i].sign, length)) {
      add(slug, signs[i].letters);
      return length;
    }
  }
  /* Letters of other scripts stay as they are. */
  const size_t bytes = yeoun_letter_read(text, &letter);
  if (bytes > 1) {
    snprintf(code, sizeof(code), "%.*s", (int)bytes, text);
    add(slug, code);
    return bytes;
  }
  snprintf(code, sizeof(code), "x%02X", (unsigned char)*text);
  add(slug, code);
  return 1;
}

void
yeoun_slug_add(struct yeoun_slug *slug, const char *text)
{
  const char *const begin = text;
  while (*text) {
    const unsigned char c = (unsigned char)*text;
    /* "-5" is a number; after a letter, as in "C-", it is a chord's sign. */
    if (c == '-' && text > begin && !isdigit((unsigned char)text[1])) {
      add(slug, "min");
      ++text;
    } else if (isalnum(c) || c == '-') {
      const char letter[2] = {*text++};
      add(slug, letter);
    } else {
      text += add_sign(slug, text);
    }
  }
}

void
yeoun_slug_begin(struct yeoun_slug *slug)
{
  add(slug, "-");
}

/** FNV-1a (Fowler, Noll and Vo 1991), folded to 16 bits. */
static unsigned
sum(const char *text)
{
  uint32_t hash = 0x811C9DC5U;
  for (; *text; ++text) {
    hash = (hash ^ (unsigned char)*text) * 0x01000193U;
  }
  return (hash >> 16 ^ hash) & 0xFFFF;
}

void
yeoun_slug_mark(struct yeoun_slug *slug, const char *mark, const char *value)
{
  const char *const place = mark ? strstr(mark, "%s") : NULL;
  char code[8];
  if (!mark) {
    return;
  }
  yeoun_slug_begin(slug);
  if (!place) {
    snprintf(code, sizeof(code), "-%04x", sum(value));
    add(slug, mark);
    add(slug, code);
    return;
  }
  char before[16];
  snprintf(before, sizeof(before), "%.*s", (int)(place - mark), mark);
  add(slug, before);
  yeoun_slug_add(slug, value);
  add(slug, place + 2);
}
