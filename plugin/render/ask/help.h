// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The help of the command line. */

#ifndef YEOUN_RENDER_ASK_HELP_H
#define YEOUN_RENDER_ASK_HELP_H

/** Print how the command is used: all options, from their tables. */
void
yeoun_help_print(void);

#endif
