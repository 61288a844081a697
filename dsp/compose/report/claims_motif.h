// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What became of the first notes of the statement in a variation. */

#ifndef YEOUN_COMPOSE_REPORT_CLAIMS_MOTIF_H
#define YEOUN_COMPOSE_REPORT_CLAIMS_MOTIF_H

#include <stdbool.h>
#include <stdint.h>

#include "compose/melody/melody_line.h"
#include "compose/plan/techniques.h"

/** Whether the statement's first four notes can be found in a melody as a
    technique of the motif leaves them. A step of the scale more or less is the
    same move. Any thread. */
bool
yeoun_claim_of_motif(const struct yeoun_tune *stated,
                     const struct yeoun_score *score,
                     int32_t bar_ticks,
                     enum yeoun_technique technique);

#endif
