// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "run.h"

#include <string.h>

#include <lv2/atom/atom.h>
#include <lv2/atom/forge.h>
#include <lv2/buf-size/buf-size.h>
#include <lv2/core/lv2.h>
#include <lv2/options/options.h>
#include <lv2/parameters/parameters.h>
#include <lv2/patch/patch.h>
#include <lv2/time/time.h>
#include <lv2/worker/worker.h>

#include "host_controls.h"
#include "render/ask/property.h"
#include "render/say.h"

static void
connect_ports(struct yeoun_host *host)
{
  for (uint32_t i = 0; i < host->ports; ++i) {
    if (yeoun_host_is(host, i, LV2_CORE__ControlPort)) {
      lilv_instance_connect_port(host->instance, i, &host->control[i]);
    }
  }
  for (unsigned i = 0; i < host->outputs; ++i) {
    lilv_instance_connect_port(
      host->instance, host->output_port[i], host->audio[i]);
  }
  if (host->events_in >= 0) {
    lilv_instance_connect_port(
      host->instance, (uint32_t)host->events_in, host->in);
  }
  if (host->events_out >= 0) {
    lilv_instance_connect_port(
      host->instance, (uint32_t)host->events_out, host->out);
  }
}

/** A plugin that freewheels asks for no work. That it could spares it a thread
    of its own, which a process that was forked would not have. */
static LV2_Worker_Status
refuse(LV2_Worker_Schedule_Handle handle, uint32_t size, const void *data)
{
  (void)handle;
  (void)size;
  (void)data;
  return LV2_WORKER_ERR_NO_SPACE;
}

bool
yeoun_host_start(struct yeoun_host *host, double rate)
{
  struct yeoun_urids *const u = &host->urids;
  const int32_t least = 0;
  const int32_t most = YEOUN_HOST_BLOCK;
  const float rate_hz = (float)rate;
  const LV2_URID integer = yeoun_urids_map(u, LV2_ATOM__Int);
  const LV2_Options_Option options[] = {
    {LV2_OPTIONS_INSTANCE,
     0,
     yeoun_urids_map(u, LV2_BUF_SIZE__minBlockLength),
     sizeof(least),
     integer,
     &least},
    {LV2_OPTIONS_INSTANCE,
     0,
     yeoun_urids_map(u, LV2_BUF_SIZE__maxBlockLength),
     sizeof(most),
     integer,
     &most},
    {LV2_OPTIONS_INSTANCE,
     0,
     yeoun_urids_map(u, LV2_PARAMETERS__sampleRate),
     sizeof(rate_hz),
     yeoun_urids_map(u, LV2_ATOM__Float),
     &rate_hz},
    {LV2_OPTIONS_INSTANCE, 0, 0, 0, 0, NULL},
  };
  const LV2_Feature map = {LV2_URID__map, &u->map};
  const LV2_Feature unmap = {LV2_URID__unmap, &u->unmap};
  const LV2_Feature settings = {LV2_OPTIONS__options, (void *)options};
  const LV2_Feature bounded = {LV2_BUF_SIZE__boundedBlockLength, NULL};
  static LV2_Worker_Schedule schedule = {NULL, refuse};
  const LV2_Feature worker = {LV2_WORKER__schedule, &schedule};
  const LV2_Feature *const features[] = {
    &map, &unmap, &settings, &bounded, &worker, NULL};

  yeoun_host_stop(host);
  host->instance = lilv_plugin_instantiate(host->plugin, rate, features);
  if (!host->instance) {
    yeoun_say("the plugin cannot be started at %.0f Hz", rate);
    return false;
  }
  /* An offline render waits for nothing: no worker, freewheeling. */
  yeoun_host_set(host, "freewheel", 1.0f);
  connect_ports(host);
  lilv_instance_activate(host->instance);
  host->has_begun = false;
  return true;
}

static void
write_time(struct yeoun_host *host,
           LV2_Atom_Forge *forge,
           const struct yeoun_host_time *t)
{
  struct yeoun_urids *const u = &host->urids;
  LV2_Atom_Forge_Frame frame;
  lv2_atom_forge_frame_time(forge, 0);
  lv2_atom_forge_object(
    forge, &frame, 0, yeoun_urids_map(u, LV2_TIME__Position));
  lv2_atom_forge_key(forge, yeoun_urids_map(u, LV2_TIME__frame));
  lv2_atom_forge_long(forge, t->frame);
  lv2_atom_forge_key(forge, yeoun_urids_map(u, LV2_TIME__speed));
  lv2_atom_forge_float(forge, t->is_rolling ? 1.0f : 0.0f);
  lv2_atom_forge_key(forge, yeoun_urids_map(u, LV2_TIME__bar));
  lv2_atom_forge_long(forge, t->bar);
  lv2_atom_forge_key(forge, yeoun_urids_map(u, LV2_TIME__barBeat));
  lv2_atom_forge_double(forge, t->bar_beat);
  lv2_atom_forge_key(forge, yeoun_urids_map(u, LV2_TIME__beatUnit));
  lv2_atom_forge_int(forge, t->meter.unit);
  lv2_atom_forge_key(forge, yeoun_urids_map(u, LV2_TIME__beatsPerBar));
  lv2_atom_forge_float(forge, t->meter.beats);
  lv2_atom_forge_key(forge, yeoun_urids_map(u, LV2_TIME__beatsPerMinute));
  lv2_atom_forge_double(forge, t->tempo_bpm * t->meter.unit / 4);
  lv2_atom_forge_pop(forge, &frame);
}

/** Set a property of the plugin to a text. */
static void
write_text(struct yeoun_host *host,
           LV2_Atom_Forge *forge,
           const char *property,
           const char *text)
{
  struct yeoun_urids *const u = &host->urids;
  LV2_Atom_Forge_Frame frame;
  if (*text) {
    lv2_atom_forge_frame_time(forge, 0);
    lv2_atom_forge_object(forge, &frame, 0, yeoun_urids_map(u, LV2_PATCH__Set));
    lv2_atom_forge_key(forge, yeoun_urids_map(u, LV2_PATCH__property));
    lv2_atom_forge_urid(forge, yeoun_urids_map(u, property));
    lv2_atom_forge_key(forge, yeoun_urids_map(u, LV2_PATCH__value));
    lv2_atom_forge_string(forge, text, (uint32_t)strlen(text));
    lv2_atom_forge_pop(forge, &frame);
  }
}

void
yeoun_host_run(struct yeoun_host *host,
               uint32_t frames,
               const struct yeoun_host_time *time)
{
  LV2_Atom_Forge forge;
  LV2_Atom_Forge_Frame frame;
  lv2_atom_forge_init(&forge, &host->urids.map);
  lv2_atom_forge_set_buffer(&forge, host->in, sizeof(host->in));
  lv2_atom_forge_sequence_head(&forge, &frame, 0);
  if (!host->has_begun) {
    write_text(host, &forge, YEOUN_CUE_WORDS "theme", host->theme);
    write_text(host, &forge, YEOUN_CUE_WORDS "name", host->name);
    host->has_begun = true;
  }
  if (time) {
    write_time(host, &forge, time);
  }
  lv2_atom_forge_pop(&forge, &frame);

  *(LV2_Atom *)host->out =
    (LV2_Atom){sizeof(host->out) - sizeof(LV2_Atom),
               yeoun_urids_map(&host->urids, LV2_ATOM__Chunk)};
  lilv_instance_run(host->instance, frames);
}

void
yeoun_host_stop(struct yeoun_host *host)
{
  if (host->instance) {
    lilv_instance_deactivate(host->instance);
    if (host->last) {
      lilv_instance_free(host->last);
    }
    host->last = host->instance;
    host->instance = NULL;
  }
}
