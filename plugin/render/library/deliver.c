// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "deliver.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compose/request.h"
#include "music/palette.h"
#include "music/signature.h"
#include "render/ask/format.h"
#include "render/ask/make.h"
#include "render/ask/sheet_write.h"
#include "render/ask/timecode.h"
#include "render/file.h"
#include "render/host/host_controls.h"
#include "render/say.h"
#include "render/schedule/agree.h"
#include "render/schedule/composed.h"
#include "render/schedule/marks.h"
#include "render/score/key_name.h"
#include "render/score/musicxml.h"
#include "render/score/picture.h"
#include "render/score/smf.h"
#include "render/sound/loop.h"
#include "render/sound/loudness.h"
#include "render/sound/master.h"
#include "render/sound/mix.h"
#include "render/sound/sound_file.h"
#include "session.h"

/** One cue on its way to files. */
struct delivery {
  struct yeoun_host *host;
  const struct yeoun_render_plan *plan;
  uint32_t block;
  struct yeoun_report_row *row;
  struct yeoun_composed composed;
  struct yeoun_marks marks;
  const char *description;
};

/** Note the files that were written. */
static void
list_files(const struct yeoun_render_plan *plan, struct yeoun_report_row *row)
{
  char path[YEOUN_PATH];
  yeoun_render_plan_path(plan, "", path);
  const struct yeoun_file *file = NULL;
  for (unsigned i = 0; (file = yeoun_files_finished(i)); ++i) {
    struct yeoun_row_file *const made = &row->file[row->files++];
    snprintf(made->end, sizeof(made->end), "%.23s", file->path + strlen(path));
    made->facts = file->facts;
  }
}

/** Write a pair of channels in one format, as name.PART.wav. */
static bool
write_sound(const struct delivery *d,
            const struct yeoun_take *take,
            unsigned channel,
            const char *part,
            unsigned format)
{
  char path[YEOUN_PATH];
  char end[32];
  const bool is_loop = !strcmp(part, ".loop");
  const struct yeoun_sound_label label = {.title = d->plan->cue->name,
                                          .description = d->description,
                                          .marks = is_loop ? NULL : &d->marks,
                                          .start_s =
                                            is_loop ? 0 : d->plan->cue->start_s,
                                          .is_loop = is_loop};
  snprintf(end, sizeof(end), "%s.%s", part, yeoun_format_end(format));
  yeoun_render_plan_path(d->plan, end, path);
  return yeoun_sound_write(path, format, &label, take, channel);
}

/** Write the mix in all formats; the first is measured. */
static bool
write_mix(const struct delivery *d, const struct yeoun_take *take)
{
  struct yeoun_loudness loudness;
  const unsigned formats = d->plan->cue->formats;
  const unsigned first = yeoun_formats_first(formats);
  for (unsigned i = first; i < YEOUN_FORMATS; ++i) {
    if (formats >> i & 1 &&
        !write_sound(d, take, yeoun_take_mix(take), "", i)) {
      return false;
    }
  }
  if (!yeoun_loudness_of_file(yeoun_files_finished(0)->part, &loudness)) {
    return false;
  }
  d->row->lufs = loudness.lufs;
  d->row->peak_db = loudness.peak_db;
  return true;
}

static bool
write_stems(const struct delivery *d, const struct yeoun_take *take)
{
  char part[32];
  const unsigned format = yeoun_formats_first(d->plan->cue->formats);
  bool is_done = take->channels == 2 * YEOUN_STEM_PAIRS + 2;
  for (unsigned i = 0; i < YEOUN_STEM_PAIRS && is_done; ++i) {
    snprintf(part, sizeof(part), ".%s", yeoun_stem_name(i));
    is_done = write_sound(d, take, 2 * i, part, format);
  }
  return is_done;
}

static bool
write_midi(const struct delivery *d, const struct yeoun_take *take)
{
  char path[YEOUN_PATH];
  const struct yeoun_render_plan *const plan = d->plan;
  yeoun_render_plan_path(plan, ".mid", path);
  return yeoun_smf_write(
    path,
    plan->cue->name,
    plan->answer.told.name,
    &plan->key,
    yeoun_key_sharps_as_typed(plan->key, &plan->cue->theme),
    &d->marks,
    take);
}

static bool
write_picture(const struct delivery *d, const struct yeoun_take *take)
{
  char path[YEOUN_PATH];
  yeoun_render_plan_path(d->plan, ".svg", path);
  return yeoun_picture_write(path, take, &d->composed);
}

static bool
write_scores(const struct delivery *d, const struct yeoun_take *take)
{
  static const struct {
    const char *end;
    bool is_lead;
  } scores[] = {{".lead.musicxml", true}, {".score.musicxml", false}};
  char path[YEOUN_PATH];
  bool is_done = true;
  (void)take;
  for (unsigned i = 0; i < 2 && is_done; ++i) {
    yeoun_render_plan_path(d->plan, scores[i].end, path);
    is_done =
      yeoun_musicxml_write(path, d->plan, &d->composed, scores[i].is_lead);
  }
  return is_done;
}

static bool
write_session(const struct delivery *d, const struct yeoun_take *take)
{
  return yeoun_session_write(d->plan, &d->marks, take);
}

static bool
write_loop(const struct delivery *d, const struct yeoun_take *take)
{
  (void)take;
  struct yeoun_take loop = {0};
  const bool is_done = yeoun_loop_make(d->host, d->plan, d->block, &loop) &&
                       write_sound(d,
                                   &loop,
                                   yeoun_take_mix(&loop),
                                   ".loop",
                                   yeoun_formats_first(d->plan->cue->formats));
  yeoun_take_free(&loop);
  return is_done;
}

/** What is known of a cue before anything is written. */
static void
describe(const struct delivery *d, const struct yeoun_take *take)
{
  const struct yeoun_render_plan *const plan = d->plan;
  const struct yeoun_music_cue *const cue = plan->cue;
  struct yeoun_report_row *const row = d->row;
  *row =
    (struct yeoun_report_row){.variation = cue->variation,
                              .algorithm = YEOUN_ALGORITHM,
                              .bars = plan->bars,
                              .notes = yeoun_take_notes(take),
                              .tempo_bpm = yeoun_tempo_bpm(&plan->tempo, 0),
                              .asked_s = cue->seconds + cue->ring_s,
                              .start_s = cue->start_s,
                              .music_s = yeoun_render_plan_seconds(plan),
                              .length_s = (double)take->frames / take->rate,
                              .identity = (double)plan->answer.identity};
  memcpy(row->name, cue->name, sizeof(row->name));
  memcpy(row->character, cue->character, sizeof(row->character));
  memcpy(row->theme, cue->theme_text, sizeof(row->theme));
  snprintf(row->fps, sizeof(row->fps), "%s", yeoun_fps(cue->fps)->name);
  memcpy(row->mood, cue->mood, sizeof(row->mood));
  memcpy(row->description, take->description, sizeof(row->description));
  memcpy(
    row->variation_name, plan->answer.told.name, sizeof(row->variation_name));
  yeoun_key_name(plan->key,
                 yeoun_key_sharps_as_typed(plan->key, &cue->theme),
                 row->key,
                 sizeof(row->key));
}

/** What the page needs of a cue: how to ask for it again, and its marks. What
    does not fit is left out. */
static void
describe_page(const struct delivery *d)
{
  struct yeoun_report_row *const row = d->row;
  char *text = NULL;
  size_t size = 0;
  FILE *file = open_memstream(&text, &size);
  if (file) {
    yeoun_sheet_write_cue(file, d->plan->cue);
    if (!fclose(file) && size < sizeof(row->sheet)) {
      memcpy(row->sheet, text, size + 1);
    }
    free(text);
  }
  size_t at = 0;
  for (unsigned i = 0; i < d->marks.count; ++i) {
    const struct yeoun_place_mark *const mark = &d->marks.mark[i];
    const size_t left = sizeof(row->places) - at;
    const int length = mark->is_bar ? 0
                                    : snprintf(row->places + at,
                                               left,
                                               "%s%.3f %s",
                                               at ? "|" : "",
                                               mark->at_s,
                                               mark->name);
    if (length < 0 || (size_t)length >= left) {
      row->places[at] = '\0';
      break;
    }
    at += (size_t)length;
  }
}

/** What files say of the music: as it was at its beginning, though it may go
    through several variations; and in a remix, what is one of it, and what
    cannot be. */
static void
describe_music(struct delivery *d, struct yeoun_take *take)
{
  const unsigned palette = (unsigned)yeoun_host_get(d->host, "remix");
  snprintf(
    take->description,
    sizeof(take->description),
    palette ? "%.140s; remix: %s, in the %s" : "%s",
    d->plan->answer.description,
    yeoun_palette_name(palette),
    yeoun_instrument_facts(d->composed.instrument[YEOUN_LANE_MELODY])->name);
  d->description = take->description;
  for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
    if (d->composed.is_left[lane]) {
      yeoun_say("remix %s: none of its instruments has all notes of the %s; "
                "the %s plays them",
                yeoun_palette_name(palette),
                yeoun_stem_name(lane),
                yeoun_instrument_facts(d->composed.instrument[lane])->name);
    }
  }
}

/** What is made beside the mix, and who writes it; what runs the plugin again
    comes last. */
static const struct {
  unsigned make; /**< enum yeoun_make */
  bool (*write)(const struct delivery *d, const struct yeoun_take *take);
} writers[] = {
  {YEOUN_MAKE_STEMS, write_stems},
  {YEOUN_MAKE_PICTURE, write_picture},
  {YEOUN_MAKE_MIDI, write_midi},
  {YEOUN_MAKE_SCORE, write_scores},
  {YEOUN_MAKE_SESSION, write_session},
  {YEOUN_MAKE_LOOP, write_loop},
};

static bool
write_all(const struct delivery *d, struct yeoun_take *take)
{
  const unsigned makes = d->plan->cue->makes;
  bool is_done =
    (!(makes & YEOUN_MAKE_STEMS) || yeoun_mix_down(take)) &&
    yeoun_master(take, d->plan->cue->target, d->plan->cue->is_one_gain) &&
    write_mix(d, take);
  for (size_t i = 0; i < sizeof(writers) / sizeof(writers[0]) && is_done; ++i) {
    if (makes & writers[i].make) {
      is_done = writers[i].write(d, take);
    }
  }
  return is_done;
}

bool
yeoun_deliver(struct yeoun_host *host,
              const struct yeoun_render_plan *plan,
              uint32_t block,
              struct yeoun_take *take,
              struct yeoun_report_row *row)
{
  static struct delivery d;
  d = (struct delivery){.host = host, .plan = plan, .block = block, .row = row};
  if (!yeoun_composed_make(host, plan, &d.composed)) {
    return false;
  }
  if (!yeoun_agree(host, plan, &d.composed, take)) {
    yeoun_composed_free(&d.composed);
    return false;
  }
  describe_music(&d, take);
  describe(&d, take);
  yeoun_marks_make(plan, &d.composed, &d.marks);
  describe_page(&d);
  const bool is_done = write_all(&d, take);
  list_files(plan, row);
  yeoun_composed_free(&d.composed);
  return is_done;
}
