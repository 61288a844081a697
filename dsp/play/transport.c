// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "transport.h"

#include "music/number.h"

#include <math.h>
#include <stdlib.h>

/* A host that tells a place this near to where we are goes straight on: it
   rounds, or its tempo bends. Farther, it jumped. A 128th note. */
#define NUDGE_TICKS (YEOUN_BEAT / 32)

/* Hosts that count coarse beats lag behind by up to one; those that look often
   have the next word within this time. */
#define LAG_TICKS YEOUN_BEAT
#define OFTEN_S 0.25

/* The way ahead that is no jump where words come often: a coarse beat that was
   waited for. */
#define CATCH_UP_TICKS (YEOUN_BEAT / 8)

/* Below this, the place told and ours are the same: hosts tell beats as float,
   whose step is near .004 ticks. */
#define SAME_TICKS 0.02

/* Two frames' worth of rounding errors is far less than this. */
#define SAME_FRAMES 1e-6

static double
ticks_per_frame(const struct yeoun_transport *transport, double tempo_bpm)
{
  return yeoun_clamp_d(tempo_bpm, 1.0, 2000.0) * YEOUN_BEAT / 60.0 /
         transport->rate;
}

static double
own_tempo(const struct yeoun_transport *transport)
{
  return transport->sync.own_tempo_bpm > 0.0 ? transport->sync.own_tempo_bpm
                                             : transport->music_tempo_bpm;
}

static double
host_step(const struct yeoun_transport *transport)
{
  const double tempo_bpm =
    transport->tempo_bpm > 0.0 ? transport->tempo_bpm : own_tempo(transport);
  return ticks_per_frame(transport, tempo_bpm) * transport->speed;
}

/** An audition follows the host's tempo when there is one; own time never. */
static double
own_step(const struct yeoun_transport *transport)
{
  const bool is_host_tempo =
    !transport->sync.is_own_time && transport->tempo_bpm > 0.0;
  return ticks_per_frame(
    transport, is_host_tempo ? transport->tempo_bpm : own_tempo(transport));
}

static double
tick_at(const struct yeoun_clock *clock, int64_t frame)
{
  return clock->tick + (double)(frame - clock->frame) * clock->ticks_per_frame;
}

static double
host_tick(const struct yeoun_transport *transport)
{
  return transport->is_rolling ? tick_at(&transport->host, transport->frame)
                               : transport->host.tick;
}

/** Begin a new line at the present frame. */
static void
fix(const struct yeoun_transport *transport,
    struct yeoun_clock *clock,
    double tick,
    double step)
{
  *clock = (struct yeoun_clock){transport->frame, tick, step};
}

/** Bend a line at a frame. */
static void
bend(struct yeoun_clock *clock, int64_t frame, double step)
{
  if (step != clock->ticks_per_frame) {
    *clock = (struct yeoun_clock){frame, tick_at(clock, frame), step};
  }
}

static enum yeoun_time
choose_time(const struct yeoun_transport *transport)
{
  const struct yeoun_sync *const sync = &transport->sync;
  if (!sync->is_enabled) {
    return YEOUN_TIME_STANDS;
  }
  if (!transport->is_told || sync->is_own_time) {
    return YEOUN_TIME_OWN;
  }
  if (transport->is_rolling) {
    return YEOUN_TIME_HOST;
  }
  return sync->is_auditioning ? YEOUN_TIME_OWN : YEOUN_TIME_STANDS;
}

/** Follow the right clock, at the right tempo. */
static void
follow(struct yeoun_transport *transport)
{
  const enum yeoun_time time = choose_time(transport);
  const double step = own_step(transport);
  if (time != transport->time) {
    /* Music that goes on in its own time goes on from where it is. */
    const double tick =
      time == YEOUN_TIME_OWN && transport->time == YEOUN_TIME_HOST
        ? host_tick(transport)
        : 0.0;
    fix(transport, &transport->own, tick, step);
    transport->time = time;
    ++transport->jumps;
  } else {
    bend(&transport->own, transport->frame, step);
  }
}

static void
bend_host(struct yeoun_transport *transport, int64_t frame)
{
  if (transport->is_rolling) {
    bend(&transport->host, frame, host_step(transport));
    transport->told_frame = -1;
  }
}

void
yeoun_transport_init(struct yeoun_transport *transport, double rate)
{
  *transport = (struct yeoun_transport){.rate = rate, .music_tempo_bpm = 72.0};
  yeoun_transport_reset(transport);
}

void
yeoun_transport_reset(struct yeoun_transport *transport)
{
  const uint32_t jumps = transport->jumps;
  *transport =
    (struct yeoun_transport){.rate = transport->rate,
                             .sync = transport->sync,
                             .music_tempo_bpm = transport->music_tempo_bpm,
                             .speed = 1.0,
                             .host_frame = -1,
                             .told_frame = -1,
                             .jumps = jumps + 1};
  fix(transport, &transport->host, 0.0, host_step(transport));
  fix(transport, &transport->own, 0.0, own_step(transport));
  follow(transport);
}

void
yeoun_transport_set_sync(struct yeoun_transport *transport,
                         const struct yeoun_sync *sync)
{
  transport->sync = *sync;
  bend_host(transport, transport->frame);
  follow(transport);
}

/** Where a frame of the host is, if there is nothing else to go by. */
static double
tick_of(const struct yeoun_transport *transport, int64_t frame)
{
  return (double)frame * host_step(transport) / transport->speed;
}

void
yeoun_transport_set_music_tempo(struct yeoun_transport *transport,
                                double tempo_bpm,
                                int64_t frame)
{
  transport->music_tempo_bpm = tempo_bpm;
  if (transport->told_frame >= 0 && transport->host.frame == frame) {
    /* The host has only just said so: that is its place at this tempo. */
    const double step = host_step(transport);
    const double tick = tick_of(transport, transport->told_frame);
    transport->host = (struct yeoun_clock){frame, tick, step};
  } else {
    bend_host(transport, frame);
  }
  bend(&transport->own, frame, own_step(transport));
}

static bool
is_within(double x, double low, double high)
{
  return x >= low && x <= high; /* false for NaN */
}

static struct yeoun_meter
read_meter(const struct yeoun_position *position)
{
  const struct yeoun_meter meter = {
    is_within(position->beats_per_bar, 1.0, 32.0)
      ? (uint8_t)position->beats_per_bar
      : 0,
    is_within(position->beat_unit, 1.0, 16.0) ? (uint8_t)position->beat_unit
                                              : 4};
  const bool is_unit =
    meter.unit == 2 || meter.unit == 4 || meter.unit == 8 || meter.unit == 16;
  const bool is_whole =
    (double)meter.beats == position->beats_per_bar &&
    (position->beat_unit < 0.0 || (double)meter.unit == position->beat_unit);
  return is_unit && is_whole ? meter : (struct yeoun_meter){0, 0};
}

static void
hear_tempo(struct yeoun_transport *transport,
           const struct yeoun_position *position)
{
  if (position->beats_per_bar > 0.0) {
    transport->meter = read_meter(position);
  }
  if (is_within(position->bpm, 1.0, 1e4)) {
    const double unit = transport->meter.unit ? transport->meter.unit : 4.0;
    transport->tempo_bpm = position->bpm * 4.0 / unit;
  }
  if (position->speed >= 0.0) {
    transport->is_rolling = position->speed > 0.0;
    transport->speed =
      transport->is_rolling ? yeoun_clamp_d(position->speed, 0.01, 16.0) : 1.0;
  } else if (!transport->is_told) {
    transport->is_rolling = true;
  }
  transport->is_told = true;
}

/** A place near ours of which only the beat within its bar is told. */
static double
tick_in_bar(double beat_ticks, double bar_ticks, double ours)
{
  const double bar = floor((ours - beat_ticks) / bar_ticks + 0.5);
  return bar * bar_ticks + beat_ticks;
}

/** The tick that a host tells, or ours. */
static double
told_tick(struct yeoun_transport *transport,
          const struct yeoun_position *position,
          bool was_rolling,
          double ours)
{
  const struct yeoun_meter meter =
    transport->meter.beats ? transport->meter : (struct yeoun_meter){4, 4};
  const double unit = 4.0 * YEOUN_BEAT / meter.unit;
  const bool has_beat = is_within(position->bar_beat, -1e3, 1e6);
  const double beat = has_beat ? position->bar_beat * unit : 0.0;
  double tick;
  if (is_within(position->bar, -1e6, 1e9)) {
    tick = position->bar * yeoun_bar_ticks(meter) + beat;
  } else if (is_within(position->beat, -1e6, 1e12)) {
    tick = position->beat * unit;
  } else if (has_beat) {
    tick = tick_in_bar(beat, yeoun_bar_ticks(meter), ours);
  } else if (!transport->has_bars && position->frame >= 0 &&
             (!was_rolling || position->frame != transport->host_frame)) {
    /* Without bars, the frame says where: but while it runs as expected our own
       count is better, since the tempo is ours and may have changed. */
    transport->told_frame = position->frame;
    return tick_of(transport, position->frame);
  } else {
    return ours;
  }
  transport->has_bars = true;
  transport->told_frame = -1;
  const double near = floor(tick + 0.5);
  return fabs(tick - near) < SAME_TICKS ? near : tick;
}

/** Whether a host's frames, if it tells them, are those that were expected. */
static bool
frames_go_on(const struct yeoun_transport *transport,
             const struct yeoun_position *position)
{
  return position->frame < 0 || transport->host_frame < 0 ||
         llabs(position->frame - transport->host_frame) <= 1;
}

/** Whether a place that lies behind ours is only told late: a place that was
    passed since the host last spoke, not long ago, and its frames went on. */
static bool
is_lag(const struct yeoun_transport *transport,
       const struct yeoun_position *position,
       double told,
       double ours)
{
  return frames_go_on(transport, position) && transport->has_told &&
         (double)(transport->frame - transport->last_frame) <=
           OFTEN_S * transport->rate &&
         told >= transport->last_tick - SAME_TICKS && told < ours - 0.5 &&
         ours - told <= LAG_TICKS;
}

/** What a host that lags has to say in the end: how far it lay behind at least,
    over two beats; else 0. One that counts coarse beats, and tells them in step
    with its blocks, lies behind by a different part of its step each time and
    never by nothing: that is no news. */
static double
find_drift(struct yeoun_transport *transport, double lag, double ours)
{
  if (!transport->lags++) {
    transport->least_lag = transport->most_lag = lag;
    transport->lag_tick = ours;
  }
  transport->least_lag =
    lag < transport->least_lag ? lag : transport->least_lag;
  transport->most_lag = lag > transport->most_lag ? lag : transport->most_lag;
  if (ours - transport->lag_tick < 2.0 * YEOUN_BEAT) {
    return 0.0;
  }
  const double differs = transport->most_lag - transport->least_lag;
  transport->lags = 0;
  return transport->least_lag > NUDGE_TICKS && transport->least_lag > differs
           ? transport->least_lag
           : 0.0;
}

void
yeoun_transport_locate(struct yeoun_transport *transport,
                       const struct yeoun_position *position)
{
  const bool was_rolling = transport->is_rolling;
  const struct yeoun_meter before = transport->meter;
  const double ours = host_tick(transport);
  hear_tempo(transport, position);
  double told = told_tick(transport, position, was_rolling, ours);
  const double step = host_step(transport);
  const bool is_running = was_rolling && transport->is_rolling;
  const bool is_often =
    transport->has_told && (double)(transport->frame - transport->last_frame) <=
                             OFTEN_S * transport->rate;
  const bool goes_on = frames_go_on(transport, position);
  const bool lags = is_running && is_lag(transport, position, told, ours);
  transport->last_tick = told;
  transport->last_frame = transport->frame;
  transport->has_told = true;
  if (lags) {
    told = ours - find_drift(transport, ours - told, ours);
  } else {
    transport->lags = 0;
  }
  const double way = fabs(told - ours);
  const double tick = way < SAME_TICKS ? ours : told;
  if (position->frame >= 0) {
    transport->host_frame = position->frame;
  }

  if (!is_running || way > 0.5 || step != transport->host.ticks_per_frame) {
    fix(transport, &transport->host, tick, step);
  }
  const bool catches_up =
    goes_on && is_often && told > ours && way <= CATCH_UP_TICKS;
  const bool is_other_meter = before.beats != transport->meter.beats ||
                              before.unit != transport->meter.unit;
  if (is_running && transport->time == YEOUN_TIME_HOST &&
      ((way > NUDGE_TICKS && !lags && !catches_up) || is_other_meter)) {
    ++transport->jumps;
  }
  follow(transport);
}

void
yeoun_transport_advance(struct yeoun_transport *transport, uint32_t frames)
{
  transport->frame += frames;
  if (transport->is_rolling && transport->host_frame >= 0) {
    transport->host_frame += (int64_t)((double)frames * transport->speed);
  }
}

void
yeoun_transport_shift(struct yeoun_transport *transport, double ticks)
{
  transport->own.tick += ticks;
}

static const struct yeoun_clock *
music_clock(const struct yeoun_transport *transport)
{
  return transport->time == YEOUN_TIME_HOST ? &transport->host
                                            : &transport->own;
}

double
yeoun_transport_tick(const struct yeoun_transport *transport)
{
  return transport->time == YEOUN_TIME_STANDS
           ? transport->host.tick
           : tick_at(music_clock(transport), transport->frame);
}

int64_t
yeoun_transport_frame_of(const struct yeoun_transport *transport, double tick)
{
  const struct yeoun_clock *const clock = music_clock(transport);
  const double frames = (tick - clock->tick) / clock->ticks_per_frame;
  return clock->frame + (int64_t)ceil(frames - SAME_FRAMES);
}

double
yeoun_transport_step(const struct yeoun_transport *transport)
{
  return music_clock(transport)->ticks_per_frame;
}
