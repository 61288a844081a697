// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Chords ruined: another chord in the span, and all lanes but the melody moved
   to its nearest tones. */

#include <stdlib.h>
#include <string.h>

#include "music/key.h"
#include "music/scale.h"
#include "mutant.h"
#include "piece.h"

static bool
is_hit(struct mutation *mutation)
{
  return yeoun_random_chance(&mutation->random, mutation->dose);
}

static int
nearest(uint16_t tones, int pitch)
{
  for (int away = 0; away < 12; ++away) {
    if (yeoun_tones_hold(tones, pitch - away)) {
      return pitch - away;
    }
    if (yeoun_tones_hold(tones, pitch + away)) {
      return pitch + away;
    }
  }
  return pitch;
}

static void
put_chord(struct yeoun_score *score, int index, struct yeoun_chord chord)
{
  struct yeoun_span *span = &score->span[index];
  for (int i = 0; i < score->notes; ++i) {
    struct yeoun_note *note = &score->note[i];
    const bool is_in =
      note->start >= span->start && note->start < span->start + span->length;
    if (is_in && note->lane != YEOUN_LANE_MELODY && piece_is_pitched(note)) {
      const uint16_t tones = note->lane == YEOUN_LANE_BASS
                               ? (uint16_t)(1u << chord.bass)
                               : chord.tones;
      note->pitch = (uint8_t)nearest(tones, note->pitch);
    }
  }
  span->chord = chord;
}

static bool
has(const struct yeoun_chord *chord, int up)
{
  return yeoun_tones_hold(chord->tones, chord->root + up);
}

/* The relative: major goes down a minor third, minor up. */
static struct yeoun_chord
relative(struct yeoun_chord chord)
{
  const bool is_major = has(&chord, 4);
  const unsigned root = (chord.root + (is_major ? 9u : 3u)) % 12;
  const unsigned type = is_major ? YEOUN_CHORD_MIN : YEOUN_CHORD_MAJ;
  return yeoun_chord_make(root, type, root);
}

void
mutate_relatives(struct mutation *mutation)
{
  for (int s = 0; s < mutation->score->spans; ++s) {
    if (is_hit(mutation)) {
      put_chord(mutation->score, s, relative(mutation->score->span[s].chord));
    }
  }
}

void
mutate_foreign(struct mutation *mutation)
{
  static const uint8_t types[] = {YEOUN_CHORD_MAJ,
                                  YEOUN_CHORD_MIN,
                                  YEOUN_CHORD_M7,
                                  YEOUN_CHORD_MAJ7,
                                  YEOUN_CHORD_AUG,
                                  YEOUN_CHORD_DIM};
  for (int s = 0; s < mutation->score->spans; ++s) {
    if (is_hit(mutation)) {
      const unsigned root = yeoun_random_below(&mutation->random, 12);
      const unsigned type = types[yeoun_random_below(&mutation->random, 6)];
      put_chord(mutation->score, s, yeoun_chord_make(root, type, root));
    }
  }
}

/* Chords become dominants that lead a tritone or a third away. */
void
mutate_lost(struct mutation *mutation)
{
  struct yeoun_score *score = mutation->score;
  for (int s = 0; s + 1 < score->spans; ++s) {
    if (!is_hit(mutation)) {
      continue;
    }
    const unsigned next = score->span[s + 1].chord.root;
    const unsigned away = yeoun_random_below(&mutation->random, 2) ? 6 : 9;
    const unsigned root = (next + away) % 12;
    put_chord(score, s, yeoun_chord_make(root, YEOUN_CHORD_7, root));
  }
}

/* The tonic's third the other way in the last two bars, in all lanes. */
void
mutate_wrong_mode(struct mutation *mutation)
{
  struct yeoun_score *score = mutation->score;
  const bool is_minor = yeoun_key_is_minor(score->key);
  const int tonic = score->key.tonic;
  const int own = (tonic + (is_minor ? 3 : 4)) % 12;
  const int32_t from = score->length - 2 * yeoun_bar_ticks(score->meter);
  bool has_third = false;
  if (!is_hit(mutation)) {
    return;
  }
  for (int i = 0; i < score->notes; ++i) {
    struct yeoun_note *note = &score->note[i];
    if (note->start + note->length > from && piece_is_pitched(note) &&
        note->pitch % 12 == own) {
      note->pitch = (uint8_t)(note->pitch + (is_minor ? 1 : -1));
      has_third = true;
    }
  }
  for (int i = score->notes - 1; i >= 0 && !has_third; --i) {
    struct yeoun_note note = score->note[i];
    if (note.lane == YEOUN_LANE_MELODY || piece_is_pitched(&note)) {
      note.pitch = (uint8_t)(60 + (tonic + (is_minor ? 4 : 3)) % 12);
      note.lane = YEOUN_LANE_CHORDS;
      has_third = yeoun_score_add(score, note);
    }
  }
}

void
mutate_words(struct mutation *mutation)
{
  if (is_hit(mutation)) {
    memcpy(mutation->score->description,
           mutation->other->description,
           sizeof(mutation->score->description));
  }
}

void
mutate_one_tune(struct mutation *mutation)
{
  *mutation->score = *mutation->other;
}

void
mutate_other_theme(struct mutation *mutation)
{
  if (is_hit(mutation)) {
    const struct yeoun_key key = mutation->other->key;
    *mutation->score = *mutation->other;
    mutation->score->key = key;
  }
}
