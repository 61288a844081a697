// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "counter.h"

#define SENT 8192

static void
begin(struct counter *counter, const uint8_t byte[3], int64_t frame)
{
  const uint8_t channel = byte[0] & 15;
  size_t *const on = &counter->on[channel][byte[1] & 127];
  if (counter->notes == TALLY_NOTES) {
    host_fail("no room for", "a note");
  }
  counter->doubled += *on > 0;
  counter->sounding += *on == 0;
  counter->note[counter->notes++] =
    (struct counter_note){.begin = frame,
                          .end = TALLY_SOUNDS,
                          .channel = channel,
                          .key = byte[1],
                          .velocity = byte[2],
                          .program = counter->program[channel]};
  *on = counter->notes;
}

static void
end(struct counter *counter, const uint8_t byte[3], int64_t frame)
{
  size_t *const on = &counter->on[byte[0] & 15][byte[1] & 127];
  if (*on) {
    counter->note[*on - 1].end = frame;
    --counter->sounding;
    *on = 0;
  } else {
    ++counter->unmatched;
  }
}

void
counter_block(struct counter *counter, const struct host *host, int64_t at)
{
  static struct host_midi midi[SENT];
  const size_t count = host_sent(host, midi, SENT);
  if (count == SENT) {
    host_fail("no room for", "a message");
  }
  for (size_t i = 0; i < count; ++i) {
    counter->disordered += i && midi[i].frame < midi[i - 1].frame;
    const int64_t frame = at + midi[i].frame;
    switch (midi[i].byte[0] & 0xF0) {
      case 0x90:
        begin(counter, midi[i].byte, frame);
        break;
      case 0x80:
        end(counter, midi[i].byte, frame);
        break;
      case 0xC0:
        counter->program[midi[i].byte[0] & 15] = midi[i].byte[1];
        break;
      default:
        break;
    }
  }
}
