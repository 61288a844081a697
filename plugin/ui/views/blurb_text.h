// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A blurb in lines: parts are shown whole or not at all. Pure drawing. */

#ifndef YEOUN_UI_VIEWS_BLURB_TEXT_H
#define YEOUN_UI_VIEWS_BLURB_TEXT_H

#include "ui/draw/canvas.h"
#include "ui/model/blurb.h"

/** Points of a line. */
#define YEOUN_BLURB_LINE 13

/** Where parts stand. */
struct yeoun_blurb_text {
  unsigned lines;
  struct {
    bool is_shown;
    unsigned line;
    double x, w;       /**< of its words */
    const char *joint; /**< before them on the same line, or "" */
  } part[YEOUN_BLURB_PARTS];
};

/** Lay parts out, those that find no room left out.
    @param lines  at most */
void
yeoun_blurb_lay(const struct yeoun_canvas *canvas,
                const struct yeoun_blurb *blurb,
                double width,
                unsigned lines,
                struct yeoun_blurb_text *text);

/** Draw what was laid out: the instrument heavy, what few others have bright.
    @param is_ready  false: all dim */
void
yeoun_blurb_draw(const struct yeoun_canvas *canvas,
                 struct yeoun_rect rect,
                 const struct yeoun_blurb *blurb,
                 const struct yeoun_blurb_text *text,
                 bool is_ready);

#endif
