// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What an interface asks and is told: the theme as text, and one line that
   describes the variation that sounds. */

#include <string.h>

#include <lv2/atom/forge.h>

#include "plugin.h"

/** Bytes that hold the longest answer. */
#define ANSWER 1024

/** An answer that is being written. */
struct answer {
  union {
    LV2_Atom atom;
    uint8_t bytes[ANSWER];
  } body;
  LV2_Atom_Forge_Frame frame[2];
};

static LV2_Atom_Forge *
begin(struct plugin *self, struct answer *answer, LV2_URID type)
{
  LV2_Atom_Forge *const forge = &self->audio.forge;
  lv2_atom_forge_set_buffer(forge, answer->body.bytes, ANSWER);
  lv2_atom_forge_object(forge, &answer->frame[0], 0, type);
  return forge;
}

/** The value of a property, or nothing of one that is not ours. */
static bool
write_value(struct plugin *self, LV2_URID property)
{
  const struct yeoun_uris *const uris = &self->uris;
  const struct yeoun_state state = yeoun_engine_state(self->engine);
  const struct yeoun_performance *const performance =
    yeoun_engine_performance(self->engine);
  LV2_Atom_Forge *const forge = &self->audio.forge;

  if (property == uris->theme) {
    char text[YEOUN_THEME_TEXT] = "";
    yeoun_theme_write(yeoun_plugin_theme(self), text, sizeof(text));
    lv2_atom_forge_string(forge, text, (uint32_t)strlen(text));
  } else if (property == uris->shelf) {
    char text[YEOUN_SHELF_TEXT] = "";
    yeoun_shelf_write(&self->audio.memory, text, sizeof(text));
    lv2_atom_forge_string(forge, text, (uint32_t)strlen(text));
  } else if (property == uris->description) {
    const char *const text = performance ? performance->description : "";
    lv2_atom_forge_string(forge, text, (uint32_t)strlen(text));
  } else if (property == uris->variation) {
    lv2_atom_forge_int(forge, state.variation);
  } else if (property == uris->identity) {
    lv2_atom_forge_float(forge, state.identity);
  } else {
    return false;
  }
  return true;
}

static void
put(struct plugin *self, uint32_t frame)
{
  const struct yeoun_uris *const uris = &self->uris;
  const LV2_URID properties[] = {uris->theme,
                                 uris->shelf,
                                 uris->description,
                                 uris->variation,
                                 uris->identity};
  struct answer answer;
  LV2_Atom_Forge *const forge = begin(self, &answer, uris->patch_put);
  lv2_atom_forge_key(forge, uris->patch_subject);
  lv2_atom_forge_urid(forge, uris->plugin);
  lv2_atom_forge_key(forge, uris->patch_body);
  lv2_atom_forge_object(forge, &answer.frame[1], 0, 0);
  for (unsigned i = 0; i < sizeof(properties) / sizeof(*properties); ++i) {
    lv2_atom_forge_key(forge, properties[i]);
    write_value(self, properties[i]);
  }
  lv2_atom_forge_pop(forge, &answer.frame[1]);
  lv2_atom_forge_pop(forge, &answer.frame[0]);
  yeoun_output_event(&self->audio.out, frame, &answer.body.atom);
}

static void
tell(struct plugin *self, uint32_t frame, LV2_URID property)
{
  const struct yeoun_uris *const uris = &self->uris;
  struct answer answer;
  LV2_Atom_Forge *const forge = begin(self, &answer, uris->patch_set);
  lv2_atom_forge_key(forge, uris->patch_subject);
  lv2_atom_forge_urid(forge, uris->plugin);
  lv2_atom_forge_key(forge, uris->patch_property);
  lv2_atom_forge_urid(forge, property);
  lv2_atom_forge_key(forge, uris->patch_value);
  if (write_value(self, property)) {
    lv2_atom_forge_pop(forge, &answer.frame[0]);
    yeoun_output_event(&self->audio.out, frame, &answer.body.atom);
  }
}

/** The property that an object is about, or 0. */
static LV2_URID
property_of(const struct plugin *self, const LV2_Atom *object)
{
  const LV2_Atom *const atom =
    yeoun_object_get(&self->uris, object, self->uris.patch_property);
  return atom && atom->type == self->uris.atom_urid &&
             atom->size == sizeof(LV2_URID)
           ? ((const LV2_Atom_URID *)atom)->body
           : 0;
}

static void
set(struct plugin *self, LV2_URID property, const char *text)
{
  struct yeoun_memory *const memory = &self->audio.memory;
  struct yeoun_theme theme;
  bool is_read = false;
  if (text && property == self->uris.theme) {
    is_read = !yeoun_theme_read(text, &theme).status;
    if (is_read) {
      memory->theme = theme;
      memory->theme_rule = YEOUN_THEME_WRITTEN;
    }
  } else if (text && property == self->uris.shelf) {
    is_read = yeoun_shelf_read(text, memory);
  }
  if (is_read) {
    yeoun_plugin_remember(self);
  }
  /* Told either way: who wrote what cannot be read sees what stays. */
  self->audio.is_report_due = true;
}

void
yeoun_patch_receive(struct plugin *self, uint32_t frame, const LV2_Atom *object)
{
  const struct yeoun_uris *const uris = &self->uris;
  const LV2_URID type = yeoun_object_type(uris, object);
  const LV2_URID property = property_of(self, object);
  if (type == uris->patch_get) {
    if (property) {
      tell(self, frame, property);
    } else {
      put(self, frame);
    }
  } else if (type == uris->patch_set) {
    set(
      self,
      property,
      yeoun_atom_text(uris, yeoun_object_get(uris, object, uris->patch_value)));
  }
}

void
yeoun_patch_report(struct plugin *self, uint32_t frame)
{
  const uint32_t serial = yeoun_engine_state(self->engine).serial;
  if (serial != self->audio.serial || self->audio.is_report_due) {
    self->audio.serial = serial;
    self->audio.is_report_due = false;
    put(self, frame);
  }
}
