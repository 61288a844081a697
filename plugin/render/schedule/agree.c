// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "agree.h"

#include <string.h>

#include <lv2/midi/midi.h>

#include "music/lane.h"
#include "render/say.h"

/* A 32nd note: a performer is early or late by less. */
#define NEAR (YEOUN_BEAT / 8)

/** Notes of each lane and key: composed, played, and those of the played that
    begin near to a bar line. */
struct count {
  int composed[YEOUN_LANES][128], played[YEOUN_LANES][128];
  int at_bar[YEOUN_LANES][128];
};

static unsigned
lane_of(uint8_t channel)
{
  unsigned lane = 0;
  while (lane < YEOUN_LANES && yeoun_lane_channel(lane) != channel) {
    ++lane;
  }
  return lane;
}

static void
count_notes(const struct yeoun_composed *composed,
            const struct yeoun_take *take,
            struct count *count)
{
  const int32_t bar = yeoun_bar_ticks(take->meter);
  for (unsigned i = 0; i < composed->notes; ++i) {
    const struct yeoun_note *const note = &composed->note[i];
    ++count->composed[note->lane][note->pitch & 127];
  }
  for (unsigned i = 0; i < take->events; ++i) {
    const struct yeoun_event *const event = &take->event[i];
    const unsigned lane = lane_of(event->bytes[0] & 0x0F);
    if ((event->bytes[0] & 0xF0) == LV2_MIDI_MSG_NOTE_ON && event->bytes[2] &&
        lane < YEOUN_LANES) {
      const unsigned key = event->bytes[1] & 127;
      const int32_t tick = yeoun_take_tick(take, event);
      ++count->played[lane][key];
      count->at_bar[lane][key] += (tick + NEAR) % bar <= 2 * NEAR;
    }
  }
}

/** Where intensity changes, at a bar line, what is held is struck again. */
static bool
is_same(const struct count *count,
        const struct yeoun_render_plan *plan,
        unsigned lane)
{
  for (unsigned key = 0; key < 128; ++key) {
    const int again = count->played[lane][key] - count->composed[lane][key];
    if (again < 0 || again > (plan->changes ? count->at_bar[lane][key] : 0)) {
      return false;
    }
  }
  return true;
}

static unsigned
sum(const int notes[128])
{
  unsigned all = 0;
  for (unsigned key = 0; key < 128; ++key) {
    all += (unsigned)notes[key];
  }
  return all;
}

bool
yeoun_agree(const struct yeoun_host *host,
            const struct yeoun_render_plan *plan,
            const struct yeoun_composed *composed,
            const struct yeoun_take *take)
{
  struct count count;
  memset(&count, 0, sizeof(count));
  count_notes(composed, take, &count);
  for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
    if (!is_same(&count, plan, lane)) {
      yeoun_say("%s is of another build than this command: of the %s it played "
                "%u notes where %u are composed, or others; nothing is written",
                lilv_node_as_uri(lilv_plugin_get_library_uri(host->plugin)),
                yeoun_lane_name(lane),
                sum(count.played[lane]),
                sum(count.composed[lane]));
      return false;
    }
  }
  return true;
}
