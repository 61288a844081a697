// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "help.h"

#include <stdio.h>
#include <string.h>

#include "option_table.h"
#include "property.h"

enum { INDENT = 24, WIDTH = 79 };

static const char *const headings[YEOUN_GROUPS] = {
  [YEOUN_GROUP_MUSIC] = "Which music",
  [YEOUN_GROUP_LENGTH] = "How long it is, and what happens in it",
  [YEOUN_GROUP_PLAYED] = "How it is played",
  [YEOUN_GROUP_MADE] = "What is made",
};

/** Print words, and break lines between them.
    @param[in,out] column  where the line is */
static void
print_words(const char *text, int *column)
{
  while (*text) {
    const int length = (int)strcspn(text, " ");
    if (*column > INDENT && *column + 1 + length > WIDTH) {
      printf("\n%*s", INDENT, "");
      *column = INDENT;
    }
    *column += printf("%s%.*s", *column > INDENT ? " " : "", length, text);
    text += length + (text[length] == ' ');
  }
}

/** Print one option. @param range  what is accepted, or "" */
static void
print_row(const char *name,
          const char *value,
          const char *help,
          const char *range,
          const char *normal)
{
  char text[YEOUN_ACCEPTED + 64];
  int column = printf("  --%s%s%s", name, value ? " " : "", value ? value : "");
  if (column >= INDENT) {
    printf("\n");
    column = 0;
  }
  printf("%*s", INDENT - column, "");
  column = INDENT;
  print_words(help, &column);
  if (*range) {
    snprintf(text, sizeof(text), "Expected: %s.", range);
    print_words(text, &column);
  }
  if (normal) {
    snprintf(text, sizeof(text), "(%s)", normal);
    print_words(text, &column);
  }
  printf("\n");
}

static void
print_group(unsigned group)
{
  size_t count = 0;
  const struct yeoun_property *const properties = yeoun_properties(&count);
  printf("%s:\n", headings[group]);
  for (size_t i = 0; i < count; ++i) {
    const struct yeoun_property *const p = &properties[i];
    if (p->group == group && (p->where & YEOUN_TOLD_ON_LINE)) {
      char accepted[YEOUN_ACCEPTED];
      char normal[YEOUN_ACCEPTED];
      yeoun_property_accepted(p, accepted, sizeof(accepted));
      print_row(p->name,
                p->value,
                p->help,
                accepted,
                yeoun_property_normal(p, normal, sizeof(normal)));
    }
  }
  printf("\n");
}

void
yeoun_help_print(void)
{
  size_t count = 0;
  const struct yeoun_option *const options = yeoun_option_table(&count);
  printf("usage: yeoun-render THEME [OPTION]...\n"
         "       yeoun-render SHEET.ttl [OPTION]...\n"
         "Render variations of a theme, or the cues of a sheet, as a host "
         "would.\n"
         "THEME is \"Am F C\", \"Dm7/G C\", \"Am:2 F:6\", \"e g a\", ... "
         "--variation 1-8 and\n"
         "--mood all make several. A value may also be joined to its option: "
         "--bars=16.\n\n");
  for (unsigned group = 0; group < YEOUN_GROUPS; ++group) {
    print_group(group);
  }
  printf("How the work is done:\n");
  for (size_t i = 0; i < count; ++i) {
    const struct yeoun_option *const o = &options[i];
    print_row(
      o->name, o->value, o->help, o->accepted ? o->accepted : "", o->normal);
  }
}
