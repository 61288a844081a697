// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "fuzzer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "forbid.h"

uint32_t
torment_draw(struct fuzzer *t, uint32_t count)
{
  return yeoun_random_below(&t->random, count);
}

double
torment_place(struct fuzzer *t, uint32_t bars)
{
  const uint32_t ticks = (uint32_t)simulator_bar(&t->simulator) * bars;
  const uint32_t grid = torment_draw(t, 2) ? 480 : 1;
  return torment_draw(t, ticks / grid) * grid / simulator_step(&t->simulator);
}

uint32_t
torment_frames(struct fuzzer *t)
{
  static const uint32_t sizes[] = {0, 1, 13, 64, 256, 512, 1024, 2048, 8192};
  return torment_draw(t, 4) ? sizes[torment_draw(t, 9)] : torment_draw(t, 4000);
}

/** Time that makes little sense, or of which little is told. */
static void
tell_nonsense(struct fuzzer *t)
{
  static const double speeds[] = {0.0, 1.0, 1.0, 0.5, 2.0, -1.0};
  struct host_time time = {.bar = torment_draw(t, 40),
                           .bar_beat = torment_draw(t, 8) * 0.25,
                           .beats_per_bar = torment_draw(t, 14),
                           .beat_unit = 1U << torment_draw(t, 5),
                           .bpm = 30.0 + torment_draw(t, 270),
                           .speed = speeds[torment_draw(t, 6)],
                           .frame = -1.0};
  if (!torment_draw(t, 3)) {
    time.bar = time.bar_beat = time.beats_per_bar = time.beat_unit = -1.0;
  }
  if (!torment_draw(t, 3)) {
    time.bpm = -1.0;
  }
  simulator_locate(&t->simulator, 0.0);
  if (time.speed >= 0.0) {
    t->simulator.is_rolling = time.speed > 0.0;
  }
  host_position(t->host, t->simulator.at, &time);
}

static void
move_transport(struct fuzzer *t)
{
  static const uint32_t beats[] = {4, 3, 2, 5, 6, 12};
  static const uint32_t units[] = {4, 4, 4, 4, 8, 8};
  struct simulator *const simulator = &t->simulator;
  const uint32_t meter = torment_draw(t, 6);
  switch (torment_draw(t, simulator->words == DAW_BARS ? 6 : 2)) {
    case 0:
      simulator_locate(simulator, torment_place(t, 12));
      break;
    case 1:
      simulator_roll(simulator, torment_draw(t, 4));
      break;
    case 2:
      simulator_change(
        simulator, 30.0 + torment_draw(t, 270), beats[meter], units[meter]);
      break;
    case 3: /* a step of a ramp */
      simulator_change(
        simulator, simulator->bpm + 0.25, simulator->beats, simulator->unit);
      break;
    case 4: {
      const double from = torment_place(t, 8);
      simulator_loop(simulator, from, from + 1000.0 + torment_draw(t, 20000));
      simulator_locate(simulator, from);
      break;
    }
    default:
      tell_nonsense(t);
  }
}

static void
press_keys(struct fuzzer *t)
{
  static const uint8_t kinds[] = {
    0x90, 0x90, 0x90, 0x80, 0xB0, 0xC0, 0xE0, 0xFF, 0x00};
  const uint8_t kind = kinds[torment_draw(t, 9)];
  const uint8_t key = (uint8_t)(torment_draw(t, 4) ? 48 + torment_draw(t, 36)
                                                   : torment_draw(t, 128));
  const uint8_t value = (uint8_t)torment_draw(t, 128);
  host_midi(t->host, t->simulator.at, kind, key, value);
  if (*host_control(t->host, "enabled") > 0.0f) {
    if (kind == 0x90 || kind == 0x80) {
      t->is_held[key] = kind == 0x90 && value;
    }
    for (unsigned i = 0; i < 128; ++i) { /* all notes off, and the like */
      t->is_held[i] &= kind != 0xB0 || (key != 120 && key < 123);
    }
  }
}

static void
write_texts(struct fuzzer *t)
{
  static const char *const themes[] = {
    "Em C G", "Dm7 G7 e f g", "e g a", "Am:2 F:6", "H", ""};
  static const struct {
    const char *property, *text;
  } more[] = {
    {"urn:yeoun:vocabulary#keep", ""},
    {"urn:yeoun:vocabulary#keep", "yeoun1 Dm7 G7 C A7 variation=9 comic=1"},
    {"urn:yeoun:vocabulary#remove", "1"},
    {"urn:yeoun:vocabulary#character", "1 Hana"},
    {"urn:yeoun:vocabulary#ranges", "bass_bars=1-2:3 pad_bars=3-9:4"},
    {"urn:yeoun:vocabulary#ranges", ""},
    {"urn:yeoun:vocabulary#locks", "melody bass=4"},
    {"urn:yeoun:vocabulary#locks", ""},
    {"urn:yeoun:vocabulary#name", "yeoun1 e g a variation=7 meter=3/4"},
    {"urn:yeoun:vocabulary#name", "yeoun1 C F G variation=7 space=1"},
    {"urn:yeoun:vocabulary#name", "yeoun1 C F G variation=7 space=2"},
  };
  enum { MORE = sizeof(more) / sizeof(*more) };
  const uint32_t at = t->simulator.at;
  t->has_written = true;
  switch (torment_draw(t, 5)) {
    case 3:
      host_ask(t->host, at, "urn:yeoun:vocabulary#kept");
      host_ask(t->host, at, "urn:yeoun:vocabulary#levels");
      break;
    case 4: {
      const uint32_t which = torment_draw(t, MORE);
      host_set(t->host, at, more[which].property, more[which].text);
      break;
    }
    case 0:
      host_theme(t->host, at, themes[torment_draw(t, 6)]);
      break;
    case 1:
      host_shelf(t->host, at, torment_draw(t, 2) ? "30 60 7 1" : "");
      break;
    default:
      host_program(t->host, at, (uint8_t)torment_draw(t, 6));
  }
}

/** Controls that are turned to anything between two whole numbers. */
static const struct {
  const char *symbol;
  uint8_t low, high;
} knobs[] = {
  {"bass_mute", 0, 1},
  {"root_2", 0, 11},
  {"beats_1", 1, 8},
  {"depth", 0, 1},
  {"expression", 0, 2},
  {"variation", 0, 99},
  {"apply", 0, 3},
  {"bars", 1, 32},
  {"advance", 0, 2},
  {"sync", 0, 1},
  {"audition", 0, 1},
  {"source", 0, 1},
  {"freewheel", 0, 1},
  {"enabled", 0, 1},
  {"comic", 0, 1},
  {"romantic", 0, 1},
  {"distance", 0, 1},
  {"ending", 0, 1},
  {"form", 0, 4},
  {"melody_take", 0, 9},
  {"chords", 0, 3},
  {"root_1", 0, 11},
  {"type_2", 0, 28},
  {"palette", 0, 7},
  {"pad_instrument", 0, 24},
  {"tempo", 0, 240},
  {"meter", 0, 6},
  {"intensity", 0, 1},
};

static void
turn_a_knob(struct fuzzer *t)
{
  const uint32_t count = sizeof(knobs) / sizeof(knobs[0]);
  const uint32_t i = torment_draw(t, count);
  const uint32_t range = knobs[i].high - knobs[i].low + 1U;
  *host_control(t->host, knobs[i].symbol) =
    (float)(knobs[i].low + torment_draw(t, range));
}

static int
by_name(const void *a, const void *b)
{
  const LilvNode *const *const x = (const LilvNode *const *)a;
  const LilvNode *const *const y = (const LilvNode *const *)b;
  return strcmp(lilv_node_as_uri(*x), lilv_node_as_uri(*y));
}

/** In order of name: each plugin lists the same presets in its own order. */
static void
choose_preset(struct fuzzer *t)
{
  const LilvNode *preset[128];
  LilvNodes *const presets = host_presets(t->host);
  uint32_t count = 0;
  LILV_FOREACH(nodes, i, presets)
  {
    preset[count++ % 128] = lilv_nodes_get(presets, i);
  }
  qsort(preset, count, sizeof(preset[0]), by_name);
  host_preset(t->host, preset[torment_draw(t, count)]);
  lilv_nodes_free(presets);
}

/** Notes that may sound: those of keys that are held, and the music's while it
    does not stand. */
static void
look_at_notes(struct fuzzer *t, bool may_play)
{
  unsigned held = 0;
  for (unsigned key = 0; key < 128; ++key) {
    held += t->is_held[key] && t->counter.on[0][key];
  }
  t->late += !may_play && t->counter.sounding > held;
}

static void
look_at_sound(struct fuzzer *t, uint32_t frames)
{
  for (uint32_t c = 0; c < t->host->audio_ports; ++c) {
    for (uint32_t f = 0; f < frames; ++f) {
      t->strange += !(fabsf(t->host->audio[c][f]) <= 1.0f);
    }
  }
}

void
torment_run(struct fuzzer *t, uint32_t frames)
{
  const int64_t from = t->simulator.now - t->simulator.at;
  simulator_advance(&t->simulator, frames - t->simulator.at);
  if (!(*host_control(t->host, "enabled") > 0.0f)) {
    memset(t->is_held, 0, sizeof(t->is_held));
  }
  if (t->host->worker == HOST_WORKER_NONE) {
    *host_control(t->host, "freewheel") = 1.0f;
  }
  host_prepare(t->host);
  forbid_begin();
  lilv_instance_run(t->host->instance, frames);
  forbid_end();
  counter_block(&t->counter, t->host, from);
  look_at_sound(t, frames);
  look_at_notes(
    t,
    !frames || (*host_control(t->host, "enabled") > 0.0f &&
                (t->simulator.words == DAW_NOTHING || t->simulator.is_rolling ||
                 *host_control(t->host, "audition") > 0.0f ||
                 *host_control(t->host, "sync") >= 0.5f)));
  host_work(t->host);
  simulator_next(&t->simulator);
}

/** Knobs, presets, and what a host does when its own graph changes. */
static void
touch(struct fuzzer *t)
{
  if (!torment_draw(t, 3)) {
    turn_a_knob(t);
  } else if (!torment_draw(t, 12)) {
    choose_preset(t);
  } else if (!torment_draw(t, 24)) {
    lilv_instance_deactivate(t->host->instance);
    lilv_instance_activate(t->host->instance);
    memset(t->is_held, 0, sizeof(t->is_held));
    simulator_tell(&t->simulator);
  }
}

void
torment_block(struct fuzzer *t)
{
  const uint32_t frames = torment_frames(t);
  touch(t);
  for (uint32_t event = torment_draw(t, 4); event; --event) {
    simulator_advance(&t->simulator,
                      torment_draw(t, (frames - t->simulator.at) / 2 + 1));
    if (t->has_keys && torment_draw(t, 2)) {
      press_keys(t);
    } else if (!torment_draw(t, 8)) {
      write_texts(t);
    } else if (t->simulator.words != DAW_NOTHING) {
      move_transport(t);
    }
  }
  torment_run(t, frames);
}

void
torment_lift(struct fuzzer *t)
{
  for (uint8_t key = 0; key < 128; ++key) {
    if (t->is_held[key]) {
      host_midi(t->host, t->simulator.at, 0x80, key, 0);
      t->is_held[key] = false;
    }
  }
}
