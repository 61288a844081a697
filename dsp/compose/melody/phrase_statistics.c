// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "compose/melody/phrase_statistics.h"

#include "compose/melody/phrase_tables.h"

int
yeoun_phrase_cost(enum yeoun_phrase_feature feature, int value)
{
  return value < 0 || value >= YEOUN_PHRASE_VALUES
           ? 255
           : yeoun_phrase_costs[feature][value];
}

int
yeoun_echo_cost(int bars_before, enum yeoun_relation relation)
{
  const int row = bars_before >= 8   ? 3
                  : bars_before >= 4 ? 2
                  : bars_before >= 2 ? 1
                                     : 0;
  return yeoun_echo_costs[row][relation];
}

int
yeoun_return_cost(int quarter, enum yeoun_relation relation)
{
  const int row = quarter < 0 ? 0 : quarter > 3 ? 3 : quarter;
  return yeoun_return_costs[row][relation];
}
