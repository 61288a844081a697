// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "phrases.h"

#include "plan.h"

/* Letters of songs: what the phrases of a section say, by how many there are.
   A section of two phrases is a period (a a'), a sentence (a b) or a turn. */
struct letter {
  uint8_t material;
  int8_t model; /* against the section's first phrase in the form, or -1 */
  uint8_t recall;
};

/* Whole forms of 1, 2, 4 and 8 phrases. Model: index in the form. */
static const struct letter forms[][8] = {
  {{0, -1, YEOUN_RECALL_NEW}},
  {{0, -1, YEOUN_RECALL_NEW}, {0, 0, YEOUN_RECALL_ENDING}},
  /* a a' b a' */
  {{0, -1, YEOUN_RECALL_NEW},
   {0, 0, YEOUN_RECALL_ENDING},
   {1, -1, YEOUN_RECALL_NEW},
   {0, 1, YEOUN_RECALL_EXACT}},
  /* a a' b a' | b' c a a' */
  {{0, -1, YEOUN_RECALL_NEW},
   {0, 0, YEOUN_RECALL_ENDING},
   {1, -1, YEOUN_RECALL_NEW},
   {0, 1, YEOUN_RECALL_EXACT},
   {1, 2, YEOUN_RECALL_SEQUENCE},
   {2, -1, YEOUN_RECALL_NEW},
   {0, 0, YEOUN_RECALL_EXACT},
   {0, 1, YEOUN_RECALL_EXACT}},
};

/* a b: the second phrase of a sentence goes on, and so does the turn of
   gi-seung-jeon-gyeol. */
static const struct letter sentence[] = {{0, -1, YEOUN_RECALL_NEW},
                                         {1, 0, YEOUN_RECALL_RHYTHM}};

static int
form_of(int phrases)
{
  return phrases >= 8 ? 3 : phrases >= 4 ? 2 : phrases >= 2 ? 1 : 0;
}

/* Four bars each; what is left over makes a short phrase of its own, or, when
   it is a single bar, lengthens the last. */
static void
divide(struct yeoun_plan *plan)
{
  plan->phrases = 0;
  for (int bar = 0; bar < plan->bars;) {
    const int left = plan->bars - bar;
    const int bars = left < 6 && left != 4 ? (left == 5  ? 5
                                              : left < 4 ? left
                                                         : 4)
                                           : 4;
    plan->phrase[plan->phrases++] =
      (struct yeoun_phrase_plan){.bar = (int16_t)bar,
                                 .bars = (int16_t)bars,
                                 .section = (uint8_t)(bar / 8)};
    bar += bars;
  }
  plan->phrase[plan->phrases - 1].is_last = true;
}

static void
give_letters(struct yeoun_plan *plan)
{
  const struct letter *const form = forms[form_of(plan->phrases)];
  const int letters = form_of(plan->phrases) == 3   ? 8
                      : form_of(plan->phrases) == 2 ? 4
                      : form_of(plan->phrases) == 1 ? 2
                                                    : 1;
  for (int p = 0; p < plan->phrases; ++p) {
    struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
    struct letter letter = form[p % letters];
    if (plan->form == YEOUN_FORM_SENTENCE && p < 2 && plan->phrases > 1) {
      letter = sentence[p];
    }
    /* A form that comes round again says it all again. */
    const int base = p / letters * letters;
    phrase->material = letter.material;
    phrase->model =
      (int8_t)(letter.model < 0 ? (base ? p - base : -1) : letter.model);
    phrase->recall = letter.recall;
    if (letter.model < 0 && base) {
      phrase->recall = YEOUN_RECALL_EXACT;
    }
    /* What lasts another time cannot be the same. */
    if (phrase->model >= 0 &&
        plan->phrase[phrase->model].bars != phrase->bars) {
      phrase->recall = YEOUN_RECALL_RHYTHM;
    }
  }
}

/* Inner phrases end open, sections close, the last closes whenever the form is
   one that ends; a loop of one phrase runs on. */
static void
give_cadences(struct yeoun_plan *plan)
{
  for (int p = 0; p < plan->phrases; ++p) {
    struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
    const bool ends_section =
      p + 1 == plan->phrases || plan->phrase[p + 1].section != phrase->section;
    const bool is_turn = phrase->material != 0;
    phrase->cadence = phrase->is_last ? YEOUN_CADENCE_FULL
                      : ends_section
                        ? (is_turn ? YEOUN_CADENCE_HALF : YEOUN_CADENCE_FULL)
                      : is_turn ? YEOUN_CADENCE_OPEN
                                : YEOUN_CADENCE_HALF;
    if (plan->phrases == 1 && !plan->request->has_ending && plan->bars < 4) {
      phrase->cadence = YEOUN_CADENCE_OPEN;
    }
  }
}

/* The arc: it grows to the climax at two thirds or three quarters of the form,
   and the last phrase stays below it, longer and thinner. */
static void
give_arc(struct yeoun_plan *plan)
{
  const int count = plan->phrases;
  const int climax = count < 2 ? 0 : count == 2 ? 1 : (3 * count - 1) / 4;
  for (int p = 0; p < count; ++p) {
    struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
    phrase->is_climax = p == climax;
    const float rise = climax ? (float)p / (float)climax : 1.0f;
    phrase->energy = p <= climax ? 0.35f + 0.65f * rise
                                 : 0.85f - 0.35f * (float)(p - climax) /
                                             (float)(count - climax);
    phrase->tension = phrase->material ? 0.9f : 0.4f + 0.4f * phrase->energy;
    phrase->figure = (uint8_t)(count < 4           ? 0
                               : phrase->is_climax ? 2
                               : phrase->material  ? 1
                               : p >= count / 2    ? 2
                                                   : 0);
  }
}

/* About half of phrases begin before their bar (57 % of Lieder, 44 % of lead
   sheets); those that recall another begin as it did. */
static void
give_upbeats(struct yeoun_plan *plan)
{
  struct yeoun_random random = yeoun_random_stream(
    plan->analysis.seed, "upbeats", plan->request->theme_take);
  const bool theme_has = yeoun_random_unit(&random) < 0.5f;
  for (int p = 0; p < plan->phrases; ++p) {
    struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
    const bool draw = yeoun_random_unit(&random) < 0.5f;
    phrase->has_upbeat = phrase->material == 0 ? theme_has : draw;
    if (phrase->model >= 0 && phrase->recall != YEOUN_RECALL_RHYTHM) {
      phrase->has_upbeat = plan->phrase[phrase->model].has_upbeat;
    }
  }
}

void
yeoun_phrases_lay(struct yeoun_plan *plan)
{
  divide(plan);
  give_letters(plan);
  give_cadences(plan);
  give_arc(plan);
  give_upbeats(plan);
}

const struct yeoun_phrase_plan *
yeoun_phrase_at(const struct yeoun_plan *plan, int bar)
{
  int p = 0;
  while (p + 1 < plan->phrases && plan->phrase[p + 1].bar <= bar) {
    ++p;
  }
  return &plan->phrase[p];
}
