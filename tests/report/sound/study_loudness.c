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

/* Notes through the comfortable range for eight seconds, dry. */
static double
loudness_of_instrument(unsigned instrument,
                       double every_s,
                       double held_s,
                       unsigned pole)
{
  static const double steps[] = {0, 0.3, 0.15, 0.5, 0.7, 0.4, 1, 0.6};
  const struct yeoun_instrument_facts *const facts =
    yeoun_instrument_facts(instrument);
  struct yeoun_mix mix = {.palette = YEOUN_CHAMBER};
  struct yeoun_sound *const sound = yeoun_sound_new(RATE);
  const uint32_t note = (uint32_t)(every_s * RATE);
  const uint32_t held = (uint32_t)(held_s * RATE);
  mix.weight[pole] = 1;
  yeoun_sound_set_mix(sound, &mix);
  send(sound, YEOUN_MESSAGE_PROGRAM, 0, instrument);
  yeoun_sound_render(sound, left, right, NULL, RATE / 2);
  for (uint32_t n = 0; n < 8 * RATE / note; ++n) {
    float *const l = left + n * note;
    float *const r = right + n * note;
    const unsigned key =
      facts->sweet_low +
      (unsigned)lrint(steps[n % 8] * (facts->sweet_high - facts->sweet_low));
    send(sound, YEOUN_MESSAGE_NOTE_ON, n + 1, key);
    yeoun_sound_render(sound, l, r, NULL, held);
    send(sound, YEOUN_MESSAGE_NOTE_OFF, n + 1, key);
    yeoun_sound_render(sound, l + held, r + held, NULL, note - held);
  }
  yeoun_sound_free(sound);
  return mix_loudness(left, right, 8 * RATE);
}

/* Who may sing in comic palettes, and who else is put there by hand. */
void
study_short(void)
{
  static const unsigned tunes[] = {
    YEOUN_VIOLIN,
    YEOUN_FLUTE,
    YEOUN_CLARINET,
    YEOUN_DAEGEUM,
    YEOUN_GAYAGEUM,
    YEOUN_CELESTA,
    YEOUN_VIBRAPHONE,
    YEOUN_MUSIC_BOX,
    YEOUN_ELECTRIC_PIANO,
    YEOUN_FELT_PIANO,
    YEOUN_NYLON_GUITAR,
    YEOUN_PIZZICATO,
  };
  enum { COUNT = sizeof(tunes) / sizeof(tunes[0]) };
  double lufs[COUNT], sorted[COUNT];
  for (unsigned i = 0; i < COUNT; ++i) {
    lufs[i] = loudness_of_instrument(tunes[i], .25, .1, 2);
    sorted[i] = lufs[i];
  }
  const double middle = statistics_median(sorted, COUNT);
  table_head("short notes of a comic tune against their middle, LU");
  for (unsigned i = 0; i < COUNT; ++i) {
    table_row(yeoun_instrument_facts(tunes[i])->name,
              -1.5,
              lufs[i] - middle,
              1.5,
              "what rings on is held back");
  }
}

void
study_instruments(void)
{
  double lufs[YEOUN_INSTRUMENTS];
  double sorted[YEOUN_INSTRUMENTS];
  int count = 0;
  for (unsigned i = YEOUN_FELT_PIANO; i < YEOUN_KIT; ++i) {
    lufs[i] = loudness_of_instrument(i, 1, 1, 0);
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
