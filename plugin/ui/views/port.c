// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "port.h"

#include <stdio.h>
#include <string.h>

#include "controls.h"
#include "ui/widgets/button.h"

/** What the page calls a port; what hosts call it says less there. */
static const char *
name_of(enum yeoun_port port)
{
  return port == YEOUN_PORT_DEPTH   ? "Stage"
         : port == YEOUN_PORT_APPLY ? "Heard at"
                                    : yeoun_control_facts(port)->name;
}

const char *
yeoun_port_info(const struct yeoun_page *page,
                enum yeoun_port port,
                char *text,
                size_t size)
{
  const struct yeoun_control_facts *const f = yeoun_control_facts(port);
  const double value = (double)page->model->value[port];
  char label[64];
  yeoun_control_label(port, (unsigned)(value < 0 ? 0 : value), label, 64);
  if (f->kind == YEOUN_CONTROL_SWITCH) {
    snprintf(text,
             size,
             "%s: %s It is %s.",
             name_of(port),
             f->comment,
             value > 0.5 ? "on" : "off");
  } else if (f->kind == YEOUN_CONTROL_CHOICE) {
    snprintf(text, size, "%s: %s Now %s.", name_of(port), f->comment, label);
  } else {
    snprintf(text,
             size,
             "%s %g%s%s: %s From %g to %g; double click for %g.",
             name_of(port),
             (double)(float)((int)(value * 100 + (value < 0 ? -0.5 : 0.5))) /
               100,
             *f->unit ? " " : "",
             !strcmp(f->unit, "db") ? "dB" : f->unit,
             f->comment,
             (double)f->low,
             (double)f->high,
             (double)f->normal);
  }
  return text;
}

struct yeoun_range
yeoun_port_range(const struct yeoun_page *page, enum yeoun_port port)
{
  const struct yeoun_control_facts *const f = yeoun_control_facts(port);
  const bool is_whole = f->kind != YEOUN_CONTROL_REAL;
  return (struct yeoun_range){f->low,
                              f->high,
                              yeoun_control_normal(page->model->kind, port),
                              is_whole         ? 1.0f
                              : f->high > 2.0f ? 0.5f
                                               : 0.05f,
                              is_whole};
}

void
yeoun_port_bar(struct yeoun_page *page,
               enum yeoun_port port,
               struct yeoun_rect rect,
               enum yeoun_way way,
               enum yeoun_hue colour)
{
  char info[512];
  float value = page->model->value[port];
  if (yeoun_slider(&page->gui,
                   YEOUN_ID_PORT + port,
                   rect,
                   way,
                   yeoun_port_range(page, port),
                   colour,
                   &value,
                   yeoun_port_info(page, port, info, sizeof(info)))) {
    yeoun_model_set(page->model, port, value);
  }
}

void
yeoun_port_words(struct yeoun_page *page,
                 enum yeoun_port port,
                 struct yeoun_rect rect,
                 const char *text)
{
  char info[512];
  float value = page->model->value[port];
  /* The bar of the same port has an id of its own. */
  if (yeoun_number(&page->gui,
                   YEOUN_ID_PORT + YEOUN_CONTROLS + port,
                   rect,
                   yeoun_port_range(page, port),
                   text,
                   YEOUN_RIGHT,
                   &value,
                   yeoun_port_info(page, port, info, sizeof(info)))) {
    yeoun_model_set(page->model, port, value);
  }
}

void
yeoun_port_number(struct yeoun_page *page,
                  enum yeoun_port port,
                  struct yeoun_rect rect,
                  const char *format)
{
  char text[48];
  snprintf(text, sizeof(text), format, (double)page->model->value[port]);
  yeoun_port_words(page, port, rect, text);
}

void
yeoun_port_label(struct yeoun_page *page,
                 enum yeoun_port port,
                 struct yeoun_rect rect,
                 const char *label)
{
  char info[512];
  yeoun_gui_zone(&page->gui,
                 YEOUN_ID_PORT + 2 * YEOUN_CONTROLS + port,
                 rect,
                 false,
                 yeoun_port_info(page, port, info, sizeof(info)));
  yeoun_text(&page->gui.canvas,
             rect,
             YEOUN_TYPE_PLAIN,
             YEOUN_LEFT,
             YEOUN_COLOUR_DIM,
             label);
}

/** A tempo of nothing is the mood's own. */
static const char *
tempo_format(const struct yeoun_page *page)
{
  return page->model->value[YEOUN_PORT_TEMPO] > 0.0f ? "%.1f bpm" : "auto";
}

void
yeoun_port_line(struct yeoun_page *page,
                enum yeoun_port port,
                struct yeoun_rect rect,
                const char *label,
                double label_width,
                double number_width)
{
  const struct yeoun_control_facts *const f = yeoun_control_facts(port);
  yeoun_port_label(page, port, yeoun_cut_left(&rect, label_width, 6), label);
  const struct yeoun_rect number = yeoun_cut_right(&rect, number_width, 4);
  rect.y += (rect.h - 14) / 2;
  rect.h = 14;
  yeoun_port_bar(page, port, rect, YEOUN_WAY_ACROSS, YEOUN_COLOUR_VALUE);
  const bool is_level = !strcmp(f->unit, "db");
  yeoun_port_number(page,
                    port,
                    number,
                    port == YEOUN_PORT_TEMPO            ? tempo_format(page)
                    : !is_level                         ? "%.2f"
                    : page->model->value[port] > f->low ? "%+.1f dB"
                                                        : "off");
}

void
yeoun_port_row(struct yeoun_page *page,
               enum yeoun_port port,
               struct yeoun_rect rect,
               const char *label,
               double label_width)
{
  const bool has_unit = *yeoun_control_facts(port)->unit;
  yeoun_port_line(page, port, rect, label, label_width, has_unit ? 64 : 46);
}

static void
name_value(const void *handle, unsigned value, char *text, size_t size)
{
  const enum yeoun_port port = *(const enum yeoun_port *)handle;
  yeoun_control_label(port, value, text, size);
}

void
yeoun_port_menu(struct yeoun_page *page,
                enum yeoun_port port,
                struct yeoun_rect rect)
{
  /* A menu stays open from pass to pass, and its names with it. */
  static const enum yeoun_port ports[YEOUN_CONTROLS] = {
#define PORT(ID, ...) YEOUN_PORT_##ID,
#include "port_list.h"
#undef PORT
  };
  char info[512];
  unsigned value = (unsigned)page->model->value[port];
  if (yeoun_menu(&page->gui,
                 YEOUN_ID_PORT + port,
                 rect,
                 (unsigned)yeoun_control_facts(port)->high + 1,
                 name_value,
                 &ports[port],
                 &value,
                 yeoun_port_info(page, port, info, sizeof(info)))) {
    yeoun_model_set(page->model, port, (float)value);
  }
}

void
yeoun_port_step(struct yeoun_page *page,
                enum yeoun_port port,
                struct yeoun_rect rect)
{
  char info[512];
  char label[64];
  const unsigned value = (unsigned)page->model->value[port];
  const unsigned count = (unsigned)yeoun_control_facts(port)->high + 1;
  yeoun_control_label(port, value, label, sizeof(label));
  if (yeoun_toggle(&page->gui,
                   YEOUN_ID_PORT + port,
                   rect,
                   label,
                   false,
                   YEOUN_COLOUR_CHOSEN,
                   yeoun_port_info(page, port, info, sizeof(info)))) {
    yeoun_model_set(page->model, port, (float)((value + 1) % count));
  }
}

void
yeoun_port_toggle(struct yeoun_page *page,
                  enum yeoun_port port,
                  struct yeoun_rect rect,
                  const char *label,
                  enum yeoun_hue colour)
{
  char info[512];
  const bool is_on = page->model->value[port] > 0.5f;
  if (yeoun_toggle(&page->gui,
                   YEOUN_ID_PORT + port,
                   rect,
                   label,
                   is_on,
                   colour,
                   yeoun_port_info(page, port, info, sizeof(info)))) {
    yeoun_model_set(page->model, port, is_on ? 0.0f : 1.0f);
  }
}

void
yeoun_port_switch(struct yeoun_page *page,
                  enum yeoun_port port,
                  struct yeoun_rect rect,
                  const char *label)
{
  char info[512];
  const bool is_on = page->model->value[port] > 0.5f;
  const bool is_play = port == YEOUN_PORT_AUDITION;
  if (yeoun_switch(&page->gui,
                   YEOUN_ID_PORT + port,
                   rect,
                   is_play ? YEOUN_GLYPH_PLAY : YEOUN_GLYPH_TICK,
                   label,
                   is_on,
                   is_play ? YEOUN_COLOUR_SOUNDING : YEOUN_COLOUR_CHOSEN,
                   yeoun_port_info(page, port, info, sizeof(info)))) {
    yeoun_model_set(page->model, port, is_on ? 0.0f : 1.0f);
  }
}

void
yeoun_view_title(const struct yeoun_page *page,
                 struct yeoun_rect rect,
                 const char *text)
{
  yeoun_text(&page->gui.canvas,
             rect,
             YEOUN_TYPE_BOLD,
             YEOUN_LEFT,
             YEOUN_COLOUR_INK,
             text);
}
