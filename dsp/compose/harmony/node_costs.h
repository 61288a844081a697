// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What each candidate costs where it stands: the form's cadences, the curve of
   tension, the mood's brightness, one colour in eight bars, and a little chance
   that tells one variation from the next. */

#ifndef YEOUN_COMPOSE_HARMONY_NODE_COSTS_H
#define YEOUN_COMPOSE_HARMONY_NODE_COSTS_H

#include "search.h"

/** Find candidates and their costs for places that are laid. Any thread. */
void
yeoun_node_costs_find(const struct yeoun_plan *plan,
                      unsigned pole,
                      struct yeoun_search *search);

#endif
