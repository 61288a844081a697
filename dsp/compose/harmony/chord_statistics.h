// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* How usual chords, their moves, closes and rhythm are, as costs to be added.

   A cost is in 1/16 bit: -16 log2 of a probability; 16 = one bit = half as
   likely. Costs of one choice after another add up. All are counted in McGill
   Billboard 2.0 (chord_tables.c) unless said; states are those of
   chord_state.h. is_minor: the third of the tonic (yeoun_key_is_minor()). Pure
   look-ups, a few ns each but the closes (under 100 ns). Any thread. */

#ifndef YEOUN_COMPOSE_HARMONY_CHORD_STATISTICS_H
#define YEOUN_COMPOSE_HARMONY_CHORD_STATISTICS_H

#include <stdbool.h>

#include "compose/harmony/chord_state.h"
#include "music/beats.h"

/** Cost of what is not to be chosen at all. */
#define YEOUN_COST_NEVER 4096

/** How a phrase closes. */
enum yeoun_close {
  YEOUN_CLOSE_PERFECT,   /**< PAC: V or V7, tonic (its root in bass and tune) */
  YEOUN_CLOSE_IMPERFECT, /**< IAC: also from vii, or not on the root */
  YEOUN_CLOSE_HALF,      /**< HC: on V, come from another root */
  YEOUN_CLOSE_PLAGAL,    /**< from IV, ii or bVII to the tonic */
  YEOUN_CLOSE_DECEPTIVE, /**< from V to vi or bVI */
  YEOUN_CLOSE_OPEN,      /**< none: any two chords */
  YEOUN_CLOSES
};

/** Where a last chord stands. */
enum yeoun_end {
  YEOUN_END_PHRASE, /**< of a phrase inside */
  YEOUN_END_SECTION,
  YEOUN_END_PIECE,
  YEOUN_ENDS
};

/** A chord by itself; sums to one over all states. */
int
yeoun_chord_cost(bool is_minor, int state);

/** The next chord, given one. Sums to one over all other states; 0 when they
    are equal (whether a chord stays is yeoun_chord_change_cost()'s to say). */
int
yeoun_chord_move_cost(bool is_minor, int from, int to);

/** The next chord c, given the two before; backs off to the move from b. */
int
yeoun_chord_triple_cost(bool is_minor, int a, int b, int c);

/** The two last chords of a phrase that closes in a way.
    @return YEOUN_COST_NEVER when these two do not close so */
int
yeoun_chord_close_cost(bool is_minor,
                       enum yeoun_close close,
                       int penultimate,
                       int last);

/** The last chord of a phrase, a section, a piece, whatever the close. */
int
yeoun_chord_end_cost(bool is_minor, enum yeoun_end end, int last);

/** The chord x put between a and b, given that one is put there: counted where
    loops were so broken, else going there and on. A chord that leads elsewhere
    (yeoun_chord_goal_cost()) pays for it. */
int
yeoun_chord_insert_cost(bool is_minor, int a, int x, int b);

/** Another chord in place of one.

    Designed, after sets of variations by Mozart and Beethoven (TAVERN, same
    mode: I stays I in 88 % of places, else V, V7, vi, IV; V swaps with V7;
    IV gives way to I and ii, ii to IV and ii7, vi to I) and the replaced
    chords of Billboard's loops. Functions trade among themselves, a dominant
    stays a dominant.
    @return bits as above; 0 for the same chord; from 64 what only shares the
            function; YEOUN_COST_NEVER what shares neither tones nor function */
int
yeoun_chord_substitute_cost(bool is_minor, int was, int now);

/** Whether a chord changes at a beat (true) or stays; the two sum to one.
    @param beat felt beats from the start of the bar, 0 is the first. Other
           metres than 4/4 3/4 2/4 6/8 12/8 go by the nearest of them. */
int
yeoun_chord_change_cost(struct yeoun_meter meter, int beat, bool changes);

/** How many chords begin in a bar, 0..4; more cost as four do. */
int
yeoun_chord_count_cost(struct yeoun_meter meter, int chords);

/** What it costs to follow a chord that wants to go somewhere by another one.

    Designed: dominant sevenths fall a fifth or a semitone (augmented sixths and
    tritone substitutes are the latter); diminished sevenths rise a semitone, go
    to that chord's dominant, or keep a common tone; half-diminished chords are
    ii of a dominant or rise; augmented chords resolve like dominants; iv, bVI,
    bII of major as in chromatic.c. Figures it was held against, of counted
    corpora: V7 to I 81 % classical, 68 % romantic; V7/x to x 80 and 63 %;
    dim7 to its target 60 and 52 %, to the target's dominant 18 %; augmented
    sixth to V 87 and 49 %; V7 to vi 1.5 to 2.7 %. Blues: I7, IV7 and their
    moves among each other are free.
    @return 0 when next is where it wants to go, or when it wants nothing;
            otherwise what the detour costs, 96 and more: it leads nowhere */
int
yeoun_chord_goal_cost(bool is_minor, int state, int next);

/** Whether next is a goal, or nearly (yeoun_chord_goal_cost() below 96). */
static inline bool
yeoun_chord_leads_to(bool is_minor, int state, int next)
{
  return yeoun_chord_goal_cost(is_minor, state, next) < 96;
}

#endif
