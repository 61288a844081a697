// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What is played, as numbers that two builds can be compared by: fingerprint
   [SECONDS]. A line for each palette and mood: how many messages went out, a
   hash of them, a hash of the sound to the bit. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "yeoun.h"

enum { BLOCK = 256, RATE = 48000 };

static uint64_t notes, sound;
static unsigned messages;

static void
mix(uint64_t *hash, const void *data, size_t size)
{
  const unsigned char *const bytes = (const unsigned char *)data;
  for (size_t i = 0; i < size; ++i) {
    *hash = (*hash ^ bytes[i]) * 0x100000001b3ULL;
  }
}

static void
hear(void *handle, const struct yeoun_message *message)
{
  (void)handle;
  const uint32_t facts[] = {message->frame,
                            message->kind,
                            message->lane,
                            message->pitch,
                            message->velocity,
                            message->value,
                            message->articulation,
                            message->bend};
  mix(&notes, facts, sizeof(facts));
  ++messages;
}

static void
play(unsigned palette, unsigned pole, unsigned seconds)
{
  static float left[BLOCK], right[BLOCK];
  struct yeoun_controls controls = {.theme = yeoun_theme_default(),
                                    .intensity = 0.8f,
                                    .space = 0.2f,
                                    .variation = (uint16_t)(1 + palette),
                                    .bars = 8,
                                    .distance = 0.5f,
                                    .humanize = 0.5f,
                                    .ambience = 0.5f,
                                    .depth = 0.5f,
                                    .is_own_time = true,
                                    .is_auditioning = true,
                                    .is_enabled = true};
  controls.weight[pole] = 1.0f;
  controls.palette = (uint8_t)palette;
  struct yeoun_engine *const engine = yeoun_engine_new(RATE, true);
  if (!engine) {
    exit(1);
  }
  const struct yeoun_sink sink = {hear, NULL};
  notes = sound = 0xcbf29ce484222325ULL;
  messages = 0;
  yeoun_engine_set_controls(engine, &controls);
  for (unsigned at = 0; at < seconds * RATE; at += BLOCK) {
    yeoun_engine_compose_here(engine);
    yeoun_engine_run(engine, 0, left, right, NULL, BLOCK, &sink);
    mix(&sound, left, sizeof(left));
    mix(&sound, right, sizeof(right));
  }
  yeoun_engine_free(engine);
  printf("%-10s %-8s %5u messages %016llx, sound %016llx\n",
         yeoun_palette_name(palette),
         yeoun_pole_name(pole),
         messages,
         (unsigned long long)notes,
         (unsigned long long)sound);
}

int
main(int argc, char **argv)
{
  const unsigned seconds = argc > 1 ? (unsigned)strtoul(argv[1], NULL, 10) : 4;
  for (unsigned palette = YEOUN_CHAMBER; palette < YEOUN_PALETTES; ++palette) {
    for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
      play(palette, pole, seconds);
    }
  }
  return 0;
}
