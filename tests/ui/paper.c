// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "paper.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "build.h"

static struct paper_sent *
write_down(struct paper *paper)
{
  static struct paper_sent beyond;
  const unsigned at = paper->count++;
  struct paper_sent *const sent = at < PAPER_SENT ? &paper->sent[at] : &beyond;
  memset(sent, 0, sizeof(*sent));
  return sent;
}

static void
set_port(void *handle, enum yeoun_port port, float value)
{
  struct paper_sent *const sent = write_down((struct paper *)handle);
  sent->what = port;
  sent->value = value;
}

static void
set_text(void *handle, enum yeoun_text_property property, const char *text)
{
  struct paper_sent *const sent = write_down((struct paper *)handle);
  sent->is_text = true;
  sent->what = property;
  snprintf(sent->text, sizeof(sent->text), "%s", text);
}

static void
pass(struct paper *paper, const struct yeoun_input *input)
{
  yeoun_page_pass(
    &paper->page, paper->cr, YEOUN_PAGE_WIDTH, YEOUN_PAGE_HEIGHT, input);
  yeoun_page_want(&paper->page);
}

void
paper_settle(struct paper *paper)
{
  static const struct yeoun_input nothing = {.kind = YEOUN_INPUT_NONE};
  do {
    pass(paper, &nothing); /* siblings want what the chosen one came to */
  } while (yeoun_previews_step(paper->previews));
  cairo_surface_flush(paper->image);
}

void
paper_sound(struct paper *paper, const struct yeoun_request *request)
{
  struct yeoun_news *const told = &paper->model.told;
  told->is_there = told->has_request = true;
  paper->page.is_moving = true;
  memcpy(&told->request, request, sizeof(*request));
  told->variation = request->variation;
  told->algorithm = YEOUN_ALGORITHM;
  snprintf(told->build, sizeof(told->build), "%s", yeoun_build());
  ++told->serial;
}

struct paper *
paper_new(double scale)
{
  struct paper *const paper = (struct paper *)calloc(1, sizeof(*paper));
  struct yeoun_request request;
  if (!paper || !(paper->previews = yeoun_previews_new())) {
    abort();
  }
  yeoun_model_init(&paper->model,
                   YEOUN_SKETCH,
                   (struct yeoun_outlet){set_port, set_text, paper});
  yeoun_page_init(&paper->page, &paper->model, paper->previews);
  paper->scale = scale;
  paper->image = cairo_image_surface_create(CAIRO_FORMAT_RGB24,
                                            (int)(YEOUN_PAGE_WIDTH * scale),
                                            (int)(YEOUN_PAGE_HEIGHT * scale));
  paper->cr = cairo_create(paper->image);
  cairo_scale(paper->cr, scale, scale);
  yeoun_model_request(&paper->model, 1, &request);
  paper_sound(paper, &request);
  paper_settle(paper);
  return paper;
}

void
paper_free(struct paper *paper)
{
  cairo_destroy(paper->cr);
  cairo_surface_destroy(paper->image);
  yeoun_previews_free(paper->previews);
  yeoun_model_free(&paper->model);
  free(paper);
}

struct yeoun_rect
paper_place(const struct paper *paper, yeoun_id id)
{
  const struct yeoun_gui *const gui = &paper->page.gui;
  for (unsigned i = 0; i < gui->zones; ++i) {
    if (gui->zone[i].id == id) {
      return gui->zone[i].rect;
    }
  }
  fprintf(stderr, "there is no %#x on the page\n", id);
  abort();
}

static void
point(struct paper *paper,
      enum yeoun_input_kind kind,
      double x,
      double y,
      unsigned clicks)
{
  const struct yeoun_input input = {
    .kind = kind, .x = x, .y = y, .button = 1, .clicks = clicks};
  pass(paper, &input);
}

static void
click(struct paper *paper, yeoun_id id, unsigned clicks)
{
  const struct yeoun_rect r = paper_place(paper, id);
  const double x = r.x + r.w / 2;
  const double y = r.y + r.h / 2;
  for (unsigned i = 1; i <= clicks; ++i) {
    point(paper, YEOUN_INPUT_PRESS, x, y, i);
    point(paper, YEOUN_INPUT_RELEASE, x, y, 0);
  }
  paper_settle(paper);
}

void
paper_click(struct paper *paper, yeoun_id id)
{
  click(paper, id, 1);
}

void
paper_double_click(struct paper *paper, yeoun_id id)
{
  click(paper, id, 2);
}

void
paper_drag(struct paper *paper, double x0, double y0, double x1, double y1)
{
  static const unsigned steps = 10;
  point(paper, YEOUN_INPUT_PRESS, x0, y0, 1);
  for (unsigned i = 1; i <= steps; ++i) {
    const double part = (double)i / steps;
    point(paper,
          YEOUN_INPUT_MOTION,
          x0 + (x1 - x0) * part,
          y0 + (y1 - y0) * part,
          0);
  }
  point(paper, YEOUN_INPUT_RELEASE, x1, y1, 0);
  paper_settle(paper);
}

void
paper_key(struct paper *paper, enum yeoun_key_name key)
{
  const struct yeoun_input input = {.kind = YEOUN_INPUT_KEY, .key = key};
  pass(paper, &input);
  paper_settle(paper);
}

void
paper_shift_key(struct paper *paper, enum yeoun_key_name key)
{
  const struct yeoun_input input = {
    .kind = YEOUN_INPUT_KEY, .key = key, .is_shift = true};
  pass(paper, &input);
  paper_settle(paper);
}

void
paper_drop(struct paper *paper, const char *uris)
{
  const struct yeoun_input input = {
    .kind = YEOUN_INPUT_DROP, .x = 300, .y = 300, .uris = uris};
  pass(paper, &input);
  paper_settle(paper);
}

const char *
paper_info(struct paper *paper, yeoun_id id)
{
  const struct yeoun_rect r = paper_place(paper, id);
  point(paper, YEOUN_INPUT_MOTION, r.x + r.w / 2, r.y + r.h / 2, 0);
  return paper->page.gui.info;
}

void
paper_type(struct paper *paper, const char *text)
{
  while (*text) {
    struct yeoun_input input = {.kind = YEOUN_INPUT_KEY, .key = YEOUN_KEY_TEXT};
    unsigned length = 0;
    do { /* a letter of UTF-8 may have several bytes */
      input.text[length++] = *text++;
    } while (((unsigned char)*text & 0xC0) == 0x80);
    pass(paper, &input);
  }
  paper_settle(paper);
}

const char *
paper_text(const struct paper *paper, enum yeoun_text_property property)
{
  for (unsigned i = paper->count; i-- > 0;) {
    if (paper->sent[i].is_text && paper->sent[i].what == property) {
      return paper->sent[i].text;
    }
  }
  return NULL;
}

double
paper_share(const struct paper *paper, struct yeoun_rect rect, unsigned rgb)
{
  static const int near = 24;
  const unsigned char *const data = cairo_image_surface_get_data(paper->image);
  const int stride = cairo_image_surface_get_stride(paper->image);
  const int x1 = (int)((rect.x + rect.w) * paper->scale);
  const int y1 = (int)((rect.y + rect.h) * paper->scale);
  unsigned all = 0;
  unsigned like = 0;
  for (int y = (int)(rect.y * paper->scale); y < y1; ++y) {
    for (int x = (int)(rect.x * paper->scale); x < x1; ++x, ++all) {
      uint32_t pixel = 0;
      memcpy(&pixel, data + (size_t)y * (size_t)stride + 4 * (size_t)x, 4);
      bool is_like = true;
      for (unsigned shift = 0; shift < 24; shift += 8) {
        is_like &= abs((int)(pixel >> shift & 0xFF) -
                       (int)(rgb >> shift & 0xFF)) <= near;
      }
      like += is_like;
    }
  }
  return all ? (double)like / all : 0;
}
