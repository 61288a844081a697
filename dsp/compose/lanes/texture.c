// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "texture.h"

#include "compose/plan/jokes.h"
#include "figure.h"
#include "lanes.h"

enum { FAMILIES = 6, FIGURES = 3 };

/* Figures of each pole: theme, contrast, climax. */
static const uint8_t families[YEOUN_POLES][FAMILIES][FIGURES] = {
  {
    {YEOUN_FIGURE_BROKEN, YEOUN_FIGURE_SPREAD, YEOUN_FIGURE_WIDE},
    {YEOUN_FIGURE_SPREAD, YEOUN_FIGURE_ROCKING, YEOUN_FIGURE_BROKEN},
    {YEOUN_FIGURE_HARP, YEOUN_FIGURE_PULSE, YEOUN_FIGURE_WIDE},
    {YEOUN_FIGURE_ROCKING, YEOUN_FIGURE_HARP, YEOUN_FIGURE_BROKEN},
    {YEOUN_FIGURE_ALBERTI, YEOUN_FIGURE_SPREAD, YEOUN_FIGURE_BROKEN},
    {YEOUN_FIGURE_BALLAD, YEOUN_FIGURE_ROCKING, YEOUN_FIGURE_HARP},
  },
  {
    {YEOUN_FIGURE_WIDE, YEOUN_FIGURE_BALLAD, YEOUN_FIGURE_ARPEGGIO},
    {YEOUN_FIGURE_BALLAD, YEOUN_FIGURE_WIDE, YEOUN_FIGURE_WIDE},
    {YEOUN_FIGURE_HARP, YEOUN_FIGURE_CHORALE, YEOUN_FIGURE_ARPEGGIO},
    {YEOUN_FIGURE_BROKEN, YEOUN_FIGURE_PULSE, YEOUN_FIGURE_WIDE},
    {YEOUN_FIGURE_WIDE, YEOUN_FIGURE_HARP, YEOUN_FIGURE_ARPEGGIO},
    {YEOUN_FIGURE_CHORALE, YEOUN_FIGURE_HARP, YEOUN_FIGURE_WIDE},
  },
  {
    {YEOUN_FIGURE_UMPAH, YEOUN_FIGURE_CHOP, YEOUN_FIGURE_UMPAH},
    {YEOUN_FIGURE_CHOP, YEOUN_FIGURE_UMPAH, YEOUN_FIGURE_CHOP},
    {YEOUN_FIGURE_UMPAH, YEOUN_FIGURE_CHOP, YEOUN_FIGURE_CHOP},
    {YEOUN_FIGURE_CHOP, YEOUN_FIGURE_UMPAH, YEOUN_FIGURE_UMPAH},
    {YEOUN_FIGURE_ALBERTI, YEOUN_FIGURE_UMPAH, YEOUN_FIGURE_UMPAH},
    {YEOUN_FIGURE_UMPAH, YEOUN_FIGURE_PUSHED, YEOUN_FIGURE_UMPAH},
  },
};

/* The figure that goes with a topic; YEOUN_FIGURES where it asks for none. */
static const uint8_t topic_figures[YEOUN_TOPICS] = {
  [YEOUN_TOPIC_NONE] = YEOUN_FIGURES,
  [YEOUN_TOPIC_LULLABY] = YEOUN_FIGURE_ROCKING,
  [YEOUN_TOPIC_MARCH] = YEOUN_FIGURE_UMPAH,
  [YEOUN_TOPIC_HYMN] = YEOUN_FIGURE_PULSE,
  [YEOUN_TOPIC_TANGO] = YEOUN_FIGURE_TANGO,
  [YEOUN_TOPIC_MUSIC_BOX] = YEOUN_FIGURE_ALBERTI,
  [YEOUN_TOPIC_WALTZ] = YEOUN_FIGURE_UMPAH,
};

static bool
is_last_of_phrase(const struct yeoun_phrase_plan *phrase, int bar)
{
  return bar + 1 == phrase->bar + phrase->bars;
}

/* How many steps busier, or calmer, than the mood's own the accompaniment is
   asked to be: one for each third of the way to the end of its card. */
static int
motion_of(const struct yeoun_plan *plan, int bar)
{
  const unsigned pole = plan->pole_of_bar[bar];
  const struct yeoun_feature_range *const card =
    &yeoun_feature_facts(YEOUN_FEATURE_MOTION)->pole[pole];
  const float off =
    yeoun_plan_features(plan, bar)[YEOUN_FEATURE_MOTION] - card->value;
  const float room =
    off > 0.0f ? card->high - card->value : card->value - card->low;
  return (int)(3.0f * off / room);
}

/* Figures in the order of their attacks; another that has more or fewer. */
static enum yeoun_figure
move_by(enum yeoun_figure figure, int steps)
{
  static const uint8_t by_attacks[] = {YEOUN_FIGURE_PULSE,
                                       YEOUN_FIGURE_SPREAD,
                                       YEOUN_FIGURE_CHORALE,
                                       YEOUN_FIGURE_ROCKING,
                                       YEOUN_FIGURE_BALLAD,
                                       YEOUN_FIGURE_UMPAH,
                                       YEOUN_FIGURE_HARP,
                                       YEOUN_FIGURE_PUSHED,
                                       YEOUN_FIGURE_CHOP,
                                       YEOUN_FIGURE_BROKEN,
                                       YEOUN_FIGURE_ALBERTI,
                                       YEOUN_FIGURE_WIDE,
                                       YEOUN_FIGURE_ARPEGGIO};
  enum { COUNT = sizeof(by_attacks), STRIDE = 3 };
  for (int i = 0; i < COUNT && steps; ++i) {
    if (by_attacks[i] == figure) {
      const int to = i + STRIDE * steps;
      return (enum yeoun_figure)by_attacks[to < 0        ? 0
                                           : to >= COUNT ? COUNT - 1
                                                         : to];
    }
  }
  return figure;
}

/* A take of the lane goes on to the next family, and once all have had their
   turn changes it in each phrase. */
static enum yeoun_figure
figure_of(const struct yeoun_lanes *lanes, int bar)
{
  const struct yeoun_plan *const plan = lanes->plan;
  const struct yeoun_phrase_plan *const phrase = yeoun_phrase_at(plan, bar);
  const unsigned take = lanes->take[YEOUN_LANE_CHORDS];
  const bool is_comic = plan->pole_of_bar[bar] == YEOUN_COMIC;
  const unsigned topical = is_comic && plan->budget.topic == YEOUN_TOPIC_HYMN
                             ? (unsigned)YEOUN_FIGURES
                             : topic_figures[plan->budget.topic];
  const bool is_calm = phrase->figure != 1;
  if (phrase->is_last && is_last_of_phrase(phrase, bar) &&
      plan->request->has_ending && !is_comic) {
    return YEOUN_FIGURE_CLOSE;
  }
  if (plan->is_statement) {
    const bool is_romantic = plan->pole_of_bar[bar] == YEOUN_ROMANTIC;
    return take % 2      ? YEOUN_FIGURE_SPREAD
           : is_romantic ? YEOUN_FIGURE_WIDE
                         : YEOUN_FIGURE_PULSE;
  }
  if (topical < YEOUN_FIGURES && !take && is_calm) {
    return topical;
  }
  if (plan->budget.amount[YEOUN_TECHNIQUE_CHORALE] > 0.3f && !take && is_calm &&
      !is_comic) {
    return YEOUN_FIGURE_CHORALE;
  }
  struct yeoun_random random = yeoun_plan_stream(plan, "figure", 0);
  const unsigned turn = yeoun_random_below(&random, FAMILIES) + take +
                        take / FAMILIES * ((unsigned)bar / 4);
  const enum yeoun_figure figure =
    families[plan->pole_of_bar[bar]][turn % FAMILIES][phrase->figure];
  /* Past its climax the music runs no more. */
  return move_by(figure == YEOUN_FIGURE_ARPEGGIO && phrase->energy < 0.8f
                   ? YEOUN_FIGURE_WIDE
                   : figure,
                 motion_of(plan, bar));
}

/* Where a figure comes to rest in a bar: at the end of a phrase after its first
   half, or after its third quarter when the melody has gone silent there and
   leaves room for a fill. */
static int32_t
breath_of(const struct yeoun_lanes *lanes, int bar)
{
  const struct yeoun_plan *const plan = lanes->plan;
  const struct yeoun_phrase_plan *const phrase = yeoun_phrase_at(plan, bar);
  const int32_t begin = bar * plan->bar_ticks;
  const int32_t end = begin + plan->bar_ticks;
  /* Comic music stops on purpose or not at all. */
  if (!is_last_of_phrase(phrase, bar) || phrase->bars < 2 ||
      plan->pole_of_bar[bar] == YEOUN_COMIC) {
    return end;
  }
  const int32_t pulse = yeoun_pulse_ticks(plan->meter);
  const int32_t half = (plan->bar_ticks / 2 + pulse - 1) / pulse * pulse;
  const bool has_room =
    yeoun_heard_onsets(&lanes->heard, begin + 1, end) == 0 && !phrase->is_last;
  return has_room && end - pulse > begin + half ? end - pulse : begin + half;
}

/* What all strike together at the end of a comic phrase; from where the figure
   goes on is returned. */
static int32_t
strike_stage(const struct yeoun_pen *pen, const struct yeoun_stage *stage)
{
  for (int i = 0; i < stage->hits; ++i) {
    const struct yeoun_hit *const hit = &stage->hit[i];
    if (hit->at >= pen->from && hit->at < pen->to) {
      yeoun_figure_strike(pen, hit->at, hit->length);
    }
  }
  return stage->resume > pen->from ? stage->resume : pen->from;
}

void
yeoun_texture_write(struct yeoun_lanes *lanes)
{
  const struct yeoun_score *const score = lanes->score;
  const int32_t bar_ticks = lanes->plan->bar_ticks;
  for (int s = 0; s < score->spans; ++s) {
    const struct yeoun_span *const span = &score->span[s];
    const int32_t end = span->start + span->length;
    for (int32_t at = span->start; at < end;) {
      const int bar = (int)(at / bar_ticks);
      const int32_t bar_end = (bar + 1) * bar_ticks;
      struct yeoun_pen pen = {.lanes = lanes,
                              .voicing = &lanes->voicing[s],
                              .from = at,
                              .to = bar_end < end ? bar_end : end,
                              .breath = breath_of(lanes, bar),
                              .level_db = yeoun_lanes_level(lanes, bar)};
      const struct yeoun_stage stage = yeoun_joke_stage_at(lanes->plan, bar);
      if (stage.is_set) {
        pen.from = strike_stage(&pen, &stage);
        pen.breath = pen.to;
      }
      if (pen.from < pen.to) {
        yeoun_figure_write(&pen, figure_of(lanes, bar));
      }
      at = pen.to;
    }
  }
}
