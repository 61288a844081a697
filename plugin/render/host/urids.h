// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The table behind urid:map and urid:unmap. */

#ifndef YEOUN_RENDER_HOST_URIDS_H
#define YEOUN_RENDER_HOST_URIDS_H

#include <lv2/urid/urid.h>

#define YEOUN_URIDS 512

struct yeoun_urids {
  LV2_URID_Map map; /**< their handles point here: the table must not move */
  LV2_URID_Unmap unmap;
  unsigned count;
  char *uri[YEOUN_URIDS];
};

/** An empty table. */
void
yeoun_urids_init(struct yeoun_urids *urids);

/** The number of a URI, from 1; 0 when the table is full. */
LV2_URID
yeoun_urids_map(struct yeoun_urids *urids, const char *uri);

void
yeoun_urids_free(struct yeoun_urids *urids);

#endif
