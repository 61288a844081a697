// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "chord.h"

#include "pitch_name.h"

#include <string.h>

/* A type is read in two steps: words and signs become letters of a small
   alphabet, then the letters are looked up. So "min7(b5)", "-7-5" and "m7♭5"
   are one entry. */
struct word {
  const char *text;
  const char *letters;
};

/* Longer words first. M major, ^ triangle, m minor, o diminished, h half
   diminished, p augmented, a add, s sus, n without, d dominant. */
static const struct word words[] = {
  {"major", "M"}, {"Major", "M"}, {"minor", "m"}, {"Minor", "m"}, {"maj", "M"},
  {"Maj", "M"},   {"MAJ", "M"},   {"min", "m"},   {"Min", "m"},   {"MIN", "m"},
  {"dim", "o"},   {"aug", "p"},   {"add", "a"},   {"sus", "s"},   {"dom", "d"},
  {"no", "n"},    {"madd", "ma"}, {"ma", "M"},    {"mi", "m"},    {"M", "M"},
  {"m", "m"},     {"o", "o"},     {"-", "m"},     {"+", "p"},     {"^", "^"},
  {"°", "o"},     {"º", "o"},     {"ø", "h"},     {"Ø", "h"},     {"△", "^"},
  {"Δ", "^"},     {"♯", "#"},     {"♭", "b"},     {"#", "#"},     {"b", "b"},
};

static const struct {
  const char *letters;
  uint8_t type;
} spellings[] = {
  {"", YEOUN_CHORD_MAJ},      {"M", YEOUN_CHORD_MAJ},
  {"m", YEOUN_CHORD_MIN},     {"o", YEOUN_CHORD_DIM},
  {"mb5", YEOUN_CHORD_DIM},   {"p", YEOUN_CHORD_AUG},
  {"p5", YEOUN_CHORD_AUG},    {"#5", YEOUN_CHORD_AUG},
  {"s2", YEOUN_CHORD_SUS2},   {"s", YEOUN_CHORD_SUS4},
  {"s4", YEOUN_CHORD_SUS4},   {"4", YEOUN_CHORD_SUS4},
  {"5", YEOUN_CHORD_5},       {"n3", YEOUN_CHORD_5},
  {"6", YEOUN_CHORD_6},       {"M6", YEOUN_CHORD_6},
  {"a6", YEOUN_CHORD_6},      {"m6", YEOUN_CHORD_M6},
  {"ma6", YEOUN_CHORD_M6},    {"7", YEOUN_CHORD_7},
  {"d7", YEOUN_CHORD_7},      {"M7", YEOUN_CHORD_MAJ7},
  {"^7", YEOUN_CHORD_MAJ7},   {"^", YEOUN_CHORD_MAJ7},
  {"m7", YEOUN_CHORD_M7},     {"mM7", YEOUN_CHORD_MMAJ7},
  {"m^7", YEOUN_CHORD_MMAJ7}, {"m^", YEOUN_CHORD_MMAJ7},
  {"m#7", YEOUN_CHORD_MMAJ7}, {"m7b5", YEOUN_CHORD_M7B5},
  {"h", YEOUN_CHORD_M7B5},    {"h7", YEOUN_CHORD_M7B5},
  {"o7", YEOUN_CHORD_DIM7},   {"7b9", YEOUN_CHORD_7B9},
  {"7ab9", YEOUN_CHORD_7B9},  {"7#9", YEOUN_CHORD_7S9},
  {"7a#9", YEOUN_CHORD_7S9},  {"7b5", YEOUN_CHORD_7B5},
  {"7#5", YEOUN_CHORD_7S5},   {"p7", YEOUN_CHORD_7S5},
  {"7p", YEOUN_CHORD_7S5},    {"9", YEOUN_CHORD_9},
  {"79", YEOUN_CHORD_9},      {"7a9", YEOUN_CHORD_9},
  {"M9", YEOUN_CHORD_MAJ9},   {"M79", YEOUN_CHORD_MAJ9},
  {"M7a9", YEOUN_CHORD_MAJ9}, {"^9", YEOUN_CHORD_MAJ9},
  {"m9", YEOUN_CHORD_M9},     {"m79", YEOUN_CHORD_M9},
  {"m7a9", YEOUN_CHORD_M9},   {"69", YEOUN_CHORD_69},
  {"M69", YEOUN_CHORD_69},    {"6a9", YEOUN_CHORD_69},
  {"11", YEOUN_CHORD_11},     {"13", YEOUN_CHORD_13},
  {"a9", YEOUN_CHORD_ADD9},   {"a2", YEOUN_CHORD_ADD9},
  {"2", YEOUN_CHORD_ADD9},    {"ma9", YEOUN_CHORD_MADD9},
  {"ma2", YEOUN_CHORD_MADD9}, {"7s4", YEOUN_CHORD_7SUS4},
  {"7s", YEOUN_CHORD_7SUS4},  {"s47", YEOUN_CHORD_7SUS4},
  {"9s4", YEOUN_CHORD_9SUS4}, {"9s", YEOUN_CHORD_9SUS4},
};

enum { LETTERS_MAX = 6, SPELLINGS = sizeof(spellings) / sizeof(spellings[0]) };

/** The letters of a type and where in the text they end. */
struct letters {
  char text[LETTERS_MAX + 1];
  size_t count;
};

static bool
is_digit(char c)
{
  return c >= '0' && c <= '9';
}

static bool
is_end(char c)
{
  return c == '\0' || c == ' ' || c == '\t' || c == '\n' || c == '\r' ||
         c == ':';
}

/* True when some type begins so. */
static bool
is_promising(const struct letters *letters)
{
  for (size_t i = 0; i < SPELLINGS; ++i) {
    if (!strncmp(spellings[i].letters, letters->text, letters->count)) {
      return true;
    }
  }
  return false;
}

/* Add letters if a type can go on so. */
static bool
push(struct letters *letters, const char *more)
{
  const size_t before = letters->count;
  for (; *more && letters->count < LETTERS_MAX; ++more) {
    letters->text[letters->count++] = *more;
  }
  if (!*more && is_promising(letters)) {
    return true;
  }
  letters->count = before;
  return false;
}

/* Read one word; returns its length in bytes, 0 when it is none. */
static size_t
read_word(const char *text, struct letters *letters)
{
  const bool follows_digit =
    letters->count > 0 && is_digit(letters->text[letters->count - 1]);
  if (is_digit(text[0])) {
    return push(letters, (const char[]){text[0], '\0'}) ? 1 : 0;
  }
  if (text[0] == '/' && text[1] == '9' && follows_digit) { /* 6/9 */
    return push(letters, "9") ? 2 : 0;
  }
  if (follows_digit && is_digit(text[1])) { /* 7-5, 7+9 */
    if (text[0] == '-' || text[0] == '+') {
      return push(letters, text[0] == '-' ? "b" : "#") ? 1 : 0;
    }
  }
  for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); ++i) {
    const size_t length = strlen(words[i].text);
    if (!strncmp(text, words[i].text, length)) {
      return push(letters, words[i].letters) ? length : 0;
    }
  }
  return 0;
}

/* Read the type; returns the offset after it, or of the fault. */
static size_t
read_type(const char *text, size_t at, unsigned *type, bool *is_known)
{
  struct letters letters = {.count = 0};
  bool is_open = false;
  while (!is_end(text[at])) {
    if (!is_open && text[at] == '(' && text[at + 1] != ')') {
      is_open = true;
      ++at;
    } else if (is_open && text[at] == ')') {
      is_open = false;
      ++at;
    } else {
      const size_t length = read_word(text + at, &letters);
      if (length == 0) {
        break;
      }
      at += length;
    }
  }
  letters.text[letters.count] = '\0';
  *is_known = false;
  for (size_t i = 0; i < SPELLINGS && !is_open; ++i) {
    if (!strcmp(spellings[i].letters, letters.text)) {
      *type = spellings[i].type;
      *is_known = true;
    }
  }
  return at;
}

struct yeoun_reading
yeoun_chord_read(const char *text, struct yeoun_chord *chord)
{
  struct yeoun_pitch_name root;
  if (!yeoun_pitch_name_read(text, 'A', &root)) {
    return (struct yeoun_reading){YEOUN_EXPECTED_ROOT, 0};
  }
  unsigned type = YEOUN_CHORD_MAJ;
  bool is_known = false;
  size_t at = read_type(text, root.length, &type, &is_known);
  const bool has_bass = text[at] == '/';
  if (!is_known || (!has_bass && !is_end(text[at]))) {
    return (struct yeoun_reading){YEOUN_EXPECTED_TYPE, at};
  }
  struct yeoun_pitch_name bass = root;
  if (has_bass) {
    ++at;
    if (!yeoun_pitch_name_read(text + at, 'A', &bass)) {
      return (struct yeoun_reading){YEOUN_EXPECTED_BASS, at};
    }
    at += bass.length;
    if (!is_end(text[at])) {
      return (struct yeoun_reading){YEOUN_EXPECTED_BASS, at};
    }
  }

  *chord = yeoun_chord_make(root.pitch_class, type, bass.pitch_class);
  if (root.is_black) {
    chord->is_flat = root.is_flat;
  } else if (bass.is_black) {
    chord->is_flat = bass.is_flat;
  }
  return (struct yeoun_reading){YEOUN_OK, at};
}
