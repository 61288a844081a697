// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "study.h"

#include "compose/scratch.h"
#include "melody.h"
#include "perform/perform.h"
#include "perform/scratch.h"
#include "performed.h"
#include "table.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* Too much for a stack. */
static struct yeoun_compose_scratch compose_scratch;
static struct yeoun_perform_scratch perform_scratch;

/* Features of a card that a score and its performance tell. */
static const enum yeoun_feature features[] = {YEOUN_FEATURE_TEMPO,
                                              YEOUN_FEATURE_DENSITY,
                                              YEOUN_FEATURE_REGISTER,
                                              YEOUN_FEATURE_RANGE,
                                              YEOUN_FEATURE_STEP,
                                              YEOUN_FEATURE_LEAP,
                                              YEOUN_FEATURE_REVERSAL,
                                              YEOUN_FEATURE_PEAK,
                                              YEOUN_FEATURE_GATE,
                                              YEOUN_FEATURE_LEVEL,
                                              YEOUN_FEATURE_DYNAMICS};

enum { CUES = sizeof(features) / sizeof(features[0]) };

/* A share of intervals. */
static double
interval_share(const long count[INTERVAL_KINDS], int from, int to)
{
  long all = 0;
  long some = 0;
  for (int kind = 0; kind < INTERVAL_KINDS; ++kind) {
    all += count[kind];
    some += kind >= from && kind <= to ? count[kind] : 0;
  }
  return all ? (double)some / (double)all : 0.0;
}

static void
measure(const struct yeoun_score *score,
        const struct yeoun_performance *performance,
        double x[CUES])
{
  struct tune tune;
  const double tempo = (double)score->tempo_bpm;
  const struct performed performed =
    performed_measure(score, performance, tempo);
  long interval[INTERVAL_KINDS] = {0};
  long leaps = 0;
  long answered = 0;
  long phrases = 0;
  long arches = 0;
  double peak = 0.0;
  tune_take(score, YEOUN_LANE_MELODY, &tune);
  melody_count_intervals(&tune, interval);
  melody_count_leaps(&tune, &leaps, &answered);
  melody_count_arches(&tune, score, &phrases, &arches, &peak);
  x[0] = tempo * YEOUN_BEAT / yeoun_pulse_ticks(score->meter);
  x[1] = melody_density(&tune, tempo);
  x[2] = melody_register(&tune);
  x[3] = melody_range(&tune);
  x[4] = interval_share(interval, INTERVAL_UNISON, INTERVAL_STEP);
  x[5] = interval_share(interval, INTERVAL_FOURTH, INTERVAL_LARGE);
  x[6] = leaps ? (double)answered / (double)leaps : 1.0;
  x[7] = phrases ? peak / (double)phrases : 0.0;
  x[8] = performed.gate;
  x[9] = performed.level_mean_db;
  x[10] = performed.level_range_db;
}

void
study_card(const struct subjects *subjects)
{
  static struct yeoun_score score;
  static struct yeoun_performance performance;
  table_head("Cards");
  for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
    double mean[CUES] = {0};
    double inside[CUES] = {0};
    double scores = 0.0;
    for (int n = 0; n < subjects->count * subjects->variations; ++n) {
      const struct yeoun_request request =
        subject_request(&subjects->subject[n / subjects->variations],
                        subjects->bars,
                        pole,
                        (unsigned)(1 + n % subjects->variations),
                        STUDY_DISTANCE);
      double x[CUES];
      yeoun_compose(&request, &compose_scratch, &score);
      yeoun_perform(&score,
                    &request.mood,
                    score.tempo_bpm,
                    0.5f,
                    1,
                    &perform_scratch,
                    &performance);
      measure(&score, &performance, x);
      for (int c = 0; c < CUES; ++c) {
        const struct yeoun_feature_range *const card =
          &yeoun_feature_facts(features[c])->pole[pole];
        mean[c] += x[c];
        inside[c] +=
          x[c] >= (double)card->low - 1e-6 && x[c] <= (double)card->high + 1e-6;
      }
      scores += 1.0;
    }
    for (int c = 0; c < CUES; ++c) {
      const struct yeoun_feature_facts *const facts =
        yeoun_feature_facts(features[c]);
      const struct yeoun_feature_range *const card = &facts->pole[pole];
      char text[80];
      char range[64];
      snprintf(
        text, 80, "10 %s, %s: inside", facts->name, yeoun_pole_name(pole));
      snprintf(range,
               64,
               "mean %.3g, card %.3g to %.3g",
               mean[c] / scores,
               (double)card->low,
               (double)card->high);
      table_note(text, inside[c] / scores, range);
    }
  }
}
