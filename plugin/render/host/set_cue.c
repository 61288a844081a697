// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "set_cue.h"

#include <stdio.h>
#include <string.h>

#include "host_controls.h"
#include "music/mood.h"
#include "ports.h"
#include "render/ask/make.h"
#include "render/say.h"
#include "words.h"

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

bool
yeoun_host_can_play(const struct yeoun_theme *theme)
{
  return theme->chords <= YEOUN_CHORD_PORTS;
}

/** Whether ports hold all that a theme says: they have three chords, and keys
    without letters. */
static bool
fits_ports(const struct yeoun_theme *theme)
{
  if (!yeoun_host_can_play(theme)) {
    return false;
  }
  for (unsigned i = 0; i < theme->chords; ++i) {
    const struct yeoun_chord *const c = &theme->chord[i];
    const struct yeoun_chord usual =
      yeoun_chord_make(c->root, c->type, c->bass);
    if (!yeoun_chord_equal(c, &usual)) {
      return false;
    }
  }
  for (unsigned i = 0; i < theme->notes; ++i) {
    if (theme->note_letter[i]) {
      return false;
    }
  }
  return true;
}

/** By its ports; what those cannot hold is written. */
static void
set_theme(struct yeoun_host *host, const struct yeoun_theme *theme)
{
  yeoun_host_set(host, "source", 0);
  const unsigned chords =
    theme->chords < YEOUN_CHORD_PORTS ? theme->chords : YEOUN_CHORD_PORTS;
  host->theme[0] = '\0';
  if (!fits_ports(theme)) {
    yeoun_theme_write(theme, host->theme, sizeof(host->theme));
  }
  yeoun_host_set(host, "chords", (float)chords);
  for (unsigned i = 0; i < chords; ++i) {
    const struct yeoun_chord *const c = &theme->chord[i];
    set_numbered(host, "root", i, c->root);
    set_numbered(host, "type", i, c->type);
    set_numbered(
      host, "bass", i, c->bass == c->root ? 0.0f : (float)c->bass + 1.0f);
    set_numbered(host, "beats", i, (float)theme->length[i] / YEOUN_BEAT);
  }
  yeoun_host_set(host, "motif", theme->notes);
  for (unsigned i = 0; i < theme->notes; ++i) {
    set_numbered(host, "motif", i, theme->note[i]);
  }
}

/** What the renderer itself decides: a plugin that is off, or that goes by a
   time of its own, does not play the cue. */
static const char *const own[] = {"enabled", "sync", "audition", "freewheel"};

static bool
is_own(const char *symbol)
{
  for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); ++i) {
    if (!strcmp(symbol, own[i])) {
      return true;
    }
  }
  return false;
}

static bool
set_settings(struct yeoun_host *host, const struct yeoun_music_cue *cue)
{
  for (unsigned i = 0; i < cue->settings; ++i) {
    const struct yeoun_setting *const s = &cue->setting[i];
    if (is_own(s->symbol)) {
      yeoun_say("%s: the renderer sets this control itself", s->symbol);
      return false;
    }
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
yeoun_host_set_cue(struct yeoun_host *host, const struct yeoun_music_cue *cue)
{
  yeoun_host_defaults(host);
  if (cue->preset[0] && !yeoun_host_preset(host, cue->preset)) {
    return false;
  }
  yeoun_host_set(host, "enabled", 1);
  yeoun_host_set(host, "sync", 0);
  yeoun_host_set(host, "audition", 0);
  /* Files are for a composer's own library, or a General MIDI player. */
  yeoun_host_set(host, "expression", 1);
  yeoun_host_set(host, "programs", 1);
  if (cue->has_words && !yeoun_words_set(host, cue->mood)) {
    return false;
  }
  for (unsigned i = 0; cue->has_weights && i < YEOUN_POLES; ++i) {
    yeoun_host_set(host, yeoun_pole_name(i), cue->weight[i]);
  }
  set_theme(host, &cue->theme);
  yeoun_host_set(host, "bars", cue->bars ? (float)cue->bars : 8.0f);
  yeoun_host_set(host, "variation", (float)cue->variation);
  yeoun_host_set(host, "ending", cue->has_ending);
  memcpy(host->name, cue->variation_name, sizeof(host->name));
  return set_settings(host, cue);
}
