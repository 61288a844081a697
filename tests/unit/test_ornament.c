// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Ornaments of a tune, written over chords by hand: passing tones, neighbours,
   suspensions, appoggiaturas and graces. */

#include <string.h>

#include "compose/harmony/harmony.h"
#include "compose/melody/ornament.h"
#include "suite.h"

enum { BEAT_SLOTS = YEOUN_BEAT / YEOUN_SLOT };

static struct yeoun_request request;
static struct yeoun_plan plan;
static struct yeoun_score score;
static struct yeoun_harmony harmony;
static struct yeoun_tune tune;

/** Eight bars of 4/4 over one chord of C in its key, nothing to be done yet. */
static void
open_pole(unsigned pole)
{
  float weight[YEOUN_POLES] = {0.0f};
  const float trim[YEOUN_TRIMS] = {0};
  weight[pole] = 1.0f;
  memset(&request, 0, sizeof(request));
  memset(&score, 0, sizeof(score));
  memset(&harmony, 0, sizeof(harmony));
  memset(&tune, 0, sizeof(tune));
  ck_assert_int_eq(yeoun_theme_read("C F G", &request.theme).status, YEOUN_OK);
  request.mood = yeoun_mood_blend(weight, trim, 0.5f, 0.3f);
  request.meter = (struct yeoun_meter){4, 4};
  request.bars = 8;
  request.variation = 1;
  yeoun_plan_make(&request, &plan);
  memset(plan.budget.amount, 0, sizeof(plan.budget.amount));
  for (unsigned p = 0; p < YEOUN_POLES; ++p) {
    plan.pole_feature[p][YEOUN_FEATURE_DISSONANCE] = 0.0f;
    plan.pole_feature[p][YEOUN_FEATURE_HUMOUR] = 0.0f;
  }
  score.meter = plan.meter;
  score.length = 8 * plan.bar_ticks;
}

static void
set_up(void)
{
  open_pole(YEOUN_LYRICAL);
}

/** A chord from a beat to the end of the form, or to the next. */
static void
add_chord(int beat, int root, unsigned type)
{
  const struct yeoun_key key = {0, YEOUN_MODE_IONIAN};
  const int32_t start = beat * YEOUN_BEAT;
  if (score.spans) {
    struct yeoun_span *const last = &score.span[score.spans - 1];
    last->length = start - last->start;
  }
  harmony.scale[score.spans] = yeoun_scale_of_key(key);
  score.span[score.spans++] = (struct yeoun_span){
    .start = start,
    .length = score.length - start,
    .chord = yeoun_chord_make((unsigned)root, type, (unsigned)root)};
}

/** A note where the one before it ends. */
static void
add_note(int pitch, int slots)
{
  const struct yeoun_line_note *const last =
    tune.notes ? &tune.note[tune.notes - 1] : NULL;
  tune.note[tune.notes++] = (struct yeoun_line_note){
    .slot = (int16_t)(last ? last->slot + last->length : 0),
    .length = (int16_t)slots,
    .pitch = (uint8_t)pitch};
}

static void
ornament(void)
{
  yeoun_ornament_tune(&plan, &score, &harmony, &tune);
}

/* Two notes, and what is put between them; 0 nothing. */
static const struct {
  int from, to, between;
} divisions[] = {
  {60, 64, 62}, /* a third up is filled */
  {64, 60, 62}, /* and one down */
  {65, 69, 67},
  {71, 67, 69},
  {64, 64, 65}, /* a repetition has its upper neighbour */
  {60, 67, 0},  /* a fifth is left */
  {60, 62, 0},  /* a step, too */
};

START_TEST(thirds_are_filled_and_repetitions_have_their_neighbour)
{
  plan.budget.amount[YEOUN_TECHNIQUE_ORNAMENT] = 1.0f;
  add_chord(0, 0, YEOUN_CHORD_MAJ);
  add_note(divisions[_i].from, BEAT_SLOTS);
  add_note(divisions[_i].to, 4 * BEAT_SLOTS);
  ornament();
  if (!divisions[_i].between) {
    ck_assert_int_eq(tune.notes, 2);
    return;
  }
  ck_assert_int_eq(tune.notes, 3);
  ck_assert_int_eq(tune.note[0].pitch, divisions[_i].from);
  ck_assert_int_eq(tune.note[1].pitch, divisions[_i].between);
  ck_assert_int_eq(tune.note[2].pitch, divisions[_i].to);
  ck_assert_int_eq(tune.note[0].length + tune.note[1].length, BEAT_SLOTS);
  ck_assert_int_eq(tune.note[1].slot, tune.note[0].length);
}
END_TEST

START_TEST(the_motif_short_notes_and_rests_are_not_divided)
{
  plan.budget.amount[YEOUN_TECHNIQUE_ORNAMENT] = 1.0f;
  add_chord(0, 0, YEOUN_CHORD_MAJ);
  add_note(60, BEAT_SLOTS);
  tune.note[0].marks = YEOUN_MARK_MOTIF;
  add_note(64, 2);
  add_note(60, BEAT_SLOTS);
  add_note(64, BEAT_SLOTS);
  tune.note[3].slot += 2;
  ornament();
  ck_assert_int_eq(tune.notes, 4);
}
END_TEST

/** A chord of C, then one of G under a note that was a step above its own
    tone. */
static void
write_change(int before, int after)
{
  for (unsigned p = 0; p < YEOUN_POLES; ++p) {
    plan.pole_feature[p][YEOUN_FEATURE_DISSONANCE] = 1.0f;
  }
  add_chord(0, 0, YEOUN_CHORD_MAJ);
  add_chord(4, 7, YEOUN_CHORD_MAJ);
  add_note(before, 4 * BEAT_SLOTS);
  add_note(after, 4 * BEAT_SLOTS);
  ornament();
}

START_TEST(a_suspension_is_held_over_and_falls_a_step)
{
  write_change(72, 71);
  ck_assert_int_eq(tune.notes, 3);
  ck_assert_int_eq(tune.note[1].pitch, 72);
  ck_assert_uint_ne(tune.note[1].marks & YEOUN_MARK_SUSPENSION, 0);
  ck_assert_int_eq(tune.note[1].slot, 4 * BEAT_SLOTS);
  ck_assert_int_eq(tune.note[2].pitch, 71);
  ck_assert_uint_ne(tune.note[2].marks & YEOUN_MARK_RESOLUTION, 0);
  ck_assert_int_eq(tune.note[1].length + tune.note[2].length, 4 * BEAT_SLOTS);
}
END_TEST

START_TEST(what_nobody_held_leans_instead_from_a_step_above)
{
  write_change(67, 71);
  ck_assert_int_eq(tune.notes, 3);
  ck_assert_int_eq(tune.note[1].pitch, 72);
  ck_assert_uint_ne(tune.note[1].marks & YEOUN_MARK_APPOGGIATURA, 0);
  ck_assert_uint_eq(tune.note[1].marks & YEOUN_MARK_SUSPENSION, 0);
  ck_assert_int_eq(tune.note[2].pitch, 71);
}
END_TEST

START_TEST(what_would_be_a_chord_tone_is_no_dissonance)
{
  /* Above f is g, a tone of G. */
  for (unsigned p = 0; p < YEOUN_POLES; ++p) {
    plan.pole_feature[p][YEOUN_FEATURE_DISSONANCE] = 1.0f;
  }
  add_chord(0, 0, YEOUN_CHORD_MAJ);
  add_chord(4, 7, YEOUN_CHORD_7);
  add_note(62, 4 * BEAT_SLOTS);
  add_note(65, 4 * BEAT_SLOTS);
  ornament();
  for (int i = 0; i < tune.notes; ++i) {
    ck_assert_uint_eq(tune.note[i].marks & YEOUN_MARK_SUSPENSION, 0);
    ck_assert(tune.note[i].pitch != 67 ||
              !(tune.note[i].marks & YEOUN_MARK_APPOGGIATURA));
  }
}
END_TEST

/* A weak note that is too short to be split is moved up, so that it leans on
   the chord tone after it. */
START_TEST(a_short_note_leans_on_the_next_unless_it_is_a_leap_away)
{
  for (int is_far = 0; is_far < 2; ++is_far) {
    set_up();
    for (unsigned p = 0; p < YEOUN_POLES; ++p) {
      plan.pole_feature[p][YEOUN_FEATURE_DISSONANCE] = 1.0f;
    }
    add_chord(0, 0, YEOUN_CHORD_MAJ);
    add_note(is_far ? 60 : 72, 3 * BEAT_SLOTS);
    add_note(72, 2);
    add_note(76, 2);
    add_note(67, 4 * BEAT_SLOTS);
    tune.note[3].marks = YEOUN_MARK_MOTIF;
    ornament();
    ck_assert_int_eq(tune.notes, 4);
    ck_assert_int_eq(tune.note[1].pitch, is_far ? 72 : 77);
    ck_assert_int_eq((tune.note[1].marks & YEOUN_MARK_APPOGGIATURA) != 0,
                     !is_far);
    ck_assert_int_eq((tune.note[2].marks & YEOUN_MARK_RESOLUTION) != 0,
                     !is_far);
  }
}
END_TEST

START_TEST(music_that_asks_for_no_dissonance_has_none)
{
  add_chord(0, 0, YEOUN_CHORD_MAJ);
  add_chord(4, 7, YEOUN_CHORD_MAJ);
  add_note(72, 4 * BEAT_SLOTS);
  add_note(71, 4 * BEAT_SLOTS);
  ornament();
  ck_assert_int_eq(tune.notes, 2);
}
END_TEST

/** Quarter notes with rests between, in a pole that asks for graces. */
static int
count_graces(unsigned pole)
{
  open_pole(pole);
  for (unsigned p = 0; p < YEOUN_POLES; ++p) {
    plan.pole_feature[p][YEOUN_FEATURE_ORNAMENT] = 1.0f;
  }
  for (int i = 0; i < 16; ++i) {
    yeoun_score_add(&score,
                    (struct yeoun_note){.start = 2 * i * YEOUN_BEAT,
                                        .length = YEOUN_BEAT,
                                        .pitch = 72,
                                        .lane = YEOUN_LANE_MELODY});
  }
  yeoun_ornament_graces(&plan, &score);
  int graces = 0;
  int before = -1;
  for (int i = 16; i < score.notes; ++i) {
    const struct yeoun_note *const note = &score.note[i];
    const int32_t goal = note->start + note->length;
    ck_assert_uint_eq(note->articulation, YEOUN_ARTICULATION_GRACE);
    ck_assert_int_eq(goal % (2 * YEOUN_BEAT), 0);
    ck_assert_int_eq(note->pitch, 71);
    ck_assert_int_lt(note->level_db, 0);
    ck_assert_int_ne(goal / plan.bar_ticks, before);
    before = goal / plan.bar_ticks;
    ++graces;
  }
  return graces;
}

START_TEST(comic_ideas_have_a_grace_a_bar_from_a_semitone_below)
{
  ck_assert_int_ge(count_graces(YEOUN_COMIC), 3);
  ck_assert_int_eq(count_graces(YEOUN_LYRICAL), 0);
  ck_assert_int_eq(count_graces(YEOUN_ROMANTIC), 0);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("ornament");
  TCase *const tests = tcase_create("ornament");
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_loop_test(tests,
                      thirds_are_filled_and_repetitions_have_their_neighbour,
                      0,
                      (int)(sizeof(divisions) / sizeof(divisions[0])));
  tcase_add_test(tests, the_motif_short_notes_and_rests_are_not_divided);
  tcase_add_test(tests, a_suspension_is_held_over_and_falls_a_step);
  tcase_add_test(tests, what_nobody_held_leans_instead_from_a_step_above);
  tcase_add_test(tests, what_would_be_a_chord_tone_is_no_dissonance);
  tcase_add_test(tests,
                 a_short_note_leans_on_the_next_unless_it_is_a_leap_away);
  tcase_add_test(tests, music_that_asks_for_no_dissonance_has_none);
  tcase_add_test(tests, comic_ideas_have_a_grace_a_bar_from_a_semitone_below);
  suite_add_tcase(suite, tests);
  return suite;
}
