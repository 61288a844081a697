// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Everything that a host may do to the built bundle, in random order: no note
   is stuck, doubled or lost, no sample beyond full scale, and run() neither
   allocates, locks nor calls the system. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "forbid.h"
#include "host.h"
#include "random.h"
#include "suite.h"

#define BLOCKS 40
#define SENT 4096

static const char *const plugins[] = {"urn:yeoun:notes",
                                      "urn:yeoun:sketch",
                                      "urn:yeoun:stems"};

/** Sequences of each plugin: rendering sound takes far longer than notes. */
static const unsigned sequences[] = {1000, 60, 30};

static struct host_world world;

/** A host that means no good. */
struct tormentor {
  struct host *host;
  struct yeoun_random random;
  bool has_keys;       /**< it also plays on its keyboard */
  uint8_t on[16][128]; /**< notes that sound */
  unsigned doubled, unmatched, strange;
};

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

static uint32_t
below(struct tormentor *t, uint32_t count)
{
  return yeoun_random_below(&t->random, count);
}

static void
tell_time(struct tormentor *t, uint32_t frame)
{
  static const double beats[] = {4, 3, 2, 5, 6, 12};
  static const double units[] = {4, 4, 4, 4, 8, 8};
  const uint32_t meter = below(t, 6);
  struct host_time time = {.bar = below(t, 40),
                           .bar_beat = below(t, 8) * 0.25,
                           .beats_per_bar = beats[meter],
                           .beat_unit = units[meter],
                           .bpm = 30.0 + below(t, 270),
                           .speed = below(t, 4) ? 1.0 : 0.0,
                           .frame = -1.0};
  if (!below(t, 5)) { /* a host that tells little */
    time.bar = time.bar_beat = time.beats_per_bar = time.beat_unit = -1.0;
  }
  if (!below(t, 5)) {
    time.bpm = -1.0;
  }
  host_position(t->host, frame, &time);
}

static void
turn_knobs(struct tormentor *t)
{
  struct host *const host = t->host;
  switch (below(t, 10)) {
    case 0:
      *host_control(host, "variation") = (float)below(t, 1000);
      break;
    case 1:
      *host_control(host, "apply") = (float)below(t, 4);
      break;
    case 2:
      *host_control(host, "enabled") = below(t, 3) ? 1.0F : 0.0F;
      break;
    case 3:
      *host_control(host, "freewheel") = (float)below(t, 2);
      break;
    case 4:
      *host_control(host, "bars") = (float)(1U + below(t, 32));
      break;
    case 5:
      *host_control(host, "advance") = (float)below(t, 3);
      break;
    case 6:
      *host_control(host, "sync") = below(t, 4) ? 0.0F : 1.0F;
      break;
    case 7:
      *host_control(host, "audition") = (float)below(t, 2);
      break;
    case 8:
      *host_control(host, "source") = (float)below(t, 2);
      break;
    default: {
      LilvNodes *const presets = host_presets(host);
      uint32_t left = below(t, lilv_nodes_size(presets));
      LILV_FOREACH(nodes, i, presets)
      {
        if (!left--) {
          host_preset(host, lilv_nodes_get(presets, i));
        }
      }
      lilv_nodes_free(presets);
    }
  }
}

static void
press_keys(struct tormentor *t, uint32_t frame)
{
  const uint8_t key = (uint8_t)below(t, 128);
  const uint8_t kinds[] = {0x90, 0x80, 0xB0, 0xC0, 0xE0, 0xFF, 0x00};
  host_midi(t->host, frame, kinds[below(t, 7)], key, (uint8_t)below(t, 128));
}

static void
follow_notes(struct tormentor *t)
{
  static struct host_midi midi[SENT];
  const size_t count = host_sent(t->host, midi, SENT);
  for (size_t i = 0; i < count; ++i) {
    uint8_t *const on = &t->on[midi[i].byte[0] & 15][midi[i].byte[1] & 127];
    const uint8_t kind = midi[i].byte[0] & 0xF0;
    if (kind == 0x90) {
      /* A key may well be held that the melody plays too. */
      t->doubled += *on && !t->has_keys;
      ++*on;
    } else if (kind == 0x80) {
      t->unmatched += !*on;
      *on -= *on > 0;
    }
  }
}

static void
check_sound(struct tormentor *t, uint32_t frames, float limit)
{
  for (uint32_t c = 0; c < t->host->audio_ports; ++c) {
    for (uint32_t f = 0; f < frames; ++f) {
      const float x = t->host->audio[c][f];
      t->strange += !(fabsf(x) <= limit);
    }
  }
}

static void
run_block(struct tormentor *t, uint32_t frames)
{
  host_prepare(t->host);
  forbid_begin();
  lilv_instance_run(t->host->instance, frames);
  forbid_end();
  host_work(t->host);
  follow_notes(t);
  /* Stems are summed by the host: they have no limiter of their own. */
  check_sound(t, frames, t->host->audio_ports > 2 ? 100.0F : 1.0F);
}

static uint32_t
draw_size(struct tormentor *t)
{
  static const uint32_t sizes[] = {0, 1, 13, 64, 256, 512, 1024, 2048, 8192};
  return below(t, 4) ? sizes[below(t, 9)] : below(t, 4000);
}

static void
torment(struct tormentor *t)
{
  tell_time(t, 0);
  for (unsigned block = 0; block < BLOCKS; ++block) {
    const uint32_t frames = draw_size(t);
    uint32_t frame = 0;
    for (uint32_t event = below(t, 4); event; --event) {
      frame += below(t, frames / 2 + 1);
      if (t->has_keys && !below(t, 3)) {
        press_keys(t, frame);
      } else {
        tell_time(t, frame);
      }
    }
    if (!below(t, 3)) {
      turn_knobs(t);
    }
    run_block(t, frames);
  }

  /* In the end all stands still, and so must all notes. */
  const struct host_time stop = {-1, -1, -1, -1, -1, 0.0, -1};
  *host_control(t->host, "audition") = 0.0F;
  *host_control(t->host, "sync") = 0.0F;
  host_position(t->host, 0, &stop);
  for (uint8_t channel = 0; channel < 16; ++channel) {
    host_midi(t->host, 0, 0xB0 | channel, 123, 0);
  }
  run_block(t, 64);
  run_block(t, 64);
}

START_TEST(no_note_is_stuck_and_no_system_is_called)
{
  for (unsigned i = 0; i < sequences[_i]; ++i) {
    struct tormentor t = {.random = yeoun_random_stream(i, "torture", 0),
                          .has_keys = i % 2};
    t.host = host_new(&world,
                      plugins[_i],
                      i % 2 ? 48000.0 : 44100.0,
                      (enum host_worker)(i % 3));
    torment(&t);
    unsigned stuck = 0;
    for (unsigned n = 0; n < sizeof(t.on); ++n) {
      stuck += t.on[n / 128][n % 128];
    }
    ck_assert_msg(!stuck, "sequence %u: %u notes are stuck", i, stuck);
    ck_assert_msg(!t.doubled, "sequence %u: %u doubled", i, t.doubled);
    ck_assert_msg(!t.unmatched, "sequence %u: %u unmatched", i, t.unmatched);
    ck_assert_msg(!t.strange, "sequence %u: %u samples", i, t.strange);
    ck_assert_msg(!forbid_count(), "sequence %u: %s", i, forbid_first());
    host_free(t.host);
  }
}
END_TEST

START_TEST(what_is_forbidden_is_noticed)
{
  forbid_begin();
  void *volatile memory = malloc(1);
  free(memory);
  forbid_end();
  ck_assert_uint_eq(forbid_count(), 2);
  ck_assert_str_eq(forbid_first(), "malloc");
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("torture");
  TCase *const tcase = tcase_create("bundle");
  tcase_set_timeout(tcase, 300);
  tcase_add_unchecked_fixture(tcase, open_world, close_world);
  tcase_add_loop_test(tcase, no_note_is_stuck_and_no_system_is_called, 0, 3);
  if (forbid_works()) {
    tcase_add_test(tcase, what_is_forbidden_is_noticed);
  }
  suite_add_tcase(suite, tcase);
  return suite;
}
