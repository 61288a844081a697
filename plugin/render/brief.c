// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "brief.h"

#include <stdlib.h>
#include <string.h>

#include "loudness.h"
#include "smf.h"

void
yeoun_brief_print(const struct yeoun_brief *b)
{
  printf("name %s\nout %s\nmood %s\nvariation %u\nbars %u\nrate %u\n",
         b->name,
         b->out,
         b->mood,
         b->variation,
         b->bars,
         b->rate);
  printf("tempo %.17g\nmeter %u/%u\nkey %u/%u\nidentity %.9g\n",
         b->tempo_bpm,
         b->meter.beats,
         b->meter.unit,
         b->key.tonic,
         b->key.mode,
         (double)b->identity);
  printf("target %u\nformats %u\n", b->target, b->formats);
  printf("description %s\n\n", b->description);
}

/** Read two small numbers with a slash between. */
static bool
read_pair(const char *text, uint8_t *first, uint8_t *second)
{
  char *end = NULL;
  *first = (uint8_t)strtoul(text, &end, 10);
  const bool is_good = *end == '/';
  *second = (uint8_t)(is_good ? strtoul(end + 1, NULL, 10) : 0);
  return is_good;
}

static bool
read_field(struct yeoun_brief *b, const char *field, const char *text)
{
  if (!strcmp(field, "name")) {
    return snprintf(b->name, sizeof(b->name), "%s", text) > 0;
  }
  if (!strcmp(field, "out")) {
    return snprintf(b->out, sizeof(b->out), "%s", text) > 0;
  }
  if (!strcmp(field, "mood")) {
    return snprintf(b->mood, sizeof(b->mood), "%s", text) > 0;
  }
  if (!strcmp(field, "description")) {
    return snprintf(b->description, sizeof(b->description), "%s", text) >= 0;
  }
  if (!strcmp(field, "meter")) {
    return read_pair(text, &b->meter.beats, &b->meter.unit) && b->meter.unit;
  }
  if (!strcmp(field, "key")) {
    return read_pair(text, &b->key.tonic, &b->key.mode);
  }
  const double number = strtod(text, NULL);
  if (!strcmp(field, "variation")) {
    b->variation = (unsigned)number;
  } else if (!strcmp(field, "bars")) {
    b->bars = (unsigned)number;
  } else if (!strcmp(field, "rate")) {
    b->rate = (unsigned)number;
  } else if (!strcmp(field, "tempo")) {
    b->tempo_bpm = number;
  } else if (!strcmp(field, "identity")) {
    b->identity = (float)number;
  } else if (!strcmp(field, "target")) {
    b->target = (unsigned)number;
  } else if (!strcmp(field, "formats")) {
    b->formats = (unsigned)number;
  }
  return true;
}

bool
yeoun_brief_read(FILE *file, struct yeoun_brief *brief)
{
  char line[YEOUN_PATH + 32];
  memset(brief, 0, sizeof(*brief));
  while (fgets(line, sizeof(line), file)) {
    line[strcspn(line, "\n")] = '\0';
    char *const space = strchr(line, ' ');
    if (space) {
      *space = '\0';
      if (!read_field(brief, line, space + 1)) {
        return false;
      }
    }
  }
  return brief->name[0] && brief->out[0] && brief->bars && brief->rate &&
         brief->tempo_bpm > 0 && brief->meter.unit && brief->formats;
}

int32_t
yeoun_brief_ticks(const struct yeoun_brief *brief)
{
  return (int32_t)brief->bars * yeoun_bar_ticks(brief->meter);
}

void
yeoun_brief_begin(const struct yeoun_brief *brief, struct yeoun_take *take)
{
  yeoun_take_clear(take);
  take->rate = brief->rate;
  take->tempo_bpm = brief->tempo_bpm;
  take->meter = brief->meter;
  take->length_ticks = yeoun_brief_ticks(brief);
}

/** Write the mix in all formats; the first is measured. */
static bool
write_mix(const struct yeoun_brief *brief,
          const struct yeoun_take *take,
          struct yeoun_row *row)
{
  char path[YEOUN_PATH + YEOUN_NAME + 8];
  struct yeoun_loudness loudness;
  const unsigned first = yeoun_formats_first(brief->formats);
  for (unsigned i = first; i < YEOUN_FORMATS; ++i) {
    if (!(brief->formats >> i & 1)) {
      continue;
    }
    snprintf(path,
             sizeof(path),
             "%s/%s.%s",
             brief->out,
             brief->name,
             yeoun_format_end(i));
    if (!yeoun_sound_write(path, i, brief->name, take, yeoun_take_mix(take))) {
      return false;
    }
    if (i == first) {
      if (!yeoun_loudness_of_file(path, &loudness)) {
        return false;
      }
      row->lufs = loudness.lufs;
      row->peak_db = loudness.peak_db;
    }
  }
  return true;
}

bool
yeoun_brief_finish(const struct yeoun_brief *brief,
                   struct yeoun_take *take,
                   struct yeoun_row *row)
{
  char path[YEOUN_PATH + YEOUN_NAME + 8];
  memcpy(row->name, brief->name, sizeof(row->name));
  memcpy(row->mood, brief->mood, sizeof(row->mood));
  row->variation = brief->variation;
  row->bars = brief->bars;
  yeoun_row_measure(row, take);
  if (!yeoun_master(take, brief->target) || !write_mix(brief, take, row)) {
    return false;
  }
  snprintf(path, sizeof(path), "%s/%s.mid", brief->out, brief->name);
  return yeoun_smf_write(path, brief->name, &brief->key, take);
}
