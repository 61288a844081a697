// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "sound.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../palette.h"
#include "ambience.h"
#include "limiter.h"
#include "timbres.h"
#include "tone.h"

enum { VOICES = 96, GRID = 32 };

struct voice {
  bool is_on;
  bool is_held;     /* its key is down */
  bool is_pedalled; /* its key is up, the pedal holds it */
  uint32_t id;
  uint8_t lane;
  struct yeoun_tone tone;
};

/* Where a lane stands: left -1 .. right +1. */
static const float pans[YEOUN_LANES] = {0.0f, 0.3f, -0.3f, 0.05f, 0.0f, 0.15f};

struct yeoun_sound {
  double rate;
  uint32_t grid; /* frames since the last control step */
  struct yeoun_mix mix;
  float lane_gain[YEOUN_LANES], gain, room; /* smoothed */
  uint8_t program[YEOUN_LANES];
  bool is_pedal_down[YEOUN_LANES];
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

/* A free voice, or the softest of those that are let go, or of all. */
static struct voice *
find_voice(struct yeoun_sound *sound)
{
  struct voice *softest = &sound->voice[0];
  float least = 1e9f;
  for (int v = 0; v < VOICES; ++v) {
    struct voice *const voice = &sound->voice[v];
    if (!voice->is_on) {
      return voice;
    }
    const float level = voice->tone.level + (voice->is_held ? 10.0f : 0.0f);
    if (level < least) {
      least = level;
      softest = voice;
    }
  }
  return softest;
}

static void
start_note(struct yeoun_sound *sound, const struct yeoun_message *message)
{
  struct voice *const voice = find_voice(sound);
  voice->is_on = voice->is_held = true;
  voice->is_pedalled = false;
  voice->id = message->id;
  voice->lane = message->lane < YEOUN_LANES ? message->lane : 0;
  yeoun_tone_start(&voice->tone,
                   yeoun_timbre_of(sound->program[voice->lane], message->pitch),
                   (float)sound->rate,
                   message->pitch,
                   message->velocity,
                   message->id);
}

static void
let_go(struct yeoun_sound *sound, struct voice *voice)
{
  const unsigned instrument = sound->program[voice->lane];
  voice->is_pedalled = false;
  if (yeoun_instrument_facts(instrument)->sustain != YEOUN_SUSTAIN_FREE) {
    yeoun_tone_release(&voice->tone);
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

void
yeoun_sound_message(struct yeoun_sound *sound,
                    const struct yeoun_message *message)
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

/* Control step on the absolute grid: levels glide. */
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

/* Stems of one stretch: left and right of each lane, then of the room. */
struct stretch {
  float out[2 * YEOUN_STEMS][GRID];
  bool sounds[YEOUN_LANES];
};

static void
render_voices(struct yeoun_sound *sound,
              struct stretch *stretch,
              uint32_t frames)
{
  float mono[YEOUN_LANES][GRID] = {{0}};
  for (int v = 0; v < VOICES; ++v) {
    struct voice *const voice = &sound->voice[v];
    if (voice->is_on) {
      voice->is_on =
        yeoun_tone_render(&voice->tone, mono[voice->lane], frames, 0.0f);
    }
  }
  float send[GRID] = {0};
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    const float gain = 0.5f * sound->gain * sound->lane_gain[lane];
    const float left = gain * (1.0f - 0.5f * pans[lane]);
    const float right = gain * (1.0f + 0.5f * pans[lane]);
    for (uint32_t f = 0; f < frames; ++f) {
      stretch->out[2 * lane][f] = left * mono[lane][f];
      stretch->out[2 * lane + 1][f] = right * mono[lane][f];
      send[f] += gain * mono[lane][f] * sound->room;
    }
  }
  yeoun_ambience_render(&sound->ambience,
                        send,
                        stretch->out[2 * YEOUN_LANES],
                        stretch->out[2 * YEOUN_LANES + 1],
                        frames);
}

static void
delay_stems(struct yeoun_sound *sound,
            const struct stretch *stretch,
            float *const *stems,
            uint32_t done,
            uint32_t frames)
{
  const uint32_t ahead = sound->limiter.look_ahead;
  for (uint32_t f = 0; f < frames; ++f) {
    for (int s = 0; s < 2 * YEOUN_STEMS; ++s) {
      float *const old = &sound->delay[s][sound->delay_at];
      if (stems) {
        stems[s][done + f] = *old;
      }
      *old = stretch->out[s][f];
    }
    sound->delay_at = sound->delay_at + 1 < ahead ? sound->delay_at + 1 : 0;
  }
}

void
yeoun_sound_render(struct yeoun_sound *sound,
                   float *left,
                   float *right,
                   float *const *stems,
                   uint32_t frames)
{
  for (uint32_t done = 0; done < frames;) {
    if (sound->grid == 0) {
      step_controls(sound);
    }
    const uint32_t left_over = frames - done;
    const uint32_t to_grid = GRID - sound->grid;
    const uint32_t count = left_over < to_grid ? left_over : to_grid;
    struct stretch stretch;
    render_voices(sound, &stretch, count);
    for (uint32_t f = 0; f < count; ++f) {
      float l = 0.0f;
      float r = 0.0f;
      for (int s = 0; s < YEOUN_STEMS; ++s) {
        l += stretch.out[2 * s][f];
        r += stretch.out[2 * s + 1][f];
      }
      left[done + f] = l;
      right[done + f] = r;
    }
    delay_stems(sound, &stretch, stems, done, count);
    yeoun_limiter_render(&sound->limiter, left + done, right + done, count);
    sound->grid = (sound->grid + count) % GRID;
    done += count;
  }
}

uint32_t
yeoun_sound_latency(const struct yeoun_sound *sound)
{
  return sound->limiter.look_ahead;
}
