// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "recorder.h"

#include <math.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <jack/jack.h>
#include <jack/midiport.h>
#include <jack/transport.h>

#include "music/number.h"
#include "render/say.h"
#include "render/schedule/transport.h"
#include "talk.h"

#define TICKS 1920000.0 /* a beat: JACK tells places in whole ones */
#define TAIL_S 20
#define EVENTS 200000
/* A change of a control is made a sixteenth before the bar that it is meant
   for. Until then time passes no faster than this share of the real one: the
   plugin composes beside it, and must have done so in time, as in a live host.
 */
#define SLOWNESS 2
#define CHANGE_TICKS (YEOUN_BEAT / 4)
/* Seconds that the plugin has to hear where the transport stands, and to
   compose for it, before time runs. */
#define SETTLE_S 0.4
/* Give up when no time has passed on the server for so long; a cue may take
   longer than that. */
#define PATIENCE_S 20

struct recorder {
  /* What it is */
  jack_client_t *client;
  unsigned channels;
  jack_port_t *audio[YEOUN_HOST_OUTPUTS], *midi;
  const struct yeoun_render_plan *plan;
  int64_t end; /**< frame where the music stops */

  /* Of the process thread, and of all when it has ended */
  struct yeoun_take *take;
  int64_t frame; /**< since the transport began to roll; -1 before */
  int64_t skip;  /**< frames of latency still to be left out */
  int64_t loud;  /**< the last frame that was not silent */
  bool is_left_out[16][128]; /**< by channel and key */
  int64_t slow_until;        /**< frame */

  /* Of both threads: how many changes are to be told, and are told */
  atomic_uint due, told;
  atomic_bool has_ended;
  atomic_bool is_gone; /**< the server is */
  atomic_uint periods; /**< that have passed */
};

/** Bars and beats of a frame: this client is the timebase master. */
static void
tell_time(jack_transport_state_t state,
          jack_nframes_t frames,
          jack_position_t *position,
          int is_new,
          void *handle)
{
  const struct recorder *const r = (const struct recorder *)handle;
  const struct yeoun_meter meter = r->plan->meter;
  const struct yeoun_tempo *const map = &r->plan->tempo;
  const double tick =
    yeoun_tempo_tick(map, (double)position->frame / r->plan->cue->rate);
  const double beats = tick * meter.unit / (4.0 * YEOUN_BEAT);
  const int32_t beat = (int32_t)(beats + 1e-9);
  (void)state;
  (void)frames;
  (void)is_new;
  position->valid = JackPositionBBT;
  position->bar = beat / meter.beats + 1;
  position->beat = beat % meter.beats + 1;
  position->ticks_per_beat = TICKS;
  position->tick = (int32_t)(fmax(beats - beat, 0) * TICKS);
  position->bar_start_tick = (double)(position->bar - 1) * meter.beats * TICKS;
  position->beats_per_bar = meter.beats;
  position->beat_type = meter.unit;
  position->beats_per_minute =
    yeoun_tempo_bpm(map, yeoun_tempo_stretch(map, tick + 1)) * meter.unit / 4;
}

static void
keep_audio(struct recorder *r, jack_nframes_t frames)
{
  const float *audio[YEOUN_HOST_OUTPUTS];
  const jack_nframes_t skip =
    r->skip < (int64_t)frames ? (jack_nframes_t)r->skip : frames;
  for (unsigned i = 0; i < r->channels; ++i) {
    audio[i] = (const float *)jack_port_get_buffer(r->audio[i], frames) + skip;
    for (jack_nframes_t k = 0; k < frames - skip; ++k) {
      if (audio[i][k] > YEOUN_SILENCE || audio[i][k] < -YEOUN_SILENCE) {
        r->loud = r->take->frames + k;
      }
    }
  }
  r->skip -= skip;
  yeoun_take_add_audio(r->take, audio, frames - skip);
}

/** The transport stops at the end of a period: notes that begin anew in the
    rest of the last one are no part of the piece, nor are their ends. */
static bool
is_beyond(struct recorder *r, const jack_midi_event_t *event)
{
  const uint8_t *const bytes = event->buffer;
  if (event->size != 3 || (bytes[0] & 0xE0) != 0x80 ||
      r->frame + event->time < r->end) {
    return false;
  }
  bool *const is_left_out = &r->is_left_out[bytes[0] & 15][bytes[1] & 127];
  const bool is_on = (bytes[0] & 0x10) && bytes[2];
  const bool is_beyond = is_on || *is_left_out;
  *is_left_out = is_on;
  return is_beyond;
}

static void
keep_midi(struct recorder *r, jack_nframes_t frames)
{
  void *const buffer = jack_port_get_buffer(r->midi, frames);
  const uint32_t count = jack_midi_get_event_count(buffer);
  for (uint32_t i = 0; i < count && r->take->events < EVENTS; ++i) {
    jack_midi_event_t event;
    if (!jack_midi_event_get(&event, buffer, i) && !is_beyond(r, &event)) {
      const int64_t frame = r->frame + event.time;
      yeoun_take_add_event(
        r->take, yeoun_min_l(frame, r->end), event.buffer, event.size);
    }
  }
}

static void
wait_s(double seconds)
{
  const struct timespec time = {
    .tv_sec = (time_t)seconds,
    .tv_nsec = (long)((seconds - (double)(time_t)seconds) * 1e9)};
  nanosleep(&time, NULL);
}

/** Hold time until the plugin is told of all changes before the end of this
    period: nothing runs on a server that freewheels while one client waits. */
static void
hold(struct recorder *r, jack_nframes_t frames)
{
  const struct yeoun_render_plan *const plan = r->plan;
  unsigned due = atomic_load(&r->due);
  while (due < plan->changes &&
         yeoun_take_frame(r->take, plan->change[due].tick) <
           r->frame + (int64_t)frames) {
    const int32_t bar = plan->change[due].tick + CHANGE_TICKS;
    r->slow_until = yeoun_take_frame(r->take, bar);
    ++due;
  }
  atomic_store(&r->due, due);
  for (int i = 0; i < PATIENCE_S * 100 && atomic_load(&r->told) < due &&
                  !atomic_load(&r->has_ended);
       ++i) {
    wait_s(0.001);
  }
  if (r->frame < r->slow_until) {
    wait_s(SLOWNESS * (double)frames / r->plan->cue->rate);
  }
}

/** The server was ended, or has thrown this client out. */
static void
lose(void *handle)
{
  struct recorder *const r = (struct recorder *)handle;
  atomic_store(&r->is_gone, true);
}

static int
process(jack_nframes_t frames, void *handle)
{
  struct recorder *const r = (struct recorder *)handle;
  atomic_fetch_add(&r->periods, 1);
  const bool is_rolling =
    jack_transport_query(r->client, NULL) == JackTransportRolling;
  if (atomic_load(&r->has_ended) || (r->frame < 0 && !is_rolling)) {
    return 0;
  }
  r->frame = yeoun_max_l(r->frame, 0);
  keep_audio(r, frames);
  keep_midi(r, frames);
  if (is_rolling) {
    hold(r, frames);
  }
  r->frame += frames;
  if (r->frame >= r->end && is_rolling) {
    jack_transport_stop(r->client);
  }
  const int64_t rest = (int64_t)r->plan->cue->rate / 4;
  const bool is_silent =
    r->frame > r->end + rest && r->take->frames - r->loud > rest;
  if (is_silent || r->frame > r->end + (int64_t)TAIL_S * r->plan->cue->rate) {
    atomic_store(&r->has_ended, true);
  }
  return 0;
}

static volatile sig_atomic_t is_asked_to_end;

static void
end(int signal)
{
  (void)signal;
  is_asked_to_end = 1;
}

/** Connect the outputs of the other client, in their order, to our inputs. */
static bool
connect_ports(struct recorder *r, const char *client)
{
  char pattern[128];
  snprintf(pattern, sizeof(pattern), "^%s:", client);
  const char **const audio = jack_get_ports(
    r->client, pattern, JACK_DEFAULT_AUDIO_TYPE, JackPortIsOutput);
  const char **const midi = jack_get_ports(
    r->client, pattern, JACK_DEFAULT_MIDI_TYPE, JackPortIsOutput);
  bool is_whole = audio && midi;
  for (unsigned i = 0; is_whole && i < r->channels; ++i) {
    is_whole = audio[i] &&
               !jack_connect(r->client, audio[i], jack_port_name(r->audio[i]));
  }
  is_whole =
    is_whole && !jack_connect(r->client, midi[0], jack_port_name(r->midi));
  jack_free(audio);
  jack_free(midi);
  return is_whole;
}

/** How many channels of sound the other client has. */
static unsigned
count_outputs(jack_client_t *self, const char *client)
{
  char pattern[128];
  unsigned count = 0;
  snprintf(pattern, sizeof(pattern), "^%s:", client);
  const char **const audio =
    jack_get_ports(self, pattern, JACK_DEFAULT_AUDIO_TYPE, JackPortIsOutput);
  while (audio && audio[count]) {
    ++count;
  }
  jack_free(audio);
  return yeoun_min_u(count, YEOUN_HOST_OUTPUTS);
}

static bool
open_ports(struct recorder *r)
{
  bool is_whole = true;
  for (unsigned i = 0; i < r->channels; ++i) {
    char name[24];
    snprintf(name, sizeof(name), "audio_%u", i + 1);
    r->audio[i] = jack_port_register(
      r->client, name, JACK_DEFAULT_AUDIO_TYPE, JackPortIsInput, 0);
    is_whole = is_whole && r->audio[i];
  }
  r->midi = jack_port_register(
    r->client, "midi", JACK_DEFAULT_MIDI_TYPE, JackPortIsInput, 0);
  return is_whole && r->midi;
}

/** Tell the client of the changes that the process thread waits for. */
static bool
tell_changes(struct recorder *r)
{
  unsigned told = atomic_load(&r->told);
  while (told < atomic_load(&r->due)) {
    const struct yeoun_change *const change = &r->plan->change[told];
    if (!yeoun_talk_set(change->symbol, change->value)) {
      return false;
    }
    atomic_store(&r->told, ++told);
  }
  return true;
}

/** Let time run until the last sound. */
static bool
roll(struct recorder *r)
{
  jack_transport_locate(r->client, 0);
  wait_s(SETTLE_S);
  if (jack_set_freewheel(r->client, 1)) {
    return false;
  }
  jack_transport_start(r->client);
  bool is_heard = true;
  unsigned periods = 0;
  for (int idle = 0; idle < PATIENCE_S * 1000 && is_heard && !is_asked_to_end &&
                     !atomic_load(&r->is_gone) && !atomic_load(&r->has_ended);
       ++idle) {
    const unsigned now = atomic_load(&r->periods);
    idle = now == periods ? idle : 0;
    periods = now;
    wait_s(0.001);
    is_heard = tell_changes(r);
  }
  if (atomic_load(&r->is_gone)) {
    yeoun_say("the JACK server is gone");
    return false;
  }
  const bool is_whole = is_heard && atomic_load(&r->has_ended);
  atomic_store(&r->has_ended, true);
  jack_transport_stop(r->client);
  jack_set_freewheel(r->client, 0);
  return is_whole;
}

bool
yeoun_jack_record(const char *client,
                  const struct yeoun_render_plan *plan,
                  struct yeoun_take *take)
{
  struct recorder r = {
    .plan = plan, .take = take, .frame = -1, .skip = plan->answer.latency};
  while (r.told < plan->changes && !plan->change[r.told].tick) {
    ++r.told; /* it began with them */
  }
  r.due = r.told;
  /* A client that breaks off while the server freewheels would hold it up. */
  const struct sigaction ending = {.sa_handler = end};
  sigaction(SIGINT, &ending, NULL);
  sigaction(SIGTERM, &ending, NULL);
  r.client = jack_client_open("yeoun-record", JackNoStartServer, NULL);
  if (!r.client) {
    yeoun_say("no JACK server answers");
    return false;
  }
  jack_on_shutdown(r.client, lose, &r);
  yeoun_transport_begin(plan, take);
  r.channels = count_outputs(r.client, client);
  take->channels = r.channels;
  r.end = yeoun_take_frame(take, take->length_ticks);
  bool is_done =
    r.channels > 1 &&
    yeoun_take_reserve(
      take, r.end + (int64_t)(TAIL_S + 1) * plan->cue->rate, EVENTS) &&
    open_ports(&r) && !jack_set_process_callback(r.client, process, &r) &&
    !jack_set_timebase_callback(r.client, 0, tell_time, &r) &&
    !jack_activate(r.client);
  if (!is_done) {
    yeoun_say("the JACK server takes no recorder");
  } else if (!connect_ports(&r, client)) {
    yeoun_say("%s has not the ports that were expected", client);
    is_done = false;
  } else if (!roll(&r)) {
    yeoun_say("%s: %s", client, is_asked_to_end ? "ended" : "plays nothing");
    is_done = false;
  }
  jack_client_close(r.client);
  return is_done;
}
