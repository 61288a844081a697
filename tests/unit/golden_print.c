// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "golden_print.h"

#include <inttypes.h>
#include <string.h>

#include "compose/compose.h"
#include "compose/scratch.h"
#include "music/lane.h"
#include "perform/perform.h"
#include "perform/scratch.h"

/* Too much for a stack. */
static struct yeoun_compose_scratch compose_scratch;
static struct yeoun_perform_scratch perform_scratch;

static const char letters[] =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+=";

static const uint64_t start_of_hash = 0xcbf29ce484222325ULL;

/* Of each lane: its notes, bar by bar, and how they are played: its level and
   timing depend on the whole form, so that bars would say too much. */
struct lane_hash {
  uint64_t bar[YEOUN_BARS_MAX];
  uint64_t playing;
};

/* FNV-1a (Fowler, Noll & Vo 1991), a byte at a time. */
static void
mix(uint64_t *hash, int64_t value)
{
  for (int byte = 0; byte < 8; ++byte) {
    *hash = (*hash ^ ((uint64_t)value >> (8 * byte) & 0xff)) * 0x100000001b3ULL;
  }
}

static void
mix_note(uint64_t *hash, const struct yeoun_note *note)
{
  mix(hash, note->start);
  mix(hash, note->length);
  mix(hash, note->pitch | note->lane << 8 | note->articulation << 16);
  mix(hash, note->bend | note->marks << 8);
  mix(hash, note->bend_cents);
}

static void
mix_performed(uint64_t *hash, const struct yeoun_performed *note)
{
  mix(hash, note->start);
  mix(hash, note->end);
  mix(hash, note->velocity);
}

static char
letter(uint64_t hash)
{
  if (hash == start_of_hash) {
    return '.';
  }
  hash ^= hash >> 32; // the low bits of this hash are its weak ones
  hash ^= hash >> 16;
  return letters[hash >> 8 & 63];
}

static void
write_letters(const struct lane_hash *lane, int bars, char *text)
{
  for (int bar = 0; bar < bars; ++bar) {
    text[bar] = letter(lane->bar[bar]);
  }
  text[bars] = letter(lane->playing);
  text[bars + 1] = '\0';
}

static void
start_hashes(struct lane_hash hash[YEOUN_LANES])
{
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    for (int bar = 0; bar < YEOUN_BARS_MAX; ++bar) {
      hash[lane].bar[bar] = start_of_hash;
    }
    hash[lane].playing = start_of_hash;
  }
}

static void
take_variation(const struct yeoun_request *request,
               struct golden_print *print,
               struct golden_variation *variation)
{
  static struct yeoun_score score;
  static struct yeoun_performance performance;
  struct lane_hash hash[YEOUN_LANES];
  yeoun_compose(request, &compose_scratch, &score);
  yeoun_perform(&score,
                &request->mood,
                score.tempo_bpm,
                request->humanize,
                request->variation,
                &perform_scratch,
                &performance);
  const int32_t bar = yeoun_bar_ticks(score.meter);
  start_hashes(hash);
  mix(&print->notes, score.length);
  for (unsigned i = 0; i < score.notes; ++i) {
    const struct yeoun_note *const note = &score.note[i];
    mix_note(&print->notes, note);
    mix_note(&hash[note->lane].bar[note->start / bar], note);
  }
  for (unsigned i = 0; i < performance.notes; ++i) {
    const struct yeoun_performed *const note = &performance.note[i];
    mix_performed(&print->playing, note);
    mix_performed(&hash[note->lane].playing, note);
  }
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    write_letters(&hash[lane], score.length / bar, variation->lane[lane]);
  }
}

void
golden_print_take(const struct subject *subject,
                  unsigned pole,
                  struct golden_print *print)
{
  print->notes = start_of_hash;
  print->playing = start_of_hash;
  for (unsigned variation = 0; variation <= GOLDEN_LAST; ++variation) {
    const double distance = variation % 2 ? 0.35 : 0.7;
    const struct yeoun_request request =
      subject_request(subject, GOLDEN_BARS, pole, variation, distance);
    take_variation(&request, print, &print->variation[variation]);
  }
}

static void
write_head(const struct subject *subject,
           unsigned pole,
           const struct golden_print *print,
           char line[GOLDEN_LINE])
{
  snprintf(line,
           GOLDEN_LINE,
           "%s, %s, %016" PRIx64 ", %016" PRIx64,
           subject->text,
           yeoun_pole_name(pole),
           print->notes,
           print->playing);
}

void
golden_print_write(const struct subject *subject,
                   unsigned pole,
                   const struct golden_print *print,
                   FILE *file)
{
  char head[GOLDEN_LINE];
  write_head(subject, pole, print, head);
  fprintf(file, "%s\n", head);
  for (int variation = 0; variation <= GOLDEN_LAST; ++variation) {
    fprintf(file, "%2d", variation);
    for (int lane = 0; lane < YEOUN_LANES; ++lane) {
      const char *const bars = print->variation[variation].lane[lane];
      const bool is_silent = strspn(bars, ".") == strlen(bars);
      fprintf(file, " %s", is_silent ? "-" : bars);
    }
    fputc('\n', file);
  }
}

/* Say in which bars a lane differs; false when it is the same. */
static bool
compare_lane(const char *kept,
             const char *now,
             const char *where,
             const char *lane)
{
  const size_t bars = strlen(now) - 1;
  const bool was_silent = !strcmp(kept, "-");
  bool differs = false;
  if (!was_silent && strlen(kept) != bars + 1) {
    printf("# %s: the %s has another number of bars\n", where, lane);
    return true;
  }
  for (size_t bar = 0; bar < bars; ++bar) {
    if ((was_silent ? '.' : kept[bar]) != now[bar]) {
      if (!differs) {
        printf("# %s: the %s differs in bar", where, lane);
      }
      printf("%s %zu", differs ? "," : "", bar + 1);
      differs = true;
    }
  }
  if (differs) {
    putchar('\n');
  } else if ((was_silent ? '.' : kept[bars]) != now[bars]) {
    printf("# %s: the %s is played otherwise\n", where, lane);
    differs = true;
  }
  return differs;
}

static bool
compare_variation(const char *line,
                  const struct golden_variation *variation,
                  const char *where)
{
  char kept[YEOUN_LANES][GOLDEN_LANE];
  bool differs = false;
  if (sscanf(line,
             "%*d %33s %33s %33s %33s %33s %33s",
             kept[0],
             kept[1],
             kept[2],
             kept[3],
             kept[4],
             kept[5]) != YEOUN_LANES) {
    printf("# %s: the golden file has no such line\n", where);
    return true;
  }
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    differs |= compare_lane(kept[lane],
                            variation->lane[lane],
                            where,
                            yeoun_lane_name((unsigned)lane));
  }
  return differs;
}

bool
golden_print_compare(const struct subject *subject,
                     unsigned pole,
                     const struct golden_print *print,
                     FILE *file)
{
  char line[GOLDEN_LINE] = "";
  char head[GOLDEN_LINE];
  bool differs = false;
  write_head(subject, pole, print, head);
  const bool is_head = fgets(line, sizeof(line), file) != NULL;
  line[strcspn(line, "\n")] = '\0';
  const bool is_same = is_head && !strcmp(line, head);
  for (int variation = 0; variation <= GOLDEN_LAST; ++variation) {
    char where[GOLDEN_LINE];
    snprintf(where,
             sizeof(where),
             "%s, %s, variation %d",
             subject->text,
             yeoun_pole_name(pole),
             variation);
    const bool is_there = fgets(line, sizeof(line), file) != NULL;
    differs |= compare_variation(
      is_there ? line : "", &print->variation[variation], where);
  }
  if (!is_same && !differs) {
    printf("# %s, %s: the fingerprint differs, in no bar whose letter shows\n",
           subject->text,
           yeoun_pole_name(pole));
  }
  return is_same && !differs;
}
