// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A music cue: one piece that is to be made, however it was asked for. */

#ifndef YEOUN_RENDER_ASK_CUE_H
#define YEOUN_RENDER_ASK_CUE_H

#include <stdbool.h>
#include <stdint.h>

#include "music/beats.h"
#include "music/mood.h"
#include "music/theme.h"
#include "name.h"

/* Bytes of texts, and their final zeros. */
#define YEOUN_NAME_BYTES 160
#define YEOUN_MOOD_NAME 48
#define YEOUN_THEME_LETTERS YEOUN_THEME_TEXT
#define YEOUN_LABEL 48
#define YEOUN_SYMBOL 32

#define YEOUN_SETTINGS 96
#define YEOUN_HITS 32
#define YEOUN_POINTS 64
#define YEOUN_EDITS 16
#define YEOUN_REMIXES 8
#define YEOUN_MIXES 4

/** A control and what it is set to: a number, or a scale point by its label. */
struct yeoun_setting {
  char symbol[YEOUN_SYMBOL];
  char label[YEOUN_LABEL]; /**< empty: the number */
  float value;
};

/** What a hit asks for. */
enum yeoun_hit {
  YEOUN_HIT_STRONG,   /**< a strong beat, if one is near */
  YEOUN_HIT_BEAT,     /**< any beat */
  YEOUN_HIT_DOWNBEAT, /**< the first beat of a bar, and nothing else */
  YEOUN_HIT_ACCENT,   /**< a beat on which something begins to sound */
};

/** A place in time. */
struct yeoun_point {
  double at_s, value;
};

struct yeoun_music_cue {
  char name[YEOUN_NAME_BYTES]; /**< of its files */
  char character[YEOUN_LABEL]; /**< whose it is; may be empty */
  char mood[YEOUN_MOOD_NAME];  /**< in words */
  unsigned line;               /**< of the sheet; 0 = no sheet */

  /* What is played */
  char theme_text[YEOUN_THEME_LETTERS]; /**< as it was written */
  struct yeoun_theme theme;
  char key[8];              /**< to which it is moved, or empty */
  char preset[YEOUN_LABEL]; /**< label, or empty */
  bool has_weights;
  bool has_words; /**< instead: the mood is words, host/words.h */
  float weight[YEOUN_POLES];
  unsigned variation;
  char variation_name[YEOUN_NAME_SIZE]; /**< all of it in one, or empty */
  bool has_ending;
  unsigned settings;
  struct yeoun_setting setting[YEOUN_SETTINGS];

  /* When */
  unsigned bars;    /**< 0 = as many as fit into the seconds */
  unsigned fps;     /**< of the picture: timecode.h; 0 = none is told */
  double start_s;   /**< where the cue begins in the picture */
  double ring_s;    /**< of the length asked for, that is left to ring out */
  bool has_ring;    /**< the length counts what rings out */
  double seconds;   /**< exact length; 0 = as many as the bars take */
  double tempo_bpm; /**< quarter notes a minute; 0 = as the mood has it */
  struct yeoun_meter meter;
  unsigned hits;
  double hit_s[YEOUN_HITS];     /**< ascending */
  uint8_t hit_kind[YEOUN_HITS]; /**< enum yeoun_hit */
  unsigned points;
  struct yeoun_point point[YEOUN_POINTS]; /**< of intensity, ascending */

  /* What comes of it */
  unsigned edits;
  double edit_s[YEOUN_EDITS]; /**< other lengths, a cue each */
  unsigned remixes;
  uint8_t remix[YEOUN_REMIXES]; /**< palettes that play it too, a cue each */
  bool is_remix;
  unsigned mixes;
  uint8_t mix[YEOUN_MIXES]; /**< alternative.h, a cue each */
  unsigned makes;           /**< set of enum yeoun_make */
  unsigned target;          /**< enum yeoun_target */
  bool is_one_gain;         /**< the same as of all cues of this target */
  unsigned formats;         /**< set of enum yeoun_format */
  unsigned rate;            /**< frames a second */
};

/** Cues that grow in number. */
struct yeoun_cues {
  unsigned count, capacity;
  struct yeoun_music_cue *cue;
};

/** What is said when nothing is asked for: 8 bars of the first variation. */
struct yeoun_music_cue
yeoun_cue_default(void);

/** Append a copy. Says what is wrong. */
bool
yeoun_cues_add(struct yeoun_cues *cues, const struct yeoun_music_cue *cue);

void
yeoun_cues_free(struct yeoun_cues *cues);

/** Append a setting; false when there are too many, or a text is too long.
    @param label  NULL: the number */
bool
yeoun_cue_setting(struct yeoun_music_cue *cue,
                  const char *symbol,
                  const char *label,
                  float value);

/** Understand a cue of which all is told: read its theme, move it to its key,
    name its mood. Says what is wrong. */
bool
yeoun_cue_finish(struct yeoun_music_cue *cue);

#endif
