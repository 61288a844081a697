// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "musicxml_harmony.h"

#include <stddef.h>

#include "signs.h"
#include "xml.h"

#define DEGREES 2

/* What MusicXML calls a type of chord, and which degrees it lacks then. */
static const struct {
  const char *name;
  struct {
    int value, alter;
    const char *type;
  } degree[DEGREES];
} kinds[YEOUN_CHORD_TYPES] = {
  [YEOUN_CHORD_MAJ] = {"major", {{0, 0, NULL}}},
  [YEOUN_CHORD_MIN] = {"minor", {{0, 0, NULL}}},
  [YEOUN_CHORD_DIM] = {"diminished", {{0, 0, NULL}}},
  [YEOUN_CHORD_AUG] = {"augmented", {{0, 0, NULL}}},
  [YEOUN_CHORD_SUS2] = {"suspended-second", {{0, 0, NULL}}},
  [YEOUN_CHORD_SUS4] = {"suspended-fourth", {{0, 0, NULL}}},
  [YEOUN_CHORD_5] = {"power", {{0, 0, NULL}}},
  [YEOUN_CHORD_6] = {"major-sixth", {{0, 0, NULL}}},
  [YEOUN_CHORD_M6] = {"minor-sixth", {{0, 0, NULL}}},
  [YEOUN_CHORD_7] = {"dominant", {{0, 0, NULL}}},
  [YEOUN_CHORD_MAJ7] = {"major-seventh", {{0, 0, NULL}}},
  [YEOUN_CHORD_M7] = {"minor-seventh", {{0, 0, NULL}}},
  [YEOUN_CHORD_MMAJ7] = {"major-minor", {{0, 0, NULL}}},
  [YEOUN_CHORD_M7B5] = {"half-diminished", {{0, 0, NULL}}},
  [YEOUN_CHORD_DIM7] = {"diminished-seventh", {{0, 0, NULL}}},
  [YEOUN_CHORD_7B9] = {"dominant", {{9, -1, "add"}}},
  [YEOUN_CHORD_7S9] = {"dominant", {{9, 1, "add"}}},
  [YEOUN_CHORD_7B5] = {"dominant", {{5, -1, "alter"}}},
  [YEOUN_CHORD_7S5] = {"augmented-seventh", {{0, 0, NULL}}},
  [YEOUN_CHORD_9] = {"dominant-ninth", {{0, 0, NULL}}},
  [YEOUN_CHORD_MAJ9] = {"major-ninth", {{0, 0, NULL}}},
  [YEOUN_CHORD_M9] = {"minor-ninth", {{0, 0, NULL}}},
  [YEOUN_CHORD_69] = {"major-sixth", {{9, 0, "add"}}},
  [YEOUN_CHORD_11] = {"dominant-11th", {{0, 0, NULL}}},
  [YEOUN_CHORD_13] = {"dominant-13th", {{0, 0, NULL}}},
  [YEOUN_CHORD_ADD9] = {"major", {{9, 0, "add"}}},
  [YEOUN_CHORD_MADD9] = {"minor", {{9, 0, "add"}}},
  [YEOUN_CHORD_7SUS4] = {"dominant", {{4, 0, "add"}, {3, 0, "subtract"}}},
  [YEOUN_CHORD_9SUS4] = {"dominant-ninth", {{4, 0, "add"}, {3, 0, "subtract"}}},
  [YEOUN_CHORD_13SUS] = {"dominant-13th", {{4, 0, "add"}, {3, 0, "subtract"}}},
  [YEOUN_CHORD_M11] = {"minor-11th", {{0, 0, NULL}}},
  [YEOUN_CHORD_MAJ7S5] = {"major-seventh", {{5, 1, "alter"}}},
};

/** A root or a bass, as it is spelt. */
static void
write_step(FILE *file,
           const char *element,
           unsigned letter,
           unsigned pitch_class)
{
  const struct yeoun_spelling spelling = yeoun_spelt(letter, pitch_class);
  fprintf(file, "<%s-step>%c</%s-step>", element, spelling.step, element);
  if (spelling.alter) {
    fprintf(file, "<%s-alter>%d</%s-alter>", element, spelling.alter, element);
  }
}

void
yeoun_chord_symbol_write(FILE *file,
                         const struct yeoun_chord *chord,
                         int offset)
{
  const unsigned type = chord->type < YEOUN_CHORD_TYPES ? chord->type : 0;
  fputs("      <harmony><root>", file);
  write_step(file, "root", chord->root_letter, chord->root);
  fputs("</root><kind text=\"", file);
  yeoun_xml_text(file, yeoun_chord_suffix((enum yeoun_chord_type)type));
  fprintf(file, "\">%s</kind>", kinds[type].name);
  if (chord->bass != chord->root) {
    fputs("<bass>", file);
    write_step(file, "bass", chord->bass_letter, chord->bass);
    fputs("</bass>", file);
  }
  for (unsigned i = 0; i < DEGREES && kinds[type].degree[i].type; ++i) {
    fprintf(file,
            "<degree print-object=\"no\"><degree-value>%d</degree-value>"
            "<degree-alter>%d</degree-alter><degree-type>%s</degree-type>"
            "</degree>",
            kinds[type].degree[i].value,
            kinds[type].degree[i].alter,
            kinds[type].degree[i].type);
  }
  if (offset) {
    fprintf(file, "<offset>%d</offset>", offset);
  }
  fputs("</harmony>\n", file);
}
