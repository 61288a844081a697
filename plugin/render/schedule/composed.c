// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "composed.h"

#include <stdlib.h>
#include <string.h>

#include "compose/scratch.h"
#include "controls.h"
#include "music/number.h"
#include "music/remix.h"
#include "perform/perform.h"
#include "perform/scratch.h"
#include "render/host/host_controls.h"
#include "render/say.h"
#include "request_read.h"

/* The KTH number of the phrases that are marked: sentence halves. */
#define LEVEL 6

/** One bar under way. */
struct bar {
  int32_t start, end; /**< in the cue */
  int32_t from;       /**< in its round */
};

/** Room for one more thing of an array that grows. */
static bool
make_room(void **array, unsigned count, unsigned *capacity, size_t size)
{
  if (count < *capacity) {
    return true;
  }
  void *const grown = realloc(*array, (2 * *capacity + 256) * size);
  if (grown) {
    *array = grown;
    *capacity = 2 * *capacity + 256;
  }
  return grown;
}

static bool
add_notes(struct yeoun_composed *w,
          const struct yeoun_score *score,
          const float control[YEOUN_CONTROLS],
          struct bar bar)
{
  const int32_t length = bar.end - bar.start;
  for (unsigned i = 0; i < score->notes; ++i) {
    struct yeoun_note note = score->note[i];
    const bool is_muted = control[YEOUN_PORT_MELODY_MUTE + note.lane] > 0;
    if (is_muted || note.start < bar.from || note.start >= bar.from + length) {
      continue;
    }
    note.start += bar.start - bar.from;
    if (!make_room((void **)&w->note,
                   w->notes,
                   &w->note_capacity,
                   sizeof(struct yeoun_note))) {
      return false;
    }
    w->note[w->notes++] = note;
  }
  return true;
}

static bool
add_onsets(struct yeoun_composed *w,
           const struct yeoun_performance *performance,
           struct bar bar)
{
  const int32_t to = bar.from + bar.end - bar.start;
  for (unsigned i = 0; i < performance->notes; ++i) {
    const int32_t start = performance->note[i].start;
    if (start < bar.from || start >= to) {
      continue;
    }
    if (!make_room((void **)&w->onset,
                   w->onsets,
                   &w->onset_capacity,
                   sizeof(struct yeoun_onset))) {
      return false;
    }
    w->onset[w->onsets++] = (struct yeoun_onset){start + bar.start - bar.from,
                                                 performance->note[i].lane,
                                                 performance->note[i].velocity};
  }
  return true;
}

/** Pedals that go down in the bar; they come up where they do, in their round.
 */
static bool
add_pedals(struct yeoun_composed *w,
           const struct yeoun_performance *performance,
           struct bar bar)
{
  const int32_t to = bar.from + bar.end - bar.start;
  for (unsigned i = 0; i < performance->pedals; ++i) {
    struct yeoun_pedal pedal = performance->pedal[i];
    if (pedal.start < bar.from || pedal.start >= to) {
      continue;
    }
    pedal.start += bar.start - bar.from;
    pedal.end += bar.start - bar.from;
    if (!make_room((void **)&w->pedal,
                   w->pedals,
                   &w->pedal_capacity,
                   sizeof(struct yeoun_pedal))) {
      return false;
    }
    w->pedal[w->pedals++] = pedal;
  }
  return true;
}

/** Chords, cut at bar lines. */
static bool
add_spans(struct yeoun_composed *w,
          const struct yeoun_score *score,
          struct bar bar)
{
  const int32_t to = bar.from + bar.end - bar.start;
  for (unsigned i = 0; i < score->spans; ++i) {
    struct yeoun_span span = score->span[i];
    const int32_t end = span.start + span.length;
    if (end <= bar.from || span.start >= to) {
      continue;
    }
    const int32_t start = yeoun_max_i(span.start, bar.from);
    span.length = yeoun_min_i(end, to) - start;
    span.start = start + bar.start - bar.from;
    if (!make_room((void **)&w->span,
                   w->spans,
                   &w->span_capacity,
                   sizeof(struct yeoun_span))) {
      return false;
    }
    w->span[w->spans++] = span;
  }
  return true;
}

static bool
add_phrases(struct yeoun_composed *w,
            const struct yeoun_score *score,
            struct bar bar)
{
  for (unsigned i = 0; i < score->phrases; ++i) {
    const struct yeoun_phrase *const p = &score->phrase[i];
    if (p->level != LEVEL || p->start < bar.from ||
        p->start >= bar.from + bar.end - bar.start) {
      continue;
    }
    if (!make_room((void **)&w->phrase,
                   w->phrases,
                   &w->phrase_capacity,
                   sizeof(int32_t))) {
      return false;
    }
    w->phrase[w->phrases++] = p->start + bar.start - bar.from;
  }
  return true;
}

/** Ports have keys without letters: take those that were typed, where the keys
    are still those. */
static void
spell_as_typed(const struct yeoun_theme *typed, struct yeoun_theme *theme)
{
  for (unsigned i = 0; i < theme->chords && i < typed->chords; ++i) {
    const struct yeoun_chord *const from = &typed->chord[i];
    struct yeoun_chord *const to = &theme->chord[i];
    if (from->root == to->root && from->bass == to->bass) {
      to->root_letter = from->root_letter;
      to->bass_letter = from->bass_letter;
    }
  }
  for (unsigned i = 0; i < theme->notes && i < typed->notes; ++i) {
    if (theme->note[i] == typed->note[i]) {
      theme->note_letter[i] = typed->note_letter[i];
    }
  }
}

static void
read_controls(const struct yeoun_host *host, float control[YEOUN_CONTROLS])
{
  for (unsigned i = 0; i < YEOUN_CONTROLS; ++i) {
    const enum yeoun_port port = (enum yeoun_port)i;
    control[i] = yeoun_host_get(host, yeoun_control_facts(port)->symbol);
  }
}

/** What the plugin is asked to play in a bar.
    @param host_bpm  0: none is told */
static void
find_request(const struct yeoun_render_plan *plan,
             float control[YEOUN_CONTROLS],
             unsigned bar,
             double host_bpm,
             struct yeoun_request *request)
{
  const float *value[YEOUN_CONTROLS];
  const int32_t tick = (int32_t)bar * yeoun_bar_ticks(plan->meter);
  for (unsigned i = 0; i < YEOUN_CONTROLS; ++i) {
    value[i] = &control[i];
  }
  for (unsigned i = 0; i < plan->changes && plan->change[i].tick <= tick; ++i) {
    for (unsigned k = 0; k < YEOUN_CONTROLS; ++k) {
      const enum yeoun_port port = (enum yeoun_port)k;
      if (!strcmp(yeoun_control_facts(port)->symbol, plan->change[i].symbol)) {
        control[port] = plan->change[i].value;
      }
    }
  }
  struct yeoun_controls controls = yeoun_controls_read(YEOUN_SKETCH, value);
  const struct yeoun_music_cue *const cue = plan->cue;
  if (cue->theme.chords > YEOUN_CHORD_PORTS) {
    controls.theme = cue->theme;
  } else {
    spell_as_typed(&cue->theme, &controls.theme);
  }
  controls.has_request =
    cue->variation_name[0] &&
    !yeoun_name_read(cue->variation_name, &controls.request, NULL).status;
  const struct yeoun_transport transport = {
    .is_told = true, .meter = plan->meter, .tempo_bpm = host_bpm};
  yeoun_request_read(&controls, request);
  yeoun_request_meter(&controls, &transport, request);
  request->doubling = yeoun_request_class(&controls, &transport, request, 0);
  const unsigned round = plan->round_bars ? bar / plan->round_bars : 0;
  request->variation =
    yeoun_request_variation(controls.advance, request->variation, round);
}

double
yeoun_composed_tempo(const struct yeoun_host *host,
                     const struct yeoun_render_plan *plan)
{
  float control[YEOUN_CONTROLS];
  struct yeoun_request request;
  read_controls(host, control);
  find_request(plan, control, 0, 0, &request);
  return (double)yeoun_compose_tempo(&request);
}

/** Who plays a score, as the plugin finds it. */
static void
find_players(struct yeoun_composed *w,
             const struct yeoun_score *score,
             const struct yeoun_remix *remix,
             bool is_first)
{
  struct yeoun_reach reach[YEOUN_LANES];
  yeoun_reach_clear(reach);
  for (unsigned i = 0; i < score->notes; ++i) {
    yeoun_reach_add(reach, score->note[i].lane, score->note[i].pitch);
  }
  for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
    const uint8_t other =
      remix->palette ? yeoun_remix_instrument(remix, lane, reach[lane]) : 0;
    if (is_first) {
      w->instrument[lane] = other ? other : score->instrument[lane];
    }
    w->is_left[lane] |= remix->palette && !other;
  }
}

/** What a request is composed and performed to. */
struct music {
  struct yeoun_score score;
  struct yeoun_performance performance;
  struct yeoun_compose_scratch compose_scratch;
  struct yeoun_perform_scratch perform_scratch;
};

static void
make_music(const struct yeoun_request *request, struct music *music)
{
  yeoun_compose(request, &music->compose_scratch, &music->score);
  yeoun_perform(&music->score,
                &request->mood,
                music->score.tempo_bpm,
                request->humanize,
                yeoun_request_seed(request),
                &music->perform_scratch,
                &music->performance);
}

static bool
add_bars(struct yeoun_composed *w,
         const struct yeoun_render_plan *plan,
         float *control,
         struct music *music)
{
  const struct yeoun_score *const score = &music->score;
  struct yeoun_request last;
  struct yeoun_request request;
  struct yeoun_remix remix = {.palette = (uint8_t)control[YEOUN_PORT_REMIX]};
  const int32_t length = yeoun_bar_ticks(plan->meter);
  for (unsigned i = 0; i < plan->bars; ++i) {
    const struct bar bar = {.start = (int32_t)i * length,
                            .end = (int32_t)(i + 1) * length,
                            .from = (int32_t)(i % plan->round_bars) * length};
    const unsigned stretch = yeoun_tempo_stretch(&plan->tempo, bar.start);
    find_request(
      plan, control, i, yeoun_tempo_bpm(&plan->tempo, stretch), &request);
    if (!i || !yeoun_request_equal(&request, &last)) {
      make_music(&request, music);
      memcpy(remix.weight, request.mood.weight, sizeof(remix.weight));
      find_players(w, score, &remix, !i);
    }
    memcpy(&last, &request, sizeof(last));
    if (!i) {
      w->key = score->key;
    }
    if (!add_notes(w, score, control, bar) || !add_spans(w, score, bar) ||
        !add_phrases(w, score, bar) ||
        !add_onsets(w, &music->performance, bar) ||
        !add_pedals(w, &music->performance, bar)) {
      return false;
    }
  }
  return true;
}

bool
yeoun_composed_make(const struct yeoun_host *host,
                    const struct yeoun_render_plan *plan,
                    struct yeoun_composed *composed)
{
  *composed = (struct yeoun_composed){.meter = plan->meter,
                                      .length = yeoun_render_plan_ticks(plan)};
  struct music *const music = (struct music *)calloc(1, sizeof(struct music));
  float control[YEOUN_CONTROLS];
  read_controls(host, control);
  const bool is_done = music && add_bars(composed, plan, control, music);
  if (!is_done) {
    yeoun_say("the score cannot be written: out of memory");
    yeoun_composed_free(composed);
  }
  free(music);
  return is_done;
}

void
yeoun_composed_free(struct yeoun_composed *composed)
{
  free(composed->note);
  free(composed->span);
  free(composed->onset);
  free(composed->pedal);
  free(composed->phrase);
  *composed = (struct yeoun_composed){0};
}
