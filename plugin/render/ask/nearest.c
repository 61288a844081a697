// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "nearest.h"

#include <string.h>

#define LONGEST 32

static unsigned
least(unsigned a, unsigned b)
{
  return a < b ? a : b;
}

/** Mistakes between two words of at most LONGEST letters. */
static unsigned
count_mistakes(const char *a, const char *b)
{
  unsigned cost[LONGEST + 1][LONGEST + 1];
  const size_t rows = strlen(a);
  const size_t columns = strlen(b);
  for (unsigned i = 0; i <= LONGEST; ++i) {
    cost[i][0] = cost[0][i] = i;
  }
  for (size_t i = 1; i <= rows; ++i) {
    for (size_t k = 1; k <= columns; ++k) {
      const unsigned replaced = cost[i - 1][k - 1] + (a[i - 1] != b[k - 1]);
      cost[i][k] = least(replaced, least(cost[i - 1][k], cost[i][k - 1]) + 1);
      if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1]) {
        cost[i][k] = least(cost[i][k], cost[i - 2][k - 2] + 1);
      }
    }
  }
  return cost[rows][columns];
}

void
yeoun_nearest_try(struct yeoun_nearest *nearest,
                  const char *text,
                  const char *known)
{
  const size_t length = strlen(text);
  if (length > LONGEST || strlen(known) > LONGEST) {
    return;
  }
  const unsigned mistakes = count_mistakes(text, known);
  if (3 * mistakes <= length + 1 &&
      (!nearest->word || mistakes < nearest->mistakes)) {
    *nearest = (struct yeoun_nearest){known, mistakes};
  }
}
