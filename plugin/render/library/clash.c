// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "clash.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "ends.h"
#include "record.h"
#include "render/file.h"
#include "render/say.h"

/* Bytes of a name that every file system takes. */
#define LONGEST 255

/** The name of one file of a cue. */
struct name {
  const struct yeoun_music_cue *cue;
  char end[YEOUN_END];
};

static void
write_name(const struct name *name, char text[YEOUN_PATH])
{
  snprintf(text, YEOUN_PATH, "%s%s", name->cue->name, name->end);
}

/** By the names of the files, then as the cues come. */
static int
by_text(const void *a, const void *b)
{
  const struct name *const x = (const struct name *)a;
  const struct name *const y = (const struct name *)b;
  char one[YEOUN_PATH];
  char two[YEOUN_PATH];
  write_name(x, one);
  write_name(y, two);
  const int order = strcmp(one, two);
  return order ? order : (x->cue > y->cue) - (x->cue < y->cue);
}

/** All files of all cues; NULL when memory fails. Free it. */
static struct name *
list_names(const struct yeoun_cues *cues, size_t *count)
{
  struct name *const names = (struct name *)calloc(
    (size_t)cues->count * (YEOUN_ENDS + 1) + 1, sizeof(struct name));
  *count = 0;
  for (unsigned i = 0; names && i < cues->count; ++i) {
    struct yeoun_ends ends;
    yeoun_ends_of_cue(&cues->cue[i], &ends);
    for (unsigned k = 0; k <= ends.count; ++k) {
      struct name *const name = &names[(*count)++];
      name->cue = &cues->cue[i];
      memcpy(name->end,
             k < ends.count ? ends.end[k] : YEOUN_RECORD_END,
             k < ends.count ? YEOUN_END : sizeof(YEOUN_RECORD_END));
    }
  }
  return names;
}

static bool
fits(const struct name *name, const char *out)
{
  const size_t length = strlen(name->cue->name) + strlen(name->end);
  const size_t part = 64; /* what it is called while it is made */
  if (length > LONGEST || strlen(out) + 1 + length + part >= YEOUN_PATH) {
    yeoun_say("%s/%s%s: too long a name", out, name->cue->name, name->end);
    return false;
  }
  return true;
}

static void
say_clash(const struct name *name, const struct name *other)
{
  if (!strcmp(name->cue->name, other->cue->name)) {
    yeoun_say("there is another cue of the name %s, in line %u",
              other->cue->name,
              other->cue->line);
  } else {
    yeoun_say("its file %s%s is also one of %s",
              name->cue->name,
              name->end,
              other->cue->name);
  }
}

bool
yeoun_clash_among(const struct yeoun_cues *cues,
                  const char *out,
                  void (*speak_of)(void *handle,
                                   const struct yeoun_music_cue *cue),
                  void *handle)
{
  size_t count = 0;
  struct name *const names = list_names(cues, &count);
  bool is_good = names;
  if (names) {
    qsort(names, count, sizeof(*names), by_text);
  }
  for (size_t i = 0; i < count && is_good; ++i) {
    char one[YEOUN_PATH];
    char two[YEOUN_PATH];
    speak_of(handle, names[i].cue);
    is_good = fits(&names[i], out);
    write_name(&names[i], one);
    write_name(&names[i ? i - 1 : i], two);
    if (i && !strcmp(one, two)) {
      say_clash(&names[i], &names[i - 1]);
      is_good = false;
    }
  }
  free(names);
  return is_good;
}

/** What a line of a record that is now otherwise means. */
static void
say_other(const char *out, const char *name, const char *line)
{
  const bool is_plugin = !strncmp(line, "plugin ", 7);
  const bool is_files = !strncmp(line, "files ", 6);
  if (is_plugin || is_files) {
    yeoun_say("%s/%s was made by another build of %s; --force replaces it",
              out,
              name,
              is_plugin ? "the plugin" : "this command");
  } else {
    yeoun_say("%s/%s was made for another request%s%s; --force replaces it, or "
              "choose another name or folder",
              out,
              name,
              *line ? ", of which this is now otherwise: " : "",
              line);
  }
}

bool
yeoun_clash_with_folder(const struct yeoun_music_cue *cue,
                        const char *out,
                        const char *asked)
{
  char line[256];
  struct yeoun_ends ends;
  switch (yeoun_record_find(out, cue->name, asked, line, sizeof(line))) {
    case YEOUN_RECORD_SAME:
      return true;
    case YEOUN_RECORD_OTHER:
      say_other(out, cue->name, line);
      return false;
    case YEOUN_RECORD_NONE:
      break;
  }
  yeoun_ends_of_cue(cue, &ends);
  for (unsigned i = 0; i < ends.count; ++i) {
    char path[YEOUN_PATH];
    struct stat facts;
    snprintf(path, sizeof(path), "%s/%s%s", out, cue->name, ends.end[i]);
    if (!lstat(path, &facts)) {
      yeoun_say("%s is there, and was not made by this command; --force "
                "replaces it, or choose another name or folder",
                path);
      return false;
    }
  }
  return true;
}
