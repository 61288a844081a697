// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "sample.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compose/compose.h"
#include "compose/scratch.h"

#define SAMPLE_DISTANCE 0.35

/* Too much for a stack. */
static struct yeoun_compose_scratch scratch;

static struct yeoun_request
request_of(const struct sample *sample,
           int index,
           double distance,
           float intensity,
           float space)
{
  struct yeoun_request request;
  float weight[YEOUN_POLES] = {0};
  const float trim[YEOUN_TRIMS] = {0};
  memset(&request, 0, sizeof(request));
  weight[index % YEOUN_POLES] = 1;
  request.theme = sample->theme[index / YEOUN_POLES];
  request.mood = yeoun_mood_blend(weight, trim, intensity, space);
  request.distance = (float)distance;
  request.humanize = 0.5f;
  request.variation = (uint16_t)(1 + index % 7);
  request.bars = (uint16_t)sample->bars;
  request.has_ending = index / YEOUN_POLES % 2 == 0;
  return request;
}

void
sample_compose(const struct sample *sample,
               int index,
               double distance,
               struct yeoun_score *score)
{
  const struct yeoun_request request =
    request_of(sample, index, distance, 0.5f, 0.3f);
  yeoun_compose(&request, &scratch, score);
}

static bool
read_themes(const char *path, int every, struct sample *sample)
{
  FILE *const file = fopen(path, "r");
  char line[256];
  int number = 0;
  if (!file) {
    fprintf(stderr, "judge: cannot read %s\n", path);
    return false;
  }
  while (fgets(line, sizeof(line), file)) {
    line[strcspn(line, "\r\n")] = '\0';
    if (line[0] == '#' || line[0] == '\0' || number++ % every ||
        sample->themes == SAMPLE_THEMES) {
      continue;
    }
    if (yeoun_theme_read(line, &sample->theme[sample->themes]).status) {
      fprintf(stderr, "judge: %s: cannot read \"%s\"\n", path, line);
      fclose(file);
      return false;
    }
    ++sample->themes;
  }
  fclose(file);
  return sample->themes > 1;
}

bool
sample_make(const char *path, int every, int bars, struct sample *sample)
{
  memset(sample, 0, sizeof(*sample));
  sample->bars = bars;
  if (!read_themes(path, every, sample)) {
    return false;
  }
  sample->pieces = sample->themes * YEOUN_POLES;
  const size_t count = (size_t)sample->pieces;
  sample->score = malloc(count * sizeof(*sample->score));
  sample->statement = malloc(count * sizeof(*sample->statement));
  sample->emptier = malloc(count * sizeof(*sample->emptier));
  if (!sample->score || !sample->statement || !sample->emptier) {
    fprintf(stderr, "judge: out of memory\n");
    sample_free(sample);
    return false;
  }
  for (int i = 0; i < sample->pieces; ++i) {
    struct yeoun_request request =
      request_of(sample, i, SAMPLE_DISTANCE, 0.5f, 0.3f);
    yeoun_compose(&request, &scratch, &sample->score[i]);
    request.variation = 0;
    yeoun_compose(&request, &scratch, &sample->statement[i]);
    request = request_of(sample, i, SAMPLE_DISTANCE, 0.2f, 0.6f);
    yeoun_compose(&request, &scratch, &sample->emptier[i]);
    sample->others[i % YEOUN_POLES][i / YEOUN_POLES] = &sample->statement[i];
  }
  return true;
}

void
sample_free(struct sample *sample)
{
  free(sample->score);
  free(sample->statement);
  free(sample->emptier);
}

void
sample_piece(const struct sample *sample,
             int index,
             const struct yeoun_score *score,
             struct piece *piece)
{
  piece->score = score;
  piece->statement = &sample->statement[index];
  piece->emptier = &sample->emptier[index];
  piece->pole = (unsigned)index % YEOUN_POLES;
  piece->own = index / YEOUN_POLES;
  piece->others = sample->others[piece->pole];
  piece->themes = sample->themes;
  piece->theme = &sample->theme[piece->own];
  piece_look(piece);
}
