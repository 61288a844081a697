// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "kept.h"

#include <stdio.h>
#include <string.h>

#include "music/instrument.h"

/** What to compose of a place; false when only the plugin has its notes, or it
    is a number alone. */
static bool
request_of(const struct yeoun_shelf *shelf,
           unsigned place,
           struct yeoun_request *request)
{
  const struct yeoun_kept *const kept = &shelf->place[place];
  memcpy(request, &kept->request, sizeof(*request));
  request->kept = 0;
  return place < shelf->count && kept->algorithm == YEOUN_ALGORITHM;
}

static bool
is_known(const struct yeoun_players *players,
         unsigned place,
         const struct yeoun_request *request)
{
  return players->instrument[place] &&
         yeoun_request_equal(&players->request[place], request);
}

void
yeoun_players_want(struct yeoun_players *players,
                   const struct yeoun_shelf *shelf,
                   struct yeoun_previews *previews)
{
  const struct yeoun_preview *const slot =
    yeoun_previews_get(previews, YEOUN_SLOT_KEPT);
  struct yeoun_request request;
  for (unsigned i = 0; i < shelf->count; ++i) {
    if (!request_of(shelf, i, &request) || is_known(players, i, &request)) {
      continue;
    }
    yeoun_previews_want(previews, YEOUN_SLOT_KEPT, &request);
    if (!yeoun_preview_is_ready(slot)) {
      return;
    }
    memcpy(&players->request[i], &request, sizeof(request));
    players->instrument[i] = slot->score->instrument[YEOUN_LANE_MELODY];
  }
  yeoun_previews_want(previews, YEOUN_SLOT_KEPT, NULL);
}

/** The mood that weighs most. */
static const char *
name_mood(const struct yeoun_mood *mood)
{
  unsigned most = 0;
  for (unsigned i = 1; i < YEOUN_POLES; ++i) {
    most = mood->weight[i] > mood->weight[most] ? i : most;
  }
  return yeoun_pole_name(most);
}

void
yeoun_players_write(const struct yeoun_players *players,
                    const struct yeoun_shelf *shelf,
                    unsigned place,
                    char *text,
                    size_t size)
{
  struct yeoun_request request;
  const bool is_composed = request_of(shelf, place, &request);
  if (!shelf->place[place].algorithm) {
    snprintf(text, size, "as the controls say");
    return;
  }
  const bool is_played = is_composed && is_known(players, place, &request);
  snprintf(text,
           size,
           "%s%s%s",
           name_mood(&request.mood),
           is_played ? " \302\267 " : "",
           is_played ? yeoun_instrument_facts(players->instrument[place])->name
                     : "");
}
