// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Prints what the sound measures against the thresholds that it is held to. */

#include <stdio.h>

#include "../music/table.h"
#include "study.h"

int
main(void)
{
  study_tuning();
  study_clicks();
  study_dirt();
  study_shape();
  study_strokes();
  study_loudness();
  printf("\n%d of %d rows pass, %d fail\n",
         table_rows() - table_failures(),
         table_rows(),
         table_failures());
  return table_failures() ? 1 : 0;
}
