// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "techniques.h"

#include "music/random.h"

static void
shuffle(struct yeoun_random *random, uint8_t *order, uint32_t count)
{
  for (uint32_t i = 0; i < count; ++i) {
    order[i] = (uint8_t)i;
  }
  for (uint32_t i = count; i > 1; --i) {
    const uint32_t j = yeoun_random_below(random, i);
    const uint8_t swapped = order[i - 1];
    order[i - 1] = order[j];
    order[j] = swapped;
  }
}

struct yeoun_budget
yeoun_techniques_budget(uint64_t seed,
                        uint64_t theme_seed,
                        unsigned variation,
                        float distance)
{
  struct yeoun_budget budget = {0};
  uint8_t order[YEOUN_TECHNIQUES_DRAWN];
  if (!variation) {
    return budget;
  }
  /* The first kind goes round all kinds before one comes again. */
  const unsigned round = (variation - 1) / YEOUN_TECHNIQUES_DRAWN;
  struct yeoun_random kinds = yeoun_random_stream(theme_seed, "kinds", round);
  shuffle(&kinds, order, YEOUN_TECHNIQUES_DRAWN);
  budget.first = order[(variation - 1) % YEOUN_TECHNIQUES_DRAWN];

  struct yeoun_random random = yeoun_random_stream(seed, "budget", 0);
  shuffle(&random, order, YEOUN_TECHNIQUES_DRAWN);
  float begins = 0.0f;
  budget.amount[budget.first] = distance < 0.5f ? 2.0f * distance : 1.0f;
  for (int i = 0, spent = 1; i < YEOUN_TECHNIQUES_DRAWN && spent < 5; ++i) {
    if (order[i] == budget.first) {
      continue;
    }
    begins = 0.25f * (float)spent++;
    const float amount = 2.0f * (distance - begins);
    budget.amount[order[i]] = amount < 0.0f   ? 0.0f
                              : amount > 1.0f ? 1.0f
                                              : amount;
  }
  if (budget.amount[YEOUN_TECHNIQUE_TOPIC] > 0.0f) {
    budget.topic = (uint8_t)(1 + yeoun_random_below(&random, YEOUN_TOPICS - 1));
  }
  return budget;
}
