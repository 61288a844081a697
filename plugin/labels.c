// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What the values of control ports are called, from the labels of
   port_list.h and the tables that these point to. */

#include "controls.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "music/chord.h"
#include "music/palette.h"

/** One label of a list, such as "Own" or "8=8 bars". */
struct label {
  const char *text;
  size_t length;
};

/** A name from a table, with a capital letter. */
static void
write_name(const char *name, char *text, size_t size)
{
  snprintf(text, size, "%s", name);
  if (*text >= 'a' && *text <= 'z') {
    *text = (char)(*text - 'a' + 'A');
  }
}

static void
write_type(unsigned type, char *text, size_t size)
{
  const char *const suffix = yeoun_chord_suffix((enum yeoun_chord_type)type);
  snprintf(text,
           size,
           "%s",
           type == YEOUN_CHORD_MAJ   ? "maj"
           : type == YEOUN_CHORD_MIN ? "min"
                                     : suffix);
}

/** The name of a value in the table of a label that begins with a star. */
static void
write_from_table(struct label label, unsigned value, char *text, size_t size)
{
  const struct yeoun_meter meter = yeoun_control_meter(value);
  switch (label.text[1]) {
    case 'i':
      write_name(yeoun_instrument_facts(value)->name, text, size);
      break;
    case 'm':
      snprintf(text, size, "%u/%u", meter.beats, meter.unit);
      break;
    case 'p':
      write_name(yeoun_palette_name(value), text, size);
      break;
    default:
      write_type(value, text, size);
  }
}

/** Whether a label names a value.
    @param index  of the label in its list
    @param[in,out] label  without "8=" on return */
static bool
is_named(struct label *label, unsigned index, unsigned value)
{
  unsigned number = 0;
  size_t at = 0;
  for (; label->text[at] >= '0' && label->text[at] <= '9'; ++at) {
    number = number * 10 + (unsigned)(label->text[at] - '0');
  }
  if (at && label->text[at] == '=') {
    label->text += at + 1;
    label->length -= at + 1;
    return number == value;
  }
  return index == value || (*label->text == '*' && value >= index);
}

size_t
yeoun_control_label(enum yeoun_port port,
                    unsigned value,
                    char *text,
                    size_t size)
{
  const struct yeoun_control_facts *const facts = yeoun_control_facts(port);
  text[0] = 0;
  const char *at = (float)value <= facts->high ? facts->labels : "";
  for (unsigned i = 0; *at; ++i) {
    struct label label = {at, strcspn(at, "|")};
    at += label.length + (at[label.length] == '|');
    if (!is_named(&label, i, value)) {
      continue;
    }
    if (*label.text == '*') {
      write_from_table(label, value, text, size);
    } else {
      snprintf(text, size, "%.*s", (int)label.length, label.text);
    }
    break;
  }
  return strlen(text);
}
