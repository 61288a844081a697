// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "comic.h"

#include "music/key.h"

enum joke { NO_JOKE, RULE_OF_THREE, LOW_PUNCH, LAUGH, WRONG_FINAL };

/* Slots of the last note of a phrase before the laugh. */
enum { LAUGH_AFTER = 4 };

struct phrase {
  int from, to; /* slots */
  bool ends_block;
  bool is_last;
};

static struct phrase
phrase_at(const struct yeoun_plan *plan, int *unit)
{
  const int first = *unit;
  while (*unit + 1 < plan->units && !plan->unit[*unit].ends_phrase) {
    ++*unit;
  }
  const struct yeoun_unit *const last = &plan->unit[*unit];
  ++*unit;
  return (struct phrase){
    .from = plan->unit[first].bar * plan->slots,
    .to = (last->bar + last->bars) * plan->slots,
    .ends_block = last->ends_block,
    .is_last = *unit == plan->units,
  };
}

/* The kinds of joke in turn, from one drawn for the variation: a laugh is the
   least often funny. */
static enum joke
joke_in_turn(const struct yeoun_plan *plan, int turn)
{
  static const uint8_t kinds[] = {
    RULE_OF_THREE, LOW_PUNCH, RULE_OF_THREE, LAUGH};
  struct yeoun_random random = yeoun_plan_stream(plan, "jokes", 0);
  return kinds[(yeoun_random_below(&random, 4) + (uint32_t)turn) % 4];
}

/* Which joke a phrase is told, as the bar of a slot has it. The draws do not
   depend on the mood, which only decides how many are let through. */
static enum joke
choose_joke(const struct yeoun_plan *plan,
            const struct phrase *phrase,
            int slot)
{
  const int bar = slot / plan->slots;
  struct yeoun_random random =
    yeoun_plan_stream(plan, "joke", (uint32_t)phrase->from);
  /* In long forms phrases are straight at first: what is not expected yet
     cannot surprise. */
  static const float daring[] = {0.4f, 0.9f, 1.2f, 1.2f};
  const int nth = phrase->from / (4 * plan->slots);
  const float factor = plan->bars >= 16 ? daring[nth % 4] : 1.0f;
  const bool told = yeoun_random_chance(
    &random, factor * yeoun_plan_features(plan, bar)[YEOUN_FEATURE_HUMOUR]);
  if (!told) {
    return NO_JOKE;
  }
  const bool major = !yeoun_key_is_minor(plan->analysis.key);
  if (phrase->is_last && phrase->ends_block && major &&
      yeoun_random_chance(&random, 0.5f)) {
    return WRONG_FINAL;
  }
  const enum joke joke = joke_in_turn(plan, phrase->from / (4 * plan->slots));
  const bool has_room = phrase->to - phrase->from >= 4 * plan->slots;
  return joke == RULE_OF_THREE && !has_room ? LOW_PUNCH : joke;
}

/* Index of the last note that begins before a slot. */
static int
last_before(const struct yeoun_tune *tune, int slot)
{
  return yeoun_tune_at(tune, slot - 1);
}

static void
erase(struct yeoun_tune *tune, int from, int to)
{
  int kept = 0;
  for (int i = 0; i < tune->notes; ++i) {
    struct yeoun_line_note note = tune->note[i];
    if (note.slot >= from && note.slot < to) {
      continue;
    }
    if (note.slot < from && note.slot + note.length > from) {
      note.length = (int16_t)(from - note.slot);
    }
    tune->note[kept++] = note;
  }
  tune->notes = kept;
}

static void
insert(struct yeoun_tune *tune, struct yeoun_line_note note)
{
  if (tune->notes >= YEOUN_MELODY_LINE_NOTES) {
    return;
  }
  int i = tune->notes++;
  for (; i > 0 && tune->note[i - 1].slot > note.slot; --i) {
    tune->note[i] = tune->note[i - 1];
  }
  tune->note[i] = note;
}

/* The first bar of a phrase, to be said again. */
struct cell {
  int notes;
  struct yeoun_line_note note[YEOUN_BAR_SLOTS];
};

static struct cell
cell_of(const struct yeoun_plan *plan,
        const struct phrase *phrase,
        const struct yeoun_tune *tune)
{
  struct cell cell = {.notes = 0};
  for (int i = 0; i < tune->notes && cell.notes < YEOUN_BAR_SLOTS; ++i) {
    const struct yeoun_line_note note = tune->note[i];
    if (note.slot >= phrase->from && note.slot < phrase->from + plan->slots) {
      cell.note[cell.notes++] = note;
    }
  }
  return cell;
}

/* The cell some bars later, moved by scale steps. */
static struct cell
moved(const struct cell *cell,
      const struct yeoun_harmony *harmony,
      const struct yeoun_score *score,
      int slots,
      int steps)
{
  struct cell other = *cell;
  for (int i = 0; i < other.notes; ++i) {
    struct yeoun_line_note *const note = &other.note[i];
    note->slot = (int16_t)(note->slot + slots);
    if (steps) {
      const int s = yeoun_harmony_index(score, note->slot * YEOUN_SLOT);
      const struct yeoun_scale *const scale = &harmony->scale[s];
      const int degree = yeoun_scale_nearest(scale, note->pitch);
      note->pitch = (uint8_t)yeoun_scale_pitch(scale, degree + steps);
    }
  }
  return other;
}

/* Notes on a pulse that are no chord tones. */
static float
clash_of(const struct yeoun_plan *plan,
         const struct yeoun_score *score,
         const struct cell *cell)
{
  float clash = 0.0f;
  for (int i = 0; i < cell->notes; ++i) {
    const struct yeoun_line_note *const note = &cell->note[i];
    const struct yeoun_span *const span =
      yeoun_harmony_at(score, note->slot * YEOUN_SLOT);
    const int weight =
      yeoun_rhythm_weight(plan->meter, note->slot % plan->slots);
    clash += yeoun_tones_hold(span->chord.tones, note->pitch)
               ? 0.0f
               : 0.3f + 0.5f * (float)weight;
  }
  return clash;
}

/* The same again where the chord allows it, else in sequence. */
static struct cell
said_again(const struct yeoun_plan *plan,
           const struct yeoun_score *score,
           const struct yeoun_harmony *harmony,
           const struct cell *cell,
           int slots)
{
  static const int moves[] = {0, 1, -1, 2, -2, 3, -3};
  struct cell best = moved(cell, harmony, score, slots, 0);
  float best_cost = clash_of(plan, score, &best);
  for (unsigned i = 1; i < sizeof(moves) / sizeof(moves[0]); ++i) {
    const struct cell other = moved(cell, harmony, score, slots, moves[i]);
    const float cost = clash_of(plan, score, &other) + 0.4f;
    if (cost < best_cost) {
      best_cost = cost;
      best = other;
    }
  }
  return best;
}

/* The first bar of the phrase again in its second; in the third it begins
   again, stops short, is silent, and falls by an octave and a bit. */
static void
play_three(const struct yeoun_plan *plan,
           const struct yeoun_score *score,
           const struct yeoun_harmony *harmony,
           const struct phrase *phrase,
           struct yeoun_tune *tune)
{
  enum { PUNCH = 2 };
  const int bar = plan->slots;
  const struct cell first = cell_of(plan, phrase, tune);
  const int last = first.notes - 1;
  int motif = 0;
  for (int i = 0; i < first.notes; ++i) {
    motif += (first.note[i].marks & YEOUN_MARK_MOTIF) != 0;
  }
  /* Half of a motif said three times is not the motif. */
  if (first.notes < 3 || (motif && motif < plan->analysis.motif.notes)) {
    return;
  }
  erase(tune, phrase->from + bar, phrase->from + 3 * bar);
  for (int time = 1; time <= 2; ++time) {
    const struct cell cell =
      said_again(plan, score, harmony, &first, time * bar);
    const int stop = time == 2 ? last : first.notes;
    for (int i = 0; i < stop; ++i) {
      insert(tune, cell.note[i]);
    }
    if (time == 2) {
      struct yeoun_line_note punch = cell.note[last];
      punch.pitch = (uint8_t)(punch.pitch - 13);
      punch.length = punch.length < PUNCH ? punch.length : PUNCH;
      punch.marks = YEOUN_MARK_JOKE;
      insert(tune, punch);
    }
  }
}

/* A joke is the last word: nothing leads on after it. */
static void
drop_lead_in(const struct phrase *phrase, struct yeoun_tune *tune)
{
  int last = last_before(tune, phrase->to);
  while (last >= 0 && tune->note[last].leads_in) {
    erase(tune, tune->note[last].slot, phrase->to);
    last = last_before(tune, phrase->to);
  }
}

/* Silence for a pulse, then the last note of the phrase two octaves down. */
static void
punch_low(const struct yeoun_plan *plan,
          const struct phrase *phrase,
          struct yeoun_tune *tune)
{
  const int pulse = yeoun_pulse_ticks(plan->meter) / YEOUN_SLOT;
  int last = last_before(tune, phrase->to);
  if (last < 0 || tune->note[last].slot < phrase->from + pulse) {
    return;
  }
  erase(tune, tune->note[last].slot - pulse, tune->note[last].slot);
  last = last_before(tune, phrase->to);
  tune->note[last].pitch = (uint8_t)(tune->note[last].pitch - 12);
  tune->note[last].marks |= YEOUN_MARK_JOKE;
}

/* Only where the tonic is under it: it is the note beside what everybody
   expects. */
static void
end_wrong(const struct yeoun_plan *plan,
          const struct yeoun_score *score,
          const struct phrase *phrase,
          struct yeoun_tune *tune)
{
  const int last = last_before(tune, phrase->to);
  if (last < 0 ||
      yeoun_harmony_at(score, tune->note[last].slot * YEOUN_SLOT)->chord.root !=
        plan->analysis.key.tonic) {
    return;
  }
  struct yeoun_line_note *const note = &tune->note[last];
  const int above = yeoun_pitch_class(plan->analysis.key.tonic - note->pitch);
  note->pitch = (uint8_t)(note->pitch + above + 1);
  note->marks |= YEOUN_MARK_JOKE;
}

/* The last note stops for the laugh. */
static void
make_room(const struct phrase *phrase, struct yeoun_tune *tune)
{
  const int last = last_before(tune, phrase->to);
  if (last >= 0 && tune->note[last].length > LAUGH_AFTER) {
    tune->note[last].length = LAUGH_AFTER;
  }
}

void
yeoun_comic_play(const struct yeoun_plan *plan,
                 const struct yeoun_score *score,
                 const struct yeoun_harmony *harmony,
                 struct yeoun_tune *tune)
{
  for (int unit = 0; unit < plan->units;) {
    const struct phrase phrase = phrase_at(plan, &unit);
    const enum joke joke = choose_joke(plan, &phrase, phrase.from);
    if (joke != NO_JOKE) {
      drop_lead_in(&phrase, tune);
    }
    switch (joke) {
      case RULE_OF_THREE:
        play_three(plan, score, harmony, &phrase, tune);
        break;
      case LOW_PUNCH:
        punch_low(plan, &phrase, tune);
        break;
      case WRONG_FINAL:
        end_wrong(plan, score, &phrase, tune);
        break;
      case LAUGH:
        make_room(&phrase, tune);
        break;
      case NO_JOKE:
        break;
    }
  }
}

void
yeoun_comic_laugh(const struct yeoun_plan *plan,
                  const struct yeoun_tune *tune,
                  struct yeoun_score *score)
{
  const float ticks_per_s = plan->slots_per_second * YEOUN_SLOT;
  const int32_t every = (int32_t)(0.214f * ticks_per_s);
  const int32_t sounding = (int32_t)(0.075f * ticks_per_s);
  for (int unit = 0; unit < plan->units;) {
    const struct phrase phrase = phrase_at(plan, &unit);
    const int last = last_before(tune, phrase.to);
    if (choose_joke(plan, &phrase, phrase.to - 1) != LAUGH || last < 0) {
      continue;
    }
    const struct yeoun_line_note note = tune->note[last];
    int32_t at = (note.slot + note.length) * YEOUN_SLOT;
    for (int i = 0; i < 5 && at + every < phrase.to * YEOUN_SLOT; ++i) {
      yeoun_score_add(score,
                      (struct yeoun_note){
                        .start = at,
                        .length = sounding > 0 ? sounding : 1,
                        .pitch = (uint8_t)(note.pitch - i / 2),
                        .lane = YEOUN_LANE_MELODY,
                        .articulation = YEOUN_ARTICULATION_STACCATO,
                        .marks = YEOUN_MARK_JOKE,
                        .level_db = (int8_t)(-2 * i),
                      });
      at += every;
    }
  }
}

/* The silence that a joke needs before it, in slots. */
static struct phrase
breath_of(const struct yeoun_plan *plan, const struct phrase *phrase, int slot)
{
  const int pulse = yeoun_pulse_ticks(plan->meter) / YEOUN_SLOT;
  const int third = phrase->from + 2 * plan->slots;
  const int close = phrase->to - plan->slots;
  switch (choose_joke(plan, phrase, slot)) {
    case RULE_OF_THREE:
      return (struct phrase){.from = third + plan->slots / 2,
                             .to = third + plan->slots};
    case LOW_PUNCH:
      return (struct phrase){.from = close - pulse, .to = close};
    default:
      return (struct phrase){.from = slot + 1, .to = slot + 1};
  }
}

bool
yeoun_comic_holds_breath(const struct yeoun_plan *plan, int slot)
{
  const int bar = slot / plan->slots;
  if (bar >= plan->bars ||
      !(yeoun_plan_features(plan, bar)[YEOUN_FEATURE_HUMOUR] > 0.0f)) {
    return false;
  }
  for (int unit = 0; unit < plan->units;) {
    const struct phrase phrase = phrase_at(plan, &unit);
    if (slot < phrase.to) {
      const struct phrase breath = breath_of(plan, &phrase, slot);
      return slot >= phrase.from && slot >= breath.from && slot < breath.to;
    }
  }
  return false;
}
