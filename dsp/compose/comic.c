// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "comic.h"

#include "key.h"

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
  const bool told =
    yeoun_random_chance(&random, yeoun_plan_cues(plan, bar)[YEOUN_CUE_HUMOUR]);
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
    struct yeoun_tune_note note = tune->note[i];
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
insert(struct yeoun_tune *tune, struct yeoun_tune_note note)
{
  if (tune->notes >= YEOUN_TUNE_NOTES) {
    return;
  }
  int i = tune->notes++;
  for (; i > 0 && tune->note[i - 1].slot > note.slot; --i) {
    tune->note[i] = tune->note[i - 1];
  }
  tune->note[i] = note;
}

/* The first bar of the phrase again in its second, exactly; in the third it
   begins again, stops short, and falls by an octave and a bit. */
static void
play_three(const struct yeoun_plan *plan,
           const struct phrase *phrase,
           struct yeoun_tune *tune)
{
  const int bar = plan->slots;
  const int count = tune->notes;
  struct yeoun_tune_note first[YEOUN_BAR_SLOTS];
  int notes = 0;
  for (int i = 0; i < count && notes < YEOUN_BAR_SLOTS; ++i) {
    const struct yeoun_tune_note note = tune->note[i];
    if (note.slot >= phrase->from && note.slot < phrase->from + bar) {
      first[notes++] = note;
    }
  }
  if (notes < 3) {
    return;
  }
  erase(tune, phrase->from + bar, phrase->from + 3 * bar);
  for (int time = 1; time <= 2; ++time) {
    const int stop = time == 2 ? notes - 1 : notes;
    for (int i = 0; i < stop; ++i) {
      struct yeoun_tune_note note = first[i];
      note.slot = (int16_t)(note.slot + time * bar);
      insert(tune, note);
    }
  }
  struct yeoun_tune_note punch = first[notes - 1];
  punch.slot = (int16_t)(punch.slot + 2 * bar);
  punch.pitch = (uint8_t)(punch.pitch - 13);
  punch.marks = YEOUN_MARK_JOKE;
  insert(tune, punch);
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

static void
end_wrong(const struct yeoun_plan *plan,
          const struct phrase *phrase,
          struct yeoun_tune *tune)
{
  const int last = last_before(tune, phrase->to);
  if (last < 0) {
    return;
  }
  struct yeoun_tune_note *const note = &tune->note[last];
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
yeoun_comic_play(const struct yeoun_plan *plan, struct yeoun_tune *tune)
{
  for (int unit = 0; unit < plan->units;) {
    const struct phrase phrase = phrase_at(plan, &unit);
    const enum joke joke = choose_joke(plan, &phrase, phrase.from);
    if (joke != NO_JOKE) {
      drop_lead_in(&phrase, tune);
    }
    switch (joke) {
      case RULE_OF_THREE:
        play_three(plan, &phrase, tune);
        break;
      case LOW_PUNCH:
        punch_low(plan, &phrase, tune);
        break;
      case WRONG_FINAL:
        end_wrong(plan, &phrase, tune);
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
    const struct yeoun_tune_note note = tune->note[last];
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

bool
yeoun_comic_holds_breath(const struct yeoun_plan *plan, int slot)
{
  for (int unit = 0; unit < plan->units;) {
    const struct phrase phrase = phrase_at(plan, &unit);
    if (slot >= phrase.to) {
      continue;
    }
    if (slot < phrase.from ||
        choose_joke(plan, &phrase, slot) != RULE_OF_THREE) {
      return false;
    }
    const int third = phrase.from + 2 * plan->slots;
    return slot >= third + plan->slots / 2 && slot < third + plan->slots;
  }
  return false;
}
