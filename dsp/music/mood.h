// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A mood is a vector of features, blended from three poles and trimmed. */

#ifndef YEOUN_MUSIC_MOOD_H
#define YEOUN_MUSIC_MOOD_H

#include <stdint.h>

enum yeoun_pole { YEOUN_LYRICAL, YEOUN_ROMANTIC, YEOUN_COMIC, YEOUN_POLES };

/** Musical quantities of a mood. Rates are shares 0..1 unless said. */
enum yeoun_feature {
  YEOUN_FEATURE_TEMPO,    /**< bpm of the felt pulse */
  YEOUN_FEATURE_DENSITY,  /**< melody notes a second */
  YEOUN_FEATURE_REGISTER, /**< mean melody pitch, MIDI key */
  YEOUN_FEATURE_RANGE,    /**< melody range, semitones */
  YEOUN_FEATURE_STEP,     /**< share of unisons and steps among intervals */
  YEOUN_FEATURE_LEAP,     /**< share of intervals of 5 semitones and more */
  YEOUN_FEATURE_REVERSAL, /**< share of leaps answered by a step back */
  YEOUN_FEATURE_PEAK,     /**< place of the highest note in the phrase, 0..1 */
  YEOUN_FEATURE_GATE,     /**< sounded over written length */
  YEOUN_FEATURE_LEVEL,    /**< mean level, dB against mezzo-forte */
  YEOUN_FEATURE_DYNAMICS, /**< range of level, dB */
  YEOUN_FEATURE_DISSONANCE, /**< appoggiaturas and suspensions a bar */
  YEOUN_FEATURE_ORNAMENT,   /**< share of notes with a grace note */
  YEOUN_FEATURE_CHROMATIC,  /**< share of mixture and applied harmony, 0..1 */
  YEOUN_FEATURE_BRIGHT,     /**< -1 minor is darkened .. +1 Lydian brightness */
  YEOUN_FEATURE_SYNCOPATION, /**< share of off-beat accents */
  YEOUN_FEATURE_SPACE,       /**< share of a phrase that is silence */
  YEOUN_FEATURE_HUMOUR,      /**< jokes a four-bar phrase, 0..1 */
  YEOUN_FEATURE_RUBATO,      /**< hesitation, 0..1 */
  YEOUN_FEATURE_COUNTER,     /**< how present the counter-melody is, 0..1 */
  YEOUN_FEATURE_MOTION,      /**< accompaniment attacks a beat */
  /* amounts (k) of the KTH performance rules, perform/rules.h */
  YEOUN_FEATURE_PHRASE_ARCH,
  YEOUN_FEATURE_HARMONIC_CHARGE,
  YEOUN_FEATURE_MELODIC_CHARGE,
  YEOUN_FEATURE_DURATION_CONTRAST,
  YEOUN_FEATURE_HIGH_LOUD,
  YEOUN_FEATURE_PUNCTUATION,
  YEOUN_FEATURE_REPETITION,
  YEOUN_FEATURE_FINAL_RITARD,
  YEOUN_FEATURES
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

/** What one pole means for one feature: the card. */
struct yeoun_feature_range {
  float low, value, high; /**< the promise low..high, and the pole itself */
};

/** One feature of the three cards. */
struct yeoun_feature_facts {
  const char *name; /**< "tempo": as in Turtle */
  const char *unit; /**< "bpm", "notes/s", ... */
  struct yeoun_feature_range pole[YEOUN_POLES];
};

/** A mood ready for composing, and what it was asked by: yeoun_mood_blend() of
    asked, trim, intensity and space makes it again to the bit. */
struct yeoun_mood {
  float asked[YEOUN_POLES];  /**< weights as they were asked for, >= 0 */
  float trim[YEOUN_TRIMS];   /**< -1..+1 */
  float space;               /**< 0..1, as it was asked for */
  float intensity;           /**< 0..1 */
  float weight[YEOUN_POLES]; /**< >= 0, sum 1 */
  float feature[YEOUN_FEATURES];
};

/** The three cards, one row a feature. Any thread. */
const struct yeoun_feature_facts *
yeoun_feature_facts(enum yeoun_feature feature);

/** "lyrical", ...; those of lyrical for a number out of range. Any thread. */
const char *
yeoun_pole_name(unsigned pole);

/**
   Blend the poles, then trim.

   @param weight  lyrical, romantic, comic; any size, normalised here; all zero
                  means lyrical
   @param trim  -1..+1 each: one step of +1 moves a feature by half its card's
   span, and at least by half the distance between the poles
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
