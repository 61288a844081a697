// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "reharmonise.h"

#include "key.h"

static struct yeoun_chord
chord_on(int root, enum yeoun_chord_type type)
{
  const unsigned r = (unsigned)yeoun_pitch_class(root);
  return yeoun_chord_make(r, type, r);
}

static const struct yeoun_unit *
unit_at(const struct yeoun_plan *plan, int32_t tick)
{
  return yeoun_plan_unit(plan, (int)(tick / plan->bar_ticks));
}

/* A draw for one span that stays the same whatever the mood: things happen
   where it is smaller than their amount. */
static float
draw(const struct yeoun_plan *plan, const char *purpose, int32_t tick)
{
  const uint32_t index =
    (uint32_t)(tick / YEOUN_SLOT) * 128U + plan->request->harmony_take;
  struct yeoun_random random = yeoun_plan_stream(plan, purpose, index);
  return yeoun_random_unit(&random);
}

/* Cut the end off a span and put another chord there. */
static void
insert_at_end(struct yeoun_score *score,
              int s,
              int32_t length,
              struct yeoun_chord chord)
{
  if (score->spans >= YEOUN_SPANS_MAX || length >= score->span[s].length) {
    return;
  }
  for (int i = score->spans; i > s + 1; --i) {
    score->span[i] = score->span[i - 1];
  }
  ++score->spans;
  score->span[s].length -= length;
  score->span[s + 1] =
    (struct yeoun_span){.start = score->span[s].start + score->span[s].length,
                        .length = length,
                        .chord = chord,
                        .slot = -1};
}

bool
yeoun_reharmonise_is_parallel(const struct yeoun_plan *plan, int bar)
{
  const float amount = plan->budget.amount[YEOUN_TECHNIQUE_MODE];
  if (!(amount > 0.0f) || plan->is_statement) {
    return false;
  }
  /* A whole phrase changes its mode: the rank of its first unit decides. The
     opening of a long form stays at home, so that the change is heard as one.
   */
  int u = 0;
  while (u + 1 < plan->units && plan->unit[u + 1].bar <= bar) {
    ++u;
  }
  while (u > 0 && !plan->unit[u - 1].ends_phrase) {
    --u;
  }
  return plan->units > 2 ? plan->unit[u].bar > 0 && plan->unit[u].rank < amount
                         : amount > 0.5f;
}

/* The degree number of a pitch class, or -1 when it is foreign to the scale. */
static int
degree_of(const struct yeoun_scale *scale, int root)
{
  for (int i = 0; i < 7; ++i) {
    if ((scale->tonic + scale->degree[i]) % 12 == root) {
      return 35 + i;
    }
  }
  return -1;
}

/* Thirds piled up on a degree. */
static struct yeoun_chord
chord_of_degree(const struct yeoun_scale *scale, int degree)
{
  const int root = yeoun_scale_pitch(scale, degree);
  const int third = yeoun_scale_pitch(scale, degree + 2) - root;
  const int fifth = yeoun_scale_pitch(scale, degree + 4) - root;
  return chord_on(root,
                  fifth == 6   ? YEOUN_CHORD_M7B5
                  : third == 3 ? YEOUN_CHORD_MIN
                               : YEOUN_CHORD_MAJ);
}

/* The chord of the same degree in the parallel mode. The dominant stays. */
static struct yeoun_chord
parallel_chord(const struct yeoun_plan *plan, struct yeoun_chord chord)
{
  const struct yeoun_scale to =
    yeoun_scale_of_key(yeoun_key_parallel(plan->analysis.key));
  const int degree = degree_of(&plan->analysis.scale, chord.root);
  const bool plain =
    chord.type == YEOUN_CHORD_MAJ || chord.type == YEOUN_CHORD_MIN ||
    chord.type == YEOUN_CHORD_MAJ7 || chord.type == YEOUN_CHORD_M7;
  return degree < 0 || !plain || degree == 39 ? chord
                                              : chord_of_degree(&to, degree);
}

/* The relative chord: two tones in common, the same function (I and vi, IV and
   ii, V and iii). */
static struct yeoun_chord
relative_chord(struct yeoun_chord chord)
{
  const bool minor = yeoun_tones_hold(chord.tones, chord.root + 3);
  return minor ? chord_on(chord.root + 3, YEOUN_CHORD_MAJ)
               : chord_on(chord.root + 9, YEOUN_CHORD_M7);
}

static bool
fits_scale(const struct yeoun_plan *plan, struct yeoun_chord chord)
{
  return !(chord.tones & ~yeoun_scale_tones(&plan->analysis.scale));
}

/* The spans in an order of their own, each as its place 0..1 in the whole time:
   what reaches a share of the order reaches that share of the music, whatever
   the variation. The first span is left alone. */
static void
order_spans(const struct yeoun_plan *plan,
            const struct yeoun_score *score,
            const char *purpose,
            float place[YEOUN_SPANS_MAX])
{
  float key[YEOUN_SPANS_MAX];
  for (int s = 0; s < score->spans; ++s) {
    key[s] = s ? draw(plan, purpose, score->span[s].start) : 2.0f;
  }
  for (int s = 0; s < score->spans; ++s) {
    int32_t before = score->span[s].length / 2;
    for (int t = 0; t < score->spans; ++t) {
      before += key[t] < key[s] ? score->span[t].length : 0;
    }
    place[s] = (float)before / (float)score->length;
  }
}

/* Which chords no longer stand for the theme's: those whose place is below. The
   first to go still belong to the key, a fifth below; the others are chromatic
   mediants. */
struct loss {
  float near, far;
};

static struct loss
loss_at(float distance)
{
  return (struct loss){
    .near = distance < 0.3f ? 0.3f * distance : 0.09f,
    .far = distance < 0.36f  ? 0.0f
           : distance < 0.6f ? 1.32f * (distance - 0.36f)
                             : 0.317f + 0.75f * (distance - 0.6f),
  };
}

static struct yeoun_chord
lost_chord(const struct yeoun_plan *plan,
           struct yeoun_chord chord,
           bool is_near)
{
  const int degree = degree_of(&plan->analysis.scale, chord.root);
  return is_near && degree >= 0
           ? chord_of_degree(&plan->analysis.scale, degree + 3)
           : chord_on(chord.root + 8, YEOUN_CHORD_MAJ);
}

static void
replace_chords(const struct yeoun_plan *plan, struct yeoun_score *score)
{
  const float distance = plan->request->distance;
  const float amount =
    0.7f * distance + plan->budget.amount[YEOUN_TECHNIQUE_SUBSTITUTE];
  const struct loss loss = loss_at(distance);
  float place[YEOUN_SPANS_MAX];
  order_spans(plan, score, "loss", place);
  for (int s = 0; s < score->spans; ++s) {
    struct yeoun_span *const span = &score->span[s];
    const int bar = (int)(span->start / plan->bar_ticks);
    const struct yeoun_chord old = span->chord;
    if (yeoun_reharmonise_is_parallel(plan, bar)) {
      span->chord = parallel_chord(plan, span->chord);
    }
    const struct yeoun_chord relative = relative_chord(span->chord);
    if (s > 0 && draw(plan, "substitute", span->start) < 0.6f * amount &&
        fits_scale(plan, relative)) {
      span->chord = relative;
    }
    const bool is_near = place[s] < loss.near;
    const bool is_lost = s > 0 && (is_near || place[s] < loss.far);
    if (is_lost) {
      span->chord = lost_chord(plan, span->chord, is_near);
    }
    span->is_substitute = !is_lost && span->chord.root != old.root;
  }
}

/* Chords with the flat sixth that darken the way back to the tonic. */
static struct yeoun_chord
borrowed_chord(const struct yeoun_plan *plan, float which)
{
  const int tonic = plan->analysis.key.tonic;
  if (yeoun_key_is_minor(plan->analysis.key)) {
    return which < 0.5f ? chord_on(tonic + 1, YEOUN_CHORD_MAJ)
                        : chord_on(tonic + 7, YEOUN_CHORD_7B9);
  }
  return which < 0.5f   ? chord_on(tonic + 5, YEOUN_CHORD_M6)
         : which < 0.8f ? chord_on(tonic + 2, YEOUN_CHORD_M7B5)
                        : chord_on(tonic + 8, YEOUN_CHORD_MAJ);
}

static struct yeoun_chord
applied_dominant(struct yeoun_chord goal)
{
  const bool minor = yeoun_tones_hold(goal.tones, goal.root + 3);
  return chord_on(goal.root + 7, minor ? YEOUN_CHORD_7B9 : YEOUN_CHORD_7);
}

/* How much of a span may be given away at its end. */
static int32_t
tail_of(const struct yeoun_plan *plan, const struct yeoun_span *span)
{
  const int32_t pulse = yeoun_pulse_ticks(plan->meter);
  const int32_t half = span->length / 2 / pulse * pulse;
  const int32_t most = plan->bar_ticks / 2 / pulse * pulse;
  return half < most ? half : most;
}

static void
insert_chords(const struct yeoun_plan *plan, struct yeoun_score *score)
{
  const float chromatic = plan->cue[YEOUN_CUE_CHROMATIC];
  const float reach = 0.4f + 1.2f * plan->request->distance;
  const float borrowed =
    chromatic * reach + plan->budget.amount[YEOUN_TECHNIQUE_MIXTURE];
  const float applied =
    0.5f * chromatic * reach + plan->budget.amount[YEOUN_TECHNIQUE_APPLIED];
  for (int s = score->spans - 1; s >= 0; --s) {
    const struct yeoun_span *const span = &score->span[s];
    const struct yeoun_chord next = score->span[(s + 1) % score->spans].chord;
    const int32_t tail = tail_of(plan, span);
    if (tail < yeoun_pulse_ticks(plan->meter) ||
        next.root == span->chord.root) {
      continue;
    }
    const bool goes_home = next.root == plan->analysis.key.tonic;
    const int32_t place = span->start + span->length - tail;
    if (goes_home && draw(plan, "borrowed", place) < borrowed) {
      insert_at_end(
        score, s, tail, borrowed_chord(plan, draw(plan, "which", place)));
    } else if (draw(plan, "applied", place) < applied * 0.8f) {
      const struct yeoun_chord dominant = applied_dominant(next);
      if (dominant.root != span->chord.root) {
        insert_at_end(score, s, tail, dominant);
      }
    }
  }
}

/* Each bass a step below the one before while a chord tone allows it. */
static int
descend_to(struct yeoun_chord chord, int before)
{
  for (int down = 1; down <= 4; ++down) {
    if (yeoun_tones_hold(chord.tones, before - down)) {
      return yeoun_pitch_class(before - down);
    }
  }
  return chord.bass;
}

static void
move_bass(const struct yeoun_plan *plan, struct yeoun_score *score)
{
  const float pedal = plan->budget.amount[YEOUN_TECHNIQUE_PEDAL];
  const float descent = plan->budget.amount[YEOUN_TECHNIQUE_DESCENT];
  int before = -1;
  for (int s = 0; s < score->spans; ++s) {
    struct yeoun_span *const span = &score->span[s];
    const struct yeoun_unit *const unit = unit_at(plan, span->start);
    const bool starts = span->start % (4 * plan->bar_ticks) == 0;
    if (unit->rank < pedal && !unit->ends_block) {
      span->chord.bass = score->span[0].chord.bass;
    } else if (unit->rank < descent && before >= 0 && !starts) {
      span->chord.bass = (uint8_t)descend_to(span->chord, before + 12);
    }
    before = span->chord.bass;
  }
}

/* +1 a major third above the root, -1 a minor one, 0 neither. */
static int
brightness_of(struct yeoun_chord chord)
{
  return yeoun_tones_hold(chord.tones, chord.root + 4)   ? 1
         : yeoun_tones_hold(chord.tones, chord.root + 3) ? -1
                                                         : 0;
}

float
yeoun_reharmonise_brightness(const struct yeoun_score *score)
{
  float sum = 0.0f;
  for (int s = 0; s < score->spans; ++s) {
    sum += (float)(score->span[s].length * brightness_of(score->span[s].chord));
  }
  return sum / (float)score->length;
}

/* A darker (-1) or a brighter chord in the place of one: the theme's own where
   that is it, else the relative; of a major key's subdominant the minor one,
   whose third is the flat sixth; instead of an inserted dominant the half
   diminished chord that leads to the same goal. */
static struct yeoun_span
shade_span(const struct yeoun_plan *plan, struct yeoun_span span, int way)
{
  const struct yeoun_analysis *const analysis = &plan->analysis;
  const struct yeoun_chord chord = span.chord;
  const bool is_subdominant = chord.root == (analysis->key.tonic + 5) % 12 &&
                              !yeoun_key_is_minor(analysis->key);
  if (span.slot < 0) {
    span.chord = way < 0 ? chord_on(chord.root + 7, YEOUN_CHORD_M7B5)
                         : chord_on(chord.root, YEOUN_CHORD_MAJ);
    return span;
  }
  const struct yeoun_chord own = analysis->chord[span.slot];
  const bool is_lost = !span.is_substitute && chord.root != own.root;
  if (is_lost) {
    span.chord =
      chord_on(chord.root, way < 0 ? YEOUN_CHORD_MIN : YEOUN_CHORD_MAJ);
  } else if (brightness_of(own) == way) {
    span.chord = own;
  } else if (way < 0 && is_subdominant) {
    span.chord = chord_on(chord.root, YEOUN_CHORD_M6);
  } else {
    span.chord = relative_chord(own);
  }
  span.is_substitute = !is_lost && span.chord.root != own.root;
  return span;
}

/* Of a chord that is more than what is left to shade, only the last bars. */
static void
shade_last_bars(const struct yeoun_plan *plan,
                int s,
                int way,
                float left,
                struct yeoun_score *score)
{
  const int32_t length = score->span[s].length;
  const int32_t bar = plan->bar_ticks;
  const int32_t tail = (int32_t)(0.5f * left + 0.5f * (float)bar) / bar * bar;
  if (tail <= 0) {
    return;
  }
  if (tail >= length) {
    score->span[s] = shade_span(plan, score->span[s], way);
    return;
  }
  const int8_t slot = score->span[s].slot;
  const int spans = score->spans;
  insert_at_end(score, s, tail, score->span[s].chord);
  if (score->spans > spans) {
    score->span[s + 1].slot = slot;
    score->span[s + 1].is_substitute = score->span[s].is_substitute;
    score->span[s + 1] = shade_span(plan, score->span[s + 1], way);
  }
}

/* The mood's mode, against the theme's own: major chords give way to minor ones
   where the mood is darker, minor ones to major where it is brighter, until as
   much of the time is bright as the mood asks for. Lyrical moods leave the
   theme as it is. */
static void
shade_chords(const struct yeoun_plan *plan,
             float stated,
             struct yeoun_score *score)
{
  static const float as_given = 0.3f; /* of the cue */
  const float distance = plan->request->distance;
  const float reach = distance < 0.2f ? distance / 0.2f : 1.0f;
  const float all = (float)score->length;
  const float wanted =
    all * (stated + reach * (plan->cue[YEOUN_CUE_BRIGHT] - as_given));
  float found = all * yeoun_reharmonise_brightness(score);
  float place[YEOUN_SPANS_MAX];
  const int way = found > wanted ? -1 : 1;
  order_spans(plan, score, "shade", place);
  for (;;) {
    int first = -1;
    for (int s = 1; s < score->spans; ++s) {
      const bool is_fit = brightness_of(score->span[s].chord) == -way;
      if (is_fit && (first < 0 || place[s] < place[first])) {
        first = s;
      }
    }
    const float change =
      first < 0 ? 0.0f : 2.0f * (float)score->span[first].length;
    const float left = way < 0 ? found - wanted : wanted - found;
    if (first >= 0 && left < change) {
      shade_last_bars(plan, first, way, left, score);
    }
    if (first < 0 || left < change) {
      return;
    }
    score->span[first] = shade_span(plan, score->span[first], way);
    found += (float)way * change;
  }
}

/* Colour: the ninth and the major seventh of lyrical chords, the sixth of comic
   ones; never on a chord that the theme itself made richer than a triad. */
static void
colour_chords(const struct yeoun_plan *plan, struct yeoun_score *score)
{
  const float *const weight = plan->request->mood.weight;
  const float reach = 0.5f * weight[0] + 0.35f * weight[1] + 0.4f * weight[2];
  for (int s = 0; s < score->spans; ++s) {
    struct yeoun_span *const span = &score->span[s];
    const int which = (int)(3.0f * draw(plan, "colour", span->start + 1));
    if (span->slot < 0 || draw(plan, "colours", span->start) >= reach) {
      continue;
    }
    unsigned type = span->chord.type;
    if (type == YEOUN_CHORD_MAJ) {
      static const uint8_t major[] = {
        YEOUN_CHORD_ADD9, YEOUN_CHORD_MAJ7, YEOUN_CHORD_6};
      type = major[which];
    } else if (type == YEOUN_CHORD_MIN) {
      static const uint8_t minor[] = {
        YEOUN_CHORD_M7, YEOUN_CHORD_MADD9, YEOUN_CHORD_M7};
      type = minor[which];
    }
    const struct yeoun_chord richer =
      yeoun_chord_make(span->chord.root, type, span->chord.bass);
    if (fits_scale(plan, richer) || !fits_scale(plan, span->chord)) {
      span->chord = richer;
    }
  }
}

/* An ending closes: dominant, then the tonic for the last bar. */
static void
close_ending(const struct yeoun_plan *plan, struct yeoun_score *score)
{
  const int32_t bar = score->length - plan->bar_ticks;
  const int tonic = plan->analysis.key.tonic;
  const bool minor = yeoun_key_is_minor(plan->analysis.key);
  int last = score->spans - 1;
  while (last > 0 && score->span[last].start >= bar) {
    --last;
  }
  int slot = -1;
  for (int i = 0; i < plan->analysis.chords; ++i) {
    slot = plan->analysis.chord[i].root == tonic ? i : slot;
  }
  if (score->span[last].start >= bar) {
    return;
  }
  score->spans = (uint16_t)(last + 1);
  score->span[last].length = bar - score->span[last].start;
  const int32_t tail = tail_of(plan, &score->span[last]);
  if (score->span[last].chord.root != (tonic + 7) % 12 && tail > 0) {
    insert_at_end(score, last, tail, chord_on(tonic + 7, YEOUN_CHORD_7));
  }
  if (score->spans < YEOUN_SPANS_MAX) {
    score->span[score->spans++] = (struct yeoun_span){
      .start = bar,
      .length = plan->bar_ticks,
      .chord = chord_on(tonic, minor ? YEOUN_CHORD_MIN : YEOUN_CHORD_MAJ),
      .slot = (int8_t)slot};
  }
}

void
yeoun_reharmonise(const struct yeoun_plan *plan,
                  float stated,
                  struct yeoun_score *score)
{
  replace_chords(plan, score);
  insert_chords(plan, score);
  shade_chords(plan, stated, score);
  colour_chords(plan, score);
  move_bass(plan, score);
  if (plan->request->has_ending) {
    close_ending(plan, score);
  }
}
