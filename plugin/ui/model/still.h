// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A still of the picture: its mean colour. The interface's thread. */

#ifndef YEOUN_UI_MODEL_STILL_H
#define YEOUN_UI_MODEL_STILL_H

#include <stdbool.h>
#include <stdint.h>

#include "read/fault.h"

/** Whether a path is one of an image that can be read: PNG, and JPEG where the
    interface was built with its library. */
bool
yeoun_still_is(const char *path);

/** Find the mean colour of an image, sRGB. The mean is of light, not of the
    coded values: what one sees of it with eyes half shut. Source of the coding:
    IEC 61966-2-1. What is transparent counts as little as it is seen. Some
    100 ms for a large image. Notes what is wrong. */
bool
yeoun_still_colour(const char *path, uint32_t *rgb, struct yeoun_fault *fault);

#endif
