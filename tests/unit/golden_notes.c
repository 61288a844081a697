// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "golden_notes.h"

#include <string.h>

#include "compose/compose.h"
#include "golden_print.h"
#include "music/lane.h"

enum { BARS = 8, PATH = 512, LINE = 160, SHOWN = 6 };

/* Chords, chords with basses and sevenths, and notes alone; each mood twice. */
static const struct {
  const char *name;
  const char *theme;
  unsigned pole;
  unsigned variation;
} pieces[GOLDEN_PIECES] = {
  {"am-f-c-lyrical-1", "Am F C", YEOUN_LYRICAL, 1},
  {"c-g-b-am-lyrical-4", "C G/B Am", YEOUN_LYRICAL, 4},
  {"dm7b5-g7b9-cm-romantic-2", "Dm7b5 G7b9 Cm", YEOUN_ROMANTIC, 2},
  {"e-g-a-romantic-3", "e g a", YEOUN_ROMANTIC, 3},
  {"dm7-g7-cmaj7-comic-1", "Dm7 G7 Cmaj7", YEOUN_COMIC, 1},
  {"cm-ab-comic-5", "Cm Ab", YEOUN_COMIC, 5},
};

static const char *const articulations[] =
  {"", "legato", "staccato", "marcato", "tenuto", "grace", "tremolo"};

static const char *const bends[] =
  {"", "straight", "shake", "break", "push", "fall"};

static const char *const marks[] = {"motif",
                                    "phrase-start",
                                    "phrase-end",
                                    "suspension",
                                    "appoggiatura",
                                    "resolution",
                                    "climax",
                                    "joke"};

const char *
golden_notes_name(int piece)
{
  return pieces[piece].name;
}

static void
append(char line[LINE], const char *word)
{
  const size_t length = strlen(line);
  if (word[0]) {
    snprintf(line + length, LINE - length, " %s", word);
  }
}

static void
write_pitch(const struct yeoun_note *note, char text[16])
{
  static const char *const names[12] = {
    "C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"};
  if (note->lane == YEOUN_LANE_DRUMS) {
    snprintf(text, 16, "key %d", note->pitch);
  } else {
    snprintf(text, 16, "%s%d", names[note->pitch % 12], note->pitch / 12 - 1);
  }
}

static void
write_note(const struct yeoun_note *note,
           struct yeoun_meter meter,
           char line[LINE])
{
  const int32_t bar = yeoun_bar_ticks(meter);
  char pitch[16];
  char word[32];
  write_pitch(note, pitch);
  snprintf(line,
           LINE,
           "bar %d beat %.3f, %.3f long, %-7s %s",
           (int)(note->start / bar) + 1,
           1.0 + (double)(note->start % bar) / YEOUN_BEAT,
           (double)note->length / YEOUN_BEAT,
           yeoun_lane_name(note->lane),
           pitch);
  append(line, articulations[note->articulation]);
  append(line, bends[note->bend]);
  if (note->bend_cents) {
    snprintf(word, sizeof(word), "%+d cents", note->bend_cents);
    append(line, word);
  }
  if (note->level_db) {
    snprintf(word, sizeof(word), "%+d dB", note->level_db);
    append(line, word);
  }
  for (int mark = 0; mark < 8; ++mark) {
    append(line, note->marks >> mark & 1 ? marks[mark] : "");
  }
}

static const struct yeoun_score *
compose(int piece)
{
  static struct yeoun_score score;
  struct subject subject;
  memset(&subject, 0, sizeof(subject));
  yeoun_theme_read(pieces[piece].theme, &subject.given);
  subject_compose(
    &subject, BARS, pieces[piece].pole, pieces[piece].variation, 0.5, &score);
  return &score;
}

static FILE *
open_piece(int piece, const char *folder, const char *mode)
{
  char path[PATH];
  snprintf(path, sizeof(path), "%s/%s.txt", folder, pieces[piece].name);
  FILE *const file = fopen(path, mode);
  if (!file) {
    perror(path);
  }
  return file;
}

/* What stands above the notes. */
static void
write_head(int piece, char line[LINE])
{
  snprintf(line,
           LINE,
           "%s, %s, variation %u",
           pieces[piece].theme,
           yeoun_pole_name(pieces[piece].pole),
           pieces[piece].variation);
}

bool
golden_notes_write(int piece, const char *folder)
{
  FILE *const file = open_piece(piece, folder, "w");
  if (!file) {
    return false;
  }
  const struct yeoun_score *const score = compose(piece);
  char line[LINE];
  write_head(piece, line);
  fprintf(file, "%s\n", line);
  for (unsigned i = 0; i < score->notes; ++i) {
    write_note(&score->note[i], score->meter, line);
    fprintf(file, "%s\n", line);
  }
  return !fclose(file);
}

/* Read the next line and compare it; say what differs for the first few. */
static bool
compare_line(int piece, const char *now, FILE *file, int *shown)
{
  char kept[LINE] = "no more notes";
  if (fgets(kept, sizeof(kept), file)) {
    kept[strcspn(kept, "\n")] = '\0';
  }
  if (!strcmp(kept, now)) {
    return true;
  }
  if ((*shown)++ < SHOWN) {
    printf("# %s\n#   was: %s\n#   now: %s\n", pieces[piece].name, kept, now);
  }
  return false;
}

bool
golden_notes_compare(int piece, const char *folder)
{
  FILE *const file = open_piece(piece, folder, "r");
  if (!file) {
    return false;
  }
  const struct yeoun_score *const score = compose(piece);
  char line[LINE];
  int shown = 0;
  write_head(piece, line);
  bool is_same = compare_line(piece, line, file, &shown);
  for (unsigned i = 0; i < score->notes; ++i) {
    write_note(&score->note[i], score->meter, line);
    is_same &= compare_line(piece, line, file, &shown);
  }
  is_same &= compare_line(piece, "no more notes", file, &shown);
  fclose(file);
  return is_same;
}
