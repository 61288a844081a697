// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "blend.h"

#include <stddef.h>

#include "compose/plan/rhythm.h"
#include "music/palette.h"

/* A stretch that gives way as a whole: a unit, or a bar of one. */
struct stretch {
  int bar, bars;
  float change; /* how much the versions differ in it */
};

struct stretches {
  int count;
  struct stretch one[YEOUN_UNITS];
};

/* More than this share of all change does not happen at once, if it can be
   parted. */
static const float most_at_once = 0.12f;

void
yeoun_version_keep(struct yeoun_version *version,
                   const struct yeoun_score *score)
{
  version->is_made = true;
  version->spans = score->spans;
  for (int s = 0; s < score->spans; ++s) {
    version->span[s] = score->span[s];
  }
}

/* Root of the chord at a tick; spans lie in order. */
static int
root_at(const struct yeoun_version *version, int32_t tick)
{
  int s = 0;
  while (s + 1 < version->spans && version->span[s + 1].start <= tick) {
    ++s;
  }
  return version->span[s].chord.root;
}

/* Of a note against another: its pitch, a tritone being as far as can be, and
   its length. */
static float
note_change(const struct yeoun_line_note *x, const struct yeoun_line_note *y)
{
  const int apart = x->pitch - y->pitch;
  const float off = (float)(apart < 0 ? -apart : apart) / 6.0f;
  const float longer = (float)(x->length > y->length ? x->length : y->length);
  const float shorter = (float)(x->length < y->length ? x->length : y->length);
  return 0.6f * (off < 1.0f ? off : 1.0f) + 0.4f * (1.0f - shorter / longer);
}

static float
least(float a, float b)
{
  return a < b ? a : b;
}

/* The notes of a tune that begin in a bar. */
struct excerpt {
  const struct yeoun_line_note *note;
  int notes; /* at most YEOUN_BAR_SLOTS */
};

static struct excerpt
excerpt_of(const struct yeoun_plan *plan,
           const struct yeoun_tune *tune,
           int bar)
{
  const int first = yeoun_tune_at(tune, bar * plan->slots - 1) + 1;
  int last = first;
  while (last < tune->notes && last - first < YEOUN_BAR_SLOTS &&
         tune->note[last].slot < (bar + 1) * plan->slots) {
    ++last;
  }
  return (struct excerpt){&tune->note[first], last - first};
}

/* Edit distance, against the longer of the two. */
static float
melody_change(struct excerpt x, struct excerpt y)
{
  float row[2][YEOUN_BAR_SLOTS + 1];
  for (int j = 0; j <= y.notes; ++j) {
    row[0][j] = (float)j;
  }
  for (int i = 1; i <= x.notes; ++i) {
    const float *const above = row[(i - 1) & 1];
    float *const here = row[i & 1];
    here[0] = (float)i;
    for (int j = 1; j <= y.notes; ++j) {
      const float same =
        above[j - 1] + note_change(&x.note[i - 1], &y.note[j - 1]);
      here[j] = least(same, least(above[j], here[j - 1]) + 1.0f);
    }
  }
  const int longer = x.notes > y.notes ? x.notes : y.notes;
  return longer ? row[x.notes & 1][y.notes] / (float)longer : 0.0f;
}

/* Another root counts, the more the further off on the circle of fifths, since
   all that accompanies moves with it. */
static float
chord_change(int a, int b)
{
  const int fifths = (a - b + 12) * 7 % 12;
  const int apart = fifths > 6 ? 12 - fifths : fifths;
  return apart ? 0.6f + 0.15f * (float)apart : 0.0f;
}

/* How far two versions lie apart in a bar. */
static float
bar_change(const struct yeoun_plan *plan,
           const struct yeoun_version *a,
           const struct yeoun_version *b,
           int bar)
{
  float chords = 0.0f;
  for (int slot = 0; slot < plan->slots; ++slot) {
    const int32_t tick = (bar * plan->slots + slot) * YEOUN_SLOT;
    chords += chord_change(root_at(a, tick), root_at(b, tick));
  }
  return chords / (float)plan->slots +
         melody_change(excerpt_of(plan, &a->tune, bar),
                       excerpt_of(plan, &b->tune, bar));
}

/* Of all pairs of versions, in a bar. */
static float
change_of(const struct yeoun_plan *plan,
          const struct yeoun_version version[YEOUN_POLES],
          int bar)
{
  float change = 0.0f;
  for (int p = 0; p < YEOUN_POLES; ++p) {
    for (int q = 0; q < p; ++q) {
      if (version[p].is_made && version[q].is_made) {
        change += bar_change(plan, &version[p], &version[q], bar);
      }
    }
  }
  return change;
}

static float
sum_of(const float *change, int bar, int bars)
{
  float sum = 0.0f;
  for (int at = bar; at < bar + bars; ++at) {
    sum += change[at];
  }
  return sum;
}

/* Units by rank; one that holds too much of the change is parted into bars. */
static struct stretches
lay_stretches(const struct yeoun_plan *plan,
              const struct yeoun_version version[YEOUN_POLES])
{
  struct stretches all = {0};
  float change[YEOUN_UNITS];
  for (int bar = 0; bar < plan->bars; ++bar) {
    change[bar] = change_of(plan, version, bar);
  }
  const float whole = sum_of(change, 0, plan->bars);
  for (int place = 0; place < plan->units; ++place) {
    int u = 0;
    while (u + 1 < plan->units &&
           (int)(plan->unit[u].rank * (float)plan->units) != place) {
      ++u;
    }
    const struct yeoun_unit *const unit = &plan->unit[u];
    const float own = sum_of(change, unit->bar, unit->bars);
    const int bars = own > most_at_once * whole ? 1 : unit->bars;
    for (int bar = unit->bar; bar < unit->bar + unit->bars; bar += bars) {
      all.one[all.count++] =
        (struct stretch){bar, bars, sum_of(change, bar, bars)};
    }
  }
  return all;
}

void
yeoun_blend_choose(struct yeoun_plan *plan,
                   const struct yeoun_version version[YEOUN_POLES])
{
  const float *const weight = plan->request->mood.weight;
  const struct stretches all = lay_stretches(plan, version);
  float whole = 0.0f;
  for (int i = 0; i < all.count; ++i) {
    whole += all.one[i].change;
  }
  float before = 0.0f;
  for (int i = 0; i < all.count; ++i) {
    const struct stretch *const one = &all.one[i];
    float left = whole > 0.0f ? (before + 0.5f * one->change) / whole
                              : ((float)i + 0.5f) / (float)all.count;
    unsigned pole = 0;
    while (pole < YEOUN_POLES - 1 && left >= weight[pole]) {
      left -= weight[pole++];
    }
    /* Rounding must not choose what was not composed. */
    while (!version[pole].is_made) {
      pole = (pole + YEOUN_POLES - 1) % YEOUN_POLES;
    }
    for (int bar = one->bar; bar < one->bar + one->bars; ++bar) {
      plan->pole_of_bar[bar] = (uint8_t)pole;
    }
    before += one->change;
  }
}

static bool
goes_on(const struct yeoun_span *span, const struct yeoun_span *next)
{
  return span->chord.root == next->chord.root &&
         span->chord.type == next->chord.type &&
         span->chord.bass == next->chord.bass && span->slot == next->slot &&
         span->is_substitute == next->is_substitute;
}

/* A chord that goes on across a joint is one span. */
static void
add_span(struct yeoun_score *score, struct yeoun_span span)
{
  struct yeoun_span *const before =
    score->spans ? &score->span[score->spans - 1] : NULL;
  if (before && goes_on(before, &span)) {
    before->length += span.length;
  } else if (score->spans < YEOUN_SPANS_MAX) {
    score->span[score->spans++] = span;
  }
}

static void
splice_spans(const struct yeoun_plan *plan,
             const struct yeoun_version *version,
             int bar,
             struct yeoun_score *score)
{
  const int32_t from = bar * plan->bar_ticks;
  const int32_t to = from + plan->bar_ticks;
  for (int s = 0; s < version->spans; ++s) {
    struct yeoun_span span = version->span[s];
    const int32_t end = span.start + span.length;
    span.start = span.start > from ? span.start : from;
    span.length = (end < to ? end : to) - span.start;
    if (span.length > 0) {
      add_span(score, span);
    }
  }
}

/* A note does not last into the next; a suspension that has lost its
   preparation at a joint is an appoggiatura. */
static void
add_note(struct yeoun_tune *tune, struct yeoun_line_note note)
{
  struct yeoun_line_note *const before =
    tune->notes ? &tune->note[tune->notes - 1] : NULL;
  if (tune->notes >= YEOUN_MELODY_LINE_NOTES) {
    return;
  }
  if (before && before->slot + before->length > note.slot) {
    before->length = (int16_t)(note.slot - before->slot);
  }
  if ((note.marks & YEOUN_MARK_SUSPENSION) &&
      (!before || before->pitch != note.pitch ||
       before->slot + before->length != note.slot)) {
    note.marks = (uint8_t)((note.marks & ~YEOUN_MARK_SUSPENSION) |
                           YEOUN_MARK_APPOGGIATURA);
  }
  tune->note[tune->notes++] = note;
}

/* Octaves by which a bar has to move to lie on the instrument that plays it,
   which may be another pole's: a melody moves whole, not note by note. */
static int
shift_of(const struct yeoun_plan *plan, struct excerpt bar)
{
  const struct yeoun_instrument_facts *const facts =
    yeoun_instrument_facts(plan->instrument[YEOUN_LANE_MELODY]);
  int low = 127;
  int high = 0;
  for (int i = 0; i < bar.notes; ++i) {
    low = bar.note[i].pitch < low ? bar.note[i].pitch : low;
    high = bar.note[i].pitch > high ? bar.note[i].pitch : high;
  }
  return low < facts->low && high + 12 <= facts->high   ? 12
         : high > facts->high && low - 12 >= facts->low ? -12
                                                        : 0;
}

void
yeoun_blend_splice(const struct yeoun_plan *plan,
                   const struct yeoun_version version[YEOUN_POLES],
                   struct yeoun_score *score,
                   struct yeoun_tune *tune)
{
  score->spans = 0;
  tune->notes = 0;
  for (int bar = 0; bar < plan->bars; ++bar) {
    const struct yeoun_version *const own = &version[plan->pole_of_bar[bar]];
    splice_spans(plan, own, bar, score);
    const struct excerpt notes = excerpt_of(plan, &own->tune, bar);
    const int shift = shift_of(plan, notes);
    for (int i = 0; i < notes.notes; ++i) {
      struct yeoun_line_note note = notes.note[i];
      note.pitch = (uint8_t)(note.pitch + shift);
      add_note(tune, note);
    }
  }
}
