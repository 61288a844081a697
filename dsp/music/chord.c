// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "chord.h"

/* Semitones above the root as a set; 11 and 13 without the tone that players
   leave out (the third of an eleventh, the eleventh of a thirteenth: Levine,
   The Jazz Theory Book, 1995, ch. 2). */
#define TONES(a, b, c, d, e)                                                   \
  (uint16_t)(1u | 1u << (a) | 1u << (b) | 1u << (c) | 1u << (d) | 1u << (e))

static const struct {
  const char *suffix;
  uint16_t intervals;
} types[YEOUN_CHORD_TYPES] = {
  [YEOUN_CHORD_MAJ] = {"", TONES(4, 7, 0, 0, 0)},
  [YEOUN_CHORD_MIN] = {"m", TONES(3, 7, 0, 0, 0)},
  [YEOUN_CHORD_DIM] = {"dim", TONES(3, 6, 0, 0, 0)},
  [YEOUN_CHORD_AUG] = {"aug", TONES(4, 8, 0, 0, 0)},
  [YEOUN_CHORD_SUS2] = {"sus2", TONES(2, 7, 0, 0, 0)},
  [YEOUN_CHORD_SUS4] = {"sus4", TONES(5, 7, 0, 0, 0)},
  [YEOUN_CHORD_5] = {"5", TONES(7, 0, 0, 0, 0)},
  [YEOUN_CHORD_6] = {"6", TONES(4, 7, 9, 0, 0)},
  [YEOUN_CHORD_M6] = {"m6", TONES(3, 7, 9, 0, 0)},
  [YEOUN_CHORD_7] = {"7", TONES(4, 7, 10, 0, 0)},
  [YEOUN_CHORD_MAJ7] = {"maj7", TONES(4, 7, 11, 0, 0)},
  [YEOUN_CHORD_M7] = {"m7", TONES(3, 7, 10, 0, 0)},
  [YEOUN_CHORD_MMAJ7] = {"mMaj7", TONES(3, 7, 11, 0, 0)},
  [YEOUN_CHORD_M7B5] = {"m7b5", TONES(3, 6, 10, 0, 0)},
  [YEOUN_CHORD_DIM7] = {"dim7", TONES(3, 6, 9, 0, 0)},
  [YEOUN_CHORD_7B9] = {"7b9", TONES(1, 4, 7, 10, 0)},
  [YEOUN_CHORD_7S9] = {"7#9", TONES(3, 4, 7, 10, 0)},
  [YEOUN_CHORD_7B5] = {"7b5", TONES(4, 6, 10, 0, 0)},
  [YEOUN_CHORD_7S5] = {"7#5", TONES(4, 8, 10, 0, 0)},
  [YEOUN_CHORD_9] = {"9", TONES(2, 4, 7, 10, 0)},
  [YEOUN_CHORD_MAJ9] = {"maj9", TONES(2, 4, 7, 11, 0)},
  [YEOUN_CHORD_M9] = {"m9", TONES(2, 3, 7, 10, 0)},
  [YEOUN_CHORD_69] = {"6/9", TONES(2, 4, 7, 9, 0)},
  [YEOUN_CHORD_11] = {"11", TONES(2, 5, 7, 10, 0)},
  [YEOUN_CHORD_13] = {"13", TONES(2, 4, 7, 9, 10)},
  [YEOUN_CHORD_ADD9] = {"add9", TONES(2, 4, 7, 0, 0)},
  [YEOUN_CHORD_MADD9] = {"madd9", TONES(2, 3, 7, 0, 0)},
  [YEOUN_CHORD_7SUS4] = {"7sus4", TONES(5, 7, 10, 0, 0)},
  [YEOUN_CHORD_9SUS4] = {"9sus4", TONES(2, 5, 7, 10, 0)},
};

/* What is black stays black: set of the keys C# D# F# G# A#. */
#define BLACK_KEYS 0x54Au

static bool
is_black(unsigned pitch_class)
{
  return (BLACK_KEYS >> pitch_class & 1u) != 0;
}

/* Spelling by habit when no sign was written: the key signature of the root,
   and for a black bass under a white root the interval between them. */
static bool
spells_flat(unsigned root, unsigned type, unsigned bass)
{
  enum { FLAT_INTERVALS = 1 << 1 | 1 << 3 | 1 << 5 | 1 << 8 | 1 << 10 };
  const unsigned interval = (bass + 12 - root) % 12;
  if (!is_black(root) && is_black(bass)) {
    return (FLAT_INTERVALS >> interval & 1) != 0;
  }
  const bool is_minor = (yeoun_chord_intervals(type) >> 4 & 1u) == 0 &&
                        (yeoun_chord_intervals(type) >> 3 & 1u) != 0;
  /* Major: Db Eb F Ab Bb. Minor: C D Eb F G Bb. */
  const unsigned flats = is_minor ? 0x4ADu : 0x52Au;
  return (flats >> root & 1u) != 0;
}

static uint16_t
rotate(uint16_t tones, unsigned semitones)
{
  return (uint16_t)((tones << semitones | tones >> (12 - semitones)) & 0xFFFu);
}

struct yeoun_chord
yeoun_chord_make(unsigned root, unsigned type, unsigned bass)
{
  const unsigned known = type < YEOUN_CHORD_TYPES ? type : YEOUN_CHORD_MAJ;
  root %= 12;
  bass %= 12;
  return (struct yeoun_chord){
    .tones = rotate(types[known].intervals, root),
    .root = (uint8_t)root,
    .type = (uint8_t)known,
    .bass = (uint8_t)bass,
    .is_flat = spells_flat(root, known, bass),
  };
}

uint16_t
yeoun_chord_intervals(enum yeoun_chord_type type)
{
  return types[(unsigned)type < YEOUN_CHORD_TYPES ? type : YEOUN_CHORD_MAJ]
    .intervals;
}

const char *
yeoun_chord_suffix(enum yeoun_chord_type type)
{
  return types[(unsigned)type < YEOUN_CHORD_TYPES ? type : YEOUN_CHORD_MAJ]
    .suffix;
}

struct yeoun_chord
yeoun_chord_transpose(struct yeoun_chord chord, int semitones)
{
  const unsigned up = (unsigned)((semitones % 12 + 12) % 12);
  if (up == 0) {
    return chord;
  }
  struct yeoun_chord moved =
    yeoun_chord_make(chord.root + up, chord.type, chord.bass + up);
  moved.tones = rotate(chord.tones, up);
  return moved;
}

static size_t
put(char *text, size_t size, size_t at, const char *part)
{
  for (; *part && at + 1 < size; ++part) {
    text[at++] = *part;
  }
  if (at < size) {
    text[at] = '\0';
  }
  return at;
}

size_t
yeoun_chord_write(struct yeoun_chord chord, char *text, size_t size)
{
  static const char *const names[2][12] = {
    {"C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"},
    {"C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B"}};

  size_t at = put(text, size, 0, names[chord.is_flat][chord.root % 12]);
  at = put(text, size, at, yeoun_chord_suffix(chord.type));
  if (chord.bass != chord.root) {
    at = put(text, size, at, "/");
    at = put(text, size, at, names[chord.is_flat][chord.bass % 12]);
  }
  return at;
}
