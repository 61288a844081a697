// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "controllers.h"

#include "music/number.h"
#include "music/swell.h"
#include "place.h"

/* Steps are at least so long. */
#define STEP_S 0.0125
#define STEP_TICKS 6 /* doubled until it is */

/* A bend stays for the tail of its note, then goes back. */
#define TAIL_S 0.3

/* What is worth a message. */
#define VALUES 2.0f
#define CENTS 4.0f

enum { EXPRESSION_AT_REST = 127, DYNAMICS_AT_REST = 0 };

static double
ticks_per_second(const struct yeoun_transport *transport)
{
  return yeoun_transport_step(transport) * transport->rate;
}

static int64_t
grid_of(const struct yeoun_transport *transport)
{
  const double least = STEP_S * ticks_per_second(transport);
  int64_t grid = STEP_TICKS;
  while ((double)grid < least) {
    grid *= 2;
  }
  return grid;
}

/** What should hold in a lane at a tick. */
struct goal {
  uint8_t expression, dynamics;
  int16_t cents;
};

static struct goal
find_goal(const struct yeoun_transport *transport,
          const struct yeoun_lead *lead,
          int64_t tick)
{
  const double per_second = ticks_per_second(transport);
  const double whole = (double)yeoun_max_l(lead->end - lead->start, 1);
  const double since = (double)yeoun_max_l(tick - lead->start, 0);
  const float share = (float)(since / whole);
  const float level_db =
    lead->is_held ? yeoun_swell_db(&lead->swell, yeoun_min_f(share, 1.0f))
                  : 0.0f;
  struct yeoun_bending bending = lead->bending;
  bending.length_s = (float)(whole / per_second);
  const float seconds = (float)(since / per_second);
  const float cents = yeoun_bending_cents(&bending, seconds);
  const float most = 100.0f * YEOUN_BEND_SEMITONES;
  return (struct goal){
    .expression = (uint8_t)(lead->is_held ? yeoun_swell_controller(
                                              lead->phrase_db + level_db)
                                          : EXPRESSION_AT_REST),
    .dynamics = (uint8_t)yeoun_swell_dynamics(lead->velocity, level_db),
    .cents = (int16_t)yeoun_clamp_f(cents, -most, most),
  };
}

static void
send(uint8_t lane,
     uint8_t kind,
     uint8_t value,
     int16_t cents,
     uint32_t frame,
     const struct yeoun_sink *sink)
{
  const struct yeoun_message message = {.frame = frame,
                                        .kind = kind,
                                        .lane = lane,
                                        .value = value,
                                        .bend_cents = cents};
  sink->write(sink->handle, &message);
}

static void
send_expression(struct yeoun_told *told,
                uint8_t lane,
                uint8_t value,
                uint32_t frame,
                const struct yeoun_sink *sink)
{
  told->has_expression = true;
  told->expression = value;
  send(lane, YEOUN_MESSAGE_EXPRESSION, value, 0, frame, sink);
}

static void
send_dynamics(struct yeoun_told *told,
              uint8_t lane,
              uint8_t value,
              uint32_t frame,
              const struct yeoun_sink *sink)
{
  told->has_dynamics = true;
  told->dynamics = value;
  send(lane, YEOUN_MESSAGE_DYNAMICS, value, 0, frame, sink);
}

static void
send_bend(struct yeoun_told *told,
          uint8_t lane,
          int16_t cents,
          uint32_t frame,
          const struct yeoun_sink *sink)
{
  const uint8_t range = YEOUN_BEND_SEMITONES;
  if (!told->has_range) {
    told->has_range = true;
    send(lane, YEOUN_MESSAGE_BEND_RANGE, range, 0, frame, sink);
  }
  told->cents = cents;
  send(lane, YEOUN_MESSAGE_BEND, range, cents, frame, sink);
}

void
yeoun_controllers_begin(struct yeoun_controllers *controllers,
                        const struct yeoun_transport *transport,
                        uint8_t lane,
                        const struct yeoun_lead *lead,
                        int64_t tick,
                        uint32_t frame,
                        const struct yeoun_sink *sink)
{
  struct yeoun_told *const told = &controllers->told[lane];
  const struct goal goal = find_goal(transport, lead, tick);
  controllers->lead[lane] = *lead;
  if (controllers->has_expression &&
      (told->has_expression ? told->expression != goal.expression
                            : lead->is_held)) {
    send_expression(told, lane, goal.expression, frame, sink);
  }
  if (controllers->has_dynamics && lead->is_held &&
      (!told->has_dynamics || told->dynamics != goal.dynamics)) {
    send_dynamics(told, lane, goal.dynamics, frame, sink);
  }
  if (told->cents != goal.cents) {
    send_bend(told, lane, goal.cents, frame, sink);
  }
}

/** Everything of a lane as MIDI has it at first. */
static void
reset_lane(struct yeoun_told *told, uint8_t lane, const struct yeoun_sink *sink)
{
  if (told->cents) {
    send_bend(told, lane, 0, 0, sink);
  }
  if (told->has_expression && told->expression != EXPRESSION_AT_REST) {
    send_expression(told, lane, EXPRESSION_AT_REST, 0, sink);
  }
  if (told->has_dynamics && told->dynamics != DYNAMICS_AT_REST) {
    send_dynamics(told, lane, DYNAMICS_AT_REST, 0, sink);
  }
}

void
yeoun_controllers_yield(struct yeoun_controllers *controllers,
                        uint8_t lane,
                        const struct yeoun_sink *sink)
{
  struct yeoun_told *const told = &controllers->told[lane];
  if (controllers->lead[lane].id) {
    return;
  }
  if (told->cents) {
    send_bend(told, lane, 0, 0, sink);
  }
  if (told->has_expression && told->expression != EXPRESSION_AT_REST) {
    send_expression(told, lane, EXPRESSION_AT_REST, 0, sink);
  }
}

/** Whether a lane has anything left to move. */
static bool
moves(const struct yeoun_controllers *controllers, unsigned lane)
{
  const struct yeoun_lead *const lead = &controllers->lead[lane];
  const bool follows = controllers->has_expression || controllers->has_dynamics;
  return controllers->told[lane].cents ||
         (lead->id && ((lead->is_held && follows) ||
                       lead->bending.kind > YEOUN_BEND_STRAIGHT));
}

int64_t
yeoun_controllers_next(const struct yeoun_controllers *controllers,
                       const struct yeoun_transport *transport,
                       int64_t passed)
{
  const int64_t after = yeoun_max_l(controllers->stepped, passed);
  for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
    if (moves(controllers, lane)) {
      const int64_t grid = grid_of(transport);
      return (yeoun_floor_div(after, grid) + 1) * grid;
    }
  }
  return YEOUN_NEVER;
}

static float
distance(int a, int b)
{
  return (float)(a > b ? a - b : b - a);
}

/** Send the one of a lane's messages that is most worth it, if one is. */
static void
send_most_urgent(const struct yeoun_controllers *controllers,
                 struct yeoun_told *told,
                 uint8_t lane,
                 const struct goal *goal,
                 uint32_t frame,
                 const struct yeoun_sink *sink)
{
  const float bend = distance(goal->cents, told->cents) / CENTS;
  const float expression =
    controllers->has_expression
      ? distance(goal->expression, told->expression) / VALUES
      : 0.0f;
  const float dynamics = controllers->has_dynamics
                           ? distance(goal->dynamics, told->dynamics) / VALUES
                           : 0.0f;
  const float most = yeoun_max_f(bend, yeoun_max_f(expression, dynamics));
  if (most < 1.0f) {
    return;
  }
  if (most <= bend) {
    send_bend(told, lane, goal->cents, frame, sink);
  } else if (most <= expression) {
    send_expression(told, lane, goal->expression, frame, sink);
  } else {
    send_dynamics(told, lane, goal->dynamics, frame, sink);
  }
}

void
yeoun_controllers_step(struct yeoun_controllers *controllers,
                       const struct yeoun_transport *transport,
                       const struct yeoun_tracker *tracker,
                       int64_t tick,
                       uint32_t frame,
                       const struct yeoun_sink *sink)
{
  const int64_t tail = (int64_t)(TAIL_S * ticks_per_second(transport));
  controllers->stepped = tick;
  for (uint8_t lane = 0; lane < YEOUN_LANES; ++lane) {
    struct yeoun_lead *const lead = &controllers->lead[lane];
    struct yeoun_told *const told = &controllers->told[lane];
    if (lead->id && !yeoun_tracker_has(tracker, lead->id)) {
      lead->id = 0;
      lead->end = yeoun_min_l(lead->end, tick);
    }
    if (lead->id && moves(controllers, lane)) {
      const struct goal goal = find_goal(transport, lead, tick);
      send_most_urgent(controllers, told, lane, &goal, frame, sink);
    } else if (told->cents && tick - lead->end >= tail) {
      send_bend(told, lane, 0, frame, sink);
    }
  }
}

void
yeoun_controllers_reset(struct yeoun_controllers *controllers,
                        const struct yeoun_sink *sink)
{
  for (uint8_t lane = 0; lane < YEOUN_LANES; ++lane) {
    reset_lane(&controllers->told[lane], lane, sink);
    controllers->lead[lane].id = 0;
    controllers->told[lane] = (struct yeoun_told){.cents = 0};
  }
  controllers->stepped = INT64_MIN;
}

void
yeoun_controllers_heed(struct yeoun_controllers *controllers,
                       const struct yeoun_sink *sink)
{
  for (uint8_t lane = 0; lane < YEOUN_LANES; ++lane) {
    struct yeoun_told *const told = &controllers->told[lane];
    if (told->has_expression && !controllers->has_expression) {
      send_expression(told, lane, EXPRESSION_AT_REST, 0, sink);
      told->has_expression = false;
    }
    if (told->has_dynamics && !controllers->has_dynamics) {
      send_dynamics(told, lane, DYNAMICS_AT_REST, 0, sink);
      told->has_dynamics = false;
    }
  }
}

void
yeoun_controllers_shift(struct yeoun_controllers *controllers, int64_t ticks)
{
  for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
    controllers->lead[lane].start += ticks;
    controllers->lead[lane].end += ticks;
  }
  if (controllers->stepped > INT64_MIN / 2) {
    controllers->stepped += ticks;
  }
}
