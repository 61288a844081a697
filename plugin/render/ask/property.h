// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The properties that a cue, its character, theme or sheet may have. */

#ifndef YEOUN_RENDER_ASK_PROPERTY_H
#define YEOUN_RENDER_ASK_PROPERTY_H

#include <stdbool.h>

#include "cue.h"

#define YEOUN_VOCABULARY "urn:yeoun:vocabulary#"

/** What a property does to a cue, and what is accepted. */
struct yeoun_property {
  const char *name; /**< after YEOUN_VOCABULARY */
  bool (*read)(struct yeoun_music_cue *cue, const char *text);
  const char *accepted;
};

/** A property by its whole URI, or NULL. */
const struct yeoun_property *
yeoun_property_find(const char *uri);

#endif
