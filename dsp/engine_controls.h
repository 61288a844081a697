// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What the engine is told: all controls, clamped and in their own units. */

#ifndef YEOUN_ENGINE_CONTROLS_H
#define YEOUN_ENGINE_CONTROLS_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "compose/request.h"
#include "music/mood.h"
#include "music/palette.h"
#include "music/score.h"
#include "music/theme.h"

enum yeoun_advance {
  YEOUN_ADVANCE_HOLD,    /**< the same variation every time round */
  YEOUN_ADVANCE_NEXT,    /**< the next one each time round */
  YEOUN_ADVANCE_SHUFFLE, /**< a different one, by the bar number's own draw */
};

/** MIDI controllers that carry the swell within held notes. */
enum yeoun_expression {
  YEOUN_EXPRESSION_OFF,
  YEOUN_EXPRESSION_CC11,     /**< expression */
  YEOUN_EXPRESSION_CC1_CC11, /**< modulation wheel too */
};

/** All controls, already clamped and in their own units. */
struct yeoun_controls {
  struct yeoun_theme theme;     /**< of the controls, played or written */
  bool is_learning;             /**< keys become the theme */
  float weight[YEOUN_POLES];    /**< 0..1 */
  float trim[YEOUN_TRIMS];      /**< -1..+1 */
  float intensity, space;       /**< 0..1 */
  uint16_t variation, bars;     /**< 0..999; 1..32 */
  float distance;               /**< 0..1 */
  uint8_t form, advance, apply; /**< their enums */
  uint8_t theme_take;           /**< 0..99 */
  uint8_t harmony_take;         /**< 0..99 */
  uint8_t take[YEOUN_LANES];    /**< 0..99 */
  uint8_t palette;              /**< enum yeoun_palette */
  uint8_t remix;                /**< enum yeoun_palette; auto = none */
  uint8_t instrument[YEOUN_LANES];
  float lane_db[YEOUN_LANES];       /**< -60..+6 */
  bool is_muted[YEOUN_LANES];       /**< neither sounds nor is sent */
  float level_db;                   /**< -60..+6 */
  float warmth;                     /**< -1..+1 */
  float korean, ambience, humanize; /**< 0..1 */
  float depth;                      /**< 0..1, of the stage */
  uint8_t expression;               /**< enum yeoun_expression */
  bool sends_programs;      /**< instruments are told whoever plays by MIDI */
  bool is_own_time;         /**< sync = own */
  float tempo_bpm;          /**< 0 = the mood's own, else 20..300 */
  struct yeoun_meter meter; /**< {0, 0} = the host's, or the mood's own */
  bool is_auditioning;      /**< play while the host's transport stands */
  bool has_ending;
  bool is_enabled; /**< lv2:enabled */
  uint8_t ranges;  /**< 0..YEOUN_RANGES */
  struct yeoun_bar_range range[YEOUN_RANGES];
  bool has_request;             /**< what follows is played as it is: */
  struct yeoun_request request; /**< in place of all above that it holds, in its
                                     own metre; advance should be hold */
};

static inline bool
yeoun_same_row(const float *a, const float *b, unsigned count)
{
  for (unsigned i = 0; i < count; ++i) {
    if (a[i] != b[i]) {
      return false;
    }
  }
  return true;
}

static inline bool
yeoun_same_ranges(const struct yeoun_controls *a,
                  const struct yeoun_controls *b)
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

/* The comparison stands beside the members, so that a new one is not forgotten
   in it: then a change of it alone would not be noticed. */
static inline bool
yeoun_same_music(const struct yeoun_controls *a, const struct yeoun_controls *b)
{
  return yeoun_theme_equal(&a->theme, &b->theme) &&
         yeoun_same_row(a->weight, b->weight, YEOUN_POLES) &&
         yeoun_same_row(a->trim, b->trim, YEOUN_TRIMS) &&
         a->intensity == b->intensity && a->space == b->space &&
         a->variation == b->variation && a->bars == b->bars &&
         a->distance == b->distance && a->form == b->form &&
         a->theme_take == b->theme_take && a->harmony_take == b->harmony_take &&
         !memcmp(a->take, b->take, sizeof(a->take)) && a->korean == b->korean &&
         a->has_ending == b->has_ending && yeoun_same_ranges(a, b) &&
         a->has_request == b->has_request &&
         (!a->has_request || yeoun_request_equal(&a->request, &b->request));
}

static inline bool
yeoun_same_sound(const struct yeoun_controls *a, const struct yeoun_controls *b)
{
  return a->palette == b->palette && a->remix == b->remix &&
         !memcmp(a->instrument, b->instrument, sizeof(a->instrument)) &&
         yeoun_same_row(a->lane_db, b->lane_db, YEOUN_LANES) &&
         !memcmp(a->is_muted, b->is_muted, sizeof(a->is_muted)) &&
         a->level_db == b->level_db && a->warmth == b->warmth &&
         a->ambience == b->ambience && a->humanize == b->humanize &&
         a->depth == b->depth && a->expression == b->expression &&
         a->sends_programs == b->sends_programs;
}

static inline bool
yeoun_same_time(const struct yeoun_controls *a, const struct yeoun_controls *b)
{
  return a->advance == b->advance && a->apply == b->apply &&
         a->is_learning == b->is_learning && a->is_own_time == b->is_own_time &&
         a->tempo_bpm == b->tempo_bpm && a->meter.beats == b->meter.beats &&
         a->meter.unit == b->meter.unit &&
         a->is_auditioning == b->is_auditioning &&
         a->is_enabled == b->is_enabled;
}

/** Whether two settings are the same, member by member: what lies between the
    members does not count. Any thread. */
static inline bool
yeoun_controls_equal(const struct yeoun_controls *a,
                     const struct yeoun_controls *b)
{
  return yeoun_same_music(a, b) && yeoun_same_sound(a, b) &&
         yeoun_same_time(a, b);
}

#endif
