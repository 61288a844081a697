// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Themes as text: what is read is written so that it reads back as the same. */

#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "music/theme.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  char *const text = fuzz_text(data, size);
  struct yeoun_theme theme;
  struct yeoun_theme again;
  const struct yeoun_reading reading = yeoun_theme_read(text, &theme);
  fuzz_expect(reading.offset <= strlen(text));
  if (!reading.status) {
    char written[YEOUN_THEME_TEXT];
    yeoun_theme_write(&theme, written, sizeof(written));
    fuzz_expect(!yeoun_theme_read(written, &again).status);
    fuzz_expect(yeoun_theme_equal(&theme, &again));
  }
  free(text);
  return 0;
}
