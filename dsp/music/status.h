// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What can go wrong, and where in a text it did. */

#ifndef YEOUN_MUSIC_STATUS_H
#define YEOUN_MUSIC_STATUS_H

#include <stddef.h>

/** 0 is success. */
enum yeoun_status {
  YEOUN_OK,
  YEOUN_EXPECTED_ROOT,    /**< a chord must begin with A to G, a note a to g */
  YEOUN_EXPECTED_TYPE,    /**< the letters after the root mean no chord */
  YEOUN_EXPECTED_BASS,    /**< a slash must be followed by A to G */
  YEOUN_EXPECTED_BEATS,   /**< a colon must be followed by beats, 0.5 to 32 */
  YEOUN_EMPTY_THEME,      /**< neither chords nor notes */
  YEOUN_TOO_MANY_CHORDS,  /**< more than YEOUN_THEME_CHORDS */
  YEOUN_TOO_MANY_NOTES,   /**< more than YEOUN_THEME_NOTES */
  YEOUN_TOO_FEW_NOTES,    /**< a motif of one note */
  YEOUN_EXPECTED_NAME,    /**< a name must begin with its version */
  YEOUN_LATER_NAME,       /**< a name of a version that is not known yet */
  YEOUN_EXPECTED_FIELD,   /**< the word before "=" is no field of a name */
  YEOUN_EXPECTED_VALUE,   /**< the word after "=" is none that the field has */
  YEOUN_FIELD_TWICE,      /**< a field of a name that was there before */
  YEOUN_TOO_MANY_RANGES,  /**< more than YEOUN_RANGES */
  YEOUN_TOO_LONG,         /**< more text than there can be */
  YEOUN_EXPECTED_B,       /**< H, which is written B here */
  YEOUN_EXPECTED_LETTERS, /**< do re mi, which are written C D E */
  YEOUN_EXPECTED_NOTES,   /**< C4 E4 G4, which are written c4 e4 g4 */
  YEOUN_NO_MEMORY,        /**< an allocation failed */
};

/** The outcome of reading a text that a person wrote. */
struct yeoun_reading {
  enum yeoun_status status;
  size_t offset; /**< bytes understood, or where the fault begins */
};

/** One sentence without a final stop, that also says what is accepted.
    Any thread. */
const char *
yeoun_status_text(enum yeoun_status status);

#endif
