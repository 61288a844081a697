// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Cue sheets: what yeoun-render makes of them, and what it says of their
   faults. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include <check.h>

#include "../unit/suite.h"
#include "files.h"
#include "listen.h"
#include "render/schedule/fit.h"
#include "render/schedule/render_plan.h"

#define HEAD                                                                   \
  "@prefix y: <urn:yeoun:vocabulary#> .\n"                                     \
  "@prefix lv2: <http://lv2plug.in/ns/lv2core#> .\n"                           \
  "@prefix pset: <http://lv2plug.in/ns/ext/presets#> .\n"

static const char *folder;

static void
set_up(void)
{
  folder = make_folder();
}

/** Write a sheet, its head first: the first line of `body` is line 4. */
static void
write_sheet(const char *body)
{
  char path[128];
  snprintf(path, sizeof(path), "%s/sheet.ttl", folder);
  FILE *const file = fopen(path, "w");
  ck_assert_ptr_nonnull(file);
  fprintf(file, HEAD "%s", body);
  fclose(file);
}

static int
render(const char *arguments)
{
  return run_command("'%s' sheet.ttl %s", getenv("YEOUN_RENDER"), arguments);
}

static const char library[] =
  "<> a y:CueSheet ; y:make \"midi\" ; y:rate 16000 .\n"
  "<#window> a y:Theme ; y:theme \"Am F C\" .\n"
  "<#hana> a y:Character ; y:from <#window> ; y:palette \"chamber\" .\n"
  "<#joon> a y:Character ; y:from <#window> ; y:take 2 ;\n"
  "  lv2:port [ lv2:symbol \"register_trim\" ; pset:value -0.5 ] .\n"
  "<#snow> a y:MusicCue ; y:from <#hana> , <#joon> ; y:mood \"romantic\" ;\n"
  "  y:seconds 21.7 ; y:hit 5.5 , 14.2 ; y:ending true ; y:edit 15 .\n"
  "<#chase> a y:MusicCue ; y:from <#joon> ; y:preset \"Chase\" ; y:bars 4 .\n";

START_TEST(each_cue_is_made_for_each_of_its_characters)
{
  write_sheet(library);
  ck_assert_int_eq(render("--jobs 2"), 0);
  ck_assert_uint_eq(count_files(".wav"), 5);
  ck_assert_uint_eq(count_files(".mid"), 5);
  ck_assert_uint_eq(count_files(".part"), 0);
  ck_assert(measure_sound("out/snow-hana-15s.wav").length_s > 15);
  ck_assert(measure_sound("out/snow-joon.wav").length_s > 21.7);
  ck_assert(!are_same("out/snow-hana.mid", "out/snow-joon.mid"));
  ck_assert_uint_eq(count_files("chase.wav"), 1);
}
END_TEST

/* What the sheet says holds for all cues unless a cue says otherwise. */
START_TEST(a_remix_has_the_same_notes_and_other_instruments)
{
  write_sheet(
    "<> a y:CueSheet ; y:make \"midi score\" ; y:rate 16000 ;\n"
    "  y:remix \"chamber\" .\n"
    "<#hana> a y:Character ; y:theme \"Am F C\" ;\n"
    "  y:palette \"electronic\" .\n"
    "<#snow> a y:MusicCue ; y:from <#hana> ; y:mood \"romantic\" ;\n"
    "  y:variation 2 ; y:seconds 13.5 ; y:intensity \"0:0.1 12:0.9\" ;\n"
    "  y:remix \"Gugak\" , \"lo-fi\" ; y:edit 9 .\n"
    "<#rain> a y:MusicCue ; y:from <#hana> ; y:bars 4 .\n");
  ck_assert_int_eq(render("--jobs 2"), 0);
  static const char *const pairs[][2] = {{"snow", "snow-gugak"},
                                         {"snow", "snow-lo-fi"},
                                         {"snow-9s", "snow-9s-gugak"},
                                         {"rain", "rain-chamber"}};
  ck_assert_uint_eq(count_files(".wav"), 8);
  for (unsigned i = 0; i < sizeof(pairs) / sizeof(pairs[0]); ++i) {
    char one[64], two[64];
    snprintf(one, sizeof(one), "out/%s.mid", pairs[i][0]);
    snprintf(two, sizeof(two), "out/%s.mid", pairs[i][1]);
    ck_assert_msg(have_same_notes(one, two), "%s", two);
    ck_assert_msg(!are_same(one, two), "%s", two);
    snprintf(one, sizeof(one), "out/%s.wav", pairs[i][0]);
    snprintf(two, sizeof(two), "out/%s.wav", pairs[i][1]);
    ck_assert_double_gt(difference_of(one, two, 0, 6), 0.3);
  }
  ck_assert_int_eq(
    run_command("grep -q '<part-name>daegeum' "
                "out/snow-gugak.score.musicxml && "
                "grep -q '^description .*; remix: gugak, in the daegeum$' "
                "out/snow-gugak.made"),
    0);
}
END_TEST

START_TEST(an_option_remixes_a_library_beside_it)
{
  write_sheet(library);
  ck_assert_int_eq(render("--jobs 2"), 0);
  ck_assert_int_eq(render("--remix electronic --jobs 2"), 0);
  ck_assert_uint_eq(count_files(".wav"), 10);
  ck_assert(
    have_same_notes("out/snow-hana.mid", "out/snow-hana-electronic.mid"));
  ck_assert(have_same_notes("out/chase.mid", "out/chase-electronic.mid"));
  ck_assert_int_eq(render("--remix electronic --only chase-electronic"), 0);
  ck_assert(log_has("1 of 1 made in out, 1 of them before"));
  ck_assert_int_eq(render("--remix tin"), 2);
  ck_assert(log_has("--remix tin: expected chamber"));
}
END_TEST

/* The highest of the glockenspiel, which gugak has not. */
START_TEST(a_lane_that_a_remix_cannot_play_is_told)
{
  ck_assert_int_eq(
    run_command("'%s' 'Am F C' --mood all --variation 1-10 --bars 4 "
                "--make mix --rate 8000 --set melody_instrument=15 "
                "--set register_trim=1 --remix gugak --jobs 2",
                getenv("YEOUN_RENDER")),
    0);
  ck_assert(log_has("remix gugak: none of its instruments has all notes of "
                    "the melody; the glockenspiel plays them"));
  ck_assert_uint_eq(count_files("-gugak.wav"), 30);
}
END_TEST

START_TEST(the_sheet_of_the_readme_is_read)
{
  ck_assert_int_eq(
    run_command("awk '/^```/ { on = /turtle/; next } on' '%s' >sheet.ttl",
                getenv("YEOUN_README")),
    0);
  ck_assert_int_eq(render("--plan"), 0);
  ck_assert(log_has("name snow\n"));
  ck_assert(log_has("name snow-60s-gugak\n"));
  ck_assert(log_has("plugin urn:yeoun:stems\n"));
}
END_TEST

START_TEST(only_what_changed_is_made_again)
{
  write_sheet(library);
  ck_assert_int_eq(render("--only chase"), 0);
  ck_assert_int_eq(render(""), 0);
  ck_assert(log_has("5 of 5 made in out, 1 of them before"));
  ck_assert_int_eq(render("--palette jazz --only chase"), 2);
  ck_assert(log_has("chase: out/chase was made for another request"));
  ck_assert_int_eq(render("--palette jazz --only chase --force"), 0);
  ck_assert(log_has("1 of 1 made in out\n"));
  ck_assert_int_eq(render("--force"), 0);
  ck_assert(log_has("4 of them before"));
  ck_assert_int_eq(run_command("rm out/chase.mid"), 0);
  ck_assert_int_eq(render(""), 0);
  ck_assert(log_has("4 of them before"));
  ck_assert_int_eq(render("--only chase --again"), 0);
  ck_assert(log_has("1 of 1 made in out\n"));
}
END_TEST

START_TEST(a_run_that_is_ended_goes_on_where_it_stopped)
{
  write_sheet(library);
  ck_assert_int_eq(render("--out whole --jobs 2"), 0);
  ck_assert_int_eq(
    run_command("'%s' sheet.ttl --out parts & sleep 0.%d; "
                "kill -TERM $!; wait $!; s=$?; [ $s = 1 ] || [ $s = 143 ]",
                getenv("YEOUN_RENDER"),
                2 * _i + 1),
    0);
  ck_assert_int_eq(render("--out parts"), 0);
  ck_assert_uint_eq(count_files(".part"), 0);
  ck_assert_int_eq(run_command("diff -r whole parts"), 0);
}
END_TEST

START_TEST(listed_jobs_make_the_same_files)
{
  write_sheet(library);
  ck_assert_int_eq(render("--out whole"), 0);
  ck_assert_int_eq(render("--out parts --list-jobs > jobs"), 0);
  ck_assert_int_eq(run_command("[ $(wc -l < jobs) = 5 ] && sh -e jobs"), 0);
  ck_assert_int_eq(
    run_command("diff -r -x index.html -x library.csv whole parts"), 0);
  /* The command itself finds all made, and only shows them on their page. */
  ck_assert_int_eq(render("--out parts"), 0);
  ck_assert_int_eq(run_command("diff -r whole parts"), 0);
}
END_TEST

/* One table tells both what they are. */
START_TEST(options_say_what_a_sheet_says)
{
  write_sheet("<#a> a y:MusicCue ; y:theme \"Am F C\" ; y:key \"Dm\" ;\n"
              "  y:mood \"lyrical 0.6 comic 0.4\" ; y:bars 80 ; y:take 2 ;\n"
              "  y:intensity \"0:0.3 20:0.8\" ; y:ending true ;\n"
              "  y:warmth -0.5 ; y:edit 15 , 20 ; y:remix \"gugak\" ;\n"
              "  lv2:port [ lv2:symbol \"palette\" ; pset:value \"jazz\" ] ;\n"
              "  y:make \"midi\" .\n");
  ck_assert_int_eq(render("--plan >of-sheet"), 0);
  ck_assert_int_eq(
    run_command("'%s' 'Am F C' --name a --key=Dm --bars=80 --take 2 "
                "--mood 'lyrical 0.6 comic 0.4' --ending "
                "--intensity '0:0.3 20:0.8' --warmth -0.5 --edit 15 --edit=20 "
                "--remix gugak --set palette=jazz --make midi --plan >of-line "
                "&& cmp of-sheet of-line && grep -q '^name a-20s-gugak$' "
                "of-line && grep -q '^palette=4$' of-line",
                getenv("YEOUN_RENDER")),
    0);
}
END_TEST

START_TEST(an_option_is_told_to_all_cues_of_a_sheet)
{
  write_sheet(library);
  ck_assert_int_eq(render("--take 7 --set 'bass_instrument=solo cello' --plan"),
                   0);
  ck_assert(log_has("pad_take=7"));
  ck_assert(log_has("bass_instrument=4"));
  ck_assert(!log_has("pad_take=2"));
  ck_assert_int_eq(render("--key D"), 2);
  ck_assert(log_has("--key: this is told of each cue by its sheet"));
}
END_TEST

static const struct {
  const char *body, *named, *accepted;
} faults[] = {
  {"<#a> a y:MusicCue .\n", "sheet.ttl:4: a: no y:theme", ""},
  {"<#a> a y:MusicCue ;\n y:theme \"Am H C\" .\n",
   "sheet.ttl:4: a: cannot read H, at letter 4",
   "A to G"},
  {"<#a> a y:MusicCue ; y:theme \"Am\" ;\n y:bars 0 .\n",
   "sheet.ttl:5: a: bars \"0\"",
   "1 to 512"},
  {"<#a> a y:MusicCue ; y:theme \"Am\" ;\n\n y:colour \"red\" .\n",
   "sheet.ttl:6: a: colour \"red\"",
   "#e0a040"},
  {"<#a> a y:MusicCue ; y:theme \"Am\" ;\n y:secconds 3 .\n",
   "sheet.ttl:5: a: y:secconds is not known here",
   "did you mean y:seconds?"},
  {"<#a> a y:MusicCue ; y:theme \"Am\" ;\n y:seconds 47,3 .\n",
   "sheet.ttl:5: a: a second value of y:seconds, 3",
   "with a point, as 47.3"},
  {"<#a> a y:MusicCue ; y:theme \"Am\" ;\n y:mood \"comic\" ;\n"
   " y:mood \"lyrical\" .\n",
   "sheet.ttl:5: a: a second value of y:mood, lyrical",
   ""},
  {"<#a> a y:MusicCue ; y:theme \"Am\" .\n<#b> y:bars 3 .\n",
   "sheet.ttl:5: b: it is not said what this is",
   "a y:MusicCue"},
  {"<#a> a y:MusicCue ; y:theme \"Am\" .\n<> y:bars 3 .\n",
   "sheet.ttl:5: the sheet itself: it is not said",
   "a y:CueSheet"},
  {"<#a> a y:MusicCue ; y:theme \"Am\" .\n<#h> a y:Character ;\n"
   " y:plaette \"jazz\" .\n",
   "sheet.ttl:6: h: y:plaette is not known here",
   "did you mean y:palette?"},
  {"<#a> a y:MusicCue ; y:theme \"Am\" .\n<#h> a y:Character ;\n"
   " y:palette \"tin\" .\n",
   "sheet.ttl:6: h: palette \"tin\"",
   "chamber"},
  {"<#a> a y:MusicQue ; y:theme \"Am\" .\n",
   "sheet.ttl:4: a: y:MusicQue is no kind of node",
   "did you mean y:MusicCue?"},
  {"<#a> a y:MusicCue ; y:theme \"Am\" .\n<#t> a y:Theme ; y:from <#a> .\n",
   "sheet.ttl:5: t: y:from is not told of such a node",
   ""},
  {"<#a> a x:MusicCue .\n",
   "sheet.ttl:4: the prefix x: is not told",
   "@prefix"},
  {"@prefix y: <urn:yeoun:vocabulary> .\n<#a> a y:MusicCue .\n",
   "sheet.ttl:5: <urn:yeoun:vocabularyMusicCue> is not",
   "@prefix y: <urn:yeoun:vocabulary#>"},
  {"<#a> a y:MusicCue ; y:theme \"Am\" ; y:preset \"Nowhere\" .\n",
   "sheet.ttl:4: a: ",
   "Window seat"},
  {"<#a> a y:MusicCue ; y:theme \"Am\" ; y:palette \"tin\" .\n",
   "sheet.ttl:4: a: palette \"tin\"",
   "chamber"},
  {"<#a> a y:MusicCue ; y:theme \"Am\" ;\n y:remix \"tin\" .\n",
   "sheet.ttl:5: a: remix \"tin\"",
   "gugak"},
  {"<#a> a y:MusicCue ; y:theme \"Am\" ; y:mood \"saad\" .\n",
   "sheet.ttl:4: a: mood \"saad\"",
   "did you mean \"sad\"?"},
  {"<#a> a y:MusicCue ; y:from <#b> .\n", "sheet.ttl:4: a: b is not", ""},
  {"<#a> a y:MusicCue ; y:from <#b> .\n<#b> y:from <#b> .\n",
   "a: b is made from itself",
   ""},
  {"<#a> a y:MusicCue ; y:theme \"Am\" ; y:key \"D\" .\n",
   "sheet.ttl:4: a: key D: this theme is minor",
   ""},
  {"<#a> a y:MusicCue ; y:theme \"Am .\n", "sheet.ttl:", ""},
  {"\n", "no y:MusicCue", ""},
};

START_TEST(a_fault_is_named_with_file_line_and_cue)
{
  write_sheet(faults[_i].body);
  ck_assert_int_eq(render(""), 2);
  ck_assert_msg(log_has(faults[_i].named), "%s", faults[_i].named);
  ck_assert_msg(log_has(faults[_i].accepted), "%s", faults[_i].accepted);
  ck_assert_uint_eq(count_files(""), 2); /* the log and the sheet */
}
END_TEST

static const char *const nests[][2] = {{"[ y:x ", "]"}, {"(", ")"}};

START_TEST(brackets_without_end_are_refused_with_their_line)
{
  char path[128];
  find_file("sheet.ttl", path, sizeof(path));
  for (unsigned deep = 30; deep <= 20000; deep += 19970) {
    FILE *const file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    /* Brackets within texts and remarks are none. */
    fprintf(
      file,
      HEAD "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
           "<#a> a y:MusicCue ; y:theme \"Am\" ; # [%0200d\n"
           " rdfs:comment \"\"\"a \\\"\"\" (((((%s\"\"\" , \"\" , \"%s\" ;"
           "\n rdfs:seeAlso ",
      0,
      "(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((",
      "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[");
    for (unsigned i = 0; i < deep; ++i) {
      fputs(nests[_i][0], file);
    }
    fputs("1", file);
    for (unsigned i = 0; i < deep; ++i) {
      fputs(nests[_i][1], file);
    }
    fputs(" .\n", file);
    fclose(file);
    ck_assert_int_eq(render("--plan"), deep == 30 ? 0 : 2);
    ck_assert(deep == 30 ||
              log_has("sheet.ttl:7: brackets are nested more than 64 deep"));
  }
}
END_TEST

/* A list and one job of many cues, in seconds of the processor. */
START_TEST(lists_and_single_jobs_of_many_cues_take_little)
{
  ck_assert_int_eq(
    run_command("{ printf '@prefix y: <urn:yeoun:vocabulary#> .\\n"
                "<> a y:CueSheet ; y:theme \"Am\" ; y:make \"mix\" .\\n"
                "<#h> a y:Character ; y:palette \"jazz\" .\\n'; "
                "for i in $(seq 10000); do "
                "echo \"<#c$i> a y:MusicCue ; y:from <#h> ; y:bars 1 .\"; "
                "done; } >sheet.ttl; "
                "head -n 4 sheet.ttl >one.ttl; r='%s'; "
                "bash -c 'TIMEFORMAT=%%U; time \"$0\" sheet.ttl --list-jobs "
                "2>errors >jobs; time \"$0\" one.ttl --only c1 --plan >plan; "
                "time \"$0\" sheet.ttl --only c1 --plan >plan' \"$r\"",
                getenv("YEOUN_RENDER")),
    0);
  char path[128];
  double list_s = 0;
  double one_s = 0;
  double many_s = 0;
  find_file("log", path, sizeof(path));
  FILE *const file = fopen(path, "r");
  ck_assert_ptr_nonnull(file);
  ck_assert_int_eq(fscanf(file, "%lf %lf %lf", &list_s, &one_s, &many_s), 3);
  fclose(file);
  printf("# a list of 10000 cues %.3f s, one of one %.3f s, one of 10000 "
         "%.3f s\n",
         list_s,
         one_s,
         many_s);
  ck_assert_int_eq(run_command("[ $(wc -l <jobs) = 10000 ]"), 0);
  /* Measured .1 s and 60 ms more; what is quadratic takes a minute. */
  ck_assert_double_lt(list_s, 3);
  ck_assert_double_lt(many_s, one_s + 0.3);
}
END_TEST

static const char *const misfits[] = {
  "sheet.ttl:5: a: a hit at 12 s is outside of the 9 s",
  "sheet.ttl:6: b: the hit at 5 s and the hit at 5.1 s are 0.1 s apart; near",
  "leave one of them out, or tell y:bpm ",
  "sheet.ttl:7: c: 100 s in 4 bars of 4/4 would be 10 bpm",
  "leave y:bars out, or tell y:bars ",
  "sheet.ttl:8: e: the hit at 8.9 s and the end are",
};

START_TEST(what_cannot_be_in_time_is_told_before_anything_is_made)
{
  write_sheet("<> a y:CueSheet ; y:make \"midi\" ; y:theme \"Am\" .\n"
              "<#a> a y:MusicCue ; y:seconds 9 ; y:hit 12 .\n"
              "<#b> a y:MusicCue ; y:seconds 9 ; y:hit 5 , 5.1 .\n"
              "<#c> a y:MusicCue ; y:seconds 100 ; y:bars 4 .\n"
              "<#e> a y:MusicCue ; y:seconds 9 ; y:hit 8.9 .\n"
              "<#d> a y:MusicCue ; y:seconds 9 ; y:hit 5 .\n");
  ck_assert_int_eq(render("--rate 16000"), 2);
  for (size_t i = 0; i < sizeof(misfits) / sizeof(misfits[0]); ++i) {
    ck_assert_msg(log_has(misfits[i]), "%s", misfits[i]);
  }
  ck_assert_uint_eq(count_files(""), 2); /* the log and the sheet */
  ck_assert_int_eq(render("--rate 16000 --only d"), 0);
}
END_TEST

START_TEST(what_cannot_be_read_or_made_is_named)
{
  write_sheet(library);
  ck_assert_int_eq(render("--out /dev/null/out"), 1);
  ck_assert(log_has("/dev/null/out: Not a directory"));
  ck_assert_int_eq(
    run_command("mkdir other.ttl && ! '%s' other.ttl", getenv("YEOUN_RENDER")),
    0);
  ck_assert(log_has("other.ttl:1: "));
  ck_assert_int_eq(run_command("! '%s' none.ttl", getenv("YEOUN_RENDER")), 0);
  ck_assert(log_has("none.ttl: No such file"));
}
END_TEST

/* Lengths in seconds and the tempo that the mood would like. */
START_TEST(any_length_is_fitted_without_a_tempo_that_is_another)
{
  static struct yeoun_render_plan plan;
  for (double seconds = 6; seconds < 600; seconds *= 1.07) {
    struct yeoun_music_cue cue = yeoun_cue_default();
    cue.seconds = seconds;
    for (double bpm = 60; bpm < 150; bpm += 7) {
      plan = (struct yeoun_render_plan){.cue = &cue, .meter = {4, 4}};
      ck_assert(yeoun_fit(&cue, plan.meter, bpm, &plan));
      ck_assert_double_eq_tol(yeoun_render_plan_seconds(&plan), seconds, 1e-3);
      const double ratio = yeoun_tempo_bpm(&plan.tempo, 0) / bpm;
      ck_assert_double_lt(fabs(log(ratio)), seconds < 12 ? 0.3 : 0.18);
      ck_assert_uint_le(plan.round_bars, 32);
      ck_assert_uint_eq(plan.bars % plan.round_bars, 0);
    }
  }
}
END_TEST

START_TEST(hits_fall_on_strong_beats)
{
  static struct yeoun_render_plan plan;
  struct yeoun_music_cue cue = yeoun_cue_default();
  cue.seconds = 61;
  cue.hits = 4;
  cue.hit_s[0] = 7.9;
  cue.hit_s[1] = 22.2;
  cue.hit_s[2] = 31.4;
  cue.hit_s[3] = 50.3;
  plan = (struct yeoun_render_plan){.cue = &cue, .meter = {4, 4}};
  ck_assert(yeoun_fit(&cue, plan.meter, 76, &plan));
  ck_assert_uint_eq(plan.tempo.count, 5);
  ck_assert_double_eq_tol(yeoun_render_plan_seconds(&plan), 61, 1e-3);
  for (unsigned i = 0; i < 4; ++i) {
    const int32_t tick = plan.tempo.at[i + 1].tick;
    ck_assert_int_eq(tick % (2 * YEOUN_BEAT), 0);
    ck_assert_double_eq_tol(
      yeoun_tempo_seconds(&plan.tempo, tick), cue.hit_s[i], 1e-3);
    ck_assert_double_eq_tol(yeoun_tempo_bpm(&plan.tempo, i), 76, 14);
  }
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("cue sheets");
  TCase *const tests = tcase_create("sheets");
  const int bad = (int)(sizeof(faults) / sizeof(faults[0]));
  tcase_set_timeout(tests, 120);
  tcase_add_checked_fixture(tests, set_up, remove_folder);
  tcase_add_test(tests, each_cue_is_made_for_each_of_its_characters);
  tcase_add_test(tests, a_remix_has_the_same_notes_and_other_instruments);
  tcase_add_test(tests, an_option_remixes_a_library_beside_it);
  tcase_add_test(tests, a_lane_that_a_remix_cannot_play_is_told);
  tcase_add_test(tests, the_sheet_of_the_readme_is_read);
  tcase_add_test(tests, only_what_changed_is_made_again);
  tcase_add_loop_test(
    tests, a_run_that_is_ended_goes_on_where_it_stopped, 0, 2);
  tcase_add_test(tests, listed_jobs_make_the_same_files);
  tcase_add_test(tests, options_say_what_a_sheet_says);
  tcase_add_test(tests, an_option_is_told_to_all_cues_of_a_sheet);
  tcase_add_loop_test(tests, a_fault_is_named_with_file_line_and_cue, 0, bad);
  tcase_add_loop_test(
    tests, brackets_without_end_are_refused_with_their_line, 0, 2);
  tcase_add_test(tests, lists_and_single_jobs_of_many_cues_take_little);
  tcase_add_test(tests, what_cannot_be_in_time_is_told_before_anything_is_made);
  tcase_add_test(tests, what_cannot_be_read_or_made_is_named);
  tcase_add_test(tests, any_length_is_fitted_without_a_tempo_that_is_another);
  tcase_add_test(tests, hits_fall_on_strong_beats);
  suite_add_tcase(suite, tests);
  return suite;
}
