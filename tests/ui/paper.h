// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The interface on paper: its page on an image, without X and without a host.
   What it sets is written down. */

#ifndef YEOUN_TESTS_UI_PAPER_H
#define YEOUN_TESTS_UI_PAPER_H

#include "ui/views/page.h"

#define PAPER_SENT 256

/** One thing that was set. */
struct paper_sent {
  bool is_text;
  unsigned what; /**< enum yeoun_port or enum yeoun_text_property */
  float value;
  char text[YEOUN_NAME_SIZE];
};

struct paper {
  struct yeoun_model model;
  struct yeoun_page page;
  struct yeoun_previews *previews;
  cairo_surface_t *image;
  cairo_t *cr;
  double scale;
  unsigned count; /**< of all that was sent, also beyond PAPER_SENT */
  struct paper_sent sent[PAPER_SENT];
};

/** A window of the default theme in which variation 1 sounds, all drawn.
    @param scale  pixels a point */
struct paper *
paper_new(double scale);

void
paper_free(struct paper *paper);

/** Let a variation sound, as if the plugin had told it. */
void
paper_sound(struct paper *paper, const struct yeoun_request *request);

/** Compose all that is wanted and draw. */
void
paper_settle(struct paper *paper);

/** Where a thing is. Aborts when it is not there. */
struct yeoun_rect
paper_place(const struct paper *paper, yeoun_id id);

/** Press and let go at the middle of a thing. */
void
paper_click(struct paper *paper, yeoun_id id);

void
paper_double_click(struct paper *paper, yeoun_id id);

/** Press at one place, move, let go at another; points. */
void
paper_drag(struct paper *paper, double x0, double y0, double x1, double y1);

void
paper_key(struct paper *paper, enum yeoun_key_name key);

/** The same with Shift held. */
void
paper_shift_key(struct paper *paper, enum yeoun_key_name key);

/** Let files fall onto the window.
    @param uris  text/uri-list */
void
paper_drop(struct paper *paper, const char *uris);

/** What is told of a thing while the pointer is over it. */
const char *
paper_info(struct paper *paper, yeoun_id id);

/** Type letter by letter. */
void
paper_type(struct paper *paper, const char *text);

/** The text that was set last of a property, or NULL. */
const char *
paper_text(const struct paper *paper, enum yeoun_text_property property);

/** The share of a rectangle's pixels within 24 of a colour in each channel. */
double
paper_share(const struct paper *paper, struct yeoun_rect rect, unsigned rgb);

#endif
