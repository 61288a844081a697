// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "palette.h"

#include <stddef.h>

static const char *const palette_names[YEOUN_PALETTES] = {"auto",
                                                          "chamber",
                                                          "orchestral",
                                                          "ballad",
                                                          "jazz",
                                                          "lo-fi",
                                                          "gugak",
                                                          "electronic"};

enum { POLES = 3, SINGERS = 3 };

/* Three choices a lane: for lyrical, romantic and comic. */
struct lane_choice {
  uint8_t pole[POLES];
};

/* Who may sing the tune in each of the three moods: the first as often as the
   two others together, so that a palette keeps its voice, and no instrument
   carries most tunes. A statement is sung by the first. */
static const uint8_t singers[YEOUN_PALETTES][POLES][SINGERS] = {
  [YEOUN_CHAMBER] = {{YEOUN_FLUTE, YEOUN_CLARINET, YEOUN_VIOLIN},
                     {YEOUN_VIOLIN, YEOUN_FLUTE, YEOUN_VIOLIN},
                     {YEOUN_CLARINET, YEOUN_FLUTE, YEOUN_VIOLIN}},
  [YEOUN_ORCHESTRAL] = {{YEOUN_VIOLIN, YEOUN_FLUTE, YEOUN_CLARINET},
                        {YEOUN_STRINGS, YEOUN_VIOLIN, YEOUN_CLARINET},
                        {YEOUN_FLUTE, YEOUN_CELESTA, YEOUN_VIOLIN}},
  [YEOUN_BALLAD] = {{YEOUN_FELT_PIANO, YEOUN_NYLON_GUITAR, YEOUN_CLARINET},
                    {YEOUN_GRAND_PIANO, YEOUN_NYLON_GUITAR, YEOUN_GRAND_PIANO},
                    {YEOUN_CLARINET, YEOUN_VIBRAPHONE, YEOUN_FLUTE}},
  [YEOUN_JAZZ] = {{YEOUN_VIBRAPHONE, YEOUN_ELECTRIC_PIANO, YEOUN_FLUTE},
                  {YEOUN_CLARINET, YEOUN_VIBRAPHONE, YEOUN_VIOLIN},
                  {YEOUN_CLARINET, YEOUN_VIBRAPHONE, YEOUN_FLUTE}},
  [YEOUN_LOFI] = {{YEOUN_ELECTRIC_PIANO, YEOUN_VIBRAPHONE, YEOUN_FELT_PIANO},
                  {YEOUN_FELT_PIANO, YEOUN_ELECTRIC_PIANO, YEOUN_VIBRAPHONE},
                  {YEOUN_VIBRAPHONE, YEOUN_ELECTRIC_PIANO, YEOUN_MUSIC_BOX}},
  [YEOUN_GUGAK] = {{YEOUN_DAEGEUM, YEOUN_DAEGEUM, YEOUN_DAEGEUM},
                   {YEOUN_DAEGEUM, YEOUN_DAEGEUM, YEOUN_GAYAGEUM},
                   {YEOUN_GAYAGEUM, YEOUN_GAYAGEUM, YEOUN_GAYAGEUM}},
  [YEOUN_ELECTRONIC] = {{YEOUN_VOICES, YEOUN_ELECTRIC_PIANO, YEOUN_VIBRAPHONE},
                        {YEOUN_VOICES, YEOUN_ELECTRIC_PIANO, YEOUN_VOICES},
                        {YEOUN_MUSIC_BOX,
                         YEOUN_ELECTRIC_PIANO,
                         YEOUN_VIBRAPHONE}},
};

/* What the other lanes of a palette are given, from the practice of each style.
 */
static const struct lane_choice choices[YEOUN_PALETTES][YEOUN_LANES] = {
  [YEOUN_CHAMBER] =
    {[YEOUN_LANE_COUNTER] = {{YEOUN_CELLO, YEOUN_CELLO, YEOUN_BASSOON}},
     {{YEOUN_FELT_PIANO, YEOUN_GRAND_PIANO, YEOUN_PIZZICATO}},
     {{YEOUN_CELLO, YEOUN_CELLO, YEOUN_PIZZICATO}},
     {{YEOUN_STRINGS, YEOUN_STRINGS, YEOUN_STRINGS}},
     {{YEOUN_KIT, YEOUN_KIT, YEOUN_KIT}}},
  [YEOUN_ORCHESTRAL] =
    {[YEOUN_LANE_COUNTER] = {{YEOUN_CELLO, YEOUN_CELLO, YEOUN_CLARINET}},
     {{YEOUN_HARP, YEOUN_HARP, YEOUN_PIZZICATO}},
     {{YEOUN_STRINGS, YEOUN_STRINGS, YEOUN_BASSOON}},
     {{YEOUN_STRINGS, YEOUN_STRINGS, YEOUN_STRINGS}},
     {{YEOUN_KIT, YEOUN_KIT, YEOUN_KIT}}},
  [YEOUN_BALLAD] =
    {[YEOUN_LANE_COUNTER] = {{YEOUN_CELLO, YEOUN_CELLO, YEOUN_BASSOON}},
     {{YEOUN_FELT_PIANO, YEOUN_GRAND_PIANO, YEOUN_NYLON_GUITAR}},
     {{YEOUN_UPRIGHT_BASS, YEOUN_UPRIGHT_BASS, YEOUN_UPRIGHT_BASS}},
     {{YEOUN_STRINGS, YEOUN_STRINGS, YEOUN_WARM_PAD}},
     {{YEOUN_KIT, YEOUN_KIT, YEOUN_KIT}}},
  [YEOUN_JAZZ] =
    {[YEOUN_LANE_COUNTER] = {{YEOUN_CLARINET, YEOUN_CELLO, YEOUN_BASSOON}},
     {{YEOUN_GRAND_PIANO, YEOUN_GRAND_PIANO, YEOUN_GRAND_PIANO}},
     {{YEOUN_UPRIGHT_BASS, YEOUN_UPRIGHT_BASS, YEOUN_UPRIGHT_BASS}},
     {{YEOUN_WARM_PAD, YEOUN_STRINGS, YEOUN_WARM_PAD}},
     {{YEOUN_KIT, YEOUN_KIT, YEOUN_KIT}}},
  [YEOUN_LOFI] =
    {[YEOUN_LANE_COUNTER] = {{YEOUN_NYLON_GUITAR,
                              YEOUN_NYLON_GUITAR,
                              YEOUN_CLARINET}},
     {{YEOUN_ELECTRIC_PIANO, YEOUN_ELECTRIC_PIANO, YEOUN_ELECTRIC_PIANO}},
     {{YEOUN_SYNTH_BASS, YEOUN_UPRIGHT_BASS, YEOUN_UPRIGHT_BASS}},
     {{YEOUN_WARM_PAD, YEOUN_WARM_PAD, YEOUN_WARM_PAD}},
     {{YEOUN_KIT, YEOUN_KIT, YEOUN_KIT}}},
  [YEOUN_GUGAK] =
    {[YEOUN_LANE_COUNTER] = {{YEOUN_GAYAGEUM, YEOUN_CELLO, YEOUN_DAEGEUM}},
     {{YEOUN_GAYAGEUM, YEOUN_GAYAGEUM, YEOUN_GAYAGEUM}},
     {{YEOUN_CELLO, YEOUN_CELLO, YEOUN_UPRIGHT_BASS}},
     {{YEOUN_STRINGS, YEOUN_STRINGS, YEOUN_STRINGS}},
     {{YEOUN_KIT, YEOUN_KIT, YEOUN_KIT}}},
  [YEOUN_ELECTRONIC] =
    {[YEOUN_LANE_COUNTER] = {{YEOUN_GLASS_PAD, YEOUN_CELLO, YEOUN_CELESTA}},
     {{YEOUN_ELECTRIC_PIANO, YEOUN_FELT_PIANO, YEOUN_PIZZICATO}},
     {{YEOUN_SYNTH_BASS, YEOUN_SYNTH_BASS, YEOUN_SYNTH_BASS}},
     {{YEOUN_GLASS_PAD, YEOUN_WARM_PAD, YEOUN_WARM_PAD}},
     {{YEOUN_KIT, YEOUN_KIT, YEOUN_KIT}}},
};

const char *
yeoun_palette_name(unsigned palette)
{
  return palette_names[palette < YEOUN_PALETTES ? palette : 0];
}

static char
lower(char letter)
{
  return letter >= 'A' && letter <= 'Z' ? (char)(letter + 'a' - 'A') : letter;
}

unsigned
yeoun_palette_find(const char *name)
{
  for (unsigned p = YEOUN_CHAMBER; p < YEOUN_PALETTES; ++p) {
    const char *const known = palette_names[p];
    int i = 0;
    while (known[i] && lower(name[i]) == known[i]) {
      ++i;
    }
    if (!known[i] && !name[i]) {
      return p;
    }
  }
  return YEOUN_PALETTES;
}

uint8_t
yeoun_palette_instrument(unsigned palette, unsigned lane, unsigned pole)
{
  const unsigned p =
    palette > 0 && palette < YEOUN_PALETTES ? palette : YEOUN_CHAMBER;
  return lane % YEOUN_LANES == YEOUN_LANE_MELODY
           ? singers[p][pole % POLES][0]
           : choices[p][lane % YEOUN_LANES].pole[pole % POLES];
}

void
yeoun_palette_choose(unsigned palette,
                     const float weight[3],
                     float warmth,
                     bool is_plain,
                     struct yeoun_random *random,
                     uint8_t instrument[YEOUN_LANES])
{
  const unsigned p =
    palette > 0 && palette < YEOUN_PALETTES ? palette : YEOUN_CHAMBER;
  /* One draw for all lanes: a blend changes instruments lane by lane, since
     each lane shifts the draw by its own golden-ratio step. */
  float draw = yeoun_random_unit(random);
  const unsigned drawn = yeoun_random_below(random, SINGERS + 1);
  const unsigned singer = is_plain || drawn == SINGERS ? 0 : drawn;
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    int pole = 0;
    float left = draw;
    while (pole < 2 && left >= weight[pole]) {
      left -= weight[pole++];
    }
    instrument[lane] = lane == YEOUN_LANE_MELODY ? singers[p][pole][singer]
                                                 : choices[p][lane].pole[pole];
    draw += 0.618034f;
    draw -= draw >= 1.0f ? 1.0f : 0.0f;
  }
  if (warmth < -0.5f && instrument[YEOUN_LANE_PAD] == YEOUN_WARM_PAD) {
    instrument[YEOUN_LANE_PAD] = YEOUN_GLASS_PAD;
  } else if (warmth > 0.5f && instrument[YEOUN_LANE_PAD] == YEOUN_GLASS_PAD) {
    instrument[YEOUN_LANE_PAD] = YEOUN_WARM_PAD;
  }
}
