// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "kth.h"

/* Friberg, Bresin and Sundberg, "Overview of the KTH rule system for musical
   performance", Advances in Cognitive Psychology 2, 2006; harmonic charge as in
   the rule palette of Director Musices; final ritard: Friberg and Sundberg,
   JASA 105, 1999; punctuation: Friberg et al., JNMR 27, 1998. */
const struct yeoun_kth yeoun_kth = {
  .melodic_charge = {0, 6.5f, 2, 4.5f, 4, 2.5f, 6, 1, 5.5f, 3, 3.5f, 5},
  .harmonic_charge = {{0, 7, 4, 3.5f, 6, 3, 7.5f, 1.5f, 4, 9, 3.5f, 7},
                      {.3f, 8, 2.5f, 7, 3, 3.5f, 7, 2, 6.5f, 1.5f, 6, 5.5f}},
  .diminished_charge = 5,
  .high_loud = 0.25f,
  .melodic_level = 0.2f,
  .melodic_stretch = 2.0f / 300.0f,
  .harmonic_level = 1.5f,
  .harmonic_stretch = 0.018f,
  .harmonic_first = 8,
  .harmonic_each = 2,
  .harmonic_swell = 1900,
  .contrast_stretch = 1.5f,
  .contrast_level = 0.075f,
  .double_duration = 0.12f,
  .inegale = 0.22f,
  .punctuation_gap = {20, 60},
  .punctuation_at = {160, 640},
  .punctuation_stretch = 0.45f,
  .arch_slow = {0.1f, 0.2f},
  .arch_soft = {-0.5f, -1},
  .arch_amp = 2,
  .arch_next = 1.3f,
  .leap_up = {-4.2f, 4.2f},
  .leap_down = {2.4f, -4.2f},
  .leap_gap = 8,
  .uphill = -2,
  .repetition_gap = 35,
  .staccato_gap = 0.665f,
  .social = 10,
  .ritard_length = 1300,
  .ritard_speed = 3,
  .motor_noise = 3.4f,
  .clock_noise = {0.016f, 3.37f},
  .level_noise = 1,
};
