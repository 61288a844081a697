// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "fit.h"

#include <math.h>
#include <stdio.h>

#include "render/say.h"

/* How much a listener minds, in squares of a change of tempo on a logarithmic
   scale: a tempo that is a tenth off costs .01. */
#define ODD_BARS 0.02     /* phrases of an odd number of bars */
#define HALF_PHRASE 0.006 /* of two */
#define HALF_BAR 0.001    /* a hit within a bar, on a strong beat */
#define WEAK_BEAT 0.08    /* or on a weak one */
#define SILENT_BEAT 0.12  /* or where nothing is heard */
#define SILENT_ACCENT 10  /* though it asked for that */
#define TOO_FAR 100.0     /* what must not be */

/* What begins so near to a beat is heard as on it. */
#define HEARD_S 0.07

/* Of the way from the beat to what is heard there, the hit lies in the middle;
   so much of it at most. */
#define LEAN 0.5
#define MOST_LEAN_S 0.035

/* A tempo farther off than these factors is another music. */
#define SLOWEST 0.6
#define FASTEST 1.7

/* Pulses to either side of where an even tempo would put a hit. */
#define REACH 8
#define PLACES (2 * REACH + 1)

struct fit {
  const struct yeoun_music_cue *cue;
  struct yeoun_meter meter;
  double tempo_bpm; /**< that is liked */
  double seconds;
  unsigned bars;
  const struct yeoun_composed *played; /**< or NULL: not known yet */
  double cost;
  int32_t hit[YEOUN_HITS + 1]; /**< ticks of the hits and of the end */
};

static double
seconds_of(double ticks, double tempo_bpm)
{
  return ticks * 60 / (tempo_bpm * YEOUN_BEAT);
}

/** Bars of one round: as few rounds as can be, all equal; 0 when they cannot
    be. */
static unsigned
find_round(unsigned bars)
{
  for (unsigned rounds = 1; rounds <= bars; ++rounds) {
    if (bars % rounds == 0 && bars / rounds <= YEOUN_ROUND_BARS) {
      const unsigned round = bars / rounds;
      return round >= 4 || rounds == 1 ? round : 0;
    }
  }
  return 0;
}

static double
cost_of_phrases(unsigned bars)
{
  const unsigned round = find_round(bars);
  return !round           ? TOO_FAR
         : round % 4 == 0 ? 0
         : round % 2 == 0 ? HALF_PHRASE
                          : ODD_BARS;
}

/** What a stretch of one tempo costs, by its share of the whole. */
static double
cost_of_stretch(const struct fit *fit, double ticks, double seconds)
{
  const double ratio = seconds_of(ticks, fit->tempo_bpm) / seconds;
  if (!(ratio > SLOWEST && ratio < FASTEST)) {
    return TOO_FAR;
  }
  return log(ratio) * log(ratio) * (1 + seconds / fit->seconds) / 2;
}

/** From a tick to the nearest onset, in seconds; 1 when there is none. */
static double
nearest_onset_s(const struct fit *fit, int32_t tick)
{
  double nearest = 1;
  for (unsigned i = 0; fit->played && i < fit->played->onsets; ++i) {
    const double apart =
      seconds_of(fit->played->onset[i].tick - tick, fit->tempo_bpm);
    nearest = fabs(apart) < fabs(nearest) ? apart : nearest;
  }
  return nearest;
}

/** What it costs that nothing is heard on the beat of a hit. */
static double
cost_of_silence(const struct fit *fit, unsigned hit, int32_t tick)
{
  const bool is_accent = fit->cue->hit_kind[hit] == YEOUN_HIT_ACCENT;
  return fit->played && fabs(nearest_onset_s(fit, tick)) > HEARD_S
           ? (is_accent ? SILENT_ACCENT : SILENT_BEAT)
           : 0;
}

/** What it costs a hit to strike on a tick. */
static double
cost_of_beat(struct yeoun_meter meter, unsigned kind, int32_t tick)
{
  const int32_t bar = yeoun_bar_ticks(meter);
  const int32_t pulse = yeoun_pulse_ticks(meter);
  const int32_t pulses = bar / pulse;
  if (tick % bar == 0 || kind == YEOUN_HIT_BEAT) {
    return 0;
  }
  if (kind == YEOUN_HIT_DOWNBEAT) {
    return TOO_FAR;
  }
  return pulses % 2 == 0 && pulses > 1 && tick % (bar / 2) == 0 ? HALF_BAR
                                                                : WEAK_BEAT;
}

/** The tick of one of the places that a hit may have, or -1. */
static int32_t
place_of(const struct fit *fit, unsigned hit, int place)
{
  const int32_t pulse = yeoun_pulse_ticks(fit->meter);
  const int32_t end = (int32_t)fit->bars * yeoun_bar_ticks(fit->meter);
  const double share = fit->cue->hit_s[hit] / fit->seconds;
  const int32_t tick =
    ((int32_t)lround(share * end / pulse) + place - REACH) * pulse;
  return tick > 0 && tick < end ? tick : -1;
}

/** The cheapest way to one place, from all of the hit before. */
static void
reach(const struct fit *fit,
      unsigned hit,
      int32_t tick,
      const double *before,
      double *cost,
      int *from)
{
  const double at_s =
    hit < fit->cue->hits ? fit->cue->hit_s[hit] : fit->seconds;
  const double last_s = hit ? fit->cue->hit_s[hit - 1] : 0;
  *cost = TOO_FAR * YEOUN_HITS;
  *from = 0;
  for (int i = 0; i < (hit ? PLACES : 1); ++i) {
    const int32_t last = hit ? place_of(fit, hit - 1, i) : 0;
    const double sum = (hit ? before[i] : 0) +
                       (last >= 0 && last < tick
                          ? cost_of_stretch(fit, tick - last, at_s - last_s)
                          : TOO_FAR);
    if (sum < *cost) {
      *cost = sum;
      *from = i;
    }
  }
}

/** Choose the beats of all hits: the cheapest path through all places. */
static void
place_hits(struct fit *fit)
{
  double cost[YEOUN_HITS + 1][PLACES];
  int from[YEOUN_HITS + 1][PLACES];
  const unsigned hits = fit->cue->hits;
  for (unsigned h = 0; h < hits; ++h) {
    for (int i = 0; i < PLACES; ++i) {
      const int32_t tick = place_of(fit, h, i);
      reach(fit, h, tick, h ? cost[h - 1] : NULL, &cost[h][i], &from[h][i]);
      cost[h][i] += tick < 0
                      ? TOO_FAR
                      : cost_of_beat(fit->meter, fit->cue->hit_kind[h], tick) +
                          cost_of_silence(fit, h, tick);
    }
  }
  const int32_t end = (int32_t)fit->bars * yeoun_bar_ticks(fit->meter);
  int place = 0;
  reach(fit, hits, end, hits ? cost[hits - 1] : NULL, &fit->cost, &place);
  fit->hit[hits] = end;
  for (unsigned h = hits; h-- > 0;) {
    fit->hit[h] = place_of(fit, h, place);
    place = from[h][place];
  }
  fit->cost += cost_of_phrases(fit->bars);
}

/** The cheapest number of bars. */
static struct fit
find_fit(const struct yeoun_music_cue *cue,
         struct yeoun_meter meter,
         double tempo_bpm)
{
  struct fit best = {.cost = TOO_FAR};
  const double bar_s = seconds_of(yeoun_bar_ticks(meter), tempo_bpm);
  for (unsigned bars = 1; bars <= YEOUN_BARS; ++bars) {
    struct fit fit = {.cue = cue,
                      .meter = meter,
                      .tempo_bpm = tempo_bpm,
                      .seconds = cue->seconds > 0 ? cue->seconds : bars * bar_s,
                      .bars = bars};
    const double ratio = bars * bar_s / fit.seconds;
    const bool is_wanted = cue->bars ? bars == cue->bars : cue->seconds > 0;
    if (is_wanted && ratio > SLOWEST && ratio < FASTEST) {
      place_hits(&fit);
      if (fit.cost < best.cost) {
        best = fit;
      }
    }
  }
  return best;
}

static bool
are_hits_within(const struct yeoun_music_cue *cue, double seconds)
{
  for (unsigned i = 0; i < cue->hits; ++i) {
    if (!(cue->hit_s[i] > 0 && cue->hit_s[i] < seconds)) {
      yeoun_say("a hit at %g s is outside of the %g s of the cue",
                cue->hit_s[i],
                seconds);
      return false;
    }
  }
  return true;
}

/** How much earlier a beat is for players who are late there. */
static double
lean_s(const struct fit *fit, int32_t tick)
{
  const double late_s = nearest_onset_s(fit, tick);
  const double lean = fabs(late_s) <= HEARD_S ? LEAN * late_s : 0;
  return fmax(-MOST_LEAN_S, fmin(MOST_LEAN_S, lean));
}

/** Write the tempo map of a fit: each stretch so that what ends it is in time,
    whatever the stretches before were rounded to. */
static void
write_tempo(const struct fit *fit, struct yeoun_render_plan *plan)
{
  const struct yeoun_music_cue *const cue = fit->cue;
  int32_t tick = 0;
  double at_s = 0;
  plan->tempo.count = 0;
  for (unsigned i = 0; i <= cue->hits; ++i) {
    const double end_s =
      i < cue->hits ? cue->hit_s[i] - lean_s(fit, fit->hit[i]) : fit->seconds;
    const double beats = (double)(fit->hit[i] - tick) / YEOUN_BEAT;
    yeoun_tempo_bend(&plan->tempo, tick, beats * 60 / (end_s - at_s));
    tick = fit->hit[i];
    at_s = yeoun_tempo_seconds(&plan->tempo, tick);
  }
}

/** Whether two things are too near for a beat each. Says which, and what would
    do. */
static bool
are_too_near(const struct yeoun_music_cue *cue,
             struct yeoun_meter meter,
             double tempo_bpm)
{
  const double least_s =
    seconds_of(yeoun_pulse_ticks(meter), tempo_bpm * FASTEST);
  for (unsigned i = 0; i <= cue->hits; ++i) {
    const double from_s = i ? cue->hit_s[i - 1] : 0;
    const double to_s = i < cue->hits ? cue->hit_s[i] : cue->seconds;
    char from[32] = "the beginning";
    char to[32] = "the end";
    if (i) {
      snprintf(from, sizeof(from), "the hit at %g s", from_s);
    }
    if (i < cue->hits) {
      snprintf(to, sizeof(to), "the hit at %g s", to_s);
    }
    if (to_s > 0 && to_s - from_s < least_s) {
      yeoun_say(
        "%s and %s are %g s apart; near %.0f bpm a beat each needs %.2f s "
        "at least: leave one of them out, or tell y:bpm %.0f or more",
        from,
        to,
        to_s - from_s,
        tempo_bpm,
        least_s,
        ceil(tempo_bpm * least_s / fmax(to_s - from_s, 0.01)));
      return true;
    }
  }
  return false;
}

/** Say why nothing fits, and what would. */
static void
say_misfit(const struct yeoun_music_cue *cue,
           struct yeoun_meter meter,
           double tempo_bpm)
{
  const double bar_s = seconds_of(yeoun_bar_ticks(meter), tempo_bpm);
  if (are_too_near(cue, meter, tempo_bpm)) {
    return;
  }
  if (cue->bars && cue->seconds > 0) {
    yeoun_say("%g s in %u bars of %u/%u would be %.0f bpm, and the music likes "
              "%.0f: leave y:bars out, or tell y:bars %.0f or y:bpm %.0f",
              cue->seconds,
              cue->bars,
              meter.beats,
              meter.unit,
              tempo_bpm * cue->bars * bar_s / cue->seconds,
              tempo_bpm,
              fmax(1, round(cue->seconds / bar_s)),
              tempo_bpm * cue->bars * bar_s / cue->seconds);
    return;
  }
  yeoun_say(
    "%g s and %u hits cannot be had near %.0f bpm in bars of %u/%u: leave "
    "a hit out, or tell another y:bpm",
    cue->seconds,
    cue->hits,
    tempo_bpm,
    meter.beats,
    meter.unit);
}

bool
yeoun_fit(const struct yeoun_music_cue *cue,
          struct yeoun_meter meter,
          double tempo_bpm,
          struct yeoun_render_plan *plan)
{
  if (!are_hits_within(cue, cue->seconds > 0 ? cue->seconds : HUGE_VAL)) {
    return false;
  }
  const struct fit fit = find_fit(cue, meter, tempo_bpm);
  if (fit.cost >= TOO_FAR) {
    say_misfit(cue, meter, tempo_bpm);
    return false;
  }
  plan->bars = fit.bars;
  plan->round_bars = find_round(fit.bars);
  plan->weak_hits = 0;
  for (unsigned i = 0; i < cue->hits; ++i) {
    const bool is_weak =
      cost_of_beat(meter, cue->hit_kind[i], fit.hit[i]) >= WEAK_BEAT;
    plan->weak_hits |= is_weak ? 1U << i : 0;
  }
  write_tempo(&fit, plan);
  return are_hits_within(cue, fit.seconds);
}

void
yeoun_fit_again(const struct yeoun_composed *played,
                double tempo_bpm,
                struct yeoun_render_plan *plan)
{
  struct fit fit = {.cue = plan->cue,
                    .meter = plan->meter,
                    .tempo_bpm = tempo_bpm,
                    .seconds = yeoun_render_plan_seconds(plan),
                    .bars = plan->bars,
                    .played = played};
  fit.seconds = plan->cue->seconds > 0 ? plan->cue->seconds : fit.seconds;
  place_hits(&fit);
  if (fit.cost < TOO_FAR) {
    write_tempo(&fit, plan);
  }
}
