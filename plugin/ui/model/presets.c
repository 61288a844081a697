// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "presets.h"

#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <serd/serd.h>

#include "controls.h"

#define LV2 "http://lv2plug.in/ns/lv2core#"
#define PSET "http://lv2plug.in/ns/ext/presets#"
#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define RDFS "http://www.w3.org/2000/01/rdf-schema#"
#define OURS "urn:yeoun:"

/** While a file is read. */
struct reading {
  SerdEnv *env;
  struct yeoun_presets *presets;
  struct yeoun_preset *of; /**< whose port is told now; NULL: nobody's */
  char port[80];           /**< the blank node of that port */
  char symbol[64];
  float value;
  bool has_value;
  char bank[32][2][64]; /**< URI and label of banks */
  unsigned banks;
};

static void
copy(char *to, size_t size, const SerdNode *node)
{
  snprintf(to, size, "%.*s", (int)node->n_bytes, (const char *)node->buf);
}

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
  snprintf(made->uri, sizeof(made->uri), "%s", uri);
  for (unsigned i = 0; i < YEOUN_CONTROLS; ++i) {
    made->value[i] = NAN;
  }
  return made;
}

static void
set_value(struct reading *r)
{
  for (unsigned i = 0; r->of && i < YEOUN_CONTROLS; ++i) {
    if (!strcmp(yeoun_control_facts((enum yeoun_port)i)->symbol, r->symbol)) {
      r->of->value[i] = r->value;
    }
  }
}

/** What is said of a port. */
static void
take_port(struct reading *r, const char *predicate, const SerdNode *object)
{
  if (!strcmp(predicate, LV2 "symbol")) {
    copy(r->symbol, sizeof(r->symbol), object);
  } else if (!strcmp(predicate, PSET "value")) {
    r->value = strtof((const char *)object->buf, NULL);
    r->has_value = true;
  }
  if (*r->symbol && r->has_value) {
    set_value(r);
  }
}

static void
name_bank(struct reading *r, const char *uri, const SerdNode *label)
{
  if (r->banks < sizeof(r->bank) / sizeof(*r->bank)) {
    snprintf(r->bank[r->banks][0], sizeof(r->bank[0][0]), "%.63s", uri);
    copy(r->bank[r->banks++][1], sizeof(r->bank[0][1]), label);
  }
}

/** What is said of a preset, or of a bank. */
static void
take_preset(struct reading *r,
            const char *subject,
            const char *predicate,
            const SerdNode *object,
            const char *uri)
{
  const bool is_type = !strcmp(predicate, RDF "type");
  if (is_type && strcmp(uri, PSET "Preset") != 0) {
    r->of = NULL;
    return;
  }
  if (!strcmp(predicate, RDFS "label") && strstr(subject, ":bank:")) {
    name_bank(r, subject, object);
    return;
  }
  if (!is_type && (!r->of || strcmp(r->of->uri, subject) != 0)) {
    return;
  }
  r->of = find(r->presets, subject);
  if (!r->of) {
    return;
  }
  if (!strcmp(predicate, RDFS "label")) {
    copy(r->of->label, sizeof(r->of->label), object);
  } else if (!strcmp(predicate, RDFS "comment")) {
    copy(r->of->comment, sizeof(r->of->comment), object);
  } else if (!strcmp(predicate, PSET "bank")) {
    snprintf(r->of->bank, sizeof(r->of->bank), "%.63s", uri);
  } else if (!strcmp(predicate, LV2 "port")) {
    copy(r->port, sizeof(r->port), object);
    r->symbol[0] = '\0';
    r->has_value = false;
  }
}

/** A node as a whole URI; its own letters when it is none. */
static void
expand(const struct reading *r, const SerdNode *node, char *text, size_t size)
{
  SerdNode whole = serd_env_expand_node(r->env, node);
  copy(text, size, whole.buf ? &whole : node);
  serd_node_free(&whole);
}

static SerdStatus
take_statement(void *handle,
               SerdStatementFlags flags,
               const SerdNode *graph,
               const SerdNode *subject,
               const SerdNode *predicate,
               const SerdNode *object,
               const SerdNode *datatype,
               const SerdNode *language)
{
  struct reading *const r = (struct reading *)handle;
  char about[160];
  char says[160];
  char uri[160];
  (void)flags;
  (void)graph;
  (void)datatype;
  (void)language;
  expand(r, subject, about, sizeof(about));
  expand(r, predicate, says, sizeof(says));
  expand(r, object, uri, sizeof(uri));
  if (subject->type == SERD_BLANK) {
    if (!strcmp(about, r->port)) {
      take_port(r, says, object);
    }
  } else {
    take_preset(r, about, says, object, uri);
  }
  return SERD_SUCCESS;
}

static SerdStatus
take_base(void *handle, const SerdNode *uri)
{
  return serd_env_set_base_uri(((struct reading *)handle)->env, uri);
}

static SerdStatus
take_prefix(void *handle, const SerdNode *name, const SerdNode *uri)
{
  return serd_env_set_prefix(((struct reading *)handle)->env, name, uri);
}

static SerdStatus
take_error(void *handle, const SerdError *error)
{
  (void)handle;
  (void)error;
  return SERD_SUCCESS; /* a file of others may be broken: it is passed over */
}

static void
read_file(struct reading *r, const char *path)
{
  SerdNode base =
    serd_node_new_file_uri((const uint8_t *)path, NULL, NULL, false);
  r->env = serd_env_new(&base);
  SerdReader *const reader = serd_reader_new(
    SERD_TURTLE, r, NULL, take_base, take_prefix, take_statement, NULL);
  if (r->env && reader) {
    serd_reader_set_error_sink(reader, take_error, NULL);
    serd_reader_read_file(reader, base.buf);
  }
  serd_reader_free(reader);
  serd_env_free(r->env);
  serd_node_free(&base);
  r->of = NULL;
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

/** All bundles of the person's own. */
static void
read_own(struct reading *r)
{
  char path[1024];
  const char *const home = getenv("HOME");
  snprintf(path, sizeof(path), "%.600s/.lv2", home ? home : "");
  DIR *const folder = home ? opendir(path) : NULL;
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

struct yeoun_presets *
yeoun_presets_new(const char *folder)
{
  struct yeoun_presets *const presets =
    (struct yeoun_presets *)calloc(1, sizeof(*presets));
  struct reading *const r = (struct reading *)calloc(1, sizeof(*r));
  if (!presets || !r) {
    free(presets);
    free(r);
    return NULL;
  }
  char beside[1024];
  snprintf(beside, sizeof(beside), "%.900s/../yeoun-presets.lv2", folder);
  r->presets = presets;
  read_bundle(r, beside);
  read_own(r);
  tidy(r);
  qsort(presets->preset, presets->count, sizeof(*presets->preset), compare);
  free(r);
  return presets;
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
