// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Scores ruined on purpose, each in one way: what the report must be able to
   tell from music. */

#ifndef YEOUN_TESTS_REPORT_JUDGE_MUTANT_H
#define YEOUN_TESTS_REPORT_JUDGE_MUTANT_H

#include "music/random.h"
#include "music/score.h"

enum mutant_kind {
  MUTANT_FREE_MELODY,  /**< melody notes nearly random, of the scale */
  MUTANT_RELATIVES,    /**< chords replaced by their relatives */
  MUTANT_COUNTER,      /**< a random counter */
  MUTANT_BASS,         /**< a random bass */
  MUTANT_NO_CLOSE,     /**< no phrase closes */
  MUTANT_NO_BREATH,    /**< nothing ever falls silent */
  MUTANT_WRONG_MODE,   /**< the end in the other mode */
  MUTANT_NO_ARC,       /**< one bar of accompaniment for all */
  MUTANT_NO_PAUSE,     /**< jokes without silence */
  MUTANT_DOWNBEATS,    /**< each phrase begins on the bar */
  MUTANT_FLAT_PEAKS,   /**< the top sounds again and again */
  MUTANT_FORGETFUL,    /**< each bar a rhythm of its own */
  MUTANT_NARROW,       /**< phrases of three notes */
  MUTANT_OCTAVES,      /**< melody notes an octave off */
  MUTANT_LATE,         /**< the melody a beat late */
  MUTANT_LEANING,      /**< held notes a semitone off */
  MUTANT_DOUBLED,      /**< the counter is the melody, an octave lower */
  MUTANT_COVERED,      /**< the accompaniment above the melody */
  MUTANT_HAMMER,       /**< the chords lane on one pitch */
  MUTANT_THICK,        /**< each accompanying note doubled twice */
  MUTANT_FOREIGN,      /**< chords from anywhere */
  MUTANT_LOST,         /**< after a dominant anything but its goal */
  MUTANT_EARLY_TOP,    /**< the highest notes first */
  MUTANT_RESTLESS,     /**< a new figure in each bar */
  MUTANT_CHOPPED,      /**< melody notes cut into sixteenths */
  MUTANT_OTHER_THEME,  /**< a variation of another theme */
  MUTANT_REDRAWN,      /**< any note another one */
  MUTANT_ONE_RHYTHM,   /**< each bar of melody in the rhythm of the first */
  MUTANT_WORDS,        /**< the words of another piece */
  MUTANT_ZIGZAG,       /**< every other note a sixth above the one before */
  MUTANT_FALLING_ENDS, /**< last notes an octave down */
  MUTANT_LOW_TUNE,     /**< bars of the tune two octaves down */
  MUTANT_FULL_BARS,    /**< bars before a close in eighths */
  MUTANT_CLOSE_GRACES, /**< chromatic graces in last bars */
  MUTANT_MUDDY,        /**< chords and pad down among the bass */
  MUTANT_GROUNDLESS,   /**< bars without an accompaniment */
  MUTANT_MUTE,         /**< nothing is struck while the tune holds */
  MUTANT_ONE_TUNE,     /**< one statement for all themes, and nothing else */
  MUTANTS
};

/** Its name in a few letters. */
const char *
mutant_name(enum mutant_kind kind);

/** Ruin a score.
    @param dose 0..1, the share of places that are ruined
    @param other a variation of another theme in the same mood and length; for
           MUTANT_ONE_TUNE the statement
    @param[out] score the ruined score, sorted */
void
mutant_make(enum mutant_kind kind,
            double dose,
            const struct yeoun_score *from,
            const struct yeoun_score *other,
            uint32_t seed,
            struct yeoun_score *score);

/* One function a kind, in mutants_*.c. */
struct mutation {
  struct yeoun_score *score;
  const struct yeoun_score *other;
  struct yeoun_random random;
  float dose;
};

void
mutate_free_melody(struct mutation *mutation);
void
mutate_no_close(struct mutation *mutation);
void
mutate_downbeats(struct mutation *mutation);
void
mutate_flat_peaks(struct mutation *mutation);
void
mutate_forgetful(struct mutation *mutation);
void
mutate_narrow(struct mutation *mutation);
void
mutate_octaves(struct mutation *mutation);
void
mutate_late(struct mutation *mutation);
void
mutate_early_top(struct mutation *mutation);
void
mutate_chopped(struct mutation *mutation);
void
mutate_relatives(struct mutation *mutation);
void
mutate_foreign(struct mutation *mutation);
void
mutate_lost(struct mutation *mutation);
void
mutate_wrong_mode(struct mutation *mutation);
void
mutate_counter(struct mutation *mutation);
void
mutate_bass(struct mutation *mutation);
void
mutate_no_breath(struct mutation *mutation);
void
mutate_no_arc(struct mutation *mutation);
void
mutate_no_pause(struct mutation *mutation);
void
mutate_leaning(struct mutation *mutation);
void
mutate_doubled(struct mutation *mutation);
void
mutate_covered(struct mutation *mutation);
void
mutate_hammer(struct mutation *mutation);
void
mutate_thick(struct mutation *mutation);
void
mutate_muddy(struct mutation *mutation);
void
mutate_groundless(struct mutation *mutation);
void
mutate_mute(struct mutation *mutation);
void
mutate_restless(struct mutation *mutation);
void
mutate_other_theme(struct mutation *mutation);
void
mutate_redrawn(struct mutation *mutation);
void
mutate_one_rhythm(struct mutation *mutation);
void
mutate_one_tune(struct mutation *mutation);

void
mutate_zigzag(struct mutation *mutation);
void
mutate_falling_ends(struct mutation *mutation);
void
mutate_low_tune(struct mutation *mutation);
void
mutate_full_bars(struct mutation *mutation);
void
mutate_close_graces(struct mutation *mutation);
void
mutate_words(struct mutation *mutation);

#endif
