// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "page.h"

#include <math.h>
#include <string.h>

#include "music/lane.h"
#include "render/ask/timecode.h"
#include "render/score/picture.h"

/** A text as JSON that may stand within a script of HTML. */
static void
write_text(FILE *file, const char *name, const char *text)
{
  fprintf(file, "\"%s\":\"", name);
  for (; *text; ++text) {
    if (*text == '"' || *text == '\\' || *text == '<') {
      fprintf(file, "\\u%04x", (unsigned)*text);
    } else {
      putc(*text, file);
    }
  }
  fputs("\",", file);
}

/* JSON knows no infinity, which silence measures. */
static void
write_number(FILE *file, const char *name, double value)
{
  fprintf(file, "\"%s\":%.12g,", name, isfinite(value) ? value : -999);
}

static void
write_files(FILE *file, const struct yeoun_report_row *row)
{
  fputs("\"f\":[", file);
  for (unsigned i = 0; i < row->files; ++i) {
    fprintf(file, "%s\"%s\"", i ? "," : "", row->file[i].end);
  }
  fputs("],", file);
}

/** "6.1 hit 6.10 s|17.3 end" as [[6.1,"hit 6.10 s"],...]. */
static void
write_places(FILE *file, const char *places)
{
  const char *mark = "";
  fputs("\"p\":[", file);
  while (*places) {
    double at_s = 0;
    int begin = 0;
    const int length = (int)strcspn(places, "|");
    if (sscanf(places, "%lf %n", &at_s, &begin) == 1 && begin < length) {
      fprintf(
        file, "%s[%.9g,\"%.*s\"]", mark, at_s, length - begin, places + begin);
      mark = ",";
    }
    places += length + (places[length] == '|');
  }
  fputs("]", file);
}

static void
write_cue(FILE *file, const struct yeoun_report_row *row)
{
  const struct {
    const char *name, *text;
  } texts[] = {{"n", row->name},
               {"c", row->character},
               {"t", row->theme},
               {"m", row->mood},
               {"k", row->key},
               {"d", row->description},
               {"v", row->variation_name},
               {"sheet", row->sheet}};
  const struct {
    const char *name;
    double value;
  } numbers[] = {{"variation", row->variation},
                 {"bars", row->bars},
                 {"bpm", row->tempo_bpm},
                 {"asked", row->asked_s},
                 {"music", row->music_s},
                 {"length", row->length_s},
                 {"lufs", row->lufs},
                 {"identity", row->identity}};
  putc('{', file);
  for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); ++i) {
    write_text(file, texts[i].name, texts[i].text);
  }
  for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); ++i) {
    write_number(file, numbers[i].name, numbers[i].value);
  }
  const struct yeoun_fps *const fps = yeoun_fps(yeoun_fps_find(row->fps));
  if (fps->whole) {
    write_number(file, "fps", (double)fps->num / fps->den);
    write_number(file, "start", row->start_s);
    fprintf(file, "\"drop\":%s,", fps->is_drop ? "true" : "false");
  }
  write_files(file, row);
  write_places(file, row->places);
  putc('}', file);
}

void
yeoun_page_write(FILE *file, const struct yeoun_report_row *row, unsigned rows)
{
  const char *const middle = strstr(yeoun_page_text, YEOUN_PAGE_CUES);
  fwrite(yeoun_page_text, 1, (size_t)(middle - yeoun_page_text), file);
  fputs("{\"lanes\":[", file);
  for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
    const char *const colour = yeoun_picture_colour(lane);
    if (colour) {
      fprintf(file,
              "%s[\"%s\",\"%s\"]",
              lane ? "," : "",
              yeoun_lane_name(lane),
              colour);
    }
  }
  fputs("],\"cues\":[\n", file);
  for (unsigned i = 0; i < rows; ++i) {
    fputs(i ? ",\n" : "", file);
    write_cue(file, &row[i]);
  }
  fputs("\n]}", file);
  fputs(middle + strlen(YEOUN_PAGE_CUES), file);
}
