// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What is wrong with something that was read, in words: whoever asked for it
   tells it to the person, on a terminal or in a window. Any thread. */

#ifndef YEOUN_READ_FAULT_H
#define YEOUN_READ_FAULT_H

/** All zero: nothing is wrong. */
struct yeoun_fault {
  char text[1024]; /**< one line, without its end */
};

/** Note a fault: the first one stays, since the others come of it. */
void
yeoun_fault_note(struct yeoun_fault *fault, const char *format, ...)
  __attribute__((format(printf, 2, 3)));

#endif
