// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "rendered.h"

#include <string.h>

#include "perform/perform.h"
#include "perform/scratch.h"
#include "suite.h"

#define BPM 120.0f

struct yeoun_score written;
struct yeoun_mood plain_mood;
struct yeoun_performance performed;

static struct yeoun_perform_scratch scratch;

void
rendered_open(void)
{
  memset(&written, 0, sizeof(written));
  memset(&plain_mood, 0, sizeof(plain_mood));
  plain_mood.weight[YEOUN_LYRICAL] = 1.0f;
  plain_mood.feature[YEOUN_FEATURE_GATE] = 1.0f;
  written.meter = (struct yeoun_meter){4, 4};
  written.length = 32 * YEOUN_BEAT;
  written.tempo_bpm = BPM;
  written.spans = 1;
  written.span[0] = (struct yeoun_span){
    .length = written.length, .chord = yeoun_chord_make(0, YEOUN_CHORD_MAJ, 0)};
}

struct yeoun_note *
rendered_add(unsigned lane, int32_t start, int32_t length, int pitch)
{
  const struct yeoun_note note = {.start = start,
                                  .length = length,
                                  .pitch = (uint8_t)pitch,
                                  .lane = (uint8_t)lane};
  ck_assert(yeoun_score_add(&written, note));
  return &written.note[written.notes - 1];
}

void
rendered_perform(float humanize, uint64_t seed)
{
  yeoun_perform(
    &written, &plain_mood, BPM, humanize, seed, &scratch, &performed);
}

const struct yeoun_performed *
rendered_find(unsigned lane, int32_t start, int pitch)
{
  for (int i = 0; i < performed.notes; ++i) {
    const struct yeoun_performed *const note = &performed.note[i];
    if (note->lane == lane && note->written == start && note->pitch == pitch) {
      return note;
    }
  }
  ck_abort_msg("no note of lane %u at %d", lane, (int)start);
  return NULL;
}

float
rendered_ms(int32_t ticks)
{
  return (float)ticks * 60000.0f / (BPM * (float)YEOUN_BEAT);
}
