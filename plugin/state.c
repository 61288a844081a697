// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What a session keeps and no port holds: the theme that was played or written,
   as text, so that any version and any machine can read it. */

#include <string.h>

#include "plugin.h"

/** Raised when the meaning of what is saved changes; older ones are read. */
#define VERSION 1

#define FLAGS (LV2_STATE_IS_POD | LV2_STATE_IS_PORTABLE)

static LV2_State_Status
save(LV2_Handle instance,
     LV2_State_Store_Function store,
     LV2_State_Handle handle,
     uint32_t flags,
     const LV2_Feature *const *features)
{
  struct plugin *const self = (struct plugin *)instance;
  (void)flags;
  (void)features;

  yeoun_mailbox_take(&self->played, &self->memory.given);
  char text[YEOUN_THEME_TEXT] = "";
  if (yeoun_theme_exists(&self->memory.given)) {
    yeoun_theme_write(&self->memory.given, text, sizeof(text));
  }

  const struct yeoun_uris *const uris = &self->uris;
  const int32_t version = VERSION;
  const LV2_State_Status status = store(
    handle, uris->version, &version, sizeof(version), uris->atom_int, FLAGS);
  return status ? status
                : store(handle,
                        uris->theme,
                        text,
                        strlen(text) + 1,
                        uris->atom_string,
                        FLAGS);
}

static LV2_State_Status
restore(LV2_Handle instance,
        LV2_State_Retrieve_Function retrieve,
        LV2_State_Handle handle,
        uint32_t flags,
        const LV2_Feature *const *features)
{
  struct plugin *const self = (struct plugin *)instance;
  (void)flags;
  (void)features;

  size_t size = 0;
  uint32_t type = 0;
  uint32_t value_flags = 0;
  const char *const text = (const char *)retrieve(
    handle, self->uris.theme, &size, &type, &value_flags);
  if (!text) {
    return LV2_STATE_SUCCESS; /* a preset of ports: the theme stays */
  }
  if (type != self->uris.atom_string || !memchr(text, 0, size)) {
    return LV2_STATE_ERR_BAD_TYPE;
  }

  struct yeoun_theme theme = {0};
  if (*text) {
    const struct yeoun_reading reading = yeoun_theme_read(text, &theme);
    if (reading.status) {
      lv2_log_error(&self->logger,
                    "yeoun: saved theme \"%s\": %s\n",
                    text,
                    yeoun_status_text(reading.status));
      return LV2_STATE_ERR_UNKNOWN;
    }
  }
  struct yeoun_theme older;
  yeoun_mailbox_take(&self->played, &older);
  self->memory.given = theme;
  yeoun_mailbox_post(&self->restored, &theme);
  return LV2_STATE_SUCCESS;
}

const LV2_State_Interface yeoun_memory = {save, restore};
