// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "name_field.h"

#include <string.h>

#include "music/palette.h"

/* The words are the symbols of the ports. */
#define SHARE(word, member, low, high, usual)                                  \
  {                                                                            \
    word, YEOUN_NAME_SHARE, offsetof(struct yeoun_request, member),            \
      256 * (low), 256 * (high), usual, false                                  \
  }
#define WHOLE(word, kind, member, low, high, usual)                            \
  {                                                                            \
    word, kind, offsetof(struct yeoun_request, member), low, high, usual,      \
      false                                                                    \
  }
#define TRIM(word, which) SHARE(word, mood.trim[which], -1, 1, 0)
#define TAKE(word, member)                                                     \
  WHOLE(word, YEOUN_NAME_BYTE, member, 0, YEOUN_TAKES - 1, 0)
#define INSTRUMENT(word, lane)                                                 \
  WHOLE(word, YEOUN_NAME_BYTE, instrument[lane], 0, YEOUN_INSTRUMENTS - 1, 0)

static const struct yeoun_name_field fields[] = {
  {"variation",
   YEOUN_NAME_WORD,
   offsetof(struct yeoun_request, variation),
   0,
   YEOUN_VARIATIONS - 1,
   1,
   true},
  /* A mood is what is asked for, and nothing else. */
  SHARE("lyrical", mood.asked[YEOUN_LYRICAL], 0, 255, 0),
  SHARE("romantic", mood.asked[YEOUN_ROMANTIC], 0, 255, 0),
  SHARE("comic", mood.asked[YEOUN_COMIC], 0, 255, 0),
  SHARE("intensity", mood.intensity, 0, 1, 128),
  SHARE("space", mood.space, 0, 1, 77),
  SHARE("distance", distance, 0, 1, 90),
  WHOLE("bars", YEOUN_NAME_WORD, bars, 1, YEOUN_BARS_MAX, 8),
  WHOLE("form", YEOUN_NAME_BYTE, form, 0, YEOUN_FORMS - 1, 0),
  WHOLE("doubling", YEOUN_NAME_SIGNED, doubling, -1, 1, 0),
  WHOLE("ending", YEOUN_NAME_FLAG, has_ending, 0, 1, 0),
  SHARE("korean", korean, 0, 1, 0),
  SHARE("warmth", warmth, -1, 1, 0),
  SHARE("humanize", humanize, 0, 1, 128),
  TRIM("tempo_trim", YEOUN_TRIM_TEMPO),
  TRIM("register_trim", YEOUN_TRIM_REGISTER),
  TRIM("level_trim", YEOUN_TRIM_LEVEL),
  TRIM("gate_trim", YEOUN_TRIM_GATE),
  TRIM("leap_trim", YEOUN_TRIM_LEAP),
  TRIM("ornament_trim", YEOUN_TRIM_ORNAMENT),
  TRIM("chromatic_trim", YEOUN_TRIM_CHROMATIC),
  TRIM("rubato_trim", YEOUN_TRIM_RUBATO),
  TRIM("syncopation_trim", YEOUN_TRIM_SYNCOPATION),
  TRIM("humour_trim", YEOUN_TRIM_HUMOUR),
  TAKE("theme_take", theme_take),
  TAKE("harmony_take", harmony_take),
  TAKE("melody_take", take[YEOUN_LANE_MELODY]),
  TAKE("counter_take", take[YEOUN_LANE_COUNTER]),
  TAKE("chords_take", take[YEOUN_LANE_CHORDS]),
  TAKE("bass_take", take[YEOUN_LANE_BASS]),
  TAKE("pad_take", take[YEOUN_LANE_PAD]),
  TAKE("drums_take", take[YEOUN_LANE_DRUMS]),
  WHOLE("palette", YEOUN_NAME_BYTE, palette, 0, YEOUN_PALETTES - 1, 0),
  INSTRUMENT("melody_instrument", YEOUN_LANE_MELODY),
  INSTRUMENT("counter_instrument", YEOUN_LANE_COUNTER),
  INSTRUMENT("chords_instrument", YEOUN_LANE_CHORDS),
  INSTRUMENT("bass_instrument", YEOUN_LANE_BASS),
  INSTRUMENT("pad_instrument", YEOUN_LANE_PAD),
  INSTRUMENT("drums_instrument", YEOUN_LANE_DRUMS),
};

/* Who reads keeps a set of those that were read. */
_Static_assert(sizeof(fields) / sizeof(*fields) <= 64, "a bit for each field");

const struct yeoun_name_field *
yeoun_name_fields(size_t *count)
{
  *count = sizeof(fields) / sizeof(*fields);
  return fields;
}

/** To the nearest 256th. */
static int32_t
to_256ths(float x)
{
  return x >= 0.0f && x < 256.0f   ? (int32_t)(x * 256.0f + 0.5f)
         : x < 0.0f && x > -256.0f ? -(int32_t)(0.5f - x * 256.0f)
                                   : 0;
}

int32_t
yeoun_name_field_get(const struct yeoun_name_field *field,
                     const struct yeoun_request *request)
{
  const char *const place = (const char *)request + field->place;
  float share = 0.0f;
  uint16_t word = 0;
  int32_t value = 0;
  switch ((enum yeoun_name_kind)field->kind) {
    case YEOUN_NAME_SHARE:
      memcpy(&share, place, sizeof(share));
      value = to_256ths(share);
      break;
    case YEOUN_NAME_WORD:
      memcpy(&word, place, sizeof(word));
      value = word;
      break;
    case YEOUN_NAME_BYTE:
      value = *(const uint8_t *)place;
      break;
    case YEOUN_NAME_SIGNED:
      value = *(const int8_t *)place;
      break;
    case YEOUN_NAME_FLAG:
      value = *(const bool *)place;
      break;
  }
  return value < field->low    ? field->low
         : value > field->high ? field->high
                               : value;
}

void
yeoun_name_field_set(const struct yeoun_name_field *field,
                     int32_t value,
                     struct yeoun_request *request)
{
  char *const place = (char *)request + field->place;
  const float share = (float)value / 256.0f;
  const uint16_t word = (uint16_t)value;
  switch ((enum yeoun_name_kind)field->kind) {
    case YEOUN_NAME_SHARE:
      memcpy(place, &share, sizeof(share));
      break;
    case YEOUN_NAME_WORD:
      memcpy(place, &word, sizeof(word));
      break;
    case YEOUN_NAME_BYTE:
      *(uint8_t *)place = (uint8_t)value;
      break;
    case YEOUN_NAME_SIGNED:
      *(int8_t *)place = (int8_t)value;
      break;
    case YEOUN_NAME_FLAG:
      *(bool *)place = value != 0;
      break;
  }
}
