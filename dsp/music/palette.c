// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "palette.h"

#include <stddef.h>

/* Ranges: written ranges of Adler, The Study of Orchestration, 3rd edition
   2002; gayageum and daegeum: strings and tone-hole range of the sanjo
   instruments. Programs: General MIDI level 1 (koto and shakuhachi stand in for
   Korean). */
static const struct yeoun_instrument_facts instruments[YEOUN_INSTRUMENTS] = {
  [YEOUN_INSTRUMENT_AUTO] =
    {"auto", 21, 108, 48, 84, 0, YEOUN_SUSTAIN_DECAY, 64},
  [YEOUN_FELT_PIANO] =
    {"felt piano", 21, 108, 48, 84, 0, YEOUN_SUSTAIN_DECAY, 64},
  [YEOUN_GRAND_PIANO] =
    {"grand piano", 21, 108, 45, 88, 0, YEOUN_SUSTAIN_DECAY, 64},
  [YEOUN_VIOLIN] = {"solo violin", 55, 100, 60, 88, 40, YEOUN_SUSTAIN_HELD, 1},
  [YEOUN_CELLO] = {"solo cello", 36, 79, 43, 69, 42, YEOUN_SUSTAIN_HELD, 1},
  [YEOUN_STRINGS] = {"strings", 31, 96, 43, 84, 48, YEOUN_SUSTAIN_HELD, 16},
  [YEOUN_PIZZICATO] =
    {"pizzicato", 31, 93, 40, 84, 45, YEOUN_SUSTAIN_DECAY, 16},
  [YEOUN_HARP] = {"harp", 24, 103, 43, 88, 46, YEOUN_SUSTAIN_FREE, 24},
  [YEOUN_NYLON_GUITAR] =
    {"nylon guitar", 40, 83, 45, 76, 24, YEOUN_SUSTAIN_DECAY, 6},
  [YEOUN_GAYAGEUM] = {"gayageum", 43, 88, 50, 76, 107, YEOUN_SUSTAIN_DECAY, 12},
  [YEOUN_DAEGEUM] = {"daegeum", 58, 87, 60, 80, 77, YEOUN_SUSTAIN_HELD, 1},
  [YEOUN_FLUTE] = {"flute", 60, 96, 64, 91, 73, YEOUN_SUSTAIN_HELD, 1},
  [YEOUN_CLARINET] = {"clarinet", 50, 91, 55, 82, 71, YEOUN_SUSTAIN_HELD, 1},
  [YEOUN_BASSOON] = {"bassoon", 34, 74, 38, 64, 70, YEOUN_SUSTAIN_HELD, 1},
  [YEOUN_CELESTA] = {"celesta", 60, 108, 67, 96, 8, YEOUN_SUSTAIN_DECAY, 16},
  [YEOUN_GLOCKENSPIEL] =
    {"glockenspiel", 79, 108, 79, 103, 9, YEOUN_SUSTAIN_FREE, 16},
  [YEOUN_MUSIC_BOX] =
    {"music box", 60, 103, 67, 96, 10, YEOUN_SUSTAIN_FREE, 24},
  [YEOUN_VIBRAPHONE] =
    {"vibraphone", 53, 89, 55, 84, 11, YEOUN_SUSTAIN_DECAY, 16},
  [YEOUN_ELECTRIC_PIANO] =
    {"electric piano", 28, 100, 45, 84, 4, YEOUN_SUSTAIN_DECAY, 32},
  [YEOUN_WARM_PAD] = {"warm pad", 24, 96, 43, 79, 89, YEOUN_SUSTAIN_HELD, 16},
  [YEOUN_GLASS_PAD] =
    {"glass pad", 36, 103, 55, 91, 92, YEOUN_SUSTAIN_HELD, 16},
  [YEOUN_VOICES] = {"voices", 43, 84, 50, 79, 53, YEOUN_SUSTAIN_HELD, 8},
  [YEOUN_UPRIGHT_BASS] =
    {"upright bass", 28, 67, 28, 52, 32, YEOUN_SUSTAIN_DECAY, 4},
  [YEOUN_SYNTH_BASS] =
    {"synth bass", 24, 64, 28, 52, 38, YEOUN_SUSTAIN_HELD, 2},
  [YEOUN_KIT] = {"drums", 35, 82, 35, 82, 0, YEOUN_SUSTAIN_FREE, 16},
};

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

const struct yeoun_instrument_facts *
yeoun_instrument_facts(unsigned instrument)
{
  return &instruments[instrument < YEOUN_INSTRUMENTS ? instrument
                                                     : YEOUN_FELT_PIANO];
}

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
