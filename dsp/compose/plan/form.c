// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "form.h"

#define I YEOUN_ROLE_IDEA
#define R YEOUN_ROLE_REPEAT
#define X YEOUN_ROLE_CONTRAST
#define F YEOUN_ROLE_FRAGMENT
#define C YEOUN_ROLE_CADENCE

/* Eight bars each: roles, lengths in bars, and where phrases end. */
static const struct block {
  uint8_t units;
  uint8_t role[5];
  uint8_t bars[5];
  uint8_t ends_phrase[5];
} blocks[YEOUN_FORMS] = {
  [YEOUN_FORM_SENTENCE] = {5,
                           {I, R, F, F, C},
                           {2, 2, 1, 1, 2},
                           {0, 1, 0, 0, 1}},
  [YEOUN_FORM_PERIOD] = {4, {I, X, I, C}, {2, 2, 2, 2}, {0, 1, 0, 1}},
  [YEOUN_FORM_GI_SEUNG_JEON_GYEOL] = {4,
                                      {I, R, X, C},
                                      {2, 2, 2, 2},
                                      {0, 1, 0, 1}},
  [YEOUN_FORM_GROUND] = {4, {I, R, R, C}, {2, 2, 2, 2}, {0, 1, 0, 1}},
};

static void
add_unit(struct yeoun_plan *plan, int *bar, int bars, uint8_t role, int block)
{
  if (plan->units >= YEOUN_UNITS || bars <= 0) {
    return;
  }
  plan->unit[plan->units++] = (struct yeoun_unit){
    .bar = (int16_t)*bar,
    .bars = (int16_t)bars,
    .role = role,
    .block = (uint8_t)block,
  };
  *bar += bars;
}

static void
lay_block(struct yeoun_plan *plan, int *bar, int bars, unsigned form, int index)
{
  const struct block *const block = &blocks[form];
  const int first = plan->units;
  if (bars == 8) {
    for (int u = 0; u < block->units; ++u) {
      add_unit(plan, bar, block->bars[u], block->role[u], index);
      plan->unit[plan->units - 1].ends_phrase = block->ends_phrase[u];
    }
  } else if (bars == 4) {
    add_unit(plan, bar, 2, I, index);
    add_unit(plan, bar, 2, C, index);
  } else {
    add_unit(plan, bar, bars, index == 0 ? I : C, index);
  }
  if (plan->units > first) {
    plan->unit[plan->units - 1].ends_phrase = true;
    plan->unit[plan->units - 1].ends_block = true;
  }
}

/* In sixteen bars and more, blocks answer each other: A B, A A' B A'. The turn
   (jeon) is a block that begins with the contrasting idea. */
static void
turn_block(struct yeoun_plan *plan, int block)
{
  for (int u = 0; u < plan->units; ++u) {
    struct yeoun_unit *const unit = &plan->unit[u];
    if (unit->block == block && unit->role == YEOUN_ROLE_IDEA) {
      unit->role = YEOUN_ROLE_CONTRAST;
      return;
    }
  }
}

/* Ranks: evenly spaced, in an order of the variation's own. Units that open a
   phrase come late, so that the theme is still told when much else has changed.
 */
static void
rank_units(struct yeoun_plan *plan)
{
  struct yeoun_random random = yeoun_plan_stream(plan, "ranks", 0);
  float key[YEOUN_UNITS];
  for (int u = 0; u < plan->units; ++u) {
    const bool opens = plan->unit[u].role == YEOUN_ROLE_IDEA;
    key[u] = yeoun_random_unit(&random) + (opens ? 0.7f : 0.0f);
  }
  for (int u = 0; u < plan->units; ++u) {
    int before = 0;
    for (int v = 0; v < plan->units; ++v) {
      before += key[v] < key[u] || (key[v] == key[u] && v < u);
    }
    plan->unit[u].rank = ((float)before + 0.5f) / (float)plan->units;
  }
}

static unsigned
choose_form(const struct yeoun_plan *plan)
{
  const unsigned asked = plan->request->form;
  if (asked > YEOUN_FORM_AUTO && asked < YEOUN_FORMS) {
    return asked;
  }
  static const uint8_t forms[] = {YEOUN_FORM_SENTENCE,
                                  YEOUN_FORM_PERIOD,
                                  YEOUN_FORM_PERIOD,
                                  YEOUN_FORM_GI_SEUNG_JEON_GYEOL};
  struct yeoun_random random =
    yeoun_random_stream(plan->analysis.seed, "form", 0);
  return forms[yeoun_random_below(&random, 4)];
}

void
yeoun_form_lay(struct yeoun_plan *plan)
{
  const unsigned form = choose_form(plan);
  plan->form = (uint8_t)form;
  const int blocks_of_eight = plan->bars / 8;
  int bar = 0;
  int block = 0;
  plan->units = 0;
  while (plan->bars - bar >= 8) {
    lay_block(plan, &bar, 8, form, block++);
  }
  for (int size = 4; size >= 1; size /= 2) {
    if (plan->bars - bar >= size) {
      lay_block(plan, &bar, size, form, block++);
    }
  }
  if (blocks_of_eight == 2) {
    turn_block(plan, 1);
  } else if (blocks_of_eight > 2) {
    turn_block(plan, 2);
  }
  rank_units(plan);
}
