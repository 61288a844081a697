// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "yeoun.h"

#include "compose/scratch.h"
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

/* While the music plays, a knob that turns asks for a new variation at most so
   often. */
#define PATIENCE_S 0.02

/* Levels are measured for so long after somebody looked. */
#define MEASURE_S 2.0

/** What a slot holds, or is to. */
struct content {
  struct yeoun_request request;
  uint16_t variation; /**< of the controls when it was asked for */
  bool is_ready;
};

/** What composing and performing need: one for each thread that may do it. */
struct maker {
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
  struct yeoun_request wish; /**< of the controls alone */
  bool has_controls;

  /* What it remembers; the audio thread's */
  struct yeoun_player player;
  struct yeoun_keys keys;
  struct yeoun_learn learn;
  struct content content[YEOUN_SLOTS];
  struct yeoun_request now;   /**< that should sound in this round */
  struct yeoun_request later; /**< and in the next */
  bool is_astray;         /**< what sounds is not what should since a jump */
  double patience_frames; /**< until a knob may ask again */
  double measure_frames;  /**< until nobody looks at the levels any more */

  struct maker here; /**< of a freewheeling host's audio thread */

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
  engine->patience_frames = 0.0;
  /* Nothing sounds any more that could go on to its bar. */
  engine->is_astray = true;
  if (engine->sound) {
    yeoun_sound_reset(engine->sound);
  }
}

/* Level of the most intense against the middle. */
#define INTENSITY_DB 3.0F

static void
set_mix(struct yeoun_engine *engine)
{
  const struct yeoun_controls *const controls = &engine->controls;
  struct yeoun_mix mix = {.level_db = 0.0F};
  memcpy(mix.lane_db, controls->lane_db, sizeof(mix.lane_db));
  memcpy(mix.weight, engine->wish.mood.weight, sizeof(mix.weight));
  /* Composing takes its time; level follows the emotional graph at once. */
  mix.level_db =
    controls->level_db + INTENSITY_DB * (2.0F * controls->intensity - 1.0F);
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
  engine->controls = *controls;
  engine->has_controls = true;
  yeoun_request_read(controls, &engine->wish);
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
         engine->wish.mood.weight,
         sizeof(engine->player.remix.weight));
  set_mix(engine);
}

/** How often the form went round, by the host's bars where there are any. */
static int64_t
find_round(const struct yeoun_engine *engine, struct yeoun_meter meter)
{
  const struct yeoun_player *const player = &engine->player;
  const struct yeoun_transport *const transport = &player->transport;
  const bool is_own = transport->time == YEOUN_TIME_OWN ||
                      engine->controls.is_own_time || !transport->is_told;
  if (!is_own && !meter.unit) {
    return 0; /* asked whole in the mood's own metre: held, so all are one */
  }
  if (is_own) {
    return player->performance && transport->time == YEOUN_TIME_OWN
             ? yeoun_player_round(player, player->performance->length)
             : 0;
  }
  return yeoun_player_round(player, engine->wish.bars * yeoun_bar_ticks(meter));
}

/** Find out what should sound now and in the next round. */
static void
find_wishes(struct yeoun_engine *engine)
{
  const uint8_t advance = engine->controls.advance;
  const uint16_t variation = engine->wish.variation;
  engine->now = engine->wish;
  yeoun_request_time(
    &engine->controls, &engine->player.transport, &engine->now);
  const int64_t round = find_round(engine, engine->now.meter);
  engine->later = engine->now;
  engine->now.variation = yeoun_request_variation(advance, variation, round);
  engine->later.variation =
    yeoun_request_variation(advance, variation, round + 1);
}

/** The slot that holds a request, or YEOUN_NO_SLOT. */
static int
find_slot(const struct yeoun_engine *engine,
          const struct yeoun_request *request)
{
  for (int i = 0; i < YEOUN_SLOTS; ++i) {
    if (engine->content[i].is_ready &&
        yeoun_request_equal(&engine->content[i].request, request)) {
      return i;
    }
  }
  return YEOUN_NO_SLOT;
}

static int
slot_of(const struct yeoun_engine *engine,
        const struct yeoun_performance *performance)
{
  return performance ? (int)(performance - engine->handover.slot)
                     : YEOUN_NO_SLOT;
}

/** Whether only time made this request from what sounds: another round, or
    another metre of the host. */
static bool
is_by_time(const struct yeoun_engine *engine, const struct content *sounding)
{
  struct yeoun_request request = engine->now;
  const struct yeoun_meter meter = sounding->request.meter;
  const bool is_meter =
    !engine->controls.meter.beats &&
    engine->player.transport.time == YEOUN_TIME_HOST &&
    (request.meter.beats != meter.beats || request.meter.unit != meter.unit);
  request.variation = sounding->request.variation;
  return is_meter || (yeoun_request_equal(&request, &sounding->request) &&
                      sounding->variation == engine->wish.variation);
}

/** Where what should sound now takes over. */
static enum yeoun_place
find_place(const struct yeoun_engine *engine)
{
  static const uint8_t places[] = {
    YEOUN_PLACE_NOW, YEOUN_PLACE_BEAT, YEOUN_PLACE_BAR, YEOUN_PLACE_PHRASE};
  const int slot = slot_of(engine, engine->player.performance);
  if (slot == YEOUN_NO_SLOT || engine->is_astray ||
      is_by_time(engine, &engine->content[slot])) {
    return YEOUN_PLACE_NOW;
  }
  if (engine->controls.is_learning &&
      !yeoun_theme_equal(&engine->content[slot].request.theme,
                         &engine->now.theme)) {
    return YEOUN_PLACE_BAR;
  }
  return (enum yeoun_place)places[engine->controls.apply % 4];
}

/** Whether what should sound now would take over where the next round begins,
    which is to be another: then it is too late for this round. */
static bool
is_turning(const struct yeoun_engine *engine)
{
  return !yeoun_request_equal(&engine->now, &engine->later) &&
         yeoun_player_turns(&engine->player, find_place(engine));
}

/** Tell the player what comes next. What is newer but not ready yet leaves in
    place what was ready before. */
static void
direct(struct yeoun_engine *engine)
{
  struct yeoun_player *const player = &engine->player;
  find_wishes(engine);
  const int slot = find_slot(engine, &engine->now);
  const int next = find_slot(engine, &engine->later);
  const int sounding = slot_of(engine, player->performance);
  engine->is_astray |= player->jumps != player->transport.jumps;
  engine->is_astray &= slot == YEOUN_NO_SLOT || slot != sounding;
  if ((slot == YEOUN_NO_SLOT || slot != sounding) && is_turning(engine)) {
    if (next != YEOUN_NO_SLOT) {
      yeoun_player_queue(
        player, &engine->handover.slot[next], YEOUN_PLACE_ROUND);
    }
    return;
  }
  if (slot == YEOUN_NO_SLOT) {
    return;
  }
  if (slot != sounding) {
    yeoun_player_queue(
      player, &engine->handover.slot[slot], find_place(engine));
    return;
  }
  yeoun_player_queue(
    player,
    next == YEOUN_NO_SLOT || next == slot ? NULL : &engine->handover.slot[next],
    YEOUN_PLACE_ROUND);
}

/** A slot that neither sounds, waits nor is shared; rather one that is of no
    more use. There is always one. */
static int
free_slot(const struct yeoun_engine *engine)
{
  const int sounding = slot_of(engine, engine->player.performance);
  const int waiting = slot_of(engine, engine->player.next);
  const int shared = yeoun_handover_shared(&engine->handover);
  const int now = find_slot(engine, &engine->now);
  int best = YEOUN_NO_SLOT;
  for (int i = 0; i < YEOUN_SLOTS; ++i) {
    if (i != sounding && i != waiting && i != shared &&
        (best == YEOUN_NO_SLOT || i != now)) {
      best = i;
    }
  }
  return best;
}

/** The request that is wanted and not there, or NULL. */
static const struct yeoun_request *
find_wanted(struct yeoun_engine *engine)
{
  direct(engine);
  if (find_slot(engine, &engine->now) == YEOUN_NO_SLOT && !is_turning(engine)) {
    return &engine->now;
  }
  return find_slot(engine, &engine->later) == YEOUN_NO_SLOT ? &engine->later
                                                            : NULL;
}

/** Whether it may be asked for already. */
static bool
is_due(const struct yeoun_engine *engine)
{
  const int sounding = slot_of(engine, engine->player.performance);
  return sounding == YEOUN_NO_SLOT || engine->player.is_standing ||
         engine->is_astray ||
         engine->player.jumps != engine->player.transport.jumps ||
         is_by_time(engine, &engine->content[sounding]) ||
         engine->patience_frames <= 0.0;
}

/** A slot that is to be filled. */
static int
open_slot(struct yeoun_engine *engine, const struct yeoun_request *request)
{
  const int slot = free_slot(engine);
  engine->patience_frames = PATIENCE_S * engine->rate;
  engine->content[slot] =
    (struct content){.request = *request, .variation = engine->wish.variation};
  return slot;
}

/** Take what the other thread made. */
static void
take(struct yeoun_engine *engine)
{
  const int slot = yeoun_handover_take(&engine->handover);
  if (slot != YEOUN_NO_SLOT) {
    engine->content[slot].is_ready = true;
    direct(engine);
  }
}

bool
yeoun_engine_ask(struct yeoun_engine *engine)
{
  take(engine);
  if (yeoun_handover_shared(&engine->handover) != YEOUN_NO_SLOT) {
    return false;
  }
  const struct yeoun_request *const wanted = find_wanted(engine);
  if (!wanted || !is_due(engine)) {
    return false;
  }
  yeoun_handover_ask(&engine->handover, open_slot(engine, wanted));
  return true;
}

void
yeoun_engine_withdraw(struct yeoun_engine *engine)
{
  if (yeoun_handover_withdraw(&engine->handover)) {
    engine->patience_frames = 0.0;
  }
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
    yeoun_compose(request, &maker->compose_scratch, score);
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
       &engine->content[handover->shared].request,
       &engine->there,
       &handover->slot[handover->shared]);
  yeoun_handover_publish(handover);
  return true;
}

void
yeoun_engine_compose_here(struct yeoun_engine *engine)
{
  take(engine);
  /* What the other thread has not begun is ours again. What it has, goes on
     there into a slot of its own. */
  yeoun_handover_withdraw(&engine->handover);
  for (;;) {
    const struct yeoun_request *const wanted = find_wanted(engine);
    if (!wanted || !is_due(engine)) {
      return;
    }
    const int slot = open_slot(engine, wanted);
    make(engine,
         &engine->content[slot].request,
         &engine->here,
         &engine->handover.slot[slot]);
    engine->content[slot].is_ready = true;
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
  if (stretch->engine->sound) {
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
  direct(engine);
  yeoun_player_follow(&engine->player, &through);
  yeoun_keys_play(&engine->keys, &engine->player.tracker, &through);
  yeoun_player_run(&engine->player, frames, &through);
  render(&stretch, frames);
  yeoun_learn_advance(&engine->learn, frames);
  engine->patience_frames -= frames;
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
                              .is_playing =
                                player->transport.time != YEOUN_TIME_STANDS};
  if (performance) {
    const float tick = (float)yeoun_player_tick(player);
    state.identity = performance->identity;
    state.bar =
      1.0F + (float)(int)(tick / (float)yeoun_bar_ticks(performance->meter));
    state.position = tick / (float)performance->length;
    state.tempo_bpm = performance->tempo_bpm;
    state.variation =
      engine->content[slot_of(engine, performance)].request.variation;
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
  const int slot = slot_of(engine, engine->player.performance);
  return slot == YEOUN_NO_SLOT ? NULL : &engine->content[slot].request;
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
