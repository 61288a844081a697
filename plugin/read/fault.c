// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "fault.h"

#include <stdarg.h>
#include <stdio.h>

void
yeoun_fault_note(struct yeoun_fault *fault, const char *format, ...)
{
  if (*fault->text) {
    return;
  }
  va_list list;
  va_start(list, format);
  vsnprintf(fault->text, sizeof(fault->text), format, list);
  va_end(list);
}
