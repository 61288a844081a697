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

/** What a slot holds. */
struct content {
  struct yeoun_request request;
  uint16_t variation; /**< of the controls when it was asked for */
  bool is_ready;
};

struct yeoun_engine {
  /* What it is */
  struct yeoun_sound *sound; /**< NULL: notes only */
  double rate;
  struct yeoun_source source;

  /* What it is told */
  struct yeoun_controls controls;
  struct yeoun_request wish; /**< of the controls alone */
  struct yeoun_mix mix;
  bool has_controls;

  /* What it remembers; the audio thread's */
  struct yeoun_player player;
  struct yeoun_keys keys;
  struct yeoun_learn learn;
  struct content content[YEOUN_SLOTS];
  struct yeoun_request now;   /**< that should sound in this round */
  struct yeoun_request later; /**< and in the next */
  int under_way;              /**< slot, or YEOUN_NO_SLOT */
  bool is_astray;         /**< what sounds is not what should since a jump */
  double patience_frames; /**< until a knob may ask again */
  double measure_frames;  /**< until nobody looks at the levels any more */

  /* The maker's */
  struct yeoun_score score;
  struct yeoun_compose_scratch compose_scratch;
  struct yeoun_perform_scratch perform_scratch;

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
  engine->under_way = YEOUN_NO_SLOT;
  yeoun_player_init(&engine->player, rate);
  yeoun_keys_init(&engine->keys);
  yeoun_learn_init(&engine->learn, rate);
  yeoun_handover_init(&engine->handover);
  const struct yeoun_controls controls = {.theme = yeoun_theme_default(),
                                          .weight = {1.0F, 0.0F, 0.0F},
                                          .intensity = 0.5F,
                                          .space = 0.3F,
                                          .variation = 1,
                                          .bars = 8,
                                          .distance = 0.35F,
                                          .apply = YEOUN_APPLY_BAR,
                                          .ambience = 0.35F,
                                          .humanize = 0.5F,
                                          .depth = 0.5F,
                                          .is_enabled = true};
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
  struct yeoun_mix mix;
  memset(&mix, 0, sizeof(mix));
  memcpy(mix.lane_db, controls->lane_db, sizeof(mix.lane_db));
  memcpy(mix.weight, engine->wish.mood.weight, sizeof(mix.weight));
  /* Composing takes its time; level follows the emotional graph at once. */
  mix.level_db =
    controls->level_db + INTENSITY_DB * (2.0F * controls->intensity - 1.0F);
  mix.ambience = controls->ambience;
  mix.depth = controls->depth;
  mix.warmth = controls->warmth;
  mix.palette = controls->remix ? controls->remix : controls->palette;
  if (engine->sound && memcmp(&mix, &engine->mix, sizeof(mix))) {
    engine->mix = mix;
    yeoun_sound_set_mix(engine->sound, &mix);
  }
}

void
yeoun_engine_set_controls(struct yeoun_engine *engine,
                          const struct yeoun_controls *controls)
{
  if (engine->has_controls &&
      !memcmp(controls, &engine->controls, sizeof(*controls))) {
    return;
  }
  memcpy(&engine->controls, controls, sizeof(*controls));
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
  memcpy(&engine->now, &engine->wish, sizeof(engine->now));
  yeoun_request_time(
    &engine->controls, &engine->player.transport, &engine->now);
  const int64_t round = find_round(engine, engine->now.meter);
  memcpy(&engine->later, &engine->now, sizeof(engine->later));
  engine->now.variation = yeoun_request_variation(advance, variation, round);
  engine->later.variation =
    yeoun_request_variation(advance, variation, round + 1);
}

static bool
is_same(const struct yeoun_request *a, const struct yeoun_request *b)
{
  return !memcmp(a, b, sizeof(*a));
}

/** The slot that holds a request, or YEOUN_NO_SLOT. */
static int
find_slot(const struct yeoun_engine *engine,
          const struct yeoun_request *request)
{
  for (int i = 0; i < YEOUN_SLOTS; ++i) {
    if (engine->content[i].is_ready &&
        is_same(&engine->content[i].request, request)) {
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
  struct yeoun_request request;
  memcpy(&request, &engine->now, sizeof(request));
  const bool is_meter =
    !engine->controls.meter.beats &&
    engine->player.transport.time == YEOUN_TIME_HOST &&
    memcmp(&request.meter, &sounding->request.meter, sizeof(request.meter));
  request.variation = sounding->request.variation;
  return is_meter || (is_same(&request, &sounding->request) &&
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
  const struct yeoun_theme *const theme = &engine->content[slot].request.theme;
  if (engine->controls.is_learning &&
      memcmp(theme, &engine->now.theme, sizeof(*theme))) {
    return YEOUN_PLACE_BAR;
  }
  return (enum yeoun_place)places[engine->controls.apply % 4];
}

/** Whether what should sound now would take over where the next round begins,
    which is to be another: then it is too late for this round. */
static bool
is_turning(const struct yeoun_engine *engine)
{
  return !is_same(&engine->now, &engine->later) &&
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

/** A slot that neither sounds nor waits; rather one that is of no more use. */
static int
free_slot(const struct yeoun_engine *engine)
{
  const int sounding = slot_of(engine, engine->player.performance);
  const int waiting = slot_of(engine, engine->player.next);
  const int now = find_slot(engine, &engine->now);
  int best = YEOUN_NO_SLOT;
  for (int i = 0; i < YEOUN_SLOTS; ++i) {
    if (i != sounding && i != waiting && (best == YEOUN_NO_SLOT || i != now)) {
      best = i;
    }
  }
  return best;
}

bool
yeoun_engine_wants(struct yeoun_engine *engine, struct yeoun_request *request)
{
  if (engine->under_way != YEOUN_NO_SLOT) {
    return false;
  }
  direct(engine);
  const bool is_now =
    find_slot(engine, &engine->now) == YEOUN_NO_SLOT && !is_turning(engine);
  const struct yeoun_request *const wish =
    is_now ? &engine->now : &engine->later;
  if (!is_now && find_slot(engine, wish) != YEOUN_NO_SLOT) {
    return false;
  }
  const int sounding = slot_of(engine, engine->player.performance);
  const bool is_urgent =
    sounding == YEOUN_NO_SLOT || engine->player.is_standing ||
    engine->is_astray ||
    engine->player.jumps != engine->player.transport.jumps ||
    is_by_time(engine, &engine->content[sounding]);
  if (!is_urgent && engine->patience_frames > 0.0) {
    return false;
  }

  engine->patience_frames = PATIENCE_S * engine->rate;
  engine->under_way = free_slot(engine);
  struct content *const content = &engine->content[engine->under_way];
  content->is_ready = false;
  content->variation = engine->wish.variation;
  memcpy(&content->request, wish, sizeof(*wish));
  memcpy(request, wish, sizeof(*wish));
  yeoun_handover_offer(&engine->handover, engine->under_way);
  return true;
}

void
yeoun_engine_compose(struct yeoun_engine *engine,
                     const struct yeoun_request *request)
{
  const int slot = yeoun_handover_begin(&engine->handover);
  if (slot == YEOUN_NO_SLOT) {
    return;
  }
  const struct yeoun_source *const source = &engine->source;
  if (!request->kept || !source->find ||
      !source->find(source->handle, request->kept, &engine->score)) {
    yeoun_compose(request, &engine->compose_scratch, &engine->score);
  }
  yeoun_perform(&engine->score,
                &request->mood,
                engine->score.tempo_bpm,
                request->humanize,
                yeoun_request_seed(request),
                &engine->perform_scratch,
                &engine->handover.slot[slot]);
  yeoun_reach_measure(&engine->handover.slot[slot]);
  yeoun_handover_publish(&engine->handover, slot);
}

void
yeoun_engine_take(struct yeoun_engine *engine)
{
  const int slot = yeoun_handover_take(&engine->handover);
  if (slot != YEOUN_NO_SLOT) {
    engine->content[slot].is_ready = true;
    engine->under_way = YEOUN_NO_SLOT;
    direct(engine);
  }
}

void
yeoun_engine_retry(struct yeoun_engine *engine)
{
  yeoun_handover_withdraw(&engine->handover);
  engine->under_way = YEOUN_NO_SLOT;
  engine->patience_frames = 0.0;
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
