// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Times as an editor writes them: SMPTE time code, minutes and seconds. */

#ifndef YEOUN_RENDER_ASK_TIMECODE_H
#define YEOUN_RENDER_ASK_TIMECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Bytes of a time code, and its final zero. */
#define YEOUN_TIMECODE 16

/** Frames a second of a picture: SMPTE ST 12-1. */
struct yeoun_fps {
  const char *name;  /**< "29.97df" */
  unsigned num, den; /**< 30000, 1001 */
  unsigned whole;    /**< that the code counts: 30 */
  bool is_drop;      /**< it leaves two numbers out a minute, but each tenth */
};

/** The i-th that is known, or NULL. 0 is none: its name is "". */
const struct yeoun_fps *
yeoun_fps(unsigned i);

/** The number of a name, or 0. "29.97 drop" and "29.97df" are one. */
unsigned
yeoun_fps_find(const char *name);

/** Read a time code, such as "01:02:03:04", or with ; before the frames when
    it is a drop one.
    @param[out] frame  since midnight
    @return false unless it is one that there is at this rate */
bool
yeoun_timecode_read(const char *text, unsigned fps, int64_t *frame);

/** Write the time code of a place, of the frame it is nearest to.
    @param at_s  seconds since midnight */
void
yeoun_timecode_write(double at_s, unsigned fps, char text[YEOUN_TIMECODE]);

/** The seconds of a frame. */
double
yeoun_fps_seconds(unsigned fps, int64_t frame);

/** Read a time: seconds "62.5", minutes and seconds "1:02.5" or "1:01:02.5",
    or a time code when the frames a second are known.
    @param[out] is_code  it is a time code
    @return false unless it is one of these, 0 or more */
bool
yeoun_time_read(const char *text, unsigned fps, double *seconds, bool *is_code);

#endif
