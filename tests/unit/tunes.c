// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "tunes.h"

#include <stdlib.h>
#include <string.h>

const struct yeoun_old_tune yeoun_old_tunes[YEOUN_TUNES] = {
  {"Ah, vous dirai-je, maman",
   {2, 4},
   false,
   0,
   "| C 0/4 0/4 7/4 7/4 F 9/4 9/4 C 7/8 | F 5/4 5/4 C 4/4 4/4 G 2/4 2/4 C 0/8 "
   "| C 7/4 7/4 F 5/4 5/4 C 4/4 4/4 G 2/8 | C 7/4 7/4 F 5/4 5/4 C 4/4 4/4 "
   "G 2/8 | C 0/4 0/4 7/4 7/4 F 9/4 9/4 C 7/8 | F 5/4 5/4 C 4/4 4/4 G 2/4 2/4 "
   "C 0/8"},
  {"Ode to Joy",
   {4, 4},
   false,
   0,
   "| C 4/4 4/4 5/4 7/4 G 7/4 5/4 4/4 2/4 C 0/4 0/4 2/4 4/4 4/6 G 2/2 2/8 "
   "| C 4/4 4/4 5/4 7/4 G 7/4 5/4 4/4 2/4 C 0/4 0/4 2/4 4/4 G 2/6 C 0/2 0/8 "
   "| G 2/4 2/4 C 4/4 0/4 G 2/4 4/2 5/2 C 4/4 0/4 G 2/4 4/2 5/2 4/4 2/4 "
   "D 0/4 2/4 G -5/8 | C 4/4 4/4 5/4 7/4 G 7/4 5/4 4/4 2/4 C 0/4 0/4 2/4 4/4 "
   "G 2/6 C 0/2 0/8"},
  {"Frere Jacques",
   {4, 4},
   false,
   0,
   "| C 0/4 2/4 4/4 0/4 | 0/4 2/4 4/4 0/4 | 4/4 5/4 7/8 | 4/4 5/4 7/8 | 7/2 "
   "9/2 7/2 5/2 4/4 0/4 | 7/2 9/2 7/2 5/2 4/4 0/4 | 0/4 G -5/4 C 0/8 | 0/4 "
   "G -5/4 C 0/8"},
  {"Au clair de la lune",
   {4, 4},
   false,
   0,
   "| C 0/4 0/4 0/4 2/4 4/8 G 2/8 C 0/4 4/4 G 2/4 2/4 C 0/16 | 0/4 0/4 0/4 2/4 "
   "4/8 G 2/8 C 0/4 4/4 G 2/4 2/4 C 0/16 | G 2/4 2/4 2/4 2/4 -3/8 -3/8 2/4 0/4 "
   "-1/4 -3/4 -5/16 | C 0/4 0/4 0/4 2/4 4/8 G 2/8 C 0/4 4/4 G 2/4 2/4 C 0/16"},
  {"Silent Night",
   {6, 8},
   false,
   0,
   "| C 7/3 9/1 7/2 4/6 | 7/3 9/1 7/2 4/6 | G 14/4 14/2 11/6 | C 12/4 12/2 7/6 "
   "| F 9/4 9/2 12/3 11/1 9/2 C 7/3 9/1 7/2 4/6 | F 9/4 9/2 12/3 11/1 9/2 "
   "C 7/3 9/1 7/2 4/6 | G7 14/4 14/2 17/3 14/1 11/2 C 12/6 16/6 | 12/3 7/1 4/2 "
   "G7 7/3 5/1 2/2 C 0/12"},
  {"Auld Lang Syne",
   {4, 4},
   false,
   12,
   "| C -5/4 0/6 0/2 0/4 4/4 G 2/6 0/2 2/4 4/4 | C 0/6 0/2 4/4 7/4 F 9/12 | "
   "9/4 "
   "C 7/6 4/2 4/4 0/4 G 2/6 0/2 2/4 4/4 | F 0/6 -3/2 -3/4 G -5/4 C 0/12"},
  {"Greensleeves",
   {6, 8},
   true,
   10,
   "| Cm 0/2 3/4 5/2 7/3 9/1 7/2 | Bb 5/4 2/2 -2/3 0/1 2/2 | Cm 3/4 0/2 0/3 "
   "-1/1 0/2 G 2/4 -1/2 -5/4 | Cm 0/2 3/4 5/2 7/3 9/1 7/2 | Bb 5/4 2/2 -2/3 "
   "0/1 "
   "2/2 | Cm 3/3 2/1 0/2 G -1/3 -3/1 -1/2 Cm 0/6 0/6"},
  {"Arirang",
   {3, 4},
   false,
   0,
   "| C -5/6 -3/2 -5/2 -3/2 0/6 2/2 0/2 2/2 | 4/4 2/2 0/2 -3/2 -5/2 -5/6 -3/2 "
   "-5/2 -3/2 | 0/6 2/2 0/2 2/2 4/2 2/2 Am 0/2 -3/2 -5/2 -3/2 C 0/6 2/2 0/4 "
   "0/12 | 7/8 7/4 7/4 4/4 2/4 | 4/4 2/2 0/2 -3/2 -5/2 -5/6 -3/2 -5/2 -3/2 | "
   "0/6 "
   "2/2 0/2 2/2 4/2 2/2 Am 0/2 -3/2 -5/2 -3/2 C 0/6 2/2 0/4 0/12"},
};

int
yeoun_old_tune_read(const struct yeoun_old_tune *tune,
                    struct yeoun_expected_note note[YEOUN_TUNE_NOTES])
{
  enum { MIDDLE_C = 60 };
  const char *text = tune->text;
  struct yeoun_chord chord = yeoun_chord_make(0, YEOUN_CHORD_MAJ, 0);
  bool is_start = false;
  int32_t ticks = tune->upbeat * YEOUN_BEAT / 4;
  int notes = 0;
  while (*text) {
    if (*text == '|') {
      is_start = true;
    } else if (*text >= 'A' && *text <= 'G') {
      (void)yeoun_chord_read(text, &chord);
    } else if (*text != ' ' && notes < YEOUN_TUNE_NOTES) {
      char *end;
      const long pitch = MIDDLE_C + strtol(text, &end, 10);
      const long length = strtol(end + 1, &end, 10);
      note[notes++] = (struct yeoun_expected_note){
        .pitch = (uint8_t)pitch,
        .weight = (uint8_t)yeoun_metrical_weight(tune->meter, ticks),
        .is_phrase_start = is_start,
        .root = chord.root,
        .tones = chord.tones,
      };
      is_start = false;
      ticks += (int32_t)length * YEOUN_BEAT / 4;
    }
    text += strcspn(text, " ");
    text += strspn(text, " ");
  }
  return notes;
}
