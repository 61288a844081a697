// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "controls.h"

#include <math.h>
#include <string.h>

#include "suite.h"

/** All ports at one value; then single ones may be changed. */
static const float *port[YEOUN_CONTROLS];

static void
set(enum yeoun_port which, const float *value)
{
  port[which] = value;
}

static void
set_all(const float *value)
{
  for (unsigned i = 0; i < YEOUN_CONTROLS; ++i) {
    port[i] = value;
  }
}

START_TEST(a_port_that_is_not_connected_has_its_default)
{
  set_all(NULL);
  const struct yeoun_controls c = yeoun_controls_read(YEOUN_SKETCH, port);
  ck_assert_uint_eq(c.theme.chords, 3);
  ck_assert_uint_eq(c.theme.chord[0].root, 9);
  ck_assert_uint_eq(c.theme.chord[0].type, YEOUN_CHORD_MIN);
  ck_assert_int_eq(c.theme.length[0], 4 * YEOUN_BEAT);
  ck_assert_uint_eq(c.variation, 1);
  ck_assert_uint_eq(c.bars, 8);
  ck_assert(c.is_enabled);
  ck_assert_float_eq(c.weight[YEOUN_LYRICAL], 1.0f);
}
END_TEST

START_TEST(what_is_not_a_number_has_its_default)
{
  const float nothing = NAN;
  for (unsigned i = 0; i < YEOUN_CONTROLS; ++i) {
    const struct yeoun_control_facts *const facts = yeoun_control_facts(i);
    ck_assert_float_eq(yeoun_control_value(YEOUN_SKETCH, i, &nothing),
                       facts->normal);
  }
}
END_TEST

START_TEST(what_is_out_of_range_is_clamped)
{
  const float values[] = {-1e30f, 1e30f, -INFINITY, INFINITY};
  for (unsigned i = 0; i < YEOUN_CONTROLS; ++i) {
    const struct yeoun_control_facts *const facts = yeoun_control_facts(i);
    for (unsigned v = 0; v < 4; ++v) {
      ck_assert_float_eq(yeoun_control_value(YEOUN_SKETCH, i, &values[v]),
                         v % 2 ? facts->high : facts->low);
    }
  }
}
END_TEST

START_TEST(every_default_is_within_its_range)
{
  for (unsigned i = 0; i < YEOUN_CONTROLS; ++i) {
    const struct yeoun_control_facts *const facts = yeoun_control_facts(i);
    ck_assert_float_ge(facts->normal, facts->low);
    ck_assert_float_le(facts->normal, facts->high);
    ck_assert_float_lt(facts->low, facts->high);
  }
}
END_TEST

START_TEST(a_whole_control_is_rounded_to_the_nearest)
{
  const float value = 6.6f;
  ck_assert_float_eq(
    yeoun_control_value(YEOUN_SKETCH, YEOUN_PORT_VARIATION, &value), 7.0f);
  ck_assert_float_eq(
    yeoun_control_value(YEOUN_SKETCH, YEOUN_PORT_BEATS_1, &value), 6.6f);
}
END_TEST

START_TEST(notes_alone_have_expression_unless_it_is_set)
{
  const float off = 0.0f;
  set_all(NULL);
  ck_assert_uint_eq(yeoun_controls_read(YEOUN_SKETCH, port).expression,
                    YEOUN_EXPRESSION_OFF);
  ck_assert_uint_eq(yeoun_controls_read(YEOUN_NOTES, port).expression,
                    YEOUN_EXPRESSION_CC11);
  set(YEOUN_PORT_EXPRESSION, &off);
  ck_assert_uint_eq(yeoun_controls_read(YEOUN_NOTES, port).expression,
                    YEOUN_EXPRESSION_OFF);
}
END_TEST

START_TEST(every_field_of_a_lane_is_its_own_port_s)
{
  static const float on = 1.0f;
  set_all(NULL);
  set(YEOUN_PORT_MELODY_MUTE + _i, &on);
  set(YEOUN_PORT_MELODY_TAKE + _i, &on);
  set(YEOUN_PORT_MELODY_LEVEL + _i, &on);
  set(YEOUN_PORT_MELODY_INSTRUMENT + _i, &on);
  const struct yeoun_controls c = yeoun_controls_read(YEOUN_SKETCH, port);
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    ck_assert_int_eq(c.is_muted[lane], lane == _i);
    ck_assert_int_eq(c.take[lane], lane == _i);
    ck_assert_int_eq(c.lane_db[lane] > 0.0f, lane == _i);
    ck_assert_int_eq(c.instrument[lane], lane == _i);
  }
}
END_TEST

START_TEST(a_bass_of_its_own_is_a_slash_chord)
{
  const float g = 8.0f; /* 0 is the root, 1 is C */
  set_all(NULL);
  set(YEOUN_PORT_BASS_1, &g);
  const struct yeoun_controls c = yeoun_controls_read(YEOUN_SKETCH, port);
  ck_assert_uint_eq(c.theme.chord[0].bass, 7);
  ck_assert_uint_eq(c.theme.chord[1].bass, c.theme.chord[1].root);
}
END_TEST

START_TEST(a_motif_of_one_note_has_two)
{
  const float one = 1.0f;
  set_all(NULL);
  set(YEOUN_PORT_MOTIF, &one);
  ck_assert_uint_eq(yeoun_controls_read(YEOUN_SKETCH, port).theme.notes, 2);
}
END_TEST

START_TEST(a_theme_of_nothing_is_the_default_theme)
{
  const float none = 0.0f;
  set_all(NULL);
  set(YEOUN_PORT_CHORDS, &none);
  const struct yeoun_controls c = yeoun_controls_read(YEOUN_SKETCH, port);
  const struct yeoun_theme normal = yeoun_theme_default();
  ck_assert_uint_eq(c.theme.chords, normal.chords);
  ck_assert_uint_eq(c.theme.chord[1].root, normal.chord[1].root);
}
END_TEST

START_TEST(notes_alone_are_a_theme)
{
  const float none = 0.0f;
  const float three = 3.0f;
  set_all(NULL);
  set(YEOUN_PORT_CHORDS, &none);
  set(YEOUN_PORT_MOTIF, &three);
  const struct yeoun_controls c = yeoun_controls_read(YEOUN_SKETCH, port);
  ck_assert_uint_eq(c.theme.chords, 0);
  ck_assert_uint_eq(c.theme.notes, 3);
}
END_TEST

START_TEST(a_tempo_is_the_mood_s_or_one_that_can_be_played)
{
  const float values[] = {0.0f, 3.0f, 90.5f, 1000.0f};
  const float expected[] = {0.0f, 20.0f, 90.5f, 300.0f};
  set_all(NULL);
  set(YEOUN_PORT_TEMPO, &values[_i]);
  ck_assert_float_eq(yeoun_controls_read(YEOUN_SKETCH, port).tempo_bpm,
                     expected[_i]);
}
END_TEST

START_TEST(each_metre_is_the_one_of_its_scale_point)
{
  const struct yeoun_meter expected[] = {
    {0, 0}, {2, 4}, {3, 4}, {4, 4}, {5, 4}, {6, 8}, {12, 8}};
  const float value = (float)_i;
  set_all(NULL);
  set(YEOUN_PORT_METER, &value);
  const struct yeoun_meter meter =
    yeoun_controls_read(YEOUN_SKETCH, port).meter;
  ck_assert_uint_eq(meter.beats, expected[_i].beats);
  ck_assert_uint_eq(meter.unit, expected[_i].unit);
}
END_TEST

START_TEST(ranges_of_choices_end_with_the_last_choice)
{
  const struct {
    enum yeoun_port port;
    int choices;
  } expected[] = {
    {YEOUN_PORT_TYPE_1, YEOUN_CHORD_TYPES},
    {YEOUN_PORT_FORM, YEOUN_FORMS},
    {YEOUN_PORT_APPLY, YEOUN_APPLY_PHRASE + 1},
    {YEOUN_PORT_ADVANCE, YEOUN_ADVANCE_SHUFFLE + 1},
    {YEOUN_PORT_PALETTE, YEOUN_PALETTES},
    {YEOUN_PORT_DRUMS_INSTRUMENT, YEOUN_INSTRUMENTS},
    {YEOUN_PORT_EXPRESSION, YEOUN_EXPRESSION_CC1_CC11 + 1},
    {YEOUN_PORT_METER, 7},
  };
  ck_assert_float_eq(yeoun_control_facts(expected[_i].port)->high,
                     (float)(expected[_i].choices - 1));
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("controls");
  TCase *const tcase = tcase_create("ports");
  tcase_add_test(tcase, a_port_that_is_not_connected_has_its_default);
  tcase_add_test(tcase, what_is_not_a_number_has_its_default);
  tcase_add_test(tcase, what_is_out_of_range_is_clamped);
  tcase_add_test(tcase, every_default_is_within_its_range);
  tcase_add_test(tcase, a_whole_control_is_rounded_to_the_nearest);
  tcase_add_test(tcase, notes_alone_have_expression_unless_it_is_set);
  tcase_add_loop_test(
    tcase, every_field_of_a_lane_is_its_own_port_s, 0, YEOUN_LANES);
  tcase_add_test(tcase, a_bass_of_its_own_is_a_slash_chord);
  tcase_add_test(tcase, a_motif_of_one_note_has_two);
  tcase_add_test(tcase, a_theme_of_nothing_is_the_default_theme);
  tcase_add_test(tcase, notes_alone_are_a_theme);
  tcase_add_loop_test(
    tcase, a_tempo_is_the_mood_s_or_one_that_can_be_played, 0, 4);
  tcase_add_loop_test(tcase, each_metre_is_the_one_of_its_scale_point, 0, 7);
  tcase_add_loop_test(tcase, ranges_of_choices_end_with_the_last_choice, 0, 8);
  suite_add_tcase(suite, tcase);
  return suite;
}
