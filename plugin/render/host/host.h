// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A plugin in a host: found and loaded by lilv, its ports by symbol. */

#ifndef YEOUN_RENDER_HOST_HOST_H
#define YEOUN_RENDER_HOST_HOST_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include <lilv/lilv.h>
#include <lv2/atom/atom.h>

#include "music/beats.h"
#include "urids.h"

#define YEOUN_HOST_OUTPUTS 16
#define YEOUN_HOST_BLOCK 8192
#define YEOUN_HOST_EVENTS 65536 /* bytes of an event port */

/** Where the host's transport is. */
struct yeoun_host_time {
  double bar_beat; /**< beats of the metre's unit since the bar began */
  int64_t bar;     /**< 0 = first */
  int64_t frame;
  struct yeoun_meter meter;
  double tempo_bpm; /**< quarter notes a minute */
  bool is_rolling;
};

struct yeoun_host {
  /* What it is */
  LilvWorld *world;
  const LilvPlugin *plugin;
  struct yeoun_urids urids;
  unsigned long long fingerprint;
  uint32_t ports;
  int events_in, events_out; /**< ports, or -1 */
  unsigned outputs;          /**< audio */
  uint32_t output_port[YEOUN_HOST_OUTPUTS];

  /* What it is told, what it answers */
  float *control; /**< by port */
  _Alignas(8) uint8_t in[YEOUN_HOST_EVENTS];
  _Alignas(8) uint8_t out[YEOUN_HOST_EVENTS];
  float audio[YEOUN_HOST_OUTPUTS][YEOUN_HOST_BLOCK];

  /* What runs */
  LilvInstance *instance; /**< NULL until started */
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

/** Set a control by symbol; false when the plugin has no such input. */
bool
yeoun_host_set(struct yeoun_host *host, const char *symbol, float value);

/** Set a control to the scale point of a label, capital or not; says which
    there are when there is none such. */
bool
yeoun_host_choose(struct yeoun_host *host,
                  const char *symbol,
                  const char *label);

/** The value of a control, in or out, by symbol; 0 when there is none. */
float
yeoun_host_get(const struct yeoun_host *host, const char *symbol);

/** The label of a control's present value, or NULL: "6/8". Free it. */
char *
yeoun_host_label(const struct yeoun_host *host, const char *symbol);

/** Set every control to its default. */
void
yeoun_host_defaults(struct yeoun_host *host);

/** Set what a preset sets, by its label; says which there are when there is
    none such. */
bool
yeoun_host_preset(struct yeoun_host *host, const char *label);

/** Print the symbols of all control inputs and their ranges, on stderr. */
void
yeoun_host_list(const struct yeoun_host *host);

/** Print all control inputs: symbol=value, a line each. */
void
yeoun_host_print(const struct yeoun_host *host, FILE *file);

/** A number that changes with the plugin's binary: FNV-1a (Fowler, Noll and Vo
    1991) of its bytes. */
unsigned long long
yeoun_host_fingerprint(const struct yeoun_host *host);

/** Begin with a new instance. Says what is wrong. */
bool
yeoun_host_start(struct yeoun_host *host, double rate);

/** Run frames, at most YEOUN_HOST_BLOCK; then `audio` and `out` hold what came.
    @param time  NULL, or where the transport is now, told at the first frame */
void
yeoun_host_run(struct yeoun_host *host,
               uint32_t frames,
               const struct yeoun_host_time *time);

/** End the instance. */
void
yeoun_host_stop(struct yeoun_host *host);

#endif
