// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "property.h"

#include <stdio.h>
#include <string.h>

#include "compose/request.h"
#include "controls.h"
#include "music/palette.h"
#include "property_value.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))
#define PLACE(member) offsetof(struct yeoun_music_cue, member)

/* Of one theme, or by a sheet; or else that and over what a sheet says. */
#define CUE_OR_LINE (YEOUN_TOLD_OF_CUE | YEOUN_TOLD_ON_LINE)
#define ANYWHERE (CUE_OR_LINE | YEOUN_TOLD_OVER_SHEET)

#define TIMES "a time as 62.5, 1:02.5, or with fps 01:02:03:04"

/* Stands for the names of all palettes in what is accepted. */
#define PALETTES "PALETTES"

static const struct yeoun_property properties[] = {
  {.name = "theme",
   .value = "THEME",
   .group = YEOUN_GROUP_MUSIC,
   .type = YEOUN_PROPERTY_TEXT,
   .where = CUE_OR_LINE,
   .accepted =
     "chords or notes, such as \"Am F C\" or \"e g a\", or a MIDI file, "
     "theme.mid",
   .help =
     "Chords, notes, chords and then notes, or a MIDI file that has them.",
   .read = yeoun_value_theme},
  {.name = "key",
   .mark = "%s",
   .value = "KEY",
   .group = YEOUN_GROUP_MUSIC,
   .type = YEOUN_PROPERTY_TEXT,
   .where = CUE_OR_LINE,
   .accepted = "A to G, such as \"Dm\" or \"Eb\"",
   .normal = "as it is written",
   .help = "The tonic to which the theme is moved.",
   .read = yeoun_value_key},
  {.name = "mood",
   .value = "MOOD",
   .group = YEOUN_GROUP_MUSIC,
   .type = YEOUN_PROPERTY_TEXT,
   .where = CUE_OR_LINE,
   .accepted =
     "lyrical, romantic or comic, a blend such as \"lyrical 0.6 comic 0.4\", "
     "or words such as \"wistful, hopeful\"",
   .normal = "lyrical",
   .help = "The character of the music, or a blend of several.",
   .read = yeoun_value_mood},
  {.name = "preset",
   .value = "LABEL",
   .group = YEOUN_GROUP_MUSIC,
   .type = YEOUN_PROPERTY_TEXT,
   .where = CUE_OR_LINE,
   .accepted = "the label of a preset, such as \"Window seat\"",
   .help = "The preset with which the cue begins.",
   .read = yeoun_value_preset},
  {.name = "variation",
   .value = "N",
   .group = YEOUN_GROUP_MUSIC,
   .type = YEOUN_PROPERTY_WHOLE,
   .where = CUE_OR_LINE,
   .low = 0,
   .high = YEOUN_VARIATIONS - 1,
   .normal = "1",
   .help = "Which variation; 0 is the theme itself.",
   .read = yeoun_value_number,
   .place = PLACE(variation)},
  {.name = "distance",
   .mark = "distance%s",
   .value = "X",
   .group = YEOUN_GROUP_MUSIC,
   .type = YEOUN_PROPERTY_REAL,
   .where = ANYWHERE,
   .low = 0,
   .high = 1,
   .help = "How far the variation may go from the theme.",
   .read = yeoun_value_number,
   .symbol = "distance"},
  {.name = "take",
   .mark = "take%s",
   .value = "N",
   .group = YEOUN_GROUP_MUSIC,
   .type = YEOUN_PROPERTY_WHOLE,
   .where = ANYWHERE,
   .low = 0,
   .high = 99,
   .normal = "0",
   .help = "The same re-roll of harmony and all lanes.",
   .read = yeoun_value_take},
  {.name = "fps",
   .value = "RATE",
   .group = YEOUN_GROUP_LENGTH,
   .type = YEOUN_PROPERTY_TEXT,
   .where = ANYWHERE,
   .accepted = "23.976, 24, 25, 29.97, 29.97df or 30",
   .help = "Frames a second of the picture; times may then be time codes, such "
           "as 01:02:03:04.",
   .read = yeoun_value_fps,
   .rank = 2},
  {.name = "start",
   .value = "TIME",
   .group = YEOUN_GROUP_LENGTH,
   .type = YEOUN_PROPERTY_TEXT,
   .where = CUE_OR_LINE,
   .accepted = TIMES,
   .normal = "0",
   .help = "Where the cue begins in the picture; hits that are time codes "
           "count from there, and wave files say it.",
   .read = yeoun_value_start,
   .rank = 1},
  {.name = "seconds",
   .mark = "%ss",
   .value = "TIME",
   .group = YEOUN_GROUP_LENGTH,
   .type = YEOUN_PROPERTY_REAL,
   .where = CUE_OR_LINE,
   .low = 1,
   .high = 3600,
   .accepted = "1 to 3600 seconds, as 62.5, 1:02.5, or with fps 00:01:02:12",
   .help = "Exact length without the tail: bars and tempo are fitted to it.",
   .read = yeoun_value_time,
   .place = PLACE(seconds)},
  {.name = "bars",
   .mark = "%sbars",
   .value = "N",
   .group = YEOUN_GROUP_LENGTH,
   .type = YEOUN_PROPERTY_WHOLE,
   .where = CUE_OR_LINE,
   .low = 1,
   .high = 512,
   .normal = "8, or as many as fit into the seconds",
   .help = "Length in bars.",
   .read = yeoun_value_number,
   .place = PLACE(bars)},
  {.name = "hit",
   .mark = "hit%s",
   .value = "S",
   .group = YEOUN_GROUP_LENGTH,
   .type = YEOUN_PROPERTY_REAL,
   .where = CUE_OR_LINE,
   .low = 0,
   .high = 3600,
   .accepted = "a time as 62.5, 1:02.5, or with fps 01:02:03:04, then nothing, "
               "downbeat, beat or accent; no more than 32 of them",
   .help = "A strong beat falls here, or what the word after it says: \"6.1 "
           "downbeat\"; may be told again.",
   .read = yeoun_value_hit,
   .is_many = true,
   .count = PLACE(hits)},
  {.name = "ring",
   .mark = "ring-%s",
   .value = "WORD",
   .group = YEOUN_GROUP_LENGTH,
   .type = YEOUN_PROPERTY_TEXT,
   .where = ANYWHERE,
   .accepted = "within or after",
   .normal = "after",
   .help = "Whether what rings out is counted into the length: the file of a "
           "spot of 15 seconds is then 15 seconds long.",
   .read = yeoun_value_ring},
  {.name = "intensity",
   .mark = "graph",
   .value = "GRAPH",
   .group = YEOUN_GROUP_LENGTH,
   .type = YEOUN_PROPERTY_TEXT,
   .where = CUE_OR_LINE,
   .accepted = "\"0:0.3 20:0.8\", ascending seconds and 0 to 1",
   .help = "The emotional graph: points of seconds and intensity.",
   .read = yeoun_value_intensity},
  {.name = "edit",
   .value = "S",
   .group = YEOUN_GROUP_LENGTH,
   .type = YEOUN_PROPERTY_REAL,
   .where = ANYWHERE,
   .low = 1,
   .high = 3600,
   .help = "Another length in seconds: one more cue, named after it: snow-15s; "
           "may be told again.",
   .read = yeoun_value_edit,
   .is_many = true,
   .count = PLACE(edits)},
  {.name = "ending",
   .mark = "ending",
   .value = "TRUTH",
   .group = YEOUN_GROUP_LENGTH,
   .type = YEOUN_PROPERTY_TRUTH,
   .where = ANYWHERE,
   .accepted = "true or false",
   .normal = "false",
   .help = "Whether the cue closes for good instead of leading back.",
   .read = yeoun_value_truth,
   .place = PLACE(has_ending)},
  {.name = "bpm",
   .mark = "%sbpm",
   .option = "tempo",
   .value = "BPM",
   .group = YEOUN_GROUP_PLAYED,
   .type = YEOUN_PROPERTY_REAL,
   .where = ANYWHERE,
   .low = 20,
   .high = 300,
   .normal = "as the mood has it",
   .help = "Quarter notes a minute.",
   .read = yeoun_value_number,
   .place = PLACE(tempo_bpm)},
  {.name = "meter",
   .mark = "%s",
   .value = "N/N",
   .group = YEOUN_GROUP_PLAYED,
   .type = YEOUN_PROPERTY_TEXT,
   .where = ANYWHERE,
   .accepted = "such as 4/4 or 6/8",
   .normal = "4/4",
   .help = "The metre.",
   .read = yeoun_value_meter},
  {.name = "palette",
   .mark = "%s",
   .value = "NAME",
   .group = YEOUN_GROUP_PLAYED,
   .type = YEOUN_PROPERTY_TEXT,
   .where = ANYWHERE,
   .accepted = PALETTES,
   .normal = "as the mood has it",
   .help = "Who plays.",
   .read = yeoun_value_palette,
   .symbol = "palette"},
  {.name = "remix",
   .value = "NAME",
   .group = YEOUN_GROUP_PLAYED,
   .type = YEOUN_PROPERTY_TEXT,
   .where = ANYWHERE,
   .accepted = PALETTES,
   .help = "Another palette that plays the same notes: one more cue, named "
           "after it: snow-gugak; may be told again. Where none of its "
           "instruments has all notes of a lane, that lane keeps its own.",
   .read = yeoun_value_remix,
   .is_many = true,
   .count = PLACE(remixes)},
  {.name = "mix",
   .value = "NAME",
   .group = YEOUN_GROUP_PLAYED,
   .type = YEOUN_PROPERTY_TEXT,
   .where = ANYWHERE,
   .accepted = "no-melody, no-drums, sparse or stinger",
   .help = "Another mix of the same notes: without melody (under dialogue), "
           "without drums, with the fewest notes of melody, chords and bass, "
           "or two bars that close; one more cue, named after it: snow-sparse; "
           "may be told "
           "again.",
   .read = yeoun_value_mix,
   .is_many = true,
   .count = PLACE(mixes)},
  {.name = "warmth",
   .mark = "warmth%s",
   .value = "X",
   .group = YEOUN_GROUP_PLAYED,
   .type = YEOUN_PROPERTY_REAL,
   .where = ANYWHERE,
   .low = -1,
   .high = 1,
   .help = "Cold or warm.",
   .read = yeoun_value_number,
   .symbol = "warmth"},
  {.name = "colour",
   .mark = "%s",
   .value = "COLOUR",
   .group = YEOUN_GROUP_PLAYED,
   .type = YEOUN_PROPERTY_TEXT,
   .where = ANYWHERE,
   .accepted = "such as \"#e0a040\"",
   .help = "A colour of the picture: the redder than blue, the warmer.",
   .read = yeoun_value_colour,
   .symbol = "warmth"},
  {.name = "set",
   .mark = "%s",
   .value = "SYMBOL=VALUE",
   .group = YEOUN_GROUP_PLAYED,
   .type = YEOUN_PROPERTY_TEXT,
   .where = ANYWHERE,
   .accepted = "SYMBOL=VALUE",
   .help = "Any control of the plugin, by number or label: palette=jazz; may "
           "be told again.",
   .read = yeoun_value_set,
   .is_many = true},
  {.name = "make",
   .value = "LIST",
   .group = YEOUN_GROUP_MADE,
   .type = YEOUN_PROPERTY_TEXT,
   .where = ANYWHERE,
   .accepted = "some of mix, midi, stems, loop, score, picture, session",
   .normal = "midi, picture; in a sheet all but session",
   .help = "What is made beside the mix; a session is one of Ardour 7 with the "
           "stems, marks and tempos.",
   .read = yeoun_value_make},
  {.name = "target",
   .value = "NAME",
   .group = YEOUN_GROUP_MADE,
   .type = YEOUN_PROPERTY_TEXT,
   .where = ANYWHERE,
   .accepted = "none, streaming, cinema or broadcast",
   .normal = "none",
   .help = "The loudness: streaming -14 LUFS, cinema -27, broadcast -23.",
   .read = yeoun_value_target},
  {.name = "loudness",
   .value = "WORD",
   .group = YEOUN_GROUP_MADE,
   .type = YEOUN_PROPERTY_TEXT,
   .where = ANYWHERE,
   .accepted = "cue or sheet",
   .normal = "cue",
   .help =
     "Whether each cue is brought to the target, or all get the one gain "
     "that brings usual music to it, so that loud and soft cues keep their "
     "relation.",
   .read = yeoun_value_loudness},
  {.name = "format",
   .value = "LIST",
   .group = YEOUN_GROUP_MADE,
   .type = YEOUN_PROPERTY_TEXT,
   .where = ANYWHERE,
   .accepted = "float or wav24, flac, ogg, mp3, or several",
   .normal = "float; in a sheet wav24",
   .help = "Sound files.",
   .read = yeoun_value_format},
  {.name = "rate",
   .value = "HZ",
   .group = YEOUN_GROUP_MADE,
   .type = YEOUN_PROPERTY_WHOLE,
   .where = ANYWHERE,
   .low = 8000,
   .high = 192000,
   .normal = "48000",
   .help = "Frames a second of the sound files.",
   .read = yeoun_value_number,
   .place = PLACE(rate)},
  {.name = "name",
   .value = "NAME",
   .group = YEOUN_GROUP_MADE,
   .type = YEOUN_PROPERTY_TEXT,
   .where = YEOUN_TOLD_OF_ONE | YEOUN_TOLD_ON_LINE,
   .accepted = "a name that is good for files, or that of a variation, "
               "\"yeoun1 Am F C variation=12 ...\"",
   .normal = "the end of the URI, or what is asked for",
   .help =
     "Name of the files; or the name of a variation, which holds all that "
     "it depends on and is rendered as it is.",
   .read = yeoun_value_name,
   .is_many = true},
  {.name = "from",
   .value = "NODE",
   .group = YEOUN_GROUP_MUSIC,
   .type = YEOUN_PROPERTY_NODE,
   .where = YEOUN_TOLD_FROM,
   .help = "The character or theme that a cue or a character is made from.",
   .is_many = true},
};

const struct yeoun_property *
yeoun_properties(size_t *count)
{
  *count = COUNT(properties);
  return properties;
}

const struct yeoun_property *
yeoun_property_find(const char *uri)
{
  const size_t length = strlen(YEOUN_CUE_WORDS);
  if (strncmp(uri, YEOUN_CUE_WORDS, length) != 0) {
    return NULL;
  }
  for (size_t i = 0; i < COUNT(properties); ++i) {
    if (!strcmp(uri + length, properties[i].name)) {
      return &properties[i];
    }
  }
  return NULL;
}

static bool
is_called(const char *known, const char *name, size_t length)
{
  return known && strlen(known) == length && !strncmp(known, name, length);
}

const struct yeoun_property *
yeoun_property_of_option(const char *name, size_t length)
{
  for (size_t i = 0; i < COUNT(properties); ++i) {
    const struct yeoun_property *const p = &properties[i];
    if ((p->where & YEOUN_TOLD_ON_LINE) &&
        (is_called(p->name, name, length) ||
         is_called(p->option, name, length))) {
      return p;
    }
  }
  return NULL;
}

const char *
yeoun_property_normal(const struct yeoun_property *property,
                      char *text,
                      size_t size)
{
  for (unsigned i = 0; property->symbol && i < YEOUN_CONTROLS; ++i) {
    const struct yeoun_control_facts *const facts =
      yeoun_control_facts((enum yeoun_port)i);
    if (!property->normal && property->read == yeoun_value_number &&
        !strcmp(facts->symbol, property->symbol)) {
      snprintf(text, size, "%g", (double)facts->normal);
      return text;
    }
  }
  return property->normal;
}

/** "chamber, orchestral, ... or electronic". */
static void
write_palettes(char *text, size_t size)
{
  size_t length = 0;
  *text = '\0';
  for (unsigned i = YEOUN_PALETTE_AUTO + 1; i < YEOUN_PALETTES && length < size;
       ++i) {
    const char *const mark = i == YEOUN_PALETTE_AUTO + 1 ? ""
                             : i + 1 == YEOUN_PALETTES   ? " or "
                                                         : ", ";
    length += (size_t)snprintf(
      text + length, size - length, "%s%s", mark, yeoun_palette_name(i));
  }
}

const char *
yeoun_property_accepted(const struct yeoun_property *property,
                        char *text,
                        size_t size)
{
  if (!property->accepted) {
    snprintf(text, size, "%g to %g", property->low, property->high);
  } else if (!strcmp(property->accepted, PALETTES)) {
    write_palettes(text, size);
  } else {
    snprintf(text, size, "%s", property->accepted);
  }
  return text;
}
