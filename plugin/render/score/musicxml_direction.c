// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "musicxml_direction.h"

#include <math.h>
#include <stdlib.h>

#include "notation.h"
#include "xml.h"

#define TICKS (YEOUN_BEAT / YEOUN_DIVISIONS)

/* A difference of velocity between the halves of a phrase that is a hairpin. */
#define SWELL 9

static void
begin(FILE *file, bool is_above)
{
  fprintf(file,
          "      <direction placement=\"%s\"><direction-type>",
          is_above ? "above" : "below");
}

/** @param at  divisions after the beginning of the bar */
static void
end(FILE *file, int32_t at)
{
  fputs("</direction-type>", file);
  if (at) {
    fprintf(file, "<offset>%d</offset>", at);
  }
  fputs("</direction>\n", file);
}

/** The same, below the lower staff of two. */
static void
end_low(FILE *file, int32_t at, bool has_two_staves)
{
  fputs("</direction-type>", file);
  if (at) {
    fprintf(file, "<offset>%d</offset>", at);
  }
  fprintf(file, "%s</direction>\n", has_two_staves ? "<staff>2</staff>" : "");
}

/** The felt pulse of a metre as a sign, and how many quarters it has. */
static const char *
find_unit(struct yeoun_meter meter, double *quarters)
{
  *quarters = (double)yeoun_pulse_ticks(meter) / YEOUN_BEAT;
  return *quarters >= 3    ? "<beat-unit>half</beat-unit><beat-unit-dot/>"
         : *quarters >= 2  ? "<beat-unit>half</beat-unit>"
         : *quarters > 1.4 ? "<beat-unit>quarter</beat-unit><beat-unit-dot/>"
         : *quarters >= 1  ? "<beat-unit>quarter</beat-unit>"
                           : "<beat-unit>eighth</beat-unit>";
}

/** Tempo, where it changes, in the beat of the metre. */
static void
write_tempo(FILE *file, const struct yeoun_bar_of_part *bar)
{
  const struct yeoun_tempo *const tempo = &bar->plan->tempo;
  double quarters = 1;
  const char *const unit = find_unit(bar->composed->meter, &quarters);
  for (unsigned i = 0; i < tempo->count; ++i) {
    const int32_t tick = tempo->at[i].tick;
    const double bpm = yeoun_tempo_bpm(tempo, i);
    const double before = i ? yeoun_tempo_bpm(tempo, i - 1) : 0;
    if (tick >= bar->from && tick < bar->to &&
        lround(bpm / quarters) != lround(before / quarters)) {
      begin(file, true);
      fprintf(file,
              "<metronome>%s<per-minute>%.0f</per-minute></metronome>"
              "</direction-type>",
              unit,
              bpm / quarters);
      if (tick > bar->from) {
        fprintf(file, "<offset>%d</offset>", (tick - bar->from) / TICKS);
      }
      fprintf(file, "<sound tempo=\"%.3f\"/></direction>\n", bpm);
    }
  }
}

static void
write_words(FILE *file, const char *words, int32_t at)
{
  begin(file, true);
  fputs("<words>", file);
  yeoun_xml_text(file, words);
  fputs("</words>", file);
  end(file, at);
}

/** How it goes, and what happens in the picture. */
static void
write_remarks(FILE *file, const struct yeoun_bar_of_part *bar)
{
  const struct yeoun_music_cue *const cue = bar->plan->cue;
  if (!bar->from) {
    write_words(file, cue->mood, 0);
  }
  for (unsigned i = 0; i < cue->hits; ++i) {
    char words[32];
    const int32_t tick =
      (int32_t)lround(yeoun_tempo_tick(&bar->plan->tempo, cue->hit_s[i]));
    if (tick >= bar->from && tick < bar->to) {
      snprintf(words, sizeof(words), "hit %.2f s", cue->hit_s[i]);
      write_words(file, words, (tick - bar->from + TICKS / 2) / TICKS);
    }
  }
}

/** The phrase that begins in a bar, from 0; -1 when none does. */
static int
find_phrase(const struct yeoun_bar_of_part *bar, int32_t *phrase_end)
{
  const struct yeoun_composed *const w = bar->composed;
  int number = 0;
  bool is_here = false;
  *phrase_end = w->length;
  for (unsigned i = 0; i < w->phrases; ++i) {
    const int32_t start = w->phrase[i];
    is_here |= start >= bar->from && start < bar->to;
    number += start < bar->from;
    if (start >= bar->to && start < *phrase_end) {
      *phrase_end = start;
    }
  }
  return is_here ? number : -1;
}

/** A, B, ... Z, AA, BB, ... */
static void
write_letter(FILE *file, int number)
{
  begin(file, true);
  fputs("<rehearsal>", file);
  for (int i = 0; i <= number / 26; ++i) {
    putc('A' + number % 26, file);
  }
  fputs("</rehearsal>", file);
  end(file, 0);
}

/** The mean velocity of a lane in a stretch; 0 when it is silent. */
static double
mean_velocity(const struct yeoun_composed *composed,
              unsigned lane,
              int32_t from,
              int32_t to)
{
  double sum = 0;
  unsigned count = 0;
  for (unsigned i = 0; i < composed->onsets; ++i) {
    const struct yeoun_onset *const onset = &composed->onset[i];
    if (onset->lane == lane && onset->tick >= from && onset->tick < to) {
      sum += onset->velocity;
      ++count;
    }
  }
  return count ? sum / count : 0;
}

/* Half way between what notation programs play for each: 33, 49, 64, 80, 96,
   112. */
static const char *
name_dynamic(double velocity)
{
  return velocity < 41    ? "pp"
         : velocity < 56  ? "p"
         : velocity < 72  ? "mp"
         : velocity < 88  ? "mf"
         : velocity < 104 ? "f"
                          : "ff";
}

/** 1 when a phrase swells, -1 when it falls away. */
static int
find_swell(const struct yeoun_bar_of_part *bar, int32_t from, int32_t to)
{
  const int32_t middle = from + (to - from) / 2;
  const double first = mean_velocity(bar->composed, bar->lane, from, middle);
  const double second = mean_velocity(bar->composed, bar->lane, middle, to);
  return first <= 0 || second <= 0 || fabs(second - first) < SWELL ? 0
         : second > first                                          ? 1
                                                                   : -1;
}

/** How loud a phrase begins, and where it goes, as the performer plays it. */
static void
write_dynamics(FILE *file,
               const struct yeoun_bar_of_part *bar,
               int32_t phrase_end)
{
  const int32_t quarter = (phrase_end - bar->from) / 4;
  const double velocity =
    mean_velocity(bar->composed, bar->lane, bar->from, bar->from + quarter + 1);
  const int swell = find_swell(bar, bar->from, phrase_end);
  if (velocity > 0) {
    begin(file, false);
    fprintf(file, "<dynamics><%s/></dynamics>", name_dynamic(velocity));
    end(file, 0);
  }
  if (swell) {
    begin(file, false);
    fprintf(
      file, "<wedge type=\"%s\"/>", swell > 0 ? "crescendo" : "diminuendo");
    end(file, 0);
  }
}

/** The end of the hairpin of the phrase that ends with this bar. */
static void
end_dynamics(FILE *file, const struct yeoun_bar_of_part *bar)
{
  const struct yeoun_composed *const w = bar->composed;
  bool is_end = bar->to >= w->length;
  int32_t from = 0;
  for (unsigned i = 0; i < w->phrases; ++i) {
    const int32_t start = w->phrase[i];
    is_end |= start >= bar->to && start < bar->to + (bar->to - bar->from);
    from = start <= bar->from && start > from ? start : from;
  }
  from -= from % (bar->to - bar->from);
  if (is_end && w->phrases && find_swell(bar, from, bar->to)) {
    begin(file, false);
    fputs("<wedge type=\"stop\"/>", file);
    end(file, (bar->to - bar->from) / TICKS - 1);
  }
}

static void
write_pedal(FILE *file, const struct yeoun_bar_of_part *bar)
{
  for (unsigned i = 0; i < bar->composed->pedals; ++i) {
    const struct yeoun_pedal *const pedal = &bar->composed->pedal[i];
    const int32_t tick[] = {pedal->start, pedal->end};
    for (unsigned k = 0; k < 2 && pedal->lane == bar->lane; ++k) {
      if (tick[k] >= bar->from && tick[k] < bar->to) {
        begin(file, false);
        fprintf(file,
                "<pedal type=\"%s\" line=\"no\" sign=\"yes\"/>",
                k ? "stop" : "start");
        end_low(file, (tick[k] - bar->from) / TICKS, bar->has_two_staves);
      }
    }
  }
}

void
yeoun_directions_write(FILE *file, const struct yeoun_bar_of_part *bar)
{
  int32_t phrase_end = 0;
  const int phrase = find_phrase(bar, &phrase_end);
  if (bar->is_top) {
    write_tempo(file, bar);
    write_remarks(file, bar);
    if (phrase >= 0) {
      write_letter(file, phrase);
    }
  }
  if (phrase >= 0) {
    write_dynamics(file, bar, phrase_end);
  }
  write_pedal(file, bar);
  end_dynamics(file, bar);
}
