// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "theme_move.h"

void
yeoun_theme_move(struct yeoun_theme *theme,
                 unsigned from,
                 unsigned to,
                 bool is_flat)
{
  const unsigned up = (to + 12 - from) % 12;
  const int way = up > 6 ? (int)up - 12 : (int)up;
  for (unsigned i = 0; i < theme->chords; ++i) {
    const struct yeoun_chord *const c = &theme->chord[i];
    theme->chord[i] =
      yeoun_chord_make((c->root + up) % 12, c->type, (c->bass + up) % 12);
    theme->chord[i].is_flat = is_flat;
  }
  for (unsigned i = 0; i < theme->notes; ++i) {
    theme->note[i] = (uint8_t)(theme->note[i] + way);
  }
}
