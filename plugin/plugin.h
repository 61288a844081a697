// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* One instance of a plugin, by the thread that owns each part. */

#ifndef YEOUN_PLUGIN_H
#define YEOUN_PLUGIN_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include <lv2/atom/atom.h>
#include <lv2/atom/forge.h>
#include <lv2/core/lv2.h>
#include <lv2/log/logger.h>
#include <lv2/state/state.h>
#include <lv2/worker/worker.h>

#include "events.h"
#include "locks.h"
#include "mailbox.h"
#include "memory.h"
#include "music/audio.h"
#include "ports.h"
#include "shelf_bytes.h"
#include "store.h"
#include "uris.h"
#include "yeoun.h"

/** Frames that are rendered at once: what happens in a long block happens
    within this many frames of where it belongs. */
#define YEOUN_STRETCH 512

/** Bytes of the longest answer to an interface: a name, a theme and some
    shorter texts. */
#define YEOUN_ANSWER 4096

/** What the host connected; any may be NULL. */
struct ports {
  const LV2_Atom_Sequence *events_in;
  LV2_Atom_Sequence *events_out;
  float *control[YEOUN_CONTROLS];
  float *audio[2 * YEOUN_STEMS];
};

/** Touched by run(), work_response() and, while these cannot run, activate().
 */
struct audio {
  struct yeoun_output out;    /**< of this block */
  struct yeoun_open open;     /**< what goes out and has not ended */
  struct yeoun_theme theme;   /**< of the control ports */
  bool is_theme_known;        /**< that theme is of a run before this one */
  bool is_learning;           /**< of the control port */
  uint16_t variation;         /**< of the control port */
  uint8_t take[YEOUN_LANES];  /**< of the control ports */
  struct yeoun_memory memory; /**< what is played, written and kept */
  struct yeoun_theme learned; /**< the last that the engine reported */
  bool is_inline;             /**< the host freewheels */
  bool is_report_due;
  bool is_shelf_watched; /**< somebody asked what is kept */
  uint32_t kept_due;     /**< set of the places that are to be told */
  char error[YEOUN_EXPLANATION_SIZE + 32]; /**< of what was written last */
  union {
    LV2_Atom atom;
    uint8_t bytes[YEOUN_ANSWER];
  } answer;
  uint32_t serial; /**< of the performance last described */
  LV2_Atom_Forge forge;
  float spare[2 * YEOUN_STEMS + 2]
             [YEOUN_STRETCH]; /**< for what is unconnected */
};

/** A thread of our own, for hosts that offer no worker. */
struct composer {
  pthread_t thread;
  atomic_bool is_over; /**< it is to end */
  bool is_there;
};

struct plugin {
  /* What it is */
  enum yeoun_kind kind;
  struct yeoun_uris uris;
  LV2_Worker_Schedule schedule; /**< schedule_work is NULL without a worker */
  LV2_Log_Logger logger;        /**< to stderr when the host has no log */
  struct yeoun_engine *engine;

  /* Who owns what */
  struct ports port;
  struct audio audio;
  struct composer composer;
  struct yeoun_memory memory;    /**< touched by save() and restore() alone */
  struct yeoun_memory draft;     /**< the same: while it is read */
  struct yeoun_shelf_desk desk;  /**< the same */
  struct yeoun_store store;      /**< restore() puts, whoever composes takes */
  struct yeoun_mailbox restored; /**< restore() -> run() */
  struct yeoun_mailbox played;   /**< run() -> save() */
};

/** Tell the engine what the ports say. Audio thread. */
YEOUN_AUDIO void
yeoun_plugin_read(struct plugin *self);

/** The theme in force: written, played or of the ports, whichever was last.
    Audio thread. */
YEOUN_AUDIO const struct yeoun_theme *
yeoun_plugin_theme(const struct plugin *self);

/** Run one block. Audio thread. */
YEOUN_AUDIO void
yeoun_plugin_run(struct plugin *self, uint32_t frames);

/** Have composed what the engine wants, here when the host freewheels, else in
    the host's worker or in our own thread; and take what is ready.
    Audio thread. */
YEOUN_AUDIO void
yeoun_worker_serve(struct plugin *self);

/** Begin our own thread where the host offers no worker. Should that fail, all
    is composed in run(). Any thread but audio. */
void
yeoun_worker_begin(struct plugin *self);

/** End it. Any thread but audio. */
void
yeoun_worker_end(struct plugin *self);

/** LV2_WORKER__interface. */
extern const LV2_Worker_Interface yeoun_worker_interface;

/** LV2_STATE__interface. */
extern const LV2_State_Interface yeoun_state_interface;

/** Answer patch:Get, obey patch:Set. Audio thread.
    @param frame  of the event and of the answer */
YEOUN_AUDIO void
yeoun_patch_receive(struct plugin *self,
                    uint32_t frame,
                    const LV2_Atom *object);

/** Send a description of what sounds, if that is new. Audio thread. */
YEOUN_AUDIO void
yeoun_patch_report(struct plugin *self, uint32_t frame);

/** Append the value of a property; false, and nothing, of one that is not ours.
    Audio thread. */
YEOUN_AUDIO bool
yeoun_patch_write(struct plugin *self, LV2_URID property);

/** Set a property. What cannot be read or done changes nothing and leaves its
    reason in audio.error. Audio thread.
    @param value  NULL, or of any type */
YEOUN_AUDIO void
yeoun_patch_set(struct plugin *self, LV2_URID property, const LV2_Atom *value);

/** What sounds, as it would be kept; false while nothing does. Audio thread. */
YEOUN_AUDIO bool
yeoun_plugin_sounding(struct plugin *self, struct yeoun_kept *kept);

/** After a change of the memory: have it saved with the session, and told.
    Audio thread. */
YEOUN_AUDIO void
yeoun_plugin_remember(struct plugin *self);

#endif
