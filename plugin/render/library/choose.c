// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "choose.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

bool
yeoun_report_row_remove(const char *out, const struct yeoun_report_row *row)
{
  char ends[YEOUN_FILES + 8];
  char *rest = NULL;
  snprintf(ends, sizeof(ends), "%s .made", row->files);
  for (const char *end = strtok_r(ends, " ", &rest); end;
       end = strtok_r(NULL, " ", &rest)) {
    char path[YEOUN_PATH];
    snprintf(path, sizeof(path), "%s/%s%s", out, row->name, end);
    if (remove(path)) {
      yeoun_say("%s cannot be removed: %s", path, strerror(errno));
      return false;
    }
  }
  return true;
}
