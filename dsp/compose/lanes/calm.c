// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The critic's word on the tune alone. */

#include <stdlib.h>

#include "compose/plan/rhythm.h"
#include "critic.h"

/* Take a note out of a tune; the one before it sounds on in its place. */
static void
take_out(struct yeoun_tune *tune, int i)
{
  struct yeoun_line_note *const before = &tune->note[i - 1];
  const struct yeoun_line_note gone = tune->note[i];
  before->length = (int16_t)(gone.slot + gone.length - before->slot);
  for (int j = i; j + 1 < tune->notes; ++j) {
    tune->note[j] = tune->note[j + 1];
  }
  --tune->notes;
}

static bool
is_comic(const struct yeoun_plan *plan, int slot)
{
  const int bar = slot / plan->slots;
  return bar < YEOUN_UNITS && plan->pole_of_bar[bar] == YEOUN_COMIC;
}

/* Whether a note may be spared: it is not the motif's, it leads nowhere that
   was marked, and the one before sounds up to it. */
static bool
is_spare(const struct yeoun_tune *tune, int i)
{
  if (i < 1 || i >= tune->notes) {
    return false;
  }
  const struct yeoun_line_note *const before = &tune->note[i - 1];
  return !tune->note[i].marks && !tune->note[i].leads_in &&
         before->slot + before->length == tune->note[i].slot;
}

/* On a weak sixteenth, short, and a leap from both neighbours. */
static bool
is_stray(const struct yeoun_plan *plan, const struct yeoun_tune *tune, int i)
{
  const struct yeoun_line_note *const note = &tune->note[i];
  const bool is_weak = note->slot % 2 == 1 && note->length <= 2;
  return is_weak && i > 0 && i + 1 < tune->notes &&
         !is_comic(plan, note->slot) &&
         abs(note->pitch - tune->note[i - 1].pitch) > 2 &&
         abs(note->pitch - tune->note[i + 1].pitch) > 2;
}

/* A phrase's last bar but one sings: no more short notes than one in four of
   its eighths, and one more. */
static bool
runs(const struct yeoun_plan *plan,
     const struct yeoun_tune *tune,
     int bar,
     int *weakest)
{
  int shorts = 0;
  int best = 0;
  *weakest = -1;
  for (int i = 0; i < tune->notes; ++i) {
    const struct yeoun_line_note *const note = &tune->note[i];
    const int at = note->slot - bar * plan->slots;
    if (at < 0 || at >= plan->slots) {
      continue;
    }
    shorts += note->length <= 2;
    const int weight = yeoun_rhythm_weight(plan->meter, at);
    const int ease = weight == 0 ? (at % 2 ? 3 : 2) : 0;
    if (note->length <= 2 && ease > best && is_spare(tune, i)) {
      best = ease;
      *weakest = i;
    }
  }
  return shorts > plan->slots / 8 + 1;
}

/* A fourth or more to it, and as much back. */
static bool
is_zigzag(const struct yeoun_tune *tune, int i)
{
  enum { FOURTH = 5 };
  if (i < 1 || i + 1 >= tune->notes) {
    return false;
  }
  const int to = tune->note[i].pitch - tune->note[i - 1].pitch;
  const int from = tune->note[i + 1].pitch - tune->note[i].pitch;
  return (to >= FOURTH && from <= -FOURTH) || (to <= -FOURTH && from >= FOURTH);
}

/* A corner of the line that may go: on no strong beat. */
static void
straighten(const struct yeoun_plan *plan,
           struct yeoun_tune *tune,
           struct yeoun_critic_report *report)
{
  for (int i = tune->notes - 2; i > 0; --i) {
    const int at = tune->note[i].slot % plan->slots;
    if (!is_zigzag(tune, i) || (tune->note[i].marks & YEOUN_MARK_MOTIF)) {
      continue;
    }
    ++report->found[YEOUN_ACCIDENT_ZIGZAG];
    if (is_spare(tune, i) && yeoun_rhythm_weight(plan->meter, at) < 2) {
      take_out(tune, i);
    } else {
      ++report->left[YEOUN_ACCIDENT_ZIGZAG];
    }
  }
}

/* The last note that a phrase sings, -1 where it sings none. */
static int
last_of(const struct yeoun_plan *plan, const struct yeoun_tune *tune, int p)
{
  const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
  const int from = phrase->bar * plan->slots;
  const int to = (phrase->bar + phrase->bars) * plan->slots;
  int last = -1;
  for (int i = 0; i < tune->notes; ++i) {
    const struct yeoun_line_note *const note = &tune->note[i];
    last = note->slot >= from && note->slot < to && !note->leads_in ? i : last;
  }
  return last;
}

/* What falls by a sixth or more onto the last note of a phrase comes home an
   octave higher. */
static void
catch_falls(const struct yeoun_plan *plan,
            struct yeoun_tune *tune,
            struct yeoun_critic_report *report)
{
  enum { SIXTH = 9, OCTAVE = 12 };
  for (int p = 0; p < plan->phrases; ++p) {
    const int last = last_of(plan, tune, p);
    if (last < 1) {
      continue;
    }
    struct yeoun_line_note *const note = &tune->note[last];
    const int before = tune->note[last - 1].pitch;
    if (before - note->pitch < SIXTH) {
      continue;
    }
    ++report->found[YEOUN_ACCIDENT_FALL];
    const unsigned pole = plan->pole_of_bar[note->slot / plan->slots];
    if (note->pitch + OCTAVE <= plan->high[pole] &&
        note->pitch + OCTAVE <= before + 4) {
      note->pitch = (uint8_t)(note->pitch + OCTAVE);
      note->degree = (int16_t)(note->degree + 7);
    } else {
      ++report->left[YEOUN_ACCIDENT_FALL];
    }
  }
}

void
yeoun_critic_calm(const struct yeoun_plan *plan,
                  struct yeoun_tune *tune,
                  struct yeoun_critic_report *report)
{
  for (int k = YEOUN_ACCIDENT_STRAY; k < YEOUN_ACCIDENTS; ++k) {
    report->found[k] = report->left[k] = 0;
  }
  for (int i = tune->notes - 1; i > 0; --i) {
    if (is_stray(plan, tune, i)) {
      ++report->found[YEOUN_ACCIDENT_STRAY];
      if (is_spare(tune, i)) {
        take_out(tune, i);
      } else {
        ++report->left[YEOUN_ACCIDENT_STRAY];
      }
    }
  }
  straighten(plan, tune, report);
  catch_falls(plan, tune, report);
  for (int p = 0; p < plan->phrases; ++p) {
    const int bar = plan->phrase[p].bar + plan->phrase[p].bars - 2;
    int weakest = -1;
    if (plan->phrase[p].bars < 3 || is_comic(plan, bar * plan->slots)) {
      continue;
    }
    bool is_restless = runs(plan, tune, bar, &weakest);
    report->found[YEOUN_ACCIDENT_RESTLESS] =
      (uint16_t)(report->found[YEOUN_ACCIDENT_RESTLESS] + is_restless);
    while (is_restless && weakest > 0) {
      take_out(tune, weakest);
      is_restless = runs(plan, tune, bar, &weakest);
    }
    report->left[YEOUN_ACCIDENT_RESTLESS] =
      (uint16_t)(report->left[YEOUN_ACCIDENT_RESTLESS] + is_restless);
  }
}
