// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "expand.h"

#include <stdio.h>
#include <string.h>

#include "music/palette.h"
#include "render/say.h"

static bool
add(struct yeoun_cues *cues, const struct yeoun_music_cue *cue)
{
  if (strpbrk(cue->name, "/'\"\\") || cue->name[0] == '.' || !cue->name[0]) {
    yeoun_say("a name must be good for files: neither / ' \" nor \\, and no "
              "point at its beginning");
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

static bool
add_remixes(struct yeoun_cues *cues, const struct yeoun_music_cue *cue)
{
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
  return is_good;
}

bool
yeoun_cues_expand(struct yeoun_cues *cues, const struct yeoun_music_cue *cue)
{
  bool is_good = add_remixes(cues, cue);
  for (unsigned i = 0; i < cue->edits && is_good; ++i) {
    struct yeoun_music_cue edit = *cue;
    char end[32];
    edit.bars = 0;
    edit.seconds = cue->edit_s[i];
    while (edit.hits && edit.hit_s[edit.hits - 1] >= edit.seconds) {
      --edit.hits;
    }
    snprintf(end, sizeof(end), "%gs", edit.seconds);
    is_good = extend(&edit, end) && add_remixes(cues, &edit);
  }
  return is_good;
}
