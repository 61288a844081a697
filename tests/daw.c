// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "daw.h"

#include <math.h>

#include "beats.h"

void
daw_init(struct daw *daw, struct host *host, double rate, enum daw_words words)
{
  *daw = (struct daw){.host = host,
                      .rate = rate,
                      .words = words,
                      .beats = 4,
                      .unit = 4,
                      .bpm = 120.0};
}

double
daw_step(const struct daw *daw)
{
  return daw->bpm * YEOUN_BEAT / 60.0 / daw->rate;
}

double
daw_bar(const struct daw *daw)
{
  return daw->beats * 4.0 * YEOUN_BEAT / daw->unit;
}

static void
close_stretch(struct daw *daw)
{
  if (daw->stretches && daw->stretch[daw->stretches - 1].to < 0) {
    daw->stretch[daw->stretches - 1].to = daw->now;
  }
}

/** From here on the music is elsewhere, or stands. */
static void
turn_page(struct daw *daw)
{
  close_stretch(daw);
  if (daw->is_rolling) {
    if (daw->stretches == DAW_STRETCHES) {
      host_fail("no room for", "a stretch");
    }
    daw->stretch[daw->stretches++] =
      (struct daw_stretch){daw->now, -1, daw->place};
  }
}

void
daw_tell(struct daw *daw)
{
  struct host_time time = {-1, -1, -1, -1, -1, daw->is_rolling, -1};
  if (daw->words == DAW_BARS) {
    const double exact = daw->place * daw_step(daw);
    const double near = round(exact);
    const double tick = fabs(exact - near) < 1e-5 ? near : exact;
    time.bar = floor(tick / daw_bar(daw));
    time.bar_beat =
      (tick - time.bar * daw_bar(daw)) * daw->unit / (4.0 * YEOUN_BEAT);
    time.beats_per_bar = daw->beats;
    time.beat_unit = daw->unit;
    time.bpm = daw->bpm * daw->unit / 4.0;
  }
  time.frame = floor(daw->place);
  if (daw->words != DAW_NOTHING) {
    host_position(daw->host, daw->at, &time);
  }
}

void
daw_roll(struct daw *daw, bool is_rolling)
{
  daw->is_rolling = is_rolling;
  turn_page(daw);
  daw_tell(daw);
}

void
daw_locate(struct daw *daw, double place)
{
  daw->place = daw->words == DAW_FRAMES ? floor(place) : place;
  turn_page(daw);
  daw_tell(daw);
}

void
daw_change(struct daw *daw, double bpm, uint32_t beats, uint32_t unit)
{
  const double tick = daw->place * daw_step(daw);
  daw->bpm = bpm;
  daw->beats = beats;
  daw->unit = unit;
  daw->place = tick / daw_step(daw);
  daw->loop_from = daw->loop_to = 0.0;
  turn_page(daw);
  daw_tell(daw);
}

void
daw_loop(struct daw *daw, double from, double to)
{
  daw->loop_from = from;
  daw->loop_to = to;
}

/** Frames until the loop's end; a loop is entered from before. */
static double
to_loop_end(const struct daw *daw)
{
  const double left = ceil(daw->loop_to - daw->place - 1e-6);
  return daw->loop_to > daw->loop_from && left >= 0.0 ? left : INFINITY;
}

static void
move(struct daw *daw, uint32_t frames)
{
  daw->at += frames;
  daw->now += frames;
  daw->place += daw->is_rolling ? frames : 0.0;
}

void
daw_advance(struct daw *daw, uint32_t frames)
{
  double left = to_loop_end(daw);
  while (daw->is_rolling && left < frames) {
    move(daw, (uint32_t)left);
    frames -= (uint32_t)left;
    daw_locate(daw, daw->loop_from);
    left = to_loop_end(daw);
  }
  move(daw, frames);
}

void
daw_next(struct daw *daw)
{
  daw->at = 0;
  if (daw->is_talkative) {
    daw_tell(daw);
  }
}
