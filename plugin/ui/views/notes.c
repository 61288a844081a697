// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "notes.h"

#include <math.h>

/** Lanes from the back to the front. */
static const uint8_t order[YEOUN_LANES] = {YEOUN_LANE_DRUMS,
                                           YEOUN_LANE_PAD,
                                           YEOUN_LANE_CHORDS,
                                           YEOUN_LANE_BASS,
                                           YEOUN_LANE_COUNTER,
                                           YEOUN_LANE_MELODY};

/** The keys that a rectangle spans. */
struct span {
  int low, high;
};

static struct span
span_of(const struct yeoun_score *score, unsigned lanes, int least)
{
  struct span s = {127, 0};
  for (unsigned i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const n = &score->note[i];
    if (lanes >> n->lane & 1U) {
      s.low = n->pitch < s.low ? n->pitch : s.low;
      s.high = n->pitch > s.high ? n->pitch : s.high;
    }
  }
  const int spare = least - (s.high - s.low);
  if (spare > 0) {
    s.low -= spare / 2;
    s.high += spare - spare / 2;
  }
  return s;
}

/** Where notes are drawn. */
struct place {
  struct yeoun_rect rect;
  double from, to; /**< ticks */
  struct span span;
};

static void
draw_note(const struct yeoun_canvas *canvas,
          const struct place *place,
          const struct yeoun_note *n,
          enum yeoun_hue colour,
          double alpha)
{
  const struct yeoun_rect r = place->rect;
  const double scale = r.w / (place->to - place->from);
  const double row = r.h / (place->span.high - place->span.low + 1);
  const double height = fmax(row, 1.6);
  const double x0 = fmax((n->start - place->from) * scale, 0);
  const double x1 = fmin((n->start + n->length - place->from) * scale, r.w);
  const double y = (place->span.high - n->pitch) * row;
  if (x1 <= 0 || x0 >= r.w) {
    return;
  }
  const double gap = x1 - x0 > 3 ? 0.75 : 0;
  yeoun_canvas_colour(canvas, colour, alpha);
  cairo_rectangle(canvas->cr,
                  r.x + x0,
                  r.y + fmin(y, r.h - height),
                  fmax(x1 - x0 - gap, 1.2),
                  fmax(height - (row > 3 ? 0.75 : 0), 1.4));
  cairo_fill(canvas->cr);
}

void
yeoun_draw_thumbnail(const struct yeoun_canvas *canvas,
                     struct yeoun_rect rect,
                     const struct yeoun_score *score,
                     double alpha)
{
  const unsigned pitched = (1U << YEOUN_LANE_DRUMS) - 1;
  struct place place = {
    rect, 0, fmax(score->length, 1), span_of(score, pitched, 24)};
  const struct yeoun_note *const end = score->note + score->notes;
  const struct yeoun_note *n = score->note;
  while (n < end && n->lane != YEOUN_LANE_DRUMS) {
    ++n;
  }
  place.rect.h -= n < end ? 4 : 0; /* drums have a strip of their own below */
  for (unsigned k = 0; k < YEOUN_LANES; ++k) {
    const unsigned lane = order[k];
    const bool is_front = lane == YEOUN_LANE_MELODY;
    for (unsigned i = 0; i < score->notes; ++i) {
      struct yeoun_note note = score->note[i];
      if (note.lane != lane) {
        continue;
      }
      struct place at = place;
      if (lane == YEOUN_LANE_DRUMS) {
        at.rect.y = rect.y + rect.h - 2;
        at.rect.h = 2;
        at.span = (struct span){note.pitch, note.pitch};
        note.length = note.length < 240 ? note.length : 240;
      }
      draw_note(canvas,
                &at,
                &note,
                yeoun_lane_colour(lane),
                alpha * (is_front ? 1 : 0.55));
    }
  }
}

void
yeoun_draw_lane(const struct yeoun_canvas *canvas,
                struct yeoun_rect rect,
                const struct yeoun_score *score,
                unsigned lane,
                double from,
                double to,
                double alpha)
{
  const struct place place = {
    rect,
    from,
    to,
    span_of(score, 1U << lane, lane == YEOUN_LANE_DRUMS ? 4 : 9)};
  for (unsigned i = 0; i < score->notes; ++i) {
    struct yeoun_note note = score->note[i];
    if (note.lane == lane) {
      if (lane == YEOUN_LANE_DRUMS && note.length > 240) {
        note.length = 240; /* a stroke, however long it may ring */
      }
      draw_note(canvas, &place, &note, yeoun_lane_colour(lane), alpha);
    }
  }
}
