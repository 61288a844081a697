// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The three plugins and the numbers of their ports: events in, events out,
   the audio ports, then the controls, so that later ones come last. */

#ifndef YEOUN_PORTS_H
#define YEOUN_PORTS_H

#include <stdint.h>

#include "music/audio.h"
#include "music/score.h"

/** The three plugins, in the order of their descriptors. */
enum yeoun_kind { YEOUN_SKETCH, YEOUN_STEMS_PLUGIN, YEOUN_NOTES, YEOUN_KINDS };

/** Control ports, the same of all plugins, from 0. */
enum yeoun_port {
#define PORT(ID, ...) YEOUN_PORT_##ID,
#include "port_list.h"
#undef PORT
  YEOUN_CONTROLS
};

/** Chords and motif notes that have ports. */
#define YEOUN_CHORD_PORTS 3
#define YEOUN_MOTIF_PORTS 8

/** The ports before the audio ports. */
enum { YEOUN_INDEX_EVENTS_IN, YEOUN_INDEX_EVENTS_OUT, YEOUN_INDEX_AUDIO };

/** Audio ports of a plugin: a stereo pair of the mix, or of each lane and of
    the ambience. Any thread. */
YEOUN_AUDIO static inline unsigned
yeoun_audio_ports(enum yeoun_kind kind)
{
  return kind == YEOUN_SKETCH  ? 2
         : kind == YEOUN_NOTES ? 0
                               : 2 * (YEOUN_LANES + 1);
}

/** The index that a control port has in a plugin. Any thread. */
YEOUN_AUDIO static inline uint32_t
yeoun_port_index(enum yeoun_kind kind, enum yeoun_port port)
{
  return YEOUN_INDEX_AUDIO + yeoun_audio_ports(kind) + (uint32_t)port;
}

#endif
