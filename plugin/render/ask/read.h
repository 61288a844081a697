// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Read values that a person wrote, in options and in sheets. All return false
   when the whole text is not what they expect. */

#ifndef YEOUN_RENDER_ASK_READ_H
#define YEOUN_RENDER_ASK_READ_H

#include <stdbool.h>

#include "cue.h"
#include "music/beats.h"

/** Whether a text is UTF-8 of letters that are seen (letter.h): a name may go
    into file names, pages, and lists that a shell reads. */
bool
yeoun_read_plain(const char *text);

/** Whether a text is the name of a variation, "yeoun1 ...", right or wrong. */
bool
yeoun_read_is_variation_name(const char *text);

bool
yeoun_read_whole(const char *text, long low, long high, long *number);

bool
yeoun_read_real(const char *text, double low, double high, double *number);

/** "4/4". */
bool
yeoun_read_meter(const char *text, struct yeoun_meter *meter);

/** "romantic", or a blend: "lyrical 0.6 comic 0.4". */
bool
yeoun_read_mood(const char *text, float weight[YEOUN_POLES]);

/** "0:0.3 20:0.8 47.3:0.2", seconds and values, ascending. */
bool
yeoun_read_curve(const char *text, struct yeoun_music_cue *cue);

/** Seconds of a hit point, put in order among the others. */
bool
yeoun_read_hit(const char *text, struct yeoun_music_cue *cue);

#endif
