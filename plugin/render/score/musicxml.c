// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "musicxml.h"

#include <stdio.h>
#include <stdlib.h>

#include "key_name.h"
#include "music/key.h"
#include "music/palette.h"
#include "musicxml_sign.h"
#include "notation.h"
#include "render/file.h"
#include "render/say.h"
#include "signs.h"
#include "xml.h"

#define TICKS (YEOUN_BEAT / YEOUN_DIVISIONS)

/* A staff a lane, and one for each drum. */
#define STAVES 32

struct sheet {
  FILE *file;
  const struct yeoun_render_plan *plan;
  const struct yeoun_composed *composed;
  bool is_lead;
  unsigned staves;
  struct yeoun_staff staff[STAVES];
};

static bool
has_notes(const struct sheet *sheet, struct yeoun_staff staff)
{
  for (unsigned i = 0; i < sheet->composed->notes; ++i) {
    if (yeoun_staff_has(staff, &sheet->composed->note[i])) {
      return true;
    }
  }
  return false;
}

static void
find_staves(struct sheet *sheet)
{
  const unsigned lanes = sheet->is_lead ? 1 : YEOUN_LANE_DRUMS;
  for (unsigned lane = 0; lane < lanes; ++lane) {
    const struct yeoun_staff staff = {.lane = lane};
    if (sheet->is_lead || has_notes(sheet, staff)) {
      sheet->staff[sheet->staves++] = staff;
    }
  }
  for (unsigned key = 0; !sheet->is_lead && key < 128; ++key) {
    const struct yeoun_staff staff = {YEOUN_LANE_DRUMS, (uint8_t)key};
    if (sheet->staves < STAVES && has_notes(sheet, staff)) {
      sheet->staff[sheet->staves++] = staff;
    }
  }
}

static const struct {
  uint8_t key;
  const char *name;
} drums[] = {
  {YEOUN_DRUM_KICK, "bass drum"},
  {YEOUN_DRUM_BRUSH_TAP, "brush, tap"},
  {YEOUN_DRUM_BRUSH_SWEEP, "brush, sweep"},
  {YEOUN_DRUM_FRAME_LOW, "frame drum, low"},
  {YEOUN_DRUM_FRAME_HIGH, "frame drum, high"},
  {YEOUN_DRUM_JANGGU_DEOK, "janggu, deok"},
  {YEOUN_DRUM_JANGGU_KUNG, "janggu, kung"},
  {YEOUN_DRUM_WOODBLOCK_HIGH, "wood block, high"},
  {YEOUN_DRUM_WOODBLOCK_LOW, "wood block, low"},
  {YEOUN_DRUM_TRIANGLE, "triangle"},
  {YEOUN_DRUM_SHAKER, "shaker"},
};

static const char *
part_name(const struct sheet *sheet, struct yeoun_staff staff)
{
  size_t i = 0;
  if (staff.lane != YEOUN_LANE_DRUMS) {
    return sheet->is_lead
             ? "Melody"
             : yeoun_instrument_facts(sheet->composed->instrument[staff.lane])
                 ->name;
  }
  while (i + 1 < sizeof(drums) / sizeof(drums[0]) &&
         drums[i].key != staff.drum) {
    ++i;
  }
  return drums[i].name;
}

/** Which instrument a part is for players of MIDI. */
static void
write_midi(const struct sheet *sheet, struct yeoun_staff staff, unsigned number)
{
  FILE *const f = sheet->file;
  const unsigned program =
    yeoun_instrument_facts(sheet->composed->instrument[staff.lane])->program;
  fprintf(f, "<midi-instrument id=\"P%u-I1\">", number);
  if (staff.lane == YEOUN_LANE_DRUMS) {
    fprintf(f,
            "<midi-channel>10</midi-channel><midi-program>1</midi-program>"
            "<midi-unpitched>%u</midi-unpitched>",
            staff.drum + 1U);
  } else {
    fprintf(f,
            "<midi-channel>%u</midi-channel><midi-program>%u</midi-program>",
            staff.lane + 1,
            program + 1);
  }
  fputs("</midi-instrument>\n", f);
}

static void
write_part_list(const struct sheet *sheet)
{
  FILE *const f = sheet->file;
  fputs("  <part-list>\n", f);
  for (unsigned i = 0; i < sheet->staves; ++i) {
    const char *const name = part_name(sheet, sheet->staff[i]);
    fprintf(f,
            "    <score-part id=\"P%u\">\n      <part-name>%s</part-name>\n"
            "      <score-instrument id=\"P%u-I1\"><instrument-name>%s"
            "</instrument-name></score-instrument>\n      ",
            i + 1,
            name,
            i + 1,
            name);
    write_midi(sheet, sheet->staff[i], i + 1);
    fputs("    </score-part>\n", f);
  }
  fputs("  </part-list>\n", f);
}

/** Treble or bass, by the mean of the lane's keys. */
static bool
is_low(const struct sheet *sheet, unsigned lane)
{
  unsigned long sum = 0;
  unsigned count = 0;
  for (unsigned i = 0; i < sheet->composed->notes; ++i) {
    if (sheet->composed->note[i].lane == lane) {
      sum += sheet->composed->note[i].pitch;
      ++count;
    }
  }
  return count && sum < 60UL * count;
}

static void
write_attributes(const struct sheet *sheet, unsigned lane)
{
  const struct yeoun_composed *const w = sheet->composed;
  const bool is_drums = lane == YEOUN_LANE_DRUMS;
  fprintf(sheet->file,
          "      <attributes><divisions>%d</divisions>"
          "<key><fifths>%d</fifths></key>"
          "<time><beats>%u</beats><beat-type>%u</beat-type></time>"
          "<clef>%s</clef>%s</attributes>\n",
          YEOUN_DIVISIONS,
          is_drums ? 0 : yeoun_key_sharps(w->key),
          w->meter.beats,
          w->meter.unit,
          is_drums              ? "<sign>percussion</sign>"
          : is_low(sheet, lane) ? "<sign>F</sign><line>4</line>"
                                : "<sign>G</sign><line>2</line>",
          is_drums ? "<staff-details><staff-lines>1</staff-lines>"
                     "</staff-details>"
                   : "");
}

static void
write_step(FILE *f, const char *element, struct yeoun_spelling spelling)
{
  fprintf(f, "<%s-step>%c</%s-step>", element, spelling.step, element);
  if (spelling.alter) {
    fprintf(f, "<%s-alter>%d</%s-alter>", element, spelling.alter, element);
  }
}

/** All chords of a stretch, before the notes that they stand over. */
static void
write_harmony(const struct sheet *sheet, int32_t from, int32_t to)
{
  const struct yeoun_composed *const w = sheet->composed;
  for (unsigned i = 0; i < w->spans; ++i) {
    const struct yeoun_span *const span = &w->span[i];
    const int32_t at = span->start / TICKS;
    if (at < from || at >= to) {
      continue;
    }
    const struct yeoun_chord *const c = &span->chord;
    fputs("      <harmony><root>", sheet->file);
    write_step(sheet->file, "root", yeoun_spell(w->key, c->root));
    fputs("</root><kind text=\"", sheet->file);
    yeoun_xml_text(sheet->file, yeoun_chord_suffix(c->type));
    fprintf(sheet->file, "\">%s</kind>", yeoun_chord_kind(c->type));
    if (c->bass != c->root) {
      fputs("<bass>", sheet->file);
      write_step(sheet->file, "bass", yeoun_spell(w->key, c->bass));
      fputs("</bass>", sheet->file);
    }
    if (at > from) {
      fprintf(sheet->file, "<offset>%d</offset>", at - from);
    }
    fputs("</harmony>\n", sheet->file);
  }
}

/** Tempo, at the bar in which it changes, in the pulses that are felt. */
static void
write_tempo(const struct sheet *sheet, int32_t from, int32_t to)
{
  const struct yeoun_tempo *const tempo = &sheet->plan->tempo;
  for (unsigned i = 0; i < tempo->count; ++i) {
    if (tempo->at[i].tick >= from && tempo->at[i].tick < to) {
      const double bpm = yeoun_tempo_bpm(tempo, i);
      const int32_t pulse = yeoun_pulse_ticks(sheet->composed->meter);
      const bool is_dotted = pulse == YEOUN_BEAT * 3 / 2;
      fprintf(sheet->file,
              "      <direction placement=\"above\"><direction-type><metronome>"
              "<beat-unit>quarter</beat-unit>%s<per-minute>%.0f</per-minute>"
              "</metronome></direction-type>"
              "<sound tempo=\"%.3f\"/></direction>\n",
              is_dotted ? "<beat-unit-dot/>" : "",
              is_dotted ? bpm * 2 / 3 : bpm,
              bpm);
    }
  }
}

static bool
write_part(const struct sheet *sheet, unsigned number)
{
  const struct yeoun_staff staff = sheet->staff[number - 1];
  const bool is_top = number == 1;
  struct yeoun_part part;
  const int32_t bar = yeoun_bar_ticks(sheet->composed->meter);
  if (!yeoun_notation_make(sheet->composed, staff, &part)) {
    yeoun_part_free(&part);
    return false;
  }
  fprintf(sheet->file, "  <part id=\"P%u\">\n", number);
  unsigned at = 0;
  for (unsigned i = 0; i < sheet->plan->bars; ++i) {
    const int32_t from = (int32_t)i * bar;
    fprintf(sheet->file, "    <measure number=\"%u\">\n", i + 1);
    if (!i) {
      write_attributes(sheet, staff.lane);
    }
    if (is_top) {
      write_tempo(sheet, from, from + bar);
    }
    while (at < part.count && part.sign[at].start * TICKS < from + bar) {
      const struct yeoun_sign *const sign = &part.sign[at++];
      if (is_top) {
        write_harmony(sheet, sign->start, sign->start + sign->length);
      }
      yeoun_sign_write(sheet->file, sheet->composed->key, staff, number, sign);
    }
    if (i + 1 == sheet->plan->bars) {
      fputs("      <barline location=\"right\"><bar-style>light-heavy"
            "</bar-style></barline>\n",
            sheet->file);
    }
    fputs("    </measure>\n", sheet->file);
  }
  fputs("  </part>\n", sheet->file);
  yeoun_part_free(&part);
  return true;
}

static bool
write_score(const struct sheet *sheet)
{
  FILE *const f = sheet->file;
  fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<!DOCTYPE score-partwise PUBLIC "
        "\"-//Recordare//DTD MusicXML 3.1 Partwise//EN\" "
        "\"http://www.musicxml.org/dtds/partwise.dtd\">\n"
        "<score-partwise version=\"3.1\">\n  <work><work-title>",
        f);
  yeoun_xml_text(f, sheet->plan->cue->name);
  fputs("</work-title></work>\n  <identification>"
        "<creator type=\"composer\">Yeoun</creator>"
        "<encoding><software>Yeoun</software></encoding>"
        "</identification>\n",
        f);
  write_part_list(sheet);
  for (unsigned i = 0; i < sheet->staves; ++i) {
    if (!write_part(sheet, i + 1)) {
      return false;
    }
  }
  fputs("</score-partwise>\n", f);
  return sheet->staves;
}

bool
yeoun_musicxml_write(const char *path,
                     const struct yeoun_render_plan *plan,
                     const struct yeoun_composed *composed,
                     bool is_lead)
{
  char *text = NULL;
  size_t size = 0;
  struct sheet sheet = {.file = open_memstream(&text, &size),
                        .plan = plan,
                        .composed = composed,
                        .is_lead = is_lead};
  if (!sheet.file) {
    yeoun_say("out of memory");
    return false;
  }
  find_staves(&sheet);
  bool is_done = write_score(&sheet);
  is_done =
    !fclose(sheet.file) && is_done && yeoun_file_write(path, text, size);
  free(text);
  return is_done;
}
