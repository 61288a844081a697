// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "jokes.h"

#include "music/key.h"
#include "music/palette.h"
#include "plan.h"

/* Half of the phrases of a period, in long forms later ones rather: what is not
   expected yet cannot surprise. */
static float
daring(const struct yeoun_plan *plan, int p)
{
  static const float by_phrase[] = {0.3f, 0.9f, 0.8f, 0.55f};
  return plan->phrases < 2 ? 0.8f : by_phrase[p % 4];
}

/* Its mode has no wrong finals, its triplets no laugh. */
static bool
is_korean(const struct yeoun_plan *plan)
{
  return plan->request->palette == YEOUN_GUGAK || plan->request->korean > 0.0f;
}

/* What leaves one note standing alone does not end a piece; and a wrong final
   is funny in major alone. */
static bool
is_fit(const struct yeoun_plan *plan, int p, enum yeoun_joke joke)
{
  switch (joke) {
    case YEOUN_JOKE_THREE:
      return !plan->phrase[p].is_last && plan->phrase[p].bars >= 4;
    case YEOUN_JOKE_LOW_PUNCH:
    case YEOUN_JOKE_HIGH_PUNCH:
      return !plan->phrase[p].is_last;
    case YEOUN_JOKE_LAUGH:
      return !plan->phrase[p].is_last && !is_korean(plan);
    case YEOUN_JOKE_WRONG_FINAL:
      return !yeoun_key_is_minor(plan->analysis.key) && !is_korean(plan);
    default:
      return true;
  }
}

/* Kinds in an order of the variation's own, so that none is told twice before
   the others had their turn: the first from the phrase's turn on that fits. */
static enum yeoun_joke
joke_in_turn(const struct yeoun_plan *plan, int p)
{
  enum { KINDS = YEOUN_JOKES - 1 };
  uint8_t kinds[KINDS] = {0};
  struct yeoun_random random = yeoun_plan_stream(plan, "joke kinds", 0);
  for (unsigned i = 0; i < KINDS; ++i) {
    const unsigned j = yeoun_random_below(&random, i + 1);
    kinds[i] = kinds[j];
    kinds[j] = (uint8_t)(i + 1);
  }
  for (int i = 0; i < KINDS; ++i) {
    const enum yeoun_joke joke = (enum yeoun_joke)kinds[(p + i) % KINDS];
    if (is_fit(plan, p, joke)) {
      return joke;
    }
  }
  return YEOUN_JOKE_DELAY;
}

enum yeoun_joke
yeoun_joke_of(const struct yeoun_plan *plan, int p)
{
  const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
  const int last = phrase->bar + phrase->bars - 1;
  if (plan->is_statement || phrase->bars < 2 ||
      plan->pole_of_bar[last] != YEOUN_COMIC) {
    return YEOUN_JOKE_NONE;
  }
  struct yeoun_random random =
    yeoun_plan_stream(plan, "joke", (uint32_t)phrase->bar);
  const float humour = plan->pole_feature[YEOUN_COMIC][YEOUN_FEATURE_HUMOUR];
  return yeoun_random_chance(&random, daring(plan, p) * humour)
           ? joke_in_turn(plan, p)
           : YEOUN_JOKE_NONE;
}

static void
add_stop(struct yeoun_plan *plan, int32_t from, int32_t to)
{
  struct yeoun_layers *const layers = &plan->layers;
  if (layers->stops < YEOUN_STOPS && to > from) {
    layers->stop[layers->stops++] = (struct yeoun_stop){from, to};
  }
}

static void
lay_stops(struct yeoun_plan *plan, int p)
{
  const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
  const int32_t bar = plan->bar_ticks;
  const int32_t pulse = yeoun_pulse_ticks(plan->meter);
  const int32_t end = (phrase->bar + phrase->bars) * bar;
  const int32_t close = end - bar;
  switch (yeoun_joke_of(plan, p)) {
    case YEOUN_JOKE_THREE:
      add_stop(plan, close - bar / 2, close);
      add_stop(plan, close + pulse, end);
      break;
    case YEOUN_JOKE_LOW_PUNCH:
    case YEOUN_JOKE_HIGH_PUNCH:
      add_stop(plan, close - pulse, close);
      add_stop(plan, close + pulse, end);
      break;
    case YEOUN_JOKE_WRONG_FINAL:
      add_stop(plan, close - pulse / 2, close);
      add_stop(plan, close + pulse, end);
      break;
    case YEOUN_JOKE_LAUGH:
      add_stop(plan, close + pulse, end);
      break;
    case YEOUN_JOKE_DELAY:
      add_stop(plan, close, close + bar / 2 / pulse * pulse);
      break;
    case YEOUN_JOKE_SHORT_RUN:
      add_stop(plan, close, close + 2 * pulse);
      add_stop(plan, close + 3 * pulse, end);
      break;
    case YEOUN_JOKE_BANG:
      add_stop(plan, close - 2 * pulse, close);
      add_stop(plan, close + pulse, end);
      break;
    case YEOUN_JOKE_NONE:
    case YEOUN_JOKES:
      break;
  }
}

void
yeoun_jokes_lay_stops(struct yeoun_plan *plan)
{
  for (int p = 0; p < plan->phrases; ++p) {
    lay_stops(plan, p);
  }
}
