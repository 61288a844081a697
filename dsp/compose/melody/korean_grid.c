// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The jangdan's triplets: every lane on the grid that the janggu plays. */

#include "korean.h"

enum { THIRDS = 3, PLACES = 8 };

/* A pulse of a lane: where each of its onsets goes. */
struct beat {
  int32_t from, length;
  int places;
  int32_t place[PLACES]; /* ticks after its begin, ascending */
  int8_t third[PLACES];  /* -1 = it gives way */
};

static bool
is_laid(const struct yeoun_note *note, unsigned lane)
{
  return note->lane == lane && note->length > 0 &&
         note->articulation != YEOUN_ARTICULATION_GRACE;
}

/* Onsets of a lane within the pulse, from the first note that may be heard in
   it on; the score is in the order of time. */
static void
hear(const struct yeoun_score *score,
     int first,
     unsigned lane,
     struct beat *beat)
{
  beat->places = 0;
  for (int i = first; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    const int32_t at = note->start - beat->from;
    if (at >= beat->length) {
      return;
    }
    const bool is_new =
      beat->places == 0 || beat->place[beat->places - 1] != at;
    if (at >= 0 && is_laid(note, lane) && is_new && beat->places < PLACES) {
      beat->place[beat->places++] = at;
    }
  }
}

/* Where a place of the pulse lies in thirds: what stands on one stays; halves
   and what follows them come late, quarters in the middle. */
static int
third_of(const struct beat *beat, int32_t place)
{
  const int32_t thirds = THIRDS * place;
  return thirds % beat->length == 0  ? (int)(thirds / beat->length)
         : 2 * place >= beat->length ? 2
         : 4 * place >= beat->length ? 1
                                     : 0;
}

/* From the end: an onset that finds its third taken goes to the one before, if
   that is free for it. */
static void
lay(struct beat *beat)
{
  int free = THIRDS;
  for (int i = beat->places - 1; i >= 0; --i) {
    const int own = third_of(beat, beat->place[i]);
    const int third = own < free ? own : free - 1;
    const bool is_head = i > 0 && beat->place[0] == 0 && third == 0;
    beat->third[i] = (int8_t)(third < 0 || is_head ? -1 : third);
    free = beat->third[i] >= 0 ? third : free;
  }
}

/* A time within the pulse after it has been laid. */
static int32_t
moved(const struct beat *beat, int32_t tick)
{
  const int32_t at = tick - beat->from;
  for (int i = 0; i < beat->places; ++i) {
    if (beat->place[i] == at && beat->third[i] >= 0) {
      return beat->from + beat->third[i] * beat->length / THIRDS;
    }
  }
  return beat->from + third_of(beat, at) * beat->length / THIRDS;
}

static bool
gives_way(const struct beat *beat, int32_t tick)
{
  for (int i = 0; i < beat->places; ++i) {
    if (beat->place[i] == tick - beat->from) {
      return beat->third[i] < 0;
    }
  }
  return false;
}

/* Notes that begin in the pulse, and what ends in it. */
static void
move(struct yeoun_score *score,
     int first,
     unsigned lane,
     const struct beat *beat)
{
  const int32_t to = beat->from + beat->length;
  for (int i = first; i < score->notes && score->note[i].start < to; ++i) {
    struct yeoun_note *const note = &score->note[i];
    int32_t end = note->start + note->length;
    if (!is_laid(note, lane)) {
      continue;
    }
    if (end > beat->from && end < to) {
      end = moved(beat, end);
    }
    if (note->start >= beat->from) {
      const bool is_gone = gives_way(beat, note->start);
      note->start = moved(beat, note->start);
      end = is_gone ? note->start : end;
    }
    const int32_t least = end == note->start ? 0 : beat->length / (2 * THIRDS);
    note->length = end - note->start > least ? end - note->start : least;
  }
}

static void
drop_silent(struct yeoun_score *score)
{
  int kept = 0;
  for (int i = 0; i < score->notes; ++i) {
    if (score->note[i].length > 0) {
      score->note[kept++] = score->note[i];
    }
  }
  score->notes = (uint16_t)kept;
}

void
yeoun_korean_grid(const struct yeoun_plan *plan, struct yeoun_score *score)
{
  const int32_t pulse = yeoun_pulse_ticks(plan->meter);
  int first = 0;
  yeoun_score_sort(score);
  for (int bar = 0; bar < plan->bars; ++bar) {
    const int32_t begin = bar * plan->bar_ticks;
    /* What began more than a bar ago ends with a beat. */
    while (first < score->notes &&
           score->note[first].start < begin - plan->bar_ticks) {
      ++first;
    }
    if (!yeoun_korean_holds(plan, bar)) {
      continue;
    }
    for (int32_t at = 0; at < plan->bar_ticks; at += pulse) {
      for (unsigned lane = 0; lane < YEOUN_LANE_DRUMS; ++lane) {
        struct beat beat = {.from = begin + at, .length = pulse};
        hear(score, first, lane, &beat);
        lay(&beat);
        move(score, first, lane, &beat);
      }
    }
  }
  drop_silent(score);
  yeoun_score_sort(score);
}
