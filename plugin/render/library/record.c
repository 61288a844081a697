// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "record.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "render/file.h"
#include "render/host/host_controls.h"
#include "session.h"

/* Raised whenever the same cue gives other files than before, though the
   plugin is the same. */
#define FILES_VERSION 8

#define END_OF_ASKED "made\n"

/* Bytes of a line at most. */
#define LINE 8192

static void
write_asked(FILE *file,
            const struct yeoun_host *host,
            const struct yeoun_music_cue *cue)
{
  fprintf(file, "files %d\n", FILES_VERSION);
  fprintf(file, "plugin %016llx\n", yeoun_host_fingerprint(host));
  yeoun_host_print(host, file);
  fprintf(file,
          "variation_name %s\nname %s\ncharacter %s\ntheme %s\nmood %s\n",
          cue->variation_name,
          cue->name,
          cue->character,
          cue->theme_text,
          cue->mood);
  fprintf(file,
          "fps %u\nstart %.9g\nring %.9g\n"
          "bars %u\nseconds %.9g\ntempo %.9g\nmeter %u/%u\n",
          cue->fps,
          cue->start_s,
          cue->ring_s,
          cue->bars,
          cue->seconds,
          cue->tempo_bpm,
          cue->meter.beats,
          cue->meter.unit);
  for (unsigned i = 0; i < cue->hits; ++i) {
    fprintf(file, "hit %.9g %u\n", cue->hit_s[i], cue->hit_kind[i]);
  }
  for (unsigned i = 0; i < cue->points; ++i) {
    fprintf(file, "point %.9g %.9g\n", cue->point[i].at_s, cue->point[i].value);
  }
  fprintf(file,
          "make %u\ntarget %u\nloudness %d\nformats %u\nrate %u\n",
          cue->makes,
          cue->target,
          cue->is_one_gain,
          cue->formats,
          cue->rate);
}

char *
yeoun_record_ask(const struct yeoun_host *host,
                 const struct yeoun_music_cue *cue)
{
  char *text = NULL;
  size_t size = 0;
  FILE *const file = open_memstream(&text, &size);
  if (!file) {
    return NULL;
  }
  write_asked(file, host, cue);
  if (fclose(file)) {
    free(text);
    return NULL;
  }
  return text;
}

static void
write_path(const char *out, const char *name, char path[YEOUN_PATH])
{
  snprintf(path, YEOUN_PATH, "%s/%s" YEOUN_RECORD_END, out, name);
}

/** Whether all files of a row are there, as they were written. */
static bool
are_there(const char *out,
          const struct yeoun_report_row *row,
          const struct timespec *since)
{
  char path[YEOUN_PATH];
  bool is_there = row->files;
  for (unsigned i = 0; i < row->files && is_there; ++i) {
    snprintf(path, sizeof(path), "%s/%s%s", out, row->name, row->file[i].end);
    /* A session is the composer's once it was opened. */
    is_there = !strcmp(row->file[i].end, YEOUN_SESSION_END) ||
               yeoun_file_is(path, &row->file[i].facts, since);
  }
  return is_there;
}

/** Compare the beginning of a record with what is asked.
    @param[out] line  the first that differs, as it is in the record */
static enum yeoun_record
compare(FILE *file, const char *asked, char *line, size_t size)
{
  while (fgets(line, (int)size, file)) {
    const bool is_end = !strcmp(line, END_OF_ASKED);
    const size_t length = strlen(line);
    if (is_end && !*asked) {
      return YEOUN_RECORD_SAME;
    }
    if (is_end || strncmp(asked, line, length) != 0) {
      line[strcspn(line, "\n")] = '\0';
      return YEOUN_RECORD_OTHER;
    }
    asked += length;
  }
  *line = '\0';
  return YEOUN_RECORD_OTHER;
}

enum yeoun_record
yeoun_record_find(const char *out,
                  const char *name,
                  const char *asked,
                  char *line,
                  size_t size)
{
  char path[YEOUN_PATH];
  write_path(out, name, path);
  FILE *const file = yeoun_file_open(path);
  if (!file) {
    return YEOUN_RECORD_NONE;
  }
  const enum yeoun_record found = compare(file, asked, line, size);
  fclose(file);
  return found;
}

bool
yeoun_record_read(const char *out,
                  const char *name,
                  const char *asked,
                  struct yeoun_report_row *row)
{
  char path[YEOUN_PATH];
  char line[LINE];
  struct stat facts;
  write_path(out, name, path);
  FILE *const file = yeoun_file_open(path);
  if (!file) {
    return false;
  }
  *row = (struct yeoun_report_row){0};
  bool is_same =
    asked ? compare(file, asked, line, sizeof(line)) == YEOUN_RECORD_SAME
          : true;
  while (is_same && fgets(line, sizeof(line), file)) {
    line[strcspn(line, "\n")] = '\0';
    yeoun_report_row_read(row, line);
  }
  is_same = is_same && !fstat(fileno(file), &facts);
  fclose(file);
  /* A record tells of the cue that it is named after, and of no other. */
  return is_same && !strcmp(row->name, name) &&
         (!asked || are_there(out, row, &facts.st_mtim));
}

bool
yeoun_record_write(const char *out,
                   const char *asked,
                   const struct yeoun_report_row *row)
{
  char path[YEOUN_PATH];
  char *text = NULL;
  size_t size = 0;
  FILE *const file = open_memstream(&text, &size);
  if (!file) {
    return false;
  }
  fprintf(file, "%s%s", asked, END_OF_ASKED);
  yeoun_report_row_write(row, file);
  write_path(out, row->name, path);
  const bool is_written = !fclose(file) && yeoun_file_write(path, text, size);
  free(text);
  return is_written;
}
