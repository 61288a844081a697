// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Constants of the KTH rule system for musical performance. */

#ifndef YEOUN_PERFORM_KTH_H
#define YEOUN_PERFORM_KTH_H

/** Each at amount k = 1; times in ms, levels in dB, pitches in semitones. */
struct yeoun_kth {
  float melodic_charge[12];       /**< C by semitones above the chord's root */
  float harmonic_charge[2][12];   /**< H by semitones above the tonic, in major
                                       and in minor */
  float diminished_charge;        /**< H of any diminished chord */
  float high_loud;                /**< dB a semitone above the lane's mean */
  float melodic_level;            /**< dB a unit of C */
  float melodic_stretch;          /**< of the duration a unit of C */
  float harmonic_level;           /**< dB a root of H */
  float harmonic_stretch;         /**< of the squared duration a dB */
  float harmonic_first;           /**< ms a root of H, first note of a chord */
  float harmonic_each;            /**< ms a root of H, each note */
  float harmonic_swell;           /**< ms before a chord that it begins */
  float contrast_stretch;         /**< ms a ms of the contrast curve */
  float contrast_level;           /**< dB a ms of the contrast curve */
  float double_duration;          /**< of the short note, taken from the long */
  float inegale;                  /**< of half a beat */
  float punctuation_gap[2];       /**< ms at the two durations below */
  float punctuation_at[2];        /**< ms */
  float punctuation_stretch;      /**< of the gap */
  float arch_slow[2];             /**< share of tempo lost at start and end */
  float arch_soft[2];             /**< dB at start and end, a unit of amp */
  float arch_amp;                 /**< how deep the arch of level is */
  float arch_next;                /**< end of two phrases at once */
  float leap_up[2], leap_down[2]; /**< ms a root of the leap: from, to */
  float leap_gap;                 /**< ms a semitone */
  float uphill;                   /**< ms a note */
  float repetition_gap;           /**< ms */
  float staccato_gap;             /**< of the duration */
  float social;                   /**< ms for a note shorter than 100 ms */
  float ritard_length;            /**< ms */
  float ritard_speed;             /**< final speed is 1 / (1 + this k) */
  float motor_noise, clock_noise[2], level_noise; /**< ms, (of DR, ms), dB */
};

extern const struct yeoun_kth yeoun_kth;

#endif
