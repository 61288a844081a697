// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "study.h"

#include "compose/scratch.h"
#include "statistics.h"
#include "table.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* Too much for a stack. */
static struct yeoun_compose_scratch compose_scratch;

enum { STEPS = 10, THEMES = 12, VARIATIONS = 3, ALL_LANES = 0x3F };

/* One walk from a mood to another. */
struct walk {
  double spearman;
  double growth;  /* of the distance from the beginning, the most in a step, of
                     the whole; a bar gives way at once, so that steps of no more
                     than most of a bar's worth do not count */
  double largest; /* the same, of all steps */
  double apart;   /* the most between neighbours, of the whole */
  double notes;   /* most that differ after one step, a share */
};

static struct walk
walk(const struct subject *subject,
     int bars,
     unsigned from,
     unsigned to,
     unsigned variation)
{
  static struct yeoun_score scores[STEPS + 1];
  const float trim[YEOUN_TRIMS] = {0};
  double step[STEPS + 1];
  double changed[STEPS + 1];
  struct walk found = {.growth = 0.0};
  for (int i = 0; i <= STEPS; ++i) {
    float weight[YEOUN_POLES] = {0};
    struct yeoun_request request =
      subject_request(subject, bars, from, variation, STUDY_DISTANCE);
    weight[from] = 1.0f - (float)i / STEPS;
    weight[to] = (float)i / STEPS;
    request.mood = yeoun_mood_blend(weight, trim, 0.5f, 0.3f);
    yeoun_compose(&request, &compose_scratch, &scores[i]);
    step[i] = i;
    changed[i] = likeness_distance(&scores[0], &scores[i]);
  }
  found.spearman = statistics_spearman(step, changed, STEPS + 1);
  for (int i = 0; i < STEPS && changed[STEPS] > 0.0; ++i) {
    const double one = likeness_distance(&scores[i], &scores[i + 1]);
    const double more = changed[i + 1] - changed[i];
    found.apart = fmax(found.apart, one / changed[STEPS]);
    if (more > 0.75 / bars) {
      found.growth = fmax(found.growth, more / changed[STEPS]);
    }
    found.largest = fmax(found.largest, more / changed[STEPS]);
    found.notes =
      fmax(found.notes, likeness_notes(&scores[i], &scores[i + 1], ALL_LANES));
  }
  return found;
}

static void
report_walks(const struct subjects *subjects, unsigned from, unsigned to)
{
  const int stride = subjects->count > THEMES ? subjects->count / THEMES : 1;
  double spearman = 0.0;
  double growth = 0.0;
  double apart = 0.0;
  double mean = 0.0;
  double notes = 0.0;
  int lawful = 0;
  int walks = 0;
  char text[80];
  for (int s = 0; s < subjects->count; s += stride) {
    for (unsigned v = 1; v <= VARIATIONS; ++v) {
      const struct walk one =
        walk(&subjects->subject[s], subjects->bars, from, to, v);
      spearman += one.spearman;
      mean += one.largest;
      notes += one.notes;
      growth = fmax(growth, one.growth);
      apart = fmax(apart, one.apart);
      lawful += one.apart <= 0.25;
      ++walks;
    }
  }
  snprintf(text,
           80,
           "%s to %s: Spearman of weight, change",
           yeoun_pole_name(from),
           yeoun_pole_name(to));
  table_row(text, 0.9, spearman / walks, INFINITY, "");
  table_row("    most that a step of more than a bar adds, of the whole",
            -INFINITY,
            growth,
            0.25,
            "");
  table_note("    mean of what the largest steps add", mean / walks, "");
  table_note("    most that neighbours lie apart, of the whole", apart, "");
  table_note(
    "    most notes that differ after a step, mean", notes / walks, "");
  table_note(
    "    walks whose neighbours lie within .25", (double)lawful / walks, "");
}

void
study_blend(const struct subjects *subjects)
{
  table_head("From mood to mood");
  report_walks(subjects, YEOUN_LYRICAL, YEOUN_ROMANTIC);
  report_walks(subjects, YEOUN_LYRICAL, YEOUN_COMIC);
  report_walks(subjects, YEOUN_ROMANTIC, YEOUN_COMIC);
}
