// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "events.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <lv2/atom/forge.h>
#include <lv2/atom/util.h>

#include "music/palette.h"
#include "music/random.h"
#include "suite.h"

/* A URI's number is its place in this list. */
static const char *known[64];

static LV2_URID
map_uri(LV2_URID_Map_Handle handle, const char *uri)
{
  (void)handle;
  LV2_URID id = 0;
  while (known[id] && strcmp(known[id], uri)) {
    ++id;
  }
  known[id] = uri;
  return id + 1;
}

static LV2_URID_Map map = {NULL, map_uri};

/** A sequence, and what writes it. */
struct tape {
  _Alignas(8) uint8_t byte[4096];
  LV2_Atom_Forge forge;
  LV2_Atom_Forge_Frame frame;
};

static void
tape_begin(struct tape *tape)
{
  lv2_atom_forge_init(&tape->forge, &map);
  lv2_atom_forge_set_buffer(&tape->forge, tape->byte, sizeof(tape->byte));
  lv2_atom_forge_sequence_head(&tape->forge, &tape->frame, 0);
}

static void
tape_note(struct tape *tape, int64_t frame, uint8_t key)
{
  const uint8_t midi[] = {0x90, key, 100};
  lv2_atom_forge_frame_time(&tape->forge, frame);
  lv2_atom_forge_atom(&tape->forge, 3, map_uri(NULL, LV2_MIDI__MidiEvent));
  lv2_atom_forge_write(&tape->forge, midi, 3);
}

static LV2_Atom_Sequence *
tape_sequence(struct tape *tape)
{
  return (LV2_Atom_Sequence *)tape->byte;
}

static uint8_t
key_of(const LV2_Atom *atom)
{
  return ((const uint8_t *)(atom + 1))[1];
}

START_TEST(events_come_in_order_with_their_frames)
{
  const struct yeoun_uris uris = yeoun_uris_map(&map, "");
  struct tape tape;
  tape_begin(&tape);
  tape_note(&tape, 0, 60);
  tape_note(&tape, 7, 61);
  struct yeoun_input in = yeoun_input_begin(&uris, tape_sequence(&tape), 64);
  ck_assert_uint_eq(key_of(yeoun_input_next(&uris, &in)), 60);
  ck_assert_uint_eq(in.frame, 0);
  ck_assert_uint_eq(key_of(yeoun_input_next(&uris, &in)), 61);
  ck_assert_uint_eq(in.frame, 7);
  ck_assert_ptr_null(yeoun_input_next(&uris, &in));
}
END_TEST

START_TEST(frames_neither_fall_nor_leave_the_block)
{
  const struct yeoun_uris uris = yeoun_uris_map(&map, "");
  struct tape tape;
  tape_begin(&tape);
  tape_note(&tape, -5, 60);
  tape_note(&tape, 30, 61);
  tape_note(&tape, 10, 62);
  tape_note(&tape, INT64_MAX, 63);
  const uint32_t expected[] = {0, 30, 30, 64};
  struct yeoun_input in = yeoun_input_begin(&uris, tape_sequence(&tape), 64);
  for (unsigned i = 0; i < 4; ++i) {
    ck_assert_ptr_nonnull(yeoun_input_next(&uris, &in));
    ck_assert_uint_eq(in.frame, expected[i]);
  }
}
END_TEST

START_TEST(what_is_not_a_sequence_holds_nothing)
{
  const struct yeoun_uris uris = yeoun_uris_map(&map, "");
  struct tape tape;
  tape_begin(&tape);
  tape_note(&tape, 0, 60);
  tape_sequence(&tape)->atom.type = uris.atom_object;
  struct yeoun_input in = yeoun_input_begin(&uris, tape_sequence(&tape), 64);
  ck_assert_ptr_null(yeoun_input_next(&uris, &in));
  in = yeoun_input_begin(&uris, NULL, 64);
  ck_assert_ptr_null(yeoun_input_next(&uris, &in));
}
END_TEST

START_TEST(an_event_that_is_longer_than_its_sequence_ends_it)
{
  const struct yeoun_uris uris = yeoun_uris_map(&map, "");
  struct tape tape;
  tape_begin(&tape);
  tape_note(&tape, 0, 60);
  tape_note(&tape, 1, 61);
  LV2_Atom_Event *const second =
    (LV2_Atom_Event *)(tape.byte + sizeof(LV2_Atom_Sequence) + 24);
  second->body.size = UINT32_MAX;
  struct yeoun_input in = yeoun_input_begin(&uris, tape_sequence(&tape), 64);
  ck_assert_ptr_nonnull(yeoun_input_next(&uris, &in));
  ck_assert_ptr_null(yeoun_input_next(&uris, &in));
}
END_TEST

START_TEST(noise_in_place_of_events_is_survived)
{
  const struct yeoun_uris uris = yeoun_uris_map(&map, "");
  struct yeoun_random random = yeoun_random_stream(1, "noise", 0);
  for (unsigned round = 0; round < 20000; ++round) {
    /* On the heap and of exact size, so that a sanitizer sees an overrun. */
    const uint32_t size = 16 + yeoun_random_below(&random, 30) * 8;
    LV2_Atom_Sequence *const sequence = (LV2_Atom_Sequence *)malloc(8 + size);
    ck_assert_ptr_nonnull(sequence);
    uint32_t *const word = (uint32_t *)sequence;
    for (uint32_t i = 0; i < (8 + size) / 4; ++i) {
      word[i] = yeoun_random_below(&random, 40);
    }
    sequence->atom.type = uris.atom_sequence;
    sequence->atom.size = size;
    struct yeoun_input in = yeoun_input_begin(&uris, sequence, 64);
    unsigned events = 0;
    for (const LV2_Atom *atom; (atom = yeoun_input_next(&uris, &in));
         ++events) {
      yeoun_position_read(&uris, atom);
      yeoun_atom_text(&uris, yeoun_object_get(&uris, atom, 1));
      ck_assert_uint_le(in.frame, 64);
    }
    ck_assert_uint_le(events, size / 16);
    free(sequence);
  }
}
END_TEST

START_TEST(a_position_tells_what_the_host_told)
{
  const struct yeoun_uris uris = yeoun_uris_map(&map, "");
  struct tape tape;
  LV2_Atom_Forge_Frame frame;
  lv2_atom_forge_init(&tape.forge, &map);
  lv2_atom_forge_set_buffer(&tape.forge, tape.byte, sizeof(tape.byte));
  lv2_atom_forge_object(&tape.forge, &frame, 0, uris.time_position);
  lv2_atom_forge_key(&tape.forge, uris.time_bar);
  lv2_atom_forge_long(&tape.forge, 12);
  lv2_atom_forge_key(&tape.forge, uris.time_bar_beat);
  lv2_atom_forge_float(&tape.forge, 1.5f);
  lv2_atom_forge_key(&tape.forge, uris.time_speed);
  lv2_atom_forge_double(&tape.forge, -1.0);
  lv2_atom_forge_key(&tape.forge, uris.time_beats_per_minute);
  lv2_atom_forge_float(&tape.forge, NAN);
  lv2_atom_forge_key(&tape.forge, uris.time_beat_unit);
  lv2_atom_forge_int(&tape.forge, 0);
  lv2_atom_forge_pop(&tape.forge, &frame);

  const struct yeoun_position position =
    yeoun_position_read(&uris, (const LV2_Atom *)tape.byte);
  ck_assert_double_eq(position.bar, 12.0);
  ck_assert_double_eq(position.bar_beat, 1.5);
  ck_assert_double_eq(position.speed, 0.0);          /* backwards: stands */
  ck_assert_double_eq(position.bpm, -1.0);           /* makes no sense */
  ck_assert_double_eq(position.beat_unit, -1.0);     /* makes no sense */
  ck_assert_double_eq(position.beats_per_bar, -1.0); /* not told */
  ck_assert_int_eq(position.frame, -1);
}
END_TEST

/** A buffer of a host, with room for some bytes of events. */
static LV2_Atom_Sequence *
make_buffer(uint32_t room)
{
  LV2_Atom_Sequence *const buffer =
    (LV2_Atom_Sequence *)calloc(1, sizeof(*buffer) + room);
  ck_assert_ptr_nonnull(buffer);
  buffer->atom.size = sizeof(LV2_Atom_Sequence_Body) + room;
  return buffer;
}

START_TEST(a_message_is_midi_on_the_channel_of_its_lane)
{
  static const struct {
    struct yeoun_message message;
    uint32_t size;
    uint8_t byte[3];
  } cases[] = {
    {{.kind = YEOUN_MESSAGE_NOTE_ON, .pitch = 60, .velocity = 99},
     3,
     {0x90, 60, 99}},
    {{.kind = YEOUN_MESSAGE_NOTE_OFF, .lane = YEOUN_LANE_BASS, .pitch = 40},
     3,
     {0x83, 40, 64}},
    {{.kind = YEOUN_MESSAGE_NOTE_ON,
      .lane = YEOUN_LANE_DRUMS,
      .pitch = 36,
      .velocity = 1},
     3,
     {0x99, 36, 1}},
    {{.kind = YEOUN_MESSAGE_PEDAL, .lane = YEOUN_LANE_CHORDS, .value = 127},
     3,
     {0xB2, 64, 127}},
    {{.kind = YEOUN_MESSAGE_PROGRAM,
      .lane = YEOUN_LANE_COUNTER,
      .value = YEOUN_CELLO},
     2,
     {0xC1, 42, 0}},
    {{.kind = YEOUN_MESSAGE_PROGRAM,
      .lane = YEOUN_LANE_DRUMS,
      .value = YEOUN_KIT},
     2,
     {0xC9, 40, 0}}, /* the brush kit */
    {{.kind = YEOUN_MESSAGE_EXPRESSION, .lane = YEOUN_LANE_PAD, .value = 77},
     3,
     {0xB4, 11, 77}},
    {{.kind = YEOUN_MESSAGE_DYNAMICS, .value = 78}, 3, {0xB0, 1, 78}},
    {{.kind = YEOUN_MESSAGE_BEND, .value = 2, .bend_cents = 0},
     3,
     {0xE0, 0, 64}},
    {{.kind = YEOUN_MESSAGE_BEND, .value = 2, .bend_cents = -200},
     3,
     {0xE0, 0, 0}},
    {{.kind = YEOUN_MESSAGE_BEND, .value = 2, .bend_cents = 200},
     3,
     {0xE0, 127, 127}},
    {{.kind = YEOUN_MESSAGE_BEND, .value = 2, .bend_cents = 100},
     3,
     {0xE0, 0, 96}},
  };
  const struct yeoun_uris uris = yeoun_uris_map(&map, "");
  LV2_Atom_Sequence *const buffer = make_buffer(96);
  struct yeoun_open open = {.ends = 1};
  open.note[cases[_i].message.lane][cases[_i].message.pitch] = 1;
  struct yeoun_output out = yeoun_output_begin(&uris, &open, buffer);
  out.sends_programs = true;
  yeoun_output_message(&out, &cases[_i].message);
  const LV2_Atom_Event *const event = (const LV2_Atom_Event *)(buffer + 1);
  ck_assert_uint_eq(event->body.size, cases[_i].size);
  ck_assert_uint_eq(event->body.type, uris.midi_event);
  ck_assert_mem_eq(event + 1, cases[_i].byte, cases[_i].size);
  free(buffer);
}
END_TEST

START_TEST(a_bend_range_is_a_registered_parameter_that_is_closed_again)
{
  static const uint8_t pairs[6][2] = {
    {101, 0}, {100, 0}, {6, 2}, {38, 0}, {101, 127}, {100, 127}};
  const struct yeoun_uris uris = yeoun_uris_map(&map, "");
  LV2_Atom_Sequence *const buffer = make_buffer(256);
  struct yeoun_open open = {.ends = 0};
  struct yeoun_output out = yeoun_output_begin(&uris, &open, buffer);
  yeoun_output_message(&out,
                       &(struct yeoun_message){.kind = YEOUN_MESSAGE_BEND_RANGE,
                                               .lane = YEOUN_LANE_BASS,
                                               .value = 2});
  unsigned i = 0;
  LV2_ATOM_SEQUENCE_FOREACH(buffer, event)
  {
    const uint8_t *const byte = (const uint8_t *)(event + 1);
    ck_assert_uint_lt(i, 6);
    ck_assert_uint_eq(byte[0], 0xB3);
    ck_assert_uint_eq(byte[1], pairs[i][0]);
    ck_assert_uint_eq(byte[2], pairs[i][1]);
    ++i;
  }
  ck_assert_uint_eq(i, 6);
  free(buffer);
}
END_TEST

START_TEST(programs_are_sent_only_where_they_are_asked_for)
{
  const struct yeoun_uris uris = yeoun_uris_map(&map, "");
  const struct yeoun_message message = {.kind = YEOUN_MESSAGE_PROGRAM,
                                        .value = YEOUN_CELLO};
  LV2_Atom_Sequence *const buffer = make_buffer(64);
  struct yeoun_open open = {.ends = 0};
  struct yeoun_output out = yeoun_output_begin(&uris, &open, buffer);
  yeoun_output_message(&out, &message);
  ck_assert_uint_eq(buffer->atom.size, sizeof(LV2_Atom_Sequence_Body));
  free(buffer);
}
END_TEST

START_TEST(what_does_not_fit_is_dropped_and_the_rest_is_whole)
{
  const struct yeoun_uris uris = yeoun_uris_map(&map, "");
  const struct yeoun_message note = {.kind = YEOUN_MESSAGE_EXPRESSION};
  LV2_Atom_Sequence *const buffer = make_buffer((uint32_t)_i);
  struct yeoun_open open = {.ends = 0};
  struct yeoun_output out = yeoun_output_begin(&uris, &open, buffer);
  for (unsigned i = 0; i < 8; ++i) {
    yeoun_output_message(&out, &note);
  }
  const uint32_t fit = (uint32_t)_i / 24 < 8 ? (uint32_t)_i / 24 : 8;
  ck_assert_uint_eq(buffer->atom.size,
                    sizeof(LV2_Atom_Sequence_Body) + 24 * fit);
  free(buffer);
}
END_TEST

/* Else a listener whose port is small would hear it for good. */
START_TEST(each_note_that_begins_leaves_room_for_its_end)
{
  const struct yeoun_uris uris = yeoun_uris_map(&map, "");
  LV2_Atom_Sequence *const buffer = make_buffer(24U * 20 + 8);
  struct yeoun_open open = {.ends = 0};
  struct yeoun_output out = yeoun_output_begin(&uris, &open, buffer);
  unsigned begun = 0;
  for (uint8_t i = 0; i < 30; ++i) {
    const struct yeoun_message note = {
      .kind = YEOUN_MESSAGE_NOTE_ON, .pitch = i, .velocity = 1};
    const uint32_t before = buffer->atom.size;
    yeoun_output_message(&out, &note);
    begun += buffer->atom.size > before;
  }
  ck_assert_uint_eq(begun, 10);
  /* What did not begin does not end. */
  for (uint8_t i = 29; i < 30; --i) {
    const struct yeoun_message end = {.kind = YEOUN_MESSAGE_NOTE_OFF,
                                      .pitch = i};
    const uint32_t before = buffer->atom.size;
    yeoun_output_message(&out, &end);
    ck_assert_int_eq(buffer->atom.size > before, i < 10);
  }
  free(buffer);
}
END_TEST

START_TEST(what_an_event_means_is_told_apart)
{
  static const struct {
    uint8_t byte[3];
    uint8_t size;
    enum yeoun_meaning meaning;
  } events[] = {
    {{0x90, 60, 1}, 3, YEOUN_MEANS_DO},
    {{0x95, 60, 0}, 3, YEOUN_MEANS_END},
    {{0x80, 60, 9}, 3, YEOUN_MEANS_END},
    {{0xB0, 64, 127}, 3, YEOUN_MEANS_DO},
    {{0xB0, 64, 63}, 3, YEOUN_MEANS_END},
    {{0xB0, 120, 0}, 3, YEOUN_MEANS_END},
    {{0xB0, 121, 0}, 3, YEOUN_MEANS_END},
    {{0xB0, 123, 0}, 3, YEOUN_MEANS_END},
    {{0xB0, 1, 127}, 3, YEOUN_MEANS_NOTHING},
    {{0xC0, 5, 0}, 2, YEOUN_MEANS_DO},
    {{0xD0, 5, 0}, 2, YEOUN_MEANS_NOTHING},
    {{0xE0, 5, 0}, 3, YEOUN_MEANS_NOTHING},
    {{0xF8, 0, 0}, 1, YEOUN_MEANS_NOTHING},
    {{0, 0, 0}, 0, YEOUN_MEANS_NOTHING},
  };
  const struct yeoun_uris uris = yeoun_uris_map(&map, "");
  for (unsigned i = 0; i < sizeof(events) / sizeof(*events); ++i) {
    struct {
      LV2_Atom atom;
      uint8_t byte[8];
    } midi = {{events[i].size, uris.midi_event}, {0}};
    memcpy(midi.byte, events[i].byte, 3);
    ck_assert_msg(yeoun_event_meaning(&uris, &midi.atom) == events[i].meaning,
                  "event %u",
                  i);
  }
}
END_TEST

START_TEST(without_room_nothing_is_written)
{
  const struct yeoun_uris uris = yeoun_uris_map(&map, "");
  const struct yeoun_message note = {.kind = YEOUN_MESSAGE_NOTE_ON};
  LV2_Atom_Sequence tiny = {{4, 0}, {0, 0}};
  struct yeoun_open open = {.ends = 0};
  struct yeoun_output out = yeoun_output_begin(&uris, &open, &tiny);
  yeoun_output_message(&out, &note);
  ck_assert_uint_eq(tiny.atom.size, 4);
  out = yeoun_output_begin(&uris, &open, NULL);
  yeoun_output_message(&out, &note);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("events");
  TCase *const tcase = tcase_create("atoms");
  tcase_add_test(tcase, events_come_in_order_with_their_frames);
  tcase_add_test(tcase, frames_neither_fall_nor_leave_the_block);
  tcase_add_test(tcase, what_is_not_a_sequence_holds_nothing);
  tcase_add_test(tcase, an_event_that_is_longer_than_its_sequence_ends_it);
  tcase_add_test(tcase, noise_in_place_of_events_is_survived);
  tcase_add_test(tcase, a_position_tells_what_the_host_told);
  tcase_add_loop_test(
    tcase, a_message_is_midi_on_the_channel_of_its_lane, 0, 11);
  tcase_add_test(tcase,
                 a_bend_range_is_a_registered_parameter_that_is_closed_again);
  tcase_add_test(tcase, programs_are_sent_only_where_they_are_asked_for);
  tcase_add_loop_test(
    tcase, what_does_not_fit_is_dropped_and_the_rest_is_whole, 0, 200);
  tcase_add_test(tcase, each_note_that_begins_leaves_room_for_its_end);
  tcase_add_test(tcase, what_an_event_means_is_told_apart);
  tcase_add_test(tcase, without_room_nothing_is_written);
  suite_add_tcase(suite, tcase);
  return suite;
}
