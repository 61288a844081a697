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

/** What a sibling without notes of its own is, or NULL. */
static const char *
say_same(enum yeoun_sibling sibling,
         const struct yeoun_preview *preview,
         bool is_same,
         bool is_tight)
{
  return !preview->is_wanted       ? "no more"
         : !is_same                ? NULL
         : sibling != YEOUN_WARMER ? "same notes"
         : is_tight                ? "same notes,\nwarmer"
                                   : "same notes,\nwarmer sound";
}

static void
draw_face(const struct yeoun_canvas *canvas,
          struct yeoun_rect card,
          enum yeoun_sibling sibling,
          const struct yeoun_preview *preview,
          bool is_same)
{
  struct yeoun_rect r = {card.x + 5, card.y + 4, card.w - 7, card.h - 8};
  const char *const name = yeoun_sibling_name(sibling);
  const char *const same = say_same(sibling, preview, is_same, r.w < 72);
  const bool is_tight =
    yeoun_text_width(canvas, YEOUN_TYPE_SMALL, name, -1) > r.w;
  yeoun_text(canvas,
             yeoun_cut_top(&r, 14, 2),
             YEOUN_TYPE_SMALL,
             YEOUN_LEFT,
             YEOUN_COLOUR_INK,
             is_tight ? shorten(sibling) : name);
  if (same) {
    r.y += 2;
    yeoun_text_block(canvas, r, YEOUN_TYPE_SMALL, YEOUN_COLOUR_DIM, same);
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

/** What a press makes of the chosen variation, in words. */
static void
tell(const struct yeoun_page *page,
     enum yeoun_sibling sibling,
     const struct yeoun_preview *preview,
     bool is_any,
     char *text,
     size_t size)
{
  char step[64] = "";
  const float *const value = page->model->value;
  if (sibling == YEOUN_WARMER && preview->is_wanted) {
    snprintf(step,
             sizeof(step),
             " (warmth %+.2f instead of %+.2f)",
             (double)preview->wanted.warmth,
             (double)value[YEOUN_PORT_WARMTH]);
  } else if (sibling == YEOUN_CALMER && preview->is_wanted) {
    snprintf(step,
             sizeof(step),
             " (intensity %.2f instead of %.2f)",
             (double)preview->wanted.mood.intensity,
             (double)value[YEOUN_PORT_INTENSITY]);
  }
  snprintf(text,
           size,
           "Like variation %u, but %s%s%s%s%s. Press to use this one; undo "
           "returns to the other.",
           page->chosen,
           sibling < YEOUN_NEARER ? "with another " : "",
           yeoun_sibling_name(sibling),
           step,
           preview->is_there && is_any ? ": " : "",
           preview->is_there && is_any ? preview->score->description : "");
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
  /* Other warmth is another sound, be the notes as they were. */
  const bool is_any = preview->is_wanted && (!is_same || index == YEOUN_WARMER);
  char text[512];
  tell(page, (enum yeoun_sibling)index, preview, is_any, text, sizeof(text));
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

/** What the siblings below have in common, and where they begin. */
static void
draw_heading(const struct yeoun_page *page,
             struct yeoun_rect row,
             const char *rest)
{
  char text[64];
  snprintf(
    text, sizeof(text), "Like %u, but %s\342\200\246", page->chosen, rest);
  yeoun_text(&page->gui.canvas,
             row,
             YEOUN_TYPE_BOLD,
             YEOUN_LEFT,
             YEOUN_COLOUR_INK,
             text);
}

void
yeoun_view_siblings(struct yeoun_page *page, struct yeoun_rect rect)
{
  static const double gap = 4;
  static const double between = 16; /* others, and degrees */
  yeoun_fill(&page->gui.canvas, rect, 6, YEOUN_COLOUR_PANEL, 1);
  rect.x += 10;
  rect.w -= 20;
  rect.y += 6;
  rect.h -= 14;
  struct yeoun_rect heading = yeoun_cut_top(&rect, 16, 4);
  const double w =
    (rect.w - gap * (YEOUN_SIBLINGS - 2) - between) / YEOUN_SIBLINGS;
  const double others = YEOUN_NEARER * (w + gap) - gap;
  struct yeoun_rect left = yeoun_cut_left(&heading, others, between);
  yeoun_text(&page->gui.canvas,
             yeoun_cut_right(&left, 160, 0),
             YEOUN_TYPE_SMALL,
             YEOUN_RIGHT,
             YEOUN_COLOUR_DIM,
             "in numbers: % of theme");
  draw_heading(page, left, "with another ");
  draw_heading(page, heading, "");
  for (unsigned i = 0; i < YEOUN_SIBLINGS; ++i) {
    draw_sibling(
      page, yeoun_cut_left(&rect, w, i + 1 == YEOUN_NEARER ? between : gap), i);
  }
}
