// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "voices.h"

#include <math.h>

#include "music/palette.h"

/* Notes on at most: the rest is for those that fade. */
enum { MOST = YEOUN_POLYPHONY - 16 };

/* Notes of all lanes after which a bell is no longer missed. */
enum { RINGING = 24 };

#define TAKEN_S 0.012f    /* in which a voice that is taken away fades */
#define STRUCK_S 0.03f    /* or a string that is struck again */
#define BOUND_S 0.045f    /* or a note that leads into the next */
#define THINNED_S 0.4f    /* or a bell when many have rung after it */
#define BOUND_GAP_S 0.03f /* a gap that still binds */

void
yeoun_voices_reset(struct yeoun_voices *voices)
{
  for (int v = 0; v < YEOUN_POLYPHONY; ++v) {
    voices->voice[v].is_on = false;
  }
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    voices->is_pedal_down[lane] = false;
  }
  voices->notes = 0;
}

static void
let_go(struct yeoun_voice *voice)
{
  voice->is_pedalled = false;
  if (yeoun_instrument_facts(voice->instrument)->sustain !=
      YEOUN_SUSTAIN_FREE) {
    voice->model->release(voice->state);
  }
}

static void
fade(struct yeoun_voice *voice, float seconds, float rate)
{
  const float fall = 1.0f / (seconds * rate);
  voice->is_held = voice->is_pedalled = false;
  voice->fall = fall > voice->fall ? fall : voice->fall;
}

/* How little a voice would be missed: those let go before those held, and the
   old ones first. */
static uint64_t
rank(const struct yeoun_voices *voices, const struct yeoun_voice *voice)
{
  const uint32_t age = voices->notes - voice->number;
  return age + (voice->is_held       ? 0
                : voice->is_pedalled ? 1ULL << 32
                                     : 1ULL << 33);
}

/* A free voice. When few are left, the least missed is taken away in good time;
   only when all sound at once is one cut off. */
static struct yeoun_voice *
find_voice(struct yeoun_voices *voices)
{
  struct yeoun_voice *free = NULL;
  struct yeoun_voice *least = &voices->voice[0];
  uint64_t most = 0;
  int on = 0;
  for (int v = 0; v < YEOUN_POLYPHONY; ++v) {
    struct yeoun_voice *const voice = &voices->voice[v];
    if (!voice->is_on) {
      free = voice;
    } else if (voice->fall <= 0.0f) {
      const uint64_t place = rank(voices, voice);
      ++on;
      if (place >= most) {
        most = place;
        least = voice;
      }
    }
  }
  if (on >= MOST) {
    fade(least, TAKEN_S, voices->rate);
  }
  return free ? free : least;
}

/* What the note before it in the lane does: a string that is struck again is
   still at once, a melody instrument leads over. The way from it in cents, or
   0. */
static float
join(struct yeoun_voices *voices, unsigned lane, uint8_t key)
{
  const uint8_t instrument = voices->program[lane];
  const bool is_solo = yeoun_instrument_facts(instrument)->polyphony == 1;
  const uint32_t gap = (uint32_t)(BOUND_GAP_S * voices->rate);
  float glide = 0.0f;
  for (int v = 0; v < YEOUN_POLYPHONY; ++v) {
    struct yeoun_voice *const voice = &voices->voice[v];
    if (!voice->is_on || voice->lane != lane || voice->fall > 0.0f ||
        voice->instrument != instrument) {
      continue;
    }
    if (voice->key == key && instrument != YEOUN_KIT) {
      fade(voice, STRUCK_S, voices->rate);
    } else if (is_solo && (voice->is_held || voice->ended < gap)) {
      glide = 100.0f * (float)(voice->key - key);
      fade(voice, BOUND_S, voices->rate);
    }
  }
  return glide;
}

/* Tines and bars that ring on add up at a fast tempo to more than any one of
   them: of a lane's only the last few are left to ring. */
static void
thin(struct yeoun_voices *voices, unsigned lane)
{
  const uint8_t instrument = voices->program[lane];
  const struct yeoun_instrument_facts *const facts =
    yeoun_instrument_facts(instrument);
  if (facts->sustain != YEOUN_SUSTAIN_FREE ||
      facts->model != YEOUN_MODEL_MALLET) {
    return;
  }
  for (int v = 0; v < YEOUN_POLYPHONY; ++v) {
    struct yeoun_voice *const voice = &voices->voice[v];
    const uint32_t later = voices->notes - voice->number;
    if (voice->is_on && voice->lane == lane && !voice->is_held &&
        voice->fall <= 0.0f && later >= RINGING) {
      fade(voice, THINNED_S, voices->rate);
    }
  }
}

static void
start_note(struct yeoun_voices *voices, const struct yeoun_message *message)
{
  const uint8_t lane = message->lane < YEOUN_LANES ? message->lane : 0;
  const float glide = join(voices, lane, message->pitch);
  thin(voices, lane);
  struct yeoun_voice *const voice = find_voice(voices);
  voice->is_on = voice->is_held = true;
  voice->is_pedalled = false;
  voice->id = message->id;
  voice->number = ++voices->notes;
  voice->lane = lane;
  voice->instrument = voices->program[lane];
  voice->key = message->pitch;
  voice->age = voice->ended = 0;
  voice->gain = 1.0f;
  voice->fall = 0.0f;
  voice->bending = yeoun_bending_of(message);
  voice->swell = message->swell;
  voice->length_s = message->length_s;
  voice->model = yeoun_model_of(voice->instrument);
  const struct yeoun_onset onset = {
    .bank = voices->bank,
    .rate = voices->rate,
    .velocity = (float)message->velocity / 127.0f,
    .seed = message->seed ? message->seed : message->id,
    .instrument = voice->instrument,
    .key = message->pitch,
    .articulation = message->articulation,
    .glide_cents = glide,
    .is_straight = message->bend != YEOUN_BEND_NONE,
    .is_open = voices->is_pedal_down[lane],
  };
  voice->model->start(voice->state, &onset);
}

static void
end_note(struct yeoun_voices *voices, uint32_t id)
{
  for (int v = 0; v < YEOUN_POLYPHONY; ++v) {
    struct yeoun_voice *const voice = &voices->voice[v];
    if (voice->is_on && voice->is_held && voice->id == id) {
      voice->is_held = false;
      voice->is_pedalled = voices->is_pedal_down[voice->lane];
      if (!voice->is_pedalled) {
        let_go(voice);
      }
    }
  }
}

static void
move_pedal(struct yeoun_voices *voices, uint8_t lane, bool is_down)
{
  voices->is_pedal_down[lane] = is_down;
  for (int v = 0; v < YEOUN_POLYPHONY && !is_down; ++v) {
    struct yeoun_voice *const voice = &voices->voice[v];
    if (voice->is_on && voice->lane == lane && voice->is_pedalled) {
      let_go(voice);
    }
  }
}

void
yeoun_voices_message(struct yeoun_voices *voices,
                     const struct yeoun_message *message)
{
  const uint8_t lane = message->lane < YEOUN_LANES ? message->lane : 0;
  switch (message->kind) {
    case YEOUN_MESSAGE_NOTE_ON:
      start_note(voices, message);
      break;
    case YEOUN_MESSAGE_NOTE_OFF:
      end_note(voices, message->id);
      break;
    case YEOUN_MESSAGE_PEDAL:
      move_pedal(voices, lane, message->value >= 64);
      break;
    case YEOUN_MESSAGE_PROGRAM:
      voices->program[lane] = message->value;
      break;
    default:
      break;
  }
}

/* A voice that is taken away, quieter every frame. */
static bool
render_fading(struct yeoun_voice *voice,
              const struct yeoun_touch *touch,
              float *left,
              float *right,
              uint32_t frames)
{
  float own_left[YEOUN_MODEL_FRAMES] = {0};
  float own_right[YEOUN_MODEL_FRAMES] = {0};
  const bool lives =
    voice->model->render(voice->state, touch, own_left, own_right, frames);
  for (uint32_t f = 0; f < frames; ++f) {
    const float x = voice->gain > 0.0f ? voice->gain : 0.0f;
    const float shape = x * x * (3.0f - 2.0f * x);
    left[f] += shape * own_left[f];
    right[f] += shape * own_right[f];
    voice->gain -= voice->fall;
  }
  return lives && voice->gain > 0.0f;
}

/* Within a note that is held. */
static float
level_of(const struct yeoun_voice *voice, float seconds)
{
  if (voice->length_s <= 0.0f ||
      yeoun_instrument_facts(voice->instrument)->sustain !=
        YEOUN_SUSTAIN_HELD) {
    return 1.0f;
  }
  const float db =
    yeoun_swell_db(&voice->swell, fminf(1.0f, seconds / voice->length_s));
  return exp2f(db / 6.0206f);
}

void
yeoun_voices_render(struct yeoun_voices *voices,
                    float *const left[YEOUN_LANES],
                    float *const right[YEOUN_LANES],
                    uint32_t frames)
{
  for (int v = 0; v < YEOUN_POLYPHONY; ++v) {
    struct yeoun_voice *const voice = &voices->voice[v];
    if (!voice->is_on) {
      continue;
    }
    const float seconds = (float)voice->age / voices->rate;
    const struct yeoun_touch touch = {
      .cents = yeoun_bending_cents(&voice->bending, seconds),
      .level = level_of(voice, seconds),
    };
    float *const l = left[voice->lane];
    float *const r = right[voice->lane];
    voice->is_on = voice->fall > 0.0f
                     ? render_fading(voice, &touch, l, r, frames)
                     : voice->model->render(voice->state, &touch, l, r, frames);
    voice->age += frames;
    voice->ended += voice->is_held ? 0 : frames;
  }
}
