// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Lists of what can be asked for. */

#ifndef YEOUN_RENDER_HOST_LIST_H
#define YEOUN_RENDER_HOST_LIST_H

#include "host.h"

/** Print a list on stdout, a line each: "presets", "instruments", "controls"
    with their ranges and labels, "palettes" or "moods"; nothing for another
    word. */
void
yeoun_list_print(struct yeoun_host *host, const char *what);

#endif
