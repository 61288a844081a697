// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What an interface knows and does: the values of the ports, what the plugin
   told by atoms, what was done and can be undone. Draws nothing, knows no host:
   what it sets goes through an outlet. The interface's thread. */

#ifndef YEOUN_UI_MODEL_MODEL_H
#define YEOUN_UI_MODEL_MODEL_H

#include <stdbool.h>
#include <stdint.h>

#include "before.h"
#include "compose/request.h"
#include "history.h"
#include "memory.h"
#include "name.h"
#include "ports.h"

/** Properties that are set by atoms. */
enum yeoun_text_property {
  YEOUN_SET_THEME,
  YEOUN_SET_RANGES,
  YEOUN_SET_LOCKS,
  YEOUN_SET_NAME,
  YEOUN_SET_KEEP,
  YEOUN_SET_REMOVE,
  YEOUN_SET_CHARACTER,
  YEOUN_SET_COUNT
};

/** Where all that is set goes. */
struct yeoun_outlet {
  void (*set_port)(void *handle, enum yeoun_port port, float value);
  void (*set_text)(void *handle,
                   enum yeoun_text_property property,
                   const char *text);
  void *handle;
};

/** What the plugin told last. */
struct yeoun_news {
  bool is_there; /**< it told anything yet */
  char name[YEOUN_NAME_SIZE];
  char description[YEOUN_DESCRIPTION_SIZE + 64];
  char build[64];
  char error[YEOUN_EXPLANATION_SIZE + 32];
  struct yeoun_request request; /**< of the name */
  bool has_request;             /**< it could be read */
  int32_t variation, algorithm;
  float identity;
  float level[YEOUN_LANES + 1]; /**< 0..1, the ambience last */
  uint32_t serial;              /**< changes whenever another name is told */
};

/** All that can be set, at one time: for A and B. */
struct yeoun_snapshot {
  bool is_there;
  float value[YEOUN_CONTROLS];
  char theme[YEOUN_THEME_TEXT], ranges[YEOUN_RANGES_TEXT];
};

struct yeoun_model {
  enum yeoun_kind kind;
  struct yeoun_outlet outlet;
  float value[YEOUN_CONTROLS];
  struct yeoun_memory memory; /**< theme, shelf, ranges and locks as told */
  struct yeoun_news told;
  struct yeoun_history history;
  struct yeoun_before before; /**< what was chosen before the last change */
  struct yeoun_snapshot snapshot[2]; /**< A and B */
  unsigned side;                     /**< the one that is heard: 0 A, 1 B */
  uint32_t serial;                   /**< changes with every change */
};

/** All ports at their defaults, the theme of the ports.
    @param kind  of the plugin */
void
yeoun_model_init(struct yeoun_model *model,
                 enum yeoun_kind kind,
                 struct yeoun_outlet outlet);

void
yeoun_model_free(struct yeoun_model *model);

/** The host says that a port has a value. */
void
yeoun_model_port_is(struct yeoun_model *model,
                    enum yeoun_port port,
                    float value);

/** A person sets a port: it goes out, and can be undone. */
void
yeoun_model_set(struct yeoun_model *model, enum yeoun_port port, float value);

/** A person sets a text; the same. Of keep and remove the text is a name.
    @param property  theme, ranges, locks, keep or remove: what the others set
                     cannot be undone */
void
yeoun_model_set_text(struct yeoun_model *model,
                     enum yeoun_text_property property,
                     const char *text);

/** What a text is now; "" for those that are no state. */
void
yeoun_model_text(const struct yeoun_model *model,
                 enum yeoun_text_property property,
                 char *text,
                 size_t size);

/** From here on all that is set is one gesture. Gestures do not nest. */
void
yeoun_model_begin(struct yeoun_model *model);

/** Its end: it is one step of undo, if anything changed. */
void
yeoun_model_end(struct yeoun_model *model);

/** Undo, or do again; false when there is nothing. */
bool
yeoun_model_undo(struct yeoun_model *model);

bool
yeoun_model_redo(struct yeoun_model *model);

/** Hear the other of A and B: what is set now is kept in the one that is left.
    The first time both are the same. Can be undone. */
void
yeoun_model_switch(struct yeoun_model *model);

/** What the plugin would compose from what is set now: the request of a
    variation whose number is given. */
void
yeoun_model_request(const struct yeoun_model *model,
                    unsigned variation,
                    struct yeoun_request *request);

/** Go on from a request: write all ports and texts that it holds. */
void
yeoun_model_adopt(struct yeoun_model *model,
                  const struct yeoun_request *request);

/** Whether a variation is on the shelf; its place, or YEOUN_SHELF. */
unsigned
yeoun_model_shelf_place(const struct yeoun_model *model,
                        const struct yeoun_request *request);

/** Keep it, or take it off the shelf. */
void
yeoun_model_star(struct yeoun_model *model,
                 const struct yeoun_request *request);

/** Lock a lane or free it. */
void
yeoun_model_lock(struct yeoun_model *model, unsigned lane);

/** Lock all lanes but one; free all when that is so already. */
void
yeoun_model_lock_others(struct yeoun_model *model, unsigned lane);

/** Roll some bars of a lane again, with the next take; false when there are too
    many ranges.
    @param first  from 0 */
bool
yeoun_model_reroll(struct yeoun_model *model,
                   unsigned lane,
                   unsigned first,
                   unsigned bars);

#endif
