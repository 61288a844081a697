// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "model.h"

#include <stdio.h>
#include <string.h>

#include "controls.h"
#include "locks.h"

void
yeoun_model_init(struct yeoun_model *model,
                 enum yeoun_kind kind,
                 struct yeoun_outlet outlet)
{
  memset(model, 0, sizeof(*model));
  model->kind = kind;
  model->outlet = outlet;
  for (unsigned i = 0; i < YEOUN_CONTROLS; ++i) {
    model->value[i] = yeoun_control_normal(kind, (enum yeoun_port)i);
  }
  model->memory.theme = yeoun_theme_default();
}

void
yeoun_model_free(struct yeoun_model *model)
{
  yeoun_history_free(&model->history);
}

void
yeoun_model_port_is(struct yeoun_model *model,
                    enum yeoun_port port,
                    float value)
{
  /* An echo of what is being dragged is late, and not news. */
  if (model->value[port] != value &&
      !yeoun_history_holds(&model->history, port)) {
    model->value[port] = value;
    /* The playhead is drawn apart from the rest. */
    model->serial += yeoun_control_facts(port)->kind != YEOUN_CONTROL_OUTPUT;
  }
}

static void
send_port(struct yeoun_model *model, enum yeoun_port port, float value)
{
  model->value[port] = value;
  ++model->serial;
  model->outlet.set_port(model->outlet.handle, port, value);
}

void
yeoun_model_set(struct yeoun_model *model, enum yeoun_port port, float value)
{
  const float set = yeoun_control_value(model->kind, port, &value);
  const float before = model->value[port];
  if (set != before) {
    yeoun_history_number(&model->history, port, before, set);
    send_port(model, port, set);
  }
}

void
yeoun_model_text(const struct yeoun_model *model,
                 enum yeoun_text_property property,
                 char *text,
                 size_t size)
{
  const struct yeoun_memory *const memory = &model->memory;
  text[0] = '\0';
  if (property == YEOUN_SET_THEME) {
    yeoun_theme_write(&memory->theme, text, size);
  } else if (property == YEOUN_SET_RANGES) {
    yeoun_ranges_write(memory->range, memory->ranges, text, size);
  } else if (property == YEOUN_SET_LOCKS) {
    yeoun_locks_write(memory, text, size);
  }
}

/** The place of a name on the shelf, from 0; YEOUN_SHELF when it is not there.
 */
static unsigned
place_of(const struct yeoun_model *model, const char *name)
{
  struct yeoun_request request;
  unsigned algorithm = 0;
  return yeoun_name_read(name, &request, &algorithm).status
           ? YEOUN_SHELF
           : yeoun_shelf_find(&model->memory.shelf, &request, algorithm);
}

/** Tell the plugin, and believe at once what it will tell back. */
static void
send_text(struct yeoun_model *model,
          enum yeoun_text_property property,
          const char *text)
{
  struct yeoun_memory *const memory = &model->memory;
  const struct yeoun_outlet *const outlet = &model->outlet;
  uint8_t take[YEOUN_LANES];
  char place[8];
  for (unsigned i = 0; i < YEOUN_LANES; ++i) {
    take[i] = (uint8_t)model->value[YEOUN_PORT_MELODY_TAKE + i];
  }
  ++model->serial;
  switch (property) {
    case YEOUN_SET_THEME:
      yeoun_theme_read(text, &memory->theme);
      break;
    case YEOUN_SET_RANGES:
      yeoun_ranges_read(text, memory->range, &memory->ranges);
      break;
    case YEOUN_SET_LOCKS:
      yeoun_locks_read(text, take, memory);
      break;
    case YEOUN_SET_REMOVE:
      snprintf(place, sizeof(place), "%u", place_of(model, text) + 1);
      outlet->set_text(outlet->handle, property, place);
      return;
    default:
      break;
  }
  outlet->set_text(outlet->handle, property, text);
}

void
yeoun_model_set_text(struct yeoun_model *model,
                     enum yeoun_text_property property,
                     const char *text)
{
  char before[YEOUN_NAME_SIZE];
  if (property == YEOUN_SET_KEEP || property == YEOUN_SET_REMOVE) {
    yeoun_history_text(&model->history,
                       YEOUN_SET_KEEP,
                       property == YEOUN_SET_KEEP ? "" : text,
                       property == YEOUN_SET_KEEP ? text : "");
  } else if (property <= YEOUN_SET_LOCKS) {
    yeoun_model_text(model, property, before, sizeof(before));
    if (!strcmp(before, text)) {
      return;
    }
    yeoun_history_text(&model->history, property, before, text);
  }
  send_text(model, property, text);
}

static struct yeoun_request
request_now(const struct yeoun_model *model)
{
  struct yeoun_request request;
  yeoun_model_request(
    model, (unsigned)model->value[YEOUN_PORT_VARIATION], &request);
  return request;
}

void
yeoun_model_begin(struct yeoun_model *model)
{
  const struct yeoun_request now = request_now(model);
  yeoun_history_begin(&model->history);
  yeoun_before_begin(&model->before, &now);
}

void
yeoun_model_end(struct yeoun_model *model)
{
  if (model->before.is_begun) {
    const struct yeoun_request now = request_now(model);
    yeoun_before_end(&model->before, &now);
  }
  yeoun_history_end(&model->history);
}

static void
apply(struct yeoun_model *model,
      const struct yeoun_change *change,
      bool is_undone)
{
  const char *const to = is_undone ? change->text_before : change->text_after;
  const char *const from = is_undone ? change->text_after : change->text_before;
  if (!change->is_text) {
    send_port(model,
              (enum yeoun_port)change->what,
              is_undone ? change->before : change->after);
  } else if (change->what == YEOUN_SET_KEEP) {
    send_text(model, *to ? YEOUN_SET_KEEP : YEOUN_SET_REMOVE, *to ? to : from);
  } else {
    send_text(model, (enum yeoun_text_property)change->what, to);
  }
}

bool
yeoun_model_undo(struct yeoun_model *model)
{
  const struct yeoun_step *const step = yeoun_history_undo(&model->history);
  for (unsigned i = step ? step->count : 0; i-- > 0;) {
    apply(model, &step->change[i], true);
  }
  return step;
}

bool
yeoun_model_redo(struct yeoun_model *model)
{
  const struct yeoun_step *const step = yeoun_history_redo(&model->history);
  for (unsigned i = 0; step && i < step->count; ++i) {
    apply(model, &step->change[i], false);
  }
  return step;
}

/** What A and B hold: what is heard, not how it is played back. */
static bool
is_of_snapshot(unsigned port)
{
  return yeoun_control_facts((enum yeoun_port)port)->kind !=
           YEOUN_CONTROL_OUTPUT &&
         port != YEOUN_PORT_ENABLED && port != YEOUN_PORT_FREEWHEEL &&
         port != YEOUN_PORT_AUDITION && port != YEOUN_PORT_SOURCE;
}

static void
keep(const struct yeoun_model *model, struct yeoun_snapshot *snapshot)
{
  snapshot->is_there = true;
  memcpy(snapshot->value, model->value, sizeof(snapshot->value));
  yeoun_model_text(
    model, YEOUN_SET_THEME, snapshot->theme, sizeof(snapshot->theme));
  yeoun_model_text(
    model, YEOUN_SET_RANGES, snapshot->ranges, sizeof(snapshot->ranges));
}

void
yeoun_model_switch(struct yeoun_model *model)
{
  keep(model, &model->snapshot[model->side]);
  model->side = !model->side;
  const struct yeoun_snapshot *const other = &model->snapshot[model->side];
  ++model->serial;
  if (!other->is_there) {
    keep(model, &model->snapshot[model->side]);
    return;
  }
  for (unsigned i = 0; i < YEOUN_CONTROLS; ++i) {
    if (is_of_snapshot(i)) {
      yeoun_model_set(model, (enum yeoun_port)i, other->value[i]);
    }
  }
  yeoun_model_set_text(model, YEOUN_SET_THEME, other->theme);
  yeoun_model_set_text(model, YEOUN_SET_RANGES, other->ranges);
}
