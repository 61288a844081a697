// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* (theme, mood, variation) -> score. Pure: the same request gives the same
   score, to the bit, on every machine; no allocation, bounded time. */

#ifndef YEOUN_COMPOSE_COMPOSE_H
#define YEOUN_COMPOSE_COMPOSE_H

#include <stdbool.h>
#include <stdint.h>

#include "music/mood.h"
#include "music/score.h"
#include "music/theme.h"

/** Raised whenever the same request gives other notes than before. */
#define YEOUN_ALGORITHM 4

enum yeoun_form {
  YEOUN_FORM_AUTO,
  YEOUN_FORM_SENTENCE,
  YEOUN_FORM_PERIOD,
  YEOUN_FORM_GI_SEUNG_JEON_GYEOL,
  YEOUN_FORM_GROUND,
  YEOUN_FORMS
};

/** All that a variation depends on. Plain data, copied between threads. */
struct yeoun_request {
  struct yeoun_theme theme;
  struct yeoun_mood mood;
  struct yeoun_meter meter;  /**< of the host, or chosen; {0} = mood's own */
  float host_tempo_bpm;      /**< 0 = free: the mood's own tempo */
  float distance;            /**< 0..1 */
  float warmth;              /**< -1..+1 */
  float korean;              /**< 0..1, how much of the Korean layer */
  float humanize;            /**< 0..1, for the performer */
  uint16_t variation;        /**< 0 = the statement .. 999 */
  uint16_t bars;             /**< 1..32 bars of meter */
  uint8_t form;              /**< enum yeoun_form */
  uint8_t palette;           /**< enum yeoun_palette */
  uint8_t harmony_take;      /**< re-roll of the harmony, 0..99 */
  uint8_t take[YEOUN_LANES]; /**< re-roll of each lane alone, 0..99 */
  uint8_t instrument[YEOUN_LANES]; /**< enum yeoun_instrument; 0 = auto */
  bool has_ending; /**< close for good instead of leading back */
};

/** Compose. The score is written whole. Any thread but audio (up to 2 ms;
    allowed on the audio thread of a freewheeling host). */
void
yeoun_compose(const struct yeoun_request *request, struct yeoun_score *score);

#endif
