// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "told.h"

#include "render/say.h"

static bool
apply_rank(const struct yeoun_told *told,
           unsigned rank,
           struct yeoun_music_cue *cue)
{
  for (unsigned i = 0; i < told->count; ++i) {
    const struct yeoun_property *const p = told->entry[i].property;
    if (p->rank == rank && !p->read(p, cue, told->entry[i].text)) {
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

bool
yeoun_told_apply(const struct yeoun_told *told, struct yeoun_music_cue *cue)
{
  bool is_good = true;
  for (unsigned rank = YEOUN_PROPERTY_RANK + 1; rank-- && is_good;) {
    is_good = apply_rank(told, rank, cue);
  }
  return is_good;
}
