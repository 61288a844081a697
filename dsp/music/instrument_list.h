// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The instruments, told once, for whoever defines

     INSTRUMENT(IDENTIFIER, name, model, sustain, low, high, sweet low,
                sweet high, voices, program, written, pedal, roll)

   and includes this; the columns are the members of struct
   yeoun_instrument_facts. The order is that of the ports: only ever append.

   Ranges and transpositions: Adler, The Study of Orchestration, 3rd edition
   2002; gayageum and daegeum: strings and tone-hole range of the sanjo
   instruments. Programs: General MIDI level 1 (koto and shakuhachi stand in for
   Korean). Rolls: design choices by ear. */

/* clang-format off */
INSTRUMENT(INSTRUMENT_AUTO, "auto", STRING, DECAY, 21, 108, 48, 84, 64, 0, 0, false, 0)
INSTRUMENT(FELT_PIANO, "felt piano", STRING, DECAY, 21, 108, 48, 84, 64, 0, 0, true, 0)
INSTRUMENT(GRAND_PIANO, "grand piano", STRING, DECAY, 21, 108, 45, 88, 64, 0, 0, true, 0)
INSTRUMENT(VIOLIN, "solo violin", SOLO, HELD, 55, 100, 60, 88, 1, 40, 0, false, 0)
INSTRUMENT(CELLO, "solo cello", SOLO, HELD, 36, 79, 43, 69, 1, 42, 0, false, 0)
INSTRUMENT(STRINGS, "strings", SECTION, HELD, 31, 96, 43, 84, 16, 48, 0, false, 0)
INSTRUMENT(PIZZICATO, "pizzicato", STRING, DECAY, 31, 93, 40, 84, 16, 45, 0, false, 0)
INSTRUMENT(HARP, "harp", STRING, FREE, 24, 103, 43, 88, 24, 46, 0, false, 14)
INSTRUMENT(NYLON_GUITAR, "nylon guitar", STRING, DECAY, 40, 83, 45, 76, 6, 24, 12, false, 9)
INSTRUMENT(GAYAGEUM, "gayageum", STRING, DECAY, 43, 88, 50, 76, 12, 107, 0, false, 9)
INSTRUMENT(DAEGEUM, "daegeum", SOLO, HELD, 58, 87, 60, 80, 1, 77, 0, false, 0)
INSTRUMENT(FLUTE, "flute", SOLO, HELD, 60, 96, 64, 91, 1, 73, 0, false, 0)
INSTRUMENT(CLARINET, "clarinet", SOLO, HELD, 50, 91, 55, 82, 1, 71, 2, false, 0)
INSTRUMENT(BASSOON, "bassoon", SOLO, HELD, 34, 74, 38, 64, 1, 70, 0, false, 0)
INSTRUMENT(CELESTA, "celesta", MALLET, DECAY, 60, 108, 67, 96, 16, 8, -12, true, 0)
INSTRUMENT(GLOCKENSPIEL, "glockenspiel", MALLET, FREE, 79, 108, 79, 103, 16, 9, -24, false, 0)
INSTRUMENT(MUSIC_BOX, "music box", MALLET, FREE, 60, 103, 67, 96, 24, 10, 0, false, 0)
INSTRUMENT(VIBRAPHONE, "vibraphone", MALLET, DECAY, 53, 89, 55, 84, 16, 11, 0, true, 0)
INSTRUMENT(ELECTRIC_PIANO, "electric piano", ELECTRIC, DECAY, 28, 100, 45, 84, 32, 4, 0, true, 0)
INSTRUMENT(WARM_PAD, "warm pad", SECTION, HELD, 24, 96, 43, 79, 16, 89, 0, false, 0)
INSTRUMENT(GLASS_PAD, "glass pad", SECTION, HELD, 36, 103, 55, 91, 16, 92, 0, false, 0)
INSTRUMENT(VOICES, "voices", SECTION, HELD, 43, 84, 50, 79, 8, 53, 0, false, 0)
INSTRUMENT(UPRIGHT_BASS, "upright bass", STRING, DECAY, 28, 67, 28, 52, 4, 32, 12, false, 0)
INSTRUMENT(SYNTH_BASS, "synth bass", SOLO, HELD, 24, 64, 28, 52, 2, 38, 0, false, 0)
INSTRUMENT(KIT, "drums", DRUM, FREE, 35, 82, 35, 82, 16, 40, 0, false, 0)
/* clang-format on */
