// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* In which order what was made is listed. */

#ifndef YEOUN_RENDER_ASK_ORDER_H
#define YEOUN_RENDER_ASK_ORDER_H

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

#endif
