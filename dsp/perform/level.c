// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "level.h"

#include "kth.h"
#include "music/decibel.h"
#include "music/number.h"
#include "music/random.h"

#include <math.h>

/* Level of a lane against the melody, and how much of the curve it follows. */
static const struct {
  float level_db, follows;
} lanes[YEOUN_LANES] =
  {{0, 1}, {-3, 0.9f}, {-7, 0.7f}, {-4, 0.6f}, {-9, 0.6f}, {-6, 0.5f}};

/* Dannenberg 2006: b = 127 / (126 sqrt r) - 1 / 126, m = (1 - b) / 127, with
   r = 1000, the ratio of amplitudes over 60 dB. */
static const double law_b = 0.023938078;
static const double law_m = 0.0076855270;
static const float mezzo_forte_db = -7.794f; /* of velocity 80, against 127 */

uint8_t
yeoun_velocity_of_db(float level_db)
{
  const double root = yeoun_root_of_db((double)(level_db + mezzo_forte_db));
  const double velocity = (root - law_b) / law_m + 0.5;
  return (uint8_t)yeoun_clamp_d(velocity, 1.0, 127.0);
}

float
yeoun_velocity_db(unsigned velocity)
{
  /* The law turned round, by halving: no logarithm is needed. */
  float low = -60.0f;
  float high = 12.0f;
  const double root = law_m * (double)velocity + law_b;
  while (high - low > 0.05f) {
    const float middle = 0.5f * (low + high);
    const double there = yeoun_root_of_db((double)(middle + mezzo_forte_db));
    if (there < root) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return 0.5f * (low + high);
}

/* What the score itself asks for; accents are as strong as the mood's dynamics
   let them, up to four and five decibels. */
static float
written_level(const struct yeoun_rendition *rendition,
              const struct yeoun_note *note)
{
  const bool is_punch = (note->marks & YEOUN_MARK_JOKE) &&
                        note->level_db >= 0 &&
                        note->articulation != YEOUN_ARTICULATION_STACCATO;
  const bool is_marcato = note->articulation == YEOUN_ARTICULATION_MARCATO;
  const float dynamics_db = rendition->mood->feature[YEOUN_FEATURE_DYNAMICS];
  const float share = dynamics_db < 6.0f ? dynamics_db / 6.0f : 1.0f;
  return (float)note->level_db +
         share * ((is_marcato ? 4.0f : 0.0f) + (is_punch ? 5.0f : 0.0f));
}

/* The standard deviation that a mood's dynamics ask for: the range is what nine
   notes of ten lie within, 3.3 of it, and a performance is never flat. */
static float
wanted_deviation(float dynamics_db)
{
  const float ranged = dynamics_db / 3.4f;
  const float least = yeoun_min_f(0.5f * dynamics_db, 2.2f);
  return yeoun_max_f(ranged, least);
}

/* Sums over a row of levels. */
struct sums {
  float sum, squares, count;
};

static void
add(struct sums *sums, float level_db)
{
  sums->sum += level_db;
  sums->squares += level_db * level_db;
  sums->count += 1.0f;
}

static float
variance(const struct sums *sums)
{
  const float mean = sums->sum / sums->count;
  const float found = sums->squares / sums->count - mean * mean;
  return yeoun_max_f(found, 0.0f);
}

struct spread {
  float mean, scale;
};

/* How the rules' levels are scaled: together with what is written they vary by
   as much more than that alone as the mood wants. */
static struct spread
measure_melody(const struct yeoun_rendition *rendition)
{
  struct sums rules = {0};
  struct sums written = {0};
  for (int i = 0; i < rendition->score->notes; ++i) {
    const struct yeoun_note *const note = &rendition->score->note[i];
    if (note->lane == YEOUN_LANE_MELODY &&
        note->articulation != YEOUN_ARTICULATION_GRACE) {
      add(&rules, rendition->note[i].level_db);
      add(&written, written_level(rendition, note));
    }
  }
  struct spread spread = {.mean = 0.0f, .scale = 1.0f};
  if (rules.count < 2.0f) {
    return spread;
  }
  spread.mean = rules.sum / rules.count;
  const float own = variance(&rules);
  const float there = variance(&written);
  const float more =
    wanted_deviation(rendition->mood->feature[YEOUN_FEATURE_DYNAMICS]);
  if (own > 0.01f) {
    const float wanted = more * (more + 2.0f * sqrtf(there));
    spread.scale = sqrtf(wanted / own);
    spread.scale = yeoun_min_f(spread.scale, 3.0f);
  }
  return spread;
}

static float
noise_level(const struct yeoun_rendition *rendition,
            const struct yeoun_note *note)
{
  struct yeoun_random random =
    yeoun_random_stream(rendition->seed + (uint64_t)note->start,
                        "level",
                        note->lane * 128u + note->pitch);
  const float draw =
    yeoun_random_unit(&random) + yeoun_random_unit(&random) - 1.0f;
  return 2.0f * rendition->humanize * yeoun_kth.level_noise * draw;
}

/* A quarter of a decibel a semitone above the fifth below the melody. */
static float
stand_back(const struct yeoun_note *note, int melody_pitch)
{
  const int above = note->pitch - (melody_pitch - 7);
  if ((note->lane != YEOUN_LANE_CHORDS && note->lane != YEOUN_LANE_PAD) ||
      above <= 0) {
    return 0.0f;
  }
  return above > 16 ? -4.0f : -0.25f * (float)above;
}

float
yeoun_level_phrase_db(const struct yeoun_rendition *rendition,
                      const struct yeoun_curve *curve,
                      unsigned lane,
                      int32_t tick)
{
  return rendition->level_scale * lanes[lane].follows *
         yeoun_curve_at(curve, curve->level_db, tick);
}

void
yeoun_level_write(struct yeoun_rendition *rendition,
                  const struct yeoun_curve *curve,
                  struct yeoun_performed *performed)
{
  const struct yeoun_score *const score = rendition->score;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    rendition->note[i].level_db +=
      lanes[note->lane].follows *
      yeoun_curve_at(curve, curve->level_db, note->start);
  }
  const struct spread spread = measure_melody(rendition);
  rendition->level_scale = spread.scale;
  const float mood_db = rendition->mood->feature[YEOUN_FEATURE_LEVEL];
  int melody_pitch = 72;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    melody_pitch = note->lane == YEOUN_LANE_MELODY ? note->pitch : melody_pitch;
    const float swell = lanes[note->lane].follows * spread.mean;
    performed[i].velocity = yeoun_velocity_of_db(
      mood_db + lanes[note->lane].level_db +
      spread.scale * (rendition->note[i].level_db - swell) +
      written_level(rendition, note) + stand_back(note, melody_pitch) +
      noise_level(rendition, note));
  }
}
