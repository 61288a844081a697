// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "crowd.h"

#include <math.h>
#include <string.h>

#include "band.h"
#include "music/audio.h"
#include "music/sine.h"
#include "noise.h"
#include "vectors.h"

enum { FRAMES = YEOUN_CROWD_FRAMES, STRETCH = 32, MOTIONS = 5 };

#define SECONDS ((float)FRAMES / YEOUN_CROWD_RATE)

/* Times in a record that pitch goes up and down: slow ones, then vibrato, which
   is never quite even. */
static const float turns[MOTIONS] = {1, 2, 3, 5, 6};

struct player {
  float cycles;          /* in a record: whole */
  float start;           /* turns */
  float swing[MOTIONS];  /* turns of phase that each motion moves */
  float moment[MOTIONS]; /* where each begins, turns */
  float level, breath;   /* of the whole; how far it comes and goes */
  float mix[4];          /* of the spectra */
  float noise;
};

float
yeoun_crowd_hertz(float hertz)
{
  return rintf(hertz * SECONDS) / SECONDS;
}

static void
seat_player(struct player *player,
            const struct yeoun_sustained_facts *facts,
            float hertz,
            int number,
            uint32_t *chance)
{
  const struct yeoun_sustained_desks *const desks = &facts->desks;
  const float seat = desks->count > 1
                       ? 2.0f * (float)number / (float)(desks->count - 1) - 1.0f
                       : 0.0f;
  const float per_cent = hertz * 0.00057779f; /* Hz a cent */
  const float off = 1.6f * desks->cents * seat;
  player->cycles = rintf(hertz * SECONDS) + rintf(off * per_cent * SECONDS);
  player->start = 0.5f + 0.5f * yeoun_noise_next(chance);
  for (int m = 0; m < MOTIONS; ++m) {
    const float cents =
      m < 3 ? 0.8f * desks->drift : 0.7f * facts->vibrato.cents;
    player->swing[m] = cents * yeoun_noise_near(chance, 0.4f) * per_cent *
                       SECONDS / (6.2831853f * turns[m]);
    player->moment[m] = yeoun_noise_next(chance);
  }
  /* Those who are as sharp as others are flat are as loud: it stays in tune. */
  const int pair =
    number < desks->count - 1 - number ? number : desks->count - 1 - number;
  uint32_t twins = yeoun_noise_seed((uint32_t)(hertz * 8.0f) + (uint32_t)pair);
  player->level = yeoun_noise_near(&twins, 0.15f) / sqrtf((float)desks->count);
  player->breath = 0.25f * yeoun_noise_near(chance, 0.5f);
  float whole = 0.0f;
  for (int i = 0; i < 4; ++i) {
    player->mix[i] = yeoun_noise_near(chance, 0.8f);
    whole += player->mix[i];
  }
  for (int i = 0; i < 4; ++i) {
    player->mix[i] /= whole;
  }
}

/* Turns since the record began. */
static float
phase_at(const struct player *player, float part)
{
  float phase = player->start;
  for (int m = 0; m < MOTIONS; ++m) {
    phase += player->swing[m] * yeoun_sine(turns[m] * part + player->moment[m]);
  }
  return phase;
}

/* How strong each of the loud waves is. */
static void
weigh(const struct player *player, float part, yeoun_four *weight)
{
  const float level =
    player->level *
    (1.0f + player->breath * yeoun_sine(3.0f * part + player->moment[0]));
  const float above = yeoun_sine(turns[3] * part + player->moment[3] + 0.25f);
  for (int i = 0; i < 4; ++i) {
    (*weight)[i] = level * player->mix[i] *
                   (1.0f + (i < YEOUN_WAVE_ABOVE ? -0.7f : 0.7f) * above);
  }
}

/* Phases are counted in whole numbers of 2^64 in a turn, so that the end meets
   the beginning. */
YEOUN_WIDE static void
play(const struct player *player,
     const struct yeoun_wave *wave,
     unsigned octave,
     float *out)
{
  const uint32_t rest = (1U << wave->shift) - 1U;
  const float share = 1.0f / (float)(1U << wave->shift);
  const uint64_t cycle = (uint64_t)player->cycles * octave
                         << (64 - YEOUN_CROWD_BITS);
  uint64_t whole = 0;
  float from = phase_at(player, 0.0f);
  for (int at = 0; at < FRAMES; at += STRETCH) {
    const float to = phase_at(player, (float)(at + STRETCH) / FRAMES);
    const int32_t slide =
      (int32_t)((to - from) * (float)octave * (4294967296.0f / STRETCH));
    const float begun = from * (float)octave;
    uint32_t moved =
      (uint32_t)(int32_t)((begun - floorf(begun) - 0.5f) * 4294967040.0f);
    yeoun_four weight;
    weigh(player, (float)at / FRAMES, &weight);
    for (int f = 0; f < STRETCH; ++f) {
      const uint32_t phase = (uint32_t)(whole >> 32) + moved;
      const float part = (float)(int32_t)(phase & rest) * share;
      yeoun_four one, two;
      memcpy(&one, wave->eight[phase >> wave->shift] + YEOUN_WAVE_LOUD, 16);
      memcpy(
        &two, wave->eight[(phase >> wave->shift) + 1] + YEOUN_WAVE_LOUD, 16);
      const yeoun_four x = weight * (one + part * (two - one));
      out[at + f] += (x[0] + x[1]) + (x[2] + x[3]);
      whole += cycle;
      moved += (uint32_t)slide;
    }
    from = to;
  }
}

/* Twice through the band, so that it too meets its beginning. */
static void
add_noise(const struct yeoun_sustained_facts *facts, float hertz, float *out)
{
  const struct yeoun_sustained_breath *const breath = &facts->breath;
  const float middle = breath->hertz + breath->follow * hertz + 100.0f;
  /* High on the string the bow is heard less under the tone. */
  const float level = breath->level * fminf(1.0f, 500.0f / hertz) *
                      sqrtf(0.5f * YEOUN_CROWD_RATE / middle);
  struct yeoun_still_band band;
  if (level <= 0.0f) {
    return;
  }
  yeoun_still_band_set(&band, middle, breath->quality, YEOUN_CROWD_RATE);
  for (int time = 0; time < 2; ++time) {
    uint32_t chance = yeoun_noise_seed((uint32_t)hertz);
    for (int f = 0; f < FRAMES; ++f) {
      const float noise =
        yeoun_still_band_next(&band, yeoun_noise_next(&chance));
      out[f] += time ? level * noise : 0.0f;
    }
  }
}

static void
write_frames(const float *room, int16_t *frames)
{
  double power = 1e-9;
  for (int f = 0; f < FRAMES; ++f) {
    power += (double)room[f] * (double)room[f];
  }
  const float scale = YEOUN_CROWD_RMS / (float)sqrt(power / FRAMES);
  for (int f = 0; f < YEOUN_CROWD_PADDED; ++f) {
    const float x = scale * room[(f + FRAMES - 1) % FRAMES];
    frames[f] = (int16_t)lrintf(fmaxf(-32767.0f, fminf(32767.0f, x)));
  }
}

void
yeoun_crowd_record(const struct yeoun_sustained_facts *facts,
                   const struct yeoun_wave *wave,
                   const struct yeoun_wave *upper,
                   float *room,
                   int16_t *frames)
{
  uint32_t chance = yeoun_noise_seed((uint32_t)(8.0f * wave->hertz));
  memset(room, 0, FRAMES * sizeof(float));
  for (int p = 0; p < facts->desks.count; ++p) {
    struct player player;
    seat_player(&player, facts, wave->hertz, p, &chance);
    play(&player, wave, 1, room);
    if (facts->desks.octave > 0.0f && p % 2 == 0) {
      player.level *= 1.4f * facts->desks.octave;
      play(&player, upper, 2, room);
    }
  }
  add_noise(facts, wave->hertz, room);
  write_frames(room, frames);
}
