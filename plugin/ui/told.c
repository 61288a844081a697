// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "told.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lv2/atom/util.h>

#include "locks.h"

static const char *
text_of(const struct yeoun_uris *uris, const LV2_Atom *value)
{
  const char *const text = (const char *)(value + 1);
  return value->type == uris->atom_string && value->size &&
             !text[value->size - 1]
           ? text
           : "";
}

static int32_t
int_of(const struct yeoun_uris *uris, const LV2_Atom *value)
{
  return value->type == uris->atom_int ? ((const LV2_Atom_Int *)value)->body
                                       : 0;
}

/** Copy, and say whether it is another text. */
static bool
take(char *to, size_t size, const char *text)
{
  const bool is_new = strcmp(to, text) != 0;
  snprintf(to, size, "%s", text);
  return is_new;
}

static void
read_name(struct yeoun_news *told, const char *text)
{
  if (take(told->name, sizeof(told->name), text)) {
    ++told->serial;
    told->has_request = !yeoun_name_read(text, &told->request, NULL).status;
  }
}

static void
read_levels(const struct yeoun_link *link,
            struct yeoun_news *told,
            const LV2_Atom *value)
{
  const LV2_Atom_Vector *const vector = (const LV2_Atom_Vector *)value;
  if (value->type == link->atom_vector &&
      value->size == sizeof(vector->body) + sizeof(told->level) &&
      vector->body.child_type == link->uris.atom_float) {
    memcpy(told->level, vector + 1, sizeof(told->level));
  }
}

/** How many are kept: what they are comes place by place. */
static void
read_shelf(struct yeoun_model *model, const char *text)
{
  unsigned count = 0;
  for (; *text; ++count) {
    text += strcspn(text, " ");
    text += strspn(text, " ");
  }
  model->memory.shelf.count =
    (uint8_t)(count < YEOUN_SHELF ? count : YEOUN_SHELF);
}

static void
read_locks(struct yeoun_model *model, const char *text)
{
  uint8_t takes[YEOUN_LANES];
  for (unsigned i = 0; i < YEOUN_LANES; ++i) {
    takes[i] = (uint8_t)model->value[YEOUN_PORT_MELODY_TAKE + i];
  }
  yeoun_locks_read(text, takes, &model->memory);
}

/** Texts of the model's memory. */
static void
read_memory(const struct yeoun_uris *uris,
            struct yeoun_model *model,
            LV2_URID property,
            const char *text)
{
  struct yeoun_memory *const memory = &model->memory;
  if (property == uris->theme) {
    yeoun_theme_read(text, &memory->theme);
  } else if (property == uris->shelf) {
    read_shelf(model, text);
  } else if (property == uris->ranges) {
    yeoun_ranges_read(text, memory->range, &memory->ranges);
  } else if (property == uris->locks) {
    read_locks(model, text);
  }
}

static void
read_property(const struct yeoun_link *link,
              struct yeoun_model *model,
              LV2_URID property,
              const LV2_Atom *value)
{
  const struct yeoun_uris *const uris = &link->uris;
  struct yeoun_news *const told = &model->told;
  const char *const text = text_of(uris, value);
  if (property == uris->levels) {
    read_levels(link, told, value);
    return;
  }
  ++model->serial;
  if (property == uris->name) {
    read_name(told, text);
  } else if (property == uris->description) {
    take(told->description, sizeof(told->description), text);
  } else if (property == uris->build) {
    take(told->build, sizeof(told->build), text);
  } else if (property == uris->error) {
    take(told->error, sizeof(told->error), text);
  } else if (property == uris->variation) {
    told->variation = int_of(uris, value);
  } else if (property == uris->algorithm) {
    told->algorithm = int_of(uris, value);
  } else if (property == uris->identity && value->type == uris->atom_float) {
    told->identity = ((const LV2_Atom_Float *)value)->body;
  } else {
    read_memory(uris, model, property, text);
  }
}

/** One place of the shelf. */
static void
read_kept(const struct yeoun_uris *uris,
          struct yeoun_model *model,
          const LV2_Atom_Object *body)
{
  struct yeoun_kept kept;
  memset(&kept, 0, sizeof(kept));
  int32_t place = 0;
  LV2_ATOM_OBJECT_FOREACH(body, item)
  {
    if (item->key == uris->place) {
      place = int_of(uris, &item->value);
    } else if (item->key == uris->variation) {
      kept.request.variation = (uint16_t)int_of(uris, &item->value);
    } else if (item->key == uris->algorithm) {
      kept.algorithm = (uint16_t)int_of(uris, &item->value);
    } else if (item->key == uris->character) {
      take(kept.character, sizeof(kept.character), text_of(uris, &item->value));
    } else if (item->key == uris->name) {
      yeoun_name_read(text_of(uris, &item->value), &kept.request, NULL);
    }
  }
  if (place >= 1 && place <= YEOUN_SHELF) {
    memcpy(&model->memory.shelf.place[place - 1], &kept, sizeof(kept));
    ++model->serial;
  }
}

static void
read_put(const struct yeoun_link *link,
         struct yeoun_model *model,
         const LV2_Atom_Object *object)
{
  const LV2_Atom *atom = NULL;
  lv2_atom_object_get(object, link->uris.patch_body, &atom, 0);
  if (!atom || atom->type != link->uris.atom_object) {
    return;
  }
  const LV2_Atom_Object *const body = (const LV2_Atom_Object *)atom;
  if (body->body.otype == link->uris.kept) {
    read_kept(&link->uris, model, body);
    return;
  }
  model->told.is_there = true;
  LV2_ATOM_OBJECT_FOREACH(body, item)
  {
    read_property(link, model, item->key, &item->value);
  }
}

void
yeoun_told_read(const struct yeoun_link *link,
                struct yeoun_model *model,
                const LV2_Atom *atom)
{
  const struct yeoun_uris *const uris = &link->uris;
  const LV2_Atom_Object *const object = (const LV2_Atom_Object *)atom;
  if (atom->type != uris->atom_object) {
    return;
  }
  if (object->body.otype == uris->patch_put) {
    read_put(link, model, object);
  } else if (object->body.otype == uris->patch_set) {
    const LV2_Atom *property = NULL;
    const LV2_Atom *value = NULL;
    lv2_atom_object_get(
      object, uris->patch_property, &property, uris->patch_value, &value, 0);
    if (property && value && property->type == uris->atom_urid) {
      read_property(
        link, model, ((const LV2_Atom_URID *)property)->body, value);
    }
  }
}
