// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A score survives its bytes, and no bytes harm. */

#include "music/score_pack.h"

#include <stdio.h>
#include <string.h>

#include "compose/compose.h"
#include "compose/scratch.h"
#include "music/random.h"
#include "request_read.h"
#include "suite.h"

static struct yeoun_score score, read;
static struct yeoun_compose_scratch scratch;
static uint8_t bytes[YEOUN_PACKED_SIZE];
static struct yeoun_random dice;

static void
compose_any(unsigned variation)
{
  static const char *const themes[] = {
    "Am F C", "e g a", "Dm7 G7 Cmaj7 A7b9 Dm7 G7 C6 E7 e d c b", "Gb:2 Db:6"};
  struct yeoun_controls controls;
  struct yeoun_request request;
  memset(&controls, 0, sizeof(controls));
  yeoun_theme_read(themes[variation % 4], &controls.theme);
  controls.weight[variation % 3] = 1.0f;
  controls.weight[variation % 2] = 0.5f;
  controls.intensity = (float)(variation % 5) / 4.0f;
  controls.korean = (float)(variation % 3) / 2.0f;
  controls.variation = (uint16_t)variation;
  controls.bars = (uint16_t)(1 + variation % 32);
  controls.distance = (float)(variation % 11) / 10.0f;
  controls.has_ending = variation % 2;
  yeoun_request_read(&controls, &request);
  request.meter = (struct yeoun_meter){(uint8_t)(2 + variation % 5), 4};
  memset(&score, 0, sizeof(score));
  yeoun_compose(&request, &scratch, &score);
}

static void
expect_same(const struct yeoun_score *a, const struct yeoun_score *b)
{
  ck_assert_uint_eq(a->meter.beats, b->meter.beats);
  ck_assert_uint_eq(a->meter.unit, b->meter.unit);
  ck_assert_int_eq(a->length, b->length);
  ck_assert(a->tempo_bpm == b->tempo_bpm && a->identity == b->identity);
  ck_assert_uint_eq(a->key.tonic, b->key.tonic);
  ck_assert_uint_eq(a->key.mode, b->key.mode);
  ck_assert_int_eq(a->has_ending, b->has_ending);
  ck_assert_mem_eq(a->instrument, b->instrument, sizeof(a->instrument));
  ck_assert_str_eq(a->description, b->description);
  ck_assert_uint_eq(a->notes, b->notes);
  ck_assert_mem_eq(a->note, b->note, a->notes * sizeof(*a->note));
  ck_assert_uint_eq(a->phrases, b->phrases);
  ck_assert_uint_eq(a->spans, b->spans);
  for (unsigned i = 0; i < a->phrases; ++i) {
    ck_assert_int_eq(a->phrase[i].start, b->phrase[i].start);
    ck_assert_int_eq(a->phrase[i].turn, b->phrase[i].turn);
    ck_assert_int_eq(a->phrase[i].end, b->phrase[i].end);
    ck_assert_uint_eq(a->phrase[i].level, b->phrase[i].level);
  }
  for (unsigned i = 0; i < a->spans; ++i) {
    const struct yeoun_span *const s = &a->span[i];
    const struct yeoun_span *const t = &b->span[i];
    ck_assert_int_eq(s->start, t->start);
    ck_assert_int_eq(s->length, t->length);
    ck_assert_uint_eq(s->chord.tones, t->chord.tones);
    ck_assert_uint_eq(s->chord.root, t->chord.root);
    ck_assert_uint_eq(s->chord.type, t->chord.type);
    ck_assert_uint_eq(s->chord.bass, t->chord.bass);
    ck_assert(yeoun_chord_equal(&s->chord, &t->chord));
    ck_assert_int_eq(s->slot, t->slot);
    ck_assert_int_eq(s->is_substitute, t->is_substitute);
  }
}

START_TEST(every_score_survives_its_bytes)
{
  size_t notes = 0;
  size_t all = 0;
  for (unsigned variation = 0; variation < 300; ++variation) {
    compose_any(variation);
    ck_assert_uint_gt(score.notes, 0);
    const size_t size = yeoun_score_pack(&score, bytes, sizeof(bytes));
    ck_assert_uint_gt(size, 0);
    memset(&read, 0xA5, sizeof(read));
    ck_assert(yeoun_score_unpack(bytes, size, &read));
    expect_same(&score, &read);
    notes += score.notes;
    all += size;
  }
  ck_assert_uint_lt(all, 12 * notes);
}
END_TEST

START_TEST(the_largest_score_fits_and_none_is_cut)
{
  compose_any(1);
  score.length = 32 * 64 * YEOUN_BEAT;
  score.notes = YEOUN_NOTES_MAX;
  score.spans = YEOUN_SPANS_MAX;
  score.phrases = YEOUN_PHRASES_MAX;
  for (int i = 0; i < YEOUN_NOTES_MAX; ++i) {
    score.note[i] = (struct yeoun_note){.start = score.length - 1,
                                        .length = 2 * score.length,
                                        .pitch = 127,
                                        .lane = YEOUN_LANES - 1,
                                        .bend = 1,
                                        .bend_cents = INT16_MIN,
                                        .marks = 255,
                                        .level_db = INT8_MIN};
  }
  score.note[0].start = 0;
  for (int i = 0; i < YEOUN_SPANS_MAX; ++i) {
    score.span[i] = (struct yeoun_span){
      .start = i % 2 ? 0 : score.length,
      .length = score.length,
      .chord =
        {0xFFF, 11, YEOUN_CHORD_TYPES - 1, 11, YEOUN_LETTER_B, YEOUN_LETTER_C},
      .slot = -1,
      .is_substitute = true};
  }
  for (int i = 0; i < YEOUN_PHRASES_MAX; ++i) {
    score.phrase[i] =
      (struct yeoun_phrase){-score.length, score.length, score.length, 7};
  }
  memset(score.description, 'x', YEOUN_DESCRIPTION_SIZE - 1);
  const size_t size = yeoun_score_pack(&score, bytes, sizeof(bytes));
  ck_assert_uint_gt(size, YEOUN_NOTES_MAX * 8);
  ck_assert(yeoun_score_unpack(bytes, size, &read));
  expect_same(&score, &read);
  for (size_t less = 0; less < size; less += 997) {
    ck_assert_uint_eq(yeoun_score_pack(&score, bytes, less), 0);
  }
}
END_TEST

static void
expect_sane(const struct yeoun_score *s)
{
  ck_assert_uint_le(s->notes, YEOUN_NOTES_MAX);
  ck_assert_uint_le(s->spans, YEOUN_SPANS_MAX);
  ck_assert_uint_le(s->phrases, YEOUN_PHRASES_MAX);
  ck_assert_int_gt(s->length, 0);
  ck_assert_uint_lt(strnlen(s->description, YEOUN_DESCRIPTION_SIZE),
                    YEOUN_DESCRIPTION_SIZE);
  for (unsigned i = 0; i < s->notes; ++i) {
    const struct yeoun_note *const note = &s->note[i];
    ck_assert(note->start >= 0 && note->start < s->length);
    ck_assert(!i || note->start >= note[-1].start);
    ck_assert_int_gt(note->length, 0);
    ck_assert(note->pitch < 128 && note->lane < YEOUN_LANES);
  }
}

START_TEST(spoilt_bytes_are_a_sane_score_or_none)
{
  unsigned refused = 0;
  enum { ROUNDS = 20000 };
  dice = yeoun_random_stream(1, "bytes", 0);
  for (unsigned i = 0; i < ROUNDS; ++i) {
    if (i % 100 == 0) {
      compose_any(i / 100);
    }
    const size_t size = yeoun_score_pack(&score, bytes, sizeof(bytes));
    const size_t kept =
      i % 2 ? size : yeoun_random_below(&dice, (uint32_t)size);
    for (unsigned k = 0; k < 1 + i % 4; ++k) {
      bytes[yeoun_random_below(&dice, (uint32_t)size)] =
        (uint8_t)yeoun_random_below(&dice, 256);
    }
    if (yeoun_score_unpack(bytes, kept, &read)) {
      expect_sane(&read);
    } else {
      ++refused;
    }
  }
  ck_assert_uint_gt(refused, ROUNDS / 2);
  ck_assert_uint_lt(refused, ROUNDS);
}
END_TEST

START_TEST(another_format_is_refused)
{
  compose_any(1);
  const size_t size = yeoun_score_pack(&score, bytes, sizeof(bytes));
  bytes[0] = 3;
  ck_assert(!yeoun_score_unpack(bytes, size, &read));
  ck_assert(!yeoun_score_unpack(bytes, 0, &read));
}
END_TEST

/* The last span of a score without notes ends five bytes before its end. */
static size_t
pack_chord(struct yeoun_chord chord)
{
  compose_any(1);
  score.notes = score.phrases = 0;
  score.spans = 1;
  score.span[0] =
    (struct yeoun_span){.length = score.length, .chord = chord, .slot = 0};
  return yeoun_score_pack(&score, bytes, sizeof(bytes));
}

START_TEST(a_score_of_the_first_format_keeps_its_signs)
{
  struct yeoun_chord chord;
  char text[16];
  ck_assert(!yeoun_chord_read("Gb/Db", &chord).status);
  for (unsigned is_flat = 0; is_flat < 2; ++is_flat) {
    const size_t size = pack_chord(chord);
    bytes[0] = 1;
    bytes[size - 5] = (uint8_t)is_flat;
    ck_assert(yeoun_score_unpack(bytes, size, &read));
    yeoun_chord_write(read.span[0].chord, text, sizeof(text));
    ck_assert_str_eq(text, is_flat ? "Gb/Db" : "F#/C#");
  }
}
END_TEST

START_TEST(a_letter_that_is_none_is_refused)
{
  const size_t size = pack_chord(yeoun_chord_make(6, YEOUN_CHORD_MAJ, 6));
  ck_assert(yeoun_score_unpack(bytes, size, &read));
  for (unsigned letters = 0; letters < 256; ++letters) {
    bytes[size - 5] = (uint8_t)letters;
    const unsigned root = letters & 0xF;
    const unsigned bass = letters >> 4;
    const bool is_root =
      root >= YEOUN_LETTER_E && root <= YEOUN_LETTER_G; /* E## F# Gb */
    const bool is_bass = bass >= YEOUN_LETTER_E && bass <= YEOUN_LETTER_G;
    ck_assert_int_eq(yeoun_score_unpack(bytes, size, &read),
                     is_root && is_bass);
  }
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("score_pack");
  TCase *const tcase = tcase_create("bytes");
  tcase_set_timeout(tcase, 120);
  tcase_add_test(tcase, every_score_survives_its_bytes);
  tcase_add_test(tcase, the_largest_score_fits_and_none_is_cut);
  tcase_add_test(tcase, spoilt_bytes_are_a_sane_score_or_none);
  tcase_add_test(tcase, another_format_is_refused);
  tcase_add_test(tcase, a_score_of_the_first_format_keeps_its_signs);
  tcase_add_test(tcase, a_letter_that_is_none_is_refused);
  suite_add_tcase(suite, tcase);
  return suite;
}
