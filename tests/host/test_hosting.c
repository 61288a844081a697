// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The built bundle at work: blocks of every size, presets, states. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/suite.h"
#include "host.h"

#define RATE 48000.0
#define NOTES 20000
#define FRAMES (8 * 48000)

/* -60 dB: control rates are met a little differently in other blocks. */
#define SAME 1e-3f

#define VOCABULARY "urn:yeoun:vocabulary#"

static const char *const plugins[] = {"urn:yeoun:sketch",
                                      "urn:yeoun:stems",
                                      "urn:yeoun:notes"};

static const struct host_time rolling = {0.0, 0.0, 4.0, 4.0, 120.0, 1.0, 0.0};

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

/** What a plugin played: its notes at their frames, and its sound. */
struct record {
  size_t notes;
  struct host_midi note[NOTES];
  double energy;
  float peak;
  unsigned strange; /**< samples that are no numbers */
  uint32_t frames;
  float sound[FRAMES]; /**< each output times its number, added */
};

static void
add_sound(struct record *record, const struct host *host, uint32_t frames)
{
  for (uint32_t f = 0; f < frames; ++f) {
    float sum = 0.0f;
    for (uint32_t c = 0; c < host->audio_ports; ++c) {
      const float x = host->audio[c][f];
      record->strange += !isfinite(x);
      sum += (float)(c + 1) * x;
      record->energy += (double)x * (double)x;
      record->peak = fabsf(x) > record->peak ? fabsf(x) : record->peak;
    }
    if (record->frames < FRAMES) {
      record->sound[record->frames++] = sum;
    }
  }
}

static void
add_notes(struct record *record, const struct host *host, uint32_t at)
{
  struct host_midi *const first = record->note + record->notes;
  const size_t count = host_sent(host, first, NOTES - record->notes);
  for (size_t i = 0; i < count; ++i) {
    /* Programs and pedals depend on what was before: notes alone count. */
    const uint8_t kind = first[i].byte[0] & 0xF0;
    if (kind == 0x90 || kind == 0x80) {
      record->note[record->notes] = first[i];
      record->note[record->notes++].frame += at;
    }
  }
}

/** Run for so many frames in blocks of the sizes given, again and again. */
static void
play(struct host *host,
     uint32_t frames,
     const uint32_t *sizes,
     size_t count,
     struct record *record)
{
  memset(record, 0, sizeof(*record));
  size_t turn = 0;
  for (uint32_t at = 0; at < frames;) {
    const uint32_t size = sizes[turn++ % count];
    const uint32_t block = size < frames - at ? size : frames - at;
    host_run(host, block);
    add_sound(record, host, block);
    add_notes(record, host, at);
    at += block;
  }
  ck_assert_uint_eq(record->strange, 0);
}

static unsigned
sounding(const struct record *record)
{
  unsigned ons = 0;
  for (size_t i = 0; i < record->notes; ++i) {
    const uint8_t kind = record->note[i].byte[0] & 0xF0;
    ons += kind == 0x90 && record->note[i].byte[2];
  }
  return ons;
}

static struct record straight;
static struct record other;

/** The largest difference between the two sounds. */
static float
difference(void)
{
  float most = 0.0f;
  ck_assert_uint_eq(straight.frames, other.frames);
  for (uint32_t f = 0; f < straight.frames; ++f) {
    most = fmaxf(most, fabsf(straight.sound[f] - other.sound[f]));
  }
  return most;
}

/** Play four bars of 120 bpm from the start. */
static void
play_from_start(struct host *host,
                const uint32_t *sizes,
                size_t count,
                struct record *record)
{
  *host_control(host, "freewheel") = 1.0f;
  host_position(host, 0, &rolling);
  play(host, 8 * 48000, sizes, count, record);
}

START_TEST(blocks_of_any_size_give_the_same_notes_and_sound)
{
  static const uint32_t sizes[][8] = {
    {32}, {64}, {8192}, {0, 1, 7, 500, 0, 8192, 13, 512}, {1024}, {479}};
  static const size_t counts[] = {1, 1, 1, 8, 1, 1};
  const uint32_t usual = 256;
  const char *const uri = plugins[_i / 6];
  const unsigned which = (unsigned)_i % 6;
  struct host *host = host_new(&world, uri, RATE, HOST_WORKER_NONE);
  play_from_start(host, &usual, 1, &straight);
  host_free(host);
  host = host_new(&world, uri, RATE, HOST_WORKER_NONE);
  play_from_start(host, sizes[which], counts[which], &other);
  host_free(host);
  ck_assert_uint_gt(sounding(&straight), 20);
  ck_assert_uint_eq(straight.notes, other.notes);
  for (size_t i = 0; i < straight.notes; ++i) {
    ck_assert_uint_eq(straight.note[i].frame, other.note[i].frame);
    ck_assert_mem_eq(straight.note[i].byte, other.note[i].byte, 3);
  }
  ck_assert_float_le(difference(), SAME);
}
END_TEST

START_TEST(whoever_composes_the_notes_are_the_same)
{
  const uint32_t usual = 256;
  struct host_time standing = rolling;
  standing.speed = 0.0;
  struct record *const records[] = {&straight, &other};
  const enum host_worker workers[] = {HOST_WORKER_NONE, (enum host_worker)_i};
  for (unsigned i = 0; i < 2; ++i) {
    /* As hosts do: the tempo is known before the transport rolls. */
    struct host *const host = host_new(&world, plugins[2], RATE, workers[i]);
    host_position(host, 0, &standing);
    host_run(host, usual);
    host_run(host, usual);
    host_position(host, 0, &rolling);
    play(host, 8 * 48000, &usual, 1, records[i]);
    host_free(host);
  }
  ck_assert_uint_gt(sounding(&straight), 20);
  ck_assert_uint_eq(straight.notes, other.notes);
  ck_assert_mem_eq(
    straight.note, other.note, straight.notes * sizeof(*straight.note));
}
END_TEST

START_TEST(the_first_block_sounds_though_the_worker_never_comes)
{
  const uint32_t usual = 256;
  struct host *const host =
    host_new(&world, plugins[_i], RATE, HOST_WORKER_NEVER);
  host_position(host, 0, &rolling);
  play(host, 2 * 48000, &usual, 1, &straight);
  ck_assert_uint_gt(sounding(&straight), 2);
  host_free(host);
}
END_TEST

START_TEST(a_full_buffer_takes_whole_events_and_the_rest_is_lost)
{
  struct host *const host =
    host_new(&world, plugins[_i], RATE, HOST_WORKER_NONE);
  *host_control(host, "comic") = 1.0f;
  host_position(host, 0, &rolling);
  for (uint32_t room = 0; room < 100; ++room) {
    host->out_capacity = room;
    host_run(host, 8192);
    ck_assert_uint_le(host->out->atom.size, room);
  }
  host_free(host);
}
END_TEST

START_TEST(controls_that_make_no_sense_are_survived)
{
  static const float values[] = {NAN, INFINITY, -INFINITY, 1e30f, -1.0f, 0.5f};
  const uint32_t usual = 512;
  struct host *const host =
    host_new(&world, plugins[_i / 6], RATE, HOST_WORKER_NONE);
  const uint32_t last = host->ports;
  for (uint32_t i = 4; i < last; ++i) {
    host->control[i] = values[_i % 6];
  }
  *host_control(host, "apply") = 0.0f;
  host_position(host, 0, &rolling);
  play(host, 48000, &usual, 1, &straight);
  ck_assert_float_le(straight.peak, 1.0f);
  host_free(host);
}
END_TEST

START_TEST(every_preset_loads_and_sounds)
{
  const uint32_t usual = 1024;
  struct host *const host =
    host_new(&world, plugins[_i], RATE, HOST_WORKER_NONE);
  LilvNodes *const presets = host_presets(host);
  ck_assert_uint_ge(lilv_nodes_size(presets), 3);
  *host_control(host, "freewheel") = 1.0f;
  *host_control(host, "apply") = 0.0f;
  LILV_FOREACH(nodes, i, presets)
  {
    ck_assert(host_preset(host, lilv_nodes_get(presets, i)));
    host_position(host, 0, &rolling);
    play(host, 2 * 48000, &usual, 1, &straight);
    ck_assert_uint_gt(sounding(&straight), 3);
    ck_assert(!host->audio_ports || straight.energy > 1e-3);
    ck_assert(_i != 0 || straight.peak <= 1.0f);
  }
  lilv_nodes_free(presets);
  host_free(host);
}
END_TEST

START_TEST(a_saved_state_gives_the_same_music_elsewhere)
{
  const uint32_t usual = 512;
  const float chosen[] = {1.0f, 7.0f, 0.8f};
  struct host *const first =
    host_new(&world, plugins[_i], RATE, HOST_WORKER_NONE);
  *host_control(first, "source") = chosen[0];
  *host_control(first, "variation") = chosen[1];
  *host_control(first, "romantic") = chosen[2];
  *host_control(first, "audition") = 0.0f;
  host_theme(first, 0, "Dm7 G7 e f g");
  host_run(first, 64);
  char *const text = host_save(first);
  ck_assert_ptr_nonnull(strstr(text, "Dm7 G7"));

  struct host *const second =
    host_new(&world, plugins[_i], RATE, HOST_WORKER_NONE);
  host_restore(second, text);
  char *const again = host_save(second);
  ck_assert_str_eq(text, again);
  ck_assert_float_eq(*host_control(second, "variation"), chosen[1]);

  host_run(second, 64);
  struct host *const both[] = {first, second};
  struct host_time standing = rolling;
  standing.speed = 0.0;
  for (unsigned i = 0; i < 2; ++i) {
    lilv_instance_deactivate(both[i]->instance);
    lilv_instance_activate(both[i]->instance);
    /* What sounded before ends here. */
    host_position(both[i], 0, &standing);
    host_run(both[i], 64);
  }
  play_from_start(first, &usual, 1, &straight);
  play_from_start(second, &usual, 1, &other);
  ck_assert_uint_eq(straight.notes, other.notes);
  ck_assert_mem_eq(
    straight.note, other.note, straight.notes * sizeof(*straight.note));
  ck_assert_float_eq(difference(), 0.0f);
  free(text);
  free(again);
  host_free(first);
  host_free(second);
}
END_TEST

START_TEST(a_preset_leaves_the_written_theme_alone)
{
  struct host *const host =
    host_new(&world, plugins[0], RATE, HOST_WORKER_NONE);
  host_theme(host, 0, "Cm Ab");
  host_run(host, 64);
  LilvNodes *const presets = host_presets(host);
  ck_assert(host_preset(host, lilv_nodes_get_first(presets)));
  lilv_nodes_free(presets);
  host_run(host, 64);
  char *const text = host_save(host);
  ck_assert_ptr_nonnull(strstr(text, "Cm Ab"));
  free(text);
  host_free(host);
}
END_TEST

START_TEST(a_theme_that_cannot_be_read_changes_nothing)
{
  struct host *const host =
    host_new(&world, plugins[0], RATE, HOST_WORKER_NONE);
  host_theme(host, 0, "Cm Ab");
  host_run(host, 64);
  host_theme(host, 0, "Am H C");
  host_run(host, 64);
  char *const text = host_save(host);
  ck_assert_ptr_nonnull(strstr(text, "Cm Ab"));
  free(text);
  host_free(host);
}
END_TEST

START_TEST(what_is_asked_is_answered)
{
  struct host *const host =
    host_new(&world, plugins[_i], RATE, HOST_WORKER_NONE);
  host_run(host, 64); /* it speaks first of what it plays */
  ck_assert_str_eq(host_told(host, VOCABULARY "theme"), "Am F C");
  ck_assert_uint_gt(strlen(host_told(host, VOCABULARY "description")), 10);
  host_run(host, 64);
  ck_assert_ptr_null(host_told(host, VOCABULARY "theme"));
  host_ask(host, 5, VOCABULARY "description");
  host_run(host, 64);
  ck_assert_ptr_nonnull(host_told(host, VOCABULARY "description"));
  ck_assert_ptr_null(host_told(host, VOCABULARY "theme"));
  host_ask(host, 0, NULL);
  host_run(host, 64);
  ck_assert_ptr_nonnull(host_told(host, VOCABULARY "theme"));
  host_ask(host, 0, "urn:of:someone:else");
  host_run(host, 64);
  ck_assert_ptr_null(host_told(host, "urn:of:someone:else"));
  host_free(host);
}
END_TEST

START_TEST(a_written_theme_is_told_back_and_one_that_cannot_be_read_is_not)
{
  struct host *const host =
    host_new(&world, plugins[_i], RATE, HOST_WORKER_NONE);
  host_theme(host, 0, "Dm7 G7");
  host_run(host, 64);
  ck_assert_str_eq(host_told(host, VOCABULARY "theme"), "Dm7 G7");
  host_theme(host, 0, "Dm7 H7");
  host_run(host, 64);
  ck_assert_str_eq(host_told(host, VOCABULARY "theme"), "Dm7 G7");
  host_free(host);
}
END_TEST

START_TEST(a_program_plays_what_is_kept_and_a_session_remembers)
{
  struct host *const first =
    host_new(&world, plugins[_i], RATE, HOST_WORKER_NONE);
  *host_control(first, "freewheel") = 1.0f;
  host_shelf(first, 0, "30 60");
  host_program(first, 1, 1);
  host_run(first, 64);
  ck_assert_str_eq(host_told(first, VOCABULARY "shelf"), "30 60");
  char *const text = host_save(first);
  struct host *const second =
    host_new(&world, plugins[_i], RATE, HOST_WORKER_NONE);
  struct host *const third =
    host_new(&world, plugins[_i], RATE, HOST_WORKER_NONE);
  host_restore(second, text);
  *host_control(third, "variation") = 60.0f;
  const uint32_t usual = 512;
  play_from_start(second, &usual, 1, &straight);
  play_from_start(third, &usual, 1, &other);
  ck_assert_uint_gt(sounding(&straight), 10);
  ck_assert_uint_eq(straight.notes, other.notes);
  ck_assert_mem_eq(
    straight.note, other.note, straight.notes * sizeof(*straight.note));
  free(text);
  host_free(first);
  host_free(second);
  host_free(third);
}
END_TEST

START_TEST(a_program_of_what_plays_already_changes_nothing)
{
  const uint32_t usual = 512;
  for (unsigned i = 0; i < 2; ++i) {
    struct host *const host =
      host_new(&world, plugins[_i], RATE, HOST_WORKER_NONE);
    *host_control(host, "variation") = 60.0f;
    host_shelf(host, 0, "30 60");
    host_run(host, 64);
    if (i) {
      host_program(host, 3, 1);
    }
    host_run(host, 64);
    play_from_start(host, &usual, 1, i ? &other : &straight);
    host_free(host);
  }
  ck_assert_uint_gt(sounding(&straight), 10);
  ck_assert_uint_eq(straight.notes, other.notes);
  ck_assert_mem_eq(
    straight.note, other.note, straight.notes * sizeof(*straight.note));
}
END_TEST

START_TEST(instances_do_not_know_each_other)
{
  enum { INSTANCES = 64 };
  const uint32_t usual = 512;
  struct host *alone = host_new(&world, plugins[0], RATE, HOST_WORKER_NONE);
  *host_control(alone, "freewheel") = 1.0f;
  host_position(alone, 0, &rolling);
  play(alone, 8192, &usual, 1, &straight);
  host_free(alone);

  static struct host *host[INSTANCES];
  for (unsigned i = 0; i < INSTANCES; ++i) {
    host[i] = host_new(&world, plugins[i % 3], RATE, HOST_WORKER_NONE);
    *host_control(host[i], "variation") = i ? (float)i : 1.0f;
    *host_control(host[i], "freewheel") = 1.0f;
    host_position(host[i], 0, &rolling);
  }
  memset(&other, 0, sizeof(other));
  for (uint32_t at = 0; at < 8192; at += usual) {
    for (unsigned i = 0; i < INSTANCES; ++i) {
      host_run(host[i], usual);
    }
    add_sound(&other, host[0], usual);
    add_notes(&other, host[0], at);
  }
  ck_assert_uint_eq(straight.notes, other.notes);
  ck_assert_float_eq(difference(), 0.0f);
  for (unsigned i = 0; i < INSTANCES; ++i) {
    host_free(host[i]);
  }
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("hosting");
  TCase *const tcase = tcase_create("bundle");
  tcase_set_timeout(tcase, 60);
  tcase_add_unchecked_fixture(tcase, open_world, close_world);
  tcase_add_loop_test(
    tcase, blocks_of_any_size_give_the_same_notes_and_sound, 0, 18);
  tcase_add_loop_test(tcase,
                      whoever_composes_the_notes_are_the_same,
                      HOST_WORKER_BETWEEN,
                      HOST_WORKER_NEVER);
  tcase_add_loop_test(
    tcase, the_first_block_sounds_though_the_worker_never_comes, 0, 3);
  tcase_add_loop_test(
    tcase, a_full_buffer_takes_whole_events_and_the_rest_is_lost, 0, 3);
  tcase_add_loop_test(tcase, controls_that_make_no_sense_are_survived, 0, 18);
  tcase_add_loop_test(tcase, every_preset_loads_and_sounds, 0, 3);
  tcase_add_loop_test(
    tcase, a_saved_state_gives_the_same_music_elsewhere, 0, 3);
  tcase_add_test(tcase, a_preset_leaves_the_written_theme_alone);
  tcase_add_test(tcase, a_theme_that_cannot_be_read_changes_nothing);
  tcase_add_loop_test(
    tcase, a_program_plays_what_is_kept_and_a_session_remembers, 0, 3);
  tcase_add_loop_test(
    tcase, a_program_of_what_plays_already_changes_nothing, 0, 3);
  tcase_add_loop_test(tcase, what_is_asked_is_answered, 0, 3);
  tcase_add_loop_test(
    tcase,
    a_written_theme_is_told_back_and_one_that_cannot_be_read_is_not,
    0,
    3);
  tcase_add_test(tcase, instances_do_not_know_each_other);
  suite_add_tcase(suite, tcase);
  return suite;
}
