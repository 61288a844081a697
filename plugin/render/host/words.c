// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "words.h"

#include <stdlib.h>
#include <string.h>

#include "host_controls.h"
#include "music/mood.h"
#include "render/ask/nearest.h"
#include "render/say.h"

#define Y "urn:yeoun:vocabulary#"
#define RDF_TYPE "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
#define RDFS_LABEL "http://www.w3.org/2000/01/rdf-schema#label"
#define LV2_PORT "http://lv2plug.in/ns/lv2core#port"
#define LV2_SYMBOL "http://lv2plug.in/ns/lv2core#symbol"
#define PSET_VALUE "http://lv2plug.in/ns/ext/presets#value"

/* Letters of a word and its final zero. */
enum { WORD = 48 };

/** Controls on their way to a blend. */
struct blend {
  struct yeoun_host *host;
  float *sum;     /**< by input: of weight times value */
  float *weights; /**< of the words that told it */
  float all;      /**< of all words */
};

/** All that has a property; free it. */
static LilvNodes *
find(LilvWorld *world,
     const LilvNode *subject,
     const char *predicate,
     const char *object)
{
  LilvNode *const p = lilv_new_uri(world, predicate);
  LilvNode *const o = object ? lilv_new_uri(world, object) : NULL;
  LilvNodes *const found = lilv_world_find_nodes(world, subject, p, o);
  lilv_node_free(p);
  lilv_node_free(o);
  return found;
}

/** The words of all lexicons, which are read once: a sheet may ask for many
    moods. */
static const LilvNodes *
load_words(struct yeoun_host *host)
{
  LilvWorld *const world = host->world;
  if (host->words) {
    return host->words;
  }
  /* All languages, not only that of the terminal. */
  LilvNode *const no = lilv_new_bool(world, false);
  lilv_world_set_option(world, LILV_OPTION_FILTER_LANG, no);
  lilv_node_free(no);
  LilvNodes *const lexicons = find(world, NULL, RDF_TYPE, Y "Lexicon");
  LILV_FOREACH(nodes, i, lexicons)
  {
    lilv_world_load_resource(world, lilv_nodes_get(lexicons, i));
  }
  lilv_nodes_free(lexicons);
  host->words = find(world, NULL, RDF_TYPE, Y "Word");
  return host->words;
}

/** Whether a word of a lexicon is called so, in any language. */
static bool
is_called(LilvWorld *world,
          const LilvNode *word,
          const char *name,
          struct yeoun_nearest *nearest,
          char known[WORD])
{
  bool is_it = false;
  LilvNodes *const labels = find(world, word, RDFS_LABEL, NULL);
  LILV_FOREACH(nodes, i, labels)
  {
    const char *const label = lilv_node_as_string(lilv_nodes_get(labels, i));
    const unsigned before = nearest->word ? nearest->mistakes : ~0U;
    is_it = is_it || !strcmp(label, name);
    yeoun_nearest_try(nearest, name, label);
    if (nearest->word == label ||
        (nearest->word && nearest->mistakes < before)) {
      snprintf(known, WORD, "%s", label);
      nearest->word = known;
    }
  }
  lilv_nodes_free(labels);
  return is_it;
}

static void
add(struct blend *blend, const char *symbol, float value, float weight)
{
  for (unsigned i = 0; i < blend->host->input_count; ++i) {
    if (!strcmp(blend->host->inputs[i].symbol, symbol)) {
      blend->sum[i] += value * weight;
      blend->weights[i] += weight;
    }
  }
}

/** Add what a word of a lexicon says. */
static void
add_ports(struct blend *blend, const LilvNode *word, float weight)
{
  LilvWorld *const world = blend->host->world;
  LilvNode *const symbol = lilv_new_uri(world, LV2_SYMBOL);
  LilvNode *const value = lilv_new_uri(world, PSET_VALUE);
  LilvNodes *const ports = find(world, word, LV2_PORT, NULL);
  LILV_FOREACH(nodes, i, ports)
  {
    const LilvNode *const port = lilv_nodes_get(ports, i);
    LilvNode *const s = lilv_world_get(world, port, symbol, NULL);
    LilvNode *const v = lilv_world_get(world, port, value, NULL);
    if (s && v) {
      add(blend, lilv_node_as_string(s), lilv_node_as_float(v), weight);
    }
    lilv_node_free(s);
    lilv_node_free(v);
  }
  lilv_nodes_free(ports);
  lilv_node_free(symbol);
  lilv_node_free(value);
}

/** Whether a word is one of the three moods, which then is added. */
static bool
add_pole(struct blend *blend, const char *name, float weight)
{
  for (unsigned i = 0; i < YEOUN_POLES; ++i) {
    if (!strcmp(name, yeoun_pole_name(i))) {
      for (unsigned k = 0; k < YEOUN_POLES; ++k) {
        add(blend, yeoun_pole_name(k), k == i, weight);
      }
      return true;
    }
  }
  return false;
}

static bool
add_word(struct blend *blend,
         const LilvNodes *words,
         const char *name,
         float weight)
{
  struct yeoun_nearest nearest = {0};
  char known[WORD] = "";
  blend->all += weight;
  if (add_pole(blend, name, weight)) {
    return true;
  }
  LILV_FOREACH(nodes, i, words)
  {
    const LilvNode *const word = lilv_nodes_get(words, i);
    if (is_called(blend->host->world, word, name, &nearest, known)) {
      add_ports(blend, word, weight);
      return true;
    }
  }
  yeoun_say("mood \"%s\" is not known%s%s%s; --list moods tells which are",
            name,
            *known ? "; did you mean \"" : "",
            known,
            *known ? "\"?" : "");
  return false;
}

/** Cut the next word off, with its weight; NULL: there is no more. Words end at
    a comma or a number, and when the text has no comma, at a space. */
static const char *
cut(const char *text, bool has_commas, char word[WORD], float *weight)
{
  const char *const ends = has_commas ? "," : " ,";
  text += strspn(text, " ,");
  const size_t length = strcspn(text, ends);
  if (!length) {
    return NULL;
  }
  snprintf(word, WORD, "%.*s", (int)length, text);
  text += length;
  *weight = 1;
  /* "wistful 0.7" of a list by commas, or the next word of one by spaces. */
  char *const space = strrchr(word, ' ');
  char *end = NULL;
  const char *const number = has_commas ? (space ? space + 1 : "") : text;
  const float value = strtof(number, &end);
  if (end != number && (!*end || strchr(" ,", *end)) && value >= 0) {
    *weight = value;
    text = has_commas ? text : end;
    if (has_commas) {
      *space = '\0';
    }
  }
  for (size_t i = strlen(word); i && word[i - 1] == ' '; --i) {
    word[i - 1] = '\0';
  }
  return text;
}

static void
set_blend(const struct blend *blend)
{
  for (unsigned i = 0; i < blend->host->input_count; ++i) {
    const uint32_t port = blend->host->inputs[i].port;
    if (blend->weights[i] > 0) {
      const float rest = blend->all - blend->weights[i];
      blend->host->control[port] =
        (blend->sum[i] + rest * blend->host->normal[port]) / blend->all;
    }
  }
}

bool
yeoun_words_set(struct yeoun_host *host, const char *text)
{
  char word[WORD];
  float weight = 0;
  const bool has_commas = strchr(text, ',');
  struct blend blend = {
    .host = host,
    .sum = (float *)calloc(host->input_count, sizeof(float)),
    .weights = (float *)calloc(host->input_count, sizeof(float))};
  const LilvNodes *const words = load_words(host);
  bool is_good = blend.sum && blend.weights;
  while (is_good && (text = cut(text, has_commas, word, &weight))) {
    is_good = add_word(&blend, words, word, weight);
  }
  if (is_good && !(blend.all > 0)) {
    yeoun_say("a mood needs a word, and a weight above 0");
    is_good = false;
  }
  if (is_good) {
    set_blend(&blend);
  }
  free(blend.sum);
  free(blend.weights);
  return is_good;
}

void
yeoun_words_print(struct yeoun_host *host, FILE *file)
{
  const LilvNodes *const words = load_words(host);
  LILV_FOREACH(nodes, i, words)
  {
    const char *mark = "";
    LilvNodes *const labels =
      find(host->world, lilv_nodes_get(words, i), RDFS_LABEL, NULL);
    LILV_FOREACH(nodes, k, labels)
    {
      fprintf(
        file, "%s%s", mark, lilv_node_as_string(lilv_nodes_get(labels, k)));
      mark = ", ";
    }
    putc('\n', file);
    lilv_nodes_free(labels);
  }
}
