// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../music/table.h"
#include "music/palette.h"
#include "sound/sound.h"
#include "sound/voices.h"
#include "study.h"
#include "tone.h"

#define RATE 48000.0

/* The greatest fourth difference in a stretch: what a jump of 1 makes 1 of, and
   what lies in the middle of the range hardly any. */
static double
sharpest(const float *x, uint32_t from, uint32_t frames)
{
  double most = 0;
  for (uint32_t f = from; f < from + frames; ++f) {
    const double here =
      x[f] - 4 * x[f + 1] + 6 * x[f + 2] - 4 * x[f + 3] + x[f + 4];
    most = fmax(most, fabs(here) / 6);
  }
  return most;
}

static double
greatest(const float *x, uint32_t from, uint32_t frames)
{
  double most = 1e-9;
  for (uint32_t f = from; f < from + frames; ++f) {
    most = fmax(most, fabs(x[f]));
  }
  return most;
}

/* How much sharper a note is around an event than it was before, in dB of its
   greatest value. */
static double
jump_at(const float *x, double seconds)
{
  const uint32_t at = (uint32_t)(seconds * RATE);
  /* Long enough for noise and many players to show their sharpest. */
  const double before = sharpest(x, at - 24000, 23900);
  const double around = sharpest(x, at - 64, 256);
  const double more = fmax(around - before, 1e-7);
  return 20 * log10(more / greatest(x, at - 4800, 4800));
}

static double
worst_of_events(double bend_cents, double held_s)
{
  double worst = -INFINITY;
  for (unsigned i = YEOUN_FELT_PIANO; i < YEOUN_KIT; ++i) {
    const struct yeoun_instrument_facts *const facts =
      yeoun_instrument_facts(i);
    const struct tone tone = {
      .instrument = i,
      .key = (facts->sweet_low + facts->sweet_high) / 2U,
      .velocity = 90,
      .seed = 3,
      .rate = RATE,
      .held_s = held_s,
      .whole_s = 2,
      .bend_at_s = bend_cents != 0 ? 0.8 : 0,
      .bend_cents = bend_cents,
    };
    uint32_t frames;
    float *const x = tone_play(&tone, &frames);
    worst = fmax(worst, jump_at(x, 0.8));
    free(x);
  }
  return worst;
}

/* The first frames of what is held: it must begin from nothing. */
static double
worst_onset(void)
{
  double worst = -INFINITY;
  for (unsigned i = YEOUN_FELT_PIANO; i < YEOUN_KIT; ++i) {
    const struct yeoun_instrument_facts *const facts =
      yeoun_instrument_facts(i);
    const struct tone tone = {
      .instrument = i,
      .key = (facts->sweet_low + facts->sweet_high) / 2U,
      .velocity = 90,
      .seed = 3,
      .rate = RATE,
      .held_s = 2,
      .whole_s = 1,
    };
    uint32_t frames;
    float *const x = tone_play(&tone, &frames);
    if (facts->sustain == YEOUN_SUSTAIN_HELD) {
      const double first = sharpest(x, 0, 64);
      worst =
        fmax(worst, 20 * log10(fmax(first, 1e-7) / greatest(x, 0, frames - 8)));
    }
    free(x);
  }
  return worst;
}

struct stage {
  struct yeoun_sound *sound;
  float left[96000], right[96000];
};

static void
set_stage(struct stage *stage, uint8_t program)
{
  const struct yeoun_mix mix = {
    .weight = {1, 0, 0},
    .palette = YEOUN_CHAMBER,
  };
  const struct yeoun_message message = {
    .kind = YEOUN_MESSAGE_PROGRAM,
    .value = program,
  };
  stage->sound = yeoun_sound_new(RATE);
  yeoun_sound_set_mix(stage->sound, &mix);
  yeoun_sound_render(stage->sound, stage->left, stage->right, NULL, 48000);
  yeoun_sound_message(stage->sound, &message);
}

static void
strike(struct stage *stage, uint32_t id, uint8_t kind, uint8_t pitch)
{
  const struct yeoun_message message = {
    .kind = kind,
    .id = id,
    .pitch = pitch,
    .velocity = 60,
    .length_s = 1,
  };
  yeoun_sound_message(stage->sound, &message);
}

/* A held low pad is sounding; something happens to it; how sharp is it? */
static double
jump_of_stage(struct stage *stage, void (*event)(struct stage *stage))
{
  set_stage(stage, YEOUN_SYNTH_BASS);
  strike(stage, 1, YEOUN_MESSAGE_NOTE_ON, 40);
  yeoun_sound_render(stage->sound, stage->left, stage->right, NULL, 38400);
  event(stage);
  yeoun_sound_render(
    stage->sound, stage->left + 38400, stage->right + 38400, NULL, 48000);
  yeoun_sound_free(stage->sound);
  return jump_at(stage->left, 0.8 + 104 / RATE);
}

/* So many silent notes that the oldest is taken away in good time; none strikes
   a key again. */
static void
steal(struct stage *stage)
{
  for (uint32_t n = 0; n < YEOUN_POLYPHONY - 8; ++n) {
    const struct yeoun_message message = {
      .kind = YEOUN_MESSAGE_NOTE_ON,
      .id = 10 + n,
      .pitch = (uint8_t)(n < 40 ? n : n + 1),
      .velocity = 1,
    };
    yeoun_sound_message(stage->sound, &message);
  }
}

static void
change_program(struct stage *stage)
{
  const struct yeoun_message message = {
    .kind = YEOUN_MESSAGE_PROGRAM,
    .value = YEOUN_FLUTE,
  };
  yeoun_sound_message(stage->sound, &message);
}

static void
change_levels(struct stage *stage)
{
  const struct yeoun_mix mix = {
    .lane_db = {-6},
    .warmth = 1,
    .ambience = 0.5f,
    .weight = {0, 0, 1},
    .palette = YEOUN_JAZZ,
  };
  yeoun_sound_set_mix(stage->sound, &mix);
}

static void
strike_again(struct stage *stage)
{
  strike(stage, 1, YEOUN_MESSAGE_NOTE_OFF, 40);
  strike(stage, 2, YEOUN_MESSAGE_NOTE_ON, 40);
}

void
study_clicks(void)
{
  static struct stage stage;
  table_head("jump where something happens, dB of the note's peak");
  table_row("a held note begins", -INFINITY, worst_onset(), -60, "");
  table_row("a note is let go", -INFINITY, worst_of_events(0, 0.8), -60, "");
  table_row(
    "a note is bent by 100 cents", -INFINITY, worst_of_events(100, 5), -60, "");
  table_row("a voice is taken away",
            -INFINITY,
            jump_of_stage(&stage, steal),
            -60,
            "synth bass");
  table_row("the instrument changes",
            -INFINITY,
            jump_of_stage(&stage, change_program),
            -60,
            "synth bass");
  table_row("level, warmth and room change",
            -INFINITY,
            jump_of_stage(&stage, change_levels),
            -60,
            "synth bass");
  table_row("the same key is struck again",
            -INFINITY,
            jump_of_stage(&stage, strike_again),
            -60,
            "synth bass");
}
