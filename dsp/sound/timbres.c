// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "timbres.h"

#include "../palette.h"

#define S YEOUN_KIND_STRUCK
#define P YEOUN_KIND_PLUCKED
#define H YEOUN_KIND_HELD
#define B YEOUN_KIND_BAR

/* kind, attack, decay, release, bright, odd, inharmonic, noise, vibrato, gain
 */
static const struct yeoun_timbre timbres[YEOUN_INSTRUMENTS] = {
  [YEOUN_FELT_PIANO] = {S, .006f, 7, .25f, .5f, 0, 3e-4f, 0, 0, .5f},
  [YEOUN_GRAND_PIANO] = {S, .003f, 9, .2f, .75f, 0, 3e-4f, 0, 0, .5f},
  [YEOUN_VIOLIN] = {H, .07f, 1, .12f, .85f, 0, 0, .015f, 16, .35f},
  [YEOUN_CELLO] = {H, .09f, 1, .15f, .85f, 0, 0, .015f, 14, .35f},
  [YEOUN_STRINGS] = {H, .18f, 1, .35f, .8f, 0, 0, .02f, 9, .3f},
  [YEOUN_PIZZICATO] = {P, .001f, 1.1f, .15f, .6f, 0, 0, 0, 0, .6f},
  [YEOUN_HARP] = {P, .001f, 5, .8f, .7f, 0, 0, 0, 0, .5f},
  [YEOUN_NYLON_GUITAR] = {P, .001f, 4, .2f, .75f, 0, 0, 0, 0, .5f},
  [YEOUN_GAYAGEUM] = {P, .001f, 3, .2f, .85f, 0, 0, 0, 0, .5f},
  [YEOUN_DAEGEUM] = {H, .09f, 1, .12f, .6f, .2f, 0, .06f, 24, .35f},
  [YEOUN_FLUTE] = {H, .06f, 1, .1f, .35f, 0, 0, .03f, 8, .4f},
  [YEOUN_CLARINET] = {H, .04f, 1, .08f, .7f, .9f, 0, .01f, 0, .35f},
  [YEOUN_BASSOON] = {H, .04f, 1, .08f, .9f, 0, 0, .01f, 4, .3f},
  [YEOUN_CELESTA] = {B, .002f, 2.5f, .4f, .15f, 0, 0, 0, 0, .5f},
  [YEOUN_GLOCKENSPIEL] = {B, .001f, 4, 4, .4f, 0, 0, 0, 0, .4f},
  [YEOUN_MUSIC_BOX] = {B, .001f, 2, 2, .3f, 0, 0, 0, 0, .4f},
  [YEOUN_VIBRAPHONE] = {B, .003f, 5, .5f, .15f, 0, 0, 0, 0, .5f},
  [YEOUN_ELECTRIC_PIANO] = {S, .003f, 5, .2f, .3f, 0, 0, 0, 0, .5f},
  [YEOUN_WARM_PAD] = {H, .5f, 1, .9f, .4f, 0, 0, 0, 5, .3f},
  [YEOUN_GLASS_PAD] = {H, .6f, 1, 1.2f, .5f, .7f, 4e-4f, .005f, 4, .25f},
  [YEOUN_VOICES] = {H, .2f, 1, .35f, .5f, 0, 0, .02f, 14, .35f},
  [YEOUN_UPRIGHT_BASS] = {P, .002f, 2, .15f, .35f, 0, 0, 0, 0, .9f},
  [YEOUN_SYNTH_BASS] = {H, .01f, 1, .12f, .5f, 0, 0, 0, 0, .4f},
};

static const struct yeoun_timbre low_drum =
  {S, .001f, .5f, .3f, .3f, 0, .08f, .3f, 0, .7f};
static const struct yeoun_timbre high_drum =
  {S, .001f, .12f, .1f, .6f, 0, .15f, .9f, 0, .5f};
static const struct yeoun_timbre metal = {B, .001f, 3, 3, .7f, 0, 0, 0, 0, .2f};

const struct yeoun_timbre *
yeoun_timbre_of(unsigned instrument, unsigned key)
{
  if (instrument == YEOUN_KIT) {
    return key == YEOUN_DRUM_TRIANGLE ? &metal
           : key == YEOUN_DRUM_KICK || key == YEOUN_DRUM_FRAME_LOW ||
               key == YEOUN_DRUM_JANGGU_KUNG
             ? &low_drum
             : &high_drum;
  }
  return instrument > 0 && instrument < YEOUN_INSTRUMENTS
           ? &timbres[instrument]
           : &timbres[YEOUN_FELT_PIANO];
}
