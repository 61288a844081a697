// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What every variation must be, over many themes, moods and numbers. How good
   they are is told by report-music. */

#include <stdlib.h>
#include <string.h>

#include "../report/music/subject.h"
#include "compose/compose.h"
#include "compose/plan/plan.h"
#include "compose/scratch.h"
#include "music/palette.h"
#include "music/scale.h"
#include "suite.h"

/* Too much for a stack. */
static struct yeoun_compose_scratch compose_scratch;

static struct subjects subjects;
static struct yeoun_score score, other;

static void
set_up(void)
{
  ck_assert(subjects_read(THEMES, 1, 8, &subjects));
}

/* The n-th of a walk through themes, moods, variations and distances. */
static struct yeoun_request
request_of(int n)
{
  const int theme = n * 7 % subjects.count;
  struct yeoun_request request = subject_request(&subjects.subject[theme],
                                                 8,
                                                 (unsigned)n % YEOUN_POLES,
                                                 (unsigned)(n * 5 % 40),
                                                 0.1 + 0.2 * (n % 5));
  request.palette = (uint8_t)(n % YEOUN_PALETTES);
  request.korean = n % 4 == 3 ? 0.8f : 0.0f;
  return request;
}

enum { WALK = 300 };

static bool
is_same_note(const struct yeoun_note *one, const struct yeoun_note *two)
{
  return one->start == two->start && one->length == two->length &&
         one->pitch == two->pitch && one->lane == two->lane &&
         one->articulation == two->articulation && one->bend == two->bend &&
         one->bend_cents == two->bend_cents && one->marks == two->marks &&
         one->level_db == two->level_db;
}

/* Whether two scores hold the same notes, but for one lane (-1: none). */
static bool
is_same_but(const struct yeoun_score *one,
            const struct yeoun_score *two,
            int lane)
{
  int i = 0;
  int j = 0;
  for (;;) {
    while (i < one->notes && one->note[i].lane == lane) {
      ++i;
    }
    while (j < two->notes && two->note[j].lane == lane) {
      ++j;
    }
    if (i == one->notes || j == two->notes) {
      return i == one->notes && j == two->notes;
    }
    if (!is_same_note(&one->note[i++], &two->note[j++])) {
      return false;
    }
  }
}

static unsigned
count_of(const struct yeoun_score *of, int lane)
{
  unsigned count = 0;
  for (int i = 0; i < of->notes; ++i) {
    count += of->note[i].lane == lane;
  }
  return count;
}

START_TEST(the_same_request_gives_the_same_score)
{
  for (int n = 0; n < WALK; ++n) {
    const struct yeoun_request request = request_of(n);
    yeoun_compose(&request, &compose_scratch, &score);
    memset(&other, 0xa5, sizeof(other));
    yeoun_compose(&request, &compose_scratch, &other);
    ck_assert(is_same_but(&score, &other, -1));
    ck_assert_str_eq(score.description, other.description);
  }
}
END_TEST

static void
check_note(const struct yeoun_score *of, const struct yeoun_note *note)
{
  const struct yeoun_instrument_facts *const facts =
    yeoun_instrument_facts(of->instrument[note->lane]);
  ck_assert_int_ge(note->start, 0);
  ck_assert_int_lt(note->start, of->length);
  ck_assert_int_gt(note->length, 0);
  ck_assert_msg(note->pitch >= facts->low && note->pitch <= facts->high,
                "%s plays %d",
                facts->name,
                note->pitch);
}

/* Notes played with both hands, further apart than any melody is searched for:
   the same music every time, whatever was composed before. */
START_TEST(a_motif_of_any_width_is_composed_alike)
{
  static const char *const motifs[] = {
    "f# a b3 d9", "c0 c9", "Am F C  e1 g8 a2 c7", "C G  b8 c1 d8"};
  for (unsigned m = 0; m < sizeof(motifs) / sizeof(motifs[0]); ++m) {
    for (unsigned n = 0; n < 30; ++n) {
      struct yeoun_request request = request_of((int)n);
      ck_assert(!yeoun_theme_read(motifs[m], &request.theme).status);
      request.take[YEOUN_LANE_MELODY] = (uint8_t)(n % 7);
      yeoun_compose(&request, &compose_scratch, &score);
      struct yeoun_request between = request_of((int)n + 11);
      yeoun_compose(&between, &compose_scratch, &other);
      yeoun_compose(&request, &compose_scratch, &other);
      ck_assert_msg(is_same_but(&score, &other, -1), "%s, %u", motifs[m], n);
      for (int i = 0; i < score.notes; ++i) {
        check_note(&score, &score.note[i]);
      }
    }
  }
}
END_TEST

START_TEST(another_take_changes_its_lane_alone)
{
  unsigned changed[YEOUN_LANES] = {0};
  unsigned asked[YEOUN_LANES] = {0};
  for (int n = 0; n < WALK; n += 2) {
    struct yeoun_request request = request_of(n);
    if (n % 3 == 0) {
      const float weight[YEOUN_POLES] = {0.3f, 0.5f, 0.2f};
      const float trim[YEOUN_TRIMS] = {0};
      request.mood = yeoun_mood_blend(weight, trim, 0.5f, 0.3f);
    }
    request.mood.intensity = 0.9f; /* that all lanes play */
    yeoun_compose(&request, &compose_scratch, &score);
    for (int lane = 0; lane < YEOUN_LANES; ++lane) {
      request.take[lane] = 3;
      yeoun_compose(&request, &compose_scratch, &other);
      request.take[lane] = 0;
      ck_assert_msg(is_same_but(&score, &other, lane),
                    "%s: lane %d",
                    subjects.subject[n * 7 % subjects.count].text,
                    lane);
      if (request.variation && count_of(&score, lane)) {
        ++asked[lane];
        changed[lane] += !is_same_but(&score, &other, -1);
      }
    }
  }
  /* And a take is another one, nearly always. */
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    ck_assert_msg(changed[lane] > asked[lane] * 8 / 10,
                  "lane %d: %u of %u",
                  lane,
                  changed[lane],
                  asked[lane]);
  }
}
END_TEST

START_TEST(notes_lie_in_the_score_and_on_their_instrument)
{
  for (int n = 0; n < WALK; ++n) {
    const struct yeoun_request request = request_of(n);
    yeoun_compose(&request, &compose_scratch, &score);
    ck_assert_uint_gt(count_of(&score, YEOUN_LANE_MELODY), 4);
    ck_assert_uint_lt(score.notes, YEOUN_NOTES_MAX);
    for (int i = 0; i < score.notes; ++i) {
      check_note(&score, &score.note[i]);
      ck_assert(i == 0 || score.note[i].start >= score.note[i - 1].start);
    }
    ck_assert_float_ge(score.identity, 0);
    ck_assert_float_le(score.identity, 1);
    ck_assert_uint_gt(strlen(score.description), 10);
  }
}
END_TEST

/* Melody and counter-melody are one voice each: a note ends before the next
 * begins. */
START_TEST(one_voice_does_not_overlap_itself)
{
  static const int lanes[] = {YEOUN_LANE_MELODY, YEOUN_LANE_COUNTER};
  for (int n = 0; n < WALK; ++n) {
    const struct yeoun_request request = request_of(n);
    yeoun_compose(&request, &compose_scratch, &score);
    for (int l = 0; l < 2; ++l) {
      int32_t end = 0;
      for (int i = 0; i < score.notes; ++i) {
        const struct yeoun_note *const note = &score.note[i];
        if (note->lane == lanes[l] &&
            note->articulation != YEOUN_ARTICULATION_GRACE) {
          ck_assert_int_ge(note->start, end);
          end = note->start + note->length;
        }
      }
    }
  }
}
END_TEST

static const struct yeoun_meter meters[] =
  {{2, 4}, {3, 4}, {4, 4}, {5, 4}, {6, 8}, {7, 8}, {9, 8}, {12, 8}};

START_TEST(every_metre_and_length_is_filled)
{
  const struct yeoun_meter meter = meters[_i];
  for (int bars = 1; bars <= 32; ++bars) {
    struct yeoun_request request = request_of(bars);
    request.meter = meter;
    request.bars = (uint16_t)bars;
    yeoun_compose(&request, &compose_scratch, &score);
    ck_assert_int_eq(score.length, bars * yeoun_bar_ticks(meter));
    int32_t covered = 0;
    for (int s = 0; s < score.spans; ++s) {
      ck_assert_int_eq(score.span[s].start, covered);
      covered += score.span[s].length;
    }
    ck_assert_int_eq(covered, score.length);
    /* No four bars without any note. */
    int32_t last = 0;
    for (int i = 0; i < score.notes; ++i) {
      check_note(&score, &score.note[i]);
      ck_assert_int_le(score.note[i].start - last, 4 * yeoun_bar_ticks(meter));
      last = score.note[i].start;
    }
  }
}
END_TEST

/* At any tempo of the host the felt pulse lies near the card: half, full or
   double time. */
START_TEST(felt_time_follows_the_mood_not_the_host)
{
  for (int pole = 0; pole < YEOUN_POLES; ++pole) {
    double least = 1e9;
    double most = 0;
    for (float host = 50; host <= 200; host += 5) {
      struct yeoun_request request =
        subject_request(&subjects.subject[0], 8, (unsigned)pole, 1, 0.35);
      request.doubling =
        yeoun_doubling_choose(host, &request.mood, request.meter, 0);
      yeoun_compose(&request, &compose_scratch, &score);
      /* Notes of all lanes a second are what is felt. */
      const double seconds = score.length * 60.0 / YEOUN_BEAT / host;
      const double density = count_of(&score, YEOUN_LANE_MELODY) / seconds;
      least = density < least ? density : least;
      most = density > most ? density : most;
    }
    /* The host's tempo quadruples. */
    ck_assert_double_lt(most / least, 2.9);
  }
}
END_TEST

/* Of half, full and double time the one whose pulse is nearest to the mood's
   own is chosen; wherever one of them lies in the card, the pulse does. */
START_TEST(the_felt_pulse_lies_in_the_card_where_it_can)
{
  for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
    const struct yeoun_feature_range *const card =
      &yeoun_feature_facts(YEOUN_FEATURE_TEMPO)->pole[pole];
    for (float host = 40; host <= 240; host += 1) {
      struct yeoun_plan plan;
      struct yeoun_request request =
        subject_request(&subjects.subject[0], 8, pole, 1, 0.35);
      request.doubling =
        yeoun_doubling_choose(host, &request.mood, request.meter, 0);
      yeoun_plan_make(&request, &plan);
      const float felt = request.doubling > 0   ? host * 2
                         : request.doubling < 0 ? host / 2
                                                : host;
      bool can = false;
      for (float tempo = host / 2; tempo <= host * 2; tempo *= 2) {
        can |= tempo >= card->low && tempo <= card->high;
      }
      ck_assert_msg(!can ||
                      (felt >= card->low - 0.1f && felt <= card->high + 0.1f),
                    "host %g, felt %g",
                    (double)host,
                    (double)felt);
    }
  }
}
END_TEST

START_TEST(an_ending_closes_on_the_tonic)
{
  int at_home = 0;
  int all = 0;
  for (int n = 0; n < WALK; ++n) {
    struct yeoun_request request = request_of(n);
    request.has_ending = true;
    yeoun_compose(&request, &compose_scratch, &score);
    ck_assert(score.has_ending);
    const struct yeoun_span *const last = &score.span[score.spans - 1];
    ++all;
    at_home += last->chord.root == score.key.tonic ||
               yeoun_pitch_class(last->chord.bass) == score.key.tonic;
  }
  ck_assert_int_ge(at_home, all * 9 / 10);
}
END_TEST

/* The last note of the melody is at home and stays until the end, unless it is
   a joke. */
START_TEST(the_melody_of_an_ending_comes_home)
{
  int at_home = 0;
  int held = 0;
  int all = 0;
  for (int n = 0; n < WALK; ++n) {
    struct yeoun_request request = request_of(n);
    const struct yeoun_note *last = NULL;
    request.has_ending = true;
    yeoun_compose(&request, &compose_scratch, &score);
    for (int i = 0; i < score.notes; ++i) {
      const struct yeoun_note *const note = &score.note[i];
      last = note->lane == YEOUN_LANE_MELODY ? note : last;
    }
    if (!(last->marks & YEOUN_MARK_JOKE) && request.korean <= 0 &&
        request.palette != YEOUN_GUGAK) {
      const int above = yeoun_pitch_class(last->pitch - score.key.tonic);
      ++all;
      at_home += above == 0;
      held += score.length - last->start >= yeoun_bar_ticks(score.meter) / 2;
    }
  }
  ck_assert_int_ge(at_home, all * 9 / 10);
  ck_assert_int_ge(held, all * 9 / 10);
}
END_TEST

/* A wrong final note is a joke of major keys, and deadpan makes none. */
START_TEST(jokes_obey_their_laws)
{
  int jokes = 0;
  for (int n = 0; n < WALK; ++n) {
    struct yeoun_request request = request_of(n);
    const struct subject *const subject =
      &subjects.subject[n * 7 % subjects.count];
    request =
      subject_request(subject, 8, YEOUN_COMIC, (unsigned)(1 + n % 30), 0.35);
    yeoun_compose(&request, &compose_scratch, &score);
    for (int i = 0; i < score.notes; ++i) {
      jokes += (score.note[i].marks & YEOUN_MARK_JOKE) != 0;
    }
    request.mood.feature[YEOUN_FEATURE_HUMOUR] = 0;
    yeoun_compose(&request, &compose_scratch, &score);
    for (int i = 0; i < score.notes; ++i) {
      ck_assert(!(score.note[i].marks & YEOUN_MARK_JOKE));
    }
  }
  ck_assert_int_gt(jokes, WALK / 4);
}
END_TEST

START_TEST(bends_are_of_the_korean_layer_alone)
{
  int bends = 0;
  for (int n = 0; n < WALK; ++n) {
    struct yeoun_request request = request_of(n);
    const bool is_korean = request.korean > 0 || request.palette == YEOUN_GUGAK;
    yeoun_compose(&request, &compose_scratch, &score);
    for (int i = 0; i < score.notes; ++i) {
      const bool is_bent = score.note[i].bend > YEOUN_BEND_STRAIGHT;
      ck_assert(is_korean || !is_bent);
      bends += is_bent;
    }
  }
  ck_assert_int_gt(bends, 50);
}
END_TEST

/* The dial: what is asked to be far is far. */
START_TEST(identity_falls_with_distance)
{
  int falls = 0;
  int all = 0;
  for (int n = 0; n < WALK; n += 3) {
    struct yeoun_request request = request_of(n);
    request.variation = (uint16_t)(1 + n % 20);
    request.distance = 0.1f;
    yeoun_compose(&request, &compose_scratch, &score);
    request.distance = 0.9f;
    yeoun_compose(&request, &compose_scratch, &other);
    ++all;
    falls += other.identity < score.identity;
  }
  ck_assert_int_gt(falls, all * 19 / 20);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("compose");
  TCase *const tests = tcase_create("compose");
  tcase_set_timeout(tests, 60);
  tcase_add_checked_fixture(tests, set_up, NULL);
  tcase_add_test(tests, the_same_request_gives_the_same_score);
  tcase_add_test(tests, a_motif_of_any_width_is_composed_alike);
  tcase_add_test(tests, another_take_changes_its_lane_alone);
  tcase_add_test(tests, notes_lie_in_the_score_and_on_their_instrument);
  tcase_add_test(tests, one_voice_does_not_overlap_itself);
  tcase_add_loop_test(tests, every_metre_and_length_is_filled, 0, 8);
  tcase_add_test(tests, felt_time_follows_the_mood_not_the_host);
  tcase_add_test(tests, the_felt_pulse_lies_in_the_card_where_it_can);
  tcase_add_test(tests, an_ending_closes_on_the_tonic);
  tcase_add_test(tests, the_melody_of_an_ending_comes_home);
  tcase_add_test(tests, jokes_obey_their_laws);
  tcase_add_test(tests, bends_are_of_the_korean_layer_alone);
  tcase_add_test(tests, identity_falls_with_distance);
  suite_add_tcase(suite, tests);
  return suite;
}
