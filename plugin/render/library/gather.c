// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "gather.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "record.h"
#include "render/ask/read.h"
#include "render/file.h"
#include "render/say.h"

/** Names that grow in number. */
struct names {
  unsigned count, capacity;
  char **name;
};

static int
by_text(const void *a, const void *b)
{
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool
add(struct names *names, const char *name, size_t length)
{
  if (names->count == names->capacity) {
    const unsigned capacity = 2 * names->capacity + 64;
    char **const grown =
      (char **)realloc((void *)names->name, capacity * sizeof(char *));
    if (!grown) {
      return false;
    }
    names->name = grown;
    names->capacity = capacity;
  }
  names->name[names->count] = strndup(name, length);
  return names->name[names->count++];
}

static void
drop(struct names *names)
{
  for (unsigned i = 0; i < names->count; ++i) {
    free(names->name[i]);
  }
  free((void *)names->name);
}

/** The names of all records of a folder. */
static bool
list(const char *out, struct names *names)
{
  const size_t end = strlen(YEOUN_RECORD_END);
  DIR *const folder = opendir(out);
  struct dirent *entry = NULL;
  bool is_good = folder;
  while (is_good && (entry = readdir(folder))) {
    const size_t length = strlen(entry->d_name);
    if (length > end &&
        !strcmp(entry->d_name + length - end, YEOUN_RECORD_END)) {
      is_good = add(names, entry->d_name, length - end);
    }
  }
  if (!is_good) {
    yeoun_say("%s cannot be listed: %s", out, strerror(errno));
  }
  if (folder) {
    closedir(folder);
  }
  return is_good;
}

/** Whether a record can be shown: its texts are plain, its files there. */
static bool
read_row(const char *out, const char *name, struct yeoun_report_row *row)
{
  char path[YEOUN_PATH];
  struct stat facts;
  bool is_good = yeoun_read_plain(name) &&
                 yeoun_record_read(out, name, NULL, row) && row->files &&
                 yeoun_report_row_is_plain(row);
  for (unsigned i = 0; i < row->files && is_good; ++i) {
    snprintf(path, sizeof(path), "%s/%s%s", out, name, row->file[i].end);
    is_good = !lstat(path, &facts) && S_ISREG(facts.st_mode);
  }
  return is_good;
}

/** Note which names are those of rows. */
static void
mark_known(const struct yeoun_report_row *row,
           unsigned rows,
           const struct names *names,
           bool *is_known)
{
  for (unsigned i = 0; i < rows; ++i) {
    const char *const name = row[i].name;
    char **const found = (char **)bsearch((const void *)&name,
                                          (void *)names->name,
                                          names->count,
                                          sizeof(char *),
                                          by_text);
    if (found) {
      is_known[found - names->name] = true;
    }
  }
}

bool
yeoun_rows_gather(const char *out,
                  const struct yeoun_report_row *row,
                  unsigned rows,
                  struct yeoun_report_row **all,
                  unsigned *count)
{
  struct names names = {0};
  const bool is_listed = list(out, &names);
  bool *const is_known = (bool *)calloc(names.count + 1, sizeof(bool));
  *count = rows;
  *all = (struct yeoun_report_row *)calloc((size_t)rows + names.count + 1,
                                           sizeof(**all));
  const bool is_good = is_listed && is_known && *all;
  if (is_good) {
    memcpy(*all, row, rows * sizeof(*row));
    qsort((void *)names.name, names.count, sizeof(char *), by_text);
    mark_known(row, rows, &names, is_known);
    for (unsigned i = 0; i < names.count; ++i) {
      if (!is_known[i] && read_row(out, names.name[i], *all + *count)) {
        ++*count;
      }
    }
  }
  free(is_known);
  drop(&names);
  return is_good;
}
