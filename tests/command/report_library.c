// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Measures the files of a library against what was asked for: report-library
   FOLDER prints the worst of each; exit status 1 when one is too great. */

#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sndfile.h>

#include "render/library/table.h"
#include "render/sound/loudness.h"
#include "render/sound/master.h"
#include "render/sound/mix.h"

enum { HITS = 16, TEMPOS = 512, ONSETS = 8192 };

/** The worst of all cues. */
struct worst {
  unsigned cues, hits, mastered, stems, loops;
  double length_s, beat_s, hit_s, loudness_lu, stem_db, music_s;
  double loop_s, seam;
};

/** What a cue was asked for, and what was made. */
struct cue {
  struct yeoun_report_row row;
  double seconds; /**< 0: as many as its bars take */
  unsigned target, hits;
  double hit_s[HITS];
};

static bool
read_cue(const char *path, struct cue *cue)
{
  char line[1024];
  bool is_made = false;
  FILE *const file = fopen(path, "r");
  memset(cue, 0, sizeof(*cue));
  while (file && fgets(line, sizeof(line), file)) {
    line[strcspn(line, "\n")] = '\0';
    is_made = is_made || !strcmp(line, "made");
    if (is_made) {
      yeoun_report_row_read(&cue->row, line);
    } else if (cue->hits < HITS &&
               sscanf(line, "hit %lf", &cue->hit_s[cue->hits]) == 1) {
      ++cue->hits;
    } else if (sscanf(line, "target %u", &cue->target) != 1) {
      sscanf(line, "seconds %lf", &cue->seconds);
    }
  }
  if (file) {
    fclose(file);
  }
  return is_made;
}

static float *
read_sound(const char *path, sf_count_t *frames)
{
  SF_INFO info = {0};
  SNDFILE *const file = sf_open(path, SFM_READ, &info);
  if (!file || info.channels != 2) {
    fprintf(stderr, "report-library: cannot read %s\n", path);
    exit(2);
  }
  float *const sound =
    (float *)calloc((size_t)info.frames * 2 + 1, sizeof(float));
  *frames = sf_readf_float(file, sound, info.frames);
  sf_close(file);
  return sound;
}

static void
make_path(const char *folder,
          const struct cue *cue,
          const char *end,
          char path[1024])
{
  snprintf(path, 1024, "%s/%s%s", folder, cue->row.name, end);
}

/** How much the stems differ from the mix. */
static double
stem_error_db(const char *folder, const struct cue *cue)
{
  char path[1024], end[64];
  sf_count_t frames = 0;
  double most = 1e-9;
  make_path(folder, cue, ".wav", path);
  float *const rest = read_sound(path, &frames);
  for (unsigned i = 0; i < YEOUN_STEM_PAIRS; ++i) {
    sf_count_t length = 0;
    snprintf(end, sizeof(end), ".%s.wav", yeoun_stem_name(i));
    make_path(folder, cue, end, path);
    float *const stem = read_sound(path, &length);
    for (sf_count_t k = 0; k < 2 * (length < frames ? length : frames); ++k) {
      rest[k] -= stem[k];
    }
    free(stem);
  }
  for (sf_count_t k = 0; k < 2 * frames; ++k) {
    most = fmax(most, fabs((double)rest[k]));
  }
  free(rest);
  return 20 * log10(most);
}

/** A MIDI file's tempo map, metre and onsets. */
struct midi {
  double beats, unit; /**< metre */
  unsigned tempos, onsets;
  double tempo_tick[TEMPOS], tempo_s[TEMPOS];
  double onset_tick[ONSETS];
  double division;
};

static unsigned long
number(const unsigned char **at)
{
  unsigned long value = 0;
  do {
    value = value << 7 | (**at & 127U);
  } while (*(*at)++ & 128U);
  return value;
}

static void
read_track(struct midi *midi, const unsigned char *at, const unsigned char *end)
{
  double tick = 0;
  unsigned status = 0;
  while (at < end) {
    tick += (double)number(&at);
    status = *at & 128U ? *at++ : status;
    if (status == 0xff) {
      const unsigned kind = *at++;
      const unsigned long length = number(&at);
      if (kind == 0x51 && midi->tempos < TEMPOS) {
        midi->tempo_tick[midi->tempos] = tick;
        midi->tempo_s[midi->tempos++] =
          1e-6 * ((double)at[0] * 65536 + (double)at[1] * 256 + at[2]);
      }
      if (kind == 0x58) {
        midi->beats = at[0];
        midi->unit = 1 << at[1];
      }
      at += length;
    } else if (status >= 0xf0) {
      const unsigned long length = number(&at);
      at += length;
    } else {
      if ((status & 0xf0) == 0x90 && at[1] && midi->onsets < ONSETS) {
        midi->onset_tick[midi->onsets++] = tick;
      }
      at += (status & 0xe0) == 0xc0 ? 1 : 2;
    }
  }
}

static void
read_midi(const char *path, struct midi *midi)
{
  static unsigned char data[1 << 20];
  FILE *const file = fopen(path, "rb");
  const size_t size = file ? fread(data, 1, sizeof(data), file) : 0;
  memset(midi, 0, sizeof(*midi));
  if (file) {
    fclose(file);
  }
  if (size < 14) {
    fprintf(stderr, "report-library: cannot read %s\n", path);
    exit(2);
  }
  midi->division = data[12] * 256 + data[13];
  for (size_t at = 14; at + 8 <= size;) {
    const size_t length = (size_t)data[at + 4] << 24 |
                          (size_t)data[at + 5] << 16 |
                          (size_t)data[at + 6] << 8 | data[at + 7];
    if (at + 8 + length > size) {
      break;
    }
    read_track(midi, data + at + 8, data + at + 8 + length);
    at += 8 + length;
  }
}

static double
seconds_of(const struct midi *midi, double tick)
{
  double seconds = 0;
  double from = 0;
  double beat_s = 0.5;
  for (unsigned t = 0; t < midi->tempos && midi->tempo_tick[t] <= tick; ++t) {
    seconds += (midi->tempo_tick[t] - from) / midi->division * beat_s;
    from = midi->tempo_tick[t];
    beat_s = midi->tempo_s[t];
  }
  return seconds + (tick - from) / midi->division * beat_s;
}

/** From a moment to the nearest strong beat: a bar line, or the middle of a bar
    that has one. */
static double
from_strong_beat_s(const struct midi *midi, double at_s)
{
  const double bar = midi->division * 4 * midi->beats / midi->unit;
  const bool is_compound =
    midi->unit == 8 && fmod(midi->beats, 3) == 0 && midi->beats > 3;
  const double pulses = is_compound ? midi->beats / 3 : midi->beats;
  const double step = fmod(pulses, 2) == 0 ? bar / 2 : bar;
  double nearest = INFINITY;
  for (double tick = 0; seconds_of(midi, tick) < at_s + 10; tick += step) {
    nearest = fmin(nearest, fabs(seconds_of(midi, tick) - at_s));
  }
  return nearest;
}

static double
from_onset_s(const struct midi *midi, double at_s)
{
  double nearest = INFINITY;
  for (unsigned i = 0; i < midi->onsets; ++i) {
    const double onset_s = seconds_of(midi, midi->onset_tick[i]);
    nearest = fmin(nearest, fabs(onset_s - at_s));
  }
  return nearest;
}

/** From each hit to the nearest strong beat, and to what sounds. */
static void
measure_hits(const char *folder, const struct cue *cue, struct worst *worst)
{
  static struct midi midi;
  char path[1024];
  make_path(folder, cue, ".mid", path);
  read_midi(path, &midi);
  worst->hits += cue->hits;
  for (unsigned h = 0; h < cue->hits; ++h) {
    const double at_s = cue->hit_s[h];
    worst->beat_s = fmax(worst->beat_s, from_strong_beat_s(&midi, at_s));
    worst->hit_s = fmax(worst->hit_s, from_onset_s(&midi, at_s));
  }
}

/** A loop: its length against the music's, and the step from its end to its
    beginning over the greatest step within it. */
static void
measure_loop(const char *folder, const struct cue *cue, struct worst *worst)
{
  char path[1024];
  sf_count_t frames = 0;
  double most = 1e-9;
  double seam = 0;
  SF_INFO info = {0};
  make_path(folder, cue, ".loop.wav", path);
  sf_close(sf_open(path, SFM_READ, &info));
  float *const x = read_sound(path, &frames);
  for (sf_count_t k = 2; k < 2 * frames; ++k) {
    most = fmax(most, fabs((double)x[k] - (double)x[k - 2]));
  }
  for (int side = 0; side < 2 && frames; ++side) {
    const double end = (double)x[2 * frames - 2 + side];
    seam = fmax(seam, fabs((double)x[side] - end));
  }
  free(x);
  const double length_s = (double)frames / info.samplerate;
  ++worst->loops;
  worst->loop_s = fmax(worst->loop_s, fabs(length_s - cue->row.music_s));
  worst->seam = fmax(worst->seam, seam / most);
}

static void
measure(const char *folder, const struct cue *cue, struct worst *worst)
{
  char path[1024];
  struct yeoun_loudness loudness;
  sf_count_t frames = 0;
  SF_INFO info = {0};
  make_path(folder, cue, ".wav", path);
  SNDFILE *const file = sf_open(path, SFM_READ, &info);
  if (!file || !yeoun_loudness_of_file(path, &loudness)) {
    fprintf(stderr, "report-library: cannot read %s\n", path);
    exit(2);
  }
  frames = info.frames;
  sf_close(file);
  ++worst->cues;
  const double length_s = (double)frames / info.samplerate;
  worst->length_s = fmax(worst->length_s, fabs(length_s - cue->row.length_s));
  if (cue->seconds > 0) {
    worst->music_s =
      fmax(worst->music_s, fabs(cue->row.music_s - cue->seconds));
  }
  const double target = yeoun_target_lufs(cue->target);
  if (target < 0) {
    ++worst->mastered;
    worst->loudness_lu = fmax(worst->loudness_lu, fabs(loudness.lufs - target));
  }
  if (cue->hits) {
    measure_hits(folder, cue, worst);
  }
  if (yeoun_report_row_has(&cue->row, ".melody.wav")) {
    ++worst->stems;
    worst->stem_db = fmax(worst->stem_db, stem_error_db(folder, cue));
  }
  if (yeoun_report_row_has(&cue->row, ".loop.wav")) {
    measure_loop(folder, cue, worst);
  }
}

int
main(int argc, char **argv)
{
  static struct cue cue;
  struct worst worst = {.stem_db = -INFINITY};
  DIR *const folder = argc == 2 ? opendir(argv[1]) : NULL;
  if (!folder) {
    fprintf(stderr, "usage: report-library FOLDER\n");
    return 2;
  }
  for (struct dirent *entry; (entry = readdir(folder));) {
    char path[1024];
    snprintf(path, sizeof(path), "%s/%s", argv[1], entry->d_name);
    const size_t length = strlen(path);
    if (length > 5 && !strcmp(path + length - 5, ".made") &&
        read_cue(path, &cue)) {
      measure(argv[1], &cue, &worst);
    }
  }
  closedir(folder);
  printf("%u cues\n"
         "length of the file against the list   %.6f s\n"
         "music against what was asked          %.6f s\n"
         "hits, %3u of them, to a strong beat   %.4f s\n"
         "and to what sounds there              %.4f s\n"
         "loudness, %3u with a target           %.3f LU\n"
         "stems, %3u cues, added to the mix     %.1f dB\n"
         "loops, %3u, against the music         %.6f s\n"
         "and their seam to their greatest step %.2f\n",
         worst.cues,
         worst.length_s,
         worst.music_s,
         worst.hits,
         worst.beat_s,
         worst.hit_s,
         worst.mastered,
         worst.loudness_lu,
         worst.stems,
         worst.stem_db,
         worst.loops,
         worst.loop_s,
         worst.seam);
  return !(worst.cues && worst.length_s < 1e-4 && worst.music_s < 2e-3 &&
           worst.beat_s < 0.04 && worst.hit_s < 0.04 &&
           worst.loudness_lu < 0.5 && worst.stem_db < -90 &&
           worst.loop_s < 1e-4 && worst.seam < 1);
}
