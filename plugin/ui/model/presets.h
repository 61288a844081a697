// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Moods as presets in Turtle: those that come with the plugins and those of the
   person's own bundles. Nothing of them is kept open. */

#ifndef YEOUN_UI_MODEL_PRESETS_H
#define YEOUN_UI_MODEL_PRESETS_H

#include <stdbool.h>
#include <stdint.h>

#include "model.h"

#define YEOUN_PRESETS 256

struct yeoun_preset {
  char uri[160];
  char label[64];
  char comment[256];
  char bank[64];               /**< what its bank is called */
  float value[YEOUN_CONTROLS]; /**< NaN: it does not say */
};

struct yeoun_presets {
  char folder[1024]; /**< of the bundle beside which the presets' lies */
  uint64_t stamp;    /**< of the person's own bundles as they were read */
  unsigned count;
  struct yeoun_preset preset[YEOUN_PRESETS]; /**< by bank, then label */
};

/** Read all; NULL when memory fails. free() it.
    @param folder  of the bundle beside which the presets' lies, or "" */
struct yeoun_presets *
yeoun_presets_new(const char *folder);

/** Read again what lies in ~/.lv2 if anything changed there. Returns whether it
    did. Some microseconds a bundle. */
bool
yeoun_presets_refresh(struct yeoun_presets *presets);

/** Set all that a preset says: one gesture. */
void
yeoun_preset_load(const struct yeoun_preset *preset, struct yeoun_model *model);

/** Whether all that a preset says is set as it says it. */
bool
yeoun_preset_is_loaded(const struct yeoun_preset *preset,
                       const struct yeoun_model *model);

/** Whether a preset has a text in its label, bank or comment, in whatever
    letters; an empty text is in all. */
bool
yeoun_preset_matches(const struct yeoun_preset *preset, const char *text);

/** Save mood, sound and form as a preset of one's own, in a bundle in ~/.lv2
    that is new: none is replaced.
    @param[out] told  what came of it, one sentence
    @return whether it is there */
bool
yeoun_preset_save(const struct yeoun_model *model,
                  const char *label,
                  char *told,
                  size_t size);

#endif
