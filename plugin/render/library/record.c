// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "record.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "render/file.h"
#include "render/host/host_controls.h"

/* Raised whenever the same cue gives other files than before, though the
   plugin is the same. */
#define FILES_VERSION 3

#define END_OF_ASKED "made\n"

static void
write_asked(FILE *file,
            const struct yeoun_host *host,
            const struct yeoun_music_cue *cue)
{
  fprintf(file, "files %d\n", FILES_VERSION);
  fprintf(file, "plugin %016llx\n", yeoun_host_fingerprint(host));
  yeoun_host_print(host, file);
  fprintf(file,
          "name %s\ncharacter %s\ntheme %s\nmood %s\n",
          cue->name,
          cue->character,
          cue->theme_text,
          cue->mood);
  fprintf(file,
          "bars %u\nseconds %.9g\ntempo %.9g\nmeter %u/%u\n",
          cue->bars,
          cue->seconds,
          cue->tempo_bpm,
          cue->meter.beats,
          cue->meter.unit);
  for (unsigned i = 0; i < cue->hits; ++i) {
    fprintf(file, "hit %.9g\n", cue->hit_s[i]);
  }
  for (unsigned i = 0; i < cue->points; ++i) {
    fprintf(file, "point %.9g %.9g\n", cue->point[i].at_s, cue->point[i].value);
  }
  fprintf(file,
          "make %u\ntarget %u\nformats %u\nrate %u\n",
          cue->makes,
          cue->target,
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
  snprintf(path, YEOUN_PATH, "%s/%s.made", out, name);
}

/** Whether all files of a row are there. */
static bool
are_there(const char *out, const struct yeoun_report_row *row)
{
  char path[YEOUN_PATH];
  for (const char *end = row->files; *end;) {
    const size_t length = strcspn(end, " ");
    snprintf(path, sizeof(path), "%s/%s%.*s", out, row->name, (int)length, end);
    if (access(path, F_OK)) {
      return false;
    }
    end += length + strspn(end + length, " ");
  }
  return row->files[0];
}

bool
yeoun_record_read(const char *out,
                  const char *name,
                  const char *asked,
                  struct yeoun_report_row *row)
{
  char path[YEOUN_PATH];
  char line[1024];
  bool is_same = true;
  write_path(out, name, path);
  FILE *const file = fopen(path, "r");
  if (!file) {
    return false;
  }
  *row = (struct yeoun_report_row){0};
  while (is_same && fgets(line, sizeof(line), file) &&
         strcmp(line, END_OF_ASKED) != 0) {
    const size_t length = strlen(line);
    is_same = !asked || !strncmp(asked, line, length);
    asked = is_same && asked ? asked + length : asked;
  }
  is_same = is_same && (!asked || !*asked);
  while (is_same && fgets(line, sizeof(line), file)) {
    line[strcspn(line, "\n")] = '\0';
    yeoun_report_row_read(row, line);
  }
  fclose(file);
  return is_same && are_there(out, row);
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
