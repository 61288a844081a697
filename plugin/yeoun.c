// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The LV2 plugins: sketch (stereo), stems (a pair a lane), notes (MIDI). */

#include <stdlib.h>
#include <string.h>

#include "controls.h"
#include "plugin.h"

static const char *const plugin_uris[YEOUN_KINDS] = {YEOUN_URI "sketch",
                                                     YEOUN_URI "stems",
                                                     YEOUN_URI "notes"};

static unsigned
audio_ports(enum yeoun_kind kind)
{
  return kind == YEOUN_SKETCH ? 2 : kind == YEOUN_NOTES ? 0 : 2 * YEOUN_STEMS;
}

static bool
is_same_theme(const struct yeoun_theme *a, const struct yeoun_theme *b)
{
  bool is_same = a->chords == b->chords && a->notes == b->notes;
  for (unsigned i = 0; is_same && i < a->chords; ++i) {
    is_same = a->chord[i].root == b->chord[i].root &&
              a->chord[i].type == b->chord[i].type &&
              a->chord[i].bass == b->chord[i].bass &&
              a->length[i] == b->length[i];
  }
  return is_same && !memcmp(a->note, b->note, a->notes);
}

void
yeoun_plugin_give(struct plugin *self, const struct yeoun_theme *theme)
{
  self->audio.given = *theme;
  yeoun_mailbox_post(&self->played, theme);
}

/** Tell the engine what the ports say. */
static void
read_controls(struct plugin *self)
{
  struct audio *const audio = &self->audio;
  struct yeoun_controls controls =
    yeoun_controls_read((const float *const *)self->port.control);

  yeoun_mailbox_take(&self->restored, &audio->given);
  audio->theme = controls.theme;
  if (controls.is_learning && yeoun_theme_exists(&audio->given)) {
    controls.theme = audio->given;
  }
  const unsigned freewheel = YEOUN_PORT_FREEWHEEL - YEOUN_PORT_CONTROL;
  audio->is_inline = yeoun_control_value(YEOUN_PORT_FREEWHEEL,
                                         self->port.control[freewheel]) > 0.0F;
  yeoun_engine_set_controls(self->engine, &controls);
}

static void
write_output(struct plugin *self, enum yeoun_port port, float value)
{
  float *const place = self->port.control[port - YEOUN_PORT_CONTROL];
  if (place) {
    *place = value;
  }
}

static void
write_outputs(struct plugin *self)
{
  const struct yeoun_state state = yeoun_engine_state(self->engine);
  write_output(self, YEOUN_PORT_IDENTITY, state.identity);
  write_output(self, YEOUN_PORT_BAR, state.bar);
  write_output(self, YEOUN_PORT_POSITION, state.position);
  write_output(self, YEOUN_PORT_OWN_TEMPO, state.tempo_bpm);
  write_output(
    self, YEOUN_PORT_LATENCY, (float)yeoun_engine_latency(self->engine));
}

/** A theme that was played since the last block. */
static void
keep_learned(struct plugin *self)
{
  const struct yeoun_theme learned = yeoun_engine_learned(self->engine);
  if (yeoun_theme_exists(&learned) &&
      !is_same_theme(&learned, &self->audio.learned)) {
    self->audio.learned = learned;
    self->audio.is_report_due = true;
    yeoun_plugin_give(self, &learned);
  }
}

static void
write_message(void *handle, const struct yeoun_message *message)
{
  yeoun_output_message((struct yeoun_output *)handle, message);
}

/** Run up to a frame of the block, a stretch at a time. */
static void
advance(struct plugin *self, uint32_t *at, uint32_t to)
{
  const struct yeoun_sink sink = {write_message, &self->audio.out};
  const unsigned pairs = audio_ports(self->kind);
  do {
    yeoun_worker_serve(self);
    const uint32_t left = to - *at;
    const uint32_t frames = left < YEOUN_STRETCH ? left : YEOUN_STRETCH;
    float *out[2 * YEOUN_STEMS + 2];
    for (unsigned i = 0; i < 2 * YEOUN_STEMS + 2; ++i) {
      float *const port = i < pairs ? self->port.audio[i] : NULL;
      out[i] = port ? port + *at : self->audio.spare[i];
    }
    switch (self->kind) {
      case YEOUN_SKETCH:
        yeoun_engine_run(
          self->engine, *at, out[0], out[1], NULL, frames, &sink);
        break;
      case YEOUN_STEMS_PLUGIN:
        yeoun_engine_run(self->engine,
                         *at,
                         out[2 * YEOUN_STEMS],
                         out[2 * YEOUN_STEMS + 1],
                         out,
                         frames,
                         &sink);
        break;
      default:
        yeoun_engine_run(self->engine, *at, NULL, NULL, NULL, frames, &sink);
    }
    *at += frames;
  } while (*at < to);
}

static void
receive(struct plugin *self, uint32_t frame, const LV2_Atom *atom)
{
  const uint8_t *const body = (const uint8_t *)(atom + 1);
  if (atom->type == self->uris.midi_event) {
    yeoun_engine_midi(self->engine, body, atom->size);
  } else {
    yeoun_patch_receive(self, frame, atom);
  }
}

/** Receive the events of one frame: positions, or all others. Returns the place
    after them. */
static struct yeoun_input
receive_all(struct plugin *self,
            struct yeoun_input input,
            uint32_t frame,
            bool is_position_wanted)
{
  for (struct yeoun_input next = input;; input = next) {
    const LV2_Atom *const atom = yeoun_input_next(&next);
    if (!atom || next.frame != frame) {
      return input;
    }
    const bool is_position =
      yeoun_object_type(&self->uris, atom) == self->uris.time_position;
    if (is_position && is_position_wanted) {
      const struct yeoun_position position =
        yeoun_position_read(&self->uris, atom);
      yeoun_engine_locate(self->engine, &position);
    } else if (!is_position && !is_position_wanted) {
      receive(self, frame, atom);
    }
  }
}

static void
run(LV2_Handle instance, uint32_t frames)
{
  struct plugin *const self = (struct plugin *)instance;
  self->audio.out = yeoun_output_begin(&self->uris, self->port.events_out);
  read_controls(self);
  yeoun_patch_report(self, 0);

  struct yeoun_input input =
    yeoun_input_begin(&self->uris, self->port.events_in, frames);
  uint32_t at = 0;
  for (struct yeoun_input next = input; yeoun_input_next(&next); next = input) {
    advance(self, &at, next.frame);
    /* A host that jumps may send a note before the place it belongs to. */
    receive_all(self, input, next.frame, true);
    input = receive_all(self, input, next.frame, false);
  }
  advance(self, &at, frames);
  keep_learned(self);
  write_outputs(self);
}

static void
connect_port(LV2_Handle instance, uint32_t port, void *data)
{
  struct plugin *const self = (struct plugin *)instance;
  if (port == YEOUN_PORT_EVENTS_IN) {
    self->port.events_in = (const LV2_Atom_Sequence *)data;
  } else if (port == YEOUN_PORT_EVENTS_OUT) {
    self->port.events_out = (LV2_Atom_Sequence *)data;
  } else if (port < YEOUN_PORT_AUDIO) {
    self->port.control[port - YEOUN_PORT_CONTROL] = (float *)data;
  } else if (port - YEOUN_PORT_AUDIO < audio_ports(self->kind)) {
    self->port.audio[port - YEOUN_PORT_AUDIO] = (float *)data;
  }
}

static void
activate(LV2_Handle instance)
{
  struct plugin *const self = (struct plugin *)instance;
  yeoun_engine_reset(self->engine);
  read_controls(self);
  yeoun_worker_serve_now(self);
  self->audio.is_report_due = true;
}

static void
cleanup(LV2_Handle instance)
{
  struct plugin *const self = (struct plugin *)instance;
  yeoun_engine_free(self->engine);
  free(self);
}

/** The data of a feature, or NULL. */
static const void *
feature(const LV2_Feature *const *features, const char *uri)
{
  for (; features && *features; ++features) {
    if (!strcmp((*features)->URI, uri)) {
      return (*features)->data;
    }
  }
  return NULL;
}

static LV2_Handle
instantiate(const LV2_Descriptor *descriptor,
            double rate,
            const char *bundle_path,
            const LV2_Feature *const *features)
{
  (void)bundle_path;
  LV2_URID_Map *const map = (LV2_URID_Map *)feature(features, LV2_URID__map);
  const LV2_Worker_Schedule *const schedule =
    (const LV2_Worker_Schedule *)feature(features, LV2_WORKER__schedule);
  struct plugin *const self = (struct plugin *)calloc(1, sizeof(*self));
  if (!self || !map) {
    free(self);
    return NULL;
  }

  while (strcmp(descriptor->URI, plugin_uris[self->kind])) {
    ++self->kind;
  }
  self->engine = yeoun_engine_new(rate, self->kind != YEOUN_NOTES);
  if (!self->engine) {
    free(self);
    return NULL;
  }
  if (schedule) {
    self->schedule = *schedule;
  }
  self->uris = yeoun_uris_map(map, descriptor->URI);
  lv2_atom_forge_init(&self->audio.forge, map);
  atomic_init(&self->job.stage, YEOUN_STAGE_NONE);
  yeoun_mailbox_init(&self->restored);
  yeoun_mailbox_init(&self->played);
  activate(self);
  return self;
}

static const void *
extension_data(const char *uri)
{
  if (!strcmp(uri, LV2_WORKER__interface)) {
    return &yeoun_worker;
  }
  return strcmp(uri, LV2_STATE__interface) ? NULL : &yeoun_memory;
}

LV2_SYMBOL_EXPORT const LV2_Descriptor *
lv2_descriptor(uint32_t index)
{
  static const LV2_Descriptor descriptors[YEOUN_KINDS] = {{YEOUN_URI "sketch",
                                                           instantiate,
                                                           connect_port,
                                                           activate,
                                                           run,
                                                           NULL,
                                                           cleanup,
                                                           extension_data},
                                                          {YEOUN_URI "stems",
                                                           instantiate,
                                                           connect_port,
                                                           activate,
                                                           run,
                                                           NULL,
                                                           cleanup,
                                                           extension_data},
                                                          {YEOUN_URI "notes",
                                                           instantiate,
                                                           connect_port,
                                                           activate,
                                                           run,
                                                           NULL,
                                                           cleanup,
                                                           extension_data}};
  return index < YEOUN_KINDS ? &descriptors[index] : NULL;
}
