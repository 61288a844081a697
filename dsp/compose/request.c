// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "request.h"

#include <string.h>

static bool
is_same_row(const float *a, const float *b, unsigned count)
{
  for (unsigned i = 0; i < count; ++i) {
    if (a[i] != b[i]) {
      return false;
    }
  }
  return true;
}

static bool
is_same_mood(const struct yeoun_mood *a, const struct yeoun_mood *b)
{
  return a->intensity == b->intensity && a->space == b->space &&
         is_same_row(a->asked, b->asked, YEOUN_POLES) &&
         is_same_row(a->trim, b->trim, YEOUN_TRIMS) &&
         is_same_row(a->weight, b->weight, YEOUN_POLES) &&
         is_same_row(a->feature, b->feature, YEOUN_FEATURES);
}

static bool
are_same_ranges(const struct yeoun_request *a, const struct yeoun_request *b)
{
  for (unsigned i = 0; i < a->ranges; ++i) {
    const struct yeoun_bar_range *const r = &a->range[i];
    const struct yeoun_bar_range *const s = &b->range[i];
    if (r->lane != s->lane || r->first != s->first || r->bars != s->bars ||
        r->take != s->take) {
      return false;
    }
  }
  return a->ranges == b->ranges;
}

bool
yeoun_request_equal(const struct yeoun_request *a,
                    const struct yeoun_request *b)
{
  return a->variation == b->variation && a->bars == b->bars &&
         a->doubling == b->doubling && a->distance == b->distance &&
         a->warmth == b->warmth && a->korean == b->korean &&
         a->humanize == b->humanize && a->form == b->form &&
         a->palette == b->palette && a->theme_take == b->theme_take &&
         a->harmony_take == b->harmony_take && a->has_ending == b->has_ending &&
         a->kept == b->kept && a->meter.beats == b->meter.beats &&
         a->meter.unit == b->meter.unit &&
         !memcmp(a->take, b->take, sizeof(a->take)) &&
         !memcmp(a->instrument, b->instrument, sizeof(a->instrument)) &&
         are_same_ranges(a, b) && yeoun_theme_equal(&a->theme, &b->theme) &&
         is_same_mood(&a->mood, &b->mood);
}

/** Another request with the intensity and space of one. */
static struct yeoun_request
take_room(const struct yeoun_request *from, const struct yeoun_request *other)
{
  struct yeoun_request request = *other;
  request.mood.intensity = from->mood.intensity;
  request.mood.space = from->mood.space;
  return request;
}

bool
yeoun_request_is_thinned(const struct yeoun_request *a,
                         const struct yeoun_request *b)
{
  struct yeoun_request other = take_room(a, b);
  other.humanize = a->humanize;
  return !a->ranges && !a->kept && yeoun_request_equal(a, &other);
}

static int
tenths(float control)
{
  return (int)(10.0f * control + 0.01f);
}

int
yeoun_request_steps(const struct yeoun_mood *mood)
{
  /* So many are free: intensity .7 at the mood's own space is all that there
     is. */
  enum { FREE = 6 };
  const int all = tenths(1.0f - mood->intensity) + tenths(mood->space);
  return all > FREE ? all - FREE : 0;
}

bool
yeoun_request_sounds_equal(const struct yeoun_request *a,
                           const struct yeoun_request *b)
{
  const struct yeoun_request other = take_room(a, b);
  return yeoun_request_steps(&a->mood) == yeoun_request_steps(&b->mood) &&
         yeoun_request_equal(a, &other);
}

/* The border lies where twice the distance is equal on both sides: at the
   geometric mean of 1 and 2. */
#define BORDER 1.41421f
#define HYSTERESIS 1.04f

int8_t
yeoun_doubling_choose(float host_bpm,
                      const struct yeoun_mood *mood,
                      struct yeoun_meter meter,
                      int8_t before)
{
  static const struct yeoun_meter common = {4, 4};
  if (!(host_bpm > 0.0f)) {
    return 0;
  }
  const struct yeoun_meter felt = meter.beats && meter.unit ? meter : common;
  const float pulse = (float)yeoun_pulse_ticks(felt) / YEOUN_BEAT;
  const float ratio = mood->feature[YEOUN_FEATURE_TEMPO] / (host_bpm / pulse);
  const float up = before > 0 ? BORDER / HYSTERESIS : BORDER * HYSTERESIS;
  const float down =
    before < 0 ? HYSTERESIS / BORDER : 1.0f / (BORDER * HYSTERESIS);
  return ratio > up ? 1 : ratio < down ? -1 : 0;
}
