// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "presets.h"

#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sys/stat.h>

#include "controls.h"
#include "read/decimal.h"
#include "read/turtle.h"

#define LV2 "http://lv2plug.in/ns/lv2core#"
#define PSET "http://lv2plug.in/ns/ext/presets#"
#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define RDFS "http://www.w3.org/2000/01/rdf-schema#"
#define OURS "urn:yeoun:"

#define PATH_SIZE 1024

/** While files are read: URI and label of banks. */
struct reading {
  struct yeoun_presets *presets;
  char bank[32][2][64];
  unsigned banks;
};

/** The preset of a URI; a new one when there is none and room. */
static struct yeoun_preset *
find(struct yeoun_presets *presets, const char *uri)
{
  for (unsigned i = 0; i < presets->count; ++i) {
    if (!strcmp(presets->preset[i].uri, uri)) {
      return &presets->preset[i];
    }
  }
  if (presets->count == YEOUN_PRESETS) {
    return NULL;
  }
  struct yeoun_preset *const made = &presets->preset[presets->count++];
  memset(made, 0, sizeof(*made));
  snprintf(made->uri, sizeof(made->uri), "%s", uri);
  for (unsigned i = 0; i < YEOUN_CONTROLS; ++i) {
    made->value[i] = NAN;
  }
  return made;
}

/** What a subject says by a predicate, or "". */
static const char *
said(const struct yeoun_turtle *turtle,
     const char *subject,
     const char *predicate)
{
  const struct yeoun_statement *const s =
    yeoun_turtle_next(turtle, NULL, subject, predicate);
  return s ? s->object : "";
}

/** The value of one port. */
static void
take_port(const struct yeoun_turtle *turtle,
          const char *port,
          struct yeoun_preset *preset)
{
  const char *const symbol = said(turtle, port, LV2 "symbol");
  double value = 0;
  for (unsigned i = 0; i < YEOUN_CONTROLS; ++i) {
    if (!strcmp(yeoun_control_facts((enum yeoun_port)i)->symbol, symbol) &&
        yeoun_decimal_read(said(turtle, port, PSET "value"), &value)) {
      preset->value[i] = (float)value;
    }
  }
}

static void
take_preset(struct reading *r,
            const struct yeoun_turtle *turtle,
            const char *uri)
{
  const struct yeoun_statement *port = NULL;
  struct yeoun_preset *const p = find(r->presets, uri);
  if (!p) {
    return;
  }
  snprintf(p->label, sizeof(p->label), "%s", said(turtle, uri, RDFS "label"));
  snprintf(
    p->comment, sizeof(p->comment), "%s", said(turtle, uri, RDFS "comment"));
  snprintf(p->bank, sizeof(p->bank), "%s", said(turtle, uri, PSET "bank"));
  while ((port = yeoun_turtle_next(turtle, port, uri, LV2 "port"))) {
    take_port(turtle, port->object, p);
  }
}

static void
take_bank(struct reading *r, const char *uri, const char *label)
{
  if (r->banks < sizeof(r->bank) / sizeof(*r->bank)) {
    snprintf(r->bank[r->banks][0], sizeof(r->bank[0][0]), "%s", uri);
    snprintf(r->bank[r->banks++][1], sizeof(r->bank[0][1]), "%s", label);
  }
}

/** Take a file; one of others that is broken is passed over. */
static void
read_file(struct reading *r, const char *path)
{
  struct yeoun_turtle turtle;
  struct yeoun_fault fault = {0};
  char base[PATH_SIZE + 8];
  snprintf(base, sizeof(base), "file://%s", path);
  const bool is_read = yeoun_turtle_read(path, base, &turtle, &fault);
  for (unsigned i = 0; is_read && i < turtle.count; ++i) {
    const struct yeoun_statement *const s = &turtle.statement[i];
    if (!strcmp(s->predicate, RDF "type")) {
      if (!strcmp(s->object, PSET "Preset")) {
        take_preset(r, &turtle, s->subject);
      } else if (!strcmp(s->object, PSET "Bank")) {
        take_bank(r, s->subject, said(&turtle, s->subject, RDFS "label"));
      }
    }
  }
  yeoun_turtle_free(&turtle);
}

/** Whether a file speaks of us at all. */
static bool
is_ours(const char *path)
{
  char text[4096];
  FILE *const file = fopen(path, "r");
  bool is_there = false;
  while (file && !is_there && fgets(text, sizeof(text), file)) {
    is_there = strstr(text, OURS) != NULL;
  }
  if (file) {
    fclose(file);
  }
  return is_there;
}

static void
read_bundle(struct reading *r, const char *folder)
{
  char path[1024];
  snprintf(path, sizeof(path), "%s/manifest.ttl", folder);
  DIR *const bundle = is_ours(path) ? opendir(folder) : NULL;
  const struct dirent *entry = NULL;
  while (bundle && (entry = readdir(bundle))) {
    const char *const end = strrchr(entry->d_name, '.');
    if (end && !strcmp(end, ".ttl") && strcmp(entry->d_name, "manifest.ttl")) {
      snprintf(path, sizeof(path), "%.700s/%.255s", folder, entry->d_name);
      read_file(r, path);
    }
  }
  if (bundle) {
    closedir(bundle);
  }
}

/** Where the person's own bundles lie; NULL when there is none. */
static DIR *
open_own(char path[PATH_SIZE])
{
  const char *const home = getenv("HOME");
  snprintf(path, PATH_SIZE, "%.600s/.lv2", home ? home : "");
  return home ? opendir(path) : NULL;
}

/** All bundles of the person's own. */
static void
read_own(struct reading *r)
{
  char path[PATH_SIZE];
  DIR *const folder = open_own(path);
  const struct dirent *entry = NULL;
  while (folder && (entry = readdir(folder))) {
    if (entry->d_name[0] != '.') {
      char bundle[1024];
      snprintf(bundle, sizeof(bundle), "%.620s/%.255s", path, entry->d_name);
      read_bundle(r, bundle);
    }
  }
  if (folder) {
    closedir(folder);
  }
}

/** Banks by their names, and what is none away. */
static void
tidy(struct reading *r)
{
  struct yeoun_presets *const presets = r->presets;
  unsigned count = 0;
  for (unsigned i = 0; i < presets->count; ++i) {
    struct yeoun_preset *const p = &presets->preset[i];
    const char *name = "Own";
    for (unsigned k = 0; k < r->banks; ++k) {
      if (!strcmp(r->bank[k][0], p->bank)) {
        name = r->bank[k][1];
      }
    }
    char bank[64];
    snprintf(bank, sizeof(bank), "%s", name);
    memcpy(p->bank, bank, sizeof(bank));
    if (*p->label) {
      memmove(&presets->preset[count++], p, sizeof(*p));
    }
  }
  presets->count = count;
}

static int
compare(const void *a, const void *b)
{
  const struct yeoun_preset *const p = (const struct yeoun_preset *)a;
  const struct yeoun_preset *const q = (const struct yeoun_preset *)b;
  const int banks = strcmp(p->bank, q->bank);
  return banks ? banks : strcmp(p->label, q->label);
}

/** Read all anew. */
static bool
read_all(struct yeoun_presets *presets)
{
  struct reading *const r = (struct reading *)calloc(1, sizeof(*r));
  char beside[PATH_SIZE];
  if (!r) {
    return false;
  }
  presets->count = 0;
  r->presets = presets;
  snprintf(
    beside, sizeof(beside), "%.900s/../yeoun-presets.lv2", presets->folder);
  read_bundle(r, beside);
  read_own(r);
  tidy(r);
  qsort(presets->preset, presets->count, sizeof(*presets->preset), compare);
  free(r);
  return true;
}

/** Mix a time of change into what was found so far (FNV-1a, a word at once). */
static void
mix(uint64_t *stamp, const char *path)
{
  struct stat facts;
  if (!stat(path, &facts)) {
    *stamp = (*stamp ^ (uint64_t)facts.st_mtim.tv_sec) * 0x100000001B3U;
    *stamp = (*stamp ^ (uint64_t)facts.st_mtim.tv_nsec) * 0x100000001B3U;
    *stamp = (*stamp ^ (uint64_t)facts.st_ino) * 0x100000001B3U;
  }
}

/** What tells one state of ~/.lv2 from another: when its bundles and their
    manifests changed. */
static uint64_t
find_stamp(void)
{
  uint64_t stamp = 0xCBF29CE484222325U;
  char path[PATH_SIZE];
  DIR *const folder = open_own(path);
  const struct dirent *entry = NULL;
  while (folder && (entry = readdir(folder))) {
    if (entry->d_name[0] != '.') {
      char file[2 * PATH_SIZE];
      snprintf(file, sizeof(file), "%s/%.255s", path, entry->d_name);
      mix(&stamp, file);
      snprintf(
        file, sizeof(file), "%s/%.255s/manifest.ttl", path, entry->d_name);
      mix(&stamp, file);
    }
  }
  if (folder) {
    closedir(folder);
  }
  return stamp;
}

struct yeoun_presets *
yeoun_presets_new(const char *folder)
{
  struct yeoun_presets *const presets =
    (struct yeoun_presets *)calloc(1, sizeof(*presets));
  if (!presets) {
    return NULL;
  }
  snprintf(presets->folder, sizeof(presets->folder), "%s", folder);
  presets->stamp = find_stamp();
  if (!read_all(presets)) {
    free(presets);
    return NULL;
  }
  return presets;
}

bool
yeoun_presets_refresh(struct yeoun_presets *presets)
{
  const uint64_t stamp = find_stamp();
  if (stamp == presets->stamp) {
    return false;
  }
  presets->stamp = stamp;
  return read_all(presets);
}

void
yeoun_preset_load(const struct yeoun_preset *preset, struct yeoun_model *model)
{
  for (unsigned i = 0; i < YEOUN_CONTROLS; ++i) {
    if (!isnan(preset->value[i])) {
      yeoun_model_set(model, (enum yeoun_port)i, preset->value[i]);
    }
  }
}

bool
yeoun_preset_is_loaded(const struct yeoun_preset *preset,
                       const struct yeoun_model *model)
{
  for (unsigned i = 0; i < YEOUN_CONTROLS; ++i) {
    /* NaN differs from nothing. */
    if (fabsf(preset->value[i] - model->value[i]) > 1e-5f) {
      return false;
    }
  }
  return true;
}

static char
small(char c)
{
  return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool
has(const char *text, const char *part)
{
  for (; *text; ++text) {
    size_t i = 0;
    while (part[i] && small(text[i]) == small(part[i])) {
      ++i;
    }
    if (!part[i]) {
      return true;
    }
  }
  return !*part;
}

bool
yeoun_preset_matches(const struct yeoun_preset *preset, const char *text)
{
  return has(preset->label, text) || has(preset->bank, text) ||
         has(preset->comment, text);
}
