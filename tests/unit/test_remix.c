// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Remixes: the same notes, played by the instruments of another palette. */

#include <stdlib.h>
#include <string.h>

#include "music/remix.h"
#include "recorder.h"
#include "suite.h"
#include "yeoun.h"

#define RATE 48000.0
#define BLOCK 256

enum { SECONDS = 12 };

static struct recorder *written, *remixed;

static void
set_up(void)
{
  written = (struct recorder *)calloc(1, sizeof(*written));
  remixed = (struct recorder *)calloc(1, sizeof(*remixed));
  ck_assert(written && remixed);
}

static void
tear_down(void)
{
  free(written);
  free(remixed);
}

static struct yeoun_controls
make_controls(unsigned pole, unsigned variation, unsigned palette)
{
  struct yeoun_controls controls;
  memset(&controls, 0, sizeof(controls));
  controls.theme = yeoun_theme_default();
  controls.weight[pole] = 1.0f;
  controls.intensity = 0.8f;
  controls.space = 0.1f;
  controls.variation = (uint16_t)variation;
  controls.bars = 8;
  controls.distance = 0.5f;
  controls.humanize = 0.5f;
  controls.palette = (uint8_t)palette;
  controls.is_enabled = true;
  return controls;
}

/** Play some seconds; after half of them the remix is another. */
static void
play(struct yeoun_controls controls,
     unsigned first,
     unsigned second,
     struct recorder *recorder)
{
  struct yeoun_engine *const engine = yeoun_engine_new(RATE, false);
  const struct yeoun_sink sink = recorder_sink(recorder);
  const int blocks = (int)(SECONDS * RATE / BLOCK);
  ck_assert_ptr_nonnull(engine);
  for (int i = 0; i < blocks; ++i) {
    controls.remix = (uint8_t)(2 * i < blocks ? first : second);
    yeoun_engine_set_controls(engine, &controls);
    yeoun_engine_compose_here(engine);
    yeoun_engine_run(engine, 0, NULL, NULL, NULL, BLOCK, &sink);
    recorder->origin += BLOCK;
  }
  yeoun_engine_free(engine);
}

/** The next message from one on that is no program; the programs before it are
    noted. */
static unsigned
find_note(const struct recorder *recorder,
          unsigned at,
          uint8_t program[YEOUN_LANES])
{
  while (at < recorder->messages &&
         recorder->message[at].kind == YEOUN_MESSAGE_PROGRAM) {
    program[recorder->message[at].lane] = recorder->message[at].value;
    ++at;
  }
  return at;
}

static void
check_same(const struct yeoun_message *a, const struct yeoun_message *b)
{
  ck_assert_uint_eq(a->frame, b->frame);
  ck_assert_uint_eq(a->id, b->id);
  ck_assert_uint_eq(a->kind, b->kind);
  ck_assert_uint_eq(a->lane, b->lane);
  ck_assert_uint_eq(a->pitch, b->pitch);
  ck_assert_uint_eq(a->velocity, b->velocity);
  ck_assert_uint_eq(a->articulation, b->articulation);
  ck_assert_uint_eq(a->bend, b->bend);
  ck_assert_int_eq(a->bend_cents, b->bend_cents);
  ck_assert_uint_eq(a->value, b->value);
  ck_assert_uint_eq(a->is_live, b->is_live);
  ck_assert_float_eq(a->length_s, b->length_s);
}

/** Notes and pedals are the same, frame by frame; each note is on the
    instrument that plays it. Returns how many are played by another. */
static unsigned
compare(void)
{
  uint8_t before[YEOUN_LANES] = {0};
  uint8_t after[YEOUN_LANES] = {0};
  unsigned others = 0;
  unsigned i = find_note(written, 0, before);
  unsigned k = find_note(remixed, 0, after);
  while (i < written->messages && k < remixed->messages) {
    const struct yeoun_message *const note = &remixed->message[k];
    ck_assert_int_eq(written->frame[i], remixed->frame[k]);
    check_same(&written->message[i], note);
    if (note->kind == YEOUN_MESSAGE_NOTE_ON) {
      const struct yeoun_instrument_facts *const facts =
        yeoun_instrument_facts(after[note->lane]);
      ck_assert_uint_ge(note->pitch, facts->low);
      ck_assert_uint_le(note->pitch, facts->high);
      others += before[note->lane] != after[note->lane];
    }
    i = find_note(written, i + 1, before);
    k = find_note(remixed, k + 1, after);
  }
  ck_assert_uint_eq(i, written->messages);
  ck_assert_uint_eq(k, remixed->messages);
  return others;
}

START_TEST(other_instruments_play_the_same_notes)
{
  const unsigned palette = YEOUN_CHAMBER + (unsigned)_i;
  unsigned notes = 0;
  unsigned others = 0;
  for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
    for (unsigned v = 0; v < 4; ++v) {
      const unsigned first = YEOUN_CHAMBER + (palette + v) % 7;
      const struct yeoun_controls controls = make_controls(pole, v, first);
      memset(written, 0, sizeof(*written));
      memset(remixed, 0, sizeof(*remixed));
      play(controls, YEOUN_PALETTE_AUTO, YEOUN_PALETTE_AUTO, written);
      play(controls, palette, palette, remixed);
      others += compare();
      notes += recorder_count(written, YEOUN_MESSAGE_NOTE_ON, -1) -
               recorder_count(written, YEOUN_MESSAGE_NOTE_ON, YEOUN_LANE_DRUMS);
    }
  }
  ck_assert_uint_gt(notes, 500);
  ck_assert_uint_gt(2 * others, notes);
}
END_TEST

START_TEST(a_remix_that_begins_while_music_plays_cuts_no_note_short)
{
  const struct yeoun_controls controls =
    make_controls(YEOUN_ROMANTIC, 2, YEOUN_ORCHESTRAL);
  play(controls, YEOUN_PALETTE_AUTO, YEOUN_PALETTE_AUTO, written);
  play(controls, YEOUN_PALETTE_AUTO, YEOUN_ELECTRONIC, remixed);
  ck_assert_uint_gt(compare(), 10);
}
END_TEST

START_TEST(what_no_instrument_can_play_is_left_to_its_own)
{
  const struct yeoun_remix remix = {YEOUN_JAZZ, {1, 0, 0}};
  const struct yeoun_reach all = {0, 127};
  const struct yeoun_reach low = {34, 40};
  const struct yeoun_reach none = {127, 0};
  ck_assert_uint_eq(yeoun_remix_instrument(&remix, YEOUN_LANE_MELODY, all),
                    YEOUN_INSTRUMENT_AUTO);
  ck_assert_uint_eq(yeoun_remix_instrument(&remix, YEOUN_LANE_MELODY, none),
                    YEOUN_VIBRAPHONE);
  /* The vibraphone has not these keys; another of the palette has. */
  const uint8_t other = yeoun_remix_instrument(&remix, YEOUN_LANE_MELODY, low);
  ck_assert_uint_ne(other, YEOUN_INSTRUMENT_AUTO);
  ck_assert_uint_le(yeoun_instrument_facts(other)->low, 34);
  ck_assert_uint_eq(yeoun_remix_instrument(&remix, YEOUN_LANE_DRUMS, all),
                    YEOUN_KIT);
}
END_TEST

START_TEST(a_remix_is_played_as_the_mood_that_weighs_most)
{
  const struct yeoun_reach reach = {62, 67};
  for (unsigned palette = YEOUN_CHAMBER; palette < YEOUN_PALETTES; ++palette) {
    for (unsigned pole = 0; pole < 3; ++pole) {
      struct yeoun_remix remix = {(uint8_t)palette, {0.3f, 0.3f, 0.3f}};
      remix.weight[pole] = 0.4f;
      ck_assert_uint_eq(
        yeoun_remix_instrument(&remix, YEOUN_LANE_MELODY, reach),
        yeoun_palette_instrument(palette, YEOUN_LANE_MELODY, pole));
    }
  }
}
END_TEST

START_TEST(chords_and_pads_are_given_to_who_plays_several_notes)
{
  static const uint8_t lanes[] = {YEOUN_LANE_CHORDS, YEOUN_LANE_PAD};
  for (unsigned palette = YEOUN_CHAMBER; palette < YEOUN_PALETTES; ++palette) {
    for (uint8_t low = 24; low < 96; low += 4) {
      const struct yeoun_remix remix = {(uint8_t)palette, {1, 0, 0}};
      const struct yeoun_reach reach = {low, (uint8_t)(low + 12)};
      for (unsigned i = 0; i < 2; ++i) {
        const uint8_t found = yeoun_remix_instrument(&remix, lanes[i], reach);
        ck_assert(found == YEOUN_INSTRUMENT_AUTO ||
                  yeoun_instrument_facts(found)->polyphony >= 4);
      }
    }
  }
}
END_TEST

START_TEST(palettes_are_found_by_their_names)
{
  for (unsigned p = YEOUN_CHAMBER; p < YEOUN_PALETTES; ++p) {
    ck_assert_uint_eq(yeoun_palette_find(yeoun_palette_name(p)), p);
  }
  ck_assert_uint_eq(yeoun_palette_find("Lo-Fi"), YEOUN_LOFI);
  ck_assert_uint_eq(yeoun_palette_find("jazzy"), YEOUN_PALETTES);
  ck_assert_uint_eq(yeoun_palette_find("auto"), YEOUN_PALETTES);
  ck_assert_uint_eq(yeoun_palette_find(""), YEOUN_PALETTES);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("remix");
  TCase *const tcase = tcase_create("remix");
  tcase_set_timeout(tcase, 60);
  tcase_add_checked_fixture(tcase, set_up, tear_down);
  tcase_add_loop_test(tcase,
                      other_instruments_play_the_same_notes,
                      0,
                      YEOUN_PALETTES - YEOUN_CHAMBER);
  tcase_add_test(tcase,
                 a_remix_that_begins_while_music_plays_cuts_no_note_short);
  tcase_add_test(tcase, what_no_instrument_can_play_is_left_to_its_own);
  tcase_add_test(tcase, a_remix_is_played_as_the_mood_that_weighs_most);
  tcase_add_test(tcase, chords_and_pads_are_given_to_who_plays_several_notes);
  tcase_add_test(tcase, palettes_are_found_by_their_names);
  suite_add_tcase(suite, tcase);
  return suite;
}
