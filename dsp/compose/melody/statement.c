// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The theme's own tune: what is varied, and what a variation is known by. It
   does not know the mood; phrase by phrase it says the motif, answers it, and
   returns. */

#include "compose/plan/rhythm.h"
#include "melody.h"
#include "music/random.h"

/* Plain singing: intervals of Lieder and lead sheets (repeat 20 %, step 50,
   third 16, fourth and fifth 11, more 4), each against its number of kinds. */
static const struct yeoun_line_taste plain = {.repeat = 3.2f,
                                              .step = 1.3f,
                                              .third = 2.6f,
                                              .fourth = 3.4f,
                                              .sixth = 4.6f,
                                              .octave = 5.0f,
                                              .tritone = 7.0f,
                                              .other = 8.0f,
                                              .dissonance = 1.0f,
                                              .wideness = 6.5f,
                                              .temperature = 2.4f};

enum { TRIES = 5, CENTRE = 67, LOW = 57, HIGH = 79 };

/* The motif where a bar says it; the first one at its own pitches. */
static void
say_motif(const struct yeoun_plan *plan,
          struct yeoun_line_task *task,
          int slot,
          bool is_home)
{
  const struct yeoun_motif *const motif = &plan->analysis.motif;
  int16_t onset[YEOUN_THEME_NOTES];
  for (int i = 0; i < motif->notes; ++i) {
    onset[i] = motif->slot[i];
  }
  const bool is_given = plan->request->theme.notes >= 2;
  yeoun_phrase_line_say(task,
                        true,
                        slot,
                        motif->notes,
                        onset,
                        motif->degree,
                        is_given ? motif->accidental : NULL,
                        is_given ? 5.0f : 3.2f);
  for (int i = 0; is_home && i < task->count; ++i) {
    struct yeoun_line_spot *const spot = &task->spot[i];
    for (int n = 0; n < motif->notes; ++n) {
      if (spot->slot == slot + onset[n]) {
        spot->model =
          (int16_t)(yeoun_scale_pitch(&plan->analysis.scale, motif->degree[n]) +
                    motif->accidental[n]);
        spot->model_pull = is_given ? 6.0f : 1.5f;
      }
    }
  }
}

/* The notes of the model where this phrase has the same onsets: their pitches,
   or, in a sequence, their intervals. */
static void
recall(const struct yeoun_plan *plan,
       int p,
       const struct yeoun_tune *tune,
       struct yeoun_line_task *task)
{
  const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
  const struct yeoun_phrase_plan *const model = &plan->phrase[phrase->model];
  const int shift = (phrase->bar - model->bar) * plan->slots;
  const int last_bar = yeoun_phrase_line_ending(plan, p);
  int before = -1;
  for (int i = 0; i < task->count; ++i) {
    struct yeoun_line_spot *const spot = &task->spot[i];
    const int at = yeoun_tune_at(tune, spot->slot - shift);
    const bool is_same = at >= 0 && tune->note[at].slot == spot->slot - shift;
    const bool is_ending = phrase->recall == YEOUN_RECALL_ENDING &&
                           yeoun_phrase_line_bar(plan, p, spot) >= last_bar;
    if (!is_same || is_ending) {
      before = -1;
      continue;
    }
    const struct yeoun_line_note *const note = &tune->note[at];
    spot->is_motif = (note->marks & YEOUN_MARK_MOTIF) != 0;
    if (phrase->recall == YEOUN_RECALL_SEQUENCE) {
      spot->is_said = true;
      spot->motif_pull = before >= 0 ? 1.5f : 0.0f;
      spot->motif_step =
        (int16_t)(before >= 0 ? note->degree - tune->note[before].degree : 0);
      before = at;
    } else {
      spot->model = note->pitch;
      spot->model_pull = 4.5f;
    }
  }
}

static void
write_phrase(const struct yeoun_phrase_context *context,
             int p,
             struct yeoun_tune *tune)
{
  const struct yeoun_plan *const plan = context->plan;
  const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
  struct yeoun_melody_scratch *const scratch = context->scratch;
  struct yeoun_phrase_rhythm *const rhythm = &scratch->rhythm[p];
  struct yeoun_line_task *const task = &scratch->task;
  const uint64_t seed =
    yeoun_random_mix(plan->analysis.seed,
                     7700U + 100U * plan->request->theme_take + (unsigned)p);
  const bool recalls = phrase->model >= 0;
  if (recalls && scratch->rhythm[phrase->model].bars == phrase->bars) {
    *rhythm = scratch->rhythm[phrase->model];
    struct yeoun_random random = yeoun_random_stream(seed, "close", 0);
    const float draw[2] = {yeoun_random_unit(&random),
                           yeoun_random_unit(&random)};
    if (phrase->recall != YEOUN_RECALL_EXACT && phrase->bars > 1) {
      yeoun_phrase_rhythm_close(plan, p, draw, rhythm);
    }
  } else {
    yeoun_phrase_rhythm_new(plan, p, rhythm);
  }
  /* A form ends before it begins again: nothing hangs over its close. */
  if (!phrase->has_upbeat || p == 0) {
    rhythm->upbeat = 0;
  }
  yeoun_phrase_line_open(context, p, rhythm, &plain);
  task->low = LOW;
  task->high = HIGH;
  task->ceiling = phrase->is_climax || plan->phrases == 1 ? HIGH : HIGH - 3;
  task->before = tune->notes ? tune->note[tune->notes - 1].pitch : -1;
  bool is_home = p == 0;
  for (int b = 0; b < rhythm->bars; ++b) {
    if (rhythm->saying[b] == YEOUN_SAYING_MOTIF &&
        (!recalls || phrase->recall == YEOUN_RECALL_RHYTHM)) {
      say_motif(plan, task, (phrase->bar + b) * plan->slots, is_home);
      is_home = false;
    }
  }
  if (recalls && phrase->recall != YEOUN_RECALL_RHYTHM) {
    recall(plan, p, tune, task);
  }
  yeoun_phrase_line_find(context, p, rhythm, recalls ? 2 : TRIES, seed, tune);
}

void
yeoun_melody_state(const struct yeoun_plan *plan,
                   const struct yeoun_score *score,
                   const struct yeoun_harmony *harmony,
                   struct yeoun_melody_scratch *scratch,
                   struct yeoun_tune *statement)
{
  const struct yeoun_phrase_context context = {.plan = plan,
                                               .score = score,
                                               .harmony = harmony,
                                               .scratch = scratch,
                                               .centre = CENTRE,
                                               .echo_pull = 1.2f,
                                               .rise = 7.5f,
                                               .peak_at = 0.45f};
  statement->notes = 0;
  for (int p = 0; p < plan->phrases; ++p) {
    write_phrase(&context, p, statement);
  }
  yeoun_tune_sort(statement);
}
