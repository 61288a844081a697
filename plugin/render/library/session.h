// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A session of Ardour 7 that holds a cue: its stems on tracks, its marks, its
   tempo map. It lies beside the stems, whose places in the file system it
   names. */

#ifndef YEOUN_RENDER_LIBRARY_SESSION_H
#define YEOUN_RENDER_LIBRARY_SESSION_H

#include <stdbool.h>

#include "render/host/take.h"
#include "render/schedule/marks.h"
#include "render/schedule/render_plan.h"

#define YEOUN_SESSION_END ".ardour"

/** Write the session of a cue whose stems are written, unless there is one, in
    which work may have been done. Says what is wrong. */
bool
yeoun_session_write(const struct yeoun_render_plan *plan,
                    const struct yeoun_marks *marks,
                    const struct yeoun_take *take);

#endif
