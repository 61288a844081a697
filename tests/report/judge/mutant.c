// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "mutant.h"

static const struct {
  const char *name;
  void (*mutate)(struct mutation *mutation);
} mutants[MUTANTS] = {
  [MUTANT_FREE_MELODY] = {"free melody", mutate_free_melody},
  [MUTANT_RELATIVES] = {"relative chords", mutate_relatives},
  [MUTANT_COUNTER] = {"random counter", mutate_counter},
  [MUTANT_BASS] = {"random bass", mutate_bass},
  [MUTANT_NO_CLOSE] = {"no phrase closes", mutate_no_close},
  [MUTANT_NO_BREATH] = {"never breathes", mutate_no_breath},
  [MUTANT_WRONG_MODE] = {"wrong mode at end", mutate_wrong_mode},
  [MUTANT_NO_ARC] = {"no arc below", mutate_no_arc},
  [MUTANT_NO_PAUSE] = {"jokes, no pause", mutate_no_pause},
  [MUTANT_DOWNBEATS] = {"only downbeats", mutate_downbeats},
  [MUTANT_FLAT_PEAKS] = {"flat peaks", mutate_flat_peaks},
  [MUTANT_FORGETFUL] = {"forgetful", mutate_forgetful},
  [MUTANT_NARROW] = {"narrow melody", mutate_narrow},
  [MUTANT_OCTAVES] = {"octave jumps", mutate_octaves},
  [MUTANT_LATE] = {"melody late", mutate_late},
  [MUTANT_LEANING] = {"leaning lanes", mutate_leaning},
  [MUTANT_DOUBLED] = {"counter doubles", mutate_doubled},
  [MUTANT_COVERED] = {"melody covered", mutate_covered},
  [MUTANT_HAMMER] = {"hammered pitch", mutate_hammer},
  [MUTANT_THICK] = {"thick", mutate_thick},
  [MUTANT_FOREIGN] = {"foreign chords", mutate_foreign},
  [MUTANT_LOST] = {"lost dominants", mutate_lost},
  [MUTANT_EARLY_TOP] = {"top at once", mutate_early_top},
  [MUTANT_RESTLESS] = {"restless figures", mutate_restless},
  [MUTANT_CHOPPED] = {"chopped melody", mutate_chopped},
  [MUTANT_OTHER_THEME] = {"another theme", mutate_other_theme},
  [MUTANT_REDRAWN] = {"redrawn notes", mutate_redrawn},
  [MUTANT_ONE_RHYTHM] = {"one rhythm", mutate_one_rhythm},
  [MUTANT_WORDS] = {"false words", mutate_words},
  [MUTANT_ZIGZAG] = {"zigzag", mutate_zigzag},
  [MUTANT_FALLING_ENDS] = {"falling ends", mutate_falling_ends},
  [MUTANT_LOW_TUNE] = {"tune in the bass", mutate_low_tune},
  [MUTANT_FULL_BARS] = {"bars fill up", mutate_full_bars},
  [MUTANT_CLOSE_GRACES] = {"graces at closes", mutate_close_graces},
  [MUTANT_MUDDY] = {"muddy", mutate_muddy},
  [MUTANT_GROUNDLESS] = {"groundless", mutate_groundless},
  [MUTANT_MUTE] = {"mute while it holds", mutate_mute},
  [MUTANT_ONE_TUNE] = {"one tune for all", mutate_one_tune},
};

const char *
mutant_name(enum mutant_kind kind)
{
  return mutants[kind].name;
}

void
mutant_make(enum mutant_kind kind,
            double dose,
            const struct yeoun_score *from,
            const struct yeoun_score *other,
            uint32_t seed,
            struct yeoun_score *score)
{
  *score = *from;
  struct mutation mutation = {
    .score = score,
    .other = other,
    .random = yeoun_random_stream(seed, mutants[kind].name, 0),
    .dose = (float)dose,
  };
  mutants[kind].mutate(&mutation);
  yeoun_score_sort(score);
}
