// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Numbered variations, one beside the other: a press plays one. */

#include <stdio.h>
#include <string.h>

#include "notes.h"
#include "port.h"
#include "ui/widgets/button.h"
#include "views.h"

#define COLUMNS 5
#define LAST_PAGE (YEOUN_VARIATIONS - YEOUN_CARDS)

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

/** How long it is, and how much of the theme is left in it. */
static void
draw_facts(const struct yeoun_canvas *canvas,
           struct yeoun_rect rect,
           unsigned number,
           const struct yeoun_score *score)
{
  char text[64];
  const int bars = (int)(score->length / yeoun_bar_ticks(score->meter));
  const int length =
    snprintf(text, sizeof(text), bars == 1 ? "%d bar" : "%d bars", bars);
  if (number) { /* the statement is the theme itself */
    snprintf(text + length,
             sizeof(text) - (size_t)length,
             " \302\267 %.0f %% theme",
             (double)(score->identity * 100));
    if (yeoun_text_width(canvas, YEOUN_TYPE_SMALL, text, -1) > rect.w) {
      *strstr(text, " theme") = '\0';
    }
  }
  yeoun_text(
    canvas, rect, YEOUN_TYPE_SMALL, YEOUN_RIGHT, YEOUN_COLOUR_DIM, text);
}

static void
draw_face(const struct yeoun_canvas *canvas,
          struct yeoun_rect card,
          unsigned number,
          const struct yeoun_preview *preview)
{
  struct yeoun_rect r = yeoun_inset(card, 6);
  struct yeoun_rect head = yeoun_cut_top(&r, 15, 2);
  char text[64];
  snprintf(text, sizeof(text), number ? "%u" : "Statement", number);
  yeoun_text(canvas,
             yeoun_cut_left(&head, number ? 30 : 70, 4),
             YEOUN_TYPE_BOLD,
             YEOUN_LEFT,
             YEOUN_COLOUR_INK,
             text);
  if (!preview->is_there) {
    return;
  }
  const struct yeoun_score *const score = preview->score;
  const bool is_ready = yeoun_preview_is_ready(preview);
  head.w -= 22;
  draw_facts(canvas, head, number, score);
  struct yeoun_rect words = yeoun_cut_bottom(&r, 28, 4);
  yeoun_draw_thumbnail(canvas, r, score, is_ready ? 1 : 0.3);
  yeoun_text_block(canvas,
                   words,
                   YEOUN_TYPE_SMALL,
                   is_ready ? YEOUN_COLOUR_INK : YEOUN_COLOUR_DIM,
                   score->description);
}

/** What the whole of a card says, for the strip at the bottom. */
static void
tell(const struct yeoun_page *page,
     unsigned number,
     const struct yeoun_preview *preview,
     char *text,
     size_t size)
{
  if (!preview->is_there) {
    snprintf(text, size, "Variation %u is being composed.", number);
    return;
  }
  const struct yeoun_score *const s = preview->score;
  snprintf(
    text,
    size,
    "Variation %u: %s. %.0f %% of the theme is left, %d bars, %.0f bpm. A "
    "press plays it at the place that \"Heard at\" says.",
    number,
    s->description,
    (double)(s->identity * 100),
    (int)(s->length / yeoun_bar_ticks(s->meter)),
    (double)s->tempo_bpm);
  (void)page;
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
  tell(page, number, preview, text, sizeof(text));
  yeoun_gui_zone(gui, id, card, true, text);
  yeoun_gui_pressed(gui, id);
  if (yeoun_gui_clicked(gui, id)) {
    choose(page, number);
    yeoun_gui_focus(gui, id);
    gui->is_ring_visible = false;
  }
  move_by_key(page, index, number);
  const bool is_sounding = page->model->told.has_request &&
                           page->model->told.request.variation == number;
  yeoun_fill(&gui->canvas,
             card,
             5,
             gui->hot == id ? YEOUN_COLOUR_HOT : YEOUN_COLOUR_RAISED,
             1);
  draw_face(&gui->canvas, card, number, preview);
  draw_star(page, card, index, preview);
  if (is_sounding) {
    yeoun_frame(&gui->canvas, card, 5, YEOUN_COLOUR_SOUNDING, 2);
  } else if (page->chosen == number) {
    yeoun_frame(&gui->canvas, card, 5, YEOUN_COLOUR_CHOSEN, 1.5);
  }
  yeoun_gui_ring(gui, id, yeoun_inset(card, -3), 7);
}

static void
turn(struct yeoun_page *page, int by)
{
  const int first = (int)page->first_card + by;
  page->first_card = (unsigned)(first < 0           ? 0
                                : first > LAST_PAGE ? LAST_PAGE
                                                    : first);
}

static void
draw_pages(struct yeoun_page *page, struct yeoun_rect rect)
{
  struct yeoun_gui *const gui = &page->gui;
  const struct yeoun_rect next = yeoun_cut_right(&rect, 24, 4);
  char text[24];
  snprintf(text,
           sizeof(text),
           "%u\342\200\223%u",
           page->first_card,
           page->first_card + YEOUN_CARDS - 1);
  const struct yeoun_rect where = yeoun_cut_right(&rect, 60, 4);
  const struct yeoun_rect back = yeoun_cut_right(&rect, 24, 0);
  float first = (float)page->first_card;
  if (yeoun_number(
        gui,
        YEOUN_ID_CARDS,
        where,
        (struct yeoun_range){0, LAST_PAGE, 0, 10, true},
        text,
        YEOUN_CENTRE,
        &first,
        "The numbers of these cards: type another to go there. There "
        "are 1000, and a number always means the same music.")) {
    page->first_card = (unsigned)first;
  }
  if (yeoun_button(gui,
                   YEOUN_ID_CARDS + 1,
                   back,
                   "\342\200\271",
                   false,
                   "The ten cards before.")) {
    turn(page, -YEOUN_CARDS);
  }
  if (yeoun_button(gui,
                   YEOUN_ID_CARDS + 2,
                   next,
                   "\342\200\272",
                   false,
                   "The next ten cards.")) {
    turn(page, YEOUN_CARDS);
  }
}

static void
draw_label(const struct yeoun_page *page,
           struct yeoun_rect *row,
           double width,
           const char *text)
{
  yeoun_text(&page->gui.canvas,
             yeoun_cut_left(row, width, 5),
             YEOUN_TYPE_PLAIN,
             YEOUN_LEFT,
             YEOUN_COLOUR_DIM,
             text);
}

/** How much of the theme is left in the chosen variation, measured on its
   notes: what the distance beside it came to. */
static void
draw_identity(struct yeoun_page *page, struct yeoun_rect rect)
{
  struct yeoun_gui *const gui = &page->gui;
  const struct yeoun_preview *const chosen =
    yeoun_previews_get(page->previews, YEOUN_SLOT_CHOSEN);
  char text[32] = "\342\200\223";
  char info[256];
  if (chosen->is_there) {
    snprintf(text,
             sizeof(text),
             "%.0f %% left",
             (double)(chosen->score->identity * 100));
  }
  snprintf(
    info,
    sizeof(info),
    "Identity %s: how much of the theme there is in the chosen variation, "
    "measured on its notes by chords, motif and the tune's skeleton, 0 to "
    "100 %%.",
    text);
  yeoun_gui_zone(gui, YEOUN_ID_CARDS + 3, rect, false, info);
  yeoun_text(&gui->canvas,
             rect,
             YEOUN_TYPE_PLAIN,
             YEOUN_LEFT,
             yeoun_preview_is_ready(chosen) ? YEOUN_COLOUR_INK
                                            : YEOUN_COLOUR_DIM,
             text);
}

/** Form, ending, and where a change is heard. */
static void
draw_form(struct yeoun_page *page, struct yeoun_rect row, bool is_narrow)
{
  if (!is_narrow) {
    draw_label(page, &row, 32, "Form");
  }
  yeoun_port_menu(page, YEOUN_PORT_FORM, yeoun_cut_left(&row, 92, 6));
  yeoun_port_switch(
    page, YEOUN_PORT_ENDING, yeoun_cut_left(&row, 70, 12), "Ending");
  if (!is_narrow) {
    draw_label(page, &row, 52, "Heard at");
  }
  yeoun_port_menu(page, YEOUN_PORT_APPLY, yeoun_cut_left(&row, 72, 0));
}

/** What all cards share: distance, length, form. */
static void
draw_head(struct yeoun_page *page, struct yeoun_rect row)
{
  const bool is_narrow = row.w < 880;
  draw_pages(page, yeoun_cut_right(&row, 120, 10));
  draw_form(page, yeoun_cut_right(&row, is_narrow ? 252 : 346, 10), is_narrow);
  yeoun_view_title(page, yeoun_cut_left(&row, 72, 8), "Variations");
  const struct yeoun_rect bars = yeoun_cut_right(&row, 28, 4);
  yeoun_fill(&page->gui.canvas, bars, 4, YEOUN_COLOUR_RAISED, 1);
  yeoun_port_number(page, YEOUN_PORT_BARS, bars, "%.0f");
  yeoun_text(&page->gui.canvas,
             yeoun_cut_right(&row, 28, 12),
             YEOUN_TYPE_PLAIN,
             YEOUN_LEFT,
             YEOUN_COLOUR_DIM,
             "Bars");
  draw_identity(page, yeoun_cut_right(&row, 56, 4));
  yeoun_port_row(page, YEOUN_PORT_DISTANCE, row, "Distance", 54);
}

void
yeoun_view_cards(struct yeoun_page *page, struct yeoun_rect rect)
{
  yeoun_fill(&page->gui.canvas, rect, 6, YEOUN_COLOUR_PANEL, 1);
  rect = yeoun_inset(rect, 10);
  draw_head(page, yeoun_cut_top(&rect, 22, 8));
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
