// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Judges what the composer writes by its notes alone, and the judge itself by
   scores that were ruined on purpose. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "moods.h"
#include "mutant.h"
#include "row.h"
#include "sample.h"
#include "verdict.h"

#define ROWS_MAX 64
#define PARTIAL 0.3

static struct sample sample;
static struct piece piece;
static struct measured whole[ROWS_MAX];
static struct measured statements[ROWS_MAX];

/** Share of pieces that must be told by mood. */
#define MOODS_TOLD 0.9

static void
measure(struct measured *into, int index)
{
  int rows;
  const struct row *row = rows_all(&rows);
  for (int r = 0; r < rows; ++r) {
    struct tally tally = {0, 0};
    row[r].measure(&piece, &tally);
    into[r].piece[index] = tally;
  }
}

static void
measure_whole(void)
{
  for (int i = 0; i < sample.pieces; ++i) {
    sample_piece(&sample, i, &sample.statement[i], &piece);
    measure(statements, i);
    sample_piece(&sample, i, &sample.score[i], &piece);
    measure(whole, i);
  }
}

/* One tune for all: some of the other themes have this one's statement. */
static void
share_statement(double dose)
{
  static const struct yeoun_score *others[SAMPLE_THEMES];
  for (int i = 0; i < sample.themes; ++i) {
    others[i] = i < dose * sample.themes ? piece.statement : piece.others[i];
  }
  piece.others = others;
}

static void
measure_ruined(enum mutant_kind kind, double dose, struct measured *into)
{
  static struct yeoun_score score;
  for (int i = 0; i < sample.pieces; ++i) {
    const int away = YEOUN_POLES * (1 + sample.themes / 3);
    const struct yeoun_score *other =
      kind == MUTANT_ONE_TUNE ? &sample.statement[i]
                              : &sample.score[(i + away) % sample.pieces];
    mutant_make(kind, dose, &sample.score[i], other, (uint32_t)i, &score);
    sample_piece(&sample, i, &score, &piece);
    if (kind == MUTANT_ONE_TUNE) {
      share_statement(dose);
    }
    measure(into, i);
  }
}

/* "-" where nothing was counted. */
static void
print_value(double value, double weight)
{
  if (weight > 0) {
    printf(" %7.3f", value);
  } else {
    printf(" %7s", "-");
  }
}

static void
print_asked(const struct row *row, unsigned pole)
{
  char text[32] = "";
  const bool has_low = row->low[pole] > -ROW_NONE;
  const bool has_high = row->high[pole] < ROW_NONE;
  if (has_low && has_high) {
    snprintf(text, sizeof(text), "%g-%g", row->low[pole], row->high[pole]);
  } else {
    snprintf(text,
             sizeof(text),
             "%s%g",
             has_low ? ">" : "<",
             has_low ? row->low[pole] : row->high[pole]);
  }
  printf(" %9s", text);
}

/* Rows of the whole pieces; how many fail. */
static int
print_rows(void)
{
  int rows;
  int failures = 0;
  const struct row *row = rows_all(&rows);
  printf("%-47s %8s%8s%8s %9s%10s%10s  %s\n",
         "measured on notes alone",
         "lyrical",
         "romantic",
         "comic",
         "asked l.",
         "r.",
         "c.",
         "people");
  for (int r = 0; r < rows; ++r) {
    const bool is_kept = verdict_keeps(&row[r], &whole[r], sample.pieces);
    printf("%s %-46s", is_kept ? " " : "!", row[r].name);
    for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
      double weight;
      const double value =
        verdict_value(&whole[r], sample.pieces, pole, &weight);
      print_value(value, weight);
    }
    for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
      print_asked(&row[r], pole);
    }
    printf("  %s\n", row[r].human);
    failures += !is_kept;
  }
  return failures;
}

/* The theme's chords by distance: how many of four rows fail. */
static int
print_distances(void)
{
  static const double stages[][2] = {
    {0.15, 0.88}, {0.35, 0.74}, {0.6, 0.53}, {1.0, 0.30}};
  static struct yeoun_score score;
  int failures = 0;
  for (int d = 0; d < 4; ++d) {
    struct tally sum = {0, 0};
    for (int i = 0; i < sample.pieces; ++i) {
      sample_compose(&sample, i, stages[d][0], &score);
      sample_piece(&sample, i, &score, &piece);
      row_theme_chords(&piece, &sum);
    }
    const double value = sum.weight > 0 ? sum.sum / sum.weight : 0;
    const bool is_kept =
      value >= stages[d][1] - 0.06 && value <= stages[d][1] + 0.06;
    printf("%s theme's chords at their places, distance %-4.2f     %7.3f"
           "                  %.2f-%.2f\n",
           is_kept ? " " : "!",
           stages[d][0],
           value,
           stages[d][1] - 0.06,
           stages[d][1] + 0.06);
    failures += !is_kept;
  }
  return failures;
}

/* Lyrical against romantic, variations and statements; how many fail. */
static int
print_moods(void)
{
  const double told = moods_told(
    whole, ROWS_OF_MOOD, sample.pieces, YEOUN_LYRICAL, YEOUN_ROMANTIC, false);
  const double stated = moods_told(statements,
                                   ROWS_OF_MOOD,
                                   sample.pieces,
                                   YEOUN_LYRICAL,
                                   YEOUN_ROMANTIC,
                                   false);
  printf("%s lyrical told from romantic                        %7.3f"
         "                  >%g\n",
         told < MOODS_TOLD ? "!" : " ",
         told,
         MOODS_TOLD);
  printf("%s statements: lyrical told from romantic            %7.3f"
         "                  >%g\n",
         stated < MOODS_TOLD ? "!" : " ",
         stated,
         MOODS_TOLD);
  return (told < MOODS_TOLD) + (stated < MOODS_TOLD);
}

/* Whether romantic pieces that are lyrical ones cannot be told. */
static bool
moods_bite(double *whole_told, double *ruined_told)
{
  *whole_told = moods_told(
    whole, ROWS_OF_MOOD, sample.pieces, YEOUN_LYRICAL, YEOUN_ROMANTIC, false);
  *ruined_told = moods_told(
    whole, ROWS_OF_MOOD, sample.pieces, YEOUN_LYRICAL, YEOUN_ROMANTIC, true);
  return *ruined_told < MOODS_TOLD && *ruined_told < *whole_told - 0.1;
}

/* A letter of the table: F told and beyond what is asked, t told, . neither. */
static char
letter(const struct row *row,
       const struct measured *before,
       const struct measured *after)
{
  if (verdict_told(row, before, after, sample.pieces) < VERDICT_SURE) {
    return '.';
  }
  return verdict_keeps(row, after, sample.pieces) ? 't' : 'F';
}

static void
print_legend(void)
{
  printf("\nrows by mutants: at full dose and at %.0f %%; F = told from the "
         "whole scores and\nbeyond what is asked, t = told, . = not, 0 = the "
         "whole scores have\nnone to lose; [] = the row's own mutant\n\n",
         100 * PARTIAL);
  for (int m = 0; m < MUTANTS; ++m) {
    printf("%3d %-18s%s",
           m + 1,
           mutant_name((enum mutant_kind)m),
           m % 4 == 3 ? "\n" : "");
  }
  printf("\n\n%-47s", "");
  for (int m = 0; m < MUTANTS; ++m) {
    printf(" %3d ", m + 1);
  }
  printf("\n");
}

/* What each row measures: whole, and with its own mutant at both doses. */
static void
print_doses(struct measured full[MUTANTS][ROWS_MAX],
            struct measured partial[MUTANTS][ROWS_MAX])
{
  int rows;
  const struct row *row = rows_all(&rows);
  printf(
    "\n%-47s%12s%21s%20s\n", "by own mutant", "lyrical", "romantic", "comic");
  for (int r = 0; r < rows; ++r) {
    const struct measured *const doses[] = {
      &whole[r], &partial[row[r].own][r], &full[row[r].own][r]};
    printf("%-47s", row[r].name);
    for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
      double weight;
      for (int d = 0; d < 3; ++d) {
        printf(" %6.3f", verdict_value(doses[d], sample.pieces, pole, &weight));
      }
    }
    printf("\n");
  }
}

/* Rows that do not fail for their own mutant. */
static int
print_mutants(void)
{
  static struct measured full[MUTANTS][ROWS_MAX];
  static struct measured partial[MUTANTS][ROWS_MAX];
  int rows;
  int untold = 0;
  const struct row *row = rows_all(&rows);
  for (int m = 0; m < MUTANTS; ++m) {
    measure_ruined((enum mutant_kind)m, 1, full[m]);
    measure_ruined((enum mutant_kind)m, PARTIAL, partial[m]);
  }
  print_legend();
  for (int r = 0; r < rows; ++r) {
    printf("%-47s", row[r].name);
    for (int m = 0; m < MUTANTS; ++m) {
      const bool is_own = row[r].own == (enum mutant_kind)m;
      const char a = letter(&row[r], &whole[r], &full[m][r]);
      const char b = letter(&row[r], &whole[r], &partial[m][r]);
      const bool is_bare = verdict_is_bare(&row[r], &whole[r], sample.pieces);
      printf(" %c%c%c%c",
             is_own ? '[' : ' ',
             is_bare ? '0' : a,
             is_bare ? '0' : b,
             is_own ? ']' : ' ');
      untold += is_own && !is_bare && (a != 'F' || b != 'F');
    }
    printf("\n");
  }
  double told;
  double ruined;
  const bool bites = moods_bite(&told, &ruined);
  printf("%-47s lyrical for romantic: %.2f told, whole %.2f%s\n",
         "lyrical told from romantic",
         ruined,
         told,
         bites ? "" : " (untold)");
  untold += !bites;
  print_doses(full, partial);
  printf("\n%d rows do not fail for their own mutant\n", untold);
  return untold;
}

/* Each row as TAP, on the very scores of the report: both always agree. */
static int
test_rows(int *number)
{
  int rows;
  int failures = 0;
  const struct row *row = rows_all(&rows);
  for (int r = 0; r < rows; ++r) {
    const bool is_kept = verdict_keeps(&row[r], &whole[r], sample.pieces);
    double value[YEOUN_POLES];
    for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
      double weight;
      value[pole] = verdict_value(&whole[r], sample.pieces, pole, &weight);
    }
    printf("%sok %d - %s: lyrical %.3f, romantic %.3f, comic %.3f\n",
           is_kept ? "" : "not ",
           ++*number,
           row[r].name,
           value[0],
           value[1],
           value[2]);
    failures += !is_kept;
  }
  return failures;
}

/* Each row and its own mutant, as TAP; a row that the whole scores fail must
   tell it all the same. */
static int
test_mutants(int number)
{
  static struct measured full[ROWS_MAX];
  static struct measured partial[ROWS_MAX];
  int rows;
  int failures = 0;
  const struct row *row = rows_all(&rows);
  for (int m = 0; m < MUTANTS; ++m) {
    measure_ruined((enum mutant_kind)m, 1, full);
    measure_ruined((enum mutant_kind)m, PARTIAL, partial);
    for (int r = 0; r < rows; ++r) {
      if (row[r].own != (enum mutant_kind)m) {
        continue;
      }
      const double all =
        verdict_told(&row[r], &whole[r], &full[r], sample.pieces);
      const double some =
        verdict_told(&row[r], &whole[r], &partial[r], sample.pieces);
      if (verdict_is_bare(&row[r], &whole[r], sample.pieces)) {
        printf("ok %d - %s # SKIP the whole scores have none to lose\n",
               ++number,
               row[r].name);
        continue;
      }
      const bool fails = !verdict_keeps(&row[r], &full[r], sample.pieces) &&
                         !verdict_keeps(&row[r], &partial[r], sample.pieces);
      const bool is_good = fails && all >= VERDICT_SURE && some >= VERDICT_SURE;
      printf("%sok %d - %s: tells \"%s\" (%.1f, at a dose of %.1f %.1f "
             "standard errors%s)\n",
             is_good ? "" : "not ",
             ++number,
             row[r].name,
             mutant_name(row[r].own),
             all,
             PARTIAL,
             some,
             fails ? "" : "; within what is asked");
      failures += !is_good;
    }
  }
  double told;
  double ruined;
  const bool bites = moods_bite(&told, &ruined);
  printf("%sok %d - lyrical told from romantic: %.2f, of lyrical pieces called "
         "romantic %.2f\n",
         bites ? "" : "not ",
         ++number,
         told,
         ruined);
  failures += !bites;
  printf("1..%d\n", number);
  return failures;
}

int
main(int argc, char **argv)
{
  const char *mode = argc == 3 ? argv[2] : "";
  const bool is_test = !strcmp(mode, "--test");
  const bool has_mutants = !strcmp(mode, "--mutants");
  if (argc < 2 || (argc == 3 && !is_test && !has_mutants) || argc > 3) {
    fprintf(stderr, "usage: judge THEMES [--mutants | --test]\n");
    return 2;
  }
  if (!sample_make(argv[1], 3, 16, &sample)) {
    return 2;
  }
  measure_whole();
  int failures = 0;
  if (is_test) {
    int number = 0;
    failures = test_rows(&number);
    failures += test_mutants(number);
  } else {
    int rows;
    (void)rows_all(&rows);
    printf("%d themes x %d moods, %d bars, distance .35\n\n",
           sample.themes,
           YEOUN_POLES,
           sample.bars);
    failures = print_rows() + print_distances() + print_moods();
    printf("\n%d of %d rows fail\n", failures, rows + 6);
    failures += has_mutants ? print_mutants() : 0;
  }
  sample_free(&sample);
  return failures ? 1 : 0;
}
