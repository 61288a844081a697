// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What a variation is, in a few words: its instrument, what is done to the
   theme, its climax; beside others, what tells it from them first. Made from
   the facts of the score, not from its description. Pure. */

#ifndef YEOUN_UI_MODEL_BLURB_H
#define YEOUN_UI_MODEL_BLURB_H

#include <stdbool.h>
#include <stddef.h>

#include "music/score.h"

/** Parts of a blurb, at most. */
#define YEOUN_BLURB_PARTS 40

/** Bytes of a part, and its final zero. */
#define YEOUN_BLURB_WORDS 32

struct yeoun_blurb_part {
  char words[YEOUN_BLURB_WORDS];
  bool is_own;     /**< few of the others have it, or none */
  bool is_weighty; /**< stands apart: instrument and climax */
  unsigned shared; /**< by so many of the others */
};

struct yeoun_blurb {
  unsigned parts; /**< the instrument first, then the rarest */
  struct yeoun_blurb_part part[YEOUN_BLURB_PARTS];
};

/** Put a score in few words.
    @param others  beside which it stands; NULL among them is left out, and so
   is itself */
void
yeoun_blurb_make(const struct yeoun_score *score,
                 const struct yeoun_score *const *others,
                 unsigned count,
                 struct yeoun_blurb *blurb);

/** What stands between a part and the one before. */
const char *
yeoun_blurb_joint(const struct yeoun_blurb *blurb, unsigned part);

/** All of it: "Flute · ornamented, counter-melody · climax bar 8". */
void
yeoun_blurb_write(const struct yeoun_blurb *blurb, char *text, size_t size);

/** The one wording of how much of the theme is left: "86 % of theme".
    @param identity  0..1 */
void
yeoun_identity_write(float identity, char *text, size_t size);

#endif
