// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "voicing.h"

#include "music/random.h"
#include "music/scale.h"

enum { BEFORE = 8, CANDIDATES = 20, VOICES = YEOUN_VOICES_OF_CHORD };

enum { LOWEST = 41, HIGHEST = 79 }; /* F2 and G5: Huron 2001 */

struct choice {
  int count;
  struct yeoun_voicing voicing[CANDIDATES];
  float cost[CANDIDATES];
};

/* Four pitch classes of a chord, ascending from the root: triads double the
   root, fuller chords leave out the fifth first and the root next, since the
   bass has it. */
static void
four_tones(struct yeoun_chord chord, int tones[VOICES])
{
  int found[12];
  int count = 0;
  for (int interval = 0; interval < 12; ++interval) {
    if (yeoun_tones_hold(chord.tones, chord.root + interval)) {
      found[count++] = interval;
    }
  }
  static const int dispensable[] = {7, 0, 5, 2};
  for (int d = 0; count > VOICES && d < 4; ++d) {
    for (int i = 0; i < count && count > VOICES; ++i) {
      if (found[i] == dispensable[d]) {
        for (int j = i; j + 1 < count; ++j) {
          found[j] = found[j + 1];
        }
        --count;
      }
    }
  }
  for (int i = 0; i < VOICES; ++i) {
    tones[i] = i < count ? found[i] : found[(i - count) % count] + 12;
  }
}

static void
sort_voices(struct yeoun_voicing *voicing)
{
  for (int i = 1; i < VOICES; ++i) {
    const uint8_t pitch = voicing->pitch[i];
    int j = i;
    for (; j > 0 && voicing->pitch[j - 1] > pitch; --j) {
      voicing->pitch[j] = voicing->pitch[j - 1];
    }
    voicing->pitch[j] = pitch;
  }
}

static float
own_cost(const struct yeoun_voicing *voicing, float centre, float unison)
{
  float mean = 0.0f;
  float cost = 0.0f;
  for (int i = 0; i < VOICES; ++i) {
    mean += (float)voicing->pitch[i] / VOICES;
    const int gap = i ? voicing->pitch[i] - voicing->pitch[i - 1] : 12;
    cost += gap == 0 ? (i == 1 ? unison : 80.0f) : gap <= 2 ? 1.5f : 0.0f;
    cost += gap > 12 ? 3.0f : 0.0f;
    /* Thirds are muddy below C3. */
    cost += i && gap < 5 && voicing->pitch[i - 1] < 48 ? 2.5f : 0.0f;
  }
  /* Chords are spaced widest at the bottom, as partials are. */
  const int low = voicing->pitch[1] - voicing->pitch[0];
  const int high = voicing->pitch[3] - voicing->pitch[1];
  cost += 2 * low < high ? 0.9f * (float)(high - 2 * low) : 0.0f;
  const float off = mean > centre ? mean - centre : centre - mean;
  return cost + 0.12f * off;
}

static void
add_choice(struct choice *choice,
           const int pitches[VOICES],
           float centre,
           float unison,
           struct yeoun_random *random)
{
  struct yeoun_voicing voicing;
  for (int i = 0; i < VOICES; ++i) {
    if (pitches[i] < LOWEST || pitches[i] > HIGHEST) {
      return;
    }
    voicing.pitch[i] = (uint8_t)pitches[i];
  }
  if (choice->count >= CANDIDATES) {
    return;
  }
  sort_voices(&voicing);
  choice->voicing[choice->count] = voicing;
  choice->cost[choice->count++] =
    own_cost(&voicing, centre, unison) + 0.3f * yeoun_random_unit(random);
}

/* Every inversion in close position and with its second voice from above
   dropped by an octave, in the octaves around the centre. */
static void
list_choices(struct yeoun_chord chord,
             float centre,
             uint64_t seed,
             struct choice *choice)
{
  struct yeoun_random random =
    yeoun_random_stream(seed, "voicing", chord.root * 64U + chord.type);
  int tones[VOICES];
  four_tones(chord, tones);
  /* Bare fifths need a unison, at the bottom, to get away from one another.
   */
  const float unison = tones[2] > 11 ? 6.0f : 12.0f;
  choice->count = 0;
  for (int octave = 3; octave <= 5; ++octave) {
    for (int inversion = 0; inversion < VOICES; ++inversion) {
      int close[VOICES];
      float mean = 0.0f;
      for (int i = 0; i < VOICES; ++i) {
        const int turn = (inversion + i) / VOICES;
        close[i] = 12 * octave + chord.root + tones[(inversion + i) % VOICES] +
                   12 * turn;
        if (turn && tones[(inversion + i) % VOICES] + 12 <= tones[VOICES - 1]) {
          close[i] += 12;
        }
        mean += (float)close[i] / VOICES;
      }
      if (mean < centre - 7.0f || mean > centre + 9.0f) {
        continue;
      }
      add_choice(choice, close, centre, unison, &random);
      int open[VOICES] = {close[0], close[1], close[2] - 12, close[3]};
      add_choice(choice, open, centre, unison, &random);
    }
  }
  if (!choice->count) {
    int plain[VOICES];
    for (int i = 0; i < VOICES; ++i) {
      plain[i] = 48 + (chord.root + tones[i]) % 24;
    }
    add_choice(choice, plain, centre, unison, &random);
  }
}

static float
move_cost(const struct yeoun_voicing *from, const struct yeoun_voicing *to)
{
  int sum = 0;
  float cost = 0.0f;
  for (int i = 0; i < VOICES; ++i) {
    const int move = to->pitch[i] - from->pitch[i];
    sum += move < 0 ? -move : move;
    for (int j = 0; j < i && move; ++j) {
      if (to->pitch[j] - from->pitch[j] == move) {
        const int interval = (from->pitch[i] - from->pitch[j]) % 12;
        cost += interval == 0 || interval == 7 ? 300.0f : 0.0f;
      }
    }
  }
  return cost + 1.5f * (float)sum;
}

static bool
is_same(struct yeoun_chord a, struct yeoun_chord b)
{
  return a.root == b.root && a.type == b.type && a.bass == b.bass;
}

void
yeoun_voicing_find(const struct yeoun_score *score,
                   float centre,
                   uint64_t seed,
                   struct yeoun_voicing *voicing)
{
  static const float far = 1e9f;
  struct choice choice[YEOUN_SPANS_MAX];
  uint8_t parent[2 * YEOUN_SPANS_MAX][CANDIDATES];
  float cost[2][CANDIDATES] = {{0}};
  const int spans = score->spans;
  for (int s = 0; s < spans; ++s) {
    int twin = 0;
    while (twin < s &&
           !is_same(score->span[twin].chord, score->span[s].chord)) {
      ++twin;
    }
    if (twin < s) {
      choice[s] = choice[twin];
    } else {
      list_choices(score->span[s].chord, centre, seed, &choice[s]);
    }
  }
  /* From some chords before the loop point on, so that the beginning knows the
     end. */
  const int first = spans > BEFORE ? spans - BEFORE : 0;
  for (int step = first; step < 2 * spans; ++step) {
    const struct choice *const now = &choice[step % spans];
    const struct choice *const before = &choice[(step + spans - 1) % spans];
    const float *const old = cost[(step + 1) & 1];
    for (int c = 0; c < now->count; ++c) {
      float best = step > first ? far : 0.0f;
      for (int b = 0; step > first && b < before->count; ++b) {
        const float sum =
          old[b] + move_cost(&before->voicing[b], &now->voicing[c]);
        if (sum < best) {
          best = sum;
          parent[step][c] = (uint8_t)b;
        }
      }
      cost[step & 1][c] = best + now->cost[c];
    }
  }
  if (!spans) {
    return;
  }
  int best = 0;
  const float *const last = cost[(2 * spans - 1) & 1];
  for (int c = 1; c < choice[spans - 1].count; ++c) {
    best = last[c] < last[best] ? c : best;
  }
  for (int step = 2 * spans - 1; step >= spans; --step) {
    voicing[step - spans] = choice[step - spans].voicing[best];
    best = parent[step][best];
  }
}
