// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* How a form comes home, whatever chord its loop ends on. */

#ifndef YEOUN_COMPOSE_HARMONY_CLOSING_H
#define YEOUN_COMPOSE_HARMONY_CLOSING_H

#include "compose/plan/plan.h"
#include "music/score.h"

/** Let the last bars of the spans close on the tonic, led to by a dominant:
    lyrical and romantic forms within the last two bars, comic ones by the two
    strokes of their last bar. Forms of fewer than eight bars, and those near
    the theme, end as their loop does. Any thread. */
void
yeoun_closing_write(const struct yeoun_plan *plan,
                    unsigned pole,
                    struct yeoun_score *score);

#endif
