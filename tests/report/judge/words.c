// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "words.h"

#include <stdlib.h>
#include <string.h>

#include "music/key.h"
#include "music/scale.h"
#include "row.h"

static int
melody_notes(const struct yeoun_score *score)
{
  int notes = 0;
  for (int i = 0; i < score->notes; ++i) {
    notes += score->note[i].lane == YEOUN_LANE_MELODY;
  }
  return notes;
}

/* A fifth more notes than the statement, graces counted. */
static bool
is_ornamented(const struct piece *piece)
{
  return 5 * melody_notes(piece->score) >= 6 * melody_notes(piece->statement);
}

/* Half of the bars or more have another rhythm than the statement's. */
static bool
has_new_rhythm(const struct piece *piece)
{
  struct piece statement = *piece;
  int others = 0;
  statement.score = piece->statement;
  for (int bar = 0; bar < piece->bars; ++bar) {
    others += piece_rhythm(piece, 1u << YEOUN_LANE_MELODY, bar) !=
              piece_rhythm(&statement, 1u << YEOUN_LANE_MELODY, bar);
  }
  return 2 * others >= piece->bars;
}

/* The melody lies around middle C or below on the mean. */
static bool
is_in_tenor(const struct piece *piece)
{
  long sum = 0;
  for (int i = 0; i < piece->line.notes; ++i) {
    sum += piece->line.note[i].pitch;
  }
  return sum <= 62L * piece->line.notes;
}

/* The bass at bar starts, -1 where none sounds. */
static int
bass_at(const struct yeoun_score *score, int32_t tick)
{
  int pitch = -1;
  for (int i = 0; i < score->notes && score->note[i].start <= tick; ++i) {
    const struct yeoun_note *note = &score->note[i];
    if (note->lane == YEOUN_LANE_BASS && tick < note->start + note->length) {
      pitch = note->pitch;
    }
  }
  return pitch;
}

/* Four bars over one bass tone and two or more roots. */
static bool
has_pedal(const struct piece *piece)
{
  for (int bar = 0; bar + 4 <= piece->bars; ++bar) {
    unsigned tones = 0;
    unsigned roots = 0;
    for (int32_t t = bar * piece->bar; t < (bar + 4) * piece->bar;
         t += piece->pulse) {
      const struct yeoun_span *span = piece_span(piece->score, t);
      const int pitch = bass_at(piece->score, t);
      tones |= pitch >= 0 ? 1u << pitch % 12 : 0;
      roots |= span ? 1u << span->chord.root : 0;
    }
    if (tones && !(tones & (tones - 1)) && (roots & (roots - 1))) {
      return true;
    }
  }
  return false;
}

/* Four bass tones in a row, each a step below the last, from pulse to pulse,
   octaves aside. */
static bool
has_descent(const struct piece *piece)
{
  int last = -1;
  int steps = 0;
  for (int32_t t = 0; t < piece->score->length; t += piece->pulse) {
    const int pitch = bass_at(piece->score, t);
    if (pitch < 0 || (last >= 0 && (pitch - last) % 12 == 0)) {
      continue;
    }
    const int down = last < 0 ? 0 : yeoun_pitch_class(last - pitch);
    steps = down == 1 || down == 2 ? steps + 1 : 0;
    last = pitch;
    if (steps >= 3) {
      return true;
    }
  }
  return false;
}

/* What the lanes other than the melody sound within a span. */
static unsigned
inner_tones(const struct yeoun_score *score, const struct yeoun_span *span)
{
  unsigned tones = 0;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *note = &score->note[i];
    if (note->lane != YEOUN_LANE_MELODY && piece_is_pitched(note) &&
        note->start < span->start + span->length &&
        note->start + note->length > span->start) {
      tones |= 1u << note->pitch % 12;
    }
  }
  return tones;
}

/* Over four spans a tone moves by semitones, one way. */
static bool
has_creeping_voice(const struct piece *piece)
{
  const struct yeoun_score *score = piece->score;
  for (int s = 0; s + 4 <= score->spans; ++s) {
    unsigned tones[4];
    for (int i = 0; i < 4; ++i) {
      tones[i] = inner_tones(score, &score->span[s + i]);
    }
    for (int way = -1; way <= 1; way += 2) {
      for (int from = 0; from < 12; ++from) {
        bool creeps = true;
        for (int i = 0; i < 4; ++i) {
          creeps = creeps && (tones[i] >> (from + 12 + way * i) % 12 & 1u);
        }
        if (creeps) {
          return true;
        }
      }
    }
  }
  return false;
}

static bool
has_counter(const struct piece *piece)
{
  int bars = 0;
  for (int bar = 0; bar < piece->bars; ++bar) {
    bars += piece_rhythm(piece, 1u << YEOUN_LANE_COUNTER, bar) != 0;
  }
  return 4 * bars >= piece->bars;
}

/* Most notes of the counter follow notes of the melody at one delay and one
   interval, octaves aside. */
static bool
is_canon(const struct piece *piece)
{
  static struct line counter;
  piece_line(piece->score, YEOUN_LANE_COUNTER, &counter);
  for (int32_t late = piece->pulse; late <= 2 * piece->bar;
       late += piece->pulse) {
    int follow[12] = {0};
    for (int i = 0; i < counter.notes; ++i) {
      for (int j = 0; j < piece->line.notes; ++j) {
        const struct sung *note = &piece->line.note[j];
        if (note->start + late == counter.note[i].start) {
          ++follow[yeoun_pitch_class(counter.note[i].pitch - note->pitch)];
        }
      }
    }
    for (int k = 0; k < 12; ++k) {
      if (counter.notes > 3 && 2 * follow[k] >= counter.notes) {
        return true;
      }
    }
  }
  return false;
}

/* The other third of the key sounds more than its own. */
static bool
is_in_parallel(const struct piece *piece)
{
  const struct yeoun_key key = yeoun_key_infer(piece->theme);
  const bool was_minor = yeoun_key_is_minor(key);
  int32_t own = 0;
  int32_t other = 0;
  for (int i = 0; i < piece->score->notes; ++i) {
    const struct yeoun_note *note = &piece->score->note[i];
    const int up = yeoun_pitch_class(note->pitch - key.tonic);
    if (piece_is_pitched(note)) {
      own += up == (was_minor ? 3 : 4) ? note->length : 0;
      other += up == (was_minor ? 4 : 3) ? note->length : 0;
    }
  }
  return other > own;
}

static bool
has(const struct yeoun_chord *chord, int up)
{
  return yeoun_tones_hold(chord->tones, chord->root + up);
}

/* Chords with a tone foreign to the key: with (true) or without a major third
   that leads up a fourth. */
static bool
has_foreign_chord(const struct piece *piece, bool is_applied)
{
  const struct yeoun_score *score = piece->score;
  const struct yeoun_scale scale = yeoun_scale_of_key(score->key);
  unsigned known = yeoun_scale_tones(&scale);
  known |= piece->is_minor ? 1u << (piece->tonic + 11) % 12 : 0;
  for (int i = 0; i < score->spans; ++i) {
    const struct yeoun_chord *chord = &score->span[i].chord;
    const struct yeoun_chord *next =
      i + 1 < score->spans ? &score->span[i + 1].chord : chord;
    const bool leads =
      has(chord, 4) && yeoun_pitch_class(next->root - chord->root) == 5;
    if ((chord->tones & ~known) && leads == is_applied) {
      return true;
    }
  }
  return false;
}

static bool
has_applied(const struct piece *piece)
{
  return has_foreign_chord(piece, true);
}

static bool
has_borrowed(const struct piece *piece)
{
  return has_foreign_chord(piece, false);
}

/* A tenth of the time on other chords than the statement's. */
static bool
is_reharmonised(const struct piece *piece)
{
  struct tally same = {0, 0};
  row_theme_chords(piece, &same);
  return same.sum <= 0.9 * same.weight;
}

static bool
is_in_three(const struct piece *piece)
{
  return piece->bar == 3 * piece->pulse;
}

static const struct {
  const char *words;
  bool (*is_true)(const struct piece *piece);
} claims[] = {
  {"ornamented", is_ornamented},
  {"in a new rhythm", has_new_rhythm},
  {"motif drawn out", words_drawn_out},
  {"motif quickened", words_quickened},
  {"motif widened", words_widened},
  {"motif upside down", words_upside_down},
  {"motif backwards", words_backwards},
  {"motif in sequence", words_in_sequence},
  {"motif in fragments", words_in_fragments},
  {"sung in the tenor", is_in_tenor},
  {"in the parallel mode", is_in_parallel},
  {"with borrowed chords", has_borrowed},
  {"with applied dominants", has_applied},
  {"reharmonised", is_reharmonised},
  {"over a pedal", has_pedal},
  {"over a descending bass", has_descent},
  {"over a creeping inner voice", has_creeping_voice},
  {"with a counter-melody", has_counter},
  {"in canon", is_canon},
  {"as a waltz", is_in_three},
};

/* "climax bar 11": the highest note of the melody sounds there. */
static bool
is_climax(const struct piece *piece, int bar)
{
  int top = 0;
  int in_bar = 0;
  for (int i = 0; i < piece->line.notes; ++i) {
    const struct sung *note = &piece->line.note[i];
    top = note->pitch > top ? note->pitch : top;
    if (note->start / piece->bar + 1 == bar) {
      in_bar = note->pitch > in_bar ? note->pitch : in_bar;
    }
  }
  return top == in_bar;
}

int
words_are_true(const struct piece *piece, const char *text)
{
  static const char climax[] = "climax bar ";
  if (!strncmp(text, climax, sizeof(climax) - 1)) {
    return is_climax(piece, atoi(text + sizeof(climax) - 1));
  }
  const size_t length = strcspn(text, ",;");
  for (size_t i = 0; i < sizeof(claims) / sizeof(claims[0]); ++i) {
    if (strlen(claims[i].words) == length &&
        !strncmp(text, claims[i].words, length)) {
      return claims[i].is_true(piece);
    }
  }
  return -1;
}

/* Phrases of words that the notes bear out, of those that notes can say. */
void
row_words(const struct piece *piece, struct tally *tally)
{
  const char *text = piece->score->description;
  while (*text) {
    text += strspn(text, ",; ");
    const int truth = words_are_true(piece, text);
    tally->sum += truth == 1;
    tally->weight += truth >= 0;
    text += strcspn(text, ",;");
  }
}
