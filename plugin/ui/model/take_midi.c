// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "take_midi.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <lv2/atom/util.h>

#include "controls.h"
#include "events.h"
#include "smf0.h"

#define RATE 48000

/** Frames of a block: an atom sequence of a block holds all its events. */
#define BLOCK 256

/** Seconds after the end in which notes that ring over it may end. */
#define TAIL_S 8

/** What is played, a file a lane. */
struct take {
  struct yeoun_smf0 file[YEOUN_LANES];
  bool has_notes[YEOUN_LANES];
  double ticks_a_frame;
  int64_t frame, end; /**< of the block; of the first round */
  uint32_t last_id;   /**< of the notes of the first round */
  unsigned open;      /**< notes that have not ended */
  struct yeoun_uris uris;
  struct yeoun_open held;
  struct yeoun_output out;
  union {
    LV2_Atom_Sequence sequence;
    uint8_t bytes[16384];
  } events;
};

/** Take one message: after the first round only what ends its notes. */
static void
take_message(void *handle, const struct yeoun_message *message)
{
  struct take *const take = (struct take *)handle;
  const bool is_over = take->frame + message->frame >= take->end;
  if (message->kind == YEOUN_MESSAGE_NOTE_ON) {
    if (is_over) {
      return;
    }
    take->has_notes[message->lane] = true;
    take->last_id = message->id;
    ++take->open;
  } else if (message->kind == YEOUN_MESSAGE_NOTE_OFF) {
    if (message->id > take->last_id || !take->open) {
      return;
    }
    --take->open;
  } else if (is_over &&
             (message->kind != YEOUN_MESSAGE_PEDAL || message->value)) {
    return;
  }
  yeoun_output_message(&take->out, message);
}

/** The lane of a MIDI message by its channel. */
static unsigned
lane_of(uint8_t status)
{
  unsigned lane = 0;
  while (lane < YEOUN_LANES && yeoun_lane_channel(lane) != (status & 0x0F)) {
    ++lane;
  }
  return lane;
}

/** Into the files goes what a block has brought. */
static void
store(struct take *take)
{
  LV2_ATOM_SEQUENCE_FOREACH(&take->events.sequence, event)
  {
    const uint8_t *const bytes = (const uint8_t *)(event + 1);
    const unsigned lane = lane_of(*bytes);
    const double tick =
      (double)(take->frame + event->time.frames) * take->ticks_a_frame;
    if (lane < YEOUN_LANES) {
      yeoun_smf0_add(
        &take->file[lane], (int32_t)(tick + 0.5), bytes, event->body.size);
    }
  }
}

static void
run(struct take *take, struct yeoun_engine *engine)
{
  const struct yeoun_sink sink = {take_message, take};
  while (take->frame < take->end ||
         (take->open && take->frame < take->end + TAIL_S * RATE)) {
    take->events.sequence.atom.size = sizeof(take->events) - sizeof(LV2_Atom);
    take->out =
      yeoun_output_begin(&take->uris, &take->held, &take->events.sequence);
    take->out.sends_programs = true;
    yeoun_engine_run(engine, 0, NULL, NULL, NULL, BLOCK, &sink);
    store(take);
    take->frame += BLOCK;
  }
}

/** All as the ports say, but: this request, alone, in our own time, unmuted. */
static struct yeoun_controls
prepare(const struct yeoun_model *model,
        const struct yeoun_request *request,
        float tempo_bpm)
{
  const float *value[YEOUN_CONTROLS];
  for (unsigned i = 0; i < YEOUN_CONTROLS; ++i) {
    value[i] = &model->value[i];
  }
  struct yeoun_controls c = yeoun_controls_read(model->kind, value);
  c.has_request = true;
  memcpy(&c.request, request, sizeof(*request));
  c.request.kept = 0;
  c.is_own_time = c.is_auditioning = c.is_enabled = true;
  c.is_learning = false;
  c.tempo_bpm = tempo_bpm;
  c.advance = YEOUN_ADVANCE_HOLD;
  c.apply = 0;
  c.remix = 0;
  c.expression = c.expression ? c.expression : (uint8_t)YEOUN_EXPRESSION_CC11;
  memset(c.is_muted, 0, sizeof(c.is_muted));
  return c;
}

/** "Am-F-C romantic 12 bass": letters of file names only. */
static void
name_file(const struct yeoun_request *request,
          unsigned lane,
          char *text,
          size_t size)
{
  char theme[YEOUN_THEME_TEXT];
  unsigned pole = 0;
  for (unsigned i = 1; i < YEOUN_POLES; ++i) {
    pole = request->mood.weight[i] > request->mood.weight[pole] ? i : pole;
  }
  yeoun_theme_write(&request->theme, theme, sizeof(theme));
  for (char *c = theme; *c; ++c) {
    if (*c == ' ') {
      *c = '-';
    } else if (*c == '/' || *c == ':') {
      *c = '_';
    }
  }
  snprintf(text,
           size,
           "%.40s %s %u %s",
           theme,
           yeoun_pole_name(pole),
           (unsigned)request->variation,
           yeoun_lane_name(lane));
}

/** A new file, with a number when the name is taken. */
static bool
save(const struct yeoun_smf0 *file,
     const char *folder,
     const char *name,
     char path[YEOUN_PATH_SIZE])
{
  int to = -1;
  for (unsigned i = 1; to < 0 && i < 1000; ++i) {
    char number[8] = "";
    if (i > 1) {
      snprintf(number, sizeof(number), " %u", i);
    }
    const int length =
      snprintf(path, YEOUN_PATH_SIZE, "%s/%s%s.mid", folder, name, number);
    if (length >= YEOUN_PATH_SIZE) {
      return false;
    }
    to = open(path, O_WRONLY | O_CREAT | O_EXCL, 0666);
    if (to < 0 && access(path, F_OK) != 0) {
      return false; /* another reason than that it is there */
    }
  }
  const bool is_written =
    to >= 0 && write(to, file->at, file->size) == (ssize_t)file->size;
  return to >= 0 && !close(to) && is_written;
}

static bool
save_lanes(struct take *take,
           const struct yeoun_request *request,
           unsigned lanes,
           const char *folder,
           struct yeoun_midi_files *files)
{
  const double end = (double)take->end * take->ticks_a_frame;
  bool is_fine = true;
  for (unsigned i = 0; i < YEOUN_LANES; ++i) {
    struct yeoun_smf0 *const file = &take->file[i];
    if (is_fine && lanes >> i & 1U && take->has_notes[i]) {
      char name[128];
      name_file(request, i, name, sizeof(name));
      is_fine = yeoun_smf0_end(file, (int32_t)(end + 0.5)) &&
                save(file, folder, name, files->path[files->count]);
      files->count += is_fine;
    }
    free(file->at);
  }
  return is_fine;
}

/** Have the request composed and taken, and begin at its first bar. */
static void
wake(struct yeoun_engine *engine)
{
  for (unsigned i = 0; i < 8 && !yeoun_engine_performance(engine); ++i) {
    yeoun_engine_compose_here(engine);
    yeoun_engine_run(engine, 0, NULL, NULL, NULL, 1, NULL);
  }
  yeoun_engine_reset(engine);
}

bool
yeoun_midi_write(const struct yeoun_model *model,
                 const struct yeoun_request *request,
                 float tempo_bpm,
                 unsigned lanes,
                 const char *folder,
                 struct yeoun_midi_files *files)
{
  struct take *const take = (struct take *)calloc(1, sizeof(*take));
  struct yeoun_engine *const engine = yeoun_engine_new(RATE, false);
  files->count = 0;
  if (!take || !engine) {
    free(take);
    yeoun_engine_free(engine);
    return false;
  }
  const struct yeoun_controls controls = prepare(model, request, tempo_bpm);
  yeoun_engine_set_controls(engine, &controls);
  wake(engine);
  const struct yeoun_performance *const performance =
    yeoun_engine_performance(engine);
  bool is_fine = performance != NULL;
  if (is_fine) {
    take->ticks_a_frame = (double)tempo_bpm / 60 * YEOUN_BEAT / RATE;
    take->end =
      (int64_t)((double)performance->length / take->ticks_a_frame + 0.5);
    take->uris.midi_event = 1;
    for (unsigned i = 0; i < YEOUN_LANES; ++i) {
      yeoun_smf0_begin(
        &take->file[i], yeoun_lane_name(i), tempo_bpm, performance->meter);
    }
    run(take, engine);
    is_fine = save_lanes(take, request, lanes, folder, files);
  }
  yeoun_engine_free(engine);
  free(take);
  return is_fine;
}
