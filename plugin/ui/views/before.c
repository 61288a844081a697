// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "before.h"

#include <stdio.h>

#include "notes.h"
#include "ui/model/blurb.h"

/** In which settings it differs from what is chosen now. */
static void
name_difference(const struct yeoun_page *page, char *text, size_t size)
{
  const struct yeoun_preview *const chosen =
    yeoun_previews_get(page->previews, YEOUN_SLOT_CHOSEN);
  yeoun_before_name(&page->model->before.request, &chosen->wanted, text, size);
}

static void
draw_words(const struct yeoun_page *page,
           struct yeoun_rect rect,
           const struct yeoun_preview *before)
{
  const struct yeoun_canvas *const canvas = &page->gui.canvas;
  char settings[160];
  char identity[32];
  char text[320];
  struct yeoun_blurb blurb;
  yeoun_blurb_make(before->score, NULL, 0, &blurb);
  snprintf(text,
           sizeof(text),
           "Before: %u \302\267 %s",
           before->wanted.variation,
           blurb.part[0].words);
  yeoun_text(canvas,
             yeoun_cut_top(&rect, 15, 2),
             YEOUN_TYPE_SMALL_BOLD,
             YEOUN_LEFT,
             YEOUN_COLOUR_INK,
             text);
  name_difference(page, settings, sizeof(settings));
  yeoun_identity_write(before->score->identity, identity, sizeof(identity));
  snprintf(text,
           sizeof(text),
           "%s%s%s",
           identity,
           *settings ? " \302\267 other " : "",
           settings);
  if (yeoun_text_width(canvas, YEOUN_TYPE_SMALL, text, -1) > rect.w) {
    snprintf(text, sizeof(text), "%s \302\267 other settings", identity);
  }
  yeoun_text(canvas,
             yeoun_cut_top(&rect, 14, 0),
             YEOUN_TYPE_SMALL,
             YEOUN_LEFT,
             YEOUN_COLOUR_DIM,
             text);
}

void
yeoun_view_before(struct yeoun_page *page, struct yeoun_rect rect)
{
  struct yeoun_gui *const gui = &page->gui;
  const yeoun_id id = YEOUN_ID_BEFORE;
  const struct yeoun_preview *const before =
    yeoun_previews_get(page->previews, YEOUN_SLOT_BEFORE);
  if (!before->is_wanted || !yeoun_preview_is_ready(before)) {
    return;
  }
  char settings[160];
  char info[512];
  name_difference(page, settings, sizeof(settings));
  snprintf(info,
           sizeof(info),
           "What was chosen before %s changed: variation %u, %s. A press goes "
           "back to it, and what is chosen now waits here to be compared.",
           *settings ? settings : "settings",
           before->wanted.variation,
           before->score->description);
  yeoun_gui_zone(gui, id, rect, true, info);
  yeoun_gui_pressed(gui, id);
  if (yeoun_gui_clicked(gui, id)) {
    const struct yeoun_request request = page->model->before.request;
    yeoun_model_adopt(page->model, &request);
  }
  yeoun_fill(&gui->canvas,
             rect,
             5,
             gui->hot == id ? YEOUN_COLOUR_HOT : YEOUN_COLOUR_RAISED,
             1);
  struct yeoun_rect r = yeoun_inset(rect, 5);
  yeoun_draw_thumbnail(
    &gui->canvas, yeoun_cut_left(&r, 78, 8), before->score, 1);
  draw_words(page, r, before);
  yeoun_gui_ring(gui, id, yeoun_inset(rect, -3), 7);
}
