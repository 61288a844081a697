// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "table.h"

#include "music/number.h"

#include <stdio.h>
#include <string.h>

void
yeoun_table_print(const struct yeoun_report_row *row, unsigned rows)
{
  int width = 4;
  for (unsigned i = 0; i < rows; ++i) {
    const int length = (int)strlen(row[i].name);
    width = yeoun_max_i(width, length);
  }
  printf("%-*s  %-10s %4s %4s %6s %8s %7s %7s %5s %8s\n",
         width,
         "file",
         "mood",
         "var",
         "bars",
         "bpm",
         "seconds",
         "LUFS",
         "dBTP",
         "notes",
         "identity");
  for (unsigned i = 0; i < rows; ++i) {
    const struct yeoun_report_row *const r = &row[i];
    printf("%-*s  %-10s %4u %4u %6.1f %8.2f %7.1f %7.1f %5u %8.2f\n",
           width,
           r->name,
           r->mood,
           r->variation,
           r->bars,
           r->tempo_bpm,
           r->length_s,
           r->lufs,
           r->peak_db,
           r->notes,
           r->identity);
  }
}
