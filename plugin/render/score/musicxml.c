// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "musicxml.h"

#include <stdio.h>
#include <stdlib.h>

#include "key_name.h"
#include "music/key.h"
#include "music/palette.h"
#include "music/signature.h"
#include "musicxml_direction.h"
#include "musicxml_harmony.h"
#include "musicxml_sign.h"
#include "notation.h"
#include "render/file.h"
#include "render/say.h"
#include "xml.h"

#define TICKS (YEOUN_BEAT / YEOUN_DIVISIONS)

/* A staff a lane, and one for each drum. */
#define STAVES 32

/** One staff under way. */
struct stave {
  struct yeoun_part part;
  unsigned at; /**< the next sign */
};

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
    const struct yeoun_staff staff = {.lane = YEOUN_LANE_DRUMS,
                                      .drum = (uint8_t)key};
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

/** The mean of a lane's keys as they sound. */
static double
mean_key(const struct sheet *sheet, unsigned lane)
{
  double sum = 0;
  unsigned count = 0;
  for (unsigned i = 0; i < sheet->composed->notes; ++i) {
    if (sheet->composed->note[i].lane == lane) {
      sum += sheet->composed->note[i].pitch;
      ++count;
    }
  }
  return count ? sum / count : YEOUN_MIDDLE_C;
}

/** Whether an instrument is played with both hands on two staves. */
static bool
has_two_staves(const struct sheet *sheet, unsigned lane)
{
  const unsigned instrument = sheet->composed->instrument[lane];
  const struct yeoun_staff upper = {.lane = lane, .hand = 1};
  const struct yeoun_staff lower = {.lane = lane, .hand = 2};
  return !sheet->is_lead && lane != YEOUN_LANE_DRUMS &&
         (instrument == YEOUN_FELT_PIANO || instrument == YEOUN_GRAND_PIANO ||
          instrument == YEOUN_ELECTRIC_PIANO || instrument == YEOUN_HARP) &&
         has_notes(sheet, upper) && has_notes(sheet, lower);
}

/** The signature of what sounds. */
static int
sharps_of(const struct sheet *sheet)
{
  return yeoun_key_sharps_as_typed(sheet->composed->key,
                                   &sheet->plan->cue->theme);
}

/** How the part of a lane is written. A lead sheet is for a singer: as it
    sounds. */
static struct yeoun_written
find_written(const struct sheet *sheet, unsigned lane)
{
  const unsigned instrument = sheet->composed->instrument[lane];
  const struct yeoun_key key = sheet->composed->key;
  int sharps = sharps_of(sheet);
  struct yeoun_written written = {.is_minor = yeoun_key_is_minor(key)};
  if (!sheet->is_lead && lane != YEOUN_LANE_DRUMS) {
    written.shift = yeoun_instrument_facts(instrument)->written;
    sharps += (written.shift * 7 + 12 * 100 + 5) % 12 - 5;
    sharps = sharps > 7 ? sharps - 12 : sharps < -7 ? sharps + 12 : sharps;
  }
  written.sharps = (int8_t)sharps;
  return written;
}

/** From what is written to what sounds. */
static void
write_transposition(FILE *file, int shift)
{
  /* Letters in a transposition of so many semitones within an octave. */
  static const int8_t letters[12] = {0, 1, 1, 2, 2, 3, 3, 4, 5, 5, 6, 6};
  const int octaves = shift / 12;
  const int rest = shift % 12;
  if (shift) {
    fprintf(file,
            "<transpose><diatonic>%d</diatonic><chromatic>%d</chromatic>",
            rest < 0 ? letters[-rest] : -letters[rest],
            -rest);
    if (octaves) {
      fprintf(file, "<octave-change>%d</octave-change>", -octaves);
    }
    fputs("</transpose>", file);
  }
}

static void
write_clef(const struct sheet *sheet, unsigned lane, int shift)
{
  const bool is_drums = lane == YEOUN_LANE_DRUMS;
  const double mean = mean_key(sheet, lane) + shift;
  if (has_two_staves(sheet, lane)) {
    fputs("<staves>2</staves><clef number=\"1\"><sign>G</sign><line>2</line>"
          "</clef><clef number=\"2\"><sign>F</sign><line>4</line></clef>",
          sheet->file);
  } else if (is_drums) {
    fputs("<clef><sign>percussion</sign></clef>"
          "<staff-details><staff-lines>1</staff-lines></staff-details>",
          sheet->file);
  } else if (sheet->is_lead) {
    fprintf(sheet->file,
            "<clef><sign>G</sign><line>2</line>%s</clef>",
            mean < 57 ? "<clef-octave-change>-1</clef-octave-change>" : "");
  } else {
    fputs(mean < YEOUN_MIDDLE_C ? "<clef><sign>F</sign><line>4</line></clef>"
                                : "<clef><sign>G</sign><line>2</line></clef>",
          sheet->file);
  }
}

static void
write_attributes(const struct sheet *sheet,
                 unsigned lane,
                 struct yeoun_written written)
{
  const struct yeoun_composed *const w = sheet->composed;
  FILE *const f = sheet->file;
  fprintf(f,
          "      <attributes><divisions>%d</divisions><key><fifths>%d</fifths>"
          "<mode>%s</mode></key><time><beats>%u</beats><beat-type>%u"
          "</beat-type></time>",
          YEOUN_DIVISIONS,
          lane == YEOUN_LANE_DRUMS ? 0 : written.sharps,
          yeoun_key_mode(w->key),
          w->meter.beats,
          w->meter.unit);
  write_clef(sheet, lane, written.shift);
  write_transposition(f, written.shift);
  fputs("</attributes>\n", f);
}

/** All chords of a stretch, before the notes that they stand over. */
static void
write_harmony(const struct sheet *sheet,
              struct yeoun_written written,
              int32_t from,
              int32_t to)
{
  const struct yeoun_composed *const w = sheet->composed;
  const int fifths = written.sharps - sharps_of(sheet);
  for (unsigned i = 0; i < w->spans; ++i) {
    const int32_t at = w->span[i].start / TICKS;
    if (at >= from && at < to) {
      /* Over a part that is transposed so are its symbols. */
      const struct yeoun_chord chord =
        yeoun_chord_transpose(w->span[i].chord, fifths);
      yeoun_chord_symbol_write(sheet->file, &chord, at - from);
    }
  }
}

/** The signs of one bar of a staff. */
static void
write_bar(const struct sheet *sheet,
          const struct yeoun_bar_of_part *bar,
          struct yeoun_staff staff,
          unsigned number,
          struct stave *stave)
{
  const struct yeoun_written written = find_written(sheet, staff.lane);
  const struct yeoun_part *const part = &stave->part;
  while (stave->at < part->count &&
         part->sign[stave->at].start * TICKS < bar->to) {
    const struct yeoun_sign *const sign = &part->sign[stave->at++];
    if (bar->is_top && staff.hand != 2) {
      write_harmony(sheet, written, sign->start, sign->start + sign->length);
    }
    yeoun_sign_write(sheet->file, written, staff, number, sign);
  }
}

static void
write_measures(const struct sheet *sheet,
               unsigned number,
               unsigned hands,
               struct stave stave[2])
{
  const int32_t length = yeoun_bar_ticks(sheet->composed->meter);
  const unsigned lane = sheet->staff[number - 1].lane;
  FILE *const f = sheet->file;
  for (unsigned i = 0; i < sheet->plan->bars; ++i) {
    const struct yeoun_bar_of_part bar = {.plan = sheet->plan,
                                          .composed = sheet->composed,
                                          .lane = lane,
                                          .from = (int32_t)i * length,
                                          .to = (int32_t)(i + 1) * length,
                                          .has_two_staves = hands > 1,
                                          .is_top = number == 1};
    fprintf(f, "    <measure number=\"%u\">\n", i + 1);
    if (!i) {
      write_attributes(sheet, lane, find_written(sheet, lane));
    }
    yeoun_directions_write(f, &bar);
    for (unsigned hand = 0; hand < hands; ++hand) {
      struct yeoun_staff staff = sheet->staff[number - 1];
      staff.hand = hands > 1 ? (uint8_t)(hand + 1) : 0;
      if (hand) {
        fprintf(f,
                "      <backup><duration>%d</duration></backup>\n",
                length / TICKS);
      }
      write_bar(sheet, &bar, staff, number, &stave[hand]);
    }
    if (i + 1 == sheet->plan->bars) {
      fputs("      <barline location=\"right\"><bar-style>light-heavy"
            "</bar-style></barline>\n",
            f);
    }
    fputs("    </measure>\n", f);
  }
}

static bool
write_part(const struct sheet *sheet, unsigned number)
{
  struct stave stave[2] = {{.at = 0}, {.at = 0}};
  const unsigned lane = sheet->staff[number - 1].lane;
  const unsigned hands = has_two_staves(sheet, lane) ? 2 : 1;
  bool is_done = true;
  for (unsigned hand = 0; hand < hands && is_done; ++hand) {
    struct yeoun_staff staff = sheet->staff[number - 1];
    staff.hand = hands > 1 ? (uint8_t)(hand + 1) : 0;
    is_done = yeoun_notation_make(sheet->composed, staff, &stave[hand].part);
  }
  if (is_done) {
    fprintf(sheet->file, "  <part id=\"P%u\">\n", number);
    write_measures(sheet, number, hands, stave);
    fputs("  </part>\n", sheet->file);
  }
  yeoun_part_free(&stave[0].part);
  yeoun_part_free(&stave[1].part);
  return is_done;
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
