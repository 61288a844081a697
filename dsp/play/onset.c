// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "onset.h"

#include "music/instrument.h"

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

static struct yeoun_swell
swell_of(const struct yeoun_performed *note, float gone)
{
  return (struct yeoun_swell){
    .crest_at = (float)note->crest_at / 255.0f,
    .crest_db = 0.25f * (float)note->crest_level,
    .end_db = 0.25f * (float)note->end_level,
    .gone = gone,
  };
}

static struct yeoun_lead
lead_of(const struct yeoun_player *player,
        const struct yeoun_performed *note,
        int64_t round_tick)
{
  const uint8_t instrument = player->instrument[note->lane];
  return (struct yeoun_lead){
    .is_held =
      yeoun_instrument_facts(instrument)->sustain == YEOUN_SUSTAIN_HELD,
    .velocity = note->velocity,
    .phrase_db = 0.25f * (float)note->phrase_level,
    .start = round_tick + note->start,
    .end = round_tick + note->end,
    .swell = swell_of(note, 0.0f),
    .bending = {.kind = note->bend, .cents = (float)note->bend_cents},
  };
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
    .swell = swell_of(note, (float)(late / length)),
  };
  const struct yeoun_lead lead = lead_of(player, note, round_tick);
  yeoun_begun_add(&player->begun, written);
  yeoun_controllers_begin(&player->controllers,
                          &player->transport,
                          note->lane,
                          &lead,
                          round_tick + note->start + (int64_t)late,
                          frame,
                          sink);
  player->controllers.lead[note->lane].id =
    yeoun_tracker_begin(&player->tracker, &message, lead.end, sink);
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
