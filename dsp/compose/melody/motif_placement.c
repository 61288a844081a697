// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "motif_placement.h"

#include "contour.h"
#include "motif_variant.h"

/* Where a shape is to lie. */
struct aim {
  const struct yeoun_plan *plan;
  const struct yeoun_score *score;
  const struct yeoun_harmony *harmony;
  const struct yeoun_unit *unit;
  int begin;      /* slot */
  bool statement; /* the plain theme */
  bool is_home;   /* the idea itself keeps its tones */
  float centre;   /* MIDI key that the shape is asked to lie around */
  float middle;   /* MIDI key, of the whole melody */
};

/* What a note of a shape meets where it falls. */
struct spot {
  const struct yeoun_scale *scale;
  uint16_t tones; /* of the chord */
  float clash;    /* cost of not being one of them */
};

static struct spot
spot_of(const struct aim *aim, int slot, int length)
{
  const struct yeoun_plan *const plan = aim->plan;
  const int s = yeoun_harmony_index(aim->score, slot * YEOUN_SLOT);
  const int weight = yeoun_rhythm_weight(plan->meter, slot % plan->slots);
  return (struct spot){.scale = &aim->harmony->scale[s],
                       .tones = aim->score->span[s].chord.tones,
                       .clash = 0.5f + 0.8f * (float)weight +
                                (length >= 4 ? 1.0f : 0.0f)};
}

/* How well the shape lies on the chords and near the centre. */
static float
lie_cost(const struct aim *aim,
         const struct yeoun_shape *shape,
         const struct spot *spots,
         int shift)
{
  const unsigned pole = aim->plan->pole_of_bar[aim->unit->bar];
  float cost = 0.0f;
  float mean = 0.0f;
  const float reach =
    1.0f +
    0.5f * yeoun_plan_features(aim->plan, aim->unit->bar)[YEOUN_FEATURE_RANGE];
  for (int i = 0; i < shape->notes; ++i) {
    const int degree = shape->degree[i] + shift;
    const int pitch = yeoun_scale_pitch(&aim->plan->analysis.scale, degree);
    const int here = yeoun_scale_pitch(spots[i].scale, degree);
    const float off_middle = (float)pitch - aim->middle;
    const float beyond = (off_middle < 0.0f ? -off_middle : off_middle) - reach;
    const bool is_beyond =
      pitch < aim->plan->low[pole] || pitch > aim->plan->high[pole];
    cost += beyond > 0.0f ? 1.5f + 0.5f * beyond : 0.0f;
    cost += !aim->statement && is_beyond ? 4.0f : 0.0f;
    cost += yeoun_tones_hold(spots[i].tones, here) ? 0.0f : spots[i].clash;
    mean += (float)pitch / (float)shape->notes;
  }
  const float off =
    mean > aim->centre ? mean - aim->centre : aim->centre - mean;
  return cost + 0.25f * off + (off > 7.0f ? off - 7.0f : 0.0f);
}

/* What moving by so many steps means: an idea stays at home, a sequence climbs
   by a step in every unit of its block, an answer moves a little. */
static float
shift_cost(const struct aim *aim, int shift)
{
  const struct yeoun_unit *const unit = aim->unit;
  const struct yeoun_plan *const plan = aim->plan;
  const bool climbs =
    !aim->statement &&
    unit->rank < plan->budget.amount[YEOUN_TECHNIQUE_SEQUENCE];
  const int within = ((shift % 7) + 7) % 7;
  const int steps = within > 3 ? 7 - within : within;
  if (aim->is_home) {
    return within ? 2.0f * (1.0f - plan->request->distance) : 0.0f;
  }
  if (climbs) {
    const int climb = (unit->bar / 2) % 4;
    return shift % 7 == climb || shift % 7 == climb - 7 ? -2.0f : 0.5f;
  }
  return within ? 0.4f * (float)(steps - 1) : 1.0f;
}

/* The move in scale steps that fits best. */
static int
choose_shift(const struct aim *aim, const struct yeoun_shape *shape)
{
  const struct yeoun_plan *const plan = aim->plan;
  const uint32_t bar = (uint32_t)(aim->begin / plan->slots);
  struct yeoun_random random =
    aim->statement
      ? yeoun_random_stream(plan->analysis.seed, "shift", bar)
      : yeoun_plan_lane_stream(plan, YEOUN_LANE_MELODY, "shift", bar);
  int best = 0;
  float best_cost = 1e9f;
  struct spot spots[YEOUN_THEME_NOTES];
  if (aim->statement && aim->is_home) {
    return 0;
  }
  for (int i = 0; i < shape->notes; ++i) {
    spots[i] = spot_of(aim, aim->begin + shape->slot[i], shape->length[i]);
  }
  for (int shift = -14; shift <= 14; ++shift) {
    const float cost = 1.2f * yeoun_random_unit(&random) +
                       lie_cost(aim, shape, spots, shift) +
                       shift_cost(aim, shift);
    if (cost < best_cost) {
      best_cost = cost;
      best = shift;
    }
  }
  return best;
}

/* Whether a unit states the motif at all. Beyond .7 it is loosened, unit by
   unit; an idea that opens a block is the last to go. */
static bool
states_motif(const struct yeoun_plan *plan,
             const struct yeoun_unit *unit,
             bool statement)
{
  const bool is_early = unit->role == YEOUN_ROLE_IDEA ||
                        unit->role == YEOUN_ROLE_REPEAT ||
                        unit->role == YEOUN_ROLE_FRAGMENT;
  if (statement) {
    return is_early || (unit->role == YEOUN_ROLE_CONTRAST);
  }
  const float loose = (plan->request->distance - 0.7f) / 0.3f;
  return (is_early || unit->role == YEOUN_ROLE_CONTRAST) && unit->rank >= loose;
}

/* Whether the mood can bear to hear the motif's intervals more often than the
   form asks for: a motif of leaps is no lullaby. */
static bool
bears_more(const struct yeoun_plan *plan, const struct yeoun_unit *unit)
{
  const struct yeoun_motif *const motif = &plan->analysis.motif;
  int steps = 0;
  for (int i = 1; i < motif->notes; ++i) {
    const int size = motif->degree[i] - motif->degree[i - 1];
    steps += size >= -1 && size <= 1;
  }
  return (float)steps >=
         (yeoun_plan_features(plan, unit->bar)[YEOUN_FEATURE_STEP] - 0.35f) *
           (float)(motif->notes - 1);
}

/* An idea of two bars may be answered in the second by its own head, moved: the
   units that rhyme do it alike. */
static bool
is_echoed(const struct yeoun_plan *plan,
          const struct yeoun_unit *unit,
          bool statement)
{
  struct yeoun_random random = yeoun_plan_lane_stream(
    plan, YEOUN_LANE_MELODY, "echo", yeoun_plan_rhyme(unit));
  return !statement && unit->bars > 1 && !unit->ends_phrase &&
         unit->rank < 0.2f + plan->request->distance &&
         bears_more(plan, unit) && yeoun_random_chance(&random, 0.45f);
}

/* A close may take up the head of the motif before it lets go. */
static bool
takes_up(const struct yeoun_plan *plan,
         const struct yeoun_unit *unit,
         bool statement)
{
  struct yeoun_random random =
    yeoun_plan_lane_stream(plan, YEOUN_LANE_MELODY, "take up", unit->block);
  return !statement && unit->role == YEOUN_ROLE_CADENCE && unit->bars > 1 &&
         bears_more(plan, unit) && yeoun_random_chance(&random, 0.5f);
}

/* Returns the slot after the last note, from the beginning of the unit. */
static int
put_shape(const struct aim *aim,
          const struct yeoun_shape *shape,
          struct yeoun_frame *frame)
{
  const int shift = choose_shift(aim, shape);
  const int slots = aim->plan->slots;
  const int first = aim->unit->bar * slots;
  const int end = first + aim->unit->bars * slots;
  for (int i = aim->begin; i < end && i < frame->slots; ++i) {
    frame->place[i].shift = (int8_t)shift;
  }
  int filled = 0;
  for (int i = 0; i < shape->notes; ++i) {
    const int slot = aim->begin + shape->slot[i];
    if (slot >= end || slot >= frame->slots) {
      break;
    }
    frame->place[slot] = (struct yeoun_place){
      .is_onset = true,
      .fixed = (int16_t)(shape->degree[i] + shift),
      .accidental = shift % 7 == 0 ? shape->accidental[i] : 0,
      .shift = (int8_t)shift,
    };
    filled = slot + shape->length[i] - first;
  }
  return filled < end - first ? filled : end - first;
}

int
yeoun_placing_motif(const struct yeoun_plan *plan,
                    const struct yeoun_score *score,
                    const struct yeoun_harmony *harmony,
                    const struct yeoun_unit *unit,
                    bool statement,
                    float centre,
                    struct yeoun_frame *frame)
{
  const bool states = states_motif(plan, unit, statement);
  if (!states && !takes_up(plan, unit, statement)) {
    return 0;
  }
  struct yeoun_shape shape = yeoun_shape_of(plan, unit, statement);
  shape = states ? shape : yeoun_shape_head(&shape);
  struct aim aim = {.plan = plan,
                    .score = score,
                    .harmony = harmony,
                    .unit = unit,
                    .begin = unit->bar * plan->slots,
                    .statement = statement,
                    .is_home = unit->role == YEOUN_ROLE_IDEA,
                    .centre = centre,
                    .middle = centre};
  /* Ideas are at home; what answers them follows the contour, and what drives
     at the close of a phrase rises above them. */
  if (aim.is_home && !statement &&
      plan->pole_of_bar[unit->bar] == YEOUN_ROMANTIC) {
    /* A romantic phrase begins low, to climb. */
    aim.centre -=
      0.2f * yeoun_plan_features(plan, unit->bar)[YEOUN_FEATURE_RANGE];
  }
  if (!aim.is_home) {
    const float rise =
      statement || !unit->ends_phrase
        ? 0.0f
        : 0.3f * yeoun_plan_features(plan, unit->bar)[YEOUN_FEATURE_RANGE];
    aim.centre += rise + (statement ? 0.6f : 1.0f) *
                           yeoun_contour_at(plan, aim.begin, statement);
  }
  int filled = put_shape(&aim, &shape, frame);
  if (filled <= plan->slots && is_echoed(plan, unit, statement)) {
    const struct yeoun_shape head = yeoun_shape_head(&shape);
    aim.begin += plan->slots;
    aim.is_home = false;
    aim.centre = centre + yeoun_contour_at(plan, aim.begin, statement);
    /* What lies between the two is held. */
    filled = put_shape(&aim, &head, frame);
  }
  return filled;
}
