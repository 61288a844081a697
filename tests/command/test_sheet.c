// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Cue sheets: what yeoun-render makes of them. */

#include <stdio.h>
#include <stdlib.h>

#include <check.h>

#include "../unit/suite.h"
#include "files.h"
#include "listen.h"

static void
set_up(void)
{
  make_folder();
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
  ck_assert_int_eq(render_sheet("--jobs 2"), 0);
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
  ck_assert_int_eq(render_sheet("--jobs 2"), 0);
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
  ck_assert_int_eq(render_sheet("--jobs 2"), 0);
  ck_assert_int_eq(render_sheet("--remix electronic --jobs 2"), 0);
  ck_assert_uint_eq(count_files(".wav"), 10);
  ck_assert(
    have_same_notes("out/snow-hana.mid", "out/snow-hana-electronic.mid"));
  ck_assert(have_same_notes("out/chase.mid", "out/chase-electronic.mid"));
  ck_assert_int_eq(render_sheet("--remix electronic --only chase-electronic"),
                   0);
  ck_assert(log_has("1 of 1 made in out, 1 of them before"));
  ck_assert_int_eq(render_sheet("--remix tin"), 2);
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
  ck_assert_int_eq(render_sheet("--plan"), 0);
  ck_assert(log_has("name snow\n"));
  ck_assert(log_has("name snow-60s-gugak\n"));
  ck_assert(log_has("plugin urn:yeoun:stems\n"));
}
END_TEST

START_TEST(only_what_changed_is_made_again)
{
  write_sheet(library);
  ck_assert_int_eq(render_sheet("--only chase"), 0);
  ck_assert_int_eq(render_sheet(""), 0);
  ck_assert(log_has("5 of 5 made in out, 1 of them before"));
  ck_assert_int_eq(render_sheet("--palette jazz --only chase"), 2);
  ck_assert(log_has("chase: out/chase was made for another request"));
  ck_assert_int_eq(render_sheet("--palette jazz --only chase --force"), 0);
  ck_assert(log_has("1 of 1 made in out\n"));
  ck_assert_int_eq(render_sheet("--force"), 0);
  ck_assert(log_has("4 of them before"));
  ck_assert_int_eq(run_command("rm out/chase.mid"), 0);
  ck_assert_int_eq(render_sheet(""), 0);
  ck_assert(log_has("4 of them before"));
  ck_assert_int_eq(render_sheet("--only chase --again"), 0);
  ck_assert(log_has("1 of 1 made in out\n"));
}
END_TEST

START_TEST(a_run_that_is_ended_goes_on_where_it_stopped)
{
  write_sheet(library);
  ck_assert_int_eq(render_sheet("--out whole --jobs 2"), 0);
  ck_assert_int_eq(
    run_command("'%s' sheet.ttl --out parts & sleep 0.%d; "
                "kill -TERM $!; wait $!; s=$?; [ $s = 1 ] || [ $s = 143 ]",
                getenv("YEOUN_RENDER"),
                2 * _i + 1),
    0);
  ck_assert_int_eq(render_sheet("--out parts"), 0);
  ck_assert_uint_eq(count_files(".part"), 0);
  ck_assert_int_eq(run_command("diff -r whole parts"), 0);
}
END_TEST

START_TEST(listed_jobs_make_the_same_files)
{
  write_sheet(library);
  ck_assert_int_eq(render_sheet("--out whole"), 0);
  ck_assert_int_eq(render_sheet("--out parts --list-jobs > jobs"), 0);
  ck_assert_int_eq(run_command("[ $(wc -l < jobs) = 5 ] && sh -e jobs"), 0);
  ck_assert_int_eq(
    run_command("diff -r -x index.html -x library.csv whole parts"), 0);
  /* The command itself finds all made, and only shows them on their page. */
  ck_assert_int_eq(render_sheet("--out parts"), 0);
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
  ck_assert_int_eq(render_sheet("--plan >of-sheet"), 0);
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
  ck_assert_int_eq(
    render_sheet("--take 7 --set 'bass_instrument=solo cello' --plan"), 0);
  ck_assert(log_has("pad_take=7"));
  ck_assert(log_has("bass_instrument=4"));
  ck_assert(!log_has("pad_take=2"));
  ck_assert_int_eq(render_sheet("--key D"), 2);
  ck_assert(log_has("--key: this is told of each cue by its sheet"));
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

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("cue sheets");
  TCase *const tests = tcase_create("sheets");
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
  tcase_add_test(tests, lists_and_single_jobs_of_many_cues_take_little);
  suite_add_tcase(suite, tests);
  return suite;
}
