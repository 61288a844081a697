// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "describe.h"

#include <stddef.h>

#include "claims.h"
#include "music/palette.h"

/** What is said of a variation, and the same where there is little room. */
struct said {
  const char *words, *few;
};

static const struct said techniques[YEOUN_TECHNIQUES] = {
#define TECHNIQUE(identifier, words, few)                                      \
  [YEOUN_TECHNIQUE_##identifier] = {words, few},
#include "compose/plan/technique_list.h"
#undef TECHNIQUE
};

_Static_assert((int)YEOUN_TECHNIQUES <= 32, "traits are a set of 32 bits");

static const struct said topics[YEOUN_TOPICS] = {
  [YEOUN_TOPIC_NONE] = {"in a character of its own", "own character"},
  [YEOUN_TOPIC_LULLABY] = {"as a lullaby", "lullaby"},
  [YEOUN_TOPIC_MARCH] = {"as a march", "march"},
  [YEOUN_TOPIC_HYMN] = {"as a hymn", "hymn"},
  [YEOUN_TOPIC_TANGO] = {"as a tango", "tango"},
  [YEOUN_TOPIC_MUSIC_BOX] = {"as a music box", "music box"},
  [YEOUN_TOPIC_WALTZ] = {"as a waltz", "waltz"},
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

/* The bar of the climax, counted from 1 in the host's time, at most 99; 0 when
   none can be told. */
static uint8_t
find_climax_bar(const struct yeoun_plan *plan, const struct yeoun_score *score)
{
  for (int i = 0; i < score->notes; ++i) {
    if (score->note[i].marks & YEOUN_MARK_CLIMAX) {
      if (find_top(score) > score->note[i].pitch) {
        return 0; /* a joke squeaks above it */
      }
      const int halves = 2 * score->note[i].start / plan->bar_ticks;
      const int bar = 1 + (plan->doubling > 0   ? halves / 4
                           : plan->doubling < 0 ? halves
                                                : halves / 2);
      return (uint8_t)(bar < 99 ? bar : 99);
    }
  }
  return 0;
}

static void
append_climax(int bar, struct yeoun_score *score)
{
  const char tens[2] = {(char)('0' + bar / 10), '\0'};
  const char ones[2] = {(char)('0' + bar % 10), '\0'};
  append(score, "; climax bar ");
  append(score, bar > 9 ? tens : "");
  append(score, ones);
}

static struct yeoun_traits
find_traits(const struct yeoun_plan *plan,
            const struct yeoun_version *stated,
            const struct yeoun_score *score)
{
  struct yeoun_traits traits = {0, plan->budget.topic, 0};
  for (int t = 0; t < YEOUN_TECHNIQUES; ++t) {
    if (plan->budget.amount[t] > 0.0f &&
        yeoun_claim_is_true(plan, stated, score, (enum yeoun_technique)t)) {
      traits.techniques |= UINT32_C(1) << t;
    }
  }
  traits.climax_bar = find_climax_bar(plan, score);
  return traits;
}

void
yeoun_describe(const struct yeoun_plan *plan,
               const struct yeoun_version *stated,
               struct yeoun_score *score)
{
  const struct yeoun_traits traits = find_traits(plan, stated, score);
  score->traits = traits;
  append(score, plan->is_statement ? "statement" : "theme");
  append(score, " in the ");
  append(score,
         yeoun_instrument_facts(plan->instrument[YEOUN_LANE_MELODY])->name);
  for (int t = 0; t < YEOUN_TECHNIQUES; ++t) {
    if (traits.techniques >> t & 1U) {
      append(score, ", ");
      append(score,
             t == YEOUN_TECHNIQUE_TOPIC ? topics[traits.topic].words
                                        : techniques[t].words);
    }
  }
  if (traits.climax_bar) {
    append_climax(traits.climax_bar, score);
  }
}

const char *
yeoun_trait_words(const struct yeoun_traits *traits,
                  enum yeoun_technique technique)
{
  return !(traits->techniques >> technique & 1U) ? NULL
         : technique == YEOUN_TECHNIQUE_TOPIC    ? topics[traits->topic].few
                                                 : techniques[technique].few;
}
