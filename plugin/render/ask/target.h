// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Where music goes, and how loud it is there. */

#ifndef YEOUN_RENDER_ASK_TARGET_H
#define YEOUN_RENDER_ASK_TARGET_H

enum yeoun_target {
  YEOUN_TARGET_NONE, /**< as it was played, but never above full scale */
  YEOUN_TARGET_STREAMING,
  YEOUN_TARGET_CINEMA,
  YEOUN_TARGET_BROADCAST,
  YEOUN_TARGETS
};

/** "none", ...; NULL for a number out of range. */
const char *
yeoun_target_name(unsigned target);

/** The target of a name, or YEOUN_TARGETS. */
unsigned
yeoun_target_find(const char *name);

/** The loudness that a target asks for in LUFS; 0 for none. */
double
yeoun_target_lufs(unsigned target);

/** The highest true peak of a target, dB of full scale. */
double
yeoun_target_peak_db(unsigned target);

#endif
