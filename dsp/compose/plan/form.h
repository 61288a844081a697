// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Forms: how bars become units of sentences and periods. */

#ifndef YEOUN_COMPOSE_PLAN_FORM_H
#define YEOUN_COMPOSE_PLAN_FORM_H

#include "plan.h"

/** Fill the units of a plan whose bars, seed and request are set; any number of
    bars. Sentence and period after Caplin 1998. Any thread. */
void
yeoun_form_lay(struct yeoun_plan *plan);

#endif
