// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "link.h"

#include <string.h>

#include <lv2/atom/util.h>

#include "told.h"

/** Bytes of the longest message: a name and its wrapping. */
#define MESSAGE_SIZE (YEOUN_NAME_SIZE + 256)

void
yeoun_link_init(struct yeoun_link *link,
                LV2_URID_Map *map,
                const char *plugin,
                LV2UI_Write_Function write,
                LV2UI_Controller controller)
{
  link->write = write;
  link->controller = controller;
  link->uris = yeoun_uris_map(map, plugin);
  link->event_transfer = yeoun_map(map, LV2_ATOM__eventTransfer);
  link->atom_vector = yeoun_map(map, LV2_ATOM__Vector);
  lv2_atom_forge_init(&link->forge, map);
  link->kind = strstr(plugin, "notes")   ? YEOUN_NOTES
               : strstr(plugin, "stems") ? YEOUN_STEMS_PLUGIN
                                         : YEOUN_SKETCH;
}

static void
set_port(void *handle, enum yeoun_port port, float value)
{
  const struct yeoun_link *const link = (const struct yeoun_link *)handle;
  link->write(link->controller,
              yeoun_port_index(link->kind, port),
              sizeof(value),
              0,
              &value);
}

/** A message in a buffer of its own; the host copies it. */
union message {
  LV2_Atom atom;
  uint8_t bytes[MESSAGE_SIZE];
};

static void
begin(struct yeoun_link *link,
      union message *message,
      LV2_Atom_Forge_Frame *frame,
      LV2_URID type,
      LV2_URID property)
{
  LV2_Atom_Forge *const forge = &link->forge;
  lv2_atom_forge_set_buffer(forge, message->bytes, sizeof(message->bytes));
  lv2_atom_forge_object(forge, frame, 0, type);
  if (property) {
    lv2_atom_forge_key(forge, link->uris.patch_property);
    lv2_atom_forge_urid(forge, property);
  }
}

static void
end(struct yeoun_link *link,
    const union message *message,
    LV2_Atom_Forge_Frame *frame)
{
  lv2_atom_forge_pop(&link->forge, frame);
  link->write(link->controller,
              YEOUN_INDEX_EVENTS_IN,
              lv2_atom_total_size(&message->atom),
              link->event_transfer,
              message->bytes);
}

static void
set_text(void *handle, enum yeoun_text_property property, const char *text)
{
  struct yeoun_link *const link = (struct yeoun_link *)handle;
  const struct yeoun_uris *const uris = &link->uris;
  const LV2_URID properties[YEOUN_SET_COUNT] = {
    [YEOUN_SET_THEME] = uris->theme,
    [YEOUN_SET_RANGES] = uris->ranges,
    [YEOUN_SET_LOCKS] = uris->locks,
    [YEOUN_SET_NAME] = uris->name,
    [YEOUN_SET_KEEP] = uris->keep,
    [YEOUN_SET_REMOVE] = uris->remove,
    [YEOUN_SET_CHARACTER] = uris->character,
  };
  union message message;
  LV2_Atom_Forge_Frame frame;
  begin(link, &message, &frame, uris->patch_set, properties[property]);
  lv2_atom_forge_key(&link->forge, uris->patch_value);
  lv2_atom_forge_string(&link->forge, text, (uint32_t)strlen(text));
  end(link, &message, &frame);
}

struct yeoun_outlet
yeoun_link_outlet(struct yeoun_link *link)
{
  return (struct yeoun_outlet){set_port, set_text, link};
}

void
yeoun_link_ask(struct yeoun_link *link, LV2_URID property)
{
  union message message;
  LV2_Atom_Forge_Frame frame;
  begin(link, &message, &frame, link->uris.patch_get, property);
  end(link, &message, &frame);
}

void
yeoun_link_receive(const struct yeoun_link *link,
                   struct yeoun_model *model,
                   uint32_t port,
                   uint32_t size,
                   uint32_t format,
                   const void *buffer)
{
  const uint32_t first = yeoun_port_index(link->kind, (enum yeoun_port)0);
  if (format == 0 && size == sizeof(float) && port >= first &&
      port < first + YEOUN_CONTROLS) {
    float value = 0.0f;
    memcpy(&value, buffer, sizeof(value));
    yeoun_model_port_is(model, (enum yeoun_port)(port - first), value);
  } else if (format == link->event_transfer && size >= sizeof(LV2_Atom)) {
    yeoun_told_read(link, model, (const LV2_Atom *)buffer);
  }
}
