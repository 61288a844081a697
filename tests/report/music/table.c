// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "table.h"

#include <math.h>
#include <stdio.h>

static int rows;
static int failures;

void
table_head(const char *title)
{
  printf("\n%-52s %17s %9s  %-4s  %s\n",
         title,
         "threshold",
         "measured",
         "",
         "reference");
}

static void
write_threshold(char *text, size_t size, double low, double high)
{
  if (low == -INFINITY) {
    snprintf(text, size, "<= %.4g", high);
  } else if (high == INFINITY) {
    snprintf(text, size, ">= %.4g", low);
  } else {
    snprintf(text, size, "%.4g .. %.4g", low, high);
  }
}

void
table_row(const char *what,
          double low,
          double measured,
          double high,
          const char *human)
{
  char threshold[32];
  const double rounding = 1e-9;
  const int passes = measured >= low - rounding && measured <= high + rounding;
  write_threshold(threshold, sizeof(threshold), low, high);
  printf("  %-50s %17s %9.3f  %-4s  %s\n",
         what,
         threshold,
         measured,
         passes ? "pass" : "FAIL",
         human);
  fflush(stdout);
  ++rows;
  failures += !passes;
}

void
table_note(const char *what, double measured, const char *human)
{
  printf("  %-50s %17s %9.3f  %-4s  %s\n", what, "", measured, "", human);
}

int
table_failures(void)
{
  return failures;
}

int
table_rows(void)
{
  return rows;
}
