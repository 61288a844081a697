// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "performed.h"

#include "perform/level.h"
#include "statistics.h"

#include <math.h>
#include <stdlib.h>

/* The written note that a performed one plays: of its lane and pitch, the
   nearest; NULL for graces. */
static const struct yeoun_note *
written(const struct yeoun_score *score, const struct yeoun_performed *note)
{
  const struct yeoun_note *found = NULL;
  int32_t nearest = YEOUN_BEAT;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const own = &score->note[i];
    const int32_t off = abs(own->start - note->start);
    if (own->lane == note->lane && own->pitch == note->pitch &&
        own->articulation == note->articulation && off < nearest) {
      found = own;
      nearest = off;
    }
  }
  return note->articulation == YEOUN_ARTICULATION_GRACE ? NULL : found;
}

enum { BEATS = 1024, QUARTERS = 4 };

/* Sums of lateness, and of the time at which each beat was played. */
struct sums {
  double late, size;
  long notes;
  double quarter_late[QUARTERS];
  long quarter_notes[QUARTERS];
  double beat_time[BEATS];
  int beat_notes[BEATS];
};

static void
add(const struct yeoun_score *score,
    const struct yeoun_note *own,
    double late_ms,
    double ms_per_tick,
    struct sums *sums)
{
  const int32_t pulse = yeoun_pulse_ticks(score->meter);
  const int quarter = (int)((int64_t)own->start * QUARTERS / score->length);
  const int beat = (int)(own->start / pulse);
  sums->size += fabs(late_ms);
  ++sums->notes;
  sums->quarter_late[quarter] += late_ms;
  ++sums->quarter_notes[quarter];
  if (own->start % pulse == 0 && beat < BEATS) {
    sums->beat_time[beat] += own->start * ms_per_tick + late_ms;
    ++sums->beat_notes[beat];
  }
}

static double
tempo_deviation(const struct sums *sums, double beat_ms)
{
  double tempo[BEATS];
  int tempos = 0;
  int last = -1;
  for (int b = 0; b < BEATS; ++b) {
    if (sums->beat_notes[b] == 0) {
      continue;
    }
    if (last >= 0) {
      const double time = sums->beat_time[b] / sums->beat_notes[b] -
                          sums->beat_time[last] / sums->beat_notes[last];
      tempo[tempos++] = (b - last) * beat_ms / time;
    }
    last = b;
  }
  return tempos ? statistics_deviation(tempo, tempos) /
                    statistics_mean(tempo, tempos)
                : 0.0;
}

struct performed
performed_measure(const struct yeoun_score *score,
                  const struct yeoun_performance *performance,
                  double tempo_bpm)
{
  static struct sums sums;
  static double level_db[YEOUN_NOTES_MAX];
  const double ms_per_tick = 60000.0 / (tempo_bpm * YEOUN_BEAT);
  struct performed measured = {.drift_ms = 0.0};
  int levels = 0;
  sums = (struct sums){.notes = 0};
  for (int i = 0; i < performance->notes; ++i) {
    const struct yeoun_performed *const note = &performance->note[i];
    const struct yeoun_note *const own = written(score, note);
    if (!own) {
      continue;
    }
    add(
      score, own, (note->start - own->start) * ms_per_tick, ms_per_tick, &sums);
    if (note->lane == YEOUN_LANE_MELODY) {
      level_db[levels++] = (double)yeoun_velocity_db(note->velocity);
      measured.gate += (double)(note->end - note->start) / own->length;
    }
  }
  for (int q = 0; q < QUARTERS; ++q) {
    if (sums.quarter_notes[q]) {
      const double late = sums.quarter_late[q] / (double)sums.quarter_notes[q];
      measured.drift_ms = fmax(measured.drift_ms, fabs(late));
    }
  }
  measured.late_ms = sums.notes ? sums.size / (double)sums.notes : 0.0;
  measured.tempo_deviation =
    tempo_deviation(&sums, yeoun_pulse_ticks(score->meter) * ms_per_tick);
  measured.level_deviation_db = statistics_deviation(level_db, levels);
  measured.level_mean_db = statistics_mean(level_db, levels);
  if (levels) {
    measured.gate /= levels;
    statistics_median(level_db, levels); /* sorts */
    measured.level_range_db =
      level_db[levels - 1 - levels / 20] - level_db[levels / 20];
  }
  return measured;
}
