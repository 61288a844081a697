// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Where bundles lie. lilv searches LV2_PATH or, when that is set to nothing,
   its default folders, never both, and takes in all bundles that it meets. A
   composer's own presets lie in the default folders whatever LV2_PATH says, and
   a bundle that was built must stand before one of the same name that was
   installed once: of two bundles of one name only the first counts here. */

#ifndef YEOUN_RENDER_HOST_BUNDLES_H
#define YEOUN_RENDER_HOST_BUNDLES_H

#include <lilv/lilv.h>

/** Load the bundles of LV2_PATH when that is set, else of the build that this
    command belongs to; then those of the default folders, ~/.lv2 first. */
void
yeoun_bundles_load(LilvWorld *world);

#endif
