// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Seven-note scales as degrees, bent by the chord that sounds. */

#ifndef YEOUN_MUSIC_SCALE_H
#define YEOUN_MUSIC_SCALE_H

#include <stdbool.h>
#include <stdint.h>

#include "chord.h"
#include "theme.h"

/** Seven degrees above a tonic. A degree number counts on through the octaves:
    degree 35 + i of a scale on C is the i-th degree above C4 (MIDI 60). */
struct yeoun_scale {
  uint8_t tonic;    /**< 0..11 */
  int8_t degree[7]; /**< semitones above the tonic, -1..12, ascending */
};

/** The scale of a key. Any thread. */
struct yeoun_scale
yeoun_scale_of_key(struct yeoun_key key);

/** The scale bent so that it holds every tone of the chord: a tone that is
    foreign to the key replaces its own letter (G by G# under E7 in A minor).
    Any thread. */
struct yeoun_scale
yeoun_scale_under(struct yeoun_scale scale, struct yeoun_chord chord);

/** MIDI key of a degree number. Any thread. */
int
yeoun_scale_pitch(const struct yeoun_scale *scale, int degree);

/** The degree number nearest to a MIDI key, the lower of two. Any thread. */
int
yeoun_scale_nearest(const struct yeoun_scale *scale, int pitch);

/** The set of pitch classes. Any thread. */
uint16_t
yeoun_scale_tones(const struct yeoun_scale *scale);

/** Pitch class 0..11 of any MIDI key, also a negative one. Any thread. */
static inline int
yeoun_pitch_class(int pitch)
{
  return ((pitch % 12) + 12) % 12;
}

/** Whether a set of pitch classes holds a MIDI key. Any thread. */
static inline bool
yeoun_tones_hold(uint16_t tones, int pitch)
{
  return (tones >> yeoun_pitch_class(pitch)) & 1;
}

#endif
