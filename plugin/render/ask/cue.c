// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "cue.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "music/key.h"
#include "music/palette.h"
#include "music/pitch_name.h"
#include "options.h"
#include "render/say.h"
#include "render/sound/master.h"
#include "render/sound/sound_file.h"

struct yeoun_music_cue
yeoun_cue_default(void)
{
  return (struct yeoun_music_cue){.variation = 1,
                                  .meter = {4, 4},
                                  .makes = YEOUN_MAKE_MIDI | YEOUN_MAKE_PICTURE,
                                  .formats = 1U << YEOUN_FORMAT_FLOAT,
                                  .rate = 48000};
}

bool
yeoun_cues_add(struct yeoun_cues *cues, const struct yeoun_music_cue *cue)
{
  if (cues->count == cues->capacity) {
    const unsigned capacity = 2 * cues->capacity + 16;
    struct yeoun_music_cue *const grown = (struct yeoun_music_cue *)realloc(
      cues->cue, capacity * sizeof(struct yeoun_music_cue));
    if (!grown) {
      yeoun_say("out of memory");
      return false;
    }
    cues->cue = grown;
    cues->capacity = capacity;
  }
  cues->cue[cues->count++] = *cue;
  return true;
}

void
yeoun_cues_free(struct yeoun_cues *cues)
{
  free(cues->cue);
  *cues = (struct yeoun_cues){0};
}

bool
yeoun_cue_setting(struct yeoun_music_cue *cue,
                  const char *symbol,
                  const char *label,
                  float value)
{
  struct yeoun_setting *const s = &cue->setting[cue->settings];
  if (cue->settings == YEOUN_SETTINGS || strlen(symbol) >= sizeof(s->symbol) ||
      (label && strlen(label) >= sizeof(s->label))) {
    return false;
  }
  *s = (struct yeoun_setting){.value = value};
  memcpy(s->symbol, symbol, strlen(symbol) + 1);
  if (label) {
    memcpy(s->label, label, strlen(label) + 1);
  }
  ++cue->settings;
  return true;
}

bool
yeoun_cue_remix(struct yeoun_music_cue *cue, const char *palette)
{
  const unsigned found = yeoun_palette_find(palette);
  if (cue->remix[0]) {
    return true;
  }
  if (found == YEOUN_PALETTES) {
    yeoun_say("remix \"%s\": expected " YEOUN_PALETTE_NAMES, palette);
    return false;
  }
  const char *const name = yeoun_palette_name(found);
  const size_t length = strlen(cue->name);
  if (length + strlen(name) + 2 > sizeof(cue->name) ||
      !yeoun_cue_setting(cue, "remix", NULL, (float)found)) {
    yeoun_say("remix \"%s\": too long a name, or too many settings", palette);
    return false;
  }
  snprintf(cue->name + length, sizeof(cue->name) - length, "-%s", name);
  snprintf(cue->remix, sizeof(cue->remix), "%s", name);
  return true;
}

const char *
yeoun_cue_plugin(const struct yeoun_music_cue *cue)
{
  return cue->makes & YEOUN_MAKE_STEMS ? "urn:yeoun:stems" : "urn:yeoun:sketch";
}

/** Set "root_1" and its like. */
static void
set_numbered(struct yeoun_host *host, const char *name, unsigned i, float value)
{
  char symbol[32];
  snprintf(symbol, sizeof(symbol), "%s_%u", name, i + 1);
  yeoun_host_set(host, symbol, value);
}

static void
set_theme(struct yeoun_host *host, const struct yeoun_theme *theme)
{
  yeoun_host_set(host, "source", 0);
  yeoun_host_set(host, "chords", theme->chords);
  for (unsigned i = 0; i < theme->chords; ++i) {
    const struct yeoun_chord *const c = &theme->chord[i];
    set_numbered(host, "root", i, c->root);
    set_numbered(host, "type", i, c->type);
    set_numbered(
      host, "bass", i, c->bass == c->root ? 0.0F : (float)c->bass + 1.0F);
    set_numbered(host, "beats", i, (float)theme->length[i] / YEOUN_BEAT);
  }
  yeoun_host_set(host, "motif", theme->notes);
  for (unsigned i = 0; i < theme->notes; ++i) {
    set_numbered(host, "motif", i, theme->note[i]);
  }
}

static bool
set_settings(struct yeoun_host *host, const struct yeoun_music_cue *cue)
{
  for (unsigned i = 0; i < cue->settings; ++i) {
    const struct yeoun_setting *const s = &cue->setting[i];
    if (s->label[0] ? !yeoun_host_choose(host, s->symbol, s->label)
                    : !yeoun_host_set(host, s->symbol, s->value)) {
      if (!s->label[0]) {
        yeoun_say("%s: the plugin has no such control; there are:", s->symbol);
        yeoun_host_list(host);
      }
      return false;
    }
  }
  return true;
}

bool
yeoun_cue_set(struct yeoun_host *host, const struct yeoun_music_cue *cue)
{
  yeoun_host_defaults(host);
  if (cue->preset[0] && !yeoun_host_preset(host, cue->preset)) {
    return false;
  }
  for (unsigned i = 0; cue->has_weights && i < YEOUN_POLES; ++i) {
    yeoun_host_set(host, yeoun_pole_name(i), cue->weight[i]);
  }
  set_theme(host, &cue->theme);
  yeoun_host_set(host, "bars", cue->bars ? (float)cue->bars : 8.0F);
  yeoun_host_set(host, "variation", (float)cue->variation);
  yeoun_host_set(host, "ending", cue->has_ending);
  return set_settings(host, cue);
}

/** The nearest way from one pitch class to another, -5..6 semitones. */
static int
find_way(unsigned from, unsigned to)
{
  const int way = (int)(to + 12 - from) % 12;
  return way > 6 ? way - 12 : way;
}

static void
transpose(struct yeoun_theme *theme, int way, bool is_flat)
{
  for (unsigned i = 0; i < theme->chords; ++i) {
    const struct yeoun_chord *const c = &theme->chord[i];
    const unsigned shift = (unsigned)(way + 12);
    theme->chord[i] =
      yeoun_chord_make((c->root + shift) % 12, c->type, (c->bass + shift) % 12);
    theme->chord[i].is_flat = is_flat;
  }
  for (unsigned i = 0; i < theme->notes; ++i) {
    theme->note[i] = (uint8_t)(theme->note[i] + way);
  }
}

bool
yeoun_cue_transpose(struct yeoun_music_cue *cue, const char *key)
{
  struct yeoun_pitch_name tonic;
  const struct yeoun_key now = yeoun_key_infer(&cue->theme);
  const bool is_read = yeoun_pitch_name_read(key, 'A', &tonic);
  const char *const rest = is_read ? key + tonic.length : key;
  const bool is_minor = !strcmp(rest, "m");
  if (!is_read || (*rest && !is_minor)) {
    yeoun_say("key %s: expected A to G, with # or b, with m when minor", key);
    return false;
  }
  if (is_minor != yeoun_key_is_minor(now)) {
    yeoun_say("key %s: this theme is %s; only its tonic can be moved",
              key,
              is_minor ? "major" : "minor");
    return false;
  }
  const int way = find_way(now.tonic, tonic.pitch_class);
  transpose(&cue->theme, way, tonic.is_flat);
  return true;
}
