// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "texture.h"

#include "figure.h"

enum { CHOICE = 6 };

/* Figures of each pole of the mood. */
static const uint8_t figures[YEOUN_POLES][CHOICE] = {
  {YEOUN_FIGURE_SPREAD,
   YEOUN_FIGURE_BROKEN,
   YEOUN_FIGURE_HARP,
   YEOUN_FIGURE_ROCKING,
   YEOUN_FIGURE_BROKEN,
   YEOUN_FIGURE_SPREAD},
  {YEOUN_FIGURE_ARPEGGIO,
   YEOUN_FIGURE_BALLAD,
   YEOUN_FIGURE_ARPEGGIO,
   YEOUN_FIGURE_HARP,
   YEOUN_FIGURE_ARPEGGIO,
   YEOUN_FIGURE_PULSE},
  {YEOUN_FIGURE_UMPAH,
   YEOUN_FIGURE_CHOP,
   YEOUN_FIGURE_UMPAH,
   YEOUN_FIGURE_PUSHED,
   YEOUN_FIGURE_ALBERTI,
   YEOUN_FIGURE_CHOP},
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

/* One figure a block; a variation of figuration changes it in each phrase. A
   take of the lane goes on to the next figure, and once all have had their turn
   changes it in each phrase. */
static enum yeoun_figure
figure_of(const struct yeoun_plan *plan, int bar)
{
  const struct yeoun_unit *const unit = yeoun_plan_unit(plan, bar);
  const float *const amount = plan->budget.amount;
  const unsigned take = plan->request->take[YEOUN_LANE_CHORDS];
  const unsigned topical = topic_figures[plan->budget.topic];
  if (plan->is_statement) {
    return take % 2 ? YEOUN_FIGURE_SPREAD : YEOUN_FIGURE_PULSE;
  }
  if (topical < YEOUN_FIGURES && !take &&
      unit->rank < 0.5f + amount[YEOUN_TECHNIQUE_TOPIC]) {
    return topical;
  }
  if (unit->rank < amount[YEOUN_TECHNIQUE_CHORALE] && !take) {
    return YEOUN_FIGURE_CHORALE;
  }
  const bool varies = unit->rank < amount[YEOUN_TECHNIQUE_FIGURATION];
  struct yeoun_random random = yeoun_plan_stream(
    plan, "figure", varies ? 100U + (uint32_t)unit->bar / 4 : 0U);
  const unsigned turn = yeoun_random_below(&random, CHOICE) + take +
                        take / CHOICE * ((unsigned)bar / 4);
  return figures[plan->pole_of_bar[bar]][turn % CHOICE];
}

float
yeoun_texture_centre(const struct yeoun_plan *plan)
{
  const bool tenor = plan->budget.amount[YEOUN_TECHNIQUE_REGISTER] > 0.3f;
  const float comic = plan->request->mood.weight[YEOUN_COMIC];
  return tenor ? 64.0f : 56.0f + 3.0f * comic;
}

/* The bar after a unit, or in it the first that has another figure. */
static int
end_of_figure(const struct yeoun_plan *plan, int bar)
{
  const struct yeoun_unit *const unit = yeoun_plan_unit(plan, bar);
  const enum yeoun_figure figure = figure_of(plan, bar);
  int next = bar + 1;
  while (next < unit->bar + unit->bars && figure_of(plan, next) == figure) {
    ++next;
  }
  return next;
}

void
yeoun_texture_write(const struct yeoun_plan *plan,
                    const struct yeoun_voicing *voicing,
                    struct yeoun_score *score)
{
  for (int s = 0; s < score->spans; ++s) {
    const struct yeoun_span *const span = &score->span[s];
    const int32_t end = span->start + span->length;
    int32_t at = span->start;
    while (at < end) {
      const int bar = (int)(at / plan->bar_ticks);
      const enum yeoun_figure figure = figure_of(plan, bar);
      const int next = end_of_figure(plan, bar);
      const int32_t figure_end = next * plan->bar_ticks;
      const int32_t to = figure_end < end ? figure_end : end;
      const struct yeoun_pen pen = {plan, score, &voicing[s], at, to};
      yeoun_figure_write(&pen, figure);
      at = to;
    }
  }
}
