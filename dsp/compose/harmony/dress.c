// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "dress.h"

#include "chords.h"

static float
draw(const struct yeoun_plan *plan, const char *purpose, int index)
{
  return yeoun_chords_draw(plan, purpose, index * YEOUN_SLOT);
}

/* A chord that is held draws one lot. */
static int
lot_of(const struct yeoun_search *search,
       const struct yeoun_dressed *dressed,
       int i)
{
  for (; i > 0; --i) {
    const bool is_held =
      !dressed->has_tail[i - 1] &&
      search->places.place[i].slot == search->places.place[i - 1].slot &&
      yeoun_search_chord(search, i).root ==
        yeoun_search_chord(search, i - 1).root;
    if (!is_held) {
      break;
    }
  }
  return search->places.place[i].draws;
}

static float
least(float a, float b)
{
  return a < b ? a : b;
}

/* What players add to a triad, by the mood; the plain ninth and sixth first,
   since they leave the chord what it is. */
static unsigned
richer_type(unsigned type, unsigned pole, float which, bool falls)
{
  static const uint8_t major[YEOUN_POLES][4] = {
    {YEOUN_CHORD_ADD9, YEOUN_CHORD_ADD9, YEOUN_CHORD_MAJ7, YEOUN_CHORD_ADD9},
    {YEOUN_CHORD_ADD9, YEOUN_CHORD_MAJ7, YEOUN_CHORD_ADD9, YEOUN_CHORD_MAJ7},
    {YEOUN_CHORD_6, YEOUN_CHORD_6, YEOUN_CHORD_69, YEOUN_CHORD_6}};
  static const uint8_t minor[YEOUN_POLES][4] = {
    {YEOUN_CHORD_MADD9, YEOUN_CHORD_M7, YEOUN_CHORD_MADD9, YEOUN_CHORD_M7},
    {YEOUN_CHORD_MADD9, YEOUN_CHORD_M7, YEOUN_CHORD_M9, YEOUN_CHORD_MADD9},
    {YEOUN_CHORD_M7, YEOUN_CHORD_M6, YEOUN_CHORD_M7, YEOUN_CHORD_M7}};
  const int i = (int)(4.0f * which);
  switch (type) {
    case YEOUN_CHORD_MAJ:
      return falls ? YEOUN_CHORD_7 : major[pole][i];
    case YEOUN_CHORD_MIN:
      return minor[pole][i];
    case YEOUN_CHORD_7:
      return pole == YEOUN_COMIC || i % 2 ? YEOUN_CHORD_7 : YEOUN_CHORD_9;
    default:
      return type;
  }
}

/* A dominant that falls to the tonic takes its seventh; all others only what
   the key has. */
static struct yeoun_chord
enrich(const struct yeoun_plan *plan,
       const struct yeoun_search *search,
       const struct yeoun_dressed *dressed,
       int i,
       struct yeoun_chord next)
{
  const struct yeoun_chord_place *const place = &search->places.place[i];
  const struct yeoun_chord chord = dressed->main[i];
  const struct yeoun_candidates *const key =
    &search->candidates[place->is_parallel];
  const bool is_fifth = chord.root == (key->tonic + 7) % 12;
  const bool falls = is_fifth && next.root == key->tonic &&
                     yeoun_tones_hold(next.tones, next.root + 7);
  const unsigned type =
    richer_type(chord.type,
                search->colour.pole,
                draw(plan, "colour of chord", lot_of(search, dressed, i)),
                falls);
  const struct yeoun_chord richer =
    yeoun_chord_make(chord.root, type, chord.bass);
  const uint16_t added = richer.tones & (uint16_t)~chord.tones;
  const uint16_t scale = yeoun_scale_tones(&key->scale);
  /* The dominant's major seventh would take its leading away. */
  const bool is_strange =
    is_fifth && !falls && yeoun_tones_hold(added, chord.root + 11);
  if ((added & ~scale) != 0 || is_strange) {
    return chord;
  }
  return richer;
}

static void
enrich_chords(const struct yeoun_plan *plan,
              const struct yeoun_search *search,
              struct yeoun_dressed *dressed)
{
  static const float reaches[YEOUN_POLES] = {0.45f, 0.4f, 0.3f};
  const float reach =
    reaches[search->colour.pole] * least(1.0f, search->colour.distance / 0.35f);
  const int count = search->places.count;
  for (int i = 0; i < count; ++i) {
    const struct yeoun_chord_place *const place = &search->places.place[i];
    const struct yeoun_chord next =
      dressed->has_tail[i] ? dressed->tail[i]
                           : dressed->main[i + 1 < count ? i + 1 : 0];
    if (!place->is_end &&
        draw(plan, "colours", lot_of(search, dressed, i)) < reach) {
      dressed->main[i] = enrich(plan, search, dressed, i, next);
    }
  }
}

static bool
suspends_well(const struct yeoun_search *search,
              const struct yeoun_dressed *dressed,
              int i)
{
  const struct yeoun_chord_place *const place = &search->places.place[i];
  const struct yeoun_chord chord = dressed->main[i];
  const struct yeoun_chord before = i == 0 ? chord
                                    : dressed->has_tail[i - 1]
                                      ? dressed->tail[i - 1]
                                      : dressed->main[i - 1];
  const struct yeoun_candidates *const key =
    &search->candidates[place->is_parallel];
  const bool has_third = yeoun_tones_hold(chord.tones, chord.root + 4);
  return has_third && before.root != chord.root &&
         yeoun_tones_hold(before.tones, chord.root + 5) &&
         yeoun_tones_hold(yeoun_scale_tones(&key->scale), chord.root + 5) &&
         (chord.type == YEOUN_CHORD_MAJ || chord.type == YEOUN_CHORD_7 ||
          chord.type == YEOUN_CHORD_ADD9);
}

/* The fourth of a major chord, held over from the chord before, gives way to
   the third: dominants and goals of phrases before others. */
static void
suspend_chords(const struct yeoun_plan *plan,
               const struct yeoun_search *search,
               struct yeoun_dressed *dressed)
{
  const float often =
    plan->pole_feature[search->colour.pole][YEOUN_FEATURE_DISSONANCE] *
    least(1.0f, search->colour.distance / 0.35f);
  for (int i = 0; i < search->places.count; ++i) {
    const struct yeoun_chord_place *const place = &search->places.place[i];
    const float wish = place->stand == YEOUN_STAND_LAST ? 0.7f : 0.35f;
    dressed->has_head[i] =
      !dressed->has_tail[i] && place->tail > 0 &&
      suspends_well(search, dressed, i) &&
      draw(plan, "suspension", place->draws) < wish * often;
    if (dressed->has_head[i]) {
      const struct yeoun_chord chord = dressed->main[i];
      dressed->head[i] = yeoun_chord_make(
        chord.root,
        chord.type == YEOUN_CHORD_7 ? YEOUN_CHORD_7SUS4 : YEOUN_CHORD_SUS4,
        chord.bass);
    }
  }
}

void
yeoun_dress_chords(const struct yeoun_plan *plan,
                   const struct yeoun_search *search,
                   struct yeoun_dressed *dressed)
{
  for (int i = 0; i < search->places.count; ++i) {
    dressed->main[i] = yeoun_search_chord(search, i);
    dressed->has_tail[i] = yeoun_search_tail(search, i, &dressed->tail[i]);
  }
  enrich_chords(plan, search, dressed);
  suspend_chords(plan, search, dressed);
}
