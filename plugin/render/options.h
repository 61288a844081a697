// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The command line of yeoun-render, read and checked. */

#ifndef YEOUN_RENDER_OPTIONS_H
#define YEOUN_RENDER_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "beats.h"
#include "mood.h"
#include "theme.h"

#define YEOUN_SETTINGS 96
#define YEOUN_VARIATIONS 1000

/** One --set. */
struct yeoun_setting {
  char symbol[32];
  float value;
};

/** What is asked for. Texts are those of the command line. */
struct yeoun_options {
  const char *theme_text;
  struct yeoun_theme theme;
  const char *preset; /**< label, or NULL */
  const char *out;    /**< folder */
  bool has_mood;
  bool pole[YEOUN_POLES]; /**< each of which is rendered */
  bool variation[YEOUN_VARIATIONS];
  uint16_t bars;
  double tempo_bpm; /**< 0 = what the plugin asks for */
  struct yeoun_meter meter;
  unsigned rate;    /**< frames a second */
  unsigned block;   /**< frames; 0 = a different number every time */
  unsigned target;  /**< enum yeoun_target */
  unsigned formats; /**< set of enum yeoun_format */
  bool is_plan;     /**< only print what would be rendered */
  bool is_help;
  unsigned settings;
  struct yeoun_setting setting[YEOUN_SETTINGS];
};

/** "lyrical", ... */
const char *
yeoun_pole_name(unsigned pole);

/** Read the command line. Says what is wrong on stderr.
    @return false when something is not understood */
bool
yeoun_options_read(int argc, char **argv, struct yeoun_options *options);

/** Print how the command is used. */
void
yeoun_options_help(void);

#endif
