// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What was made is never lost, and nothing outside of the folder is touched,
   whatever a sheet, a record or a link in the folder says. */

#include <stdio.h>
#include <stdlib.h>

#include <check.h>

#include "../unit/suite.h"
#include "files.h"

static void
set_up(void)
{
  make_folder();
  ck_assert_int_eq(run_command("echo precious >victim && cp victim kept"), 0);
}

/** Write a sheet of cues of one theme, and run yeoun-render on it. */
static int
render(const char *cues, const char *arguments)
{
  return run_command("cat >sheet.ttl <<'END'\n"
                     "@prefix y: <urn:yeoun:vocabulary#> .\n"
                     "<> a y:CueSheet ; y:theme \"Am\" ; y:rate 8000 ;\n"
                     "  y:make \"midi\" .\n%s\nEND\n"
                     "'%s' sheet.ttl %s",
                     cues,
                     getenv("YEOUN_RENDER"),
                     arguments);
}

#define CUE "<#a> a y:MusicCue ; y:bars 1 .\n"

static const struct {
  const char *cues, *named;
} controls[] = {
  {"<#a> a y:MusicCue ; y:name \"a\\n touch owned #\" .", "sheet.ttl:4: "},
  {"<#a> a y:MusicCue ; y:name \"a\\u001B[2J\" .", "sheet.ttl:4: "},
  {"<#a> a y:MusicCue ; y:name \"a\\u009B2J\" .", "sheet.ttl:4: "},
  {"<#a> a y:MusicCue ; y:name \"a\\u202Egpj.b\" .", "sheet.ttl:4: "},
  {"<#a> a y:MusicCue ; y:name \"a\\u2067b\" .", "sheet.ttl:4: "},
  {"<#a> a y:MusicCue ; y:name \"a\\u00ADb\" .", "sheet.ttl:4: "},
  {"<#a> a y:MusicCue ; y:name \"a\\u200Bb\" .", "sheet.ttl:4: "},
  {"<#a> a y:MusicCue ; y:name \"a\\uFEFFb\" .", "sheet.ttl:4: "},
  {"<#a> a y:MusicCue ; y:name \"a\\U000E0041b\" .", "sheet.ttl:4: "},
  {"<#h> a y:Character ; y:name \"h\\nfile .wav\" .\n"
   "<#a> a y:MusicCue ; y:from <#h> .",
   "sheet.ttl:5: "},
  {"<#a> a y:MusicCue ;\n y:preset \"x\\u0007\" .", "sheet.ttl:5: "},
  {"<#a> a y:MusicCue ;\n y:set \"palette=x\\n\" .", "sheet.ttl:5: "},
};

START_TEST(no_control_character_is_in_a_name)
{
  ck_assert_int_eq(render(controls[_i].cues, "--list-jobs"), 2);
  ck_assert_msg(log_has(controls[_i].named), "%s", controls[_i].named);
  ck_assert(log_has("control character"));
  ck_assert(!log_has("\033") && !log_has("\007") && !log_has("\xC2\x9B"));
  ck_assert_int_eq(
    run_command("! '%s' Am --name \"$(printf 'a\\nb')\" --list-jobs && "
                "! '%s' Am --name=-rf --list-jobs",
                getenv("YEOUN_RENDER"),
                getenv("YEOUN_RENDER")),
    0);
}
END_TEST

START_TEST(a_record_never_decides_what_is_deleted)
{
  ck_assert_int_eq(render(CUE "<#b> a y:MusicCue ; y:bars 2 .", ""), 0);
  ck_assert_int_eq(
    run_command("sed -i 's/^file .mid.*/file \\/..\\/..\\/victim 1 1/; "
                "s/^name b$/name ..\\/victim/' out/*.made && "
                "'%s' sheet.ttl --sort identity --keep 1 --force",
                getenv("YEOUN_RENDER")),
    0);
  ck_assert_int_eq(run_command("cmp victim kept"), 0);
}
END_TEST

START_TEST(what_others_made_before_is_kept)
{
  ck_assert_int_eq(render(CUE, ""), 0);
  ck_assert_int_eq(render(CUE "<#b> a y:MusicCue ; y:bars 2 .\n"
                              "<#c> a y:MusicCue ; y:bars 3 .",
                          "--sort name --keep 2"),
                   0);
  ck_assert_int_eq(
    run_command("[ -e out/a.wav ] && [ -e out/b.wav ] && [ ! -e out/c.wav ]"),
    0);
  ck_assert_int_eq(
    run_command("rm out/b.made && '%s' sheet.ttl --keep 1 --force",
                getenv("YEOUN_RENDER")),
    0);
  ck_assert_uint_eq(count_files(".wav"), 1);
  ck_assert_int_eq(run_command("'%s' sheet.ttl --keep 1 --only a --sort mood",
                               getenv("YEOUN_RENDER")),
                   0);
  ck_assert_uint_eq(count_files("a.wav"), 1);
}
END_TEST

static const char *const links[] =
  {"a.wav", "a.mid", "a.made", "index.html", "library.csv", ".yeoun-claims"};

START_TEST(links_are_not_followed)
{
  ck_assert_int_eq(
    run_command("mkdir out && ln -s ../victim out/%s", links[_i]), 0);
  const int status = render(CUE "<#b> a y:MusicCue ; y:bars 2 .", "");
  ck_assert_int_eq(run_command("cmp victim kept"), 0);
  ck_assert_int_eq(status, _i < 2 ? 2 : _i < 5 ? 0 : 1);
  if (_i < 5) {
    ck_assert_int_eq(render(CUE "<#b> a y:MusicCue ; y:bars 2 .", "--force"),
                     0);
    ck_assert_int_eq(
      run_command("cmp victim kept && [ ! -h out/%s ]", links[_i]), 0);
  }
}
END_TEST

static const struct {
  const char *cues, *named;
} clashes[] = {
  {"<#a> a y:MusicCue ; y:make \"stems\" .\n"
   "<#a.melody> a y:MusicCue .",
   "its file a.melody.wav is also one of a"},
  {"<#snow> a y:MusicCue ; y:make \"loop\" .\n"
   "<#b> a y:MusicCue ; y:name \"snow.loop\" .",
   "its file snow.loop.wav is also one of"},
  {"<#a> a y:MusicCue .\n<#b> a y:MusicCue ; y:name \"a\" .",
   "another cue of the name a, in line 4"},
};

START_TEST(files_of_two_cues_never_come_over_each_other)
{
  ck_assert_int_eq(render(clashes[_i].cues, ""), 2);
  ck_assert_msg(log_has(clashes[_i].named), "%s", clashes[_i].named);
  ck_assert_int_eq(run_command("[ ! -e out ]"), 0);
}
END_TEST

static const char *const pairs[][2] = {
  {"'B°'", "'Bø'"},
  {"'C+ F'", "'C- F'"},
  {"'Am F'", "'Am F' --palette jazz"},
  {"'Am F'", "'Am F' --tempo 90"},
  {"Am --mood 아련한", "Am --mood 쓸쓸한"},
  {"'Am F'", "'Am F' --bars 4"},
  {"'Am F'", "'Am F' --set warmth=.5"},
  {"'Am F' --set warmth=.5", "'Am F' --set warmth=-.5"},
  {"'Am F' --intensity 0:0.3", "'Am F' --intensity 0:0.4"},
  {"'Am F' --key Dm", "'Am F' --key Em"},
};

START_TEST(a_name_holds_what_makes_it_different)
{
  for (int i = 0; i < 2; ++i) {
    ck_assert_int_eq(run_command("'%s' %s --rate 8000 --make mix",
                                 getenv("YEOUN_RENDER"),
                                 pairs[_i][i]),
                     0);
  }
  ck_assert_uint_eq(count_files(".wav"), 2);
  ck_assert_uint_eq(count_files(".made"), 2);
}
END_TEST

START_TEST(what_was_made_for_something_else_is_kept)
{
  ck_assert_int_eq(render(CUE, ""), 0);
  ck_assert_int_eq(run_command("cp -r out before"), 0);
  const char *const other = "<#a> a y:MusicCue ; y:bars 2 .\n"
                            "<#b> a y:MusicCue ; y:bars 1 .";
  ck_assert_int_eq(render(other, ""), 2);
  ck_assert(log_has("sheet.ttl:4: a: out/a was made for another request"));
  ck_assert(log_has("now otherwise: bars=1; --force"));
  ck_assert_int_eq(run_command("diff -r before out"), 0);
  ck_assert_int_eq(render(other, "--force"), 0);
  ck_assert(log_has("2 of 2 made in out\n"));
  ck_assert_int_eq(render(other, ""), 0);
  ck_assert(log_has("2 of 2 made in out, 2 of them before"));
  ck_assert_int_eq(run_command("echo mine >out/c.mid"), 0);
  ck_assert_int_eq(render("<#c> a y:MusicCue ; y:bars 1 .", ""), 2);
  ck_assert(log_has("out/c.mid is there, and was not made by this command"));
}
END_TEST

static const char *const harms[] = {
  "truncate -s 7 out/a.wav",
  ": >out/a.wav",
  "truncate -s -100 out/a.mid",
  "printf x >>out/a.wav",
  "rm out/a.mid",
  ("touch -d '1 hour' out/a.wav && "
   "printf Y | dd of=out/a.wav bs=1 seek=900 conv=notrunc 2>/dev/null && "
   "touch -d '1 hour' out/a.wav"),
};

START_TEST(what_is_no_longer_whole_is_made_again)
{
  ck_assert_int_eq(render(CUE, ""), 0);
  ck_assert_int_eq(run_command("cp -r out before && %s", harms[_i]), 0);
  ck_assert_int_eq(render(CUE, ""), 0);
  ck_assert(log_has("1 of 1 made in out\n"));
  ck_assert_int_eq(run_command("diff -r before out"), 0);
}
END_TEST

START_TEST(what_is_not_asked_for_any_more_goes)
{
  ck_assert_int_eq(render(CUE, ""), 0);
  ck_assert_int_eq(run_command("echo mine >out/a.svg"), 0);
  ck_assert_int_eq(render(CUE, "--make mix --force"), 0);
  ck_assert_uint_eq(count_files(".mid"), 0);
  ck_assert_uint_eq(count_files("a.svg"), 1);
  /* What a composer changed is no leftover. */
  ck_assert_int_eq(render(CUE, "--force"), 0);
  ck_assert_int_eq(run_command("echo edited >>out/a.mid"), 0);
  ck_assert_int_eq(render(CUE, "--make mix --force"), 0);
  ck_assert_uint_eq(count_files("a.mid"), 1);
}
END_TEST

/* Where the disk is full: no file may be larger than so many KiB. */
static const struct {
  int kib;
  const char *format;
} full[] = {{20, "wav24"}, {8, "flac"}, {4, "ogg"}, {4, "mp3"}, {0, "wav24"}};

START_TEST(a_full_disk_is_named_and_nothing_is_lost)
{
  char options[64];
  snprintf(options, sizeof(options), "--format %s", full[_i].format);
  ck_assert_int_eq(render(CUE, options), 0);
  ck_assert_int_eq(
    run_command("cp -r out before; { trap '' XFSZ; ulimit -f %d; "
                "'%s' sheet.ttl %s --again; echo status $?; } 2>&1 | cat",
                full[_i].kib * (1024 / 512),
                getenv("YEOUN_RENDER"),
                options),
    0);
  ck_assert(log_has("status 1\n"));
  ck_assert(log_has("sheet.ttl:4: a: out/a."));
  ck_assert(log_has(": File too large\n"));
  ck_assert_int_eq(run_command("diff -r before out"), 0);
  ck_assert_uint_eq(count_files(".part"), 0);
  ck_assert_int_eq(render(CUE, options), 0);
  ck_assert(log_has("1 of them before"));
}
END_TEST

#define LONG                                                                   \
  "<#a> a y:MusicCue ; y:seconds 600 .\n<#b> a y:MusicCue ; y:seconds 500 ."

static const char *const signals[] = {"TERM", "INT", "KILL"};

START_TEST(a_signal_leaves_neither_workers_nor_parts)
{
  ck_assert_int_eq(render(LONG, "--list-jobs"), 0);
  /* A command in the background of sh ignores SIGINT, unless told otherwise. */
  ck_assert_int_eq(
    run_command("name=yeoun-$$; cp '%s' $name; "
                "env --default-signal=INT ./$name sheet.ttl --jobs 2 & "
                "parent=$!; i=0; "
                "until ls out/.yeoun-*.part || [ $i = 200 ]; do "
                "sleep 0.05; i=$((i + 1)); done; "
                "kill -%s $parent; wait $parent; i=0; "
                "while ps -eo stat,comm | grep \"^[^Z].* $name$\"; do "
                "i=$((i + 1)); [ $i -lt 50 ] || exit 1; sleep 0.1; done",
                getenv("YEOUN_RENDER"),
                signals[_i]),
    0);
  ck_assert(log_has(".part"));
  if (_i < 2) {
    ck_assert_uint_eq(count_files(".part"), 0);
  }
  ck_assert_int_eq(run_command("'%s' sheet.ttl --only none; "
                               "'%s' Am --bars 1 --rate 8000",
                               getenv("YEOUN_RENDER"),
                               getenv("YEOUN_RENDER")),
                   0);
  ck_assert_uint_eq(count_files(".part"), 0);
}
END_TEST

START_TEST(two_commands_in_one_folder_share_the_work)
{
  const char *const cues = CUE "<#b> a y:MusicCue ; y:bars 2 .\n"
                               "<#c> a y:MusicCue ; y:bars 3 .";
  ck_assert_int_eq(render(cues, "--out whole"), 0);
  ck_assert_int_eq(
    run_command("'%s' sheet.ttl & '%s' sheet.ttl; first=$?; wait $! && "
                "[ $first = 0 ] && diff -r whole out",
                getenv("YEOUN_RENDER"),
                getenv("YEOUN_RENDER")),
    0);
}
END_TEST

START_TEST(a_list_that_cannot_be_written_fails)
{
  ck_assert_int_eq(render(CUE, "--csv >/dev/full"), 1);
  ck_assert(log_has("No space left on device"));
  ck_assert_int_eq(render(CUE, "--list-jobs >/dev/full"), 1);
}
END_TEST

START_TEST(a_path_that_is_too_long_is_refused)
{
  ck_assert_int_eq(
    run_command("n=$(printf 'x%%.0s' $(seq 200)); "
                "'%s' Am --bars 1 --make mix --out $n/$n/$n/$n/$n; [ $? = 2 ]",
                getenv("YEOUN_RENDER")),
    0);
  ck_assert(log_has("too long a name"));
  ck_assert_int_eq(run_command("[ ! -e xxx* ]"), 0);
}
END_TEST

/* Of nodes that are of no kind it is asked whether others are made from them.
 */
START_TEST(a_sheet_of_many_nodes_of_no_kind_is_read_at_once)
{
  ck_assert_int_eq(
    run_command("{ printf '@prefix y: <urn:yeoun:vocabulary#> .\\n"
                "<#a> a y:MusicCue ; y:theme \"Am\" .\\n'; "
                "for i in $(seq 20000); do "
                "echo \"<#c$i> y:take 3 . <#x$i> a y:Character ; "
                "y:from <#c$i> .\"; done; } >sheet.ttl; "
                "bash -c 'ulimit -t 4; \"$0\" sheet.ttl --list-jobs' '%s'",
                getenv("YEOUN_RENDER")),
    0);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("what was made");
  TCase *const tests = tcase_create("safe");
#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))
  tcase_set_timeout(tests, 120);
  tcase_add_checked_fixture(tests, set_up, remove_folder);
  tcase_add_loop_test(
    tests, no_control_character_is_in_a_name, 0, COUNT(controls));
  tcase_add_test(tests, a_record_never_decides_what_is_deleted);
  tcase_add_test(tests, what_others_made_before_is_kept);
  tcase_add_loop_test(tests, links_are_not_followed, 0, COUNT(links));
  tcase_add_loop_test(
    tests, files_of_two_cues_never_come_over_each_other, 0, COUNT(clashes));
  tcase_add_loop_test(
    tests, a_name_holds_what_makes_it_different, 0, COUNT(pairs));
  tcase_add_test(tests, what_was_made_for_something_else_is_kept);
  tcase_add_loop_test(
    tests, what_is_no_longer_whole_is_made_again, 0, COUNT(harms));
  tcase_add_test(tests, what_is_not_asked_for_any_more_goes);
  tcase_add_loop_test(
    tests, a_full_disk_is_named_and_nothing_is_lost, 0, COUNT(full));
  tcase_add_loop_test(
    tests, a_signal_leaves_neither_workers_nor_parts, 0, COUNT(signals));
  tcase_add_test(tests, two_commands_in_one_folder_share_the_work);
  tcase_add_test(tests, a_list_that_cannot_be_written_fails);
  tcase_add_test(tests, a_path_that_is_too_long_is_refused);
  tcase_add_test(tests, a_sheet_of_many_nodes_of_no_kind_is_read_at_once);
#undef COUNT
  suite_add_tcase(suite, tests);
  return suite;
}
