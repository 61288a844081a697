// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Laws of every performance, over real variations. */

#include "compose/compose.h"
#include "compose/scratch.h"
#include "music/instrument.h"
#include "perform/perform.h"
#include "perform/scratch.h"
#include "suite.h"

#include <string.h>

/* Too much for a stack. */
static struct yeoun_compose_scratch compose_scratch;
static struct yeoun_perform_scratch perform_scratch;

static const char *const themes[] =
  {"Am F C", "Dm7/G C", "Cm Ab", "E F", "e g a", "F#m7 B7 Emaj7"};

enum { THEMES = 6, VARIATIONS = 6, CASES = THEMES * YEOUN_POLES * VARIATIONS };

static struct yeoun_score score;
static struct yeoun_performance performance;
static struct yeoun_mood mood;

static void
compose(int index, bool has_ending)
{
  struct yeoun_request request;
  float weight[YEOUN_POLES] = {0};
  const float trim[YEOUN_TRIMS] = {0};
  memset(&request, 0, sizeof(request));
  weight[index % YEOUN_POLES] = 1.0f;
  mood = yeoun_mood_blend(weight, trim, 0.8f, 0.3f);
  yeoun_theme_read(themes[index / YEOUN_POLES % THEMES], &request.theme);
  request.mood = mood;
  request.distance = 0.5f;
  request.variation = (uint16_t)(index / YEOUN_POLES / THEMES);
  request.bars = 8;
  request.has_ending = has_ending;
  yeoun_compose(&request, &compose_scratch, &score);
  ck_assert_uint_gt(score.notes, 0);
}

static void
perform(float tempo_bpm, float humanize, uint64_t seed)
{
  memset(&performance, 0xA5, sizeof(performance));
  yeoun_perform(
    &score, &mood, tempo_bpm, humanize, seed, &perform_scratch, &performance);
}

START_TEST(notes_start_in_order_within_the_score_and_last)
{
  compose(_i, _i % 2);
  perform(score.tempo_bpm, 1.0f, 3);
  ck_assert_int_eq(performance.length, score.length);
  ck_assert_uint_gt(performance.notes, 0);
  ck_assert_uint_le(performance.notes, score.notes);
  for (int i = 0; i < performance.notes; ++i) {
    const struct yeoun_performed *const note = &performance.note[i];
    ck_assert_int_ge(note->start, i ? performance.note[i - 1].start : 0);
    ck_assert_int_lt(note->start, score.length);
    ck_assert_int_gt(note->end, note->start);
    ck_assert_uint_ge(note->velocity, 1);
    ck_assert_uint_le(note->velocity, 127);
    ck_assert_uint_lt(note->lane, YEOUN_LANES);
  }
  for (int p = 0; p < performance.pedals; ++p) {
    ck_assert_int_ge(performance.pedal[p].start,
                     p ? performance.pedal[p - 1].end : 0);
    ck_assert_int_gt(performance.pedal[p].end, performance.pedal[p].start);
    ck_assert_int_le(performance.pedal[p].end, score.length);
  }
}
END_TEST

START_TEST(one_pitch_of_a_lane_never_sounds_twice_at_once)
{
  compose(_i, false);
  perform(score.tempo_bpm, 1.0f, 5);
  for (int i = 0; i < performance.notes; ++i) {
    const struct yeoun_performed *const note = &performance.note[i];
    for (int j = 0; j < performance.notes; ++j) {
      const struct yeoun_performed *const other = &performance.note[j];
      const int32_t start = other->start + (j <= i ? score.length : 0);
      if (other->lane == note->lane && other->pitch == note->pitch) {
        ck_assert_int_le(note->end, start);
      }
    }
  }
}
END_TEST

START_TEST(equal_requests_are_performed_alike_and_other_seeds_are_not)
{
  static struct yeoun_performance first;
  compose(_i, false);
  perform(score.tempo_bpm, 0.5f, 7);
  first = performance;
  perform(score.tempo_bpm, 0.5f, 7);
  ck_assert_mem_eq(&performance, &first, sizeof(first));
  perform(score.tempo_bpm, 0.5f, 8);
  ck_assert_mem_ne(
    performance.note, first.note, first.notes * sizeof(first.note[0]));
  perform(score.tempo_bpm, 0.0f, 7);
  first = performance;
  perform(score.tempo_bpm, 0.0f, 8);
  /* Without noise only the swing of comic moods and grace notes is drawn. */
  if (mood.weight[YEOUN_LYRICAL] == 1.0f && score.notes == performance.notes) {
    int drawn = 0;
    for (int i = 0; i < score.notes; ++i) {
      drawn += score.note[i].articulation == YEOUN_ARTICULATION_GRACE;
    }
    if (drawn == 0) {
      ck_assert_mem_eq(&performance, &first, sizeof(first));
    }
  }
}
END_TEST

START_TEST(music_keeps_with_the_beat_at_any_tempo)
{
  static const float tempos[] = {40.0f, 72.0f, 120.0f, 200.0f};
  compose(_i, false);
  for (int t = 0; t < 4; ++t) {
    const float ms_per_tick = 60000.0f / (tempos[t] * YEOUN_BEAT);
    float sum = 0.0f;
    perform(tempos[t], 0.5f, 3);
    ck_assert_uint_gt(performance.notes, 0);
    /* The nearest written onset of the same lane and pitch. */
    for (int i = 0; i < performance.notes; ++i) {
      const struct yeoun_performed *const note = &performance.note[i];
      float nearest = 1e9f;
      if (note->articulation == YEOUN_ARTICULATION_GRACE) {
        continue;
      }
      for (int j = 0; j < score.notes; ++j) {
        if (score.note[j].lane == note->lane &&
            score.note[j].pitch == note->pitch) {
          const float off =
            (float)(note->start - score.note[j].start) * ms_per_tick;
          const float size = off < 0.0f ? -off : off;
          nearest = size < nearest ? size : nearest;
        }
      }
      ck_assert_float_lt(nearest, 160.0f);
      sum += nearest;
    }
    ck_assert_float_lt(sum / (float)performance.notes, 45.0f);
  }
}
END_TEST

START_TEST(grace_notes_take_their_time_whatever_the_tempo)
{
  static const float tempos[] = {50.0f, 65.0f, 80.0f};
  int graces = 0;
  for (int index = YEOUN_COMIC; index < CASES; index += YEOUN_POLES) {
    compose(index, false);
    for (int t = 0; t < 3; ++t) {
      const float ms_per_tick = 60000.0f / (tempos[t] * YEOUN_BEAT);
      perform(tempos[t], 0.5f, 3);
      for (int i = 0; i < performance.notes; ++i) {
        const struct yeoun_performed *const note = &performance.note[i];
        if (note->articulation == YEOUN_ARTICULATION_GRACE) {
          const float ms = (float)(note->end - note->start) * ms_per_tick;
          ck_assert_float_gt(ms, 58.0f);
          ck_assert_float_lt(ms, 92.0f);
          ++graces;
        }
      }
    }
  }
  ck_assert_int_gt(graces, 20);
}
END_TEST

static void
add(int32_t start, int32_t length, int pitch, uint8_t articulation)
{
  ck_assert(yeoun_score_add(&score,
                            (struct yeoun_note){
                              .start = start,
                              .length = length,
                              .pitch = (uint8_t)pitch,
                              .lane = YEOUN_LANE_MELODY,
                              .articulation = articulation,
                            }));
}

static void
open_score(void)
{
  float weight[YEOUN_POLES] = {1.0f, 0.0f, 0.0f};
  const float trim[YEOUN_TRIMS] = {0};
  mood = yeoun_mood_blend(weight, trim, 0.5f, 0.3f);
  memset(&score, 0, sizeof(score));
  score.meter = (struct yeoun_meter){4, 4};
  score.length = 8 * YEOUN_BEAT;
  score.tempo_bpm = 100.0f;
}

START_TEST(staccato_is_short_tenuto_long_and_legato_overlaps)
{
  open_score();
  add(0, YEOUN_BEAT, 60, YEOUN_ARTICULATION_STACCATO);
  add(YEOUN_BEAT, YEOUN_BEAT, 62, YEOUN_ARTICULATION_TENUTO);
  add(2 * YEOUN_BEAT, YEOUN_BEAT, 64, YEOUN_ARTICULATION_LEGATO);
  add(3 * YEOUN_BEAT, YEOUN_BEAT, 65, YEOUN_ARTICULATION_PLAIN);
  perform(100.0f, 0.0f, 1);
  const struct yeoun_performed *const note = performance.note;
  ck_assert_int_lt(note[0].end - note[0].start, YEOUN_BEAT * 36 / 100);
  ck_assert_int_gt(note[0].end - note[0].start, YEOUN_BEAT * 30 / 100);
  ck_assert_int_gt(note[1].end - note[1].start, YEOUN_BEAT * 90 / 100);
  ck_assert_int_gt(note[2].end, note[3].start);
  ck_assert_int_lt(note[2].end, note[3].start + YEOUN_BEAT / 4);
}
END_TEST

START_TEST(repeated_notes_part_and_silences_stay_silent)
{
  open_score();
  add(0, YEOUN_BEAT, 60, YEOUN_ARTICULATION_LEGATO);
  add(YEOUN_BEAT, YEOUN_BEAT, 60, YEOUN_ARTICULATION_LEGATO);
  add(4 * YEOUN_BEAT, YEOUN_BEAT, 67, YEOUN_ARTICULATION_LEGATO);
  add(7 * YEOUN_BEAT, YEOUN_BEAT, 60, YEOUN_ARTICULATION_LEGATO);
  perform(100.0f, 0.0f, 1);
  const struct yeoun_performed *const note = performance.note;
  ck_assert_int_lt(note[0].end, note[1].start);
  ck_assert_int_lt(note[1].end, 2 * YEOUN_BEAT + YEOUN_BEAT / 8);
  ck_assert_int_lt(note[2].end, 5 * YEOUN_BEAT + YEOUN_BEAT / 8);
  ck_assert_int_lt(note[3].end, score.length + note[0].start);
}
END_TEST

START_TEST(a_dissonance_leans_on_its_resolution)
{
  open_score();
  add(0, YEOUN_BEAT, 67, YEOUN_ARTICULATION_PLAIN);
  add(YEOUN_BEAT, YEOUN_BEAT, 67, YEOUN_ARTICULATION_PLAIN);
  add(2 * YEOUN_BEAT, YEOUN_BEAT, 67, YEOUN_ARTICULATION_PLAIN);
  score.note[1].marks = YEOUN_MARK_APPOGGIATURA;
  score.note[2].marks = YEOUN_MARK_RESOLUTION;
  perform(100.0f, 0.0f, 1);
  ck_assert_uint_gt(performance.note[1].velocity, performance.note[0].velocity);
  ck_assert_uint_lt(performance.note[2].velocity, performance.note[0].velocity);
}
END_TEST

/* At 0 there is nothing but the grid. */
#define HARDLY 0.004f

START_TEST(a_phrase_swells_to_its_turn_and_ebbs)
{
  open_score();
  for (int i = 0; i < 8; ++i) {
    add(i * YEOUN_BEAT, YEOUN_BEAT, 67, YEOUN_ARTICULATION_PLAIN);
  }
  score.phrase[score.phrases++] = (struct yeoun_phrase){
    .start = 0, .turn = 4 * YEOUN_BEAT, .end = 8 * YEOUN_BEAT, .level = 6};
  perform(100.0f, HARDLY, 1);
  ck_assert_uint_gt(performance.note[4].velocity, performance.note[0].velocity);
  ck_assert_uint_gt(performance.note[4].velocity, performance.note[7].velocity);
  /* Late where it begins slowly, home where it ends. */
  ck_assert_int_gt(performance.note[2].start, 2 * YEOUN_BEAT);
  ck_assert_int_eq(performance.note[0].start, 0);
}
END_TEST

START_TEST(an_instrument_that_holds_slurs_over_every_gap)
{
  static const uint8_t instruments[] = {YEOUN_FLUTE, YEOUN_CELLO};
  open_score();
  score.instrument[YEOUN_LANE_MELODY] = instruments[_i];
  mood.feature[YEOUN_FEATURE_PUNCTUATION] = 3.0f; /* would part them */
  for (int i = 0; i < 8; ++i) {
    add(i * YEOUN_BEAT, YEOUN_BEAT, 60 + i * i % 17, YEOUN_ARTICULATION_LEGATO);
  }
  perform(80.0f, 0.5f, 1);
  const int32_t least = (int32_t)(0.02f * 80.0f / 60.0f * YEOUN_BEAT);
  for (int i = 0; i + 1 < performance.notes; ++i) {
    const struct yeoun_performed *const note = &performance.note[i];
    if (note->pitch != note[1].pitch) {
      ck_assert_int_gt(note->end, note[1].start + least);
    }
    ck_assert_int_lt(note->end, note[1].end);
  }
}
END_TEST

START_TEST(a_long_note_swells_by_what_it_means)
{
  open_score();
  add(0, 2 * YEOUN_BEAT, 67, YEOUN_ARTICULATION_PLAIN);
  add(2 * YEOUN_BEAT, 2 * YEOUN_BEAT, 69, YEOUN_ARTICULATION_PLAIN);
  add(4 * YEOUN_BEAT, 2 * YEOUN_BEAT, 71, YEOUN_ARTICULATION_PLAIN);
  add(6 * YEOUN_BEAT, YEOUN_BEAT / 4, 72, YEOUN_ARTICULATION_STACCATO);
  add(7 * YEOUN_BEAT, YEOUN_BEAT, 67, YEOUN_ARTICULATION_MARCATO);
  score.note[1].marks = YEOUN_MARK_SUSPENSION;
  score.note[2].marks = YEOUN_MARK_PHRASE_END;
  perform(60.0f, 0.0f, 1);
  const struct yeoun_performed *const note = performance.note;
  ck_assert_int_gt(note[0].crest_level, 4); /* a decibel */
  ck_assert_int_lt(note[0].end_level, note[0].crest_level);
  ck_assert_int_gt(note[1].end_level, note[0].end_level);
  ck_assert_uint_gt(note[1].crest_at, note[0].crest_at);
  ck_assert_int_lt(note[2].end_level, note[0].end_level - 4);
  ck_assert_int_eq(note[3].crest_level, 0);
  ck_assert_int_eq(note[3].end_level, 0);
  ck_assert_int_lt(note[4].end_level, 0);
}
END_TEST

START_TEST(expression_reaches_full_in_every_lane_and_never_above)
{
  compose(_i, false);
  perform(score.tempo_bpm, 0.5f, 3);
  int most[YEOUN_LANES] = {0};
  bool is_there[YEOUN_LANES] = {false};
  for (int i = 0; i < performance.notes; ++i) {
    const struct yeoun_performed *const note = &performance.note[i];
    int top =
      note->crest_level > note->end_level ? note->crest_level : note->end_level;
    top = note->phrase_level + (top > 0 ? top : 0);
    ck_assert_int_le(top, 0);
    ck_assert_int_le(note->phrase_level, 0);
    ck_assert_int_ge(note->phrase_level + note->end_level, -4 * 24);
    most[note->lane] =
      is_there[note->lane] && most[note->lane] > top ? most[note->lane] : top;
    is_there[note->lane] = true;
  }
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    ck_assert(!is_there[lane] || most[lane] == 0);
  }
}
END_TEST

START_TEST(an_ending_slows_down_and_a_loop_does_not)
{
  int32_t last[2];
  for (int ending = 0; ending < 2; ++ending) {
    open_score();
    for (int i = 0; i < 16; ++i) {
      add(i * YEOUN_BEAT / 2, YEOUN_BEAT / 2, 60, YEOUN_ARTICULATION_PLAIN);
    }
    score.has_ending = ending;
    perform(100.0f, HARDLY, 1);
    last[ending] = performance.note[15].start;
  }
  ck_assert_int_gt(last[1], last[0] + YEOUN_BEAT / 16);
}
END_TEST

/** The length of a performed note in the score. */
static int32_t
written_length(const struct yeoun_performed *performed)
{
  for (unsigned i = 0; i < score.notes; ++i) {
    const struct yeoun_note *const note = &score.note[i];
    if (note->start == performed->written && note->lane == performed->lane &&
        note->pitch == performed->pitch) {
      return note->length;
    }
  }
  ck_abort_msg("a note that is not written");
  return 0;
}

START_TEST(without_humanize_all_is_on_the_grid)
{
  compose(_i, _i % 2);
  perform(score.tempo_bpm, 0.0f, 3);
  for (unsigned i = 0; i < performance.notes; ++i) {
    const struct yeoun_performed *const note = &performance.note[i];
    if (note->articulation != YEOUN_ARTICULATION_GRACE) {
      ck_assert_int_eq(note->start, note->written);
    }
  }
}
END_TEST

START_TEST(what_is_written_at_a_bar_line_does_not_come_before_it)
{
  compose(_i, false);
  perform(score.tempo_bpm, 1.0f, (uint64_t)_i);
  for (unsigned i = 0; i < performance.notes; ++i) {
    const struct yeoun_performed *const note = &performance.note[i];
    if (note->written % yeoun_bar_ticks(score.meter) == 0 &&
        note->articulation != YEOUN_ARTICULATION_GRACE) {
      ck_assert_int_ge(note->start, note->written);
    }
  }
}
END_TEST

START_TEST(the_last_bar_of_an_ending_is_heard_whole_and_in_order)
{
  compose(_i, true);
  perform(score.tempo_bpm, 0.5f, (uint64_t)_i);
  const int32_t last = score.length - yeoun_bar_ticks(score.meter);
  const int32_t least = (int32_t)(0.02f * score.tempo_bpm / 60.0f * YEOUN_BEAT);
  int32_t before[YEOUN_LANES] = {0};
  for (unsigned i = 0; i < performance.notes; ++i) {
    const struct yeoun_performed *const note = &performance.note[i];
    if (note->written >= last &&
        note->articulation != YEOUN_ARTICULATION_GRACE) {
      ck_assert_int_ge(2 * (score.length - note->start), written_length(note));
      ck_assert_int_gt(note->end - note->start, least);
      ck_assert_int_ge(note->written, before[note->lane]);
      before[note->lane] = note->written;
    }
  }
}
END_TEST

START_TEST(a_piano_whose_notes_are_bound_is_pedalled_anew_with_each_chord)
{
  compose(YEOUN_ROMANTIC, false);
  score.instrument[YEOUN_LANE_CHORDS] = YEOUN_GRAND_PIANO;
  mood.feature[YEOUN_FEATURE_GATE] = 1.0f;
  perform(score.tempo_bpm, 0.0f, 1);
  ck_assert_int_ge(performance.pedals, score.spans / 2);
  for (int s = 1; s < score.spans; ++s) {
    for (int p = 0; p < performance.pedals; ++p) {
      ck_assert(performance.pedal[p].start >= score.span[s].start ||
                performance.pedal[p].end <= score.span[s].start);
    }
  }
  mood.feature[YEOUN_FEATURE_GATE] = 0.5f;
  perform(score.tempo_bpm, 0.0f, 1);
  ck_assert_int_eq(performance.pedals, 0);
}
END_TEST

/* The foot comes down when the chord before is damped, and within its bar. */
START_TEST(a_pedal_goes_down_after_the_stroke)
{
  compose(YEOUN_ROMANTIC, false);
  score.instrument[YEOUN_LANE_CHORDS] = YEOUN_GRAND_PIANO;
  mood.feature[YEOUN_FEATURE_GATE] = 1.0f;
  perform(score.tempo_bpm, 0.0f, 1);
  ck_assert_int_gt(performance.pedals, 4);
  const double ms = 60000.0 / ((double)score.tempo_bpm * YEOUN_BEAT);
  for (int p = 0; p < performance.pedals; ++p) {
    const int32_t start = performance.pedal[p].start;
    int32_t stroke = start - start % yeoun_bar_ticks(score.meter);
    for (int s = 0; s < score.spans; ++s) {
      const int32_t span = score.span[s].start;
      stroke = span <= start && span > stroke ? span : stroke;
    }
    ck_assert_double_ge((start - stroke) * ms, 50.0);
    ck_assert_double_le((start - stroke) * ms, 90.0);
  }
}
END_TEST

/* All that stops where the climax begins stops early, in music that lingers. */
START_TEST(the_music_takes_breath_before_its_climax)
{
  memset(&score, 0, sizeof(score));
  score.meter = (struct yeoun_meter){4, 4};
  score.length = 4 * yeoun_bar_ticks(score.meter);
  score.tempo_bpm = 80.0f;
  for (int i = 0; i < 8; ++i) {
    score.note[score.notes++] =
      (struct yeoun_note){.start = i * YEOUN_BEAT,
                          .length = YEOUN_BEAT,
                          .pitch = (uint8_t)(60 + i),
                          .lane = YEOUN_LANE_MELODY,
                          .articulation = YEOUN_ARTICULATION_TENUTO,
                          .marks = i == 7 ? YEOUN_MARK_CLIMAX : 0};
  }
  const double ms = 60000.0 / (80.0 * YEOUN_BEAT);
  for (int lingers = 0; lingers < 2; ++lingers) {
    mood.feature[YEOUN_FEATURE_RUBATO] = lingers ? 0.9f : 0.1f;
    mood.feature[YEOUN_FEATURE_GATE] = 1.0f;
    perform(80.0f, 0.0f, 1);
    ck_assert_int_eq(performance.notes, 8);
    const double gap =
      ms * (performance.note[7].start - performance.note[6].end);
    if (lingers) {
      ck_assert_double_ge(gap, 140.0);
      ck_assert_double_le(gap, 240.0);
    } else {
      ck_assert_double_le(gap, 80.0);
    }
  }
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("perform");
  TCase *const tcase = tcase_create("perform");
  tcase_set_timeout(tcase, 30);
  tcase_add_loop_test(
    tcase, notes_start_in_order_within_the_score_and_last, 0, CASES);
  tcase_add_loop_test(
    tcase, one_pitch_of_a_lane_never_sounds_twice_at_once, 0, CASES);
  tcase_add_loop_test(
    tcase,
    equal_requests_are_performed_alike_and_other_seeds_are_not,
    0,
    CASES);
  tcase_add_loop_test(tcase, music_keeps_with_the_beat_at_any_tempo, 0, CASES);
  tcase_add_test(tcase, grace_notes_take_their_time_whatever_the_tempo);
  tcase_add_test(tcase, staccato_is_short_tenuto_long_and_legato_overlaps);
  tcase_add_test(tcase, repeated_notes_part_and_silences_stay_silent);
  tcase_add_test(tcase, a_dissonance_leans_on_its_resolution);
  tcase_add_test(tcase, a_phrase_swells_to_its_turn_and_ebbs);
  tcase_add_loop_test(
    tcase, an_instrument_that_holds_slurs_over_every_gap, 0, 2);
  tcase_add_test(tcase, a_long_note_swells_by_what_it_means);
  tcase_add_loop_test(
    tcase, expression_reaches_full_in_every_lane_and_never_above, 0, CASES);
  tcase_add_test(tcase, an_ending_slows_down_and_a_loop_does_not);
  tcase_add_loop_test(tcase, without_humanize_all_is_on_the_grid, 0, CASES);
  tcase_add_loop_test(
    tcase, what_is_written_at_a_bar_line_does_not_come_before_it, 0, CASES);
  tcase_add_loop_test(
    tcase, the_last_bar_of_an_ending_is_heard_whole_and_in_order, 0, CASES);
  tcase_add_test(
    tcase, a_piano_whose_notes_are_bound_is_pedalled_anew_with_each_chord);
  tcase_add_test(tcase, a_pedal_goes_down_after_the_stroke);
  tcase_add_test(tcase, the_music_takes_breath_before_its_climax);
  suite_add_tcase(suite, tcase);
  return suite;
}
