// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Which bars of which lanes the next action is about. */

#include <math.h>
#include <stdio.h>

#include "lanes.h"

static const char info[] =
  "Drag over bars, and over lanes, to choose them, and roll only those again "
  "(above). Arrow keys choose too, with Shift they widen; Return rolls. A "
  "press "
  "on the one bar that is chosen lets go of it.";

static unsigned
bars_of(const struct yeoun_score *score)
{
  return (unsigned)(score->length / yeoun_bar_ticks(score->meter));
}

/** The bar under the pointer. */
static unsigned
bar_at(const struct yeoun_page *page,
       struct yeoun_rect rect,
       const struct yeoun_score *score)
{
  double from = 0;
  double to = 0;
  yeoun_roll_sight(page, score, &from, &to);
  const double tick = from + (page->gui.x - rect.x) / rect.w * (to - from);
  const double bar = floor(tick / yeoun_bar_ticks(score->meter));
  return (unsigned)fmax(fmin(bar, bars_of(score) - 1.0), 0);
}

/** The lane whose bars lie at the height of the pointer, or nearest to it. */
static unsigned
lane_at(const struct yeoun_page *page)
{
  unsigned lane = 0;
  while (lane + 1 < YEOUN_LANES && page->gui.y >= page->bars[lane + 1].y) {
    ++lane;
  }
  return lane;
}

/** All lanes from one to another. */
static unsigned
lanes_between(unsigned a, unsigned b)
{
  const unsigned low = a < b ? a : b;
  const unsigned high = a < b ? b : a;
  return ((1U << (high - low + 1)) - 1) << low;
}

static void
press(struct yeoun_page *page, unsigned lane, unsigned bar, bool is_added)
{
  struct yeoun_selection *const s = &page->selection;
  if (is_added && s->is_there) {
    s->lanes ^= 1U << lane;
    s->is_there = s->lanes;
    return;
  }
  const bool is_again =
    s->is_there && s->lanes == 1U << lane && s->first == bar && s->bars == 1;
  *s = (struct yeoun_selection){!is_again, 1U << lane, lane, bar, 1};
}

static void
drag(struct yeoun_page *page, unsigned lane, unsigned bar)
{
  const unsigned start = (unsigned)page->gui.held_value;
  page->selection =
    (struct yeoun_selection){true,
                             lanes_between(lane, lane_at(page)),
                             lane,
                             bar < start ? bar : start,
                             (bar < start ? start - bar : bar - start) + 1};
}

/** One bar on or back; with Shift the choice grows or shrinks at its end. */
static void
step_bars(struct yeoun_page *page, unsigned lane, unsigned bars, bool is_back)
{
  struct yeoun_selection *const s = &page->selection;
  const bool is_mine = s->is_there && s->lanes >> lane & 1U;
  unsigned *const moved = page->gui.in.is_shift ? &s->bars : &s->first;
  const unsigned least = page->gui.in.is_shift ? 1 : 0;
  if (!is_mine) {
    *s = (struct yeoun_selection){true, 1U << lane, lane, 0, 1};
  } else if (is_back && *moved > least) {
    --*moved;
  } else if (!is_back && s->first + s->bars < bars) {
    ++*moved;
  }
}

/** One lane up or down; with Shift beside this one. */
static void
step_lanes(struct yeoun_page *page, unsigned lane, bool is_up)
{
  struct yeoun_selection *const s = &page->selection;
  const bool is_mine = s->is_there && s->lanes >> lane & 1U;
  const unsigned last = YEOUN_LANES - 1;
  const unsigned to = is_up ? lane - (lane > 0) : lane + (lane < last);
  if (is_mine) {
    s->lanes = 1U << to | (page->gui.in.is_shift ? s->lanes : 0);
  }
  yeoun_gui_focus(&page->gui, YEOUN_ID_LANE_BARS + to);
}

/** The keys that move the choice, or widen it. */
static void
answer_keys(struct yeoun_page *page, unsigned lane, unsigned bars)
{
  struct yeoun_gui *const gui = &page->gui;
  const yeoun_id id = YEOUN_ID_LANE_BARS + lane;
  if (yeoun_gui_key(gui, id, YEOUN_KEY_LEFT)) {
    step_bars(page, lane, bars, true);
  } else if (yeoun_gui_key(gui, id, YEOUN_KEY_RIGHT)) {
    step_bars(page, lane, bars, false);
  } else if (yeoun_gui_key(gui, id, YEOUN_KEY_UP)) {
    step_lanes(page, lane, true);
  } else if (yeoun_gui_key(gui, id, YEOUN_KEY_DOWN)) {
    step_lanes(page, lane, false);
  }
}

void
yeoun_lane_choose(struct yeoun_page *page,
                  struct yeoun_rect rect,
                  const struct yeoun_score *score,
                  unsigned lane)
{
  struct yeoun_gui *const gui = &page->gui;
  const yeoun_id id = YEOUN_ID_LANE_BARS + lane;
  yeoun_gui_zone(gui, id, rect, true, info);
  const unsigned bar = bar_at(page, rect, score);
  const bool is_added = gui->in.is_control;
  if (yeoun_gui_pressed(gui, id)) {
    press(page, lane, bar, is_added);
    gui->held_value = bar;
  } else if (gui->held == id && gui->in.kind == YEOUN_INPUT_MOTION) {
    if (gui->is_dragged) {
      drag(page, lane, bar);
    }
    yeoun_gui_answer(gui);
  }
  answer_keys(page, lane, bars_of(score));
  const bool is_key = gui->in.kind == YEOUN_INPUT_KEY;
  if (yeoun_gui_clicked(gui, id) && is_key) {
    yeoun_lane_roll(page);
  }
}

void
yeoun_lane_roll(struct yeoun_page *page)
{
  const struct yeoun_selection *const s = &page->selection;
  bool is_room = true;
  for (unsigned i = 0; s->is_there && i < YEOUN_LANES; ++i) {
    if (s->lanes >> i & 1U && !(page->model->memory.locks >> i & 1U)) {
      is_room =
        is_room && yeoun_model_reroll(page->model, i, s->first, s->bars);
    }
  }
  if (!is_room) {
    snprintf(page->message,
             sizeof(page->message),
             "There are %u stretches rolled again already: undo some first.",
             (unsigned)YEOUN_RANGES);
  }
}
