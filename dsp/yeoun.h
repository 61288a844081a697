// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The engine: the one object that a plugin owns. It knows all four rooms
   (compose, perform, play, sound) and the hand-over between two threads. */

#ifndef YEOUN_YEOUN_H
#define YEOUN_YEOUN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "compose/compose.h"
#include "engine_controls.h"
#include "music/audio.h"
#include "music/message.h"
#include "music/mood.h"
#include "music/palette.h"
#include "music/score.h"
#include "music/theme.h"
#include "play/apply.h"
#include "play/position.h"
#include "sound/sound.h"

/** What an interface or an output port shows. */
struct yeoun_state {
  float identity;     /**< of the variation that sounds */
  float bar;          /**< in the variation, from 1; 0 while there is none */
  float position;     /**< 0..1 in the variation */
  float tempo_bpm;    /**< quarter notes a minute that the mood asks for */
  uint16_t variation; /**< that sounds */
  bool is_playing;
  uint32_t serial; /**< changes whenever another performance sounds */
  uint32_t late;   /**< changes that were composed too late for their place */
};

struct yeoun_engine;

/** Scores that were kept: asked for the notes of a request that has a number of
    kept ones. */
struct yeoun_source {
  /** Write the score of a number, or return false: then it is composed. Called
      by whoever composes: two threads may do so at once. */
  bool (*find)(void *handle, uint32_t kept, struct yeoun_score *score);
  void *handle;
};

/** An engine, or NULL when memory fails; silent until its controls are set. Any
    thread but audio.
    @param rate  8000..192000 frames a second
    @param has_sound  false: notes only, nothing is rendered */
struct yeoun_engine *
yeoun_engine_new(double rate, bool has_sound);

/** NULL is fine. Any thread but audio. */
void
yeoun_engine_free(struct yeoun_engine *engine);

/** Where kept scores come from; without it all is composed. Before the engine
    runs. */
void
yeoun_engine_set_source(struct yeoun_engine *engine,
                        const struct yeoun_source *source);

/** Back to silence and bar 0; the composed variation is kept. Audio thread. */
YEOUN_AUDIO void
yeoun_engine_reset(struct yeoun_engine *engine);

/** Set all controls; cheap when nothing changed. Audio thread. */
YEOUN_AUDIO void
yeoun_engine_set_controls(struct yeoun_engine *engine,
                          const struct yeoun_controls *controls);

/**
   Take what was composed, and ask for what must be composed now.

   @return true when something has just been asked for: the caller has
           yeoun_engine_compose() run in another thread, or withdraws
   Audio thread.
*/
YEOUN_AUDIO bool
yeoun_engine_ask(struct yeoun_engine *engine);

/** Give up on what could not be sent: it is wanted again. Audio thread. */
YEOUN_AUDIO void
yeoun_engine_withdraw(struct yeoun_engine *engine);

/** Compose and perform what was asked for, if it still is; it is taken by the
    audio thread's next yeoun_engine_ask(), and sounds from the place that
    `apply` says. Returns whether there was anything to do. One thread at a
    time, any but audio. */
bool
yeoun_engine_compose(struct yeoun_engine *engine);

/** Take what was composed, and compose all that is wanted at once, for a host
    that freewheels: it waits for nobody, whatever the other thread does.
    Audio thread, up to some milliseconds. */
YEOUN_AUDIO void
yeoun_engine_compose_here(struct yeoun_engine *engine);

/** Tell where the host is, from this frame of the block on. Audio thread. */
YEOUN_AUDIO void
yeoun_engine_locate(struct yeoun_engine *engine,
                    const struct yeoun_position *position);

/** A MIDI message played by hand (note on, note off, pedal, all notes off);
    others are ignored. Audio thread. */
YEOUN_AUDIO void
yeoun_engine_midi(struct yeoun_engine *engine,
                  const uint8_t *bytes,
                  uint32_t size);

/**
   Run for some frames from where the last call ended.

   @param frame  of the block at which this stretch begins: added to the frames
                 of the messages that go to the sink
   @param left, right  written; may be NULL when the engine has no sound
   @param stems  NULL, or as in yeoun_sound_render()
   @param frames  any number, 0 too
   @param sink  NULL, or where all messages go

   Audio thread.
*/
YEOUN_AUDIO void
yeoun_engine_run(struct yeoun_engine *engine,
                 uint32_t frame,
                 float *left,
                 float *right,
                 float *const *stems,
                 uint32_t frames,
                 const struct yeoun_sink *sink);

/** What sounds now. Audio thread. */
YEOUN_AUDIO struct yeoun_state
yeoun_engine_state(const struct yeoun_engine *engine);

/** The performance that sounds, or NULL; valid until the next
    yeoun_engine_ask() or yeoun_engine_compose_here(). Audio thread. */
YEOUN_AUDIO const struct yeoun_performance *
yeoun_engine_performance(const struct yeoun_engine *engine);

/** The request of what sounds, or NULL; valid as long as that. Audio thread. */
YEOUN_AUDIO const struct yeoun_request *
yeoun_engine_request(const struct yeoun_engine *engine);

/** The theme that was played by hand last; chords = 0 and notes = 0 when none.
    Audio thread. */
YEOUN_AUDIO struct yeoun_theme
yeoun_engine_learned(const struct yeoun_engine *engine);

/** The largest samples of each lane and of the ambience since this was asked
    last, 0..1. They are measured for two seconds after each call, so that
   nobody pays who does not look: the first call gives silence. Audio thread. */
YEOUN_AUDIO void
yeoun_engine_levels(struct yeoun_engine *engine, float peak[YEOUN_STEMS]);

/** Latency of the audio outputs in frames. Audio thread. */
YEOUN_AUDIO uint32_t
yeoun_engine_latency(const struct yeoun_engine *engine);

#endif
