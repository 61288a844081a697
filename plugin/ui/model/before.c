// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "before.h"

#include <stdio.h>
#include <string.h>

void
yeoun_before_begin(struct yeoun_before *before, const struct yeoun_request *now)
{
  memcpy(&before->begun, now, sizeof(*now));
  before->is_begun = true;
}

void
yeoun_before_end(struct yeoun_before *before, const struct yeoun_request *now)
{
  struct yeoun_request like = before->begun;
  like.variation = now->variation;
  like.doubling = now->doubling; /* the host's own matter */
  if (before->is_begun && !yeoun_request_equal(&like, now)) {
    memcpy(&before->request, &before->begun, sizeof(before->request));
    before->is_there = true;
  }
  before->is_begun = false;
}

static bool
is_mood_same(const struct yeoun_mood *a, const struct yeoun_mood *b)
{
  for (unsigned i = 0; i < YEOUN_POLES; ++i) {
    if (a->asked[i] != b->asked[i]) {
      return false;
    }
  }
  for (unsigned i = 0; i < YEOUN_TRIMS; ++i) {
    if (a->trim[i] != b->trim[i]) {
      return false;
    }
  }
  return true;
}

static bool
is_theme_same(const struct yeoun_request *a, const struct yeoun_request *b)
{
  char one[YEOUN_THEME_TEXT];
  char two[YEOUN_THEME_TEXT];
  yeoun_theme_write(&a->theme, one, sizeof(one));
  yeoun_theme_write(&b->theme, two, sizeof(two));
  return !strcmp(one, two);
}

static bool
is_time_same(const struct yeoun_request *a, const struct yeoun_request *b)
{
  return a->bars == b->bars && a->form == b->form &&
         a->has_ending == b->has_ending && a->meter.beats == b->meter.beats &&
         a->meter.unit == b->meter.unit;
}

static bool
are_takes_same(const struct yeoun_request *a, const struct yeoun_request *b)
{
  return a->theme_take == b->theme_take && a->harmony_take == b->harmony_take &&
         !memcmp(a->take, b->take, sizeof(a->take));
}

static bool
are_ranges_same(const struct yeoun_request *a, const struct yeoun_request *b)
{
  bool is_same = a->ranges == b->ranges;
  for (unsigned i = 0; is_same && i < a->ranges; ++i) {
    const struct yeoun_bar_range *const r = &a->range[i];
    const struct yeoun_bar_range *const s = &b->range[i];
    is_same = r->lane == s->lane && r->first == s->first &&
              r->bars == s->bars && r->take == s->take;
  }
  return is_same;
}

void
yeoun_before_name(const struct yeoun_request *a,
                  const struct yeoun_request *b,
                  char *text,
                  size_t size)
{
  const struct {
    bool is_same;
    const char *name;
  } settings[] = {
    {is_theme_same(a, b), "theme"},
    {is_mood_same(&a->mood, &b->mood), "mood"},
    {a->mood.intensity == b->mood.intensity, "intensity"},
    {a->mood.space == b->mood.space, "space"},
    {a->warmth == b->warmth, "warmth"},
    {a->distance == b->distance, "distance"},
    {is_time_same(a, b), "form"},
    {a->palette == b->palette, "palette"},
    {!memcmp(a->instrument, b->instrument, sizeof(a->instrument)),
     "instruments"},
    {are_takes_same(a, b), "takes"},
    {are_ranges_same(a, b), "rolled bars"},
    {a->korean == b->korean, "Korean layer"},
    {a->humanize == b->humanize, "humanize"},
  };
  size_t length = 0;
  text[0] = '\0';
  for (unsigned i = 0; i < sizeof(settings) / sizeof(*settings); ++i) {
    if (!settings[i].is_same && length < size) {
      length += (size_t)snprintf(text + length,
                                 size - length,
                                 "%s%s",
                                 length ? ", " : "",
                                 settings[i].name);
    }
  }
}
