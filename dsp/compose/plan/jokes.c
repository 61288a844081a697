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

/* Its mode has no wrong finals. */
static bool
is_korean(const struct yeoun_plan *plan)
{
  return plan->request->palette == YEOUN_GUGAK || plan->request->korean > 0.0f;
}

/* What leaves one note standing alone does not end a piece. A wrong final is
   one at the end alone, unless that stands on its tonic for a bar; it is funny
   in major, and where somebody asked for more humour: others take it for a
   mistake. */
static bool
is_fit(const struct yeoun_plan *plan, int p, enum yeoun_joke joke)
{
  switch (joke) {
    case YEOUN_JOKE_THREE:
      return !plan->phrase[p].is_last && plan->phrase[p].bars >= 4;
    case YEOUN_JOKE_GRUMBLE:
    case YEOUN_JOKE_LAUGH:
      return !plan->phrase[p].is_last;
    case YEOUN_JOKE_WRONG_FINAL:
      return plan->phrase[p].is_last && !plan->request->has_ending &&
             plan->request->mood.trim[YEOUN_TRIM_HUMOUR] > 0.0f &&
             !yeoun_key_is_minor(plan->analysis.key) && !is_korean(plan);
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

/* A bar that is longer than the grid of rhythms has its tune in its first part
   alone: nobody waits there for a punch. */
static bool
has_grid(const struct yeoun_plan *plan)
{
  return plan->slots * YEOUN_SLOT == plan->bar_ticks;
}

enum yeoun_joke
yeoun_joke_of(const struct yeoun_plan *plan, int p)
{
  const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
  const int last = phrase->bar + phrase->bars - 1;
  if (plan->is_statement || phrase->bars < 2 || !has_grid(plan) ||
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
add_hit(struct yeoun_stage *stage, int32_t at, int32_t length)
{
  if (stage->hits < YEOUN_HITS && at < stage->end) {
    const int32_t left = stage->end - at;
    stage->hit[stage->hits++] =
      (struct yeoun_hit){at, length < left ? length : left};
  }
}

/* A form ends with two strokes, whatever is told: what leads home on the first
   beat, and home in the middle of the bar, held. On the last beat it would come
   too late and pass too soon to be an end. */
static void
end(struct yeoun_stage *stage, int32_t pulse, int32_t middle)
{
  add_hit(stage, stage->close, pulse);
  add_hit(stage, middle, 2 * pulse);
  stage->resume = stage->end;
}

/* What the joke of a phrase within the form asks for. */
static void
answer(struct yeoun_stage *stage, int32_t pulse, int32_t middle)
{
  switch (stage->joke) {
    case YEOUN_JOKE_GRUMBLE:
      add_hit(stage, stage->close, pulse / 2);
      add_hit(stage, middle, pulse / 2);
      add_hit(stage, middle + pulse, pulse);
      stage->resume = stage->end;
      break;
    case YEOUN_JOKE_ONE_MORE:
      add_hit(stage, stage->close, pulse);
      add_hit(stage, stage->end - pulse, pulse);
      stage->resume = stage->end;
      break;
    case YEOUN_JOKE_DELAY: {
      /* A bar of one pulse has no second: half of it, then. */
      const int32_t second = stage->close + pulse;
      const int32_t late = second < stage->end ? second : middle;
      add_hit(stage, late, pulse);
      stage->resume = late + pulse < stage->end ? late + pulse : stage->end;
      break;
    }
    case YEOUN_JOKE_LAUGH:
      add_hit(stage, stage->close, pulse / 2);
      stage->resume = stage->end;
      break;
    default:
      add_hit(stage, stage->close, pulse);
      stage->resume = middle;
      break;
  }
}

/* How long nobody plays before the last bar. */
static int32_t
hush_of(enum yeoun_joke joke, int32_t pulse)
{
  switch (joke) {
    case YEOUN_JOKE_THREE:
    case YEOUN_JOKE_BANG:
    case YEOUN_JOKE_SHORT_RUN:
      return pulse;
    case YEOUN_JOKE_WRONG_FINAL:
      return pulse / 2;
    default:
      return 0;
  }
}

struct yeoun_stage
yeoun_joke_stage(const struct yeoun_plan *plan, int p)
{
  const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
  const int last = phrase->bar + phrase->bars - 1;
  const int32_t pulse = yeoun_pulse_ticks(plan->meter);
  const int32_t half = plan->bar_ticks / 2 / pulse * pulse;
  struct yeoun_stage stage = {.joke = yeoun_joke_of(plan, p),
                              .close = last * plan->bar_ticks,
                              .end = (last + 1) * plan->bar_ticks};
  stage.is_set = stage.joke != YEOUN_JOKE_NONE ||
                 (phrase->is_last && phrase->bars > 1 && !plan->is_statement &&
                  has_grid(plan) && plan->pole_of_bar[last] == YEOUN_COMIC);
  stage.hush = stage.close - hush_of(stage.joke, pulse);
  const int32_t middle = stage.close + (half > 0 ? half : plan->bar_ticks / 2);
  if (stage.is_set && phrase->is_last) {
    end(&stage, pulse, middle);
  } else if (stage.is_set) {
    answer(&stage, pulse, middle);
  }
  return stage;
}

struct yeoun_stage
yeoun_joke_stage_at(const struct yeoun_plan *plan, int bar)
{
  const struct yeoun_phrase_plan *const phrase = yeoun_phrase_at(plan, bar);
  if (bar + 1 != phrase->bar + phrase->bars ||
      plan->pole_of_bar[bar] != YEOUN_COMIC) {
    return (struct yeoun_stage){.is_set = false};
  }
  return yeoun_joke_stage(plan, (int)(phrase - plan->phrase));
}

static void
add_stop(struct yeoun_plan *plan, int32_t from, int32_t to)
{
  struct yeoun_layers *const layers = &plan->layers;
  if (layers->stops < YEOUN_STOPS && to > from) {
    layers->stop[layers->stops++] = (struct yeoun_stop){from, to};
  }
}

void
yeoun_jokes_lay_stops(struct yeoun_plan *plan)
{
  for (int p = 0; p < plan->phrases; ++p) {
    const struct yeoun_stage stage = yeoun_joke_stage(plan, p);
    if (!stage.is_set) {
      continue;
    }
    int32_t silent = stage.hush;
    for (int i = 0; i < stage.hits; ++i) {
      add_stop(plan, silent, stage.hit[i].at);
      silent = stage.hit[i].at + stage.hit[i].length;
    }
    add_stop(plan, silent, stage.resume);
  }
}
