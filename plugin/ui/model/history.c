// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "history.h"

#include <stdlib.h>
#include <string.h>

static void
clear(struct yeoun_step *step)
{
  for (unsigned i = 0; i < step->count; ++i) {
    free(step->change[i].text_before);
    free(step->change[i].text_after);
  }
  free(step->change);
  memset(step, 0, sizeof(*step));
}

void
yeoun_history_free(struct yeoun_history *history)
{
  for (unsigned i = 0; i < history->count; ++i) {
    clear(&history->step[i]);
  }
  clear(&history->open);
  memset(history, 0, sizeof(*history));
}

void
yeoun_history_begin(struct yeoun_history *history)
{
  yeoun_history_end(history);
  history->is_open = true;
}

/** What came back to where it was is no change. */
static bool
is_idle(const struct yeoun_step *step)
{
  for (unsigned i = 0; i < step->count; ++i) {
    const struct yeoun_change *const c = &step->change[i];
    if (c->is_text ? strcmp(c->text_before, c->text_after) != 0
                   : c->before != c->after) {
      return false;
    }
  }
  return true;
}

void
yeoun_history_end(struct yeoun_history *history)
{
  history->is_open = false;
  if (is_idle(&history->open)) {
    clear(&history->open);
    return;
  }
  while (history->count > history->done) {
    clear(&history->step[--history->count]);
  }
  if (history->count == YEOUN_STEPS) {
    clear(&history->step[0]);
    --history->count;
    memmove(history->step,
            history->step + 1,
            history->count * sizeof(*history->step));
  }
  history->step[history->count++] = history->open;
  history->done = history->count;
  memset(&history->open, 0, sizeof(history->open));
}

static char *
copy(const char *text)
{
  const size_t size = strlen(text) + 1;
  char *const made = (char *)malloc(size);
  return made ? (char *)memcpy(made, text, size) : NULL;
}

static struct yeoun_change *
find(const struct yeoun_history *history, bool is_text, unsigned what)
{
  for (unsigned i = 0; i < history->open.count; ++i) {
    struct yeoun_change *const c = &history->open.change[i];
    if (c->is_text == is_text && c->what == what) {
      return c;
    }
  }
  return NULL;
}

/** Without memory a change cannot be undone, and nothing else is lost. */
static struct yeoun_change *
add(struct yeoun_step *step)
{
  if (step->count == step->capacity) {
    const unsigned capacity = step->capacity ? 2 * step->capacity : 4;
    struct yeoun_change *const grown =
      (struct yeoun_change *)realloc(step->change, capacity * sizeof(*grown));
    if (!grown) {
      return NULL;
    }
    step->change = grown;
    step->capacity = capacity;
  }
  return &step->change[step->count];
}

void
yeoun_history_number(struct yeoun_history *history,
                     unsigned what,
                     float before,
                     float after)
{
  const bool is_alone = !history->is_open;
  struct yeoun_change *const known = find(history, false, what);
  if (known) {
    known->after = after;
  } else {
    struct yeoun_change *const made = add(&history->open);
    if (made) {
      *made =
        (struct yeoun_change){.what = what, .before = before, .after = after};
      ++history->open.count;
    }
  }
  if (is_alone) {
    yeoun_history_end(history);
  }
}

void
yeoun_history_text(struct yeoun_history *history,
                   unsigned what,
                   const char *before,
                   const char *after)
{
  const bool is_alone = !history->is_open;
  char *const b = copy(before);
  char *const a = copy(after);
  struct yeoun_change *const made = a && b ? add(&history->open) : NULL;
  if (made) {
    *made = (struct yeoun_change){
      .is_text = true, .what = what, .text_before = b, .text_after = a};
    ++history->open.count;
  } else {
    free(a);
    free(b);
  }
  if (is_alone) {
    yeoun_history_end(history);
  }
}

const struct yeoun_step *
yeoun_history_undo(struct yeoun_history *history)
{
  yeoun_history_end(history);
  return history->done ? &history->step[--history->done] : NULL;
}

const struct yeoun_step *
yeoun_history_redo(struct yeoun_history *history)
{
  yeoun_history_end(history);
  return history->done < history->count ? &history->step[history->done++]
                                        : NULL;
}

bool
yeoun_history_holds(const struct yeoun_history *history, unsigned what)
{
  return history->is_open && find(history, false, what);
}
