// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Words for moods, from the lexicons of all bundles. */

#ifndef YEOUN_RENDER_HOST_WORDS_H
#define YEOUN_RENDER_HOST_WORDS_H

#include <stdbool.h>
#include <stdio.h>

#include "host.h"

/** Set the controls of a mood in words, such as "wistful, hopeful" or "wistful
    0.7 hopeful 0.3": each control is the mean of what the words say, by their
    weights; a word that says nothing of it says its default. The three moods
    are words too. Says which word is not known, and the nearest. */
bool
yeoun_words_set(struct yeoun_host *host, const char *text);

/** Print all words, those of one meaning in a line. */
void
yeoun_words_print(struct yeoun_host *host, FILE *file);

#endif
