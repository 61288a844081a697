// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Where in the music a change takes effect. */

#ifndef YEOUN_PLAY_APPLY_H
#define YEOUN_PLAY_APPLY_H

enum yeoun_apply {
  YEOUN_APPLY_NOW,
  YEOUN_APPLY_BEAT,
  YEOUN_APPLY_BAR,
  YEOUN_APPLY_PHRASE, /**< four bars, or the form when it is shorter */
};

#endif
