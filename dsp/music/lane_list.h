// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The lanes, told once: LANE(identifier, name, Name, MIDI channel of 0..15),
   for whoever defines LANE and includes this. Only ever append. */

LANE(MELODY, "melody", "Melody", 0)
LANE(COUNTER, "counter", "Counter", 1)
LANE(CHORDS, "chords", "Chords", 2)
LANE(BASS, "bass", "Bass", 3)
LANE(PAD, "pad", "Pad", 4)
LANE(DRUMS, "drums", "Drums", 9)
