// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "musicxml_sign.h"

#include "palette.h"
#include "signs.h"

/** A place on the staff for each drum: low ones low, shakers above it. */
static const struct {
  uint8_t key;
  char step;
  int octave;
} places[] = {
  {YEOUN_DRUM_KICK, 'F', 4},
  {YEOUN_DRUM_BRUSH_TAP, 'C', 5},
  {YEOUN_DRUM_BRUSH_SWEEP, 'B', 4},
  {YEOUN_DRUM_FRAME_LOW, 'A', 4},
  {YEOUN_DRUM_FRAME_HIGH, 'D', 5},
  {YEOUN_DRUM_JANGGU_DEOK, 'E', 5},
  {YEOUN_DRUM_JANGGU_KUNG, 'G', 4},
  {YEOUN_DRUM_WOODBLOCK_HIGH, 'E', 5},
  {YEOUN_DRUM_WOODBLOCK_LOW, 'D', 5},
  {YEOUN_DRUM_TRIANGLE, 'A', 5},
  {YEOUN_DRUM_SHAKER, 'G', 5},
};

static void
write_drum(FILE *file, unsigned key)
{
  size_t i = 0;
  while (i + 1 < sizeof(places) / sizeof(places[0]) && places[i].key != key) {
    ++i;
  }
  fprintf(file,
          "<unpitched><display-step>%c</display-step>"
          "<display-octave>%d</display-octave></unpitched>",
          places[i].step,
          places[i].octave);
}

static void
write_pitch(FILE *file, struct yeoun_key home, unsigned lane, unsigned key)
{
  if (lane == YEOUN_LANE_DRUMS) {
    write_drum(file, key);
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
                   unsigned lane,
                   const struct yeoun_sign *s,
                   unsigned i)
{
  static const char *const types[] = {
    "whole", "half", "quarter", "eighth", "16th", "32nd"};
  fprintf(file, "<duration>%d</duration>", s->length);
  fputs(s->is_tied_before ? "<tie type=\"stop\"/>" : "", file);
  fputs(s->is_tied_after ? "<tie type=\"start\"/>" : "", file);
  /* Two instruments at once make MuseScore complain: the place on the staff
     tells the second. */
  if (lane == YEOUN_LANE_DRUMS && s->count && !i) {
    fprintf(file, "<instrument id=\"P%u-I%u\"/>", lane + 1, s->pitch[i] + 1U);
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
                 unsigned lane,
                 const struct yeoun_sign *s)
{
  write_graces(file, key, lane, s);
  for (unsigned i = 0; i < (s->count ? s->count : 1U); ++i) {
    fprintf(file, "      <note>%s", i ? "<chord/>" : "");
    if (s->count) {
      write_pitch(file, key, lane, s->pitch[i]);
    } else {
      fputs("<rest/>", file);
    }
    write_rest_of_note(file, lane, s, i);
  }
}
