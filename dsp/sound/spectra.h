// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Spectra of recorded instruments: no law is as uneven as they are. */

#ifndef YEOUN_SOUND_SPECTRA_H
#define YEOUN_SOUND_SPECTRA_H

#include <stdint.h>

#define YEOUN_SPECTRUM_TOLD 24

struct yeoun_spectrum_row {
  uint8_t key;                        /**< MIDI; 0 ends the rows */
  uint8_t below[YEOUN_SPECTRUM_TOLD]; /**< dB of each harmonic under the
                                           strongest */
};

/** Those of an instrument (enum yeoun_instrument), or NULL. Any thread. */
const struct yeoun_spectrum_row *
yeoun_spectrum_rows(unsigned instrument);

/** Amplitude of harmonic n (from 1) at a key, between the rows. Any thread. */
float
yeoun_spectrum_level(const struct yeoun_spectrum_row *rows, float key, int n);

#endif
