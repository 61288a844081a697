// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "list.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <lv2/core/lv2.h>

#include "find.h"
#include "music/mood.h"
#include "music/palette.h"
#include "words.h"

static void
print_presets(struct yeoun_host *host)
{
  yeoun_find_presets(host->world, host->plugin, stdout);
}

static void
print_instruments(struct yeoun_host *host)
{
  (void)host;
  for (unsigned i = YEOUN_INSTRUMENT_AUTO + 1; i < YEOUN_INSTRUMENTS; ++i) {
    puts(yeoun_instrument_facts(i)->name);
  }
}

static void
print_palettes(struct yeoun_host *host)
{
  (void)host;
  for (unsigned i = YEOUN_PALETTE_AUTO + 1; i < YEOUN_PALETTES; ++i) {
    puts(yeoun_palette_name(i));
  }
}

static void
print_moods(struct yeoun_host *host)
{
  for (unsigned i = 0; i < YEOUN_POLES; ++i) {
    puts(yeoun_pole_name(i));
  }
  yeoun_words_print(host, stdout);
}

/** The labels of a control, by their values. */
static void
print_labels(struct yeoun_host *host, const LilvPort *port)
{
  LilvScalePoints *const points =
    lilv_port_get_scale_points(host->plugin, port);
  const unsigned count = lilv_scale_points_size(points);
  float last = -HUGE_VALF;
  for (unsigned k = 0; k < count; ++k) {
    const LilvScalePoint *next = NULL;
    float least = HUGE_VALF;
    LILV_FOREACH(scale_points, i, points)
    {
      const LilvScalePoint *const point = lilv_scale_points_get(points, i);
      const float value = lilv_node_as_float(lilv_scale_point_get_value(point));
      if (value > last && value < least) {
        least = value;
        next = point;
      }
    }
    if (next) {
      printf("%s%s",
             k ? ", " : "  ",
             lilv_node_as_string(lilv_scale_point_get_label(next)));
    }
    last = least;
  }
  lilv_scale_points_free(points);
}

static void
print_controls(struct yeoun_host *host)
{
  for (uint32_t i = 0; i < host->ports; ++i) {
    const LilvPort *const port = lilv_plugin_get_port_by_index(host->plugin, i);
    LilvNode *normal = NULL;
    LilvNode *low = NULL;
    LilvNode *high = NULL;
    if (!yeoun_host_is(host, i, LV2_CORE__ControlPort) ||
        !yeoun_host_is(host, i, LV2_CORE__InputPort)) {
      continue;
    }
    lilv_port_get_range(host->plugin, port, &normal, &low, &high);
    printf("%-20s %g to %g (%g)",
           lilv_node_as_string(lilv_port_get_symbol(host->plugin, port)),
           (double)lilv_node_as_float(low),
           (double)lilv_node_as_float(high),
           (double)lilv_node_as_float(normal));
    print_labels(host, port);
    putchar('\n');
    lilv_node_free(normal);
    lilv_node_free(low);
    lilv_node_free(high);
  }
}

void
yeoun_list_print(struct yeoun_host *host, const char *what)
{
  static const struct {
    const char *name;
    void (*print)(struct yeoun_host *host);
  } lists[] = {{"presets", print_presets},
               {"instruments", print_instruments},
               {"controls", print_controls},
               {"palettes", print_palettes},
               {"moods", print_moods}};
  for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); ++i) {
    if (!strcmp(lists[i].name, what)) {
      lists[i].print(host);
    }
  }
}
