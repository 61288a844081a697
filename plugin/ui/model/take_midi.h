// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A variation as MIDI files: what an engine of our own plays of it, one file of
   type 0 a lane, with its controllers. Hosts that import a file of type 1 put
   its tracks one after the other. */

#ifndef YEOUN_UI_MODEL_TAKE_MIDI_H
#define YEOUN_UI_MODEL_TAKE_MIDI_H

#include <stdbool.h>

#include "model.h"

/** Bytes of the longest path, and its final zero. */
#define YEOUN_PATH_SIZE 1024

/** The files that were written: NULL for lanes without any note. */
struct yeoun_midi_files {
  unsigned count;
  char path[YEOUN_LANES][YEOUN_PATH_SIZE];
};

/** Play a request through and write the lanes that have notes. No file is
    replaced: a number is added to a name that is there already. Takes some
    milliseconds.
    @param tempo_bpm  quarter notes a minute, > 0
    @param lanes  set of enum yeoun_lane
    @param folder  that exists
    @param[out] files  written also on failure: what came about until then
    @return false when a file cannot be written, or memory fails */
bool
yeoun_midi_write(const struct yeoun_model *model,
                 const struct yeoun_request *request,
                 float tempo_bpm,
                 unsigned lanes,
                 const char *folder,
                 struct yeoun_midi_files *files);

#endif
