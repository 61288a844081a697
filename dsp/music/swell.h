// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* How the level moves within one note: from where its velocity puts it over a
   crest to its end. The performer writes it, whoever sends controllers reads
   it, and so may a voice:

     gain_db = yeoun_swell_db(&message->swell, seconds / message->length_s)

   A message of a note that is entered late has the share of it that is gone in
   `gone`; one that is played by hand has no length and no swell. Only what is
   held (YEOUN_SUSTAIN_HELD) can follow; what is struck cannot. */

#ifndef YEOUN_MUSIC_SWELL_H
#define YEOUN_MUSIC_SWELL_H

#include "audio.h"

/** All zero: the level stays. */
struct yeoun_swell {
  float crest_at; /**< share of the note, 0..1 */
  float crest_db; /**< there, against its beginning: -32 .. +32 */
  float end_db;   /**< at its end, the same */
  float gone;     /**< share of the note that lies before its beginning, 0..1 */
};

/** Level against that at the written beginning of the note, dB; never above
    the greater of 0, crest and end. Any thread.
    @param share  of what is left of the note, 0 at the message .. 1 at its end;
                  held at its end beyond it */
YEOUN_AUDIO float
yeoun_swell_db(const struct yeoun_swell *swell, float share);

/** The value of a controller (CC11, CC1) at a level: 127 at 0 dB and above,
    amplitude as its square (General MIDI level 2, 40 log (value / 127)). Any
    thread. @return 1..127 */
YEOUN_AUDIO unsigned
yeoun_swell_controller(float level_db);

/** What a velocity would be so much louder or softer: the value of CC1 where it
    chooses the dynamic of samples. By the law of yeoun_velocity_of_db(). Any
    thread. @param velocity  1..127 @return 1..127 */
YEOUN_AUDIO unsigned
yeoun_swell_dynamics(unsigned velocity, float level_db);

#endif
