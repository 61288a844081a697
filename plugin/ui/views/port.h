// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Widgets that set a control port: its range, names, meaning and unit come from
   port_list.h. The interface's thread. */

#ifndef YEOUN_UI_VIEWS_PORT_H
#define YEOUN_UI_VIEWS_PORT_H

#include "page.h"
#include "ports.h"
#include "ui/widgets/slider.h"

/** What a port means, its range and its unit, as one line. */
const char *
yeoun_port_info(const struct yeoun_page *page,
                enum yeoun_port port,
                char *text,
                size_t size);

struct yeoun_range
yeoun_port_range(const struct yeoun_page *page, enum yeoun_port port);

/** A bar without words. */
void
yeoun_port_bar(struct yeoun_page *page,
               enum yeoun_port port,
               struct yeoun_rect rect,
               enum yeoun_way way,
               enum yeoun_hue colour);

/** A row: what it is called, a bar, its value, which can be typed.
    @param label_width  points; 0 for no label */
void
yeoun_port_row(struct yeoun_page *page,
               enum yeoun_port port,
               struct yeoun_rect rect,
               const char *label,
               double label_width);

/** The same with a width for the value, so that several stand in line. */
void
yeoun_port_line(struct yeoun_page *page,
                enum yeoun_port port,
                struct yeoun_rect rect,
                const char *label,
                double label_width,
                double number_width);

/** A menu of a port's names. */
void
yeoun_port_menu(struct yeoun_page *page,
                enum yeoun_port port,
                struct yeoun_rect rect);

/** A number that is typed or dragged. */
void
yeoun_port_number(struct yeoun_page *page,
                  enum yeoun_port port,
                  struct yeoun_rect rect,
                  const char *format);

/** The same, by words of one's own. */
void
yeoun_port_words(struct yeoun_page *page,
                 enum yeoun_port port,
                 struct yeoun_rect rect,
                 const char *text);

/** The names of a port one after the other, with every press the next. */
void
yeoun_port_step(struct yeoun_page *page,
                enum yeoun_port port,
                struct yeoun_rect rect);

/** The word beside a control: it tells what the control means too. */
void
yeoun_port_label(struct yeoun_page *page,
                 enum yeoun_port port,
                 struct yeoun_rect rect,
                 const char *label);

/** A switch with a box that is ticked while it is on. */
void
yeoun_port_switch(struct yeoun_page *page,
                  enum yeoun_port port,
                  struct yeoun_rect rect,
                  const char *label);

/** A switch that is lit while it is on: for a letter, as of mute. */
void
yeoun_port_toggle(struct yeoun_page *page,
                  enum yeoun_port port,
                  struct yeoun_rect rect,
                  const char *label,
                  enum yeoun_hue colour);

/** The title of a group. */
void
yeoun_view_title(const struct yeoun_page *page,
                 struct yeoun_rect rect,
                 const char *text);

#endif
