// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "harmony.h"

#include "bass_line.h"
#include "chord_statistics.h"
#include "chords.h"
#include "cliche.h"
#include "closing.h"
#include "music/key.h"
#include "music/palette.h"
#include "spelling.h"

void
yeoun_harmony_scale(const struct yeoun_plan *plan,
                    const struct yeoun_score *score,
                    struct yeoun_harmony *harmony)
{
  for (int s = 0; s < score->spans; ++s) {
    const struct yeoun_span *const span = &score->span[s];
    const struct yeoun_scale home =
      yeoun_places_are_parallel(plan, (int)(span->start / plan->bar_ticks))
        ? yeoun_scale_of_key(yeoun_key_parallel(plan->analysis.key))
        : plan->analysis.scale;
    harmony->scale[s] = yeoun_scale_under(home, span->chord);
  }
}

void
yeoun_harmony_state(const struct yeoun_plan *plan,
                    struct yeoun_score *score,
                    struct yeoun_harmony *harmony)
{
  yeoun_places_state(plan, score);
  yeoun_spelling_write(plan, score);
  for (int s = 0; s < score->spans; ++s) {
    harmony->scale[s] =
      yeoun_scale_under(plan->analysis.scale, score->span[s].chord);
  }
}

static bool
is_same(const struct yeoun_span *a, const struct yeoun_span *b)
{
  return a->slot == b->slot && a->chord.root == b->chord.root &&
         a->chord.type == b->chord.type && a->chord.bass == b->chord.bass;
}

/* What goes on over a bar line is one span. */
static void
join_spans(struct yeoun_score *score)
{
  int kept = 0;
  for (int s = 1; s < score->spans; ++s) {
    if (is_same(&score->span[kept], &score->span[s])) {
      score->span[kept].length += score->span[s].length;
    } else {
      score->span[++kept] = score->span[s];
    }
  }
  score->spans = (uint16_t)(kept + 1);
}

/* What sets of variations put in a chord's place: the same function and two
   tones in common, or more usual. */
static bool
is_substitute(const struct yeoun_plan *plan,
              const struct yeoun_chord_place *place,
              struct yeoun_chord chord)
{
  if (place->slot < 0) {
    return false;
  }
  const struct yeoun_chord own = plan->analysis.chord[place->slot];
  const int tonic = plan->analysis.key.tonic;
  const unsigned common = own.tones & chord.tones;
  const int bits =
    yeoun_chord_substitute_cost(yeoun_key_is_minor(plan->analysis.key),
                                yeoun_chord_state(own, tonic),
                                yeoun_chord_state(chord, tonic));
  return chord.root != own.root && (common & (common - 1)) != 0 && bits <= 64;
}

static void
write_place(const struct yeoun_plan *plan,
            const struct yeoun_chord_place *place,
            const struct yeoun_dressed *dressed,
            int i,
            struct yeoun_score *score)
{
  struct yeoun_span span = {
    .start = place->start,
    .length = place->length,
    .chord = dressed->main[i],
    .slot = place->slot,
    .is_substitute = is_substitute(plan, place, dressed->main[i]),
  };
  if (dressed->has_head[i]) {
    const int32_t length = place->length - place->tail;
    struct yeoun_span head = span;
    head.chord = dressed->head[i];
    head.length = length;
    span.start += length;
    span.length -= length;
    yeoun_chords_add(score, head);
  }
  span.length -= dressed->has_tail[i] ? place->tail : 0;
  yeoun_chords_add(score, span);
  if (dressed->has_tail[i]) {
    yeoun_chords_add(score,
                     (struct yeoun_span){.start = span.start + span.length,
                                         .length = place->tail,
                                         .chord = dressed->tail[i],
                                         .slot = -1});
  }
}

void
yeoun_harmony_write(const struct yeoun_plan *plan,
                    unsigned pole,
                    struct yeoun_score *score,
                    struct yeoun_harmony *harmony)
{
  struct yeoun_search *const search = &harmony->search;
  yeoun_places_state(plan, score);
  yeoun_places_lay(plan, score, &search->places);
  yeoun_search_run(plan, pole, search);
  yeoun_dress_chords(plan, search, &harmony->dressed);
  score->spans = 0;
  for (int i = 0; i < search->places.count; ++i) {
    write_place(plan, &search->places.place[i], &harmony->dressed, i, score);
  }
  yeoun_bass_line_draw(plan, score);
  join_spans(score);
  yeoun_cliche_write(plan, pole, &search->places, score);
  yeoun_closing_write(plan, pole, score);
  yeoun_spelling_write(plan, score);
  yeoun_harmony_scale(plan, score, harmony);
}

int
yeoun_harmony_index(const struct yeoun_score *score, int32_t tick)
{
  int low = 0;
  int high = score->spans - 1;
  while (low < high) {
    const int middle = (low + high + 1) / 2;
    if (score->span[middle].start <= tick) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

const struct yeoun_span *
yeoun_harmony_at(const struct yeoun_score *score, int32_t tick)
{
  return &score->span[yeoun_harmony_index(score, tick)];
}
