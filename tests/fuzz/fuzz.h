// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What all targets of libFuzzer share. */

#ifndef YEOUN_TESTS_FUZZ_FUZZ_H
#define YEOUN_TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/** The target: what is wrong aborts. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define fuzz_expect(condition) ((condition) ? (void)0 : abort())

/** The bytes as a text that ends at a zero, of exact size so that a sanitizer
    sees who reads on; free() it. */
static inline char *
fuzz_text(const uint8_t *data, size_t size)
{
  char *const text = (char *)malloc(size + 1);
  fuzz_expect(text);
  if (size) {
    memcpy(text, data, size);
  }
  text[size] = '\0';
  return text;
}

#endif
