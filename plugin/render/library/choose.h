// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Choosing among many cues: in which order they are listed, and which are
   kept. */

#ifndef YEOUN_RENDER_LIBRARY_CHOOSE_H
#define YEOUN_RENDER_LIBRARY_CHOOSE_H

#include <stdbool.h>

#include "table.h"

enum yeoun_order {
  YEOUN_ORDER_MADE, /**< as they were asked for */
  YEOUN_ORDER_NAME,
  YEOUN_ORDER_MOOD,     /**< and in each mood by identity */
  YEOUN_ORDER_IDENTITY, /**< the nearest to the theme first */
  YEOUN_ORDER_LOUDNESS, /**< the loudest first */
  YEOUN_ORDERS
};

/** An order by its name, or YEOUN_ORDERS. */
unsigned
yeoun_order_find(const char *name);

/** Put rows in order. */
void
yeoun_report_rows_sort(struct yeoun_report_row *row,
                       unsigned rows,
                       unsigned order);

/** Remove the files of a cue. Says what is wrong. */
bool
yeoun_report_row_remove(const char *out, const struct yeoun_report_row *row);

#endif
