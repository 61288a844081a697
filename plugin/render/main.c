// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* yeoun-render: variations of a theme as WAV and MIDI files, rendered offline
   by the plugin itself. */

#include <stdio.h>
#include <stdlib.h>

#include "file.h"
#include "host.h"
#include "options.h"
#include "piece.h"
#include "say.h"
#include "table.h"
#include "transport.h"

/* Exit statuses. */
enum { DONE = 0, FAILED = 1, NOT_UNDERSTOOD = 2 };

/** List what is asked for: each variation in each mood. Returns how many, or 0
    when memory fails. */
static unsigned
list_pieces(const struct yeoun_options *options, struct yeoun_piece **pieces)
{
  const bool has_poles = options->has_mood || !options->preset;
  unsigned count = 0;
  *pieces = (struct yeoun_piece *)calloc(YEOUN_VARIATIONS * YEOUN_POLES,
                                         sizeof(struct yeoun_piece));
  for (int pole = 0; *pieces && pole < YEOUN_POLES; ++pole) {
    if (has_poles ? !options->pole[pole] : pole > 0) {
      continue;
    }
    for (unsigned i = 0; i < YEOUN_VARIATIONS; ++i) {
      if (options->variation[i]) {
        (*pieces)[count++] = (struct yeoun_piece){has_poles ? pole : -1, i};
      }
    }
  }
  return count;
}

static bool
render_piece(struct yeoun_host *host,
             const struct yeoun_options *options,
             struct yeoun_piece piece,
             struct yeoun_take *take,
             struct yeoun_row *row)
{
  struct yeoun_brief brief;
  return yeoun_piece_set(host, options, piece) &&
         yeoun_piece_brief(host, options, piece, &brief) &&
         yeoun_transport_roll(host, &brief, options->block, take) &&
         yeoun_brief_finish(&brief, take, row);
}

static int
render_pieces(struct yeoun_host *host,
              const struct yeoun_options *options,
              const struct yeoun_piece *pieces,
              unsigned count)
{
  struct yeoun_take take = {0};
  struct yeoun_row *const rows =
    (struct yeoun_row *)calloc(count, sizeof(struct yeoun_row));
  unsigned made = 0;
  if (!rows || !yeoun_folder_make(options->out)) {
    free(rows);
    return FAILED;
  }
  while (made < count) {
    yeoun_say_progress("%u of %u ...", made + 1, count);
    if (!render_piece(host, options, pieces[made], &take, &rows[made])) {
      break;
    }
    ++made;
  }
  yeoun_say_progress("%s", "");
  yeoun_table_print(rows, made);
  printf(
    "%u of %u made in %s, each as sound and .mid\n", made, count, options->out);
  yeoun_take_free(&take);
  free(rows);
  return made == count ? DONE : FAILED;
}

/** Say what would be rendered: controls and a brief for each piece. */
static int
plan_pieces(struct yeoun_host *host,
            const struct yeoun_options *options,
            const struct yeoun_piece *pieces,
            unsigned count)
{
  struct yeoun_brief brief;
  for (unsigned i = 0; i < count; ++i) {
    if (!yeoun_piece_set(host, options, pieces[i])) {
      return FAILED;
    }
    yeoun_host_print(host);
    if (!yeoun_piece_brief(host, options, pieces[i], &brief)) {
      return FAILED;
    }
    yeoun_brief_print(&brief);
  }
  return DONE;
}

int
main(int argc, char **argv)
{
  static struct yeoun_options options;
  struct yeoun_piece *pieces = NULL;
  int status = NOT_UNDERSTOOD;
  if (!yeoun_options_read(argc, argv, &options)) {
    return status;
  }
  if (options.is_help) {
    yeoun_options_help();
    return DONE;
  }
  struct yeoun_host *const host = yeoun_host_open("urn:yeoun:sketch");
  const unsigned count = list_pieces(&options, &pieces);
  if (!host || !count) {
    status = FAILED;
  } else if (yeoun_piece_set(host, &options, pieces[0])) {
    status = options.is_plan ? plan_pieces(host, &options, pieces, count)
                             : render_pieces(host, &options, pieces, count);
  }
  free(pieces);
  yeoun_host_close(host);
  return status;
}
