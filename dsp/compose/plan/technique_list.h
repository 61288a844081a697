// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The techniques, told once: TECHNIQUE(IDENTIFIER, what is said of a variation
   that begins with it, or NULL), for whoever defines TECHNIQUE and includes
   this. One more is a row here and the stage that does it. */

/* Long notes divided */
TECHNIQUE(ORNAMENT, "ornamented")
/* Other rhythm cells */
TECHNIQUE(RHYTHM, "in a new rhythm")
/* The motif twice as slow */
TECHNIQUE(AUGMENT, "motif drawn out")
/* The motif twice as fast */
TECHNIQUE(DIMINISH, "motif quickened")
/* Its intervals widened */
TECHNIQUE(EXPAND, "motif widened")
/* The motif upside down */
TECHNIQUE(INVERT, "motif upside down")
/* The motif backwards */
TECHNIQUE(RETROGRADE, "motif backwards")
/* The motif climbs or falls by step */
TECHNIQUE(SEQUENCE, "motif in sequence")
/* Its head repeated */
TECHNIQUE(FRAGMENT, "motif in fragments")
/* Melody in the tenor */
TECHNIQUE(REGISTER, "sung in the tenor")
/* Minore, maggiore */
TECHNIQUE(MODE, "in the parallel mode")
/* Chords borrowed from the parallel mode */
TECHNIQUE(MIXTURE, "with borrowed chords")
/* Applied dominants */
TECHNIQUE(APPLIED, "with applied dominants")
/* Functional substitutes */
TECHNIQUE(SUBSTITUTE, "reharmonised")
/* One bass note throughout */
TECHNIQUE(PEDAL, "over a pedal")
/* Descending bass */
TECHNIQUE(DESCENT, "over a descending bass")
/* An inner voice creeps under a held chord */
TECHNIQUE(CLICHE, "over a creeping inner voice")
/* Another accompaniment figure */
TECHNIQUE(FIGURATION, "in a new figuration")
/* A second voice sings */
TECHNIQUE(COUNTER, "with a counter-melody")
/* The second voice imitates */
TECHNIQUE(CANON, "in canon")
/* All in block chords */
TECHNIQUE(CHORALE, "as a chorale")
/* A topic: lullaby, march, waltz ... */
TECHNIQUE(TOPIC, NULL)
