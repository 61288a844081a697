// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "spot.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "read/text_file.h"
#include "render/ask/cue.h"
#include "render/ask/sheet_write.h"
#include "render/ask/timecode.h"
#include "render/say.h"
#include "spots.h"

/* What is shorter is a point: a cue has a second at least. */
#define SHORTEST_S 1.0

static bool
is_range(const struct yeoun_spot *spot)
{
  return spot->to_s - spot->from_s >= SHORTEST_S;
}

/** By their beginnings, the longer first, then as they were written. */
static int
compare(const void *a, const void *b)
{
  const struct yeoun_spot *const x = (const struct yeoun_spot *)a;
  const struct yeoun_spot *const y = (const struct yeoun_spot *)b;
  return x->from_s != y->from_s ? (x->from_s > y->from_s ? 1 : -1)
         : x->to_s != y->to_s   ? (x->to_s < y->to_s ? 1 : -1)
                                : (int)x->line - (int)y->line;
}

/** Points alone are one cue, from the first to the last. */
static bool
make_range(struct yeoun_spots *spots)
{
  double last_s = 0;
  for (unsigned i = 0; i < spots->count; ++i) {
    if (is_range(&spots->spot[i])) {
      return true;
    }
    last_s = fmax(last_s, spots->spot[i].from_s);
  }
  if (!spots->count || last_s - spots->spot[0].from_s < SHORTEST_S) {
    yeoun_say("%s: no two places in it are a second apart", spots->path);
    return false;
  }
  spots->spot[0].to_s = last_s;
  return true;
}

/** Whether a range was there already: an event for picture, one for sound. */
static bool
is_double(const struct yeoun_spots *spots, unsigned i)
{
  const struct yeoun_spot *const spot = &spots->spot[i];
  return i && spots->spot[i - 1].from_s == spot->from_s &&
         spots->spot[i - 1].to_s == spot->to_s;
}

static void
write_place(FILE *file, const struct yeoun_spots *spots, double at_s)
{
  char code[YEOUN_TIMECODE];
  if (spots->fps) {
    yeoun_timecode_write(at_s, spots->fps, code);
    fprintf(file, "\"%s\"", code);
  } else {
    fprintf(file, "%.3f", at_s);
  }
}

static void
write_hits(FILE *file, const struct yeoun_spots *spots, unsigned cue)
{
  const struct yeoun_spot *const range = &spots->spot[cue];
  unsigned hits = 0;
  for (unsigned i = 0; i < spots->count; ++i) {
    const struct yeoun_spot *const spot = &spots->spot[i];
    if (is_range(spot) || spot->from_s <= range->from_s ||
        spot->from_s >= range->to_s) {
      continue;
    }
    fprintf(file, "  %sy:hit ", hits++ < YEOUN_HITS ? "" : "# too many: ");
    write_place(
      file, spots, spots->fps ? spot->from_s : spot->from_s - range->from_s);
    fprintf(file, " ;%s%s\n", *spot->name ? "  # " : "", spot->name);
  }
}

/** A name that is good for files, and the only one of its kind. */
static void
write_name(FILE *file,
           const struct yeoun_spots *spots,
           unsigned cue,
           unsigned n)
{
  char name[YEOUN_SPOT_NAME + 16];
  bool is_twice = false;
  for (unsigned i = 0; i < spots->count; ++i) {
    is_twice = is_twice ||
               (i != cue && is_range(&spots->spot[i]) && !is_double(spots, i) &&
                !strcmp(spots->spot[i].name, spots->spot[cue].name));
  }
  snprintf(name, sizeof(name), "%s", spots->spot[cue].name);
  for (char *c = name; *c; ++c) {
    *c = strchr("/'\"\\", *c) ? '_' : *c;
  }
  *name = (char)(*name && strchr(".-~", *name) ? '_' : *name);
  const size_t length = strlen(name);
  if (!*name || is_twice) {
    snprintf(
      name + length, sizeof(name) - length, "%sm%u", length ? "-" : "", n);
  }
  yeoun_sheet_literal(file, name);
}

static void
write_cue(FILE *file, const struct yeoun_spots *spots, unsigned i, unsigned n)
{
  const struct yeoun_spot *const spot = &spots->spot[i];
  fprintf(file, "\n<#m%u> a y:MusicCue ; y:name ", n);
  write_name(file, spots, i, n);
  fputs(" ;\n  y:start ", file);
  write_place(file, spots, spot->from_s);
  fprintf(file, " ; y:seconds %.3f ;  # to ", spot->to_s - spot->from_s);
  write_place(file, spots, spot->to_s);
  putc('\n', file);
  write_hits(file, spots, i);
  fputs("  y:mood \"lyrical\" .\n", file);
}

/** Tell of points that no cue holds. */
static void
write_others(FILE *file, const struct yeoun_spots *spots)
{
  for (unsigned i = 0; i < spots->count; ++i) {
    const struct yeoun_spot *const spot = &spots->spot[i];
    bool is_within = is_range(spot);
    for (unsigned k = 0; k < spots->count && !is_within; ++k) {
      is_within = is_range(&spots->spot[k]) &&
                  spot->from_s >= spots->spot[k].from_s &&
                  spot->from_s <= spots->spot[k].to_s;
    }
    if (!is_within) {
      fputs("\n# in no cue: ", file);
      write_place(file, spots, spot->from_s);
      fprintf(file, " %s", spot->name);
    }
  }
}

static unsigned
write_sheet(FILE *file, const struct yeoun_spots *spots)
{
  unsigned cues = 0;
  fputs("@prefix y: <urn:yeoun:vocabulary#> .\n\n"
        "# To be filled in: the theme, of all cues or of each, the moods, what "
        "is wanted.\n<> a y:CueSheet ; y:theme \"Am F C\"",
        file);
  if (spots->fps) {
    fprintf(file, " ; y:fps \"%s\"", yeoun_fps(spots->fps)->name);
  }
  fputs(" .\n", file);
  for (unsigned i = 0; i < spots->count; ++i) {
    if (is_range(&spots->spot[i]) && !is_double(spots, i)) {
      write_cue(file, spots, i, ++cues);
    }
  }
  write_others(file, spots);
  putc('\n', file);
  return cues;
}

static bool
read_spots(struct yeoun_spots *spots, struct yeoun_text_file *text)
{
  return text->size >= 4 && !memcmp(text->text, "MThd", 4)
           ? yeoun_spots_read_midi(
               spots, (const unsigned char *)text->text, text->size)
           : yeoun_text_file_decode(text) &&
               (strstr(text->text, "TITLE:") || strstr(text->text, "FCM:")
                  ? yeoun_spots_read_edl(spots, text->text)
                  : yeoun_spots_read_table(spots, text->text));
}

bool
yeoun_spot(const char *path, unsigned fps, FILE *file)
{
  struct yeoun_spots spots = {.path = path, .fps = fps};
  struct yeoun_text_file text = {0};
  struct yeoun_fault fault = {0};
  bool is_good = yeoun_text_file_read(path, &text, &fault);
  if (!is_good) {
    yeoun_say("%s", fault.text);
  }
  is_good = is_good && read_spots(&spots, &text);
  if (is_good && spots.count) {
    qsort(spots.spot, spots.count, sizeof(spots.spot[0]), compare);
  }
  is_good = is_good && make_range(&spots);
  if (is_good) {
    const unsigned cues = write_sheet(file, &spots);
    is_good = !fflush(file) && !ferror(file);
    yeoun_say("%s: %u cues", path, cues);
  }
  yeoun_text_file_free(&text);
  yeoun_spots_free(&spots);
  return is_good;
}
