// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "lanes.h"

#include <string.h>

#include "bass.h"
#include "bass_line.h"
#include "compose/report/compass.h"
#include "counter.h"
#include "drums.h"
#include "music/palette.h"
#include "pad.h"
#include "spacing.h"
#include "texture.h"

/* No voice of the accompaniment above G5, none that is voiced below F2
   (Huron 2001). */
enum { LOWEST = 43, HIGHEST = 79 };

struct yeoun_random
yeoun_lanes_stream(const struct yeoun_lanes *lanes,
                   enum yeoun_lane lane,
                   const char *purpose,
                   uint32_t index)
{
  const uint64_t seed = yeoun_random_mix(
    lanes->plan->seed, 1000U * (unsigned)lane + lanes->take[lane]);
  return yeoun_random_stream(seed, purpose, index);
}

bool
yeoun_lanes_play(const struct yeoun_lanes *lanes, enum yeoun_lane lane, int bar)
{
  const struct yeoun_plan *const plan = lanes->plan;
  const long p = yeoun_phrase_at(plan, bar) - plan->phrase;
  return (plan->layers.scored[p] >> lane) & 1U;
}

int
yeoun_lanes_level(const struct yeoun_lanes *lanes, int bar)
{
  const float energy = yeoun_phrase_at(lanes->plan, bar)->energy;
  const int level = (int)(7.0f * energy) - 5;
  return level > 2 ? 2 : level;
}

int
yeoun_lanes_ceiling(const struct yeoun_lanes *lanes, int32_t from, int32_t to)
{
  const int bar = (int)(from / lanes->plan->bar_ticks);
  const int low =
    yeoun_heard_low(&lanes->heard, from, to, lanes->heard.low[bar]);
  return lanes->is_above || low - 2 > HIGHEST ? HIGHEST : low - 2;
}

/* Pitch classes of a chord that rub against what the melody holds over it for
   a good part of its time. */
static uint16_t
shunned_in(const struct yeoun_lanes *lanes, const struct yeoun_span *span)
{
  const struct yeoun_heard *const heard = &lanes->heard;
  uint16_t shunned = 0;
  const int from = (int)(span->start / YEOUN_SLOT);
  const int to = from + (int)(span->length / YEOUN_SLOT);
  for (int tone = 0; tone < 12; ++tone) {
    int together = 0;
    for (int s = from; s < to && s < heard->slots; ++s) {
      const int off = yeoun_pitch_class(heard->pitch[s] - tone);
      together += heard->pitch[s] && heard->length[s] >= YEOUN_HELD_SLOTS &&
                  (off == 1 || (off == 11 && lanes->is_above));
    }
    const bool rubs = 3 * together >= to - from;
    shunned = (uint16_t)(shunned | (unsigned)rubs << (unsigned)tone);
  }
  return (uint16_t)(shunned & span->chord.tones);
}

/* Mean of the melody's lowest notes over a phrase: what its accompaniment keeps
   its distance from, so that voicings do not jump from bar to bar. */
static int
low_of_phrase(const struct yeoun_lanes *lanes, int bar)
{
  const struct yeoun_phrase_plan *const phrase =
    yeoun_phrase_at(lanes->plan, bar);
  int sum = 0;
  for (int b = phrase->bar; b < phrase->bar + phrase->bars; ++b) {
    sum += lanes->heard.low[b];
  }
  return sum / phrase->bars;
}

/* From the bass to the lowest voice: never so close that they make one lump. */
static int
gap_over(int bass)
{
  const int least = yeoun_least_gap(bass);
  return least < 4 ? 4 : least;
}

static struct yeoun_voicing_room
room_of(const struct yeoun_lanes *lanes, int s)
{
  enum { GAP = 9, WITH_COUNTER = 14, NARROW = 11 };
  const struct yeoun_plan *const plan = lanes->plan;
  const struct yeoun_span *const span = &lanes->score->span[s];
  const int bar = (int)(span->start / plan->bar_ticks);
  const float energy = yeoun_phrase_at(plan, bar)->energy;
  const struct yeoun_instrument_facts *const facts =
    yeoun_instrument_facts(plan->instrument[YEOUN_LANE_CHORDS]);
  const int own = facts->low > LOWEST ? facts->low : LOWEST;
  const int over = lanes->bass[s] + gap_over(lanes->bass[s]);
  int floor = over > own ? over : own;
  int ceiling =
    yeoun_lanes_ceiling(lanes, span->start, span->start + span->length);
  const bool has_counter = yeoun_lanes_play(lanes, YEOUN_LANE_COUNTER, bar) &&
                           plan->pole_of_bar[bar] != YEOUN_COMIC;
  int wanted = low_of_phrase(lanes, bar) - (has_counter ? WITH_COUNTER : GAP);
  if (lanes->is_above) {
    floor =
      floor > lanes->heard.high[bar] + 1 ? floor : lanes->heard.high[bar] + 1;
    wanted = floor + 12;
  }
  if (ceiling < floor + 7) {
    /* No room: rather close to the bass than in the tune. */
    floor = ceiling - 7 > own ? ceiling - 7 : own;
    ceiling = ceiling < floor + 7 ? floor + 7 : ceiling;
  }
  wanted = wanted < floor + 9 ? floor + 9 : wanted;
  wanted = wanted > ceiling ? ceiling : wanted;
  /* A lyrical middle stays clear: two voices under a second one, but for the
     last chord, and never four. */
  const bool is_lyrical = plan->pole_of_bar[bar] == YEOUN_LYRICAL;
  const bool is_clear =
    is_lyrical && has_counter && s + 1 < lanes->score->spans;
  const bool is_full = ceiling - floor > NARROW && energy > 0.6f &&
                       !plan->is_statement && !has_counter && !is_lyrical;
  const int voices = is_full ? 4 : is_clear ? 2 : 3;
  return (struct yeoun_voicing_room){.chord = span->chord,
                                     .shunned = shunned_in(lanes, span),
                                     .floor = (uint8_t)floor,
                                     .ceiling = (uint8_t)ceiling,
                                     .wanted = (uint8_t)wanted,
                                     .voices = (uint8_t)voices};
}

static void
voice_chords(struct yeoun_lanes *lanes)
{
  const int spans = lanes->score->spans;
  for (int s = 0; s < spans; ++s) {
    lanes->search.room[s] = room_of(lanes, s);
  }
  yeoun_voicing_find(&lanes->search, spans, lanes->plan->seed, lanes->voicing);
}

static void
write_lane(struct yeoun_lanes *lanes, enum yeoun_lane lane)
{
  switch (lane) {
    case YEOUN_LANE_COUNTER:
      yeoun_counter_write(lanes);
      break;
    case YEOUN_LANE_CHORDS:
      yeoun_texture_write(lanes);
      break;
    case YEOUN_LANE_BASS:
      yeoun_bass_write(lanes);
      break;
    case YEOUN_LANE_PAD:
      yeoun_pad_write(lanes);
      break;
    case YEOUN_LANE_DRUMS:
      yeoun_drums_write(lanes);
      break;
    case YEOUN_LANE_MELODY:
    case YEOUN_LANES:
      break;
  }
}

static void
remove_lane(struct yeoun_score *score, unsigned lane)
{
  int kept = 0;
  for (int i = 0; i < score->notes; ++i) {
    if (score->note[i].lane != lane) {
      score->note[kept++] = score->note[i];
    }
  }
  score->notes = (uint16_t)kept;
}

/* Mend only the lanes of a set. */
static void
settle(struct yeoun_lanes *lanes, unsigned set)
{
  yeoun_score_sort(lanes->score);
  yeoun_compass_keep(lanes->score);
  yeoun_critic_mend(
    lanes->plan, &lanes->heard, set, lanes->score, &lanes->critic);
}

void
yeoun_lanes_write(const struct yeoun_plan *plan,
                  const struct yeoun_tune *statement,
                  const struct yeoun_tune *heard,
                  const struct yeoun_harmony *harmony,
                  struct yeoun_score *score,
                  struct yeoun_lanes *lanes)
{
  lanes->plan = plan;
  lanes->harmony = harmony;
  lanes->statement = statement;
  lanes->score = score;
  memset(lanes->take, 0, sizeof(lanes->take));
  yeoun_heard_listen(plan, heard, &lanes->heard);
  lanes->is_above = yeoun_heard_is_low(&lanes->heard);
  yeoun_bass_line_find(lanes);
  voice_chords(lanes);
  for (unsigned lane = 1; lane < YEOUN_LANES; ++lane) {
    write_lane(lanes, lane);
  }
  settle(lanes, YEOUN_CRITIC_ALL);
  for (unsigned lane = 1; lane < YEOUN_LANES; ++lane) {
    lanes->take[lane] = plan->request->take[lane];
    if (lanes->take[lane]) {
      remove_lane(score, lane);
      write_lane(lanes, lane);
      settle(lanes, 1U << lane);
    }
  }
}
