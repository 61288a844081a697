// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Between model and host: ports and atoms, as plugin/docs/atoms.md tells. The
   interface's thread. */

#ifndef YEOUN_UI_LINK_H
#define YEOUN_UI_LINK_H

#include <lv2/atom/forge.h>
#include <lv2/ui/ui.h>

#include "ui/model/model.h"
#include "uris.h"

struct yeoun_link {
  LV2UI_Write_Function write;
  LV2UI_Controller controller;
  struct yeoun_uris uris;
  LV2_URID event_transfer, atom_vector;
  LV2_Atom_Forge forge;
  enum yeoun_kind kind;
};

/** @param plugin  the URI of the plugin */
void
yeoun_link_init(struct yeoun_link *link,
                LV2_URID_Map *map,
                const char *plugin,
                LV2UI_Write_Function write,
                LV2UI_Controller controller);

/** Where a model's settings go: out through the link. */
struct yeoun_outlet
yeoun_link_outlet(struct yeoun_link *link);

/** Ask for a property; 0 for all. */
void
yeoun_link_ask(struct yeoun_link *link, LV2_URID property);

/** Take what the host passes on from a port of the plugin.
    @param buffer  a float when format is 0, else an atom */
void
yeoun_link_receive(const struct yeoun_link *link,
                   struct yeoun_model *model,
                   uint32_t port,
                   uint32_t size,
                   uint32_t format,
                   const void *buffer);

#endif
