// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* "Like this, but": variations that differ from the chosen one in one thing. */

#include <stdio.h>

#include "notes.h"
#include "port.h"
#include "ui/model/sibling.h"
#include "views.h"

/** The name where there is little room; the strip at the bottom has it whole.
 */
static const char *
shorten(enum yeoun_sibling sibling)
{
  return sibling == YEOUN_OTHER_ACCOMPANIMENT ? "accomp."
         : sibling == YEOUN_OTHER_COUNTER     ? "counter"
                                              : yeoun_sibling_name(sibling);
}

static void
draw_face(const struct yeoun_canvas *canvas,
          struct yeoun_rect card,
          enum yeoun_sibling sibling,
          const struct yeoun_preview *preview,
          bool is_same)
{
  struct yeoun_rect r = yeoun_inset(card, 5);
  const char *const name = yeoun_sibling_name(sibling);
  const bool is_tight =
    yeoun_text_width(canvas, YEOUN_TYPE_SMALL, name, -1) > r.w;
  yeoun_text(canvas,
             yeoun_cut_top(&r, 14, 2),
             YEOUN_TYPE_SMALL,
             YEOUN_LEFT,
             YEOUN_COLOUR_INK,
             is_tight ? shorten(sibling) : name);
  if (!preview->is_wanted || is_same) {
    yeoun_text(canvas,
               r,
               YEOUN_TYPE_SMALL,
               YEOUN_CENTRE,
               YEOUN_COLOUR_DIM,
               preview->is_wanted ? "same notes" : "no more");
    return;
  }
  if (preview->is_there) {
    char text[24];
    snprintf(
      text, sizeof(text), "%.0f %%", (double)(preview->score->identity * 100));
    yeoun_text(canvas,
               yeoun_cut_right(&r, 28, 3),
               YEOUN_TYPE_SMALL,
               YEOUN_RIGHT,
               YEOUN_COLOUR_DIM,
               text);
    yeoun_draw_thumbnail(
      canvas, r, preview->score, yeoun_preview_is_ready(preview) ? 1 : 0.3);
  }
}

static void
draw_sibling(struct yeoun_page *page, struct yeoun_rect card, unsigned index)
{
  struct yeoun_gui *const gui = &page->gui;
  const yeoun_id id = YEOUN_ID_SIBLING + index;
  const struct yeoun_preview *const base =
    yeoun_previews_get(page->previews, YEOUN_SLOT_CHOSEN);
  const struct yeoun_preview *const preview =
    yeoun_previews_get(page->previews, YEOUN_SLOT_SIBLING + index);
  const bool is_same = yeoun_preview_is_ready(base) &&
                       yeoun_preview_is_ready(preview) &&
                       yeoun_score_same(base->score, preview->score);
  const bool is_any = preview->is_wanted && !is_same;
  char text[512];
  snprintf(
    text,
    sizeof(text),
    "Like variation %u, but %s%s%s%s. A press goes on from it; undo brings "
    "the other back.",
    page->chosen,
    index < YEOUN_NEARER ? "another " : "",
    yeoun_sibling_name((enum yeoun_sibling)index),
    preview->is_there && is_any ? ": " : "",
    preview->is_there && is_any ? preview->score->description : "");
  yeoun_gui_zone(gui, id, card, is_any, text);
  yeoun_gui_pressed(gui, id);
  if (yeoun_gui_clicked(gui, id) && is_any) {
    yeoun_model_adopt(page->model, &preview->wanted);
  }
  yeoun_fill(&gui->canvas,
             card,
             5,
             gui->hot == id && is_any ? YEOUN_COLOUR_HOT : YEOUN_COLOUR_RAISED,
             is_any ? 1 : 0.5);
  draw_face(&gui->canvas, card, (enum yeoun_sibling)index, preview, is_same);
  yeoun_gui_ring(gui, id, yeoun_inset(card, -3), 7);
}

void
yeoun_view_siblings(struct yeoun_page *page, struct yeoun_rect rect)
{
  yeoun_fill(&page->gui.canvas, rect, 6, YEOUN_COLOUR_PANEL, 1);
  rect = yeoun_inset(rect, 8);
  struct yeoun_rect title = yeoun_cut_left(&rect, 70, 4);
  char text[48];
  snprintf(text, sizeof(text), "Like %u,\nbut another", page->chosen);
  title.y += 4;
  yeoun_text_block(
    &page->gui.canvas, title, YEOUN_TYPE_BOLD, YEOUN_COLOUR_INK, text);
  const double gap = 5;
  const double w = (rect.w - gap * (YEOUN_SIBLINGS - 1)) / YEOUN_SIBLINGS;
  for (unsigned i = 0; i < YEOUN_SIBLINGS; ++i) {
    draw_sibling(
      page, (struct yeoun_rect){rect.x + i * (w + gap), rect.y, w, rect.h}, i);
  }
}
