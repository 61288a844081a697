// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The name of a pitch class in a text: a letter and a sign. A pitch class and
   its letter are kept; the sign is what leads from the one to the other. */

#ifndef YEOUN_MUSIC_PITCH_NAME_H
#define YEOUN_MUSIC_PITCH_NAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** The letters of pitches. */
enum yeoun_letter {
  YEOUN_LETTER_NONE, /**< not told */
  YEOUN_LETTER_C,
  YEOUN_LETTER_D,
  YEOUN_LETTER_E,
  YEOUN_LETTER_F,
  YEOUN_LETTER_G,
  YEOUN_LETTER_A,
  YEOUN_LETTER_B,
  YEOUN_LETTERS
};

/** Places on the line of fifths that can be written: Fbb and B##. C is 0, G 1,
    F -1; a sharp is seven places up. */
#define YEOUN_FIFTHS_LOW (-15)
#define YEOUN_FIFTHS_HIGH 19

/** Bytes of the longest name, "Bbb", and its final zero. */
#define YEOUN_PITCH_NAME_SIZE 4

struct yeoun_pitch_name {
  size_t length;       /**< bytes read */
  uint8_t pitch_class; /**< 0..11 */
  uint8_t letter;      /**< enum yeoun_letter, never none */
};

/** Read a letter and at most one sign, single or double, as keyboards and
    programs write it (# b ## bb x ♯ ♭ ♮ 𝄪 𝄫 and SMuFL's). Any thread.
    @param a  'A' for capital letters, 'a' for small ones
    @param[out] name  written only on success
    @return false when the text begins with no such letter */
bool
yeoun_pitch_name_read(const char *text, char a, struct yeoun_pitch_name *name);

/** Write a name: "F#", "Cb", "Bbb". A letter that is not told, or that no
   double sign leads to, is the usual one with a sharp. Returns the length. Any
   thread.
    @param a  'A' for capital letters, 'a' for small ones */
size_t
yeoun_pitch_name_write(unsigned letter,
                       unsigned pitch_class,
                       char a,
                       char text[YEOUN_PITCH_NAME_SIZE]);

/** Sharps of a letter where it stands for a pitch class, flats negative: -5..6;
    those beyond two cannot be written. Any thread.
    @param letter  not none */
int
yeoun_letter_sharps(unsigned letter, unsigned pitch_class);

/** The place of a spelt pitch class on the line of fifths. Any thread. */
int
yeoun_letter_fifths(unsigned letter, unsigned pitch_class);

/** The letter of a place on the line of fifths; what lies beyond those that can
    be written is brought back by twelve. Any thread. */
unsigned
yeoun_letter_of_fifths(int fifths);

/** The place of a pitch class among twelve neighbours on the line of fifths:
    Temperley 2001. Any thread.
    @param low  the first of them */
int
yeoun_fifths_from(int low, unsigned pitch_class);

#endif
