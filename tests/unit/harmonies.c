// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "harmonies.h"

#include <stdio.h>
#include <string.h>

struct yeoun_theme themes[MOST];
char names[MOST][64];
int count;
struct yeoun_plan plan;
struct yeoun_score statement, score;
struct yeoun_harmony harmony;

void
harmonies_read(const char *path)
{
  FILE *const file = fopen(path, "r");
  char line[256];
  ck_assert_ptr_nonnull(file);
  count = 0;
  while (fgets(line, sizeof(line), file) && count < MOST) {
    line[strcspn(line, "\r\n")] = '\0';
    if (line[0] == '#' || !line[0]) {
      continue;
    }
    ck_assert_int_eq(yeoun_theme_read(line, &themes[count]).status, 0);
    if (themes[count].chords) {
      snprintf(names[count++], sizeof(names[0]), "%.63s", line);
    }
  }
  fclose(file);
  ck_assert_int_gt(count, 60);
}

struct yeoun_request
request_of(const struct yeoun_theme *theme,
           unsigned pole,
           unsigned variation,
           float distance,
           float trim)
{
  float weight[YEOUN_POLES] = {0};
  float trims[YEOUN_TRIMS] = {0};
  weight[pole] = 1.0f;
  trims[YEOUN_TRIM_CHROMATIC] = trim;
  return (struct yeoun_request){
    .theme = *theme,
    .mood = yeoun_mood_blend(weight, trims, 0.5f, 0.3f),
    .distance = distance,
    .variation = (uint16_t)variation,
    .bars = BARS,
  };
}

struct yeoun_request asked;

void
harmonise(const struct yeoun_theme *theme,
          unsigned pole,
          unsigned variation,
          float distance,
          float trim)
{
  asked = request_of(theme, pole, variation, distance, trim);
  harmonise_asked(pole);
}

void
harmonise_asked(unsigned pole)
{
  yeoun_plan_make(&asked, &plan);
  statement.length = score.length = plan.bars * plan.bar_ticks;
  yeoun_harmony_state(&plan, &statement, &harmony);
  yeoun_harmony_write(&plan, pole, &score, &harmony);
}

bool
is_minore(void)
{
  return plan.budget.amount[YEOUN_TECHNIQUE_MODE] > 0.0f;
}

int
third_of(struct yeoun_chord chord)
{
  return yeoun_tones_hold(chord.tones, chord.root + 4)   ? 2
         : yeoun_tones_hold(chord.tones, chord.root + 3) ? 1
                                                         : 0;
}

void
write_line(char *line, size_t size)
{
  size_t at = 0;
  line[0] = '\0';
  for (int s = 0; s < score.spans && at + 24 < size; ++s) {
    at += yeoun_chord_write(score.span[s].chord, line + at, size - at);
    at += (size_t)snprintf(line + at, size - at, " ");
  }
}
