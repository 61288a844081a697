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

/* Three choices a lane: for lyrical, romantic and comic. */
struct lane_choice {
  uint8_t pole[3];
};

/* What the lanes of a palette are given, from the practice of each style. */
static const struct lane_choice choices[YEOUN_PALETTES][YEOUN_LANES] = {
  [YEOUN_CHAMBER] = {{{YEOUN_FLUTE, YEOUN_VIOLIN, YEOUN_CLARINET}},
                     {{YEOUN_CELLO, YEOUN_CELLO, YEOUN_BASSOON}},
                     {{YEOUN_FELT_PIANO, YEOUN_GRAND_PIANO, YEOUN_PIZZICATO}},
                     {{YEOUN_CELLO, YEOUN_CELLO, YEOUN_PIZZICATO}},
                     {{YEOUN_STRINGS, YEOUN_STRINGS, YEOUN_STRINGS}},
                     {{YEOUN_KIT, YEOUN_KIT, YEOUN_KIT}}},
  [YEOUN_ORCHESTRAL] = {{{YEOUN_FLUTE, YEOUN_VIOLIN, YEOUN_CLARINET}},
                        {{YEOUN_CELLO, YEOUN_CELLO, YEOUN_BASSOON}},
                        {{YEOUN_HARP, YEOUN_HARP, YEOUN_PIZZICATO}},
                        {{YEOUN_STRINGS, YEOUN_STRINGS, YEOUN_PIZZICATO}},
                        {{YEOUN_STRINGS, YEOUN_STRINGS, YEOUN_STRINGS}},
                        {{YEOUN_KIT, YEOUN_KIT, YEOUN_KIT}}},
  [YEOUN_BALLAD] =
    {{{YEOUN_FELT_PIANO, YEOUN_GRAND_PIANO, YEOUN_CLARINET}},
     {{YEOUN_CELLO, YEOUN_CELLO, YEOUN_CLARINET}},
     {{YEOUN_FELT_PIANO, YEOUN_GRAND_PIANO, YEOUN_NYLON_GUITAR}},
     {{YEOUN_UPRIGHT_BASS, YEOUN_UPRIGHT_BASS, YEOUN_UPRIGHT_BASS}},
     {{YEOUN_STRINGS, YEOUN_STRINGS, YEOUN_WARM_PAD}},
     {{YEOUN_KIT, YEOUN_KIT, YEOUN_KIT}}},
  [YEOUN_JAZZ] =
    {{{YEOUN_VIBRAPHONE, YEOUN_CLARINET, YEOUN_CLARINET}},
     {{YEOUN_CLARINET, YEOUN_CELLO, YEOUN_BASSOON}},
     {{YEOUN_GRAND_PIANO, YEOUN_GRAND_PIANO, YEOUN_NYLON_GUITAR}},
     {{YEOUN_UPRIGHT_BASS, YEOUN_UPRIGHT_BASS, YEOUN_UPRIGHT_BASS}},
     {{YEOUN_WARM_PAD, YEOUN_STRINGS, YEOUN_WARM_PAD}},
     {{YEOUN_KIT, YEOUN_KIT, YEOUN_KIT}}},
  [YEOUN_LOFI] =
    {{{YEOUN_ELECTRIC_PIANO, YEOUN_FELT_PIANO, YEOUN_VIBRAPHONE}},
     {{YEOUN_NYLON_GUITAR, YEOUN_NYLON_GUITAR, YEOUN_CLARINET}},
     {{YEOUN_ELECTRIC_PIANO, YEOUN_ELECTRIC_PIANO, YEOUN_ELECTRIC_PIANO}},
     {{YEOUN_SYNTH_BASS, YEOUN_UPRIGHT_BASS, YEOUN_UPRIGHT_BASS}},
     {{YEOUN_WARM_PAD, YEOUN_WARM_PAD, YEOUN_WARM_PAD}},
     {{YEOUN_KIT, YEOUN_KIT, YEOUN_KIT}}},
  [YEOUN_GUGAK] = {{{YEOUN_DAEGEUM, YEOUN_DAEGEUM, YEOUN_GAYAGEUM}},
                   {{YEOUN_GAYAGEUM, YEOUN_CELLO, YEOUN_DAEGEUM}},
                   {{YEOUN_GAYAGEUM, YEOUN_GAYAGEUM, YEOUN_GAYAGEUM}},
                   {{YEOUN_CELLO, YEOUN_CELLO, YEOUN_UPRIGHT_BASS}},
                   {{YEOUN_STRINGS, YEOUN_STRINGS, YEOUN_STRINGS}},
                   {{YEOUN_KIT, YEOUN_KIT, YEOUN_KIT}}},
  [YEOUN_ELECTRONIC] =
    {{{YEOUN_VOICES, YEOUN_VOICES, YEOUN_MUSIC_BOX}},
     {{YEOUN_GLASS_PAD, YEOUN_CELLO, YEOUN_CELESTA}},
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
  return choices[p][lane % YEOUN_LANES].pole[pole % 3];
}

void
yeoun_palette_choose(unsigned palette,
                     const float weight[3],
                     float warmth,
                     struct yeoun_random *random,
                     uint8_t instrument[YEOUN_LANES])
{
  const unsigned p =
    palette > 0 && palette < YEOUN_PALETTES ? palette : YEOUN_CHAMBER;
  /* One draw for all lanes: a blend changes instruments lane by lane, since
     each lane shifts the draw by its own golden-ratio step. */
  float draw = yeoun_random_unit(random);
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    int pole = 0;
    float left = draw;
    while (pole < 2 && left >= weight[pole]) {
      left -= weight[pole++];
    }
    instrument[lane] = choices[p][lane].pole[pole];
    draw += 0.618034f;
    draw -= draw >= 1.0f ? 1.0f : 0.0f;
  }
  if (warmth < -0.5f && instrument[YEOUN_LANE_PAD] == YEOUN_WARM_PAD) {
    instrument[YEOUN_LANE_PAD] = YEOUN_GLASS_PAD;
  } else if (warmth > 0.5f && instrument[YEOUN_LANE_PAD] == YEOUN_GLASS_PAD) {
    instrument[YEOUN_LANE_PAD] = YEOUN_WARM_PAD;
  }
}
