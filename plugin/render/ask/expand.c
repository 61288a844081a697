// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "expand.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "alternative.h"
#include "music/palette.h"
#include "render/say.h"

/* What rings out is given so much of a length that counts it: as long as most
   instruments take, and a third of what is short at most. */
#define RING_S 2.0
#define RING_SHARE 0.3

static bool
add(struct yeoun_cues *cues, const struct yeoun_music_cue *cue)
{
  if (strpbrk(cue->name, "/'\"\\") || !cue->name[0] ||
      strchr(".-~", cue->name[0])) {
    yeoun_say("a name must be good for files: neither / ' \" nor \\, and no "
              "point, dash or ~ at its beginning");
    return false;
  }
  return yeoun_cues_add(cues, cue);
}

/** Let a name end in what makes it different. */
static bool
extend(struct yeoun_music_cue *cue, const char *end)
{
  const size_t length = strlen(cue->name);
  if (length + strlen(end) + 2 > sizeof(cue->name)) {
    yeoun_say("too long a name");
    return false;
  }
  snprintf(cue->name + length, sizeof(cue->name) - length, "-%s", end);
  return true;
}

/** What of its length a cue leaves to ring out. */
static double
ring_of(const struct yeoun_music_cue *cue)
{
  return cue->has_ring ? fmin(RING_S, cue->seconds * RING_SHARE) : 0;
}

static bool
add_others(struct yeoun_cues *cues, const struct yeoun_music_cue *asked)
{
  struct yeoun_music_cue roomy = *asked;
  const struct yeoun_music_cue *const cue = &roomy;
  roomy.ring_s = ring_of(&roomy);
  roomy.seconds -= roomy.ring_s;
  bool is_good = add(cues, cue);
  for (unsigned i = 0; i < cue->remixes && is_good; ++i) {
    struct yeoun_music_cue remix = *cue;
    const unsigned palette = cue->remix[i];
    remix.is_remix = true;
    is_good = extend(&remix, yeoun_palette_name(palette));
    if (is_good && !yeoun_cue_setting(&remix, "remix", NULL, (float)palette)) {
      yeoun_say("too many settings");
      is_good = false;
    }
    is_good = is_good && add(cues, &remix);
  }
  for (unsigned i = 0; i < cue->mixes && is_good; ++i) {
    struct yeoun_music_cue mix = *cue;
    is_good = extend(&mix, yeoun_alternative_name(cue->mix[i]));
    if (is_good && !yeoun_alternative_make(&mix, cue->mix[i])) {
      yeoun_say("too many settings");
      is_good = false;
    }
    is_good = is_good && add(cues, &mix);
  }
  return is_good;
}

bool
yeoun_cues_expand(struct yeoun_cues *cues, const struct yeoun_music_cue *cue)
{
  bool is_good = add_others(cues, cue);
  for (unsigned i = 0; i < cue->edits && is_good; ++i) {
    struct yeoun_music_cue edit = *cue;
    char end[32];
    edit.bars = 0;
    edit.seconds = cue->edit_s[i];
    for (unsigned k = 0; k < edit.points && cue->seconds > 0; ++k) {
      edit.point[k].at_s *= edit.seconds / cue->seconds;
    }
    while (edit.hits &&
           edit.hit_s[edit.hits - 1] >= edit.seconds - ring_of(&edit)) {
      --edit.hits;
    }
    snprintf(end, sizeof(end), "%gs", edit.seconds);
    is_good = extend(&edit, end) && add_others(cues, &edit);
  }
  return is_good;
}
