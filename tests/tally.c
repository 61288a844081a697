// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "tally.h"

#define SENT 8192

static void
begin(struct tally *tally, const uint8_t byte[3], int64_t frame)
{
  const uint8_t channel = byte[0] & 15;
  size_t *const on = &tally->on[channel][byte[1] & 127];
  if (tally->notes == TALLY_NOTES) {
    host_fail("no room for", "a note");
  }
  tally->doubled += *on > 0;
  tally->sounding += *on == 0;
  tally->note[tally->notes++] =
    (struct tally_note){.begin = frame,
                        .end = TALLY_SOUNDS,
                        .channel = channel,
                        .key = byte[1],
                        .velocity = byte[2],
                        .program = tally->program[channel]};
  *on = tally->notes;
}

static void
end(struct tally *tally, const uint8_t byte[3], int64_t frame)
{
  size_t *const on = &tally->on[byte[0] & 15][byte[1] & 127];
  if (*on) {
    tally->note[*on - 1].end = frame;
    --tally->sounding;
    *on = 0;
  } else {
    ++tally->unmatched;
  }
}

void
tally_block(struct tally *tally, const struct host *host, int64_t at)
{
  static struct host_midi midi[SENT];
  const size_t count = host_sent(host, midi, SENT);
  if (count == SENT) {
    host_fail("no room for", "a message");
  }
  for (size_t i = 0; i < count; ++i) {
    tally->disordered += i && midi[i].frame < midi[i - 1].frame;
    const int64_t frame = at + midi[i].frame;
    switch (midi[i].byte[0] & 0xF0) {
      case 0x90:
        begin(tally, midi[i].byte, frame);
        break;
      case 0x80:
        end(tally, midi[i].byte, frame);
        break;
      case 0xC0:
        tally->program[midi[i].byte[0] & 15] = midi[i].byte[1];
        break;
      default:
        break;
    }
  }
}
