// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Variations as requests: what is set now, what was kept, what is rolled again.
 */

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "controls.h"
#include "locks.h"
#include "model.h"
#include "request_read.h"

void
yeoun_model_request(const struct yeoun_model *model,
                    unsigned variation,
                    struct yeoun_request *request)
{
  const struct yeoun_memory *const memory = &model->memory;
  const float *value[YEOUN_CONTROLS];
  for (unsigned i = 0; i < YEOUN_CONTROLS; ++i) {
    value[i] = &model->value[i];
  }
  struct yeoun_controls controls = yeoun_controls_read(model->kind, value);
  controls.theme = memory->theme;
  controls.variation = (uint16_t)variation;
  controls.ranges = memory->ranges;
  memcpy(controls.range, memory->range, sizeof(controls.range));
  for (unsigned i = 0; i < YEOUN_LANES; ++i) {
    if (memory->locks >> i & 1U) {
      controls.take[i] = memory->locked_take[i];
    }
  }
  yeoun_request_read(&controls, request);
  const struct yeoun_request *const sounding = &model->told.request;
  request->meter = controls.meter;
  if (model->told.has_request) {
    request->doubling = sounding->doubling;
    request->meter = controls.meter.beats ? controls.meter : sounding->meter;
  }
}

/** Set what a request holds in whole 256ths, unless the port means that
 * already.
 */
static void
set_rounded(struct yeoun_model *model, unsigned port, float value)
{
  if (fabsf(model->value[port] - value) > 0.5f / 256) {
    yeoun_model_set(model, (enum yeoun_port)port, value);
  }
}

static void
adopt_mood(struct yeoun_model *model, const struct yeoun_mood *mood)
{
  for (unsigned i = 0; i < YEOUN_POLES; ++i) {
    set_rounded(model, YEOUN_PORT_LYRICAL + i, mood->asked[i]);
  }
  for (unsigned i = 0; i < YEOUN_TRIMS; ++i) {
    set_rounded(model, YEOUN_PORT_TEMPO_TRIM + i, mood->trim[i]);
  }
  set_rounded(model, YEOUN_PORT_INTENSITY, mood->intensity);
  set_rounded(model, YEOUN_PORT_SPACE, mood->space);
}

void
yeoun_model_adopt(struct yeoun_model *model,
                  const struct yeoun_request *request)
{
  const struct {
    enum yeoun_port port;
    float value;
  } values[] = {
    {YEOUN_PORT_VARIATION, request->variation},
    {YEOUN_PORT_DISTANCE, request->distance},
    {YEOUN_PORT_BARS, request->bars},
    {YEOUN_PORT_FORM, request->form},
    {YEOUN_PORT_ENDING, request->has_ending},
    {YEOUN_PORT_THEME_TAKE, request->theme_take},
    {YEOUN_PORT_HARMONY_TAKE, request->harmony_take},
    {YEOUN_PORT_PALETTE, request->palette},
    {YEOUN_PORT_WARMTH, request->warmth},
    {YEOUN_PORT_KOREAN, request->korean},
    {YEOUN_PORT_HUMANIZE, request->humanize},
  };
  char text[YEOUN_RANGES_TEXT + YEOUN_THEME_TEXT];
  yeoun_theme_write(&request->theme, text, sizeof(text));
  yeoun_model_set_text(model, YEOUN_SET_THEME, text);
  adopt_mood(model, &request->mood);
  for (unsigned i = 0; i < sizeof(values) / sizeof(*values); ++i) {
    set_rounded(model, values[i].port, values[i].value);
  }
  for (unsigned i = 0; i < YEOUN_LANES; ++i) {
    set_rounded(model, YEOUN_PORT_MELODY_TAKE + i, request->take[i]);
    yeoun_model_set(model,
                    (enum yeoun_port)(YEOUN_PORT_MELODY_INSTRUMENT + i),
                    request->instrument[i]);
  }
  yeoun_ranges_write(request->range, request->ranges, text, sizeof(text));
  yeoun_model_set_text(model, YEOUN_SET_RANGES, text);
}

unsigned
yeoun_model_shelf_place(const struct yeoun_model *model,
                        const struct yeoun_request *request)
{
  return yeoun_shelf_find(&model->memory.shelf, request, YEOUN_ALGORITHM);
}

void
yeoun_model_star(struct yeoun_model *model, const struct yeoun_request *request)
{
  char name[YEOUN_NAME_SIZE];
  if (yeoun_name_write(request, YEOUN_ALGORITHM, name, sizeof(name))) {
    const bool is_kept = yeoun_model_shelf_place(model, request) < YEOUN_SHELF;
    yeoun_model_set_text(
      model, is_kept ? YEOUN_SET_REMOVE : YEOUN_SET_KEEP, name);
  }
}

static void
set_locks(struct yeoun_model *model, unsigned locks)
{
  char text[YEOUN_LOCKS_TEXT] = "";
  size_t length = 0;
  for (unsigned i = 0; i < YEOUN_LANES; ++i) {
    const unsigned take =
      model->memory.locks >> i & 1U
        ? model->memory.locked_take[i]
        : (unsigned)model->value[YEOUN_PORT_MELODY_TAKE + i];
    if (locks >> i & 1U) {
      length += (size_t)snprintf(text + length,
                                 sizeof(text) - length,
                                 "%s%s=%u",
                                 length ? " " : "",
                                 yeoun_lane_name(i),
                                 take);
    }
  }
  yeoun_model_set_text(model, YEOUN_SET_LOCKS, text);
}

void
yeoun_model_lock(struct yeoun_model *model, unsigned lane)
{
  set_locks(model, model->memory.locks ^ 1U << lane);
}

void
yeoun_model_lock_others(struct yeoun_model *model, unsigned lane)
{
  const unsigned others = ((1U << YEOUN_LANES) - 1) & ~(1U << lane);
  set_locks(model, model->memory.locks == others ? 0 : others);
}

bool
yeoun_model_reroll(struct yeoun_model *model,
                   unsigned lane,
                   unsigned first,
                   unsigned bars)
{
  struct yeoun_bar_range range[YEOUN_RANGES + 1];
  unsigned ranges = 0;
  unsigned take = 0;
  for (unsigned i = 0; i < model->memory.ranges; ++i) {
    const struct yeoun_bar_range *const r = &model->memory.range[i];
    const bool is_same =
      r->lane == lane && r->first == first && r->bars == bars;
    if (r->lane == lane && r->first < first + bars &&
        first < (unsigned)r->first + r->bars && r->take > take) {
      take = r->take;
    }
    if (!is_same) {
      range[ranges++] = *r; /* the new take comes in place of the same bars' */
    }
  }
  if (ranges == YEOUN_RANGES) {
    return false;
  }
  range[ranges++] =
    (struct yeoun_bar_range){(uint8_t)lane,
                             (uint8_t)first,
                             (uint8_t)bars,
                             (uint8_t)(take + 1 < YEOUN_TAKES ? take + 1 : 1)};
  char text[YEOUN_RANGES_TEXT];
  yeoun_ranges_write(range, ranges, text, sizeof(text));
  yeoun_model_set_text(model, YEOUN_SET_RANGES, text);
  return true;
}
