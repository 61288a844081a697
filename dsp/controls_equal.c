// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "yeoun.h"

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
are_same_ranges(const struct yeoun_controls *a, const struct yeoun_controls *b)
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

static bool
is_same_music(const struct yeoun_controls *a, const struct yeoun_controls *b)
{
  return yeoun_theme_equal(&a->theme, &b->theme) &&
         is_same_row(a->weight, b->weight, YEOUN_POLES) &&
         is_same_row(a->trim, b->trim, YEOUN_TRIMS) &&
         a->intensity == b->intensity && a->space == b->space &&
         a->variation == b->variation && a->bars == b->bars &&
         a->distance == b->distance && a->form == b->form &&
         a->theme_take == b->theme_take && a->harmony_take == b->harmony_take &&
         !memcmp(a->take, b->take, sizeof(a->take)) && a->korean == b->korean &&
         a->has_ending == b->has_ending && are_same_ranges(a, b) &&
         a->has_request == b->has_request &&
         (!a->has_request || yeoun_request_equal(&a->request, &b->request));
}

static bool
is_same_sound(const struct yeoun_controls *a, const struct yeoun_controls *b)
{
  return a->palette == b->palette && a->remix == b->remix &&
         !memcmp(a->instrument, b->instrument, sizeof(a->instrument)) &&
         is_same_row(a->lane_db, b->lane_db, YEOUN_LANES) &&
         !memcmp(a->is_muted, b->is_muted, sizeof(a->is_muted)) &&
         a->level_db == b->level_db && a->warmth == b->warmth &&
         a->ambience == b->ambience && a->humanize == b->humanize &&
         a->depth == b->depth && a->expression == b->expression;
}

static bool
is_same_time(const struct yeoun_controls *a, const struct yeoun_controls *b)
{
  return a->advance == b->advance && a->apply == b->apply &&
         a->is_learning == b->is_learning && a->is_own_time == b->is_own_time &&
         a->tempo_bpm == b->tempo_bpm && a->meter.beats == b->meter.beats &&
         a->meter.unit == b->meter.unit &&
         a->is_auditioning == b->is_auditioning &&
         a->is_enabled == b->is_enabled;
}

bool
yeoun_controls_equal(const struct yeoun_controls *a,
                     const struct yeoun_controls *b)
{
  return is_same_music(a, b) && is_same_sound(a, b) && is_same_time(a, b);
}
