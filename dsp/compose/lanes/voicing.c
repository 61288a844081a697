// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "voicing.h"

#include <stdbool.h>

#include "music/random.h"
#include "music/scale.h"
#include "spacing.h"

enum { VOICES = YEOUN_VOICES_OF_CHORD };

/* Intervals above the root in the order in which a chord can do without them:
   the bass has the root, the fifth says least. */
static const uint8_t dispensable[] = {7, 0, 5, 2, 9, 8, 6};

/* The pitch classes to be voiced, at most one more than voices, so that there
   is a choice. */
static uint16_t
tones_to_voice(const struct yeoun_voicing_room *room)
{
  uint16_t tones = (uint16_t)(room->chord.tones & ~room->shunned);
  int count = 0;
  for (int tone = 0; tone < 12; ++tone) {
    count += (tones >> tone) & 1;
  }
  if (count < 2) {
    return room->chord.tones;
  }
  for (int d = 0; d < 7 && count > room->voices + 1; ++d) {
    const unsigned bit = 1U << (room->chord.root + dispensable[d]) % 12U;
    if (tones & bit) {
      tones = (uint16_t)(tones & ~bit);
      --count;
    }
  }
  return tones;
}

/* What a chord is without a tone, by semitones above its root: without its
   third hardly itself; root and fifth sound in the bass. */
static const float missed[12] =
  {0.3f, 0.8f, 0.8f, 3.0f, 3.0f, 1.2f, 1.2f, 0.3f, 0.8f, 0.8f, 1.5f, 1.5f};

static float
own_cost(const struct yeoun_voicing *voicing,
         const struct yeoun_voicing_room *room)
{
  const int top = voicing->pitch[voicing->voices - 1];
  const int off = top - room->wanted;
  float cost = 0.25f * (float)(off < 0 ? -off : off);
  cost += top > room->ceiling ? 4.0f * (float)(top - room->ceiling) : 0.0f;
  uint16_t held = 0;
  for (int v = 0; v < voicing->voices; ++v) {
    held = (uint16_t)(held | 1U << voicing->pitch[v] % 12U);
    if (v) {
      const int gap = voicing->pitch[v] - voicing->pitch[v - 1];
      /* Seconds are colour in the middle and lumps below it; two neighbours
         struck together are an accident to the ear. */
      const bool is_low = voicing->pitch[v - 1] < 60;
      cost += gap <= 1 ? 16.0f : gap > 2 ? 0.0f : is_low ? 4.5f : 2.0f;
      cost += gap > 9 && v > 1 ? 2.0f : 0.0f;
      const int lacking = yeoun_least_gap(voicing->pitch[v - 1]) - gap;
      cost += lacking > 0 ? 4.0f + (float)lacking : 0.0f;
    }
  }
  for (int tone = 0; tone < 12; ++tone) {
    const bool is_missed = (room->chord.tones >> tone & 1) &&
                           !(room->shunned >> tone & 1) && !(held >> tone & 1);
    cost += is_missed ? missed[(tone - room->chord.root + 12) % 12] : 0.0f;
  }
  return cost;
}

/* Keep the best choices in order of what they cost. */
static void
add_choice(struct yeoun_voicing_search *search,
           int s,
           const struct yeoun_voicing *voicing,
           float cost)
{
  int at = search->choices[s];
  if (at == YEOUN_VOICINGS && search->own[s][at - 1] <= cost) {
    return;
  }
  at = at < YEOUN_VOICINGS ? at : YEOUN_VOICINGS - 1;
  for (; at > 0 && search->own[s][at - 1] > cost; --at) {
    search->own[s][at] = search->own[s][at - 1];
    search->choice[s][at] = search->choice[s][at - 1];
  }
  search->own[s][at] = cost;
  search->choice[s][at] = *voicing;
  search->choices[s] =
    (uint8_t)(search->choices[s] < YEOUN_VOICINGS ? search->choices[s] + 1
                                                  : YEOUN_VOICINGS);
}

static int
next_tone(uint16_t tones, int pitch)
{
  do {
    ++pitch;
  } while (!yeoun_tones_hold(tones, pitch));
  return pitch;
}

/* From a lowest note upwards, closely; or with every voice but the lowest a
   tone of the chord further, which is open position. */
static void
stack(struct yeoun_voicing_search *search,
      int s,
      uint16_t tones,
      int lowest,
      unsigned skips,
      struct yeoun_random *random)
{
  const struct yeoun_voicing_room *const room = &search->room[s];
  struct yeoun_voicing voicing = {.voices = room->voices};
  int pitch = lowest;
  for (int v = 0; v < voicing.voices; ++v) {
    if (v) {
      pitch = next_tone(tones, pitch);
      pitch = skips >> v & 1 ? next_tone(tones, pitch) : pitch;
    }
    if (pitch > room->ceiling + 5) {
      voicing.voices = (uint8_t)v;
      break;
    }
    voicing.pitch[v] = (uint8_t)pitch;
  }
  if (voicing.voices >= 2) {
    const float missing = 6.0f * (float)(room->voices - voicing.voices);
    const float draw = 0.3f * yeoun_random_unit(random);
    add_choice(search, s, &voicing, own_cost(&voicing, room) + missing + draw);
  }
}

static void
list_choices(struct yeoun_voicing_search *search, int s, uint64_t seed)
{
  /* Close; the second voice further; all further; the third further. */
  static const uint8_t skips[] = {0, 2, 6, 4};
  const struct yeoun_voicing_room *const room = &search->room[s];
  struct yeoun_random random = yeoun_random_stream(
    seed, "voicing", room->chord.root * 64U + room->chord.type);
  const uint16_t tones = tones_to_voice(room);
  search->choices[s] = 0;
  for (int low = room->floor; low <= room->ceiling; ++low) {
    for (int k = 0; k < 4 && yeoun_tones_hold(tones, low); ++k) {
      stack(search, s, tones, low, skips[k], &random);
    }
  }
  if (!search->choices[s]) {
    const int first = next_tone(tones, room->floor - 1);
    const struct yeoun_voicing plain = {
      .voices = 2, .pitch = {(uint8_t)first, (uint8_t)next_tone(tones, first)}};
    add_choice(search, s, &plain, 0.0f);
  }
}

/* Voices are compared from the highest down. */
static float
move_cost(const struct yeoun_voicing *from, const struct yeoun_voicing *to)
{
  const int voices = from->voices < to->voices ? from->voices : to->voices;
  int move[VOICES] = {0};
  int sum = 0;
  float cost = 0.0f;
  for (int i = 0; i < voices; ++i) {
    const int a = from->pitch[from->voices - 1 - i];
    const int b = to->pitch[to->voices - 1 - i];
    move[i] = b - a;
    sum += move[i] < 0 ? -move[i] : move[i];
    for (int j = 0; j < i && move[i]; ++j) {
      if (move[i] == move[j]) {
        const int interval = (from->pitch[from->voices - 1 - j] - a) % 12;
        cost += interval == 0 || interval == 7 ? 12.0f : 0.0f;
      }
    }
  }
  return cost + 0.5f * (float)sum;
}

static bool
is_same_room(const struct yeoun_voicing_room *a,
             const struct yeoun_voicing_room *b)
{
  return a->chord.tones == b->chord.tones && a->chord.root == b->chord.root &&
         a->shunned == b->shunned && a->floor == b->floor &&
         a->ceiling == b->ceiling && a->wanted == b->wanted &&
         a->voices == b->voices;
}

static void
prepare(struct yeoun_voicing_search *search, int s, uint64_t seed)
{
  for (int twin = s - 1; twin >= 0 && twin > s - 9; --twin) {
    if (is_same_room(&search->room[twin], &search->room[s])) {
      search->choices[s] = search->choices[twin];
      for (int c = 0; c < YEOUN_VOICINGS; ++c) {
        search->choice[s][c] = search->choice[twin][c];
        search->own[s][c] = search->own[twin][c];
      }
      return;
    }
  }
  list_choices(search, s, seed);
}

void
yeoun_voicing_find(struct yeoun_voicing_search *search,
                   int spans,
                   uint64_t seed,
                   struct yeoun_voicing *voicing)
{
  float cost[2][YEOUN_VOICINGS] = {{0}};
  for (int s = 0; s < spans; ++s) {
    prepare(search, s, seed);
    const float *const old = cost[(s + 1) & 1];
    for (int c = 0; c < search->choices[s]; ++c) {
      float best = s ? 1e9f : 0.0f;
      for (int b = 0; s && b < search->choices[s - 1]; ++b) {
        const float sum =
          old[b] + move_cost(&search->choice[s - 1][b], &search->choice[s][c]);
        if (sum < best) {
          best = sum;
          search->parent[s][c] = (uint8_t)b;
        }
      }
      cost[s & 1][c] = best + search->own[s][c];
    }
  }
  if (!spans) {
    return;
  }
  int best = 0;
  for (int c = 1; c < search->choices[spans - 1]; ++c) {
    const float *const last = cost[(spans - 1) & 1];
    best = last[c] < last[best] ? c : best;
  }
  for (int s = spans - 1; s >= 0; --s) {
    voicing[s] = search->choice[s][best];
    best = s ? search->parent[s][best] : 0;
  }
}
