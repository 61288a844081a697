// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "instrumentation.h"

#include "music/palette.h"

/* Who sings when the melody goes to the tenor. */
static uint8_t
tenor_of(unsigned palette)
{
  return palette == YEOUN_LOFI || palette == YEOUN_ELECTRONIC
           ? YEOUN_ELECTRIC_PIANO
         : palette == YEOUN_GUGAK ? YEOUN_GAYAGEUM
                                  : YEOUN_CELLO;
}

/* Left to itself, a variation is played by one of three ensembles. */
static unsigned
choose_palette(const struct yeoun_plan *plan)
{
  static const uint8_t ensembles[] = {
    YEOUN_CHAMBER, YEOUN_BALLAD, YEOUN_CHAMBER, YEOUN_ORCHESTRAL};
  const unsigned asked = plan->request->palette;
  if (asked > YEOUN_PALETTE_AUTO && asked < YEOUN_PALETTES) {
    return asked;
  }
  struct yeoun_random random = yeoun_plan_stream(plan, "palette", 0);
  return plan->is_statement ? YEOUN_BALLAD
                            : ensembles[yeoun_random_below(&random, 4)];
}

/* Who plays at the given weights of the moods. */
static void
choose_instruments(const struct yeoun_plan *plan,
                   const float weight[YEOUN_POLES],
                   uint8_t instrument[YEOUN_LANES])
{
  const struct yeoun_request *const request = plan->request;
  struct yeoun_random random = yeoun_plan_stream(plan, "instruments", 0);
  const unsigned palette = choose_palette(plan);
  yeoun_palette_choose(
    palette, weight, request->warmth, plan->is_statement, &random, instrument);
  if (plan->budget.amount[YEOUN_TECHNIQUE_REGISTER] > 0.3f &&
      weight[YEOUN_COMIC] <= 0.5f) {
    instrument[YEOUN_LANE_MELODY] = tenor_of(palette);
  } else if (plan->budget.topic == YEOUN_TOPIC_MUSIC_BOX) {
    instrument[YEOUN_LANE_MELODY] = YEOUN_MUSIC_BOX;
    instrument[YEOUN_LANE_CHORDS] = YEOUN_HARP;
  } else if (plan->budget.topic == YEOUN_TOPIC_LULLABY) {
    instrument[YEOUN_LANE_CHORDS] = YEOUN_HARP;
  }
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    if (request->instrument[lane] &&
        request->instrument[lane] < YEOUN_INSTRUMENTS) {
      instrument[lane] = request->instrument[lane];
    }
  }
}

/* Each pole writes its melody for the instrument that it would have alone, and
   where its register allows, within those of the others too: so the melody
   stays as it is where a blend passes from one instrument to the next. */
void
yeoun_instrumentation_choose(struct yeoun_plan *plan)
{
  enum { ROOM = 2 };
  const struct yeoun_instrument_facts *facts[YEOUN_POLES];
  choose_instruments(plan, plan->request->mood.weight, plan->instrument);
  for (int p = 0; p < YEOUN_POLES; ++p) {
    uint8_t instrument[YEOUN_LANES];
    float weight[YEOUN_POLES] = {0};
    weight[p] = 1.0f;
    choose_instruments(plan, weight, instrument);
    facts[p] = yeoun_instrument_facts(instrument[YEOUN_LANE_MELODY]);
  }
  for (unsigned p = 0; p < YEOUN_POLES; ++p) {
    const int centre = (int)yeoun_plan_register(plan, p);
    plan->low[p] = facts[p]->low;
    plan->high[p] = facts[p]->high;
    for (int q = 0; q < YEOUN_POLES; ++q) {
      const int low = facts[q]->low;
      const int high = facts[q]->high;
      plan->low[p] =
        low > plan->low[p] && low <= centre - ROOM ? low : plan->low[p];
      plan->high[p] =
        high < plan->high[p] && high >= centre + ROOM ? high : plan->high[p];
    }
  }
}
