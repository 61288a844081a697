// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "reference.h"

#include <math.h>
#include <stdio.h>

#include "music/palette.h"

/* Both fall on the first whole frame after the same tick. */
#define NEAR 1.01

/* Ticks are rounded to frames, and frames to ticks. */
#define SLACK 30.0

/** Frames that a note must have left to be begun late. */
static double
enough(const struct counter_note *note, double rate)
{
  const double share = 0.25 * (double)(note->end - note->begin);
  return share < 0.06 * rate ? share : 0.06 * rate;
}

/** Whether all instruments of a program can be begun late. */
static bool
is_sustained(uint8_t program)
{
  for (unsigned i = 1; i < YEOUN_INSTRUMENTS; ++i) {
    const struct yeoun_instrument_facts *const facts =
      yeoun_instrument_facts(i);
    if (facts->program == program && facts->sustain == YEOUN_SUSTAIN_FREE) {
      return false;
    }
  }
  return true;
}

static bool
is_key(const struct counter_note *a, const struct counter_note *b)
{
  return a->channel == b->channel && a->key == b->key;
}

static bool
is_alike(const struct counter_note *a, const struct counter_note *b)
{
  return is_key(a, b) && a->velocity == b->velocity && a->program == b->program;
}

/** The note of the straight run that a note is, or NULL. */
static const struct counter_note *
find(const struct counter *straight,
     const struct counter_note *note,
     double place,
     double rate,
     bool is_first)
{
  for (size_t i = 0; i < straight->notes; ++i) {
    const struct counter_note *const other = &straight->note[i];
    if (is_alike(note, other) && fabs((double)other->begin - place) < NEAR) {
      return other;
    }
  }
  for (size_t i = 0; is_first && i < straight->notes; ++i) {
    const struct counter_note *const other = &straight->note[i];
    if (is_alike(note, other) && (double)other->begin < place &&
        (double)other->end > place + enough(other, rate) - SLACK) {
      return other;
    }
  }
  return NULL;
}

static bool
ends_alike(const struct counter_note *note,
           const struct counter_note *other,
           const struct simulator_stretch *stretch,
           double offset)
{
  return note->end < stretch->to
           ? fabs((double)other->end - (double)note->end - offset) < NEAR
           : (double)other->end > (double)stretch->to + offset - NEAR;
}

/** Whether a note of the straight run is among those that were played. */
static bool
was_played(const struct counter *played,
           const struct counter_note *other,
           double offset)
{
  for (size_t i = 0; i < played->notes; ++i) {
    const struct counter_note *const note = &played->note[i];
    const double place = (double)note->begin + offset;
    if (is_alike(note, other) && fabs((double)other->begin - place) < NEAR) {
      return true;
    }
  }
  return false;
}

static bool
was_sounding(const struct counter *played,
             const struct counter_note *other,
             int64_t frame)
{
  for (size_t i = 0; i < played->notes; ++i) {
    const struct counter_note *const note = &played->note[i];
    if (is_key(note, other) && note->begin <= frame && note->end > frame) {
      return true;
    }
  }
  return false;
}

/** Put the difference into words; false. */
static bool
differs(char *what,
        size_t size,
        const char *how,
        const struct counter_note *note,
        double place)
{
  snprintf(what,
           size,
           "key %u of channel %u, velocity %u, %s at frame %.1f of the music "
           "(%lld to %lld)",
           note->key,
           note->channel + 1U,
           note->velocity,
           how,
           place,
           (long long)note->begin,
           (long long)note->end);
  return false;
}

bool
reference_is(const struct counter *played,
             const struct simulator_stretch *stretch,
             const struct counter *straight,
             double rate,
             bool is_before_known,
             char *what,
             size_t size)
{
  const double offset = stretch->place - (double)stretch->from;
  for (size_t i = 0; i < played->notes; ++i) {
    const struct counter_note *const note = &played->note[i];
    if (note->begin < stretch->from || note->begin >= stretch->to) {
      continue;
    }
    const double place = (double)note->begin + offset;
    const struct counter_note *const other =
      find(straight, note, place, rate, note->begin == stretch->from);
    if (!other) {
      return differs(what, size, "is not in the score", note, place);
    }
    if (!ends_alike(note, other, stretch, offset)) {
      return differs(what, size, "does not end as it should", note, place);
    }
  }

  const double end = (double)stretch->to + offset - NEAR;
  for (size_t i = 0; i < straight->notes; ++i) {
    const struct counter_note *const other = &straight->note[i];
    const double begin = (double)other->begin;
    if (begin >= stretch->place && begin < end) {
      if (!was_played(played, other, offset)) {
        return differs(what, size, "is lost", other, begin);
      }
    } else if (is_before_known && begin < stretch->place - NEAR &&
               (double)other->end >
                 stretch->place + enough(other, rate) + SLACK &&
               other->end != INT64_MAX && is_sustained(other->program) &&
               !was_sounding(played, other, stretch->from)) {
      return differs(what, size, "is held and silent", other, stretch->place);
    }
  }
  return true;
}

size_t
reference_notes(const struct counter *played,
                const struct simulator_stretch *stretch)
{
  size_t count = 0;
  for (size_t i = 0; i < played->notes; ++i) {
    const int64_t begin = played->note[i].begin;
    count += begin >= stretch->from && begin < stretch->to;
  }
  return count;
}
