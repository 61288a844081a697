// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "status.h"

const char *
yeoun_status_text(enum yeoun_status status)
{
  switch (status) {
    case YEOUN_OK:
      return "Success";
    case YEOUN_EXPECTED_ROOT:
      return "Expected a chord root A to G, or a single note a to g, with # or "
             "b";
    case YEOUN_EXPECTED_TYPE:
      return "Expected a chord type: nothing for major, or m dim aug sus2 sus4 "
             "5 "
             "6 m6 7 maj7 m7 mMaj7 m7b5 dim7 7b9 7#9 7b5 7#5 9 maj9 m9 6/9 11 "
             "13 "
             "add9 madd9 7sus4 9sus4";
    case YEOUN_EXPECTED_BASS:
      return "Expected a bass note A to G, with # or b, after the slash";
    case YEOUN_EXPECTED_BEATS:
      return "Expected a number of beats, 0.5 to 32, after the colon";
    case YEOUN_EMPTY_THEME:
      return "Expected two to eight chords such as Am F C, or two to eight "
             "notes "
             "such as e g a";
    case YEOUN_TOO_MANY_CHORDS:
      return "Expected at most eight chords";
    case YEOUN_TOO_MANY_NOTES:
      return "Expected at most eight single notes";
    case YEOUN_TOO_FEW_NOTES:
      return "Expected at least two single notes";
    case YEOUN_EXPECTED_NAME:
      return "Expected a name, which begins with yeoun1";
    case YEOUN_LATER_NAME:
      return "Expected a name that begins with yeoun1; this one was written by "
             "a later version";
    case YEOUN_EXPECTED_FIELD:
      return "Expected a field of a name, such as variation=12";
    case YEOUN_EXPECTED_VALUE:
      return "Expected a value that the field can have";
    case YEOUN_FIELD_TWICE:
      return "Expected each field of a name once";
    case YEOUN_TOO_MANY_RANGES:
      return "Expected at most sixteen bar ranges";
    case YEOUN_TOO_LONG:
      return "Expected a shorter text";
    case YEOUN_EXPECTED_B:
      return "Expected a chord root A to G: what is written H elsewhere is B, "
             "and "
             "its B is Bb";
    case YEOUN_EXPECTED_LETTERS:
      return "Expected letters for do re mi fa sol la si: chords C D E F G A "
             "B, "
             "single notes c d e f g a b";
    case YEOUN_EXPECTED_NOTES:
      return "Expected single notes in small letters, such as c4 e4 g4; "
             "capital "
             "letters are chords";
    case YEOUN_NO_MEMORY:
      return "Not enough memory";
  }
  return "Unknown status";
}
