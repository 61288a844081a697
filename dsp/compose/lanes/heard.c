// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "heard.h"

#include <string.h>

/* Shorter overlaps pass by. */
enum { PASSING = 2 };

static int
slot_of(const struct yeoun_heard *heard, int32_t tick)
{
  const int slot = (int)(tick / YEOUN_SLOT);
  return slot < 0 ? 0 : slot > heard->slots ? heard->slots : slot;
}

static void
write_note(struct yeoun_heard *heard, const struct yeoun_line_note *note)
{
  const int end = note->slot + note->length;
  const int to = end < heard->slots ? end : heard->slots;
  const int length = note->length < 255 ? note->length : 255;
  for (int slot = note->slot < 0 ? 0 : note->slot; slot < to; ++slot) {
    heard->pitch[slot] = note->pitch;
    heard->length[slot] = (uint8_t)length;
    heard->is_onset[slot] = slot == note->slot;
  }
}

/* Lowest and highest of some bars; 0 when they are silent. */
static void
measure(const struct yeoun_plan *plan,
        const struct yeoun_heard *heard,
        int bar,
        int bars,
        uint8_t *low,
        uint8_t *high)
{
  *low = *high = 0;
  for (int s = bar * plan->slots; s < (bar + bars) * plan->slots; ++s) {
    const uint8_t pitch = heard->pitch[s];
    if (pitch) {
      *low = !*low || pitch < *low ? pitch : *low;
      *high = pitch > *high ? pitch : *high;
    }
  }
}

static void
begin(const struct yeoun_plan *plan, struct yeoun_heard *heard)
{
  memset(heard, 0, sizeof(*heard));
  heard->slots = plan->bars * plan->slots;
}

static void
measure_bars(const struct yeoun_plan *plan, struct yeoun_heard *heard)
{
  enum { MIDDLE = 69 };
  for (int p = 0; p < plan->phrases; ++p) {
    const struct yeoun_phrase_plan *const phrase = &plan->phrase[p];
    uint8_t low, high;
    measure(plan, heard, phrase->bar, phrase->bars, &low, &high);
    for (int bar = phrase->bar; bar < phrase->bar + phrase->bars; ++bar) {
      measure(plan, heard, bar, 1, &heard->low[bar], &heard->high[bar]);
      if (!heard->low[bar]) {
        heard->low[bar] = low ? low : MIDDLE;
        heard->high[bar] = high ? high : MIDDLE;
      }
    }
  }
}

void
yeoun_heard_listen(const struct yeoun_plan *plan,
                   const struct yeoun_tune *tune,
                   struct yeoun_heard *heard)
{
  begin(plan, heard);
  for (int i = 0; i < tune->notes; ++i) {
    write_note(heard, &tune->note[i]);
  }
  measure_bars(plan, heard);
}

void
yeoun_heard_listen_to(const struct yeoun_plan *plan,
                      const struct yeoun_score *score,
                      unsigned lane,
                      struct yeoun_heard *heard)
{
  begin(plan, heard);
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    if (note->lane == lane && note->length > 0 &&
        note->articulation != YEOUN_ARTICULATION_GRACE &&
        !(note->marks & YEOUN_MARK_JOKE)) {
      const struct yeoun_line_note heard_note = {
        .slot = (int16_t)(note->start / YEOUN_SLOT),
        .length = (int16_t)((note->length + YEOUN_SLOT - 1) / YEOUN_SLOT),
        .pitch = note->pitch};
      write_note(heard, &heard_note);
    }
  }
}

bool
yeoun_heard_is_low(const struct yeoun_heard *heard)
{
  enum { TENOR = 60 };
  int sum = 0;
  int count = 0;
  for (int s = 0; s < heard->slots; ++s) {
    sum += heard->pitch[s];
    count += heard->pitch[s] != 0;
  }
  return count && sum < TENOR * count;
}

int
yeoun_heard_low(const struct yeoun_heard *heard,
                int32_t from,
                int32_t to,
                int none)
{
  int low = 0;
  const int end = slot_of(heard, to + YEOUN_SLOT - 1);
  for (int slot = slot_of(heard, from); slot < end; ++slot) {
    const int pitch = heard->pitch[slot];
    low = pitch && (!low || pitch < low) ? pitch : low;
  }
  return low ? low : none;
}

int
yeoun_heard_onsets(const struct yeoun_heard *heard, int32_t from, int32_t to)
{
  int onsets = 0;
  const int end = slot_of(heard, to);
  for (int slot = slot_of(heard, from); slot < end; ++slot) {
    onsets += heard->is_onset[slot];
  }
  return onsets;
}

int
yeoun_heard_at(const struct yeoun_heard *heard, int32_t tick)
{
  const int slot = slot_of(heard, tick);
  return slot < heard->slots ? heard->pitch[slot] : 0;
}

bool
yeoun_heard_rubs(const struct yeoun_heard *heard,
                 int pitch,
                 int32_t from,
                 int32_t to)
{
  int together = 0;
  const int end = slot_of(heard, to);
  for (int slot = slot_of(heard, from); slot < end; ++slot) {
    const int key = heard->pitch[slot];
    const bool is_held = heard->length[slot] >= YEOUN_HELD_SLOTS;
    const bool touches = key == pitch - 1 || key == pitch + 1;
    const bool rubs =
      key && (touches || (is_held && yeoun_keys_rub(key, pitch)));
    together = rubs ? together + 1 : 0;
    if (together >= PASSING) {
      return true;
    }
  }
  return false;
}
