// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "musicxml_sign.h"

#include "signs.h"

static void
write_pitch(FILE *file, struct yeoun_key home, unsigned lane, unsigned key)
{
  if (lane == YEOUN_LANE_DRUMS) {
    /* The place of the only line of a staff. */
    fputs("<unpitched><display-step>E</display-step>"
          "<display-octave>4</display-octave></unpitched>",
          file);
    return;
  }
  const struct yeoun_spelling s = yeoun_spell(home, key % 12);
  /* B sharp and C flat belong to the octave of their letter. */
  const int octave = ((int)key - s.alter) / 12 - 1;
  fprintf(file, "<pitch><step>%c</step>", s.step);
  if (s.alter) {
    fprintf(file, "<alter>%d</alter>", s.alter);
  }
  fprintf(file, "<octave>%d</octave></pitch>", octave);
}

static void
write_graces(FILE *file,
             struct yeoun_key key,
             unsigned lane,
             const struct yeoun_sign *sign)
{
  for (unsigned i = 0; i < sign->graces; ++i) {
    fputs("      <note><grace slash=\"yes\"/>", file);
    write_pitch(file, key, lane, sign->grace[i]);
    fputs("<voice>1</voice><type>eighth</type></note>\n", file);
  }
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
  fprintf(file, "<voice>1</voice><type>%s</type>", types[s->type]);
  fputs(s->is_dotted ? "<dot/>" : "", file);
  if (s->is_triplet) {
    fputs("<time-modification><actual-notes>3</actual-notes>"
          "<normal-notes>2</normal-notes></time-modification>",
          file);
  }
  const bool has_tuplet = !i && (s->begins_tuplet || s->ends_tuplet);
  if (s->is_tied_before || s->is_tied_after || has_tuplet) {
    fputs("<notations>", file);
    fputs(s->is_tied_before ? "<tied type=\"stop\"/>" : "", file);
    fputs(s->is_tied_after ? "<tied type=\"start\"/>" : "", file);
    fputs(has_tuplet && s->begins_tuplet ? "<tuplet type=\"start\"/>" : "",
          file);
    fputs(has_tuplet && s->ends_tuplet ? "<tuplet type=\"stop\"/>" : "", file);
    fputs("</notations>", file);
  }
  fputs("</note>\n", file);
}

void
yeoun_sign_write(FILE *file,
                 struct yeoun_key key,
                 struct yeoun_staff staff,
                 unsigned number,
                 const struct yeoun_sign *s)
{
  write_graces(file, key, staff.lane, s);
  for (unsigned i = 0; i < (s->count ? s->count : 1U); ++i) {
    fprintf(file, "      <note>%s", i ? "<chord/>" : "");
    if (s->count) {
      write_pitch(file, key, staff.lane, s->pitch[i]);
    } else {
      fputs("<rest/>", file);
    }
    write_rest_of_note(file, staff, number, s, i);
  }
}
