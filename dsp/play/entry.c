// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "entry.h"

#include "music/palette.h"
#include "onset.h"
#include "place.h"

/* Of a note that dies away by itself, only this much may be missed. */
#define LATE_TICKS (YEOUN_BEAT / 30)

/** Whether a note that began before can still be begun. */
static bool
is_held(const struct yeoun_player *player,
        const struct yeoun_performed *note,
        double late)
{
  const uint8_t instrument = player->instrument[note->lane];
  return late <= LATE_TICKS ||
         yeoun_instrument_facts(instrument)->sustain != YEOUN_SUSTAIN_FREE;
}

/** Begin the notes and pedals of one round that were due up to and with a tick
    and last beyond it. */
static void
chase(struct yeoun_player *player,
      int64_t round_tick,
      int64_t tick,
      int64_t since,
      uint32_t frame,
      const struct yeoun_sink *sink)
{
  const struct yeoun_performance *const performance = player->performance;
  for (unsigned i = 0; i < performance->pedals; ++i) {
    const struct yeoun_pedal *const pedal = &performance->pedal[i];
    const int64_t end = round_tick + pedal->end;
    if (round_tick + pedal->start <= tick && end > tick + 1) {
      yeoun_onset_press(player, pedal->lane, end, frame, sink);
    }
  }
  for (unsigned i = 0; i < performance->notes; ++i) {
    const struct yeoun_performed *const note = &performance->note[i];
    const int64_t start = round_tick + note->start;
    const double late = (double)(tick - start);
    if (start <= tick && round_tick + note->end > tick + 1 &&
        (start > since || is_held(player, note, late))) {
      yeoun_onset_begin(player, note, round_tick, late, frame, sink);
    }
  }
}

void
yeoun_entry_jump(struct yeoun_player *player,
                 int64_t tick,
                 int64_t since,
                 uint32_t frame,
                 const struct yeoun_sink *sink)
{
  const int64_t length = player->performance->length;
  const int64_t round = yeoun_floor_div(tick, length);
  player->cursor = yeoun_cursor_seek(player->performance, tick);
  /* What rings in from the round before is known where that is the same music.
   */
  if (round > 0 && player->repeats) {
    chase(player, (round - 1) * length, tick, since, frame, sink);
  }
  if (round >= 0) {
    chase(player, round * length, tick, since, frame, sink);
  }
}

/** Let ring on what both performances have, in one round of the new one. */
static void
keep(struct yeoun_player *player,
     int64_t round_tick,
     int64_t tick,
     uint32_t frame,
     const struct yeoun_sink *sink)
{
  const struct yeoun_performance *const performance = player->performance;
  struct yeoun_tracker *const tracker = &player->tracker;
  for (unsigned i = 0; i < performance->pedals; ++i) {
    const struct yeoun_pedal *const pedal = &performance->pedal[i];
    const int64_t end = round_tick + pedal->end;
    if (round_tick + pedal->start < tick && end > tick &&
        !yeoun_tracker_hold(tracker, pedal->lane, end)) {
      yeoun_onset_press(player, pedal->lane, end, frame, sink);
      yeoun_tracker_hold(tracker, pedal->lane, end);
    }
  }
  for (unsigned i = 0; i < performance->notes; ++i) {
    const struct yeoun_performed *const note = &performance->note[i];
    if (round_tick + note->start < tick && round_tick + note->end > tick) {
      yeoun_tracker_keep(
        tracker, note->lane, note->pitch, round_tick + note->end);
    }
  }
}

/** Begin what is written from here on, but would have begun a little before. */
static void
begin_led(struct yeoun_player *player,
          int64_t tick,
          uint32_t frame,
          const struct yeoun_sink *sink)
{
  const struct yeoun_performance *const performance = player->performance;
  const int64_t round_tick = player->cursor.round * performance->length;
  for (unsigned i = player->cursor.note; i-- > 0;) {
    const struct yeoun_performed *const note = &performance->note[i];
    const int64_t start = round_tick + note->start;
    if (start < tick - YEOUN_BEAT / 2) {
      return;
    }
    if (round_tick + note->written >= tick) {
      yeoun_onset_begin(
        player, note, round_tick, (double)(tick - start), frame, sink);
    }
  }
}

void
yeoun_entry_change(struct yeoun_player *player,
                   int64_t tick,
                   uint32_t frame,
                   const struct yeoun_sink *sink)
{
  const int64_t length = player->performance->length;
  const int64_t round = yeoun_floor_div(tick, length);
  player->cursor = yeoun_cursor_seek(player->performance, tick - 1);
  if (round > 0 && player->repeats) {
    keep(player, (round - 1) * length, tick, frame, sink);
  }
  keep(player, round * length, tick, frame, sink);
  const double enough = yeoun_onset_enough(player, 1e9);
  yeoun_tracker_cut(&player->tracker, tick + (int64_t)enough, frame, sink);
  if (round >= 0) {
    begin_led(player, tick, frame, sink);
  }
}
