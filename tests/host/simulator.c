// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "simulator.h"

#include <math.h>

#include "music/beats.h"

void
simulator_init(struct simulator *simulator,
               struct host *host,
               double rate,
               enum simulator_words words)
{
  *simulator = (struct simulator){.host = host,
                                  .rate = rate,
                                  .words = words,
                                  .beats = 4,
                                  .unit = 4,
                                  .bpm = 120.0};
}

double
simulator_step(const struct simulator *simulator)
{
  return simulator->bpm * YEOUN_BEAT / 60.0 / simulator->rate;
}

double
simulator_bar(const struct simulator *simulator)
{
  return simulator->beats * 4.0 * YEOUN_BEAT / simulator->unit;
}

static void
close_stretch(struct simulator *simulator)
{
  if (simulator->stretches &&
      simulator->stretch[simulator->stretches - 1].to < 0) {
    simulator->stretch[simulator->stretches - 1].to = simulator->now;
  }
}

/** From here on the music is elsewhere, or stands. */
static void
turn_page(struct simulator *simulator)
{
  close_stretch(simulator);
  if (simulator->is_rolling) {
    if (simulator->stretches == DAW_STRETCHES) {
      host_fail("no room for", "a stretch");
    }
    simulator->stretch[simulator->stretches++] =
      (struct simulator_stretch){simulator->now, -1, simulator->place};
  }
}

void
simulator_tell(struct simulator *simulator)
{
  struct host_time time = {-1, -1, -1, -1, -1, simulator->is_rolling, -1};
  if (simulator->words == DAW_BARS) {
    const double exact = simulator->place * simulator_step(simulator);
    const double near = round(exact);
    const double tick = fabs(exact - near) < 1e-5 ? near : exact;
    time.bar = floor(tick / simulator_bar(simulator));
    time.bar_beat = (tick - time.bar * simulator_bar(simulator)) *
                    simulator->unit / (4.0 * YEOUN_BEAT);
    time.beats_per_bar = simulator->beats;
    time.beat_unit = simulator->unit;
    time.bpm = simulator->bpm * simulator->unit / 4.0;
  }
  time.frame = floor(simulator->place);
  if (simulator->words != DAW_NOTHING) {
    host_position(simulator->host, simulator->at, &time);
  }
}

void
simulator_roll(struct simulator *simulator, bool is_rolling)
{
  simulator->is_rolling = is_rolling;
  turn_page(simulator);
  simulator_tell(simulator);
}

void
simulator_locate(struct simulator *simulator, double place)
{
  simulator->place = simulator->words == DAW_FRAMES ? floor(place) : place;
  turn_page(simulator);
  simulator_tell(simulator);
}

void
simulator_change(struct simulator *simulator,
                 double bpm,
                 uint32_t beats,
                 uint32_t unit)
{
  const double tick = simulator->place * simulator_step(simulator);
  simulator->bpm = bpm;
  simulator->beats = beats;
  simulator->unit = unit;
  simulator->place = tick / simulator_step(simulator);
  simulator->loop_from = simulator->loop_to = 0.0;
  turn_page(simulator);
  simulator_tell(simulator);
}

void
simulator_loop(struct simulator *simulator, double from, double to)
{
  simulator->loop_from = from;
  simulator->loop_to = to;
}

/** Frames until the loop's end; a loop is entered from before. */
static double
to_loop_end(const struct simulator *simulator)
{
  const double left = ceil(simulator->loop_to - simulator->place - 1e-6);
  return simulator->loop_to > simulator->loop_from && left >= 0.0 ? left
                                                                  : INFINITY;
}

static void
move(struct simulator *simulator, uint32_t frames)
{
  simulator->at += frames;
  simulator->now += frames;
  simulator->place += simulator->is_rolling ? frames : 0.0;
}

void
simulator_advance(struct simulator *simulator, uint32_t frames)
{
  double left = to_loop_end(simulator);
  while (simulator->is_rolling && left < frames) {
    move(simulator, (uint32_t)left);
    frames -= (uint32_t)left;
    simulator_locate(simulator, simulator->loop_from);
    left = to_loop_end(simulator);
  }
  move(simulator, frames);
}

void
simulator_next(struct simulator *simulator)
{
  simulator->at = 0;
  if (simulator->is_talkative) {
    simulator_tell(simulator);
  }
}
