// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A plugin in a host: found and loaded by lilv, its ports by symbol. */

#ifndef YEOUN_RENDER_HOST_HOST_H
#define YEOUN_RENDER_HOST_HOST_H

#include <stdbool.h>
#include <stdint.h>

#include <lilv/lilv.h>
#include <lv2/atom/atom.h>

#include "music/theme.h"
#include "name.h"
#include "urids.h"

#define YEOUN_HOST_OUTPUTS 16
#define YEOUN_HOST_BLOCK 8192
#define YEOUN_HOST_EVENTS 65536 /* bytes of an event port */

/** A control that is set. */
struct yeoun_host_control {
  const char *symbol;
  uint32_t port;
};

/** A preset that was looked for. */
struct yeoun_host_preset {
  struct yeoun_host_preset *next;
  char *label;
  LilvState *state; /**< NULL when there is none such */
};

struct yeoun_host {
  /* What it is */
  LilvWorld *world;
  const LilvPlugin *plugin;
  struct yeoun_urids urids;
  unsigned long long fingerprint;
  uint32_t ports;
  struct yeoun_host_control *inputs; /**< controls, by symbol */
  unsigned input_count;
  int events_in, events_out; /**< ports, or -1 */
  unsigned outputs;          /**< audio */
  uint32_t output_port[YEOUN_HOST_OUTPUTS];

  /* What it is told, what it answers */
  char theme[YEOUN_THEME_TEXT]; /**< written to it at the start, or empty */
  char name[YEOUN_NAME_SIZE];   /**< of a variation, the same */
  bool has_begun;               /**< since the start */
  float *control;               /**< by port */
  float *normal;                /**< their defaults */
  struct yeoun_host_preset *presets; /**< those that were used */
  LilvNodes *words; /**< of all lexicons; NULL until they are asked for */
  _Alignas(8) uint8_t in[YEOUN_HOST_EVENTS];
  _Alignas(8) uint8_t out[YEOUN_HOST_EVENTS];
  float audio[YEOUN_HOST_OUTPUTS][YEOUN_HOST_BLOCK];

  /* What runs */
  LilvInstance *instance; /**< NULL until started */
  LilvInstance *last;     /**< ended: it keeps what all instances share */
};

/** Find a plugin: on LV2_PATH when that is set, else in the build that this
    command belongs to, else where the system keeps plugins. Says what is wrong
    and returns NULL. */
struct yeoun_host *
yeoun_host_open(const char *plugin_uri);

/** NULL is fine. */
void
yeoun_host_close(struct yeoun_host *host);

/** Whether a port is of a class. */
bool
yeoun_host_is(const struct yeoun_host *host, uint32_t index, const char *class);

/** A number that changes with the plugin's binary: FNV-1a (Fowler, Noll and Vo
    1991) of its bytes. */
unsigned long long
yeoun_host_fingerprint(const struct yeoun_host *host);

#endif
