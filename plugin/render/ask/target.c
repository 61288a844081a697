// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "target.h"

#include <stddef.h>
#include <string.h>

/* Sources: AES TD1008 2021 (streaming); EBU R 128 s4 2023 (cinematic content:
   dialogue near -27 LUFS); EBU R 128 2014 (broadcast). */
static const struct {
  const char *name;
  double lufs, peak_db;
} targets[YEOUN_TARGETS] = {
  {"none", 0, 0},
  {"streaming", -14, -1},
  {"cinema", -27, -2},
  {"broadcast", -23, -1},
};

const char *
yeoun_target_name(unsigned target)
{
  return target < YEOUN_TARGETS ? targets[target].name : NULL;
}

unsigned
yeoun_target_find(const char *name)
{
  unsigned target = 0;
  while (target < YEOUN_TARGETS && strcmp(name, targets[target].name) != 0) {
    ++target;
  }
  return target;
}

double
yeoun_target_lufs(unsigned target)
{
  return targets[target % YEOUN_TARGETS].lufs;
}

double
yeoun_target_peak_db(unsigned target)
{
  return targets[target % YEOUN_TARGETS].peak_db;
}
