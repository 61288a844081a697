// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "features.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "perform/level.h"

#define MELODY 0
#define COUNTER 1
#define CHORDS 2

#define LINE 4096

/* Grace notes last 60 to 90 ms; a little more for the unevenness of hands. */
#define GRACE_S 0.105

const char *const feature_names[FEATURES] = {"tempo",
                                             "density",
                                             "register",
                                             "range",
                                             "step",
                                             "leap",
                                             "reversal",
                                             "gate",
                                             "level",
                                             "dynamics",
                                             "ornament",
                                             "space",
                                             "counter",
                                             "motion"};

/** One voice: its notes but the grace notes, whose number is kept. */
struct line {
  size_t notes, graces;
  struct heard note[LINE];
};

/** A grace note is short, and leads at once to a longer note near by. */
static int
is_grace(const struct heard *note, const struct heard *next)
{
  const double step_s = next->start_s - note->start_s;
  return step_s < GRACE_S && step_s > 0.02 &&
         next->end_s - next->start_s > 1.2 * step_s &&
         abs(next->key - note->key) <= 4;
}

static void
take_line(const struct heard *note,
          size_t notes,
          uint8_t channel,
          struct line *line)
{
  line->notes = 0;
  for (size_t i = 0; i < notes && line->notes < LINE; ++i) {
    /* Of two at once, as octaves are, the higher is the line. */
    struct heard *const last =
      line->notes ? &line->note[line->notes - 1] : NULL;
    if (note[i].channel != channel) {
      continue;
    }
    if (last && note[i].start_s - last->start_s < 0.02) {
      if (note[i].key > last->key) {
        *last = note[i];
      }
    } else {
      line->note[line->notes++] = note[i];
    }
  }

  size_t kept = 0;
  line->graces = 0;
  for (size_t i = 0; i < line->notes; ++i) {
    if (i + 1 < line->notes && is_grace(&line->note[i], &line->note[i + 1])) {
      ++line->graces;
    } else {
      line->note[kept++] = line->note[i];
    }
  }
  line->notes = kept;
}

static int
compare(const void *a, const void *b)
{
  const double x = *(const double *)a;
  const double y = *(const double *)b;
  return (x > y) - (x < y);
}

/** The value that this share of all is below. */
static double
quantile(double *value, size_t count, double share)
{
  qsort(value, count, sizeof(*value), compare);
  return count ? value[(size_t)(share * (double)(count - 1) + 0.5)] : 0.0;
}

static void
measure_intervals(const struct line *line, double feature[FEATURES])
{
  double steps = 0.0;
  double leaps = 0.0;
  double answered = 0.0;
  double asked = 0.0;
  for (size_t i = 1; i < line->notes; ++i) {
    const int move = line->note[i].key - line->note[i - 1].key;
    steps += abs(move) <= 2;
    leaps += abs(move) >= 5;
    if (abs(move) >= 5 && i + 1 < line->notes) {
      const int answer = line->note[i + 1].key - line->note[i].key;
      ++asked;
      answered += abs(answer) <= 2 && answer * move < 0;
    }
  }
  const double intervals = line->notes > 1 ? (double)line->notes - 1.0 : 1.0;
  feature[FEATURE_STEP] = steps / intervals;
  feature[FEATURE_LEAP] = leaps / intervals;
  feature[FEATURE_REVERSAL] = asked > 0.0 ? answered / asked : 1.0;
}

static void
measure_pitch(const struct line *line, double feature[FEATURES])
{
  static double key[LINE];
  double sum = 0.0;
  for (size_t i = 0; i < line->notes; ++i) {
    key[i] = line->note[i].key;
    sum += key[i];
  }
  feature[FEATURE_REGISTER] = line->notes ? sum / (double)line->notes : 0.0;
  feature[FEATURE_RANGE] =
    quantile(key, line->notes, 1.0) - quantile(key, line->notes, 0.0);
}

static void
measure_level(const struct line *line, double feature[FEATURES])
{
  static double level[LINE];
  double sum = 0.0;
  for (size_t i = 0; i < line->notes; ++i) {
    level[i] = (double)yeoun_velocity_db(line->note[i].velocity);
    sum += level[i];
  }
  feature[FEATURE_LEVEL] = line->notes ? sum / (double)line->notes : 0.0;
  feature[FEATURE_DYNAMICS] =
    quantile(level, line->notes, 0.98) - quantile(level, line->notes, 0.02);
}

static void
measure_time(const struct line *line,
             double pulse_s,
             double length_s,
             double feature[FEATURES])
{
  static double gate[LINE];
  size_t gates = 0;
  double silence_s = 0.0;
  double end_s = 0.0;
  for (size_t i = 0; i < line->notes; ++i) {
    const struct heard *const note = &line->note[i];
    const double gap_s = note->start_s - end_s;
    silence_s += gap_s > pulse_s / 2.0 ? gap_s : 0.0;
    end_s = note->end_s > end_s ? note->end_s : end_s;
    if (i + 1 < line->notes) {
      const double written_s = line->note[i + 1].start_s - note->start_s;
      gate[gates++] = (note->end_s - note->start_s) / written_s;
    }
  }
  const double last_s = length_s - end_s;
  silence_s += last_s > pulse_s / 2.0 ? last_s : 0.0;
  feature[FEATURE_GATE] = quantile(gate, gates, 0.5);
  feature[FEATURE_DENSITY] = (double)line->notes / length_s;
  feature[FEATURE_SPACE] = silence_s / length_s;
}

static double
share_sounding(const struct line *line, double length_s)
{
  double sum_s = 0.0;
  double end_s = 0.0;
  for (size_t i = 0; i < line->notes; ++i) {
    const double start_s = fmax(line->note[i].start_s, end_s);
    end_s = fmax(line->note[i].end_s, end_s);
    sum_s += fmax(end_s - start_s, 0.0);
  }
  return fmin(sum_s / length_s, 1.0);
}

void
features_measure(const struct heard *note,
                 size_t notes,
                 double pulse_s,
                 double length_s,
                 double feature[FEATURES])
{
  static struct line line;
  take_line(note, notes, MELODY, &line);
  feature[FEATURE_TEMPO] = 60.0 / pulse_s;
  measure_intervals(&line, feature);
  measure_pitch(&line, feature);
  measure_level(&line, feature);
  measure_time(&line, pulse_s, length_s, feature);
  feature[FEATURE_ORNAMENT] =
    line.notes ? (double)line.graces / (double)line.notes : 0.0;

  take_line(note, notes, COUNTER, &line);
  feature[FEATURE_COUNTER] = share_sounding(&line, length_s);
  take_line(note, notes, CHORDS, &line);
  feature[FEATURE_MOTION] =
    (double)(line.notes + line.graces) / (length_s / pulse_s);
}
