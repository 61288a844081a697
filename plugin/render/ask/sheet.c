// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "sheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <serd/serd.h>

#include "expand.h"
#include "format.h"
#include "make.h"
#include "property.h"
#include "read.h"
#include "read/turtle.h"
#include "render/file.h"
#include "render/say.h"
#include "sheet_words.h"

#define Y(name) YEOUN_CUE_WORDS name
#define RDF_TYPE YEOUN_RDF_TYPE
#define RDFS YEOUN_RDFS
#define LV2_PORT YEOUN_LV2_PORT
#define LV2_SYMBOL "http://lv2plug.in/ns/lv2core#symbol"
#define PSET_VALUE "http://lv2plug.in/ns/ext/presets#value"

/* Nodes of which each is made from the next: a character of a theme of a sheet,
   and much more. */
#define DEEPEST 64

struct sheet {
  const char *path;
  struct yeoun_turtle turtle;
  const struct yeoun_told *told;
  const char *only; /* the one cue that is asked for, or NULL */
  const char *all;  /* the node of the sheet itself, or NULL */
  struct yeoun_cues *cues;
};

/** The name of a node: its y:name, or the end of its URI. */
static const char *
name_of(const struct sheet *sheet, const char *node)
{
  const struct yeoun_statement *s = NULL;
  do {
    s = yeoun_turtle_next(&sheet->turtle, s, node, Y("name"));
  } while (s && yeoun_read_is_variation_name(s->object));
  const char *const mark = strpbrk(node, "#") ? strrchr(node, '#') : NULL;
  return s ? s->object : mark ? mark + 1 : node;
}

/** A control as in a preset, by number or label. */
static bool
read_port(const struct sheet *sheet,
          const struct yeoun_statement *s,
          struct yeoun_music_cue *cue)
{
  const struct yeoun_statement *const symbol =
    yeoun_turtle_next(&sheet->turtle, NULL, s->object, LV2_SYMBOL);
  const struct yeoun_statement *const value =
    yeoun_turtle_next(&sheet->turtle, NULL, s->object, PSET_VALUE);
  const struct yeoun_property *const set = yeoun_property_of_option("set", 3);
  char text[YEOUN_SYMBOL + YEOUN_LABEL];
  const int length =
    symbol && value
      ? snprintf(text, sizeof(text), "%s=%s", symbol->object, value->object)
      : -1;
  if (length < 0 || length >= (int)sizeof(text) || !yeoun_read_plain(text) ||
      !set->read(set, cue, text)) {
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
         !strcmp(predicate, Y("from")) ||
         !strncmp(predicate, RDFS, strlen(RDFS));
}

/* What a file that a sheet names becomes: it has no place of its own. */
#define FILE_URI "file:///"

/** The path of a file beside the sheet; else as it is written. */
static const char *
find_file(const struct sheet *sheet, const char *uri, char *path, size_t size)
{
  if (strncmp(uri, FILE_URI, strlen(FILE_URI)) != 0) {
    return uri;
  }
  const char *const slash = strrchr(sheet->path, '/');
  const int folder = slash ? (int)(slash - sheet->path) + 1 : 0;
  uint8_t *const plain = serd_file_uri_parse((const uint8_t *)uri, NULL);
  const char *const name = plain ? (const char *)plain : uri;
  snprintf(path, size, "%.*s%s", folder, sheet->path, name + 1);
  if (access(path, R_OK) && !access(name, R_OK)) {
    snprintf(path, size, "%s", name);
  }
  serd_free(plain);
  return path;
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
  if (!yeoun_read_plain(s->object)) {
    yeoun_say("%s: a control character, or another that is not seen, stands in "
              "its text",
              property->name);
    return false;
  }
  char path[YEOUN_PATH];
  const char *const text =
    s->is_literal ? s->object : find_file(sheet, s->object, path, sizeof(path));
  if (!property->read(property, cue, text)) {
    char accepted[YEOUN_ACCEPTED];
    yeoun_say("%s \"%s\": expected %s",
              property->name,
              s->object,
              yeoun_property_accepted(property, accepted, sizeof(accepted)));
    return false;
  }
  return true;
}

/** Forget what is told several times if the node tells it anew. */
static void
clear_many(const struct sheet *sheet,
           const char *node,
           struct yeoun_music_cue *cue)
{
  const struct yeoun_statement *s = NULL;
  while ((s = yeoun_turtle_next(&sheet->turtle, s, node, NULL))) {
    const struct yeoun_property *const p = yeoun_property_find(s->predicate);
    if (p && p->count) {
      *(unsigned *)((char *)cue + p->count) = 0;
    }
  }
}

/** What a node says that is of one rank. */
static bool
read_rank(const struct sheet *sheet,
          const char *node,
          unsigned rank,
          struct yeoun_music_cue *cue)
{
  const struct yeoun_statement *s = NULL;
  while ((s = yeoun_turtle_next(&sheet->turtle, s, node, NULL))) {
    const bool is_variation = !strcmp(s->predicate, Y("name")) &&
                              yeoun_read_is_variation_name(s->object);
    const struct yeoun_property *const p = yeoun_property_find(s->predicate);
    if ((p ? p->rank : 0) == rank &&
        (is_variation || !is_remark(s->predicate)) &&
        !read_statement(sheet, s, cue)) {
      return false;
    }
  }
  return true;
}

/** All that a node says. */
static bool
read_node(const struct sheet *sheet,
          const char *node,
          struct yeoun_music_cue *cue)
{
  bool is_good = true;
  clear_many(sheet, node, cue);
  for (unsigned rank = YEOUN_PROPERTY_RANK + 1; rank-- && is_good;) {
    is_good = read_rank(sheet, node, rank, cue);
  }
  return is_good;
}

/** Whether what a node is made from may be added to a line. Says why not. */
static bool
may_add(const struct sheet *sheet,
        const struct yeoun_statement *from,
        const char *name,
        const char *const *line,
        unsigned count)
{
  const char *const what = name_of(sheet, from->object);
  bool is_round = false;
  for (unsigned i = 0; i < count; ++i) {
    is_round = is_round || !strcmp(from->object, line[i]);
  }
  yeoun_say_about("%s:%u: %s: ", sheet->path, from->line, name);
  if (is_round) {
    yeoun_say("%s is made from itself", what);
  } else if (!yeoun_turtle_next(&sheet->turtle, NULL, from->object, NULL)) {
    yeoun_say("%s is not there", what);
  } else if (count == DEEPEST) {
    yeoun_say("%s is too far away: a cue is made from %d nodes at most, each "
              "from the next",
              what,
              DEEPEST - 1);
  } else {
    return true;
  }
  return false;
}

/** All that a node says, after what it is made from. */
static bool
read_line(const struct sheet *sheet,
          const char *node,
          const struct yeoun_statement *from,
          struct yeoun_music_cue *cue)
{
  const char *line[DEEPEST];
  unsigned count = 0;
  line[count++] = node;
  for (; from; ++count) {
    if (!may_add(sheet, from, cue->name, line, count)) {
      return false;
    }
    line[count] = from->object;
    from = yeoun_turtle_next(&sheet->turtle, NULL, from->object, Y("from"));
  }
  bool is_good = true;
  while (is_good && count) {
    is_good = read_node(sheet, line[--count], cue);
  }
  return is_good;
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

/** Whether a cue, or what comes of it, may be the one that is asked for. */
static bool
may_be(const char *only, const char *name)
{
  const size_t length = strlen(name);
  return !only || (!strncmp(only, name, length) &&
                   (!only[length] || only[length] == '-'));
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
  if (length >= (int)sizeof(cue.name) || strlen(who) >= YEOUN_LABEL) {
    yeoun_say("too long a name");
    return false;
  }
  if (!yeoun_read_plain(cue.name) || !yeoun_read_plain(who)) {
    yeoun_say("a control character, or another that is not seen, stands in the "
              "name of this cue, or of what it is made from");
    return false;
  }
  if (!may_be(sheet->only, cue.name)) {
    return true;
  }
  if ((sheet->all && !read_node(sheet, sheet->all, &cue)) ||
      !read_line(sheet, type->subject, from, &cue)) {
    return false;
  }
  yeoun_say_about("%s:%u: %s: ", sheet->path, type->line, cue.name);
  if (!cue.theme_text[0] && !cue.variation_name[0]) {
    yeoun_say("no y:theme, neither of the cue nor of what it is made from");
    return false;
  }
  return yeoun_told_apply(sheet->told, &cue) && yeoun_cue_finish(&cue) &&
         yeoun_cues_expand(sheet->cues, &cue);
}

/** Read what no cue is made from, too: its faults are faults. */
static bool
try_all(const struct sheet *sheet)
{
  const struct yeoun_turtle *const turtle = &sheet->turtle;
  for (unsigned i = 0; i < turtle->count; ++i) {
    const struct yeoun_statement *const s = &turtle->statement[i];
    struct yeoun_music_cue trial = yeoun_cue_default();
    snprintf(trial.name,
             sizeof(trial.name),
             "%.*s",
             YEOUN_NAME_BYTES - 1,
             name_of(sheet, s->subject));
    if (!strcmp(s->predicate, RDF_TYPE) &&
        (!strcmp(s->object, Y("Character")) ||
         !strcmp(s->object, Y("Theme"))) &&
        !read_node(sheet, s->subject, &trial)) {
      return false;
    }
  }
  return true;
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
  return true;
}

bool
yeoun_sheet_read(const char *path,
                 const struct yeoun_told *told,
                 const char *only,
                 struct yeoun_cues *cues)
{
  struct sheet sheet = {.path = path, .told = told, .only = only, .cues = cues};
  struct yeoun_fault fault = {0};
  bool is_read =
    yeoun_turtle_read(path, "file:///sheet.ttl", &sheet.turtle, &fault);
  if (!is_read) {
    yeoun_say("%s", fault.text);
  }
  is_read = is_read && yeoun_sheet_words_check(path, &sheet.turtle);
  sheet.all = is_read ? find_sheet(&sheet) : NULL;
  is_read = is_read && (only || try_all(&sheet)) && read_cues(&sheet);
  yeoun_say_about("%s", "");
  yeoun_turtle_free(&sheet.turtle);
  return is_read;
}
