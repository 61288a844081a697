// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What a stretch of sound is made of. */

#ifndef YEOUN_TESTS_REPORT_SOUND_SPECTRUM_H
#define YEOUN_TESTS_REPORT_SOUND_SPECTRUM_H

#include <stdint.h>

/** Amplitude at a frequency through a Hann window; phase in radians, or NULL.
 */
double
spectrum_at(const float *x,
            uint32_t frames,
            double hertz,
            double rate,
            double *phase);

/** The frequency of the component next to a guess, by how far its phase moves
    between two windows of the stretch. */
double
spectrum_pitch(const float *x, uint32_t frames, double guess, double rate);

/** The middle of the power within so many cents of a frequency: of many who
    play together. */
double
spectrum_middle(const float *x,
                uint32_t frames,
                double hertz,
                double cents,
                double rate);

/** How far the power within 60 cents of a frequency lies from its
    middle: standard deviation, cents. */
double
spectrum_width(const float *x, uint32_t frames, double hertz, double rate);

/** The strongest component within a share of a frequency, e.g. .03; its
    amplitude. @param[out] found  Hz, or NULL */
double
spectrum_near(const float *x,
              uint32_t frames,
              double hertz,
              double share,
              double rate,
              double *found);

/** Centre of the first harmonics (at most 40, below 16 kHz) over the first. */
double
spectrum_centroid(const float *x, uint32_t frames, double first, double rate);

/** Add the power of some harmonics, and of what noise there is of it half-way
    between each and the one below. */
void
spectrum_part(const float *x,
              uint32_t frames,
              double first,
              int from,
              int to,
              double rate,
              double *clean,
              double *dirty);

#define SPECTRUM_FRAMES 16384

/** Power of each frequency up to half the rate: a transform of SPECTRUM_FRAMES,
    already through a window, to half as many. */
void
spectrum_power(const double *x, double *power);

/** Level in dB (RMS) of a stretch. */
double
spectrum_level(const float *x, uint32_t frames);

#endif
