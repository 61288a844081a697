// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The mood as a point between three corners. */

#include <math.h>

#include "mood_dots.h"
#include "views.h"

static const char *const names[YEOUN_POLES] = {"lyrical", "romantic", "comic"};

static const char info[] =
  "Mood: drag the handle between lyrical, romantic and comic; a small move is "
  "a "
  "small change of the music. Arrow keys move it, a double click goes to "
  "lyrical.";

/** Romantic above, lyrical and comic below. */
static void
place_corners(struct yeoun_rect rect, struct yeoun_point corner[YEOUN_POLES])
{
  corner[YEOUN_ROMANTIC] =
    (struct yeoun_point){rect.x + rect.w / 2, rect.y + 24};
  corner[YEOUN_LYRICAL] =
    (struct yeoun_point){rect.x + 10, rect.y + rect.h - 26};
  corner[YEOUN_COMIC] =
    (struct yeoun_point){rect.x + rect.w - 10, rect.y + rect.h - 26};
}

struct yeoun_point
yeoun_mood_place(const struct yeoun_point corner[YEOUN_POLES],
                 const double weight[YEOUN_POLES])
{
  double sum = 0;
  struct yeoun_point p = {0, 0};
  for (unsigned i = 0; i < YEOUN_POLES; ++i) {
    sum += weight[i];
    p.x += weight[i] * corner[i].x;
    p.y += weight[i] * corner[i].y;
  }
  return sum > 0 ? (struct yeoun_point){p.x / sum, p.y / sum}
                 : corner[YEOUN_LYRICAL];
}

/** The weights of a place; of one outside the triangle those of its nearest
    kin, so that corners can be reached without care. */
static void
weigh(const struct yeoun_point c[YEOUN_POLES],
      struct yeoun_point p,
      double weight[YEOUN_POLES])
{
  const double d = (c[1].y - c[2].y) * (c[0].x - c[2].x) +
                   (c[2].x - c[1].x) * (c[0].y - c[2].y);
  weight[0] =
    ((c[1].y - c[2].y) * (p.x - c[2].x) + (c[2].x - c[1].x) * (p.y - c[2].y)) /
    d;
  weight[1] =
    ((c[2].y - c[0].y) * (p.x - c[2].x) + (c[0].x - c[2].x) * (p.y - c[2].y)) /
    d;
  weight[2] = 1 - weight[0] - weight[1];
  double sum = 0;
  for (unsigned i = 0; i < YEOUN_POLES; ++i) {
    weight[i] = fmax(weight[i], 0);
    sum += weight[i];
  }
  for (unsigned i = 0; i < YEOUN_POLES; ++i) {
    weight[i] = floor(weight[i] / sum * 100 + 0.5) / 100;
  }
}

static void
set_weights(struct yeoun_page *page, const double weight[YEOUN_POLES])
{
  for (unsigned i = 0; i < YEOUN_POLES; ++i) {
    yeoun_model_set(
      page->model, (enum yeoun_port)(YEOUN_PORT_LYRICAL + i), (float)weight[i]);
  }
}

/** Where arrow keys move the handle to. */
static bool
move_by_key(struct yeoun_gui *gui, struct yeoun_point *p)
{
  static const struct {
    enum yeoun_key_name key;
    double x, y;
  } moves[] = {{YEOUN_KEY_LEFT, -8, 0},
               {YEOUN_KEY_RIGHT, 8, 0},
               {YEOUN_KEY_UP, 0, -8},
               {YEOUN_KEY_DOWN, 0, 8}};
  for (unsigned i = 0; i < sizeof(moves) / sizeof(*moves); ++i) {
    if (yeoun_gui_key(gui, YEOUN_ID_TRIANGLE, moves[i].key)) {
      p->x += moves[i].x;
      p->y += moves[i].y;
      return true;
    }
  }
  return false;
}

static void
answer(struct yeoun_page *page,
       struct yeoun_rect rect,
       const struct yeoun_point corner[YEOUN_POLES],
       struct yeoun_point handle)
{
  struct yeoun_gui *const gui = &page->gui;
  const unsigned clicks = gui->in.clicks;
  double weight[YEOUN_POLES] = {1, 0, 0};
  yeoun_gui_zone(gui, YEOUN_ID_TRIANGLE, rect, true, info);
  struct yeoun_point to = handle;
  bool is_moved = move_by_key(gui, &to);
  if (yeoun_gui_pressed(gui, YEOUN_ID_TRIANGLE)) {
    if (clicks > 1) {
      set_weights(page, weight);
      return;
    }
    is_moved = true;
    to = (struct yeoun_point){gui->x, gui->y};
  } else if (gui->held == YEOUN_ID_TRIANGLE &&
             gui->in.kind == YEOUN_INPUT_MOTION) {
    is_moved = true;
    to = (struct yeoun_point){gui->x, gui->y};
    yeoun_gui_answer(gui);
  }
  yeoun_gui_clicked(gui, YEOUN_ID_TRIANGLE);
  if (is_moved) {
    weigh(corner, to, weight);
    set_weights(page, weight);
  }
}

static void
outline(cairo_t *cr, const struct yeoun_point corner[YEOUN_POLES])
{
  cairo_move_to(cr, corner[0].x, corner[0].y);
  cairo_line_to(cr, corner[1].x, corner[1].y);
  cairo_line_to(cr, corner[2].x, corner[2].y);
  cairo_close_path(cr);
}

/** A ground on which each corner's colour fades towards the others. */
static void
draw_ground(const struct yeoun_canvas *canvas,
            const struct yeoun_point corner[YEOUN_POLES])
{
  static const double tint[YEOUN_POLES][3] = {
    {0.44, 0.62, 0.85}, {0.82, 0.44, 0.56}, {0.85, 0.70, 0.35}};
  cairo_t *const cr = canvas->cr;
  outline(cr, corner);
  yeoun_canvas_colour(canvas, YEOUN_COLOUR_WELL, 1);
  cairo_fill(cr);
  for (unsigned i = 0; i < YEOUN_POLES; ++i) {
    const struct yeoun_point a = corner[i];
    const struct yeoun_point b = corner[(i + 1) % YEOUN_POLES];
    const double reach = hypot(a.x - b.x, a.y - b.y);
    cairo_pattern_t *const fade =
      cairo_pattern_create_radial(a.x, a.y, 0, a.x, a.y, reach * 0.9);
    cairo_pattern_add_color_stop_rgba(
      fade, 0, tint[i][0], tint[i][1], tint[i][2], 0.5);
    cairo_pattern_add_color_stop_rgba(
      fade, 1, tint[i][0], tint[i][1], tint[i][2], 0);
    outline(cr, corner);
    cairo_set_source(cr, fade);
    cairo_fill(cr);
    cairo_pattern_destroy(fade);
  }
  outline(cr, corner);
  yeoun_canvas_colour(canvas, YEOUN_COLOUR_LINE, 1);
  cairo_set_line_width(cr, 1);
  cairo_stroke(cr);
}

static void
draw_names(const struct yeoun_canvas *canvas, struct yeoun_rect rect)
{
  const struct yeoun_rect above = {rect.x, rect.y, rect.w, 14};
  const struct yeoun_rect below = {rect.x, rect.y + rect.h - 15, rect.w, 14};
  yeoun_text(canvas,
             above,
             YEOUN_TYPE_SMALL,
             YEOUN_CENTRE,
             YEOUN_COLOUR_INK,
             names[YEOUN_ROMANTIC]);
  yeoun_text(canvas,
             below,
             YEOUN_TYPE_SMALL,
             YEOUN_LEFT,
             YEOUN_COLOUR_INK,
             names[YEOUN_LYRICAL]);
  yeoun_text(canvas,
             below,
             YEOUN_TYPE_SMALL,
             YEOUN_RIGHT,
             YEOUN_COLOUR_INK,
             names[YEOUN_COMIC]);
}

static void
draw_handle(const struct yeoun_canvas *canvas,
            struct yeoun_point p,
            bool is_held)
{
  const double r = is_held ? 9 : 7.5;
  cairo_arc(canvas->cr, p.x, p.y, r, 0, 6.283185307179586);
  yeoun_canvas_colour(canvas, YEOUN_COLOUR_INK, 1);
  cairo_fill_preserve(canvas->cr);
  yeoun_canvas_colour(canvas, YEOUN_COLOUR_WINDOW, 1);
  cairo_set_line_width(canvas->cr, 2);
  cairo_stroke(canvas->cr);
}

void
yeoun_view_triangle(struct yeoun_page *page, struct yeoun_rect rect)
{
  struct yeoun_gui *const gui = &page->gui;
  struct yeoun_point corner[YEOUN_POLES];
  double weight[YEOUN_POLES];
  place_corners(rect, corner);
  for (unsigned i = 0; i < YEOUN_POLES; ++i) {
    weight[i] = (double)page->model->value[YEOUN_PORT_LYRICAL + i];
  }
  answer(page, rect, corner, yeoun_mood_place(corner, weight));
  for (unsigned i = 0; i < YEOUN_POLES; ++i) {
    weight[i] = (double)page->model->value[YEOUN_PORT_LYRICAL + i];
  }
  draw_ground(&gui->canvas, corner);
  draw_names(&gui->canvas, rect);
  const struct yeoun_point handle = yeoun_mood_place(corner, weight);
  yeoun_view_dots(page, corner, handle);
  draw_handle(&gui->canvas, handle, gui->held == YEOUN_ID_TRIANGLE);
  yeoun_view_dot_names(page, rect, corner, handle);
  yeoun_gui_ring(gui, YEOUN_ID_TRIANGLE, rect, 4);
}
