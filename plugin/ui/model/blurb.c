// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "blurb.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>

#include "compose/report/describe.h"
#include "music/instrument.h"

/** What can be said of a score beside its techniques. */
enum extra {
  EXTRA_COUNTER,
  EXTRA_PAD,
  EXTRA_DRUMS,
  EXTRA_BASS,
  EXTRA_CHORDS,
  EXTRAS
};

static const char *const extra_words[EXTRAS] = {
  "second voice",
  "pad",
  "drums",
  "no bass",
  "no chords",
};

/** What can be said of it against the others alone. */
enum measure { TUNE_NOTES, TUNE_KEY, TUNE_SPAN, OTHER_NOTES, MEASURES };

static const char *const more_words[MEASURES] = {
  "busier tune",
  "higher tune",
  "wider tune",
  "busier lanes below",
};

static const char *const less_words[MEASURES] = {
  "sparser tune",
  "lower tune",
  "narrower tune",
  "sparser lanes below",
};

/** What is compared. */
struct facts {
  const struct yeoun_score *score;
  unsigned lanes; /**< set of those that have notes */
  double measure[MEASURES];
};

static struct facts
read_facts(const struct yeoun_score *score)
{
  struct facts f = {score, 0, {0}};
  unsigned tune = 0;
  int low = 127;
  int high = 0;
  for (unsigned i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const n = &score->note[i];
    f.lanes |= 1U << n->lane;
    if (n->lane == YEOUN_LANE_MELODY) {
      ++tune;
      f.measure[TUNE_KEY] += n->pitch;
      low = n->pitch < low ? n->pitch : low;
      high = n->pitch > high ? n->pitch : high;
    }
  }
  const double bars = fmax(score->length, 1) / yeoun_bar_ticks(score->meter);
  f.measure[TUNE_KEY] /= tune ? tune : 1;
  f.measure[TUNE_SPAN] = high - low;
  f.measure[TUNE_NOTES] = tune / bars;
  f.measure[OTHER_NOTES] = (score->notes - tune) / bars;
  return f;
}

static bool
has_extra(const struct facts *f, enum extra extra)
{
  const unsigned voices =
    1U << YEOUN_TECHNIQUE_COUNTER | 1U << YEOUN_TECHNIQUE_CANON;
  switch (extra) {
    case EXTRA_COUNTER: /* which has another name if it was the purpose */
      return f->lanes >> YEOUN_LANE_COUNTER & 1U &&
             !(f->score->traits.techniques & voices);
    case EXTRA_PAD:
      return f->lanes >> YEOUN_LANE_PAD & 1U;
    case EXTRA_DRUMS:
      return f->lanes >> YEOUN_LANE_DRUMS & 1U;
    case EXTRA_BASS:
      return !(f->lanes >> YEOUN_LANE_BASS & 1U);
    case EXTRA_CHORDS:
      return !(f->lanes >> YEOUN_LANE_CHORDS & 1U);
    default:
      return false;
  }
}

static double
mean_of(const struct facts *others,
        unsigned count,
        enum measure m,
        bool is_square)
{
  double mean = 0;
  for (unsigned i = 0; i < count; ++i) {
    const double x = others[i].measure[m];
    mean += (is_square ? x * x : x) / count;
  }
  return mean;
}

/** How far a measure lies off the mean of some, in the deviations of all. */
static double
stand_out(const struct facts *own,
          const struct facts *some,
          unsigned some_count,
          const struct facts *all,
          unsigned count,
          enum measure m)
{
  const double mean = mean_of(all, count, m, false);
  const double variance = mean_of(all, count, m, true) - mean * mean;
  return (own->measure[m] - mean_of(some, some_count, m, false)) /
         fmax(sqrt(fmax(variance, 0)), 0.1);
}

/** Put a part at its place: the instrument stays first, the rarer come before
    the more common. */
static void
add(struct yeoun_blurb *blurb,
    const char *words,
    unsigned shared,
    unsigned others,
    bool is_weighty)
{
  unsigned at = blurb->parts;
  if (at == YEOUN_BLURB_PARTS) {
    return;
  }
  for (; at > 1 && blurb->part[at - 1].shared > shared; --at) {
    blurb->part[at] = blurb->part[at - 1];
  }
  struct yeoun_blurb_part *const part = &blurb->part[at];
  part->shared = shared;
  part->is_own = others && 3 * shared <= others;
  part->is_weighty = is_weighty;
  snprintf(part->words, sizeof(part->words), "%s", words);
  ++blurb->parts;
}

static void
add_instrument(struct yeoun_blurb *blurb,
               const struct yeoun_score *score,
               const struct facts *others,
               unsigned count)
{
  const uint8_t instrument = score->instrument[YEOUN_LANE_MELODY];
  unsigned shared = 0;
  for (unsigned i = 0; i < count; ++i) {
    shared += others[i].score->instrument[YEOUN_LANE_MELODY] == instrument;
  }
  add(blurb, yeoun_instrument_facts(instrument)->name, shared, count, true);
  blurb->part[0].words[0] =
    (char)toupper((unsigned char)blurb->part[0].words[0]);
}

static void
add_techniques(struct yeoun_blurb *blurb,
               const struct yeoun_score *score,
               const struct facts *others,
               unsigned count)
{
  for (unsigned t = 0; t < YEOUN_TECHNIQUES; ++t) {
    const char *const words =
      yeoun_trait_words(&score->traits, (enum yeoun_technique)t);
    unsigned shared = 0;
    for (unsigned i = 0; words && i < count; ++i) {
      shared += yeoun_trait_words(&others[i].score->traits,
                                  (enum yeoun_technique)t) == words;
    }
    if (words) {
      add(blurb, words, shared, count, false);
    }
  }
}

/** What lanes there are is said of those alone that differ in it. */
static void
add_extras(struct yeoun_blurb *blurb,
           const struct facts *own,
           const struct facts *others,
           unsigned count)
{
  for (unsigned e = 0; count && e < EXTRAS; ++e) {
    unsigned shared = 0;
    for (unsigned i = 0; i < count; ++i) {
      shared += has_extra(&others[i], (enum extra)e);
    }
    if (has_extra(own, (enum extra)e) && 2 * shared < count) {
      add(blurb, extra_words[e], shared, count, false);
    }
  }
}

/** Whether all else that is said of two is the same. */
static bool
are_twins(const struct facts *a, const struct facts *b)
{
  const struct yeoun_traits *const s = &a->score->traits;
  const struct yeoun_traits *const t = &b->score->traits;
  return a->score->instrument[YEOUN_LANE_MELODY] ==
           b->score->instrument[YEOUN_LANE_MELODY] &&
         s->techniques == t->techniques && s->climax_bar == t->climax_bar;
}

/** Where nothing else tells it from the others, or from some of them: what
    stands out most. */
static void
add_measure(struct yeoun_blurb *blurb,
            const struct facts *own,
            const struct facts *others,
            unsigned count)
{
  struct facts twins[YEOUN_BLURB_PARTS];
  unsigned met = 0;
  bool has_own = false;
  double most = 0.25;
  const char *words = NULL;
  for (unsigned i = 0; i < count; ++i) {
    if (are_twins(own, &others[i])) {
      twins[met++] = others[i];
    }
  }
  for (unsigned i = 1; i < blurb->parts; ++i) {
    has_own |= blurb->part[i].is_own;
  }
  for (unsigned m = 0; count && (met || !has_own) && m < MEASURES; ++m) {
    const double off = stand_out(own,
                                 met ? twins : others,
                                 met ? met : count,
                                 others,
                                 count,
                                 (enum measure)m);
    if (fabs(off) > most) {
      most = fabs(off);
      words = off > 0 ? more_words[m] : less_words[m];
    }
  }
  if (words) {
    add(blurb, words, 0, count, false);
  }
}

/** Last on every card, so that the eye finds it at one place. */
static void
add_climax(struct yeoun_blurb *blurb,
           const struct yeoun_score *score,
           unsigned count)
{
  const unsigned bar = score->traits.climax_bar;
  char words[YEOUN_BLURB_WORDS];
  if (bar) {
    snprintf(words, sizeof(words), "climax bar %u", bar);
    add(blurb, words, count + 1, count, true);
  }
}

void
yeoun_blurb_make(const struct yeoun_score *score,
                 const struct yeoun_score *const *others,
                 unsigned count,
                 struct yeoun_blurb *blurb)
{
  struct facts facts[YEOUN_BLURB_PARTS];
  unsigned met = 0;
  for (unsigned i = 0; i < count && met < YEOUN_BLURB_PARTS; ++i) {
    if (others[i] && others[i] != score) {
      facts[met++] = read_facts(others[i]);
    }
  }
  const struct facts own = read_facts(score);
  blurb->parts = 0;
  add_instrument(blurb, score, facts, met);
  add_techniques(blurb, score, facts, met);
  add_extras(blurb, &own, facts, met);
  add_measure(blurb, &own, facts, met);
  add_climax(blurb, score, met);
}

const char *
yeoun_blurb_joint(const struct yeoun_blurb *blurb, unsigned part)
{
  return !part ? ""
         : blurb->part[part].is_weighty || blurb->part[part - 1].is_weighty
           ? " \302\267 "
           : ", ";
}

void
yeoun_blurb_write(const struct yeoun_blurb *blurb, char *text, size_t size)
{
  size_t length = 0;
  text[0] = '\0';
  for (unsigned i = 0; i < blurb->parts && length < size; ++i) {
    length += (size_t)snprintf(text + length,
                               size - length,
                               "%s%s",
                               yeoun_blurb_joint(blurb, i),
                               blurb->part[i].words);
  }
}

void
yeoun_identity_write(float identity, char *text, size_t size)
{
  snprintf(text, size, "%.0f %% of theme", (double)(identity * 100));
}
