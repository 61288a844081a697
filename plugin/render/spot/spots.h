// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Places in a picture that an editor marked: ranges and points. */

#ifndef YEOUN_RENDER_SPOT_SPOTS_H
#define YEOUN_RENDER_SPOT_SPOTS_H

#include <stdbool.h>

#define YEOUN_SPOT_NAME 96

struct yeoun_spot {
  double from_s, to_s; /**< from midnight; the same: a point */
  unsigned line;       /**< of the file; 0 when it has none */
  char name[YEOUN_SPOT_NAME];
};

struct yeoun_spots {
  const char *path;
  unsigned fps; /**< timecode.h; 0 = not known yet */
  unsigned count, capacity;
  struct yeoun_spot *spot;
};

/** Append a place; of its name control characters are left out. Says what is
    wrong. */
bool
yeoun_spots_add(struct yeoun_spots *spots,
                double from_s,
                double to_s,
                unsigned line,
                const char *name);

void
yeoun_spots_free(struct yeoun_spots *spots);

/** Read the places of a file, by what it is.
    @param text  all of it, in UTF-8, a zero after it
    @return false, and says so, when there is something wrong in it */
bool
yeoun_spots_read_edl(struct yeoun_spots *spots, char *text);

/** Of a table of markers with headings, by commas or tabs: Premiere, Resolve.
 */
bool
yeoun_spots_read_table(struct yeoun_spots *spots, char *text);

/** Of the markers of a MIDI file. */
bool
yeoun_spots_read_midi(struct yeoun_spots *spots,
                      const unsigned char *bytes,
                      unsigned size);

/** Find out frames a second from the time codes of a text, unless they are
    known: that drop frames are marked, or that there are more than 25. */
void
yeoun_spots_guess(struct yeoun_spots *spots, const char *text);

#endif
