// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "spots.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "render/ask/timecode.h"
#include "render/say.h"

/* What a column may be called: in Premiere, in Resolve, in both. */
enum column { NAME, REMARK, FROM, TO, LENGTH, COLUMNS };

static const char *const titles[COLUMNS][5] = {
  [NAME] = {"Marker Name", "Name"},
  [REMARK] = {"Description", "Notes", "Comments", "Comment"},
  [FROM] = {"In", "Start TC", "Record In", "Start", "Timecode"},
  [TO] = {"Out", "End TC", "Record Out", "End"},
  [LENGTH] = {"Duration", "Duration TC", "Length"},
};

enum { FIELDS = 64 };

struct table {
  struct yeoun_spots *spots;
  char comma;
  unsigned line;
  int at[COLUMNS]; /* of each column, or -1 */
};

/** Cut the next row into its fields, in place (RFC 4180).
    @param[out] rest  what comes after it
    @return how many; a line that ends in a field in quotes goes on */
static unsigned
cut(struct table *table, char *text, char *field[FIELDS], char **rest)
{
  unsigned fields = 0;
  char *to = text;
  bool is_more = true;
  while (is_more) {
    const bool is_quoted = *text == '"';
    if (fields < FIELDS) {
      field[fields++] = to;
    }
    for (text += is_quoted; *text; ++text) {
      if (is_quoted && *text == '"' && *++text != '"') {
        break;
      }
      if (!is_quoted && (*text == table->comma || strchr("\r\n", *text))) {
        break;
      }
      table->line += is_quoted && *text == '\n';
      *to++ = *text;
    }
    text +=
      is_quoted ? strcspn(text, table->comma == '\t' ? "\t\r\n" : ",\r\n") : 0;
    is_more = *text == table->comma;
    const char end = *text;
    text += end ? 1 : 0;
    text += end == '\r' && *text == '\n';
    *to++ = '\0';
  }
  *rest = text;
  return fields;
}

/** Find the columns by their headings; the first title that is there counts. */
static void
find_columns(struct table *table, char *field[FIELDS], unsigned fields)
{
  for (unsigned c = 0; c < COLUMNS; ++c) {
    table->at[c] = -1;
    for (unsigned t = 0; t < 5 && table->at[c] < 0; ++t) {
      for (unsigned i = 0; i < fields && titles[c][t]; ++i) {
        if (!strcasecmp(field[i], titles[c][t])) {
          table->at[c] = (int)i;
        }
      }
    }
  }
}

/** A time of a row; false when the column is not there or empty. */
static bool
read_time(const struct table *table,
          char *field[FIELDS],
          unsigned fields,
          enum column column,
          double *at_s,
          bool *is_good)
{
  const int at = table->at[column];
  bool is_code = false;
  if (at < 0 || at >= (int)fields || !*field[at]) {
    return false;
  }
  if (!yeoun_time_read(field[at], table->spots->fps, at_s, &is_code)) {
    yeoun_say("%s:%u: %s is no time at %s frames a second",
              table->spots->path,
              table->line,
              field[at],
              yeoun_fps(table->spots->fps)->name);
    *is_good = false;
    return false;
  }
  return true;
}

static bool
read_row(const struct table *table, char *field[FIELDS], unsigned fields)
{
  double from_s = 0;
  double to_s = 0;
  double length_s = 0;
  bool is_good = true;
  const char *name = "";
  for (int c = REMARK; c >= NAME; --c) {
    const int at = table->at[c];
    if (at >= 0 && at < (int)fields && *field[at]) {
      name = field[at];
    }
  }
  if (!read_time(table, field, fields, FROM, &from_s, &is_good)) {
    return is_good;
  }
  if (!read_time(table, field, fields, TO, &to_s, &is_good)) {
    to_s = from_s;
    if (read_time(table, field, fields, LENGTH, &length_s, &is_good)) {
      to_s += length_s;
    }
  }
  /* A marker of one frame is a point. */
  const double frame_s = yeoun_fps_seconds(table->spots->fps, 1);
  to_s = to_s - from_s < 1.5 * frame_s ? from_s : to_s;
  return is_good &&
         yeoun_spots_add(table->spots, from_s, to_s, table->line, name);
}

bool
yeoun_spots_read_table(struct yeoun_spots *spots, char *text)
{
  char *field[FIELDS];
  struct table table = {.spots = spots, .line = 1};
  const size_t tab = strcspn(text, "\t\r\n");
  table.comma = text[tab] == '\t' ? '\t' : ',';
  yeoun_spots_guess(spots, text);
  const unsigned titled = cut(&table, text, field, &text);
  find_columns(&table, field, titled);
  if (table.at[FROM] < 0) {
    yeoun_say("%s: no column tells where a marker is: expected In, Start TC, "
              "Record In, Start or Timecode",
              spots->path);
    return false;
  }
  bool is_good = true;
  while (is_good && *text) {
    ++table.line;
    const unsigned fields = cut(&table, text, field, &text);
    is_good = read_row(&table, field, fields);
  }
  return is_good;
}
