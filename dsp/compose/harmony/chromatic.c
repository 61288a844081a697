// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "compose/harmony/chromatic.h"

#include "compose/harmony/chord_statistics.h"

#define S(root, quality) YEOUN_STATE(root, quality)

/* Literature: [AS] Aldwell and Schachter, Harmony and Voice Leading, ch. 22
   mixture, 25 applied chords, 28 Neapolitan, 29 augmented sixths; [KP] Kostka
   and Payne, Tonal Harmony, ch. 16, 17, 21 to 23, 26; [H] Lehman, the
   heartstring schema (iv, bVI, ii half-diminished under a major tonic); [K]
   Kopp, Chromatic Transformations in Nineteenth-Century Music, 2002, mediants;
   [L] Levine, The Jazz Theory Book, 1995, tritone substitutes, side-slipping.

   Costs are -16 log2 of single figures that the rows were held against: n of
   15,692 chords of major, 11,533 of minor, in 172 and 135 romantic piano pieces
   (DCML corpora: Chopin, Grieg, Liszt, Medtner, Schumann, Dvorak, Tchaikovsky),
   [jazz] n of 59,563 in 1,420 jazz charts. No table of those corpora is here.
 */
static const struct yeoun_chromatic rows[] = {
  /* 150; to I in 42, V in 22, ii half-dim 14 [AS, H] */
  {"minor subdominant",
   S(5, MIN),
   YEOUN_CHROMATIC_MIXTURE,
   true,
   false,
   107,
   25,
   4,
   {S(0, MAJ), S(7, 7), S(7, MAJ), S(2, M7B5)}},
  /* 188; to V in 74, I in 49 [AS, H] */
  {"half-diminished ii",
   S(2, M7B5),
   YEOUN_CHROMATIC_MIXTURE,
   true,
   false,
   102,
   25,
   4,
   {S(7, 7), S(7, MAJ), S(0, MAJ), S(11, DIM7)}},
  /* 128 [AS, H] */
  {"flat VI",
   S(8, MAJ),
   YEOUN_CHROMATIC_MIXTURE,
   true,
   false,
   111,
   35,
   5,
   {S(7, 7), S(7, MAJ), S(10, MAJ), S(5, MIN), S(0, MAJ)}},
  /* 75 [AS] */
  {"flat VII",
   S(10, MAJ),
   YEOUN_CHROMATIC_MIXTURE,
   true,
   false,
   123,
   25,
   3,
   {S(0, MAJ), S(8, MAJ), S(5, MAJ)}},
  /* 81, before V in 18 [AS] */
  {"minor tonic",
   S(0, MIN),
   YEOUN_CHROMATIC_MIXTURE,
   true,
   false,
   121,
   60,
   3,
   {S(7, 7), S(7, MAJ), S(5, MIN)}},
  /* 223, picardy 9 % of minor ends [AS] */
  {"major tonic",
   S(0, MAJ),
   YEOUN_CHROMATIC_MIXTURE,
   false,
   true,
   91,
   60,
   2,
   {S(5, MIN), S(7, MAJ)}},
  /* 107 [AS] */
  {"major subdominant",
   S(5, MAJ),
   YEOUN_CHROMATIC_MIXTURE,
   false,
   true,
   108,
   30,
   3,
   {S(0, MIN), S(7, MAJ), S(10, MAJ)}},

  /* 476; to V 350, in minor 316; to V 157 [AS, KP] */
  {"V7 of V",
   S(2, 7),
   YEOUN_CHROMATIC_APPLIED,
   true,
   true,
   81,
   15,
   3,
   {S(7, MAJ), S(7, 7), S(7, SUS)}},
  /* 293; to IV 132 */
  {"V7 of IV",
   S(0, 7),
   YEOUN_CHROMATIC_APPLIED,
   true,
   false,
   92,
   15,
   2,
   {S(5, MAJ), S(5, MAJ7)}},
  /* 179; to iv 82 */
  {"V7 of iv",
   S(0, 7),
   YEOUN_CHROMATIC_APPLIED,
   false,
   true,
   96,
   20,
   2,
   {S(5, MIN), S(5, M7)}},
  /* 154 */
  {"V7 of ii",
   S(9, 7),
   YEOUN_CHROMATIC_APPLIED,
   true,
   false,
   107,
   15,
   3,
   {S(2, MIN), S(2, M7), S(2, 7)}},
  /* 155; to vi 72 */
  {"V7 of vi",
   S(4, 7),
   YEOUN_CHROMATIC_APPLIED,
   true,
   false,
   107,
   15,
   4,
   {S(9, MIN), S(9, M7), S(9, 7), S(5, MAJ)}},
  /* 108; to iii 52, III 21 */
  {"V7 of iii",
   S(11, 7),
   YEOUN_CHROMATIC_APPLIED,
   true,
   false,
   115,
   35,
   3,
   {S(4, MIN), S(4, M7), S(4, MAJ)}},
  /* 212; to III 95 */
  {"V7 of III",
   S(10, 7),
   YEOUN_CHROMATIC_APPLIED,
   false,
   true,
   92,
   10,
   2,
   {S(3, MAJ), S(3, MAJ7)}},
  /* 55 */
  {"V7 of VI",
   S(3, 7),
   YEOUN_CHROMATIC_APPLIED,
   false,
   true,
   123,
   25,
   2,
   {S(8, MAJ), S(8, MAJ7)}},
  /* 122 */
  {"V7 of VII",
   S(5, 7),
   YEOUN_CHROMATIC_APPLIED,
   false,
   true,
   105,
   20,
   2,
   {S(10, MAJ), S(10, 7)}},
  /* 215; to I 110, V 57; diatonic in minor, 316 */
  {"dim7 of I",
   S(11, DIM7),
   YEOUN_CHROMATIC_APPLIED,
   true,
   true,
   99,
   30,
   4,
   {S(0, MAJ), S(0, MIN), S(7, 7), S(7, MAJ)}},
  /* 145; to V 89; in minor 188 */
  {"dim7 of V",
   S(6, DIM7),
   YEOUN_CHROMATIC_APPLIED,
   true,
   true,
   108,
   30,
   3,
   {S(7, MAJ), S(7, 7), S(7, SUS)}},
  /* 98; to ii 37 */
  {"dim7 of ii",
   S(1, DIM7),
   YEOUN_CHROMATIC_APPLIED,
   true,
   false,
   117,
   25,
   2,
   {S(2, MIN), S(2, M7)}},
  /* 53; to vi 25 */
  {"dim7 of vi",
   S(8, DIM7),
   YEOUN_CHROMATIC_APPLIED,
   true,
   false,
   131,
   30,
   2,
   {S(9, MIN), S(9, M7)}},
  /* 47; to iii 16; between iii and ii in jazz */
  {"dim7 of iii",
   S(3, DIM7),
   YEOUN_CHROMATIC_APPLIED,
   true,
   false,
   134,
   35,
   3,
   {S(4, MIN), S(4, M7), S(2, M7)}},
  /* 61; to iv 23 */
  {"dim7 of iv",
   S(4, DIM7),
   YEOUN_CHROMATIC_APPLIED,
   false,
   true,
   121,
   35,
   2,
   {S(5, MIN), S(5, M7)}},

  /* 74; in minor 264; to V 53, i 21, vii7 15 [AS, KP] */
  {"Neapolitan",
   S(1, MAJ),
   YEOUN_CHROMATIC_SIXTH,
   true,
   true,
   110,
   40,
   4,
   {S(7, 7), S(7, MAJ), S(11, DIM7), S(0, MIN)}},
  /* 81; in minor 189; to V 46 and 110; sounds as bVI7 [AS, KP] */
  {"augmented sixth",
   S(8, 7),
   YEOUN_CHROMATIC_SIXTH,
   true,
   true,
   112,
   40,
   2,
   {S(7, MAJ), S(7, 7)}},

  /* 173 as V of vi and as colour [K] */
  {"upper mediant",
   S(4, MAJ),
   YEOUN_CHROMATIC_MEDIANT,
   true,
   false,
   104,
   45,
   3,
   {S(9, MIN), S(5, MAJ), S(9, MAJ)}},
  /* 62 [K] */
  {"lower mediant",
   S(9, MAJ),
   YEOUN_CHROMATIC_MEDIANT,
   true,
   false,
   128,
   55,
   3,
   {S(2, MIN), S(2, M7), S(2, 7)}},
  /* 92 [K] */
  {"flat mediant",
   S(3, MAJ),
   YEOUN_CHROMATIC_MEDIANT,
   true,
   false,
   119,
   50,
   4,
   {S(5, MAJ), S(0, MAJ), S(8, MAJ), S(7, 7)}},
  /* 32 [K, Lehman: slides and hexatonic poles of film music are rarer still] */
  {"minor flat VI",
   S(8, MIN),
   YEOUN_CHROMATIC_MEDIANT,
   false,
   true,
   136,
   70,
   2,
   {S(0, MIN), S(10, 7)}},

  /* 461 [jazz]; to I 243 [L] */
  {"tritone substitute of V",
   S(1, 7),
   YEOUN_CHROMATIC_SLIP,
   true,
   true,
   112,
   20,
   3,
   {S(0, MAJ), S(0, MAJ7), S(0, MIN)}},
  /* 6:7 to IV 134 [jazz] [L] */
  {"tritone substitute to IV",
   S(6, 7),
   YEOUN_CHROMATIC_SLIP,
   true,
   false,
   124,
   30,
   2,
   {S(5, MAJ), S(5, MAJ7)}},
  /* 3:7 to ii 98 [jazz] [L] */
  {"tritone substitute to ii",
   S(3, 7),
   YEOUN_CHROMATIC_SLIP,
   true,
   false,
   120,
   30,
   2,
   {S(2, MIN), S(2, M7)}},
  /* 1:maj 64, 1:maj7 250 [jazz]; to I 39 [L, side-slipping] */
  {"slip to flat II",
   S(1, MAJ),
   YEOUN_CHROMATIC_SLIP,
   true,
   false,
   124,
   40,
   2,
   {S(0, MAJ), S(0, MAJ7)}},
  /* 68 [jazz], same root after it 44; 10 romantic [KP ch. 26] */
  {"common-tone dim7",
   S(0, DIM7),
   YEOUN_CHROMATIC_SLIP,
   true,
   false,
   128,
   10,
   2,
   {S(0, MAJ), S(0, MAJ7)}},
  /* 6:dim7 259, back to I 182 [jazz] */
  {"dim7 under the tonic",
   S(6, DIM7),
   YEOUN_CHROMATIC_SLIP,
   true,
   false,
   126,
   15,
   2,
   {S(0, MAJ), S(7, 7)}},
  /* V7 to bVI 2.4 to 2.7 % in minor, vi 1.5 % in major [AS ch. 22] */
  {"deceptive flat VI",
   S(8, MAJ),
   YEOUN_CHROMATIC_SLIP,
   true,
   false,
   118,
   20,
   3,
   {S(7, 7), S(0, MAJ), S(5, MIN)}},
};

const struct yeoun_chromatic *
yeoun_chromatics(int *count)
{
  *count = (int)(sizeof(rows) / sizeof(rows[0]));
  return rows;
}

int
yeoun_chromatic_cost(const struct yeoun_chromatic *row, float chromatic)
{
  const int percent = chromatic < 0   ? 0
                      : chromatic > 1 ? 100
                                      : (int)(chromatic * 100 + 0.5f);
  if (percent < row->least) {
    return YEOUN_COST_NEVER;
  }
  return row->cost + (100 - percent) * 96 / 100;
}

bool
yeoun_chromatic_is_goal(const struct yeoun_chromatic *row, int state)
{
  for (int i = 0; i < row->goals; ++i) {
    if (row->goal[i] == state) {
      return true;
    }
  }
  return false;
}
