// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* One block of all three plugins: controls and events in, sound and events
   out. */

#include <string.h>

#include "controls.h"
#include "music/number.h"
#include "plugin.h"

void
yeoun_plugin_remember(struct plugin *self)
{
  self->audio.is_report_due = true;
  yeoun_mailbox_post(&self->played, &self->audio.memory);
}

const struct yeoun_theme *
yeoun_plugin_theme(const struct plugin *self)
{
  const struct yeoun_memory *const memory = &self->audio.memory;
  const bool is_written =
    memory->theme_rule == YEOUN_THEME_WRITTEN ||
    (memory->theme_rule == YEOUN_THEME_BY_SOURCE && self->audio.is_learning);
  return is_written && yeoun_theme_exists(&memory->theme) ? &memory->theme
                                                          : &self->audio.theme;
}

/** A touch of a port of the theme makes the ports the theme. What a host sets
    before the first run after instantiate, activate or restore is no touch. */
static void
follow_ports(struct plugin *self, const struct yeoun_theme *theme)
{
  struct audio *const audio = &self->audio;
  if (audio->is_theme_known && !yeoun_theme_equal(theme, &audio->theme) &&
      yeoun_memory_follow_ports(&audio->memory)) {
    yeoun_plugin_remember(self);
  }
  audio->theme = *theme;
}

void
yeoun_plugin_read(struct plugin *self)
{
  struct audio *const audio = &self->audio;
  struct yeoun_controls controls =
    yeoun_controls_read(self->kind, (const float *const *)self->port.control);

  if (yeoun_mailbox_take(&self->restored, &audio->memory)) {
    audio->is_report_due = true;
    audio->is_theme_known = false;
    audio->kept_due = ~0U;
  }
  follow_ports(self, &controls.theme);
  audio->variation = controls.variation;
  audio->is_learning = controls.is_learning;
  memcpy(audio->take, controls.take, sizeof(audio->take));
  controls.theme = *yeoun_plugin_theme(self);
  yeoun_memory_apply(&audio->memory, &controls);
  audio->is_inline =
    yeoun_control_value(self->kind,
                        YEOUN_PORT_FREEWHEEL,
                        self->port.control[YEOUN_PORT_FREEWHEEL]) > 0.0f;
  audio->out.sends_programs = controls.sends_programs;
  yeoun_engine_set_controls(self->engine, &controls);
}

static void
write_output(struct plugin *self, enum yeoun_port port, float value)
{
  float *const place = self->port.control[port];
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
  write_output(self, YEOUN_PORT_SOUNDING_VARIATION, (float)state.variation);
  write_output(
    self, YEOUN_PORT_LATENCY, (float)yeoun_engine_latency(self->engine));
}

/** A theme that was played since the last block. */
static void
keep_learned(struct plugin *self)
{
  const struct yeoun_theme learned = yeoun_engine_learned(self->engine);
  if (yeoun_theme_exists(&learned) &&
      !yeoun_theme_equal(&learned, &self->audio.learned)) {
    self->audio.learned = learned;
    yeoun_memory_set_theme(&self->audio.memory, &learned);
    yeoun_plugin_remember(self);
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
  const unsigned pairs = yeoun_audio_ports(self->kind);
  do {
    yeoun_worker_serve(self);
    const uint32_t left = to - *at;
    const uint32_t frames = yeoun_min_u(left, YEOUN_STRETCH);
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
    if (atom->size == 2 && (body[0] & 0xF0) == LV2_MIDI_MSG_PGM_CHANGE) {
      yeoun_memory_choose(
        &self->audio.memory, body[1] & 0x7F, self->audio.variation);
      yeoun_plugin_remember(self);
      yeoun_plugin_read(self);
    }
    yeoun_engine_midi(self->engine, body, atom->size);
  } else {
    yeoun_patch_receive(self, frame, atom);
  }
}

static void
locate(struct plugin *self, const LV2_Atom *atom)
{
  const struct yeoun_position position = yeoun_position_read(&self->uris, atom);
  yeoun_engine_locate(self->engine, &position);
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
    const LV2_Atom *const atom = yeoun_input_next(&self->uris, &next);
    if (!atom || next.frame != frame) {
      return input;
    }
    const bool is_position =
      yeoun_event_meaning(&self->uris, atom) == YEOUN_MEANS_PLACE;
    if (is_position && is_position_wanted) {
      locate(self, atom);
    } else if (!is_position && !is_position_wanted) {
      receive(self, frame, atom);
    }
  }
}

/** More events than a block has time for: of what is left nothing begins any
    more, but all that ends something is heard at the last frame, after the last
    place that the host told. Nothing hangs. */
static void
receive_flood(struct plugin *self, struct yeoun_input input, uint32_t *at)
{
  const struct yeoun_uris *const uris = &self->uris;
  input.left = UINT32_MAX;
  struct yeoun_input rest = input;
  struct yeoun_input last = input;
  const LV2_Atom *place = NULL;
  for (const LV2_Atom *atom; (atom = yeoun_input_next(uris, &rest));) {
    if (yeoun_event_meaning(uris, atom) == YEOUN_MEANS_PLACE) {
      place = atom;
      last = rest;
    }
  }
  if (place) {
    advance(self, at, last.frame);
    locate(self, place);
  }
  advance(self, at, rest.frame);
  for (const LV2_Atom *atom; (atom = yeoun_input_next(uris, &input));) {
    if (yeoun_event_meaning(uris, atom) == YEOUN_MEANS_END) {
      yeoun_engine_midi(self->engine, (const uint8_t *)(atom + 1), atom->size);
    }
  }
}

void
yeoun_plugin_run(struct plugin *self, uint32_t frames)
{
  self->audio.out =
    yeoun_output_begin(&self->uris, &self->audio.open, self->port.events_out);
  yeoun_plugin_read(self);
  self->audio.is_theme_known = true;

  struct yeoun_input input =
    yeoun_input_begin(&self->uris, self->port.events_in, frames);
  uint32_t at = 0;
  for (struct yeoun_input next = input; yeoun_input_next(&self->uris, &next);
       next = input) {
    advance(self, &at, next.frame);
    /* A host that jumps may send a note before the place it belongs to. */
    receive_all(self, input, next.frame, true);
    input = receive_all(self, input, next.frame, false);
  }
  if (!input.left) {
    receive_flood(self, input, &at);
  }
  advance(self, &at, frames);
  keep_learned(self);
  /* Last, so that it speaks of what this block began to play. */
  yeoun_patch_report(self, frames ? frames - 1 : 0);
  write_outputs(self);
}
