// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What is kept: number, character, a press plays it as it was kept. */

#include <stdio.h>
#include <string.h>

#include "port.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "views.h"

/** Ids of a row: itself, the character, the star. */
#define ROW_IDS 4

static void
play(struct yeoun_page *page, const struct yeoun_kept *kept)
{
  if (kept->algorithm == YEOUN_ALGORITHM) {
    page->chosen = kept->request.variation;
    yeoun_model_adopt(page->model, &kept->request);
    return;
  }
  /* Only the plugin has the notes that an older composer wrote. */
  char name[YEOUN_NAME_SIZE];
  if (kept->algorithm &&
      yeoun_name_write(&kept->request, kept->algorithm, name, sizeof(name))) {
    yeoun_model_set_text(page->model, YEOUN_SET_NAME, name);
  } else {
    yeoun_model_set(
      page->model, YEOUN_PORT_VARIATION, (float)kept->request.variation);
  }
}

static void
draw_character(struct yeoun_page *page,
               struct yeoun_rect rect,
               unsigned place,
               const struct yeoun_kept *kept)
{
  struct yeoun_gui *const gui = &page->gui;
  const enum yeoun_edit edit =
    yeoun_field(gui,
                YEOUN_ID_SHELF + place * ROW_IDS + 1,
                rect,
                kept->character,
                "for whom?",
                "The character that this variation is for; the cue sheet says "
                "it too.");
  if (edit == YEOUN_EDIT_DONE &&
      strcmp(gui->field.text, kept->character) != 0) {
    char text[YEOUN_CHARACTER_SIZE + 8];
    snprintf(text, sizeof(text), "%u %.63s", place + 1, gui->field.text);
    yeoun_model_set_text(page->model, YEOUN_SET_CHARACTER, text);
  }
}

static void
draw_row(struct yeoun_page *page, struct yeoun_rect row, unsigned place)
{
  struct yeoun_gui *const gui = &page->gui;
  const struct yeoun_kept *const kept = &page->model->memory.shelf.place[place];
  const yeoun_id id = YEOUN_ID_SHELF + place * ROW_IDS;
  const struct yeoun_rect star = yeoun_cut_left(&row, 18, 3);
  yeoun_gui_zone(
    gui, id + 2, star, true, "Take it off the shelf; undo keeps it again.");
  yeoun_gui_pressed(gui, id + 2);
  const bool is_removed = yeoun_gui_clicked(gui, id + 2);
  yeoun_star(&gui->canvas, yeoun_inset(star, 3), YEOUN_COLOUR_INK, true);
  yeoun_gui_ring(gui, id + 2, star, 4);
  const struct yeoun_rect button = yeoun_cut_left(&row, 32, 5);
  char label[16];
  char what[64];
  char info[192];
  snprintf(label, sizeof(label), "%u", kept->request.variation);
  const bool is_sounding =
    page->model->told.has_request && kept->algorithm &&
    yeoun_request_equal(&page->model->told.request, &kept->request);
  yeoun_players_write(
    &page->players, &page->model->memory.shelf, place, what, sizeof(what));
  snprintf(info,
           sizeof(info),
           "Variation %u, %s: a press plays it as it was kept, theme, mood and "
           "all; undo goes back.",
           kept->request.variation,
           what);
  if (yeoun_toggle(
        gui, id, button, label, is_sounding, YEOUN_COLOUR_SOUNDING, info)) {
    play(page, kept);
  }
  const struct yeoun_rect words = yeoun_cut_right(&row, 122, 6);
  draw_character(page, row, place, kept);
  yeoun_text(&gui->canvas,
             words,
             YEOUN_TYPE_SMALL,
             YEOUN_LEFT,
             is_sounding ? YEOUN_COLOUR_INK : YEOUN_COLOUR_DIM,
             what);
  if (is_removed && kept->algorithm) {
    char name[YEOUN_NAME_SIZE];
    if (yeoun_name_write(&kept->request, kept->algorithm, name, sizeof(name))) {
      yeoun_model_set_text(page->model, YEOUN_SET_REMOVE, name);
    }
  }
}

void
yeoun_view_shelf(struct yeoun_page *page, struct yeoun_rect rect)
{
  const struct yeoun_shelf *const shelf = &page->model->memory.shelf;
  struct yeoun_gui *const gui = &page->gui;
  yeoun_fill(&gui->canvas, rect, 6, YEOUN_COLOUR_PANEL, 1);
  rect = yeoun_inset(rect, 10);
  struct yeoun_rect title = yeoun_cut_top(&rect, 20, 6);
  char count[24];
  snprintf(count,
           sizeof(count),
           "%u of %u",
           (unsigned)shelf->count,
           (unsigned)YEOUN_SHELF);
  yeoun_text(&gui->canvas,
             title,
             YEOUN_TYPE_SMALL,
             YEOUN_RIGHT,
             YEOUN_COLOUR_DIM,
             count);
  yeoun_view_title(page, title, "Shelf");
  if (!shelf->count) {
    yeoun_text_block(&gui->canvas,
                     rect,
                     YEOUN_TYPE_SMALL,
                     YEOUN_COLOUR_DIM,
                     "The star on a card keeps its variation here, name and "
                     "notes.");
    return;
  }
  const unsigned rows = (unsigned)((rect.h + 3) / 25);
  const unsigned most = shelf->count > rows ? shelf->count - rows : 0;
  struct yeoun_input *const in = &gui->in;
  if (in->kind == YEOUN_INPUT_WHEEL && yeoun_within(rect, gui->x, gui->y)) {
    const int to = (int)page->first_kept - in->steps;
    page->first_kept = (unsigned)(to < 0 ? 0 : to);
    yeoun_gui_answer(gui);
  }
  page->first_kept = page->first_kept > most ? most : page->first_kept;
  for (unsigned i = 0; i < rows && page->first_kept + i < shelf->count; ++i) {
    draw_row(page, yeoun_cut_top(&rect, 22, 3), page->first_kept + i);
  }
}
