// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "tempo.h"

#include <math.h>

struct yeoun_tempo
yeoun_tempo_constant(double bpm)
{
  struct yeoun_tempo tempo = {0};
  yeoun_tempo_bend(&tempo, 0, bpm);
  return tempo;
}

void
yeoun_tempo_bend(struct yeoun_tempo *tempo, int32_t tick, double bpm)
{
  if (tempo->count < YEOUN_BENDS) {
    const struct yeoun_bend_at bend = {
      .tick = tick,
      .start_s = tempo->count ? yeoun_tempo_seconds(tempo, tick) : 0,
      .quarter_us = (uint32_t)lround(60e6 / bpm)};
    tempo->at[tempo->count++] = bend;
  }
}

double
yeoun_tempo_bpm(const struct yeoun_tempo *tempo, unsigned stretch)
{
  return 60e6 / tempo->at[stretch].quarter_us;
}

unsigned
yeoun_tempo_stretch(const struct yeoun_tempo *tempo, double tick)
{
  unsigned stretch = 0;
  while (stretch + 1 < tempo->count && tempo->at[stretch + 1].tick <= tick) {
    ++stretch;
  }
  return stretch;
}

double
yeoun_tempo_seconds(const struct yeoun_tempo *tempo, double tick)
{
  const struct yeoun_bend_at *const bend =
    &tempo->at[yeoun_tempo_stretch(tempo, tick)];
  return bend->start_s +
         (tick - bend->tick) * bend->quarter_us / (1e6 * YEOUN_BEAT);
}

double
yeoun_tempo_tick(const struct yeoun_tempo *tempo, double seconds)
{
  unsigned stretch = 0;
  while (stretch + 1 < tempo->count &&
         tempo->at[stretch + 1].start_s <= seconds) {
    ++stretch;
  }
  const struct yeoun_bend_at *const bend = &tempo->at[stretch];
  return bend->tick +
         (seconds - bend->start_s) * 1e6 * YEOUN_BEAT / bend->quarter_us;
}
