// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Saves and restores the memory, in words and numbers that any version and any
   machine can read; only the notes of the shelf are bytes. */

#include <stdlib.h>
#include <string.h>

#include "plugin.h"

/** Raised when what is saved means something else; older ones are read.
    1: theme, shelf (as numbers), program, over. 2: the rest. */
#define VERSION 2

#define FLAGS (LV2_STATE_IS_POD | LV2_STATE_IS_PORTABLE)

/** Where a state is written to or read from. */
struct place {
  const struct yeoun_uris *uris;
  LV2_State_Store_Function store;
  LV2_State_Retrieve_Function retrieve;
  LV2_State_Handle handle;
};

static LV2_State_Status
store_number(const struct place *place, LV2_URID key, int32_t number)
{
  return place->store(
    place->handle, key, &number, sizeof(number), place->uris->atom_int, FLAGS);
}

static LV2_State_Status
store_text(const struct place *place, LV2_URID key, const char *text)
{
  return place->store(place->handle,
                      key,
                      text,
                      strlen(text) + 1,
                      place->uris->atom_string,
                      FLAGS);
}

/** A number, or `normal` where none is kept. Hosts may keep it at any address.
 */
static int32_t
retrieve_number(const struct place *place, LV2_URID key, int32_t normal)
{
  size_t size = 0;
  uint32_t type = 0;
  uint32_t flags = 0;
  const void *const kept =
    place->retrieve(place->handle, key, &size, &type, &flags);
  int32_t number = normal;
  if (kept && type == place->uris->atom_int && size == sizeof(number)) {
    memcpy(&number, kept, sizeof(number));
  }
  return number;
}

/** Copy a text; false where none is kept that fits. Some hosts count its final
    zero in its size, others do not. */
static bool
retrieve_text(const struct place *place,
              LV2_URID key,
              char *text,
              size_t capacity)
{
  size_t size = 0;
  uint32_t type = 0;
  uint32_t flags = 0;
  const char *const kept =
    (const char *)place->retrieve(place->handle, key, &size, &type, &flags);
  if (!kept || type != place->uris->atom_string) {
    return false;
  }
  const char *const end = (const char *)memchr(kept, 0, size);
  const size_t length = end ? (size_t)(end - kept) : size;
  if (length >= capacity) {
    return false;
  }
  memcpy(text, kept, length);
  text[length] = 0;
  return true;
}

/** Names, characters and notes; the numbers too, for older versions. */
static LV2_State_Status
save_shelf(struct plugin *self, const struct place *place)
{
  const struct yeoun_shelf *const shelf = &self->memory.shelf;
  char numbers[YEOUN_SHELF_TEXT] = "";
  yeoun_shelf_write(shelf, numbers, sizeof(numbers));
  LV2_State_Status status = store_text(place, place->uris->shelf, numbers);
  if (status || !shelf->count) {
    return status;
  }
  uint8_t *const bytes = (uint8_t *)malloc(YEOUN_SHELF_BYTES);
  if (!bytes) {
    return LV2_STATE_ERR_NO_SPACE;
  }
  const size_t size = yeoun_shelf_pack(shelf, &self->store, &self->desk, bytes);
  status = place->store(place->handle,
                        place->uris->kept,
                        bytes,
                        size,
                        place->uris->atom_chunk,
                        FLAGS);
  free(bytes);
  return status;
}

static LV2_State_Status
save_choice(const struct yeoun_memory *memory, const struct place *place)
{
  const struct yeoun_kept *const chosen = &memory->chosen;
  char name[YEOUN_NAME_SIZE];
  if (memory->choice == YEOUN_CHOICE_NONE) {
    return LV2_STATE_SUCCESS;
  }
  LV2_State_Status status =
    store_number(place, place->uris->program, chosen->request.variation);
  status =
    status ? status : store_number(place, place->uris->over, memory->over);
  if (!status && memory->choice == YEOUN_CHOICE_REQUEST) {
    yeoun_name_write(&chosen->request, chosen->algorithm, name, sizeof(name));
    status = store_text(place, place->uris->chosen, name);
  }
  return status;
}

static LV2_State_Status
save(LV2_Handle instance,
     LV2_State_Store_Function store,
     LV2_State_Handle handle,
     uint32_t flags,
     const LV2_Feature *const *features)
{
  struct plugin *const self = (struct plugin *)instance;
  struct yeoun_memory *const memory = &self->memory;
  const struct yeoun_uris *const uris = &self->uris;
  const struct place place = {uris, store, NULL, handle};
  char theme[YEOUN_THEME_TEXT] = "";
  char ranges[YEOUN_RANGES_TEXT] = "";
  char locks[YEOUN_LOCKS_TEXT] = "";
  (void)flags;
  (void)features;

  yeoun_mailbox_take(&self->played, memory);
  if (yeoun_theme_exists(&memory->theme)) {
    yeoun_theme_write(&memory->theme, theme, sizeof(theme));
  }
  yeoun_ranges_write(memory->range, memory->ranges, ranges, sizeof(ranges));
  yeoun_locks_write(memory, locks, sizeof(locks));

  LV2_State_Status status = store_number(&place, uris->version, VERSION);
  status =
    status ? status : store_number(&place, uris->algorithm, YEOUN_ALGORITHM);
  status = status ? status : store_text(&place, uris->theme, theme);
  status = status ? status
                  : store_number(&place, uris->theme_rule, memory->theme_rule);
  status = status ? status : store_text(&place, uris->ranges, ranges);
  status = status ? status : store_text(&place, uris->locks, locks);
  status = status ? status : save_shelf(self, &place);
  return status ? status : save_choice(memory, &place);
}

/** Read a theme; an empty text means none. */
static bool
read_theme(struct plugin *self, const char *text, struct yeoun_theme *theme)
{
  if (!*text) {
    return true;
  }
  const enum yeoun_status status = yeoun_theme_read(text, theme).status;
  if (status) {
    lv2_log_error(&self->logger,
                  "yeoun: saved theme \"%s\": %s\n",
                  text,
                  yeoun_status_text(status));
  }
  return !status;
}

/** Log what is wrong with a name that was saved. */
static void
log_name(struct plugin *self, const char *name)
{
  struct yeoun_request request;
  char sentence[YEOUN_EXPLANATION_SIZE];
  yeoun_name_explain(
    name, yeoun_name_read(name, &request, NULL), sentence, sizeof(sentence));
  lv2_log_error(
    &self->logger, "yeoun: saved name \"%s\": %s\n", name, sentence);
}

static bool
restore_shelf(struct plugin *self,
              const struct place *place,
              struct yeoun_shelf *shelf)
{
  char text[YEOUN_SHELF_TEXT];
  char refused[YEOUN_NAME_SIZE];
  size_t size = 0;
  uint32_t type = 0;
  uint32_t flags = 0;
  const uint8_t *const bytes = (const uint8_t *)place->retrieve(
    place->handle, place->uris->kept, &size, &type, &flags);
  if (bytes && type == place->uris->atom_chunk &&
      yeoun_shelf_unpack(
        bytes, size, &self->store, &self->desk, shelf, refused)) {
    if (*refused) {
      log_name(self, refused);
    }
    return true;
  }
  if (bytes) {
    lv2_log_error(&self->logger,
                  "yeoun: the saved notes of the shelf cannot be read: its "
                  "numbers are kept\n");
  }
  return !retrieve_text(place, place->uris->shelf, text, sizeof(text)) ||
         yeoun_shelf_read(text, NULL, shelf);
}

static void
restore_choice(struct plugin *self,
               const struct place *place,
               struct yeoun_memory *memory)
{
  const int32_t program = retrieve_number(place, place->uris->program, -1);
  const int32_t over = retrieve_number(place, place->uris->over, 0);
  char name[YEOUN_NAME_SIZE];
  struct yeoun_request request;
  unsigned algorithm = 0;
  if (retrieve_text(place, place->uris->chosen, name, sizeof(name))) {
    if (!yeoun_name_read(name, &request, &algorithm).status) {
      yeoun_memory_adopt(memory, &request, algorithm, (uint16_t)over);
      return;
    }
    log_name(self, name);
  }
  if (program >= 0 && program < YEOUN_VARIATIONS) {
    memory->choice = YEOUN_CHOICE_NUMBER;
    memory->chosen.request.variation = (uint16_t)program;
    memory->over = (uint16_t)over;
  }
}

/** What version 2 brought; what is missing is as in a new instance. */
static void
restore_parts(const struct place *place, struct yeoun_memory *memory)
{
  static const uint8_t takes[YEOUN_LANES];
  char text[YEOUN_RANGES_TEXT];
  const int32_t rule =
    retrieve_number(place, place->uris->theme_rule, YEOUN_THEME_BY_SOURCE);
  memory->theme_rule = rule >= 0 && rule <= YEOUN_THEME_BY_SOURCE
                         ? (uint8_t)rule
                         : YEOUN_THEME_BY_SOURCE;
  if (retrieve_text(place, place->uris->ranges, text, sizeof(text))) {
    yeoun_ranges_read(text, memory->range, &memory->ranges);
  }
  if (retrieve_text(place, place->uris->locks, text, sizeof(text))) {
    yeoun_locks_read(text, takes, memory);
  }
}

static LV2_State_Status
restore(LV2_Handle instance,
        LV2_State_Retrieve_Function retrieve,
        LV2_State_Handle handle,
        uint32_t flags,
        const LV2_Feature *const *features)
{
  struct plugin *const self = (struct plugin *)instance;
  const struct yeoun_uris *const uris = &self->uris;
  const struct place place = {uris, NULL, retrieve, handle};
  (void)flags;
  (void)features;

  const int32_t version = retrieve_number(&place, uris->version, 0);
  if (!version) {
    return LV2_STATE_SUCCESS; /* a preset of ports: what is kept stays */
  }
  if (version > VERSION) {
    lv2_log_warning(&self->logger,
                    "yeoun: this state is of a later version, %d: what %d "
                    "knows of it is restored\n",
                    (int)version,
                    VERSION);
  }
  struct yeoun_memory *const memory = &self->draft;
  char theme[YEOUN_THEME_TEXT];
  memset(memory, 0, sizeof(*memory));
  if (!retrieve_text(&place, uris->theme, theme, sizeof(theme)) ||
      !read_theme(self, theme, &memory->theme) ||
      !restore_shelf(self, &place, &memory->shelf)) {
    return LV2_STATE_ERR_BAD_TYPE;
  }
  restore_parts(&place, memory);
  restore_choice(self, &place, memory);

  yeoun_mailbox_take(&self->played, &self->memory); /* older than this */
  self->memory = *memory;
  yeoun_mailbox_post(&self->restored, memory);
  return LV2_STATE_SUCCESS;
}

const LV2_State_Interface yeoun_state_interface = {save, restore};
