// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "curve.h"

#include "kth.h"
#include "music/number.h"
#include "music/random.h"

#include <math.h>

/* Lateness within a phrase: least, and with the fullest rubato. The mean of it
   is about half, so that the music keeps within 40 ms of the host. */
static const float late_least_ms = 12.0f;
static const float late_noise_ms = 6.0f;
static const float late_rubato_ms = 48.0f;

/* Share of the amount of the phrase arch at levels 5, 6, 7. */
static const float arch_share[3] = {1.0f, 1.0f, 0.5f};

static int
step_of(const struct yeoun_curve *curve, int32_t tick)
{
  const int step = (int)((tick + curve->step / 2) / curve->step);
  return yeoun_clamp_i(step, 0, curve->steps);
}

float
yeoun_curve_at(const struct yeoun_curve *curve, const float *row, int32_t tick)
{
  const int32_t length = curve->steps * curve->step;
  const int32_t at = tick % length;
  if (at == 0 && tick > 0) {
    return row[curve->steps];
  }
  const int i = (int)(at / curve->step);
  const float share = (float)(at % curve->step) / (float)curve->step;
  return row[i] + share * (row[i + 1] - row[i]);
}

float
yeoun_harmonic_charge(const struct yeoun_score *score,
                      const struct yeoun_span *span)
{
  const unsigned type = span->chord.type;
  if (type == YEOUN_CHORD_DIM || type == YEOUN_CHORD_DIM7 ||
      type == YEOUN_CHORD_M7B5) {
    return yeoun_kth.diminished_charge;
  }
  const unsigned mode = score->key.mode;
  const bool is_minor =
    mode == YEOUN_MODE_DORIAN || mode == YEOUN_MODE_PHRYGIAN ||
    mode == YEOUN_MODE_AEOLIAN || mode == YEOUN_MODE_LOCRIAN;
  const int above = (span->chord.root + 12 - score->key.tonic) % 12;
  return yeoun_kth.harmonic_charge[is_minor][above];
}

/* An arch of each phrase: slow and soft at its ends, a parabola either side of
   its turn. late_ms holds the stretch of time until it is summed up. */
static void
draw_arch(struct yeoun_curve *curve,
          const struct yeoun_phrase *phrase,
          float k,
          bool ends_two)
{
  const int first = step_of(curve, phrase->start);
  const int last = step_of(curve, phrase->end);
  const float turn = (float)phrase->turn;
  for (int i = first; i < last; ++i) {
    const float tick = (float)(i * curve->step);
    const bool is_after = tick > turn;
    const float whole =
      is_after ? (float)phrase->end - turn : turn - (float)phrase->start;
    float x = whole > 0.0f ? (tick - turn) / whole : 0.0f;
    x *= x;
    const float next = is_after && ends_two ? yeoun_kth.arch_next : 1.0f;
    curve->late_ms[i] += k * next * yeoun_kth.arch_slow[is_after] * x;
    curve->level_db[i] +=
      k * yeoun_kth.arch_amp * yeoun_kth.arch_soft[is_after] * x;
  }
}

static bool
ends_bigger(const struct yeoun_score *score, const struct yeoun_phrase *phrase)
{
  for (int p = 0; p < score->phrases; ++p) {
    if (score->phrase[p].level < phrase->level &&
        score->phrase[p].end == phrase->end) {
      return true;
    }
  }
  return false;
}

/* Level of the chord's charge; a swell leads into a chord of more charge, a
   decline into one of less. */
static void
draw_harmonic_charge(const struct yeoun_rendition *rendition,
                     struct yeoun_curve *curve,
                     float k)
{
  const struct yeoun_score *const score = rendition->score;
  int s = 0;
  for (int i = 0; i < curve->steps; ++i) {
    const int32_t tick = i * curve->step;
    const struct yeoun_span *const span = yeoun_rendition_span(score, tick, &s);
    if (!span) {
      return;
    }
    const struct yeoun_span *const next =
      &score->span[s + 1 < score->spans ? s + 1 : 0];
    const float from =
      yeoun_kth.harmonic_level * sqrtf(yeoun_harmonic_charge(score, span));
    const float to =
      yeoun_kth.harmonic_level * sqrtf(yeoun_harmonic_charge(score, next));
    const float whole_ms = (float)span->length * rendition->ms_per_tick;
    const float left_ms =
      (float)(span->start + span->length - tick) * rendition->ms_per_tick;
    const float swell_ms = to > from && whole_ms > yeoun_kth.harmonic_swell
                             ? yeoun_kth.harmonic_swell
                             : whole_ms;
    const float share = left_ms < swell_ms ? 1.0f - left_ms / swell_ms : 0.0f;
    const float level = k * (from + share * (to - from));
    curve->level_db[i] += level;
    curve->late_ms[i] +=
      sqrtf(1.0f + yeoun_kth.harmonic_stretch * level) - 1.0f;
  }
}

/* 1/f noise as a sum of draws, each held twice as long as the one before it
   (Voss and Clarke 1978; McCartney's form). */
static void
add_clock_noise(const struct yeoun_rendition *rendition,
                const struct yeoun_curve *curve,
                float *late_ms)
{
  enum { OCTAVES = 6 };
  const float step_ms = (float)curve->step * rendition->ms_per_tick;
  const float range =
    2.0f * rendition->humanize *
    (yeoun_kth.clock_noise[0] * step_ms + yeoun_kth.clock_noise[1]);
  float held[OCTAVES] = {0};
  for (int i = 0; i <= curve->steps; ++i) {
    float sum = 0.0f;
    for (int o = 0; o < OCTAVES; ++o) {
      if (i % (1 << o) == 0) {
        struct yeoun_random random = yeoun_random_stream(
          rendition->seed, "clock", (uint32_t)(i * OCTAVES + o));
        held[o] = 2.0f * yeoun_random_unit(&random) - 1.0f;
      }
      sum += held[o];
    }
    late_ms[i] += range * sum / (float)OCTAVES;
  }
}

/* Make both ends of a stretch punctual and keep what lies between in bounds. */
static void
level_stretch(float *late_ms, int first, int last, float most_ms)
{
  const float from = late_ms[first];
  const float slope = (late_ms[last] - from) / (float)(last - first);
  float most = 0.0f;
  for (int i = first; i <= last; ++i) {
    late_ms[i] -= from + slope * (float)(i - first);
    const float size = late_ms[i] < 0.0f ? -late_ms[i] : late_ms[i];
    most = yeoun_max_f(most, size);
  }
  if (most > most_ms) {
    for (int i = first; i <= last; ++i) {
      late_ms[i] *= most_ms / most;
    }
  }
}

/* From stretch of time to lateness: sum up, then bring each phrase home. */
static void
sum_lateness(const struct yeoun_rendition *rendition,
             struct yeoun_curve *curve,
             float most_ms)
{
  const struct yeoun_score *const score = rendition->score;
  const float step_ms = (float)curve->step * rendition->ms_per_tick;
  float sum = 0.0f;
  for (int i = 0; i <= curve->steps; ++i) {
    const float stretch = i < curve->steps ? curve->late_ms[i] : 0.0f;
    curve->late_ms[i] = sum;
    sum += stretch * step_ms;
  }
  add_clock_noise(rendition, curve, curve->late_ms);
  int first = 0;
  float after = curve->late_ms[0];
  for (int p = 0; p <= score->phrases; ++p) {
    const bool is_last = p == score->phrases;
    if (!is_last && score->phrase[p].level != 6) {
      continue;
    }
    const int last =
      is_last ? curve->steps : step_of(curve, score->phrase[p].end);
    if (last > first) {
      /* The end of this stretch is the unlevelled start of the next. */
      const float end = curve->late_ms[last];
      curve->late_ms[first] = after;
      level_stretch(curve->late_ms, first, last, most_ms);
      after = end;
      first = last;
    }
  }
}

static float
cube_root(float x)
{
  float root = x > 0.5f ? 1.0f : 0.5f;
  for (int i = 0; i < 12; ++i) {
    root = (2.0f * root + x / (root * root)) / 3.0f;
  }
  return root;
}

/* Other lateness and rolls, for which a ritard leaves room. */
static const float ritard_margin_ms = 60.0f;

/* The ritard's lateness at a step: what has gathered up to there. */
static float
ritard_at(const struct yeoun_rendition *rendition,
          const struct yeoun_curve *curve,
          float k,
          float end_ms,
          int step)
{
  const float length_ms = yeoun_kth.ritard_length * k;
  const float final = 1.0f / (1.0f + yeoun_kth.ritard_speed * k);
  const float step_ms = (float)curve->step * rendition->ms_per_tick;
  const float at_ms = (float)step * step_ms;
  const float x = (at_ms - (end_ms - length_ms)) / length_ms;
  if (x <= 0.0f || at_ms >= end_ms) {
    return 0.0f;
  }
  const float speed =
    cube_root(1.0f + (final * final * final - 1.0f) * yeoun_min_f(x, 1.0f));
  return step_ms * (1.0f / speed - 1.0f);
}

/* The share of a ritard that the length has room for: half of every note is to
   sound before the end. */
static float
ritard_share(const struct yeoun_rendition *rendition,
             const struct yeoun_curve *curve,
             const float *late_ms)
{
  const struct yeoun_score *const score = rendition->score;
  float share = 1.0f;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    const float late = late_ms[note->start / curve->step];
    const float room = (float)(score->length - note->start - note->length / 2) *
                         rendition->ms_per_tick -
                       ritard_margin_ms;
    if (late > 0.0f && room < share * late) {
      share = room > 0.0f ? room / late : 0.0f;
    }
  }
  return share;
}

/* The last onset of the melody is where the ritard ends; it is paid for inside
   the length. */
static void
add_final_ritard(const struct yeoun_rendition *rendition,
                 struct yeoun_curve *curve,
                 float k)
{
  const struct yeoun_score *const score = rendition->score;
  int32_t end = 0;
  for (int i = 0; i < score->notes; ++i) {
    if (score->note[i].lane == YEOUN_LANE_MELODY) {
      end = score->note[i].start;
    }
  }
  float *const ritard = curve->ritard_ms;
  const float end_ms = (float)end * rendition->ms_per_tick;
  ritard[0] = 0.0f;
  for (int i = 0; i < curve->steps; ++i) {
    ritard[i + 1] =
      ritard[i] + (k > 0.0f ? ritard_at(rendition, curve, k, end_ms, i) : 0.0f);
  }
  const float share = ritard_share(rendition, curve, ritard);
  for (int i = 0; i <= curve->steps; ++i) {
    curve->late_ms[i] += share * ritard[i];
  }
}

void
yeoun_curve_draw(const struct yeoun_rendition *rendition,
                 struct yeoun_curve *curve)
{
  const struct yeoun_score *const score = rendition->score;
  const float *const feature = rendition->mood->feature;
  const int32_t fine = YEOUN_BEAT / 4;
  int32_t step = fine;
  while (score->length / step > YEOUN_CURVE_STEPS) {
    step *= 2;
  }
  curve->step = step;
  curve->steps = (int)((score->length + step - 1) / step);
  for (int i = 0; i <= curve->steps; ++i) {
    curve->level_db[i] = curve->late_ms[i] = 0.0f;
  }
  for (int p = 0; p < score->phrases; ++p) {
    const struct yeoun_phrase *const phrase = &score->phrase[p];
    if (phrase->level >= 5 && phrase->level <= 7) {
      draw_arch(curve,
                phrase,
                feature[YEOUN_FEATURE_PHRASE_ARCH] *
                  arch_share[phrase->level - 5],
                ends_bigger(score, phrase));
    }
  }
  draw_harmonic_charge(
    rendition, curve, feature[YEOUN_FEATURE_HARMONIC_CHARGE]);
  curve->level_db[curve->steps] = curve->level_db[0];
  const float rubato = feature[YEOUN_FEATURE_RUBATO];
  const float rules =
    feature[YEOUN_FEATURE_PHRASE_ARCH] > 0.0f ? late_least_ms : 0.0f;
  const float noise = late_noise_ms * rendition->humanize;
  sum_lateness(rendition, curve, rules + noise + late_rubato_ms * rubato);
  if (score->has_ending) {
    add_final_ritard(rendition, curve, feature[YEOUN_FEATURE_FINAL_RITARD]);
  }
}
