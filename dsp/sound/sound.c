// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "sound.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ambience.h"
#include "bank.h"
#include "ceiling.h"
#include "colour.h"
#include "limiter.h"
#include "music/palette.h"
#include "stage.h"
#include "voices.h"

enum { BLOCK = YEOUN_AMBIENCE_FRAMES, QUEUE = 256 };

/* How much of a lane goes to the room; how loud it is against the others when
   all are at 0 dB. Where it sits: stage.c. */
static const struct strip {
  float send, level;
} strips[YEOUN_LANES] = {
  [YEOUN_LANE_MELODY] = {0.55f, 1.0f},
  [YEOUN_LANE_COUNTER] = {0.6f, 0.8f},
  [YEOUN_LANE_CHORDS] = {0.5f, 0.8f},
  [YEOUN_LANE_BASS] = {0.25f, 0.9f},
  [YEOUN_LANE_PAD] = {0.7f, 1.2f},
  [YEOUN_LANE_DRUMS] = {0.4f, 0.8f},
};

/* How wet each mood is: lyrical, romantic, comic. */
static const float wet[3] = {1.3f, 1.4f, 0.8f};

/* Everything at 0 dB gives the same in every palette of a mood, as many dB off
   -18.5 LUFS as the mood's card has for its level: set by tests/report-sound
   --calibrate. */
static const float palette_db[YEOUN_PALETTES][3] = {
  [YEOUN_PALETTE_AUTO] = {-8.0f, -10.6f, -3.9f},
  [YEOUN_CHAMBER] = {-8.0f, -10.6f, -3.9f},
  [YEOUN_ORCHESTRAL] = {-8.2f, -11.1f, -1.9f},
  [YEOUN_BALLAD] = {-7.8f, -10.1f, -4.3f},
  [YEOUN_JAZZ] = {-7.8f, -10.5f, -4.0f},
  [YEOUN_LOFI] = {-7.9f, -9.3f, -2.6f},
  [YEOUN_GUGAK] = {-7.7f, -9.5f, -4.3f},
  [YEOUN_ELECTRONIC] = {-8.3f, -10.4f, -2.1f},
};

/* A comic tune is short notes: what rings on is louder than what stops with
   them, dB by what report-sound loudness measures. Of all others: 0. */
static const float ringing_db[YEOUN_INSTRUMENTS] = {
  [YEOUN_FELT_PIANO] = 7.4f,
  [YEOUN_GRAND_PIANO] = 6.7f,
  [YEOUN_PIZZICATO] = 7.9f,
  [YEOUN_HARP] = 10.9f,
  [YEOUN_NYLON_GUITAR] = 7.2f,
  [YEOUN_GAYAGEUM] = 8.1f,
  [YEOUN_CELESTA] = 8.1f,
  [YEOUN_GLOCKENSPIEL] = 10.9f,
  [YEOUN_MUSIC_BOX] = 9.7f,
  [YEOUN_VIBRAPHONE] = 6.8f,
  [YEOUN_ELECTRIC_PIANO] = 4.3f,
  [YEOUN_UPRIGHT_BASS] = 6.7f,
};

/* A message, and its frame in the block to which it belongs. */
struct waiting {
  struct yeoun_message message;
  uint32_t frame;
};

/* What whole vectors are read from and written to: gcc 12 at -O2 takes it for
   granted in the loops over a block. No more than calloc() gives. */
enum { ALIGNMENT = 16 };

/* One block: stems left and right of each lane, then of the room; and their
   mix. */
struct block {
  _Alignas(ALIGNMENT) float stem[2 * YEOUN_STEMS][BLOCK];
  _Alignas(ALIGNMENT) float left[BLOCK];
  _Alignas(ALIGNMENT) float right[BLOCK];
};
_Static_assert(ALIGNMENT <= _Alignof(max_align_t), "calloc gives less");

struct yeoun_sound {
  double rate;
  struct yeoun_bank *bank;
  uint32_t at;        /* frames of the last block that are given out */
  struct block block; /* the last one */
  int queued;
  struct waiting queue[QUEUE];
  struct yeoun_mix mix;
  /* smoothed */
  float lane_gain[YEOUN_LANES], gain, palette_gain, room, warmth, depth, tape;
  float seat[YEOUN_LANES];
  float side_gain[2][YEOUN_LANES], send[YEOUN_LANES]; /* where the last block
                                                        ended */
  double seconds;                                     /* since the reset */
  bool is_measured;
  float peak[YEOUN_STEMS][BLOCK]; /* since it was asked last */
  struct yeoun_ambience ambience;
  struct yeoun_stage stage;
  struct yeoun_limiter limiter;
  struct yeoun_colour colour[YEOUN_STEMS];
  struct yeoun_ceiling ceiling[YEOUN_STEMS];
  uint32_t delay_at; /* stems are delayed like the mix */
  float delay[2 * YEOUN_STEMS][YEOUN_LIMITER_FRAMES];
  struct yeoun_voices voices;
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
  sound->bank = yeoun_bank_take((float)rate);
  sound->voices.bank = sound->bank;
  if (!sound->bank || yeoun_ambience_init(&sound->ambience, rate)) {
    yeoun_bank_give(sound->bank);
    free(sound);
    return NULL;
  }
  yeoun_stage_init(&sound->stage, rate);
  yeoun_limiter_init(&sound->limiter, rate);
  for (int s = 0; s < YEOUN_STEMS; ++s) {
    yeoun_ceiling_init(&sound->ceiling[s], rate);
  }
  sound->voices.rate = (float)rate;
  return sound;
}

void
yeoun_sound_free(struct yeoun_sound *sound)
{
  if (sound) {
    yeoun_ambience_free(&sound->ambience);
    yeoun_bank_give(sound->bank);
    free(sound);
  }
}

void
yeoun_sound_reset(struct yeoun_sound *sound)
{
  yeoun_voices_reset(&sound->voices);
  sound->at = 0;
  sound->queued = 0;
  sound->seconds = 0.0;
  memset(&sound->block, 0, sizeof(sound->block));
  memset(sound->colour, 0, sizeof(sound->colour));
  memset(sound->delay, 0, sizeof(sound->delay));
  for (int s = 0; s < YEOUN_STEMS; ++s) {
    yeoun_ceiling_reset(&sound->ceiling[s]);
  }
  yeoun_ambience_reset(&sound->ambience);
  yeoun_stage_reset(&sound->stage);
  yeoun_limiter_reset(&sound->limiter);
}

void
yeoun_sound_set_mix(struct yeoun_sound *sound, const struct yeoun_mix *mix)
{
  sound->mix = *mix;
}

void
yeoun_sound_message(struct yeoun_sound *sound,
                    const struct yeoun_message *message)
{
  if (sound->queued < QUEUE) {
    sound->queue[sound->queued++] = (struct waiting){*message, sound->at};
  } else {
    yeoun_voices_message(
      &sound->voices, message); /* early by less than a block, but not lost */
  }
}

/* Glides to where the mix wants it. */
static void
approach(float *value, float goal)
{
  *value += 0.05f * (goal - *value);
  *value = fabsf(*value) > 1e-7f ? *value : 0.0f;
}

/* Of three numbers, one a mood, what their blend has. */
static float
blend(const struct yeoun_mix *mix, const float of[3])
{
  const float *const w = mix->weight;
  const float whole = fmaxf(1e-3f, w[0] + w[1] + w[2]);
  return (w[0] * of[0] + w[1] * of[1] + w[2] * of[2]) / whole;
}

/* dB by which a lane is held back because its notes are short and ring on. */
static float
ringing_of(const struct yeoun_sound *sound, int lane)
{
  static const float comic[3] = {0, 0, 1};
  const unsigned instrument = sound->voices.program[lane] % YEOUN_INSTRUMENTS;
  return lane == YEOUN_LANE_MELODY
           ? ringing_db[instrument] * blend(&sound->mix, comic)
           : 0.0f;
}

/* Once a block. */
static void
step_controls(struct yeoun_sound *sound)
{
  const struct yeoun_mix *const mix = &sound->mix;
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    approach(&sound->lane_gain[lane],
             gain_of(mix->lane_db[lane] - ringing_of(sound, lane)));
    approach(&sound->seat[lane],
             yeoun_stage_seat(mix->palette, (unsigned)lane));
  }
  approach(&sound->gain, gain_of(mix->level_db));
  approach(&sound->palette_gain,
           gain_of(blend(mix, palette_db[mix->palette % YEOUN_PALETTES])));
  approach(&sound->room, mix->ambience * blend(mix, wet));
  approach(&sound->depth, mix->depth);
  approach(&sound->warmth, mix->warmth);
  approach(&sound->tape, mix->palette == YEOUN_LOFI ? 1.0f : 0.0f);
  yeoun_ambience_set_time(&sound->ambience,
                          1.2f + 0.8f * mix->weight[0] + 1.4f * mix->weight[1]);
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
  float *left[YEOUN_LANES], *right[YEOUN_LANES];
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    left[lane] = lanes->left[lane] + from;
    right[lane] = lanes->right[lane] + from;
  }
  if (from < to) {
    yeoun_voices_render(&sound->voices, left, right, to - from);
  }
}

/* Each stem under its own ceiling, and the mix of all. */
static void
sum_stems(struct yeoun_sound *sound)
{
  struct block *const block = &sound->block;
  for (int s = 0; s < YEOUN_STEMS; ++s) {
    yeoun_ceiling_render(
      &sound->ceiling[s], block->stem[2 * s], block->stem[2 * s + 1], BLOCK);
  }
  memset(block->left, 0, sizeof(block->left));
  memset(block->right, 0, sizeof(block->right));
  for (int s = 0; s < YEOUN_STEMS; ++s) {
    for (uint32_t f = 0; f < BLOCK; ++f) {
      block->left[f] += block->stem[2 * s][f];
      block->right[f] += block->stem[2 * s + 1][f];
    }
  }
}

static void
mix_lanes(struct yeoun_sound *sound, const struct lanes *lanes)
{
  struct block *const block = &sound->block;
  float send_left[BLOCK] = {0};
  float send_right[BLOCK] = {0};
  /* From a flat, dry row to seats far apart and 12 dB more of the room. */
  const float width = 0.3f + 1.7f * sound->depth;
  const float wetter = 1.0f + 3.0f * sound->depth;
  /* As strong as a flat stage has none, a deep one in a room many. */
  const float near_walls =
    sound->depth * fminf(2.0f, 1.4f + 2.2f * sound->room);
  struct yeoun_tint tint;
  yeoun_tint_set(
    &tint, sound->warmth, sound->tape, sound->rate, sound->seconds);
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    const struct strip *const strip = &strips[lane];
    const float gain =
      strip->level * sound->palette_gain * sound->gain * sound->lane_gain[lane];
    /* Equal power: 0 dB in the middle. */
    const float seat = fmaxf(-1.0f, fminf(1.0f, width * sound->seat[lane]));
    const float angle = 0.78539816f * (1.0f + seat);
    const float left_to = gain * 1.41421356f * cosf(angle);
    const float right_to = gain * 1.41421356f * sinf(angle);
    const float send_to = strip->send * sound->room * wetter;
    const float left_step = (left_to - sound->side_gain[0][lane]) / BLOCK;
    const float right_step = (right_to - sound->side_gain[1][lane]) / BLOCK;
    const float send_step = (send_to - sound->send[lane]) / BLOCK;
    const float left_from = sound->side_gain[0][lane];
    const float right_from = sound->side_gain[1][lane];
    const float send_from = sound->send[lane];
    float *const left = block->stem[2 * lane];
    float *const right = block->stem[2 * lane + 1];
    /* Each gain from its frame, not from the one before: four frames at a
       time. */
    for (int f = 0; f < BLOCK; ++f) {
      const float frames = (float)f;
      const float send = send_from + frames * send_step;
      left[f] = (left_from + frames * left_step) * lanes->left[lane][f];
      right[f] = (right_from + frames * right_step) * lanes->right[lane][f];
      send_left[f] += send * left[f];
      send_right[f] += send * right[f];
    }
    sound->side_gain[0][lane] = left_to;
    sound->side_gain[1][lane] = right_to;
    sound->send[lane] = send_to;
    yeoun_stage_reflect(&sound->stage, (unsigned)lane, near_walls, left, right);
    yeoun_colour_render(&sound->colour[lane], &tint, left, right);
  }
  yeoun_stage_advance(&sound->stage);
  float *const left = block->stem[2 * YEOUN_LANES];
  float *const right = block->stem[2 * YEOUN_LANES + 1];
  yeoun_ambience_render(&sound->ambience, send_left, send_right, left, right);
  yeoun_colour_render(&sound->colour[YEOUN_LANES], &tint, left, right);
  sum_stems(sound);
  sound->seconds += BLOCK / sound->rate;
}

/* The limiter delays the mix: so must the stems be. */
static void
delay_stems(struct yeoun_sound *sound)
{
  const uint32_t ahead = sound->limiter.look_ahead;
  for (uint32_t done = 0; done < BLOCK;) {
    /* As far as the delay's end, where it goes round. */
    const uint32_t rest = ahead - sound->delay_at;
    const uint32_t count = rest < BLOCK - done ? rest : BLOCK - done;
    for (int s = 0; s < 2 * YEOUN_STEMS; ++s) {
      float *const old = &sound->delay[s][sound->delay_at];
      float *const now = &sound->block.stem[s][done];
      for (uint32_t f = 0; f < count; ++f) {
        const float kept = now[f];
        now[f] = old[f];
        old[f] = kept;
      }
    }
    done += count;
    sound->delay_at = count < rest ? sound->delay_at + count : 0;
  }
}

/** Keep the larger sample of both sides, frame by frame of a block: a loop that
    compilers do four or eight at a time. The largest of them is sought when
    somebody asks. */
static void
measure(struct yeoun_sound *sound)
{
  for (int s = 0; s < YEOUN_STEMS; ++s) {
    const float *const left = sound->block.stem[2 * s];
    const float *const right = sound->block.stem[2 * s + 1];
    float *const peak = sound->peak[s];
    for (uint32_t f = 0; f < BLOCK; ++f) {
      const float a = fabsf(left[f]);
      const float b = fabsf(right[f]);
      const float size = a > b ? a : b;
      peak[f] = size > peak[f] ? size : peak[f];
    }
  }
}

void
yeoun_sound_measure(struct yeoun_sound *sound, bool is_measured)
{
  sound->is_measured = is_measured;
}

void
yeoun_sound_peaks(struct yeoun_sound *sound, float peak[YEOUN_STEMS])
{
  for (int s = 0; s < YEOUN_STEMS; ++s) {
    peak[s] = 0.0f;
    for (uint32_t f = 0; f < BLOCK; ++f) {
      const float size = sound->peak[s][f];
      peak[s] = size > peak[s] ? size : peak[s];
    }
  }
  memset(sound->peak, 0, sizeof(sound->peak));
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
    yeoun_voices_message(&sound->voices, &sound->queue[i].message);
  }
  sound->queued = 0;
  render_voices(sound, &lanes, done, BLOCK);
  mix_lanes(sound, &lanes);
  if (sound->is_measured) {
    measure(sound);
  }
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

float
yeoun_sound_palette_db(unsigned palette, unsigned pole)
{
  return palette_db[palette % YEOUN_PALETTES][pole % 3];
}

uint32_t
yeoun_sound_latency(const struct yeoun_sound *sound)
{
  return sound->limiter.look_ahead + BLOCK;
}
