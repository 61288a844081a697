// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What sounds at a place does not depend on how one came there: a stretch of
   what was played against the same music played straight from its beginning. */

#ifndef YEOUN_TESTS_HOST_REFERENCE_H
#define YEOUN_TESTS_HOST_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "counter.h"
#include "simulator.h"

/**
   Compare a stretch with a straight run, whose frames are counted from the
   first bar. Notes that begin in it must be the same in key, velocity,
   instrument and channel, at the same place and of the same length; those that
   are held where it begins must sound if their instrument can be begun late and
   enough of them is left, and only then; and there must be no others.

   @param rate  frames a second
   @param is_before_known  the music before the stretch is that of the straight
                           run: its notes ring into it
   @param[out] what  says the first difference
   @return whether it is the same
*/
bool
reference_is(const struct counter *played,
             const struct simulator_stretch *stretch,
             const struct counter *straight,
             double rate,
             bool is_before_known,
             char *what,
             size_t size);

/** Notes that begin in a stretch. */
size_t
reference_notes(const struct counter *played,
                const struct simulator_stretch *stretch);

#endif
