// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Cue sheets: what yeoun-render says of their faults, before it makes
   anything. */

#include <stdio.h>
#include <stdlib.h>

#include <check.h>

#include "../unit/suite.h"
#include "files.h"

static void
set_up(void)
{
  make_folder();
}

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
  {"<#a> a y:MusicCue ; y:theme \"Am\" ; y:from <#b> .\n"
   "<#b> a y:Character ; y:from <#c> .\n"
   "<#c> a y:Character ; y:from <#b> .\n",
   "sheet.ttl:6: a: b is made from itself",
   ""},
  {"<#a> a y:MusicCue ; y:theme \"Am\" ; y:name \"-rf\" .\n",
   "sheet.ttl:4: -rf: a name must be good for files",
   "no point, dash or ~ at its beginning"},
  {"<#a> a y:MusicCue ; y:theme \"Am\" ; y:name \"--x\" .\n",
   "sheet.ttl:4: --x: a name must be good for files",
   ""},
  {"<#a> a y:MusicCue ; y:theme \"Am\" ;\n <urn:x\u202Ey> 3 .\n",
   "sheet.ttl:5: ",
   "a: urn:x<U+202E>y is not known here"},
  {"<#a> a y:MusicCue ; y:theme \"Am\" ; y:key \"D\" .\n",
   "sheet.ttl:4: a: key D: this theme is minor",
   ""},
  {"<#a> a y:MusicCue ; y:theme \"Am .\n", "sheet.ttl:", ""},
  {"\n", "no y:MusicCue", ""},
};

START_TEST(a_fault_is_named_with_file_line_and_cue)
{
  write_sheet(faults[_i].body);
  ck_assert_int_eq(render_sheet(""), 2);
  ck_assert_msg(log_has(faults[_i].named), "%s", faults[_i].named);
  ck_assert_msg(log_has(faults[_i].accepted), "%s", faults[_i].accepted);
  ck_assert_uint_eq(count_files(""), 2); /* the log and the sheet */
}
END_TEST

START_TEST(a_long_line_of_nodes_is_followed_to_its_end)
{
  for (unsigned nodes = 63; nodes <= 64; ++nodes) {
    char path[128];
    find_file("sheet.ttl", path, sizeof(path));
    FILE *const file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fputs(SHEET_HEAD "<#a> a y:MusicCue ; y:from <#n1> .\n", file);
    for (unsigned i = 1; i < nodes; ++i) {
      fprintf(file, "<#n%u> a y:Character ; y:from <#n%u> .\n", i, i + 1);
    }
    fprintf(file, "<#n%u> a y:Theme ; y:theme \"Am\" .\n", nodes);
    fclose(file);
    ck_assert_int_eq(render_sheet("--list-jobs"), nodes == 63 ? 0 : 2);
  }
  ck_assert(log_has("sheet.ttl:67: a: n64 is too far away: a cue is made from "
                    "63 nodes at most"));
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
      SHEET_HEAD
      "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
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
    ck_assert_int_eq(render_sheet("--plan"), deep == 30 ? 0 : 2);
    ck_assert(deep == 30 ||
              log_has("sheet.ttl:7: brackets are nested more than 64 deep"));
  }
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
  ck_assert_int_eq(render_sheet("--rate 16000"), 2);
  for (size_t i = 0; i < sizeof(misfits) / sizeof(misfits[0]); ++i) {
    ck_assert_msg(log_has(misfits[i]), "%s", misfits[i]);
  }
  ck_assert_uint_eq(count_files(""), 2); /* the log and the sheet */
  ck_assert_int_eq(render_sheet("--rate 16000 --only d"), 0);
}
END_TEST

START_TEST(what_cannot_be_read_or_made_is_named)
{
  write_sheet("<#a> a y:MusicCue ; y:theme \"Am\" ; y:bars 1 .\n");
  ck_assert_int_eq(render_sheet("--out /dev/null/out"), 1);
  ck_assert(log_has("/dev/null/out: Not a directory"));
  ck_assert_int_eq(
    run_command("mkdir other.ttl && ! '%s' other.ttl", getenv("YEOUN_RENDER")),
    0);
  ck_assert(log_has("other.ttl:1: "));
  ck_assert_int_eq(run_command("! '%s' none.ttl", getenv("YEOUN_RENDER")), 0);
  ck_assert(log_has("none.ttl: No such file"));
}
END_TEST

START_TEST(a_sheet_without_end_is_refused)
{
  ck_assert_int_eq(
    run_command("ln -s /dev/zero sheet.ttl && timeout 60 '%s' sheet.ttl; "
                "[ $? = 2 ]",
                getenv("YEOUN_RENDER")),
    0);
  ck_assert(log_has("sheet.ttl:1: this is larger than 64 MiB"));
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("faults of cue sheets");
  TCase *const tests = tcase_create("faults");
  tcase_set_timeout(tests, 120);
  tcase_add_checked_fixture(tests, set_up, remove_folder);
  tcase_add_loop_test(tests,
                      a_fault_is_named_with_file_line_and_cue,
                      0,
                      (int)(sizeof(faults) / sizeof(faults[0])));
  tcase_add_test(tests, a_sheet_without_end_is_refused);
  tcase_add_test(tests, a_long_line_of_nodes_is_followed_to_its_end);
  tcase_add_loop_test(
    tests, brackets_without_end_are_refused_with_their_line, 0, 2);
  tcase_add_test(tests, what_cannot_be_in_time_is_told_before_anything_is_made);
  tcase_add_test(tests, what_cannot_be_read_or_made_is_named);
  suite_add_tcase(suite, tests);
  return suite;
}
