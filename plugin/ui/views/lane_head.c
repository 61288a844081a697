// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include <stdio.h>

#include "lane_marks.h"
#include "lanes.h"
#include "notes.h"
#include "port.h"
#include "ui/widgets/button.h"

/** Points before the words of a head, those of its menu too. */
#define TEXT_LEFT 7

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
  yeoun_draw_padlock(&gui->canvas,
                     rect,
                     is_locked ? YEOUN_COLOUR_WINDOW : YEOUN_COLOUR_DIM,
                     is_locked);
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

/** What is told of a name; while it is dragged in vain, why. */
static void
tell_name(const struct yeoun_page *page,
          unsigned lane,
          unsigned lanes,
          yeoun_id id,
          char *text,
          size_t size)
{
  const bool is_in_vain = page->gui.held == id && page->gui.is_dragged &&
                          !(lanes & yeoun_lanes_heard(page));
  if (is_in_vain) {
    yeoun_lane_refuse(lanes, text, size);
  } else {
    snprintf(text,
             size,
             "%s: drag the lane onto a track of the host, with the others that "
             "are chosen: their notes as MIDI files. A press chooses it, with "
             "Shift or Control beside others.",
             yeoun_lane_title(lane));
  }
}

/** The name of the lane: a press that is dragged carries it out. */
static void
draw_name(struct yeoun_page *page,
          struct yeoun_rect rect,
          unsigned lane,
          yeoun_id id)
{
  struct yeoun_gui *const gui = &page->gui;
  const struct yeoun_rect whole = rect;
  const unsigned chosen = yeoun_lanes_chosen(page);
  const unsigned lanes = chosen >> lane & 1U ? chosen : 1U << lane;
  char info[256];
  tell_name(page, lane, lanes, id, info, sizeof(info));
  yeoun_gui_zone(gui, id, rect, true, info);
  yeoun_gui_pressed(gui, id);
  const bool is_added = gui->in.is_shift || gui->in.is_control;
  if (gui->held == id && gui->is_dragged &&
      gui->in.kind == YEOUN_INPUT_MOTION) {
    yeoun_lane_carry(page, lanes);
  }
  if (yeoun_gui_clicked(gui, id)) {
    choose_lane(page, lane, is_added);
  }
  if (yeoun_lanes_chosen(page) >> lane & 1U) {
    yeoun_fill(&gui->canvas, whole, 3, YEOUN_COLOUR_CHOSEN, 0.22);
  }
  yeoun_gui_ring(gui, id, whole, 3);
  const struct yeoun_rect chip = {rect.x, rect.y + 3, 4, rect.h - 6};
  yeoun_fill(&gui->canvas, chip, 2, yeoun_lane_colour(lane), 1);
  yeoun_cut_left(&rect, TEXT_LEFT, 0);
  yeoun_text(&gui->canvas,
             rect,
             YEOUN_TYPE_BOLD,
             YEOUN_LEFT,
             YEOUN_COLOUR_INK,
             yeoun_lane_title(lane));
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

/** The meter while nothing sounds: what sounds is drawn over it. */
static void
draw_ladder(struct yeoun_page *page,
            struct yeoun_rect rect,
            unsigned lane,
            yeoun_id id)
{
  char info[128];
  snprintf(info,
           sizeof(info),
           "How loud the %s lane is now: from -60 dB to full level, 6 dB a "
           "step.",
           yeoun_lane_name(lane));
  page->meter[lane] = rect;
  yeoun_gui_zone(&page->gui, id, rect, false, info);
  yeoun_draw_meter(&page->gui.canvas, rect, YEOUN_COLOUR_RAISED, 1);
}

void
yeoun_lane_head(struct yeoun_page *page, struct yeoun_rect rect, unsigned lane)
{
  const yeoun_id id = YEOUN_ID_LANE + lane * YEOUN_LANE_IDS;
  struct yeoun_gui *const gui = &page->gui;
  draw_ladder(page, yeoun_cut_right(&rect, 6, 6), lane, id + 4);
  const double line = (rect.h - 2) / 2;
  struct yeoun_rect upper = yeoun_cut_top(&rect, line, 2);
  struct yeoun_rect lower = rect;
  const struct yeoun_rect s = yeoun_cut_right(&upper, 22, 3);
  const struct yeoun_rect m = yeoun_cut_right(&upper, 22, 3);
  const struct yeoun_rect lock = yeoun_cut_right(&upper, 22, 3);
  yeoun_lane_take(page, yeoun_cut_right(&upper, 88, 6), lane);
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
