// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "musicxml_sign.h"

#include <stddef.h>

#include "signs.h"

static void
write_pitch(FILE *file,
            struct yeoun_written written,
            unsigned lane,
            unsigned sounding)
{
  const unsigned key = (unsigned)((int)sounding + written.shift);
  if (lane == YEOUN_LANE_DRUMS) {
    /* The place of the only line of a staff. */
    fputs("<unpitched><display-step>E</display-step>"
          "<display-octave>4</display-octave></unpitched>",
          file);
    return;
  }
  const struct yeoun_spelling s =
    yeoun_spell(written.sharps, written.is_minor, key % 12);
  /* B sharp and C flat belong to the octave of their letter. */
  const int octave = ((int)key - s.alter) / 12 - 1;
  fprintf(file, "<pitch><step>%c</step>", s.step);
  if (s.alter) {
    fprintf(file, "<alter>%d</alter>", s.alter);
  }
  fprintf(file, "<octave>%d</octave></pitch>", octave);
}

/** Each hand is a voice of its own, on a staff of its own. */
static void
write_voice(FILE *file, struct yeoun_staff staff)
{
  fprintf(file, "<voice>%d</voice>", staff.hand == 2 ? 2 : 1);
}

static void
write_staff(FILE *file, struct yeoun_staff staff)
{
  if (staff.hand) {
    fprintf(file, "<staff>%d</staff>", staff.hand);
  }
}

static void
write_graces(FILE *file,
             struct yeoun_written written,
             struct yeoun_staff staff,
             const struct yeoun_sign *sign)
{
  for (unsigned i = 0; i < sign->graces; ++i) {
    fputs("      <note><grace slash=\"yes\"/>", file);
    write_pitch(file, written, staff.lane, sign->grace[i]);
    write_voice(file, staff);
    fputs("<type>eighth</type>", file);
    write_staff(file, staff);
    fputs("</note>\n", file);
  }
}

static void
write_articulation(FILE *file, const struct yeoun_sign *s)
{
  const char *const sign =
    s->articulation == YEOUN_ARTICULATION_STACCATO  ? "staccato"
    : s->articulation == YEOUN_ARTICULATION_MARCATO ? "accent"
    : s->articulation == YEOUN_ARTICULATION_TENUTO  ? "tenuto"
                                                    : NULL;
  if (sign && s->count && !s->is_tied_before) {
    fprintf(file, "<articulations><%s/></articulations>", sign);
  }
}

/** Ties, and what is written once for a chord. */
static void
write_notations(FILE *file, const struct yeoun_sign *s, bool is_first)
{
  fputs("<notations>", file);
  fputs(s->is_tied_before ? "<tied type=\"stop\"/>" : "", file);
  fputs(s->is_tied_after ? "<tied type=\"start\"/>" : "", file);
  if (is_first) {
    fputs(s->ends_slur ? "<slur type=\"stop\" number=\"1\"/>" : "", file);
    fputs(s->begins_slur ? "<slur type=\"start\" number=\"1\"/>" : "", file);
    fputs(s->begins_tuplet ? "<tuplet type=\"start\"/>" : "", file);
    fputs(s->ends_tuplet ? "<tuplet type=\"stop\"/>" : "", file);
    write_articulation(file, s);
  }
  fputs("</notations>", file);
}

/** What follows the pitch of each note of a sign. */
static void
write_rest_of_note(FILE *file,
                   struct yeoun_staff staff,
                   unsigned number,
                   const struct yeoun_sign *s,
                   unsigned i)
{
  static const char *const types[] = {
    "whole", "half", "quarter", "eighth", "16th", "32nd"};
  fprintf(file, "<duration>%d</duration>", s->length);
  fputs(s->is_tied_before ? "<tie type=\"stop\"/>" : "", file);
  fputs(s->is_tied_after ? "<tie type=\"start\"/>" : "", file);
  if (staff.lane == YEOUN_LANE_DRUMS && s->count) {
    fprintf(file, "<instrument id=\"P%u-I1\"/>", number);
  }
  write_voice(file, staff);
  fprintf(file, "<type>%s</type>", types[s->type]);
  fputs(s->is_dotted ? "<dot/>" : "", file);
  if (s->is_triplet) {
    fputs("<time-modification><actual-notes>3</actual-notes>"
          "<normal-notes>2</normal-notes></time-modification>",
          file);
  }
  write_staff(file, staff);
  write_notations(file, s, !i);
  fputs("</note>\n", file);
}

void
yeoun_sign_write(FILE *file,
                 struct yeoun_written written,
                 struct yeoun_staff staff,
                 unsigned number,
                 const struct yeoun_sign *s)
{
  write_graces(file, written, staff, s);
  for (unsigned i = 0; i < (s->count ? s->count : 1U); ++i) {
    fprintf(file, "      <note>%s", i ? "<chord/>" : "");
    if (s->count) {
      write_pitch(file, written, staff.lane, s->pitch[i]);
    } else {
      fputs("<rest/>", file);
    }
    write_rest_of_note(file, staff, number, s, i);
  }
}
