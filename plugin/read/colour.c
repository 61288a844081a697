// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "colour.h"

#include <stdlib.h>
#include <string.h>

bool
yeoun_colour_read(const char *text, uint32_t *rgb)
{
  if (text[0] != '#' || strlen(text) != 7 ||
      strspn(text + 1, "0123456789abcdefABCDEF") != 6) {
    return false;
  }
  *rgb = (uint32_t)strtoul(text + 1, NULL, 16);
  return true;
}

float
yeoun_colour_warmth(uint32_t rgb)
{
  return ((float)(rgb >> 16 & 255U) - (float)(rgb & 255U)) / 255.0f;
}
