// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Print the vocabulary of cue sheets in Turtle: the head that is given, then a
   property a row of the table that also reads the sheets. Run by the build. */

#include <stdio.h>

#include "property.h"

/** A text as a literal. */
static void
print_literal(const char *text)
{
  for (; *text; ++text) {
    printf(*text == '"' || *text == '\\' ? "\\%c" : "%c", *text);
  }
}

static void
print_property(const struct yeoun_property *property)
{
  static const char *const ranges[] = {
    [YEOUN_PROPERTY_TEXT] = "xsd:string",
    [YEOUN_PROPERTY_REAL] = "xsd:decimal",
    [YEOUN_PROPERTY_WHOLE] = "xsd:integer",
    [YEOUN_PROPERTY_TRUTH] = "xsd:boolean",
  };
  const bool is_node = property->type == YEOUN_PROPERTY_NODE;
  char accepted[YEOUN_ACCEPTED];
  printf("\ny:%s\n  a rdf:Property , owl:%sProperty ;\n  rdfs:label \"%s\" ;\n",
         property->name,
         is_node ? "Object" : "Datatype",
         property->name);
  if (!is_node) {
    printf("  rdfs:range %s ;\n", ranges[property->type]);
  }
  printf("  rdfs:comment \"");
  print_literal(property->help);
  if (!is_node) {
    printf(" Expected: ");
    print_literal(
      yeoun_property_accepted(property, accepted, sizeof(accepted)));
    printf(".");
  }
  const char *const normal =
    yeoun_property_normal(property, accepted, sizeof(accepted));
  if (normal) {
    printf(" Unless it is told: ");
    print_literal(normal);
    printf(".");
  }
  printf("\" .\n");
}

int
main(int argc, char **argv)
{
  size_t count = 0;
  const struct yeoun_property *const properties = yeoun_properties(&count);
  FILE *const head = argc == 2 ? fopen(argv[1], "r") : NULL;
  if (!head) {
    fputs("usage: yeoun-words HEAD.ttl\n", stderr);
    return 2;
  }
  for (int letter = 0; (letter = getc(head)) != EOF;) {
    putchar(letter);
  }
  fclose(head);
  for (size_t i = 0; i < count; ++i) {
    print_property(&properties[i]);
  }
  return fflush(stdout) ? 1 : 0;
}
