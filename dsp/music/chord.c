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
  [YEOUN_CHORD_13SUS] = {"13sus", TONES(2, 5, 7, 9, 10)},
  [YEOUN_CHORD_M11] = {"m11", TONES(2, 3, 5, 7, 10)},
  [YEOUN_CHORD_MAJ7S5] = {"maj7#5", TONES(4, 8, 11, 0, 0)},
};

/* What is black stays black: set of the keys C# D# F# G# A#. */
#define BLACK_KEYS 0x54Au

static bool
is_black(unsigned pitch_class)
{
  return (BLACK_KEYS >> pitch_class & 1u) != 0;
}

/* Spelling by habit: the key signature of the root. */
static unsigned
usual_letter(unsigned root, uint16_t intervals)
{
  const bool is_minor = (intervals >> 4 & 1u) == 0 && (intervals >> 3 & 1u);
  /* Major: Db Eb F Ab Bb. Minor: C D Eb F G Bb. */
  const unsigned flats = is_minor ? 0x4ADu : 0x52Au;
  const int low = (flats >> root & 1u) != 0 ? -5 : -1;
  return yeoun_letter_of_fifths(yeoun_fifths_from(low, root));
}

unsigned
yeoun_chord_bass_letter(struct yeoun_chord chord)
{
  /* Letters above the root by semitones. */
  static const uint8_t letters[12] = {0, 1, 1, 2, 2, 3, 3, 4, 5, 5, 6, 6};
  const unsigned up = (chord.bass + 12U - chord.root) % 12;
  const unsigned own = yeoun_chord_intervals((enum yeoun_chord_type)chord.type);
  /* A flat or sharp fifth where there is no other. */
  const bool is_fifth = (up == 6 || up == 8) && !(own >> 7 & 1u);
  const unsigned above = is_fifth && (own >> up & 1u) ? 4 : letters[up];
  const unsigned letter =
    (chord.root_letter - YEOUN_LETTER_C + above) % 7 + YEOUN_LETTER_C;
  const int sharps = yeoun_letter_sharps(letter, chord.bass);
  const bool is_tone = (chord.tones >> chord.bass & 1u) != 0;
  const bool is_plain = sharps >= -1 && sharps <= 1;
  return up == 0 || (is_plain && (is_tone || is_black(chord.bass)))
           ? letter
           : usual_letter(chord.bass, 0);
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
  struct yeoun_chord chord = {
    .tones = rotate(types[known].intervals, root),
    .root = (uint8_t)root,
    .type = (uint8_t)known,
    .bass = (uint8_t)bass,
    .root_letter = usual_letter(root, types[known].intervals) & 0xFU,
  };
  chord.bass_letter = yeoun_chord_bass_letter(chord) & 0xFU;
  return chord;
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

static unsigned
move_letter(unsigned letter, unsigned pitch_class, int fifths)
{
  return yeoun_letter_of_fifths(yeoun_letter_fifths(letter, pitch_class) +
                                fifths);
}

struct yeoun_chord
yeoun_chord_transpose(struct yeoun_chord chord, int fifths)
{
  const unsigned up = (unsigned)((fifths * 7 % 12 + 12) % 12);
  struct yeoun_chord moved =
    yeoun_chord_make(chord.root + up, chord.type, chord.bass + up);
  moved.tones = rotate(chord.tones, up);
  moved.root_letter = move_letter(chord.root_letter, chord.root, fifths) & 0xFU;
  moved.bass_letter = move_letter(chord.bass_letter, chord.bass, fifths) & 0xFU;
  return moved;
}

bool
yeoun_chord_equal(const struct yeoun_chord *a, const struct yeoun_chord *b)
{
  return a->tones == b->tones && a->root == b->root && a->type == b->type &&
         a->bass == b->bass && a->root_letter == b->root_letter &&
         a->bass_letter == b->bass_letter;
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

/* "Bbb7" would be a Bb with a flat seventh. */
static bool
needs_word(const char *root, const char *suffix)
{
  return root[1] == 'b' && root[2] == 'b' && suffix[0] >= '0' &&
         suffix[0] <= '9';
}

size_t
yeoun_chord_write(struct yeoun_chord chord, char *text, size_t size)
{
  const char *const suffix = yeoun_chord_suffix(chord.type);
  char name[YEOUN_PITCH_NAME_SIZE];
  yeoun_pitch_name_write(chord.root_letter, chord.root, 'A', name);
  size_t at = put(text, size, 0, name);
  at = put(text, size, at, needs_word(name, suffix) ? "dom" : "");
  at = put(text, size, at, suffix);
  if (chord.bass != chord.root || chord.bass_letter != chord.root_letter) {
    yeoun_pitch_name_write(chord.bass_letter, chord.bass, 'A', name);
    at = put(text, size, at, "/");
    at = put(text, size, at, name);
  }
  return at;
}
