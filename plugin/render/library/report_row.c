// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "table.h"

#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "render/ask/read.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))
#define PLACE(member) offsetof(struct yeoun_report_row, member)
#define SIZE(member) sizeof(((struct yeoun_report_row *)NULL)->member)

static const struct {
  const char *name;
  size_t place, size;
} texts[] = {
  {"name", PLACE(name), SIZE(name)},
  {"character", PLACE(character), SIZE(character)},
  {"theme", PLACE(theme), SIZE(theme)},
  {"mood", PLACE(mood), SIZE(mood)},
  {"key", PLACE(key), SIZE(key)},
  {"description", PLACE(description), SIZE(description)},
  {"variation_name", PLACE(variation_name), SIZE(variation_name)},
  {"sheet", PLACE(sheet), SIZE(sheet)},
  {"places", PLACE(places), SIZE(places)},
  {"fps", PLACE(fps), SIZE(fps)},
};

static const struct {
  const char *name;
  size_t place;
} wholes[] = {
  {"variation", PLACE(variation)},
  {"algorithm", PLACE(algorithm)},
  {"bars", PLACE(bars)},
  {"notes", PLACE(notes)},
};

static const struct {
  const char *name;
  size_t place;
} reals[] = {
  {"tempo", PLACE(tempo_bpm)},
  {"asked", PLACE(asked_s)},
  {"start", PLACE(start_s)},
  {"music", PLACE(music_s)},
  {"length", PLACE(length_s)},
  {"loudness", PLACE(lufs)},
  {"peak", PLACE(peak_db)},
  {"identity", PLACE(identity)},
};

void
yeoun_report_row_write(const struct yeoun_report_row *row, FILE *file)
{
  const char *const base = (const char *)row;
  for (size_t i = 0; i < COUNT(texts); ++i) {
    fprintf(file, "%s %s\n", texts[i].name, base + texts[i].place);
  }
  for (size_t i = 0; i < COUNT(wholes); ++i) {
    const unsigned value = *(const unsigned *)(base + wholes[i].place);
    fprintf(file, "%s %u\n", wholes[i].name, value);
  }
  for (size_t i = 0; i < COUNT(reals); ++i) {
    const double value = *(const double *)(base + reals[i].place);
    fprintf(file, "%s %.9g\n", reals[i].name, value);
  }
  for (unsigned i = 0; i < row->files; ++i) {
    fprintf(file,
            "file %s %" PRIu64 " %016" PRIx64 "\n",
            row->file[i].end,
            row->file[i].facts.size,
            row->file[i].facts.hash);
  }
}

/** A file, if it may be one of a cue. */
static void
read_file(struct yeoun_report_row *row, const char *line)
{
  struct yeoun_row_file *const file = &row->file[row->files];
  if (row->files < YEOUN_ENDS &&
      sscanf(line,
             "file %23s %" SCNu64 " %" SCNx64,
             file->end,
             &file->facts.size,
             &file->facts.hash) == 3 &&
      yeoun_end_is_known(file->end)) {
    ++row->files;
  }
}

bool
yeoun_report_row_is_plain(const struct yeoun_report_row *row)
{
  const char *const base = (const char *)row;
  bool is_plain = true;
  for (size_t i = 0; i < COUNT(texts) && is_plain; ++i) {
    is_plain = yeoun_read_plain(base + texts[i].place);
  }
  return is_plain;
}

bool
yeoun_report_row_has(const struct yeoun_report_row *row, const char *end)
{
  for (unsigned i = 0; i < row->files; ++i) {
    if (!strcmp(row->file[i].end, end)) {
      return true;
    }
  }
  return false;
}

void
yeoun_report_row_read(struct yeoun_report_row *row, const char *line)
{
  char *const base = (char *)row;
  const char *const space = strchr(line, ' ');
  const size_t length = space ? (size_t)(space - line) : 0;
  read_file(row, line);
  for (size_t i = 0; space && i < COUNT(texts); ++i) {
    if (strlen(texts[i].name) == length &&
        !strncmp(line, texts[i].name, length)) {
      snprintf(base + texts[i].place, texts[i].size, "%s", space + 1);
    }
  }
  for (size_t i = 0; space && i < COUNT(wholes); ++i) {
    if (strlen(wholes[i].name) == length &&
        !strncmp(line, wholes[i].name, length)) {
      *(unsigned *)(base + wholes[i].place) =
        (unsigned)strtoul(space + 1, NULL, 10);
    }
  }
  for (size_t i = 0; space && i < COUNT(reals); ++i) {
    if (strlen(reals[i].name) == length &&
        !strncmp(line, reals[i].name, length)) {
      *(double *)(base + reals[i].place) = strtod(space + 1, NULL);
    }
  }
}
