// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Find bundles, plugins and presets. */

#ifndef YEOUN_RENDER_HOST_FIND_H
#define YEOUN_RENDER_HOST_FIND_H

#include <stdio.h>

#include <lilv/lilv.h>

/** All bundles that yeoun_bundles_load() finds. */
LilvWorld *
yeoun_find_world(void);

/** A plugin by its URI, or NULL. */
const LilvPlugin *
yeoun_find_plugin(LilvWorld *world, const char *uri);

/** A preset of a plugin by its label, loaded into the world; NULL, and said
    which there are, when there is none such. Free it. */
LilvNode *
yeoun_find_preset(LilvWorld *world,
                  const LilvPlugin *plugin,
                  const char *label);

/** Print the labels of all presets of a plugin, a line each. */
void
yeoun_find_presets(LilvWorld *world, const LilvPlugin *plugin, FILE *file);

#endif
