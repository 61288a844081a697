// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "midi_theme.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "midi_file.h"
#include "music/beats.h"
#include "music/theme.h"
#include "play/recognise.h"
#include "text_file.h"

enum { META = 0xFF, DRUM_CHANNEL = 9, CHORD_KEYS = 3, GROUPS = 256 };

/** Keys that begin together. */
struct group {
  int64_t tick;
  unsigned part; /**< its track and channel */
  unsigned keys;
  uint16_t tones;
  uint8_t low, high;
};

/** What was found in a file. */
struct found {
  unsigned groups;
  struct group group[GROUPS];
  int64_t end; /**< tick of the last event */
};

bool
yeoun_midi_theme_is(const char *text)
{
  const size_t length = strlen(text);
  return (length > 4 && !strcasecmp(text + length - 4, ".mid")) ||
         (length > 5 && !strcasecmp(text + length - 5, ".midi"));
}

static unsigned
part_of(const struct yeoun_midi_event *e)
{
  return 16 * e->track + (e->status & 15U);
}

/** The group of its part that a key joins, or a new one; NULL: no room. */
static struct group *
find_group(struct found *found, const struct yeoun_midi_event *e, int64_t near)
{
  for (unsigned i = found->groups; i-- > 0;) {
    struct group *const g = &found->group[i];
    if (g->part == part_of(e)) {
      if (e->tick - g->tick <= near) {
        return g;
      }
      break;
    }
  }
  if (found->groups == GROUPS) {
    return NULL;
  }
  struct group *const g = &found->group[found->groups++];
  *g = (struct group){.tick = e->tick, .part = part_of(e), .low = 127};
  return g;
}

/** Gather keys that begin within an eighth of a beat. */
static void
gather(const struct yeoun_midi_file *file, struct found *found)
{
  const int64_t near =
    file->division ? file->division / 8 : (int64_t)(0.06 / file->tick_s);
  for (unsigned i = 0; i < file->count; ++i) {
    const struct yeoun_midi_event *const e = &file->event[i];
    if (e->status == META || (e->status & 0xE0U) != 0x80 ||
        (e->status & 15U) == DRUM_CHANNEL) {
      continue;
    }
    found->end = e->tick;
    struct group *const g = (e->status & 0xF0U) == 0x90 && e->data[1] & 127
                              ? find_group(found, e, near)
                              : NULL;
    if (g) {
      const uint8_t key = e->data[0] & 127U;
      ++g->keys;
      g->tones = (uint16_t)(g->tones | 1U << key % 12U);
      g->low = key < g->low ? key : g->low;
      g->high = key > g->high ? key : g->high;
    }
  }
}

static bool
is_chord(const struct group *g)
{
  unsigned tones = 0;
  for (unsigned i = 0; i < 12; ++i) {
    tones += g->tones >> i & 1;
  }
  return tones >= CHORD_KEYS;
}

/** How many groups of a part are chords, or are none. */
static unsigned
count(const struct found *found, unsigned part, bool is_of_chords)
{
  unsigned groups = 0;
  for (unsigned i = 0; i < found->groups; ++i) {
    groups += found->group[i].part == part &&
              is_chord(&found->group[i]) == is_of_chords;
  }
  return groups;
}

/** The part with most chords, or the first that mostly has none. */
static const struct group *
find_part(const struct found *found, bool is_of_chords)
{
  const struct group *best = NULL;
  unsigned most = 0;
  for (unsigned i = 0; i < found->groups; ++i) {
    const struct group *const g = &found->group[i];
    const unsigned chords = count(found, g->part, true);
    const unsigned others = count(found, g->part, false);
    if (is_of_chords ? chords > most : !best && others > chords) {
      best = g;
      most = chords;
    }
  }
  return best;
}

/** Ticks of the file as ours. */
static int32_t
beats(const struct yeoun_midi_file *file, int64_t ticks)
{
  const double quarters = file->division ? (double)ticks / file->division
                                         : 2 * (double)ticks * file->tick_s;
  /* Half beats: nobody plays to the tick. */
  const int32_t halves = (int32_t)(2 * quarters + 0.5);
  const int32_t least = halves < 1 ? 1 : halves;
  return (least > 64 ? 64 : least) * YEOUN_BEAT / 2;
}

/** The chords of a part, one after the other. */
static void
read_chords(const struct yeoun_midi_file *file,
            const struct found *found,
            unsigned part,
            struct yeoun_theme *theme)
{
  int64_t began = 0;
  for (unsigned i = 0; i < found->groups; ++i) {
    const struct group *const g = &found->group[i];
    if (g->part != part || !is_chord(g)) {
      continue;
    }
    const struct yeoun_chord chord = yeoun_recognise(g->tones, g->low % 12U);
    const unsigned last = theme->chords ? theme->chords - 1U : 0;
    if (theme->chords && yeoun_chord_equal(&theme->chord[last], &chord)) {
      continue;
    }
    if (theme->chords) {
      theme->length[last] = beats(file, g->tick - began);
    }
    if (theme->chords == YEOUN_THEME_CHORDS) {
      return;
    }
    theme->length[theme->chords] = beats(file, found->end - g->tick);
    theme->chord[theme->chords++] = chord;
    began = g->tick;
  }
}

/** What comes again is taken once. */
static void
fold(struct yeoun_theme *theme)
{
  for (unsigned period = 1; 2 * period <= theme->chords; ++period) {
    unsigned i = period;
    while (i < theme->chords &&
           yeoun_chord_equal(&theme->chord[i], &theme->chord[i % period])) {
      ++i;
    }
    if (i == theme->chords) {
      theme->chords = (uint8_t)period;
    }
  }
}

static void
read_notes(const struct found *found, unsigned part, struct yeoun_theme *theme)
{
  for (unsigned i = 0; i < found->groups; ++i) {
    const struct group *const g = &found->group[i];
    if (g->part == part && !is_chord(g) && theme->notes < YEOUN_THEME_NOTES) {
      theme->note[theme->notes++] = g->high;
    }
  }
  theme->notes = theme->notes < 2 ? 0 : theme->notes;
}

/** Find the theme in what a file holds. */
static bool
find_theme(const struct yeoun_midi_file *file, struct yeoun_theme *theme)
{
  static struct found found;
  found = (struct found){0};
  gather(file, &found);
  const struct group *const chordal = find_part(&found, true);
  const struct group *const sung = find_part(&found, false);
  if (chordal) {
    read_chords(file, &found, chordal->part, theme);
    fold(theme);
  }
  if (sung) {
    read_notes(&found, sung->part, theme);
  }
  return theme->chords >= 2 || theme->notes >= 2;
}

bool
yeoun_midi_theme_read(const char *path,
                      char *text,
                      size_t size,
                      struct yeoun_fault *fault)
{
  struct yeoun_text_file bytes;
  struct yeoun_midi_file file = {0};
  struct yeoun_theme theme = {0};
  if (!yeoun_text_file_read(path, &bytes, fault)) {
    return false;
  }
  bool is_good = yeoun_midi_file_read(
    path, (const uint8_t *)bytes.text, bytes.size, &file, fault);
  if (is_good && !find_theme(&file, &theme)) {
    yeoun_fault_note(
      fault, "%s: there are neither two chords nor two notes in it", path);
    is_good = false;
  }
  is_good = is_good && yeoun_theme_write(&theme, text, size) < size;
  yeoun_midi_file_free(&file);
  yeoun_text_file_free(&bytes);
  return is_good;
}
