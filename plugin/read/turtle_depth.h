// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* How deep the brackets of a Turtle text are nested, letter by letter: serd
   reads them by calling itself, and a text of thousands would end the stack. */

#ifndef YEOUN_READ_TURTLE_DEPTH_H
#define YEOUN_READ_TURTLE_DEPTH_H

/** What the letters so far leave open. All zero: the beginning. */
struct yeoun_turtle_depth {
  int depth; /**< of [ and ( */
  enum {
    YEOUN_TURTLE_PLAIN,
    YEOUN_TURTLE_COMMENT,
    YEOUN_TURTLE_IRI,
    YEOUN_TURTLE_QUOTES, /**< at the beginning of a text */
    YEOUN_TURTLE_SHORT,
    YEOUN_TURTLE_LONG,
  } state;
  int quote;    /**< of the text */
  int quotes;   /**< in a row */
  int is_taken; /**< the next letter stands after a backslash */
};

/** Read one more letter. */
void
yeoun_turtle_depth_read(struct yeoun_turtle_depth *depth, int letter);

#endif
