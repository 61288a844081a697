// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "player.h"

#include "music/number.h"
#include "music/palette.h"

#include <math.h>
#include <stddef.h>

/* Of a note that dies away by itself, only this much may be missed. */
#define LATE_TICKS (YEOUN_BEAT / 30)

static int64_t
floor_div(int64_t x, int64_t by)
{
  return x / by - (x % by < 0);
}

/** The last tick whose frame lies before the present one. */
static int64_t
passed(const struct yeoun_player *player)
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
                   enum yeoun_place place)
{
  if (next == player->next && place == player->place) {
    return;
  }
  player->next = next;
  player->place = place;
  player->is_place_known = false;
}

int64_t
yeoun_player_round(const struct yeoun_player *player, int32_t length)
{
  const int64_t tick = passed(player) + 1;
  const bool is_waiting = player->next && player->is_place_known &&
                          player->place == YEOUN_PLACE_ROUND &&
                          player->jumps == player->transport.jumps;
  const int64_t last = is_waiting ? player->place_tick - 1 : tick;
  return floor_div(yeoun_min_l(tick, last), length);
}

double
yeoun_player_tick(const struct yeoun_player *player)
{
  if (!player->performance) {
    return 0.0;
  }
  const double tick = yeoun_transport_tick(&player->transport);
  const double length = player->performance->length;
  return tick - floor(tick / length) * length;
}

/** The next place after a tick at which another performance may begin. */
static int64_t
find_place(const struct yeoun_player *player,
           enum yeoun_place place,
           int64_t tick)
{
  const struct yeoun_performance *const performance = player->performance;
  const int64_t length = performance->length;
  const int64_t bar = yeoun_bar_ticks(performance->meter);
  const int64_t round = floor_div(tick, length) * length;
  int64_t grid = length;
  switch (place) {
    case YEOUN_PLACE_NOW:
      return tick;
    case YEOUN_PLACE_ROUND:
      /* At the very first tick of a round, that round has begun. */
      return (floor_div(tick + 1, length) + 1) * length;
    case YEOUN_PLACE_BEAT:
      grid = yeoun_pulse_ticks(performance->meter);
      break;
    case YEOUN_PLACE_BAR:
      grid = bar;
      break;
    case YEOUN_PLACE_PHRASE:
      grid = 4 * bar;
      break;
  }
  const int64_t next = ((tick - round) / grid + 1) * grid;
  return round + yeoun_min_l(next, length);
}

bool
yeoun_player_turns(const struct yeoun_player *player, enum yeoun_place place)
{
  return player->performance && !player->is_standing &&
         place != YEOUN_PLACE_NOW &&
         find_place(player, place, passed(player)) %
             player->performance->length ==
           0;
}

/** Point at the first note and pedal after a tick. */
static void
seek(struct yeoun_player *player, int64_t tick)
{
  const struct yeoun_performance *const performance = player->performance;
  player->round = floor_div(tick + 1, performance->length);
  player->pedal_round = player->round;
  const int64_t offset = tick + 1 - player->round * performance->length;
  player->note = 0;
  while (player->note < performance->notes &&
         performance->note[player->note].start < offset) {
    ++player->note;
  }
  player->pedal = 0;
  while (player->pedal < performance->pedals &&
         performance->pedal[player->pedal].start < offset) {
    ++player->pedal;
  }
}

/** The tick of the next note on; the pointer may stand behind the last. */
static int64_t
next_note(struct yeoun_player *player)
{
  const struct yeoun_performance *const performance = player->performance;
  if (!performance->notes) {
    return YEOUN_NEVER;
  }
  if (player->note >= performance->notes) {
    player->note = 0;
    ++player->round;
  }
  return player->round * performance->length +
         performance->note[player->note].start;
}

static int64_t
next_pedal(struct yeoun_player *player)
{
  const struct yeoun_performance *const performance = player->performance;
  if (!performance->pedals) {
    return YEOUN_NEVER;
  }
  if (player->pedal >= performance->pedals) {
    player->pedal = 0;
    ++player->pedal_round;
  }
  return player->pedal_round * performance->length +
         performance->pedal[player->pedal].start;
}

/** Begin a note that ends at a tick, unless its lane is muted. */
static void
sound(struct yeoun_player *player,
      const struct yeoun_performed *note,
      int64_t end,
      double ticks,
      uint32_t frame,
      const struct yeoun_sink *sink)
{
  if (player->is_muted[note->lane]) {
    return;
  }
  const double step = yeoun_transport_step(&player->transport);
  const struct yeoun_message message = {
    .frame = frame,
    .kind = YEOUN_MESSAGE_NOTE_ON,
    .lane = note->lane,
    .pitch = note->pitch,
    .velocity = note->velocity,
    .articulation = note->articulation,
    .bend = note->bend,
    .bend_cents = note->bend_cents,
    .length_s = (float)(ticks / step / player->transport.rate),
  };
  yeoun_tracker_begin(&player->tracker, &message, end, sink);
}

static void
press(struct yeoun_player *player,
      uint8_t lane,
      int64_t end,
      uint32_t frame,
      const struct yeoun_sink *sink)
{
  if (!player->is_muted[lane]) {
    yeoun_tracker_press(&player->tracker, lane, end, frame, sink);
  }
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

/** Whether a note that began before can still be begun. */
static bool
is_held(const struct yeoun_player *player,
        const struct yeoun_performed *note,
        double late_ticks)
{
  const uint8_t instrument = player->instrument[note->lane];
  return late_ticks <= LATE_TICKS ||
         yeoun_instrument_facts(instrument)->sustain != YEOUN_SUSTAIN_FREE;
}

/** Begin the notes and pedals of one round that were due up to and with a tick
    and last beyond it. */
static void
chase_round(struct yeoun_player *player,
            int64_t round,
            int64_t tick,
            uint32_t frame,
            const struct yeoun_sink *sink)
{
  const struct yeoun_performance *const performance = player->performance;
  const int64_t origin = round * performance->length;
  for (unsigned i = 0; i < performance->pedals; ++i) {
    const struct yeoun_pedal *const pedal = &performance->pedal[i];
    if (origin + pedal->start <= tick && origin + pedal->end > tick + 1) {
      press(player, pedal->lane, origin + pedal->end, frame, sink);
    }
  }
  for (unsigned i = 0; i < performance->notes; ++i) {
    const struct yeoun_performed *const note = &performance->note[i];
    const int64_t end = origin + note->end;
    if (origin + note->start <= tick && end > tick + 1 &&
        is_held(player, note, (double)(tick - origin - note->start))) {
      sound(player, note, end, (double)(end - tick), frame, sink);
    }
  }
}

/** Be where the music is after a tick. */
static void
arrive(struct yeoun_player *player,
       int64_t tick,
       uint32_t frame,
       const struct yeoun_sink *sink)
{
  const int64_t round = floor_div(tick, player->performance->length);
  seek(player, tick);
  /* What rings in from the round before is known where that is the same music.
   */
  if (round > 0 && player->repeats) {
    chase_round(player, round - 1, tick, frame, sink);
  }
  if (round >= 0) {
    chase_round(player, round, tick, frame, sink);
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
  const int64_t round = floor_div(tick, before);
  const int64_t shift = round * after + (tick - round * before) % after - tick;
  yeoun_transport_shift(&player->transport, (double)shift);
  yeoun_tracker_shift(&player->tracker, shift);
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
  const bool is_round = player->place == YEOUN_PLACE_ROUND;
  const int64_t from = count_anew(player, tick);
  if (!is_round) {
    yeoun_tracker_release(&player->tracker, false, offset, sink);
  }
  take_over(player, frame);
  tell_programs(player, offset, sink);
  if (is_round) {
    seek(player, from - 1);
  } else {
    arrive(player, from - 1, offset, sink);
  }
}

/** Play all that is due at one tick. */
static void
play_tick(struct yeoun_player *player,
          int64_t tick,
          uint32_t frame,
          const struct yeoun_sink *sink)
{
  const struct yeoun_performance *const performance = player->performance;
  yeoun_tracker_end(&player->tracker, tick, frame, sink);
  while (next_pedal(player) == tick) {
    const struct yeoun_pedal *const pedal =
      &performance->pedal[player->pedal++];
    const int64_t end = tick + pedal->end - pedal->start;
    press(player, pedal->lane, end, frame, sink);
  }
  while (next_note(player) == tick) {
    const struct yeoun_performed *const note =
      &performance->note[player->note++];
    const int64_t ticks = note->end - note->start;
    sound(player, note, tick + ticks, (double)ticks, frame, sink);
  }
}

/** Play what is due before a frame, in order of ticks. */
static void
play(struct yeoun_player *player, int64_t end, const struct yeoun_sink *sink)
{
  const int64_t begin = player->transport.frame;
  int64_t now = begin;
  for (;;) {
    const int64_t place = player->next ? player->place_tick : YEOUN_NEVER;
    int64_t tick = yeoun_min_l(next_note(player), next_pedal(player));
    tick = yeoun_min_l(tick, yeoun_tracker_next_end(&player->tracker));
    tick = yeoun_min_l(tick, place);
    if (tick == YEOUN_NEVER) {
      return;
    }
    /* What came late, after a nudge, comes now. */
    const int64_t frame =
      yeoun_transport_frame_of(&player->transport, (double)tick);
    now = yeoun_max_l(now, frame);
    if (now >= end) {
      return;
    }
    if (tick == place) {
      yeoun_tracker_end(&player->tracker, tick, (uint32_t)(now - begin), sink);
      change(player, tick, now, sink);
    } else {
      play_tick(player, tick, (uint32_t)(now - begin), sink);
    }
  }
}

void
yeoun_player_follow(struct yeoun_player *player, const struct yeoun_sink *sink)
{
  struct yeoun_transport *const transport = &player->transport;
  const bool is_standing = transport->time == YEOUN_TIME_STANDS;
  bool is_fresh = player->jumps != transport->jumps;
  player->jumps = transport->jumps;
  if (is_fresh) {
    yeoun_tracker_release(&player->tracker, false, 0, sink);
    player->are_programs_due |= player->is_standing && !is_standing;
  }
  player->is_standing = is_standing;
  silence(player, sink);

  if (player->next &&
      (!player->performance || player->place == YEOUN_PLACE_NOW ||
       ((is_fresh || is_standing) && player->place != YEOUN_PLACE_ROUND))) {
    yeoun_tracker_release(&player->tracker, false, 0, sink);
    if (player->performance) {
      count_anew(player, passed(player) + 1);
    }
    take_over(player, transport->frame);
    is_fresh = true;
  }
  if (!player->performance) {
    return;
  }
  tell_programs(player, 0, sink);
  if (is_fresh && !is_standing) {
    arrive(player, passed(player), 0, sink);
    player->is_place_known = false;
  }
  if (player->next && !player->is_place_known) {
    player->place_tick = find_place(player, player->place, passed(player));
    player->is_place_known = true;
  }
}

void
yeoun_player_run(struct yeoun_player *player,
                 uint32_t frames,
                 const struct yeoun_sink *sink)
{
  if (player->performance && !player->is_standing) {
    play(player, player->transport.frame + frames, sink);
  }
  yeoun_transport_advance(&player->transport, frames);
}
