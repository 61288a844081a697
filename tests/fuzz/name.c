// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Names of variations: what is read is written so that it reads back as the
   same; what is not is explained. */

#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "name.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  char *const text = fuzz_text(data, size);
  static struct yeoun_request request;
  static struct yeoun_request again;
  unsigned algorithm = 0;
  const struct yeoun_reading reading =
    yeoun_name_read(text, &request, &algorithm);
  if (reading.status) {
    char why[YEOUN_EXPLANATION_SIZE];
    yeoun_name_explain(text, reading, why, sizeof(why));
    fuzz_expect(memchr(why, 0, sizeof(why)));
  } else {
    char written[YEOUN_NAME_SIZE];
    fuzz_expect(
      yeoun_name_write(&request, algorithm, written, sizeof(written)));
    fuzz_expect(!yeoun_name_read(written, &again, &algorithm).status);
    fuzz_expect(yeoun_request_equal(&request, &again));
  }
  free(text);
  return 0;
}
