// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The interface as hosts see it: one for all three plugins, driven by
   ui:idleInterface alone. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lv2/options/options.h>
#include <lv2/ui/ui.h>

#include "link.h"
#include "ui/model/carry.h"
#include "ui/model/favourites.h"
#include "ui/model/presets.h"
#include "views/page.h"
#include "views/panel.h"
#include "window/drag.h"
#include "window/window.h"

#define UI_URI "urn:yeoun:ui"

/** Levels are asked for every so many calls of idle(), some 15 times a second,
    and while the music moves, and so long after. */
enum { LEVELS_EVERY = 2, LEVELS_AFTER = 15, PRESETS_EVERY = 30 };

/** Moves in a row that are music; a place that is gone to is one alone. */
enum { MOVES = 3 };

struct ui {
  struct yeoun_link link;
  struct yeoun_model model;
  struct yeoun_page page;
  struct yeoun_previews *previews;
  struct yeoun_window *window;
  struct yeoun_carried carried;
  struct yeoun_presets *presets;
  struct yeoun_favourites favourites;
  uint32_t shown;           /**< serial of the model that is drawn */
  bool is_dirty;            /**< the picture is not what it should be */
  bool is_stale;            /**< the picture is not what is on the screen */
  unsigned calls;           /**< of idle() */
  unsigned still;           /**< calls since the music moved */
  unsigned moves;           /**< that came before it last stood still */
  float position;           /**< of the last call */
  double playhead;          /**< as it is drawn; negative for none */
  float level[YEOUN_LANES]; /**< as they are drawn */
};

/** What a host offers. */
struct offers {
  LV2_URID_Map *map;
  const LV2UI_Resize *resize;
  const LV2_Options_Option *options;
  void *parent;
};

static struct offers
find_offers(const LV2_Feature *const *features)
{
  struct offers offers = {0};
  for (; features && *features; ++features) {
    const char *const uri = (*features)->URI;
    void *const data = (*features)->data;
    if (!strcmp(uri, LV2_URID__map)) {
      offers.map = (LV2_URID_Map *)data;
    } else if (!strcmp(uri, LV2_UI__resize)) {
      offers.resize = (const LV2UI_Resize *)data;
    } else if (!strcmp(uri, LV2_UI__parent)) {
      offers.parent = data;
    } else if (!strcmp(uri, LV2_OPTIONS__options)) {
      offers.options = (const LV2_Options_Option *)data;
    }
  }
  return offers;
}

/** ui:scaleFactor; a host that says 1 knows nothing: 0, as the desktop says. */
static double
read_scale(const struct offers *offers)
{
  const LV2_URID factor = yeoun_map(offers->map, LV2_UI__scaleFactor);
  const LV2_URID type = yeoun_map(offers->map, LV2_ATOM__Float);
  const LV2_Options_Option *o = offers->options;
  for (; o && (o->key || o->value); ++o) {
    if (o->key == factor && o->type == type && o->size == sizeof(float)) {
      const float scale = *(const float *)o->value;
      return scale > 1.01f && scale <= 4.0f ? (double)scale : 0;
    }
  }
  return 0;
}

static void
cleanup(LV2UI_Handle handle)
{
  struct ui *const ui = (struct ui *)handle;
  yeoun_window_free(ui->window);
  yeoun_carried_free(&ui->carried);
  yeoun_previews_free(ui->previews);
  yeoun_model_free(&ui->model);
  free(ui->presets);
  free(ui);
}

static LV2UI_Handle
instantiate(const LV2UI_Descriptor *descriptor,
            const char *plugin_uri,
            const char *bundle_path,
            LV2UI_Write_Function write,
            LV2UI_Controller controller,
            LV2UI_Widget *widget,
            const LV2_Feature *const *features)
{
  (void)descriptor;
  const struct offers offers = find_offers(features);
  if (!offers.map) {
    return NULL;
  }
  struct ui *const ui = (struct ui *)calloc(1, sizeof(*ui));
  if (!ui) {
    return NULL;
  }
  yeoun_link_init(&ui->link, offers.map, plugin_uri, write, controller);
  yeoun_model_init(&ui->model, ui->link.kind, yeoun_link_outlet(&ui->link));
  ui->previews = yeoun_previews_new();
  ui->window = ui->previews ? yeoun_window_new((uintptr_t)offers.parent,
                                               YEOUN_PAGE_WIDTH,
                                               YEOUN_PAGE_HEIGHT,
                                               YEOUN_PAGE_LEAST_WIDTH,
                                               YEOUN_PAGE_LEAST_HEIGHT,
                                               read_scale(&offers))
                            : NULL;
  if (!ui->window) {
    cleanup(ui);
    return NULL;
  }
  yeoun_page_init(&ui->page, &ui->model, ui->previews);
  ui->presets = yeoun_presets_new(bundle_path);
  ui->page.presets = ui->presets;
  yeoun_favourites_read(&ui->favourites);
  ui->page.favourites = &ui->favourites;
  ui->is_dirty = true;
  ui->playhead = -1;
  const uintptr_t id = yeoun_window_id(ui->window);
  memcpy(widget, &id, sizeof(id)); /* a number in the place of a pointer */
  if (offers.resize) {
    unsigned width = 0;
    unsigned height = 0;
    yeoun_window_size(ui->window, &width, &height);
    offers.resize->ui_resize(offers.resize->handle, (int)width, (int)height);
  }
  yeoun_link_ask(&ui->link, 0);
  yeoun_link_ask(&ui->link, ui->link.uris.kept);
  return ui;
}

static void
port_event(LV2UI_Handle handle,
           uint32_t port,
           uint32_t size,
           uint32_t format,
           const void *buffer)
{
  struct ui *const ui = (struct ui *)handle;
  yeoun_link_receive(&ui->link, &ui->model, port, size, format, buffer);
}

static void
pass(struct ui *ui, const struct yeoun_input *input)
{
  unsigned width = 0;
  unsigned height = 0;
  yeoun_window_size(ui->window, &width, &height);
  const double scale = yeoun_window_scale(ui->window);
  yeoun_page_pass(&ui->page,
                  yeoun_window_picture(ui->window),
                  width / scale,
                  height / scale,
                  input);
  ui->is_dirty |= yeoun_page_want(&ui->page);
  ui->shown = ui->model.serial;
  ui->is_stale = true;
}

/** A motion over the same thing as before changes nothing. */
static bool
is_idle_motion(const struct ui *ui, const struct yeoun_input *input)
{
  const struct yeoun_gui *const gui = &ui->page.gui;
  return input->kind == YEOUN_INPUT_MOTION && !gui->held &&
         yeoun_gui_at(gui, input->x, input->y) == gui->hot;
}

static void
answer_events(struct ui *ui)
{
  struct yeoun_input input;
  for (;;) {
    switch (yeoun_window_next(ui->window, &input)) {
      case YEOUN_WINDOW_QUIET:
        return;
      case YEOUN_WINDOW_INPUT:
        if (!is_idle_motion(ui, &input)) {
          pass(ui, &input);
        }
        if (input.kind == YEOUN_INPUT_KEY && !ui->page.gui.is_key_used) {
          yeoun_window_pass_key(ui->window);
        }
        break;
      case YEOUN_WINDOW_SIZED:
        ui->is_dirty = true;
        break;
      case YEOUN_WINDOW_EXPOSED:
        ui->is_stale = true;
        break;
    }
  }
}

/** Whether playhead or meters are other than they are drawn. */
static bool
is_live_moved(const struct ui *ui)
{
  return fabs(yeoun_page_playhead(&ui->page) - ui->playhead) > 0.3 ||
         memcmp(ui->level, ui->model.told.level, sizeof(ui->level)) != 0;
}

/** Take away playhead and meters where they were drawn and will be. */
static void
wipe_live(const struct ui *ui)
{
  const struct yeoun_rect roll = ui->page.roll;
  const double places[] = {ui->playhead, yeoun_page_playhead(&ui->page)};
  for (unsigned i = 0; i < 2; ++i) {
    if (places[i] >= 0) {
      yeoun_window_restore(
        ui->window, (struct yeoun_rect){places[i] - 1.5, roll.y, 3, roll.h});
    }
  }
  for (unsigned i = 0; i < YEOUN_LANES; ++i) {
    yeoun_window_restore(ui->window, ui->page.meter[i]);
  }
}

/** Bring the screen to what it should be: all of it, or where something moved.
 */
static void
draw_screen(struct ui *ui)
{
  if ((!ui->is_stale && !is_live_moved(ui)) ||
      !yeoun_window_begin(ui->window)) {
    return;
  }
  if (ui->is_stale) {
    yeoun_window_show(ui->window);
  } else {
    wipe_live(ui);
  }
  yeoun_page_draw_live(&ui->page, yeoun_window_live(ui->window));
  yeoun_window_end(ui->window);
  ui->is_stale = false;
  ui->playhead = yeoun_page_playhead(&ui->page);
  memcpy(ui->level, ui->model.told.level, sizeof(ui->level));
}

/** Ask for levels while the music moves; notes alone have none. */
static void
ask_levels(struct ui *ui)
{
  const float position = ui->model.value[YEOUN_PORT_POSITION];
  ui->still = position != ui->position ? 0 : ui->still + 1;
  ui->moves = ui->still >= LEVELS_AFTER ? 0 : ui->moves + !ui->still;
  ui->position = position;
  const bool is_moving = ui->moves >= MOVES;
  ui->is_dirty |= is_moving != ui->page.is_moving;
  ui->page.is_moving = is_moving;
  ++ui->calls;
  if (ui->still < LEVELS_AFTER) {
    if (ui->calls % LEVELS_EVERY == 0 && ui->link.kind != YEOUN_NOTES) {
      yeoun_link_ask(&ui->link, ui->link.uris.levels);
    }
  } else {
    memset(ui->model.told.level, 0, sizeof(ui->model.told.level));
  }
}

/** Something was taken by its name and moved: it goes out as files. */
static void
carry(struct ui *ui)
{
  struct yeoun_page *const page = &ui->page;
  const struct yeoun_preview *const shown = yeoun_page_sounding(page);
  if (!page->carry.is_wanted) {
    return;
  }
  page->carry.is_wanted = false;
  if (!yeoun_window_is_dragging(ui->window) && shown) {
    const char *const uris = yeoun_carried_write(&ui->carried,
                                                 &ui->model,
                                                 &shown->request,
                                                 shown->score->tempo_bpm,
                                                 page->carry.lanes);
    snprintf(page->message,
             sizeof(page->message),
             "%s",
             *uris ? "" : "There are no notes to drag, or no room for files.");
    if (*uris) {
      yeoun_window_drag(ui->window, uris);
    }
  }
}

/** Look for presets that came, about once a second while they are shown. */
static void
look_for_presets(struct ui *ui)
{
  if (ui->presets && ui->page.gui.open == YEOUN_PANEL_PRESETS &&
      ui->calls % PRESETS_EVERY == 0) {
    ui->is_dirty |= yeoun_presets_refresh(ui->presets);
  }
}

static int
idle(LV2UI_Handle handle)
{
  static const struct yeoun_input nothing = {.kind = YEOUN_INPUT_NONE};
  struct ui *const ui = (struct ui *)handle;
  answer_events(ui);
  carry(ui);
  yeoun_window_zoom(ui->window, (double)ui->page.scale);
  ui->is_dirty |=
    ui->shown != ui->model.serial || ui->page.scale != ui->page.drawn_scale;
  ui->page.drawn_scale = ui->page.scale;
  yeoun_window_keys(ui->window, ui->page.gui.is_keys_wanted);
  yeoun_window_point(ui->window, ui->page.gui.cursor);
  ui->is_dirty |= yeoun_previews_step(ui->previews);
  look_for_presets(ui);
  if (ui->is_dirty) {
    ui->is_dirty = false;
    pass(ui, &nothing);
  }
  draw_screen(ui);
  ask_levels(ui);
  return 0;
}

static const void *
extension_data(const char *uri)
{
  static const LV2UI_Idle_Interface idle_interface = {idle};
  return strcmp(uri, LV2_UI__idleInterface) ? NULL : &idle_interface;
}

LV2_SYMBOL_EXPORT
const LV2UI_Descriptor *
lv2ui_descriptor(uint32_t index)
{
  static const LV2UI_Descriptor descriptor = {
    UI_URI, instantiate, cleanup, port_event, extension_data};
  return index ? NULL : &descriptor;
}
