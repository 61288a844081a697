// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The table of what was made. */

#ifndef YEOUN_RENDER_LIBRARY_TABLE_H
#define YEOUN_RENDER_LIBRARY_TABLE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "ends.h"
#include "music/score.h"
#include "name.h"
#include "render/ask/cue.h"
#include "render/file.h"

#define YEOUN_KEY_NAME 16
#define YEOUN_SAID 4096 /* bytes of what a sheet says of a cue */
#define YEOUN_FPS 12
#define YEOUN_PLACES 2048 /* and of its marks */

/** A file that was made. */
struct yeoun_row_file {
  char end[YEOUN_END]; /**< of its name */
  struct yeoun_file_facts facts;
};

/** What was made of one cue. */
struct yeoun_report_row {
  char name[YEOUN_NAME_BYTES]; /**< of its files, without an end */
  char character[YEOUN_LABEL];
  char theme[YEOUN_THEME_LETTERS];
  char mood[YEOUN_MOOD_NAME];
  char key[YEOUN_KEY_NAME]; /**< "A minor" */
  char description[YEOUN_DESCRIPTION_SIZE];
  char variation_name[YEOUN_NAME_SIZE]; /**< all the variation depends on */
  char sheet[YEOUN_SAID];    /**< what asks for the same in a cue sheet */
  char places[YEOUN_PLACES]; /**< "6.1 hit 6.10 s|17.3 end 17.30 s" */
  char fps[YEOUN_FPS];       /**< frames a second of its picture, or empty */
  unsigned files;
  struct yeoun_row_file file[YEOUN_ENDS];
  bool is_new; /**< made in this run */
  unsigned variation, algorithm, bars, notes;
  double tempo_bpm;
  double asked_s;       /**< 0 = as many as the bars take */
  double start_s;       /**< in the picture */
  double music_s;       /**< without the tail */
  double length_s;      /**< with it */
  double lufs, peak_db; /**< measured in the file that was written */
  double identity;
};

/** Write a row as lines of a field and a value each. */
void
yeoun_report_row_write(const struct yeoun_report_row *row, FILE *file);

/** Read one such line into a row; others are left out. */
void
yeoun_report_row_read(struct yeoun_report_row *row, const char *line);

/** Whether no control character stands in its texts. */
bool
yeoun_report_row_is_plain(const struct yeoun_report_row *row);

/** Whether there is a file of this end. */
bool
yeoun_report_row_has(const struct yeoun_report_row *row, const char *end);

/** Print rows on stdout, below a line of headings. */
void
yeoun_table_print(const struct yeoun_report_row *row, unsigned rows);

#endif
