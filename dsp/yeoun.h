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
#include "music/audio.h"
#include "music/message.h"
#include "music/mood.h"
#include "music/palette.h"
#include "music/score.h"
#include "music/theme.h"
#include "play/apply.h"
#include "play/position.h"
#include "sound/sound.h"

enum yeoun_advance {
  YEOUN_ADVANCE_HOLD,    /**< the same variation every time round */
  YEOUN_ADVANCE_NEXT,    /**< the next one each time round */
  YEOUN_ADVANCE_SHUFFLE, /**< a different one, by the bar number's own draw */
};

/** MIDI controllers that carry the swell within held notes. */
enum yeoun_expression {
  YEOUN_EXPRESSION_OFF,
  YEOUN_EXPRESSION_CC11,     /**< expression */
  YEOUN_EXPRESSION_CC1_CC11, /**< modulation wheel too */
};

/** All controls, already clamped and in their own units. */
struct yeoun_controls {
  struct yeoun_theme theme;     /**< of the controls, played or written */
  bool is_learning;             /**< keys become the theme */
  float weight[YEOUN_POLES];    /**< 0..1 */
  float trim[YEOUN_TRIMS];      /**< -1..+1 */
  float intensity, space;       /**< 0..1 */
  uint16_t variation, bars;     /**< 0..999; 1..32 */
  float distance;               /**< 0..1 */
  uint8_t form, advance, apply; /**< their enums */
  uint8_t theme_take;           /**< 0..99 */
  uint8_t harmony_take;         /**< 0..99 */
  uint8_t take[YEOUN_LANES];    /**< 0..99 */
  uint8_t palette;              /**< enum yeoun_palette */
  uint8_t remix;                /**< enum yeoun_palette; auto = none */
  uint8_t instrument[YEOUN_LANES];
  float lane_db[YEOUN_LANES];       /**< -60..+6 */
  bool is_muted[YEOUN_LANES];       /**< neither sounds nor is sent */
  float level_db;                   /**< -60..+6 */
  float warmth;                     /**< -1..+1 */
  float korean, ambience, humanize; /**< 0..1 */
  float depth;                      /**< 0..1, of the stage */
  uint8_t expression;               /**< enum yeoun_expression */
  bool is_own_time;                 /**< sync = own */
  float tempo_bpm;                  /**< 0 = the mood's own, else 20..300 */
  struct yeoun_meter meter; /**< {0, 0} = the host's, or the mood's own */
  bool is_auditioning;      /**< play while the host's transport stands */
  bool has_ending;
  bool is_enabled; /**< lv2:enabled */
  uint8_t ranges;  /**< 0..YEOUN_RANGES */
  struct yeoun_bar_range range[YEOUN_RANGES];
  bool has_request;             /**< what follows is played as it is: */
  struct yeoun_request request; /**< in place of all above that it holds, in its
                                     own metre; advance should be hold */
};

/** Whether two settings are the same, member by member. Any thread. */
YEOUN_AUDIO bool
yeoun_controls_equal(const struct yeoun_controls *a,
                     const struct yeoun_controls *b);

/** What an interface or an output port shows. */
struct yeoun_state {
  float identity;     /**< of the variation that sounds */
  float bar;          /**< in the variation, from 1; 0 while there is none */
  float position;     /**< 0..1 in the variation */
  float tempo_bpm;    /**< quarter notes a minute that the mood asks for */
  uint16_t variation; /**< that sounds */
  bool is_playing;
  uint32_t serial; /**< changes whenever another performance sounds */
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
