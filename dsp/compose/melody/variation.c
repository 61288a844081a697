// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The melody of a variation: the theme's own tune, with some bars as they were
   and some said in another way. What stays is what the ear holds on to: the
   tones on strong beats, the motif, the close. How many bars change, and how
   many of those tones, grows with the distance (a quarter of the tones gone at
   .35, nine in ten at 1). */

#include "comic_phrase.h"
#include "compose/plan/rhythm.h"
#include "homecoming.h"
#include "korean.h"
#include "line_taste.h"
#include "melody.h"
#include "motif_variant.h"
#include "music/random.h"
#include "syncopation.h"

enum { THEME_CENTRE = 67, HIGHEST = 88, HIGHEST_MIDDLE = 80, TRIES = 2 };

/* The writing of one version of a variation. */
struct variation {
  struct yeoun_phrase_context context;
  const struct yeoun_tune *statement;
  unsigned pole;
  struct yeoun_line_taste taste;
  uint64_t seed;
  int octaves; /* by which the theme's tune is moved */
  int lift;    /* semitones by which the phrase that is written lies higher */
  int low, high, ceiling;
  float range;
  float syncopation;   /* beats to anticipate, or to put right, of all */
  float notes_per_bar; /* that the mood asks for */
  bool is_witty;       /* comic, and far enough from the theme to joke */
  unsigned family;
};

/* A draw 0..1 that a place always has, whatever the distance. */
static float
draw_of(const struct variation *v, const char *purpose, int index)
{
  struct yeoun_random random =
    yeoun_random_stream(v->seed, purpose, (uint32_t)index);
  return yeoun_random_unit(&random);
}

/* 0..1, evenly spread over the bars of a phrase: which give way first. The bar
   that opens a phrase comes late, and so does its close. */
static float
rank_of(const struct variation *v, int p, int b)
{
  const struct yeoun_phrase_plan *const phrase = &v->context.plan->phrase[p];
  float key[YEOUN_PHRASE_BARS];
  for (int i = 0; i < phrase->bars; ++i) {
    key[i] = draw_of(v, "bars", 64 * p + i) + (i == 0 ? 0.6f : 0.0f) +
             (i == phrase->bars - 1 ? 0.4f : 0.0f);
  }
  int before = 0;
  for (int i = 0; i < phrase->bars; ++i) {
    before += key[i] < key[b] || (key[i] == key[b] && i < b);
  }
  return ((float)before + 0.5f) / (float)phrase->bars;
}

static bool
is_varied(const struct variation *v, int p, int b)
{
  static const float more[YEOUN_POLES] = {0.0f, 0.05f, 0.4f};
  const float distance = v->context.plan->request->distance;
  const float rhythm =
    0.3f * v->context.plan->budget.amount[YEOUN_TECHNIQUE_RHYTHM];
  const float share =
    1.45f * distance + (distance > 0.02f ? more[v->pole] : 0.0f) + rhythm;
  return rank_of(v, p, b) < share;
}

/* A tone that holds the tune together: on a strong beat, or long. */
static bool
is_structural(const struct yeoun_plan *plan, const struct yeoun_line_note *note)
{
  const int weight = yeoun_rhythm_weight(plan->meter, note->slot % plan->slots);
  const int pulse = yeoun_pulse_ticks(plan->meter) / YEOUN_SLOT;
  return weight >= 2 || (weight == 1 && note->length > pulse);
}

/* Whether a structural tone of a varied bar stays. */
static bool
stays(const struct variation *v, int slot)
{
  const float distance = v->context.plan->request->distance;
  const float gone = v->pole == YEOUN_LYRICAL    ? 0.2f + 0.7f * distance
                     : v->pole == YEOUN_ROMANTIC ? 0.1f + 0.7f * distance
                                                 : 0.4f + 0.7f * distance;
  return draw_of(v, "stays", slot) > gone;
}

static const struct yeoun_line_note *
note_at(const struct yeoun_tune *tune, int slot)
{
  const int at = yeoun_tune_at(tune, slot);
  return at >= 0 && tune->note[at].slot == slot ? &tune->note[at] : NULL;
}

/* Take away the onsets that matter least until no more are left than wanted. */
static uint32_t
thin(const struct variation *v, uint32_t onsets, uint32_t needed, int wanted)
{
  const struct yeoun_plan *const plan = v->context.plan;
  for (int weight = 0; weight <= 3; ++weight) {
    for (int slot = plan->slots - 1; slot >= 0; --slot) {
      const uint32_t bit = 1U << slot;
      if (__builtin_popcount(onsets) <= wanted) {
        return onsets;
      }
      if ((onsets & bit) && !(needed & bit) &&
          yeoun_rhythm_weight(plan->meter, slot) == weight) {
        onsets &= ~bit;
      }
    }
  }
  return onsets;
}

/* Another rhythm for a bar: as dense as the mood has it, busy and calm bars by
   turns, calm before the close so that the line can sing. */
static uint32_t
vary_rhythm(const struct variation *v, int p, int b, uint32_t stated)
{
  const struct yeoun_plan *const plan = v->context.plan;
  const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
  const int bar_slot = (phrase->bar + b) * plan->slots;
  const bool is_calm =
    b == phrase->bars - 2 || (b + (int)(4.0f * draw_of(v, "turn", p))) % 2;
  const float shade =
    (is_calm ? 0.75f : 1.15f) + 0.3f * (draw_of(v, "density", bar_slot) - 0.5f);
  const int most = plan->slots * (v->pole == YEOUN_COMIC ? 10 : 8) / 16;
  int notes =
    (int)(v->notes_per_bar * shade * (0.7f + 0.4f * phrase->energy) + 0.5f);
  notes = notes < 1 ? 1 : notes > most ? most : notes;
  uint32_t needed = 0;
  for (int slot = 0; slot < plan->slots; ++slot) {
    const struct yeoun_line_note *const note =
      note_at(v->statement, bar_slot + slot);
    if (note && !note->leads_in && is_structural(plan, note) &&
        stays(v, bar_slot + slot)) {
      needed |= 1U << slot;
    }
  }
  const uint32_t drawn = yeoun_rhythm_bar(plan->meter, v->family, notes);
  const uint32_t onsets = thin(v, drawn | needed, needed, notes);
  /* The first beat is not left out by accident. */
  return (stated & 1U) ? onsets | 1U : onsets;
}

/* The motif as this variation says it, in one bar or two. */
static void
vary_motif(const struct variation *v,
           int p,
           int b,
           struct yeoun_phrase_rhythm *rhythm)
{
  const struct yeoun_plan *const plan = v->context.plan;
  const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
  const struct yeoun_unit *const unit = yeoun_plan_unit(plan, phrase->bar + b);
  const struct yeoun_shape shape = yeoun_shape_of(plan, unit, false);
  uint32_t first = 0;
  uint32_t second = 0;
  for (int i = 0; i < shape.notes; ++i) {
    if (shape.slot[i] < plan->slots) {
      first |= 1U << shape.slot[i];
    } else if (shape.slot[i] < 2 * plan->slots) {
      second |= 1U << (shape.slot[i] - plan->slots);
    }
  }
  if (second && b + 1 >= rhythm->bars - 1) {
    return;
  }
  rhythm->onset[b] = first ? first : rhythm->onset[b];
  if (second) {
    rhythm->onset[b + 1] = second;
    rhythm->saying[b + 1] = YEOUN_SAYING_FREE;
  } else if (yeoun_shape_end(&shape) <= plan->slots / 2) {
    /* Twice as fast: what is left of the bar is the mood's. */
    const uint32_t rest =
      yeoun_rhythm_bar(plan->meter, v->family, (int)(v->notes_per_bar + 0.5f));
    rhythm->onset[b] |= rest & ~((1U << yeoun_shape_end(&shape)) - 1U);
  }
}

static void
vary_bars(const struct variation *v, int p, struct yeoun_phrase_rhythm *rhythm)
{
  for (int b = 0; b < rhythm->bars; ++b) {
    if (!is_varied(v, p, b)) {
      continue;
    }
    switch (rhythm->saying[b]) {
      case YEOUN_SAYING_MOTIF:
        vary_motif(v, p, b, rhythm);
        break;
      case YEOUN_SAYING_ECHO:
        rhythm->onset[b] = rhythm->onset[rhythm->echoed[b]];
        break;
      case YEOUN_SAYING_FREE:
        rhythm->onset[b] = vary_rhythm(v, p, b, rhythm->onset[b]);
        break;
      default:
        break;
    }
  }
}

/* A varied motif bar says its intervals; the search finds where. */
static void
say_motifs(const struct variation *v,
           int p,
           const struct yeoun_phrase_rhythm *rhythm)
{
  const struct yeoun_plan *const plan = v->context.plan;
  const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
  struct yeoun_line_task *const task = &v->context.scratch->task;
  for (int b = 0; b < rhythm->bars; ++b) {
    if (rhythm->saying[b] == YEOUN_SAYING_MOTIF && is_varied(v, p, b)) {
      const struct yeoun_shape shape =
        yeoun_shape_of(plan, yeoun_plan_unit(plan, phrase->bar + b), false);
      yeoun_phrase_line_say(task,
                            true,
                            (phrase->bar + b) * plan->slots,
                            shape.notes,
                            shape.slot,
                            shape.degree,
                            v->context.is_given ? shape.accidental : NULL,
                            2.0f);
    }
  }
}

/* Semitones by which a bar of a phrase lies higher: the second half soars. */
static int
lift_at(const struct variation *v, int p, int bar)
{
  return 2 * bar >= v->context.plan->phrase[p].bars ? v->lift : 0;
}

/* The contour of a phrase that soars; its leap up costs no more than one into a
   phrase's first note. */
static void
lift_targets(const struct variation *v, int p)
{
  struct yeoun_line_task *const task = &v->context.scratch->task;
  int before = 0;
  for (int i = 0; i < task->count; ++i) {
    struct yeoun_line_spot *const spot = &task->spot[i];
    const int bar = yeoun_phrase_line_bar(v->context.plan, p, spot);
    const int lift = lift_at(v, p, bar);
    spot->target += (float)lift;
    spot->is_after_rest |= lift > before;
    before = lift;
  }
  task->centre += 0.5f * (float)v->lift;
}

/* The theme's tones where they are to be heard again. */
static void
follow_statement(const struct variation *v, int p)
{
  const struct yeoun_plan *const plan = v->context.plan;
  struct yeoun_line_task *const task = &v->context.scratch->task;
  const float distance = plan->request->distance;
  const int all = plan->bars * plan->slots;
  const int half = yeoun_pulse_ticks(plan->meter) / YEOUN_SLOT / 2;
  for (int i = 0; i < task->count; ++i) {
    struct yeoun_line_spot *const spot = &task->spot[i];
    const int bar = yeoun_phrase_line_bar(plan, p, spot);
    const struct yeoun_line_note *note =
      note_at(v->statement, (spot->slot + all) % all);
    if (!note && v->syncopation > 0.0f) {
      note = note_at(v->statement, (spot->slot + half) % all);
    }
    if (!note) {
      continue;
    }
    const bool is_free = bar >= 0 && is_varied(v, p, bar);
    spot->model = (int16_t)(note->pitch + 12 * v->octaves + lift_at(v, p, bar));
    spot->is_motif |= !is_free && (note->marks & YEOUN_MARK_MOTIF) != 0;
    if (v->context.is_given && spot->is_motif) {
      spot->mode = YEOUN_KOREAN_ANY;
    }
    if (bar >= 0 && v->is_witty &&
        v->context.scratch->varied[p].saying[bar] == YEOUN_SAYING_ECHO) {
      spot->model_pull = is_structural(plan, note) ? 1.6f : 0.6f;
      continue;
    }
    /* A romantic line leaps more freely: what is to stay is held faster. */
    const float pull = v->pole == YEOUN_ROMANTIC ? 5.0f : 4.0f;
    spot->model_pull = !is_free ? pull * (1.0f - 0.6f * distance)
                       : is_structural(plan, note) && stays(v, note->slot)
                         ? pull
                         : 0.3f;
  }
}

/* A phrase that comes again comes as it was in this variation. */
static void
follow_model(const struct variation *v, int p, const struct yeoun_tune *tune)
{
  const struct yeoun_plan *const plan = v->context.plan;
  struct yeoun_line_task *const task = &v->context.scratch->task;
  const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
  const int shift =
    (phrase->bar - plan->phrase[phrase->model].bar) * plan->slots;
  const int last_bar = yeoun_phrase_line_ending(plan, p);
  for (int i = 0; i < task->count; ++i) {
    struct yeoun_line_spot *const spot = &task->spot[i];
    const struct yeoun_line_note *const note =
      note_at(tune, spot->slot - shift);
    const bool is_ending = phrase->recall == YEOUN_RECALL_ENDING &&
                           yeoun_phrase_line_bar(plan, p, spot) >= last_bar;
    if (note && !is_ending) {
      const int bar = yeoun_phrase_line_bar(plan, p, spot);
      spot->model = (int16_t)(note->pitch + lift_at(v, p, bar));
      spot->model_pull = 4.5f;
      spot->is_motif = (note->marks & YEOUN_MARK_MOTIF) != 0;
    }
  }
}

/* In a long form the romantic climax soars: the second half of its phrase is
   sung an octave higher, where that is not shrill. All of it up there would be
   no climax but another register. */
static int
find_lift(const struct variation *v, int p)
{
  const struct yeoun_plan *const plan = v->context.plan;
  const int middle = (int)v->context.centre + 12;
  const int top = middle + (int)(0.4f * v->range);
  return v->pole == YEOUN_ROMANTIC && plan->phrases >= 4 &&
             plan->phrase[p].is_climax && top <= plan->high[v->pole] &&
             middle <= HIGHEST_MIDDLE
           ? 12
           : 0;
}

static void
write_phrase(struct variation *v, int p, struct yeoun_tune *tune)
{
  const struct yeoun_plan *const plan = v->context.plan;
  const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
  struct yeoun_melody_scratch *const scratch = v->context.scratch;
  struct yeoun_phrase_rhythm *const rhythm = &scratch->varied[p];
  struct yeoun_line_task *const task = &scratch->task;
  const bool recalls =
    phrase->model >= 0 && (phrase->recall == YEOUN_RECALL_EXACT ||
                           phrase->recall == YEOUN_RECALL_ENDING);
  *rhythm = scratch->rhythm[p];
  if (recalls) {
    const int bars = phrase->bars > 1 ? phrase->bars - 1 : 0;
    for (int b = 0; b < bars; ++b) {
      rhythm->onset[b] = scratch->varied[phrase->model].onset[b];
      rhythm->saying[b] = scratch->varied[phrase->model].saying[b];
    }
  } else {
    vary_bars(v, p, rhythm);
  }
  if (v->is_witty) {
    const float draw[3] = {
      draw_of(v, "wit", 0), draw_of(v, "wit", 1), draw_of(v, "wit", 100 + p)};
    if (!recalls) {
      yeoun_comic_phrase(plan, p, draw, rhythm);
    }
    yeoun_comic_close(plan, p, draw[2], rhythm);
  }
  if (!recalls) {
    yeoun_syncopate(plan, phrase->bar, v->syncopation, v->seed, rhythm);
  }
  if (phrase->is_last) {
    yeoun_homecoming_land(&v->context, rhythm);
  }
  v->lift = find_lift(v, p);
  yeoun_phrase_line_open(&v->context, p, rhythm, &v->taste);
  lift_targets(v, p);
  task->low = v->low;
  const int lifted = v->high + v->lift;
  task->high = !v->lift || lifted < HIGHEST ? lifted : HIGHEST;
  task->ceiling =
    phrase->is_climax || plan->phrases == 1 ? task->high : v->ceiling;
  task->before = tune->notes ? tune->note[tune->notes - 1].pitch : -1;
  if (!recalls) {
    say_motifs(v, p, rhythm);
  }
  follow_statement(v, p);
  if (recalls) {
    follow_model(v, p, tune);
  }
  if (phrase->is_last && plan->request->distance >= YEOUN_SEARCH_LEADS_HOME) {
    yeoun_homecoming_free(&v->context);
  }
  yeoun_phrase_line_find(&v->context,
                         p,
                         rhythm,
                         recalls ? 1 : TRIES,
                         yeoun_random_mix(v->seed, (unsigned)p),
                         tune);
}

/* Where the melody lies: where it is asked to, and where its instrument sings.
 */
static float
find_centre(const struct yeoun_plan *plan, unsigned pole, float range)
{
  const float lowest = (float)plan->low[pole] + 0.5f * range;
  const float highest = (float)plan->high[pole] - 0.5f * range;
  float centre = yeoun_plan_register(plan, pole);
  centre = centre > highest ? highest : centre;
  return centre < lowest ? lowest : centre;
}

static void
open_variation(struct variation *v, unsigned pole)
{
  const struct yeoun_plan *const plan = v->context.plan;
  const float *const feature = plan->pole_feature[pole];
  const struct yeoun_random random =
    yeoun_plan_lane_stream(plan, YEOUN_LANE_MELODY, "melody", pole);
  v->pole = pole;
  v->seed = random.state;
  v->taste = yeoun_line_taste_of(plan, pole);
  v->range = feature[YEOUN_FEATURE_RANGE];
  const float centre = find_centre(plan, pole, v->range);
  const float off = centre - (float)THEME_CENTRE;
  v->octaves = (int)(off > 0.0f ? (off + 5.5f) / 12.0f : (off - 5.5f) / 12.0f);
  const float home = (float)(THEME_CENTRE + 12 * v->octaves);
  v->context.centre = home + 0.4f * (centre - home);
  v->context.rise = (pole == YEOUN_ROMANTIC ? 0.6f : 0.45f) * v->range;
  v->context.peak_at = feature[YEOUN_FEATURE_PEAK];
  v->context.is_given = plan->request->theme.notes >= 2;
  v->notes_per_bar = feature[YEOUN_FEATURE_DENSITY] * plan->density_factor *
                     yeoun_plan_bar_seconds(plan, 0);
  const unsigned families = YEOUN_RHYTHM_SINGING;
  v->syncopation = yeoun_syncopation_of(plan, pole);
  v->is_witty = pole == YEOUN_COMIC && plan->request->distance > 0.1f;
  v->context.echo_pull = v->is_witty ? 2.6f : 1.2f;
  v->family = (unsigned)(draw_of(v, "family", 0) * (float)families) +
              (pole == YEOUN_COMIC ? YEOUN_RHYTHM_SINGING : 0U);
  const int reach = (int)(0.5f * v->range) + 5;
  const int middle = (int)v->context.centre;
  v->low = plan->low[pole] > middle - reach ? plan->low[pole] : middle - reach;
  v->high =
    plan->high[pole] < middle + reach ? plan->high[pole] : middle + reach;
  v->ceiling = v->high - 3;
}

void
yeoun_melody_vary(const struct yeoun_plan *plan,
                  const struct yeoun_score *score,
                  const struct yeoun_harmony *harmony,
                  const struct yeoun_tune *statement,
                  struct yeoun_melody_scratch *scratch,
                  struct yeoun_tune *tune)
{
  struct variation v = {.context = {.plan = plan,
                                    .score = score,
                                    .harmony = harmony,
                                    .scratch = scratch},
                        .statement = statement};
  open_variation(&v, plan->pole_of_bar[0]);
  tune->notes = 0;
  for (int p = 0; p < plan->phrases; ++p) {
    write_phrase(&v, p, tune);
  }
  yeoun_tune_sort(tune);
}
