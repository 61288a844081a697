// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "tone.h"

#include <math.h>

#include "timbres.h"

static const float silent = 1e-4f; /* -80 dB */

static float
next_noise(struct yeoun_tone *tone)
{
  tone->noise = tone->noise * 1664525U + 1013904223U;
  return (float)(int32_t)tone->noise / 2147483648.0f;
}

/* A sine of a phase in turns: a parabola bent once (error below 0.1 %). */
static float
sine(float turns)
{
  const float x = 2.0f * (turns - floorf(turns + 0.5f));
  const float y = 4.0f * x * (1.0f - fabsf(x));
  return y * (0.775f + 0.225f * fabsf(y));
}

/* Factor for each frame so that 60 dB are lost in so many seconds. */
static float
fade_of(float seconds, float rate)
{
  return expf(-6.9078f / (seconds * rate));
}

static void
start_partials(struct yeoun_tone *tone)
{
  static const float bar[] = {1.0f, 2.756f, 5.404f, 8.933f};
  const struct yeoun_timbre *const timbre = tone->timbre;
  const bool is_bar = timbre->kind == YEOUN_KIND_BAR;
  const int most = is_bar ? 4 : YEOUN_PARTIALS;
  const float harder = 0.4f + 0.6f * tone->velocity;
  float sum = 0.0f;
  tone->partials = 0;
  for (int n = 1; n <= most; ++n) {
    const float k = (float)n;
    const float ratio =
      is_bar ? bar[n - 1] : k * sqrtf(1.0f + timbre->inharmonic * k * k);
    if (ratio * tone->frequency > 0.42f * tone->rate) {
      break;
    }
    const int i = tone->partials++;
    const float even = n % 2 ? 1.0f : 1.0f - timbre->odd;
    tone->ratio[i] = ratio;
    tone->phase[i] = 0.25f * next_noise(tone);
    tone->amp[i] =
      even * powf(k, -1.0f) * powf(timbre->bright * harder, 0.35f * (k - 1.0f));
    const float lower = powf(261.6f / tone->frequency, 0.5f);
    tone->fade[i] =
      timbre->kind == YEOUN_KIND_HELD
        ? 1.0f
        : fade_of(timbre->decay_s * lower / powf(k, is_bar ? 1.2f : 0.8f),
                  tone->rate);
    sum += tone->amp[i] * tone->amp[i];
  }
  for (int i = 0; i < tone->partials && sum > 0.0f; ++i) {
    tone->amp[i] /= sqrtf(sum);
  }
}

static void
start_string(struct yeoun_tone *tone)
{
  const struct yeoun_timbre *const timbre = tone->timbre;
  /* A one-pole low-pass in the loop: its delay at the pitch is taken off. */
  tone->damp = 0.5f * (1.0f - timbre->bright * (0.6f + 0.4f * tone->velocity));
  const float w = 6.2831853f * tone->frequency / tone->rate;
  const float low_delay =
    atan2f(tone->damp * sinf(w), 1.0f - tone->damp * cosf(w)) / w;
  const float period = tone->rate / tone->frequency - low_delay;
  tone->delay = (int)(period - 0.3f);
  if (tone->delay > YEOUN_STRING_FRAMES - 2) {
    tone->delay = YEOUN_STRING_FRAMES - 2;
  }
  const float rest = period - (float)tone->delay;
  tone->tune = (1.0f - rest) / (1.0f + rest);
  tone->tune_state = tone->damp_state = 0.0f;
  const float lower = powf(261.6f / tone->frequency, 0.6f);
  tone->loop_gain =
    powf(fade_of(timbre->decay_s * lower, tone->rate), period + low_delay);
  tone->write = 0;
  /* A burst of noise, softened, with the comb of the plucking place. */
  float low = 0.0f;
  const float soft = 0.25f + 0.6f * (1.0f - tone->velocity);
  for (int i = 0; i < YEOUN_STRING_FRAMES; ++i) {
    low += (1.0f - soft) * (next_noise(tone) - low);
    tone->string[i] = i < tone->delay ? low : 0.0f;
  }
  const int place = tone->delay / 6 + 1;
  for (int i = tone->delay - 1; i >= place; --i) {
    tone->string[i] = 0.7f * (tone->string[i] - tone->string[i - place]);
  }
}

static void
start(void *state, const struct yeoun_onset *onset)
{
  struct yeoun_tone *const tone = (struct yeoun_tone *)state;
  const struct yeoun_timbre *const timbre =
    yeoun_timbre_of(onset->instrument, onset->key);
  const float rate = onset->rate;
  tone->timbre = timbre;
  tone->rate = rate;
  tone->noise = onset->seed * 2654435761U + 12345U;
  tone->velocity = onset->velocity;
  tone->frequency = 440.0f * powf(2.0f, ((float)onset->key - 69.0f) / 12.0f);
  tone->level = 0.0f;
  /* 40 dB over the range of velocity (square law, Dannenberg 2006). */
  tone->target = timbre->gain * tone->velocity * tone->velocity;
  tone->attack_step = tone->target / (timbre->attack_s * rate + 1.0f);
  tone->release_factor = fade_of(timbre->release_s, rate);
  tone->is_released = false;
  tone->age_s = 0.0f;
  if (timbre->kind == YEOUN_KIND_PLUCKED) {
    start_string(tone);
  } else {
    start_partials(tone);
  }
}

static void
release(void *state)
{
  ((struct yeoun_tone *)state)->is_released = true;
}

static float
envelope(struct yeoun_tone *tone)
{
  if (tone->is_released) {
    tone->level *= tone->release_factor;
  } else if (tone->level < tone->target) {
    tone->level += tone->attack_step;
  }
  return tone->level;
}

static float
vibrato(const struct yeoun_tone *tone)
{
  /* 6 Hz, late and growing (violin vibrato rule of the KTH system). */
  const float late = tone->age_s < 0.35f ? 0.0f : tone->age_s - 0.35f;
  const float grown = late > 0.5f ? 1.0f : 2.0f * late;
  return tone->timbre->vibrato_cents * grown * sine(5.6f * tone->age_s);
}

static bool
render_partials(struct yeoun_tone *tone,
                float *out,
                uint32_t frames,
                float cents)
{
  const float bent = cents + vibrato(tone);
  const float turns = tone->frequency / tone->rate * exp2f(bent / 1200.0f);
  float gain[32];
  for (uint32_t f = 0; f < frames; ++f) {
    gain[f] = envelope(tone);
  }
  float loudest = 0.0f;
  for (int i = 0; i < tone->partials; ++i) {
    const float step = turns * tone->ratio[i];
    float phase = tone->phase[i];
    float amp = tone->amp[i];
    for (uint32_t f = 0; f < frames; ++f) {
      out[f] += gain[f] * amp * sine(phase);
      phase += step;
      amp *= tone->fade[i];
    }
    tone->phase[i] = phase - floorf(phase);
    tone->amp[i] = amp > 1e-9f ? amp : 0.0f;
    loudest = amp > loudest ? amp : loudest;
  }
  if (tone->timbre->noise > 0.0f) {
    for (uint32_t f = 0; f < frames; ++f) {
      out[f] += gain[f] * tone->timbre->noise * next_noise(tone) * loudest;
    }
  }
  return loudest > silent;
}

static bool
render_string(struct yeoun_tone *tone, float *out, uint32_t frames)
{
  float loudest = 0.0f;
  for (uint32_t f = 0; f < frames; ++f) {
    const float read = tone->string[tone->write];
    tone->damp_state += (1.0f - tone->damp) * (read - tone->damp_state);
    const float low = tone->loop_gain * tone->damp_state;
    const float tuned = tone->tune * low + tone->tune_state;
    tone->tune_state = low - tone->tune * tuned;
    tone->string[tone->write] = fabsf(tuned) > 1e-9f ? tuned : 0.0f;
    tone->write = tone->write + 1 < tone->delay ? tone->write + 1 : 0;
    out[f] += 3.0f * envelope(tone) * tuned;
    loudest = fabsf(tuned) > loudest ? fabsf(tuned) : loudest;
  }
  return loudest > silent * 0.05f || tone->age_s < 0.1f;
}

static bool
render(void *state,
       const struct yeoun_touch *touch,
       float *left,
       float *right,
       uint32_t frames)
{
  struct yeoun_tone *const tone = (struct yeoun_tone *)state;
  float out[YEOUN_MODEL_FRAMES] = {0};
  const bool lives = tone->timbre->kind == YEOUN_KIND_PLUCKED
                       ? render_string(tone, out, frames)
                       : render_partials(tone, out, frames, touch->cents);
  for (uint32_t f = 0; f < frames; ++f) {
    left[f] += out[f];
    right[f] += out[f];
  }
  tone->age_s += (float)frames / tone->rate;
  return lives && !(tone->is_released && tone->level < silent * tone->target);
}

const struct yeoun_model yeoun_tone_model = {
  .size = sizeof(struct yeoun_tone),
  .start = start,
  .release = release,
  .render = render,
};
