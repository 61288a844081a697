// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "xml.h"

void
yeoun_xml_text(FILE *file, const char *text)
{
  for (; *text; ++text) {
    switch (*text) {
      case '&':
        fputs("&amp;", file);
        break;
      case '<':
        fputs("&lt;", file);
        break;
      case '>':
        fputs("&gt;", file);
        break;
      case '"':
        fputs("&quot;", file);
        break;
      default:
        putc(*text, file);
    }
  }
}
