// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "score_pack.h"

#include <string.h>

#include "palette.h"

/* The first had one sign for root and bass of a chord. */
#define FORMAT 2
#define FIRST_FORMAT 1

/** In the byte of a pitch: bend, marks and level follow. */
#define HAS_MORE 0x80U

/* Who adds a member says here how it is kept, and raises the format. */
_Static_assert(sizeof(struct yeoun_note) == 16, "each member is packed");
_Static_assert(sizeof(struct yeoun_span) == 16, "each member is packed");
_Static_assert(sizeof(struct yeoun_phrase) == 16, "each member is packed");

/** Bytes that are written; what does not fit makes them too many for good. */
struct writer {
  uint8_t *at, *end;
  bool is_full;
};

static void
put_byte(struct writer *writer, unsigned byte)
{
  writer->is_full |= writer->at == writer->end;
  if (!writer->is_full) {
    *writer->at++ = (uint8_t)byte;
  }
}

static void
put_whole(struct writer *writer, uint32_t number)
{
  for (; number > 0x7F; number >>= 7) {
    put_byte(writer, 0x80 | (number & 0x7F));
  }
  put_byte(writer, number);
}

static void
put_signed(struct writer *writer, int32_t number)
{
  const uint32_t bits = (uint32_t)number << 1;
  put_whole(writer, number < 0 ? ~bits : bits);
}

static void
put_real(struct writer *writer, float number)
{
  uint32_t bits = 0;
  memcpy(&bits, &number, sizeof(bits));
  for (unsigned i = 0; i < 4; ++i) {
    put_byte(writer, bits >> 8 * i & 0xFF);
  }
}

static void
put_head(struct writer *writer, const struct yeoun_score *score)
{
  const size_t length = strnlen(score->description, YEOUN_DESCRIPTION_SIZE - 1);
  put_byte(writer, FORMAT);
  put_byte(writer, score->meter.beats);
  put_byte(writer, score->meter.unit);
  put_whole(writer, (uint32_t)score->length);
  put_real(writer, score->tempo_bpm);
  put_real(writer, score->identity);
  put_byte(writer, score->key.tonic);
  put_byte(writer, score->key.mode);
  put_byte(writer, score->has_ending);
  for (unsigned i = 0; i < YEOUN_LANES; ++i) {
    put_byte(writer, score->instrument[i]);
  }
  put_byte(writer, (unsigned)length);
  for (size_t i = 0; i < length; ++i) {
    put_byte(writer, (uint8_t)score->description[i]);
  }
}

static void
put_spans(struct writer *writer, const struct yeoun_score *score)
{
  int32_t before = 0;
  put_whole(writer, score->spans);
  for (unsigned i = 0; i < score->spans; ++i) {
    const struct yeoun_span *const span = &score->span[i];
    put_signed(writer, span->start - before);
    put_whole(writer, (uint32_t)span->length);
    put_whole(writer, span->chord.tones);
    put_byte(writer, span->chord.root);
    put_byte(writer, span->chord.type);
    put_byte(writer, span->chord.bass);
    put_byte(writer,
             span->chord.root_letter | (unsigned)span->chord.bass_letter << 4);
    put_signed(writer, span->slot);
    put_byte(writer, span->is_substitute);
    before = span->start;
  }
}

static void
put_phrases(struct writer *writer, const struct yeoun_score *score)
{
  put_whole(writer, score->phrases);
  for (unsigned i = 0; i < score->phrases; ++i) {
    const struct yeoun_phrase *const phrase = &score->phrase[i];
    put_signed(writer, phrase->start);
    put_signed(writer, phrase->turn - phrase->start);
    put_signed(writer, phrase->end - phrase->start);
    put_byte(writer, phrase->level);
  }
}

static void
put_notes(struct writer *writer, const struct yeoun_score *score)
{
  int32_t before = 0;
  put_whole(writer, score->notes);
  for (unsigned i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    const bool has_more =
      note->bend || note->bend_cents || note->marks || note->level_db;
    put_whole(writer, (uint32_t)(note->start - before));
    put_whole(writer, (uint32_t)note->length);
    put_byte(writer, note->pitch | (has_more ? HAS_MORE : 0));
    put_byte(writer, note->lane);
    put_byte(writer, note->articulation);
    if (has_more) {
      put_byte(writer, note->bend);
      put_signed(writer, note->bend_cents);
      put_byte(writer, note->marks);
      put_signed(writer, note->level_db);
    }
    before = note->start;
  }
}

size_t
yeoun_score_pack(const struct yeoun_score *score, uint8_t *bytes, size_t size)
{
  struct writer writer = {bytes, bytes + size, false};
  put_head(&writer, score);
  put_spans(&writer, score);
  put_phrases(&writer, score);
  put_notes(&writer, score);
  return writer.is_full ? 0 : (size_t)(writer.at - bytes);
}

/** Bytes that are read; what is missing or makes no sense is a fault for good,
    and reads as 0. */
struct reader {
  const uint8_t *at, *end;
  bool is_bad;
  uint8_t format;
};

static bool
require(struct reader *reader, bool is_fine)
{
  reader->is_bad |= !is_fine;
  return !reader->is_bad;
}

static uint8_t
take_byte(struct reader *reader)
{
  return require(reader, reader->at < reader->end) ? *reader->at++ : 0;
}

/** A byte below a limit. */
static uint8_t
take_choice(struct reader *reader, unsigned limit)
{
  const uint8_t byte = take_byte(reader);
  return require(reader, byte < limit) ? byte : 0;
}

static uint32_t
take_whole(struct reader *reader)
{
  uint32_t number = 0;
  for (unsigned shift = 0; shift < 35; shift += 7) {
    const uint8_t byte = take_byte(reader);
    number |= (uint32_t)(byte & 0x7F) << shift;
    if (byte < 0x80) {
      return number;
    }
  }
  require(reader, false);
  return 0;
}

static int32_t
take_signed(struct reader *reader)
{
  const uint32_t bits = take_whole(reader);
  return (int32_t)(bits >> 1) ^ -(int32_t)(bits & 1);
}

/** A number within a range. */
static int32_t
take_within(struct reader *reader, int32_t base, int32_t low, int32_t high)
{
  const int64_t number = (int64_t)base + take_signed(reader);
  return require(reader, number >= low && number <= high) ? (int32_t)number
                                                          : low;
}

/** A count, length or distance of at most so much. */
static int32_t
take_count(struct reader *reader, int32_t most)
{
  const uint32_t number = take_whole(reader);
  return require(reader, number <= (uint32_t)most) ? (int32_t)number : 0;
}

static float
take_real(struct reader *reader, float low, float high)
{
  uint32_t bits = 0;
  float number = 0.0f;
  for (unsigned i = 0; i < 4; ++i) {
    bits |= (uint32_t)take_byte(reader) << 8 * i;
  }
  memcpy(&number, &bits, sizeof(number));
  return require(reader, number >= low && number <= high) ? number : low;
}

/* The longest form is 32 bars of 32 halves; the longest ring of a note twice
   that. */
enum { LENGTH_MAX = 32 * 64 * YEOUN_BEAT, METER_BEATS = 32 };

static void
take_head(struct reader *reader, struct yeoun_score *score)
{
  reader->format = take_byte(reader);
  require(reader, reader->format == FORMAT || reader->format == FIRST_FORMAT);
  score->meter.beats = take_choice(reader, METER_BEATS + 1);
  score->meter.unit = take_choice(reader, 16 + 1);
  const unsigned unit = score->meter.unit;
  require(reader, score->meter.beats && unit && !(unit & (unit - 1)));
  score->length = take_count(reader, LENGTH_MAX);
  require(reader, score->length > 0);
  score->tempo_bpm = take_real(reader, 1.0f, 1000.0f);
  score->identity = take_real(reader, 0.0f, 1.0f);
  score->key.tonic = take_choice(reader, 12);
  score->key.mode = take_choice(reader, YEOUN_MODES);
  score->has_ending = take_choice(reader, 2);
  for (unsigned i = 0; i < YEOUN_LANES; ++i) {
    score->instrument[i] = take_choice(reader, YEOUN_INSTRUMENTS);
  }
  score->traits = (struct yeoun_traits){0};
  const unsigned length = take_choice(reader, YEOUN_DESCRIPTION_SIZE);
  for (unsigned i = 0; i < length; ++i) {
    score->description[i] = (char)take_byte(reader);
  }
}

/* Whether a letter and at most a double sign name a pitch class. */
static bool
is_spelt(unsigned letter, unsigned pitch_class)
{
  if (letter == YEOUN_LETTER_NONE || letter >= YEOUN_LETTERS) {
    return false;
  }
  const int sharps = yeoun_letter_sharps(letter, pitch_class);
  return sharps >= -2 && sharps <= 2;
}

/* How root and bass are spelt; a letter that fits them. */
static void
take_letters(struct reader *reader, struct yeoun_chord *chord)
{
  if (reader->format == FIRST_FORMAT) {
    const int low = take_choice(reader, 2) ? -6 : -1;
    chord->root_letter =
      yeoun_letter_of_fifths(yeoun_fifths_from(low, chord->root)) & 0xFU;
    chord->bass_letter =
      yeoun_letter_of_fifths(yeoun_fifths_from(low, chord->bass)) & 0xFU;
    return;
  }
  const unsigned letters = take_byte(reader);
  const unsigned root = letters & 0xFU;
  const unsigned bass = letters >> 4;
  if (require(reader, is_spelt(root, chord->root)) &&
      require(reader, is_spelt(bass, chord->bass))) {
    chord->root_letter = root & 0xFU;
    chord->bass_letter = bass & 0xFU;
  }
}

static void
take_spans(struct reader *reader, struct yeoun_score *score)
{
  int32_t before = 0;
  score->spans = (uint16_t)take_count(reader, YEOUN_SPANS_MAX);
  for (unsigned i = 0; i < score->spans && !reader->is_bad; ++i) {
    struct yeoun_span *const span = &score->span[i];
    span->start = take_within(reader, before, 0, score->length);
    span->length = take_count(reader, LENGTH_MAX);
    span->chord.tones = (uint16_t)take_count(reader, 0xFFF);
    span->chord.root = take_choice(reader, 12);
    span->chord.type = take_choice(reader, YEOUN_CHORD_TYPES);
    span->chord.bass = take_choice(reader, 12);
    take_letters(reader, &span->chord);
    span->slot = (int8_t)take_within(reader, 0, -1, INT8_MAX);
    span->is_substitute = take_choice(reader, 2);
    before = span->start;
  }
}

static void
take_phrases(struct reader *reader, struct yeoun_score *score)
{
  score->phrases = (uint16_t)take_count(reader, YEOUN_PHRASES_MAX);
  for (unsigned i = 0; i < score->phrases && !reader->is_bad; ++i) {
    struct yeoun_phrase *const phrase = &score->phrase[i];
    phrase->start = take_within(reader, 0, -LENGTH_MAX, LENGTH_MAX);
    phrase->turn =
      take_within(reader, phrase->start, -LENGTH_MAX, 2 * LENGTH_MAX);
    phrase->end =
      take_within(reader, phrase->start, -LENGTH_MAX, 2 * LENGTH_MAX);
    phrase->level = take_choice(reader, 8);
  }
}

static void
take_notes(struct reader *reader, struct yeoun_score *score)
{
  int32_t before = 0;
  score->notes = (uint16_t)take_count(reader, YEOUN_NOTES_MAX);
  for (unsigned i = 0; i < score->notes && !reader->is_bad; ++i) {
    struct yeoun_note *const note = &score->note[i];
    note->start = before + take_count(reader, score->length - 1 - before);
    note->length = take_count(reader, 2 * LENGTH_MAX);
    require(reader, note->length > 0);
    const uint8_t pitch = take_byte(reader);
    note->pitch = pitch & (HAS_MORE - 1);
    note->lane = take_choice(reader, YEOUN_LANES);
    note->articulation = take_choice(reader, YEOUN_ARTICULATION_TREMOLO + 1);
    if (pitch & HAS_MORE) {
      note->bend = take_choice(reader, YEOUN_BEND_FALL + 1);
      note->bend_cents = (int16_t)take_within(reader, 0, INT16_MIN, INT16_MAX);
      note->marks = take_byte(reader);
      note->level_db = (int8_t)take_within(reader, 0, INT8_MIN, INT8_MAX);
    }
    before = note->start;
  }
}

bool
yeoun_score_unpack(const uint8_t *bytes, size_t size, struct yeoun_score *score)
{
  struct reader reader = {bytes, bytes + size, false, 0};
  memset(score, 0, sizeof(*score));
  take_head(&reader, score);
  if (!reader.is_bad) {
    take_spans(&reader, score);
    take_phrases(&reader, score);
    take_notes(&reader, score);
  }
  return !reader.is_bad && reader.at == reader.end;
}
