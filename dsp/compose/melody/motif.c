// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "motif.h"

#include <stdbool.h>

#include "music/random.h"

/* Figures around a first note, in scale steps: basic ideas of songs, each with
   something to know it by, a leap, a turn, a repeated note, a long climb. */
static const struct figure {
  uint8_t notes;
  int8_t step[7];
} figures[] = {
  {3, {0, 4, 3}},
  {3, {0, -1, 2}},
  {3, {0, 5, 4}},
  {3, {0, 2, -1}},
  {3, {0, 3, 2}},
  {3, {0, -4, -3}},
  {4, {0, 1, 2, 4}},
  {4, {0, 4, 3, 2}},
  {4, {0, -1, 0, 4}},
  {4, {0, 2, 4, 3}},
  {4, {0, 5, 4, 2}},
  {4, {0, 0, 1, -2}},
  {4, {0, -3, 0, 1}},
  {4, {0, 2, 1, -1}},
  {4, {0, 3, 2, 0}},
  {4, {0, -1, -2, 1}},
  {5, {0, 1, 2, 4, 3}},
  {5, {0, 4, 3, 2, 1}},
  {5, {0, -1, 0, 2, 1}},
  {5, {0, 2, 4, 5, 4}},
  {5, {0, 0, 0, 2, 1}},
  {5, {0, -2, -1, 0, 3}},
  {5, {0, 1, 0, -2, -1}},
  {5, {0, 5, 4, 3, 4}},
  {5, {0, 3, 2, 1, 2}},
  {6, {0, 1, 2, 0, 4, 3}},
  {6, {0, 2, 1, 0, -1, 0}},
  {6, {0, -1, 0, 1, 2, 4}},
  {6, {0, 4, 4, 3, 2, 1}},
  {6, {0, 1, 2, 3, 2, 0}},
  {6, {0, 5, 4, 2, 3, 1}},
  {7, {0, 1, 2, 1, 0, -1, 0}},
  {7, {0, 2, 1, 3, 2, 4, 3}},
  {7, {0, 4, 3, 4, 2, 1, 0}},
  {7, {0, -1, 0, 1, 2, 3, 2}},
};

enum { FIGURES = sizeof(figures) / sizeof(figures[0]) };

/* Rhythms of motifs by how many notes they have: sets of slots of one bar, the
   commonest cells of songs and those that are known by their dot or their late
   note. */
static const struct cell {
  uint8_t slots; /* of the bar */
  bool is_compound;
  uint8_t notes;
  uint8_t slot[7];
} cells[] = {
  {16, false, 3, {0, 6, 8}},
  {16, false, 3, {0, 8, 12}},
  {16, false, 3, {0, 4, 8}},
  {16, false, 3, {0, 6, 12}},
  {16, false, 4, {0, 6, 8, 12}},
  {16, false, 4, {0, 4, 6, 8}},
  {16, false, 4, {0, 2, 4, 8}},
  {16, false, 4, {0, 8, 10, 12}},
  {16, false, 4, {0, 6, 8, 14}},
  {16, false, 4, {0, 4, 8, 12}},
  {16, false, 4, {0, 3, 4, 8}},
  {16, false, 5, {0, 4, 6, 8, 12}},
  {16, false, 5, {0, 6, 8, 10, 12}},
  {16, false, 5, {0, 2, 4, 6, 8}},
  {16, false, 5, {0, 4, 8, 10, 12}},
  {16, false, 5, {0, 6, 7, 8, 12}},
  {16, false, 6, {0, 2, 4, 6, 8, 12}},
  {16, false, 6, {0, 4, 6, 8, 10, 12}},
  {16, false, 6, {0, 6, 8, 10, 12, 14}},
  {16, false, 7, {0, 2, 4, 6, 8, 10, 12}},
  {16, false, 7, {0, 4, 6, 8, 10, 12, 14}},
  {12, false, 3, {0, 4, 8}},
  {12, false, 3, {0, 6, 8}},
  {12, false, 3, {0, 8, 10}},
  {12, false, 4, {0, 4, 6, 8}},
  {12, false, 4, {0, 6, 8, 10}},
  {12, false, 4, {0, 3, 4, 8}},
  {12, false, 5, {0, 4, 6, 8, 10}},
  {12, false, 5, {0, 2, 4, 6, 8}},
  {12, false, 6, {0, 2, 4, 6, 8, 10}},
  {12, true, 3, {0, 4, 6}},
  {12, true, 3, {0, 6, 10}},
  {12, true, 4, {0, 4, 6, 10}},
  {12, true, 4, {0, 2, 4, 6}},
  {12, true, 4, {0, 3, 4, 6}},
  {12, true, 5, {0, 4, 6, 8, 10}},
  {12, true, 5, {0, 3, 4, 6, 10}},
  {12, true, 6, {0, 2, 4, 6, 8, 10}},
};

enum { CELLS = sizeof(cells) / sizeof(cells[0]) };

static int
first_guide_note(const struct yeoun_analysis *analysis)
{
  /* A third or fifth a little above middle C sings; the root is plain. */
  static const float wishes[3] = {0.0f, 1.4f, 1.0f};
  struct yeoun_random random = yeoun_random_stream(analysis->seed, "guide", 0);
  const struct yeoun_chord chord = analysis->chord[0];
  int best = 67;
  float best_cost = 1e9f;
  for (int pitch = 62; pitch <= 73; ++pitch) {
    if (!yeoun_tones_hold(chord.tones, pitch)) {
      continue;
    }
    const int above = yeoun_pitch_class(pitch - chord.root);
    const float wish = above == 0                 ? wishes[0]
                       : above == 3 || above == 4 ? wishes[1]
                                                  : wishes[2];
    const float off = (float)(pitch < 67 ? 67 - pitch : pitch - 67);
    const float cost = 0.15f * off - wish - yeoun_random_unit(&random);
    if (cost < best_cost) {
      best_cost = cost;
      best = pitch;
    }
  }
  return best;
}

/* The next note of the guide line: the nearest tone of the next chord, not the
   same note if another is only a step away. */
static int
next_guide_note(const struct yeoun_analysis *analysis, int from)
{
  const struct yeoun_chord next = analysis->chord[analysis->chords > 1 ? 1 : 0];
  static const int moves[] = {-1, -2, 1, 2, 0, -3, 3, -4, 4};
  for (unsigned i = 0; i < sizeof(moves) / sizeof(moves[0]); ++i) {
    if (yeoun_tones_hold(next.tones, from + moves[i])) {
      return from + moves[i];
    }
  }
  return from;
}

static void
give_lengths(struct yeoun_motif *motif, int slots)
{
  for (int i = 0; i < motif->notes; ++i) {
    const int end = i + 1 < motif->notes ? motif->slot[i + 1] : slots;
    motif->length[i] = (uint8_t)(end - motif->slot[i]);
  }
}

/* A cell of as many notes, if the metre has one. */
static const struct cell *
find_cell(struct yeoun_meter meter,
          int slots,
          int notes,
          struct yeoun_random *random)
{
  const bool is_compound = meter.unit == 8 && meter.beats % 3 == 0;
  const struct cell *best = NULL;
  uint32_t found = 0;
  for (int c = 0; c < CELLS; ++c) {
    if (cells[c].slots == slots && cells[c].is_compound == is_compound &&
        cells[c].notes == notes && yeoun_random_below(random, ++found) == 0) {
      best = &cells[c];
    }
  }
  return best;
}

/* Onsets of a motif in the first bar: a cell of songs, or as many places of a
   family of rhythms. */
static void
give_rhythm(struct yeoun_motif *motif, struct yeoun_meter meter, uint64_t seed)
{
  struct yeoun_random random = yeoun_random_stream(seed, "motif rhythm", 0);
  const unsigned family = yeoun_random_below(&random, YEOUN_RHYTHM_FAMILIES);
  const int slots = yeoun_rhythm_slots(meter);
  const struct cell *const cell =
    find_cell(meter, slots, motif->notes, &random);
  uint32_t onsets = 0;
  int found = 0;
  for (int wanted = motif->notes; found < motif->notes && wanted <= slots;
       ++wanted) {
    onsets = yeoun_rhythm_bar(meter, family, wanted);
    found = __builtin_popcount(onsets);
  }
  int n = 0;
  for (int slot = 0; slot < slots && n < motif->notes; ++slot) {
    if (!cell && ((onsets >> slot) & 1)) {
      motif->slot[n++] = (uint8_t)slot;
    }
  }
  for (int i = 0; cell && i < motif->notes; ++i) {
    motif->slot[i] = cell->slot[i];
  }
  give_lengths(motif, slots);
}

static float
figure_cost(const struct figure *figure,
            const struct yeoun_analysis *analysis,
            int degree,
            int goal)
{
  const uint16_t tones = analysis->chord[0].tones;
  const struct yeoun_scale scale =
    yeoun_scale_under(analysis->scale, analysis->chord[0]);
  float cost = 0.0f;
  for (int i = 0; i < figure->notes; ++i) {
    const int pitch = yeoun_scale_pitch(&scale, degree + figure->step[i]);
    const bool holds = yeoun_tones_hold(tones, pitch);
    cost += holds ? 0.0f : i == figure->notes - 1 ? 2.0f : 0.7f;
    cost += pitch < 58 || pitch > 79 ? 1.0f : 0.0f;
  }
  const int last = degree + figure->step[figure->notes - 1];
  const int gap = last > goal ? last - goal : goal - last;
  return cost + 0.25f * (float)(gap > 1 ? gap - 1 : 1 - gap);
}

/* How many notes: a few, more or less as basic ideas have them. */
static int
draw_notes(struct yeoun_random *random)
{
  static const float most[] = {0.14f, 0.44f, 0.76f, 0.92f};
  const float draw = yeoun_random_unit(random);
  int notes = 3;
  while (notes < 7 && draw >= most[notes - 3]) {
    ++notes;
  }
  return notes;
}

static void
derive_figure(struct yeoun_analysis *analysis, uint64_t seed)
{
  struct yeoun_random random = yeoun_random_stream(seed, "figure", 0);
  const int notes = draw_notes(&random);
  struct yeoun_motif *const motif = &analysis->motif;
  const int first = first_guide_note(analysis);
  const int degree = yeoun_scale_nearest(&analysis->scale, first);
  const int goal =
    yeoun_scale_nearest(&analysis->scale, next_guide_note(analysis, first));
  int best = 0;
  float best_cost = 1e9f;
  for (int f = 0; f < FIGURES; ++f) {
    const float cost = figure_cost(&figures[f], analysis, degree, goal) +
                       3.0f * yeoun_random_unit(&random);
    if (figures[f].notes == notes && cost < best_cost) {
      best_cost = cost;
      best = f;
    }
  }
  motif->notes = figures[best].notes;
  for (int i = 0; i < motif->notes; ++i) {
    motif->degree[i] = (int16_t)(degree + figures[best].step[i]);
  }
}

void
yeoun_motif_derive(const struct yeoun_theme *theme,
                   struct yeoun_meter meter,
                   unsigned take,
                   struct yeoun_analysis *analysis)
{
  const uint64_t seed =
    take ? yeoun_random_mix(analysis->seed, take) : analysis->seed;
  struct yeoun_motif *const motif = &analysis->motif;
  if (theme->notes >= 2) {
    motif->notes = theme->notes;
    for (int i = 0; i < theme->notes; ++i) {
      const int degree = yeoun_scale_nearest(&analysis->scale, theme->note[i]);
      motif->degree[i] = (int16_t)degree;
      motif->accidental[i] =
        (int8_t)(theme->note[i] - yeoun_scale_pitch(&analysis->scale, degree));
    }
  } else {
    derive_figure(analysis, seed);
  }
  give_rhythm(motif, meter, seed);
}

/* In proportion, where every onset falls on a slot. */
static bool
scale_onsets(struct yeoun_motif *motif, int from_slots, int to_slots)
{
  for (int i = 0; i < motif->notes; ++i) {
    if (motif->slot[i] * to_slots % from_slots) {
      return false;
    }
  }
  for (int i = 0; i < motif->notes; ++i) {
    motif->slot[i] = (uint8_t)(motif->slot[i] * to_slots / from_slots);
  }
  return true;
}

/* The longest notes give way, one slot at a time, so that short ones keep their
   ratios. */
static void
shorten_longest(struct yeoun_motif *motif, int slots)
{
  int end = motif->slot[motif->notes - 1] + motif->length[motif->notes - 1];
  for (; end > slots; --end) {
    int longest = 0;
    for (int i = 1; i < motif->notes; ++i) {
      longest = motif->length[i] >= motif->length[longest] ? i : longest;
    }
    if (motif->length[longest] < 2) {
      return;
    }
    --motif->length[longest];
    for (int i = longest + 1; i < motif->notes; ++i) {
      --motif->slot[i];
    }
  }
}

void
yeoun_motif_fit(struct yeoun_motif *motif, int from_slots, int to_slots)
{
  if (from_slots == to_slots) {
    return;
  }
  if (!scale_onsets(motif, from_slots, to_slots)) {
    shorten_longest(motif, to_slots);
  }
  give_lengths(motif, to_slots);
}
