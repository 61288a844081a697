// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "turtle.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <serd/serd.h>

#include "turtle_depth.h"

/* More than any sheet has use for. */
#define DEEPEST 64
#define LARGEST (64U << 20)

struct reader {
  FILE *file;
  const char *path;
  SerdEnv *env;
  struct yeoun_turtle *turtle;
  unsigned line, bytes;
  bool is_at_end; /* of a line: the next letter is in another one */
  struct yeoun_turtle_depth depth;
  struct yeoun_fault *fault;
  bool has_failed;
};

/** Note what ends the reading at once. */
static size_t
stop(struct reader *reader, const char *what)
{
  yeoun_fault_note(
    reader->fault, "%s:%u: %s", reader->path, reader->line, what);
  reader->has_failed = true;
  return 0;
}

/** One byte at a time, so that the line is known where a statement ends. */
static size_t
give(void *buffer, size_t size, size_t count, void *stream)
{
  struct reader *const reader = (struct reader *)stream;
  (void)size;
  (void)count;
  const int byte = reader->has_failed ? EOF : getc_unlocked(reader->file);
  if (byte == EOF) {
    return 0;
  }
  reader->line += reader->is_at_end;
  reader->is_at_end = byte == '\n';
  yeoun_turtle_depth_read(&reader->depth, byte);
  if (reader->depth.depth > DEEPEST) {
    return stop(reader, "brackets are nested more than 64 deep");
  }
  if (++reader->bytes > LARGEST) {
    return stop(reader, "this is larger than 64 MiB");
  }
  *(uint8_t *)buffer = (uint8_t)byte;
  return 1;
}

static int
has_error(void *stream)
{
  return ferror(((struct reader *)stream)->file);
}

static SerdStatus
set_base(void *handle, const SerdNode *uri)
{
  return serd_env_set_base_uri(((struct reader *)handle)->env, uri);
}

static SerdStatus
set_prefix(void *handle, const SerdNode *name, const SerdNode *uri)
{
  return serd_env_set_prefix(((struct reader *)handle)->env, name, uri);
}

/** The text of a node: a literal's letters, a whole URI; NULL when its prefix
   is not told. */
static char *
copy_node(struct reader *reader, const SerdNode *node)
{
  SerdNode whole = serd_env_expand_node(reader->env, node);
  if (node->type == SERD_CURIE && !whole.buf) {
    const int length = (int)strcspn((const char *)node->buf, ":");
    yeoun_fault_note(
      reader->fault,
      "%s:%u: the prefix %.*s: is not told; for the words of cue sheets "
      "begin with @prefix %.*s: <urn:yeoun:vocabulary#> .",
      reader->path,
      reader->line,
      length,
      (const char *)node->buf,
      length,
      (const char *)node->buf);
    reader->has_failed = true;
    return NULL;
  }
  char *const text = strdup((const char *)(whole.buf ? whole.buf : node->buf));
  serd_node_free(&whole);
  return text;
}

static bool
make_room(struct yeoun_turtle *turtle)
{
  if (turtle->count < turtle->capacity) {
    return true;
  }
  const unsigned capacity = 2 * turtle->capacity + 64;
  struct yeoun_statement *const statement = (struct yeoun_statement *)realloc(
    turtle->statement, capacity * sizeof(struct yeoun_statement));
  if (statement) {
    turtle->statement = statement;
    turtle->capacity = capacity;
  }
  return statement;
}

static SerdStatus
keep(void *handle,
     SerdStatementFlags flags,
     const SerdNode *graph,
     const SerdNode *subject,
     const SerdNode *predicate,
     const SerdNode *object,
     const SerdNode *datatype,
     const SerdNode *language)
{
  struct reader *const reader = (struct reader *)handle;
  struct yeoun_turtle *const turtle = reader->turtle;
  (void)flags;
  (void)graph;
  (void)datatype;
  (void)language;
  if (!make_room(turtle)) {
    return SERD_ERR_INTERNAL;
  }
  struct yeoun_statement *const s = &turtle->statement[turtle->count++];
  *s = (struct yeoun_statement){.subject = copy_node(reader, subject),
                                .predicate = copy_node(reader, predicate),
                                .object = copy_node(reader, object),
                                .is_literal = object->type == SERD_LITERAL,
                                .line = reader->line};
  return s->subject && s->predicate && s->object ? SERD_SUCCESS
                                                 : SERD_ERR_INTERNAL;
}

/** Only the first fault is said: the others come of it. */
static SerdStatus
hear(void *handle, const SerdError *error)
{
  struct reader *const reader = (struct reader *)handle;
  char text[256];
  if (!reader->has_failed) {
    vsnprintf(text, sizeof(text), error->fmt, *error->args);
    text[strcspn(text, "\n")] = '\0';
    yeoun_fault_note(
      reader->fault, "%s:%u: %s", reader->path, reader->line, text);
  }
  reader->has_failed = true;
  return SERD_SUCCESS;
}

/** By subject, then as they stand in the file. */
static int
by_subject(const void *a, const void *b)
{
  const struct yeoun_statement *const x =
    ((const struct yeoun_ranked *)a)->statement;
  const struct yeoun_statement *const y =
    ((const struct yeoun_ranked *)b)->statement;
  const int order = strcmp(x->subject, y->subject);
  return order ? order : (x > y) - (x < y);
}

/** Order the statements, so that those of a subject are found at once. */
static bool
make_index(struct yeoun_turtle *turtle, struct yeoun_fault *fault)
{
  turtle->by_subject = (struct yeoun_ranked *)calloc(
    turtle->count + 1, sizeof(*turtle->by_subject));
  if (!turtle->by_subject) {
    yeoun_fault_note(fault, "out of memory");
    return false;
  }
  for (unsigned i = 0; i < turtle->count; ++i) {
    turtle->by_subject[i].statement = &turtle->statement[i];
  }
  qsort(turtle->by_subject, turtle->count, sizeof(void *), by_subject);
  for (unsigned i = 0; i < turtle->count; ++i) {
    turtle->by_subject[i].statement->rank = i;
  }
  return true;
}

bool
yeoun_turtle_read(const char *path,
                  const char *base,
                  struct yeoun_turtle *turtle,
                  struct yeoun_fault *fault)
{
  struct reader reader = {
    .path = path, .turtle = turtle, .line = 1, .fault = fault};
  *turtle = (struct yeoun_turtle){0};
  reader.file = fopen(path, "rb");
  if (!reader.file) {
    yeoun_fault_note(fault, "%s: %s", path, strerror(errno));
    return false;
  }
  const SerdNode uri = serd_node_from_string(SERD_URI, (const uint8_t *)base);
  reader.env = serd_env_new(&uri);
  SerdReader *const serd = serd_reader_new(
    SERD_TURTLE, &reader, NULL, set_base, set_prefix, keep, NULL);
  serd_reader_set_strict(serd, true);
  serd_reader_set_error_sink(serd, hear, &reader);
  const SerdStatus status = serd_reader_read_source(
    serd, give, has_error, &reader, (const uint8_t *)path, 1);
  if (status > SERD_FAILURE && !reader.has_failed) {
    yeoun_fault_note(
      fault, "%s:%u: %s", path, reader.line, serd_strerror(status));
  }
  serd_reader_free(serd);
  serd_env_free(reader.env);
  fclose(reader.file);
  return status <= SERD_FAILURE && !reader.has_failed &&
         make_index(turtle, fault);
}

void
yeoun_turtle_free(struct yeoun_turtle *turtle)
{
  for (unsigned i = 0; i < turtle->count; ++i) {
    free(turtle->statement[i].subject);
    free(turtle->statement[i].predicate);
    free(turtle->statement[i].object);
  }
  free(turtle->statement);
  free(turtle->by_subject);
  *turtle = (struct yeoun_turtle){0};
}

/** The rank of the first statement of a subject, or of what would follow it. */
static unsigned
find_first(const struct yeoun_turtle *turtle, const char *subject)
{
  unsigned low = 0;
  unsigned high = turtle->count;
  while (low < high) {
    const unsigned middle = low + (high - low) / 2;
    if (strcmp(turtle->by_subject[middle].statement->subject, subject) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

const struct yeoun_statement *
yeoun_turtle_next(const struct yeoun_turtle *turtle,
                  const struct yeoun_statement *last,
                  const char *subject,
                  const char *predicate)
{
  unsigned rank = last ? last->rank + 1 : find_first(turtle, subject);
  for (; rank < turtle->count; ++rank) {
    const struct yeoun_statement *const s = turtle->by_subject[rank].statement;
    if (strcmp(s->subject, subject) != 0) {
      break;
    }
    if (!predicate || !strcmp(s->predicate, predicate)) {
      return s;
    }
  }
  return NULL;
}
