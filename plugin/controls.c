// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "controls.h"

#include <math.h>
#include <stddef.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* In the order of the ports; controls.ttl.in says the same to hosts. */
static const struct yeoun_control_facts facts[YEOUN_CONTROLS] = {
  {"enabled", YEOUN_CONTROL_WHOLE, 1.0F, 0.0F, 1.0F},
  {"freewheel", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 1.0F},
  {"chords", YEOUN_CONTROL_WHOLE, 3.0F, 0.0F, 3.0F},
  {"root_1", YEOUN_CONTROL_WHOLE, 9.0F, 0.0F, 11.0F},
  {"root_2", YEOUN_CONTROL_WHOLE, 5.0F, 0.0F, 11.0F},
  {"root_3", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 11.0F},
  {"type_1", YEOUN_CONTROL_WHOLE, 1.0F, 0.0F, 28.0F},
  {"type_2", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 28.0F},
  {"type_3", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 28.0F},
  {"bass_1", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 12.0F},
  {"bass_2", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 12.0F},
  {"bass_3", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 12.0F},
  {"beats_1", YEOUN_CONTROL_REAL, 4.0F, 0.5F, 32.0F},
  {"beats_2", YEOUN_CONTROL_REAL, 4.0F, 0.5F, 32.0F},
  {"beats_3", YEOUN_CONTROL_REAL, 4.0F, 0.5F, 32.0F},
  {"motif", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 8.0F},
  {"motif_1", YEOUN_CONTROL_WHOLE, 64.0F, 36.0F, 96.0F},
  {"motif_2", YEOUN_CONTROL_WHOLE, 67.0F, 36.0F, 96.0F},
  {"motif_3", YEOUN_CONTROL_WHOLE, 69.0F, 36.0F, 96.0F},
  {"motif_4", YEOUN_CONTROL_WHOLE, 72.0F, 36.0F, 96.0F},
  {"motif_5", YEOUN_CONTROL_WHOLE, 71.0F, 36.0F, 96.0F},
  {"motif_6", YEOUN_CONTROL_WHOLE, 69.0F, 36.0F, 96.0F},
  {"motif_7", YEOUN_CONTROL_WHOLE, 67.0F, 36.0F, 96.0F},
  {"motif_8", YEOUN_CONTROL_WHOLE, 64.0F, 36.0F, 96.0F},
  {"source", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 1.0F},
  {"lyrical", YEOUN_CONTROL_REAL, 1.0F, 0.0F, 1.0F},
  {"romantic", YEOUN_CONTROL_REAL, 0.0F, 0.0F, 1.0F},
  {"comic", YEOUN_CONTROL_REAL, 0.0F, 0.0F, 1.0F},
  {"intensity", YEOUN_CONTROL_REAL, 0.5F, 0.0F, 1.0F},
  {"space", YEOUN_CONTROL_REAL, 0.3F, 0.0F, 1.0F},
  {"tempo_trim", YEOUN_CONTROL_REAL, 0.0F, -1.0F, 1.0F},
  {"register_trim", YEOUN_CONTROL_REAL, 0.0F, -1.0F, 1.0F},
  {"level_trim", YEOUN_CONTROL_REAL, 0.0F, -1.0F, 1.0F},
  {"gate_trim", YEOUN_CONTROL_REAL, 0.0F, -1.0F, 1.0F},
  {"leap_trim", YEOUN_CONTROL_REAL, 0.0F, -1.0F, 1.0F},
  {"ornament_trim", YEOUN_CONTROL_REAL, 0.0F, -1.0F, 1.0F},
  {"chromatic_trim", YEOUN_CONTROL_REAL, 0.0F, -1.0F, 1.0F},
  {"rubato_trim", YEOUN_CONTROL_REAL, 0.0F, -1.0F, 1.0F},
  {"syncopation_trim", YEOUN_CONTROL_REAL, 0.0F, -1.0F, 1.0F},
  {"humour_trim", YEOUN_CONTROL_REAL, 0.0F, -1.0F, 1.0F},
  {"korean", YEOUN_CONTROL_REAL, 0.0F, 0.0F, 1.0F},
  {"variation", YEOUN_CONTROL_WHOLE, 1.0F, 0.0F, 999.0F},
  {"distance", YEOUN_CONTROL_REAL, 0.35F, 0.0F, 1.0F},
  {"bars", YEOUN_CONTROL_WHOLE, 8.0F, 1.0F, 32.0F},
  {"form", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 4.0F},
  {"advance", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 2.0F},
  {"apply", YEOUN_CONTROL_WHOLE, 2.0F, 0.0F, 3.0F},
  {"ending", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 1.0F},
  {"harmony_take", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 99.0F},
  {"melody_take", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 99.0F},
  {"counter_take", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 99.0F},
  {"chords_take", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 99.0F},
  {"bass_take", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 99.0F},
  {"pad_take", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 99.0F},
  {"drums_take", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 99.0F},
  {"palette", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 7.0F},
  {"remix", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 7.0F},
  {"warmth", YEOUN_CONTROL_REAL, 0.0F, -1.0F, 1.0F},
  {"melody_instrument", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 24.0F},
  {"counter_instrument", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 24.0F},
  {"chords_instrument", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 24.0F},
  {"bass_instrument", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 24.0F},
  {"pad_instrument", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 24.0F},
  {"drums_instrument", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 24.0F},
  {"melody_level", YEOUN_CONTROL_REAL, 0.0F, -60.0F, 6.0F},
  {"counter_level", YEOUN_CONTROL_REAL, 0.0F, -60.0F, 6.0F},
  {"chords_level", YEOUN_CONTROL_REAL, 0.0F, -60.0F, 6.0F},
  {"bass_level", YEOUN_CONTROL_REAL, 0.0F, -60.0F, 6.0F},
  {"pad_level", YEOUN_CONTROL_REAL, 0.0F, -60.0F, 6.0F},
  {"drums_level", YEOUN_CONTROL_REAL, 0.0F, -60.0F, 6.0F},
  {"ambience", YEOUN_CONTROL_REAL, 0.35F, 0.0F, 1.0F},
  {"humanize", YEOUN_CONTROL_REAL, 0.5F, 0.0F, 1.0F},
  {"level", YEOUN_CONTROL_REAL, 0.0F, -60.0F, 6.0F},
  {"sync", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 1.0F},
  {"tempo", YEOUN_CONTROL_REAL, 0.0F, 0.0F, 300.0F},
  {"meter", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 6.0F},
  {"audition", YEOUN_CONTROL_WHOLE, 0.0F, 0.0F, 1.0F},
  {"identity", YEOUN_CONTROL_OUTPUT, 1.0F, 0.0F, 1.0F},
  {"bar", YEOUN_CONTROL_OUTPUT, 0.0F, 0.0F, 32.0F},
  {"position", YEOUN_CONTROL_OUTPUT, 0.0F, 0.0F, 1.0F},
  {"own_tempo", YEOUN_CONTROL_OUTPUT, 72.0F, 20.0F, 300.0F},
  {"latency", YEOUN_CONTROL_OUTPUT, 0.0F, 0.0F, 192000.0F},
};

/* In the order of the scale points of "meter". */
static const struct yeoun_meter meters[] =
  {{0, 0}, {2, 4}, {3, 4}, {4, 4}, {5, 4}, {6, 8}, {12, 8}};

const struct yeoun_control_facts *
yeoun_control_facts(enum yeoun_port port)
{
  return &facts[port - YEOUN_PORT_CONTROL];
}

float
yeoun_control_value(enum yeoun_port port, const float *value)
{
  const struct yeoun_control_facts *const f = yeoun_control_facts(port);
  if (!value || isnan(*value)) {
    return f->normal;
  }
  const float x = *value < f->low    ? f->low
                  : *value > f->high ? f->high
                                     : *value;
  return f->kind == YEOUN_CONTROL_WHOLE ? floorf(x + 0.5F) : x;
}

static float
real(const float *const *value, unsigned port)
{
  return yeoun_control_value(port, value[port - YEOUN_PORT_CONTROL]);
}

/** No whole control is negative. */
static unsigned
whole(const float *const *value, unsigned port)
{
  return (unsigned)real(value, port);
}

static struct yeoun_theme
read_theme(const float *const *value)
{
  struct yeoun_theme theme = {0};
  theme.chords = (uint8_t)whole(value, YEOUN_PORT_CHORDS);
  for (unsigned i = 0; i < theme.chords; ++i) {
    const unsigned root = whole(value, YEOUN_PORT_ROOT_1 + i);
    const unsigned bass = whole(value, YEOUN_PORT_BASS_1 + i);
    const unsigned type = whole(value, YEOUN_PORT_TYPE_1 + i);
    theme.chord[i] = yeoun_chord_make(root, type, bass ? bass - 1 : root);
    theme.length[i] =
      (int32_t)(real(value, YEOUN_PORT_BEATS_1 + i) * YEOUN_BEAT + 0.5F);
  }

  const unsigned notes = whole(value, YEOUN_PORT_MOTIF);
  theme.notes = (uint8_t)(notes == 1 ? 2 : notes);
  for (unsigned i = 0; i < theme.notes; ++i) {
    theme.note[i] = (uint8_t)whole(value, YEOUN_PORT_MOTIF_1 + i);
  }
  return theme.chords || theme.notes ? theme : yeoun_theme_default();
}

static void
read_mood(const float *const *value, struct yeoun_controls *controls)
{
  for (unsigned i = 0; i < YEOUN_POLES; ++i) {
    controls->weight[i] = real(value, YEOUN_PORT_LYRICAL + i);
  }
  for (unsigned i = 0; i < YEOUN_TRIMS; ++i) {
    controls->trim[i] = real(value, YEOUN_PORT_TEMPO_TRIM + i);
  }
  controls->intensity = real(value, YEOUN_PORT_INTENSITY);
  controls->space = real(value, YEOUN_PORT_SPACE);
  controls->korean = real(value, YEOUN_PORT_KOREAN);
}

static void
read_variation(const float *const *value, struct yeoun_controls *controls)
{
  controls->variation = (uint16_t)whole(value, YEOUN_PORT_VARIATION);
  controls->distance = real(value, YEOUN_PORT_DISTANCE);
  controls->bars = (uint16_t)whole(value, YEOUN_PORT_BARS);
  controls->form = (uint8_t)whole(value, YEOUN_PORT_FORM);
  controls->advance = (uint8_t)whole(value, YEOUN_PORT_ADVANCE);
  controls->apply = (uint8_t)whole(value, YEOUN_PORT_APPLY);
  controls->has_ending = whole(value, YEOUN_PORT_ENDING);
  controls->harmony_take = (uint8_t)whole(value, YEOUN_PORT_HARMONY_TAKE);
  for (unsigned i = 0; i < YEOUN_LANES; ++i) {
    controls->take[i] = (uint8_t)whole(value, YEOUN_PORT_MELODY_TAKE + i);
  }
}

static void
read_sound(const float *const *value, struct yeoun_controls *controls)
{
  controls->palette = (uint8_t)whole(value, YEOUN_PORT_PALETTE);
  controls->remix = (uint8_t)whole(value, YEOUN_PORT_REMIX);
  controls->warmth = real(value, YEOUN_PORT_WARMTH);
  for (unsigned i = 0; i < YEOUN_LANES; ++i) {
    controls->instrument[i] =
      (uint8_t)whole(value, YEOUN_PORT_MELODY_INSTRUMENT + i);
    controls->lane_db[i] = real(value, YEOUN_PORT_MELODY_LEVEL + i);
  }
  controls->ambience = real(value, YEOUN_PORT_AMBIENCE);
  controls->humanize = real(value, YEOUN_PORT_HUMANIZE);
  controls->level_db = real(value, YEOUN_PORT_LEVEL);
}

static void
read_time(const float *const *value, struct yeoun_controls *controls)
{
  /* Below 20 bpm there is only 0, which means the mood's own tempo. */
  const float tempo = real(value, YEOUN_PORT_TEMPO);
  controls->tempo_bpm = tempo > 0.0F && tempo < 20.0F ? 20.0F : tempo;
  controls->is_own_time = whole(value, YEOUN_PORT_SYNC);
  controls->meter = meters[whole(value, YEOUN_PORT_METER) % COUNT(meters)];
  controls->is_auditioning = whole(value, YEOUN_PORT_AUDITION);
}

struct yeoun_controls
yeoun_controls_read(const float *const value[YEOUN_CONTROLS])
{
  struct yeoun_controls controls = {0};
  controls.theme = read_theme(value);
  controls.is_learning = whole(value, YEOUN_PORT_SOURCE);
  controls.is_enabled = whole(value, YEOUN_PORT_ENABLED);
  read_mood(value, &controls);
  read_variation(value, &controls);
  read_sound(value, &controls);
  read_time(value, &controls);
  return controls;
}
