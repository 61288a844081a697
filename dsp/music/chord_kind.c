// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "chord_kind.h"

#include <string.h>

#include "chord.h"

/* What a word says. */
enum meaning {
  MAJOR,
  TRIANGLE,
  MINOR,
  DIMINISHED,
  HALF_DIMINISHED,
  AUGMENTED,
  DOMINANT,
  ADDED,
  SUSPENDED,
  OMITTED,
  ALTERED,
  FLAT,
  SHARP,
};

static const struct {
  const char *text;
  uint8_t meaning;
} words[] = {
  /* Longer ones first. */
  {"major", MAJOR},
  {"Major", MAJOR},
  {"minor", MINOR},
  {"Minor", MINOR},
  {"maj", MAJOR},
  {"Maj", MAJOR},
  {"MAJ", MAJOR},
  {"min", MINOR},
  {"Min", MINOR},
  {"MIN", MINOR},
  {"dim", DIMINISHED},
  {"Dim", DIMINISHED},
  {"DIM", DIMINISHED},
  {"aug", AUGMENTED},
  {"Aug", AUGMENTED},
  {"AUG", AUGMENTED},
  {"add", ADDED},
  {"Add", ADDED},
  {"ADD", ADDED},
  {"sus", SUSPENDED},
  {"Sus", SUSPENDED},
  {"SUS", SUSPENDED},
  {"alt", ALTERED},
  {"Alt", ALTERED},
  {"ALT", ALTERED},
  {"omit", OMITTED},
  {"Omit", OMITTED},
  {"dom", DOMINANT},
  {"no", OMITTED},
  {"ma", MAJOR},
  {"Ma", MAJOR},
  {"MA", MAJOR},
  {"mi", MINOR},
  {"Mi", MINOR},
  {"MI", MINOR},
  {"M", MAJOR},
  {"m", MINOR},
  {"j", MAJOR},
  {"t", TRIANGLE},        /* MuseScore's triangle and */
  {"0", HALF_DIMINISHED}, /* its half-diminished */
  {"o", DIMINISHED},
  {"h", HALF_DIMINISHED},
  {"-", MINOR},
  {"+", AUGMENTED},
  {"^", TRIANGLE},
  {"#", SHARP},
  {"b", FLAT},
  {"\u2212", MINOR},           /* minus */
  {"\u2013", MINOR},           /* en dash */
  {"\u2010", MINOR},           /* hyphen */
  {"\u2011", MINOR},           /* hyphen that does not break */
  {"\uFF0D", MINOR},           /* wide minus */
  {"\uFF0B", AUGMENTED},       /* wide plus */
  {"\u00B0", DIMINISHED},      /* degree */
  {"\u00BA", DIMINISHED},      /* ordinal */
  {"\u02DA", DIMINISHED},      /* ring above */
  {"\u25CB", DIMINISHED},      /* circle */
  {"\u00F8", HALF_DIMINISHED}, /* o with stroke */
  {"\u00D8", HALF_DIMINISHED},
  {"\u2205", HALF_DIMINISHED}, /* empty set */
  {"\u2300", HALF_DIMINISHED}, /* diameter */
  {"\u03C6", HALF_DIMINISHED}, /* phi */
  {"\u03A6", HALF_DIMINISHED},
  {"\u25B3", TRIANGLE},
  {"\u25B5", TRIANGLE},
  {"\u2206", TRIANGLE}, /* increment */
  {"\u0394", TRIANGLE}, /* delta */
  {"\u266F", SHARP},
  {"\uFF03", SHARP}, /* wide number sign */
  {"\u266D", FLAT},
  /* Standard Music Font Layout: chord symbols and accidentals. */
  {"\uE870", DIMINISHED},
  {"\uE871", HALF_DIMINISHED},
  {"\uE872", AUGMENTED},
  {"\uE873", TRIANGLE},
  {"\uE874", MINOR},
  {"\uE260", FLAT},
  {"\uE262", SHARP},
};

/* What was said so far. */
struct said {
  int third;   /* semitones; 0 none */
  int fifth;   /* 0 none */
  int seventh; /* 0 none; 9 of a diminished one */
  uint16_t more;
  bool is_major, is_diminished, is_suspended, has_six, has_number, has_five;
  bool is_triangle;
};

static bool
is_digit(char c)
{
  return c >= '0' && c <= '9';
}

bool
yeoun_chord_ends(const char *text)
{
  static const char ends[] = " \t\n\r:|,;[]{})%";
  static const char *const dashes[] = {
    "-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"};
  if (!text[0] || strchr(ends, text[0])) {
    return true;
  }
  for (size_t i = 0; i < sizeof(dashes) / sizeof(dashes[0]); ++i) {
    const size_t length = strlen(dashes[i]);
    if (!strncmp(text, dashes[i], length)) {
      return text[length] >= 'A' && text[length] <= 'G';
    }
  }
  return false;
}

/* A number as charts have them; returns its bytes. */
static size_t
read_number(const char *text, int *number)
{
  if (!is_digit(text[0])) {
    return 0;
  }
  const bool is_long = text[0] == '1' && (text[1] == '1' || text[1] == '3');
  *number = is_long ? 10 + text[1] - '0' : text[0] - '0';
  return is_long ? 2 : text[0] == '0' ? 0 : 1;
}

/* Semitones of a degree of the major scale, within the octave. */
static int
semitones_of(int degree)
{
  static const int steps[7] = {0, 2, 4, 5, 7, 9, 11};
  return steps[(degree - 1) % 7];
}

static void
add(struct said *said, int up)
{
  said->more = (uint16_t)(said->more | 1U << (unsigned)(up + 12) % 12U);
}

static void
set_seventh(struct said *said)
{
  if (!said->seventh) {
    said->seventh = said->is_major ? 11 : said->is_diminished ? 9 : 10;
  }
}

/* A number that stands for itself: "6", "7", "13". */
static bool
say_number(struct said *said, int number)
{
  const bool is_first = !said->has_number;
  said->has_number = true;
  switch (number) {
    case 2:
      add(said, 2);
      return true;
    case 4:
      said->third = 5;
      return true;
    case 5:
      /* A power chord; after "+" the fifth that it is about. */
      said->third = said->fifth == 8 ? said->third : 0;
      said->has_five = true;
      return is_first;
    case 6:
      add(said, 9);
      said->has_six = true;
      return true;
    case 7:
      set_seventh(said);
      return true;
    case 9:
    case 11:
    case 13:
      if (!said->has_six) {
        set_seventh(said);
      }
      if (is_first || number == 9) {
        add(said, 2);
      }
      if (number == 11) {
        add(said, 5);
        /* Players leave the major third out. */
        said->third =
          is_first && said->third == 4 && !said->is_major ? 0 : said->third;
      }
      if (number == 13) {
        add(said, 9);
      }
      return true;
    default:
      return false;
  }
}

/* A degree with a sign: "b5", "#11"; returns whether there is such a tone. */
static bool
say_altered(struct said *said, int degree, int sign)
{
  switch (degree) {
    case 5:
      said->fifth = 7 + sign;
      return true;
    case 7:
      said->seventh = sign > 0 ? 11 : 10;
      return true;
    case 2:
    case 4:
    case 6:
    case 9:
    case 11:
    case 13:
      add(said, semitones_of(degree) + sign);
      return true;
    default:
      return false;
  }
}

static bool
say_omitted(struct said *said, int degree)
{
  said->third = degree == 3 ? 0 : said->third;
  said->fifth = degree == 5 ? 0 : said->fifth;
  return degree == 3 || degree == 5 || degree == 7 || degree == 9 ||
         degree == 11 || degree == 1;
}

/* "sus", "sus2", "sus4", "sus24"; what follows is a number like others. */
static size_t
say_suspended(struct said *said, const char *text)
{
  size_t length = 0;
  said->third = 5;
  said->is_suspended = true;
  if (text[0] == '2' || text[0] == '4') {
    said->third = text[0] == '2' ? 2 : 5;
    length = 1;
    if (text[0] == '2' && text[1] == '4') {
      add(said, 5);
      length = 2;
    }
  }
  return length;
}

static size_t
find_word(const char *text, enum meaning *meaning)
{
  if (!strncmp(text, "madd", 4)) {
    *meaning = MINOR; /* not "ma" */
    return 1;
  }
  for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); ++i) {
    const size_t length = strlen(words[i].text);
    if (!strncmp(text, words[i].text, length)) {
      *meaning = (enum meaning)words[i].meaning;
      return length;
    }
  }
  return 0;
}

/* "add9", "addb6", "add#11". */
static size_t
say_added(struct said *said, const char *text)
{
  enum meaning meaning = MAJOR;
  int number = 0;
  size_t at = find_word(text, &meaning);
  const int sign = meaning == SHARP ? 1 : meaning == FLAT ? -1 : 0;
  at = sign ? at : 0;
  const size_t digits = read_number(text + at, &number);
  if (!digits || number < 2 || number == 3 || number == 5 || number == 7) {
    return 0;
  }
  add(said, semitones_of(number) + sign);
  return at + digits;
}

static void
say_altered_dominant(struct said *said)
{
  said->seventh = 10;
  said->fifth = 8;
  add(said, 1);
  add(said, 3);
}

/* What a word does; returns the bytes that follow it and belong to it, or -1
   when what follows is missing. */
static int
say_word(struct said *said, enum meaning meaning, const char *text)
{
  int number = 0;
  size_t digits = read_number(text, &number);
  switch (meaning) {
    case TRIANGLE:
      said->is_triangle = true;
      said->is_major = true;
      return 0;
    case MAJOR:
      said->is_major = true;
      /* C7M: the seventh that was said is the major one. */
      said->seventh = said->seventh == 10 ? 11 : said->seventh;
      return 0;
    case MINOR:
      said->third = 3;
      return 0;
    case DIMINISHED:
      if (said->is_diminished) {
        return -2;
      }
      said->is_diminished = true;
      said->third = 3;
      said->fifth = 6;
      said->seventh = said->seventh == 10 ? 9 : said->seventh;
      return 0;
    case HALF_DIMINISHED:
      said->third = 3;
      said->fifth = 6;
      said->seventh = 10;
      return 0;
    case AUGMENTED:
      said->fifth = 8;
      return 0;
    case DOMINANT:
      return 0;
    case ALTERED:
      say_altered_dominant(said);
      return 0;
    case SUSPENDED:
      return (int)say_suspended(said, text);
    case ADDED:
      digits = say_added(said, text);
      return digits ? (int)digits : -1;
    case OMITTED:
      return digits && say_omitted(said, number) ? (int)digits : -1;
    case FLAT:
    case SHARP:
      return digits && say_altered(said, number, meaning == SHARP ? 1 : -1)
               ? (int)digits
               : -1;
  }
  return -1;
}

/* One item; returns its bytes, 0 when it is none. What was begun and not ended
   (an accidental without its number) is counted to `fault`. */
static size_t
read_item(const char *text,
          bool follows_digit,
          struct said *said,
          size_t *fault)
{
  int number = 0;
  enum meaning meaning = MAJOR;
  const size_t digits = read_number(text, &number);
  *fault = 0;
  if (digits) {
    return say_number(said, number) ? digits : 0;
  }
  if (text[0] == '/' && follows_digit &&
      (text[1] == '9' || text[1] == '1' || text[1] == 'b' || text[1] == '#') &&
      (is_digit(text[1]) || is_digit(text[2]))) {
    return 1; /* 6/9, b9/b13 */
  }
  size_t length = find_word(text, &meaning);
  if (!length) {
    return 0;
  }
  if (follows_digit && is_digit(text[1]) &&
      (meaning == MINOR || meaning == AUGMENTED) && length == 1) {
    meaning = meaning == MINOR ? FLAT : SHARP; /* 7-5, 7+9 */
  }
  const int more = say_word(said, meaning, text + length);
  if (more < 0) {
    *fault = more == -1 && meaning >= FLAT ? length : 0;
    return 0;
  }
  return length + (size_t)more;
}

static uint16_t
tones_of(const struct said *said)
{
  const bool has_seventh =
    said->seventh || (said->is_triangle && !said->has_six);
  const int seventh = said->seventh ? said->seventh : 11;
  return (uint16_t)(1U | 1U << (unsigned)said->third |
                    1U << (unsigned)said->fifth |
                    (has_seventh ? 1U << (unsigned)seventh : 0U) | said->more);
}

/* What it costs to hear a chord without one of its tones, or with one more, by
   semitones above the root. */
static const int weights[12] = {0, 2, 2, 6, 6, 3, 3, 2, 3, 3, 6, 6};

static void
find_type(const struct said *said, struct yeoun_chord_kind *kind)
{
  const uint16_t tones = tones_of(said);
  int best = 1000;
  for (unsigned type = 0; type < YEOUN_CHORD_TYPES; ++type) {
    const unsigned own = yeoun_chord_intervals((enum yeoun_chord_type)type);
    const unsigned differ = own ^ tones;
    int cost = 0;
    for (int up = 1; up < 12; ++up) {
      cost += differ >> up & 1 ? weights[up] : 0;
    }
    /* An eleventh and a suspended ninth have the same tones. */
    const bool is_other = type == YEOUN_CHORD_11 && said->is_suspended;
    cost = 2 * cost + is_other;
    if (cost < best) {
      best = cost;
      kind->type = type;
      kind->is_exact = tones == own;
    }
  }
}

struct yeoun_chord_kind
yeoun_chord_kind_read(const char *text)
{
  struct yeoun_chord_kind kind = {.type = YEOUN_CHORD_MAJ};
  struct said said = {.third = 4, .fifth = 7};
  bool is_open = false;
  size_t at = 0;
  size_t fault = 0;
  while (is_open || !yeoun_chord_ends(text + at)) {
    if (!is_open && text[at] == '(' && text[at + 1] != ')') {
      is_open = true;
      ++at;
      continue;
    }
    if (is_open && text[at] == ')') {
      is_open = false;
      ++at;
      continue;
    }
    if (is_open && (text[at] == ',' || text[at] == ' ')) {
      ++at;
      continue;
    }
    /* "7-5", "7(-5)": signs of degrees. */
    const bool follows_digit = is_open || (at > 0 && is_digit(text[at - 1]));
    const size_t length =
      text[at] ? read_item(text + at, follows_digit, &said, &fault) : 0;
    if (!length) {
      break;
    }
    at += length;
  }
  kind.length = at + fault;
  kind.is_known = !is_open && !fault;
  find_type(&said, &kind);
  return kind;
}
