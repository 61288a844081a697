// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "controls.h"
#include "presets.h"

/** What a preset of ours says: mood, sound and form, no theme and no time. */
static bool
is_of_preset(unsigned port)
{
  const struct yeoun_control_facts *const f =
    yeoun_control_facts((enum yeoun_port)port);
  return f->kind != YEOUN_CONTROL_OUTPUT &&
         (!strcmp(f->group, "mood") ||
          (!strcmp(f->group, "sound") && !strstr(f->symbol, "_mute") &&
           port != YEOUN_PORT_EXPRESSION && port != YEOUN_PORT_LEVEL) ||
          port == YEOUN_PORT_DISTANCE || port == YEOUN_PORT_FORM ||
          port == YEOUN_PORT_METER);
}

/** Small letters, digits and dashes; false when nothing is left. */
static bool
write_slug(const char *label, char *slug, size_t size)
{
  size_t length = 0;
  for (; *label && length + 1 < size; ++label) {
    char c = *label;
    if (c >= 'A' && c <= 'Z') {
      c = (char)(c - 'A' + 'a');
    }
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      slug[length++] = c;
    } else if (length && slug[length - 1] != '-') {
      slug[length++] = '-';
    }
  }
  length -= length && slug[length - 1] == '-';
  slug[length] = '\0';
  return length > 0;
}

/** A text in quotes. */
static void
write_quoted(FILE *file, const char *text)
{
  putc('"', file);
  for (; *text; ++text) {
    if (*text == '"' || *text == '\\') {
      putc('\\', file);
    }
    putc(*text, file);
  }
  putc('"', file);
}

static const char prefixes[] =
  "@prefix lv2: <http://lv2plug.in/ns/lv2core#> .\n"
  "@prefix pset: <http://lv2plug.in/ns/ext/presets#> .\n"
  "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n\n";

static void
write_head(FILE *file, const char *slug, const char *label)
{
  fprintf(file,
          "%s<urn:yeoun:preset:own:%s>\n"
          "  a pset:Preset ;\n"
          "  lv2:appliesTo <urn:yeoun:sketch> , <urn:yeoun:stems> , "
          "<urn:yeoun:notes> ;\n"
          "  rdfs:label ",
          prefixes,
          slug);
  write_quoted(file, label);
}

static bool
write_manifest(const char *path, const char *slug, const char *label)
{
  FILE *const file = fopen(path, "wx");
  if (!file) {
    return false;
  }
  write_head(file, slug, label);
  fputs(" ;\n  rdfs:seeAlso <preset.ttl> .\n", file);
  const bool is_fine = !ferror(file);
  return !fclose(file) && is_fine;
}

static bool
write_preset(const struct yeoun_model *model,
             const char *path,
             const char *slug,
             const char *label)
{
  const char *before = " ;\n  lv2:port";
  FILE *const file = fopen(path, "wx");
  if (!file) {
    return false;
  }
  write_head(file, slug, label);
  for (unsigned i = 0; i < YEOUN_CONTROLS; ++i) {
    if (is_of_preset(i)) {
      /* In thousandths: no locale writes its own point. */
      const long value = (long)((double)model->value[i] * 1000 +
                                (model->value[i] < 0.0f ? -0.5 : 0.5));
      fprintf(file,
              "%s\n    [ lv2:symbol \"%s\" ; pset:value %s%ld.%03ld ]",
              before,
              yeoun_control_facts((enum yeoun_port)i)->symbol,
              value < 0 ? "-" : "",
              labs(value) / 1000,
              labs(value) % 1000);
      before = " ,";
    }
  }
  fputs(" .\n", file);
  const bool is_fine = !ferror(file);
  return !fclose(file) && is_fine;
}

bool
yeoun_preset_save(const struct yeoun_model *model,
                  const char *label,
                  char *told,
                  size_t size)
{
  const char *const home = getenv("HOME");
  char slug[64];
  char folder[1024];
  char path[1100];
  if (!home || !write_slug(label, slug, sizeof(slug))) {
    snprintf(told, size, "A preset needs a name of letters or digits.");
    return false;
  }
  snprintf(folder, sizeof(folder), "%.800s/.lv2", home);
  mkdir(folder, 0777); /* is there already, mostly */
  snprintf(folder, sizeof(folder), "%.800s/.lv2/yeoun-%s.lv2", home, slug);
  if (mkdir(folder, 0777) != 0) {
    snprintf(told,
             size,
             errno == EEXIST ? "There is a preset of that name: %.160s"
                             : "It cannot be saved in %.160s",
             folder);
    return false;
  }
  snprintf(path, sizeof(path), "%s/preset.ttl", folder);
  bool is_fine = write_preset(model, path, slug, label);
  snprintf(path, sizeof(path), "%s/manifest.ttl", folder);
  is_fine = is_fine && write_manifest(path, slug, label);
  snprintf(told,
           size,
           is_fine ? "Saved in %.160s; hosts see it when they look for plugins "
                     "again."
                   : "It cannot be written in %.160s",
           folder);
  return is_fine;
}
