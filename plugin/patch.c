// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What an interface asks and is told: plugin/docs/atoms.md. */

#include <string.h>

#include <lv2/atom/forge.h>

#include "plugin.h"

static LV2_Atom_Forge *
begin(struct plugin *self, LV2_Atom_Forge_Frame *frame, LV2_URID type)
{
  LV2_Atom_Forge *const forge = &self->audio.forge;
  lv2_atom_forge_set_buffer(
    forge, self->audio.answer.bytes, sizeof(self->audio.answer.bytes));
  lv2_atom_forge_object(forge, frame, 0, type);
  lv2_atom_forge_key(forge, self->uris.patch_subject);
  lv2_atom_forge_urid(forge, self->uris.plugin);
  return forge;
}

static void
end(struct plugin *self, LV2_Atom_Forge_Frame *outer, uint32_t frame)
{
  lv2_atom_forge_pop(&self->audio.forge, outer);
  yeoun_output_event(&self->audio.out, frame, &self->audio.answer.atom);
}

static void
put(struct plugin *self, uint32_t frame)
{
  const struct yeoun_uris *const uris = &self->uris;
  const LV2_URID properties[] = {uris->theme,
                                 uris->shelf,
                                 uris->description,
                                 uris->variation,
                                 uris->identity,
                                 uris->name,
                                 uris->algorithm,
                                 uris->meter,
                                 uris->doubling,
                                 uris->ranges,
                                 uris->locks,
                                 uris->build,
                                 uris->error};
  LV2_Atom_Forge_Frame outer;
  LV2_Atom_Forge_Frame body;
  LV2_Atom_Forge *const forge = begin(self, &outer, uris->patch_put);
  lv2_atom_forge_key(forge, uris->patch_body);
  lv2_atom_forge_object(forge, &body, 0, 0);
  for (unsigned i = 0; i < sizeof(properties) / sizeof(*properties); ++i) {
    lv2_atom_forge_key(forge, properties[i]);
    yeoun_patch_write(self, properties[i]);
  }
  lv2_atom_forge_pop(forge, &body);
  end(self, &outer, frame);
}

static void
tell(struct plugin *self, uint32_t frame, LV2_URID property)
{
  const struct yeoun_uris *const uris = &self->uris;
  LV2_Atom_Forge_Frame outer;
  LV2_Atom_Forge *const forge = begin(self, &outer, uris->patch_set);
  lv2_atom_forge_key(forge, uris->patch_property);
  lv2_atom_forge_urid(forge, property);
  lv2_atom_forge_key(forge, uris->patch_value);
  if (yeoun_patch_write(self, property)) {
    end(self, &outer, frame);
  }
}

/** Tell a property alone, which no host can know: of a patch:Set of a property
    that is not declared to be writable, Ardour complains in its log each time,
    from the audio thread. */
static void
put_alone(struct plugin *self, uint32_t frame, LV2_URID property)
{
  LV2_Atom_Forge_Frame outer;
  LV2_Atom_Forge_Frame body;
  LV2_Atom_Forge *const forge = begin(self, &outer, self->uris.patch_put);
  lv2_atom_forge_key(forge, self->uris.patch_body);
  lv2_atom_forge_object(forge, &body, 0, 0);
  lv2_atom_forge_key(forge, property);
  yeoun_patch_write(self, property);
  lv2_atom_forge_pop(forge, &body);
  end(self, &outer, frame);
}

static void
put_text(struct plugin *self, LV2_URID property, const char *text)
{
  lv2_atom_forge_key(&self->audio.forge, property);
  lv2_atom_forge_string(&self->audio.forge, text, (uint32_t)strlen(text));
}

static void
put_number(struct plugin *self, LV2_URID property, unsigned number)
{
  lv2_atom_forge_key(&self->audio.forge, property);
  lv2_atom_forge_int(&self->audio.forge, (int32_t)number);
}

/** Tell what is kept at a place: of a number alone there is no name. */
static void
put_kept(struct plugin *self, uint32_t frame, unsigned place)
{
  const struct yeoun_uris *const uris = &self->uris;
  const struct yeoun_kept *const kept = &self->audio.memory.shelf.place[place];
  char name[YEOUN_NAME_SIZE] = "";
  if (kept->algorithm) {
    yeoun_name_write(&kept->request, kept->algorithm, name, sizeof(name));
  }
  LV2_Atom_Forge_Frame outer;
  LV2_Atom_Forge_Frame body;
  LV2_Atom_Forge *const forge = begin(self, &outer, uris->patch_put);
  lv2_atom_forge_key(forge, uris->patch_body);
  lv2_atom_forge_object(forge, &body, 0, uris->kept);
  put_number(self, uris->place, place + 1);
  put_number(self, uris->variation, kept->request.variation);
  put_number(self, uris->algorithm, kept->algorithm);
  put_text(self, uris->name, name);
  put_text(self, uris->character, kept->character);
  lv2_atom_forge_pop(forge, &body);
  end(self, &outer, frame);
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
get(struct plugin *self, uint32_t frame, LV2_URID property)
{
  if (!property) {
    put(self, frame);
  } else if (property == self->uris.kept) {
    self->audio.is_shelf_watched = true;
    self->audio.kept_due = ~0U;
  } else if (property == self->uris.levels) {
    put_alone(self, frame, property);
  } else {
    tell(self, frame, property);
  }
}

void
yeoun_patch_receive(struct plugin *self, uint32_t frame, const LV2_Atom *object)
{
  const struct yeoun_uris *const uris = &self->uris;
  const LV2_URID type = yeoun_object_type(uris, object);
  const LV2_URID property = property_of(self, object);
  if (type == uris->patch_get) {
    get(self, frame, property);
  } else if (type == uris->patch_set) {
    yeoun_patch_set(
      self, property, yeoun_object_get(uris, object, uris->patch_value));
    yeoun_plugin_read(self);
  }
}

/** Tell one place of the shelf a block, so that a port of usual size holds it.
 */
static void
report_kept(struct plugin *self, uint32_t frame)
{
  struct audio *const audio = &self->audio;
  for (unsigned i = 0; audio->is_shelf_watched && i < YEOUN_SHELF; ++i) {
    if (i < audio->memory.shelf.count && audio->kept_due >> i & 1U) {
      audio->kept_due &= ~(1U << i);
      put_kept(self, frame, i);
      return;
    }
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
  report_kept(self, frame);
}
