// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The built bundle, as a host sees it. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/suite.h"
#include "controls.h"
#include "host.h"

#include <lv2/patch/patch.h>
#include <lv2/port-groups/port-groups.h>

static const char *const plugins[] = {"urn:yeoun:sketch",
                                      "urn:yeoun:stems",
                                      "urn:yeoun:notes"};

static struct host_world world;

static void
open_world(void)
{
  world = host_world_new();
}

static void
close_world(void)
{
  host_world_free(&world);
}

static bool
has_property(const struct host *host, const LilvPort *port, const char *uri)
{
  LilvNode *const node = lilv_new_uri(world.world, uri);
  const bool has = lilv_port_has_property(host->plugin, port, node);
  lilv_node_free(node);
  return has;
}

static bool
is_a(const struct host *host, const LilvPort *port, const char *uri)
{
  LilvNode *const node = lilv_new_uri(world.world, uri);
  const bool is = lilv_port_is_a(host->plugin, port, node);
  lilv_node_free(node);
  return is;
}

START_TEST(code_and_turtle_agree_on_every_control)
{
  const enum yeoun_kind kind = (enum yeoun_kind)_i;
  struct host *const host =
    host_new(&world, plugins[_i], 48000.0, HOST_WORKER_NONE);
  ck_assert_uint_eq(host->ports, yeoun_port_index(kind, YEOUN_CONTROLS));
  float low[256];
  float high[256];
  float normal[256];
  lilv_plugin_get_port_ranges_float(host->plugin, low, high, normal);
  for (unsigned k = 0; k < YEOUN_CONTROLS; ++k) {
    const struct yeoun_control_facts *const facts = yeoun_control_facts(k);
    const uint32_t i = yeoun_port_index(kind, k);
    const LilvPort *const port = lilv_plugin_get_port_by_index(host->plugin, i);
    ck_assert_str_eq(
      lilv_node_as_string(lilv_port_get_symbol(host->plugin, port)),
      facts->symbol);
    ck_assert_float_eq(low[i], facts->low);
    ck_assert_float_eq(high[i], facts->high);
    ck_assert_float_eq(normal[i], yeoun_control_normal(kind, k));
    ck_assert_int_eq(is_a(host, port, LV2_CORE__OutputPort),
                     facts->kind == YEOUN_CONTROL_OUTPUT);
  }
  host_free(host);
}
END_TEST

START_TEST(every_choice_has_a_name)
{
  struct host *const host =
    host_new(&world, plugins[_i], 48000.0, HOST_WORKER_NONE);
  unsigned choices = 0;
  for (unsigned k = 0; k < YEOUN_CONTROLS; ++k) {
    const LilvPort *const port = lilv_plugin_get_port_by_index(
      host->plugin, yeoun_port_index((enum yeoun_kind)_i, k));
    if (has_property(host, port, LV2_CORE__enumeration)) {
      LilvScalePoints *const points =
        lilv_port_get_scale_points(host->plugin, port);
      ck_assert_uint_eq(lilv_scale_points_size(points),
                        (unsigned)yeoun_control_facts(k)->high + 1U);
      lilv_scale_points_free(points);
      ++choices;
    }
  }
  ck_assert_uint_ge(choices, 20);
  host_free(host);
}
END_TEST

/** The symbol of a port, or NULL when there is no such port. */
static const char *
symbol_of(const struct host *host, uint32_t index)
{
  const LilvPort *const port =
    lilv_plugin_get_port_by_index(host->plugin, index);
  return port ? lilv_node_as_string(lilv_port_get_symbol(host->plugin, port))
              : NULL;
}

START_TEST(no_port_has_moved)
{
  struct host *const host =
    host_new(&world, plugins[_i], 48000.0, HOST_WORKER_NONE);
  FILE *const file = fopen(PORTS, "r");
  ck_assert_msg(file, "%s", PORTS);
  char line[128];
  uint32_t frozen = 0;
  while (fgets(line, sizeof(line), file)) {
    char plugin[16];
    char symbol[64];
    unsigned index = 0;
    if (sscanf(line, "%15s %u %63s", plugin, &index, symbol) != 3 ||
        strcmp(plugin, strrchr(plugins[_i], ':') + 1) != 0) {
      continue;
    }
    const char *const there = symbol_of(host, index);
    ck_assert_msg(there && !strcmp(there, symbol),
                  "%s: port %u was \"%s\" and is %s: hosts know ports by "
                  "their number",
                  plugin,
                  index,
                  symbol,
                  there ? there : "gone");
    ++frozen;
  }
  fclose(file);
  ck_assert_msg(frozen == host->ports,
                "%s: port %u, \"%s\", is not in tests/data/ports.txt",
                plugins[_i],
                frozen,
                symbol_of(host, frozen));
  host_free(host);
}
END_TEST

START_TEST(every_plugin_says_whose_it_is)
{
  struct host *const host =
    host_new(&world, plugins[_i], 48000.0, HOST_WORKER_NONE);
  LilvNode *const author = lilv_plugin_get_author_name(host->plugin);
  LilvNode *const page = lilv_plugin_get_author_homepage(host->plugin);
  ck_assert_ptr_nonnull(author);
  ck_assert_str_eq(lilv_node_as_string(author), "Yeoun");
  ck_assert_ptr_nonnull(page);
  lilv_node_free(author);
  lilv_node_free(page);
  host_free(host);
}
END_TEST

/* Ardour draws each writable text as a slider that nothing moves. */
START_TEST(no_text_is_offered_as_a_slider)
{
  struct host *const host =
    host_new(&world, plugins[_i], 48000.0, HOST_WORKER_NONE);
  LilvNode *const writable = lilv_new_uri(world.world, LV2_PATCH__writable);
  LilvNodes *const texts = lilv_plugin_get_value(host->plugin, writable);
  ck_assert_uint_eq(lilv_nodes_size(texts), 0);
  lilv_nodes_free(texts);
  lilv_node_free(writable);
  host_free(host);
}
END_TEST

START_TEST(only_the_map_of_uris_is_required)
{
  struct host *const host =
    host_new(&world, plugins[_i], 48000.0, HOST_WORKER_NONE);
  LilvNodes *const required = lilv_plugin_get_required_features(host->plugin);
  ck_assert_uint_eq(lilv_nodes_size(required), 1);
  ck_assert_str_eq(lilv_node_as_uri(lilv_nodes_get_first(required)),
                   LV2_URID__map);
  lilv_nodes_free(required);
  host_free(host);
}
END_TEST

START_TEST(without_the_map_there_is_no_instance)
{
  struct host *const host =
    host_new(&world, plugins[_i], 48000.0, HOST_WORKER_NONE);
  const LV2_Feature *const features[] = {NULL};
  ck_assert_ptr_null(lilv_plugin_instantiate(host->plugin, 48000.0, features));
  host_free(host);
}
END_TEST

/** Whether a port has any value of a property. */
static bool
says(const struct host *host, const LilvPort *port, const char *uri)
{
  LilvNode *const node = lilv_new_uri(world.world, uri);
  LilvNodes *const values = lilv_port_get_value(host->plugin, port, node);
  const bool has = lilv_nodes_size(values) > 0;
  lilv_nodes_free(values);
  lilv_node_free(node);
  return has;
}

START_TEST(every_port_is_explained_and_every_output_of_sound_is_grouped)
{
  struct host *const host =
    host_new(&world, plugins[_i], 48000.0, HOST_WORKER_NONE);
  for (uint32_t i = 0; i < host->ports; ++i) {
    const LilvPort *const port = lilv_plugin_get_port_by_index(host->plugin, i);
    ck_assert_msg(says(host, port, LILV_NS_RDFS "comment"), "port %u", i);
    if (is_a(host, port, LV2_CORE__AudioPort)) {
      ck_assert_msg(says(host, port, LV2_PORT_GROUPS__group), "port %u", i);
      ck_assert_msg(says(host, port, LV2_CORE__designation), "port %u", i);
    }
  }
  host_free(host);
}
END_TEST

START_TEST(the_latency_that_is_told_is_that_of_the_sound)
{
  struct host *const host =
    host_new(&world, plugins[_i], 48000.0, HOST_WORKER_NONE);
  ck_assert(lilv_plugin_has_latency(host->plugin));
  host_run(host, 64);
  const float frames = *host_control(host, "latency");
  /* No note before it, and no sound: notes need none. */
  ck_assert(host->audio_ports ? frames > 0.0f && frames < 512.0f
                              : frames == 0.0f);
  host_free(host);
}
END_TEST

/** Scenes that a composer of drama looks for. */
static const char *const scenes[] = {"joy",
                                     "sorrow",
                                     "longing",
                                     "nostalgia",
                                     "hope",
                                     "tension",
                                     "relief",
                                     "night-city",
                                     "golden-hour",
                                     "first-snow",
                                     "chase",
                                     "deadpan",
                                     "misunderstanding"};

START_TEST(there_are_presets_for_the_scenes_of_a_drama)
{
  struct host *const host =
    host_new(&world, plugins[_i], 48000.0, HOST_WORKER_NONE);
  LilvNodes *const presets = host_presets(host);
  ck_assert_uint_ge(lilv_nodes_size(presets), 36);
  for (unsigned i = 0; i < sizeof(scenes) / sizeof(scenes[0]); ++i) {
    char uri[64];
    snprintf(uri, sizeof(uri), "urn:yeoun:preset:%s", scenes[i]);
    LilvNode *const preset = lilv_new_uri(world.world, uri);
    ck_assert_msg(lilv_nodes_contains(presets, preset), "%s", uri);
    lilv_node_free(preset);
  }
  lilv_nodes_free(presets);
  host_free(host);
}
END_TEST

START_TEST(the_pairs_of_stems_add_up_to_the_sketch)
{
  static const char *const uris[] = {"urn:yeoun:sketch", "urn:yeoun:stems"};
  enum { FRAMES = 4 * 48000 };
  static const struct host_time rolling = {0.0, 0.0, 4.0, 4.0, 120.0, 1.0, 0.0};
  static float mix[2][2][FRAMES];
  for (unsigned i = 0; i < 2; ++i) {
    struct host *const host =
      host_new(&world, uris[i], 48000.0, HOST_WORKER_NONE);
    *host_control(host, "comic") = (float)_i;
    *host_control(host, "level") = -12.0f; /* the limiter rests */
    *host_control(host, "freewheel") = 1.0f;
    host_position(host, 0, &rolling);
    for (uint32_t at = 0; at < FRAMES; at += 500) {
      host_run(host, 500);
      for (uint32_t f = 0; f < 500; ++f) {
        float *const left = &mix[i][0][at + f];
        float *const right = &mix[i][1][at + f];
        *left = *right = 0.0f;
        for (uint32_t c = 0; c < host->audio_ports; c += 2) {
          *left += host->audio[c][f];
          *right += host->audio[c + 1][f];
        }
      }
    }
    host_free(host);
  }
  for (uint32_t f = 0; f < FRAMES; ++f) {
    ck_assert_float_eq_tol(mix[0][0][f], mix[1][0][f], 1e-5f);
    ck_assert_float_eq_tol(mix[0][1][f], mix[1][1][f], 1e-5f);
  }
}
END_TEST

START_TEST(nothing_connected_is_survived)
{
  struct host *const host =
    host_new(&world, plugins[_i], 48000.0, HOST_WORKER_NONE);
  for (uint32_t i = 0; i < host->ports; ++i) {
    lilv_instance_connect_port(host->instance, i, NULL);
  }
  for (unsigned i = 0; i < 20; ++i) {
    lilv_instance_run(host->instance, 1000);
  }
  host_free(host);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("bundle");
  TCase *const tcase = tcase_create("turtle");
  tcase_add_unchecked_fixture(tcase, open_world, close_world);
  tcase_add_loop_test(tcase, code_and_turtle_agree_on_every_control, 0, 3);
  tcase_add_loop_test(tcase, every_choice_has_a_name, 0, 3);
  tcase_add_loop_test(tcase, no_port_has_moved, 0, 3);
  tcase_add_loop_test(tcase, every_plugin_says_whose_it_is, 0, 3);
  tcase_add_loop_test(tcase, no_text_is_offered_as_a_slider, 0, 3);
  tcase_add_loop_test(tcase, only_the_map_of_uris_is_required, 0, 3);
  tcase_add_loop_test(tcase, without_the_map_there_is_no_instance, 0, 3);
  tcase_add_loop_test(
    tcase, every_port_is_explained_and_every_output_of_sound_is_grouped, 0, 3);
  tcase_add_loop_test(
    tcase, the_latency_that_is_told_is_that_of_the_sound, 0, 3);
  tcase_add_loop_test(tcase, there_are_presets_for_the_scenes_of_a_drama, 0, 3);
  tcase_add_loop_test(tcase, the_pairs_of_stems_add_up_to_the_sketch, 0, 2);
  tcase_add_loop_test(tcase, nothing_connected_is_survived, 0, 3);
  suite_add_tcase(suite, tcase);
  return suite;
}
