// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "study.h"

#include "music/random.h"
#include "statistics.h"
#include "table.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

void
study_identity(const struct subjects *subjects)
{
  static const struct {
    double distance, skeleton, like;
  } stages[] = {
    {0.15, 0.9, 0.8}, {0.3, 0.9, 0.8}, {0.6, 0.6, 0.8}, {1.0, 0.3, 0.5}};
  static struct yeoun_score score;
  struct tune tune;

  table_head("Theme identity");
  for (unsigned d = 0; d < sizeof(stages) / sizeof(stages[0]); ++d) {
    double skeleton = 0.0;
    double worst = 1.0;
    double hits = 0.0;
    double likeness = 0.0;
    double own = 0.0;
    long scores = 0;
    for (int s = 0; s < subjects->count; ++s) {
      const struct subject *const subject = &subjects->subject[s];
      for (int n = 0; n < YEOUN_POLES * subjects->variations; ++n) {
        double mean = 0.0;
        subject_compose(subject,
                        subjects->bars,
                        (unsigned)n % YEOUN_POLES,
                        (unsigned)(n / YEOUN_POLES + 1),
                        stages[d].distance,
                        &score);
        const double kept = likeness_skeleton(&score, &subject->theme);
        tune_take(&score, YEOUN_LANE_MELODY, &tune);
        hits += likeness_trace(&subject->motif, &tune, stages[d].like, &mean);
        skeleton += kept;
        worst = kept < worst ? kept : worst;
        likeness += mean;
        own += score.identity;
        ++scores;
      }
    }
    char text[80];
    const double count = (double)scores;
    snprintf(text, 80, "1 skeleton kept, distance %.2f", stages[d].distance);
    table_row(text, stages[d].skeleton, skeleton / count, INFINITY, "");
    table_note("    the least of all scores", worst, "");
    snprintf(text,
             80,
             "2 four-bar windows with the motif (%.1f), %.2f",
             stages[d].like,
             stages[d].distance);
    table_row(text, 1.0, hits / count, INFINITY, "");
    table_note("    mean of the best likeness", likeness / count, "");
    table_note("    the engine's own identity", own / count, "");
  }
}

/* The distance of a variation from its theme's statement. */
static double
measured_distance(const struct subject *subject,
                  const struct yeoun_score *statement,
                  const struct yeoun_score *score)
{
  struct tune own;
  struct tune tune;
  double trace = 0.0;
  tune_take(statement, YEOUN_LANE_MELODY, &own);
  tune_take(score, YEOUN_LANE_MELODY, &tune);
  likeness_trace(&subject->motif, &tune, 0.8, &trace);
  return (1.0 - likeness_skeleton(score, &subject->theme) + 1.0 - trace +
          likeness_rhythm(&own, &tune) +
          likeness_pitch_classes(statement, score)) /
         4.0;
}

void
study_dial(const struct subjects *subjects)
{
  enum { SETTINGS = 11, SEEDS = 20, THEMES = 12 };
  static struct yeoun_score statement;
  static struct yeoun_score score;
  const int stride = subjects->count > THEMES ? subjects->count / THEMES : 1;
  double sum = 0.0;
  double within = 0.0;
  double mean[SETTINGS] = {0};
  int dials = 0;
  for (int s = 0; s < subjects->count; s += stride) {
    const struct subject *const subject = &subjects->subject[s];
    for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
      double setting[SETTINGS * SEEDS];
      double measured[SETTINGS * SEEDS];
      subject_compose(subject, subjects->bars, pole, 0, 0.0, &statement);
      for (int i = 0; i < SETTINGS * SEEDS; ++i) {
        setting[i] = i % SETTINGS / (SETTINGS - 1.0);
        subject_compose(subject,
                        subjects->bars,
                        pole,
                        (unsigned)(i / SETTINGS + 1),
                        setting[i],
                        &score);
        measured[i] = measured_distance(subject, &statement, &score);
        mean[i % SETTINGS] += measured[i];
      }
      sum += statistics_spearman(setting, measured, SETTINGS * SEEDS);
      for (int v = 0; v < SEEDS; ++v) {
        within += statistics_spearman(
                    setting + v * SETTINGS, measured + v * SETTINGS, SETTINGS) /
                  SEEDS;
      }
      ++dials;
    }
  }
  table_row("3 Spearman of distance set and measured, 11 x 20",
            0.9,
            sum / dials,
            INFINITY,
            "");
  table_note("    the same within one variation", within / dials, "");
  for (int i = 0; i < SETTINGS; i += 5) {
    char text[80];
    snprintf(text, 80, "    measured at %.1f", i / (SETTINGS - 1.0));
    table_note(text, mean[i] / (dials * SEEDS), "");
  }
}

static double
own_likeness(const struct subject *subject, const struct yeoun_score *score)
{
  struct tune tune;
  double trace = 0.0;
  tune_take(score, YEOUN_LANE_MELODY, &tune);
  likeness_trace(&subject->motif, &tune, 0.8, &trace);
  return (likeness_roots(score, &subject->theme) + trace) / 2.0;
}

void
study_retrieval(const struct subjects *subjects)
{
  enum { PAIRS = 200 };
  static struct yeoun_score score;
  struct yeoun_random random = yeoun_random_stream(1, "retrieval", 0);
  const uint32_t count = (uint32_t)subjects->count;
  int found = 0;
  for (int i = 0; i < PAIRS; ++i) {
    const uint32_t a = yeoun_random_below(&random, count);
    const uint32_t b = (a + 1 + yeoun_random_below(&random, count - 1)) % count;
    subject_compose(&subjects->subject[a],
                    subjects->bars,
                    (unsigned)i % YEOUN_POLES,
                    1 + yeoun_random_below(&random, 100),
                    STUDY_DISTANCE,
                    &score);
    found += own_likeness(&subjects->subject[a], &score) >
             own_likeness(&subjects->subject[b], &score);
  }
  table_row("4 own theme found, of 200 random pairs",
            0.95,
            (double)found / PAIRS,
            INFINITY,
            "");
}

void
study_variety(const struct subjects *subjects)
{
  enum { VARIATIONS = 12, PAIRS = VARIATIONS * (VARIATIONS - 1) / 2 };
  static struct yeoun_score scores[VARIATIONS];
  static struct yeoun_score again;
  double least = 1.0;
  double medians = 0.0;
  long identical = 0;
  long unequal = 0;
  long sets = 0;
  table_head("Variety");
  for (int s = 0; s < subjects->count; ++s) {
    for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
      double distance[PAIRS];
      int pairs = 0;
      for (int v = 0; v < VARIATIONS; ++v) {
        subject_compose(&subjects->subject[s],
                        subjects->bars,
                        pole,
                        (unsigned)v + 1,
                        STUDY_DISTANCE,
                        &scores[v]);
        for (int w = 0; w < v; ++w) {
          distance[pairs] = likeness_distance(&scores[v], &scores[w]);
          least = distance[pairs] < least ? distance[pairs] : least;
          identical += likeness_notes(&scores[v], &scores[w], 0x3F) == 0.0;
          ++pairs;
        }
      }
      subject_compose(&subjects->subject[s],
                      subjects->bars,
                      pole,
                      VARIATIONS,
                      STUDY_DISTANCE,
                      &again);
      const struct yeoun_score *const last = &scores[VARIATIONS - 1];
      unequal +=
        again.notes != last->notes ||
        memcmp(again.note, last->note, again.notes * sizeof(again.note[0])) !=
          0;
      medians += statistics_median(distance, pairs);
      ++sets;
    }
  }
  table_row(
    "5 pairwise distance of 12 variations, least", 0.08, least, INFINITY, "");
  table_row("5 pairwise distance, mean of the medians",
            0.25,
            medians / (double)sets,
            0.6,
            "");
  table_row("5 pairs with identical notes", 0, (double)identical, 0, "");
  table_row("5 equal requests with unequal notes", 0, (double)unequal, 0, "");
}
