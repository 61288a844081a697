// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "korean.h"

#include <stddef.h>

#include "music/key.h"
#include "music/palette.h"

/* Degrees of the key, counted from its tonic. */
enum { LA = 0, SI = 1, DO = 2, MI = 4 };

float
yeoun_korean_amount(const struct yeoun_plan *plan)
{
  return plan->request->palette == YEOUN_GUGAK ? 1.0f : plan->request->korean;
}

bool
yeoun_korean_holds(const struct yeoun_plan *plan, int bar)
{
  return !plan->is_statement &&
         yeoun_plan_unit(plan, bar)->rank < yeoun_korean_amount(plan);
}

/* Degrees of the key that the mode leaves out: bit 0 is its tonic. */
static unsigned
shunned_degrees(const struct yeoun_plan *plan)
{
  const unsigned kept = yeoun_key_is_minor(plan->analysis.key)
                          ? 1U << LA | 1U << SI | 1U << DO | 1U << MI | 1U << 3
                          : 1U << 0 | 1U << 1 | 1U << 2 | 1U << 4 | 1U << 5;
  return 0x7FU & ~kept;
}

uint16_t
yeoun_korean_tones(const struct yeoun_plan *plan, int bar)
{
  if (!yeoun_korean_holds(plan, bar)) {
    return YEOUN_KOREAN_ANY;
  }
  const unsigned shunned = shunned_degrees(plan);
  unsigned tones = 0;
  for (int degree = 0; degree < 7; ++degree) {
    tones |= (shunned >> degree) & 1U
               ? 0U
               : 1U << yeoun_pitch_class(
                   yeoun_scale_pitch(&plan->analysis.scale, degree));
  }
  return (uint16_t)tones;
}

struct sigimsae {
  uint8_t bend;
  int16_t cents;
};

static const struct sigimsae as_it_is = {YEOUN_BEND_NONE, 0};

/* Gyemyeonjo (Kim 2017; National Gugak Center). Sizes: haegeum nonghyeon 60 to
   153 cents, toeseong 17 to 46 cents in the court style, wider in folk music.
 */
static struct sigimsae
bend_minor(int degree, int32_t length, bool falls, bool starts, bool ends)
{
  if (degree == MI && length >= YEOUN_BEAT) {
    return (struct sigimsae){YEOUN_BEND_SHAKE, 120};
  }
  if (degree == DO && falls && length >= YEOUN_BEAT / 2) {
    return (struct sigimsae){YEOUN_BEND_BREAK, -100};
  }
  if (degree == LA && !starts && !ends) {
    return (struct sigimsae){YEOUN_BEND_STRAIGHT, 0};
  }
  if (starts && length >= YEOUN_BEAT) {
    return (struct sigimsae){YEOUN_BEND_PUSH, -200};
  }
  return ends ? (struct sigimsae){YEOUN_BEND_FALL, -50} : as_it_is;
}

static struct sigimsae
bend_major(int degree, int32_t length, bool starts, bool ends)
{
  if (starts && length >= YEOUN_BEAT) {
    return (struct sigimsae){YEOUN_BEND_PUSH, -200};
  }
  if (ends) {
    return (struct sigimsae){YEOUN_BEND_FALL, -40};
  }
  if ((degree == 1 || degree == 4) && length >= 2 * YEOUN_BEAT) {
    return (struct sigimsae){YEOUN_BEND_SHAKE, 70};
  }
  return as_it_is;
}

/* The next note of the same lane, or NULL. */
static const struct yeoun_note *
next_of_lane(const struct yeoun_score *score, int i)
{
  for (int j = i + 1; j < score->notes; ++j) {
    if (score->note[j].lane == score->note[i].lane) {
      return &score->note[j];
    }
  }
  return NULL;
}

void
yeoun_korean_bend(const struct yeoun_plan *plan,
                  enum yeoun_lane lane,
                  struct yeoun_score *score)
{
  const bool minor = yeoun_key_is_minor(plan->analysis.key);
  for (int i = 0; i < score->notes; ++i) {
    struct yeoun_note *const note = &score->note[i];
    if (note->lane != lane || note->articulation == YEOUN_ARTICULATION_GRACE ||
        !yeoun_korean_holds(plan, (int)(note->start / plan->bar_ticks))) {
      continue;
    }
    const struct yeoun_note *const next = next_of_lane(score, i);
    const int32_t end = note->start + note->length;
    const bool falls = next && next->pitch < note->pitch;
    const bool ends = !next || next->start > end + YEOUN_BEAT / 2;
    const bool starts = note->marks & YEOUN_MARK_PHRASE_START;
    const int degree =
      yeoun_scale_nearest(&plan->analysis.scale, note->pitch) % 7;
    const struct sigimsae sigimsae =
      minor ? bend_minor(degree, note->length, falls, starts, ends)
            : bend_major(degree, note->length, starts, ends);
    note->bend = sigimsae.bend;
    note->bend_cents = sigimsae.cents;
  }
}

/* Jangdan, three pulses a beat: D deong, k kung, d deok, g gideok, r roll,
   l lightly.
   Gutgeori, jungjungmori, jajinmori, semachi, jungmori: the syllables as taught
   by the National Gugak Center; jinyangjo: accents on the 13th and 16th eighth
   (SOAS, Chinyangjo). */
static const struct jangdan {
  const char *strokes;
  uint8_t beats;
  float low_bpm, high_bpm; /* of the beat */
} jangdans[] = {
  {"D...........d..d..", 6, 0, 50},
  {"D.gk.rk.gk.d", 4, 0, 78},
  {"D.dkddkkDkk.", 4, 60, 84},
  {"D.dkddkkdk.k", 4, 76, 100},
  {"D..D..D.dkd.", 4, 92, 400},
  {"D..D.dkd.", 3, 50, 400},
};

enum { JANGDANS = sizeof(jangdans) / sizeof(jangdans[0]) };

static const struct jangdan *
choose_jangdan(const struct yeoun_plan *plan)
{
  const int beats = plan->bar_ticks / yeoun_pulse_ticks(plan->meter);
  const float bpm = 60.0f * plan->pulses_per_second;
  struct yeoun_random random =
    yeoun_plan_lane_stream(plan, YEOUN_LANE_DRUMS, "jangdan", 0);
  const struct jangdan *best = &jangdans[1];
  float best_cost = 1e9f;
  for (int j = 0; j < JANGDANS; ++j) {
    const struct jangdan *const jangdan = &jangdans[j];
    const bool fits =
      jangdan->beats % beats == 0 || beats % jangdan->beats == 0;
    const float off = bpm < jangdan->low_bpm    ? jangdan->low_bpm - bpm
                      : bpm > jangdan->high_bpm ? bpm - jangdan->high_bpm
                                                : 0.0f;
    const float cost =
      off + (fits ? 0.0f : 1000.0f) + yeoun_random_unit(&random);
    if (cost < best_cost) {
      best_cost = cost;
      best = jangdan;
    }
  }
  return best;
}

static void
strike(struct yeoun_score *score, uint8_t drum, int32_t at, int level_db)
{
  yeoun_score_add(score,
                  (struct yeoun_note){.start = at,
                                      .length = YEOUN_BEAT / 4,
                                      .pitch = drum,
                                      .lane = YEOUN_LANE_DRUMS,
                                      .level_db = (int8_t)level_db});
}

static void
play_stroke(struct yeoun_score *score, char stroke, int32_t at, int32_t pulse)
{
  switch (stroke) {
    case 'D':
      strike(score, YEOUN_DRUM_JANGGU_KUNG, at, 0);
      strike(score, YEOUN_DRUM_JANGGU_DEOK, at, -1);
      break;
    case 'k':
      strike(score, YEOUN_DRUM_JANGGU_KUNG, at, -2);
      break;
    case 'd':
      strike(score, YEOUN_DRUM_JANGGU_DEOK, at, -3);
      break;
    case 'g':
      strike(score, YEOUN_DRUM_JANGGU_DEOK, at, -8);
      strike(score, YEOUN_DRUM_JANGGU_DEOK, at + pulse / 4, -2);
      break;
    case 'r':
      for (int i = 0; i < 4; ++i) {
        strike(score, YEOUN_DRUM_JANGGU_DEOK, at + i * pulse / 4, -5 - i);
      }
      break;
    case 'l':
      strike(score, YEOUN_DRUM_JANGGU_DEOK, at, -9);
      break;
    default:
      break;
  }
}

/* Players vary the cycle as they go, between its first stroke and its next: a
   deok is grazed, a silent pulse is touched lightly. */
static char
varied(const struct yeoun_plan *plan, int32_t at, char stroke)
{
  struct yeoun_random random = yeoun_plan_lane_stream(
    plan, YEOUN_LANE_DRUMS, "byeonju", (uint32_t)(at / YEOUN_SLOT));
  const float draw = yeoun_random_unit(&random);
  return stroke == 'd' && draw < 0.25f   ? 'g'
         : stroke == '.' && draw < 0.15f ? 'l'
                                         : stroke;
}

void
yeoun_korean_drum(const struct yeoun_plan *plan,
                  int bar,
                  struct yeoun_score *score)
{
  const struct jangdan *const jangdan = choose_jangdan(plan);
  const int32_t beat = yeoun_pulse_ticks(plan->meter);
  const int beats = plan->bar_ticks / beat;
  const int32_t pulse = beat / 3;
  for (int b = 0; b < beats; ++b) {
    const int in_cycle = (bar * beats + b) % jangdan->beats;
    for (int p = 0; p < 3; ++p) {
      const int32_t at = bar * plan->bar_ticks + b * beat + p * pulse;
      const char stroke = jangdan->strokes[3 * in_cycle + p];
      play_stroke(
        score, bar % 4 ? varied(plan, at, stroke) : stroke, at, pulse);
    }
  }
}
