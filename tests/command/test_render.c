// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* yeoun-render: what it makes of the built plugin, and what it says. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <check.h>

#include "../unit/suite.h"
#include "files.h"
#include "music/beats.h"

static const char *const moods[] = {"lyrical", "romantic", "comic"};
enum { LYRICAL, ROMANTIC, COMIC, MOODS };

static const char *const themes[] = {"Am F C", "Dm7/G C", "e g a"};
static const char *const slugs[] = {"Am-F-C", "Dm7_G-C", "e-g-a"};
enum { THEMES = 3 };

static void
set_up(void)
{
  make_folder();
}

static int
render(const char *arguments)
{
  return run_command("'%s' %s", getenv("YEOUN_RENDER"), arguments);
}

START_TEST(a_piece_sounds_is_not_clipped_and_has_its_length)
{
  char name[64];
  struct midi_facts midi;
  ck_assert_int_eq(render("'Am F C' --mood all --bars 8"), 0);
  ck_assert_uint_eq(count_files(".wav"), 3);
  ck_assert_uint_eq(count_files(".mid"), 3);
  ck_assert_uint_eq(count_files(".part"), 0);
  for (int i = 0; i < MOODS; ++i) {
    snprintf(name, sizeof(name), "out/Am-F-C-%s-001-8bars.wav", moods[i]);
    const struct sound_facts sound = measure_sound(name);
    snprintf(name, sizeof(name), "out/Am-F-C-%s-001-8bars.mid", moods[i]);
    read_midi(name, &midi);
    const double music_s = 8 * 4 * 60 / midi.tempo_bpm;
    ck_assert_int_eq(sound.rate, 48000);
    ck_assert_int_eq(sound.channels, 2);
    ck_assert(sound.is_finite);
    ck_assert_double_gt(sound.rms, 0.01);
    ck_assert_double_lt(sound.peak, 1.0);
    ck_assert_double_gt(sound.length_s, music_s);
    ck_assert_double_lt(sound.length_s, music_s + 20.5);
  }
}
END_TEST

START_TEST(a_midi_file_says_tempo_metre_and_every_note_whole)
{
  static struct midi_facts midi;
  ck_assert_int_eq(
    render("'Am F C' --mood comic --bars 5 --tempo 111 --meter 3/4"), 0);
  read_midi("out/Am-F-C-comic-001-5bars-111bpm-3_4.mid", &midi);
  ck_assert_int_eq(midi.division, YEOUN_BEAT);
  ck_assert_double_eq_tol(midi.tempo_bpm, 111, 0.01);
  ck_assert_int_eq(midi.meter_beats, 3);
  ck_assert_int_eq(midi.meter_unit, 4);
  ck_assert_int_eq(midi.type, 1);
  ck_assert_int_gt(midi.tracks, 3);
  ck_assert_uint_gt(midi.notes, 30);
  ck_assert_uint_eq(midi.unmatched, 0);
  for (unsigned i = 0; i < midi.notes; ++i) {
    ck_assert_int_lt(midi.note[i].start, 5 * 3 * YEOUN_BEAT);
    ck_assert_int_gt(midi.note[i].end, midi.note[i].start);
  }
}
END_TEST

START_TEST(a_midi_file_plays_a_library_well)
{
  static struct midi_facts midi;
  ck_assert_int_eq(
    render("'Am F C' --palette gugak --set korean=1 --bars 16 --make midi"), 0);
  read_midi("out/Am-F-C-lyrical-001-gugak-korean-1-16bars.mid", &midi);
  unsigned expression = 0, bends = 0;
  for (int i = 0; i < 16; ++i) {
    const struct midi_channel *const channel = &midi.channel[i];
    expression += channel->values[11];
    bends += channel->bends;
    ck_assert_uint_eq(channel->values[1], 0);
    ck_assert_uint_eq(channel->early_bends, 0);
  }
  ck_assert_uint_gt(expression, 50);
  ck_assert_uint_gt(bends, 50);
  ck_assert(midi.channel[0].program == 107 || midi.channel[0].program == 77);
  ck_assert_int_eq(midi.channel[9].program, 40); /* brushes */
  ck_assert_int_eq(render("'Am F C' --mood romantic --palette orchestral "
                          "--set expression=2 --make midi"),
                   0);
  read_midi("out/Am-F-C-romantic-001-orchestral-expression-2.mid", &midi);
  ck_assert_uint_gt(midi.channel[0].values[1], 20);
  ck_assert_uint_gt(midi.channel[0].values[11], 20);
  ck_assert_int_eq(render("'Am F C' --mood romantic --palette orchestral "
                          "--set expression=0 --make midi"),
                   0);
  read_midi("out/Am-F-C-romantic-001-orchestral-expression-0.mid", &midi);
  ck_assert_uint_eq(midi.channel[0].values[1] + midi.channel[0].values[11], 0);
  ck_assert_uint_gt(midi.notes, 20);
}
END_TEST

static const char *const other_ways[] = {
  "--block 1",
  "--block 64",
  "--block 1024",
  "--block vary",
  "--rate 44100",
  "--rate 96000",
  "--block 256", /* as it is by default: the same command again */
};

START_TEST(notes_do_not_depend_on_block_size_or_rate)
{
  char arguments[128], first[64], second[64];
  const char *const way = other_ways[_i];
  ck_assert_int_eq(render("'Am F C' --mood all --variation 2 --out a"), 0);
  snprintf(arguments,
           sizeof(arguments),
           "'Am F C' --mood all --variation 2 --out b %s",
           way);
  ck_assert_int_eq(render(arguments), 0);
  for (int i = 0; i < MOODS; ++i) {
    snprintf(first, sizeof(first), "a/Am-F-C-%s-002.mid", moods[i]);
    snprintf(second, sizeof(second), "b/Am-F-C-%s-002.mid", moods[i]);
    ck_assert_msg(are_same(first, second), "%s differs with %s", first, way);
  }
}
END_TEST

START_TEST(the_same_command_gives_the_same_sound)
{
  ck_assert_int_eq(
    render("'Cm Ab' --bars 2 --format wav24,flac,ogg,mp3 --out a"), 0);
  ck_assert_int_eq(
    render("'Cm Ab' --bars 2 --format wav24,flac,ogg,mp3 --out b"), 0);
  ck_assert_int_eq(run_command("diff -r a b"), 0);
  ck_assert_int_eq(render("'Cm Ab' --bars 2 --out b --variation 2"), 0);
  ck_assert(!are_same("a/Cm-Ab-lyrical-001-2bars.wav",
                      "b/Cm-Ab-lyrical-002-2bars.wav"));
}
END_TEST

/** What the cards speak of, measured on the melody (channel 0). */
struct cues {
  double tempo_bpm, gate, density, register_key;
};

static int
by_start(const void *a, const void *b)
{
  const struct midi_note *const x = (const struct midi_note *)a;
  const struct midi_note *const y = (const struct midi_note *)b;
  return x->start < y->start ? -1 : x->start > y->start;
}

static struct cues
measure_cues(struct midi_facts *midi)
{
  struct cues cues = {.tempo_bpm = midi->tempo_bpm};
  const struct midi_note *last = NULL;
  unsigned notes = 0;
  unsigned gates = 0;
  int32_t end = 1;
  qsort(midi->note, midi->notes, sizeof(midi->note[0]), by_start);
  for (unsigned i = 0; i < midi->notes; ++i) {
    const struct midi_note *const n = &midi->note[i];
    if (n->channel) {
      continue;
    }
    /* A note before a rest says nothing about gate. */
    if (last && n->start > last->start &&
        n->start - last->start <= 2 * YEOUN_BEAT) {
      cues.gate += (double)(last->end - last->start) / (n->start - last->start);
      ++gates;
    }
    cues.register_key += n->key;
    ++notes;
    end = n->end > end ? n->end : end;
    last = n;
  }
  ck_assert_uint_gt(gates, 0);
  cues.gate /= gates;
  cues.register_key /= notes;
  cues.density = notes * cues.tempo_bpm * YEOUN_BEAT / (60.0 * end);
  return cues;
}

/** The mean over themes and two variations of each mood. */
static void
average_cues(struct cues mean[MOODS])
{
  static struct midi_facts midi;
  char text[96];
  const double share = 1.0 / (2 * THEMES);
  for (int theme = 0; theme < THEMES; ++theme) {
    snprintf(
      text, sizeof(text), "'%s' --mood all --variation 1,2", themes[theme]);
    ck_assert_int_eq(render(text), 0);
    for (int i = 0; i < 2 * MOODS; ++i) {
      const int mood = i / 2;
      snprintf(text,
               sizeof(text),
               "out/%s-%s-00%d.mid",
               slugs[theme],
               moods[mood],
               i % 2 + 1);
      read_midi(text, &midi);
      const struct cues cues = measure_cues(&midi);
      mean[mood].tempo_bpm += cues.tempo_bpm * share;
      mean[mood].gate += cues.gate * share;
      mean[mood].density += cues.density * share;
      mean[mood].register_key += cues.register_key * share;
    }
  }
}

/* The directions of the cue cards: cards.c. Comic is fast, short and dense, and
   lies far from the middle register where lyrical sings. */
START_TEST(moods_differ_as_their_cards_say)
{
  struct cues mean[MOODS] = {{0}};
  average_cues(mean);
  ck_assert_double_gt(mean[COMIC].tempo_bpm, mean[LYRICAL].tempo_bpm + 20);
  ck_assert_double_gt(mean[COMIC].tempo_bpm, mean[ROMANTIC].tempo_bpm + 20);
  ck_assert_double_lt(mean[COMIC].gate, 0.75 * mean[LYRICAL].gate);
  ck_assert_double_lt(mean[COMIC].gate, 0.75 * mean[ROMANTIC].gate);
  ck_assert_double_gt(mean[COMIC].density, 1.5 * mean[LYRICAL].density);
  ck_assert_double_gt(mean[ROMANTIC].density, mean[LYRICAL].density);
  /* The cards: 67 and 71; in the middle, where wit is understood. */
  ck_assert_double_gt(mean[COMIC].register_key, mean[LYRICAL].register_key + 1);
}
END_TEST

START_TEST(a_preset_is_found_by_its_label)
{
  ck_assert_int_eq(render("'Am F C' --bars 2 --preset 'Chase'"), 0);
  ck_assert_uint_eq(count_files("-Chase-001-2bars.wav"), 1);
}
END_TEST

static const struct {
  const char *arguments, *named, *accepted;
} faults[] = {
  {"'Am H C'", "cannot read H, at letter 4", "A to G"},
  {"'Am H C'", "  Am H C\n     ^", ""},
  {"'Am F/ C'", "F/", "A to G"},
  {"'Am Fxyz'", "Fxyz", ""},
  {"", "no theme", ""},
  {"Am F", "F: a second theme", "quotes"},
  {"Am --mood saad", "saad", "did you mean \"sad\"?"},
  {"Am --mood 1", "1", "lyrical, romantic or comic"},
  {"Am --variation 1000", "1000", "0 to 999"},
  {"Am --variation 3-1", "3-1", "1-8"},
  {"Am --bars 513", "513", "1 to 512"},
  {"Am --tempo fast", "fast", "20 to 300"},
  {"Am --set colour=1", "colour", "warmth"},
  {"Am --set sync=1", "sync", "the renderer sets this control itself"},
  {"Am --set warmth", "warmth", "SYMBOL=VALUE"},
  {"Am --preset Nowhere", "Nowhere", "Window seat"},
  {"Am --loud", "unknown option --loud", "--help"},
  {"Am --secnods 3", "unknown option --secnods", "did you mean --seconds"},
  {"Am --bars", "--bars", "1 to 512"},
};

START_TEST(what_is_not_understood_is_named_and_nothing_is_written)
{
  ck_assert_int_eq(render(faults[_i].arguments), 2);
  ck_assert_msg(log_has(faults[_i].named), "%s", faults[_i].named);
  ck_assert_msg(log_has(faults[_i].accepted), "%s", faults[_i].accepted);
  ck_assert_uint_eq(count_files(""), 1); /* the log */
}
END_TEST

static const char *const lists[][2] = {{"presets", "  Window seat\n"},
                                       {"instruments", "solo cello\n"},
                                       {"controls", "warmth "},
                                       {"palettes", "lo-fi\n"},
                                       {"moods", "romantic\n"}};

START_TEST(what_there_is_is_listed)
{
  char arguments[32];
  snprintf(arguments, sizeof(arguments), "--list %s", lists[_i][0]);
  ck_assert_int_eq(render(arguments), 0);
  ck_assert_msg(log_has(lists[_i][1]), "%s", lists[_i][0]);
  ck_assert_int_eq(render("--list all"), 2);
  ck_assert(log_has("presets, instruments, controls, palettes or moods"));
}
END_TEST

START_TEST(a_folder_that_cannot_be_made_is_named)
{
  ck_assert_int_eq(run_command("touch file"), 0);
  ck_assert_int_eq(render("Am --out file/out"), 1);
  ck_assert(log_has("file"));
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("yeoun-render");
  TCase *const tests = tcase_create("render");
  const int ways = (int)(sizeof(other_ways) / sizeof(other_ways[0]));
  const int bad = (int)(sizeof(faults) / sizeof(faults[0]));
  tcase_set_timeout(tests, 120);
  tcase_add_checked_fixture(tests, set_up, remove_folder);
  tcase_add_test(tests, a_piece_sounds_is_not_clipped_and_has_its_length);
  tcase_add_test(tests, a_midi_file_says_tempo_metre_and_every_note_whole);
  tcase_add_test(tests, a_midi_file_plays_a_library_well);
  tcase_add_loop_test(
    tests, notes_do_not_depend_on_block_size_or_rate, 0, ways);
  tcase_add_test(tests, the_same_command_gives_the_same_sound);
  tcase_add_test(tests, moods_differ_as_their_cards_say);
  tcase_add_test(tests, a_preset_is_found_by_its_label);
  tcase_add_loop_test(
    tests, what_is_not_understood_is_named_and_nothing_is_written, 0, bad);
  tcase_add_loop_test(tests, what_there_is_is_listed, 0, 5);
  tcase_add_test(tests, a_folder_that_cannot_be_made_is_named);
  suite_add_tcase(suite, tests);
  return suite;
}
