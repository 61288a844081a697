// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Above the roll: what it shows, and what can be done with it. */

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "build.h"
#include "lanes.h"
#include "port.h"
#include "ui/model/blurb.h"
#include "ui/widgets/button.h"

/** What is shown, in few words; in the plugin's own where the window did not
    compose it. */
static void
tell_shown(const struct yeoun_page *page, char *text, size_t size)
{
  const struct yeoun_news *const told = &page->model->told;
  const struct yeoun_preview *const shown =
    yeoun_previews_get(page->previews, YEOUN_SLOT_SOUNDING);
  char words[256];
  char identity[32];
  yeoun_identity_write(told->identity, identity, sizeof(identity));
  if (yeoun_preview_is_ready(shown)) {
    struct yeoun_blurb blurb;
    yeoun_blurb_make(shown->score, NULL, 0, &blurb);
    yeoun_blurb_write(&blurb, words, sizeof(words));
  } else {
    snprintf(words, sizeof(words), "%s", told->description);
  }
  snprintf(
    text, size, "%d \302\267 %s \302\267 %s", told->variation, words, identity);
}

/** What sounds, in words. */
static void
tell(const struct yeoun_page *page, char *text, size_t size)
{
  const struct yeoun_news *const told = &page->model->told;
  if (!told->is_there || !told->has_request) {
    snprintf(text,
             size,
             "Nothing sounds yet: press Audition, or start the host's "
             "transport.");
  } else if (strcmp(told->build, yeoun_build()) != 0) {
    snprintf(text,
             size,
             "This window is of another build than the plugin: what it draws "
             "may differ from what sounds.");
  } else {
    tell_shown(page, text, size);
  }
}

/** Name the lanes that are rolled: "Chords, Bass". Returns how many. */
static unsigned
name_lanes(const struct yeoun_page *page, char *text, size_t size)
{
  const unsigned lanes =
    yeoun_lanes_chosen(page) & ~(unsigned)page->model->memory.locks;
  size_t length = 0;
  unsigned count = 0;
  text[0] = '\0';
  for (unsigned i = 0; i < YEOUN_LANES; ++i) {
    if (lanes >> i & 1U) {
      length += (size_t)snprintf(text + length,
                                 size - length,
                                 "%s%s",
                                 count++ ? ", " : "",
                                 yeoun_lane_title(i));
    }
  }
  return count;
}

static void
draw_reroll(struct yeoun_page *page, struct yeoun_rect rect)
{
  struct yeoun_gui *const gui = &page->gui;
  const struct yeoun_selection *const s = &page->selection;
  char names[96];
  char bars[32];
  char text[160];
  char info[320];
  const unsigned count = name_lanes(page, names, sizeof(names));
  if (!s->is_there || !count) {
    yeoun_gui_zone(gui,
                   YEOUN_ID_ROLL + 6,
                   rect,
                   false,
                   s->is_there
                     ? "The chosen lanes are locked: the padlock frees them."
                     : "No bars are chosen: drag over bars of one or more "
                       "lanes, then roll them again here.");
    yeoun_button_off(
      gui, rect, s->is_there ? "Locked" : "drag over bars to roll");
    return;
  }
  snprintf(bars,
           sizeof(bars),
           s->bars > 1 ? "bars %u\342\200\223%u" : "bar %u",
           s->first + 1,
           s->first + s->bars);
  snprintf(text, sizeof(text), "Roll %s \302\267 %s", names, bars);
  snprintf(
    info,
    sizeof(info),
    "%s: another take of only these bars of these lanes; all other notes "
    "stay. Each press is another take.",
    text);
  if (yeoun_text_width(&gui->canvas, YEOUN_TYPE_PLAIN, text, -1) >
      rect.w - 12) {
    snprintf(text, sizeof(text), "Roll %u lanes \302\267 %s", count, bars);
  }
  if (yeoun_button(gui, YEOUN_ID_ROLL + 1, rect, text, false, info)) {
    yeoun_lane_roll(page);
  }
}

/** What the grip carries, in words. */
static void
name_load(unsigned chosen, char *text, size_t size)
{
  unsigned count = 0;
  unsigned last = 0;
  for (unsigned i = 0; i < YEOUN_LANES; ++i) {
    count += chosen >> i & 1U;
    last = chosen >> i & 1U ? i : last;
  }
  if (!count) {
    snprintf(text, size, "Drag all");
  } else if (count == 1) {
    snprintf(text, size, "Drag %s", yeoun_lane_title(last));
  } else {
    snprintf(text, size, "Drag %u lanes", count);
  }
}

/** What is told of the grip; while it is dragged in vain, why. */
static void
tell_grip(const struct yeoun_page *page,
          unsigned lanes,
          const char *load,
          char *text,
          size_t size)
{
  const bool is_in_vain = page->gui.held == YEOUN_ID_ROLL + 4 &&
                          page->gui.is_dragged &&
                          !(lanes & yeoun_lanes_heard(page));
  if (is_in_vain) {
    yeoun_lane_refuse(lanes, text, size);
  } else {
    snprintf(
      text,
      size,
      "%s into the host, with all bars: a MIDI file for each lane, with its "
      "controllers. %s",
      load,
      yeoun_lanes_chosen(page)
        ? "A press lets go of the choice, so that all are dragged."
        : "Those that are chosen are dragged alone; Save is for hosts that "
          "take no drops.");
  }
}

/** All lanes together by the hand, or those that are chosen. */
static void
draw_grip(struct yeoun_page *page, struct yeoun_rect rect)
{
  struct yeoun_gui *const gui = &page->gui;
  const yeoun_id id = YEOUN_ID_ROLL + 4;
  const unsigned chosen = yeoun_lanes_chosen(page);
  const unsigned lanes = chosen ? chosen : (1U << YEOUN_LANES) - 1;
  char load[32];
  char info[256];
  name_load(chosen, load, sizeof(load));
  tell_grip(page, lanes, load, info, sizeof(info));
  yeoun_gui_zone(gui, id, rect, true, info);
  yeoun_gui_pressed(gui, id);
  if (gui->held == id && gui->is_dragged &&
      gui->in.kind == YEOUN_INPUT_MOTION) {
    yeoun_lane_carry(page, lanes);
  }
  if (yeoun_gui_clicked(gui, id)) {
    page->selection.is_there = false;
  }
  yeoun_fill(&gui->canvas,
             rect,
             4,
             gui->hot == id ? YEOUN_COLOUR_HOT : YEOUN_COLOUR_RAISED,
             1);
  for (unsigned i = 0; i < 6; ++i) {
    yeoun_fill(
      &gui->canvas,
      (struct yeoun_rect){rect.x + 8 + i % 2 * 4, rect.y + 6 + i / 2 * 4, 2, 2},
      0,
      YEOUN_COLOUR_DIM,
      1);
  }
  yeoun_gui_ring(gui, id, yeoun_inset(rect, -2), 6);
  yeoun_cut_left(&rect, 12, 0);
  yeoun_text(
    &gui->canvas, rect, YEOUN_TYPE_PLAIN, YEOUN_CENTRE, YEOUN_COLOUR_INK, load);
}

static void
zoom(struct yeoun_page *page, double by)
{
  page->zoom = fmin(fmax(page->zoom * by, 1), 8);
}

static void
draw_zoom(struct yeoun_page *page, struct yeoun_rect out, struct yeoun_rect in)
{
  struct yeoun_gui *const gui = &page->gui;
  if (yeoun_button(
        gui, YEOUN_ID_ROLL + 2, in, "+", false, "Fewer bars, larger.")) {
    zoom(page, 2);
  }
  if (yeoun_button(gui,
                   YEOUN_ID_ROLL + 3,
                   out,
                   "\342\200\223",
                   false,
                   "More bars, smaller.")) {
    zoom(page, 0.5);
  }
}

void
yeoun_roll_head(struct yeoun_page *page, struct yeoun_rect rect)
{
  struct yeoun_gui *const gui = &page->gui;
  const struct yeoun_news *const told = &page->model->told;
  char text[320];
  tell(page, text, sizeof(text));
  const struct yeoun_rect in = yeoun_cut_right(&rect, 24, 3);
  const struct yeoun_rect out = yeoun_cut_right(&rect, 24, 10);
  draw_zoom(page, out, in);
  draw_reroll(page, yeoun_cut_right(&rect, 212, 8));
  draw_grip(page, yeoun_cut_right(&rect, 108, 12));
  const bool is_gold = page->is_moving && told->has_request;
  yeoun_view_title(
    page, yeoun_cut_left(&rect, 64, 4), is_gold ? "Sounding" : "Chosen");
  yeoun_gui_zone(gui,
                 YEOUN_ID_ROLL + 5,
                 rect,
                 false,
                 *told->description ? told->description : text);
  yeoun_text(&gui->canvas,
             rect,
             YEOUN_TYPE_PLAIN,
             YEOUN_LEFT,
             is_gold             ? YEOUN_COLOUR_SOUNDING
             : told->has_request ? YEOUN_COLOUR_INK
                                 : YEOUN_COLOUR_DIM,
             text);
}
