// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "ends.h"

#include <stdio.h>
#include <string.h>

#include "render/ask/format.h"
#include "render/ask/make.h"
#include "render/sound/mix.h"

static void
add(struct yeoun_ends *ends, const char *part, const char *kind)
{
  if (ends->count < YEOUN_ENDS) {
    snprintf(ends->end[ends->count++], YEOUN_END, "%.12s.%.10s", part, kind);
  }
}

static void
add_stems(struct yeoun_ends *ends, const char *kind)
{
  char part[YEOUN_END];
  for (unsigned i = 0; i < YEOUN_STEM_PAIRS; ++i) {
    snprintf(part, sizeof(part), ".%.20s", yeoun_stem_name(i));
    add(ends, part, kind);
  }
}

void
yeoun_ends_of_cue(const struct yeoun_music_cue *cue, struct yeoun_ends *ends)
{
  const char *const first = yeoun_format_end(yeoun_formats_first(cue->formats));
  ends->count = 0;
  for (unsigned i = 0; i < YEOUN_FORMATS; ++i) {
    if (cue->formats >> i & 1) {
      add(ends, "", yeoun_format_end(i));
    }
  }
  if (cue->makes & YEOUN_MAKE_STEMS) {
    add_stems(ends, first);
  }
  if (cue->makes & YEOUN_MAKE_PICTURE) {
    add(ends, "", "svg");
  }
  if (cue->makes & YEOUN_MAKE_MIDI) {
    add(ends, "", "mid");
  }
  if (cue->makes & YEOUN_MAKE_SCORE) {
    add(ends, ".lead", "musicxml");
    add(ends, ".score", "musicxml");
  }
  if (cue->makes & YEOUN_MAKE_SESSION) {
    add(ends, "", "ardour");
  }
  if (cue->makes & YEOUN_MAKE_LOOP) {
    add(ends, ".loop", first);
  }
}

bool
yeoun_end_is_known(const char *end)
{
  for (unsigned format = 0; format < YEOUN_FORMATS; ++format) {
    const struct yeoun_music_cue all = {
      .makes = YEOUN_MAKE_ALL | YEOUN_MAKE_SESSION, .formats = 1U << format};
    struct yeoun_ends ends;
    yeoun_ends_of_cue(&all, &ends);
    for (unsigned i = 0; i < ends.count; ++i) {
      if (!strcmp(ends.end[i], end)) {
        return true;
      }
    }
  }
  return !strcmp(end, YEOUN_RECORD_END);
}
