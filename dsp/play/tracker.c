// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "tracker.h"

#include "music/number.h"

#include <assert.h>
#include <stddef.h>

void
yeoun_tracker_init(struct yeoun_tracker *tracker)
{
  *tracker = (struct yeoun_tracker){.next_id = 1};
}

int64_t
yeoun_tracker_next_end(const struct yeoun_tracker *tracker)
{
  int64_t next = YEOUN_NEVER;
  for (unsigned i = 0; i < tracker->notes; ++i) {
    next = yeoun_min_l(next, tracker->note[i].end);
  }
  for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
    if (tracker->is_pedal_down[lane] && tracker->pedal_end[lane] < next) {
      next = tracker->pedal_end[lane];
    }
  }
  return next;
}

/** Send the note off of one note and forget it; the last takes its place. */
static void
end_note(struct yeoun_tracker *tracker,
         unsigned index,
         uint32_t frame,
         const struct yeoun_sink *sink)
{
  assert(index < tracker->notes);
  const struct yeoun_sounding note = tracker->note[index];
  tracker->note[index] = tracker->note[--tracker->notes];
  const struct yeoun_message message = {.frame = frame,
                                        .id = note.id,
                                        .kind = YEOUN_MESSAGE_NOTE_OFF,
                                        .lane = note.lane,
                                        .pitch = note.pitch,
                                        .is_live = note.is_live};
  sink->write(sink->handle, &message);
}

static void
send_pedal(uint8_t lane,
           uint8_t value,
           uint32_t frame,
           const struct yeoun_sink *sink)
{
  const struct yeoun_message message = {
    .frame = frame, .kind = YEOUN_MESSAGE_PEDAL, .lane = lane, .value = value};
  sink->write(sink->handle, &message);
}

static void
lift_pedal(struct yeoun_tracker *tracker,
           uint8_t lane,
           uint32_t frame,
           const struct yeoun_sink *sink)
{
  if (tracker->is_pedal_down[lane]) {
    tracker->is_pedal_down[lane] = false;
    send_pedal(lane, 0, frame, sink);
  }
}

uint32_t
yeoun_tracker_begin(struct yeoun_tracker *tracker,
                    const struct yeoun_message *message,
                    int64_t end,
                    const struct yeoun_sink *sink)
{
  for (unsigned i = 0; i < tracker->notes; ++i) {
    if (tracker->note[i].lane == message->lane &&
        tracker->note[i].pitch == message->pitch) {
      end_note(tracker, i, message->frame, sink);
      break;
    }
  }
  if (tracker->notes == YEOUN_SOUNDING_MAX) {
    return 0;
  }

  struct yeoun_message begun = *message;
  begun.id = tracker->next_id;
  tracker->next_id += tracker->next_id == UINT32_MAX ? 2 : 1;
  tracker->note[tracker->notes++] =
    (struct yeoun_sounding){.end = end,
                            .id = begun.id,
                            .lane = begun.lane,
                            .pitch = begun.pitch,
                            .is_live = begun.is_live};
  sink->write(sink->handle, &begun);
  return begun.id;
}

void
yeoun_tracker_press(struct yeoun_tracker *tracker,
                    uint8_t lane,
                    int64_t end,
                    uint32_t frame,
                    const struct yeoun_sink *sink)
{
  lift_pedal(tracker, lane, frame, sink);
  tracker->is_pedal_down[lane] = true;
  tracker->pedal_end[lane] = end;
  send_pedal(lane, 127, frame, sink);
}

void
yeoun_tracker_end(struct yeoun_tracker *tracker,
                  int64_t tick,
                  uint32_t frame,
                  const struct yeoun_sink *sink)
{
  for (unsigned i = tracker->notes; i-- > 0;) {
    if (tracker->note[i].end <= tick) {
      end_note(tracker, i, frame, sink);
    }
  }
  for (uint8_t lane = 0; lane < YEOUN_LANES; ++lane) {
    if (tracker->pedal_end[lane] <= tick) {
      lift_pedal(tracker, lane, frame, sink);
    }
  }
}

void
yeoun_tracker_release(struct yeoun_tracker *tracker,
                      bool is_live,
                      uint32_t frame,
                      const struct yeoun_sink *sink)
{
  for (unsigned i = tracker->notes; i-- > 0;) {
    if (tracker->note[i].is_live == is_live) {
      end_note(tracker, i, frame, sink);
    }
  }
  for (uint8_t lane = 0; !is_live && lane < YEOUN_LANES; ++lane) {
    lift_pedal(tracker, lane, frame, sink);
  }
}

void
yeoun_tracker_release_lane(struct yeoun_tracker *tracker,
                           uint8_t lane,
                           uint32_t frame,
                           const struct yeoun_sink *sink)
{
  for (unsigned i = tracker->notes; i-- > 0;) {
    if (tracker->note[i].lane == lane && !tracker->note[i].is_live) {
      end_note(tracker, i, frame, sink);
    }
  }
  lift_pedal(tracker, lane, frame, sink);
}

void
yeoun_tracker_keep(struct yeoun_tracker *tracker,
                   uint8_t lane,
                   uint8_t pitch,
                   int64_t end)
{
  for (unsigned i = 0; i < tracker->notes; ++i) {
    struct yeoun_sounding *const note = &tracker->note[i];
    if (note->lane == lane && note->pitch == pitch && !note->is_live) {
      note->end = end;
      note->is_kept = true;
      return;
    }
  }
}

bool
yeoun_tracker_hold(struct yeoun_tracker *tracker, uint8_t lane, int64_t end)
{
  if (tracker->is_pedal_down[lane]) {
    tracker->pedal_end[lane] = end;
    tracker->is_pedal_kept[lane] = true;
  }
  return tracker->is_pedal_down[lane];
}

void
yeoun_tracker_cut(struct yeoun_tracker *tracker,
                  int64_t tick,
                  uint32_t frame,
                  const struct yeoun_sink *sink)
{
  for (unsigned i = tracker->notes; i-- > 0;) {
    struct yeoun_sounding *const note = &tracker->note[i];
    const bool is_kept = note->is_kept;
    note->is_kept = false;
    if (!note->is_live && !is_kept && note->end > tick) {
      end_note(tracker, i, frame, sink);
    }
  }
  for (uint8_t lane = 0; lane < YEOUN_LANES; ++lane) {
    if (!tracker->is_pedal_kept[lane]) {
      lift_pedal(tracker, lane, frame, sink);
    }
    tracker->is_pedal_kept[lane] = false;
  }
}

void
yeoun_tracker_release_key(struct yeoun_tracker *tracker,
                          uint8_t pitch,
                          uint32_t frame,
                          const struct yeoun_sink *sink)
{
  for (unsigned i = 0; i < tracker->notes; ++i) {
    if (tracker->note[i].is_live && tracker->note[i].pitch == pitch) {
      end_note(tracker, i, frame, sink);
      return;
    }
  }
}

bool
yeoun_tracker_has(const struct yeoun_tracker *tracker, uint32_t id)
{
  for (unsigned i = 0; i < tracker->notes; ++i) {
    if (tracker->note[i].id == id) {
      return true;
    }
  }
  return false;
}

void
yeoun_tracker_shift(struct yeoun_tracker *tracker, int64_t ticks)
{
  for (unsigned i = 0; i < tracker->notes; ++i) {
    if (tracker->note[i].end != YEOUN_NEVER) {
      tracker->note[i].end += ticks;
    }
  }
  for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
    tracker->pedal_end[lane] += ticks;
  }
}
