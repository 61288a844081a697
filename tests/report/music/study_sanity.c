// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "study.h"

#include "harmony.h"
#include "melody.h"
#include "table.h"

#include <math.h>
#include <stdio.h>

/* What one mood's scores add up to. */
struct sums {
  long scores;
  double consistency, h1, h4, groove;
  long strong, chordal, suspensions, lawful, bars, empty;
  long intervals[INTERVAL_KINDS];
  long leaps, answered, phrases, arches;
  double peak;
  struct voice_leading voices;
};

static void
add(const struct yeoun_score *score, struct sums *sums)
{
  struct tune tune;
  tune_take(score, YEOUN_LANE_MELODY, &tune);
  ++sums->scores;
  sums->consistency += harmony_scale_consistency(score);
  sums->h1 += melody_entropy(&tune, 1);
  sums->h4 += melody_entropy(&tune, 4);
  sums->groove += melody_groove(&tune);
  harmony_count_strong(score, &tune, &sums->strong, &sums->chordal);
  harmony_count_suspensions(score, &tune, &sums->suspensions, &sums->lawful);
  harmony_count_bars(score, &sums->bars, &sums->empty);
  melody_count_intervals(&tune, sums->intervals);
  melody_count_leaps(&tune, &sums->leaps, &sums->answered);
  melody_count_arches(&tune, score, &sums->phrases, &sums->arches, &sums->peak);
  harmony_add_voice_leading(score, &sums->voices);
}

static double
share(long part, long whole)
{
  return whole ? (double)part / (double)whole : 1.0;
}

static void
report_intervals(const struct sums *sums, bool is_judged)
{
  static const struct {
    const char *name, *human;
    double low, high;
  } kinds[INTERVAL_KINDS] = {{"unison", "0.228", 0.15, 0.30},
                             {"step", "0.488", 0.40, 0.60},
                             {"third", "0.165", 0.10, 0.22},
                             {"fourth and fifth", "0.081", 0.05, 0.12},
                             {"larger", "0.039", 0.02, 0.08}};
  long all = 0;
  for (int k = 0; k < INTERVAL_KINDS; ++k) {
    all += sums->intervals[k];
  }
  for (int k = 0; k < INTERVAL_KINDS; ++k) {
    char text[80];
    const double measured = share(sums->intervals[k], all);
    snprintf(text, 80, "8 melodic interval: %s", kinds[k].name);
    if (is_judged) {
      table_row(text, kinds[k].low, measured, kinds[k].high, kinds[k].human);
    } else {
      table_note(text, measured, kinds[k].human);
    }
  }
  table_note("    leaps answered", share(sums->answered, sums->leaps), "0.76");
  table_note(
    "    phrases that arch up", share(sums->arches, sums->phrases), "0.64");
  table_note("    place of the peak in the phrase",
             sums->phrases ? sums->peak / (double)sums->phrases : 0.0,
             "");
}

static void
report_voices(const struct voice_leading *voices)
{
  const double changes = voices->changes ? (double)voices->changes : 1.0;
  const double chords = voices->chords ? (double)voices->chords : 1.0;
  table_row("9 semitones moved a chord change, four voices",
            -INFINITY,
            voices->full_changes ? voices->moves / (double)voices->full_changes
                                 : 0.0,
            6.0,
            "");
  table_row("9 parallel fifths and octaves a hundred changes",
            0,
            100.0 * (double)voices->parallels / changes,
            0,
            "");
  table_row("9 voices within F2 to G5",
            1.0,
            share(voices->inside, voices->voices),
            INFINITY,
            "");
  table_row("9 lowest gap less the mean of those above, st",
            0.0,
            (voices->low_gap - voices->high_gap) / chords,
            INFINITY,
            "");
  table_note("    voicings widest at the bottom",
             share(voices->wider, voices->chords),
             "");
}

static void
report(const struct sums *sums, unsigned pole)
{
  static const double consistency[YEOUN_POLES] = {0.95, 0.88, 0.80};
  const double scores = (double)sums->scores;
  char title[80];
  snprintf(title, 80, "Musical sanity: %s", yeoun_pole_name(pole));
  table_head(title);
  table_row("6 scale consistency",
            consistency[pole],
            sums->consistency / scores,
            INFINITY,
            "");
  table_row("6 strong beats with a chord tone",
            0.8,
            share(sums->chordal, sums->strong),
            INFINITY,
            "");
  table_row("6 suspensions prepared and resolved",
            1.0,
            share(sums->lawful, sums->suspensions),
            INFINITY,
            "");
  table_note("    suspensions a hundred bars",
             100.0 * share(sums->suspensions, sums->bars),
             "");
  table_row(
    "7 entropy of a bar, bits", 1.2, sums->h1 / scores, 2.3, "1.10-2.15");
  table_row(
    "7 entropy of four bars, bits", 2.0, sums->h4 / scores, 2.95, "2.19-2.95");
  table_row(
    "7 groove similarity", 0.80, sums->groove / scores, 0.95, "0.83-0.91");
  table_row("7 empty bars",
            -INFINITY,
            share(sums->empty, sums->bars),
            pole == YEOUN_COMIC ? 0.1 : 0.0,
            "");
  report_intervals(sums, pole == YEOUN_LYRICAL);
  report_voices(&sums->voices);
}

void
study_sanity(const struct subjects *subjects)
{
  static struct yeoun_score score;
  for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
    struct sums sums = {0};
    for (int s = 0; s < subjects->count; ++s) {
      for (int v = 1; v <= subjects->variations; ++v) {
        subject_compose(&subjects->subject[s],
                        subjects->bars,
                        pole,
                        (unsigned)v,
                        STUDY_DISTANCE,
                        &score);
        add(&score, &sums);
      }
    }
    report(&sums, pole);
  }
}
