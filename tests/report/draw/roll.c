// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "roll.h"

#include <math.h>
#include <stdio.h>

#include "music/chord.h"
#include "music/palette.h"

/* Heights of the strips of a roll, from the top, in pixels. */
enum { TITLE = 22, NAMES = 18, PHRASES = 12, DRUMS = 26, DYNAMICS = 44 };

struct colour {
  double red, green, blue;
};

/* Colours that remain apart for colour-blind eyes: Okabe and Ito 2008. */
static const struct colour lane_colours[YEOUN_LANES] = {
  {0.84, 0.37, 0.00}, /* melody: vermilion */
  {0.80, 0.47, 0.65}, /* counter: purple */
  {0.00, 0.45, 0.70}, /* chords: blue */
  {0.00, 0.62, 0.45}, /* bass: green */
  {0.34, 0.71, 0.91}, /* pad: sky blue */
  {0.35, 0.35, 0.35}, /* drums: grey */
};

static const char *const mode_names[YEOUN_MODES] =
  {"major", "Dorian", "Phrygian", "Lydian", "Mixolydian", "minor", "Locrian"};

/** The roll on the page: where a tick and a pitch lie. */
struct view {
  cairo_t *cr;
  const struct yeoun_score *score;
  const struct yeoun_performance *performance;
  struct yeoun_box box; /**< of the notes alone */
  int low, high;        /**< MIDI keys */
};

static double
tick_x(const struct view *v, double tick)
{
  return v->box.x + v->box.width * tick / v->performance->length;
}

static double
key_y(const struct view *v, double key)
{
  return v->box.y +
         v->box.height * (v->high + 1 - key) / (v->high + 1 - v->low);
}

static void
set_colour(cairo_t *cr, struct colour c, double alpha)
{
  cairo_set_source_rgba(cr, c.red, c.green, c.blue, alpha);
}

static void
set_grey(cairo_t *cr, double grey)
{
  cairo_set_source_rgb(cr, grey, grey, grey);
}

static void
write_text(cairo_t *cr, double x, double y, double size, const char *text)
{
  cairo_set_font_size(cr, size);
  cairo_move_to(cr, x, y);
  cairo_show_text(cr, text);
}

static void
draw_line(cairo_t *cr, double x0, double y0, double x1, double y1)
{
  cairo_move_to(cr, x0, y0);
  cairo_line_to(cr, x1, y1);
  cairo_stroke(cr);
}

/** The keys that are played, with a margin, at least two octaves. */
static void
find_range(struct view *v)
{
  v->low = 60;
  v->high = 72;
  for (unsigned i = 0; i < v->performance->notes; ++i) {
    const struct yeoun_performed *const n = &v->performance->note[i];
    if (n->lane != YEOUN_LANE_DRUMS) {
      v->low = n->pitch < v->low ? n->pitch : v->low;
      v->high = n->pitch > v->high ? n->pitch : v->high;
    }
  }
  v->low -= 2;
  v->high += 2;
}

static void
draw_keys(const struct view *v)
{
  static const int black = 1 << 1 | 1 << 3 | 1 << 6 | 1 << 8 | 1 << 10;
  const struct yeoun_box b = v->box;
  const double row = b.height / (v->high + 1 - v->low);
  for (int key = v->low; key <= v->high; ++key) {
    if (black >> key % 12 & 1) {
      set_grey(v->cr, 0.965);
      cairo_rectangle(v->cr, b.x, key_y(v, key + 1), b.width, row);
      cairo_fill(v->cr);
    } else if (key % 12 == 0) {
      char name[16];
      snprintf(name, sizeof(name), "C%d", key / 12 - 1);
      set_grey(v->cr, 0.75);
      draw_line(v->cr, b.x, key_y(v, key), b.x + b.width, key_y(v, key));
      set_grey(v->cr, 0.45);
      write_text(v->cr, b.x - 26, key_y(v, key) - row / 2 + 4, 10, name);
    }
  }
}

static void
draw_bars(const struct view *v, double bottom)
{
  const int32_t bar = yeoun_bar_ticks(v->performance->meter);
  const int32_t pulse = yeoun_pulse_ticks(v->performance->meter);
  for (int32_t tick = 0; tick <= v->performance->length; tick += pulse) {
    const double x = tick_x(v, tick);
    set_grey(v->cr, tick % bar ? 0.88 : 0.5);
    draw_line(v->cr, x, v->box.y, x, bottom);
    if (tick % bar == 0 && tick < v->performance->length) {
      char number[16];
      snprintf(number, sizeof(number), "%d", (int)(tick / bar) + 1);
      write_text(v->cr, x + 3, bottom - 3, 9, number);
    }
  }
}

static void
draw_names(const struct view *v, double y)
{
  for (unsigned i = 0; i < v->score->spans; ++i) {
    const struct yeoun_span *const span = &v->score->span[i];
    const struct yeoun_chord *const last = i ? &span[-1].chord : NULL;
    if (last && last->root == span->chord.root &&
        last->type == span->chord.type && last->bass == span->chord.bass) {
      continue;
    }
    char name[24];
    yeoun_chord_write(span->chord, name, sizeof(name));
    /* The theme's own chords are black, what was put in their place is red. */
    if (span->slot < 0 || span->is_substitute) {
      cairo_set_source_rgb(v->cr, 0.75, 0.1, 0.1);
    } else {
      set_grey(v->cr, 0.1);
    }
    write_text(v->cr, tick_x(v, span->start) + 2, y, 13, name);
  }
}

static void
draw_phrases(const struct view *v, double y)
{
  cairo_set_line_width(v->cr, 1.2);
  for (unsigned i = 0; i < v->score->phrases; ++i) {
    const struct yeoun_phrase *const p = &v->score->phrase[i];
    if (p->level != 6) {
      continue;
    }
    const double x0 = tick_x(v, p->start) + 3;
    const double x1 = tick_x(v, p->end) - 3;
    const double turn = tick_x(v, p->turn);
    set_grey(v->cr, 0.35);
    cairo_move_to(v->cr, x0, y);
    cairo_curve_to(v->cr, x0, y - 11, turn, y - 11, turn, y - 11);
    cairo_curve_to(v->cr, turn, y - 11, x1, y - 11, x1, y);
    cairo_stroke(v->cr);
  }
  cairo_set_line_width(v->cr, 1);
}

/** Letters for what a note does: M motif, S suspension, A appoggiatura, J joke,
    a star for the climax. */
static void
draw_mark(const struct view *v, const struct yeoun_performed *n)
{
  const double x = tick_x(v, n->start);
  const double y = key_y(v, n->pitch + 1) - 2;
  char text[8];
  size_t length = 0;
  const char letters[] = "MSAJ";
  const unsigned marks[] = {YEOUN_MARK_MOTIF,
                            YEOUN_MARK_SUSPENSION,
                            YEOUN_MARK_APPOGGIATURA,
                            YEOUN_MARK_JOKE};
  for (unsigned i = 0; i < 4; ++i) {
    if (n->marks & marks[i]) {
      text[length++] = letters[i];
    }
  }
  if (n->marks & YEOUN_MARK_CLIMAX) {
    text[length++] = '*';
  }
  text[length] = '\0';
  set_grey(v->cr, 0.2);
  write_text(v->cr, x, y, 8, text);
}

static void
draw_notes(const struct view *v, enum yeoun_lane lane)
{
  const double row = v->box.height / (v->high + 1 - v->low);
  const double slim = lane == YEOUN_LANE_MELODY ? 0.0 : 0.12;
  for (unsigned i = 0; i < v->performance->notes; ++i) {
    const struct yeoun_performed *const n = &v->performance->note[i];
    if (n->lane != lane) {
      continue;
    }
    const double x = tick_x(v, n->start);
    const double end = fmin(tick_x(v, n->end), v->box.x + v->box.width + 6);
    cairo_rectangle(
      v->cr, x, key_y(v, n->pitch + 1 - slim), end - x, row * (1 - 2 * slim));
    set_colour(v->cr, lane_colours[lane], 0.25 + 0.75 * n->velocity / 127);
    cairo_fill_preserve(v->cr);
    set_colour(v->cr, lane_colours[lane], 1);
    cairo_set_line_width(v->cr, 0.7);
    cairo_stroke(v->cr);
    if (lane == YEOUN_LANE_MELODY) {
      draw_mark(v, n);
    }
  }
  cairo_set_line_width(v->cr, 1);
}

static void
draw_drums(const struct view *v, double y)
{
  set_colour(v->cr, lane_colours[YEOUN_LANE_DRUMS], 1);
  for (unsigned i = 0; i < v->performance->notes; ++i) {
    const struct yeoun_performed *const n = &v->performance->note[i];
    if (n->lane != YEOUN_LANE_DRUMS) {
      continue;
    }
    const double height = 2 + 6.0 * n->velocity / 127;
    const double row = n->pitch < 38 ? 2 : n->pitch < 70 ? 1 : 0;
    cairo_rectangle(
      v->cr, tick_x(v, n->start), y + 8 * row + 8 - height, 3, height);
    cairo_fill(v->cr);
  }
}

/** Velocity of every note of melody, counter, chords and bass, as a stem. */
static void
draw_dynamics(const struct view *v, double y)
{
  set_grey(v->cr, 0.8);
  draw_line(
    v->cr, v->box.x, y + DYNAMICS, v->box.x + v->box.width, y + DYNAMICS);
  set_grey(v->cr, 0.45);
  write_text(v->cr, v->box.x - 26, y + DYNAMICS - 2, 10, "vel");
  for (unsigned i = 0; i < v->performance->notes; ++i) {
    const struct yeoun_performed *const n = &v->performance->note[i];
    const double x = tick_x(v, n->start);
    const double height = (DYNAMICS - 2.0) * n->velocity / 127;
    set_colour(
      v->cr, lane_colours[n->lane], n->lane == YEOUN_LANE_MELODY ? 1 : 0.4);
    cairo_rectangle(v->cr, x, y + DYNAMICS - height, 2, height);
    cairo_fill(v->cr);
  }
}

static void
draw_title(cairo_t *cr, const struct yeoun_roll *roll, struct yeoun_box box)
{
  const struct yeoun_performance *const p = roll->performance;
  char tonic[24], facts[160];
  yeoun_chord_write(
    yeoun_chord_make(p->key.tonic, YEOUN_CHORD_MAJ, p->key.tonic),
    tonic,
    sizeof(tonic));
  snprintf(facts,
           sizeof(facts),
           "%s %s   %u/%u   %.0f bpm   identity %.2f",
           tonic,
           mode_names[p->key.mode % YEOUN_MODES],
           p->meter.beats,
           p->meter.unit,
           (double)p->tempo_bpm,
           (double)p->identity);

  cairo_select_font_face(
    cr, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
  set_grey(cr, 0.1);
  write_text(cr, box.x, box.y + 15, 15, roll->title);
  cairo_text_extents_t extents;
  cairo_text_extents(cr, roll->title, &extents);
  cairo_select_font_face(
    cr, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  write_text(
    cr, box.x + extents.x_advance + 16, box.y + 15, 13, p->description);
  cairo_text_extents(cr, facts, &extents);
  write_text(cr, box.x + box.width - extents.x_advance, box.y + 15, 13, facts);
}

void
yeoun_roll_draw(cairo_t *cr,
                const struct yeoun_roll *roll,
                struct yeoun_box box)
{
  const double above = TITLE + NAMES + PHRASES;
  const double below = DRUMS + DYNAMICS;
  struct view v = {
    cr,
    roll->score,
    roll->performance,
    {box.x + 30, box.y + above, box.width - 40, box.height - above - below},
    0,
    0};
  const double bottom = v.box.y + v.box.height;
  find_range(&v);

  cairo_set_line_width(cr, 1);
  draw_title(cr, roll, box);
  draw_keys(&v);
  draw_bars(&v, box.y + box.height);
  draw_names(&v, box.y + TITLE + 14);
  draw_phrases(&v, box.y + above);
  for (int lane = YEOUN_LANE_PAD; lane >= YEOUN_LANE_MELODY; --lane) {
    draw_notes(&v, (enum yeoun_lane)lane);
  }
  draw_drums(&v, bottom);
  draw_dynamics(&v, bottom + DRUMS);
}

void
yeoun_roll_legend(cairo_t *cr, struct yeoun_box box)
{
  double x = box.x + 30;
  for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
    set_colour(cr, lane_colours[lane], 1);
    cairo_rectangle(cr, x, box.y + 5, 16, 10);
    cairo_fill(cr);
    set_grey(cr, 0.2);
    write_text(cr, x + 21, box.y + 14, 12, yeoun_lane_name((unsigned)lane));
    x += 95;
  }
  write_text(
    cr,
    x,
    box.y + 14,
    12,
    "arcs: phrases.  M motif, S suspension, A appoggiatura, J joke, * climax.  "
    "Red chord: in place of the theme's own.");
}
