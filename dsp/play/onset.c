// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "onset.h"

#define ENOUGH_S 0.06
#define ENOUGH_SHARE 0.25

double
yeoun_onset_enough(const struct yeoun_player *player, double length)
{
  const struct yeoun_transport *const transport = &player->transport;
  const double most =
    ENOUGH_S * transport->rate * yeoun_transport_step(transport);
  const double share = ENOUGH_SHARE * length;
  return share < most ? share : most;
}

/* A number of the note's own, by its place in the score: no two strokes are the
   same, and one is the same wherever playing began. Never 0. */
static uint32_t
seed_of(const struct yeoun_performed *note)
{
  const uint32_t place = (uint32_t)note->written * 2654435761U;
  return (place ^ ((uint32_t)note->pitch << 8 | note->lane)) | 1U << 31;
}

void
yeoun_onset_begin(struct yeoun_player *player,
                  const struct yeoun_performed *note,
                  int64_t round_tick,
                  double late,
                  uint32_t frame,
                  const struct yeoun_sink *sink)
{
  const double length = note->end - note->start;
  const struct yeoun_written written = {
    round_tick + note->written, note->lane, note->pitch};
  if (player->is_muted[note->lane] ||
      length - late < (late > 0.0 ? yeoun_onset_enough(player, length) : 0.0) ||
      yeoun_begun_has(&player->begun, written)) {
    return;
  }
  const double step = yeoun_transport_step(&player->transport);
  const struct yeoun_message message = {
    .frame = frame,
    .seed = seed_of(note),
    .kind = YEOUN_MESSAGE_NOTE_ON,
    .lane = note->lane,
    .pitch = note->pitch,
    .velocity = note->velocity,
    .articulation = note->articulation,
    .bend = note->bend,
    .bend_cents = note->bend_cents,
    .length_s = (float)((length - late) / step / player->transport.rate),
  };
  yeoun_begun_add(&player->begun, written);
  yeoun_tracker_begin(&player->tracker, &message, round_tick + note->end, sink);
}

void
yeoun_onset_press(struct yeoun_player *player,
                  uint8_t lane,
                  int64_t end,
                  uint32_t frame,
                  const struct yeoun_sink *sink)
{
  if (!player->is_muted[lane]) {
    yeoun_tracker_press(&player->tracker, lane, end, frame, sink);
  }
}
