// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A mood is a vector of cues, blended from three poles and trimmed. */

#ifndef YEOUN_MOOD_H
#define YEOUN_MOOD_H

#include <stdint.h>

enum yeoun_pole { YEOUN_LYRICAL, YEOUN_ROMANTIC, YEOUN_COMIC, YEOUN_POLES };

/** Musical quantities of a mood. Rates are shares 0..1 unless said. */
enum yeoun_cue {
  YEOUN_CUE_TEMPO,       /**< bpm of the felt pulse */
  YEOUN_CUE_DENSITY,     /**< melody notes a second */
  YEOUN_CUE_REGISTER,    /**< mean melody pitch, MIDI key */
  YEOUN_CUE_RANGE,       /**< melody range, semitones */
  YEOUN_CUE_STEP,        /**< share of unisons and steps among intervals */
  YEOUN_CUE_LEAP,        /**< share of intervals of 5 semitones and more */
  YEOUN_CUE_REVERSAL,    /**< share of leaps answered by a step back */
  YEOUN_CUE_PEAK,        /**< place of the highest note in the phrase, 0..1 */
  YEOUN_CUE_GATE,        /**< sounded over written length */
  YEOUN_CUE_LEVEL,       /**< mean level, dB against mezzo-forte */
  YEOUN_CUE_DYNAMICS,    /**< range of level, dB */
  YEOUN_CUE_DISSONANCE,  /**< appoggiaturas and suspensions a bar */
  YEOUN_CUE_ORNAMENT,    /**< share of notes with a grace note */
  YEOUN_CUE_CHROMATIC,   /**< share of mixture and applied harmony, 0..1 */
  YEOUN_CUE_BRIGHT,      /**< -1 minor is darkened .. +1 Lydian brightness */
  YEOUN_CUE_SYNCOPATION, /**< share of off-beat accents */
  YEOUN_CUE_SPACE,       /**< share of a phrase that is silence */
  YEOUN_CUE_HUMOUR,      /**< jokes a four-bar phrase, 0..1 */
  YEOUN_CUE_RUBATO,      /**< hesitation, 0..1 */
  YEOUN_CUE_COUNTER,     /**< how present the counter-melody is, 0..1 */
  YEOUN_CUE_MOTION,      /**< accompaniment attacks a beat */
  /* amounts (k) of the KTH performance rules, perform/rules.h */
  YEOUN_CUE_PHRASE_ARCH,
  YEOUN_CUE_HARMONIC_CHARGE,
  YEOUN_CUE_MELODIC_CHARGE,
  YEOUN_CUE_DURATION_CONTRAST,
  YEOUN_CUE_HIGH_LOUD,
  YEOUN_CUE_PUNCTUATION,
  YEOUN_CUE_REPETITION,
  YEOUN_CUE_FINAL_RITARD,
  YEOUN_CUES
};

/** Trims, in the order of the ports; -1..+1, 0 = as the mood has it. */
enum yeoun_trim {
  YEOUN_TRIM_TEMPO,
  YEOUN_TRIM_REGISTER,
  YEOUN_TRIM_LEVEL,
  YEOUN_TRIM_GATE,
  YEOUN_TRIM_LEAP,
  YEOUN_TRIM_ORNAMENT,
  YEOUN_TRIM_CHROMATIC,
  YEOUN_TRIM_RUBATO,
  YEOUN_TRIM_SYNCOPATION,
  YEOUN_TRIM_HUMOUR,
  YEOUN_TRIMS
};

/** What one pole means for one cue: the card. */
struct yeoun_cue_range {
  float low, value, high; /**< the promise low..high, and the pole itself */
};

/** One cue of the three cards. */
struct yeoun_cue_facts {
  const char *name; /**< "tempo": as in Turtle */
  const char *unit; /**< "bpm", "notes/s", ... */
  struct yeoun_cue_range pole[YEOUN_POLES];
};

/** A mood ready for composing. */
struct yeoun_mood {
  float weight[YEOUN_POLES]; /**< >= 0, sum 1 */
  float intensity;           /**< 0..1 */
  float cue[YEOUN_CUES];
};

/** The three cards, one row a cue. Any thread. */
const struct yeoun_cue_facts *
yeoun_cue_facts(enum yeoun_cue cue);

/**
   Blend the poles, then trim.

   @param weight  lyrical, romantic, comic; any size, normalised here; all zero
                  means lyrical
   @param trim  -1..+1 each: one step of +1 moves a cue by half its card's span,
                and at least by half the distance between the poles
   @param intensity  0..1; .5 = as the mood has it: density, level, register
   @param space  0..1; .3 = as the mood has it

   Any thread.
*/
struct yeoun_mood
yeoun_mood_blend(const float weight[YEOUN_POLES],
                 const float trim[YEOUN_TRIMS],
                 float intensity,
                 float space);

#endif
