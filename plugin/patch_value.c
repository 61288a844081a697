// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The values that an interface can ask for. */

#include <stdio.h>
#include <string.h>

#include <lv2/atom/forge.h>

#include "build.h"
#include "plugin.h"

static void
write_text(struct plugin *self, const char *text)
{
  lv2_atom_forge_string(&self->audio.forge, text, (uint32_t)strlen(text));
}

/** The theme in force. */
static void
write_theme(struct plugin *self)
{
  char text[YEOUN_THEME_TEXT] = "";
  yeoun_theme_write(yeoun_plugin_theme(self), text, sizeof(text));
  write_text(self, text);
}

bool
yeoun_plugin_sounding(struct plugin *self, struct yeoun_kept *kept)
{
  const struct yeoun_request *const request =
    yeoun_engine_request(self->engine);
  memset(kept, 0, sizeof(*kept));
  if (!request) {
    return false;
  }
  memcpy(&kept->request, request, sizeof(*request));
  kept->algorithm =
    (uint16_t)yeoun_store_algorithm(&self->store, request->kept);
  return true;
}

static void
write_name(struct plugin *self)
{
  struct yeoun_kept kept;
  char text[YEOUN_NAME_SIZE] = "";
  if (yeoun_plugin_sounding(self, &kept)) {
    yeoun_name_write(&kept.request, kept.algorithm, text, sizeof(text));
  }
  write_text(self, text);
}

static void
write_meter(struct plugin *self)
{
  const struct yeoun_performance *const performance =
    yeoun_engine_performance(self->engine);
  char text[8] = "";
  if (performance) {
    snprintf(text,
             sizeof(text),
             "%u/%u",
             performance->meter.beats,
             performance->meter.unit);
  }
  write_text(self, text);
}

static void
write_shelf(struct plugin *self)
{
  char text[YEOUN_SHELF_TEXT] = "";
  yeoun_shelf_write(&self->audio.memory.shelf, text, sizeof(text));
  write_text(self, text);
}

static void
write_ranges(struct plugin *self)
{
  const struct yeoun_memory *const memory = &self->audio.memory;
  char text[YEOUN_RANGES_TEXT] = "";
  yeoun_ranges_write(memory->range, memory->ranges, text, sizeof(text));
  write_text(self, text);
}

static void
write_locks(struct plugin *self)
{
  char text[YEOUN_LOCKS_TEXT] = "";
  yeoun_locks_write(&self->audio.memory, text, sizeof(text));
  write_text(self, text);
}

static void
write_levels(struct plugin *self)
{
  float peak[YEOUN_STEMS];
  yeoun_engine_levels(self->engine, peak);
  lv2_atom_forge_vector(&self->audio.forge,
                        sizeof(*peak),
                        self->uris.atom_float,
                        YEOUN_STEMS,
                        peak);
}

/** Texts. */
static bool
write_words(struct plugin *self, LV2_URID property)
{
  const struct yeoun_uris *const uris = &self->uris;
  const struct yeoun_performance *const performance =
    yeoun_engine_performance(self->engine);
  if (property == uris->theme) {
    write_theme(self);
  } else if (property == uris->shelf) {
    write_shelf(self);
  } else if (property == uris->description) {
    write_text(self, performance ? performance->description : "");
  } else if (property == uris->name) {
    write_name(self);
  } else if (property == uris->meter) {
    write_meter(self);
  } else if (property == uris->ranges) {
    write_ranges(self);
  } else if (property == uris->locks) {
    write_locks(self);
  } else if (property == uris->build) {
    write_text(self, yeoun_build());
  } else if (property == uris->error) {
    write_text(self, self->audio.error);
  } else {
    return false;
  }
  return true;
}

bool
yeoun_patch_write(struct plugin *self, LV2_URID property)
{
  const struct yeoun_uris *const uris = &self->uris;
  const struct yeoun_state state = yeoun_engine_state(self->engine);
  const struct yeoun_request *const request =
    yeoun_engine_request(self->engine);
  LV2_Atom_Forge *const forge = &self->audio.forge;
  if (property == uris->variation) {
    lv2_atom_forge_int(forge, state.variation);
  } else if (property == uris->identity) {
    lv2_atom_forge_float(forge, state.identity);
  } else if (property == uris->position) {
    lv2_atom_forge_float(forge, state.position);
  } else if (property == uris->doubling) {
    lv2_atom_forge_int(forge, request ? request->doubling : 0);
  } else if (property == uris->algorithm) {
    const unsigned algorithm =
      yeoun_store_algorithm(&self->store, request ? request->kept : 0);
    lv2_atom_forge_int(forge, (int32_t)algorithm);
  } else if (property == uris->levels) {
    write_levels(self);
  } else {
    return write_words(self, property);
  }
  return true;
}
