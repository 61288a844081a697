// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "director.h"

#include "music/number.h"
#include "play/place.h"
#include "request_read.h"

#include <assert.h>
#include <math.h>

/* A knob that turns has nothing composed ahead before it has rested so long;
   with `apply` at once it asks at most so often. */
#define PATIENCE_S 0.02

void
yeoun_director_init(struct yeoun_director *director,
                    const struct yeoun_controls *controls)
{
  *director = (struct yeoun_director){.controls = controls, .frame = -1};
}

void
yeoun_director_heed(struct yeoun_director *director)
{
  yeoun_request_read(director->controls, &director->wish);
}

int
yeoun_director_slot(const struct yeoun_handover *handover,
                    const struct yeoun_performance *performance)
{
  return performance ? (int)(performance - handover->slot) : YEOUN_NO_SLOT;
}

/** The slot that holds a request, or YEOUN_NO_SLOT. */
static int
find_slot(const struct yeoun_director *director,
          const struct yeoun_request *request)
{
  for (int i = 0; i < YEOUN_SLOTS; ++i) {
    if (director->content[i].is_ready &&
        yeoun_request_sounds_equal(&director->content[i].request, request)) {
      return i;
    }
  }
  return YEOUN_NO_SLOT;
}

/** Frames of so many seconds. */
static int64_t
frames_of(const struct yeoun_player *player, double seconds)
{
  return (int64_t)(seconds * player->transport.rate);
}

/** How often the form went round before a tick: by the host's bars where there
    are any. */
static int64_t
round_of(const struct yeoun_player *player,
         const struct yeoun_request *wish,
         int64_t tick)
{
  const int64_t length =
    player->transport.time != YEOUN_TIME_OWN && wish->meter.beats
      ? (int64_t)wish->bars * yeoun_bar_ticks(wish->meter)
    : player->performance ? player->performance->length
                          : 0;
  return tick > 0 && length > 0 ? yeoun_floor_div(tick, length) : 0;
}

/** A wish as it is in the round of a tick. */
static struct yeoun_request
request_at(const struct yeoun_director *director,
           const struct yeoun_player *player,
           const struct yeoun_request *wish,
           int64_t tick)
{
  struct yeoun_request request = *wish;
  if (!director->controls->has_request) {
    request.doubling = director->doubling;
  }
  request.variation = yeoun_request_variation(
    director->controls->advance, wish->variation, round_of(player, wish, tick));
  return request;
}

/** What the time says that the class should be, after another. */
static void
choose_class(struct yeoun_director *director,
             const struct yeoun_player *player,
             const struct yeoun_request *wish,
             int8_t before)
{
  director->doubling =
    yeoun_request_class(director->controls, &player->transport, wish, before);
}

/** Take note of the wish. */
static void
see(struct yeoun_director *director, const struct yeoun_player *player)
{
  const int64_t frame = player->transport.frame;
  struct yeoun_request wish = director->wish;
  yeoun_request_meter(director->controls, &player->transport, &wish);
  if (frame != director->frame) {
    director->before = director->seen;
    director->frame = frame;
  }
  if (!yeoun_request_sounds_equal(&wish, &director->seen)) {
    director->turned_frame = frame;
  }
  director->seen = wish;
}

/** The last tick whose place is decided by now. */
static int64_t
horizon(const struct yeoun_player *player)
{
  const struct yeoun_transport *const transport = &player->transport;
  const double ahead =
    (double)frames_of(player, YEOUN_LEAD_S) * yeoun_transport_step(transport);
  return (int64_t)floor(yeoun_transport_tick(transport) + ahead + 1e-6);
}

static void
decide(struct yeoun_director *director,
       const struct yeoun_handover *handover,
       const struct yeoun_player *player,
       const struct yeoun_request *request,
       enum yeoun_decision decision)
{
  const int sounding = yeoun_director_slot(handover, player->performance);
  const bool is_same =
    sounding != YEOUN_NO_SLOT &&
    yeoun_request_sounds_equal(&director->content[sounding].request, request);
  if (is_same) {
    /* Another intensity of the same notes: they go by its name from here. */
    director->content[sounding].request.mood = request->mood;
  }
  director->decided = *request;
  director->decision = is_same ? YEOUN_DECISION_NONE : decision;
}

/** Where the music breaks off, or stands: what is wanted is wanted at once. */
static void
decide_anew(struct yeoun_director *director,
            const struct yeoun_handover *handover,
            const struct yeoun_player *player,
            bool has_jumped)
{
  const int64_t tick = yeoun_player_passed(player) + 1;
  director->before = director->seen;
  /* Rounds may turn within the lead, too: nobody asks that, it is known. */
  director->looked_tick = tick - 1;
  director->jump_frame = player->transport.frame;
  /* What sounds at a place must not depend on where the host came from. */
  choose_class(director, player, &director->seen, 0);
  const struct yeoun_request request =
    request_at(director, player, &director->seen, tick);
  decide(director,
         handover,
         player,
         &request,
         has_jumped ? YEOUN_DECISION_JUMP : YEOUN_DECISION_SOON);
}

/** The kind of place at which a change acts; the loop point where it acts at
    once, for that is where rounds turn. */
static enum yeoun_place
find_kind(const struct yeoun_director *director,
          const struct yeoun_theme *theme)
{
  static const enum yeoun_place kinds[] = {
    YEOUN_PLACE_ROUND, YEOUN_PLACE_BEAT, YEOUN_PLACE_BAR, YEOUN_PLACE_PHRASE};
  return director->controls->is_learning &&
             !yeoun_theme_equal(theme, &director->seen.theme)
           ? YEOUN_PLACE_BAR
           : kinds[director->controls->apply % 4];
}

/** The next place that is not decided yet; what was passed while the music
    waited after a jump is none. */
static int64_t
next_place(const struct yeoun_director *director,
           const struct yeoun_handover *handover,
           const struct yeoun_player *player)
{
  const struct yeoun_performance *const performance = player->performance;
  const int sounding = yeoun_director_slot(handover, performance);
  const int64_t passed = yeoun_player_passed(player);
  return yeoun_place_after(
    performance,
    find_kind(director, &director->content[sounding].request.theme),
    yeoun_max_l(director->looked_tick, passed));
}

/** Decide for the place that has come within the lead, if one has. */
static void
decide_place(struct yeoun_director *director,
             const struct yeoun_handover *handover,
             const struct yeoun_player *player)
{
  const struct yeoun_transport *const transport = &player->transport;
  if (director->decision == YEOUN_DECISION_JUMP) {
    return; /* what is not there yet turns nowhere */
  }
  const int64_t until = horizon(player);
  const int64_t tick = next_place(director, handover, player);
  if (tick <= until && director->decision == YEOUN_DECISION_NONE) {
    const int64_t asked = yeoun_transport_frame_of(transport, (double)tick) -
                          frames_of(player, YEOUN_LEAD_S);
    const struct yeoun_request *const wish =
      asked >= transport->frame ? &director->seen : &director->before;
    const bool is_round = tick % player->performance->length == 0;
    if (is_round) {
      choose_class(director, player, wish, director->doubling);
    }
    const struct yeoun_request request =
      request_at(director, player, wish, tick);
    director->tick = tick;
    director->entry = is_round ? YEOUN_WAY_ROUND : YEOUN_WAY_CHANGE;
    decide(director, handover, player, &request, YEOUN_DECISION_PLACE);
  }
  director->looked_tick =
    director->looked_tick > until ? director->looked_tick : until;
}

/** With `apply` at once. */
static void
decide_soon(struct yeoun_director *director,
            const struct yeoun_handover *handover,
            const struct yeoun_player *player)
{
  if (director->controls->apply == YEOUN_APPLY_NOW &&
      director->decision == YEOUN_DECISION_NONE &&
      player->transport.frame - director->asked_frame >=
        frames_of(player, PATIENCE_S)) {
    const struct yeoun_request request = request_at(
      director, player, &director->seen, yeoun_player_passed(player) + 1);
    director->entry = YEOUN_WAY_CHANGE;
    decide(director, handover, player, &request, YEOUN_DECISION_SOON);
  }
}

/** What has been decided and has come to sound, or has come too late, is no
    decision any more. */
static void
settle(struct yeoun_director *director,
       const struct yeoun_handover *handover,
       const struct yeoun_player *player)
{
  const int64_t frame = player->transport.frame;
  const bool is_past =
    (director->decision == YEOUN_DECISION_PLACE &&
     director->tick <= yeoun_player_passed(player)) ||
    (director->decision == YEOUN_DECISION_JUMP && player->performance &&
     frame - director->jump_frame > frames_of(player, YEOUN_LEAD_S));
  decide(director, handover, player, &director->decided, director->decision);
  if (is_past && director->decision != YEOUN_DECISION_NONE) {
    director->decision = YEOUN_DECISION_NONE;
    ++director->late;
  }
}

static void
tell(const struct yeoun_director *director,
     const struct yeoun_handover *handover,
     struct yeoun_player *player)
{
  const int slot = director->decision == YEOUN_DECISION_NONE
                     ? YEOUN_NO_SLOT
                     : find_slot(director, &director->decided);
  player->must_wait =
    director->decision == YEOUN_DECISION_JUMP && slot == YEOUN_NO_SLOT;
  if (!player->performance && player->next && slot == YEOUN_NO_SLOT) {
    return; /* what was composed before the first block is better than none */
  }
  yeoun_player_queue(player,
                     slot == YEOUN_NO_SLOT ? NULL : &handover->slot[slot],
                     director->decision == YEOUN_DECISION_PLACE ? director->tick
                                                                : YEOUN_AT_ONCE,
                     director->entry);
}

void
yeoun_director_look(struct yeoun_director *director,
                    struct yeoun_handover *handover,
                    struct yeoun_player *player)
{
  const struct yeoun_transport *const transport = &player->transport;
  const bool has_jumped =
    player->jumps != transport->jumps || !player->performance;
  see(director, player);
  if (has_jumped || transport->time == YEOUN_TIME_STANDS) {
    decide_anew(director,
                handover,
                player,
                has_jumped && transport->time != YEOUN_TIME_STANDS);
  } else {
    settle(director, handover, player);
    decide_place(director, handover, player);
    decide_soon(director, handover, player);
  }
  tell(director, handover, player);
}

/** What will be wanted at the next place, and in the next round. */
static bool
wants_ahead(const struct yeoun_director *director,
            const struct yeoun_player *player,
            struct yeoun_request *request)
{
  const int64_t tick = yeoun_player_passed(player) + 1;
  *request = request_at(director, player, &director->seen, tick);
  if (find_slot(director, request) == YEOUN_NO_SLOT) {
    return true;
  }
  *request = request_at(
    director, player, &director->seen, tick + player->performance->length);
  if (!director->controls->has_request) {
    request->doubling = yeoun_request_class(
      director->controls, &player->transport, request, director->doubling);
  }
  return find_slot(director, request) == YEOUN_NO_SLOT;
}

/** Whether the worker has time for what is not decided yet. Just after a jump
    the round may end before there is time to decide. */
static bool
has_time(const struct yeoun_director *director,
         const struct yeoun_player *player)
{
  const int64_t rested = player->transport.frame - director->turned_frame;
  return player->performance && (rested >= frames_of(player, PATIENCE_S) ||
                                 director->decision == YEOUN_DECISION_JUMP);
}

bool
yeoun_director_wants(struct yeoun_director *director,
                     const struct yeoun_player *player,
                     bool can_be_ahead,
                     struct yeoun_request *request)
{
  if (director->decision != YEOUN_DECISION_NONE) {
    *request = director->decided;
    if (find_slot(director, request) == YEOUN_NO_SLOT) {
      return true;
    }
  }
  return can_be_ahead && has_time(director, player) &&
         wants_ahead(director, player, request);
}

int
yeoun_director_open(struct yeoun_director *director,
                    const struct yeoun_handover *handover,
                    const struct yeoun_player *player,
                    const struct yeoun_request *request)
{
  const int sounding = yeoun_director_slot(handover, player->performance);
  const int waiting = yeoun_director_slot(handover, player->next);
  const int shared = yeoun_handover_shared(handover);
  const struct yeoun_request wanted = request_at(
    director, player, &director->seen, yeoun_player_passed(player) + 1);
  const int useful = find_slot(director, &wanted);
  int best = 0;
  bool is_found = false;
  for (int i = 0; i < YEOUN_SLOTS; ++i) {
    if (i != sounding && i != waiting && i != shared &&
        (!is_found || i != useful)) {
      best = i;
      is_found = true;
    }
  }
  assert(is_found);
  (void)is_found;
  director->content[best] = (struct yeoun_content){.request = *request};
  director->asked_frame = player->transport.frame;
  return best;
}
