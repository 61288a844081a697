// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Controllers and bends, for whoever plays the notes by MIDI. */

#include "play/controllers.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "music/instrument.h"
#include "recorder.h"
#include "suite.h"
#include "yeoun.h"

#define RATE 48000.0

enum { BLOCK = 256, BEAT = 24000 /* at 120 bpm */ };

static struct yeoun_engine *engine;
static struct recorder *recorder;
static struct yeoun_controls controls;
static double bpm;

static void
set_up(void)
{
  engine = yeoun_engine_new(RATE, false);
  recorder = (struct recorder *)calloc(1, sizeof(*recorder));
  ck_assert(engine && recorder);
  controls = (struct yeoun_controls){.theme = yeoun_theme_default(),
                                     .weight = {0.0f, 1.0f, 0.0f},
                                     .intensity = 0.8f,
                                     .space = 0.1f,
                                     .variation = 1,
                                     .bars = 8,
                                     .distance = 0.35f,
                                     .humanize = 0.5f,
                                     .palette = YEOUN_ORCHESTRAL,
                                     .expression = YEOUN_EXPRESSION_CC11,
                                     .apply = YEOUN_APPLY_BAR,
                                     .is_enabled = true};
  bpm = 120.0;
}

static void
tear_down(void)
{
  yeoun_engine_free(engine);
  free(recorder);
}

/** The Korean layer over its own instruments. */
static void
be_korean(void)
{
  controls.weight[YEOUN_LYRICAL] = 1.0f;
  controls.weight[YEOUN_ROMANTIC] = 0.0f;
  controls.palette = YEOUN_GUGAK;
  controls.korean = 1.0f;
}

static void
locate(double beats, double speed)
{
  const struct yeoun_position position = {floor(beats / 4.0),
                                          fmod(beats, 4.0),
                                          YEOUN_UNTOLD,
                                          4.0,
                                          4.0,
                                          bpm,
                                          speed,
                                          -1};
  yeoun_engine_locate(engine, &position);
}

static void
run(uint32_t frames, uint32_t block)
{
  const struct yeoun_sink sink = recorder_sink(recorder);
  yeoun_engine_set_controls(engine, &controls);
  while (frames) {
    const uint32_t now = frames < block ? frames : block;
    yeoun_engine_compose_here(engine);
    yeoun_engine_run(engine, 0, NULL, NULL, NULL, now, &sink);
    recorder->origin += now;
    frames -= now;
  }
}

static unsigned
count(int kind)
{
  return recorder_count(recorder, kind, -1);
}

static bool
is_controller(const struct yeoun_message *message)
{
  return message->kind == YEOUN_MESSAGE_EXPRESSION ||
         message->kind == YEOUN_MESSAGE_DYNAMICS ||
         message->kind == YEOUN_MESSAGE_BEND;
}

/** What a receiver of one lane has heard last. */
struct receiver {
  int expression, dynamics, cents, range, notes;
};

static void
receive(struct receiver *receiver, const struct yeoun_message *message)
{
  switch (message->kind) {
    case YEOUN_MESSAGE_EXPRESSION:
      receiver->expression = message->value;
      break;
    case YEOUN_MESSAGE_DYNAMICS:
      receiver->dynamics = message->value;
      break;
    case YEOUN_MESSAGE_BEND_RANGE:
      receiver->range = message->value;
      break;
    case YEOUN_MESSAGE_BEND:
      ck_assert_int_eq(receiver->range, message->value);
      ck_assert_int_le(abs(message->bend_cents), 100 * receiver->range);
      receiver->cents = message->bend_cents;
      break;
    default:
      receiver->notes += message->kind == YEOUN_MESSAGE_NOTE_ON;
      receiver->notes -= message->kind == YEOUN_MESSAGE_NOTE_OFF;
      break;
  }
}

/** The receivers after all that was recorded, which begins at rest. */
static void
receive_all(struct receiver receiver[YEOUN_LANES])
{
  for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
    receiver[lane] = (struct receiver){.expression = 127};
  }
  for (unsigned i = 0; i < recorder->messages; ++i) {
    receive(&receiver[recorder->message[i].lane], &recorder->message[i]);
  }
}

START_TEST(what_is_sent_is_what_is_asked_for)
{
  controls.expression = (uint8_t)_i;
  locate(0.0, 1.0);
  run(32 * BEAT, BLOCK);
  const unsigned expression = count(YEOUN_MESSAGE_EXPRESSION);
  const unsigned dynamics = count(YEOUN_MESSAGE_DYNAMICS);
  ck_assert_uint_gt(count(YEOUN_MESSAGE_NOTE_ON), 40);
  if (_i == YEOUN_EXPRESSION_OFF) {
    ck_assert_uint_eq(expression, 0);
  } else {
    ck_assert_uint_gt(expression, 100);
  }
  if (_i == YEOUN_EXPRESSION_CC1_CC11) {
    ck_assert_uint_gt(dynamics, 100);
  } else {
    ck_assert_uint_eq(dynamics, 0);
  }
}
END_TEST

START_TEST(what_cannot_swell_is_left_alone)
{
  controls.expression = YEOUN_EXPRESSION_CC1_CC11;
  locate(0.0, 1.0);
  run(32 * BEAT, BLOCK);
  const struct yeoun_performance *const performance =
    yeoun_engine_performance(engine);
  bool is_any_held = false;
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    const bool is_held =
      yeoun_instrument_facts(performance->instrument[lane])->sustain ==
      YEOUN_SUSTAIN_HELD;
    const unsigned sent =
      recorder_count(recorder, YEOUN_MESSAGE_EXPRESSION, lane) +
      recorder_count(recorder, YEOUN_MESSAGE_DYNAMICS, lane);
    ck_assert(is_held || sent == 0);
    is_any_held |= is_held && sent > 0;
  }
  ck_assert(is_any_held);
}
END_TEST

static const double tempos[] = {40.0, 76.0, 120.0, 300.0};

START_TEST(a_lane_sends_at_most_a_hundred_messages_a_second)
{
  bpm = tempos[_i % 4];
  controls.expression = YEOUN_EXPRESSION_CC1_CC11;
  if (_i >= 4) {
    be_korean();
  }
  locate(0.0, 1.0);
  run((uint32_t)(64.0 * 60.0 / bpm * RATE), BLOCK);
  ck_assert_uint_gt(count(YEOUN_MESSAGE_EXPRESSION), 20);
  for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
    unsigned first = 0, within = 0;
    for (unsigned i = 0; i < recorder->messages; ++i) {
      const struct yeoun_message *const message = &recorder->message[i];
      if (message->lane != lane || !is_controller(message)) {
        continue;
      }
      ++within;
      while (recorder->frame[first] <= recorder->frame[i] - (int64_t)RATE) {
        within -= recorder->message[first].lane == lane &&
                  is_controller(&recorder->message[first]);
        ++first;
      }
      ck_assert_uint_le(within, 100);
    }
  }
}
END_TEST

START_TEST(the_bends_of_the_korean_layer_are_sent_within_a_range_that_is_told)
{
  be_korean();
  locate(0.0, 1.0);
  run(32 * BEAT, BLOCK);
  const struct yeoun_performance *const performance =
    yeoun_engine_performance(engine);
  unsigned bent = 0;
  for (unsigned i = 0; i < performance->notes; ++i) {
    bent += performance->note[i].bend > YEOUN_BEND_STRAIGHT;
  }
  ck_assert_uint_gt(bent, 2);
  ck_assert_uint_ge(count(YEOUN_MESSAGE_BEND), 4 * bent);
  /* Once a lane, and every bend after it: receive() looks. */
  struct receiver receiver[YEOUN_LANES];
  receive_all(receiver);
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    const bool bends = recorder_count(recorder, YEOUN_MESSAGE_BEND, lane) > 0;
    ck_assert_uint_eq(recorder_count(recorder, YEOUN_MESSAGE_BEND_RANGE, lane),
                      bends ? 1 : 0);
  }
}
END_TEST

START_TEST(a_push_comes_up_from_below_and_a_plain_note_is_in_tune)
{
  be_korean();
  yeoun_theme_read("F#m7 B7 Emaj7", &controls.theme);
  locate(0.0, 1.0);
  for (controls.variation = 1; controls.variation <= 6; ++controls.variation) {
    run(32 * BEAT, BLOCK);
  }
  struct receiver receiver[YEOUN_LANES] = {0};
  unsigned pushed = 0, plain = 0;
  for (unsigned i = 0; i < recorder->messages; ++i) {
    const struct yeoun_message *const message = &recorder->message[i];
    receive(&receiver[message->lane], message);
    if (message->kind == YEOUN_MESSAGE_NOTE_ON) {
      const bool is_push = message->bend == YEOUN_BEND_PUSH;
      ck_assert_int_eq(receiver[message->lane].cents,
                       is_push ? message->bend_cents : 0);
      pushed += is_push;
      plain += message->bend == YEOUN_BEND_NONE;
    }
  }
  ck_assert_uint_gt(pushed, 0);
  ck_assert_uint_gt(plain, 10);
}
END_TEST

/** Stop, loop, locate, disable: where the music breaks off. */
static void
break_off(int how)
{
  if (how == 0) {
    locate(0.0, 0.0);
  } else if (how == 1) {
    controls.is_enabled = false;
  } else {
    locate(200.0, 1.0);
    controls.is_enabled = false; /* before anything begins there */
  }
}

START_TEST(where_the_music_breaks_off_all_is_as_it_was_at_first)
{
  be_korean();
  controls.expression = YEOUN_EXPRESSION_CC1_CC11;
  struct receiver receiver[YEOUN_LANES];
  unsigned bent = 0, soft = 0;
  for (unsigned i = 0; i < 60; ++i) {
    controls.is_enabled = true;
    locate(0.0, 0.0);
    run(BLOCK, BLOCK);
    locate(i * 0.55, 1.0);
    run(BEAT / 2 + i * 600, BLOCK);
    receive_all(receiver);
    for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
      bent += receiver[lane].cents != 0;
      soft += receiver[lane].expression != 127;
    }
    break_off(_i);
    run(BLOCK, BLOCK);
    receive_all(receiver);
    for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
      ck_assert_int_eq(receiver[lane].cents, 0);
      ck_assert_int_eq(receiver[lane].expression, 127);
      ck_assert_int_eq(receiver[lane].dynamics, 0);
      ck_assert_int_eq(receiver[lane].notes, 0);
    }
  }
  ck_assert_uint_gt(bent, 3);
  ck_assert_uint_gt(soft, 30);
}
END_TEST

START_TEST(a_loop_leaves_no_bend_behind)
{
  be_korean();
  struct receiver receiver[YEOUN_LANES];
  for (unsigned round = 0; round < 16; ++round) {
    locate(8.0, 1.0);
    run(5 * BEAT / 2 + round * 500, BLOCK);
  }
  memset(receiver, 0, sizeof(receiver));
  for (unsigned i = 0; i < recorder->messages; ++i) {
    const struct yeoun_message *const message = &recorder->message[i];
    receive(&receiver[message->lane], message);
    ck_assert(message->kind != YEOUN_MESSAGE_NOTE_ON ||
              message->bend > YEOUN_BEND_STRAIGHT ||
              receiver[message->lane].cents == 0);
  }
}
END_TEST

START_TEST(a_bend_goes_back_in_a_rest)
{
  be_korean();
  locate(0.0, 1.0);
  struct receiver receiver[YEOUN_LANES] = {0};
  int64_t ended[YEOUN_LANES] = {0};
  unsigned rested = 0;
  run(64 * BEAT, BLOCK);
  for (unsigned i = 0; i < recorder->messages; ++i) {
    const struct yeoun_message *const message = &recorder->message[i];
    struct receiver *const lane = &receiver[message->lane];
    if (!lane->notes && recorder->frame[i] - ended[message->lane] > RATE / 2) {
      ck_assert(lane->cents == 0 || message->kind == YEOUN_MESSAGE_BEND);
      ++rested;
    }
    receive(lane, message);
    ended[message->lane] =
      lane->notes ? ended[message->lane] : recorder->frame[i];
  }
  ck_assert_uint_gt(rested, 0);
}
END_TEST

START_TEST(a_long_note_swells)
{
  locate(0.0, 1.0);
  run(32 * BEAT, BLOCK);
  unsigned swelled = 0;
  for (unsigned i = 0; i < recorder->messages; ++i) {
    const struct yeoun_message *const note = &recorder->message[i];
    if (note->kind != YEOUN_MESSAGE_NOTE_ON ||
        note->lane != YEOUN_LANE_MELODY || note->length_s < 1.0f ||
        note->swell.crest_db < 2.0f) {
      continue;
    }
    int first = -1, most = 0;
    for (unsigned k = i; k-- > 0 && first < 0;) {
      const struct yeoun_message *const before = &recorder->message[k];
      first =
        before->lane == note->lane && before->kind == YEOUN_MESSAGE_EXPRESSION
          ? before->value
          : -1;
    }
    for (unsigned k = i + 1;
         k < recorder->messages &&
         recorder->frame[k] <
           recorder->frame[i] + (int64_t)((double)note->length_s * RATE);
         ++k) {
      const struct yeoun_message *const after = &recorder->message[k];
      if (after->lane == note->lane &&
          after->kind == YEOUN_MESSAGE_EXPRESSION) {
        most = after->value > most ? after->value : most;
      }
    }
    /* Two decibels are a tenth of the value and more. */
    ck_assert_int_gt(most, first + first / 12);
    ++swelled;
  }
  ck_assert_uint_gt(swelled, 3);
}
END_TEST

START_TEST(controllers_do_not_depend_on_the_blocks)
{
  static struct recorder other;
  be_korean();
  controls.expression = YEOUN_EXPRESSION_CC1_CC11;
  locate(0.0, 1.0);
  run(32 * BEAT, 64);
  memcpy(&other, recorder, sizeof(other));
  tear_down();
  set_up();
  be_korean();
  controls.expression = YEOUN_EXPRESSION_CC1_CC11;
  locate(0.0, 1.0);
  run(32 * BEAT, 1000);
  ck_assert_uint_eq(recorder->messages, other.messages);
  for (unsigned i = 0; i < other.messages; ++i) {
    ck_assert_int_eq(recorder->frame[i], other.frame[i]);
    ck_assert_uint_eq(recorder->message[i].kind, other.message[i].kind);
    ck_assert_uint_eq(recorder->message[i].value, other.message[i].value);
    ck_assert_int_eq(recorder->message[i].bend_cents,
                     other.message[i].bend_cents);
  }
}
END_TEST

/** What the receivers have at a frame. */
static void
receive_until(struct receiver receiver[YEOUN_LANES], int64_t frame)
{
  memset(receiver, 0, YEOUN_LANES * sizeof(*receiver));
  for (unsigned i = 0; i < recorder->messages && recorder->frame[i] <= frame;
       ++i) {
    receive(&receiver[recorder->message[i].lane], &recorder->message[i]);
  }
}

START_TEST(a_place_is_as_expressive_wherever_playing_began)
{
  struct receiver straight[YEOUN_LANES], located[YEOUN_LANES];
  locate(0.0, 1.0);
  run(32 * BEAT, BLOCK);
  receive_until(straight, (int64_t)(21.4 * BEAT));
  tear_down();
  set_up();
  locate(18.25, 1.0);
  run(8 * BEAT, BLOCK);
  receive_until(located, (int64_t)((21.4 - 18.25) * BEAT));
  unsigned compared = 0;
  for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
    if (located[lane].notes && located[lane].expression) {
      ck_assert_int_le(
        abs(straight[lane].expression - located[lane].expression), 4);
      ++compared;
    }
  }
  ck_assert_uint_gt(compared, 0);
}
END_TEST

START_TEST(a_key_between_the_notes_sounds_as_it_is)
{
  be_korean();
  locate(0.0, 1.0);
  struct receiver receiver[YEOUN_LANES];
  static const uint8_t down[] = {0x90, 60, 100};
  static const uint8_t up[] = {0x80, 60, 64};
  unsigned alone = 0;
  for (unsigned i = 0; i < 300; ++i) {
    run(4800, BLOCK);
    receive_all(receiver);
    const bool is_alone = receiver[YEOUN_LANE_MELODY].notes == 0;
    yeoun_engine_midi(engine, down, 3);
    run(1, 1);
    receive_all(receiver);
    if (is_alone && receiver[YEOUN_LANE_MELODY].notes == 1) {
      ck_assert_int_eq(receiver[YEOUN_LANE_MELODY].cents, 0);
      ck_assert_int_eq(receiver[YEOUN_LANE_MELODY].expression, 127);
      ++alone;
    }
    yeoun_engine_midi(engine, up, 3);
    run(1, 1);
  }
  ck_assert_uint_gt(alone, 5);
}
END_TEST

START_TEST(what_is_not_wanted_any_more_goes_back)
{
  controls.expression = YEOUN_EXPRESSION_CC1_CC11;
  locate(0.0, 1.0);
  run(3 * BEAT, BLOCK);
  controls.expression = YEOUN_EXPRESSION_OFF;
  run(BLOCK, BLOCK);
  struct receiver receiver[YEOUN_LANES];
  receive_all(receiver);
  for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
    ck_assert_int_eq(receiver[lane].expression, 127);
    ck_assert_int_eq(receiver[lane].dynamics, 0);
  }
  recorder_clear(recorder);
  run(8 * BEAT, BLOCK);
  ck_assert_uint_eq(count(YEOUN_MESSAGE_EXPRESSION), 0);
}
END_TEST

static uint32_t
sum_of_sound(uint8_t expression)
{
  static float left[BLOCK], right[BLOCK];
  struct yeoun_engine *const own = yeoun_engine_new(RATE, true);
  ck_assert_ptr_nonnull(own);
  controls.expression = expression;
  yeoun_engine_set_controls(own, &controls);
  uint32_t sum = 0, word;
  for (unsigned i = 0; i < 8 * BEAT / BLOCK; ++i) {
    yeoun_engine_compose_here(own);
    yeoun_engine_run(own, 0, left, right, NULL, BLOCK, NULL);
    for (unsigned f = 0; f < BLOCK; ++f) {
      memcpy(&word, &left[f], sizeof(word));
      sum = sum * 31U + word;
    }
  }
  yeoun_engine_free(own);
  return sum;
}

START_TEST(our_own_voices_never_read_controllers)
{
  be_korean();
  const uint32_t without = sum_of_sound(YEOUN_EXPRESSION_OFF);
  ck_assert_uint_eq(without, sum_of_sound(YEOUN_EXPRESSION_CC1_CC11));
  ck_assert_uint_ne(without, 0);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("controllers");
  TCase *const tcase = tcase_create("controllers");
  tcase_set_timeout(tcase, 60);
  tcase_add_checked_fixture(tcase, set_up, tear_down);
  tcase_add_loop_test(tcase, what_is_sent_is_what_is_asked_for, 0, 3);
  tcase_add_test(tcase, what_cannot_swell_is_left_alone);
  tcase_add_loop_test(
    tcase, a_lane_sends_at_most_a_hundred_messages_a_second, 0, 8);
  tcase_add_test(
    tcase, the_bends_of_the_korean_layer_are_sent_within_a_range_that_is_told);
  tcase_add_test(tcase, a_push_comes_up_from_below_and_a_plain_note_is_in_tune);
  tcase_add_loop_test(
    tcase, where_the_music_breaks_off_all_is_as_it_was_at_first, 0, 3);
  tcase_add_test(tcase, a_loop_leaves_no_bend_behind);
  tcase_add_test(tcase, a_bend_goes_back_in_a_rest);
  tcase_add_test(tcase, a_long_note_swells);
  tcase_add_test(tcase, controllers_do_not_depend_on_the_blocks);
  tcase_add_test(tcase, a_place_is_as_expressive_wherever_playing_began);
  tcase_add_test(tcase, a_key_between_the_notes_sounds_as_it_is);
  tcase_add_test(tcase, what_is_not_wanted_any_more_goes_back);
  tcase_add_test(tcase, our_own_voices_never_read_controllers);
  suite_add_tcase(suite, tcase);
  return suite;
}
