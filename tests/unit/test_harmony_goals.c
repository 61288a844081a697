// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Where the chords of variations lead, over all themes: dominants, what is
   foreign, closes and endings. */

#include <stdio.h>
#include <string.h>

#include "compose/harmony/chord_statistics.h"
#include "compose/harmony/spelling.h"
#include "harmonies.h"

/* Percent of the phrases whose theme closes otherwise; without a care for
   closes it would be 26 and 3. */
enum { HALF_CLOSES = 32, FULL_CLOSES = 10 };

static void
set_up(void)
{
  harmonies_read(THEMES);
}

static uint16_t
own_tones(void)
{
  const struct yeoun_key key = plan.analysis.key;
  uint16_t tones = yeoun_scale_tones(&plan.analysis.scale);
  for (int i = 0; i < plan.analysis.chords; ++i) {
    tones |= plan.analysis.chord[i].tones;
  }
  if (yeoun_key_is_minor(key)) {
    tones |= (uint16_t)(1u << (key.tonic + 11) % 12);
  }
  return tones;
}

/* Dominants of the key, applied ones and diminished sevenths among the theme's
   chords, with what stands in their place. */
START_TEST(dominants_keep_their_leading_note)
{
  static const float far[] = {0.35f, 1.0f};
  int all = 0;
  for (int t = 0; t < count; ++t) {
    for (unsigned v = 1; v <= VARIATIONS; ++v) {
      harmonise(&themes[t], (unsigned)_i / 2, v, far[_i % 2], 0.0f);
      for (int s = 0; s < score.spans && !is_minore(); ++s) {
        const struct yeoun_span *const span = &score.span[s];
        if (span->slot < 0) {
          continue;
        }
        const struct yeoun_chord own = plan.analysis.chord[span->slot];
        const int leading = own.root + 4;
        const bool is_fifth = own.root == (plan.analysis.key.tonic + 7) % 12;
        const bool is_seventh = yeoun_tones_hold(own.tones, own.root + 10);
        if (!yeoun_tones_hold(own.tones, leading) ||
            !(is_fifth || is_seventh)) {
          continue;
        }
        ++all;
        ck_assert_msg(yeoun_tones_hold(span->chord.tones, leading) ||
                        third_of(span->chord) == 0,
                      "%s, variation %u: a dominant gave way to root %d",
                      names[t],
                      v,
                      span->chord.root);
      }
    }
  }
  ck_assert_int_gt(all, 100);
}
END_TEST

START_TEST(what_is_foreign_leads_on)
{
  static const float far[] = {0.35f, 1.0f};
  int foreign = 0;
  int inserted = 0;
  int all = 0;
  for (int t = 0; t < count; ++t) {
    for (unsigned v = 1; v <= VARIATIONS; ++v) {
      harmonise(&themes[t], (unsigned)_i / 2, v, far[_i % 2], 0.0f);
      const struct yeoun_key key = plan.analysis.key;
      const bool is_minor = yeoun_key_is_minor(key);
      for (int s = 0; s < score.spans && !is_minore(); ++s) {
        const struct yeoun_span *const span = &score.span[s];
        const struct yeoun_span *next = &score.span[(s + 1) % score.spans];
        const bool is_foreign = (span->chord.tones & ~own_tones()) != 0;
        const struct yeoun_chord own =
          plan.analysis.chord[span->slot < 0 ? 0 : span->slot];
        const bool is_other = span->slot < 0 || own.root != span->chord.root ||
                              third_of(own) != third_of(span->chord);
        ++all;
        if (!is_other || third_of(span->chord) == 0) {
          continue;
        }
        /* Before a wrong final stands what led home: the tritone's dominant
           takes its place. */
        const bool is_put_right = s + 3 == score.spans && next->slot < 0 &&
                                  next->chord.root == (key.tonic + 1) % 12 &&
                                  score.span[s + 2].chord.root == key.tonic;
        next += is_put_right ? 1 : 0;
        /* A line that creeps inside a chord is the chord's affair. */
        const struct yeoun_span *before = &score.span[s ? s - 1 : 0];
        if (next->chord.root == span->chord.root ||
            (s && before->chord.root == span->chord.root)) {
          continue;
        }
        foreign += is_foreign;
        inserted += span->slot < 0;
        const int state = yeoun_chord_state(span->chord, key.tonic);
        const int to = yeoun_chord_state(next->chord, key.tonic);
        char line[512];
        write_line(line, sizeof(line));
        ck_assert_msg(yeoun_chord_goal_cost(is_minor, state, to) < 48,
                      "%s, variation %u, span %d leads nowhere: %s",
                      names[t],
                      v,
                      s,
                      line);
        const bool leads = span->slot < 0 || third_of(span->chord) == 2 ||
                           span->chord.type == YEOUN_CHORD_DIM7;
        ck_assert_msg(!is_minor || !is_foreign || leads,
                      "%s, variation %u, span %d is foreign: %s",
                      names[t],
                      v,
                      s,
                      line);
      }
    }
  }
  printf("# pole %d at %.2f: %d foreign, %d inserted of %d spans\n",
         _i / 2,
         (double)far[_i % 2],
         foreign,
         inserted,
         all);
  ck_assert_int_gt(inserted, 20);
}
END_TEST

/* Where the theme has another chord at the end of a phrase. */
START_TEST(phrases_close_as_the_form_asks)
{
  int open = 0, half = 0, closed = 0, full = 0;
  for (int t = 0; t < count; ++t) {
    for (unsigned v = 1; v <= VARIATIONS; ++v) {
      harmonise(&themes[t], (unsigned)_i, v, 0.6f, 0.0f);
      const int tonic = plan.analysis.key.tonic;
      for (int p = 0; p < plan.phrases; ++p) {
        const struct yeoun_phrase_plan *const phrase = &plan.phrase[p];
        const int32_t end = (phrase->bar + phrase->bars) * plan.bar_ticks;
        const struct yeoun_chord last =
          yeoun_harmony_at(&score, end - 1)->chord;
        const bool is_dominant = last.root == (tonic + 7) % 12 ||
                                 yeoun_tones_hold(last.tones, tonic + 11);
        const int own = yeoun_harmony_at(&statement, end - 1)->chord.root;
        if (phrase->cadence == YEOUN_CADENCE_HALF && own != (tonic + 7) % 12) {
          ++half;
          open += is_dominant && last.root != tonic;
        } else if (phrase->cadence == YEOUN_CADENCE_FULL && own != tonic) {
          ++full;
          closed += last.root == tonic;
        }
      }
    }
  }
  printf(
    "# pole %d: %d of %d half closes by the dominant, %d of %d full ones at "
    "home\n",
    _i,
    open,
    half,
    closed,
    full);
  ck_assert_int_gt(open * 100, half * HALF_CLOSES);
  ck_assert_int_gt(closed * 100, full * FULL_CLOSES);
}
END_TEST

START_TEST(endings_close_by_the_dominant)
{
  for (int t = 0; t < count; ++t) {
    harmonise(&themes[t], (unsigned)_i, 1 + (unsigned)t, 0.35f, 0.0f);
    asked.has_ending = true;
    yeoun_plan_make(&asked, &plan);
    yeoun_harmony_write(&plan, (unsigned)_i, &score, &harmony);
    const int tonic = plan.analysis.key.tonic;
    const struct yeoun_span *const last = &score.span[score.spans - 1];
    ck_assert_int_eq(last->chord.root, tonic);
    ck_assert_int_eq(last->start + last->length, score.length);
    ck_assert_int_ge(last->length, plan.bar_ticks);
    ck_assert_int_eq(last->chord.bass, tonic);
    char line[512];
    write_line(line, sizeof(line));
    const int32_t bar = plan.bar_ticks;
    const struct yeoun_chord before =
      yeoun_harmony_at(&score, score.length - bar - 1)->chord;
    ck_assert_msg(before.root == (tonic + 7) % 12 ||
                    yeoun_tones_hold(before.tones, tonic + 11) ||
                    last->length > bar,
                  "%s: %s",
                  names[t],
                  line);
  }
}
END_TEST

/* What a chord costs before another, in C: nothing, a little, much, nowhere. */
static const struct {
  const char *from, *to;
  bool is_minor;
  int least, most;
} ways[] = {
  {"G7", "C", false, 0, 0},          {"G7", "Am", false, 40, 60},
  {"G7", "Ab", true, 40, 60},        {"G7", "Eb", true, 90, 200},
  {"G7", "F", false, 40, 60},        {"Db7", "C", false, 10, 20},
  {"D7", "G", false, 0, 0},          {"D7", "Db", false, 10, 20},
  {"D7", "Bb", false, 90, 200},      {"D", "G", false, 0, 0},
  {"D", "C", false, 90, 200},        {"Db", "C", false, 0, 0},
  {"Db", "G", false, 0, 0},          {"Db", "B7", false, 0, 0},
  {"Db", "E", false, 90, 200},       {"Fm", "C", false, 0, 0},
  {"Fm", "A", false, 90, 200},       {"F#dim7", "G", false, 0, 0},
  {"F#dim7", "Em7", false, 90, 200}, {"Bdim", "C", false, 0, 0},
  {"Bm7b5", "E7", true, 0, 0},       {"Caug", "F", false, 0, 0},
  {"Caug", "D7", false, 90, 200},    {"C7", "G", false, 0, 0},
  {"Bb7", "C", false, 0, 0},         {"Am", "Dm", false, 0, 0},
};

START_TEST(chords_lead_where_harmony_books_say)
{
  struct yeoun_chord from;
  struct yeoun_chord to;
  ck_assert(!yeoun_chord_read(ways[_i].from, &from).status);
  ck_assert(!yeoun_chord_read(ways[_i].to, &to).status);
  const int cost = yeoun_chord_goal_cost(
    ways[_i].is_minor, yeoun_chord_state(from, 0), yeoun_chord_state(to, 0));
  ck_assert_msg(cost >= ways[_i].least && cost <= ways[_i].most,
                "%s to %s costs %d",
                ways[_i].from,
                ways[_i].to,
                cost);
}
END_TEST

/* A new chord has the signs of its key where the theme wrote none. */
static const struct {
  const char *theme;
  uint8_t tonic, mode, root;
  uint8_t letter;
} spellings[] = {
  {"C F G", 5, YEOUN_MODE_IONIAN, 10, YEOUN_LETTER_B},
  {"C F G", 10, YEOUN_MODE_IONIAN, 3, YEOUN_LETTER_E},
  {"C F G", 4, YEOUN_MODE_IONIAN, 8, YEOUN_LETTER_G},
  {"C F G", 2, YEOUN_MODE_IONIAN, 6, YEOUN_LETTER_F},
  {"Bb F Gm", 10, YEOUN_MODE_IONIAN, 3, YEOUN_LETTER_E},
  {"F#m D E", 9, YEOUN_MODE_IONIAN, 6, YEOUN_LETTER_F},
};

START_TEST(a_new_chord_is_spelt_in_its_key)
{
  const float trim[YEOUN_TRIMS] = {0};
  const float weight[YEOUN_POLES] = {1, 0, 0};
  memset(&asked, 0, sizeof(asked));
  asked.mood = yeoun_mood_blend(weight, trim, 0.5f, 0.3f);
  asked.variation = 1;
  asked.bars = 8;
  ck_assert(!yeoun_theme_read(spellings[_i].theme, &asked.theme).status);
  yeoun_plan_make(&asked, &plan);
  const struct yeoun_key key = {spellings[_i].tonic, spellings[_i].mode};
  const struct yeoun_chord chord = yeoun_spelling_of(
    &asked.theme,
    key,
    yeoun_chord_make(spellings[_i].root, YEOUN_CHORD_MAJ, spellings[_i].root));
  ck_assert_uint_eq(chord.root_letter, spellings[_i].letter);
}
END_TEST

/* At home, whatever chord the loop ends on, and there by the dominant with its
   leading tone, or that a semitone above or below home: a loop's own last chord
   says "and so on". */
START_TEST(forms_close_by_what_leads_home)
{
  int seen = 0;
  for (int t = 0; t < count; ++t) {
    for (unsigned v = 1; v <= VARIATIONS; ++v) {
      harmonise(&themes[t], (unsigned)_i, v, 0.35f, 0.0f);
      const struct yeoun_key key = plan.analysis.key;
      const struct yeoun_chord last = score.span[score.spans - 1].chord;
      if (score.spans < 4 || is_minore()) {
        continue;
      }
      char line[256];
      write_line(line, sizeof(line));
      ck_assert_msg(last.root == key.tonic,
                    "%s, variation %u ends away from home: %s",
                    names[t],
                    v,
                    line);
      /* What a chord of another key led to keeps its place. */
      const struct yeoun_scale scale = yeoun_scale_of_key(key);
      const unsigned own =
        yeoun_scale_tones(&scale) | 1u << (key.tonic + 11) % 12;
      const bool is_led = score.span[score.spans - 3].slot < 0;
      if (score.span[score.spans - 3 - is_led].chord.tones & ~own) {
        continue;
      }
      ++seen;
      const struct yeoun_chord before = score.span[score.spans - 2].chord;
      const int up = (before.root - key.tonic + 12) % 12;
      const bool leads = yeoun_tones_hold(before.tones, key.tonic + 11);
      ck_assert_msg(leads && (up == 7 || up == 11 || up == 1),
                    "%s, variation %u: %s",
                    names[t],
                    v,
                    line);
    }
  }
  ck_assert_int_gt(seen, count * VARIATIONS / 2);
}
END_TEST

/* The fourth of a chord of the theme that is put off was there before, and
   gives way to its third. */
START_TEST(a_suspended_fourth_is_prepared_and_resolved)
{
  int suspended = 0;
  for (int t = 0; t < count; ++t) {
    for (unsigned v = 1; v <= VARIATIONS; ++v) {
      harmonise(&themes[t], YEOUN_ROMANTIC, v, 0.5f, 1.0f);
      for (int s = 1; s + 1 < score.spans; ++s) {
        const struct yeoun_chord chord = score.span[s].chord;
        const struct yeoun_chord before = score.span[s - 1].chord;
        const struct yeoun_chord after = score.span[s + 1].chord;
        const bool is_suspended =
          (chord.type == YEOUN_CHORD_SUS4 || chord.type == YEOUN_CHORD_7SUS4) &&
          after.root == chord.root && third_of(after) == 2;
        if (is_suspended && score.span[s].slot >= 0 &&
            plan.analysis.chord[score.span[s].slot].type != chord.type) {
          ck_assert_msg(yeoun_tones_hold(before.tones, chord.root + 5),
                        "%s, variation %u, span %d: out of the blue",
                        names[t],
                        v,
                        s);
          ck_assert_int_ne(before.root, chord.root);
          ++suspended;
        }
      }
    }
  }
  ck_assert_int_gt(suspended, 20);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("harmony_goals");
  TCase *const chords = tcase_create("chords");
  tcase_set_timeout(chords, 60);
  tcase_add_checked_fixture(chords, set_up, NULL);
  tcase_add_loop_test(
    chords, dominants_keep_their_leading_note, 0, 2 * YEOUN_POLES);
  tcase_add_loop_test(chords, what_is_foreign_leads_on, 0, 2 * YEOUN_POLES);
  tcase_add_loop_test(chords, phrases_close_as_the_form_asks, 0, YEOUN_POLES);
  tcase_add_loop_test(chords, endings_close_by_the_dominant, 0, YEOUN_POLES);
  tcase_add_loop_test(chords, forms_close_by_what_leads_home, 0, YEOUN_POLES);
  tcase_add_loop_test(chords,
                      chords_lead_where_harmony_books_say,
                      0,
                      (int)(sizeof(ways) / sizeof(*ways)));
  tcase_add_loop_test(chords,
                      a_new_chord_is_spelt_in_its_key,
                      0,
                      (int)(sizeof(spellings) / sizeof(*spellings)));
  tcase_add_test(chords, a_suspended_fourth_is_prepared_and_resolved);
  suite_add_tcase(suite, chords);
  return suite;
}
