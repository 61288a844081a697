// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "learn.h"

#include "music/number.h"
#include "recognise.h"

#include <string.h>

/* Hands that rest this long have ended the theme. */
#define REST_S 1.0

/* Keys that are held together are one gesture: three and more a chord, however
   slowly it was gathered. It is over when the first of them is let go. */
enum { CHORD_KEYS = 3, DRUM_CHANNEL = 9 };

void
yeoun_learn_init(struct yeoun_learn *learn, double rate)
{
  *learn = (struct yeoun_learn){.rate = rate};
}

static bool
is_whole(const struct yeoun_theme *theme)
{
  return theme->chords >= 2 || theme->notes >= 2;
}

static void
close_theme(struct yeoun_learn *learn)
{
  if (is_whole(&learn->theme)) {
    if (learn->theme.notes < 2) {
      learn->theme.notes = 0;
    }
    learn->learned = learn->theme;
  }
  memset(&learn->theme, 0, sizeof(learn->theme));
}

static void
add_chord(struct yeoun_learn *learn)
{
  uint8_t lowest = 127;
  uint16_t tones = 0;
  for (unsigned i = 0; i < learn->keys; ++i) {
    const uint8_t key = learn->gesture[i];
    lowest = (uint8_t)yeoun_min_u(lowest, key);
    tones = (uint16_t)(tones | 1U << key % 12U);
  }
  if (learn->theme.chords == YEOUN_THEME_CHORDS) {
    close_theme(learn);
  }
  struct yeoun_theme *const theme = &learn->theme;
  theme->length[theme->chords] = 4 * YEOUN_BEAT;
  theme->chord[theme->chords++] = yeoun_recognise(tones, lowest % 12U);
}

static void
add_notes(struct yeoun_learn *learn)
{
  for (unsigned i = 0; i < learn->keys; ++i) {
    if (learn->theme.notes == YEOUN_THEME_NOTES) {
      close_theme(learn);
    }
    learn->theme.note[learn->theme.notes++] = learn->gesture[i];
  }
}

static void
close_gesture(struct yeoun_learn *learn)
{
  if (learn->keys >= CHORD_KEYS) {
    add_chord(learn);
  } else {
    add_notes(learn);
  }
  learn->keys = 0;
}

static void
press(struct yeoun_learn *learn, uint8_t key)
{
  if (learn->keys == YEOUN_GESTURE_KEYS) {
    close_gesture(learn);
  }
  learn->gesture[learn->keys++] = key;
  learn->down[key / 32] |= 1U << key % 32;
  learn->moved = learn->frame;
}

static void
lift(struct yeoun_learn *learn, uint8_t key)
{
  learn->down[key / 32] &= ~(1U << key % 32);
  learn->moved = learn->frame;
  if (memchr(learn->gesture, key, learn->keys)) {
    close_gesture(learn);
  }
}

void
yeoun_learn_receive(struct yeoun_learn *learn,
                    const uint8_t *bytes,
                    uint32_t size)
{
  if (size != 3 || bytes[1] > 127 || bytes[2] > 127 ||
      (bytes[0] & 0x0FU) == DRUM_CHANNEL) {
    return;
  }
  const uint8_t kind = bytes[0] & 0xF0U;
  if (kind == 0x90 && bytes[2]) {
    press(learn, bytes[1]);
  } else if (kind == 0x90 || kind == 0x80) {
    lift(learn, bytes[1]);
  } else if (kind == 0xB0 && (bytes[1] == 120 || bytes[1] >= 123)) {
    memset(learn->down, 0, sizeof(learn->down));
    close_gesture(learn);
  }
}

void
yeoun_learn_advance(struct yeoun_learn *learn, uint32_t frames)
{
  learn->frame += frames;
  const bool is_resting =
    !(learn->down[0] | learn->down[1] | learn->down[2] | learn->down[3]) &&
    (double)(learn->frame - learn->moved) > REST_S * learn->rate;
  if (is_resting) {
    close_theme(learn);
  }
}
