// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "blurb_text.h"

#include <string.h>

static enum yeoun_type
type_of(unsigned part)
{
  return part ? YEOUN_TYPE_SMALL : YEOUN_TYPE_SMALL_BOLD;
}

void
yeoun_blurb_lay(const struct yeoun_canvas *canvas,
                const struct yeoun_blurb *blurb,
                double width,
                unsigned lines,
                struct yeoun_blurb_text *text)
{
  double end = 0;
  unsigned line = 0;
  memset(text, 0, sizeof(*text));
  for (unsigned i = 0; i < blurb->parts; ++i) {
    const char *joint = yeoun_blurb_joint(blurb, i);
    const double w =
      yeoun_text_width(canvas, type_of(i), blurb->part[i].words, -1);
    double before = yeoun_text_width(canvas, YEOUN_TYPE_SMALL, joint, -1);
    if (i && end + before + w > width) {
      if (line + 1 == lines || w > width) {
        continue;
      }
      ++line;
      end = before = 0;
      joint = "";
    }
    text->part[i].is_shown = true;
    text->part[i].line = line;
    text->part[i].x = end + before;
    text->part[i].w = w < width ? w : width;
    text->part[i].joint = joint;
    end += before + w;
  }
  text->lines = line + 1;
}

void
yeoun_blurb_draw(const struct yeoun_canvas *canvas,
                 struct yeoun_rect rect,
                 const struct yeoun_blurb *blurb,
                 const struct yeoun_blurb_text *text,
                 bool is_ready)
{
  for (unsigned i = 0; i < blurb->parts; ++i) {
    if (!text->part[i].is_shown) {
      continue;
    }
    const double x = rect.x + text->part[i].x;
    const double y = rect.y + text->part[i].line * YEOUN_BLURB_LINE;
    const double before =
      yeoun_text_width(canvas, YEOUN_TYPE_SMALL, text->part[i].joint, -1);
    yeoun_text(canvas,
               (struct yeoun_rect){x - before, y, before + 1, YEOUN_BLURB_LINE},
               YEOUN_TYPE_SMALL,
               YEOUN_LEFT,
               YEOUN_COLOUR_DIM,
               text->part[i].joint);
    const bool is_bright = is_ready && (!i || blurb->part[i].is_own);
    yeoun_text(canvas,
               (struct yeoun_rect){x, y, text->part[i].w + 1, YEOUN_BLURB_LINE},
               type_of(i),
               YEOUN_LEFT,
               is_bright ? YEOUN_COLOUR_INK : YEOUN_COLOUR_DIM,
               blurb->part[i].words);
  }
}
