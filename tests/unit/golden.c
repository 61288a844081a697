// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Golden notes: a fingerprint of the variations of every theme in every mood,
   so that a change of the music is always a decision.

     golden THEMES GOLDEN            compare (TAP)
     golden THEMES GOLDEN --renew    write anew; raise YEOUN_ALGORITHM first */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "../report/music/subject.h"
#include "compose/compose.h"
#include "perform/perform.h"

enum { BARS = 16, LAST = 10 };

struct fingerprint {
  uint64_t notes;   /**< as written */
  uint64_t playing; /**< as performed */
};

/* FNV-1a (Fowler, Noll & Vo 1991), a byte at a time. */
static void
mix(uint64_t *hash, int64_t value)
{
  for (int byte = 0; byte < 8; ++byte) {
    *hash = (*hash ^ ((uint64_t)value >> (8 * byte) & 0xff)) * 0x100000001b3ULL;
  }
}

static void
mix_score(uint64_t *hash, const struct yeoun_score *score)
{
  mix(hash, score->length);
  for (unsigned i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    mix(hash, note->start);
    mix(hash, note->length);
    mix(hash, note->pitch | note->lane << 8 | note->articulation << 16);
    mix(hash, note->bend | note->marks << 8);
    mix(hash, note->bend_cents);
  }
}

static void
mix_performance(uint64_t *hash, const struct yeoun_performance *performance)
{
  for (unsigned i = 0; i < performance->notes; ++i) {
    const struct yeoun_performed *const note = &performance->note[i];
    mix(hash, note->start);
    mix(hash, note->end);
    mix(hash, note->velocity);
  }
}

static struct fingerprint
take_fingerprint(const struct subject *subject, unsigned pole)
{
  static struct yeoun_score score;
  static struct yeoun_performance performance;
  struct fingerprint print = {0xcbf29ce484222325ULL, 0xcbf29ce484222325ULL};
  for (unsigned variation = 0; variation <= LAST; ++variation) {
    const double distance = variation % 2 ? 0.35 : 0.7;
    const struct yeoun_request request =
      subject_request(subject, BARS, pole, variation, distance);
    yeoun_compose(&request, &score);
    yeoun_perform(
      &score, &request.mood, score.tempo_bpm, 0.5F, variation, &performance);
    mix_score(&print.notes, &score);
    mix_performance(&print.playing, &performance);
  }
  return print;
}

static int
renew(const struct subjects *subjects, const char *path)
{
  FILE *const file = fopen(path, "w");
  if (!file) {
    perror(path);
    return 2;
  }
  fprintf(
    file,
    "# algorithm %d: theme, mood, notes, playing, of variations 0 to %d\n",
    YEOUN_ALGORITHM,
    LAST);
  for (int s = 0; s < subjects->count; ++s) {
    for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
      const struct fingerprint print =
        take_fingerprint(&subjects->subject[s], pole);
      fprintf(file,
              "%s, %s, %016" PRIx64 ", %016" PRIx64 "\n",
              subjects->subject[s].text,
              mood_names[pole],
              print.notes,
              print.playing);
    }
  }
  fclose(file);
  printf("%d fingerprints in %s\n", subjects->count * YEOUN_POLES, path);
  return 0;
}

/* Compare one line with what is composed now. */
static int
compare(int number, FILE *file, const struct subject *subject, unsigned pole)
{
  char line[256];
  char wanted[256];
  const struct fingerprint print = take_fingerprint(subject, pole);
  snprintf(wanted,
           sizeof(wanted),
           "%s, %s, %016" PRIx64 ", %016" PRIx64 "\n",
           subject->text,
           mood_names[pole],
           print.notes,
           print.playing);
  const int is_same = fgets(line, sizeof(line), file) && !strcmp(line, wanted);
  printf("%s %d - golden: %s, %s\n",
         is_same ? "ok" : "not ok",
         number,
         subject->text,
         mood_names[pole]);
  return !is_same;
}

int
main(int argc, char **argv)
{
  static struct subjects subjects;
  const int is_renewing = argc == 4 && !strcmp(argv[3], "--renew");
  if (argc != 3 && !is_renewing) {
    fprintf(stderr, "usage: golden THEMES GOLDEN [--renew]\n");
    return 2;
  }
  if (!subjects_read(argv[1], 1, BARS, &subjects)) {
    return 2;
  }
  if (is_renewing) {
    return renew(&subjects, argv[2]);
  }
  FILE *const file = fopen(argv[2], "r");
  int algorithm = 0;
  if (!file || fscanf(file, "# algorithm %d%*[^\n]\n", &algorithm) != 1) {
    fprintf(stderr, "golden: cannot read %s\n", argv[2]);
    return 2;
  }
  int number = 0;
  int failures = 0;
  printf("1..%d\n", subjects.count * YEOUN_POLES + 1);
  failures += algorithm != YEOUN_ALGORITHM;
  printf("%s %d - golden: algorithm %d\n",
         algorithm == YEOUN_ALGORITHM ? "ok" : "not ok",
         ++number,
         YEOUN_ALGORITHM);
  for (int s = 0; s < subjects.count; ++s) {
    for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
      failures += compare(++number, file, &subjects.subject[s], pole);
    }
  }
  fclose(file);
  if (failures) {
    printf("# the music has changed: if it was meant to, raise YEOUN_ALGORITHM "
           "and run tests/golden --renew\n");
  }
  return failures > 0;
}
