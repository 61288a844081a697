// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The name of a variation: one line of text that holds all it depends on and
   reads back to the same request, to the bit.

     yeoun1 Am F C e g a variation=12 romantic=1 distance=0.35 algorithm=4

   First the version, then the theme as yeoun_theme_read() reads it, then
   fields, word=value, where the words are those of the controls. A field that
   is left out has its usual value, which no version will change. Numbers of
   0..1 are kept as whole 256ths and written as the shortest decimal that is
   nearest to one. Some bars of a lane that have a take of their own are
   melody_bars=5-8:2, bars counted from 1, later ones before earlier ones.
   Letters, digits, blanks and # / = : . - _ are all that is in a name. */

#ifndef YEOUN_NAME_H
#define YEOUN_NAME_H

#include <stddef.h>
#include <stdint.h>

#include "compose/request.h"
#include "music/audio.h"
#include "music/status.h"

/** The version of the names that are written. It is raised when a word of an
    older one would mean something else; a new field alone does not raise it,
    since who does not know it says so. */
#define YEOUN_NAME_VERSION 1

/** Bytes of the longest name, and its final zero. */
#define YEOUN_NAME_SIZE 2048

/** Bytes of all bar ranges as text, and the final zero. */
#define YEOUN_RANGES_TEXT (YEOUN_RANGES * 24 + 1)

/** Bytes of the longest explanation, and its final zero. */
#define YEOUN_EXPLANATION_SIZE 192

/**
   Write the name of a request.

   The same request always gives the same text, and no other request does.

   @param request  as yeoun_request_read() makes one: numbers are whole 256ths,
                   themes such as text, keys or controls can give
   @param algorithm  whose notes are meant, 1..65535: YEOUN_ALGORITHM, or that
                     of a variation that was kept
   @param[out] text  ends at a zero; empty when it does not fit
   @return the length, 0 when it does not fit

   Any thread, audio too.
*/
YEOUN_AUDIO size_t
yeoun_name_write(const struct yeoun_request *request,
                 unsigned algorithm,
                 char *text,
                 size_t size);

/**
   Read a name.

   @param text  ends at a zero
   @param[out] request  written only on success, and then whole, padding too
   @param[out] algorithm  written only on success; YEOUN_ALGORITHM when the name
                          says none. Another one means that these were other
                          notes. May be NULL
   @return status and the offset of the word at fault (YEOUN_EXPECTED_NAME,
           _LATER_NAME, _EXPECTED_FIELD, _EXPECTED_VALUE, _FIELD_TWICE,
           _TOO_MANY_RANGES, _TOO_LONG, or those of yeoun_theme_read())

   Any thread, audio too.
*/
YEOUN_AUDIO struct yeoun_reading
yeoun_name_read(const char *text,
                struct yeoun_request *request,
                unsigned *algorithm);

/** Write bar ranges as they stand in a name: melody_bars=5-8:2 ... Returns the
    length; cuts at size. YEOUN_RANGES_TEXT bytes are enough. Any thread, audio
    too. */
YEOUN_AUDIO size_t
yeoun_ranges_write(const struct yeoun_bar_range *range,
                   unsigned ranges,
                   char *text,
                   size_t size);

/** Read bar ranges as they stand in a name; an empty text is none.
    @param[out] range  YEOUN_RANGES; written only on success
    @param[out] ranges  written only on success
    Any thread, audio too. */
YEOUN_AUDIO struct yeoun_reading
yeoun_ranges_read(const char *text,
                  struct yeoun_bar_range *range,
                  uint8_t *ranges);

/** Say in one sentence what was wrong with a name and what would be accepted:
    the sentence of the status, or the range of the field at fault. Returns the
    length; cuts at size. Any thread.
    @param reading  of yeoun_name_read() of the same text */
size_t
yeoun_name_explain(const char *text,
                   struct yeoun_reading reading,
                   char *out,
                   size_t size);

#endif
