// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Readers of the values of properties: what a text does to a cue. All return
   false when it is not what they expect. */

#ifndef YEOUN_RENDER_ASK_PROPERTY_VALUE_H
#define YEOUN_RENDER_ASK_PROPERTY_VALUE_H

#include "property.h"

#define READER(name)                                                           \
  bool yeoun_value_##name(const struct yeoun_property *property,               \
                          struct yeoun_music_cue *cue,                         \
                          const char *text)

/** A number of the cue, or a control. */
READER(number);
READER(truth);
READER(fps);
READER(start);
READER(time);
READER(ring);
READER(name);
READER(theme);
READER(key);
READER(mood);
READER(preset);
READER(meter);
READER(hit);
READER(intensity);
READER(edit);
READER(remix);
READER(mix);
READER(palette);
READER(colour);
READER(take);
READER(set);
READER(make);
READER(target);
READER(loudness);
READER(format);

#undef READER

#endif
