// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "urids.h"

#include <stdlib.h>
#include <string.h>

static LV2_URID
map(LV2_URID_Map_Handle handle, const char *uri)
{
  return yeoun_urids_map((struct yeoun_urids *)handle, uri);
}

static const char *
unmap(LV2_URID_Unmap_Handle handle, LV2_URID urid)
{
  const struct yeoun_urids *const urids = (const struct yeoun_urids *)handle;
  return urid && urid <= urids->count ? urids->uri[urid - 1] : NULL;
}

void
yeoun_urids_init(struct yeoun_urids *urids)
{
  memset(urids, 0, sizeof(*urids));
  urids->map = (LV2_URID_Map){urids, map};
  urids->unmap = (LV2_URID_Unmap){urids, unmap};
}

LV2_URID
yeoun_urids_map(struct yeoun_urids *urids, const char *uri)
{
  for (unsigned i = 0; i < urids->count; ++i) {
    if (!strcmp(urids->uri[i], uri)) {
      return i + 1;
    }
  }
  char *const copy = urids->count < YEOUN_URIDS ? strdup(uri) : NULL;
  if (!copy) {
    return 0;
  }
  urids->uri[urids->count++] = copy;
  return urids->count;
}

void
yeoun_urids_free(struct yeoun_urids *urids)
{
  while (urids->count) {
    free(urids->uri[--urids->count]);
  }
}
