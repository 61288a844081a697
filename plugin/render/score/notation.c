// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "notation.h"

#include <stdlib.h>
#include <string.h>

#include "music/instrument.h"
#include "music/number.h"
#include "signs.h"

#define TICKS (YEOUN_BEAT / YEOUN_DIVISIONS) /* in a division */

/* A rest shorter than this is left to the player: a 16th. */
#define BREATH (YEOUN_DIVISIONS / 4)

/** How a beat is divided. */
enum { SIXTEENTHS = 6, THIRTYSECONDS = 3, TRIPLETS = 8, SEXTUPLETS = 4 };

struct lane {
  const struct yeoun_composed *composed;
  struct yeoun_staff staff;
  int32_t beat;  /**< divisions of one that is divided: a quarter note */
  int32_t end;   /**< of all, divisions */
  uint8_t *grid; /**< of each beat */
};

static bool
is_grace(const struct yeoun_note *note)
{
  return note->articulation == YEOUN_ARTICULATION_GRACE;
}

/** Whether all notes of a lane that begin in a beat lie on a grid. */
static bool
fits(const struct lane *lane, int32_t beat, int32_t grid)
{
  const int32_t from = beat * lane->beat * TICKS;
  const int32_t to = from + lane->beat * TICKS;
  for (unsigned i = 0; i < lane->composed->notes; ++i) {
    const struct yeoun_note *const n = &lane->composed->note[i];
    if (yeoun_staff_has(lane->staff, n) && !is_grace(n) && n->start >= from &&
        n->start < to && (n->start - from) % (grid * TICKS) != 0) {
      return false;
    }
  }
  return true;
}

/** The coarsest grid of each beat. Compound metres have no triplets. */
static bool
find_grids(struct lane *lane)
{
  static const uint8_t grids[] = {
    SIXTEENTHS, TRIPLETS, THIRTYSECONDS, SEXTUPLETS};
  const int32_t beats = lane->end / lane->beat + 1;
  const bool is_simple = lane->composed->meter.unit <= 4;
  lane->grid = (uint8_t *)malloc((size_t)beats);
  for (int32_t b = 0; lane->grid && b < beats; ++b) {
    lane->grid[b] = THIRTYSECONDS;
    for (unsigned i = 0; i < sizeof(grids); ++i) {
      const bool is_tuplet = grids[i] == TRIPLETS || grids[i] == SEXTUPLETS;
      if ((is_simple || !is_tuplet) && fits(lane, b, grids[i])) {
        lane->grid[b] = grids[i];
        break;
      }
    }
  }
  return lane->grid;
}

static bool
is_triplet(const struct lane *lane, int32_t beat)
{
  return lane->grid[beat] == TRIPLETS || lane->grid[beat] == SEXTUPLETS;
}

/** Ticks to divisions, on the grid of their beat. */
static int32_t
snap(const struct lane *lane, int32_t ticks)
{
  const int32_t beat = ticks / (lane->beat * TICKS);
  const int32_t from = beat * lane->beat;
  if (from >= lane->end) {
    return lane->end;
  }
  const int32_t grid = lane->grid[beat];
  const int32_t rest = ticks - from * TICKS;
  return from + (rest + grid * TICKS / 2) / (grid * TICKS) * grid;
}

static bool
append(struct yeoun_part *part, const struct yeoun_sign *sign)
{
  if (part->count == part->capacity) {
    const unsigned capacity = 2 * part->capacity + 128;
    struct yeoun_sign *const grown = (struct yeoun_sign *)realloc(
      part->sign, capacity * sizeof(struct yeoun_sign));
    if (!grown) {
      return false;
    }
    part->sign = grown;
    part->capacity = capacity;
  }
  part->sign[part->count++] = *sign;
  return true;
}

/** Put a note into a chord, unless its key is there. */
static void
join(struct yeoun_sign *chord, const struct yeoun_note *note, int32_t end)
{
  for (unsigned i = 0; i < chord->count; ++i) {
    if (chord->pitch[i] == note->pitch) {
      return;
    }
  }
  if (chord->count < YEOUN_CHORD_NOTES) {
    chord->pitch[chord->count++] = note->pitch;
  }
  if (end - chord->start > chord->length) {
    chord->length = end - chord->start;
  }
}

/** Whether a note stands on the staff; a grace before the note that it leads
   to, on whichever side of middle C it lies itself. */
static bool
has_note(const struct lane *lane, unsigned i)
{
  const struct yeoun_composed *const composed = lane->composed;
  const struct yeoun_note *const note = &composed->note[i];
  unsigned to = i;
  while (
    lane->staff.hand && to < composed->notes &&
    (composed->note[to].lane != note->lane || is_grace(&composed->note[to]))) {
    ++to;
  }
  return yeoun_staff_has(lane->staff,
                         to < composed->notes ? &composed->note[to] : note);
}

/** Notes that begin together become chords, in order. */
static bool
gather(const struct lane *lane, struct yeoun_part *chords)
{
  struct yeoun_sign graces = {0};
  for (unsigned i = 0; i < lane->composed->notes; ++i) {
    const struct yeoun_note *const n = &lane->composed->note[i];
    if (!has_note(lane, i)) {
      continue;
    }
    if (is_grace(n)) {
      if (graces.graces < YEOUN_GRACES) {
        graces.grace[graces.graces++] = n->pitch;
      }
      continue;
    }
    const int32_t start = snap(lane, n->start);
    const int32_t end = snap(lane, n->start + n->length);
    struct yeoun_sign *const last =
      chords->count ? &chords->sign[chords->count - 1] : NULL;
    if (last && last->start == start) {
      join(last, n, end);
    } else if (start < lane->end) {
      struct yeoun_sign chord = graces;
      chord.start = start;
      chord.articulation = n->articulation;
      join(&chord, n, end);
      if (!append(chords, &chord)) {
        return false;
      }
      graces = (struct yeoun_sign){0};
    }
  }
  return true;
}

/** A short note as it is written for players: as long as there is room for, up
   to an eighth, with a dot over it. */
static int32_t
find_staccato(const struct lane *lane,
              const struct yeoun_sign *sign,
              int32_t next)
{
  const int32_t beat_end = (sign->start / lane->beat + 1) * lane->beat;
  const int32_t room = yeoun_min_i(beat_end, next) - sign->start;
  const int32_t eighth = YEOUN_DIVISIONS / 2;
  const int32_t sixteenth = YEOUN_DIVISIONS / 4;
  const bool is_triplet_beat = is_triplet(lane, sign->start / lane->beat);
  return is_triplet_beat     ? yeoun_min_i(room, YEOUN_DIVISIONS / 3)
         : room >= eighth    ? eighth
         : room >= sixteenth ? sixteenth
                             : sign->length;
}

/** One voice: each chord ends where the next begins, and none is nothing. */
static void
shorten(const struct lane *lane, struct yeoun_part *chords)
{
  for (unsigned i = 0; i < chords->count; ++i) {
    struct yeoun_sign *const sign = &chords->sign[i];
    const int32_t next =
      i + 1 < chords->count ? chords->sign[i + 1].start : lane->end;
    const int32_t grid = lane->grid[sign->start / lane->beat];
    if (lane->staff.lane == YEOUN_LANE_DRUMS) {
      /* How long a drum rings is nobody's choice. */
      sign->length = lane->beat - sign->start % lane->beat;
    }
    if (sign->articulation == YEOUN_ARTICULATION_STACCATO &&
        lane->staff.lane != YEOUN_LANE_DRUMS) {
      sign->length = yeoun_max_i(sign->length, find_staccato(lane, sign, next));
    }
    sign->length = yeoun_max_i(sign->length, grid);
    if (sign->start + sign->length + BREATH > next) {
      sign->length = next - sign->start;
    }
  }
}

/** Where a stretch that begins at a place must be cut at the latest: at the bar
    line, and at both ends of a beat of triplets. */
static int32_t
find_cut(const struct lane *lane, int32_t start, int32_t end)
{
  const int32_t bar = yeoun_bar_ticks(lane->composed->meter) / TICKS;
  int32_t cut = (start / bar + 1) * bar;
  cut = yeoun_min_i(cut, end);
  if (is_triplet(lane, start / lane->beat)) {
    const int32_t beat = (start / lane->beat + 1) * lane->beat;
    return yeoun_min_i(beat, cut);
  }
  for (int32_t b = start / lane->beat + 1; b * lane->beat < cut; ++b) {
    if (is_triplet(lane, b)) {
      return b * lane->beat;
    }
  }
  return cut;
}

/** Append one stretch as signs that are printed, tied if it is a note. */
static bool
print(const struct lane *lane, struct yeoun_sign whole, struct yeoun_part *part)
{
  const int32_t pulse = yeoun_pulse_ticks(lane->composed->meter) / TICKS;
  const int32_t bar = yeoun_bar_ticks(lane->composed->meter) / TICKS;
  const int32_t end = whole.start + whole.length;
  bool is_good = true;
  for (int32_t at = whole.start; at < end && is_good;) {
    const int32_t cut = find_cut(lane, at, end);
    struct yeoun_sign sign = whole;
    sign.start = at;
    sign.is_triplet = is_triplet(lane, at / lane->beat) &&
                      !(at % lane->beat == 0 && cut - at == lane->beat);
    sign.length = yeoun_sign_choose(
      &sign, at % bar, cut - at, sign.is_triplet ? lane->beat : pulse);
    sign.is_tied_before = whole.count && at > whole.start;
    sign.is_tied_after = whole.count && at + sign.length < end;
    if (sign.is_tied_before) {
      sign.graces = 0;
    }
    is_good = append(part, &sign);
    at += sign.length;
  }
  return is_good;
}

/** Mark the first and the last sign of each beat of triplets. */
static void
mark_tuplets(const struct lane *lane, struct yeoun_part *part)
{
  for (unsigned i = 0; i < part->count; ++i) {
    struct yeoun_sign *const s = &part->sign[i];
    s->begins_tuplet = s->is_triplet && s->start % lane->beat == 0;
    s->ends_tuplet = s->is_triplet && (s->start + s->length) % lane->beat == 0;
  }
}

static bool
is_phrase(const struct yeoun_composed *composed, int32_t tick)
{
  for (unsigned i = 0; i < composed->phrases; ++i) {
    if (composed->phrase[i] == tick) {
      return true;
    }
  }
  return false;
}

/** Slurs over what is played in one breath or bow of a phrase: notes that
   follow without a rest, of one who sings or plays alone. */
static void
mark_slurs(const struct lane *lane, struct yeoun_part *part)
{
  const unsigned instrument = lane->composed->instrument[lane->staff.lane];
  const struct yeoun_instrument_facts *const facts =
    yeoun_instrument_facts(instrument);
  if (facts->sustain != YEOUN_SUSTAIN_HELD || facts->polyphony > 1) {
    return;
  }
  for (unsigned i = 0; i < part->count;) {
    unsigned end = i;
    unsigned notes = 0;
    while (
      end < part->count && part->sign[end].count &&
      part->sign[end].articulation != YEOUN_ARTICULATION_STACCATO &&
      (end == i || !is_phrase(lane->composed, part->sign[end].start * TICKS))) {
      notes += !part->sign[end++].is_tied_before;
    }
    if (notes > 1) {
      part->sign[i].begins_slur = true;
      part->sign[end - 1].ends_slur = true;
    }
    i = end > i ? end : i + 1;
  }
}

static bool
fill(const struct lane *lane,
     const struct yeoun_part *chords,
     struct yeoun_part *part)
{
  int32_t at = 0;
  for (unsigned i = 0; i <= chords->count; ++i) {
    const int32_t next = i < chords->count ? chords->sign[i].start : lane->end;
    const struct yeoun_sign rest = {.start = at, .length = next - at};
    if (next > at && !print(lane, rest, part)) {
      return false;
    }
    if (i < chords->count) {
      if (!print(lane, chords->sign[i], part)) {
        return false;
      }
      at = next + chords->sign[i].length;
    }
  }
  mark_tuplets(lane, part);
  mark_slurs(lane, part);
  return true;
}

bool
yeoun_notation_make(const struct yeoun_composed *composed,
                    struct yeoun_staff staff,
                    struct yeoun_part *part)
{
  struct lane lane = {.composed = composed,
                      .staff = staff,
                      .beat = YEOUN_DIVISIONS,
                      .end = composed->length / TICKS};
  struct yeoun_part chords = {0};
  *part = (struct yeoun_part){0};
  bool is_done = find_grids(&lane) && gather(&lane, &chords);
  if (is_done) {
    shorten(&lane, &chords);
    is_done = fill(&lane, &chords, part);
  }
  free(lane.grid);
  yeoun_part_free(&chords);
  return is_done;
}

void
yeoun_part_free(struct yeoun_part *part)
{
  free(part->sign);
  *part = (struct yeoun_part){0};
}
