// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "lane.h"

static const struct {
  const char *name;
  uint8_t channel;
} lanes[YEOUN_LANES] = {
#define LANE(ID, name, Name, channel) {name, channel},
#include "lane_list.h"
#undef LANE
};

const char *
yeoun_lane_name(unsigned lane)
{
  return lanes[lane % YEOUN_LANES].name;
}

uint8_t
yeoun_lane_channel(unsigned lane)
{
  return lanes[lane % YEOUN_LANES].channel;
}
