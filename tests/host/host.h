// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A small LV2 host over lilv, for tests of the built bundle. */

#ifndef YEOUN_TESTS_HOST_HOST_H
#define YEOUN_TESTS_HOST_HOST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lilv/lilv.h>
#include <lv2/atom/atom.h>
#include <lv2/state/state.h>
#include <lv2/urid/urid.h>
#include <lv2/worker/worker.h>

#define HOST_FRAMES 8192 /**< of the longest block */
#define HOST_AUDIO 14    /**< audio ports of the plugin that has most */
#define HOST_EVENTS 65536

/** Where work() runs. */
enum host_worker {
  HOST_WORKER_NONE,    /**< the host offers none, and freewheels */
  HOST_WORKER_BETWEEN, /**< between two blocks */
  HOST_WORKER_AT_ONCE, /**< within schedule_work() */
  HOST_WORKER_NEVER,   /**< it is offered, and never comes to it */
  HOST_WORKER_OWN, /**< the host offers none: the plugin's own thread, in its
                        own time */
};

/** The bundles under test; one for each program. */
struct host_world {
  LilvWorld *world;
  LV2_URID_Map map;
  LV2_URID_Unmap unmap;
};

/** Time as a host tells it; what is negative is not told. */
struct host_time {
  double bar, bar_beat, beats_per_bar, beat_unit, bpm, speed, frame;
};

/** One plugin at work. */
struct host {
  struct host_world *world;
  const LilvPlugin *plugin;
  LilvInstance *instance;
  enum host_worker worker;
  const LV2_Worker_Interface *work;
  LV2_Worker_Schedule schedule;
  unsigned work_due, answers_due;
  uint32_t ports, audio_ports;
  float *control; /**< a value a port */
  float *audio[HOST_AUDIO];
  LV2_Atom_Sequence *in, *out; /**< of HOST_EVENTS bytes */
  uint32_t out_capacity;       /**< bytes of the body that the plugin may use */
};

/** A MIDI message that the plugin sent. */
struct host_midi {
  uint32_t frame;
  uint8_t byte[3];
};

/** The number of a URI. Any thread. */
LV2_URID
host_urid(const char *uri);

/** Say what is wrong and abort. */
_Noreturn void
host_fail(const char *what, const char *which);

/** Load the bundles of the environment variable YEOUN_LV2. Aborts on failure:
    without them no test means anything. */
struct host_world
host_world_new(void);

/** Load one bundle more. */
void
host_world_add(struct host_world *world, const char *folder, const char *name);

void
host_world_free(struct host_world *world);

/** Instantiate, connect and activate, with all controls at their defaults. */
struct host *
host_new(struct host_world *world,
         const char *uri,
         double rate,
         enum host_worker worker);

void
host_free(struct host *host);

/** A control by its symbol. Aborts when there is none. */
float *
host_control(struct host *host, const char *symbol);

/** Add an event to the next block, in order of frame. */
void
host_event(struct host *host, uint32_t frame, const LV2_Atom *atom);

void
host_midi(struct host *host, uint32_t frame, uint8_t a, uint8_t b, uint8_t c);

void
host_position(struct host *host, uint32_t frame, const struct host_time *time);

/** patch:Set of a property as text. */
void
host_set(struct host *host,
         uint32_t frame,
         const char *property,
         const char *text);

/** patch:Set of the theme as text. */
void
host_theme(struct host *host, uint32_t frame, const char *text);

/** patch:Set of the shelf as text. */
void
host_shelf(struct host *host, uint32_t frame, const char *text);

/** A program change. */
void
host_program(struct host *host, uint32_t frame, uint8_t program);

/** patch:Get of a property, or of all when that is NULL. */
void
host_ask(struct host *host, uint32_t frame, const char *property);

/** One block: prepare, run and work. */
void
host_run(struct host *host, uint32_t frames);

/** Offer the plugin the room that it may write events to. */
void
host_prepare(struct host *host);

/** Empty the input, run what is due in the worker, and bring its answers. */
void
host_work(struct host *host);

/** The MIDI of the last block: up to `size` messages; returns how many. */
size_t
host_sent(const struct host *host, struct host_midi *midi, size_t size);

/** What the plugin said in the last block, by patch:Put or patch:Set, about a
    property whose value is a string; NULL when it said nothing. */
const char *
host_told(const struct host *host, const char *property);

/** The body of the last patch:Put of the last block whose type this is, or
    NULL; a type of NULL is none. */
const LV2_Atom_Object *
host_put(const struct host *host, const char *type);

/** The value of the last patch:Set of a property in the last block, or NULL. */
const LV2_Atom *
host_answer(const struct host *host, const char *property);

/** The value of a property of an object, or NULL. */
const LV2_Atom *
host_value(const LV2_Atom_Object *object, const char *property);

/** All presets of a plugin; free with lilv_nodes_free(). */
LilvNodes *
host_presets(const struct host *host);

/** Set all that a preset sets. Returns false when it cannot be loaded. */
bool
host_preset(struct host *host, const LilvNode *preset);

/** The state as text; free() it. */
char *
host_save(struct host *host);

/** Restore controls and all else from host_save(). */
void
host_restore(struct host *host, const char *text);

#endif
