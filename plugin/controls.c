// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "controls.h"

#include <math.h>
#include <stddef.h>

#include "music/number.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static const struct yeoun_control_facts facts[YEOUN_CONTROLS] = {
#define PORT(                                                                  \
  ID, symbol, name, kind, normal, low, high, unit, group, labels, comment)     \
  [YEOUN_PORT_##ID] = {symbol,                                                 \
                       name,                                                   \
                       YEOUN_CONTROL_##kind,                                   \
                       normal,                                                 \
                       low,                                                    \
                       high,                                                   \
                       unit,                                                   \
                       group,                                                  \
                       labels,                                                 \
                       comment},
#include "port_list.h"
#undef PORT
};

/* In the order of the scale points of "meter". */
static const struct yeoun_meter meters[] =
  {{0, 0}, {2, 4}, {3, 4}, {4, 4}, {5, 4}, {6, 8}, {12, 8}};

const struct yeoun_control_facts *
yeoun_control_facts(enum yeoun_port port)
{
  return &facts[port];
}

float
yeoun_control_normal(enum yeoun_kind kind, enum yeoun_port port)
{
  return kind == YEOUN_NOTES && port == YEOUN_PORT_EXPRESSION
           ? (float)YEOUN_EXPRESSION_CC11
           : facts[port].normal;
}

float
yeoun_control_value(enum yeoun_kind kind,
                    enum yeoun_port port,
                    const float *value)
{
  const struct yeoun_control_facts *const f = yeoun_control_facts(port);
  if (!value || isnan(*value)) {
    return yeoun_control_normal(kind, port);
  }
  const float x = yeoun_clamp_f(*value, f->low, f->high);
  return f->kind == YEOUN_CONTROL_REAL || f->kind == YEOUN_CONTROL_OUTPUT
           ? x
           : floorf(x + 0.5f);
}

struct yeoun_meter
yeoun_control_meter(unsigned value)
{
  return meters[value < COUNT(meters) ? value : 0];
}

/** What a host connected. */
struct values {
  enum yeoun_kind kind;
  const float *const *value;
};

static float
real(const struct values *values, unsigned port)
{
  return yeoun_control_value(
    values->kind, (enum yeoun_port)port, values->value[port]);
}

/** No whole control is negative. */
static unsigned
whole(const struct values *values, unsigned port)
{
  return (unsigned)real(values, port);
}

static struct yeoun_theme
read_theme(const struct values *values)
{
  struct yeoun_theme theme = {0};
  theme.chords = (uint8_t)whole(values, YEOUN_PORT_CHORDS);
  for (unsigned i = 0; i < theme.chords; ++i) {
    const unsigned at = i * (YEOUN_PORT_ROOT_2 - YEOUN_PORT_ROOT_1);
    const unsigned root = whole(values, YEOUN_PORT_ROOT_1 + at);
    const unsigned bass = whole(values, YEOUN_PORT_BASS_1 + at);
    const unsigned type = whole(values, YEOUN_PORT_TYPE_1 + at);
    theme.chord[i] = yeoun_chord_make(root, type, bass ? bass - 1 : root);
    theme.length[i] =
      (int32_t)(real(values, YEOUN_PORT_BEATS_1 + at) * YEOUN_BEAT + 0.5f);
  }

  const unsigned notes = whole(values, YEOUN_PORT_MOTIF);
  theme.notes = (uint8_t)(notes == 1 ? 2 : notes);
  for (unsigned i = 0; i < theme.notes; ++i) {
    theme.note[i] = (uint8_t)whole(values, YEOUN_PORT_MOTIF_1 + i);
  }
  return theme.chords || theme.notes ? theme : yeoun_theme_default();
}

static void
read_mood(const struct values *values, struct yeoun_controls *controls)
{
  for (unsigned i = 0; i < YEOUN_POLES; ++i) {
    controls->weight[i] = real(values, YEOUN_PORT_LYRICAL + i);
  }
  for (unsigned i = 0; i < YEOUN_TRIMS; ++i) {
    controls->trim[i] = real(values, YEOUN_PORT_TEMPO_TRIM + i);
  }
  controls->intensity = real(values, YEOUN_PORT_INTENSITY);
  controls->space = real(values, YEOUN_PORT_SPACE);
  controls->korean = real(values, YEOUN_PORT_KOREAN);
}

static void
read_variation(const struct values *values, struct yeoun_controls *controls)
{
  controls->variation = (uint16_t)whole(values, YEOUN_PORT_VARIATION);
  controls->distance = real(values, YEOUN_PORT_DISTANCE);
  controls->bars = (uint16_t)whole(values, YEOUN_PORT_BARS);
  controls->form = (uint8_t)whole(values, YEOUN_PORT_FORM);
  controls->advance = (uint8_t)whole(values, YEOUN_PORT_ADVANCE);
  controls->apply = (uint8_t)whole(values, YEOUN_PORT_APPLY);
  controls->has_ending = whole(values, YEOUN_PORT_ENDING);
  controls->theme_take = (uint8_t)whole(values, YEOUN_PORT_THEME_TAKE);
  controls->harmony_take = (uint8_t)whole(values, YEOUN_PORT_HARMONY_TAKE);
  for (unsigned i = 0; i < YEOUN_LANES; ++i) {
    controls->take[i] = (uint8_t)whole(values, YEOUN_PORT_MELODY_TAKE + i);
  }
}

static void
read_sound(const struct values *values, struct yeoun_controls *controls)
{
  controls->palette = (uint8_t)whole(values, YEOUN_PORT_PALETTE);
  controls->remix = (uint8_t)whole(values, YEOUN_PORT_REMIX);
  controls->warmth = real(values, YEOUN_PORT_WARMTH);
  for (unsigned i = 0; i < YEOUN_LANES; ++i) {
    controls->instrument[i] =
      (uint8_t)whole(values, YEOUN_PORT_MELODY_INSTRUMENT + i);
    controls->lane_db[i] = real(values, YEOUN_PORT_MELODY_LEVEL + i);
    controls->is_muted[i] = whole(values, YEOUN_PORT_MELODY_MUTE + i);
  }
  controls->ambience = real(values, YEOUN_PORT_AMBIENCE);
  controls->depth = real(values, YEOUN_PORT_DEPTH);
  controls->expression = (uint8_t)whole(values, YEOUN_PORT_EXPRESSION);
  controls->sends_programs = whole(values, YEOUN_PORT_PROGRAMS);
  controls->humanize = real(values, YEOUN_PORT_HUMANIZE);
  controls->level_db = real(values, YEOUN_PORT_LEVEL);
}

static void
read_time(const struct values *values, struct yeoun_controls *controls)
{
  /* Below 20 bpm there is only 0, which means the mood's own tempo. */
  const float tempo = real(values, YEOUN_PORT_TEMPO);
  controls->tempo_bpm = tempo > 0.0f && tempo < 20.0f ? 20.0f : tempo;
  controls->is_own_time = whole(values, YEOUN_PORT_SYNC);
  controls->meter = yeoun_control_meter(whole(values, YEOUN_PORT_METER));
  controls->is_auditioning = whole(values, YEOUN_PORT_AUDITION);
}

struct yeoun_controls
yeoun_controls_read(enum yeoun_kind kind,
                    const float *const value[YEOUN_CONTROLS])
{
  const struct values values = {kind, value};
  struct yeoun_controls controls = {0};
  controls.theme = read_theme(&values);
  controls.is_learning = whole(&values, YEOUN_PORT_SOURCE);
  controls.is_enabled = whole(&values, YEOUN_PORT_ENABLED);
  read_mood(&values, &controls);
  read_variation(&values, &controls);
  read_sound(&values, &controls);
  read_time(&values, &controls);
  return controls;
}
