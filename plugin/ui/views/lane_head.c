// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include <stdio.h>

#include "controls.h"
#include "lanes.h"
#include "notes.h"
#include "port.h"
#include "ui/widgets/button.h"

/** Let a lane alone be heard, or not: by the mutes of the others. */
static void
solo(struct yeoun_page *page, unsigned lane)
{
  struct yeoun_model *const model = page->model;
  const unsigned before = page->solo;
  page->solo ^= 1U << lane;
  for (unsigned i = 0; i < YEOUN_LANES; ++i) {
    const enum yeoun_port port = (enum yeoun_port)(YEOUN_PORT_MELODY_MUTE + i);
    if (!before) {
      page->before_solo[i] = model->value[port];
    }
    const float mute = page->solo >> i & 1U ? 0.0f : 1.0f;
    yeoun_model_set(model, port, page->solo ? mute : page->before_solo[i]);
  }
}

static void
draw_padlock(const struct yeoun_canvas *canvas,
             struct yeoun_rect r,
             enum yeoun_hue colour,
             bool is_shut)
{
  const double x = r.x + r.w / 2;
  const double y = r.y + r.h / 2;
  yeoun_fill(
    canvas, (struct yeoun_rect){x - 4.5, y - 0.5, 9, 6.5}, 1.5, colour, 1);
  yeoun_canvas_colour(canvas, colour, 1);
  cairo_set_line_width(canvas->cr, 1.5);
  cairo_new_path(canvas->cr);
  cairo_arc(canvas->cr,
            is_shut ? x : x + 2.5,
            y - 1,
            2.8,
            3.141592653589793,
            is_shut ? 6.283185307179586 : 5.8);
  cairo_stroke(canvas->cr);
}

static void
draw_lock(struct yeoun_page *page,
          struct yeoun_rect rect,
          unsigned lane,
          yeoun_id id)
{
  struct yeoun_gui *const gui = &page->gui;
  const bool is_locked = page->model->memory.locks >> lane & 1U;
  const bool is_others = gui->in.is_shift;
  if (yeoun_toggle(gui,
                   id,
                   rect,
                   "",
                   is_locked,
                   YEOUN_COLOUR_CHOSEN,
                   "Lock: this lane goes on with its take, whatever is rolled "
                   "again. With Shift all other lanes are locked.")) {
    if (is_others) {
      yeoun_model_lock_others(page->model, lane);
    } else {
      yeoun_model_lock(page->model, lane);
    }
  }
  draw_padlock(&gui->canvas,
               rect,
               is_locked ? YEOUN_COLOUR_WINDOW : YEOUN_COLOUR_DIM,
               is_locked);
}

static void
draw_roll_again(struct yeoun_page *page, struct yeoun_rect rect, unsigned lane)
{
  const enum yeoun_port port = (enum yeoun_port)(YEOUN_PORT_MELODY_TAKE + lane);
  const unsigned take = (unsigned)page->model->value[port];
  char text[16];
  char info[160];
  snprintf(text, sizeof(text), "take %u", take);
  snprintf(info,
           sizeof(info),
           "Another take of the %s lane alone; all others stay note for note. "
           "Undo brings this one back.",
           yeoun_lane_name(lane));
  if (page->model->memory.locks >> lane & 1U) {
    yeoun_button_off(&page->gui, rect, text);
  } else if (yeoun_button(
               &page->gui, YEOUN_ID_PORT + port, rect, text, false, info)) {
    yeoun_model_set(page->model, port, (float)((take + 1) % YEOUN_TAKES));
  }
}

/** Choose all bars of a lane, or let go of it. */
static void
choose_lane(struct yeoun_page *page, unsigned lane, bool is_added)
{
  const struct yeoun_score *const score = yeoun_roll_score(page);
  struct yeoun_selection *const s = &page->selection;
  if (!score) {
    return;
  }
  const unsigned all =
    (unsigned)(score->length / yeoun_bar_ticks(score->meter));
  const bool is_whole = s->is_there && !s->first && s->bars == all;
  const bool is_mine = is_whole && s->lanes >> lane & 1U;
  const unsigned before = is_whole && is_added ? s->lanes : 0;
  const bool is_off = is_mine && (is_added || s->lanes == 1U << lane);
  const unsigned lanes = is_off ? before & ~(1U << lane) : before | 1U << lane;
  *s = (struct yeoun_selection){lanes != 0, lanes, lane, 0, all};
}

/** The name of the lane: a press that is dragged carries it out. */
static void
draw_name(struct yeoun_page *page,
          struct yeoun_rect rect,
          unsigned lane,
          yeoun_id id)
{
  struct yeoun_gui *const gui = &page->gui;
  const struct yeoun_control_facts *const facts =
    yeoun_control_facts((enum yeoun_port)(YEOUN_PORT_MELODY_INSTRUMENT + lane));
  char name[32];
  /* "Melody instrument" begins with the lane's name. */
  snprintf(name, sizeof(name), "%s", facts->name);
  for (char *c = name; *c; ++c) {
    if (*c == ' ') {
      *c = '\0';
      break;
    }
  }
  const struct yeoun_rect whole = rect;
  yeoun_gui_zone(gui,
                 id,
                 rect,
                 true,
                 "Drag the lane onto a track of the host, with the others that "
                 "are chosen: their notes as MIDI files. A press chooses it, "
                 "with Shift or Control beside others.");
  yeoun_gui_pressed(gui, id);
  const bool is_added = gui->in.is_shift || gui->in.is_control;
  if (gui->held == id && gui->is_dragged &&
      gui->in.kind == YEOUN_INPUT_MOTION) {
    const unsigned chosen =
      page->selection.is_there ? page->selection.lanes : 0;
    page->carry =
      (struct yeoun_carry){true, chosen >> lane & 1U ? chosen : 1U << lane};
  }
  if (yeoun_gui_clicked(gui, id)) {
    choose_lane(page, lane, is_added);
  }
  if (page->selection.is_there && page->selection.lanes >> lane & 1U) {
    yeoun_fill(&gui->canvas, whole, 3, YEOUN_COLOUR_CHOSEN, 0.22);
  }
  yeoun_gui_ring(gui, id, whole, 3);
  const struct yeoun_rect chip = {rect.x, rect.y + 3, 4, rect.h - 6};
  yeoun_fill(&gui->canvas, chip, 2, yeoun_lane_colour(lane), 1);
  rect.x += 10;
  rect.w -= 10;
  yeoun_text(
    &gui->canvas, rect, YEOUN_TYPE_BOLD, YEOUN_LEFT, YEOUN_COLOUR_INK, name);
}

/** What "Auto" has come to, in the place of that word. */
static void
tell_instrument(const struct yeoun_page *page,
                struct yeoun_rect menu,
                unsigned lane)
{
  const struct yeoun_score *const score = yeoun_roll_score(page);
  const bool is_auto =
    page->model->value[YEOUN_PORT_MELODY_INSTRUMENT + lane] < 0.5f;
  if (!score || !is_auto || lane == YEOUN_LANE_DRUMS ||
      !score->instrument[lane]) {
    return;
  }
  const struct yeoun_rect at = {menu.x + 40, menu.y, menu.w - 58, menu.h};
  yeoun_text(&page->gui.canvas,
             at,
             YEOUN_TYPE_SMALL,
             YEOUN_LEFT,
             YEOUN_COLOUR_DIM,
             yeoun_instrument_facts(score->instrument[lane])->name);
}

void
yeoun_lane_head(struct yeoun_page *page, struct yeoun_rect rect, unsigned lane)
{
  const yeoun_id id = YEOUN_ID_LANE + lane * YEOUN_LANE_IDS;
  struct yeoun_gui *const gui = &page->gui;
  page->meter[lane] = yeoun_cut_right(&rect, 5, 6);
  yeoun_fill(&gui->canvas, page->meter[lane], 1.5, YEOUN_COLOUR_WELL, 1);
  const double line = (rect.h - 2) / 2;
  struct yeoun_rect upper = yeoun_cut_top(&rect, line, 2);
  struct yeoun_rect lower = rect;
  const struct yeoun_rect s = yeoun_cut_right(&upper, 22, 3);
  const struct yeoun_rect m = yeoun_cut_right(&upper, 22, 3);
  const struct yeoun_rect lock = yeoun_cut_right(&upper, 22, 3);
  draw_roll_again(page, yeoun_cut_right(&upper, 50, 6), lane);
  draw_name(page, upper, lane, id);
  draw_lock(page, lock, lane, id + 1);
  yeoun_port_toggle(page,
                    (enum yeoun_port)(YEOUN_PORT_MELODY_MUTE + lane),
                    m,
                    "M",
                    YEOUN_COLOUR_VALUE);
  if (yeoun_toggle(gui,
                   id + 2,
                   s,
                   "S",
                   page->solo >> lane & 1U,
                   YEOUN_COLOUR_CHOSEN,
                   "Solo: only the lanes with an S are heard. It mutes the "
                   "others, and gives them back.")) {
    solo(page, lane);
  }
  const enum yeoun_port level =
    (enum yeoun_port)(YEOUN_PORT_MELODY_LEVEL + lane);
  yeoun_port_number(page,
                    level,
                    yeoun_cut_right(&lower, 42, 2),
                    page->model->value[level] > -60.0f ? "%+.1f" : "off");
  struct yeoun_rect bar = yeoun_cut_right(&lower, 62, 5);
  bar.y += (bar.h - 12) / 2;
  bar.h = 12;
  yeoun_port_bar(page, level, bar, YEOUN_WAY_ACROSS, YEOUN_COLOUR_VALUE);
  yeoun_port_menu(
    page, (enum yeoun_port)(YEOUN_PORT_MELODY_INSTRUMENT + lane), lower);
  tell_instrument(page, lower, lane);
}
