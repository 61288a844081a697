// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The techniques, told once: TECHNIQUE(IDENTIFIER, what is said of a variation
   that begins with it, the same where there is little room), NULL where it
   depends, for whoever defines TECHNIQUE and includes this. One more is a row
   here and the stage that does it. */

/* Long notes divided */
TECHNIQUE(ORNAMENT, "ornamented", "ornamented")
/* Other rhythm cells */
TECHNIQUE(RHYTHM, "in a new rhythm", "new rhythm")
/* The motif twice as slow */
TECHNIQUE(AUGMENT, "motif drawn out", "motif drawn out")
/* The motif twice as fast */
TECHNIQUE(DIMINISH, "motif quickened", "motif quickened")
/* Its intervals widened */
TECHNIQUE(EXPAND, "motif widened", "motif widened")
/* The motif upside down */
TECHNIQUE(INVERT, "motif upside down", "motif upside down")
/* The motif backwards */
TECHNIQUE(RETROGRADE, "motif backwards", "motif backwards")
/* The motif climbs or falls by step */
TECHNIQUE(SEQUENCE, "motif in sequence", "motif in sequence")
/* Its head repeated */
TECHNIQUE(FRAGMENT, "motif in fragments", "motif in fragments")
/* Melody in the tenor */
TECHNIQUE(REGISTER, "sung in the tenor", "in the tenor")
/* Minore, maggiore */
TECHNIQUE(MODE, "in the parallel mode", "parallel mode")
/* Chords borrowed from the parallel mode */
TECHNIQUE(MIXTURE, "with borrowed chords", "borrowed chords")
/* Applied dominants */
TECHNIQUE(APPLIED, "with applied dominants", "applied dominants")
/* Functional substitutes */
TECHNIQUE(SUBSTITUTE, "reharmonised", "reharmonised")
/* One bass note throughout */
TECHNIQUE(PEDAL, "over a pedal", "over a pedal")
/* Descending bass */
TECHNIQUE(DESCENT, "over a descending bass", "descending bass")
/* An inner voice creeps under a held chord */
TECHNIQUE(CLICHE, "over a creeping inner voice", "creeping inner voice")
/* Another accompaniment figure */
TECHNIQUE(FIGURATION, "in a new figuration", "new figuration")
/* A second voice sings */
TECHNIQUE(COUNTER, "with a counter-melody", "counter-melody")
/* The second voice imitates */
TECHNIQUE(CANON, "in canon", "canon")
/* All in block chords */
TECHNIQUE(CHORALE, "as a chorale", "chorale")
/* A topic: lullaby, march, waltz ... */
TECHNIQUE(TOPIC, NULL, NULL)
