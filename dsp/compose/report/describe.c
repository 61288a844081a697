// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "describe.h"

#include <stddef.h>

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

/* The bar of the climax, counted from 1; at most 99. */
static void
append_climax(struct yeoun_score *score)
{
  for (int i = 0; i < score->notes; ++i) {
    if (score->note[i].marks & YEOUN_MARK_CLIMAX) {
      const int bar = score->note[i].start / yeoun_bar_ticks(score->meter) + 1;
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
yeoun_describe(const struct yeoun_plan *plan, struct yeoun_score *score)
{
  append(score, plan->is_statement ? "statement" : "theme");
  append(score, " in the ");
  append(score,
         yeoun_instrument_facts(plan->instrument[YEOUN_LANE_MELODY])->name);
  for (int t = 0; t < YEOUN_TECHNIQUES; ++t) {
    if (plan->budget.amount[t] > 0.0f) {
      append(score, ", ");
      append(score,
             t == YEOUN_TECHNIQUE_TOPIC ? topics[plan->budget.topic]
                                        : phrases[t]);
    }
  }
  append_climax(score);
}
