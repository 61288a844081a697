// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "decimal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

bool
yeoun_decimal_read(const char *text, double *number)
{
  double value = 0;
  double place = 0; /* of the digits after the point */
  unsigned digits = 0;
  text += strspn(text, " ");
  const bool is_negative = *text == '-';
  text += *text == '-' || *text == '+';
  for (; (*text >= '0' && *text <= '9') ||
         ((*text == '.' || *text == ',') && place == 0);
       ++text) {
    if (*text == '.' || *text == ',') {
      place = 1;
      continue;
    }
    value = 10 * value + (*text - '0');
    place *= 10;
    ++digits;
  }
  if (!digits) {
    return false;
  }
  value = place > 1 ? value / place : value;
  if (*text == 'e' || *text == 'E') {
    value *= pow(10, (double)strtol(text + 1, NULL, 10));
  }
  *number = is_negative ? -value : value;
  return true;
}
