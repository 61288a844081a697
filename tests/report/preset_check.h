// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A preset of one's own is written by hand: what is mistyped is told by file,
   preset and port, with what was probably meant. */

#ifndef YEOUN_TESTS_REPORT_PRESET_CHECK_H
#define YEOUN_TESTS_REPORT_PRESET_CHECK_H

#include <stdbool.h>

#include "../host/host.h"

/** Whether every port that a preset sets is one of the plugin's and is set to a
    number. Says on standard error what is not so.
    @param preset  loaded, as a resource, into the host's world
    @param folder  in which bundles of the user lie */
bool
preset_check(const struct host *host,
             const LilvNode *preset,
             const char *folder);

#endif
