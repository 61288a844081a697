// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "sheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "property.h"
#include "read.h"
#include "render/say.h"
#include "render/sound/sound_file.h"
#include "turtle.h"

#define Y(name) YEOUN_VOCABULARY name
#define RDF_TYPE "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
#define RDFS "http://www.w3.org/2000/01/rdf-schema#"
#define LV2_PORT "http://lv2plug.in/ns/lv2core#port"
#define LV2_SYMBOL "http://lv2plug.in/ns/lv2core#symbol"
#define PSET_VALUE "http://lv2plug.in/ns/ext/presets#value"

/* A character of a theme of a sheet, and a little more. */
#define DEEPEST 8

struct sheet {
  const char *path;
  struct yeoun_turtle turtle;
  struct yeoun_cues *cues;
};

/** The name of a node: its y:name, or the end of its URI. */
static const char *
name_of(const struct sheet *sheet, const char *node)
{
  const struct yeoun_statement *const s =
    yeoun_turtle_next(&sheet->turtle, NULL, node, Y("name"));
  const char *const mark = strpbrk(node, "#") ? strrchr(node, '#') : NULL;
  return s ? s->object : mark ? mark + 1 : node;
}

static bool
read_port(const struct sheet *sheet,
          const struct yeoun_statement *s,
          struct yeoun_music_cue *cue)
{
  const struct yeoun_statement *const symbol =
    yeoun_turtle_next(&sheet->turtle, NULL, s->object, LV2_SYMBOL);
  const struct yeoun_statement *const value =
    yeoun_turtle_next(&sheet->turtle, NULL, s->object, PSET_VALUE);
  double number = 0;
  if (!symbol || !value ||
      !yeoun_read_real(value->object, -1e9, 1e9, &number) ||
      !yeoun_cue_setting(cue, symbol->object, NULL, (float)number)) {
    yeoun_say("lv2:port: expected [ lv2:symbol \"warmth\" ; pset:value 0.5 ]");
    return false;
  }
  return true;
}

/** Whether a predicate says nothing about the music. */
static bool
is_remark(const char *predicate)
{
  return !strcmp(predicate, RDF_TYPE) || !strcmp(predicate, Y("name")) ||
         !strcmp(predicate, Y("from")) || !strcmp(predicate, Y("edit")) ||
         !strcmp(predicate, Y("remix")) ||
         !strncmp(predicate, RDFS, strlen(RDFS));
}

static bool
read_statement(const struct sheet *sheet,
               const struct yeoun_statement *s,
               struct yeoun_music_cue *cue)
{
  const struct yeoun_property *const property =
    yeoun_property_find(s->predicate);
  yeoun_say_about("%s:%u: %s: ", sheet->path, s->line, cue->name);
  if (!strcmp(s->predicate, LV2_PORT)) {
    return read_port(sheet, s, cue);
  }
  if (!property) {
    yeoun_say("%s is not known here", s->predicate);
    return false;
  }
  if (!property->read(cue, s->object)) {
    yeoun_say(
      "%s \"%s\": expected %s", property->name, s->object, property->accepted);
    return false;
  }
  return true;
}

/** All that a node says. */
static bool
read_node(const struct sheet *sheet,
          const char *node,
          struct yeoun_music_cue *cue)
{
  const struct yeoun_statement *s = NULL;
  if (yeoun_turtle_next(&sheet->turtle, NULL, node, Y("hit"))) {
    cue->hits = 0;
  }
  while ((s = yeoun_turtle_next(&sheet->turtle, s, node, NULL))) {
    if (!is_remark(s->predicate) && !read_statement(sheet, s, cue)) {
      return false;
    }
  }
  return true;
}

/** All that a node says, after what it is made from. */
static bool
read_line(const struct sheet *sheet,
          const char *node,
          const struct yeoun_statement *from,
          unsigned depth,
          struct yeoun_music_cue *cue)
{
  if (from) {
    const struct yeoun_statement *const next =
      yeoun_turtle_next(&sheet->turtle, NULL, from->object, Y("from"));
    if (depth == DEEPEST ||
        !yeoun_turtle_next(&sheet->turtle, NULL, from->object, NULL)) {
      yeoun_say_about("%s:%u: %s: ", sheet->path, from->line, cue->name);
      yeoun_say("%s %s",
                name_of(sheet, from->object),
                depth == DEEPEST ? "is made from itself" : "is not there");
      return false;
    }
    if (!read_line(sheet, from->object, next, depth + 1, cue)) {
      return false;
    }
  }
  return read_node(sheet, node, cue);
}

/** The node of the sheet itself, or NULL. */
static const char *
find_sheet(const struct sheet *sheet)
{
  for (unsigned i = 0; i < sheet->turtle.count; ++i) {
    const struct yeoun_statement *const s = &sheet->turtle.statement[i];
    if (!strcmp(s->predicate, RDF_TYPE) && !strcmp(s->object, Y("CueSheet"))) {
      return s->subject;
    }
  }
  return NULL;
}

/** Read the theme of a whole cue, and describe its mood. */
static bool
finish_cue(struct yeoun_music_cue *cue)
{
  if (!cue->theme_text[0]) {
    yeoun_say("no y:theme, neither of the cue nor of what it is made from");
    return false;
  }
  const struct yeoun_reading reading =
    yeoun_theme_read(cue->theme_text, &cue->theme);
  if (reading.status) {
    yeoun_say_where(cue->theme_text, reading);
    return false;
  }
  if (!cue->bars && !(cue->seconds > 0)) {
    cue->bars = 8;
  }
  if (cue->preset[0] && !cue->has_weights) {
    snprintf(cue->mood,
             sizeof(cue->mood),
             "%.*s",
             (int)sizeof(cue->mood) - 1,
             cue->preset);
  } else if (!cue->mood[0]) {
    snprintf(cue->mood, sizeof(cue->mood), "lyrical");
  }
  return !cue->key[0] || yeoun_cue_transpose(cue, cue->key);
}

/** Append a cue unless another bears its name. */
static bool
add_cue(const struct sheet *sheet, const struct yeoun_music_cue *cue)
{
  for (unsigned i = 0; i < sheet->cues->count; ++i) {
    if (!strcmp(sheet->cues->cue[i].name, cue->name)) {
      yeoun_say("there is another cue of this name, in line %u",
                sheet->cues->cue[i].line);
      return false;
    }
  }
  if (strpbrk(cue->name, "/'\"\\") || cue->name[0] == '.' || !cue->name[0]) {
    yeoun_say("a name must be good for files: neither / ' \" nor \\, and no "
              "point at its beginning");
    return false;
  }
  return yeoun_cues_add(sheet->cues, cue);
}

/** The node that states a property of a cue: itself, what it is made from, or
    the sheet; NULL: none. */
static const char *
find_stating(const struct sheet *sheet,
             const char *node,
             const struct yeoun_statement *from,
             const char *predicate)
{
  const struct yeoun_turtle *const turtle = &sheet->turtle;
  for (unsigned depth = 0; depth <= DEEPEST; ++depth) {
    if (yeoun_turtle_next(turtle, NULL, node, predicate)) {
      return node;
    }
    if (!from) {
      break;
    }
    node = from->object;
    from = yeoun_turtle_next(turtle, NULL, node, Y("from"));
  }
  const char *const all = find_sheet(sheet);
  return all && yeoun_turtle_next(turtle, NULL, all, predicate) ? all : NULL;
}

/** A cue, and each of its remixes as a cue of its own.
    @param node  that states the remixes, or NULL */
static bool
add_remixes(const struct sheet *sheet,
            const char *node,
            const struct yeoun_music_cue *cue)
{
  const struct yeoun_statement *s = NULL;
  if (!add_cue(sheet, cue)) {
    return false;
  }
  while (node && (s = yeoun_turtle_next(&sheet->turtle, s, node, Y("remix")))) {
    struct yeoun_music_cue remix = *cue;
    remix.line = s->line;
    yeoun_say_about("%s:%u: %s: ", sheet->path, s->line, cue->name);
    if (!yeoun_cue_remix(&remix, s->object) || !add_cue(sheet, &remix)) {
      return false;
    }
  }
  return true;
}

/** The other lengths of a cue, as cues of their own.
    @param node  that states them, or NULL
    @param remixes  as of add_remixes() */
static bool
add_edits(const struct sheet *sheet,
          const char *node,
          const char *remixes,
          const struct yeoun_music_cue *cue)
{
  const struct yeoun_statement *s = NULL;
  while (node && (s = yeoun_turtle_next(&sheet->turtle, s, node, Y("edit")))) {
    struct yeoun_music_cue edit = *cue;
    edit.bars = 0;
    edit.line = s->line;
    yeoun_say_about("%s:%u: %s: ", sheet->path, s->line, cue->name);
    if (!yeoun_read_real(s->object, 1, 3600, &edit.seconds)) {
      yeoun_say("edit \"%s\": expected seconds, 1 to 3600", s->object);
      return false;
    }
    while (edit.hits && edit.hit_s[edit.hits - 1] >= edit.seconds) {
      --edit.hits;
    }
    const int length =
      snprintf(edit.name, sizeof(edit.name), "%s-%gs", cue->name, edit.seconds);
    if (length >= (int)sizeof(edit.name)) {
      yeoun_say("too long a name");
      return false;
    }
    if (!add_remixes(sheet, remixes, &edit)) {
      return false;
    }
  }
  return true;
}

/** A cue of the sheet for one of those it is made from. */
static bool
read_cue(const struct sheet *sheet,
         const struct yeoun_statement *type,
         const struct yeoun_statement *from,
         bool is_one_of_many)
{
  struct yeoun_music_cue cue = yeoun_cue_default();
  const char *const name = name_of(sheet, type->subject);
  const char *const who = from ? name_of(sheet, from->object) : "";
  cue.makes = YEOUN_MAKE_ALL;
  cue.formats = 1U << YEOUN_FORMAT_WAV24;
  cue.line = type->line;
  const int length = snprintf(cue.name,
                              sizeof(cue.name),
                              "%s%s%s",
                              name,
                              is_one_of_many ? "-" : "",
                              is_one_of_many ? who : "");
  snprintf(cue.character, sizeof(cue.character), "%.*s", YEOUN_LABEL - 1, who);
  yeoun_say_about("%s:%u: %s: ", sheet->path, type->line, cue.name);
  if (length >= (int)sizeof(cue.name)) {
    yeoun_say("too long a name");
    return false;
  }
  const char *const all = find_sheet(sheet);
  if ((all && !read_node(sheet, all, &cue)) ||
      !read_line(sheet, type->subject, from, 0, &cue)) {
    return false;
  }
  yeoun_say_about("%s:%u: %s: ", sheet->path, type->line, cue.name);
  const char *const edits = find_stating(sheet, type->subject, from, Y("edit"));
  const char *const remixes =
    find_stating(sheet, type->subject, from, Y("remix"));
  return finish_cue(&cue) && add_remixes(sheet, remixes, &cue) &&
         add_edits(sheet, edits, remixes, &cue);
}

static bool
read_cues(const struct sheet *sheet)
{
  const struct yeoun_turtle *const turtle = &sheet->turtle;
  for (unsigned i = 0; i < turtle->count; ++i) {
    const struct yeoun_statement *const s = &turtle->statement[i];
    if (strcmp(s->predicate, RDF_TYPE) != 0 ||
        strcmp(s->object, Y("MusicCue")) != 0) {
      continue;
    }
    const struct yeoun_statement *from =
      yeoun_turtle_next(turtle, NULL, s->subject, Y("from"));
    const bool has_many =
      from && yeoun_turtle_next(turtle, from, s->subject, Y("from"));
    do {
      if (!read_cue(sheet, s, from, has_many)) {
        return false;
      }
      from =
        from ? yeoun_turtle_next(turtle, from, s->subject, Y("from")) : NULL;
    } while (from);
  }
  if (!sheet->cues->count) {
    yeoun_say_about("%s: ", sheet->path);
    yeoun_say("there is no y:MusicCue in this sheet");
  }
  return sheet->cues->count;
}

bool
yeoun_sheet_read(const char *path, struct yeoun_cues *cues)
{
  struct sheet sheet = {.path = path, .cues = cues};
  const bool is_read =
    yeoun_turtle_read(path, &sheet.turtle) && read_cues(&sheet);
  yeoun_say_about("%s", "");
  yeoun_turtle_free(&sheet.turtle);
  return is_read;
}
