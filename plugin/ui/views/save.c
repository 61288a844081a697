// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Saving: MIDI for hosts that take no drops, the shelf as a cue sheet, a preset
   of one's own. */

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "panel.h"
#include "port.h"
#include "shelf_sheet.h"
#include "ui/model/path.h"
#include "ui/model/presets.h"
#include "ui/model/take_midi.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"

/** The folder that is typed, with a home in place of "~"; it is made when its
    parent is there. */
static bool
find_folder(struct yeoun_page *page, char *folder, size_t size)
{
  if (!yeoun_path_read(page->folder, folder, size)) {
    snprintf(page->message,
             sizeof(page->message),
             "A folder begins at the root or at ~: ~/Music");
    return false;
  }
  if (mkdir(folder, 0777) == 0 || errno == EEXIST) {
    return true;
  }
  snprintf(page->message,
           sizeof(page->message),
           "There is no folder %.150s, and it cannot be made.",
           folder);
  return false;
}

static void
save_midi(struct yeoun_page *page)
{
  static const unsigned all = (1U << YEOUN_LANES) - 1;
  const struct yeoun_preview *const shown = yeoun_page_sounding(page);
  char folder[YEOUN_PATH_SIZE];
  struct yeoun_midi_files files;
  if (!shown || !find_folder(page, folder, sizeof(folder))) {
    return;
  }
  const bool is_fine = yeoun_midi_write(
    page->model, &shown->request, shown->score->tempo_bpm, all, folder, &files);
  snprintf(page->message,
           sizeof(page->message),
           is_fine ? "%u files, one a lane, are in %.150s."
                   : "Only %u files could be written in %.150s.",
           files.count,
           folder);
}

static void
save_sheet(struct yeoun_page *page)
{
  char folder[YEOUN_PATH_SIZE];
  char path[YEOUN_PATH_SIZE + 32];
  if (!page->model->memory.shelf.count) {
    snprintf(page->message,
             sizeof(page->message),
             "There is nothing on the shelf to write.");
    return;
  }
  if (!find_folder(page, folder, sizeof(folder))) {
    return;
  }
  char *const text = (char *)malloc(YEOUN_SHEET_SIZE);
  const size_t length =
    text ? yeoun_shelf_write_sheet(
             &page->model->memory.shelf, text, YEOUN_SHEET_SIZE)
         : 0;
  int file = -1;
  for (unsigned i = 1; length && file < 0 && i < 100; ++i) {
    snprintf(path, sizeof(path), "%s/shelf %u.ttl", folder, i);
    file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0666);
  }
  const bool is_written =
    file >= 0 && write(file, text, length) == (ssize_t)length;
  const bool is_fine = file >= 0 && !close(file) && is_written;
  snprintf(page->message,
           sizeof(page->message),
           !length   ? "The shelf does not fit into a sheet.%.0s"
           : is_fine ? "The cue sheet is %.200s"
                     : "It cannot be written: %.200s",
           length ? path : "");
  free(text);
}

static void
draw_line(struct yeoun_page *page, struct yeoun_rect *r, const char *text)
{
  yeoun_text(&page->gui.canvas,
             yeoun_cut_top(r, 16, 4),
             YEOUN_TYPE_PLAIN,
             YEOUN_LEFT,
             YEOUN_COLOUR_DIM,
             text);
}

static void
draw_files(struct yeoun_page *page, struct yeoun_rect *r)
{
  struct yeoun_gui *const gui = &page->gui;
  draw_line(page, r, "Into this folder; nothing that is there is replaced");
  const enum yeoun_edit edit =
    yeoun_field(gui,
                YEOUN_PANEL_SAVE + 2,
                yeoun_cut_top(r, 26, 8),
                page->folder,
                "~/Music",
                "A folder; ~ is your home. It is made when it is not there.");
  if (edit == YEOUN_EDIT_DONE && *gui->field.text) {
    snprintf(page->folder, sizeof(page->folder), "%.255s", gui->field.text);
  }
  struct yeoun_rect row = yeoun_cut_top(r, 26, 18);
  if (yeoun_button(gui,
                   YEOUN_PANEL_SAVE + 3,
                   yeoun_cut_left(&row, 210, 8),
                   "Save MIDI, a file a lane",
                   false,
                   "What sounds, as MIDI files of type 0 with controllers, one "
                   "for each lane that has notes.")) {
    save_midi(page);
  }
  if (yeoun_button(gui,
                   YEOUN_PANEL_SAVE + 4,
                   yeoun_cut_left(&row, 210, 8),
                   "Save the shelf as a cue sheet",
                   false,
                   "All that is kept, as a cue sheet in Turtle that "
                   "yeoun-render makes into files.")) {
    save_sheet(page);
  }
}

static void
draw_preset(struct yeoun_page *page, struct yeoun_rect *r)
{
  struct yeoun_gui *const gui = &page->gui;
  draw_line(page, r, "Mood and sound as a preset of your own, in ~/.lv2");
  struct yeoun_rect row = yeoun_cut_top(r, 26, 14);
  const struct yeoun_rect button = yeoun_cut_right(&row, 110, 8);
  const enum yeoun_edit edit = yeoun_field(gui,
                                           YEOUN_PANEL_SAVE + 5,
                                           row,
                                           page->preset_name,
                                           "Its name",
                                           "What the preset is called.");
  if (edit == YEOUN_EDIT_DONE) {
    snprintf(
      page->preset_name, sizeof(page->preset_name), "%.63s", gui->field.text);
  }
  if (yeoun_button(gui,
                   YEOUN_PANEL_SAVE + 6,
                   button,
                   "Save preset",
                   false,
                   "Write it as Turtle into ~/.lv2, where every host finds "
                   "it.")) {
    yeoun_preset_save(
      page->model, page->preset_name, page->message, sizeof(page->message));
    if (page->presets) {
      yeoun_presets_refresh(page->presets);
    }
  }
}

void
yeoun_panel_save(struct yeoun_page *page, struct yeoun_rect window)
{
  struct yeoun_rect r =
    yeoun_panel_begin(page, window, YEOUN_PANEL_SAVE, 480, 260, "Save");
  draw_files(page, &r);
  draw_preset(page, &r);
  yeoun_text_block(
    &page->gui.canvas, r, YEOUN_TYPE_PLAIN, YEOUN_COLOUR_INK, page->message);
}
