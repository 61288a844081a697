// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "deliver.h"

#include <stdio.h>
#include <string.h>

#include "file.h"
#include "key_name.h"
#include "loudness.h"
#include "master.h"
#include "smf.h"
#include "sound_file.h"

/** Note that a file was written. */
static void
list_file(struct yeoun_row *row, const char *end)
{
  const size_t length = strlen(row->files);
  snprintf(row->files + length,
           sizeof(row->files) - length,
           "%s%s",
           length ? " " : "",
           end);
}

/** Write the mix in all formats; the first is measured. */
static bool
write_mix(const struct yeoun_brief *brief,
          const struct yeoun_take *take,
          struct yeoun_row *row)
{
  char path[YEOUN_PATH];
  char end[16];
  struct yeoun_loudness loudness;
  const struct yeoun_music_cue *const cue = brief->cue;
  const unsigned first = yeoun_formats_first(cue->formats);
  for (unsigned i = first; i < YEOUN_FORMATS; ++i) {
    if (!(cue->formats >> i & 1)) {
      continue;
    }
    snprintf(end, sizeof(end), ".%s", yeoun_format_end(i));
    yeoun_brief_path(brief, end, path);
    if (!yeoun_sound_write(path, i, cue->name, take, yeoun_take_mix(take))) {
      return false;
    }
    list_file(row, end);
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

/** What is known of a cue before anything is written. */
static void
describe(const struct yeoun_brief *brief,
         const struct yeoun_take *take,
         struct yeoun_row *row)
{
  const struct yeoun_music_cue *const cue = brief->cue;
  *row = (struct yeoun_row){.variation = cue->variation,
                            .bars = brief->bars,
                            .notes = yeoun_take_notes(take),
                            .tempo_bpm = yeoun_tempo_bpm(&brief->tempo, 0),
                            .music_s = yeoun_brief_seconds(brief),
                            .length_s = (double)take->frames / take->rate,
                            .identity = (double)take->identity};
  memcpy(row->name, cue->name, sizeof(row->name));
  memcpy(row->character, cue->character, sizeof(row->character));
  memcpy(row->theme, cue->theme_text, sizeof(row->theme));
  memcpy(row->mood, cue->mood, sizeof(row->mood));
  memcpy(row->description, take->description, sizeof(row->description));
  yeoun_key_name(brief->key, row->key, sizeof(row->key));
}

bool
yeoun_deliver(const struct yeoun_brief *brief,
              struct yeoun_take *take,
              struct yeoun_row *row)
{
  char path[YEOUN_PATH];
  const struct yeoun_music_cue *const cue = brief->cue;
  describe(brief, take, row);
  if (!yeoun_master(take, cue->target) || !write_mix(brief, take, row)) {
    return false;
  }
  if (cue->makes & YEOUN_MAKE_MIDI) {
    yeoun_brief_path(brief, ".mid", path);
    if (!yeoun_smf_write(path, cue->name, &brief->key, take)) {
      return false;
    }
    list_file(row, ".mid");
  }
  return true;
}
