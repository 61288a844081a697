// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What a theme means: its key, its chords and its motif. Depends on nothing but
   the theme, so that every variation speaks of the same thing. */

#ifndef YEOUN_COMPOSE_PLAN_ANALYSIS_H
#define YEOUN_COMPOSE_PLAN_ANALYSIS_H

#include <stdint.h>

#include "music/scale.h"
#include "music/theme.h"
#include "rhythm.h"

/** A motif: degrees and onsets. */
struct yeoun_motif {
  uint8_t notes;                     /**< 2..8 */
  int16_t degree[YEOUN_THEME_NOTES]; /**< degree numbers in the key's scale */
  int8_t accidental[YEOUN_THEME_NOTES]; /**< semitones off that degree */
  uint8_t slot[YEOUN_THEME_NOTES];      /**< onset in slots from its bar */
  uint8_t length[YEOUN_THEME_NOTES];    /**< slots */
};

struct yeoun_analysis {
  struct yeoun_key key;
  struct yeoun_scale scale;
  uint8_t chords; /**< 1..3 */
  struct yeoun_chord chord[YEOUN_THEME_CHORDS];
  int32_t length[YEOUN_THEME_CHORDS]; /**< ticks, as the theme says */
  struct yeoun_motif motif;
  uint64_t seed; /**< of the theme alone */
};

/** The seed of a theme: the same theme, the same seed. Any thread. */
uint64_t
yeoun_analysis_seed(const struct yeoun_theme *theme);

/** Understand a theme in a metre. Any thread.
    @param take  of the motif, 0..99 */
void
yeoun_analyse(const struct yeoun_theme *theme,
              struct yeoun_meter meter,
              unsigned take,
              struct yeoun_analysis *analysis);

#endif
