// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "study.h"

#include "compose/scratch.h"
#include "perform/perform.h"
#include "perform/scratch.h"
#include "performed.h"
#include "table.h"

#include <math.h>
#include <stdio.h>

/* Too much for a stack. */
static struct yeoun_compose_scratch compose_scratch;
static struct yeoun_perform_scratch perform_scratch;

/* The same mood with no rule at work. */
static struct yeoun_mood
without_rules(const struct yeoun_mood *mood)
{
  struct yeoun_mood plain = *mood;
  for (int feature = YEOUN_FEATURE_PHRASE_ARCH;
       feature <= YEOUN_FEATURE_FINAL_RITARD;
       ++feature) {
    plain.feature[feature] = 0.0f;
  }
  plain.feature[YEOUN_FEATURE_DYNAMICS] = 0.0f;
  plain.feature[YEOUN_FEATURE_RUBATO] = 0.0f;
  return plain;
}

static void
add(struct performed *sum, const struct performed *one)
{
  sum->level_deviation_db += one->level_deviation_db;
  sum->level_range_db += one->level_range_db;
  sum->level_mean_db += one->level_mean_db;
  sum->tempo_deviation += one->tempo_deviation;
  sum->late_ms += one->late_ms;
  sum->drift_ms += one->drift_ms;
  sum->gate += one->gate;
}

static void
report(const struct performed *with,
       const struct performed *plain,
       const struct performed *worst,
       unsigned pole,
       double scores)
{
  char title[80];
  snprintf(title, 80, "Performance: %s", yeoun_pole_name(pole));
  table_head(title);
  table_row("12 rise of level deviation by the rules, dB",
            2.0,
            (with->level_deviation_db - plain->level_deviation_db) / scores,
            6.0,
            "");
  table_row(
    "12 tempo deviation", -INFINITY, with->tempo_deviation / scores, 0.06, "");
  table_note("    the largest of all scores", worst->tempo_deviation, "");
  table_row("12 mean distance from the host's beat, ms",
            -INFINITY,
            with->late_ms / scores,
            40.0,
            "");
  table_note("    the largest of all scores", worst->late_ms, "");
  table_note(
    "    largest mean lateness of a quarter, ms", with->drift_ms / scores, "");
  table_note("    level of the melody, dB", with->level_mean_db / scores, "");
  table_note("    range of its level, dB", with->level_range_db / scores, "");
  table_note("    gate of the melody", with->gate / scores, "");
}

void
study_performance(const struct subjects *subjects)
{
  static struct yeoun_score score;
  static struct yeoun_performance performance;
  for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
    struct performed with = {.gate = 0.0};
    struct performed plain = {.gate = 0.0};
    struct performed worst = {.gate = 0.0};
    double scores = 0.0;
    for (int s = 0; s < subjects->count; ++s) {
      const struct yeoun_request request =
        subject_request(&subjects->subject[s],
                        subjects->bars,
                        pole,
                        1 + (unsigned)s % 10,
                        STUDY_DISTANCE);
      const struct yeoun_mood without = without_rules(&request.mood);
      yeoun_compose(&request, &compose_scratch, &score);
      yeoun_perform(&score,
                    &request.mood,
                    score.tempo_bpm,
                    0.5f,
                    1,
                    &perform_scratch,
                    &performance);
      const struct performed one =
        performed_measure(&score, &performance, (double)score.tempo_bpm);
      yeoun_perform(&score,
                    &without,
                    score.tempo_bpm,
                    0.0f,
                    1,
                    &perform_scratch,
                    &performance);
      const struct performed bare =
        performed_measure(&score, &performance, (double)score.tempo_bpm);
      add(&with, &one);
      add(&plain, &bare);
      worst.tempo_deviation = fmax(worst.tempo_deviation, one.tempo_deviation);
      worst.late_ms = fmax(worst.late_ms, one.late_ms);
      scores += 1.0;
    }
    report(&with, &plain, &worst, pole, scores);
  }
}
