// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What the head of a lane and its bars share. */

#ifndef YEOUN_UI_VIEWS_LANES_H
#define YEOUN_UI_VIEWS_LANES_H

#include "page.h"

/** Ids of a lane's head, from YEOUN_ID_LANE + lane * YEOUN_LANE_IDS. */
#define YEOUN_LANE_IDS 16

/** Name, instrument, level, mute, solo, lock of a lane. */
void
yeoun_lane_head(struct yeoun_page *page, struct yeoun_rect rect, unsigned lane);

/** The take of a lane: one back, its number, one on. */
void
yeoun_lane_take(struct yeoun_page *page, struct yeoun_rect rect, unsigned lane);

/** What a lane is called: "Melody". */
const char *
yeoun_lane_title(unsigned lane);

/** The set of lanes that have notes in what the roll shows. */
unsigned
yeoun_lanes_heard(const struct yeoun_page *page);

/** The set of lanes that are chosen. */
unsigned
yeoun_lanes_chosen(const struct yeoun_page *page);

/** Drag lanes out of the window, those that have notes; where none has, say so.
    @param lanes  set of enum yeoun_lane */
void
yeoun_lane_carry(struct yeoun_page *page, unsigned lanes);

/** Say that lanes have nothing to be dragged. */
void
yeoun_lane_refuse(unsigned lanes, char *text, size_t size);

/** Let bars be chosen: by dragging over bars and lanes, or by arrow keys. */
void
yeoun_lane_choose(struct yeoun_page *page,
                  struct yeoun_rect rect,
                  const struct yeoun_score *score,
                  unsigned lane);

/** Roll the chosen bars again, in each chosen lane that is not locked. */
void
yeoun_lane_roll(struct yeoun_page *page);

/** The notes of a lane; bars are chosen by dragging over them. */
void
yeoun_lane_bars(struct yeoun_page *page, struct yeoun_rect rect, unsigned lane);

/** Bar numbers, chords, phrases above the lanes. */
void
yeoun_roll_ruler(struct yeoun_page *page, struct yeoun_rect rect);

/** Title of the roll and what can be done with the chosen bars. */
void
yeoun_roll_head(struct yeoun_page *page, struct yeoun_rect rect);

/** The score that the roll shows, or NULL. */
const struct yeoun_score *
yeoun_roll_score(const struct yeoun_page *page);

/** The first and the last tick in sight. */
void
yeoun_roll_sight(const struct yeoun_page *page,
                 const struct yeoun_score *score,
                 double *from,
                 double *to);

#endif
