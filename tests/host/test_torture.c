// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Everything that a host may do to the built bundle, in random order: no note
   is stuck, doubled or lost, all three plugins play the same, which is what a
   straight run plays there, no sample is beyond full scale, and run() neither
   allocates, locks nor calls the system. */

#include <stdlib.h>
#include <string.h>

#include "../unit/suite.h"
#include "forbid.h"
#include "fuzzer.h"
#include "reference.h"

enum { PLUGINS = 3, CHUNKS = 20 };

static const char *const plugins[PLUGINS] = {"urn:yeoun:notes",
                                             "urn:yeoun:sketch",
                                             "urn:yeoun:stems"};

static struct host_world world;
static struct fuzzer fuzzer[PLUGINS];
static struct fuzzer straight;
static size_t compared; /* notes */

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

/** How many sequences: of the environment, since sanitizers are slow. */
static unsigned
sequences(void)
{
  const char *const text = getenv("YEOUN_SEQUENCES");
  return text ? (unsigned)atoi(text) : 1000;
}

static double
rate_of(unsigned sequence)
{
  return sequence % 2 ? 48000.0 : 44100.0;
}

/** The worker comes between blocks, or at once, or there is none. */
static enum host_worker
worker_of(unsigned sequence)
{
  return (enum host_worker)(sequence % 3);
}

static void
begin(struct fuzzer *t, unsigned sequence, const char *uri)
{
  static const enum simulator_words words[] = {
    DAW_BARS, DAW_FRAMES, DAW_BARS, DAW_BARS, DAW_NOTHING};
  static const enum torment_time times[] = {TORMENT_BARS,
                                            TORMENT_BARS,
                                            TORMENT_BARS,
                                            TORMENT_BARS,
                                            TORMENT_FRAMES,
                                            TORMENT_OWN,
                                            TORMENT_AUDITION,
                                            TORMENT_NOTHING};
  memset(t, 0, sizeof(*t));
  t->random = yeoun_random_stream(sequence, "torture", 0);
  t->time = times[torment_draw(t, 8)];
  t->has_keys = torment_draw(t, 2);
  t->host = host_new(&world, uri, rate_of(sequence), worker_of(sequence));
  *host_control(t->host, "programs") = 1.0f; /* by them we know who plays */
  simulator_init(&t->simulator, t->host, rate_of(sequence), words[t->time]);
  t->simulator.is_talkative = !torment_draw(t, 3);
}

/** Let time pass in blocks. */
static void
pass(struct fuzzer *t, uint32_t frames, uint32_t block)
{
  for (; frames > block; frames -= block) {
    torment_run(t, block);
  }
  torment_run(t, frames);
}

/** Whether the worker makes new music one block late. */
static bool
is_late(const struct fuzzer *t)
{
  return t->host->worker == HOST_WORKER_BETWEEN &&
         !(*host_control(t->host, "freewheel") > 0.0f);
}

/** Let go of all keys, and let what was begun come to its end: the worker's
    work, and the theme that was played. */
static void
calm(struct fuzzer *t)
{
  struct host *const host = t->host;
  torment_lift(t);
  /* In its own time only what is off stands. */
  *host_control(host, "enabled") = t->time != TORMENT_OWN;
  *host_control(host, "sync") = t->time == TORMENT_OWN;
  *host_control(host, "audition") = 0.0f;
  simulator_loop(&t->simulator, 0.0, 0.0);
  const bool must_stand =
    t->time != TORMENT_BARS && (t->time != TORMENT_FRAMES || is_late(t));
  if (t->simulator.words != DAW_NOTHING && must_stand) {
    simulator_roll(&t->simulator, false);
  }
  const bool is_learning = *host_control(host, "source") > 0.0f;
  const double seconds = t->has_keys && is_learning ? 1.2 : 0.05;
  pass(t, (uint32_t)(seconds * t->simulator.rate), 512);
}

/** Begin the music that is to be compared, within a block of so many frames. */
static void
start(struct fuzzer *t, uint32_t frames)
{
  struct simulator *const simulator = &t->simulator;
  if (simulator->words != DAW_NOTHING && t->time != TORMENT_AUDITION &&
      t->time != TORMENT_OWN) {
    simulator_advance(simulator, torment_draw(t, frames));
  }
  switch (t->time) {
    case TORMENT_BARS: {
      static const uint32_t beats[] = {4, 3, 2, 5, 6, 12};
      static const uint32_t units[] = {4, 4, 4, 4, 8, 8};
      const uint32_t meter = torment_draw(t, 6);
      simulator->is_rolling = true;
      simulator_change(
        simulator, 40.0 + torment_draw(t, 200), beats[meter], units[meter]);
      simulator_locate(simulator, torment_place(t, 10));
      break;
    }
    case TORMENT_FRAMES:
      if (simulator->is_rolling || torment_draw(t, 2)) {
        simulator_locate(simulator, torment_draw(t, 40) * 10000.0);
      }
      simulator_roll(simulator, true);
      break;
    case TORMENT_OWN:
      *host_control(t->host, "enabled") = 1.0f;
      break;
    case TORMENT_AUDITION:
      *host_control(t->host, "audition") = 1.0f;
      break;
    case TORMENT_NOTHING:
      lilv_instance_deactivate(t->host->instance);
      lilv_instance_activate(t->host->instance);
      break;
  }
}

/** Go on from there: steadily, around a loop, or with a jump or two. */
static void
go_on(struct fuzzer *t)
{
  struct simulator *const simulator = &t->simulator;
  const uint32_t way =
    t->time == TORMENT_BARS ? torment_draw(t, 4) : torment_draw(t, 2);
  if (way == 2) {
    const double from = torment_place(t, 8);
    simulator_loop(simulator, from, from + 3000.0 + torment_draw(t, 30000));
    simulator_locate(simulator, from);
  }
  for (unsigned block = 0; block < 28; ++block) {
    const uint32_t frames = torment_frames(t);
    if (way == 3 && frames && !torment_draw(t, 4)) {
      simulator_advance(simulator, torment_draw(t, frames));
      simulator_locate(simulator, torment_place(t, 10));
    }
    torment_run(t, frames);
  }
}

/** The same music from its beginning, up to so many frames. */
static void
play_straight(struct fuzzer *t, const struct fuzzer *model, double frames)
{
  memset(t, 0, sizeof(*t));
  t->time = model->time;
  t->host =
    host_new(&world, plugins[0], model->simulator.rate, HOST_WORKER_NONE);
  simulator_init(
    &t->simulator, t->host, model->simulator.rate, model->simulator.words);
  if (model->has_written || model->has_keys) {
    char *const state = host_save(model->host);
    host_restore(t->host, state);
    free(state);
  }
  memcpy(t->host->control,
         model->host->control,
         t->host->ports * sizeof(*t->host->control));
  *host_control(t->host, "audition") = 0.0f;
  *host_control(t->host, "enabled") = t->time != TORMENT_OWN;
  simulator_change(&t->simulator,
                   model->simulator.bpm,
                   model->simulator.beats,
                   model->simulator.unit);
  if (t->time == TORMENT_NOTHING) {
    lilv_instance_deactivate(t->host->instance);
    lilv_instance_activate(t->host->instance);
  } else {
    pass(t, 128, 64);
  }
  t->simulator.now = 0;
  if (t->time == TORMENT_AUDITION) {
    *host_control(t->host, "audition") = 1.0f;
  } else if (t->time == TORMENT_OWN) {
    *host_control(t->host, "enabled") = 1.0f;
  } else if (t->time != TORMENT_NOTHING) {
    simulator_roll(&t->simulator, true);
  }
  pass(t, (uint32_t)frames + 1, 1000);
  host_free(t->host);
}

/** The stretches since a frame were what a straight run plays there. */
static void
expect_straight(struct fuzzer *t,
                unsigned sequence,
                size_t first,
                int64_t started,
                int64_t settled)
{
  struct simulator *const simulator = &t->simulator;
  const bool is_held = !(*host_control(t->host, "advance") > 0.0f);
  /* A host's frame is a place at one tempo alone, and each round may have its
     own. */
  size_t stretches =
    t->time == TORMENT_FRAMES && !is_held ? 0 : simulator->stretches - first;
  struct simulator_stretch *const stretch = simulator->stretch + first;
  if (t->time == TORMENT_AUDITION || t->time == TORMENT_OWN ||
      t->time == TORMENT_NOTHING) {
    stretches = 1;
    stretch[0] = (struct simulator_stretch){started, -1, 0.0};
  }
  double frames = 0.0;
  for (size_t i = 0; i < stretches; ++i) {
    stretch[i].to = stretch[i].to < 0 ? simulator->now : stretch[i].to;
    const double end =
      stretch[i].place + (double)(stretch[i].to - stretch[i].from);
    frames = end > frames ? end : frames;
    /* New music comes when the worker has made it. */
    const int64_t late = settled - stretch[i].from;
    if (late > 0) {
      stretch[i].from += late;
      stretch[i].place += (double)late;
    }
  }
  play_straight(&straight, t, frames);
  for (size_t i = 0; i < stretches; ++i) {
    char what[256];
    if (stretch[i].from >= stretch[i].to || (i && is_late(t) && !is_held)) {
      continue;
    }
    compared += reference_notes(&t->counter, &stretch[i]);
    ck_assert_msg(reference_is(&t->counter,
                               &stretch[i],
                               &straight.counter,
                               simulator->rate,
                               is_held,
                               what,
                               sizeof(what)),
                  "sequence %u, stretch %zu, time %d: %s",
                  sequence,
                  i,
                  (int)t->time,
                  what);
  }
}

static void
end(struct fuzzer *t)
{
  *host_control(t->host, "audition") = 0.0f;
  *host_control(t->host, "sync") = 0.0f;
  *host_control(t->host, "enabled") = t->time != TORMENT_NOTHING;
  if (t->simulator.words != DAW_NOTHING) {
    simulator_roll(&t->simulator, false);
  }
  torment_run(t, 64);
}

static void
play(struct fuzzer *t, unsigned sequence, unsigned plugin)
{
  begin(t, sequence, plugins[plugin]);
  if (t->simulator.words != DAW_NOTHING) {
    simulator_roll(&t->simulator, torment_draw(t, 4));
  }
  for (unsigned block = 0; block < 16; ++block) {
    torment_block(t);
  }
  calm(t);
  const size_t first = t->simulator.stretches;
  const int64_t started = t->simulator.now;
  const uint32_t frames = 64 + torment_draw(t, 2000);
  start(t, frames);
  torment_run(t, frames);
  const bool is_advancing = *host_control(t->host, "advance") > 0.0f;
  if (is_late(t) && is_advancing) {
    pass(t, 128, 64);
  }
  const bool is_new = t->time == TORMENT_BARS || is_advancing;
  const int64_t settled = is_late(t) && is_new ? t->simulator.now : started;
  go_on(t);
  if (!plugin) {
    expect_straight(t, sequence, first, started, settled);
  }
  for (unsigned block = 0; block < 4; ++block) {
    torment_block(t);
  }
  end(t);
  torment_lift(t);
  torment_run(t, 64);
  host_free(t->host);
}

/** Say which sequence failed, and how. */
static void
expect_none(unsigned count,
            const char *what,
            unsigned sequence,
            unsigned plugin)
{
  ck_assert_msg(
    !count, "sequence %u of %s: %u %s", sequence, plugins[plugin], count, what);
}

static bool
is_same(const struct counter *a, const struct counter *b)
{
  bool is_same = a->notes == b->notes;
  for (size_t i = 0; is_same && i < a->notes; ++i) {
    const struct counter_note *const x = &a->note[i];
    const struct counter_note *const y = &b->note[i];
    is_same = x->begin == y->begin && x->end == y->end &&
              x->channel == y->channel && x->key == y->key &&
              x->velocity == y->velocity && x->program == y->program;
  }
  return is_same;
}

static void
expect_good(const struct fuzzer *t, unsigned sequence, unsigned plugin)
{
  expect_none(t->counter.sounding, "notes are stuck", sequence, plugin);
  expect_none(t->counter.doubled, "notes are doubled", sequence, plugin);
  expect_none(t->counter.unmatched, "notes end twice", sequence, plugin);
  expect_none(t->counter.disordered, "messages too late", sequence, plugin);
  expect_none(t->late, "blocks sound that should not", sequence, plugin);
  expect_none(t->strange, "samples beyond full scale", sequence, plugin);
  expect_none(!is_same(&t->counter, &fuzzer[0].counter),
              "plugins play other notes",
              sequence,
              plugin);
  expect_none(forbid_count(), forbid_first(), sequence, plugin);
}

START_TEST(whatever_a_host_does_all_three_play_what_is_due)
{
  const unsigned count = sequences() / CHUNKS;
  compared = 0;
  for (unsigned i = 0; i < count; ++i) {
    const unsigned sequence = (unsigned)_i + i * CHUNKS;
    for (unsigned plugin = 0; plugin < PLUGINS; ++plugin) {
      play(&fuzzer[plugin], sequence, plugin);
      expect_good(&fuzzer[plugin], sequence, plugin);
    }
  }
  /* Enough to mean something; a few sequences alone may meet mostly rests. */
  ck_assert_uint_ge(compared, count < 10 ? count : count * 5);
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
  tcase_add_loop_test(
    tcase, whatever_a_host_does_all_three_play_what_is_due, 0, CHUNKS);
  if (forbid_works()) {
    tcase_add_test(tcase, what_is_forbidden_is_noticed);
  }
  suite_add_tcase(suite, tcase);
  return suite;
}
