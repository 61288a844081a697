// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A tile of what was chosen before settings changed. The interface's thread. */

#ifndef YEOUN_UI_VIEWS_BEFORE_H
#define YEOUN_UI_VIEWS_BEFORE_H

#include "page.h"

/** The tile; nothing while no setting was changed. A press goes back to it, and
    what is left is before then. */
void
yeoun_view_before(struct yeoun_page *page, struct yeoun_rect rect);

#endif
