// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* yeoun-record CLIENT CUE ARGUMENT...: record a JACK client, jalv, that plays
   one of the cues which these arguments of yeoun-render ask for, and write the
   files that yeoun-render would. Standard output goes to the prompt of jalv,
   whose answers are standard input. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "recorder.h"
#include "render/ask/ask.h"
#include "render/file.h"
#include "render/folder.h"
#include "render/host/set_cue.h"
#include "render/library/deliver.h"
#include "render/library/record.h"
#include "render/say.h"
#include "render/schedule/plan_cue.h"

/* Frames at once, where a cue is also run without JACK: as a loop. */
#define BLOCK 256

static const struct yeoun_music_cue *
find_cue(const struct yeoun_cues *cues, const char *name)
{
  for (unsigned i = 0; i < cues->count; ++i) {
    if (!strcmp(cues->cue[i].name, name)) {
      return &cues->cue[i];
    }
  }
  return NULL;
}

static bool
make(struct yeoun_host *host,
     const char *client,
     const struct yeoun_music_cue *cue,
     const char *out)
{
  static struct yeoun_render_plan plan;
  struct yeoun_take take = {0};
  struct yeoun_report_row row = {0};
  char *asked = NULL;
  /* How chords are spelt is no matter of sound: scores have it from the cue. */
  if (yeoun_host_set_cue(host, cue) &&
      (!yeoun_host_can_play(&cue->theme) || host->name[0])) {
    yeoun_say(
      "%s: jalv sets controls alone: neither a variation by its name nor "
      "a theme of more chords than have controls",
      cue->name);
    return false;
  }
  const bool is_done =
    yeoun_host_set_cue(host, cue) && (asked = yeoun_record_ask(host, cue)) &&
    yeoun_render_plan_make(host, cue, out, &plan) && yeoun_folder_make(out) &&
    yeoun_folder_claim(out, cue->name) &&
    yeoun_jack_record(client, &plan, &take) &&
    yeoun_deliver(host, &plan, BLOCK, &take, &row) &&
    yeoun_record_write(out, asked, &row) && yeoun_files_place();
  yeoun_files_drop();
  free(asked);
  yeoun_take_free(&take);
  return is_done;
}

int
main(int argc, char **argv)
{
  static struct yeoun_options options;
  struct yeoun_cues cues = {0};
  if (argc < 4 || !yeoun_options_read(argc - 2, argv + 2, &options) ||
      !yeoun_ask(&options, &cues)) {
    fputs("usage: yeoun-record CLIENT CUE ARGUMENT...\n", stderr);
    return 2;
  }
  const struct yeoun_music_cue *const cue = find_cue(&cues, argv[2]);
  struct yeoun_host *const host =
    cue ? yeoun_host_open(yeoun_cue_plugin(cue)) : NULL;
  const bool is_done =
    host && make(host, argv[1], cue, options.out ? options.out : "out");
  yeoun_host_close(host);
  yeoun_cues_free(&cues);
  return is_done ? 0 : 1;
}
