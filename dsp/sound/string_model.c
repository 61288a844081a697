// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "string_model.h"

#include <math.h>

#include "band.h"
#include "modes.h"
#include "music/sine.h"
#include "noise.h"
#include "string_facts.h"
#include "wander.h"

#define MIDDLE_C 261.6256f

/* Partials that move in two planes: of higher ones the second is not heard. */
enum { TWOFOLD = 12, ANSWERS = 6 };

/* How far two blows on the same string differ (a player's hand, by what
   repeated notes of recorded instruments do): share of place and contact, dB of
   the whole and of each partial. */
#define PLACE_BY 0.10f
#define CONTACT_BY 0.20f
#define LEVEL_BY_DB 1.0f
#define PARTIAL_BY_DB 1.5f

/* How far the left hand strays in rate and depth (as a bow's: solo_model.c),
   and in what time its shake grows. */
#define SHAKE_RATE_BY 0.1f
#define SHAKE_DEPTH_BY 0.2f
#define SHAKE_STRAYS 3.0f
#define SHAKE_GROWS_S 0.7f

/* The left hand on a string that rings. */
struct hand {
  float age_s, cents; /* most of this note */
  float beat;         /* turns */
  float rate, depth;  /* walks about 0 */
};

struct strung {
  const struct yeoun_string_facts *facts;
  float rate, hertz;
  float cents; /* of the bend that the modes have now */
  bool is_open;
  uint32_t noise;
  struct yeoun_modes modes;
  struct yeoun_band band;
  struct hand hand;
  float knock, knock_fade;
  struct yeoun_still_band bed_band;
  float bed, bed_fade;
  float side[2];
};

/* One blow: what of the facts this note has made its own. */
struct blow {
  float place, contact, stiffness;
  float tilt; /* power of n by which upper partials are stronger */
};

static float
chance_db(uint32_t *noise, float db)
{
  return exp2f(yeoun_noise_next(noise) * db * (1.0f / 6.0206f));
}

/* Seconds in which a partial loses 60 dB: air and bridge take the same from
   all, friction within the string takes more from the high ones (Chaigne &
   Askenfelt 1994, equation 6; Bank et al. 2010). */
static float
seconds_of(const struct yeoun_string_wire *wire, float first, float hertz)
{
  const float base = wire->seconds * powf(MIDDLE_C / first, wire->lower);
  const float khz2 = 1e-6f * (hertz * hertz - first * first);
  return 6.9078f / (6.9078f / base + wire->loss * khz2);
}

/* What a blow gives to partial n: by its place, the time that it touches, how
   hard felt or finger has become and, of a pluck, the corner that it leaves
   (force at the bridge ~ 1/n; Fletcher & Rossing 1998, sections 2.6, 2.8). */
static float
push_of(const struct strung *strung,
        const struct blow *blow,
        float n,
        float hertz)
{
  const struct yeoun_string_blow *const facts = &strung->facts->blow;
  const float x = 2.0f * hertz * blow->contact;
  const float touch = powf(1.0f + x * x, -facts->steep);
  const float node = fabsf(sinf(3.14159265f * n * blow->place));
  /* A hammer and a finger are wide: no node is quite silent. */
  const float shape = 0.12f + 0.88f * node;
  const float corner = facts->is_plucked ? 1.0f : 0.5f;
  return shape * touch * powf(n, blow->tilt - corner);
}

/* Partial n of a stiff string (Fletcher 1964), the first in tune. */
static float
hertz_of(const struct strung *strung, float n, float stiffness)
{
  return strung->hertz * n * sqrtf(1.0f + stiffness * n * n) /
         sqrtf(1.0f + stiffness);
}

/* A partial moves in two planes, or in strings of a choir that first push the
   bridge together, then against each other: the first dies soon, what is left
   lives long (Weinreich 1977). Those above TWOFOLD show the first stage only.
 */
static void
add_partial(struct strung *strung, const struct blow *blow, int n)
{
  const struct yeoun_string_facts *const facts = strung->facts;
  const struct yeoun_string_wire *const wire = &facts->wire;
  const float k = (float)n;
  const float hertz = hertz_of(strung, k, blow->stiffness);
  const float seconds = seconds_of(wire, strung->hertz, hertz);
  const float level = push_of(strung, blow, k, hertz) *
                      yeoun_body_gain(&facts->body, hertz) *
                      chance_db(&strung->noise, PARTIAL_BY_DB);
  if (n > TWOFOLD) {
    const float sooner = 1.0f + wire->soon * (wire->sooner - 1.0f);
    yeoun_modes_add(&strung->modes, hertz, level, seconds / sooner);
    return;
  }
  /* The planes are apart by a beat that differs from partial to partial. It
     grows with the root of the frequency: low keys would be out of tune. */
  const float apart =
    wire->beating * sqrtf(hertz / MIDDLE_C) * yeoun_noise_next(&strung->noise);
  yeoun_modes_add(&strung->modes, hertz, level * (1.0f - wire->soon), seconds);
  yeoun_modes_add(
    &strung->modes, hertz + apart, level * wire->soon, seconds / wire->sooner);
}

/* With the pedal down the strings that share its partials answer: they take
   from the note at first, so begin against it, are a little off and last longer
   (Lehtonen, Penttinen, Rauhala & Valimaki 2007). */
static void
add_answer(struct strung *strung, const struct blow *blow, int n)
{
  const struct yeoun_string_facts *const facts = strung->facts;
  const float k = (float)n;
  const float hertz = hertz_of(strung, k, blow->stiffness);
  const float level =
    push_of(strung, blow, k, hertz) * yeoun_body_gain(&facts->body, hertz);
  yeoun_modes_add(&strung->modes,
                  hertz * yeoun_noise_near(&strung->noise, 0.0008f),
                  -facts->answer * level,
                  1.5f * seconds_of(&facts->wire, strung->hertz, hertz));
}

/* As loud as a sine of amplitude 1, whatever its partials are. */
static float
scale_of(const struct yeoun_modes *modes)
{
  float power = 1e-12f;
  for (int i = 0; i < modes->filled; ++i) {
    power += modes->cosine[i] * modes->cosine[i];
  }
  return 1.0f / sqrtf(power);
}

static struct blow
draw_blow(struct strung *strung, float velocity, float octaves)
{
  const struct yeoun_string_facts *const facts = strung->facts;
  const struct yeoun_string_blow *const blow = &facts->blow;
  const float contact = 0.001f * blow->soft_ms *
                        powf(blow->hard_ms / blow->soft_ms, velocity) *
                        exp2f(-0.4f * octaves);
  return (struct blow){
    .place = blow->place * yeoun_noise_near(&strung->noise, PLACE_BY),
    .contact = contact * yeoun_noise_near(&strung->noise, CONTACT_BY),
    .stiffness = facts->wire.stiffness * exp2f(facts->wire.stiffer * octaves),
    .tilt = blow->colour * (velocity - 0.64f),
  };
}

static void
add_modes(struct strung *strung, const struct blow *blow, bool is_open)
{
  const float top = fminf(12000.0f, 0.45f * strung->rate);
  const int highest = (int)(top / strung->hertz);
  const int answers = is_open && strung->facts->answer > 0.0f ? ANSWERS : 0;
  yeoun_modes_clear(&strung->modes, strung->rate);
  for (int n = 1; n <= answers && n <= highest; ++n) {
    add_answer(strung, blow, n);
  }
  for (int n = 1; n <= highest && strung->modes.filled < YEOUN_MODE_SLOTS - 1;
       ++n) {
    add_partial(strung, blow, n);
  }
}

/* Hammer, key or finger, and what the body makes of them: a short knock, and a
   bed of noise that stays under the note. */
static void
start_noises(struct strung *strung, float level, float velocity, float octaves)
{
  const struct yeoun_string_knock *const knock = &strung->facts->knock;
  const struct yeoun_string_bed *const bed = &strung->facts->bed;
  strung->knock = level * knock->level * (0.4f + 0.6f * velocity);
  strung->knock_fade = yeoun_fade(0.001f * knock->milliseconds, strung->rate);
  yeoun_band_clear(&strung->band);
  yeoun_band_tune(&strung->band,
                  knock->hertz * (0.7f + 0.5f * velocity) *
                    exp2f(0.25f * octaves),
                  knock->quality,
                  strung->rate);
  /* Noise through a band is quieter the narrower it is. */
  const float hertz = bed->hertz * (0.6f + 0.6f * velocity);
  strung->bed = level * bed->level *
                sqrtf(bed->quality * strung->rate / (3.14159265f * hertz));
  strung->bed_fade = yeoun_fade(bed->seconds, strung->rate);
  yeoun_still_band_set(&strung->bed_band, hertz, bed->quality, strung->rate);
}

/* A string is not shaken alike at every note; one whose bend is written is not
   shaken besides. */
static void
start_hand(struct strung *strung, bool is_straight)
{
  const struct yeoun_string_press *const press = &strung->facts->press;
  strung->hand = (struct hand){.age_s = 0.0f};
  if (press->cents > 0.0f && !is_straight) {
    strung->hand.cents = press->cents * yeoun_noise_near(&strung->noise, 0.35f);
    strung->hand.rate = 1.7f * yeoun_noise_next(&strung->noise);
    strung->hand.depth = 1.7f * yeoun_noise_next(&strung->noise);
  }
}

static void
start(void *state, const struct yeoun_onset *onset)
{
  struct strung *const strung = (struct strung *)state;
  const struct yeoun_string_facts *const facts =
    yeoun_string_facts(onset->instrument);
  const float velocity = onset->velocity;
  strung->facts = facts;
  strung->rate = onset->rate;
  strung->noise = yeoun_noise_seed(onset->seed);
  strung->hertz =
    440.0f * exp2f(((float)onset->key - 69.0f) / 12.0f +
                   yeoun_noise_next(&strung->noise) * (0.6f / 1200.0f));
  strung->cents = 0.0f;
  strung->is_open = onset->key >= facts->open_key;
  const float octaves = log2f(strung->hertz / MIDDLE_C);
  const struct blow blow = draw_blow(strung, velocity, octaves);
  add_modes(strung, &blow, onset->is_open);
  /* 40 dB over the range of velocity (square law, Dannenberg 2006). */
  const float level =
    facts->gain * velocity * velocity * chance_db(&strung->noise, LEVEL_BY_DB);
  yeoun_modes_scale(&strung->modes, level * scale_of(&strung->modes));
  start_noises(strung, level, velocity, octaves);
  start_hand(strung, onset->is_straight);
  const float side = facts->spread * fmaxf(-1.0f, fminf(1.0f, 0.4f * octaves));
  strung->side[0] = 1.0f - 0.5f * side;
  strung->side[1] = 1.0f + 0.5f * side;
}

static void
release(void *state)
{
  struct strung *const strung = (struct strung *)state;
  if (!strung->is_open) {
    const float lower = sqrtf(MIDDLE_C / strung->hertz);
    yeoun_modes_damp(&strung->modes,
                     strung->facts->damper_s * fmaxf(0.5f, lower));
    strung->bed_fade =
      fminf(strung->bed_fade,
            yeoun_fade(strung->facts->damper_s + 0.1f, strung->rate));
  }
}

static void
render_knock(struct strung *strung, float *out, uint32_t frames)
{
  const float narrow =
    sqrtf(strung->facts->knock.quality * 0.5f / strung->band.tangent);
  for (uint32_t f = 0; f < frames; ++f) {
    out[f] += strung->knock * narrow *
              yeoun_band_next(&strung->band, yeoun_noise_next(&strung->noise));
    strung->knock *= strung->knock_fade;
  }
  yeoun_band_rest(&strung->band);
}

static void
render_bed(struct strung *strung, float *out, uint32_t frames)
{
  for (uint32_t f = 0; f < frames; ++f) {
    out[f] +=
      strung->bed * yeoun_still_band_next(&strung->bed_band,
                                          yeoun_noise_next(&strung->noise));
    strung->bed *= strung->bed_fade;
  }
}

/* Cents by which the hand presses: late, wider and wider, never quite even. It
   can but draw the string tighter, so the middle lies above the pitch. */
static float
step_hand(struct strung *strung, uint32_t frames)
{
  const struct yeoun_string_press *const press = &strung->facts->press;
  struct hand *const hand = &strung->hand;
  const float seconds = (float)frames / strung->rate;
  if (hand->cents <= 0.0f) {
    return 0.0f;
  }
  hand->age_s += seconds;
  const float late = (hand->age_s - press->delay_s) / SHAKE_GROWS_S;
  if (late <= 0.0f) {
    return 0.0f;
  }
  hand->rate = yeoun_wander(hand->rate, SHAKE_STRAYS, seconds, &strung->noise);
  hand->depth =
    yeoun_wander(hand->depth, SHAKE_STRAYS, seconds, &strung->noise);
  hand->beat += seconds * press->hertz * (1.0f + SHAKE_RATE_BY * hand->rate);
  hand->beat -= floorf(hand->beat);
  return hand->cents * fminf(1.0f, late) *
         fmaxf(0.2f, 1.0f + SHAKE_DEPTH_BY * hand->depth) *
         (0.2f + yeoun_sine(hand->beat));
}

static bool
render(void *state,
       const struct yeoun_touch *touch,
       float *left,
       float *right,
       uint32_t frames)
{
  struct strung *const strung = (struct strung *)state;
  float out[YEOUN_MODEL_FRAMES] = {0};
  const float cents = touch->cents + step_hand(strung, frames);
  const float loudest =
    yeoun_modes_ring(&strung->modes, cents, &strung->cents, out, frames);
  if (strung->knock > 1e-6f) {
    render_knock(strung, out, frames);
  }
  if (strung->bed > 1e-6f) {
    render_bed(strung, out, frames);
  }
  yeoun_sides_add(out, strung->side, left, right, frames);
  return loudest > 4e-6f || strung->knock > 1e-6f || strung->bed > 1e-6f;
}

_Static_assert(sizeof(struct strung) <= YEOUN_MODEL_BYTES,
               "a voice has room for it");

const struct yeoun_model yeoun_string_model = {
  .size = sizeof(struct strung),
  .start = start,
  .release = release,
  .render = render,
};
