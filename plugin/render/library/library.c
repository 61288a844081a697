// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "library.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gather.h"
#include "page.h"
#include "render/ask/timecode.h"
#include "render/file.h"
#include "render/say.h"

/** A value between quotes, its own doubled (RFC 4180). One that begins like a
    formula has an apostrophe before it: spreadsheets would compute it. */
static void
write_value(FILE *file, const char *text)
{
  putc('"', file);
  if (*text && strchr("=+-@", *text)) {
    putc('\'', file);
  }
  for (; *text; ++text) {
    fputs(*text == '"' ? "\"\"" : (char[2]){*text}, file);
  }
  fputs("\",", file);
}

void
yeoun_library_values(FILE *file,
                     const struct yeoun_report_row *row,
                     unsigned rows)
{
  fprintf(file,
          "name,character,theme,mood,key,description,variation,bars,notes,"
          "tempo,music_s,length_s,lufs,peak_dbtp,identity,fps,start,"
          "asked_s\r\n");
  for (unsigned i = 0; i < rows; ++i) {
    const struct yeoun_report_row *const r = &row[i];
    const char *const texts[] = {
      r->name, r->character, r->theme, r->mood, r->key, r->description};
    for (unsigned t = 0; t < sizeof(texts) / sizeof(texts[0]); ++t) {
      write_value(file, texts[t]);
    }
    char start[YEOUN_TIMECODE] = "";
    if (yeoun_fps_find(r->fps)) {
      yeoun_timecode_write(r->start_s, yeoun_fps_find(r->fps), start);
    }
    fprintf(file,
            "%u,%u,%u,%.2f,%.3f,%.3f,%.2f,%.2f,%.4f,%s,%s,%.3f\r\n",
            r->variation,
            r->bars,
            r->notes,
            r->tempo_bpm,
            r->music_s,
            r->length_s,
            r->lufs,
            r->peak_db,
            r->identity,
            r->fps,
            start,
            r->asked_s);
  }
}

static bool
write_file(const char *out,
           const char *name,
           void (*write)(FILE *file,
                         const struct yeoun_report_row *row,
                         unsigned rows),
           const struct yeoun_report_row *row,
           unsigned rows)
{
  char path[YEOUN_PATH];
  char *text = NULL;
  size_t size = 0;
  FILE *const file = open_memstream(&text, &size);
  snprintf(path, sizeof(path), "%s/%s", out, name);
  if (!file) {
    yeoun_say("no memory is left for %s", path);
    return false;
  }
  write(file, row, rows);
  const bool is_done =
    !fclose(file) && yeoun_file_write(path, text, size) && yeoun_files_place();
  free(text);
  return is_done;
}

/** The same for spreadsheets, which know UTF-8 by its mark. */
static void
write_table(FILE *file, const struct yeoun_report_row *row, unsigned rows)
{
  fputs("\xEF\xBB\xBF", file);
  yeoun_library_values(file, row, rows);
}

bool
yeoun_library_write(const char *out,
                    const struct yeoun_report_row *row,
                    unsigned rows,
                    unsigned *count)
{
  struct yeoun_report_row *all = NULL;
  const bool is_done =
    yeoun_rows_gather(out, row, rows, &all, count) &&
    (*count < 2 ||
     (write_file(out, "index.html", yeoun_page_write, all, *count) &&
      write_file(out, "library.csv", write_table, all, *count)));
  free(all);
  return is_done;
}
