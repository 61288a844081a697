// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Plays every preset over several themes and proves, or disproves, each promise
   that it makes in Turtle. Presets of a user, in ~/.lv2, are checked too. */

#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../host/host.h"
#include "features.h"
#include "preset_check.h"

#define RATE 48000.0
#define BLOCK 4096
#define FIRST 64
#define HEARD 20000
#define BARS 8
#define VARIATIONS 4
#define VOCABULARY "urn:yeoun:vocabulary#"

static const char *const themes[] = {"Am F C",
                                     "Dm7 G7 Cmaj7",
                                     "C G Am",
                                     "Cm Ab",
                                     "Fmaj7 G Em7",
                                     "D A/C# Bm",
                                     "C Fm",
                                     "e g a"};

#define THEMES (sizeof(themes) / sizeof(*themes))

/** Metres in the order of the port; auto is played in four. */
static const struct {
  int beats, unit;
} meters[] = {{4, 4}, {2, 4}, {3, 4}, {4, 4}, {5, 4}, {6, 8}, {12, 8}};

/** What was heard of one variation. */
struct hearing {
  size_t notes;
  struct heard note[HEARD];
  int open[16][128]; /**< index of the sounding note, and one more */
};

static void
hear(struct hearing *hearing, const struct host *host, double block_s)
{
  static struct host_midi midi[4096];
  const size_t count = host_sent(host, midi, 4096);
  for (size_t i = 0; i < count; ++i) {
    const uint8_t kind = midi[i].byte[0] & 0xF0;
    const uint8_t channel = midi[i].byte[0] & 15;
    const uint8_t key = midi[i].byte[1] & 127;
    const double time_s = block_s + midi[i].frame / RATE;
    int *const open = &hearing->open[channel][key];
    if ((kind == 0x90 || kind == 0x80) && *open) {
      hearing->note[*open - 1].end_s = time_s;
      *open = 0;
    }
    if (kind == 0x90 && hearing->notes < HEARD) {
      hearing->note[hearing->notes++] =
        (struct heard){time_s, time_s, channel, key, midi[i].byte[2]};
      *open = (int)hearing->notes;
    }
  }
}

/** The length of what is heard hangs on it. */
static void
require_tempo(struct host *host)
{
  const double tempo = (double)*host_control(host, "own_tempo");
  if (!(tempo >= 20.0 && tempo <= 300.0)) {
    fprintf(stderr, "report-moods: a tempo of %g bpm was told\n", tempo);
    exit(2);
  }
}

/** Play one variation once, in its own time, and measure it. */
static void
measure(struct host *host, unsigned theme, unsigned variation, double *feature)
{
  static struct hearing hearing;
  memset(&hearing, 0, sizeof(hearing));
  const struct host_time start = {0, 0, -1, -1, -1, 1.0, 0};
  const int which = (int)*host_control(host, "meter");
  *host_control(host, "meter") = (float)(which ? which : 3);
  *host_control(host, "freewheel") = 1.0f;
  *host_control(host, "apply") = 0.0f;
  *host_control(host, "source") = 1.0f;
  *host_control(host, "sync") = 1.0f;
  *host_control(host, "bars") = BARS;
  *host_control(host, "variation") = (float)variation;
  host_theme(host, 0, themes[theme]);
  host_run(host, 0);
  lilv_instance_deactivate(host->instance);
  lilv_instance_activate(host->instance);

  host_position(host, 0, &start);
  /* What is played is told once a first stretch of it is. */
  host_run(host, FIRST);
  hear(&hearing, host, 0.0);
  require_tempo(host);
  const double quarter_s = 60.0 / (double)*host_control(host, "own_tempo");
  const double unit_s = quarter_s * 4.0 / meters[which].unit;
  const double length_s = BARS * meters[which].beats * unit_s;
  for (double time_s = FIRST / RATE; time_s < length_s;
       time_s += BLOCK / RATE) {
    host_run(host, BLOCK);
    hear(&hearing, host, time_s);
  }
  for (size_t i = 0; i < hearing.notes; ++i) {
    struct heard *const note = &hearing.note[i];
    note->end_s = note->end_s > note->start_s ? note->end_s : length_s;
  }
  while (hearing.notes && hearing.note[hearing.notes - 1].start_s >= length_s) {
    --hearing.notes;
  }
  const double pulse_s = meters[which].unit == 8 ? 3.0 * unit_s : unit_s;
  features_measure(hearing.note, hearing.notes, pulse_s, length_s, feature);
  *host_control(host, "meter") = (float)which;
}

static double
number_of(struct host_world *world, const LilvNode *subject, const char *uri)
{
  LilvNode *const predicate = lilv_new_uri(world->world, uri);
  LilvNode *const node = lilv_world_get(world->world, subject, predicate, NULL);
  const double value = node ? lilv_node_as_float(node) : NAN;
  lilv_node_free(node);
  lilv_node_free(predicate);
  return value;
}

/** What a promise is about: its y:feature, or y:cue as older presets have it.
 */
static LilvNode *
get_feature(struct host_world *world, const LilvNode *promise)
{
  static const char *const names[] = {VOCABULARY "feature", VOCABULARY "cue"};
  LilvNode *node = NULL;
  for (unsigned i = 0; i < 2 && !node; ++i) {
    LilvNode *const predicate = lilv_new_uri(world->world, names[i]);
    node = lilv_world_get(world->world, promise, predicate, NULL);
    lilv_node_free(predicate);
  }
  return node;
}

/** The place of a feature among those that can be measured, or FEATURES. */
static unsigned
feature_of(struct host_world *world, const LilvNode *promise)
{
  LilvNode *const node = get_feature(world, promise);
  const char *const uri = node ? lilv_node_as_string(node) : "";
  const size_t length = strlen(VOCABULARY);
  unsigned feature = 0;
  while (feature < FEATURES && (strncmp(uri, VOCABULARY, length) ||
                                strcmp(uri + length, feature_names[feature]))) {
    ++feature;
  }
  lilv_node_free(node);
  return feature;
}

/** Print one promise and whether it is kept. Returns 1 when it is broken. */
static unsigned
judge(struct host_world *world,
      const LilvNode *promise,
      const char *label,
      double measured[THEMES][FEATURES])
{
  const unsigned feature = feature_of(world, promise);
  const double low = number_of(world, promise, LV2_CORE__minimum);
  const double high = number_of(world, promise, LV2_CORE__maximum);
  if (feature == FEATURES || !(low <= high)) {
    printf("%-20s a promise without a known feature and a range  BROKEN\n",
           label);
    return 1;
  }
  unsigned kept = 0;
  double least = INFINITY;
  double most = -INFINITY;
  for (unsigned t = 0; t < THEMES; ++t) {
    const double x = measured[t][feature];
    kept += x >= low && x <= high;
    least = fmin(least, x);
    most = fmax(most, x);
  }
  printf("%-20s %-10s %7.2f .. %-7.2f %7.2f .. %-7.2f %u/%u %s\n",
         label,
         feature_names[feature],
         low,
         high,
         least,
         most,
         kept,
         (unsigned)THEMES,
         kept == THEMES ? "kept" : "BROKEN");
  return kept < THEMES;
}

/** Returns how many promises of a preset are broken. */
static unsigned
report(struct host *host, const LilvNode *preset)
{
  struct host_world *const world = host->world;
  static double measured[THEMES][FEATURES];
  memset(measured, 0, sizeof(measured));
  for (unsigned t = 0; t < THEMES; ++t) {
    for (unsigned v = 1; v <= VARIATIONS; ++v) {
      double feature[FEATURES];
      measure(host, t, v, feature);
      for (unsigned c = 0; c < FEATURES; ++c) {
        measured[t][c] += feature[c] / VARIATIONS;
      }
    }
  }

  LilvNode *const name = lilv_new_uri(world->world, LILV_NS_RDFS "label");
  LilvNode *const makes = lilv_new_uri(world->world, VOCABULARY "promises");
  LilvNode *const label = lilv_world_get(world->world, preset, name, NULL);
  LilvNodes *const promises =
    lilv_world_find_nodes(world->world, preset, makes, NULL);
  const char *const text =
    label ? lilv_node_as_string(label) : lilv_node_as_string(preset);
  unsigned broken = 0;
  LILV_FOREACH(nodes, i, promises)
  {
    broken += judge(world, lilv_nodes_get(promises, i), text, measured);
  }
  lilv_nodes_free(promises);
  lilv_node_free(label);
  lilv_node_free(makes);
  lilv_node_free(name);
  return broken;
}

/** Load the bundles of the user, among which presets of their own may be. */
static void
load_user_bundles(struct host_world *world, const char *folder)
{
  DIR *const directory = opendir(folder);
  for (struct dirent *entry; directory && (entry = readdir(directory));) {
    if (strstr(entry->d_name, ".lv2")) {
      host_world_add(world, folder, entry->d_name);
    }
  }
  if (directory) {
    closedir(directory);
  }
}

static bool
is_wanted(const LilvNode *preset, int count, char **names)
{
  bool is_wanted = count < 2;
  for (int i = 1; i < count; ++i) {
    is_wanted = is_wanted || strstr(lilv_node_as_string(preset), names[i]);
  }
  return is_wanted;
}

/** report-moods [PART-OF-URI]... */
int
main(int argc, char **argv)
{
  struct host_world world = host_world_new();
  const char *const home = getenv("HOME");
  char folder[4096];
  snprintf(folder, sizeof(folder), "%s/.lv2", home ? home : "");
  load_user_bundles(&world, folder);
  struct host *const host =
    host_new(&world, "urn:yeoun:notes", RATE, HOST_WORKER_NONE);
  LilvNodes *const presets = host_presets(host);
  unsigned broken = 0;
  unsigned judged = 0;
  unsigned mistyped = 0;
  printf(
    "%u themes, %u variations each\n", (unsigned)THEMES, (unsigned)VARIATIONS);
  printf("%-20s %-10s %-18s %s\n", "preset", "feature", "promised", "measured");
  LILV_FOREACH(nodes, i, presets)
  {
    const LilvNode *const preset = lilv_nodes_get(presets, i);
    if (!is_wanted(preset, argc, argv)) {
      continue;
    }
    lilv_world_load_resource(world.world, preset);
    if (!preset_check(host, preset, folder)) {
      ++mistyped;
    } else if (host_preset(host, preset)) {
      broken += report(host, preset);
      ++judged;
    }
  }
  printf("%u presets, %u promises broken\n", judged, broken);
  if (mistyped) {
    printf("%u not tried: mistyped\n", mistyped);
  }
  lilv_nodes_free(presets);
  host_free(host);
  host_world_free(&world);
  return broken || mistyped || !judged;
}
