// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Numbered variations, one beside the other: a press plays one. */

#include <stdio.h>

#include "blurb_text.h"
#include "cards_head.h"
#include "notes.h"
#include "views.h"

#define COLUMNS 5

/** Play a variation, and have the siblings follow it. */
static void
choose(struct yeoun_page *page, unsigned number)
{
  page->chosen = number;
  yeoun_model_set(page->model, YEOUN_PORT_VARIATION, (float)number);
}

static void
draw_star(struct yeoun_page *page,
          struct yeoun_rect card,
          unsigned index,
          const struct yeoun_preview *preview)
{
  struct yeoun_gui *const gui = &page->gui;
  const yeoun_id id = YEOUN_ID_CARD_STAR + index;
  const struct yeoun_rect star = {card.x + card.w - 23, card.y + 3, 20, 20};
  const bool is_kept =
    yeoun_model_shelf_place(page->model, &preview->wanted) < YEOUN_SHELF;
  yeoun_gui_zone(gui,
                 id,
                 star,
                 true,
                 is_kept
                   ? "Kept on the shelf, name and notes. A press takes it "
                     "off again."
                   : "Keep this variation on the shelf, name and notes.");
  yeoun_gui_pressed(gui, id);
  if (yeoun_gui_clicked(gui, id)) {
    yeoun_model_star(page->model, &preview->wanted);
  }
  yeoun_star(&gui->canvas,
             yeoun_inset(star, 4),
             gui->hot == id || is_kept ? YEOUN_COLOUR_INK : YEOUN_COLOUR_DIM,
             is_kept);
  yeoun_gui_ring(gui, id, star, 4);
}

/** How much of the theme is left in it, and how long it is where there is room
    for that. */
static void
draw_facts(const struct yeoun_canvas *canvas,
           struct yeoun_rect rect,
           unsigned number,
           const struct yeoun_score *score)
{
  char bars[24];
  char identity[32] = "the theme itself";
  const int count = (int)(score->length / yeoun_bar_ticks(score->meter));
  snprintf(bars, sizeof(bars), count == 1 ? "%d bar" : "%d bars", count);
  if (number) { /* the statement is the theme itself */
    yeoun_identity_write(score->identity, identity, sizeof(identity));
  }
  const double w = yeoun_text(
    canvas, rect, YEOUN_TYPE_SMALL, YEOUN_RIGHT, YEOUN_COLOUR_DIM, identity);
  rect.w -= w + 6;
  if (yeoun_text_width(canvas, YEOUN_TYPE_SMALL, bars, -1) <= rect.w) {
    yeoun_text(
      canvas, rect, YEOUN_TYPE_SMALL, YEOUN_LEFT, YEOUN_COLOUR_DIM, bars);
  }
}

/** What it is, beside the other cards of the page. */
static void
make_blurb(const struct yeoun_page *page,
           const struct yeoun_score *score,
           struct yeoun_blurb *blurb)
{
  const struct yeoun_score *others[YEOUN_CARDS];
  for (unsigned i = 0; i < YEOUN_CARDS; ++i) {
    const struct yeoun_preview *const card =
      yeoun_previews_get(page->previews, YEOUN_SLOT_CARD + i);
    others[i] = card->is_there ? card->score : NULL;
  }
  yeoun_blurb_make(score, others, YEOUN_CARDS, blurb);
}

static void
draw_face(const struct yeoun_page *page,
          struct yeoun_rect card,
          unsigned number,
          const struct yeoun_preview *preview)
{
  const struct yeoun_canvas *const canvas = &page->gui.canvas;
  struct yeoun_rect r = yeoun_inset(card, 6);
  struct yeoun_rect head = yeoun_cut_top(&r, 15, 3);
  char text[16];
  snprintf(text, sizeof(text), number ? "%u" : "Theme", number);
  const double w = yeoun_text(
    canvas, head, YEOUN_TYPE_BOLD, YEOUN_LEFT, YEOUN_COLOUR_INK, text);
  if (!preview->is_there) {
    return;
  }
  const bool is_ready = yeoun_preview_is_ready(preview);
  struct yeoun_blurb blurb;
  struct yeoun_blurb_text lines;
  yeoun_cut_left(&head, w, 8);
  head.w -= 20; /* the star */
  draw_facts(canvas, head, number, preview->score);
  make_blurb(page, preview->score, &blurb);
  yeoun_blurb_lay(canvas, &blurb, r.w, 2, &lines);
  /* Down to the edge; the picture has what the words leave. */
  r.h += 2;
  const struct yeoun_rect words =
    yeoun_cut_bottom(&r, lines.lines * YEOUN_BLURB_LINE, 3);
  yeoun_blurb_draw(canvas, words, &blurb, &lines, is_ready);
  yeoun_draw_thumbnail(canvas, r, preview->score, is_ready ? 1 : 0.3);
}

/** What the whole of a card says, for the strip at the bottom. */
static void
tell(unsigned number,
     const struct yeoun_preview *preview,
     char *text,
     size_t size)
{
  char identity[32];
  if (!preview->is_there) {
    snprintf(text, size, "Variation %u is being composed.", number);
    return;
  }
  const struct yeoun_score *const s = preview->score;
  yeoun_identity_write(s->identity, identity, sizeof(identity));
  snprintf(
    text,
    size,
    "Variation %u: %s. %s is left, %d bars, %.0f bpm. A press plays it at the "
    "place that \"Heard at\" says.",
    number,
    s->description,
    identity,
    (int)(s->length / yeoun_bar_ticks(s->meter)),
    (double)s->tempo_bpm);
}

static void
move_by_key(struct yeoun_page *page, unsigned index, unsigned number)
{
  static const struct {
    enum yeoun_key_name key;
    int by;
  } moves[] = {{YEOUN_KEY_LEFT, -1},
               {YEOUN_KEY_RIGHT, 1},
               {YEOUN_KEY_UP, -COLUMNS},
               {YEOUN_KEY_DOWN, COLUMNS}};
  for (unsigned i = 0; i < sizeof(moves) / sizeof(*moves); ++i) {
    const int to = (int)number + moves[i].by;
    if (to < 0 || to >= YEOUN_VARIATIONS ||
        !yeoun_gui_key(&page->gui, YEOUN_ID_CARD + index, moves[i].key)) {
      continue;
    }
    const int first = (int)page->first_card;
    const int page_step = to < first                  ? -YEOUN_CARDS
                          : to >= first + YEOUN_CARDS ? YEOUN_CARDS
                                                      : 0;
    page->first_card =
      (unsigned)(first + page_step > 0 ? first + page_step : 0);
    yeoun_gui_focus(&page->gui,
                    YEOUN_ID_CARD + (unsigned)to - page->first_card);
    choose(page, (unsigned)to);
    return;
  }
}

static void
draw_card(struct yeoun_page *page, struct yeoun_rect card, unsigned index)
{
  struct yeoun_gui *const gui = &page->gui;
  const yeoun_id id = YEOUN_ID_CARD + index;
  const unsigned number = page->first_card + index;
  const struct yeoun_preview *const preview =
    yeoun_previews_get(page->previews, YEOUN_SLOT_CARD + index);
  char text[512];
  tell(number, preview, text, sizeof(text));
  yeoun_gui_zone(gui, id, card, true, text);
  yeoun_gui_pressed(gui, id);
  if (yeoun_gui_clicked(gui, id)) {
    choose(page, number);
    yeoun_gui_focus(gui, id);
    gui->is_ring_visible = false;
  }
  move_by_key(page, index, number);
  const bool is_sounding = page->is_moving && page->model->told.has_request &&
                           page->model->told.request.variation == number;
  yeoun_fill(&gui->canvas,
             card,
             5,
             gui->hot == id ? YEOUN_COLOUR_HOT : YEOUN_COLOUR_RAISED,
             1);
  draw_face(page, card, number, preview);
  draw_star(page, card, index, preview);
  if (is_sounding) {
    yeoun_frame(&gui->canvas, card, 5, YEOUN_COLOUR_SOUNDING, 2);
  } else if (page->chosen == number) {
    yeoun_frame(&gui->canvas, card, 5, YEOUN_COLOUR_CHOSEN, 1.5);
  }
  yeoun_gui_ring(gui, id, yeoun_inset(card, -3), 7);
}

void
yeoun_view_cards(struct yeoun_page *page, struct yeoun_rect rect)
{
  yeoun_fill(&page->gui.canvas, rect, 6, YEOUN_COLOUR_PANEL, 1);
  rect = yeoun_inset(rect, 10);
  yeoun_cards_head(page, yeoun_cut_top(&rect, 22, 8));
  const double gap = 7;
  const unsigned rows = YEOUN_CARDS / COLUMNS;
  const double w = (rect.w - gap * (COLUMNS - 1)) / COLUMNS;
  const double h = (rect.h - gap * (rows - 1)) / rows;
  for (unsigned i = 0; i < YEOUN_CARDS; ++i) {
    draw_card(page,
              (struct yeoun_rect){rect.x + i % COLUMNS * (w + gap),
                                  rect.y + i / COLUMNS * (h + gap),
                                  w,
                                  h},
              i);
  }
}
