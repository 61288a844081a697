// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "rules.h"

#include "kth.h"
#include "music/number.h"

#include <math.h>

static float
root_of(int semitones)
{
  return sqrtf((float)(semitones < 0 ? -semitones : semitones));
}

/* Semitones from a note to the one after it; 0 when there is none. */
static int
interval_after(const struct yeoun_rendition *rendition, int i)
{
  const int after = rendition->note[i].after;
  return after == YEOUN_NO_NOTE ? 0
                                : rendition->score->note[after].pitch -
                                    rendition->score->note[i].pitch;
}

static bool
is_followed(const struct yeoun_rendition *rendition, int i)
{
  return rendition->note[i].after != YEOUN_NO_NOTE;
}

void
yeoun_rule_high_loud(struct yeoun_rendition *rendition, float k)
{
  const struct yeoun_score *const score = rendition->score;
  float sum[YEOUN_LANES] = {0};
  float count[YEOUN_LANES] = {0};
  for (int i = 0; i < score->notes; ++i) {
    sum[score->note[i].lane] += score->note[i].pitch;
    count[score->note[i].lane] += 1.0f;
  }
  for (int i = 0; i < score->notes; ++i) {
    const unsigned lane = score->note[i].lane;
    if (lane != YEOUN_LANE_DRUMS) {
      const float above = (float)score->note[i].pitch - sum[lane] / count[lane];
      rendition->note[i].level_db += k * yeoun_kth.high_loud * above;
    }
  }
}

void
yeoun_rule_melodic_charge(struct yeoun_rendition *rendition, float k)
{
  const struct yeoun_score *const score = rendition->score;
  int s = 0;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    const struct yeoun_span *const span =
      yeoun_rendition_span(score, note->start, &s);
    if (!span || !yeoun_rendition_is_line(note->lane)) {
      continue;
    }
    const int above = (note->pitch + 12 - span->chord.root) % 12;
    const float charge = k * yeoun_kth.melodic_charge[above];
    struct yeoun_rendered *const rendered = &rendition->note[i];
    rendered->level_db += yeoun_kth.melodic_level * charge;
    rendered->shift_ms +=
      yeoun_kth.melodic_stretch * charge * rendered->duration_ms;
  }
}

void
yeoun_rule_duration_contrast(struct yeoun_rendition *rendition, float k)
{
  for (int i = 0; i < rendition->score->notes; ++i) {
    struct yeoun_rendered *const note = &rendition->note[i];
    const float ms = note->duration_ms;
    float contrast = 0.0f; /* ms, never above 0 */
    if (!yeoun_rendition_is_line(rendition->score->note[i].lane)) {
      continue;
    }
    if (ms >= 30.0f && ms < 200.0f) {
      contrast = -(11.0f / 170.0f) * (ms - 30.0f);
    } else if (ms >= 200.0f && ms < 400.0f) {
      contrast = -(4.0f / 200.0f) * (400.0f - ms) - 7.0f;
    } else if (ms >= 400.0f && ms < 600.0f) {
      contrast = -(7.0f / 200.0f) * (600.0f - ms);
    }
    note->shift_ms += yeoun_kth.contrast_stretch * k * contrast;
    note->level_db += yeoun_kth.contrast_level * k * contrast;
  }
}

void
yeoun_rule_double_duration(struct yeoun_rendition *rendition, float k)
{
  for (int i = 0; i < rendition->score->notes; ++i) {
    struct yeoun_rendered *const note = &rendition->note[i];
    if (!is_followed(rendition, i)) {
      continue;
    }
    struct yeoun_rendered *const next = &rendition->note[note->after];
    const float ratio = note->duration_ms / next->duration_ms;
    if (ratio > 1.9f && ratio < 2.1f && next->after != YEOUN_NO_NOTE) {
      const float moved = k * yeoun_kth.double_duration * next->duration_ms;
      note->shift_ms -= moved;
      next->shift_ms += moved;
    }
  }
}

/* A small group ends at a phrase end, at a rest, and at the longest of five
   notes when a leap follows. */
static bool
ends_group(const struct yeoun_rendition *rendition, int i)
{
  const struct yeoun_note *const note = &rendition->score->note[i];
  const struct yeoun_rendered *const own = &rendition->note[i];
  const int after = own->after;
  if (note->marks & YEOUN_MARK_PHRASE_END) {
    return true;
  }
  if (after == YEOUN_NO_NOTE || own->before == YEOUN_NO_NOTE ||
      note->start + note->length < rendition->score->note[after].start) {
    return false;
  }
  const struct yeoun_rendered *const next = &rendition->note[after];
  const struct yeoun_rendered *const last = &rendition->note[own->before];
  const bool is_longest =
    own->duration_ms > last->duration_ms &&
    own->duration_ms > next->duration_ms &&
    (last->before == YEOUN_NO_NOTE ||
     own->duration_ms >= rendition->note[last->before].duration_ms) &&
    (next->after == YEOUN_NO_NOTE ||
     own->duration_ms >= rendition->note[next->after].duration_ms);
  const int leap = interval_after(rendition, i);
  return is_longest && (leap > 2 || leap < -2);
}

void
yeoun_rule_punctuation(struct yeoun_rendition *rendition, float k)
{
  const float *const at = yeoun_kth.punctuation_at;
  const float *const gap = yeoun_kth.punctuation_gap;
  for (int i = 0; i < rendition->score->notes; ++i) {
    struct yeoun_rendered *const note = &rendition->note[i];
    if (!is_followed(rendition, i) || !ends_group(rendition, i)) {
      continue;
    }
    float share = (note->duration_ms - at[0]) / (at[1] - at[0]);
    share = yeoun_clamp_f(share, 0.0f, 1.0f);
    const float silence = k * (gap[0] + share * (gap[1] - gap[0]));
    note->gap_ms += silence;
    note->shift_ms += yeoun_kth.punctuation_stretch * silence;
  }
}

void
yeoun_rule_leap_tone_duration(struct yeoun_rendition *rendition, float k)
{
  for (int i = 0; i < rendition->score->notes; ++i) {
    const int leap = interval_after(rendition, i);
    if (leap > 2 || leap < -2) {
      const float *const ms =
        leap > 0 ? yeoun_kth.leap_up : yeoun_kth.leap_down;
      rendition->note[i].shift_ms += k * ms[0] * root_of(leap);
      rendition->note[rendition->note[i].after].shift_ms +=
        k * ms[1] * root_of(leap);
    }
  }
}

void
yeoun_rule_leap_articulation(struct yeoun_rendition *rendition, float k)
{
  for (int i = 0; i < rendition->score->notes; ++i) {
    struct yeoun_rendered *const note = &rendition->note[i];
    const int leap = interval_after(rendition, i);
    int size = leap < 0 ? -leap : leap;
    if (size > 2) {
      size = yeoun_min_i(size, 9);
      const float share = 0.0005f * (note->duration_ms - 100.0f) + 0.3f;
      note->gap_ms +=
        k * yeoun_kth.leap_gap * (float)size * yeoun_max_f(share, 0.0f);
    }
  }
}

void
yeoun_rule_faster_uphill(struct yeoun_rendition *rendition, float k)
{
  for (int i = 0; i < rendition->score->notes; ++i) {
    const int before = rendition->note[i].before;
    if (before != YEOUN_NO_NOTE && interval_after(rendition, i) > 0 &&
        interval_after(rendition, before) > 0) {
      rendition->note[i].shift_ms += k * yeoun_kth.uphill;
    }
  }
}

void
yeoun_rule_repetition(struct yeoun_rendition *rendition, float k)
{
  for (int i = 0; i < rendition->score->notes; ++i) {
    if (is_followed(rendition, i) && interval_after(rendition, i) == 0) {
      rendition->note[i].gap_ms += k * yeoun_kth.repetition_gap;
    }
  }
}

void
yeoun_rule_social_duration(struct yeoun_rendition *rendition, float k)
{
  for (int i = 0; i < rendition->score->notes; ++i) {
    struct yeoun_rendered *const note = &rendition->note[i];
    if (note->duration_ms < 100.0f && is_followed(rendition, i) &&
        note->before != YEOUN_NO_NOTE &&
        rendition->note[note->before].duration_ms > 100.0f &&
        rendition->note[note->after].duration_ms > 100.0f) {
      note->shift_ms += k * yeoun_kth.social;
    }
  }
}
