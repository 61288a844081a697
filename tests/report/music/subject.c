// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "subject.h"

#include "compose/scratch.h"

#include <stdio.h>
#include <string.h>

/* Too much for a stack. */
static struct yeoun_compose_scratch compose_scratch;

static void
learn(struct subject *subject, int bars)
{
  static struct yeoun_score statement;
  subject->theme = subject->given;
  subject_compose(subject, bars, YEOUN_LYRICAL, 0, 0.0, &statement);
  likeness_take_motif(&statement, &subject->motif);
  if (subject->given.chords > 0) {
    return;
  }
  for (int s = 0; s < statement.spans; ++s) {
    const struct yeoun_span *const span = &statement.span[s];
    if (span->slot >= 0 && span->slot < YEOUN_THEME_CHORDS) {
      subject->theme.chord[span->slot] = span->chord;
      if (span->slot >= subject->theme.chords) {
        subject->theme.chords = (uint8_t)(span->slot + 1);
      }
    }
  }
}

bool
subjects_read(const char *path, int every, int bars, struct subjects *subjects)
{
  FILE *const file = fopen(path, "r");
  char line[256];
  int number = 0;
  if (!file) {
    fprintf(stderr, "report-music: cannot read %s\n", path);
    return false;
  }
  subjects->count = 0;
  subjects->bars = bars;
  while (fgets(line, sizeof(line), file)) {
    line[strcspn(line, "\r\n")] = '\0';
    if (line[0] == '#' || line[0] == '\0' || number++ % every ||
        subjects->count == SUBJECTS_MAX) {
      continue;
    }
    struct subject *const subject = &subjects->subject[subjects->count++];
    const struct yeoun_reading reading =
      yeoun_theme_read(line, &subject->given);
    if (reading.status) {
      fprintf(stderr,
              "report-music: %s: \"%s\": %s at letter %zu\n",
              path,
              line,
              yeoun_status_text(reading.status),
              reading.offset + 1);
      fclose(file);
      return false;
    }
    snprintf(subject->text, sizeof(subject->text), "%.63s", line);
    learn(subject, bars);
  }
  fclose(file);
  return subjects->count > 0;
}

struct yeoun_request
subject_request(const struct subject *subject,
                int bars,
                unsigned pole,
                unsigned variation,
                double distance)
{
  struct yeoun_request request;
  float weight[YEOUN_POLES] = {0};
  const float trim[YEOUN_TRIMS] = {0};
  memset(&request, 0, sizeof(request));
  weight[pole] = 1.0f;
  request.theme = subject->given;
  request.mood = yeoun_mood_blend(weight, trim, 0.5f, 0.3f);
  request.distance = (float)distance;
  request.humanize = 0.5f;
  request.variation = (uint16_t)variation;
  request.bars = (uint16_t)bars;
  return request;
}

void
subject_compose(const struct subject *subject,
                int bars,
                unsigned pole,
                unsigned variation,
                double distance,
                struct yeoun_score *score)
{
  const struct yeoun_request request =
    subject_request(subject, bars, pole, variation, distance);
  yeoun_compose(&request, &compose_scratch, score);
}
