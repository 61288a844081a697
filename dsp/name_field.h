// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The fields of a variation's name: one row each. */

#ifndef YEOUN_NAME_FIELD_H
#define YEOUN_NAME_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "compose/request.h"
#include "music/audio.h"

enum yeoun_name_kind {
  YEOUN_NAME_SHARE,  /**< float, in whole 256ths */
  YEOUN_NAME_BYTE,   /**< uint8_t */
  YEOUN_NAME_WORD,   /**< uint16_t */
  YEOUN_NAME_SIGNED, /**< int8_t */
  YEOUN_NAME_FLAG,   /**< bool */
};

/** A number of a request. */
struct yeoun_name_field {
  const char *word;
  uint8_t kind;   /**< enum yeoun_name_kind */
  uint16_t place; /**< offset in struct yeoun_request */
  int32_t low;    /**< in 256ths where it is a share */
  int32_t high;   /**< the same */
  int32_t usual;  /**< what it is when it is left out: never to be changed */
  bool is_always; /**< written even then */
};

/** The fields in the order in which they are written. Any thread.
    @param[out] count  of the rows */
YEOUN_AUDIO const struct yeoun_name_field *
yeoun_name_fields(size_t *count);

/** Its value, clamped. Any thread. */
YEOUN_AUDIO int32_t
yeoun_name_field_get(const struct yeoun_name_field *field,
                     const struct yeoun_request *request);

/** Set it. Any thread.
    @param value  low..high of the field */
YEOUN_AUDIO void
yeoun_name_field_set(const struct yeoun_name_field *field,
                     int32_t value,
                     struct yeoun_request *request);

#endif
