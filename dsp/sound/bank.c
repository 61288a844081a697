// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "bank.h"

#include <math.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "music/instrument.h"
#include "source.h"
#include "sustained_facts.h"

/* Keys that share a wave, a record: near enough that a body is still where it
   was. */
enum { WAVE_KEYS = 3, CROWD_KEYS = 5, ZONES = 32, BANKS = 4 };

struct zones {
  uint8_t low, keys, count;
  struct yeoun_wave wave[ZONES];
  struct yeoun_crowd crowd[ZONES];
};

struct yeoun_bank {
  float rate;
  unsigned users;
  bool is_shared;
  struct zones zones[YEOUN_INSTRUMENTS];
  float (*waves)[YEOUN_WAVES]; /* memory of all */
  int16_t *frames;
};

/* Harmonics end here, or where the rate ends them. */
#define TOP_HZ 13000.0f
#define CROWD_TOP_HZ 11500.0f

static float
hertz_of(const struct zones *zones, int zone)
{
  const float key = (float)zones->low + (float)(zones->keys * zone) +
                    0.5f * (float)(zones->keys - 1);
  return 440.0f * exp2f((key - 69.0f) / 12.0f);
}

static bool
is_crowd(unsigned instrument)
{
  return yeoun_instrument_facts(instrument)->model == YEOUN_MODEL_SECTION;
}

static bool
is_held(unsigned instrument)
{
  return is_crowd(instrument) ||
         yeoun_instrument_facts(instrument)->model == YEOUN_MODEL_SOLO;
}

static void
lay_zones(struct zones *zones, unsigned instrument)
{
  const struct yeoun_instrument_facts *const facts =
    yeoun_instrument_facts(instrument);
  zones->low = facts->low;
  zones->keys = is_crowd(instrument) ? CROWD_KEYS : WAVE_KEYS;
  zones->count = (uint8_t)((facts->high - facts->low) / zones->keys + 1);
}

/* Build a wave, and where the next goes. */
static float (*build_wave(unsigned instrument,
                          float hertz,
                          float top,
                          float (*at)[YEOUN_WAVES],
                          struct yeoun_wave *wave))[YEOUN_WAVES]
{
  struct yeoun_spectrum spectrum;
  const int harmonics =
    yeoun_source_spectrum(instrument, hertz, top, &spectrum);
  const int frames = yeoun_wave_frames(harmonics);
  yeoun_wave_build(&spectrum, at);
  *wave = (struct yeoun_wave){
    .eight = (const float(*)[YEOUN_WAVES])at,
    .hertz = hertz,
    .shift = frames == 256   ? 24
             : frames == 512 ? 23
                             : 22,
  };
  return at + frames + 1;
}

static void
build_solo(struct yeoun_bank *bank)
{
  float(*at)[YEOUN_WAVES] = bank->waves;
  /* The highest key of a zone lies this much above its wave. */
  const float above = exp2f(0.5f * (float)WAVE_KEYS / 12.0f);
  const float top = fminf(TOP_HZ, 0.43f * bank->rate) / above;
  for (unsigned i = 1; i < YEOUN_INSTRUMENTS; ++i) {
    struct zones *const zones = &bank->zones[i];
    for (int z = 0; z < zones->count && !is_crowd(i); ++z) {
      at = build_wave(i, hertz_of(zones, z), top, at, &zones->wave[z]);
    }
  }
}

/* In rooms of its own, which are needed no longer after. */
static bool
build_crowds(struct yeoun_bank *bank)
{
  const float above = exp2f(0.5f * (float)CROWD_KEYS / 12.0f);
  const float top = fminf(CROWD_TOP_HZ, 0.43f * bank->rate) / above;
  void *const memory =
    malloc(sizeof(float[2 * (YEOUN_WAVE_FRAMES + 1)][YEOUN_WAVES]));
  float *const room = malloc(sizeof(*room) * YEOUN_CROWD_FRAMES);
  float(*const waves)[YEOUN_WAVES] = memory;
  int16_t *frames = bank->frames;
  for (unsigned i = 1; i < YEOUN_INSTRUMENTS && waves && room; ++i) {
    struct zones *const zones = &bank->zones[i];
    for (int z = 0; z < zones->count && is_crowd(i); ++z) {
      const float hertz = yeoun_crowd_hertz(hertz_of(zones, z));
      struct yeoun_wave wave, upper;
      build_wave(
        i, 2.0f * hertz, top, build_wave(i, hertz, top, waves, &wave), &upper);
      yeoun_crowd_record(yeoun_sustained_facts(i), &wave, &upper, room, frames);
      zones->crowd[z] = (struct yeoun_crowd){frames, hertz};
      frames += YEOUN_CROWD_PADDED;
    }
  }
  const bool is_built = waves && room;
  free(memory);
  free(room);
  return is_built;
}

static void
destroy(struct yeoun_bank *bank)
{
  if (bank) {
    free(bank->waves);
    free(bank->frames);
    free(bank);
  }
}

static struct yeoun_bank *
build(float rate)
{
  struct yeoun_bank *const bank = calloc(1, sizeof(*bank));
  size_t waves = 0;
  size_t crowds = 0;
  if (!bank) {
    return NULL;
  }
  bank->rate = rate;
  bank->users = 1;
  for (unsigned i = 1; i < YEOUN_INSTRUMENTS; ++i) {
    if (is_held(i)) {
      lay_zones(&bank->zones[i], i);
      for (int z = 0; z < bank->zones[i].count && !is_crowd(i); ++z) {
        const float hertz = hertz_of(&bank->zones[i], z);
        waves += 1 + (size_t)yeoun_wave_frames((int)(TOP_HZ / hertz));
      }
      crowds += is_crowd(i) ? bank->zones[i].count : 0;
    }
  }
  bank->waves = malloc(waves * sizeof(*bank->waves));
  bank->frames = malloc(crowds * YEOUN_CROWD_PADDED * sizeof(int16_t));
  if (!bank->waves || !bank->frames || !build_crowds(bank)) {
    destroy(bank);
    return NULL;
  }
  build_solo(bank);
  return bank;
}

/* What all share; whoever holds the flag may read and write it. Held for a few
   instructions, never by the audio thread. */
static atomic_flag busy = ATOMIC_FLAG_INIT;
static struct yeoun_bank *banks[BANKS];

static void
lock(void)
{
  while (atomic_flag_test_and_set_explicit(&busy, memory_order_acquire)) {
  }
}

static void
unlock(void)
{
  atomic_flag_clear_explicit(&busy, memory_order_release);
}

static struct yeoun_bank *
find(float rate)
{
  for (int b = 0; b < BANKS; ++b) {
    if (banks[b] && banks[b]->rate >= rate && banks[b]->rate <= rate) {
      ++banks[b]->users;
      return banks[b];
    }
  }
  return NULL;
}

/* For others to find, if there is room. */
static void
share(struct yeoun_bank *bank)
{
  for (int b = 0; b < BANKS && !bank->is_shared; ++b) {
    if (!banks[b]) {
      banks[b] = bank;
      bank->is_shared = true;
    }
  }
}

struct yeoun_bank *
yeoun_bank_take(float rate)
{
  lock();
  struct yeoun_bank *bank = find(rate);
  unlock();
  if (bank) {
    return bank;
  }
  struct yeoun_bank *const own = build(rate);
  if (!own) {
    return NULL;
  }
  lock();
  bank = find(rate); /* if another was faster */
  if (!bank) {
    share(own);
  }
  unlock();
  if (bank) {
    destroy(own);
    return bank;
  }
  return own;
}

void
yeoun_bank_give(struct yeoun_bank *bank)
{
  struct yeoun_bank *last = NULL;
  if (!bank) {
    return;
  }
  lock();
  for (int b = 0; b < BANKS; ++b) {
    if (banks[b] == bank && --banks[b]->users == 0) {
      last = banks[b];
      banks[b] = NULL;
    }
  }
  unlock();
  if (last) {
    destroy(last);
  } else if (!bank->is_shared) {
    destroy(bank);
  }
}

static unsigned
zone_of(const struct zones *zones, unsigned key)
{
  const unsigned zone = key < zones->low ? 0 : (key - zones->low) / zones->keys;
  return zone < zones->count ? zone : zones->count - 1U;
}

struct yeoun_wave
yeoun_bank_wave(const struct yeoun_bank *bank,
                unsigned instrument,
                unsigned key)
{
  const unsigned known =
    is_held(instrument) && !is_crowd(instrument) ? instrument : YEOUN_VIOLIN;
  const struct zones *const zones = &bank->zones[known];
  return zones->wave[zone_of(zones, key)];
}

struct yeoun_crowd
yeoun_bank_crowd(const struct yeoun_bank *bank,
                 unsigned instrument,
                 unsigned key)
{
  const unsigned known = is_crowd(instrument) ? instrument : YEOUN_STRINGS;
  const struct zones *const zones = &bank->zones[known];
  return zones->crowd[zone_of(zones, key)];
}
