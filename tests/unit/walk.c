// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "walk.h"

#include "suite.h"

struct subjects subjects;
struct yeoun_compose_scratch scratch;
struct yeoun_score score;

void
walk_open(int every)
{
  ck_assert(subjects_read(THEMES, every, WALK_BARS, &subjects));
}

struct yeoun_request
walk_request(int n, unsigned pole, unsigned variation, double distance)
{
  return subject_request(&subjects.subject[n % subjects.count],
                         WALK_BARS,
                         pole,
                         variation,
                         distance);
}

void
walk_compose(const struct yeoun_request *request)
{
  yeoun_compose(request, &scratch, &score);
}
