// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Instances of a plugin, their ports and their worker. */

#include "host.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define URIS 1024

static struct {
  pthread_mutex_t lock;
  char *uri[URIS];
  LV2_URID count;
} uris = {PTHREAD_MUTEX_INITIALIZER, {NULL}, 0};

_Noreturn void
host_fail(const char *what, const char *which)
{
  fprintf(stderr, "host: %s %s\n", what, which);
  abort();
}

static LV2_URID
map_handle(LV2_URID_Map_Handle handle, const char *uri)
{
  (void)handle;
  pthread_mutex_lock(&uris.lock);
  LV2_URID id = 0;
  while (id < uris.count && strcmp(uris.uri[id], uri)) {
    ++id;
  }
  if (id == uris.count) {
    if (id == URIS) {
      host_fail("too many URIs at", uri);
    }
    uris.uri[uris.count++] = strdup(uri);
  }
  pthread_mutex_unlock(&uris.lock);
  return id + 1;
}

LV2_URID
host_urid(const char *uri)
{
  return map_handle(NULL, uri);
}

static const char *
unmap_uri(LV2_URID_Unmap_Handle handle, LV2_URID id)
{
  (void)handle;
  return id && id <= uris.count ? uris.uri[id - 1] : NULL;
}

void
host_world_add(struct host_world *world, const char *folder, const char *name)
{
  char path[4096];
  snprintf(path, sizeof(path), "%s/%s/", folder, name);
  LilvNode *const uri = lilv_new_file_uri(world->world, NULL, path);
  lilv_world_load_bundle(world->world, uri);
  lilv_node_free(uri);
}

struct host_world
host_world_new(void)
{
  const char *const folder = getenv("YEOUN_LV2");
  if (!folder) {
    host_fail("not set:", "YEOUN_LV2");
  }
  struct host_world world = {
    lilv_world_new(), {NULL, map_handle}, {NULL, unmap_uri}};
  host_world_add(&world, folder, "yeoun.lv2");
  host_world_add(&world, folder, "yeoun-presets.lv2");
  return world;
}

void
host_world_free(struct host_world *world)
{
  lilv_world_free(world->world);
  while (uris.count) {
    free(uris.uri[--uris.count]);
  }
}

static LV2_Worker_Status
respond(LV2_Worker_Respond_Handle handle, uint32_t size, const void *data)
{
  (void)size;
  (void)data;
  ++((struct host *)handle)->answers_due;
  return LV2_WORKER_SUCCESS;
}

/** The plugin's messages carry nothing but the wish to be called. */
static void
work_once(struct host *host)
{
  const uint32_t message = 0;
  host->work->work(lilv_instance_get_handle(host->instance),
                   respond,
                   host,
                   sizeof(message),
                   &message);
}

static LV2_Worker_Status
schedule_work(LV2_Worker_Schedule_Handle handle,
              uint32_t size,
              const void *data)
{
  struct host *const host = (struct host *)handle;
  (void)size;
  (void)data;
  if (host->worker == HOST_WORKER_AT_ONCE) {
    work_once(host);
  } else {
    ++host->work_due;
  }
  return LV2_WORKER_SUCCESS;
}

static void
clear_input(struct host *host)
{
  host->in->atom.type = host_urid(LV2_ATOM__Sequence);
  host->in->atom.size = sizeof(LV2_Atom_Sequence_Body);
  host->in->body.unit = 0;
  host->in->body.pad = 0;
}

void
host_work(struct host *host)
{
  clear_input(host);
  const uint32_t message = 0;
  for (; host->work_due && host->worker != HOST_WORKER_NEVER;
       --host->work_due) {
    work_once(host);
  }
  for (; host->answers_due; --host->answers_due) {
    host->work->work_response(
      lilv_instance_get_handle(host->instance), sizeof(message), &message);
  }
}

static void
connect_ports(struct host *host)
{
  LilvNode *const audio = lilv_new_uri(host->world->world, LV2_CORE__AudioPort);
  LilvNode *const control =
    lilv_new_uri(host->world->world, LV2_CORE__ControlPort);
  host->ports = lilv_plugin_get_num_ports(host->plugin);
  host->control = (float *)calloc(host->ports, sizeof(float));
  lilv_plugin_get_port_ranges_float(host->plugin, NULL, NULL, host->control);
  for (uint32_t i = 0; i < host->ports; ++i) {
    const LilvPort *const port = lilv_plugin_get_port_by_index(host->plugin, i);
    void *data = i ? host->out : host->in;
    if (lilv_port_is_a(host->plugin, port, audio)) {
      data = calloc(HOST_FRAMES, sizeof(float));
      host->audio[host->audio_ports++] = (float *)data;
    } else if (lilv_port_is_a(host->plugin, port, control)) {
      data = &host->control[i];
    }
    lilv_instance_connect_port(host->instance, i, data);
  }
  lilv_node_free(audio);
  lilv_node_free(control);
}

struct host *
host_new(struct host_world *world,
         const char *uri,
         double rate,
         enum host_worker worker)
{
  struct host *const host = (struct host *)calloc(1, sizeof(*host));
  host->world = world;
  host->worker = worker;
  LilvNode *const node = lilv_new_uri(world->world, uri);
  host->plugin =
    lilv_plugins_get_by_uri(lilv_world_get_all_plugins(world->world), node);
  lilv_node_free(node);
  if (!host->plugin) {
    host_fail("no plugin", uri);
  }

  host->schedule = (LV2_Worker_Schedule){host, schedule_work};
  const LV2_Feature map = {LV2_URID__map, &world->map};
  const LV2_Feature schedule = {LV2_WORKER__schedule, &host->schedule};
  const LV2_Feature *const features[] = {
    &map,
    worker == HOST_WORKER_NONE || worker == HOST_WORKER_OWN ? NULL : &schedule,
    NULL};
  host->instance = lilv_plugin_instantiate(host->plugin, rate, features);
  if (!host->instance) {
    host_fail("cannot instantiate", uri);
  }
  host->work = (const LV2_Worker_Interface *)lilv_instance_get_extension_data(
    host->instance, LV2_WORKER__interface);
  host->in = (LV2_Atom_Sequence *)calloc(1, HOST_EVENTS);
  host->out = (LV2_Atom_Sequence *)calloc(1, HOST_EVENTS);
  host->out_capacity = HOST_EVENTS - sizeof(LV2_Atom);
  clear_input(host);
  connect_ports(host);
  *host_control(host, "freewheel") = worker == HOST_WORKER_NONE;
  lilv_instance_activate(host->instance);
  return host;
}

void
host_free(struct host *host)
{
  lilv_instance_deactivate(host->instance);
  lilv_instance_free(host->instance);
  for (unsigned i = 0; i < host->audio_ports; ++i) {
    free(host->audio[i]);
  }
  free(host->control);
  free(host->in);
  free(host->out);
  free(host);
}

float *
host_control(struct host *host, const char *symbol)
{
  LilvNode *const node = lilv_new_string(host->world->world, symbol);
  const LilvPort *const port =
    lilv_plugin_get_port_by_symbol(host->plugin, node);
  lilv_node_free(node);
  if (!port) {
    host_fail("no port", symbol);
  }
  return &host->control[lilv_port_get_index(host->plugin, port)];
}

void
host_prepare(struct host *host)
{
  host->out->atom.type = host_urid(LV2_ATOM__Chunk);
  host->out->atom.size = host->out_capacity;
}

void
host_run(struct host *host, uint32_t frames)
{
  host_prepare(host);
  lilv_instance_run(host->instance, frames);
  host_work(host);
}
