// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Above the cards. The interface's thread. */

#ifndef YEOUN_UI_VIEWS_CARDS_HEAD_H
#define YEOUN_UI_VIEWS_CARDS_HEAD_H

#include "page.h"

/** What all cards share: distance, length, form; and which of them are shown.
 */
void
yeoun_cards_head(struct yeoun_page *page, struct yeoun_rect row);

#endif
