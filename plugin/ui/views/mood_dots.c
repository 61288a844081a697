// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "mood_dots.h"

#include <math.h>
#include <stdio.h>

#include "ui/model/favourites.h"
#include "ui/model/presets.h"

/** Names beside dots, at most. */
#define NAMES 8

/** Where names are, so that none lies upon another. */
struct names {
  unsigned count;
  struct yeoun_rect at[NAMES + 1]; /**< the handle first */
};

static bool
is_favourite(const struct yeoun_page *page, const struct yeoun_preset *preset)
{
  return page->favourites &&
         yeoun_favourites_has(page->favourites, preset->uri);
}

/** Where a preset lies; false when it says nothing of the mood. */
static bool
find(const struct yeoun_preset *preset,
     const struct yeoun_point corner[YEOUN_POLES],
     struct yeoun_point *p)
{
  double weight[YEOUN_POLES];
  for (unsigned k = 0; k < YEOUN_POLES; ++k) {
    weight[k] = (double)preset->value[YEOUN_PORT_LYRICAL + k];
  }
  *p = yeoun_mood_place(corner, weight);
  return !isnan(weight[0] + weight[1] + weight[2]);
}

/** Whether the handle lies above it. */
static bool
is_below(struct yeoun_point p, struct yeoun_point handle)
{
  return hypot(p.x - handle.x, p.y - handle.y) < 12;
}

/** A dot, or the star of a favourite. */
static void
draw_dot(const struct yeoun_page *page,
         const struct yeoun_preset *preset,
         struct yeoun_point p,
         bool is_hot)
{
  const struct yeoun_canvas *const canvas = &page->gui.canvas;
  if (is_favourite(page, preset)) {
    const double r = is_hot ? 6.5 : 5;
    yeoun_star(canvas,
               (struct yeoun_rect){p.x - r, p.y - r, 2 * r, 2 * r},
               YEOUN_COLOUR_INK,
               true);
    return;
  }
  cairo_arc(canvas->cr, p.x, p.y, is_hot ? 4 : 2.2, 0, 6.283185307179586);
  yeoun_canvas_colour(
    canvas, is_hot ? YEOUN_COLOUR_INK : YEOUN_COLOUR_DIM, 0.9);
  cairo_fill(canvas->cr);
}

void
yeoun_view_dots(struct yeoun_page *page,
                const struct yeoun_point corner[YEOUN_POLES],
                struct yeoun_point handle)
{
  struct yeoun_gui *const gui = &page->gui;
  const struct yeoun_presets *const presets = page->presets;
  for (unsigned i = 0; presets && i < presets->count; ++i) {
    const struct yeoun_preset *const preset = &presets->preset[i];
    const yeoun_id id = YEOUN_ID_PRESET_DOT + i;
    struct yeoun_point p;
    if (!find(preset, corner, &p) || is_below(p, handle)) {
      continue;
    }
    char text[400];
    snprintf(text,
             sizeof(text),
             "Preset %s: %s A press loads it; undo goes back.",
             preset->label,
             preset->comment);
    yeoun_gui_zone(
      gui, id, (struct yeoun_rect){p.x - 4, p.y - 4, 8, 8}, false, text);
    yeoun_gui_point(gui, id, YEOUN_CURSOR_HAND);
    yeoun_gui_pressed(gui, id);
    if (yeoun_gui_clicked(gui, id)) {
      yeoun_preset_load(preset, page->model);
    }
    draw_dot(page, preset, p, gui->hot == id);
  }
}

static bool
is_free(const struct names *names, struct yeoun_rect r)
{
  for (unsigned i = 0; i < names->count; ++i) {
    const struct yeoun_rect n = names->at[i];
    if (r.x < n.x + n.w && n.x < r.x + r.w && r.y < n.y + n.h &&
        n.y < r.y + r.h) {
      return false;
    }
  }
  return true;
}

/** A place for a name: right, left or above of its dot, within a rectangle. */
static bool
find_room(const struct names *names,
          struct yeoun_rect within,
          struct yeoun_point p,
          double width,
          struct yeoun_rect *room)
{
  const double most = within.x + within.w - width;
  const struct yeoun_rect rooms[] = {
    {p.x + 9, p.y - 8, width, 16},
    {p.x - 9 - width, p.y - 8, width, 16},
    {fmax(fmin(p.x - width / 2, most), within.x), p.y - 25, width, 16},
    {fmax(fmin(p.x - width / 2, most), within.x), p.y + 9, width, 16}};
  for (unsigned i = 0; i < sizeof(rooms) / sizeof(*rooms); ++i) {
    *room = rooms[i];
    if (room->x >= within.x && room->x <= most && is_free(names, *room)) {
      return true;
    }
  }
  return false;
}

/** Write a name beside its place, if there is room. */
static void
draw_name(const struct yeoun_page *page,
          struct names *names,
          struct yeoun_rect within,
          struct yeoun_point p,
          const char *name,
          enum yeoun_hue colour)
{
  const struct yeoun_canvas *const canvas = &page->gui.canvas;
  const double width =
    yeoun_text_width(canvas, YEOUN_TYPE_SMALL, name, -1) + 10;
  struct yeoun_rect room;
  if (names->count <= NAMES && find_room(names, within, p, width, &room)) {
    names->at[names->count++] = room;
    yeoun_fill(canvas, room, 4, YEOUN_COLOUR_WINDOW, 0.85);
    room.x += 4;
    yeoun_text(canvas, room, YEOUN_TYPE_SMALL, YEOUN_LEFT, colour, name);
  }
}

void
yeoun_view_dot_names(struct yeoun_page *page,
                     struct yeoun_rect rect,
                     const struct yeoun_point corner[YEOUN_POLES],
                     struct yeoun_point handle)
{
  const struct yeoun_presets *const presets = page->presets;
  struct names names = {1, {{handle.x - 8, handle.y - 8, 16, 16}}};
  /* What is meant now first, and then what is always there. */
  for (unsigned pass = 0; presets && pass < 3; ++pass) {
    for (unsigned i = 0; i < presets->count; ++i) {
      const struct yeoun_preset *const preset = &presets->preset[i];
      struct yeoun_point p;
      if (!find(preset, corner, &p)) {
        continue;
      }
      const bool is_hot = page->gui.hot == YEOUN_ID_PRESET_DOT + i;
      const bool is_loaded = yeoun_preset_is_loaded(preset, page->model);
      const bool is_its_turn = pass == 0 ? is_hot
                               : pass == 1
                                 ? is_loaded && !is_hot
                                 : is_favourite(page, preset) && !is_hot &&
                                     !is_loaded && !is_below(p, handle);
      if (is_its_turn) {
        draw_name(page,
                  &names,
                  rect,
                  p,
                  preset->label,
                  pass < 2 ? YEOUN_COLOUR_INK : YEOUN_COLOUR_DIM);
      }
    }
  }
}
