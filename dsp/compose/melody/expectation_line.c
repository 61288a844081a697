// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A whole line before the model of expectation. */

#include <string.h>

#include "compose/melody/expectation.h"

static bool
is_start(const struct yeoun_expected_note *line, int i)
{
  return i == 0 || line[i].is_phrase_start;
}

static enum yeoun_expectation_place
place_of(const struct yeoun_expected_note *line, int notes, int i)
{
  if (is_start(line, i)) {
    return YEOUN_EXPECT_FIRST;
  }
  if (i + 1 == notes) {
    return YEOUN_EXPECT_FINAL;
  }
  if (is_start(line, i + 1)) {
    return YEOUN_EXPECT_LAST;
  }
  return is_start(line, i - 1) ? YEOUN_EXPECT_SECOND : YEOUN_EXPECT_INSIDE;
}

static bool
is_in_chord(const struct yeoun_expected_note *note)
{
  return note->tones == 0 || (note->tones >> note->pitch % 12 & 1u) != 0;
}

struct yeoun_expectation_context
yeoun_expectation_at(const struct yeoun_expected_note *line,
                     int notes,
                     int i,
                     bool is_minor,
                     int tonic,
                     int median)
{
  struct yeoun_expectation_context context;
  memset(&context, 0, sizeof(context));
  context.is_minor = is_minor;
  context.tonic = (uint8_t)tonic;
  context.median = (uint8_t)median;
  context.place = (uint8_t)place_of(line, notes, i);
  context.weight_to = line[i].weight;
  context.root = line[i].root;
  context.tones = line[i].tones;
  int known = 0;
  for (int j = i - 1; j >= 0 && known < 4; --j) {
    context.last[known++] = line[j].pitch;
    if (is_start(line, j) || is_start(line, i)) {
      break;
    }
  }
  context.notes = (uint8_t)known;
  if (known > 0) {
    context.weight = line[i - 1].weight;
    context.was_chord_tone = is_in_chord(&line[i - 1]);
  }
  return context;
}

static int
median_of(const struct yeoun_expected_note *line, int notes)
{
  int below[129] = {0};
  for (int i = 0; i < notes; ++i) {
    ++below[line[i].pitch & 127];
  }
  int seen = 0;
  for (int pitch = 0; pitch < 128; ++pitch) {
    seen += below[pitch];
    if (2 * seen >= notes) {
      return pitch;
    }
  }
  return 60;
}

float
yeoun_expectation_mean(const struct yeoun_expected_note *line,
                       int notes,
                       bool is_minor,
                       int tonic)
{
  const int median = median_of(line, notes);
  long sum = 0;
  for (int i = 0; i < notes; ++i) {
    const struct yeoun_expectation_context context =
      yeoun_expectation_at(line, notes, i, is_minor, tonic, median);
    sum += yeoun_expectation_cost(&context, line[i].pitch);
  }
  return notes > 0 ? (float)sum / (16.0f * (float)notes) : 0;
}
