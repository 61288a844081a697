// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Random sessions, played twice: by a host that freewheels and by one whose
   worker comes between the blocks. Counts note-ons that are not written where
   they sound, fragments, doubled and stuck notes, and what differs between the
   two. report-playing [SESSIONS [FIRST]]; exit status 1 when anything is
   counted. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "music/beats.h"
#include "music/random.h"
#include "yeoun.h"

#define RATE 48000.0
#define JUMP_S 0.1 /* the music may wait so long after a jump */

enum { NOTES = 65536, SOUNDING = 128 * YEOUN_LANES };

/** A note-on as it was sent. */
struct sent {
  int64_t frame;
  uint8_t lane, pitch;
  bool is_after_jump; /**< while the other may still wait */
};

struct session {
  struct yeoun_engine *engine;
  bool is_live;
  struct sent sent[NOTES];
  unsigned count;
  unsigned down[YEOUN_LANES][128];
  unsigned unwritten, fragments, doubled, stuck;
  double slack; /**< ticks: a host that tells coarse beats while its tempo bends
                     is followed as near as a 128th note */
  double tick;  /**< of the host, at the block's first frame */
  double step;
  int64_t origin, jump;
};

static struct session one, two;

/** Where the host is. */
struct host {
  double beats; /**< since its first bar */
  double bpm;
  uint32_t meter;
  double grain; /**< of its word, beats; 0: exact */
  double loop_from, loop_to;
  bool is_talkative;
  int64_t frame;
};

static double
enough(double length_ticks, double step)
{
  const double most = 0.06 * RATE * step;
  return 0.25 * length_ticks < most ? 0.25 * length_ticks : most;
}

/** Whether what sounds has such a note there, by begin or, after a jump, by
    what is held. */
static bool
is_due(const struct session *session,
       const struct yeoun_message *message,
       double tick,
       bool has_jumped,
       bool *is_fragment)
{
  const struct yeoun_performance *const performance =
    yeoun_engine_performance(session->engine);
  const double length = performance->length;
  const double place = tick + 0.5 - length * floor((tick + 0.5) / length);
  for (unsigned i = 0; i < performance->notes; ++i) {
    const struct yeoun_performed *const note = &performance->note[i];
    if (note->lane != message->lane || note->pitch != message->pitch) {
      continue;
    }
    const double late = place - note->start;
    const double whole = note->end - note->start;
    /* A lead into the place of a change begins there: where it is written. */
    if (fabs(late) < session->slack ||
        (late > 0.0 && place < note->written + 4.0)) {
      return true;
    }
    for (int round = 0; round < 2 && has_jumped; ++round) {
      const double gone = late + round * length;
      if (gone > 0.0 && gone < whole) {
        *is_fragment = whole - gone < enough(whole, session->step) - 20.0;
        return true;
      }
    }
  }
  return false;
}

static void
hear(void *handle, const struct yeoun_message *message)
{
  struct session *const session = (struct session *)handle;
  const int64_t frame = session->origin + message->frame;
  unsigned *const down = &session->down[message->lane][message->pitch & 127];
  if (message->kind == YEOUN_MESSAGE_NOTE_OFF) {
    *down -= *down > 0;
  }
  if (message->kind != YEOUN_MESSAGE_NOTE_ON) {
    return;
  }
  const bool has_jumped =
    (double)(frame - session->jump) <= (JUMP_S + 0.05) * RATE;
  session->doubled += *down > 0;
  ++*down;
  if (session->count < NOTES) {
    session->sent[session->count++] =
      (struct sent){frame, message->lane, message->pitch, has_jumped};
  }
  const double tick = session->tick + message->frame * session->step;
  bool is_fragment = false;
  if (!is_due(session, message, tick, has_jumped, &is_fragment)) {
    ++session->unwritten;
    if (getenv("YEOUN_SAY")) {
      printf(
        "  %s frame %lld tick %.1f lane %u pitch %u length %.3f s, jump %lld\n",
        session->is_live ? "live" : "freewheel",
        (long long)frame,
        tick,
        message->lane,
        message->pitch,
        (double)message->length_s,
        (long long)session->jump);
    }
  }
  session->fragments += is_fragment;
}

static void
tell(struct session *session, const struct host *host)
{
  const double beats = host->grain > 0.0
                         ? floor(host->beats / host->grain + 1e-9) * host->grain
                         : host->beats;
  const double bar = floor(beats / host->meter);
  const struct yeoun_position position = {.bar = bar,
                                          .bar_beat = beats - bar * host->meter,
                                          .beat = YEOUN_UNTOLD,
                                          .beats_per_bar = host->meter,
                                          .beat_unit = 4.0,
                                          .bpm = host->bpm,
                                          .speed = 1.0,
                                          .frame = host->frame};
  yeoun_engine_locate(session->engine, &position);
}

static void
run(struct session *session,
    const struct host *host,
    const struct yeoun_controls *controls,
    uint32_t frames)
{
  const struct yeoun_sink sink = {hear, session};
  session->step = host->bpm / 60.0 * YEOUN_BEAT / RATE;
  session->tick = host->beats * YEOUN_BEAT;
  yeoun_engine_set_controls(session->engine, controls);
  if (session->is_live) {
    yeoun_engine_ask(session->engine);
  } else {
    yeoun_engine_compose_here(session->engine);
  }
  yeoun_engine_run(session->engine, 0, NULL, NULL, NULL, frames, &sink);
  if (session->is_live) {
    yeoun_engine_compose(session->engine);
  }
  session->origin += frames;
}

static void
turn(struct yeoun_controls *controls, struct yeoun_random *random)
{
  float *const knobs[] = {&controls->intensity,
                          &controls->space,
                          &controls->distance,
                          &controls->warmth,
                          &controls->humanize,
                          &controls->weight[0],
                          &controls->weight[1],
                          &controls->weight[2],
                          &controls->trim[0],
                          &controls->trim[3]};
  const uint32_t which = yeoun_random_below(random, 14);
  if (which < 10) {
    *knobs[which] = yeoun_random_unit(random);
  } else if (which == 10) {
    controls->palette = (uint8_t)yeoun_random_below(random, 8);
  } else if (which == 11) {
    controls->variation = (uint16_t)yeoun_random_below(random, 1000);
  } else if (which == 12) {
    controls->harmony_take = (uint8_t)yeoun_random_below(random, 100);
  } else {
    controls->take[yeoun_random_below(random, YEOUN_LANES)] =
      (uint8_t)yeoun_random_below(random, 100);
  }
}

static struct yeoun_controls
draw_controls(struct yeoun_random *random)
{
  struct yeoun_controls controls = {.theme = yeoun_theme_default(),
                                    .intensity = 0.6f,
                                    .space = 0.2f,
                                    .distance = 0.4f,
                                    .humanize = 0.5f,
                                    .is_enabled = true};
  controls.weight[yeoun_random_below(random, 3)] = 1.0f;
  controls.variation = (uint16_t)yeoun_random_below(random, 1000);
  controls.bars = (uint16_t)(1 + yeoun_random_below(random, 16));
  controls.apply = (uint8_t)(1 + yeoun_random_below(random, 3));
  controls.advance = (uint8_t)yeoun_random_below(random, 3);
  controls.has_ending = yeoun_random_below(random, 4) == 0;
  return controls;
}

/** Something happens to both. Returns whether the music jumps. */
static bool
happen(struct host *host,
       struct yeoun_controls *controls,
       struct yeoun_random *random)
{
  switch (yeoun_random_below(random, 40)) {
    case 0:
      host->beats = yeoun_random_below(random, 320) * 0.25;
      return true;
    case 1:
      host->meter = 3 + yeoun_random_below(random, 3);
      host->beats = floor(host->beats / 4.0) * host->meter;
      return true;
    case 2:
      host->loop_from = 4.0 * yeoun_random_below(random, 8);
      host->loop_to =
        host->loop_from + 4.0 + 4.0 * yeoun_random_below(random, 2);
      return false;
    case 3:
      host->loop_to = host->loop_from = 0.0;
      return false;
    case 4:
    case 5:
    case 6:
    case 7:
      turn(controls, random);
      return false;
    default:
      return false;
  }
}

static void
play(unsigned number)
{
  static const uint32_t blocks[] = {16, 64, 128, 256, 512, 1024, 2048};
  static const double grains[] = {0.0, 0.0, 0.0, 0.05, 0.25};
  struct yeoun_random random = yeoun_random_stream(number, "sessions", 0);
  struct yeoun_controls controls = draw_controls(&random);
  const uint32_t block = blocks[yeoun_random_below(&random, 7)];
  const double ramp = yeoun_random_below(&random, 3) ? 0.0 : 0.33;
  struct host host = {.bpm = 70.0 + yeoun_random_below(&random, 90),
                      .meter = 4,
                      .grain = grains[yeoun_random_below(&random, 5)],
                      .beats = yeoun_random_below(&random, 4) ? 0.0 : -4.0};
  host.frame = 1000000;
  host.is_talkative = host.grain > 0.0 || ramp > 0.0;
  struct session *const sessions[] = {&one, &two};
  for (int s = 0; s < 2; ++s) {
    memset(sessions[s], 0, sizeof(*sessions[s]));
    sessions[s]->engine = yeoun_engine_new(RATE, false);
    sessions[s]->is_live = s;
    sessions[s]->slack =
      host.grain > 0.0 && ramp > 0.0 ? YEOUN_BEAT / 32.0 : 4.0;
    yeoun_engine_set_controls(sessions[s]->engine, &controls);
    yeoun_engine_compose_here(sessions[s]->engine);
  }
  bool has_jumped = true;
  if (getenv("YEOUN_SAY")) {
    printf("session %u: block %u grain %.2f ramp %.2f bpm %.1f apply %d "
           "advance %d bars %d ending %d beats %.1f\n",
           number,
           block,
           host.grain,
           ramp,
           host.bpm,
           controls.apply,
           controls.advance,
           controls.bars,
           controls.has_ending,
           host.beats);
  }
  double next_event = 0.0;
  for (double seconds = 0.0; seconds < 24.0; seconds += block / RATE) {
    if (seconds >= next_event) {
      has_jumped |= happen(&host, &controls, &random);
      next_event += 0.05;
    }
    if (host.loop_to > host.loop_from && host.beats >= host.loop_to) {
      host.beats = host.loop_from;
      has_jumped = true;
    }
    host.frame += has_jumped ? 1000000 : 0;
    for (int s = 0; s < 2; ++s) {
      if (has_jumped) {
        sessions[s]->jump = sessions[s]->origin;
        const struct host exact = {.beats = host.beats,
                                   .bpm = host.bpm,
                                   .meter = host.meter,
                                   .frame = host.frame};
        tell(sessions[s], &exact);
      } else if (host.is_talkative) {
        tell(sessions[s], &host);
      }
      run(sessions[s], &host, &controls, block);
    }
    has_jumped = false;
    host.beats += block / RATE * host.bpm / 60.0;
    host.bpm += ramp * block / RATE;
    host.frame += block;
  }
  controls.is_enabled = false;
  for (int s = 0; s < 2; ++s) {
    run(sessions[s], &host, &controls, 64);
    for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
      for (unsigned pitch = 0; pitch < 128; ++pitch) {
        sessions[s]->stuck += sessions[s]->down[lane][pitch];
      }
    }
  }
}

/** Note-ons of one that the other has not; those that passed while it waited
    after a jump are counted apart. */
static unsigned
differences(const struct session *a, const struct session *b, unsigned *waited)
{
  unsigned missing = 0;
  for (unsigned i = 0; i < a->count; ++i) {
    const struct sent *const x = &a->sent[i];
    const double near = x->is_after_jump ? JUMP_S * RATE : 0.0;
    bool is_there = false;
    for (unsigned k = i > 200 ? i - 200 : 0; k < b->count && k < i + 200; ++k) {
      const struct sent *const y = &b->sent[k];
      is_there |= x->lane == y->lane && x->pitch == y->pitch &&
                  (double)llabs(x->frame - y->frame) <= near;
    }
    *waited += !is_there && x->is_after_jump;
    missing += !is_there && !x->is_after_jump;
    if (!is_there && !x->is_after_jump && getenv("YEOUN_SAY")) {
      printf("  alone in %s: frame %lld lane %u pitch %u\n",
             a->is_live ? "live" : "freewheel",
             (long long)x->frame,
             x->lane,
             x->pitch);
    }
  }
  return missing;
}

int
main(int argc, char **argv)
{
  const unsigned sessions = argc > 1 ? (unsigned)atoi(argv[1]) : 200;
  const unsigned first = argc > 2 ? (unsigned)atoi(argv[2]) : 0;
  unsigned notes = 0, unwritten = 0, fragments = 0, doubled = 0, stuck = 0;
  unsigned differ = 0, late = 0, waited = 0;
  for (unsigned i = first; i < first + sessions; ++i) {
    play(i);
    const unsigned other =
      differences(&one, &two, &waited) + differences(&two, &one, &waited);
    notes += one.count + two.count;
    unwritten += one.unwritten + two.unwritten;
    fragments += one.fragments + two.fragments;
    doubled += one.doubled + two.doubled;
    stuck += one.stuck + two.stuck;
    differ += other;
    late += yeoun_engine_state(two.engine).late;
    if (one.unwritten + two.unwritten + one.fragments + two.fragments + other) {
      printf("session %u: not written %u and %u, fragments %u and %u, "
             "only in one of them %u\n",
             i,
             one.unwritten,
             two.unwritten,
             one.fragments,
             two.fragments,
             other);
    }
    yeoun_engine_free(one.engine);
    yeoun_engine_free(two.engine);
  }
  printf("%u sessions, %u note-ons: not written %u, fragments %u, doubled %u, "
         "stuck %u, live unlike freewheeling %u; passed while the worker "
         "composed after a jump "
         "%u, composed too late %u\n",
         sessions,
         notes,
         unwritten,
         fragments,
         doubled,
         stuck,
         differ,
         waited,
         late);
  return unwritten + fragments + doubled + stuck + differ > 0;
}
