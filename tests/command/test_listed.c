// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Many cues: their page, their table, the best of them. */

#include <stdlib.h>

#include <check.h>

#include "../unit/suite.h"
#include "files.h"

static void
set_up(void)
{
  make_folder();
}

/* Whenever they were made; but for those of which a file is gone. */
START_TEST(several_cues_are_shown_on_one_page)
{
  ck_assert_int_eq(run_command("'%s' 'Am F C' --variation 1,2 --bars 2 --out .",
                               getenv("YEOUN_RENDER")),
                   0);
  for (int v = 1; v <= 2; ++v) {
    ck_assert_int_eq(
      run_command(
        "grep -q '\"n\":\"Am-F-C-lyrical-00%d-2bars\",' index.html && "
        "xmllint --noout Am-F-C-lyrical-00%d-2bars.svg && "
        "grep -q '^\"Am-F-C-lyrical-00%d-2bars\",' library.csv",
        v,
        v,
        v),
      0);
  }
  ck_assert_int_eq(run_command("[ \"$(wc -l <library.csv)\" = 3 ]"), 0);
  ck_assert_int_eq(
    run_command("'%s' 'Am F C' --variation 3 --bars 2 --out . && "
                "[ $(grep -c '\"n\":' index.html) = 3 ]",
                getenv("YEOUN_RENDER")),
    0);
  ck_assert_int_eq(run_command("rm *-002-*.svg && '%s' --page --out . && "
                               "[ $(grep -c '\"n\":' index.html) = 2 ]",
                               getenv("YEOUN_RENDER")),
                   0);
}
END_TEST

/* As a spreadsheet reads it: with its mark, Korean whole, nothing computed. */
START_TEST(a_table_is_read_as_it_was_written)
{
  ck_assert_int_eq(
    run_command(
      "cat >sheet.ttl <<'END'\n"
      "@prefix y: <urn:yeoun:vocabulary#> .\n"
      "<> a y:CueSheet ; y:theme \"Am\" ; y:make \"mix\" ;\n"
      "  y:rate 8000 ; y:bars 1 .\n"
      "<#h> a y:Character ; y:name \"=1+1\" .\n"
      "<#a> a y:MusicCue ; y:name \"첫눈\" ; y:from <#h> .\n"
      "<#b> a y:MusicCue ; y:name \"@b\" .\nEND\n"
      "'%s' sheet.ttl && "
      "python3 -c \"import csv; "
      "r = list(csv.DictReader(open('out/library.csv', "
      "encoding='utf-8-sig', newline=''))); "
      "assert open('out/library.csv', 'rb').read(3) == b'\\xef\\xbb\\xbf'; "
      "assert r[0]['name'] == '첫눈' and "
      "r[0]['character'] == chr(39) + '=1+1' and "
      "r[1]['name'] == chr(39) + '@b', r\"",
      getenv("YEOUN_RENDER")),
    0);
}
END_TEST

START_TEST(the_best_of_many_are_kept)
{
  ck_assert_int_eq(
    run_command(
      "'%s' 'Am F C' --mood all --variation 1-3 --bars 2 --make midi "
      "--sort identity --keep 4 --csv --out . 2>errors >kept && "
      "[ \"$(wc -l <kept)\" = 5 ] && [ \"$(ls *.mid | wc -l)\" = 4 ] && "
      "tail -c +4 library.csv | cmp kept && "
      "sed 1d kept | sed 's/.*,//' | sort -rnc",
      getenv("YEOUN_RENDER")),
    0);
  ck_assert_int_eq(
    run_command("'%s' 'Am F C' --sort colour", getenv("YEOUN_RENDER")), 2);
  ck_assert(log_has("mood, identity or loudness"));
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("lists of cues");
  TCase *const tests = tcase_create("listed");
  tcase_set_timeout(tests, 120);
  tcase_add_checked_fixture(tests, set_up, remove_folder);
  tcase_add_test(tests, several_cues_are_shown_on_one_page);
  tcase_add_test(tests, a_table_is_read_as_it_was_written);
  tcase_add_test(tests, the_best_of_many_are_kept);
  suite_add_tcase(suite, tests);
  return suite;
}
