// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Recorded instruments to compare with: notes of a soundfont, dry, rendered by
   FluidSynth. */

#ifndef YEOUN_TESTS_REPORT_SOUND_RECORDED_H
#define YEOUN_TESTS_REPORT_SOUND_RECORDED_H

#include <stdint.h>

#define RECORDED_RATE 48000

struct recorded_note {
  uint8_t key, velocity; /**< MIDI */
};

/**
   Play notes one after another, left and right added and halved.

   @param font  path of a soundfont
   @param program  General MIDI, 0..127; 128: the drums
   @param held_s, whole_s  how long each is held, and until the next one; whole
   milliseconds
   @param[out] frames  of each note
   @return count times so many frames, to be freed; NULL when FluidSynth or the
   font is not there
*/
float *
recorded_play(const char *font,
              unsigned program,
              const struct recorded_note *note,
              unsigned count,
              double held_s,
              double whole_s,
              uint32_t *frames);

#endif
