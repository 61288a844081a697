// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "describe.h"

#include <stddef.h>

#include "claims.h"
#include "music/palette.h"

static const char *const phrases[YEOUN_TECHNIQUES] = {
#define TECHNIQUE(identifier, words) [YEOUN_TECHNIQUE_##identifier] = words,
#include "compose/plan/technique_list.h"
#undef TECHNIQUE
};

static const char *const topics[YEOUN_TOPICS] = {
  [YEOUN_TOPIC_NONE] = "in a character of its own",
  [YEOUN_TOPIC_LULLABY] = "as a lullaby",
  [YEOUN_TOPIC_MARCH] = "as a march",
  [YEOUN_TOPIC_HYMN] = "as a hymn",
  [YEOUN_TOPIC_TANGO] = "as a tango",
  [YEOUN_TOPIC_MUSIC_BOX] = "as a music box",
  [YEOUN_TOPIC_WALTZ] = "as a waltz",
};

static void
append(struct yeoun_score *score, const char *text)
{
  int at = 0;
  while (score->description[at]) {
    ++at;
  }
  for (; *text && at < YEOUN_DESCRIPTION_SIZE - 1; ++text) {
    score->description[at++] = *text;
  }
  score->description[at] = '\0';
}

static int
find_top(const struct yeoun_score *score)
{
  int top = 0;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    top =
      note->lane == YEOUN_LANE_MELODY && note->pitch > top ? note->pitch : top;
  }
  return top;
}

/* The bar of the climax, counted from 1 in the host's time; at most 99. */
static void
append_climax(const struct yeoun_plan *plan, struct yeoun_score *score)
{
  for (int i = 0; i < score->notes; ++i) {
    if (score->note[i].marks & YEOUN_MARK_CLIMAX) {
      if (find_top(score) > score->note[i].pitch) {
        return; /* a joke squeaks above it */
      }
      const int halves = 2 * score->note[i].start / plan->bar_ticks;
      const int bar = 1 + (plan->doubling > 0   ? halves / 4
                           : plan->doubling < 0 ? halves
                                                : halves / 2);
      const char tens[2] = {(char)('0' + bar / 10 % 10), '\0'};
      const char ones[2] = {(char)('0' + bar % 10), '\0'};
      append(score, "; climax bar ");
      append(score, bar > 9 ? tens : "");
      append(score, ones);
      return;
    }
  }
}

void
yeoun_describe(const struct yeoun_plan *plan,
               const struct yeoun_version *stated,
               struct yeoun_score *score)
{
  append(score, plan->is_statement ? "statement" : "theme");
  append(score, " in the ");
  append(score,
         yeoun_instrument_facts(plan->instrument[YEOUN_LANE_MELODY])->name);
  for (int t = 0; t < YEOUN_TECHNIQUES; ++t) {
    if (plan->budget.amount[t] > 0.0f &&
        yeoun_claim_is_true(plan, stated, score, (enum yeoun_technique)t)) {
      append(score, ", ");
      append(score,
             t == YEOUN_TECHNIQUE_TOPIC ? topics[plan->budget.topic]
                                        : phrases[t]);
    }
  }
  append_climax(plan, score);
}
