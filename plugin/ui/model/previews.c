// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "previews.h"

#include <stdlib.h>
#include <string.h>

#include "compose/compose.h"
#include "compose/scratch.h"

struct yeoun_previews {
  struct yeoun_preview slot[YEOUN_PREVIEWS];
  struct yeoun_score score[YEOUN_PREVIEWS];
  struct yeoun_compose_scratch scratch;
  bool is_done; /**< all that is wanted is there */
};

struct yeoun_previews *
yeoun_previews_new(void)
{
  struct yeoun_previews *const p =
    (struct yeoun_previews *)calloc(1, sizeof(*p));
  for (unsigned i = 0; p && i < YEOUN_PREVIEWS; ++i) {
    p->slot[i].score = &p->score[i];
  }
  return p;
}

void
yeoun_previews_free(struct yeoun_previews *previews)
{
  free(previews);
}

bool
yeoun_preview_is_ready(const struct yeoun_preview *preview)
{
  return preview->is_wanted && preview->is_there &&
         yeoun_request_equal(&preview->wanted, &preview->request);
}

/** Take the score of another slot that has it. */
static bool
borrow(struct yeoun_previews *p, struct yeoun_preview *to)
{
  for (unsigned i = 0; i < YEOUN_PREVIEWS; ++i) {
    const struct yeoun_preview *const from = &p->slot[i];
    if (from != to && from->is_there &&
        yeoun_request_equal(&from->request, &to->wanted)) {
      memcpy(&to->request, &from->request, sizeof(to->request));
      memcpy(to->score, from->score, sizeof(*to->score));
      to->is_there = true;
      ++to->serial;
      return true;
    }
  }
  return false;
}

bool
yeoun_previews_want(struct yeoun_previews *previews,
                    unsigned slot,
                    const struct yeoun_request *request)
{
  struct yeoun_preview *const s = &previews->slot[slot];
  s->is_wanted = request != NULL;
  if (!request) {
    return false;
  }
  memcpy(&s->wanted, request, sizeof(*request));
  s->wanted.kept = 0;
  previews->is_done = false;
  return !yeoun_preview_is_ready(s) && borrow(previews, s);
}

const struct yeoun_preview *
yeoun_previews_get(const struct yeoun_previews *previews, unsigned slot)
{
  return &previews->slot[slot];
}

bool
yeoun_previews_step(struct yeoun_previews *previews)
{
  for (unsigned i = 0; i < YEOUN_PREVIEWS && !previews->is_done; ++i) {
    struct yeoun_preview *const s = &previews->slot[i];
    if (!s->is_wanted || yeoun_preview_is_ready(s)) {
      continue;
    }
    if (!borrow(previews, s)) {
      yeoun_compose(&s->wanted, &previews->scratch, s->score);
      memcpy(&s->request, &s->wanted, sizeof(s->request));
      s->is_there = true;
      ++s->serial;
    }
    return true;
  }
  previews->is_done = true;
  return false;
}
