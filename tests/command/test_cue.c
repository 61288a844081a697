// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What the properties of a cue do to its music: each is seen or heard in the
   files. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <check.h>
#include <sndfile.h>

#include "../unit/suite.h"
#include "files.h"

static const char *folder;

static void
set_up(void)
{
  folder = make_folder();
}

/** Render cues of one theme, given in Turtle after the head of a sheet. */
static void
make(const char *cues, const char *arguments)
{
  ck_assert_int_eq(
    run_command("cat >sheet.ttl <<'END'\n"
                "@prefix y: <urn:yeoun:vocabulary#> .\n"
                "@prefix lv2: <http://lv2plug.in/ns/lv2core#> .\n"
                "@prefix pset: <http://lv2plug.in/ns/ext/presets#> .\n"
                "<> a y:CueSheet ; y:theme \"Am F C\" ; y:make \"midi\" ;\n"
                "  y:rate 16000 .\n%s\nEND",
                cues),
    0);
  ck_assert_int_eq(
    run_command("'%s' sheet.ttl %s", getenv("YEOUN_RENDER"), arguments), 0);
}

static double
rms_of(const char *name, double from_s, double to_s)
{
  char path[256];
  float frame[2];
  double sum = 0;
  SF_INFO info = {0};
  snprintf(path, sizeof(path), "%s/%s", folder, name);
  SNDFILE *const file = sf_open(path, SFM_READ, &info);
  ck_assert_msg(file && info.channels == 2, "%s", name);
  const int count = (int)((to_s - from_s) * info.samplerate);
  sf_seek(file, (sf_count_t)(from_s * info.samplerate), SEEK_SET);
  for (int i = 0; i < count; ++i) {
    ck_assert_int_eq(sf_readf_float(file, frame, 1), 1);
    sum += (double)frame[0] * (double)frame[0];
  }
  sf_close(file);
  return sqrt(sum / count);
}

/** The control of a cue as yeoun-render --plan tells it. */
static double
planned(const char *cue, const char *symbol)
{
  char path[256], line[128], name[64];
  double value = NAN;
  bool is_here = false;
  snprintf(path, sizeof(path), "%s/log", folder);
  FILE *const file = fopen(path, "r");
  ck_assert_ptr_nonnull(file);
  while (fgets(line, sizeof(line), file)) {
    char read[64] = "";
    double number = 0;
    if (sscanf(line, "name %63s", name) == 1) {
      is_here = !strcmp(name, cue);
    } else if (is_here && sscanf(line, "%63[^=]=%lf", read, &number) == 2 &&
               !strcmp(read, symbol)) {
      value = number;
    }
  }
  fclose(file);
  return value;
}

START_TEST(edits_have_their_lengths_to_a_millisecond)
{
  static const char *const edits[] = {"15", "30", "60"};
  make("<#a> a y:MusicCue ; y:seconds 47.3 ; y:edit 15 , 30 , 60 .", "");
  ck_assert_uint_eq(count_files(".wav"), 4);
  for (int i = 0; i < 3; ++i) {
    ck_assert_int_eq(
      run_command("awk '/^music / { d = $2 - %s; is = d * d < 1e-6 } "
                  "END { exit !is }' "
                  "out/a-%ss.made && "
                  "strings -n 3 out/a-%ss.mid | grep -q '^end %s.00 s'",
                  edits[i],
                  edits[i],
                  edits[i],
                  edits[i]),
      0);
  }
}
END_TEST

START_TEST(a_curve_of_intensity_is_heard)
{
  make("<#rise> a y:MusicCue ; y:seconds 24 ; y:mood \"romantic\" ;\n"
       "  y:intensity \"0:0.0 24:1.0\" .\n"
       "<#fall> a y:MusicCue ; y:seconds 24 ; y:mood \"romantic\" ;\n"
       "  y:intensity \"0:1.0 24:0.0\" .",
       "");
  const double rise =
    rms_of("out/rise.wav", 16, 24) / rms_of("out/rise.wav", 0, 8);
  const double fall =
    rms_of("out/fall.wav", 16, 24) / rms_of("out/fall.wav", 0, 8);
  printf("# last third over first: rising %.1f dB, falling %.1f dB\n",
         20 * log10(rise),
         20 * log10(fall));
  /* The form itself grows towards its climax: what the curve does is what lies
     between the two. */
  ck_assert_double_gt(20 * log10(rise), 2);
  ck_assert_double_lt(20 * log10(fall), 0);
  ck_assert_double_gt(20 * log10(rise / fall), 5);
}
END_TEST

START_TEST(a_colour_is_warmth)
{
  make("<#gold> a y:MusicCue ; y:colour \"#e0a040\" .\n"
       "<#night> a y:MusicCue ; y:colour \"#203060\" .\n"
       "<#grey> a y:MusicCue ; y:colour \"#808080\" .\n"
       "<#told> a y:MusicCue ; y:warmth -0.5 .",
       "--plan");
  ck_assert_double_gt(planned("gold", "warmth"), 0.3);
  ck_assert_double_lt(planned("night", "warmth"), -0.2);
  ck_assert_double_eq_tol(planned("grey", "warmth"), 0, 1e-6);
  ck_assert_double_eq_tol(planned("told", "warmth"), -0.5, 1e-6);
}
END_TEST

START_TEST(a_key_moves_theme_and_score)
{
  make("<#a> a y:MusicCue ; y:make \"score\" ; y:bars 2 ; y:key \"Dm\" .\n"
       "<#b> a y:MusicCue ; y:make \"score\" ; y:bars 2 ; y:key \"C#m\" .",
       "");
  ck_assert_int_eq(run_command("grep -q '<fifths>-1</fifths>' "
                               "out/a.lead.musicxml && "
                               "grep -q '<fifths>4</fifths>' "
                               "out/b.lead.musicxml && "
                               "grep -q '^key D minor$' out/a.made"),
                   0);
}
END_TEST

START_TEST(characters_keep_a_small_difference)
{
  make("<#hana> a y:Character .\n"
       "<#joon> a y:Character ; y:take 2 .\n"
       "<#mira> a y:Character ;\n"
       "  lv2:port [ lv2:symbol \"register_trim\" ; pset:value -0.6 ] .\n"
       "<#a> a y:MusicCue ; y:from <#hana> , <#joon> , <#mira> .\n"
       "<#b> a y:MusicCue ; y:from <#hana> , <#joon> , <#mira> ;\n"
       "  y:mood \"comic\" ; y:variation 5 .",
       "");
  static const char *const cues[] = {"a", "b"};
  static const char *const others[] = {"joon", "mira"};
  for (int c = 0; c < 2; ++c) {
    for (int w = 0; w < 2; ++w) {
      char own[64], other[64];
      snprintf(own, sizeof(own), "out/%s-hana.mid", cues[c]);
      snprintf(other, sizeof(other), "out/%s-%s.mid", cues[c], others[w]);
      ck_assert_msg(!have_same_notes(own, other), "%s", other);
      /* Still the theme: at least half of it is measured in each. */
      ck_assert_int_eq(
        run_command("awk '/^identity/ { exit !($2 > 0.5) }' out/%s-%s.made",
                    cues[c],
                    others[w]),
        0);
    }
  }
}
END_TEST

/* What a record calls it asks for it again: more chords than have controls too.
 */
static const char *const asked[] = {
  "'Am F C' --mood comic --variation 12 --bars 6 --take 2 --meter 6/8",
  "'C G Am F Dm' --mood 'lyrical 0.6 romantic 0.4' --set korean=0.5 --ending",
};

START_TEST(a_variation_is_had_again_by_its_name)
{
  ck_assert_int_eq(
    run_command(
      "r='%s'; \"$r\" %s --tempo 80 --rate 8000 && "
      "name=$(sed -n 's/^variation_name \\(yeoun1 .*\\)/\\1/p' "
      "out/*.made) && "
      "\"$r\" --name \"$name\" --name again --rate 8000 "
      "--tempo 80 && cp out/*-*.mid first.mid && "
      "printf '@prefix y: <urn:yeoun:vocabulary#> .\\n"
      "<#cue> a y:MusicCue ; y:name \"%%s\" .\\n' \"$name\" "
      ">name.ttl && \"$r\" name.ttl --tempo 80 --rate 8000 && "
      "[ $(grep -h \"^variation_name $name\" out/*.made | wc -l) -ge 3 ]",
      getenv("YEOUN_RENDER"),
      asked[_i]),
    0);
  ck_assert(have_same_notes("first.mid", "out/again.mid"));
  ck_assert(have_same_notes("first.mid", "out/cue.mid"));
}
END_TEST

static const char *const names[][2] = {
  {"yeoun1 Am F C frob=1", "at letter 15: Expected a field of a name"},
  {"yeoun1 Am H C", "A to G"},
  {"yeoun9 Am F C", "later"},
  {"yeoun1 Am F C algorithm=1", "composed by algorithm 1"},
  {"yeoun1 Am F C' --palette 'jazz", "palette: the name of the variation"},
};

START_TEST(a_name_that_cannot_be_read_is_explained)
{
  ck_assert_int_eq(
    run_command("'%s' --name '%s'", getenv("YEOUN_RENDER"), names[_i][0]), 2);
  ck_assert_msg(log_has(names[_i][1]), "%s", names[_i][1]);
}
END_TEST

START_TEST(a_terminal_shows_how_long_it_takes_and_a_file_gets_lines)
{
  make("<#a> a y:MusicCue ; y:bars 1 .\n<#b> a y:MusicCue ; y:bars 1 .", "");
  ck_assert(log_has("2 of 2: b\n"));
  ck_assert(!log_has(" left, "));
  ck_assert_int_eq(
    run_command("script -qec \"'%s' sheet.ttl --again\" seen >/dev/null && "
                "grep -q '\\[############            \\] 1 of 2, 0:[0-9]* left'"
                " seen",
                getenv("YEOUN_RENDER")),
    0);
}
END_TEST

/** A number of the record of a cue. */
static double
recorded(const char *cue, const char *name)
{
  char path[256];
  char line[8192];
  double value = NAN;
  snprintf(path, sizeof(path), "%s/out/%s.made", folder, cue);
  FILE *const file = fopen(path, "r");
  ck_assert_ptr_nonnull(file);
  while (fgets(line, sizeof(line), file)) {
    const size_t length = strlen(name);
    if (!strncmp(line, name, length) && line[length] == ' ') {
      value = strtod(line + length, NULL);
    }
  }
  fclose(file);
  return value;
}

START_TEST(words_are_moods_in_two_languages)
{
  make("<#sad> a y:MusicCue ; y:bars 8 ; y:mood \"sad\" .\n"
       "<#joyful> a y:MusicCue ; y:bars 8 ; y:mood \"joyful\" .\n"
       "<#both> a y:MusicCue ; y:bars 8 ; y:mood \"sad, joyful\" .\n"
       "<#korean> a y:MusicCue ; y:bars 8 ; y:mood \"슬픈\" .",
       "");
  printf("# sad %.0f bpm %.1f LUFS, joyful %.0f bpm %.1f LUFS\n",
         recorded("sad", "tempo"),
         recorded("sad", "loudness"),
         recorded("joyful", "tempo"),
         recorded("joyful", "loudness"));
  ck_assert_double_lt(recorded("sad", "tempo"),
                      0.8 * recorded("joyful", "tempo"));
  ck_assert_double_lt(recorded("sad", "loudness"),
                      recorded("joyful", "loudness") - 3);
  ck_assert_double_gt(recorded("both", "tempo"), recorded("sad", "tempo"));
  ck_assert_double_lt(recorded("both", "tempo"), recorded("joyful", "tempo"));
  ck_assert(recorded("korean", "tempo") == recorded("sad", "tempo") &&
            recorded("korean", "notes") == recorded("sad", "notes") &&
            recorded("korean", "identity") == recorded("sad", "identity"));
}
END_TEST

START_TEST(a_word_of_ones_own_stands_in_a_bundle)
{
  ck_assert_int_eq(
    run_command(
      "mkdir -p .lv2/mine.lv2 && cat >.lv2/mine.lv2/manifest.ttl <<'END'\n"
      "@prefix lv2: <http://lv2plug.in/ns/lv2core#> .\n"
      "@prefix pset: <http://lv2plug.in/ns/ext/presets#> .\n"
      "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
      "@prefix y: <urn:yeoun:vocabulary#> .\n"
      "<urn:me:lexicon> a y:Lexicon .\n"
      "<urn:me:drizzly> a y:Word ; rdfs:label \"drizzly\" ; lv2:port\n"
      "  [ lv2:symbol \"lyrical\" ; pset:value 1 ] ,\n"
      "  [ lv2:symbol \"warmth\" ; pset:value -0.8 ] .\nEND\n"
      "HOME=$PWD '%s' Am --mood 'drizzly, comic' --name x --plan",
      getenv("YEOUN_RENDER")),
    0);
  ck_assert_double_eq_tol(planned("x", "warmth"), -0.4, 1e-6);
  ck_assert_double_eq_tol(planned("x", "lyrical"), 0.5, 1e-6);
  ck_assert_double_eq_tol(planned("x", "comic"), 0.5, 1e-6);
}
END_TEST

START_TEST(a_word_that_is_not_known_is_told_with_the_nearest)
{
  ck_assert_int_eq(
    run_command("'%s' Am --mood wistfull", getenv("YEOUN_RENDER")), 2);
  ck_assert(
    log_has("mood \"wistfull\" is not known; did you mean \"wistful\"?"));
  ck_assert_int_eq(run_command("'%s' Am --mood 0.5", getenv("YEOUN_RENDER")),
                   2);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("cues");
  TCase *const tests = tcase_create("cues");
  tcase_set_timeout(tests, 120);
  tcase_add_checked_fixture(tests, set_up, remove_folder);
  tcase_add_test(tests, edits_have_their_lengths_to_a_millisecond);
  tcase_add_test(tests, a_curve_of_intensity_is_heard);
  tcase_add_test(tests, a_colour_is_warmth);
  tcase_add_test(tests, a_key_moves_theme_and_score);
  tcase_add_test(tests, words_are_moods_in_two_languages);
  tcase_add_test(tests, a_word_of_ones_own_stands_in_a_bundle);
  tcase_add_test(tests, a_word_that_is_not_known_is_told_with_the_nearest);
  tcase_add_test(tests, characters_keep_a_small_difference);
  tcase_add_loop_test(tests, a_variation_is_had_again_by_its_name, 0, 2);
  tcase_add_loop_test(tests, a_name_that_cannot_be_read_is_explained, 0, 5);
  tcase_add_test(tests,
                 a_terminal_shows_how_long_it_takes_and_a_file_gets_lines);
  suite_add_tcase(suite, tests);
  return suite;
}
