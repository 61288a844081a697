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

/* Too much for a stack. */
static struct yeoun_compose_scratch compose_scratch;
static struct yeoun_perform_scratch perform_scratch;

/* The linear mood meter: what a score measures is as near to a mood as the
   weighted sum of squares of what lies between it and the mood's card. Weights
   by importance of the features, Eerola, Friberg and Bresin 2013; the timbre's
   share is left out, tempo's is halved between pulse and density. */
static const struct {
  enum yeoun_feature feature;
  double weight;
} meter[] = {{YEOUN_FEATURE_BRIGHT, 0.30},
             {YEOUN_FEATURE_TEMPO, 0.125},
             {YEOUN_FEATURE_DENSITY, 0.125},
             {YEOUN_FEATURE_REGISTER, 0.15},
             {YEOUN_FEATURE_LEVEL, 0.12},
             {YEOUN_FEATURE_GATE, 0.11}};

enum { CUES = sizeof(meter) / sizeof(meter[0]) };

/* -1 where all thirds above the roots are minor, +1 where all are major. */
static double
brightness(const struct yeoun_score *score)
{
  double major = 0.0;
  double minor = 0.0;
  for (int s = 0; s < score->spans; ++s) {
    const struct yeoun_chord *const chord = &score->span[s].chord;
    const bool has_major = chord->tones >> (chord->root + 4) % 12 & 1;
    const bool has_minor = chord->tones >> (chord->root + 3) % 12 & 1;
    major += has_major ? score->span[s].length : 0;
    minor += has_minor && !has_major ? score->span[s].length : 0;
  }
  return major + minor > 0.0 ? (major - minor) / (major + minor) : 0.0;
}

/* The middle of the three cards. */
static double
middle(enum yeoun_feature feature)
{
  const struct yeoun_feature_range *const card =
    yeoun_feature_facts(feature)->pole;
  return ((double)card[0].value + (double)card[1].value +
          (double)card[2].value) /
         3.0;
}

static void
measure(const struct yeoun_score *score,
        const struct yeoun_performance *performance,
        double theme_brightness,
        double x[CUES])
{
  struct tune tune;
  const double tempo = (double)score->tempo_bpm;
  const struct performed performed =
    performed_measure(score, performance, tempo);
  tune_take(score, YEOUN_LANE_MELODY, &tune);
  x[0] = middle(YEOUN_FEATURE_BRIGHT) + brightness(score) - theme_brightness;
  x[1] = tempo * YEOUN_BEAT / yeoun_pulse_ticks(score->meter);
  x[2] = melody_density(&tune, tempo);
  x[3] = melody_register(&tune);
  x[4] = performed.level_mean_db;
  x[5] = performed.gate;
}

/* How far a value lies from a card. The register of comic music has two poles,
   the bassoon's and the piccolo's. */
static double
off_card(enum yeoun_feature feature, unsigned pole, double x)
{
  enum { BASSOON_LOW = 40, BASSOON_HIGH = 55 };
  const double off = x - (double)yeoun_feature_facts(feature)->pole[pole].value;
  if (feature != YEOUN_FEATURE_REGISTER || pole != YEOUN_COMIC) {
    return off;
  }
  const double low = x < BASSOON_LOW    ? BASSOON_LOW - x
                     : x > BASSOON_HIGH ? x - BASSOON_HIGH
                                        : 0.0;
  return fmin(fabs(off), low);
}

static double
distance(const double x[CUES], unsigned pole)
{
  double sum = 0.0;
  for (int c = 0; c < CUES; ++c) {
    const struct yeoun_feature_range *const card =
      yeoun_feature_facts(meter[c].feature)->pole;
    double low = (double)card[0].value;
    double high = low;
    for (int p = 1; p < YEOUN_POLES; ++p) {
      low = fmin(low, (double)card[p].value);
      high = fmax(high, (double)card[p].value);
    }
    const double off = off_card(meter[c].feature, pole, x[c]) / (high - low);
    sum += meter[c].weight * off * off;
  }
  return sum;
}

struct verdict {
  double accuracy; /* share of scores nearest to their own mood */
  double mean[YEOUN_POLES][CUES];
  double margin; /* mean of how much nearer than to the next one */
};

/* Judge all moods, with the features of one group (NULL: none) set to the mean
   of the three poles. */
static struct verdict
judge(const struct subjects *subjects,
      const enum yeoun_feature *without,
      int features)
{
  static struct yeoun_score score;
  static struct yeoun_performance performance;
  struct verdict verdict = {0};
  double scores = 0.0;
  for (int s = 0; s < subjects->count; ++s) {
    subject_compose(
      &subjects->subject[s], subjects->bars, YEOUN_LYRICAL, 0, 0.0, &score);
    const double theme_brightness = brightness(&score);
    for (unsigned n = 0; n < YEOUN_POLES * 2; ++n) {
      const unsigned pole = n % YEOUN_POLES;
      struct yeoun_request request = subject_request(&subjects->subject[s],
                                                     subjects->bars,
                                                     pole,
                                                     1 + n / YEOUN_POLES,
                                                     STUDY_DISTANCE);
      for (int c = 0; c < features; ++c) {
        request.mood.feature[without[c]] = (float)middle(without[c]);
      }
      double x[CUES];
      yeoun_compose(&request, &compose_scratch, &score);
      yeoun_perform(&score,
                    &request.mood,
                    score.tempo_bpm,
                    0.5f,
                    1,
                    &perform_scratch,
                    &performance);
      measure(&score, &performance, theme_brightness, x);
      for (int c = 0; c < CUES; ++c) {
        verdict.mean[pole][c] += x[c] / (2.0 * subjects->count);
      }
      const double own = distance(x, pole);
      const double other = fmin(distance(x, (pole + 1) % YEOUN_POLES),
                                distance(x, (pole + 2) % YEOUN_POLES));
      verdict.accuracy += own < other;
      verdict.margin += other - own;
      scores += 1.0;
    }
  }
  verdict.accuracy /= scores;
  verdict.margin /= scores;
  return verdict;
}

void
study_mood(const struct subjects *subjects)
{
  static const struct {
    const char *name;
    enum yeoun_feature feature[2];
    int features;
  } groups[] = {{"tempo", {YEOUN_FEATURE_TEMPO, YEOUN_FEATURE_DENSITY}, 2},
                {"mode", {YEOUN_FEATURE_BRIGHT, YEOUN_FEATURE_CHROMATIC}, 2},
                {"register", {YEOUN_FEATURE_REGISTER}, 1},
                {"volume", {YEOUN_FEATURE_LEVEL}, 1}};
  enum { GROUPS = sizeof(groups) / sizeof(groups[0]) };
  double loss[GROUPS];
  const struct verdict whole = judge(subjects, NULL, 0);
  table_head("Mood");
  table_row("10 scores told apart by the linear meter",
            0.95,
            whole.accuracy,
            INFINITY,
            "");
  table_note("    mean margin of the meter", whole.margin, "");
  for (unsigned n = 0; n < YEOUN_POLES * CUES; ++n) {
    const struct yeoun_feature_facts *const facts =
      yeoun_feature_facts(meter[n / YEOUN_POLES].feature);
    const unsigned pole = n % YEOUN_POLES;
    char text[80];
    snprintf(text,
             80,
             "    %s, %s (card %.3g)",
             facts->name,
             yeoun_pole_name(pole),
             (double)facts->pole[pole].value);
    table_note(text, whole.mean[pole][n / YEOUN_POLES], "");
  }
  for (int g = 0; g < GROUPS; ++g) {
    char text[80];
    const struct verdict less =
      judge(subjects, groups[g].feature, groups[g].features);
    loss[g] = whole.margin - less.margin;
    snprintf(text, 80, "11 margin lost without %s", groups[g].name);
    table_row(text, 1e-6, loss[g], INFINITY, "");
    table_note("    told apart without it", less.accuracy, "");
  }
  for (int g = 0; g + 1 < GROUPS; ++g) {
    char text[80];
    snprintf(text,
             80,
             "11 %s loses more than %s, by",
             groups[g].name,
             groups[g + 1].name);
    table_row(text, 0.0, loss[g] - loss[g + 1], INFINITY, "");
  }
}
