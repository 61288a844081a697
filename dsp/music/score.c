// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "score.h"

#include <assert.h>

bool
yeoun_score_add(struct yeoun_score *score, struct yeoun_note note)
{
  assert(note.lane < YEOUN_LANES && note.pitch < 128);
  if (score->notes >= YEOUN_NOTES_MAX || note.length <= 0 || note.start < 0 ||
      note.start >= score->length) {
    return false;
  }
  score->note[score->notes++] = note;
  return true;
}

static bool
is_before(const struct yeoun_note *a, const struct yeoun_note *b)
{
  if (a->start != b->start) {
    return a->start < b->start;
  }
  if (a->lane != b->lane) {
    return a->lane < b->lane;
  }
  return a->pitch < b->pitch;
}

static void
merge(const struct yeoun_note *from,
      struct yeoun_note *to,
      unsigned begin,
      unsigned middle,
      unsigned end)
{
  unsigned a = begin;
  unsigned b = middle;
  for (unsigned i = begin; i < end; ++i) {
    const bool takes_b =
      a == middle || (b < end && is_before(&from[b], &from[a]));
    to[i] = takes_b ? from[b++] : from[a++];
  }
}

/* Merge sort from the bottom up, in runs that insertion has put in order: the
   lanes are each nearly sorted already. The upper half of the capacity serves
   as scratch; a score that is fuller is sorted by insertion. */
void
yeoun_score_sort(struct yeoun_score *score)
{
  enum { run = 16 };
  const unsigned count = score->notes;
  const bool fits = 2 * count <= YEOUN_NOTES_MAX;
  const unsigned width = fits ? run : YEOUN_NOTES_MAX;
  struct yeoun_note *from = score->note;
  for (unsigned begin = 0; begin < count; begin += width) {
    const unsigned end = begin + width < count ? begin + width : count;
    for (unsigned i = begin + 1; i < end; ++i) {
      const struct yeoun_note note = from[i];
      unsigned j = i;
      for (; j > begin && is_before(&note, &from[j - 1]); --j) {
        from[j] = from[j - 1];
      }
      from[j] = note;
    }
  }
  if (!fits) {
    return;
  }
  struct yeoun_note *to = score->note + count;
  for (unsigned step = run; step < count; step *= 2) {
    for (unsigned begin = 0; begin < count; begin += 2 * step) {
      const unsigned middle = begin + step < count ? begin + step : count;
      const unsigned end = begin + 2 * step < count ? begin + 2 * step : count;
      merge(from, to, begin, middle, end);
    }
    struct yeoun_note *const swapped = from;
    from = to;
    to = swapped;
  }
  if (from != score->note) {
    for (unsigned i = 0; i < count; ++i) {
      score->note[i] = from[i];
    }
  }
}
