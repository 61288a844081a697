// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "compose/melody/rhythm_cells.h"

#include "compose/melody/phrase_tables.h"

const struct yeoun_rhythm_cell *
yeoun_rhythm_cells(struct yeoun_meter meter, int *cells, int *bar_length)
{
  enum { FOUR, THREE, TWO, SIX_EIGHT };
  static const int lengths[] = {48, 36, 24, 36};
  const int32_t pulses = yeoun_bar_ticks(meter) / yeoun_pulse_ticks(meter);
  const int is_compound =
    meter.unit == 8 && meter.beats % 3 == 0 && meter.beats > 3;
  int row = FOUR;
  if (is_compound) {
    row = SIX_EIGHT;
  } else if (pulses == 3 || pulses == 5) {
    row = THREE;
  } else if (pulses <= 2 && meter.unit > 2) {
    row = TWO;
  }
  *cells = yeoun_rhythm_cell_counts[row];
  *bar_length = lengths[row];
  return yeoun_rhythm_cell_tables[row];
}
