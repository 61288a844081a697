// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "cards_head.h"

#include <stdio.h>

#include "port.h"
#include "ui/model/blurb.h"
#include "ui/widgets/button.h"

#define LAST_PAGE (YEOUN_VARIATIONS - YEOUN_CARDS)

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
  const struct yeoun_rect where = yeoun_cut_right(&rect, rect.w - 28, 4);
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
    yeoun_identity_write(chosen->score->identity, text, sizeof(text));
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
  yeoun_port_menu(
    page, YEOUN_PORT_FORM, yeoun_cut_left(&row, is_narrow ? 80 : 84, 6));
  yeoun_port_switch(
    page, YEOUN_PORT_ENDING, yeoun_cut_left(&row, 70, 12), "Ending");
  if (!is_narrow) {
    draw_label(page, &row, 52, "Heard at");
  }
  yeoun_port_menu(page, YEOUN_PORT_APPLY, row);
}

/** How long all are: "Bars 8", "8 bars" where there is little room. */
static void
draw_bars(struct yeoun_page *page, struct yeoun_rect rect, bool is_narrow)
{
  const bool is_one = page->model->value[YEOUN_PORT_BARS] < 1.5f;
  if (!is_narrow) {
    draw_label(page, &rect, 27, "Bars");
  }
  yeoun_fill(&page->gui.canvas, rect, 4, YEOUN_COLOUR_RAISED, 1);
  yeoun_port_number(page,
                    YEOUN_PORT_BARS,
                    rect,
                    !is_narrow ? "%.0f"
                    : is_one   ? "%.0f bar"
                               : "%.0f bars");
}

void
yeoun_cards_head(struct yeoun_page *page, struct yeoun_rect row)
{
  const bool is_narrow = row.w < 880;
  draw_pages(page, yeoun_cut_right(&row, is_narrow ? 112 : 120, 10));
  draw_form(page, yeoun_cut_right(&row, is_narrow ? 232 : 330, 10), is_narrow);
  yeoun_view_title(page, yeoun_cut_left(&row, 72, 8), "Variations");
  draw_bars(page, yeoun_cut_right(&row, is_narrow ? 50 : 60, 8), is_narrow);
  draw_identity(page, yeoun_cut_right(&row, 82, 6));
  yeoun_port_row(page, YEOUN_PORT_DISTANCE, row, "Distance", 54);
}
