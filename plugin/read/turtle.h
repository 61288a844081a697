// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A Turtle file as a list of statements, each with its line. */

#ifndef YEOUN_READ_TURTLE_H
#define YEOUN_READ_TURTLE_H

#include <stdbool.h>

#include "fault.h"

/** Subject, predicate, object; URIs are whole. */
struct yeoun_statement {
  char *subject, *predicate, *object;
  bool is_literal; /**< the object is */
  unsigned line;   /**< where the object stands */
  unsigned rank;   /**< by subject */
  bool is_origin;  /**< the first of a subject that is marked as one from which
                        others are made */
};

/** A statement at its place in another order. */
struct yeoun_ranked {
  struct yeoun_statement *statement;
};

struct yeoun_turtle {
  unsigned count, capacity;
  struct yeoun_statement *statement; /**< in the order of the file */
  struct yeoun_ranked *by_subject;   /**< all of them */
};

/** Read a file. Notes what is wrong, and in which line; to be freed also then.
    @param base  the URI against which those that are relative are meant */
bool
yeoun_turtle_read(const char *path,
                  const char *base,
                  struct yeoun_turtle *turtle,
                  struct yeoun_fault *fault);

void
yeoun_turtle_free(struct yeoun_turtle *turtle);

/** The statement of a subject and a predicate that comes next after `last`, or
    first when that is NULL; NULL when there is none.
    @param predicate  NULL = any */
const struct yeoun_statement *
yeoun_turtle_next(const struct yeoun_turtle *turtle,
                  const struct yeoun_statement *last,
                  const char *subject,
                  const char *predicate);

#endif
