// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Control ports: their ranges, and what they mean to the engine. */

#ifndef YEOUN_CONTROLS_H
#define YEOUN_CONTROLS_H

#include <stdbool.h>
#include <stddef.h>

#include "music/audio.h"
#include "ports.h"
#include "yeoun.h"

enum yeoun_control_kind {
  YEOUN_CONTROL_REAL,
  YEOUN_CONTROL_WHOLE,  /**< rounded to the nearest whole number */
  YEOUN_CONTROL_CHOICE, /**< whole, each value has a label */
  YEOUN_CONTROL_SWITCH, /**< 0 or 1 */
  YEOUN_CONTROL_OUTPUT,
};

/** Facts of one control port, the columns of port_list.h. */
struct yeoun_control_facts {
  const char *symbol, *name;
  enum yeoun_control_kind kind;
  float normal; /**< the default; see yeoun_control_normal() */
  float low, high;
  const char *unit, *group, *labels, *comment;
};

/** The facts of a control port. Any thread. */
YEOUN_AUDIO const struct yeoun_control_facts *
yeoun_control_facts(enum yeoun_port port);

/** The default in one of the plugins: notes alone have expression at first.
    Any thread. */
YEOUN_AUDIO float
yeoun_control_normal(enum yeoun_kind kind, enum yeoun_port port);

/** The value of a port that a host connected to `value`: the default when that
    is NULL or not a number, else the value within its range. Any thread. */
YEOUN_AUDIO float
yeoun_control_value(enum yeoun_kind kind,
                    enum yeoun_port port,
                    const float *value);

/** Write what a value of a port is called: "Chamber"; "" where it has no name.
    Returns the length; cuts at size. Any thread. */
size_t
yeoun_control_label(enum yeoun_port port,
                    unsigned value,
                    char *text,
                    size_t size);

/** The metre of a value of the port; {0, 0} = auto, for one out of range too.
    Any thread. */
YEOUN_AUDIO struct yeoun_meter
yeoun_control_meter(unsigned value);

/** Read all control ports. The theme is the one of the controls.
    @param value  YEOUN_CONTROLS pointers, in the order of the ports; any may be
                  NULL
    Any thread. */
YEOUN_AUDIO struct yeoun_controls
yeoun_controls_read(enum yeoun_kind kind,
                    const float *const value[YEOUN_CONTROLS]);

#endif
