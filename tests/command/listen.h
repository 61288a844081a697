// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What is heard in stereo sound files of the test's folder. */

#ifndef YEOUN_TESTS_COMMAND_LISTEN_H
#define YEOUN_TESTS_COMMAND_LISTEN_H

/** Attacks a second in part of a file: where the power above the middle trebles
    within 10 ms. Meant for one plucked voice. */
double
count_onsets(const char *name, double from_s, double to_s);

/** How much of the time something sounds in part of a file, 0..1: steps of
    10 ms that lie within 30 dB of its loudest. */
double
share_of_sound(const char *name, double from_s, double to_s);

/** How far part of two files is apart: 0 the same, 1 as two sounds that have
    nothing in common; 0 for silence. */
double
difference_of(const char *one, const char *two, double from_s, double to_s);

/** What is left of a file when others are taken from it: its power against that
    of the whole, 0..; 1 when the whole is silent. */
double
rest_of(const char *whole, const char *const *part, unsigned parts);

#endif
