// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Panels that open above the page: presets, saving. The interface's thread. */

#ifndef YEOUN_UI_VIEWS_PANEL_H
#define YEOUN_UI_VIEWS_PANEL_H

#include "page.h"

/** The ids by which they are open. */
#define YEOUN_PANEL_PRESETS YEOUN_ID_PRESETS
#define YEOUN_PANEL_SAVE YEOUN_ID_SAVE
#define YEOUN_PANEL_MORE YEOUN_ID_MORE

/** Draw the one that is open, if any: after the page. */
void
yeoun_panel_draw(struct yeoun_page *page, struct yeoun_rect window);

/** The ground of a panel in the middle of the window; what is left inside. */
struct yeoun_rect
yeoun_panel_begin(struct yeoun_page *page,
                  struct yeoun_rect window,
                  yeoun_id id,
                  double width,
                  double height,
                  const char *title);

/** Open the presets: the keyboard is for finding. */
void
yeoun_panel_presets_open(struct yeoun_page *page);

void
yeoun_panel_presets(struct yeoun_page *page, struct yeoun_rect window);

void
yeoun_panel_more(struct yeoun_page *page, struct yeoun_rect window);

void
yeoun_panel_save(struct yeoun_page *page, struct yeoun_rect window);

#endif
