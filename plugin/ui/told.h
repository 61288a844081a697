// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What the plugin tells, taken into the model. The interface's thread. */

#ifndef YEOUN_UI_TOLD_H
#define YEOUN_UI_TOLD_H

#include "link.h"

/** Take a patch:Put or a patch:Set of the plugin; others are skipped. */
void
yeoun_told_read(const struct yeoun_link *link,
                struct yeoun_model *model,
                const LV2_Atom *atom);

#endif
