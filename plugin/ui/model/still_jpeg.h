// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Stills as JPEG, where its library was there at build time. */

#ifndef YEOUN_UI_MODEL_STILL_JPEG_H
#define YEOUN_UI_MODEL_STILL_JPEG_H

#include <stdbool.h>

#include "light.h"

/** Whether a path is one of a JPEG that can be read here. */
bool
yeoun_still_is_jpeg(const char *path);

/** Add all its light, an eighth of its size: the mean is the same. */
bool
yeoun_still_read_jpeg(const char *path, struct yeoun_light *light);

#endif
