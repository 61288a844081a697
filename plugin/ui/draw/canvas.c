// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "canvas.h"

#include <math.h>
#include <stdio.h>

static const double pi = 3.14159265358979323846;

/* Quiet greys; lanes in colours that are told apart by colour-blind eyes, after
   Okabe and Ito 2008, lightened for a dark ground. */
static const unsigned colours[YEOUN_COLOURS] = {
  [YEOUN_COLOUR_WINDOW] = 0x17181c,   [YEOUN_COLOUR_PANEL] = 0x202227,
  [YEOUN_COLOUR_WELL] = 0x141519,     [YEOUN_COLOUR_LINE] = 0x363942,
  [YEOUN_COLOUR_RAISED] = 0x2d3038,   [YEOUN_COLOUR_HOT] = 0x3b3f4a,
  [YEOUN_COLOUR_INK] = 0xe4e5e8,      [YEOUN_COLOUR_DIM] = 0xa0a4ae,
  [YEOUN_COLOUR_SOUNDING] = 0xf0cf6b, [YEOUN_COLOUR_CHOSEN] = 0x8ab8e6,
  [YEOUN_COLOUR_FAULT] = 0xff7a66,    [YEOUN_COLOUR_VALUE] = 0x767c8b,
  [YEOUN_COLOUR_LYRICAL] = 0x6f9fd8,  [YEOUN_COLOUR_ROMANTIC] = 0xd0718f,
  [YEOUN_COLOUR_COMIC] = 0xd9b45a,    [YEOUN_COLOUR_MELODY] = 0x5cb8ea,
  [YEOUN_COLOUR_COUNTER] = 0x35bd92,  [YEOUN_COLOUR_CHORDS] = 0xd48fb8,
  [YEOUN_COLOUR_BASS] = 0xe8743b,     [YEOUN_COLOUR_PAD] = 0x9a93dc,
  [YEOUN_COLOUR_DRUMS] = 0xb9bcc4,
};

static const char families[] =
  "Inter, Noto Sans, Cantarell, Ubuntu, DejaVu Sans, Noto Sans CJK KR, "
  "NanumGothic, sans-serif";

void
yeoun_canvas_begin(struct yeoun_canvas *canvas, cairo_t *cr)
{
  static const double sizes[YEOUN_TYPES] = {10.5, 12.0, 12.0, 15.0, 10.5};
  canvas->cr = cr;
  canvas->layout = pango_cairo_create_layout(cr);
  for (unsigned i = 0; i < YEOUN_TYPES; ++i) {
    canvas->font[i] = pango_font_description_new();
    pango_font_description_set_family_static(canvas->font[i], families);
    pango_font_description_set_absolute_size(canvas->font[i],
                                             sizes[i] * PANGO_SCALE);
    pango_font_description_set_weight(
      canvas->font[i],
      i >= YEOUN_TYPE_BOLD ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
  }
  PangoContext *const context = pango_layout_get_context(canvas->layout);
  cairo_font_options_t *const options = cairo_font_options_create();
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_SLIGHT);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
}

void
yeoun_canvas_end(struct yeoun_canvas *canvas)
{
  for (unsigned i = 0; i < YEOUN_TYPES; ++i) {
    pango_font_description_free(canvas->font[i]);
  }
  g_object_unref(canvas->layout);
  canvas->cr = NULL;
}

void
yeoun_canvas_colour(const struct yeoun_canvas *canvas,
                    enum yeoun_hue colour,
                    double alpha)
{
  const unsigned c = colours[colour];
  cairo_set_source_rgba(canvas->cr,
                        (c >> 16 & 0xFF) / 255.0,
                        (c >> 8 & 0xFF) / 255.0,
                        (c & 0xFF) / 255.0,
                        alpha);
}

static void
outline(cairo_t *cr, struct yeoun_rect r, double radius)
{
  const double most = fmin(r.w, r.h) / 2;
  const double a = fmin(radius, most);
  if (a <= 0) {
    cairo_rectangle(cr, r.x, r.y, r.w, r.h);
    return;
  }
  cairo_new_sub_path(cr);
  cairo_arc(cr, r.x + r.w - a, r.y + a, a, -pi / 2, 0);
  cairo_arc(cr, r.x + r.w - a, r.y + r.h - a, a, 0, pi / 2);
  cairo_arc(cr, r.x + a, r.y + r.h - a, a, pi / 2, pi);
  cairo_arc(cr, r.x + a, r.y + a, a, pi, 3 * pi / 2);
  cairo_close_path(cr);
}

void
yeoun_fill(const struct yeoun_canvas *canvas,
           struct yeoun_rect rect,
           double radius,
           enum yeoun_hue colour,
           double alpha)
{
  if (rect.w <= 0 || rect.h <= 0) {
    return;
  }
  yeoun_canvas_colour(canvas, colour, alpha);
  outline(canvas->cr, rect, radius);
  cairo_fill(canvas->cr);
}

void
yeoun_frame(const struct yeoun_canvas *canvas,
            struct yeoun_rect rect,
            double radius,
            enum yeoun_hue colour,
            double width)
{
  yeoun_canvas_colour(canvas, colour, 1);
  cairo_set_line_width(canvas->cr, width);
  outline(canvas->cr, yeoun_inset(rect, width / 2), radius);
  cairo_stroke(canvas->cr);
}

static PangoLayout *
prepare(const struct yeoun_canvas *canvas,
        enum yeoun_type type,
        const char *text,
        int bytes)
{
  PangoLayout *const layout = canvas->layout;
  pango_layout_set_font_description(layout, canvas->font[type]);
  pango_layout_set_width(layout, -1);
  pango_layout_set_height(layout, -1);
  pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_text(layout, text, bytes);
  return layout;
}

/** Say that a text found no room. */
static void
count_cut(const struct yeoun_canvas *canvas, const char *text)
{
  struct yeoun_cuts *const cuts = canvas->cuts;
  if (cuts && !cuts->count++) {
    snprintf(cuts->first, sizeof(cuts->first), "%s", text);
  }
}

double
yeoun_text(const struct yeoun_canvas *canvas,
           struct yeoun_rect rect,
           enum yeoun_type type,
           enum yeoun_align align,
           enum yeoun_hue colour,
           const char *text)
{
  if (!*text || rect.w <= 0) {
    return 0;
  }
  PangoLayout *const layout = prepare(canvas, type, text, -1);
  pango_layout_set_single_paragraph_mode(layout, TRUE);
  int width = 0;
  int height = 0;
  pango_layout_get_size(layout, &width, &height);
  if (width > rect.w * PANGO_SCALE) {
    pango_layout_set_width(layout, (int)(rect.w * PANGO_SCALE));
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    pango_layout_get_size(layout, &width, &height);
    count_cut(canvas, text);
  }
  const double w = (double)width / PANGO_SCALE;
  const double h = (double)height / PANGO_SCALE;
  const double spare = rect.w - w;
  const double x = align == YEOUN_LEFT     ? 0
                   : align == YEOUN_CENTRE ? spare / 2
                                           : spare;
  yeoun_canvas_colour(canvas, colour, 1);
  cairo_move_to(canvas->cr, rect.x + x, rect.y + (rect.h - h) / 2);
  pango_cairo_show_layout(canvas->cr, layout);
  cairo_new_path(canvas->cr);
  return w;
}

void
yeoun_text_block(const struct yeoun_canvas *canvas,
                 struct yeoun_rect rect,
                 enum yeoun_type type,
                 enum yeoun_hue colour,
                 const char *text)
{
  PangoLayout *const layout = prepare(canvas, type, text, -1);
  pango_layout_set_single_paragraph_mode(layout, FALSE);
  pango_layout_set_width(layout, (int)(rect.w * PANGO_SCALE));
  pango_layout_set_height(layout, (int)(rect.h * PANGO_SCALE));
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
  if (pango_layout_is_ellipsized(layout)) {
    count_cut(canvas, text);
  }
  yeoun_canvas_colour(canvas, colour, 1);
  cairo_move_to(canvas->cr, rect.x, rect.y);
  pango_cairo_show_layout(canvas->cr, layout);
  cairo_new_path(canvas->cr);
}

double
yeoun_text_width(const struct yeoun_canvas *canvas,
                 enum yeoun_type type,
                 const char *text,
                 int bytes)
{
  int width = 0;
  pango_layout_get_size(prepare(canvas, type, text, bytes), &width, NULL);
  return (double)width / PANGO_SCALE;
}

void
yeoun_star(const struct yeoun_canvas *canvas,
           struct yeoun_rect rect,
           enum yeoun_hue colour,
           bool is_full)
{
  cairo_t *const cr = canvas->cr;
  const double r = fmin(rect.w, rect.h) / 2;
  cairo_new_path(cr);
  for (unsigned i = 0; i < 10; ++i) {
    const double a = i * pi / 5 - pi / 2;
    const double d = i % 2 ? r * 0.45 : r;
    cairo_line_to(
      cr, rect.x + rect.w / 2 + d * cos(a), rect.y + rect.h / 2 + d * sin(a));
  }
  cairo_close_path(cr);
  yeoun_canvas_colour(canvas, colour, 1);
  cairo_set_line_width(cr, 1.2);
  if (is_full) {
    cairo_fill_preserve(cr);
  }
  cairo_stroke(cr);
}
