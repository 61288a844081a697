// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "drums.h"

#include <stddef.h>

#include "compose/melody/korean.h"
#include "compose/plan/jokes.h"
#include "lanes.h"
#include "music/palette.h"

/* One drum's strokes in a bar of four (16 slots) or three (12): 9 loud .. 1
   soft,
   '.' silent. */
struct part {
  uint8_t drum;
  const char *in_four;
  const char *in_three;
};

enum { PARTS = 3 };

/* Parts of each style, the first always there, the others as the arc grows. */
struct style {
  struct part part[PARTS];
};

static const struct style comic_even = {{
  {YEOUN_DRUM_WOODBLOCK_LOW, "7.......6.......", "7..........."},
  {YEOUN_DRUM_WOODBLOCK_HIGH, "....4.......4.3.", "....4...4..."},
  {YEOUN_DRUM_BRUSH_TAP, "..2...2...2...2.", "..2...2...2."},
}};

static const struct style comic_busy = {{
  {YEOUN_DRUM_WOODBLOCK_HIGH, "6...4..35...4.3.", "6...4..34.3."},
  {YEOUN_DRUM_WOODBLOCK_LOW, "....5.......5...", "....5......."},
  {YEOUN_DRUM_SHAKER, "3.2.3.2.3.2.3.2.", "3.2.3.2.3.2."},
}};

static const struct style jazz = {{
  {YEOUN_DRUM_BRUSH_SWEEP, "5...4...5...4...", "5...4...4..."},
  {YEOUN_DRUM_BRUSH_TAP, "....6..3....6..3", "....5...5..3"},
  {YEOUN_DRUM_KICK, "4.......3.......", "4..........."},
}};

static const struct style lofi = {{
  {YEOUN_DRUM_KICK, "7.....4.6.......", "7..........."},
  {YEOUN_DRUM_BRUSH_TAP, "....6.......6...", "....5...5..."},
  {YEOUN_DRUM_SHAKER, "..3...3...3...3.", "..3...3...3."},
}};

static const struct style electronic = {{
  {YEOUN_DRUM_KICK, "6.......5.......", "6..........."},
  {YEOUN_DRUM_SHAKER, "..3...3...3...3.", "..3...3...3."},
  {YEOUN_DRUM_FRAME_HIGH, "....4.......4...", "....4......."},
}};

static const struct style ballad = {{
  {YEOUN_DRUM_FRAME_LOW, "5.........3.....", "5..........."},
  {YEOUN_DRUM_SHAKER, "2.1.3.1.2.1.3.1.", "2.1.3.1.3.1."},
  {YEOUN_DRUM_FRAME_HIGH, "........4.....2.", "........3..."},
}};

static const struct style march = {{
  {YEOUN_DRUM_FRAME_LOW, "7.......6.......", "7..........."},
  {YEOUN_DRUM_BRUSH_TAP, "5..34.3.5..34.33", "5..34.3.4.33"},
  {YEOUN_DRUM_TRIANGLE, "4...............", "4..........."},
}};

/* How many drums play in a phrase, 0 = the lane is silent there. */
static int
parts_in(const struct yeoun_lanes *lanes,
         const struct yeoun_phrase_plan *phrase,
         const struct style **style)
{
  const struct yeoun_plan *const plan = lanes->plan;
  const bool is_comic = plan->pole_of_bar[phrase->bar] == YEOUN_COMIC;
  const unsigned palette = plan->request->palette;
  struct yeoun_random random =
    yeoun_lanes_stream(lanes, YEOUN_LANE_DRUMS, "style", 0);
  *style = plan->budget.topic == YEOUN_TOPIC_MARCH ? &march
           : is_comic
             ? (yeoun_random_chance(&random, 0.5f) ? &comic_even : &comic_busy)
           : palette == YEOUN_JAZZ       ? &jazz
           : palette == YEOUN_LOFI       ? &lofi
           : palette == YEOUN_ELECTRONIC ? &electronic
           : palette == YEOUN_BALLAD     ? &ballad
                                         : NULL;
  return *style && yeoun_lanes_play(lanes, YEOUN_LANE_DRUMS, phrase->bar)
           ? 1 + (phrase->energy > 0.5f) + (phrase->energy > 0.9f)
           : 0;
}

static void
play_part(const struct yeoun_plan *plan,
          const struct part *part,
          int bar,
          struct yeoun_score *score)
{
  const bool in_three = plan->slots == 12;
  const char *const strokes = in_three ? part->in_three : part->in_four;
  const int cycle = in_three ? 12 : 16;
  for (int slot = 0; slot < plan->slots; ++slot) {
    const char stroke = strokes[slot % cycle];
    const int at = bar * plan->slots + slot;
    if (stroke != '.') {
      yeoun_score_add(score,
                      (struct yeoun_note){
                        .start = at * YEOUN_SLOT,
                        .length = YEOUN_SLOT,
                        .pitch = part->drum,
                        .lane = YEOUN_LANE_DRUMS,
                        .level_db = (int8_t)(2 * (stroke - '0') - 16),
                      });
    }
  }
}

/* The last beat of a bar in sixteenths, louder and louder. */
static void
fill_beat(const struct yeoun_plan *plan,
          uint8_t drum,
          int bar,
          struct yeoun_score *score)
{
  const int end = (bar + 1) * plan->slots;
  for (int slot = end - 4; slot < end; ++slot) {
    if (slot >= bar * plan->slots) {
      yeoun_score_add(
        score,
        (struct yeoun_note){.start = slot * YEOUN_SLOT,
                            .length = YEOUN_SLOT,
                            .pitch = drum,
                            .lane = YEOUN_LANE_DRUMS,
                            .level_db = (int8_t)(2 * (slot - end) - 2)});
    }
  }
}

/* What all strike together at the end of a comic phrase; the parts are silent
   until the stage is over. */
static void
strike_stage(const struct yeoun_stage *stage,
             uint8_t drum,
             struct yeoun_score *score)
{
  int kept = 0;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    const bool is_hushed = note->lane == YEOUN_LANE_DRUMS &&
                           note->start >= stage->close &&
                           note->start < stage->resume;
    if (!is_hushed) {
      score->note[kept++] = *note;
    }
  }
  score->notes = (uint16_t)kept;
  for (int i = 0; i < stage->hits; ++i) {
    yeoun_score_add(score,
                    (struct yeoun_note){.start = stage->hit[i].at,
                                        .length = YEOUN_SLOT,
                                        .pitch = drum,
                                        .lane = YEOUN_LANE_DRUMS,
                                        .level_db = 0});
  }
}

void
yeoun_drums_write(struct yeoun_lanes *lanes)
{
  const struct yeoun_plan *const plan = lanes->plan;
  for (int bar = 0; bar < plan->bars && !plan->is_statement; ++bar) {
    const struct yeoun_phrase_plan *const phrase = yeoun_phrase_at(plan, bar);
    if (yeoun_korean_holds(plan, bar)) {
      yeoun_korean_drum(plan, bar, lanes->score);
      continue;
    }
    const struct style *style = NULL;
    const int parts = parts_in(lanes, phrase, &style);
    /* Takes bring other drums of the set to the fore, then leave out fills. */
    const int take = lanes->take[YEOUN_LANE_DRUMS];
    const bool is_end = bar + 1 == phrase->bar + phrase->bars;
    const struct yeoun_stage stage = yeoun_joke_stage_at(plan, bar);
    const bool fills =
      take / PARTS % 2 == 0 && is_end && phrase->bars > 1 && !stage.is_set;
    for (int p = 0; p < parts; ++p) {
      play_part(plan, &style->part[(take + p) % PARTS], bar, lanes->score);
    }
    if (parts && stage.is_set) {
      strike_stage(&stage, style->part[0].drum, lanes->score);
    }
    if (parts && fills) {
      fill_beat(plan, style->part[(take + 1) % PARTS].drum, bar, lanes->score);
    }
  }
}
