// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "player.h"

static const int64_t never = INT64_MAX;

void
yeoun_player_reset(struct yeoun_player *player)
{
  *player = (struct yeoun_player){.next_id = 1};
}

static void
send(const struct yeoun_outlet *outlet, struct yeoun_message message)
{
  outlet->write(outlet->handle, &message);
}

static void
end_note(struct yeoun_player *player,
         uint32_t i,
         uint32_t frame,
         const struct yeoun_outlet *outlet)
{
  const struct yeoun_sounding note = player->sounding[i];
  player->sounding[i] = player->sounding[--player->count];
  send(outlet,
       (struct yeoun_message){.frame = frame,
                              .id = note.id,
                              .kind = YEOUN_MESSAGE_NOTE_OFF,
                              .lane = note.lane,
                              .pitch = note.pitch});
}

static void
set_pedal(struct yeoun_player *player,
          uint8_t lane,
          bool down,
          uint32_t frame,
          const struct yeoun_outlet *outlet)
{
  if (player->is_pedal_down[lane] != down) {
    player->is_pedal_down[lane] = down;
    send(outlet,
         (struct yeoun_message){.frame = frame,
                                .kind = YEOUN_MESSAGE_PEDAL,
                                .lane = lane,
                                .value = down ? 127 : 0});
  }
}

void
yeoun_player_stop(struct yeoun_player *player,
                  uint32_t frame,
                  const struct yeoun_outlet *outlet)
{
  while (player->count) {
    end_note(player, player->count - 1, frame, outlet);
  }
  for (uint8_t lane = 0; lane < YEOUN_LANES; ++lane) {
    set_pedal(player, lane, false, frame, outlet);
  }
  player->is_running = false;
}

/* A pitch that sounds already in its lane is ended before it sounds again; when
   all places are taken, the note that would end first makes room. */
static void
make_room(struct yeoun_player *player,
          const struct yeoun_performed *note,
          uint32_t frame,
          const struct yeoun_outlet *outlet)
{
  uint32_t first = 0;
  for (uint32_t i = 0; i < player->count; ++i) {
    const struct yeoun_sounding *const sounding = &player->sounding[i];
    if (sounding->lane == note->lane && sounding->pitch == note->pitch) {
      end_note(player, i, frame, outlet);
      return;
    }
    first = sounding->end < player->sounding[first].end ? i : first;
  }
  if (player->count == YEOUN_SOUNDING_MAX) {
    end_note(player, first, frame, outlet);
  }
}

static void
begin_note(struct yeoun_player *player,
           const struct yeoun_performed *note,
           int64_t end,
           float length_s,
           uint32_t frame,
           const struct yeoun_outlet *outlet)
{
  make_room(player, note, frame, outlet);
  const uint32_t id = player->next_id++ & 0x7FFFFFFFU;
  player->sounding[player->count++] =
    (struct yeoun_sounding){end, id, note->lane, note->pitch};
  send(outlet,
       (struct yeoun_message){.frame = frame,
                              .id = id,
                              .kind = YEOUN_MESSAGE_NOTE_ON,
                              .lane = note->lane,
                              .pitch = note->pitch,
                              .velocity = note->velocity,
                              .articulation = note->articulation,
                              .bend = note->bend,
                              .bend_cents = note->bend_cents,
                              .length_s = length_s});
}

static void
tell_programs(struct yeoun_player *player,
              const struct yeoun_performance *performance,
              uint32_t frame,
              const struct yeoun_outlet *outlet)
{
  for (uint8_t lane = 0; lane < YEOUN_LANES; ++lane) {
    if (player->program[lane] != performance->instrument[lane]) {
      player->program[lane] = performance->instrument[lane];
      send(outlet,
           (struct yeoun_message){.frame = frame,
                                  .kind = YEOUN_MESSAGE_PROGRAM,
                                  .lane = lane,
                                  .value = player->program[lane]});
    }
  }
}

/* Index of the first note that starts at or after a tick of the performance. */
static uint32_t
first_from(const struct yeoun_performance *performance, int32_t tick)
{
  uint32_t low = 0;
  uint32_t high = performance->notes;
  while (low < high) {
    const uint32_t middle = (low + high) / 2;
    if (performance->note[middle].start < tick) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

static int64_t
cycle_start(const struct yeoun_performance *performance, int64_t tick)
{
  const int64_t length = performance->length;
  const int64_t cycle =
    tick >= 0 ? tick / length : -((-tick + length - 1) / length);
  return cycle * length;
}

void
yeoun_player_start(struct yeoun_player *player,
                   const struct yeoun_performance *performance,
                   int64_t tick,
                   uint32_t frame,
                   const struct yeoun_outlet *outlet)
{
  tell_programs(player, performance, frame, outlet);
  player->cursor = tick;
  player->is_running = true;
  if (performance->length <= 0) {
    return;
  }
  const int64_t start = cycle_start(performance, tick);
  const int32_t at = (int32_t)(tick - start);
  for (int i = 0; i < performance->pedals; ++i) {
    const struct yeoun_pedal *const pedal = &performance->pedal[i];
    if (pedal->start < at && at < pedal->end) {
      set_pedal(player, pedal->lane, true, frame, outlet);
    }
  }
  const uint32_t end = first_from(performance, at);
  for (uint32_t i = 0; i < end; ++i) {
    const struct yeoun_performed *const note = &performance->note[i];
    if (note->end > at) {
      begin_note(player, note, start + note->end, 0.0f, frame, outlet);
    }
  }
}

/* The note that ends first, if it ends before a tick. */
static int64_t
next_end(const struct yeoun_player *player, uint32_t *which)
{
  int64_t end = never;
  for (uint32_t i = 0; i < player->count; ++i) {
    if (player->sounding[i].end < end) {
      end = player->sounding[i].end;
      *which = i;
    }
  }
  return end;
}

/* The next tick at or after `from` at which a pedal moves, within the cycle. */
static int32_t
next_pedal(const struct yeoun_performance *performance, int32_t from)
{
  int32_t next = performance->length;
  for (int i = 0; i < performance->pedals; ++i) {
    const struct yeoun_pedal *const pedal = &performance->pedal[i];
    if (pedal->start >= from && pedal->start < next) {
      next = pedal->start;
    }
    if (pedal->end >= from && pedal->end < next) {
      next = pedal->end;
    }
  }
  return next;
}

/* Lift before pressing, so that a change of pedal is heard. */
static void
move_pedals(struct yeoun_player *player,
            const struct yeoun_performance *performance,
            int32_t at,
            uint32_t frame,
            const struct yeoun_outlet *outlet)
{
  for (int i = 0; i < performance->pedals; ++i) {
    if (performance->pedal[i].end == at) {
      set_pedal(player, performance->pedal[i].lane, false, frame, outlet);
    }
  }
  for (int i = 0; i < performance->pedals; ++i) {
    if (performance->pedal[i].start == at) {
      set_pedal(player, performance->pedal[i].lane, true, frame, outlet);
    }
  }
}

/* End what ends up to and with a tick. */
static void
end_until(struct yeoun_player *player,
          const struct yeoun_transport *transport,
          int64_t tick,
          uint32_t frame,
          const struct yeoun_outlet *outlet)
{
  uint32_t which = 0;
  for (int64_t end = next_end(player, &which); end <= tick;
       end = next_end(player, &which)) {
    end_note(
      player, which, frame + yeoun_transport_frame(transport, end), outlet);
  }
}

/* Play a stretch that lies within one cycle. */
static void
play_stretch(struct yeoun_player *player,
             const struct yeoun_performance *performance,
             const struct yeoun_transport *transport,
             int64_t start,
             int32_t from,
             int32_t to,
             uint32_t frame,
             const struct yeoun_outlet *outlet)
{
  const float tick_s =
    (float)(1.0 / (transport->ticks_per_frame * transport->rate));
  uint32_t i = first_from(performance, from);
  int32_t pedal = next_pedal(performance, from);
  for (;;) {
    const bool has_note =
      i < performance->notes && performance->note[i].start < to;
    const int32_t note_tick = has_note ? performance->note[i].start : to;
    const int32_t at = pedal < note_tick ? pedal : note_tick;
    if (at >= to) {
      break;
    }
    end_until(player, transport, start + at, frame, outlet);
    const uint32_t place = frame + yeoun_transport_frame(transport, start + at);
    if (pedal == at) {
      move_pedals(player, performance, at, place, outlet);
      pedal = next_pedal(performance, at + 1);
      continue;
    }
    const struct yeoun_performed *const note = &performance->note[i++];
    begin_note(player,
               note,
               start + note->end,
               (float)(note->end - note->start) * tick_s,
               place,
               outlet);
  }
  end_until(player, transport, start + to - 1, frame, outlet);
}

void
yeoun_player_play(struct yeoun_player *player,
                  const struct yeoun_performance *performance,
                  const struct yeoun_transport *transport,
                  int64_t to,
                  uint32_t frame,
                  const struct yeoun_outlet *outlet)
{
  while (player->cursor < to && performance->length > 0) {
    const int64_t start = cycle_start(performance, player->cursor);
    const int64_t cycle_end = start + performance->length;
    const int64_t stop = to < cycle_end ? to : cycle_end;
    const int32_t from = (int32_t)(player->cursor - start);
    if (from == 0) {
      for (uint8_t lane = 0; lane < YEOUN_LANES; ++lane) {
        set_pedal(player,
                  lane,
                  false,
                  frame + yeoun_transport_frame(transport, start),
                  outlet);
      }
    }
    play_stretch(player,
                 performance,
                 transport,
                 start,
                 from,
                 (int32_t)(stop - start),
                 frame,
                 outlet);
    player->cursor = stop;
  }
}
