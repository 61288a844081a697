// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "answer.h"

#include <string.h>

#include "build.h"
#include "host_controls.h"
#include "render/say.h"
#include "run.h"
#include "take.h"

/* Blocks and their frames in which a standing plugin says what it would play:
   some tell only in the next block what changed in one. */
#define ASKED_BLOCKS 4
#define ASKED 64

/* Of a plugin that is only asked who it is, frames a second. */
#define RATE 48000

bool
yeoun_host_ask(struct yeoun_host *host,
               double rate,
               struct yeoun_meter meter,
               double host_bpm,
               struct yeoun_answer *answer)
{
  const struct yeoun_host_time standing = {.meter = meter,
                                           .tempo_bpm = host_bpm};
  struct yeoun_take take = {0};
  if (!yeoun_host_start(host, rate)) {
    return false;
  }
  bool is_heard = true;
  for (int i = 0; i < ASKED_BLOCKS && is_heard; ++i) {
    yeoun_host_run(host, ASKED, i ? NULL : &standing);
    is_heard = yeoun_take_append(&take, host, i * ASKED, ASKED, 0);
  }
  const double tempo = (double)yeoun_host_get(host, "own_tempo");
  *answer =
    (struct yeoun_answer){.tempo_bpm = tempo >= 1 ? tempo : 120,
                          .identity = yeoun_host_get(host, "identity"),
                          .latency = (uint32_t)yeoun_host_get(host, "latency")};
  memcpy(answer->description, take.description, sizeof(take.description));
  answer->told = take.told;
  yeoun_take_free(&take);
  yeoun_host_stop(host);
  return is_heard;
}

bool
yeoun_host_is_same_build(struct yeoun_host *host)
{
  static struct yeoun_answer answer;
  const struct yeoun_meter meter = {4, 4};
  if (!yeoun_host_ask(host, RATE, meter, 120, &answer)) {
    return false;
  }
  if (strcmp(answer.told.build, yeoun_build()) != 0) {
    yeoun_say(
      "%s is of build %s, this command of %s: what it plays and what is "
      "written would not be the same music; set LV2_PATH to the folder "
      "of the yeoun.lv2 that belongs to it",
      lilv_node_as_uri(lilv_plugin_get_library_uri(host->plugin)),
      answer.told.build[0] ? answer.told.build : "unknown",
      yeoun_build());
    return false;
  }
  return true;
}
