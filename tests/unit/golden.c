// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Golden notes: the variations of every theme in every mood are those that are
   kept, so that a change of the music is always a decision.

     golden DATA           compare with DATA/golden.txt and DATA/notes (TAP)
     golden DATA --renew   write both anew, under a new YEOUN_ALGORITHM */

#include <stdio.h>
#include <string.h>

#include "golden_notes.h"
#include "golden_print.h"

enum { PATH = 512 };

static struct subjects subjects;

/* The number a golden file was written under; 0 when there is none. */
static int
read_algorithm(FILE *file)
{
  int algorithm = 0;
  return file && fscanf(file, "# algorithm %d%*[^\n]\n", &algorithm) == 1
           ? algorithm
           : 0;
}

/* Other notes under the same number would make every kept variation lie. */
static bool
may_renew(const char *path)
{
  FILE *const file = fopen(path, "r");
  const int kept = read_algorithm(file);
  if (file) {
    fclose(file);
  }
  if (kept == YEOUN_ALGORITHM) {
    fprintf(stderr,
            "golden: %s holds the notes of algorithm %d, which is still the "
            "number: other notes need another one. Raise YEOUN_ALGORITHM in "
            "dsp/compose/request.h first.\n",
            path,
            kept);
    return false;
  }
  return true;
}

static int
renew(const char *path, const char *notes)
{
  static struct golden_print print;
  if (!may_renew(path)) {
    return 2;
  }
  FILE *const file = fopen(path, "w");
  if (!file) {
    perror(path);
    return 2;
  }
  fprintf(file,
          "# algorithm %d: theme, mood, notes, playing, of variations 0 to %d; "
          "below, of melody counter chords bass pad drums, a letter a bar and "
          "one for the playing\n",
          YEOUN_ALGORITHM,
          GOLDEN_LAST);
  for (int s = 0; s < subjects.count; ++s) {
    for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
      golden_print_take(&subjects.subject[s], pole, &print);
      golden_print_write(&subjects.subject[s], pole, &print, file);
    }
  }
  fclose(file);
  for (int piece = 0; piece < GOLDEN_PIECES; ++piece) {
    if (!golden_notes_write(piece, notes)) {
      return 2;
    }
  }
  printf("%d prints in %s, %d pieces in %s\n",
         subjects.count * YEOUN_POLES,
         path,
         GOLDEN_PIECES,
         notes);
  return 0;
}

static int
report(bool is_same, int number, const char *what)
{
  printf("%s %d - golden: %s\n", is_same ? "ok" : "not ok", number, what);
  return !is_same;
}

static int
compare(const char *path, const char *notes)
{
  static struct golden_print print;
  char what[GOLDEN_LINE];
  FILE *const file = fopen(path, "r");
  const int algorithm = read_algorithm(file);
  if (!algorithm) {
    fprintf(stderr, "golden: cannot read %s\n", path);
    return 2;
  }
  printf("1..%d\n", 1 + subjects.count * YEOUN_POLES + GOLDEN_PIECES);
  int number = 0;
  int failures = algorithm != YEOUN_ALGORITHM;
  printf("%s %d - golden: algorithm %d\n",
         failures ? "not ok" : "ok",
         ++number,
         YEOUN_ALGORITHM);
  for (int s = 0; s < subjects.count; ++s) {
    for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
      const struct subject *const subject = &subjects.subject[s];
      golden_print_take(subject, pole, &print);
      snprintf(
        what, sizeof(what), "%s, %s", subject->text, yeoun_pole_name(pole));
      failures += report(
        golden_print_compare(subject, pole, &print, file), ++number, what);
    }
  }
  fclose(file);
  for (int piece = 0; piece < GOLDEN_PIECES; ++piece) {
    snprintf(what, sizeof(what), "the notes of %s", golden_notes_name(piece));
    failures += report(golden_notes_compare(piece, notes), ++number, what);
  }
  if (failures) {
    printf("# the music has changed: if it was meant to, raise YEOUN_ALGORITHM "
           "and run tests/golden --renew\n");
  }
  return failures > 0;
}

int
main(int argc, char **argv)
{
  char themes[PATH];
  char path[PATH];
  char notes[PATH];
  const bool is_renewing = argc == 3 && !strcmp(argv[2], "--renew");
  if (argc != 2 && !is_renewing) {
    fprintf(stderr, "usage: golden DATA [--renew]\n");
    return 2;
  }
  snprintf(themes, sizeof(themes), "%s/themes.txt", argv[1]);
  snprintf(path, sizeof(path), "%s/golden.txt", argv[1]);
  snprintf(notes, sizeof(notes), "%s/notes", argv[1]);
  if (!subjects_read(themes, 1, GOLDEN_BARS, &subjects)) {
    return 2;
  }
  return is_renewing ? renew(path, notes) : compare(path, notes);
}
