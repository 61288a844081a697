// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Control ports: their ranges, and what they mean to the engine. */

#ifndef YEOUN_CONTROLS_H
#define YEOUN_CONTROLS_H

#include "music/audio.h"
#include "ports.h"
#include "yeoun.h"

enum yeoun_control_kind {
  YEOUN_CONTROL_REAL,
  YEOUN_CONTROL_WHOLE, /**< rounded to the nearest whole number */
  YEOUN_CONTROL_OUTPUT,
};

/** Facts of one control port, the same as in its Turtle. */
struct yeoun_control_facts {
  const char *symbol;
  enum yeoun_control_kind kind;
  float normal; /**< the default */
  float low, high;
};

/** The facts of a control port. Any thread.
    @param port  YEOUN_PORT_CONTROL .. YEOUN_PORT_AUDIO - 1 */
YEOUN_AUDIO const struct yeoun_control_facts *
yeoun_control_facts(enum yeoun_port port);

/** The value of a port that a host connected to `value`: the default when that
    is NULL or not a number, else the value within its range. Any thread. */
YEOUN_AUDIO float
yeoun_control_value(enum yeoun_port port, const float *value);

/** Read all control ports. The theme is the one of the controls.
    @param value  YEOUN_CONTROLS pointers, in the order of the ports; any may be
                  NULL
    Any thread. */
YEOUN_AUDIO struct yeoun_controls
yeoun_controls_read(const float *const value[YEOUN_CONTROLS]);

#endif
