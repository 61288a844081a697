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
        /* XML has no other control characters. */
        if ((unsigned char)*text >= 0x20 || *text == '\n' || *text == '\t') {
          putc(*text, file);
        }
    }
  }
}
