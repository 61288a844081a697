// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The names that hosts and plugin agree on, mapped to numbers once. */

#ifndef YEOUN_URIS_H
#define YEOUN_URIS_H

#include <lv2/atom/atom.h>
#include <lv2/midi/midi.h>
#include <lv2/patch/patch.h>
#include <lv2/time/time.h>
#include <lv2/urid/urid.h>

#define YEOUN_URI "urn:yeoun:"
#define YEOUN_VOCABULARY YEOUN_URI "vocabulary#"

struct yeoun_uris {
  LV2_URID plugin;                  /* the URI of this plugin itself */
  LV2_URID atom_blank, atom_object; /* Blank: how old hosts write objects */
  LV2_URID atom_chunk, atom_double, atom_float, atom_int, atom_long;
  LV2_URID atom_sequence, atom_string, atom_urid;
  LV2_URID midi_event;
  LV2_URID patch_get, patch_put, patch_set;
  LV2_URID patch_body, patch_property, patch_subject, patch_value;
  LV2_URID time_position;
  LV2_URID time_bar, time_bar_beat, time_beat, time_beat_unit,
    time_beats_per_bar;
  LV2_URID time_beats_per_minute, time_frame, time_speed;
  LV2_URID algorithm, build, character, chosen, description, doubling, error;
  LV2_URID identity, keep, kept, levels, locks, meter, name, over, place;
  LV2_URID position, program, ranges, remove, shelf, theme, theme_rule;
  LV2_URID variation, version;
};

/** Any thread but audio. */
static inline LV2_URID
yeoun_map(const LV2_URID_Map *m, const char *uri)
{
  return m->map(m->handle, uri);
}

/** Any thread but audio. */
static inline struct yeoun_uris
yeoun_uris_map(const LV2_URID_Map *m, const char *plugin)
{
  return (struct yeoun_uris){
    .plugin = yeoun_map(m, plugin),
    .atom_blank = yeoun_map(m, LV2_ATOM__Blank),
    .atom_object = yeoun_map(m, LV2_ATOM__Object),
    .atom_chunk = yeoun_map(m, LV2_ATOM__Chunk),
    .atom_double = yeoun_map(m, LV2_ATOM__Double),
    .atom_float = yeoun_map(m, LV2_ATOM__Float),
    .atom_int = yeoun_map(m, LV2_ATOM__Int),
    .atom_long = yeoun_map(m, LV2_ATOM__Long),
    .atom_sequence = yeoun_map(m, LV2_ATOM__Sequence),
    .atom_string = yeoun_map(m, LV2_ATOM__String),
    .atom_urid = yeoun_map(m, LV2_ATOM__URID),
    .midi_event = yeoun_map(m, LV2_MIDI__MidiEvent),
    .patch_get = yeoun_map(m, LV2_PATCH__Get),
    .patch_put = yeoun_map(m, LV2_PATCH__Put),
    .patch_set = yeoun_map(m, LV2_PATCH__Set),
    .patch_body = yeoun_map(m, LV2_PATCH__body),
    .patch_property = yeoun_map(m, LV2_PATCH__property),
    .patch_subject = yeoun_map(m, LV2_PATCH__subject),
    .patch_value = yeoun_map(m, LV2_PATCH__value),
    .time_position = yeoun_map(m, LV2_TIME__Position),
    .time_bar = yeoun_map(m, LV2_TIME__bar),
    .time_bar_beat = yeoun_map(m, LV2_TIME__barBeat),
    .time_beat = yeoun_map(m, LV2_TIME__beat),
    .time_beat_unit = yeoun_map(m, LV2_TIME__beatUnit),
    .time_beats_per_bar = yeoun_map(m, LV2_TIME__beatsPerBar),
    .time_beats_per_minute = yeoun_map(m, LV2_TIME__beatsPerMinute),
    .time_frame = yeoun_map(m, LV2_TIME__frame),
    .time_speed = yeoun_map(m, LV2_TIME__speed),
    .algorithm = yeoun_map(m, YEOUN_VOCABULARY "algorithm"),
    .build = yeoun_map(m, YEOUN_VOCABULARY "build"),
    .character = yeoun_map(m, YEOUN_VOCABULARY "character"),
    .chosen = yeoun_map(m, YEOUN_VOCABULARY "chosen"),
    .description = yeoun_map(m, YEOUN_VOCABULARY "description"),
    .doubling = yeoun_map(m, YEOUN_VOCABULARY "doubling"),
    .error = yeoun_map(m, YEOUN_VOCABULARY "error"),
    .identity = yeoun_map(m, YEOUN_VOCABULARY "identity"),
    .keep = yeoun_map(m, YEOUN_VOCABULARY "keep"),
    .kept = yeoun_map(m, YEOUN_VOCABULARY "kept"),
    .levels = yeoun_map(m, YEOUN_VOCABULARY "levels"),
    .locks = yeoun_map(m, YEOUN_VOCABULARY "locks"),
    .meter = yeoun_map(m, YEOUN_VOCABULARY "meter"),
    .name = yeoun_map(m, YEOUN_VOCABULARY "name"),
    .over = yeoun_map(m, YEOUN_VOCABULARY "over"),
    .place = yeoun_map(m, YEOUN_VOCABULARY "place"),
    .position = yeoun_map(m, YEOUN_VOCABULARY "position"),
    .program = yeoun_map(m, YEOUN_VOCABULARY "program"),
    .ranges = yeoun_map(m, YEOUN_VOCABULARY "ranges"),
    .remove = yeoun_map(m, YEOUN_VOCABULARY "remove"),
    .shelf = yeoun_map(m, YEOUN_VOCABULARY "shelf"),
    .theme = yeoun_map(m, YEOUN_VOCABULARY "theme"),
    .theme_rule = yeoun_map(m, YEOUN_VOCABULARY "themeRule"),
    .variation = yeoun_map(m, YEOUN_VOCABULARY "variation"),
    .version = yeoun_map(m, YEOUN_VOCABULARY "version"),
  };
}

#endif
