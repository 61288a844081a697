// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "choose.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "render/file.h"
#include "render/say.h"

static const struct yeoun_report_row *
row_of(const void *entry)
{
  return (const struct yeoun_report_row *)entry;
}

static int
by_name(const void *one, const void *two)
{
  return strcmp(row_of(one)->name, row_of(two)->name);
}

/* Equal ones by name, so that the order is one. */
static int
greater_first(double one, double two, const void *a, const void *b)
{
  return one > two ? -1 : one < two ? 1 : by_name(a, b);
}

static int
by_identity(const void *one, const void *two)
{
  return greater_first(row_of(one)->identity, row_of(two)->identity, one, two);
}

static int
by_mood(const void *one, const void *two)
{
  const int mood = strcmp(row_of(one)->mood, row_of(two)->mood);
  return mood ? mood : by_identity(one, two);
}

static int
by_loudness(const void *one, const void *two)
{
  return greater_first(row_of(one)->lufs, row_of(two)->lufs, one, two);
}

static int (*const orders[YEOUN_ORDERS])(const void *, const void *) = {
  [YEOUN_ORDER_MADE] = NULL,
  [YEOUN_ORDER_NAME] = by_name,
  [YEOUN_ORDER_MOOD] = by_mood,
  [YEOUN_ORDER_IDENTITY] = by_identity,
  [YEOUN_ORDER_LOUDNESS] = by_loudness,
};

void
yeoun_report_rows_sort(struct yeoun_report_row *row,
                       unsigned rows,
                       unsigned order)
{
  if (order < YEOUN_ORDERS && orders[order]) {
    qsort(row, rows, sizeof(*row), orders[order]);
  }
}

/** Remove one file of a cue, which may be gone already. */
static bool
remove_file(const char *out, const char *name, const char *end)
{
  char path[YEOUN_PATH];
  snprintf(path, sizeof(path), "%s/%s%s", out, name, end);
  if (unlink(path) && errno != ENOENT) {
    yeoun_say("%s cannot be removed: %s", path, strerror(errno));
    return false;
  }
  return true;
}

bool
yeoun_report_row_remove(const char *out, const struct yeoun_report_row *row)
{
  bool is_done = remove_file(out, row->name, YEOUN_RECORD_END);
  for (unsigned i = 0; i < row->files && is_done; ++i) {
    is_done = remove_file(out, row->name, row->file[i].end);
  }
  return is_done;
}

void
yeoun_report_row_tidy(const char *out,
                      const struct yeoun_report_row *old,
                      const struct yeoun_report_row *row)
{
  for (unsigned i = 0; i < old->files; ++i) {
    const struct yeoun_row_file *const file = &old->file[i];
    char path[YEOUN_PATH];
    snprintf(path, sizeof(path), "%s/%s%s", out, row->name, file->end);
    if (!yeoun_report_row_has(row, file->end) &&
        yeoun_file_is(path, &file->facts, NULL)) {
      remove_file(out, row->name, file->end);
    }
  }
}
