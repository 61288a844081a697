// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include <math.h>
#include <stdio.h>

#include "../music/statistics.h"
#include "../music/table.h"
#include "mix.h"
#include "music/palette.h"
#include "sound/sound.h"
#include "study.h"

#define RATE 48000

static float left[RATE * 8], right[RATE * 8];

static void
send(struct yeoun_sound *sound, uint8_t kind, uint32_t id, unsigned value)
{
  const struct yeoun_message message = {
    .kind = kind,
    .id = id,
    .pitch = (uint8_t)value,
    .value = (uint8_t)value,
    .velocity = 80,
    .length_s = 0.5f,
  };
  yeoun_sound_message(sound, &message);
}

/* A second each through the comfortable range, dry. */
static double
loudness_of_instrument(unsigned instrument)
{
  static const double steps[] = {0, 0.3, 0.15, 0.5, 0.7, 0.4, 1, 0.6};
  const struct yeoun_instrument_facts *const facts =
    yeoun_instrument_facts(instrument);
  const struct yeoun_mix mix = {.weight = {1, 0, 0}, .palette = YEOUN_CHAMBER};
  struct yeoun_sound *const sound = yeoun_sound_new(RATE);
  const uint32_t note = RATE;
  yeoun_sound_set_mix(sound, &mix);
  yeoun_sound_render(sound, left, right, NULL, RATE / 2);
  send(sound, YEOUN_MESSAGE_PROGRAM, 0, instrument);
  for (uint32_t n = 0; n < 8; ++n) {
    const unsigned key =
      facts->sweet_low +
      (unsigned)lrint(steps[n] * (facts->sweet_high - facts->sweet_low));
    send(sound, YEOUN_MESSAGE_NOTE_ON, n + 1, key);
    yeoun_sound_render(sound, left + n * note, right + n * note, NULL, note);
    send(sound, YEOUN_MESSAGE_NOTE_OFF, n + 1, key);
  }
  yeoun_sound_free(sound);
  return mix_loudness(left, right, 8 * note);
}

static void
study_instruments(void)
{
  double lufs[YEOUN_INSTRUMENTS];
  double sorted[YEOUN_INSTRUMENTS];
  int count = 0;
  for (unsigned i = YEOUN_FELT_PIANO; i < YEOUN_KIT; ++i) {
    lufs[i] = loudness_of_instrument(i);
    sorted[count++] = lufs[i];
  }
  const double middle = statistics_median(sorted, count);
  table_head("loudness against the middle of all, LU, velocity 80");
  for (unsigned i = YEOUN_FELT_PIANO; i < YEOUN_KIT; ++i) {
    table_row(
      yeoun_instrument_facts(i)->name, -1, lufs[i] - middle, 1, "BS.1770");
  }
  table_note("their middle, LUFS", middle, "");
}

void
study_loudness(void)
{
  study_instruments();
}
