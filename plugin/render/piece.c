// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "piece.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compose/key.h"
#include "say.h"
#include "transport.h"

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
set_settings(struct yeoun_host *host, const struct yeoun_options *options)
{
  for (unsigned i = 0; i < options->settings; ++i) {
    const struct yeoun_setting *const s = &options->setting[i];
    if (!yeoun_host_set(host, s->symbol, s->value)) {
      yeoun_say("--set %s: the plugin has no such control; there are:",
                s->symbol);
      yeoun_host_list(host);
      return false;
    }
  }
  return true;
}

bool
yeoun_piece_set(struct yeoun_host *host,
                const struct yeoun_options *options,
                struct yeoun_piece piece)
{
  yeoun_host_defaults(host);
  if (options->preset && !yeoun_host_preset(host, options->preset)) {
    return false;
  }
  for (unsigned i = 0; piece.pole >= 0 && i < YEOUN_POLES; ++i) {
    yeoun_host_set(
      host, yeoun_pole_name(i), (int)i == piece.pole ? 1.0F : 0.0F);
  }
  set_theme(host, &options->theme);
  yeoun_host_set(host, "bars", options->bars);
  yeoun_host_set(host, "variation", (float)piece.variation);
  return set_settings(host, options);
}

/** The metre of the host: that of the control "meter" when it is set. */
static struct yeoun_meter
find_meter(const struct yeoun_host *host, const struct yeoun_options *options)
{
  unsigned beats = 0;
  unsigned unit = 0;
  char *const label = yeoun_host_label(host, "meter");
  const bool is_told = label && sscanf(label, "%u/%u", &beats, &unit) == 2;
  free(label);
  return is_told ? (struct yeoun_meter){(uint8_t)beats, (uint8_t)unit}
                 : options->meter;
}

/** "Am7/G F#" -> "Am7_G-Fs": a name that every file system and shell takes. */
static void
write_slug(const char *text, char *slug, size_t size)
{
  size_t length = 0;
  for (; *text && length + 1 < size; ++text) {
    slug[length++] = isalnum((unsigned char)*text) ? *text
                     : *text == '#'                ? 's'
                     : *text == '/'                ? '_'
                                                   : '-';
  }
  slug[length] = '\0';
}

static void
name_brief(struct yeoun_brief *brief,
           const struct yeoun_options *options,
           struct yeoun_piece piece)
{
  char theme[64];
  char mood[YEOUN_MOOD_NAME];
  const char *const name =
    piece.pole >= 0 ? yeoun_pole_name((unsigned)piece.pole) : options->preset;
  write_slug(options->theme_text, theme, sizeof(theme));
  write_slug(name, mood, sizeof(mood));
  snprintf(brief->out, sizeof(brief->out), "%s", options->out);
  snprintf(brief->mood, sizeof(brief->mood), "%s", name);
  if (piece.variation) {
    snprintf(brief->name,
             sizeof(brief->name),
             "%s-%s-%03u",
             theme,
             mood,
             piece.variation);
  } else {
    snprintf(brief->name, sizeof(brief->name), "%s-%s-statement", theme, mood);
  }
}

bool
yeoun_piece_brief(struct yeoun_host *host,
                  const struct yeoun_options *options,
                  struct yeoun_piece piece,
                  struct yeoun_brief *brief)
{
  memset(brief, 0, sizeof(*brief));
  name_brief(brief, options, piece);
  brief->variation = (unsigned)yeoun_host_get(host, "variation");
  brief->bars = (unsigned)yeoun_host_get(host, "bars");
  brief->rate = options->rate;
  brief->target = options->target;
  brief->formats = options->formats;
  brief->tempo_bpm = options->tempo_bpm;
  brief->meter = find_meter(host, options);
  brief->key = yeoun_key_infer(&options->theme);
  return yeoun_transport_ask(host, brief);
}
