// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What a plugin plays, and what it says of it: for tests of sessions and
   atoms. */

#ifndef YEOUN_TESTS_HOST_HEARD_H
#define YEOUN_TESTS_HOST_HEARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "host.h"

#define HEARD_RATE 48000.0
#define HEARD_BLOCK 512
#define HEARD_NOTES 8000

/** A word of ours as a URI. */
#define Y(word) "urn:yeoun:vocabulary#" word

/** Notes that began. */
struct heard {
  size_t notes;
  struct host_midi note[HEARD_NOTES];
};

/** A sketch that composes at once. */
struct host *
heard_host(struct host_world *world);

/** Run on; what is heard is added, or forgotten when that is NULL. */
void
heard_run(struct host *host, double seconds, struct heard *heard);

/** Sixteen seconds from the beginning, then stand. */
void
heard_play(struct host *host, struct heard *heard);

/** Fail unless the same notes were heard, and more than a few. */
void
heard_expect_same(const struct heard *a, const struct heard *b);

bool
heard_is_same(const struct heard *a, const struct heard *b);

/** The name of what sounds; valid until the next block. */
const char *
heard_name(struct host *host);

/** A property that is a whole number. */
int32_t
heard_number(struct host *host, const char *property);

/** Fail unless the last block told this text. */
void
heard_expect_told(const struct host *host,
                  const char *property,
                  const char *text);

#endif
