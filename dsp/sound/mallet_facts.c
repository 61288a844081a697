// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "mallet_facts.h"

#include "music/palette.h"

/* A free bar: 3.011^2, 5^2, 7^2, 9^2 over the first (Fletcher & Rossing 1998,
   section 2.15), with the twist of the bar between them. */
static const struct yeoun_mallet_mode glockenspiel_modes[] = {
  {1, 1, 1},
  {2.756f, .5f, .55f},
  {3.57f, .08f, .3f},
  {5.404f, .6f, .2f},
  {8.933f, .5f, .1f},
  {0, 0, 0}};

/* Undercut, so that the second mode is two octaves up, the third close to 1 :
   10 (Fletcher & Rossing 1998, section 19.5). A pipe stands under the first. */
static const struct yeoun_mallet_mode vibraphone_modes[] = {{1, 1, 1},
                                                            {4, .42f, .16f},
                                                            {10.1f, .3f, .05f},
                                                            {17.6f, .14f, .03f},
                                                            {0, 0, 0}};

/* A steel plate on a wooden box that answers to its first mode alone. */
static const struct yeoun_mallet_mode celesta_modes[] = {{1, 1, 1},
                                                         {2.756f, .34f, .18f},
                                                         {4.0f, .12f, .3f},
                                                         {5.404f, .2f, .08f},
                                                         {0, 0, 0}};

/* A tine held at one end: 1 : 6.267 : 17.55 (Fletcher & Rossing 1998, section
   2.16); tuned with lead at its tip, which sets the second lower; the comb
   answers at the octave. */
static const struct yeoun_mallet_mode music_box_modes[] = {{1, 1, 1},
                                                           {2.0f, .05f, .8f},
                                                           {5.9f, .28f, .35f},
                                                           {13.8f, .1f, .15f},
                                                           {0, 0, 0}};

/* modes, s, lower, soft ms, hard ms, colour, click, its Hz, ms, damper, motor,
   depth, spread, gain */
static const struct yeoun_mallet_facts celesta = {celesta_modes,
                                                  2.7f,
                                                  .38f,
                                                  1.1f,
                                                  .25f,
                                                  1.2f,
                                                  .22f,
                                                  2600,
                                                  45,
                                                  .35f,
                                                  0,
                                                  0,
                                                  .3f,
                                                  .698f};
static const struct yeoun_mallet_facts glockenspiel = {glockenspiel_modes,
                                                       4.6f,
                                                       .18f,
                                                       .16f,
                                                       .05f,
                                                       .6f,
                                                       .55f,
                                                       9000,
                                                       30,
                                                       0,
                                                       0,
                                                       0,
                                                       .3f,
                                                       .442f};
static const struct yeoun_mallet_facts music_box = {music_box_modes,
                                                    1.75f,
                                                    .14f,
                                                    .25f,
                                                    .12f,
                                                    1.1f,
                                                    .32f,
                                                    5200,
                                                    25,
                                                    0,
                                                    0,
                                                    0,
                                                    .3f,
                                                    .732f};
static const struct yeoun_mallet_facts vibraphone = {vibraphone_modes,
                                                     3.6f,
                                                     .5f,
                                                     1.6f,
                                                     .5f,
                                                     1.6f,
                                                     .16f,
                                                     2400,
                                                     50,
                                                     .35f,
                                                     4.6f,
                                                     .22f,
                                                     .35f,
                                                     .613f};

const struct yeoun_mallet_facts *
yeoun_mallet_facts(unsigned instrument)
{
  switch (instrument) {
    case YEOUN_GLOCKENSPIEL:
      return &glockenspiel;
    case YEOUN_MUSIC_BOX:
      return &music_box;
    case YEOUN_VIBRAPHONE:
      return &vibraphone;
    default:
      return &celesta;
  }
}
