// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A theme: two to eight chords, or a few single notes, or both. */

#ifndef YEOUN_MUSIC_THEME_H
#define YEOUN_MUSIC_THEME_H

#include <stdbool.h>
#include <stdint.h>

#include "audio.h"
#include "chord.h"
#include "status.h"

/** The most chords and notes of a theme that is written or played. */
#define YEOUN_THEME_CHORDS 8
#define YEOUN_THEME_NOTES 8

/** Bytes of the longest theme as text, and its final zero. */
#define YEOUN_THEME_TEXT 256

/** Church modes, in order of rotation. Minor is aeolian. */
enum yeoun_mode {
  YEOUN_MODE_IONIAN,
  YEOUN_MODE_DORIAN,
  YEOUN_MODE_PHRYGIAN,
  YEOUN_MODE_LYDIAN,
  YEOUN_MODE_MIXOLYDIAN,
  YEOUN_MODE_AEOLIAN,
  YEOUN_MODE_LOCRIAN,
  YEOUN_MODES
};

/** A key. */
struct yeoun_key {
  uint8_t tonic; /**< 0..11 */
  uint8_t mode;  /**< enum yeoun_mode */
};

/** What the composer gave. */
struct yeoun_theme {
  uint8_t chords; /**< 0 (notes alone)..8 */
  struct yeoun_chord chord[YEOUN_THEME_CHORDS];
  int32_t length[YEOUN_THEME_CHORDS]; /**< ticks of each chord */
  uint8_t notes;                      /**< 0 (derive one) or 2..8 */
  uint8_t note[YEOUN_THEME_NOTES];    /**< MIDI keys */
  uint8_t
    note_letter[YEOUN_THEME_NOTES]; /**< enum yeoun_letter; none where a
                                         note is spelt as the key has it */
};

/**
   Read a theme: chord symbols and lower-case notes separated by blanks, or
   pasted from a chart with its bar lines, dashes, commas, brackets, "N.C." and
   "%" (chart.h). Chords of one bar share its four beats.

   "Am F C", "Am:2 F:6" (beats after a colon, 4 unless said), "e g a"
   (single notes), "Am F C e g a" (chords with a motif), "f#" "bb" "e5"
   (a note may bear an octave, C4 is middle C; without one it is the nearest
   to the note before, beginning above middle C).

   @param text  ends at a zero
   @param[out] theme  written only on success
   @return status and the offset of the symbol at fault

   Any thread.
*/
struct yeoun_reading
yeoun_theme_read(const char *text, struct yeoun_theme *theme);

/** A word on what a text says and a theme cannot: "C7alt is read as C7#9", for
    each chord that has no type of its own; nothing when all was taken as it was
    written. Returns the length; cuts at size. Any thread. */
size_t
yeoun_theme_remark(const char *text, char *remark, size_t size);

/** Write a theme so that yeoun_theme_read() reads it back. Returns the length;
    cuts at size. YEOUN_THEME_TEXT bytes are enough. Any thread. */
size_t
yeoun_theme_write(const struct yeoun_theme *theme, char *text, size_t size);

/** Whether two themes are the same, spelling too; what lies beyond their counts
    does not matter. Any thread. */
YEOUN_AUDIO bool
yeoun_theme_equal(const struct yeoun_theme *a, const struct yeoun_theme *b);

/** The default theme, "Am F C". Any thread. */
struct yeoun_theme
yeoun_theme_default(void);

#endif
