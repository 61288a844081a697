// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Numbers with a point, whatever the host's locale writes in its place:
   strtod() would end "0.5" at the point in a German host. Any thread. */

#ifndef YEOUN_READ_DECIMAL_H
#define YEOUN_READ_DECIMAL_H

#include <stdbool.h>

/** Read a number such as "-0.25", "7", "1.5e-1"; a comma is taken for a point.
    False when there is none at the beginning of the text; what follows it is
    passed over. */
bool
yeoun_decimal_read(const char *text, double *number);

#endif
