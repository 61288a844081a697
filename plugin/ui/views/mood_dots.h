// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Presets as dots of the triangle of moods, and their names. The interface's
   thread. */

#ifndef YEOUN_UI_VIEWS_MOOD_DOTS_H
#define YEOUN_UI_VIEWS_MOOD_DOTS_H

#include "page.h"

struct yeoun_point {
  double x, y;
};

/** Where weights, which need not sum up to 1, lie between the corners. */
struct yeoun_point
yeoun_mood_place(const struct yeoun_point corner[YEOUN_POLES],
                 const double weight[YEOUN_POLES]);

/** Draw the dots; a press loads one. Those below the handle cannot be seen, and
    are not meant. */
void
yeoun_view_dots(struct yeoun_page *page,
                const struct yeoun_point corner[YEOUN_POLES],
                struct yeoun_point handle);

/** Name the dot under the pointer beside it, the preset that is loaded, and as
    many favourites as there is room for.
    @param rect  that names do not leave */
void
yeoun_view_dot_names(struct yeoun_page *page,
                     struct yeoun_rect rect,
                     const struct yeoun_point corner[YEOUN_POLES],
                     struct yeoun_point handle);

#endif
