// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "transport.h"

#include <math.h>

#include "music/number.h"
#include "render/host/host_controls.h"
#include "render/host/run.h"
#include "render/say.h"

/* The tail ends where a quarter of a second is silent, or after so many
   seconds. */
#define WINDOW_S 0.25
#define TAIL_S 20.0

/** A run under way. */
struct run {
  struct yeoun_host *host;
  struct yeoun_take *take;
  uint32_t block;
  uint32_t draw;    /**< of the block sizes that vary */
  int64_t frame;    /**< since the run began */
  int64_t origin;   /**< where the music began: frames of the host are from
                         there */
  uint32_t latency; /**< frames still to be left out of the sound */
  bool has_run;
};

/** 0..1024, the same ones every time. Source of the constants: Numerical
    Recipes, Press et al. 1992, ch. 7. */
static uint32_t
draw_block(struct run *run)
{
  if (run->block) {
    return run->block;
  }
  run->draw = run->draw * 1664525U + 1013904223U;
  return (run->draw >> 16) % 1025;
}

/** Run up to a frame; the position is told at the first one. */
static bool
run_until(struct run *run, int64_t end, const struct yeoun_host_time *time)
{
  while (run->frame < end || time) {
    uint32_t frames = draw_block(run);
    if (run->frame + frames > end) {
      frames = (uint32_t)(end - run->frame);
    }
    yeoun_host_run(run->host, frames, time);
    if (!run->has_run) {
      run->latency = (uint32_t)yeoun_host_get(run->host, "latency");
      run->has_run = true;
    }
    const uint32_t skip = yeoun_min_u(run->latency, frames);
    run->latency -= skip;
    if (!yeoun_take_append(run->take, run->host, run->frame, frames, skip)) {
      yeoun_say("out of memory");
      return false;
    }
    run->frame += frames;
    time = NULL;
  }
  return true;
}

void
yeoun_transport_begin(const struct yeoun_render_plan *plan,
                      struct yeoun_take *take)
{
  yeoun_take_clear(take);
  take->rate = plan->cue->rate;
  take->tempo = plan->tempo;
  take->meter = plan->meter;
  take->length_ticks = yeoun_render_plan_ticks(plan);
}

/** Where a host is at a frame. */
static struct yeoun_host_time
find_time(const struct yeoun_render_plan *plan, int64_t frame)
{
  const struct yeoun_tempo *const tempo = &plan->tempo;
  const double tick = yeoun_tempo_tick(tempo, (double)frame / plan->cue->rate);
  const int32_t bar = yeoun_bar_ticks(plan->meter);
  /* The frame of a bend may lie just before it. */
  const unsigned stretch = yeoun_tempo_stretch(tempo, tick + 1);
  const int64_t bars = (int64_t)((tick + 0.01) / bar);
  const double rest = tick - (double)bars * bar;
  return (struct yeoun_host_time){
    .bar = bars,
    .bar_beat = (rest > 0 ? rest : 0) * plan->meter.unit / (4.0 * YEOUN_BEAT),
    .frame = frame,
    .meter = plan->meter,
    .tempo_bpm = yeoun_tempo_bpm(tempo, stretch),
    .is_rolling = true};
}

/** The last frame that is not after a bend: what begins on the very tick then
    begins in the new tempo, and the plugin, told before the tick, follows it.
 */
static int64_t
bend_frame(const struct yeoun_render_plan *plan, unsigned bend)
{
  const double at_s = plan->tempo.at[bend].start_s;
  return (int64_t)floor(at_s * plan->cue->rate + 1e-6);
}

/** Where a run is in the lists of its plan. */
struct place {
  unsigned bend, change;
};

/** The frame of the music at the next change of tempo or of a control, at most
    `end`. */
static int64_t
find_next(const struct yeoun_take *take,
          const struct yeoun_render_plan *plan,
          struct place place,
          int64_t end)
{
  int64_t next = end;
  if (place.bend < plan->tempo.count) {
    const int64_t frame = bend_frame(plan, place.bend);
    next = yeoun_min_l(next, frame);
  }
  if (place.change < plan->changes) {
    const int32_t tick = plan->change[place.change].tick;
    const int64_t frame = yeoun_take_frame(take, tick);
    next = yeoun_min_l(next, frame);
  }
  return next;
}

/** Set all controls whose time has come. */
static void
set_controls(const struct run *run,
             const struct yeoun_render_plan *plan,
             struct place *place,
             int64_t now)
{
  while (place->change < plan->changes &&
         yeoun_take_frame(run->take, plan->change[place->change].tick) <= now) {
    const struct yeoun_change *const change = &plan->change[place->change];
    yeoun_host_set(run->host, change->symbol, change->value);
    ++place->change;
  }
}

/** Run over all bars; tempo and controls change on their way. */
static bool
run_music(struct run *run, const struct yeoun_render_plan *plan, int64_t end)
{
  struct place place = {0};
  for (int64_t now = 0; now < end; now = run->frame - run->origin) {
    bool is_told = false;
    set_controls(run, plan, &place, now);
    while (place.bend < plan->tempo.count &&
           bend_frame(plan, place.bend) <= now) {
      is_told = true;
      ++place.bend;
    }
    const struct yeoun_host_time time = find_time(plan, now);
    const int64_t next = find_next(run->take, plan, place, end);
    if (!run_until(run, run->origin + next, is_told ? &time : NULL)) {
      return false;
    }
  }
  return true;
}

bool
yeoun_transport_twice(struct yeoun_host *host,
                      const struct yeoun_render_plan *plan,
                      uint32_t block,
                      struct yeoun_take *take)
{
  struct run run = {.host = host, .take = take, .block = block};
  if (!yeoun_host_start(host, plan->cue->rate)) {
    return false;
  }
  yeoun_transport_begin(plan, take);
  const int64_t end = yeoun_take_frame(take, take->length_ticks);
  bool is_done = run_music(&run, plan, end);
  const int64_t latency = (int64_t)yeoun_host_get(host, "latency");
  run.origin = end;
  is_done = is_done && run_music(&run, plan, end) &&
            run_until(&run, 2 * end + latency, NULL);
  yeoun_host_stop(host);
  return is_done;
}

bool
yeoun_transport_roll(struct yeoun_host *host,
                     const struct yeoun_render_plan *plan,
                     uint32_t block,
                     struct yeoun_take *take)
{
  struct run run = {.host = host, .take = take, .block = block};
  if (!yeoun_host_start(host, plan->cue->rate)) {
    return false;
  }
  yeoun_transport_begin(plan, take);
  const int64_t end = yeoun_take_frame(take, take->length_ticks);
  if (!run_music(&run, plan, end)) {
    return false;
  }

  /* The host stops; what sounds dies away. */
  const int64_t window = (int64_t)(WINDOW_S * plan->cue->rate);
  const int64_t limit = end + (int64_t)(TAIL_S * plan->cue->rate);
  struct yeoun_host_time time = find_time(plan, end);
  time.is_rolling = false;
  const struct yeoun_host_time *stop = &time;
  do {
    if (!run_until(&run, run.frame + window, stop)) {
      return false;
    }
    stop = NULL;
  } while (run.frame < limit && take->channels &&
           yeoun_take_peak(take, take->frames - window) > YEOUN_SILENCE);
  yeoun_host_stop(host);
  if (plan->cue->ring_s > 0) {
    const double whole_s = plan->cue->seconds + plan->cue->ring_s;
    return yeoun_take_cut(take, llround(whole_s * take->rate));
  }
  return true;
}
