// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The values that an interface can set. */

#include <stdio.h>
#include <string.h>

#include "plugin.h"

/** Why something was not done: the offset in its text and a sentence. */
static bool
refuse(struct plugin *self, size_t offset, const char *sentence)
{
  snprintf(self->audio.error,
           sizeof(self->audio.error),
           "At %zu: %s",
           offset,
           sentence);
  return false;
}

static bool
set_theme(struct plugin *self, const char *text)
{
  struct yeoun_theme theme;
  const struct yeoun_reading reading = yeoun_theme_read(text, &theme);
  if (reading.status) {
    return refuse(self, reading.offset, yeoun_status_text(reading.status));
  }
  yeoun_theme_remark(text, self->audio.error, sizeof(self->audio.error));
  yeoun_memory_set_theme(&self->audio.memory, &theme);
  return true;
}

static bool
read_name(struct plugin *self,
          const char *text,
          struct yeoun_request *request,
          unsigned *algorithm)
{
  const struct yeoun_reading reading =
    yeoun_name_read(text, request, algorithm);
  char sentence[YEOUN_EXPLANATION_SIZE];
  if (reading.status) {
    yeoun_name_explain(text, reading, sentence, sizeof(sentence));
    return refuse(self, reading.offset, sentence);
  }
  return true;
}

static bool
set_name(struct plugin *self, const char *text)
{
  struct yeoun_memory *const memory = &self->audio.memory;
  struct yeoun_request request;
  unsigned algorithm = 0;
  if (!read_name(self, text, &request, &algorithm)) {
    return false;
  }
  yeoun_memory_adopt(memory, &request, algorithm, self->audio.variation);
  if (memory->chosen.algorithm != algorithm) {
    /* Not refused: its own notes were not kept here. */
    refuse(self, 0, "Composed anew: these notes were another algorithm's");
  }
  return true;
}

static bool
set_shelf(struct plugin *self, const char *text)
{
  struct yeoun_kept sounding;
  const bool is_sounding = yeoun_plugin_sounding(self, &sounding);
  return yeoun_shelf_read(
           text, is_sounding ? &sounding : NULL, &self->audio.memory.shelf) ||
         refuse(self, 0, "Expected up to sixteen numbers from 0 to 999");
}

/** Keep what sounds, or what a name says. */
static bool
keep(struct plugin *self, const char *text)
{
  struct yeoun_shelf *const shelf = &self->audio.memory.shelf;
  struct yeoun_kept kept;
  unsigned algorithm = 0;
  if (!*text) {
    if (!yeoun_plugin_sounding(self, &kept)) {
      return refuse(self, 0, "Nothing sounds that could be kept");
    }
  } else {
    memset(&kept, 0, sizeof(kept));
    if (!read_name(self, text, &kept.request, &algorithm)) {
      return false;
    }
    if (algorithm != YEOUN_ALGORITHM &&
        yeoun_shelf_find(shelf, &kept.request, algorithm) == YEOUN_SHELF) {
      return refuse(self, 0, "These notes were another algorithm's");
    }
    kept.algorithm = (uint16_t)algorithm;
  }
  return yeoun_shelf_keep(shelf, &kept) ||
         refuse(self, 0, "The shelf is full: remove one of its sixteen");
}

/** Read a place from 1 and the blanks after it; YEOUN_SHELF when there is none.
 */
static unsigned
take_place(const char **text)
{
  unsigned place = 0;
  for (; **text >= '0' && **text <= '9' && place <= YEOUN_SHELF; ++*text) {
    place = place * 10 + (unsigned)(**text - '0');
  }
  const bool is_fine =
    place && place <= YEOUN_SHELF && (!**text || **text == ' ');
  while (**text == ' ') {
    ++*text;
  }
  return is_fine ? place - 1 : YEOUN_SHELF;
}

static bool
remove_kept(struct plugin *self, const char *text)
{
  const unsigned place = take_place(&text);
  return (!*text && yeoun_shelf_remove(&self->audio.memory.shelf, place)) ||
         refuse(self, 0, "Expected a place on the shelf, from 1");
}

static bool
set_character(struct plugin *self, const char *text)
{
  const unsigned place = take_place(&text);
  return yeoun_shelf_cast(&self->audio.memory.shelf, place, text) ||
         refuse(self,
                0,
                "Expected a place on the shelf, from 1, and a name of at most "
                "63 bytes");
}

static bool
set_ranges(struct plugin *self, const char *text)
{
  struct yeoun_bar_range range[YEOUN_RANGES];
  uint8_t ranges = 0;
  const struct yeoun_reading reading = yeoun_ranges_read(text, range, &ranges);
  if (reading.status) {
    const char *const sentence =
      reading.status == YEOUN_EXPECTED_FIELD ||
          reading.status == YEOUN_EXPECTED_VALUE
        ? "Expected bars and a take, such as melody_bars=5-8:2"
        : yeoun_status_text(reading.status);
    return refuse(self, reading.offset, sentence);
  }
  return yeoun_memory_set_ranges(&self->audio.memory, range, ranges) ||
         refuse(self, 0, yeoun_status_text(YEOUN_TOO_MANY_RANGES));
}

static bool
set_locks(struct plugin *self, const char *text)
{
  return yeoun_locks_read(text, self->audio.take, &self->audio.memory) ||
         refuse(
           self, 0, "Expected some of melody counter chords bass pad drums");
}

/** Obey; false when it cannot be, or is not ours. */
static bool
obey(struct plugin *self, LV2_URID property, const char *text)
{
  const struct yeoun_uris *const uris = &self->uris;
  const struct {
    LV2_URID property;
    bool (*set)(struct plugin *self, const char *text);
  } setters[] = {{uris->theme, set_theme},
                 {uris->name, set_name},
                 {uris->shelf, set_shelf},
                 {uris->keep, keep},
                 {uris->remove, remove_kept},
                 {uris->character, set_character},
                 {uris->ranges, set_ranges},
                 {uris->locks, set_locks}};
  for (unsigned i = 0; i < sizeof(setters) / sizeof(*setters); ++i) {
    if (setters[i].property == property) {
      return setters[i].set(self, text);
    }
  }
  return false;
}

void
yeoun_patch_set(struct plugin *self, LV2_URID property, const LV2_Atom *value)
{
  const struct yeoun_uris *const uris = &self->uris;
  const char *text = yeoun_atom_text(uris, value);
  char number[12];
  if (value && value->type == uris->atom_int &&
      value->size == sizeof(int32_t)) {
    snprintf(
      number, sizeof(number), "%d", (int)((const LV2_Atom_Int *)value)->body);
    text = number;
  }
  self->audio.error[0] = '\0';
  if (text && obey(self, property, text)) {
    self->audio.kept_due = ~0U;
    yeoun_plugin_remember(self);
  }
  /* Told either way: who wrote what cannot be read sees what stays. */
  self->audio.is_report_due = true;
}
