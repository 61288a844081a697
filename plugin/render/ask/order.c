// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "order.h"

#include <string.h>

static const char *const names[YEOUN_ORDERS] = {
  [YEOUN_ORDER_MADE] = "made",
  [YEOUN_ORDER_NAME] = "name",
  [YEOUN_ORDER_MOOD] = "mood",
  [YEOUN_ORDER_IDENTITY] = "identity",
  [YEOUN_ORDER_LOUDNESS] = "loudness",
};

unsigned
yeoun_order_find(const char *name)
{
  unsigned order = 0;
  while (order < YEOUN_ORDERS && strcmp(names[order], name) != 0) {
    ++order;
  }
  return order;
}
