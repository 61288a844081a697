// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "layers.h"

#include "jokes.h"
#include "music/palette.h"
#include "plan.h"

/* Something that can be taken away: a lane of a phrase, or bars of it. */
struct item {
  uint8_t phrase;
  uint8_t lane; /* YEOUN_LANES: its last bar, all lanes */
  float key;    /* what goes first has the lowest */
};

enum { ITEMS = YEOUN_PLAN_PHRASES * YEOUN_LANES };

/* In which order lanes leave; the melody stays to the end. */
static const float leaving[YEOUN_LANES] = {
  [YEOUN_LANE_PAD] = 0.0f,
  [YEOUN_LANE_COUNTER] = 1.0f,
  [YEOUN_LANE_DRUMS] = 2.0f,
  [YEOUN_LANE_CHORDS] = 3.0f,
  [YEOUN_LANE_BASS] = 4.0f,
  [YEOUN_LANE_MELODY] = 9.0f,
};

/* Bars leave soon after their bass. */
#define BARS_LEAVE 4.1f

/* What a variation's players have agreed on, before anybody asks for more or
   less: how the accompaniment enters and who rests meanwhile. */
enum staging {
  STAGING_GROWING,   /* melody and chords, then one lane more a phrase */
  STAGING_TOGETHER,  /* all from the beginning */
  STAGING_DUET,      /* the beginning for melody and bass alone */
  STAGING_MONOLOGUE, /* one phrase, not the first, for the melody alone */
  STAGING_SOLO,      /* melody and chords: a piano alone, until the climax */
  STAGINGS
};

#define BIT(lane) (1U << (unsigned)(lane))
#define ALL ((1U << YEOUN_LANES) - 1U)

/* Energy from which a phrase has a pad: the romantic earlier than the lyrical,
   the comic never; contrasts do without. */
static bool
has_pad(const struct yeoun_plan *plan, int p)
{
  static const float least[YEOUN_POLES] = {0.8f, 0.65f, 2.0f};
  const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
  const bool is_contrast = phrase->material && !phrase->is_climax;
  return !plan->is_statement && (p > 0 || plan->bars < 8) && !is_contrast &&
         phrase->energy >= least[plan->pole_of_bar[phrase->bar]];
}

/* The second voice enters after the first phrase, in as many as the mood gives
   it room for; not under a tune in the tenor. */
static bool
has_counter(const struct yeoun_plan *plan, int p)
{
  const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
  const float *const amount = plan->budget.amount;
  const float presence =
    yeoun_plan_features(plan, phrase->bar)[YEOUN_FEATURE_COUNTER] +
    2.0f * amount[YEOUN_TECHNIQUE_COUNTER] + amount[YEOUN_TECHNIQUE_CANON];
  if (plan->is_statement || amount[YEOUN_TECHNIQUE_REGISTER] > 0.3f) {
    return false;
  }
  return plan->pole_of_bar[phrase->bar] == YEOUN_COMIC ||
         ((p > 0 || plan->phrases == 1) &&
          1.0f - phrase->energy < presence + 0.25f);
}

/* Energy from which a phrase has drums; most moods call for none. */
static bool
has_drums(const struct yeoun_plan *plan, int p)
{
  const struct yeoun_request *const request = plan->request;
  const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
  const unsigned palette = request->palette;
  const bool is_comic = plan->pole_of_bar[phrase->bar] == YEOUN_COMIC;
  if (plan->is_statement) {
    return false;
  }
  if (is_comic || request->korean > 0.0f || palette == YEOUN_GUGAK) {
    return true;
  }
  const float least = plan->budget.topic == YEOUN_TOPIC_MARCH ? 0.4f
                      : palette == YEOUN_JAZZ                 ? 0.4f
                      : palette == YEOUN_LOFI                 ? 0.4f
                      : palette == YEOUN_ELECTRONIC           ? 0.55f
                      : palette == YEOUN_BALLAD               ? 0.9f
                                                              : 2.0f;
  return (p > 0 || plan->bars < 8) && phrase->energy >= least;
}

/* Whether the accompaniment plays the first phrase alone, as the piano does
   before a song (it is alone in 19 % of the bars of Lieder: corpus): in a slow
   form of eight phrases and more, whose second brings the theme and begins with
   its bar. */
static bool
has_prelude(const struct yeoun_plan *plan)
{
  enum { LONG = 8 };
  const struct yeoun_phrase_plan *const second = &plan->phrase[1];
  struct yeoun_random random = yeoun_plan_stream(plan, "prelude", 0);
  return yeoun_random_unit(&random) < 0.4f && plan->phrases >= LONG &&
         !plan->is_statement && plan->pole_of_bar[0] != YEOUN_COMIC &&
         second->material == plan->phrase[0].material && !second->has_upbeat;
}

static unsigned
score_phrase(const struct yeoun_plan *plan, int p)
{
  if (p == 0 && has_prelude(plan)) {
    return BIT(YEOUN_LANE_CHORDS) | BIT(YEOUN_LANE_BASS);
  }
  return BIT(YEOUN_LANE_MELODY) | BIT(YEOUN_LANE_CHORDS) |
         BIT(YEOUN_LANE_BASS) | (has_pad(plan, p) ? BIT(YEOUN_LANE_PAD) : 0U) |
         (has_counter(plan, p) ? BIT(YEOUN_LANE_COUNTER) : 0U) |
         (has_drums(plan, p) ? BIT(YEOUN_LANE_DRUMS) : 0U);
}

/* Whether a bar belongs to the beginning that a staging keeps thin: the first
   phrase, or in a short form half of it, so that the tune is never long without
   its ground. */
static bool
is_opening(const struct yeoun_plan *plan, int bar)
{
  enum { SHORT = 4 };
  const int bars = plan->phrase[0].bars;
  return plan->phrases > 1 && bar < (plan->phrases < SHORT ? bars / 2 : bars);
}

/* Bars of the quiet phrase that are bare: in a long form and in comic music
   all, else the first half, so that nobody waits for the others for long. */
static bool
is_quiet_bar(const struct yeoun_plan *plan, int p, int bar, int quiet)
{
  enum { LONG = 8 };
  const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
  const bool is_whole =
    plan->phrases >= LONG || plan->pole_of_bar[bar] == YEOUN_COMIC;
  const int bars = is_whole ? phrase->bars : phrase->bars / 2;
  return p == quiet && bar - phrase->bar < bars;
}

/* Two bars of a long form for the accompaniment alone. */
static bool
may_sing_alone(const struct yeoun_plan *plan, int bar)
{
  enum { LONG = 8 };
  const struct yeoun_phrase_plan *const phrase = yeoun_phrase_at(plan, bar);
  return plan->phrases >= LONG && bar - phrase->bar < 2 &&
         plan->pole_of_bar[bar] != YEOUN_COMIC;
}

static unsigned
stage_bar(const struct yeoun_plan *plan,
          enum staging staging,
          int p,
          int bar,
          int quiet)
{
  const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
  const unsigned piano = BIT(YEOUN_LANE_MELODY) | BIT(YEOUN_LANE_CHORDS);
  const bool is_first = p == 0;
  const bool opens = is_opening(plan, bar);
  const bool is_quiet = is_quiet_bar(plan, p, bar, quiet);
  switch (staging) {
    case STAGING_GROWING:
      return is_first && plan->phrases > 1
               ? piano | BIT(YEOUN_LANE_BASS) | BIT(YEOUN_LANE_DRUMS)
               : ALL;
    case STAGING_DUET:
      return opens      ? BIT(YEOUN_LANE_MELODY) | BIT(YEOUN_LANE_BASS)
             : is_first ? piano | BIT(YEOUN_LANE_BASS)
                        : ALL;
    case STAGING_MONOLOGUE:
      return is_quiet     ? BIT(YEOUN_LANE_MELODY)
             : p == quiet ? piano | BIT(YEOUN_LANE_BASS)
                          : ALL;
    case STAGING_SOLO:
      return phrase->is_climax ? ALL
             : opens           ? piano
                               : piano | BIT(YEOUN_LANE_BASS);
    case STAGING_TOGETHER:
      return is_quiet && may_sing_alone(plan, bar)
               ? ALL & ~BIT(YEOUN_LANE_MELODY)
               : ALL;
    case STAGINGS:
      break;
  }
  return ALL;
}

/* A long form comes back thinner than it left: no pad in its last phrase, and
   in every other variation no second voice. */
static unsigned
thin_return(const struct yeoun_plan *plan, int p)
{
  const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
  struct yeoun_random random = yeoun_plan_stream(plan, "return", 0);
  const bool is_thin = yeoun_random_unit(&random) < 0.5f;
  return plan->phrases < 4 || !phrase->is_last || phrase->is_climax ||
             plan->pole_of_bar[phrase->bar] == YEOUN_COMIC
           ? ALL
           : ALL & ~(BIT(YEOUN_LANE_PAD) |
                     (is_thin ? BIT(YEOUN_LANE_COUNTER) : 0U));
}

/* A phrase for one voice alone: neither the first, the climax nor the last; -1
   where there is none. */
static int
choose_quiet(const struct yeoun_plan *plan, struct yeoun_random *random)
{
  int found[YEOUN_PLAN_PHRASES];
  unsigned count = 0;
  for (int p = 1; p + 1 < plan->phrases; ++p) {
    if (!plan->phrase[p].is_climax) {
      found[count++] = p;
    }
  }
  return count ? found[yeoun_random_below(random, count)] : -1;
}

static enum staging
choose_staging(const struct yeoun_plan *plan, int *quiet)
{
  static const uint8_t slow[] = {STAGING_GROWING,
                                 STAGING_TOGETHER,
                                 STAGING_SOLO,
                                 STAGING_GROWING,
                                 STAGING_DUET,
                                 STAGING_MONOLOGUE};
  /* Comic music stands on its bass. */
  static const uint8_t comic[] = {STAGING_TOGETHER,
                                  STAGING_TOGETHER,
                                  STAGING_GROWING,
                                  STAGING_DUET,
                                  STAGING_MONOLOGUE,
                                  STAGING_DUET};
  struct yeoun_random random = yeoun_plan_stream(plan, "staging", 0);
  const unsigned draw = yeoun_random_below(&random, 6);
  *quiet = choose_quiet(plan, &random);
  return plan->is_statement                    ? STAGING_GROWING
         : plan->pole_of_bar[0] == YEOUN_COMIC ? (enum staging)comic[draw]
                                               : (enum staging)slow[draw];
}

static void
add_item(struct item *item, int *items, int phrase, unsigned lane, float key)
{
  if (*items < ITEMS) {
    item[(*items)++] = (struct item){(uint8_t)phrase, (uint8_t)lane, key};
  }
}

/* All that could be taken away, in the order in which it goes. */
static int
list_items(const struct yeoun_plan *plan,
           const unsigned *set,
           struct item item[ITEMS])
{
  int items = 0;
  const float spread = plan->phrases < 3   ? 0.9f
                       : plan->phrases < 6 ? 4.0f
                                           : 14.0f;
  for (int p = 0; p < plan->phrases; ++p) {
    const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
    struct yeoun_random random =
      yeoun_random_stream(plan->analysis.seed, "leaving", (uint32_t)p);
    /* The first phrase is quiet, but not bare. */
    const float weight = phrase->energy + (p ? 0.0f : 0.25f);
    const float late = spread * weight + 0.05f * yeoun_random_unit(&random);
    /* Who plays alone stays. */
    const unsigned alone =
      set[p] & BIT(YEOUN_LANE_MELODY) ? 0U : BIT(YEOUN_LANE_CHORDS);
    for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
      if (lane != YEOUN_LANE_MELODY && (set[p] & ~alone & BIT(lane))) {
        add_item(item, &items, p, lane, leaving[lane] + late);
      }
    }
    if (p > 0 && phrase->bars > 1 && !phrase->is_last) {
      add_item(item, &items, p, YEOUN_LANES, BARS_LEAVE + late);
    }
  }
  for (int i = 1; i < items; ++i) {
    const struct item moved = item[i];
    int j = i;
    for (; j > 0 && item[j - 1].key > moved.key; --j) {
      item[j] = item[j - 1];
    }
    item[j] = moved;
  }
  return items;
}

/* How many go: all in as many steps as are not free, or as many as there are
   steps. */
static int
count_gone(const struct yeoun_plan *plan, int items)
{
  const int steps = yeoun_request_steps(&plan->request->mood);
  const int most = YEOUN_REQUEST_STEPS;
  return items < most ? (steps * items + most - 1) / most : steps;
}

/* A breath of all between two sections, half a bar at the most: in a variation
   that has one. */
static void
lay_stops(struct yeoun_plan *plan)
{
  struct yeoun_layers *const layers = &plan->layers;
  struct yeoun_random random = yeoun_plan_stream(plan, "stops", 0);
  const bool has_any =
    yeoun_random_unit(&random) < 0.65f && !plan->is_statement;
  layers->stops = 0;
  for (int p = 0; has_any && p + 1 < plan->phrases; ++p) {
    const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
    const bool is_turn = plan->phrase[p + 1].material != phrase->material ||
                         plan->phrase[p + 1].is_climax;
    /* A joke has silences of its own. */
    if (is_turn && !plan->phrase[p + 1].has_upbeat &&
        !yeoun_joke_stage(plan, p).is_set && layers->stops < YEOUN_STOPS) {
      const int32_t end = (phrase->bar + phrase->bars) * plan->bar_ticks;
      const int32_t pulse = yeoun_pulse_ticks(plan->meter);
      layers->stop[layers->stops++] = (struct yeoun_stop){end - pulse, end};
    }
  }
}

void
yeoun_layers_lay(struct yeoun_plan *plan)
{
  unsigned set[YEOUN_PLAN_PHRASES];
  struct item item[ITEMS];
  int quiet = -1;
  const enum staging staging = choose_staging(plan, &quiet);
  for (int p = 0; p < plan->phrases; ++p) {
    const unsigned scored = score_phrase(plan, p);
    const bool is_prelude = !(scored & BIT(YEOUN_LANE_MELODY));
    plan->layers.scored[p] = (uint8_t)scored;
    set[p] = 0;
    for (int b = 0; b < plan->phrase[p].bars; ++b) {
      const int bar = plan->phrase[p].bar + b;
      const unsigned own = is_prelude
                             ? scored
                             : stage_bar(plan, staging, p, bar, quiet) &
                                 thin_return(plan, p) & scored;
      plan->layers.lanes[bar] = (uint8_t)own;
      set[p] |= own;
    }
  }
  const int items = list_items(plan, set, item);
  const int gone = count_gone(plan, items);
  for (int i = 0; i < gone && i < items; ++i) {
    const struct yeoun_phrase_plan *const phrase =
      &plan->phrase[item[i].phrase];
    const bool is_bar = item[i].lane == YEOUN_LANES;
    for (int bar = is_bar ? phrase->bars - 1 : 0; bar < phrase->bars; ++bar) {
      uint8_t *const lanes = &plan->layers.lanes[phrase->bar + bar];
      *lanes = is_bar ? 0 : (uint8_t)(*lanes & ~BIT(item[i].lane));
    }
  }
  lay_stops(plan);
  yeoun_jokes_lay_stops(plan);
}

static bool
is_kept(const struct yeoun_plan *plan, const struct yeoun_note *note)
{
  const int bar = (int)(note->start / plan->bar_ticks);
  if (note->marks & YEOUN_MARK_JOKE) {
    return true;
  }
  for (int i = 0; i < plan->layers.stops; ++i) {
    const struct yeoun_stop *const stop = &plan->layers.stop[i];
    if (note->start >= stop->from && note->start < stop->to) {
      return false;
    }
  }
  return bar >= YEOUN_LAYER_BARS ||
         (plan->layers.lanes[bar] & BIT(note->lane)) != 0;
}

/* What would ring into a bar of nothing ends before it. */
static void
end_at_silence(const struct yeoun_plan *plan, struct yeoun_note *note)
{
  const int first = (int)(note->start / plan->bar_ticks);
  const int32_t end = note->start + note->length;
  for (int bar = first + 1; bar < plan->bars; ++bar) {
    const int32_t at = bar * plan->bar_ticks;
    if (at >= end) {
      return;
    }
    if (!plan->layers.lanes[bar]) {
      note->length = at - note->start;
      return;
    }
  }
}

void
yeoun_layers_keep(const struct yeoun_plan *plan, struct yeoun_score *score)
{
  int kept = 0;
  for (int i = 0; i < score->notes; ++i) {
    struct yeoun_note note = score->note[i];
    if (!is_kept(plan, &note)) {
      continue;
    }
    for (int s = 0; s < plan->layers.stops; ++s) {
      const struct yeoun_stop *const stop = &plan->layers.stop[s];
      if (note.start < stop->from && note.start + note.length > stop->from) {
        note.length = stop->from - note.start;
      }
    }
    end_at_silence(plan, &note);
    score->note[kept++] = note;
  }
  score->notes = (uint16_t)kept;
}
