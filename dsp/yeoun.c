// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "yeoun.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "perform/perform.h"
#include "play/handover.h"
#include "play/player.h"
#include "play/transport.h"

enum { LIVE_KEYS = 128 };

struct yeoun_engine {
  /* fixed */
  struct yeoun_sound *sound; /* NULL: notes only */
  /* the composing thread alone */
  struct yeoun_score score;
  /* crossed by the hand-over */
  struct yeoun_handover handover;
  /* the audio thread alone */
  struct yeoun_controls controls;
  struct yeoun_transport transport;
  struct yeoun_player player;
  struct yeoun_request asked; /* under way */
  bool is_under_way;
  bool was_playing;
  int64_t switch_tick; /* where what waits begins */
  float own_bpm;       /* quarter notes a minute that the mood asks for */
  uint32_t serial;
  uint32_t live_id[LIVE_KEYS]; /* 0 = up */
  uint32_t next_live_id;
  struct yeoun_message live[LIVE_KEYS]; /* waiting for the next run */
  uint32_t live_count;
};

struct yeoun_engine *
yeoun_engine_new(double rate, bool has_sound)
{
  struct yeoun_engine *const engine = calloc(1, sizeof(*engine));
  if (!engine) {
    return NULL;
  }
  if (has_sound) {
    engine->sound = yeoun_sound_new(rate);
    if (!engine->sound) {
      free(engine);
      return NULL;
    }
  }
  yeoun_handover_init(&engine->handover);
  yeoun_transport_reset(&engine->transport, rate);
  yeoun_player_reset(&engine->player);
  engine->next_live_id = 1;
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
yeoun_engine_reset(struct yeoun_engine *engine)
{
  const double rate = engine->transport.rate;
  yeoun_transport_reset(&engine->transport, rate);
  yeoun_player_reset(&engine->player);
  memset(engine->live_id, 0, sizeof(engine->live_id));
  engine->live_count = 0;
  engine->was_playing = false;
  if (engine->sound) {
    yeoun_sound_reset(engine->sound);
  }
}

static const struct yeoun_made *
sounding(const struct yeoun_engine *engine)
{
  const int slot = engine->handover.sounding;
  return slot == YEOUN_HANDOVER_NONE ? NULL : &engine->handover.slot[slot];
}

static const struct yeoun_made *
waiting(const struct yeoun_engine *engine)
{
  const int slot = engine->handover.waiting;
  return slot == YEOUN_HANDOVER_NONE ? NULL : &engine->handover.slot[slot];
}

static const struct yeoun_performance *
performance(const struct yeoun_engine *engine)
{
  const struct yeoun_made *const made = sounding(engine);
  return made ? &made->performance : NULL;
}

static bool
is_playing(const struct yeoun_engine *engine)
{
  const struct yeoun_transport *const transport = &engine->transport;
  return engine->controls.is_enabled &&
         (!transport->is_told || transport->speed > 0.0 ||
          engine->controls.is_auditioning);
}

/* Steps so fine that nobody hears them, so coarse that automation does not ask
   for a new variation in every block. */
static float
coarse(float value)
{
  return floorf(value * 128.0f + 0.5f) / 128.0f;
}

static struct yeoun_mood
blend(const struct yeoun_controls *controls)
{
  float weight[YEOUN_POLES];
  float trim[YEOUN_TRIMS];
  for (int p = 0; p < YEOUN_POLES; ++p) {
    weight[p] = coarse(controls->weight[p]);
  }
  for (int t = 0; t < YEOUN_TRIMS; ++t) {
    trim[t] = coarse(controls->trim[t]);
  }
  return yeoun_mood_blend(
    weight, trim, coarse(controls->intensity), coarse(controls->space));
}

/* The variation of a cycle: a function of the place alone, so that a host that
   jumps finds the same one there. */
static uint16_t
variation_of(const struct yeoun_controls *controls, int64_t cycle)
{
  const int64_t base = controls->variation;
  if (controls->advance == YEOUN_ADVANCE_HOLD || cycle == 0) {
    return controls->variation;
  }
  if (controls->advance == YEOUN_ADVANCE_NEXT) {
    return (uint16_t)((base + (cycle % 1000) + 1000) % 1000);
  }
  struct yeoun_random random =
    yeoun_random_stream((uint64_t)base, "shuffle", (uint32_t)cycle);
  return (uint16_t)(1 + yeoun_random_below(&random, 999));
}

static float
quarters_of(struct yeoun_meter meter)
{
  return meter.unit ? (float)yeoun_pulse_ticks(meter) / YEOUN_BEAT : 1.0f;
}

/* The host's tempo to the nearest beat a minute: only half or double time hangs
   on it. */
static float
tempo_of(const struct yeoun_engine *engine)
{
  if (engine->controls.is_own_time || !(engine->transport.host_bpm > 0.0)) {
    return engine->controls.tempo_bpm;
  }
  return (float)floor(engine->transport.host_bpm + 0.5);
}

static void
make_request(const struct yeoun_engine *engine,
             int64_t cycle,
             struct yeoun_request *request)
{
  const struct yeoun_controls *const controls = &engine->controls;
  memset(request, 0, sizeof(*request));
  request->theme = controls->theme;
  request->mood = blend(controls);
  request->meter = controls->meter.beats    ? controls->meter
                   : !controls->is_own_time ? engine->transport.meter
                                            : controls->meter;
  request->host_tempo_bpm = tempo_of(engine);
  request->distance = coarse(controls->distance);
  request->warmth = coarse(controls->warmth);
  request->korean = coarse(controls->korean);
  request->humanize = coarse(controls->humanize);
  request->variation = variation_of(controls, cycle);
  request->bars = controls->bars;
  request->form = controls->form;
  request->palette = controls->palette;
  request->harmony_take = controls->harmony_take;
  memcpy(request->take, controls->take, sizeof(request->take));
  memcpy(
    request->instrument, controls->instrument, sizeof(request->instrument));
  request->has_ending = controls->has_ending;
}

static bool
is_same(const struct yeoun_request *a, const struct yeoun_request *b)
{
  return !memcmp(a, b, sizeof(*a));
}

static int64_t
cycle_of(const struct yeoun_engine *engine, int64_t tick)
{
  const struct yeoun_performance *const current = performance(engine);
  return current && current->length > 0 && tick > 0 ? tick / current->length
                                                    : 0;
}

bool
yeoun_engine_wants(struct yeoun_engine *engine, struct yeoun_request *request)
{
  if (engine->is_under_way) {
    return false;
  }
  const struct yeoun_made *const now = sounding(engine);
  const struct yeoun_made *const next = waiting(engine);
  const int64_t cycle = cycle_of(engine, engine->player.cursor);
  make_request(engine, cycle, request);
  bool wanted = (!now || !is_same(&now->request, request)) &&
                (!next || !is_same(&next->request, request));
  if (!wanted && now && engine->controls.advance != YEOUN_ADVANCE_HOLD &&
      is_same(&now->request, request)) {
    make_request(engine, cycle + 1, request);
    wanted = !next || !is_same(&next->request, request);
  }
  if (wanted) {
    engine->asked = *request;
    engine->is_under_way = true;
    yeoun_handover_offer(&engine->handover);
  }
  return wanted;
}

void
yeoun_engine_compose(struct yeoun_engine *engine,
                     const struct yeoun_request *request)
{
  struct yeoun_made *const made = yeoun_handover_begin(&engine->handover);
  uint64_t seed = yeoun_random_mix(request->variation, request->theme.chords);
  for (int i = 0; i < request->theme.chords; ++i) {
    seed = yeoun_random_mix(seed, request->theme.chord[i].root);
  }
  yeoun_compose(request, &engine->score);
  const float bpm = request->host_tempo_bpm > 0.0f ? request->host_tempo_bpm
                                                   : engine->score.tempo_bpm;
  yeoun_perform(&engine->score,
                &request->mood,
                bpm,
                request->humanize,
                seed,
                &made->performance);
  made->request = *request;
  yeoun_handover_finish(&engine->handover);
}

/* Where a new performance begins, by `apply`. */
static int64_t
place_of_change(const struct yeoun_engine *engine)
{
  const struct yeoun_made *const now = sounding(engine);
  const int64_t cursor = engine->player.cursor;
  if (!now || !engine->player.is_running) {
    return cursor;
  }
  const struct yeoun_meter meter = now->performance.meter;
  const int64_t bar = yeoun_bar_ticks(meter);
  int64_t step = 1;
  switch (engine->controls.apply) {
    case YEOUN_APPLY_BEAT:
      step = yeoun_pulse_ticks(meter);
      break;
    case YEOUN_APPLY_BAR:
      step = bar;
      break;
    case YEOUN_APPLY_PHRASE:
      step =
        4 * bar < now->performance.length ? 4 * bar : now->performance.length;
      break;
    default:
      break;
  }
  return (cursor + step - 1) / step * step;
}

void
yeoun_engine_take(struct yeoun_engine *engine)
{
  if (!yeoun_handover_take(&engine->handover)) {
    return;
  }
  engine->is_under_way = false;
  const struct yeoun_made *const now = sounding(engine);
  struct yeoun_request current;
  make_request(engine, cycle_of(engine, engine->player.cursor), &current);
  const bool is_for_now = is_same(&engine->asked, &current);
  if (now && !is_for_now && engine->controls.advance != YEOUN_ADVANCE_HOLD) {
    const int64_t length = now->performance.length;
    engine->switch_tick =
      (cycle_of(engine, engine->player.cursor) + 1) * length;
  } else {
    engine->switch_tick = place_of_change(engine);
  }
  if (!now) {
    yeoun_handover_switch(&engine->handover);
    ++engine->serial;
  }
}

void
yeoun_engine_retry(struct yeoun_engine *engine)
{
  engine->is_under_way = false;
}

static void
set_tempo(struct yeoun_engine *engine)
{
  const struct yeoun_transport *const transport = &engine->transport;
  const struct yeoun_performance *const current = performance(engine);
  double bpm = engine->controls.tempo_bpm > 0.0f ? engine->controls.tempo_bpm
               : current                         ? current->tempo_bpm
                                                 : engine->own_bpm;
  if (!engine->controls.is_own_time && transport->host_bpm > 0.0) {
    bpm = transport->host_bpm;
  }
  yeoun_transport_set_tempo(&engine->transport, bpm);
}

void
yeoun_engine_set_controls(struct yeoun_engine *engine,
                          const struct yeoun_controls *controls)
{
  engine->controls = *controls;
  const struct yeoun_mood mood = blend(controls);
  const struct yeoun_performance *const current = performance(engine);
  const struct yeoun_meter meter =
    current ? current->meter : engine->transport.meter;
  engine->own_bpm = mood.cue[YEOUN_CUE_TEMPO] * quarters_of(meter);
  set_tempo(engine);
  if (!engine->sound) {
    return;
  }
  struct yeoun_mix mix = {.level_db = controls->level_db,
                          .ambience = controls->ambience,
                          .warmth = controls->warmth,
                          .intensity = controls->intensity,
                          .palette = controls->palette};
  memcpy(mix.lane_db, controls->lane_db, sizeof(mix.lane_db));
  memcpy(mix.weight, mood.weight, sizeof(mix.weight));
  yeoun_sound_set_mix(engine->sound, &mix);
}

static double
told(double value)
{
  return value >= 0.0 && value < 1e12 ? value : -1.0;
}

void
yeoun_engine_locate(struct yeoun_engine *engine,
                    const struct yeoun_position *position)
{
  const struct yeoun_place_in_time place = {
    .bar = engine->controls.is_own_time ? -1.0 : told(position->bar),
    .bar_beat = told(position->bar_beat),
    .beats_per_bar = told(position->beats_per_bar),
    .beat_unit = told(position->beat_unit),
    .bpm = told(position->bpm),
    .speed = told(position->speed),
  };
  yeoun_transport_tell(&engine->transport, &place);
  set_tempo(engine);
}

static void
queue_live(struct yeoun_engine *engine, struct yeoun_message message)
{
  if (engine->live_count < LIVE_KEYS) {
    message.is_live = 1;
    message.lane = YEOUN_LANE_MELODY;
    engine->live[engine->live_count++] = message;
  }
}

static void
release_key(struct yeoun_engine *engine, uint8_t key)
{
  if (engine->live_id[key]) {
    queue_live(engine,
               (struct yeoun_message){.kind = YEOUN_MESSAGE_NOTE_OFF,
                                      .id = engine->live_id[key],
                                      .pitch = key});
    engine->live_id[key] = 0;
  }
}

void
yeoun_engine_midi(struct yeoun_engine *engine,
                  const uint8_t *bytes,
                  uint32_t size)
{
  if (size < 3 || bytes[1] > 127 || bytes[2] > 127) {
    return;
  }
  const uint8_t status = bytes[0] & 0xF0;
  if (status == 0x90 && bytes[2]) {
    release_key(engine, bytes[1]);
    engine->live_id[bytes[1]] = 0x80000000U | engine->next_live_id++;
    queue_live(engine,
               (struct yeoun_message){.kind = YEOUN_MESSAGE_NOTE_ON,
                                      .id = engine->live_id[bytes[1]],
                                      .pitch = bytes[1],
                                      .velocity = bytes[2]});
  } else if (status == 0x80 || status == 0x90) {
    release_key(engine, bytes[1]);
  } else if (status == 0xB0 && (bytes[1] == 120 || bytes[1] == 123)) {
    for (uint8_t key = 0; key < LIVE_KEYS; ++key) {
      release_key(engine, key);
    }
  }
}

/* Collects the messages of a stretch, in order of frame: the sound is rendered
   up to each, then told. */
struct stretch {
  struct yeoun_engine *engine;
  const struct yeoun_sink *sink;
  float *left, *right;
  float *const *stems;
  uint32_t base; /* frame of the block at which the stretch begins */
  uint32_t done; /* frames of it that are rendered */
  uint32_t frames;
};

static void
render_to(struct stretch *stretch, uint32_t frame)
{
  const uint32_t end = frame < stretch->frames ? frame : stretch->frames;
  if (!stretch->engine->sound || end <= stretch->done) {
    return;
  }
  float *stems[2 * YEOUN_STEMS];
  for (int s = 0; s < 2 * YEOUN_STEMS && stretch->stems; ++s) {
    stems[s] = stretch->stems[s] + stretch->done;
  }
  yeoun_sound_render(stretch->engine->sound,
                     stretch->left + stretch->done,
                     stretch->right + stretch->done,
                     stretch->stems ? stems : NULL,
                     end - stretch->done);
  stretch->done = end;
}

static void
pass_on(void *handle, const struct yeoun_message *message)
{
  struct stretch *const stretch = handle;
  render_to(stretch, message->frame);
  if (stretch->engine->sound) {
    yeoun_sound_message(stretch->engine->sound, message);
  }
  if (stretch->sink) {
    struct yeoun_message placed = *message;
    const uint32_t last = stretch->frames ? stretch->frames - 1 : 0;
    placed.frame =
      stretch->base + (message->frame < last ? message->frame : last);
    stretch->sink->write(stretch->sink->handle, &placed);
  }
}

static void
pass_live(struct yeoun_engine *engine, struct stretch *stretch)
{
  for (uint32_t i = 0; i < engine->live_count; ++i) {
    pass_on(stretch, &engine->live[i]);
  }
  engine->live_count = 0;
}

static void
play_to(struct yeoun_engine *engine,
        int64_t to,
        const struct yeoun_outlet *outlet)
{
  if (waiting(engine) && to > engine->switch_tick) {
    const int64_t change = engine->switch_tick > engine->player.cursor
                             ? engine->switch_tick
                             : engine->player.cursor;
    yeoun_player_play(&engine->player,
                      performance(engine),
                      &engine->transport,
                      change,
                      0,
                      outlet);
    const uint32_t frame = yeoun_transport_frame(&engine->transport, change);
    yeoun_player_stop(&engine->player, frame, outlet);
    yeoun_handover_switch(&engine->handover);
    ++engine->serial;
    yeoun_player_start(
      &engine->player, performance(engine), change, frame, outlet);
    set_tempo(engine);
  }
  yeoun_player_play(
    &engine->player, performance(engine), &engine->transport, to, 0, outlet);
}

static void
play(struct yeoun_engine *engine, struct stretch *stretch)
{
  const struct yeoun_outlet outlet = {pass_on, stretch};
  struct yeoun_transport *const transport = &engine->transport;
  const bool plays = is_playing(engine) && performance(engine);
  if (!plays) {
    if (engine->player.is_running) {
      yeoun_player_stop(&engine->player, 0, &outlet);
    }
    if (waiting(engine)) {
      yeoun_handover_switch(&engine->handover);
      ++engine->serial;
    }
    engine->was_playing = false;
    return;
  }
  if (engine->player.is_running && transport->has_jumped) {
    yeoun_player_stop(&engine->player, 0, &outlet);
  }
  if (!engine->player.is_running) {
    if (!transport->is_placed && !engine->was_playing) {
      yeoun_transport_go(transport, 0.0);
    }
    yeoun_player_start(&engine->player,
                       performance(engine),
                       yeoun_transport_tick(transport, 0),
                       0,
                       &outlet);
    engine->switch_tick = engine->player.cursor;
  }
  transport->has_jumped = false;
  engine->was_playing = true;
  play_to(engine, yeoun_transport_tick(transport, stretch->frames), &outlet);
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
  struct stretch stretch = {.engine = engine,
                            .sink = sink,
                            .left = left,
                            .right = right,
                            .stems = stems,
                            .base = frame,
                            .frames = frames};
  pass_live(engine, &stretch);
  play(engine, &stretch);
  render_to(&stretch, frames);
  if (engine->was_playing) {
    yeoun_transport_advance(&engine->transport, frames);
  }
}

struct yeoun_state
yeoun_engine_state(const struct yeoun_engine *engine)
{
  const struct yeoun_made *const made = sounding(engine);
  struct yeoun_state state = {.tempo_bpm = engine->own_bpm,
                              .is_playing = engine->was_playing,
                              .serial = engine->serial};
  if (made && made->performance.length > 0) {
    const int64_t length = made->performance.length;
    const int64_t cursor =
      engine->player.cursor > 0 ? engine->player.cursor : 0;
    const int64_t tick = cursor % length;
    state.identity = made->performance.identity;
    state.variation = made->request.variation;
    state.position = (float)tick / (float)length;
    state.bar = (float)(tick / yeoun_bar_ticks(made->performance.meter));
  }
  return state;
}

const struct yeoun_performance *
yeoun_engine_performance(const struct yeoun_engine *engine)
{
  return performance(engine);
}

struct yeoun_theme
yeoun_engine_learned(const struct yeoun_engine *engine)
{
  (void)engine;
  return (struct yeoun_theme){0};
}

uint32_t
yeoun_engine_latency(const struct yeoun_engine *engine)
{
  return engine->sound ? yeoun_sound_latency(engine->sound) : 0;
}
