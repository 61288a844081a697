// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "melody.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

double
melody_entropy(const struct tune *tune, int bars)
{
  const int all = (int)(tune->length / tune->bar);
  double sum = 0.0;
  int windows = 0;
  for (int first = 0; first + bars <= all; ++first) {
    int count[12] = {0};
    int notes = 0;
    for (int i = 0; i < tune->notes; ++i) {
      const int bar = (int)(tune->start[i] / tune->bar);
      if (bar >= first && bar < first + bars) {
        ++count[tune->pitch[i] % 12];
        ++notes;
      }
    }
    double entropy = 0.0;
    for (int c = 0; c < 12; ++c) {
      if (count[c]) {
        const double share = (double)count[c] / notes;
        entropy -= share * log2(share);
      }
    }
    sum += entropy;
    windows += notes > 0;
  }
  return windows ? sum / windows : 0.0;
}

double
melody_groove(const struct tune *tune)
{
  enum { PLACES = 64, BARS = 64 };
  uint8_t onset[BARS][PLACES] = {{0}};
  int bars = (int)(tune->length / tune->bar);
  bars = bars < BARS ? bars : BARS;
  for (int i = 0; i < tune->notes; ++i) {
    const int bar = (int)(tune->start[i] / tune->bar);
    const int place = (int)(tune->start[i] % tune->bar * PLACES / tune->bar);
    if (bar < bars) {
      onset[bar][place] = 1;
    }
  }
  double sum = 0.0;
  int pairs = 0;
  for (int a = 0; a < bars; ++a) {
    for (int b = a + 1; b < bars; ++b) {
      int different = 0;
      for (int p = 0; p < PLACES; ++p) {
        different += onset[a][p] != onset[b][p];
      }
      sum += 1.0 - (double)different / PLACES;
      ++pairs;
    }
  }
  return pairs ? sum / pairs : 1.0;
}

void
melody_count_intervals(const struct tune *tune, long count[INTERVAL_KINDS])
{
  for (int i = 1; i < tune->notes; ++i) {
    const int size = abs(tune->pitch[i] - tune->pitch[i - 1]);
    ++count[size == 0   ? INTERVAL_UNISON
            : size <= 2 ? INTERVAL_STEP
            : size <= 4 ? INTERVAL_THIRD
            : size <= 7 ? INTERVAL_FOURTH
                        : INTERVAL_LARGE];
  }
}

void
melody_count_leaps(const struct tune *tune, long *leaps, long *answered)
{
  for (int i = 1; i + 1 < tune->notes; ++i) {
    const int leap = tune->pitch[i] - tune->pitch[i - 1];
    const int next = tune->pitch[i + 1] - tune->pitch[i];
    if (abs(leap) >= 5) {
      ++*leaps;
      *answered += leap * next < 0 && abs(next) <= 4;
    }
  }
}

double
melody_register(const struct tune *tune)
{
  double sum = 0.0;
  for (int i = 0; i < tune->notes; ++i) {
    sum += tune->pitch[i];
  }
  return tune->notes ? sum / tune->notes : 0.0;
}

int
melody_range(const struct tune *tune)
{
  int low = 127;
  int high = 0;
  for (int i = 0; i < tune->notes; ++i) {
    low = tune->pitch[i] < low ? tune->pitch[i] : low;
    high = tune->pitch[i] > high ? tune->pitch[i] : high;
  }
  return tune->notes ? high - low : 0;
}

double
melody_density(const struct tune *tune, double tempo_bpm)
{
  return tune->notes * tempo_bpm * YEOUN_BEAT / (60.0 * tune->length);
}

void
melody_count_arches(const struct tune *tune,
                    const struct yeoun_score *score,
                    long *phrases,
                    long *arches,
                    double *peak)
{
  for (int p = 0; p < score->phrases; ++p) {
    const struct yeoun_phrase *const phrase = &score->phrase[p];
    struct tune cut;
    if (phrase->level != 6) {
      continue;
    }
    tune_cut(tune, phrase->start, phrase->end, &cut);
    int top = 0;
    for (int i = 1; i < cut.notes; ++i) {
      top = cut.pitch[i] > cut.pitch[top] ? i : top;
    }
    if (cut.notes >= 3) {
      ++*phrases;
      *arches += cut.pitch[top] > cut.pitch[0] &&
                 cut.pitch[top] > cut.pitch[cut.notes - 1];
      *peak += (double)cut.start[top] / cut.length;
    }
  }
}
