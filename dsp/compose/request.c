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

/** The same mood, but for the intensity and space that it is played with. */
static bool
is_same_character(const struct yeoun_mood *a, const struct yeoun_mood *b)
{
  return is_same_row(a->asked, b->asked, YEOUN_POLES) &&
         is_same_row(a->trim, b->trim, YEOUN_TRIMS) &&
         is_same_row(a->weight, b->weight, YEOUN_POLES) &&
         is_same_row(a->feature, b->feature, YEOUN_FEATURES);
}

static bool
is_same_room(const struct yeoun_mood *a, const struct yeoun_mood *b)
{
  return a->intensity == b->intensity && a->space == b->space;
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

/** Equal but for intensity, space and humanize. Asked several times a block of
    the audio thread: no request is copied for it. */
static bool
is_same_music(const struct yeoun_request *a, const struct yeoun_request *b)
{
  return a->variation == b->variation && a->bars == b->bars &&
         a->doubling == b->doubling && a->distance == b->distance &&
         a->warmth == b->warmth && a->korean == b->korean &&
         a->form == b->form && a->palette == b->palette &&
         a->theme_take == b->theme_take && a->harmony_take == b->harmony_take &&
         a->has_ending == b->has_ending && a->kept == b->kept &&
         a->meter.beats == b->meter.beats && a->meter.unit == b->meter.unit &&
         !memcmp(a->take, b->take, sizeof(a->take)) &&
         !memcmp(a->instrument, b->instrument, sizeof(a->instrument)) &&
         are_same_ranges(a, b) && is_same_character(&a->mood, &b->mood) &&
         yeoun_theme_equal(&a->theme, &b->theme);
}

bool
yeoun_request_equal(const struct yeoun_request *a,
                    const struct yeoun_request *b)
{
  return a->humanize == b->humanize && is_same_room(&a->mood, &b->mood) &&
         is_same_music(a, b);
}

bool
yeoun_request_is_thinned(const struct yeoun_request *a,
                         const struct yeoun_request *b)
{
  return !a->ranges && !a->kept && is_same_music(a, b);
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
  return a->humanize == b->humanize &&
         yeoun_request_steps(&a->mood) == yeoun_request_steps(&b->mood) &&
         is_same_music(a, b);
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
