// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The whole window: all views on one page, and what they share. Draws with
   cairo, knows no X. The interface's thread. */

#ifndef YEOUN_UI_VIEWS_PAGE_H
#define YEOUN_UI_VIEWS_PAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "music/lane.h"
#include "ui/model/kept.h"
#include "ui/model/model.h"
#include "ui/model/previews.h"
#include "ui/widgets/gui.h"

/** The size that the window opens with, and the least it can have, in points.
 */
#define YEOUN_PAGE_WIDTH 1240
#define YEOUN_PAGE_HEIGHT 830
#define YEOUN_PAGE_LEAST_WIDTH 1080
#define YEOUN_PAGE_LEAST_HEIGHT 750

/** Things of the page: a base for each view. */
enum {
  YEOUN_ID_PORT = 0x1000,
  YEOUN_ID_THEME = 0x2000,
  YEOUN_ID_TRIANGLE = 0x2100,
  YEOUN_ID_PRESET_DOT = 0x2200,
  YEOUN_ID_CARD = 0x3000,
  YEOUN_ID_CARD_STAR = 0x3100,
  YEOUN_ID_CARDS = 0x3200,
  YEOUN_ID_SIBLING = 0x3300,
  YEOUN_ID_BEFORE = 0x3400,
  YEOUN_ID_LANE = 0x4000,
  YEOUN_ID_LANE_BARS = 0x4800,
  YEOUN_ID_ROLL = 0x4900,
  YEOUN_ID_SHELF = 0x5000,
  YEOUN_ID_PRESETS = 0x6000,
  YEOUN_ID_BAR = 0x7000,
  YEOUN_ID_SAVE = 0x7100,
  YEOUN_ID_MORE = 0x7200,
  YEOUN_ID_SOUND = 0x7300,
};

struct yeoun_favourites;
struct yeoun_presets;

/** Bars of lanes that the next action is about. */
struct yeoun_selection {
  bool is_there;
  unsigned lanes;       /**< set of enum yeoun_lane */
  unsigned lane;        /**< where it was begun */
  unsigned first, bars; /**< bars from 0 */
};

/** What a drag out of the window carries, once it has begun. */
struct yeoun_carry {
  bool is_wanted;
  unsigned lanes; /**< set of enum yeoun_lane */
};

struct yeoun_page {
  struct yeoun_gui gui;
  struct yeoun_model *model;
  struct yeoun_previews *previews;
  unsigned first_card; /**< number of the first card of the page */
  unsigned chosen;     /**< number that the siblings belong to */
  struct yeoun_selection selection;
  struct yeoun_carry carry;
  unsigned solo;                       /**< set of lanes */
  float before_solo[YEOUN_LANES];      /**< their mutes */
  struct yeoun_players players;        /**< of what is kept */
  unsigned first_kept;                 /**< of the shelf, in sight */
  bool is_moving;                      /**< the music moves: it sounds */
  double zoom;                         /**< of the roll: 1 shows all bars */
  double from;                         /**< the first tick in sight, of 0..1 */
  struct yeoun_presets *presets;       /**< NULL: none were read */
  struct yeoun_favourites *favourites; /**< NULL: there are none */
  char find[64];                       /**< of presets */
  bool are_favourites_alone;           /**< in the list of presets */
  double scroll;                       /**< of the list of presets, in points */
  char folder[256];                    /**< into which files are saved */
  char preset_name[64];                /**< of the one to be saved */
  char message[256];                   /**< what the last action came to */
  char fault[256];                     /**< of the theme that is typed */
  char file_fault[256];                /**< of a file that has no theme */
  bool is_theme_wrong;                 /**< as it is typed: all music that
                                            is shown is the one before */
  bool has_colour;
  uint32_t colour;                     /**< of the picture, 0xRRGGBB */
  float drawn_scale;                   /**< as the window was drawn */
  float scale;                         /**< of the person's own: 1, 1.25, ... */
  struct yeoun_rect roll;              /**< where bars lie, for playhead() */
  struct yeoun_rect bars[YEOUN_LANES]; /**< where the bars of lanes lie */
  struct yeoun_rect meter[YEOUN_LANES]; /**< where levels are shown */
};

/** An empty page of a model. */
void
yeoun_page_init(struct yeoun_page *page,
                struct yeoun_model *model,
                struct yeoun_previews *previews);

/** Draw all, and answer an event: passes until nothing more changes.
    @param cr  scaled to points
    @param width, height  in points */
void
yeoun_page_pass(struct yeoun_page *page,
                cairo_t *cr,
                double width,
                double height,
                const struct yeoun_input *in);

/** Say which variations the views want to see; after any change. Returns
   whether some were there already, so that the page is to be drawn again. */
bool
yeoun_page_want(struct yeoun_page *page);

/** The preview of what sounds, else of what is chosen, or NULL: what the roll
    shows. */
const struct yeoun_preview *
yeoun_page_sounding(const struct yeoun_page *page);

/** The x of the playhead, or a negative number when there is none. */
double
yeoun_page_playhead(const struct yeoun_page *page);

/** Draw playhead and meters alone, over what was drawn before. */
void
yeoun_page_draw_live(const struct yeoun_page *page, cairo_t *cr);

#endif
