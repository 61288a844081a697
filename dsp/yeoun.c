// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "yeoun.h"

#include "compose/scratch.h"
#include "director.h"
#include "music/remix.h"
#include "perform/perform.h"
#include "perform/scratch.h"
#include "play/handover.h"
#include "play/keys.h"
#include "play/learn.h"
#include "play/player.h"
#include "request_read.h"

#include <stdlib.h>
#include <string.h>

/* Levels are measured for so long after somebody looked. */
#define MEASURE_S 2.0

/** What composing and performing need: one for each thread that may do it. */
struct maker {
  struct yeoun_request made; /**< what was composed last, */
  bool has_made;             /**< if something was */
  struct yeoun_score score;
  struct yeoun_compose_scratch compose_scratch;
  struct yeoun_perform_scratch perform_scratch;
};

struct yeoun_engine {
  /* What it is */
  struct yeoun_sound *sound; /**< NULL: notes only */
  double rate;
  struct yeoun_source source;

  /* What it is told */
  struct yeoun_controls controls;
  bool has_controls;

  /* What it remembers; the audio thread's */
  struct yeoun_player player;
  struct yeoun_keys keys;
  struct yeoun_learn learn;
  struct yeoun_director director;
  double measure_frames; /**< until nobody looks at the levels any more */
  struct maker here;     /**< of a freewheeling host's audio thread */

  /* The other thread's */
  struct maker there;

  /* Both threads' */
  struct yeoun_handover handover;
};

struct yeoun_engine *
yeoun_engine_new(double rate, bool has_sound)
{
  struct yeoun_engine *const engine =
    (struct yeoun_engine *)calloc(1, sizeof(*engine));
  if (!engine) {
    return NULL;
  }
  engine->sound = has_sound ? yeoun_sound_new(rate) : NULL;
  if (has_sound && !engine->sound) {
    free(engine);
    return NULL;
  }
  engine->rate = rate;
  yeoun_player_init(&engine->player, rate);
  yeoun_keys_init(&engine->keys);
  yeoun_learn_init(&engine->learn, rate);
  yeoun_handover_init(&engine->handover);
  yeoun_director_init(&engine->director, &engine->controls);
  /* Silent until the controls are set: their defaults are the plugin's. */
  const struct yeoun_controls controls = {.theme = yeoun_theme_default(),
                                          .bars = 1};
  yeoun_engine_set_controls(engine, &controls);
  return engine;
}

void
yeoun_engine_free(struct yeoun_engine *engine)
{
  if (engine) {
    yeoun_sound_free(engine->sound);
    free(engine);
  }
}

void
yeoun_engine_set_source(struct yeoun_engine *engine,
                        const struct yeoun_source *source)
{
  engine->source = *source;
}

void
yeoun_engine_reset(struct yeoun_engine *engine)
{
  yeoun_player_reset(&engine->player);
  yeoun_keys_lift(&engine->keys);
  if (engine->sound) {
    yeoun_sound_reset(engine->sound);
  }
}

/* Level of the most intense against the middle. */
#define INTENSITY_DB 3.0f

static void
set_mix(struct yeoun_engine *engine)
{
  const struct yeoun_controls *const controls = &engine->controls;
  struct yeoun_mix mix = {.level_db = 0.0f};
  memcpy(mix.lane_db, controls->lane_db, sizeof(mix.lane_db));
  memcpy(mix.weight, engine->director.wish.mood.weight, sizeof(mix.weight));
  /* Composing takes its time; level follows the emotional graph at once. */
  mix.level_db =
    controls->level_db + INTENSITY_DB * (2.0f * controls->intensity - 1.0f);
  mix.ambience = controls->ambience;
  mix.depth = controls->depth;
  mix.warmth = controls->warmth;
  mix.palette = controls->remix ? controls->remix : controls->palette;
  if (engine->sound) {
    yeoun_sound_set_mix(engine->sound, &mix);
  }
}

void
yeoun_engine_set_controls(struct yeoun_engine *engine,
                          const struct yeoun_controls *controls)
{
  if (engine->has_controls &&
      yeoun_controls_equal(controls, &engine->controls)) {
    return;
  }
  const bool had_programs = engine->controls.sends_programs;
  engine->controls = *controls;
  engine->has_controls = true;
  yeoun_director_heed(&engine->director);
  const struct yeoun_sync sync = {.is_enabled = controls->is_enabled,
                                  .is_own_time = controls->is_own_time,
                                  .is_auditioning = controls->is_auditioning,
                                  .own_tempo_bpm = (double)controls->tempo_bpm};
  yeoun_transport_set_sync(&engine->player.transport, &sync);
  if (!controls->is_enabled) {
    yeoun_keys_lift(&engine->keys);
  }
  memcpy(engine->player.is_muted,
         controls->is_muted,
         sizeof(engine->player.is_muted));
  engine->player.repeats = controls->advance == YEOUN_ADVANCE_HOLD;
  engine->player.remix.palette = controls->remix;
  memcpy(engine->player.remix.weight,
         engine->director.wish.mood.weight,
         sizeof(engine->player.remix.weight));
  engine->player.controllers.has_expression =
    controls->expression != YEOUN_EXPRESSION_OFF;
  engine->player.controllers.has_dynamics =
    controls->expression == YEOUN_EXPRESSION_CC1_CC11;
  engine->player.are_programs_due |= controls->sends_programs && !had_programs;
  set_mix(engine);
}

/** Take what the other thread made, and decide what is due. */
static void
look(struct yeoun_engine *engine)
{
  const int slot = yeoun_handover_take(&engine->handover);
  if (slot != YEOUN_NO_SLOT) {
    engine->director.content[slot].is_ready = true;
  }
  yeoun_director_look(&engine->director, &engine->handover, &engine->player);
}

static int
open_slot(struct yeoun_engine *engine, const struct yeoun_request *request)
{
  return yeoun_director_open(
    &engine->director, &engine->handover, &engine->player, request);
}

/** Whether the shared slot is to be filled with a request. */
static bool
is_shared(const struct yeoun_engine *engine,
          const struct yeoun_request *request)
{
  const int shared = yeoun_handover_shared(&engine->handover);
  return shared != YEOUN_NO_SLOT &&
         yeoun_request_sounds_equal(&engine->director.content[shared].request,
                                    request);
}

bool
yeoun_engine_ask(struct yeoun_engine *engine)
{
  struct yeoun_request request;
  look(engine);
  if (!yeoun_director_wants(
        &engine->director, &engine->player, true, &request) ||
      is_shared(engine, &request)) {
    return false;
  }
  /* What nobody has begun may give way to what is wanted now. */
  yeoun_handover_withdraw(&engine->handover);
  if (yeoun_handover_shared(&engine->handover) != YEOUN_NO_SLOT) {
    return false;
  }
  yeoun_handover_ask(&engine->handover, open_slot(engine, &request));
  return true;
}

void
yeoun_engine_withdraw(struct yeoun_engine *engine)
{
  yeoun_handover_withdraw(&engine->handover);
}

/** Compose, or only take away and give back what intensity and space do. */
static void
compose(const struct yeoun_request *request, struct maker *maker)
{
  if (maker->has_made && yeoun_request_is_thinned(request, &maker->made)) {
    yeoun_compose_again(request, &maker->compose_scratch, &maker->score);
    return;
  }
  yeoun_compose(request, &maker->compose_scratch, &maker->score);
  maker->made = *request;
  maker->has_made = true;
}

static void
make(struct yeoun_engine *engine,
     const struct yeoun_request *request,
     struct maker *maker,
     struct yeoun_performance *performance)
{
  const struct yeoun_source *const source = &engine->source;
  struct yeoun_score *const score = &maker->score;
  if (!request->kept || !source->find ||
      !source->find(source->handle, request->kept, score)) {
    compose(request, maker);
  }
  yeoun_perform(score,
                &request->mood,
                score->tempo_bpm,
                request->humanize,
                yeoun_request_seed(request),
                &maker->perform_scratch,
                performance);
  yeoun_reach_measure(performance);
}

bool
yeoun_engine_compose(struct yeoun_engine *engine)
{
  struct yeoun_handover *const handover = &engine->handover;
  if (!yeoun_handover_begin(handover)) {
    return false;
  }
  make(engine,
       &engine->director.content[handover->shared].request,
       &engine->there,
       &handover->slot[handover->shared]);
  yeoun_handover_publish(handover);
  return true;
}

void
yeoun_engine_compose_here(struct yeoun_engine *engine)
{
  struct yeoun_request request;
  look(engine);
  /* What the other thread has not begun is ours again. What it has, goes on
     there into a slot of its own. */
  yeoun_handover_withdraw(&engine->handover);
  if (yeoun_director_wants(
        &engine->director, &engine->player, false, &request)) {
    const int slot = open_slot(engine, &request);
    make(engine, &request, &engine->here, &engine->handover.slot[slot]);
    engine->director.content[slot].is_ready = true;
    look(engine);
  }
}

void
yeoun_engine_locate(struct yeoun_engine *engine,
                    const struct yeoun_position *position)
{
  yeoun_transport_locate(&engine->player.transport, position);
}

void
yeoun_engine_midi(struct yeoun_engine *engine,
                  const uint8_t *bytes,
                  uint32_t size)
{
  if (engine->controls.is_enabled) {
    yeoun_keys_receive(&engine->keys, bytes, size);
    if (engine->controls.is_learning) {
      yeoun_learn_receive(&engine->learn, bytes, size);
    }
  }
}

/** One stretch on its way: rendered up to each message as it comes. */
struct stretch {
  struct yeoun_engine *engine;
  const struct yeoun_sink *sink;
  float *left, *right;
  float *const *stems;
  uint32_t frame; /**< of the block, where the stretch begins */
  uint32_t done;  /**< frames of the stretch that are rendered */
};

static void
render(struct stretch *stretch, uint32_t end)
{
  struct yeoun_sound *const sound = stretch->engine->sound;
  const uint32_t frames = end - stretch->done;
  float *stem[2 * YEOUN_STEMS];
  if (!sound || !frames) {
    return;
  }
  for (unsigned i = 0; stretch->stems && i < 2 * YEOUN_STEMS; ++i) {
    stem[i] = stretch->stems[i] + stretch->done;
  }
  yeoun_sound_render(sound,
                     stretch->left + stretch->done,
                     stretch->right + stretch->done,
                     stretch->stems ? stem : NULL,
                     frames);
  stretch->done = end;
}

static void
deliver(void *handle, const struct yeoun_message *message)
{
  struct stretch *const stretch = (struct stretch *)handle;
  render(stretch, message->frame);
  /* What follows are the controllers: our own voices have the swells. */
  if (stretch->engine->sound && message->kind <= YEOUN_MESSAGE_PROGRAM) {
    yeoun_sound_message(stretch->engine->sound, message);
  }
  if (stretch->sink) {
    struct yeoun_message told = *message;
    told.frame += stretch->frame;
    stretch->sink->write(stretch->sink->handle, &told);
  }
}

void
yeoun_engine_run(struct yeoun_engine *engine,
                 uint32_t frame,
                 float *left,
                 float *right,
                 float *const *stems,
                 uint32_t frames,
                 const struct yeoun_sink *sink)
{
  if (!frames) {
    return;
  }
  struct stretch stretch = {engine, sink, left, right, stems, frame, 0};
  const struct yeoun_sink through = {deliver, &stretch};
  look(engine);
  yeoun_player_follow(&engine->player, &through);
  yeoun_keys_play(&engine->keys,
                  &engine->player.tracker,
                  &engine->player.controllers,
                  &through);
  yeoun_player_run(&engine->player, frames, &through);
  render(&stretch, frames);
  yeoun_learn_advance(&engine->learn, frames);
  if (engine->measure_frames > 0.0) {
    engine->measure_frames -= frames;
    if (engine->measure_frames <= 0.0) {
      yeoun_sound_measure(engine->sound, false);
    }
  }
}

struct yeoun_state
yeoun_engine_state(const struct yeoun_engine *engine)
{
  const struct yeoun_player *const player = &engine->player;
  const struct yeoun_performance *const performance = player->performance;
  struct yeoun_state state = {.serial = player->serial,
                              .late = engine->director.late,
                              .is_playing =
                                player->transport.time != YEOUN_TIME_STANDS};
  if (performance) {
    const float tick = (float)yeoun_player_tick(player);
    state.identity = performance->identity;
    state.bar =
      1.0f + (float)(int)(tick / (float)yeoun_bar_ticks(performance->meter));
    state.position = tick / (float)performance->length;
    state.tempo_bpm = performance->tempo_bpm;
    state.variation =
      engine->director
        .content[yeoun_director_slot(&engine->handover, performance)]
        .request.variation;
  }
  return state;
}

const struct yeoun_performance *
yeoun_engine_performance(const struct yeoun_engine *engine)
{
  return engine->player.performance;
}

const struct yeoun_request *
yeoun_engine_request(const struct yeoun_engine *engine)
{
  const int slot =
    yeoun_director_slot(&engine->handover, engine->player.performance);
  return slot == YEOUN_NO_SLOT ? NULL : &engine->director.content[slot].request;
}

struct yeoun_theme
yeoun_engine_learned(const struct yeoun_engine *engine)
{
  return engine->learn.learned;
}

void
yeoun_engine_levels(struct yeoun_engine *engine, float peak[YEOUN_STEMS])
{
  memset(peak, 0, YEOUN_STEMS * sizeof(*peak));
  if (engine->sound) {
    yeoun_sound_peaks(engine->sound, peak);
    yeoun_sound_measure(engine->sound, true);
    engine->measure_frames = MEASURE_S * engine->rate;
  }
}

uint32_t
yeoun_engine_latency(const struct yeoun_engine *engine)
{
  return engine->sound ? yeoun_sound_latency(engine->sound) : 0;
}
