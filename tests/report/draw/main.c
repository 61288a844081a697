// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Draw a theme and its variations as one picture. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compose/compose.h"
#include "compose/scratch.h"
#include "music/mood.h"
#include "music/palette.h"
#include "music/theme.h"
#include "perform/perform.h"
#include "perform/scratch.h"
#include "roll.h"

/* Too much for a stack. */
static struct yeoun_compose_scratch compose_scratch;
static struct yeoun_perform_scratch perform_scratch;

#define PANELS 16

static const char usage[] =
  "usage: draw-scores THEME [--mood lyrical|romantic|comic] [--all-moods]\n"
  "  [--variation N[,N...]] [--bars N] [--distance 0..1] [--palette NAME]\n"
  "  [--korean 0..1] [--out FILE.png]\n";

/** What is asked for. */
struct order {
  const char *theme_text, *file;
  struct yeoun_theme theme;
  unsigned pole;
  bool has_all_moods;
  unsigned bars, palette;
  float distance, korean;
  unsigned numbers;
  uint16_t number[PANELS];
};

static int
find_name(const char *name, unsigned count, const char *(*name_of)(unsigned))
{
  for (unsigned i = 0; i < count; ++i) {
    if (!strcmp(name, name_of(i))) {
      return (int)i;
    }
  }
  return -1;
}

static void
read_numbers(struct order *order, const char *text)
{
  char *end = NULL;
  for (order->numbers = 0; *text && order->numbers < PANELS; text = end) {
    order->number[order->numbers++] = (uint16_t)strtoul(text, &end, 10);
    end += *end == ',';
    if (end == text) {
      break;
    }
  }
}

/** Read an option that has a value; false when it makes no sense. */
static bool
read_option(struct order *order, const char *name, const char *value)
{
  if (!strcmp(name, "--mood")) {
    const int pole = find_name(value, YEOUN_POLES, yeoun_pole_name);
    order->pole = (unsigned)pole;
    return pole >= 0;
  }
  if (!strcmp(name, "--palette")) {
    const int palette = find_name(value, YEOUN_PALETTES, yeoun_palette_name);
    order->palette = (unsigned)palette;
    return palette >= 0;
  }
  if (!strcmp(name, "--variation")) {
    read_numbers(order, value);
    return order->numbers > 0;
  }
  if (!strcmp(name, "--bars")) {
    order->bars = (unsigned)strtoul(value, NULL, 10);
    return order->bars >= 1 && order->bars <= 32;
  }
  if (!strcmp(name, "--distance")) {
    order->distance = strtof(value, NULL);
    return true;
  }
  if (!strcmp(name, "--korean")) {
    order->korean = strtof(value, NULL);
    return true;
  }
  if (!strcmp(name, "--out")) {
    order->file = value;
    return true;
  }
  return false;
}

static bool
read_order(struct order *order, int argc, char **argv)
{
  for (int i = 1; i < argc; ++i) {
    if (!strcmp(argv[i], "--all-moods")) {
      order->has_all_moods = true;
    } else if (argv[i][0] != '-' && !order->theme_text) {
      order->theme_text = argv[i];
    } else if (i + 1 == argc || !read_option(order, argv[i], argv[i + 1])) {
      fprintf(stderr, "draw-scores: %s is not understood\n%s", argv[i], usage);
      return false;
    } else {
      ++i;
    }
  }
  if (!order->theme_text) {
    fputs(usage, stderr);
    return false;
  }
  const struct yeoun_reading reading =
    yeoun_theme_read(order->theme_text, &order->theme);
  if (reading.status) {
    fprintf(stderr,
            "%s\n%*s^\n%s\n",
            order->theme_text,
            (int)reading.offset,
            "",
            yeoun_status_text(reading.status));
  }
  return !reading.status;
}

/** One panel: compose, perform, draw. */
static void
draw_panel(cairo_t *cr,
           const struct order *order,
           unsigned pole,
           uint16_t variation,
           struct yeoun_box box)
{
  static struct yeoun_score score;
  static struct yeoun_performance performance;
  float weight[YEOUN_POLES] = {0};
  const float trim[YEOUN_TRIMS] = {0};
  weight[pole] = 1;
  const struct yeoun_request request = {
    .theme = order->theme,
    .mood = yeoun_mood_blend(weight, trim, 0.5f, 0.3f),
    .distance = order->distance,
    .korean = order->korean,
    .humanize = 0.5f,
    .variation = variation,
    .bars = (uint16_t)order->bars,
    .palette = (uint8_t)order->palette,
  };
  yeoun_compose(&request, &compose_scratch, &score);
  yeoun_perform(&score,
                &request.mood,
                score.tempo_bpm,
                request.humanize,
                variation,
                &perform_scratch,
                &performance);

  char title[128];
  if (variation) {
    snprintf(title,
             sizeof(title),
             "%s: variation %u, %s",
             order->theme_text,
             variation,
             yeoun_pole_name(pole));
  } else {
    snprintf(title,
             sizeof(title),
             "%s: the statement, %s",
             order->theme_text,
             yeoun_pole_name(pole));
  }
  const struct yeoun_roll roll = {title, &score, &performance};
  yeoun_roll_draw(cr, &roll, box);
}

/** How many moods a variation is drawn in: the statement in one alone. */
static unsigned
count_moods(const struct order *order, uint16_t variation)
{
  return order->has_all_moods && variation ? YEOUN_POLES : 1;
}

static int
draw_page(const struct order *order)
{
  unsigned panels = 0;
  for (unsigned i = 0; i < order->numbers; ++i) {
    panels += count_moods(order, order->number[i]);
  }
  const double width = 1600;
  const double step = YEOUN_ROLL_HEIGHT + 14;
  cairo_surface_t *const surface = cairo_image_surface_create(
    CAIRO_FORMAT_RGB24, (int)width, (int)(step * panels + 34));
  cairo_t *const cr = cairo_create(surface);
  cairo_set_source_rgb(cr, 1, 1, 1);
  cairo_paint(cr);

  unsigned panel = 0;
  for (unsigned i = 0; i < order->numbers; ++i) {
    const unsigned moods = count_moods(order, order->number[i]);
    for (unsigned mood = 0; mood < moods; ++mood, ++panel) {
      draw_panel(cr,
                 order,
                 moods > 1 ? mood : order->pole,
                 order->number[i],
                 (struct yeoun_box){
                   16, 10 + step * panel, width - 32, YEOUN_ROLL_HEIGHT});
    }
  }
  yeoun_roll_legend(cr,
                    (struct yeoun_box){16, step * panels + 8, width - 32, 20});
  const cairo_status_t status =
    cairo_surface_write_to_png(surface, order->file);
  cairo_destroy(cr);
  cairo_surface_destroy(surface);
  if (status) {
    fprintf(stderr, "%s: %s\n", order->file, cairo_status_to_string(status));
    return 1;
  }
  printf("%s\n", order->file);
  return 0;
}

int
main(int argc, char **argv)
{
  struct order order = {
    .file = "scores.png",
    .bars = 8,
    .distance = 0.35f,
    .numbers = 1,
    .number = {1},
  };
  return read_order(&order, argc, argv) ? draw_page(&order) : 2;
}
