// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The parts of the page. Each draws into its rectangle and answers the event
   that is meant for it. The interface's thread. */

#ifndef YEOUN_UI_VIEWS_VIEWS_H
#define YEOUN_UI_VIEWS_VIEWS_H

#include "page.h"

/** The strip at the top: theme, audition, undo, A and B. */
void
yeoun_view_top(struct yeoun_page *page, struct yeoun_rect rect);

/** The theme as text, its key, its motif. */
void
yeoun_view_theme(struct yeoun_page *page, struct yeoun_rect rect);

/** The motif alone. */
void
yeoun_view_motif(struct yeoun_page *page, struct yeoun_rect rect);

/** Its key, which can be moved, and how long each chord lasts. */
void
yeoun_view_theme_facts(struct yeoun_page *page, struct yeoun_rect rect);

/** Whether all that is wrong with a theme is its last symbol, which may not be
    typed to its end. */
bool
yeoun_theme_is_unfinished(const char *text, struct yeoun_reading reading);

/** Say in few words what is wrong with a theme, below where it is. */
void
yeoun_view_theme_fault(struct yeoun_page *page,
                       struct yeoun_rect field,
                       struct yeoun_rect below,
                       const char *text,
                       struct yeoun_reading reading);

/** Take the theme out of a MIDI file.
    @param name  a path or a URI of it
    @return false when there is none: then page->file_fault says why */
bool
yeoun_view_theme_file(struct yeoun_page *page, const char *name);

/** Take what was dropped onto the window, if this event is that. */
void
yeoun_view_drop(struct yeoun_page *page);

/** Take warmth from the colour of a still.
    @param path  of an image */
void
yeoun_view_still(struct yeoun_page *page, const char *path);

/** The mood: triangle, intensity, space, what the music measures. */
void
yeoun_view_mood(struct yeoun_page *page, struct yeoun_rect rect);

/** The triangle alone. */
void
yeoun_view_triangle(struct yeoun_page *page, struct yeoun_rect rect);

/** What the playing music measures against the mood. */
void
yeoun_view_measures(struct yeoun_page *page, struct yeoun_rect rect);

/** Palette, warmth, ambience, stage, level. */
void
yeoun_view_sound(struct yeoun_page *page, struct yeoun_rect rect);

/** The numbered cards and what they share. */
void
yeoun_view_cards(struct yeoun_page *page, struct yeoun_rect rect);

/** "Like this, but": the siblings of the chosen card. */
void
yeoun_view_siblings(struct yeoun_page *page, struct yeoun_rect rect);

/** What is kept. */
void
yeoun_view_shelf(struct yeoun_page *page, struct yeoun_rect rect);

/** The lanes of what sounds, each with its controls and its roll. */
void
yeoun_view_lanes(struct yeoun_page *page, struct yeoun_rect rect);

/** The strip at the bottom: what the thing under the pointer means. */
void
yeoun_view_info(struct yeoun_page *page, struct yeoun_rect rect);

#endif
