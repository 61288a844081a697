// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "sound.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../palette.h"
#include "ambience.h"
#include "limiter.h"
#include "model.h"

enum { VOICES = 96, BLOCK = 32, QUEUE = 256 };

struct voice {
  bool is_on;
  bool is_held;     /* its key is down */
  bool is_pedalled; /* its key is up, the pedal holds it */
  uint32_t id;
  uint32_t number; /* of the notes begun */
  uint8_t lane;
  const struct yeoun_model *model;
  max_align_t state[YEOUN_MODEL_BYTES / sizeof(max_align_t)];
};

/* Where a lane stands: left -1 .. right +1. */
static const float pans[YEOUN_LANES] = {0.0f, 0.3f, -0.3f, 0.05f, 0.0f, 0.15f};

/* A message, and its frame in the block to which it belongs. */
struct waiting {
  struct yeoun_message message;
  uint32_t frame;
};

/* One block: stems left and right of each lane, then of the room; and their
   mix. */
struct block {
  float stem[2 * YEOUN_STEMS][BLOCK];
  float left[BLOCK], right[BLOCK];
};

struct yeoun_sound {
  double rate;
  uint32_t at;        /* frames of the last block that are given out */
  struct block block; /* the last one */
  int queued;
  struct waiting queue[QUEUE];
  struct yeoun_mix mix;
  float lane_gain[YEOUN_LANES], gain, room; /* smoothed */
  uint8_t program[YEOUN_LANES];
  bool is_pedal_down[YEOUN_LANES];
  uint32_t notes; /* begun so far */
  struct yeoun_ambience ambience;
  struct yeoun_limiter limiter;
  uint32_t delay_at; /* stems are delayed like the mix */
  float delay[2 * YEOUN_STEMS][YEOUN_LIMITER_FRAMES];
  struct voice voice[VOICES];
};

static float
gain_of(float db)
{
  return db <= -59.5f ? 0.0f : powf(10.0f, db / 20.0f);
}

struct yeoun_sound *
yeoun_sound_new(double rate)
{
  struct yeoun_sound *const sound = calloc(1, sizeof(*sound));
  if (!sound) {
    return NULL;
  }
  sound->rate = rate;
  if (yeoun_ambience_init(&sound->ambience, rate)) {
    free(sound);
    return NULL;
  }
  yeoun_limiter_init(&sound->limiter, rate);
  return sound;
}

void
yeoun_sound_free(struct yeoun_sound *sound)
{
  if (sound) {
    yeoun_ambience_free(&sound->ambience);
    free(sound);
  }
}

void
yeoun_sound_reset(struct yeoun_sound *sound)
{
  for (int v = 0; v < VOICES; ++v) {
    sound->voice[v].is_on = false;
  }
  sound->at = 0;
  sound->queued = 0;
  memset(&sound->block, 0, sizeof(sound->block));
  memset(sound->is_pedal_down, 0, sizeof(sound->is_pedal_down));
  memset(sound->delay, 0, sizeof(sound->delay));
  yeoun_ambience_reset(&sound->ambience);
  yeoun_limiter_reset(&sound->limiter);
}

void
yeoun_sound_set_mix(struct yeoun_sound *sound, const struct yeoun_mix *mix)
{
  sound->mix = *mix;
}

/* A free voice, or the oldest of those that are let go, or of all. */
static struct voice *
find_voice(struct yeoun_sound *sound)
{
  struct voice *oldest = &sound->voice[0];
  uint32_t most = 0;
  for (int v = 0; v < VOICES; ++v) {
    struct voice *const voice = &sound->voice[v];
    if (!voice->is_on) {
      return voice;
    }
    const uint32_t age = sound->notes - voice->number;
    const uint32_t rank = age + (voice->is_held ? 0U : 1U << 30);
    if (rank > most) {
      most = rank;
      oldest = voice;
    }
  }
  return oldest;
}

static void
start_note(struct yeoun_sound *sound, const struct yeoun_message *message)
{
  struct voice *const voice = find_voice(sound);
  voice->is_on = voice->is_held = true;
  voice->is_pedalled = false;
  voice->id = message->id;
  voice->lane = message->lane < YEOUN_LANES ? message->lane : 0;
  voice->number = ++sound->notes;
  voice->model = yeoun_model_of(sound->program[voice->lane], message->pitch);
  const struct yeoun_onset onset = {
    .rate = (float)sound->rate,
    .velocity = (float)message->velocity / 127.0f,
    .seed = message->id,
    .instrument = sound->program[voice->lane],
    .key = message->pitch,
    .articulation = message->articulation,
  };
  voice->model->start(voice->state, &onset);
}

static void
let_go(struct yeoun_sound *sound, struct voice *voice)
{
  const unsigned instrument = sound->program[voice->lane];
  voice->is_pedalled = false;
  if (yeoun_instrument_facts(instrument)->sustain != YEOUN_SUSTAIN_FREE) {
    voice->model->release(voice->state);
  }
}

static void
end_note(struct yeoun_sound *sound, uint32_t id)
{
  for (int v = 0; v < VOICES; ++v) {
    struct voice *const voice = &sound->voice[v];
    if (voice->is_on && voice->is_held && voice->id == id) {
      voice->is_held = false;
      voice->is_pedalled = sound->is_pedal_down[voice->lane];
      if (!voice->is_pedalled) {
        let_go(sound, voice);
      }
    }
  }
}

static void
move_pedal(struct yeoun_sound *sound, uint8_t lane, bool down)
{
  sound->is_pedal_down[lane] = down;
  for (int v = 0; v < VOICES && !down; ++v) {
    struct voice *const voice = &sound->voice[v];
    if (voice->is_on && voice->lane == lane && voice->is_pedalled) {
      let_go(sound, voice);
    }
  }
}

static void
receive(struct yeoun_sound *sound, const struct yeoun_message *message)
{
  const uint8_t lane = message->lane < YEOUN_LANES ? message->lane : 0;
  switch (message->kind) {
    case YEOUN_MESSAGE_NOTE_ON:
      start_note(sound, message);
      break;
    case YEOUN_MESSAGE_NOTE_OFF:
      end_note(sound, message->id);
      break;
    case YEOUN_MESSAGE_PEDAL:
      move_pedal(sound, lane, message->value >= 64);
      break;
    case YEOUN_MESSAGE_PROGRAM:
      sound->program[lane] = message->value;
      break;
    default:
      break;
  }
}

void
yeoun_sound_message(struct yeoun_sound *sound,
                    const struct yeoun_message *message)
{
  if (sound->queued < QUEUE) {
    sound->queue[sound->queued++] = (struct waiting){*message, sound->at};
  } else {
    receive(sound, message); /* early by less than a block, but not lost */
  }
}

/* Once a block: levels glide. */
static void
step_controls(struct yeoun_sound *sound)
{
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    const float goal = gain_of(sound->mix.lane_db[lane]);
    sound->lane_gain[lane] += 0.05f * (goal - sound->lane_gain[lane]);
  }
  sound->gain += 0.05f * (gain_of(sound->mix.level_db) - sound->gain);
  sound->room += 0.05f * (sound->mix.ambience - sound->room);
  const float *const weight = sound->mix.weight;
  yeoun_ambience_set_time(&sound->ambience,
                          1.2f + 0.8f * weight[0] + 1.4f * weight[1]);
}

/* What the instruments of each lane sound like, left and right. */
struct lanes {
  float left[YEOUN_LANES][BLOCK], right[YEOUN_LANES][BLOCK];
};

/* Add the voices of part of a block. */
static void
render_voices(struct yeoun_sound *sound,
              struct lanes *lanes,
              uint32_t from,
              uint32_t to)
{
  for (int v = 0; v < VOICES && from < to; ++v) {
    struct voice *const voice = &sound->voice[v];
    if (voice->is_on) {
      const struct yeoun_touch touch = {.cents = 0.0f};
      voice->is_on = voice->model->render(voice->state,
                                          &touch,
                                          lanes->left[voice->lane] + from,
                                          lanes->right[voice->lane] + from,
                                          to - from);
    }
  }
}

static void
mix_lanes(struct yeoun_sound *sound, const struct lanes *lanes)
{
  struct block *const block = &sound->block;
  float send[BLOCK] = {0};
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    const float gain = 0.5f * sound->gain * sound->lane_gain[lane];
    const float left = gain * (1.0f - 0.5f * pans[lane]);
    const float right = gain * (1.0f + 0.5f * pans[lane]);
    for (uint32_t f = 0; f < BLOCK; ++f) {
      block->stem[2 * lane][f] = left * lanes->left[lane][f];
      block->stem[2 * lane + 1][f] = right * lanes->right[lane][f];
      send[f] += 0.5f * gain * sound->room *
                 (lanes->left[lane][f] + lanes->right[lane][f]);
    }
  }
  yeoun_ambience_render(&sound->ambience,
                        send,
                        block->stem[2 * YEOUN_LANES],
                        block->stem[2 * YEOUN_LANES + 1],
                        BLOCK);
  for (uint32_t f = 0; f < BLOCK; ++f) {
    block->left[f] = block->right[f] = 0.0f;
    for (int s = 0; s < YEOUN_STEMS; ++s) {
      block->left[f] += block->stem[2 * s][f];
      block->right[f] += block->stem[2 * s + 1][f];
    }
  }
}

/* The limiter delays the mix: so must the stems be. */
static void
delay_stems(struct yeoun_sound *sound)
{
  const uint32_t ahead = sound->limiter.look_ahead;
  for (uint32_t f = 0; f < BLOCK; ++f) {
    for (int s = 0; s < 2 * YEOUN_STEMS; ++s) {
      float *const old = &sound->delay[s][sound->delay_at];
      const float now = sound->block.stem[s][f];
      sound->block.stem[s][f] = *old;
      *old = now;
    }
    sound->delay_at = sound->delay_at + 1 < ahead ? sound->delay_at + 1 : 0;
  }
}

/* Blocks are counted from the reset, whatever the host's are: each message has
   its frame in them, and nothing depends on how time is cut into calls. */
static void
render_block(struct yeoun_sound *sound)
{
  struct lanes lanes = {0};
  uint32_t done = 0;
  step_controls(sound);
  for (int i = 0; i < sound->queued; ++i) {
    render_voices(sound, &lanes, done, sound->queue[i].frame);
    done = sound->queue[i].frame;
    receive(sound, &sound->queue[i].message);
  }
  sound->queued = 0;
  render_voices(sound, &lanes, done, BLOCK);
  mix_lanes(sound, &lanes);
  delay_stems(sound);
  yeoun_limiter_render(
    &sound->limiter, sound->block.left, sound->block.right, BLOCK);
}

void
yeoun_sound_render(struct yeoun_sound *sound,
                   float *left,
                   float *right,
                   float *const *stems,
                   uint32_t frames)
{
  for (uint32_t done = 0; done < frames;) {
    const uint32_t wanted = frames - done;
    const uint32_t rest = BLOCK - sound->at;
    const uint32_t count = wanted < rest ? wanted : rest;
    const size_t bytes = count * sizeof(float);
    memcpy(left + done, sound->block.left + sound->at, bytes);
    memcpy(right + done, sound->block.right + sound->at, bytes);
    for (int s = 0; stems && s < 2 * YEOUN_STEMS; ++s) {
      memcpy(stems[s] + done, sound->block.stem[s] + sound->at, bytes);
    }
    done += count;
    sound->at += count;
    if (sound->at == BLOCK) {
      render_block(sound);
      sound->at = 0;
    }
  }
}

uint32_t
yeoun_sound_latency(const struct yeoun_sound *sound)
{
  return sound->limiter.look_ahead + BLOCK;
}
