// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The controls of a plugin in a host, by symbol. */

#ifndef YEOUN_RENDER_HOST_HOST_CONTROLS_H
#define YEOUN_RENDER_HOST_HOST_CONTROLS_H

#include <stdbool.h>
#include <stdio.h>

#include "host.h"

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

#endif
