// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The three cards: what lyrical, romantic and comic mean for each feature.

   Sources. Tempo, mode, register, level, articulation and their order of
   importance: Eerola, Friberg and Bresin 2013; Gabrielsson and Lindstrom 2010.
   Density: events a second of high against low arousal in EMOPIA, Hung et al.
   2021. Intervals and reversal of the lyrical card: pop melodies of POP909 and
   Schubert's songs (Huron 2001). Wide leaps, zigzag and major of happiness,
   steps and waves of tenderness: Nikolsky et al. 2020. Appoggiaturas: 18 of 20
   tear passages, Sloboda 1991. Comic: grace notes, staccato and the rule of
   three from the practice of cartoon scoring; at most one joke in four bars.
   Amounts of the performance rules: Friberg, Bresin and Sundberg 2006. */

#include "mood.h"

/* name, unit, lyrical {low, value, high}, romantic, comic */
static const struct yeoun_feature_facts cards[YEOUN_FEATURES] = {
  [YEOUN_FEATURE_TEMPO] = {"tempo",
                           "bpm",
                           {{60, 72, 84}, {60, 76, 100}, {104, 126, 152}}},
  [YEOUN_FEATURE_DENSITY] =
    {"density", "notes/s", {{1, 1.4f, 2}, {1.2f, 1.8f, 2.5f}, {2.2f, 4, 5.5f}}},
  [YEOUN_FEATURE_REGISTER] = {"register",
                              "MIDI key",
                              {{62, 67, 70}, {60, 68, 76}, {65, 71, 84}}},
  [YEOUN_FEATURE_RANGE] = {"range",
                           "semitones",
                           {{5, 10, 12}, {12, 14, 17}, {12, 17, 26}}},
  [YEOUN_FEATURE_STEP] = {"step",
                          "share",
                          {{.70f, .75f, .9f},
                           {.58f, .65f, .75f},
                           {.35f, .5f, .65f}}},
  [YEOUN_FEATURE_LEAP] = {"leap",
                          "share",
                          {{.04f, .09f, .14f},
                           {.08f, .14f, .2f},
                           {.2f, .27f, .35f}}},
  [YEOUN_FEATURE_REVERSAL] =
    {"reversal", "share", {{.75f, .8f, 1}, {.75f, .95f, 1}, {.4f, .5f, .8f}}},
  [YEOUN_FEATURE_PEAK] = {"peak",
                          "of phrase",
                          {{.3f, .5f, .65f},
                           {.55f, .68f, .8f},
                           {.2f, .6f, .9f}}},
  [YEOUN_FEATURE_GATE] = {"gate",
                          "of length",
                          {{.9f, 1, 1.05f},
                           {.95f, 1.04f, 1.1f},
                           {.25f, .38f, .6f}}},
  [YEOUN_FEATURE_LEVEL] = {"level",
                           "dB",
                           {{-6, -4, -2}, {-6, -1, 4}, {0, 2, 4}}},
  [YEOUN_FEATURE_DYNAMICS] = {"dynamics",
                              "dB",
                              {{6, 8, 10}, {12, 15, 20}, {4, 6, 14}}},
  [YEOUN_FEATURE_DISSONANCE] = {"dissonance",
                                "a bar",
                                {{.1f, .25f, .4f},
                                 {.35f, .5f, .8f},
                                 {0, .1f, .3f}}},
  [YEOUN_FEATURE_ORNAMENT] =
    {"ornament", "share", {{0, .02f, .06f}, {0, .03f, .08f}, {.02f, .1f, .2f}}},
  [YEOUN_FEATURE_CHROMATIC] = {"chromatic",
                               "share",
                               {{0, .05f, .12f},
                                {.15f, .35f, .5f},
                                {.05f, .2f, .35f}}},
  [YEOUN_FEATURE_BRIGHT] = {"bright",
                            "",
                            {{-.2f, .3f, .8f}, {-.5f, 0, .5f}, {.2f, .7f, 1}}},
  [YEOUN_FEATURE_SYNCOPATION] =
    {"syncopation", "share", {{0, .05f, .15f}, {0, .1f, .2f}, {.2f, .4f, .6f}}},
  [YEOUN_FEATURE_SPACE] = {"space",
                           "share",
                           {{.08f, .15f, .25f},
                            {.05f, .1f, .2f},
                            {.15f, .22f, .35f}}},
  [YEOUN_FEATURE_HUMOUR] = {"humour",
                            "jokes",
                            {{0, 0, 0}, {0, 0, 0}, {0, .8f, 1}}},
  [YEOUN_FEATURE_RUBATO] = {"rubato",
                            "",
                            {{.1f, .3f, .5f}, {.4f, .7f, 1}, {0, .05f, .2f}}},
  [YEOUN_FEATURE_COUNTER] =
    {"counter", "", {{.1f, .4f, .6f}, {.6f, .85f, 1}, {.1f, .35f, .6f}}},
  [YEOUN_FEATURE_MOTION] = {"motion",
                            "attacks/beat",
                            {{.5f, 1.6f, 2}, {1, 2.5f, 4}, {1, 1.5f, 3}}},
  [YEOUN_FEATURE_PHRASE_ARCH] = {"phrase-arch",
                                 "k",
                                 {{1, 1.5f, 2}, {1.5f, 2, 3}, {0, .25f, .5f}}},
  [YEOUN_FEATURE_HARMONIC_CHARGE] =
    {"harmonic-charge", "k", {{.5f, 1, 1.5f}, {1, 1.5f, 2}, {.2f, .5f, 1}}},
  [YEOUN_FEATURE_MELODIC_CHARGE] =
    {"melodic-charge", "k", {{.5f, 1, 1.5f}, {.5f, 1, 1.5f}, {.2f, .5f, 1}}},
  [YEOUN_FEATURE_DURATION_CONTRAST] =
    {"duration-contrast", "k", {{-.5f, 0, .5f}, {-1.5f, -1, 0}, {1, 1.5f, 2}}},
  [YEOUN_FEATURE_HIGH_LOUD] = {"high-loud",
                               "k",
                               {{.5f, 1, 1.5f}, {1, 1.5f, 2}, {.5f, 1, 1.5f}}},
  [YEOUN_FEATURE_PUNCTUATION] =
    {"punctuation", "k", {{.6f, .8f, 1}, {.6f, .8f, 1.2f}, {1.2f, 1.4f, 1.6f}}},
  [YEOUN_FEATURE_REPETITION] =
    {"repetition", "k", {{.5f, .8f, 1}, {.3f, .5f, 1}, {1.5f, 2, 2.5f}}},
  [YEOUN_FEATURE_FINAL_RITARD] = {"final-ritard",
                                  "k",
                                  {{.3f, .5f, 1}, {.5f, 1, 1.5f}, {0, 0, .3f}}},
};

const struct yeoun_feature_facts *
yeoun_feature_facts(enum yeoun_feature feature)
{
  return &cards[(unsigned)feature < YEOUN_FEATURES ? feature : 0];
}

const char *
yeoun_pole_name(unsigned pole)
{
  static const char *const names[YEOUN_POLES] = {[YEOUN_LYRICAL] = "lyrical",
                                                 [YEOUN_ROMANTIC] = "romantic",
                                                 [YEOUN_COMIC] = "comic"};
  return names[pole < YEOUN_POLES ? pole : YEOUN_LYRICAL];
}
