// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "sheet_write.h"

#include <stdlib.h>

#include "format.h"
#include "make.h"
#include "target.h"
#include "timecode.h"

void
yeoun_sheet_literal(FILE *file, const char *text)
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

void
yeoun_sheet_number(FILE *file, double number)
{
  char text[32];
  for (int digits = 9; digits <= 17; ++digits) {
    snprintf(text, sizeof(text), "%.*g", digits, number);
    if (strtod(text, NULL) == number) {
      break;
    }
  }
  fputs(text, file);
}

static void
write_text(FILE *file, const char *name, const char *text)
{
  fprintf(file, " ; y:%s ", name);
  yeoun_sheet_literal(file, text);
}

static void
write_number(FILE *file, const char *name, double number)
{
  fprintf(file, " ; y:%s ", name);
  yeoun_sheet_number(file, number);
}

/** What is played; the theme or the name of the variation comes first. */
static void
write_music(FILE *file, const struct yeoun_music_cue *cue)
{
  const bool has_name = cue->variation_name[0];
  fprintf(file, "y:%s ", has_name ? "name" : "theme");
  yeoun_sheet_literal(file, has_name ? cue->variation_name : cue->theme_text);
  if (has_name) {
    return;
  }
  if (cue->key[0]) {
    write_text(file, "key", cue->key);
  }
  if (cue->preset[0]) {
    write_text(file, "preset", cue->preset);
  }
  if (cue->has_weights || cue->has_words) {
    write_text(file, "mood", cue->mood);
  }
  write_number(file, "variation", cue->variation);
  if (cue->bars) {
    write_number(file, "bars", cue->bars);
  }
  fprintf(file, " ; y:meter \"%u/%u\"", cue->meter.beats, cue->meter.unit);
  if (cue->has_ending) {
    fputs(" ; y:ending true", file);
  }
}

static void
write_settings(FILE *file, const struct yeoun_music_cue *cue)
{
  for (unsigned i = 0; i < cue->settings; ++i) {
    const struct yeoun_setting *const s = &cue->setting[i];
    char text[YEOUN_SYMBOL + YEOUN_LABEL];
    if (s->label[0]) {
      snprintf(text, sizeof(text), "%s=%s", s->symbol, s->label);
    } else {
      snprintf(text, sizeof(text), "%s=%.9g", s->symbol, (double)s->value);
    }
    write_text(file, "set", text);
  }
}

/** A hit, and what it asks for. */
static void
write_hit(FILE *file, const struct yeoun_music_cue *cue, unsigned i)
{
  static const char *const words[] = {"", " beat", " downbeat", " accent"};
  fputs(" ; y:hit \"", file);
  yeoun_sheet_number(file, cue->hit_s[i]);
  fprintf(file, "%s\"", words[cue->hit_kind[i] % 4]);
}

static void
write_times(FILE *file, const struct yeoun_music_cue *cue)
{
  if (cue->fps) {
    write_text(file, "fps", yeoun_fps(cue->fps)->name);
  }
  if (cue->start_s > 0) {
    write_number(file, "start", cue->start_s);
  }
  if (cue->seconds > 0) {
    write_number(file, "seconds", cue->seconds + cue->ring_s);
  }
  if (cue->has_ring) {
    write_text(file, "ring", "within");
  }
  if (cue->tempo_bpm > 0) {
    write_number(file, "bpm", cue->tempo_bpm);
  }
  for (unsigned i = 0; i < cue->hits; ++i) {
    write_hit(file, cue, i);
  }
  for (unsigned i = 0; i < cue->points; ++i) {
    fputs(i ? " " : " ; y:intensity \"", file);
    yeoun_sheet_number(file, cue->point[i].at_s);
    putc(':', file);
    yeoun_sheet_number(file, cue->point[i].value);
  }
  if (cue->points) {
    putc('"', file);
  }
}

static void
write_makes(FILE *file, const struct yeoun_music_cue *cue)
{
  fputs(" ; y:make \"mix", file);
  for (unsigned make = 1; make <= cue->makes; make <<= 1) {
    if (cue->makes & make) {
      fprintf(file, " %s", yeoun_make_name(make));
    }
  }
  fputs("\" ; y:format \"", file);
  const unsigned first = yeoun_formats_first(cue->formats);
  for (unsigned i = first; i < YEOUN_FORMATS; ++i) {
    if (cue->formats >> i & 1) {
      fprintf(file, "%s%s", i > first ? " " : "", yeoun_format_name(i));
    }
  }
  fprintf(file, "\" ; y:target \"%s\"", yeoun_target_name(cue->target));
  if (cue->is_one_gain) {
    write_text(file, "loudness", "sheet");
  }
  write_number(file, "rate", cue->rate);
}

void
yeoun_sheet_write_cue(FILE *file, const struct yeoun_music_cue *cue)
{
  write_music(file, cue);
  write_settings(file, cue);
  write_times(file, cue);
  write_makes(file, cue);
}
