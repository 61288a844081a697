// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "turtle_depth.h"

static void
read_plain(struct yeoun_turtle_depth *d, int letter)
{
  switch (letter) {
    case '[':
    case '(':
      ++d->depth;
      break;
    case ']':
    case ')':
      --d->depth;
      break;
    case '#':
      d->state = YEOUN_TURTLE_COMMENT;
      break;
    case '<':
      d->state = YEOUN_TURTLE_IRI;
      break;
    case '"':
    case '\'':
      d->state = YEOUN_TURTLE_QUOTES;
      d->quote = letter;
      d->quotes = 1;
      break;
    default:
      break;
  }
}

/** Within a text, which ends at a quote or at three. */
static void
read_text(struct yeoun_turtle_depth *d, int letter)
{
  const int end = d->state == YEOUN_TURTLE_LONG ? 3 : 1;
  d->quotes = letter == d->quote && !d->is_taken ? d->quotes + 1 : 0;
  d->is_taken = letter == '\\' && !d->is_taken;
  if (d->quotes == end) {
    d->state = YEOUN_TURTLE_PLAIN;
  }
}

void
yeoun_turtle_depth_read(struct yeoun_turtle_depth *d, int letter)
{
  switch (d->state) {
    case YEOUN_TURTLE_PLAIN:
      read_plain(d, letter);
      break;
    case YEOUN_TURTLE_COMMENT:
      d->state = letter == '\n' ? YEOUN_TURTLE_PLAIN : d->state;
      break;
    case YEOUN_TURTLE_IRI:
      d->state = letter == '>' ? YEOUN_TURTLE_PLAIN : d->state;
      break;
    case YEOUN_TURTLE_QUOTES:
      if (letter == d->quote) {
        ++d->quotes;
        d->state = d->quotes == 3 ? YEOUN_TURTLE_LONG : d->state;
        d->quotes = d->quotes == 3 ? 0 : d->quotes;
      } else if (d->quotes == 2) { /* the empty text */
        d->state = YEOUN_TURTLE_PLAIN;
        read_plain(d, letter);
      } else {
        d->state = YEOUN_TURTLE_SHORT;
        d->is_taken = 0;
        read_text(d, letter);
      }
      break;
    case YEOUN_TURTLE_SHORT:
    case YEOUN_TURTLE_LONG:
      read_text(d, letter);
      break;
  }
}
