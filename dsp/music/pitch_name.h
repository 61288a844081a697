// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The name of a pitch class in a text: a letter and a sign. */

#ifndef YEOUN_MUSIC_PITCH_NAME_H
#define YEOUN_MUSIC_PITCH_NAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct yeoun_pitch_name {
  size_t length;       /**< bytes read */
  uint8_t pitch_class; /**< 0..11 */
  bool is_black;       /**< a black key, */
  bool is_flat;        /**< spelled with a flat */
};

/** Read a letter and at most one sign, single or double, as keyboards and
    programs write it (# b ## bb x ♯ ♭ ♮ 𝄪 𝄫 and SMuFL's). Any thread.
    @param a  'A' for capital letters, 'a' for small ones
    @param[out] name  written only on success
    @return false when the text begins with no such letter */
bool
yeoun_pitch_name_read(const char *text, char a, struct yeoun_pitch_name *name);

#endif
