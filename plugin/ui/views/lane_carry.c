// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Lanes that are dragged out of the window. */

#include <stdio.h>

#include "lanes.h"

const char *
yeoun_lane_title(unsigned lane)
{
  static const char *const titles[YEOUN_LANES] = {
#define LANE(ID, name, Name, channel) [YEOUN_LANE_##ID] = Name,
#include "music/lane_list.h"
#undef LANE
  };
  return titles[lane];
}

unsigned
yeoun_lanes_heard(const struct yeoun_page *page)
{
  const struct yeoun_score *const score = yeoun_roll_score(page);
  unsigned lanes = 0;
  for (unsigned i = 0; score && i < score->notes; ++i) {
    lanes |= 1U << score->note[i].lane;
  }
  return lanes;
}

unsigned
yeoun_lanes_chosen(const struct yeoun_page *page)
{
  return page->selection.is_there ? page->selection.lanes : 0;
}

void
yeoun_lane_refuse(unsigned lanes, char *text, size_t size)
{
  unsigned lane = 0;
  while (lane + 1 < YEOUN_LANES && !(lanes >> lane & 1U)) {
    ++lane;
  }
  if (lanes & (lanes - 1)) {
    snprintf(text,
             size,
             "These lanes are silent in this variation: there is nothing to "
             "drag out.");
  } else {
    snprintf(text,
             size,
             "%s is silent in this variation: there is nothing to drag out.",
             yeoun_lane_title(lane));
  }
}

void
yeoun_lane_carry(struct yeoun_page *page, unsigned lanes)
{
  const unsigned heard = lanes & yeoun_lanes_heard(page);
  if (heard) {
    page->carry = (struct yeoun_carry){true, heard};
  } else {
    yeoun_lane_refuse(lanes, page->message, sizeof(page->message));
  }
}
