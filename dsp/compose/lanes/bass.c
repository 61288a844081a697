// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "bass.h"

#include "bass_line.h"
#include "compose/plan/jokes.h"
#include "lanes.h"
#include "music/scale.h"

/* What the bass does in a bar. The first four sing, the others play. */
enum manner {
  HELD,     /* one note */
  LEADING,  /* one note, and a step that leads to the next chord */
  SWINGING, /* root and fifth, a half bar each */
  BALLAD,   /* dotted, and root again before the fifth */
  UMPAH,    /* root and fifth on strong beats, short */
  WALKING,  /* a short note on every pulse, through the chord to the next */
  SKIPPING, /* root, and its octave after the beat */
  HABANERA, /* long, short, long, long */
  STOPPING, /* root, fifth, root, and no more */
};

enum { CHOICE = 4 };

/* Where and with what the lane writes. */
struct pen {
  const struct yeoun_lanes *lanes;
  const struct yeoun_plan *plan;
  struct yeoun_chord chord;
  int low, high;    /* MIDI keys */
  int root;         /* MIDI key that the line has here */
  int next;         /* MIDI key that the line has next */
  int32_t from, to; /* ticks, within a bar */
  bool leads;       /* the chord changes at the end */
};

static void
add_bass(const struct pen *pen,
         int pitch,
         int32_t at,
         int32_t length,
         bool is_short)
{
  const int32_t left = pen->to - at;
  if (left <= 0) {
    return;
  }
  yeoun_score_add(
    pen->lanes->score,
    (struct yeoun_note){.start = at,
                        .length = length < left ? length : left,
                        .pitch = (uint8_t)pitch,
                        .lane = YEOUN_LANE_BASS,
                        .level_db = (int8_t)yeoun_lanes_level(
                          pen->lanes, (int)(at / pen->plan->bar_ticks)),
                        .articulation = is_short ? YEOUN_ARTICULATION_STACCATO
                                                 : YEOUN_ARTICULATION_PLAIN});
}

/* The fifth below where the instrument has it, else above; a chord on another
   bass than its root keeps that note. */
static int
fifth_of(const struct pen *pen)
{
  const int fifth = pen->chord.root + 7;
  if (pen->root % 12 != pen->chord.root ||
      !yeoun_tones_hold(pen->chord.tones, fifth)) {
    return pen->root;
  }
  return pen->root - 5 >= pen->low    ? pen->root - 5
         : pen->root + 7 <= pen->high ? pen->root + 7
                                      : pen->root;
}

/* A bass between the chords must not lie a semitone under one of their tones,
   nor rub against the tune. */
static bool
may_pass(const struct pen *pen, int pitch, int32_t from)
{
  return pitch >= pen->low && pitch <= pen->high &&
         (yeoun_tones_hold(pen->chord.tones, pitch) ||
          !yeoun_tones_hold(pen->chord.tones, pitch + 1)) &&
         !yeoun_heard_rubs(&pen->lanes->heard, pitch, from, pen->to);
}

/* A step below the next bass, or above it when the line comes down: of the key,
   or a semitone where `creeps`. */
static int
approach(const struct pen *pen, int32_t at)
{
  const int span = yeoun_harmony_index(pen->lanes->score, pen->from);
  const uint16_t tones = yeoun_scale_tones(&pen->lanes->harmony->scale[span]);
  const int way = pen->next >= pen->root ? -1 : 1;
  for (int size = 1; size <= 2; ++size) {
    const int pitch = pen->next + way * size;
    const bool fits =
      yeoun_tones_hold(tones, pitch) && may_pass(pen, pitch, at);
    if (pitch != pen->root && fits) {
      return pitch;
    }
  }
  return fifth_of(pen);
}

static void
lead_on(const struct pen *pen)
{
  const int32_t pulse = yeoun_pulse_ticks(pen->plan->meter);
  const int32_t last = pen->to - pulse;
  const int step = approach(pen, last);
  if (!pen->leads || last <= pen->from || pen->next == pen->root ||
      step == pen->root) {
    add_bass(pen, pen->root, pen->from, pen->to - pen->from, false);
    return;
  }
  add_bass(pen, pen->root, pen->from, last - pen->from, false);
  add_bass(pen, step, last, pulse, false);
}

/* Half bars, in three a long and a short one. */
static void
swing(const struct pen *pen, bool is_dotted)
{
  const int32_t pulse = yeoun_pulse_ticks(pen->plan->meter);
  const int32_t whole = pen->to - pen->from;
  const int32_t half = (whole / 2 + pulse - 1) / pulse * pulse;
  const int32_t middle = pen->from + half;
  if (half >= whole || whole < pen->plan->bar_ticks ||
      fifth_of(pen) == pen->root) {
    lead_on(pen);
    return;
  }
  const int32_t early = is_dotted && half >= 2 * pulse ? pulse / 2 : 0;
  add_bass(pen, pen->root, pen->from, half - early, false);
  if (early) {
    add_bass(pen, pen->root, middle - early, early, false);
  }
  add_bass(pen, fifth_of(pen), middle, pen->to - middle, false);
}

/* Root and fifth on the strong beats, short: the "um" of um-pah. */
static void
umpah(const struct pen *pen)
{
  const struct yeoun_plan *const plan = pen->plan;
  const int32_t pulse = yeoun_pulse_ticks(plan->meter);
  for (int32_t at = pen->from; at < pen->to; at += pulse) {
    const int beat = (int)(at % plan->bar_ticks / pulse);
    const bool is_um = plan->meter.beats % 2 ? beat == 0 : beat % 2 == 0;
    if (is_um) {
      add_bass(pen, beat ? fifth_of(pen) : pen->root, at, pulse / 2, true);
    }
  }
}

/* The chord tone that follows a key upwards. */
static int
tone_above(const struct pen *pen, int key)
{
  do {
    ++key;
  } while (!yeoun_tones_hold(pen->chord.tones, key));
  return key;
}

static void
walk(const struct pen *pen)
{
  const int32_t pulse = yeoun_pulse_ticks(pen->plan->meter);
  const int second = tone_above(pen, pen->root);
  const int tone[] = {pen->root, second, tone_above(pen, second), second};
  int i = 0;
  for (int32_t at = pen->from; at < pen->to; at += pulse, ++i) {
    const bool is_last = at + pulse >= pen->to && i > 0;
    const int pitch = is_last && pen->leads ? approach(pen, at) : tone[i % 4];
    add_bass(pen, pitch > pen->high ? pen->root : pitch, at, pulse / 2, true);
  }
}

static void
skip(const struct pen *pen)
{
  const int32_t pulse = yeoun_pulse_ticks(pen->plan->meter);
  const int octave = pen->root + 12 <= pen->high ? pen->root + 12 : pen->root;
  for (int32_t at = pen->from; at < pen->to; at += 2 * pulse) {
    add_bass(pen, pen->root, at, pulse / 2, true);
    add_bass(pen, octave, at + pulse, pulse / 4, true);
    add_bass(pen, octave, at + pulse + pulse / 2, pulse / 4, true);
  }
}

static void
habanera(const struct pen *pen)
{
  static const uint8_t slots[] = {0, 3, 4, 6, 8};
  const int tone[] = {pen->root, fifth_of(pen), pen->root, fifth_of(pen)};
  for (int32_t at = pen->from; at < pen->to; at += 8 * YEOUN_SLOT) {
    for (int i = 0; i < 4; ++i) {
      const int32_t length = (slots[i + 1] - slots[i]) * YEOUN_SLOT;
      add_bass(pen, tone[i], at + slots[i] * YEOUN_SLOT, length / 2, true);
    }
  }
}

/* The end of all: root, fifth and root, or where there is no time the root. */
static void
stop(const struct pen *pen)
{
  const int32_t pulse = yeoun_pulse_ticks(pen->plan->meter);
  const int tone[] = {pen->root, fifth_of(pen), pen->root};
  const int count = pen->to - pen->from >= 3 * pulse ? 3 : 1;
  for (int i = 0; i < count; ++i) {
    add_bass(pen, tone[i], pen->from + i * pulse, pulse / 2, true);
  }
}

/* One manner a variation, another for its contrasts, and at the climax the
   liveliest. A take of the lane goes on to the next; once all have had their
   turn, takes change it in each phrase. */
static enum manner
manner_in(const struct yeoun_lanes *lanes, int bar)
{
  static const uint8_t manners[YEOUN_POLES][CHOICE] = {
    {LEADING, HELD, SWINGING, BALLAD},
    {BALLAD, LEADING, HELD, SWINGING},
    {UMPAH, WALKING, UMPAH, SKIPPING}};
  static const uint8_t full[YEOUN_POLES] = {LEADING, BALLAD, WALKING};
  const struct yeoun_plan *const plan = lanes->plan;
  const struct yeoun_phrase_plan *const phrase = yeoun_phrase_at(plan, bar);
  const unsigned pole = plan->pole_of_bar[bar];
  const unsigned take = lanes->take[YEOUN_LANE_BASS];
  const unsigned topic = plan->budget.topic;
  struct yeoun_random random = yeoun_plan_stream(plan, "bass", 0);
  const unsigned turn = yeoun_random_below(&random, CHOICE) + take +
                        take / CHOICE * ((unsigned)bar / 4) +
                        (phrase->figure == 1);
  if (plan->is_statement) {
    return take % 2 ? SWINGING : pole == YEOUN_ROMANTIC ? BALLAD : HELD;
  }
  if (topic == YEOUN_TOPIC_TANGO) {
    return take % 2 ? UMPAH : HABANERA;
  }
  if (topic == YEOUN_TOPIC_MARCH || topic == YEOUN_TOPIC_WALTZ) {
    return take % 2 ? WALKING : UMPAH;
  }
  if (phrase->is_climax && !take && plan->phrases > 1) {
    return full[pole];
  }
  return manners[pole][turn % CHOICE];
}

/* The last bar of the form stands on its root, however it plays; that of
   another phrase leads on, where it sings. */
static enum manner
close_with(const struct yeoun_lanes *lanes, int bar, enum manner manner)
{
  const struct yeoun_phrase_plan *const phrase =
    yeoun_phrase_at(lanes->plan, bar);
  const bool is_last_bar = bar + 1 == phrase->bar + phrase->bars;
  if (!is_last_bar) {
    return manner;
  }
  return manner < UMPAH    ? (phrase->is_last  ? HELD
                              : manner == HELD ? LEADING
                                               : manner)
         : phrase->is_last ? STOPPING
                           : manner;
}

static void
write_stretch(const struct pen *pen, enum manner manner)
{
  switch (manner) {
    case HELD:
      add_bass(pen, pen->root, pen->from, pen->to - pen->from, false);
      break;
    case LEADING:
      lead_on(pen);
      break;
    case SWINGING:
    case BALLAD:
      swing(pen, manner == BALLAD);
      break;
    case UMPAH:
      umpah(pen);
      break;
    case WALKING:
      walk(pen);
      break;
    case SKIPPING:
      skip(pen);
      break;
    case HABANERA:
      habanera(pen);
      break;
    case STOPPING:
      stop(pen);
      break;
  }
}

/* What all strike together at the end of a comic phrase. The answer that
   grumbles goes down to its root from the fifth. */
static void
strike_stage(const struct pen *pen, const struct yeoun_stage *stage)
{
  for (int i = 0; i < stage->hits; ++i) {
    const struct yeoun_hit *const hit = &stage->hit[i];
    const bool is_fifth = stage->joke == YEOUN_JOKE_GRUMBLE && i == 1;
    if (hit->at >= pen->from && hit->at < pen->to) {
      add_bass(
        pen, is_fifth ? fifth_of(pen) : pen->root, hit->at, hit->length, true);
    }
  }
}

void
yeoun_bass_write(struct yeoun_lanes *lanes)
{
  const struct yeoun_plan *const plan = lanes->plan;
  const struct yeoun_score *const score = lanes->score;
  struct pen pen = {.lanes = lanes, .plan = plan};
  yeoun_bass_range(lanes, &pen.low, &pen.high);
  for (int s = 0; s < score->spans; ++s) {
    const struct yeoun_span *const span = &score->span[s];
    const int32_t end = span->start + span->length;
    pen.chord = span->chord;
    pen.root = lanes->bass[s];
    pen.next = lanes->bass[(s + 1) % score->spans];
    for (pen.from = span->start; pen.from < end; pen.from = pen.to) {
      const int bar = (int)(pen.from / plan->bar_ticks);
      const int32_t bar_end = (bar + 1) * plan->bar_ticks;
      pen.to = bar_end < end ? bar_end : end;
      pen.leads = pen.to == end;
      const struct yeoun_stage stage = yeoun_joke_stage_at(plan, bar);
      if (stage.is_set) {
        strike_stage(&pen, &stage);
        pen.from = stage.resume > pen.from ? stage.resume : pen.from;
      }
      if (pen.from >= pen.to) {
        continue;
      }
      write_stretch(&pen, close_with(lanes, bar, manner_in(lanes, bar)));
    }
  }
}
