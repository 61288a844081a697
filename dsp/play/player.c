// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "player.h"

#include "entry.h"
#include "music/number.h"
#include "onset.h"
#include "place.h"

#include <math.h>
#include <stddef.h>

int64_t
yeoun_player_passed(const struct yeoun_player *player)
{
  const struct yeoun_transport *const transport = &player->transport;
  const double step = yeoun_transport_step(transport) * (1.0 - 1e-6);
  return (int64_t)floor(yeoun_transport_tick(transport) - step);
}

void
yeoun_player_init(struct yeoun_player *player, double rate)
{
  *player = (struct yeoun_player){.performance = NULL};
  yeoun_transport_init(&player->transport, rate);
  yeoun_tracker_init(&player->tracker);
  player->controllers.stepped = INT64_MIN;
  player->jumps = player->transport.jumps - 1;
  player->are_programs_due = true;
}

void
yeoun_player_reset(struct yeoun_player *player)
{
  yeoun_transport_reset(&player->transport);
  player->are_programs_due = true;
}

void
yeoun_player_queue(struct yeoun_player *player,
                   const struct yeoun_performance *next,
                   int64_t tick,
                   enum yeoun_way entry)
{
  player->next = next;
  player->next_tick = tick;
  player->entry = entry;
}

double
yeoun_player_tick(const struct yeoun_player *player)
{
  const double tick = yeoun_transport_tick(&player->transport);
  if (!player->performance || tick < 0.0) {
    return 0.0;
  }
  const double length = player->performance->length;
  return tick - floor(tick / length) * length;
}

/** End what sounds of the muted lanes. */
static void
silence(struct yeoun_player *player, const struct yeoun_sink *sink)
{
  for (uint8_t lane = 0; lane < YEOUN_LANES; ++lane) {
    if (player->is_muted[lane]) {
      yeoun_tracker_release_lane(&player->tracker, lane, 0, sink);
    }
  }
}

/** Who plays a lane: whom it was written for, unless a remix has another. */
static uint8_t
find_instrument(const struct yeoun_player *player, uint8_t lane)
{
  const struct yeoun_performance *const performance = player->performance;
  const uint8_t other =
    player->remix.palette
      ? yeoun_remix_instrument(&player->remix, lane, performance->reach[lane])
      : YEOUN_INSTRUMENT_AUTO;
  return other ? other : performance->instrument[lane];
}

static void
tell_programs(struct yeoun_player *player,
              uint32_t frame,
              const struct yeoun_sink *sink)
{
  for (uint8_t lane = 0; lane < YEOUN_LANES; ++lane) {
    const uint8_t instrument = find_instrument(player, lane);
    if (player->are_programs_due || player->instrument[lane] != instrument) {
      const struct yeoun_message message = {.frame = frame,
                                            .kind = YEOUN_MESSAGE_PROGRAM,
                                            .lane = lane,
                                            .value = instrument};
      player->instrument[lane] = instrument;
      sink->write(sink->handle, &message);
    }
  }
  player->are_programs_due = false;
}

/** Let the next performance take over. */
static void
take_over(struct yeoun_player *player, int64_t frame)
{
  player->performance = player->next;
  player->next = NULL;
  ++player->serial;
  yeoun_transport_set_music_tempo(
    &player->transport, player->performance->tempo_bpm, frame);
}

/** In its own time, music of another length goes on in the same round. Returns
    the tick as it is counted from now on. */
static int64_t
count_anew(struct yeoun_player *player, int64_t tick)
{
  const int64_t before = player->performance->length;
  const int64_t after = player->next->length;
  if (player->transport.time != YEOUN_TIME_OWN || before == after) {
    return tick;
  }
  const int64_t round = yeoun_floor_div(tick, before);
  const int64_t shift = round * after + (tick - round * before) % after - tick;
  yeoun_transport_shift(&player->transport, (double)shift);
  yeoun_tracker_shift(&player->tracker, shift);
  yeoun_begun_shift(&player->begun, shift);
  yeoun_controllers_shift(&player->controllers, shift);
  return tick + shift;
}

/** Change performances at a tick that was reached in playing. */
static void
change(struct yeoun_player *player,
       int64_t tick,
       int64_t frame,
       const struct yeoun_sink *sink)
{
  const uint32_t offset = (uint32_t)(frame - player->transport.frame);
  const int64_t from = count_anew(player, tick);
  take_over(player, frame);
  tell_programs(player, offset, sink);
  if (player->entry == YEOUN_WAY_ROUND) {
    player->cursor = yeoun_cursor_seek(player->performance, from - 1);
  } else {
    yeoun_entry_change(player, from, offset, sink);
  }
}

/** Play all that is due at one tick. */
static void
play_tick(struct yeoun_player *player,
          int64_t tick,
          double late,
          uint32_t frame,
          const struct yeoun_sink *sink)
{
  const struct yeoun_performance *const performance = player->performance;
  struct yeoun_cursor *const cursor = &player->cursor;
  yeoun_tracker_end(&player->tracker, tick, frame, sink);
  while (yeoun_cursor_pedal(cursor, performance) == tick) {
    const struct yeoun_pedal *const pedal =
      &performance->pedal[cursor->pedal++];
    const int64_t end = tick + pedal->end - pedal->start;
    yeoun_onset_press(player, pedal->lane, end, frame, sink);
  }
  while (yeoun_cursor_note(cursor, performance) == tick) {
    const struct yeoun_performed *const note =
      &performance->note[cursor->note++];
    yeoun_onset_begin(player, note, tick - note->start, late, frame, sink);
  }
}

/** Play what is due before a frame, in order of ticks. */
static void
play(struct yeoun_player *player, int64_t end, const struct yeoun_sink *sink)
{
  const int64_t begin = player->transport.frame;
  const int64_t passed = yeoun_player_passed(player);
  int64_t now = begin;
  for (;;) {
    const int64_t place = player->next ? player->next_tick : YEOUN_NEVER;
    int64_t tick =
      yeoun_min_l(yeoun_cursor_note(&player->cursor, player->performance),
                  yeoun_cursor_pedal(&player->cursor, player->performance));
    tick = yeoun_min_l(tick, yeoun_tracker_next_end(&player->tracker));
    tick = yeoun_min_l(tick, place);
    const int64_t step =
      yeoun_controllers_next(&player->controllers, &player->transport, passed);
    const bool is_step = step < tick;
    tick = yeoun_min_l(tick, step);
    if (tick == YEOUN_NEVER) {
      return;
    }
    /* What came late, after a nudge, comes now. */
    const int64_t frame =
      yeoun_transport_frame_of(&player->transport, (double)tick);
    const int64_t late = frame < now ? now - frame : 0;
    now = frame < now ? now : frame;
    if (now >= end) {
      return;
    }
    const uint32_t offset = (uint32_t)(now - begin);
    if (is_step) {
      yeoun_controllers_step(&player->controllers,
                             &player->transport,
                             &player->tracker,
                             tick,
                             offset,
                             sink);
    } else if (tick == place) {
      yeoun_tracker_end(&player->tracker, tick, offset, sink);
      change(player, tick, now, sink);
    } else {
      const double per_frame = yeoun_transport_step(&player->transport);
      play_tick(player, tick, (double)late * per_frame, offset, sink);
    }
  }
}

/** Break off where the transport did. */
static void
break_off(struct yeoun_player *player, const struct yeoun_sink *sink)
{
  const bool is_standing = player->transport.time == YEOUN_TIME_STANDS;
  yeoun_tracker_release(&player->tracker, false, 0, sink);
  yeoun_controllers_reset(&player->controllers, sink);
  yeoun_begun_clear(&player->begun);
  player->are_programs_due |= player->is_standing && !is_standing;
  player->is_waiting = player->must_wait;
  player->wait_tick = yeoun_player_passed(player);
}

/** What is to take over at once does so; returns whether the music is to be
    entered as after a jump. */
static bool
enter_next(struct yeoun_player *player,
           bool is_fresh,
           const struct yeoun_sink *sink)
{
  if (!player->performance || is_fresh || player->is_standing ||
      player->is_waiting) {
    if (player->performance) {
      count_anew(player, yeoun_player_passed(player) + 1);
    }
    take_over(player, player->transport.frame);
    return true;
  }
  change(
    player, yeoun_player_passed(player) + 1, player->transport.frame, sink);
  return false;
}

void
yeoun_player_follow(struct yeoun_player *player, const struct yeoun_sink *sink)
{
  const struct yeoun_transport *const transport = &player->transport;
  bool is_fresh = player->jumps != transport->jumps;
  player->jumps = transport->jumps;
  if (is_fresh) {
    break_off(player, sink);
  }
  player->is_standing = transport->time == YEOUN_TIME_STANDS;
  yeoun_controllers_heed(&player->controllers, sink);
  if (player->next && player->next_tick == YEOUN_AT_ONCE) {
    is_fresh = enter_next(player, is_fresh, sink);
  }
  if (player->is_waiting && !player->must_wait) {
    player->is_waiting = false;
    is_fresh = true;
  }
  if (!player->performance || player->is_waiting) {
    return;
  }
  tell_programs(player, 0, sink);
  silence(player, sink);
  if (is_fresh && !player->is_standing) {
    const int64_t tick = yeoun_player_passed(player);
    yeoun_entry_jump(player,
                     tick,
                     player->wait_tick < tick ? player->wait_tick : tick,
                     0,
                     sink);
  }
}

void
yeoun_player_run(struct yeoun_player *player,
                 uint32_t frames,
                 const struct yeoun_sink *sink)
{
  if (player->performance && !player->is_standing && !player->is_waiting) {
    play(player, player->transport.frame + frames, sink);
  }
  yeoun_transport_advance(&player->transport, frames);
}
