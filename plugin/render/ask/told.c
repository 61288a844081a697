// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "told.h"

#include "render/say.h"

bool
yeoun_told_apply(const struct yeoun_told *told, struct yeoun_music_cue *cue)
{
  for (unsigned i = 0; i < told->count; ++i) {
    const struct yeoun_property *const p = told->entry[i].property;
    if (!p->read(p, cue, told->entry[i].text)) {
      char accepted[YEOUN_ACCEPTED];
      yeoun_say("--%s %s: expected %s",
                p->name,
                told->entry[i].text,
                yeoun_property_accepted(p, accepted, sizeof(accepted)));
      return false;
    }
  }
  return true;
}
