// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "transport.h"

#include <math.h>

/* A host that tells its place again and again rounds it: half of a hundredth of
   a second is not a jump. */
static const double tolerance_s = 0.005;

static double
now(const struct yeoun_transport *transport)
{
  return transport->anchor_tick +
         (double)transport->frame * transport->ticks_per_frame;
}

void
yeoun_transport_reset(struct yeoun_transport *transport, double rate)
{
  *transport = (struct yeoun_transport){.rate = rate};
  yeoun_transport_set_tempo(transport, 72.0);
}

void
yeoun_transport_go(struct yeoun_transport *transport, double tick)
{
  transport->anchor_tick = tick;
  transport->frame = 0;
  transport->has_jumped = true;
}

void
yeoun_transport_set_tempo(struct yeoun_transport *transport, double bpm)
{
  const double sane = bpm < 5.0 ? 5.0 : bpm > 1000.0 ? 1000.0 : bpm;
  const double ticks = sane / 60.0 * YEOUN_BEAT / transport->rate;
  if (ticks != transport->ticks_per_frame) {
    transport->anchor_tick = now(transport);
    transport->frame = 0;
    transport->ticks_per_frame = ticks;
  }
}

static bool
is_count(double value, double low, double high)
{
  return value >= low && value <= high;
}

static void
tell_meter(struct yeoun_transport *transport,
           const struct yeoun_place_in_time *place)
{
  const double unit = place->beat_unit;
  const bool is_unit =
    unit == 2.0 || unit == 4.0 || unit == 8.0 || unit == 16.0;
  if (is_count(place->beats_per_bar, 1.0, 32.0)) {
    transport->meter.beats = (uint8_t)place->beats_per_bar;
    transport->meter.unit = is_unit                 ? (uint8_t)unit
                            : transport->meter.unit ? transport->meter.unit
                                                    : 4;
  }
  if (is_count(place->bpm, 1.0, 2000.0)) {
    const double quarters =
      transport->meter.unit ? 4.0 / transport->meter.unit : 1.0;
    transport->host_bpm = place->bpm * quarters;
  }
}

void
yeoun_transport_tell(struct yeoun_transport *transport,
                     const struct yeoun_place_in_time *place)
{
  transport->is_told = true;
  tell_meter(transport, place);
  if (place->speed >= 0.0) {
    transport->speed = place->speed > 0.0 ? 1.0 : 0.0;
  }
  if (transport->host_bpm > 0.0) {
    yeoun_transport_set_tempo(transport, transport->host_bpm);
  }
  if (!is_count(place->bar, 0.0, 1e6) ||
      !is_count(place->bar_beat, 0.0, 64.0)) {
    return;
  }
  const struct yeoun_meter common = {4, 4};
  const struct yeoun_meter meter =
    transport->meter.beats ? transport->meter : common;
  const double tick = floor(place->bar) * yeoun_bar_ticks(meter) +
                      place->bar_beat * 4.0 * YEOUN_BEAT / meter.unit;
  const double off_s = fabs(tick - now(transport)) /
                       (transport->ticks_per_frame * transport->rate);
  if (!transport->is_placed || off_s > tolerance_s) {
    yeoun_transport_go(transport, tick);
  }
  transport->is_placed = true;
}

int64_t
yeoun_transport_tick(const struct yeoun_transport *transport, uint32_t frames)
{
  const double at =
    transport->anchor_tick +
    (double)(transport->frame + frames) * transport->ticks_per_frame;
  /* A frame belongs to the tick that rounds to it. */
  return (int64_t)ceil(at - 0.5 * transport->ticks_per_frame);
}

uint32_t
yeoun_transport_frame(const struct yeoun_transport *transport, int64_t tick)
{
  const double frame = floor(
    ((double)tick - transport->anchor_tick) / transport->ticks_per_frame + 0.5);
  const double left = frame - (double)transport->frame;
  return left > 0.0 ? (uint32_t)left : 0;
}

void
yeoun_transport_advance(struct yeoun_transport *transport, uint32_t frames)
{
  transport->frame += frames;
}
