// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "rules.h"

#include "curve.h"
#include "kth.h"

#include <math.h>

void
yeoun_rule_harmonic_delay(struct yeoun_rendition *rendition, float k)
{
  const struct yeoun_score *const score = rendition->score;
  int s = 0;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    const struct yeoun_span *const span =
      yeoun_rendition_span(score, note->start, &s);
    if (span && yeoun_rendition_is_line(note->lane)) {
      const bool is_first = note->start == span->start;
      const float ms =
        is_first ? yeoun_kth.harmonic_first : yeoun_kth.harmonic_each;
      rendition->note[i].shift_ms +=
        k * ms * sqrtf(yeoun_harmonic_charge(score, span));
    }
  }
}

void
yeoun_rule_marks(struct yeoun_rendition *rendition, float k)
{
  static const struct {
    uint8_t mark;
    float level_db;
  } leans[] = {
    {YEOUN_MARK_SUSPENSION, 2.0f},
    {YEOUN_MARK_APPOGGIATURA, 2.5f},
    {YEOUN_MARK_RESOLUTION, -1.5f},
    {YEOUN_MARK_CLIMAX, 2.5f},
    {YEOUN_MARK_PHRASE_END, -1.5f},
    {YEOUN_MARK_PHRASE_START, -0.5f},
  };
  for (int i = 0; i < rendition->score->notes; ++i) {
    for (unsigned m = 0; m < sizeof(leans) / sizeof(leans[0]); ++m) {
      if (rendition->score->note[i].marks & leans[m].mark) {
        rendition->note[i].level_db += k * leans[m].level_db;
      }
    }
  }
}

void
yeoun_rule_metre(struct yeoun_rendition *rendition, float k)
{
  const int32_t bar = yeoun_bar_ticks(rendition->score->meter);
  const int32_t pulse = yeoun_pulse_ticks(rendition->score->meter);
  for (int i = 0; i < rendition->score->notes; ++i) {
    const int32_t place = rendition->score->note[i].start % bar;
    const float accent =
      place == 0 ? 0.8f : (place % pulse == 0 ? 0.2f : -0.6f);
    rendition->note[i].level_db += k * accent;
  }
}
