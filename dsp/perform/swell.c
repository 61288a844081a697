// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "swell.h"

#include "level.h"
#include "music/number.h"

/* Shorter notes have no swell of their own, longer ones the whole of it: bows
   and breath shape notes from about a third of a second on. */
static const float least_ms = 350.0f;
static const float whole_ms = 1800.0f;

/* Its size: some, and more with the mood's dynamics; at most what one bow
   gives without being an effect. */
static const float size_db = 1.5f;
static const float size_share = 0.3f;
static const float size_most_db = 6.0f;

/* How a note is shaped: where its crest is, how high in shares of the size, and
   where it ends. */
struct shape {
  float at, crest, end;
};

static struct shape
shape_of(const struct yeoun_performed *note)
{
  static const struct {
    uint8_t mark;
    struct shape shape;
  } shapes[] = {
    {YEOUN_MARK_CLIMAX, {0.45f, 1.25f, -0.4f}},
    {YEOUN_MARK_SUSPENSION, {0.85f, 0.9f, 0.7f}},
    {YEOUN_MARK_APPOGGIATURA, {0.2f, 0.5f, -0.6f}},
    {YEOUN_MARK_RESOLUTION, {0.1f, 0.1f, -0.8f}},
    {YEOUN_MARK_PHRASE_END, {0.25f, 0.6f, -1.0f}},
    {YEOUN_MARK_PHRASE_START, {0.6f, 1.0f, 0.1f}},
  };
  if (note->articulation == YEOUN_ARTICULATION_MARCATO) {
    return (struct shape){0.05f, 0.0f, -0.9f};
  }
  for (unsigned i = 0; i < sizeof(shapes) / sizeof(shapes[0]); ++i) {
    if (note->marks & shapes[i].mark) {
      return shapes[i].shape;
    }
  }
  return (struct shape){0.5f, 0.9f, -0.1f};
}

static float
size_of(const struct yeoun_rendition *rendition,
        const struct yeoun_performed *note)
{
  const float ms = (float)(note->end - note->start) * rendition->ms_per_tick;
  const float dynamics_db = rendition->mood->feature[YEOUN_FEATURE_DYNAMICS];
  const float long_share =
    yeoun_clamp_f((ms - least_ms) / (whole_ms - least_ms), 0.0f, 1.0f);
  const bool is_short = note->articulation == YEOUN_ARTICULATION_STACCATO ||
                        note->articulation == YEOUN_ARTICULATION_GRACE;
  const float size = yeoun_min_f(size_db + size_share * dynamics_db, //
                                 size_most_db);
  return is_short ? 0.0f : long_share * size;
}

static int8_t
quarters(float level_db)
{
  const float x = 4.0f * level_db;
  return (int8_t)yeoun_clamp_f(x < 0.0f ? x - 0.5f : x + 0.5f, -127.0f, 127.0f);
}

static void
write_note(const struct yeoun_rendition *rendition,
           const struct yeoun_curve *curve,
           struct yeoun_performed *note)
{
  const struct shape shape = shape_of(note);
  const float size = size_of(rendition, note);
  const int32_t length = note->end - note->start;
  const int32_t crest = note->start + (int32_t)(shape.at * (float)length);
  const float from =
    yeoun_level_phrase_db(rendition, curve, note->lane, note->start);
  const float over = yeoun_level_phrase_db(rendition, curve, note->lane, crest);
  const float to =
    yeoun_level_phrase_db(rendition, curve, note->lane, note->end);
  note->phrase_level = quarters(from);
  note->crest_at = (uint8_t)(255.0f * shape.at);
  note->crest_level = quarters(over - from + shape.crest * size);
  note->end_level = quarters(to - from + shape.end * size);
}

/** The loudest place of a note, in quarters. */
static int
loudest(const struct yeoun_performed *note)
{
  const int most = yeoun_max_i(note->crest_level, note->end_level);
  return note->phrase_level + yeoun_max_i(most, 0);
}

void
yeoun_swell_write(const struct yeoun_rendition *rendition,
                  const struct yeoun_curve *curve,
                  struct yeoun_performance *performance)
{
  int most[YEOUN_LANES];
  for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
    most[lane] = INT8_MIN;
  }
  for (unsigned i = 0; i < performance->notes; ++i) {
    struct yeoun_performed *const note = &performance->note[i];
    if (note->lane != YEOUN_LANE_DRUMS) {
      write_note(rendition, curve, note);
      most[note->lane] = yeoun_max_i(most[note->lane], loudest(note));
    }
  }
  for (unsigned i = 0; i < performance->notes; ++i) {
    struct yeoun_performed *const note = &performance->note[i];
    if (note->lane != YEOUN_LANE_DRUMS) {
      note->phrase_level = (int8_t)yeoun_clamp_i(
        note->phrase_level - most[note->lane], INT8_MIN, 0);
    }
  }
}
