// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The built plugin in two real hosts: jalv under a private JACK server, and
   Ardour without a window. */

#include <stdio.h>
#include <stdlib.h>

#include <check.h>

#include "../unit/suite.h"
#include "files.h"
#include "listen.h"

static void
set_up(void)
{
  const char *const folder = make_folder();
  /* What a command leaves in its own temporary place is left here. */
  ck_assert_int_eq(setenv("TMPDIR", folder, 1), 0);
}

static const char *const pieces[] = {"Am-F-C-lyrical-001-4bars",
                                     "Am-F-C-romantic-001-4bars",
                                     "Am-F-C-comic-001-4bars"};

START_TEST(jalv_plays_what_yeoun_render_renders)
{
  const char *const what = "'Am F C' --mood all --bars 4 --out";
  ck_assert_int_eq(run_command("'%s' %s jalv", getenv("YEOUN_JALV"), what), 0);
  ck_assert_int_eq(run_command("'%s' %s render", getenv("YEOUN_RENDER"), what),
                   0);
  for (int i = 0; i < 3; ++i) {
    char played[64], rendered[64];
    snprintf(played, sizeof(played), "jalv/%s.wav", pieces[i]);
    snprintf(rendered, sizeof(rendered), "render/%s.wav", pieces[i]);
    const struct sound_facts p = measure_sound(played);
    const struct sound_facts r = measure_sound(rendered);
    ck_assert(p.is_finite);
    ck_assert_double_gt(p.rms, 0.01);
    ck_assert_double_lt(p.peak, 1.0);
    ck_assert_double_eq_tol(p.length_s, r.length_s, 0.6);
    ck_assert_double_eq_tol(p.rms, r.rms, 0.1 * r.rms);
    snprintf(played, sizeof(played), "jalv/%s.mid", pieces[i]);
    snprintf(rendered, sizeof(rendered), "render/%s.mid", pieces[i]);
    ck_assert_msg(have_same_notes(played, rendered), "%s", pieces[i]);
  }
}
END_TEST

/* Hits that bend the tempo, an intensity that changes on the way, several
   rounds of which the last alone has the ending, stems, an edit, a remix. */
static const char sheet[] =
  "@prefix y: <urn:yeoun:vocabulary#> .\n"
  "<> a y:CueSheet ; y:make \"midi\" ; y:theme \"Am F C\" .\n"
  "<#hana> a y:Character ; y:palette \"electronic\" ; y:take 3 .\n"
  "<#snow> a y:MusicCue ; y:from <#hana> ; y:mood \"romantic\" ;\n"
  "  y:make \"midi stems loop\" ; y:seconds 17.3 ; y:hit 6.1 , 12.4 ;\n"
  "  y:intensity \"0:0.1 6:0.8 17:0.2\" ; y:ending true ; y:edit 9 .\n"
  "<#rain> a y:MusicCue ; y:from <#hana> ; y:mood \"comic\" ; y:bars 34 ;\n"
  "  y:ending true ; y:variation 4 ; y:remix \"jazz\" .\n"
  "<#wind> a y:MusicCue ; y:preset \"Chase\" ; y:meter \"3/4\" ;\n"
  "  y:seconds 12 ; y:hit 5 .\n";

static const char *const cues[] = {"snow",
                                   "snow-9s",
                                   "rain",
                                   "rain-jazz",
                                   "wind"};

START_TEST(jalv_plays_a_sheet_as_yeoun_render_does)
{
  ck_assert_int_eq(run_command("cat >sheet.ttl <<'END'\n%s\nEND", sheet), 0);
  ck_assert_int_eq(
    run_command("'%s' sheet.ttl --out jalv", getenv("YEOUN_JALV")), 0);
  ck_assert(log_has("5 of 5 made in jalv"));
  ck_assert_int_eq(
    run_command("'%s' sheet.ttl --out render", getenv("YEOUN_RENDER")), 0);
  for (unsigned i = 0; i < sizeof(cues) / sizeof(cues[0]); ++i) {
    char played[64], rendered[64];
    snprintf(played, sizeof(played), "jalv/%s.mid", cues[i]);
    snprintf(rendered, sizeof(rendered), "render/%s.mid", cues[i]);
    ck_assert_msg(have_same_notes(played, rendered), "%s", cues[i]);
    snprintf(played, sizeof(played), "jalv/%s.wav", cues[i]);
    snprintf(rendered, sizeof(rendered), "render/%s.wav", cues[i]);
    const double rms = measure_sound(rendered).rms;
    ck_assert_double_eq_tol(measure_sound(played).rms, rms, 0.1 * rms);
  }
  /* No bend and no change on the way: the same sound, frame by frame. */
  ck_assert_double_lt(difference_of("jalv/rain.wav", "render/rain.wav", 1, 9),
                      1e-4);
  ck_assert_int_eq(run_command("(cd jalv && ls) >a && (cd render && ls) >b && "
                               "cmp a b && grep -qx snow.melody.wav a"),
                   0);
  /* All is there: nothing is played again. */
  ck_assert_int_eq(
    run_command("touch now && '%s' sheet.ttl --out jalv && "
                "[ -z \"$(find jalv -name '*.wav' -newer now)\" ]",
                getenv("YEOUN_JALV")),
    0);
}
END_TEST

/* Seconds after which a person loses patience: while the server starts, while
   jalv does, while it plays. */
static const char *const moments[] = {"0.2", "0.7", "1.2", "2"};

START_TEST(a_jalv_render_that_is_ended_leaves_nothing)
{
  ck_assert_int_eq(
    run_command(
      "'%s' 'Am F C' --mood all --bars 32 --variation 1-9 & "
      "sleep %s; server=$(pgrep -P $! -x jackd); kill -TERM $!; wait $!; "
      "[ $? = 143 ] && ! kill -0 $server 2>/dev/null && "
      "[ -z \"$(ls -d tmp.* 2>/dev/null)\" ]",
      getenv("YEOUN_JALV"),
      moments[_i]),
    0);
  ck_assert_uint_eq(count_files(".part"), 0);
}
END_TEST

START_TEST(jalv_plays_nothing_when_a_cue_cannot_be)
{
  ck_assert_int_eq(
    run_command("printf '%%s' '@prefix y: <urn:yeoun:vocabulary#> . "
                "<> a y:CueSheet ; y:theme \"Am\" ; y:make \"midi\" . "
                "<#a> a y:MusicCue ; y:seconds 9 ; y:hit 12 . "
                "<#b> a y:MusicCue ; y:bars 1 .' >sheet.ttl"),
    0);
  ck_assert_int_eq(run_command("'%s' sheet.ttl", getenv("YEOUN_JALV")), 2);
  ck_assert(log_has("sheet.ttl:1: a: a hit at 12 s is outside"));
  ck_assert_uint_eq(count_files(".wav"), 0);
}
END_TEST

START_TEST(a_jack_server_that_is_killed_ends_jalv_within_seconds)
{
  ck_assert_int_eq(
    run_command("'%s' 'Am F C' --bars 512 & jalv=$!; i=0; "
                "until ls -d tmp.*/answers >/dev/null 2>&1 || [ $i = 200 ]; do "
                "sleep 0.05; i=$((i + 1)); done; sleep 1.5; "
                "kill -KILL $(pgrep -P $jalv -x jackd); from=$(date +%%s); "
                "wait $jalv; [ $? = 1 ] && [ $(($(date +%%s) - from)) -lt 15 ]",
                getenv("YEOUN_JALV")),
    0);
  ck_assert_uint_eq(count_files(".part"), 0);
  ck_assert_uint_eq(count_files(".wav"), 0);
}
END_TEST

/* JACK's list holds eight names, those of killed servers too. */
START_TEST(servers_that_were_killed_do_not_keep_others_from_starting)
{
  ck_assert_int_eq(
    run_command(
      "for n in 1 2 3 4 5 6 7 8 9; do '%s' 'Am F C' --bars 512 & jalv=$!; i=0; "
      "until ls -d tmp.*/answers >/dev/null 2>&1 || [ $i = 200 ]; do "
      "sleep 0.05; i=$((i + 1)); done; "
      "kill -KILL $(pgrep -P $jalv -x jackd); kill $jalv; wait $jalv; "
      "rm -rf tmp.*; done; '%s' 'Am F C' --bars 2 --rate 16000",
      getenv("YEOUN_JALV"),
      getenv("YEOUN_JALV")),
    0);
  ck_assert_uint_eq(count_files(".wav"), 1);
}
END_TEST

START_TEST(jalv_is_told_what_is_not_understood)
{
  ck_assert_int_eq(run_command("'%s' 'Am H C'", getenv("YEOUN_JALV")), 2);
  ck_assert(log_has("cannot read H"));
}
END_TEST

/* Talk to jalv; its answers are in jalv.log. */
static void
talk(const char *options, const char *lines)
{
  ck_assert_int_eq(
    run_command(
      "printf '%s' | '%s' \"$PWD\" %s", lines, getenv("YEOUN_TALK"), options),
    0);
}

START_TEST(jalv_lists_and_sets_presets_at_its_prompt)
{
  talk("",
       "presets\\npreset urn:yeoun:preset:chase\\nset variation 7\\n"
       "controls\\n");
  ck_assert_int_eq(
    run_command("grep -c '^urn:yeoun:preset:\\|^> urn:yeoun:preset' "
                "jalv.log | grep -qx 42"),
    0);
  ck_assert_int_eq(run_command("grep -q '^comic = 1.0' jalv.log"), 0);
  ck_assert_int_eq(run_command("grep -q '^tempo_trim = 0.35' jalv.log"), 0);
  ck_assert_int_eq(run_command("grep -q '^variation = 7.0' jalv.log"), 0);
}
END_TEST

START_TEST(jalv_loads_a_saved_state)
{
  ck_assert_int_eq(
    run_command("mkdir state && printf '%%s' '"
                "@prefix lv2: <http://lv2plug.in/ns/lv2core#> . "
                "@prefix pset: <http://lv2plug.in/ns/ext/presets#> . "
                "<> a pset:Preset ; lv2:appliesTo <urn:yeoun:sketch> ; "
                "lv2:port [ lv2:symbol \"variation\" ; pset:value 12.0 ] , "
                "[ lv2:symbol \"romantic\" ; pset:value 0.75 ] .' "
                "> state/state.ttl"),
    0);
  talk("-l state", "controls\\n");
  ck_assert_int_eq(run_command("grep -q '^variation = 12.0' jalv.log"), 0);
  ck_assert_int_eq(run_command("grep -q '^romantic = 0.75' jalv.log"), 0);
}
END_TEST

/** Whether the position moved while the transport rolled, and stands now that
   it is stopped: the last two answers are the same. */
static bool
has_followed(void)
{
  return !run_command("grep -o '^position = [0-9.]*' jalv.log | sort -u | "
                      "wc -l | grep -qx '[3-9]'") &&
         !run_command("[ \"$(grep -o 'position = [0-9.]*' jalv.log | tail -n 2 "
                      "| sort -u | wc -l)\" = 1 ]");
}

/* On a busy machine JACK may lag behind the half seconds of what is typed:
   three tries. */
START_TEST(jalv_follows_the_transport)
{
  bool follows = false;
  for (int i = 0; i < 3 && !follows; ++i) {
    talk("",
         "monitors\\n!play\\n\\n\\n\\n\\nmonitors\\n\\n\\nmonitors\\n"
         "!stop\\n\\nmonitors\\n\\n\\nmonitors\\n");
    follows = has_followed();
    ck_assert_int_eq(run_command("rm prompt transport"), 0);
  }
  ck_assert(follows);
}
END_TEST

START_TEST(ardour_loads_sets_and_exports)
{
  ck_assert_int_eq(run_command("YEOUN_PRESET=Chase YEOUN_SET='Variation=3' "
                               "'%s' \"$PWD\" 6",
                               getenv("YEOUN_ARDOUR")),
                   0);
  ck_assert(log_has("preset Chase"));
  ck_assert(log_has("Comic\t1.0"));
  ck_assert(log_has("Lyrical\t0.0"));
  ck_assert(log_has("Variation\t3.0"));
  const struct sound_facts sound = measure_sound("out.wav");
  ck_assert(sound.is_finite);
  ck_assert_double_eq_tol(sound.length_s, 6, 0.01);
  ck_assert_double_gt(sound.rms, 0.005);
  ck_assert_double_lt(sound.peak, 1.0);
}
END_TEST

/* From an editor's list to a session: spotted, rendered, laid out. The session
   holds stems, marks and tempos, and what it exports is the mix. */
START_TEST(a_session_of_ardour_holds_a_cue)
{
  ck_assert_int_eq(
    run_command(
      "cat >list.edl <<'END'\nTITLE: E\nFCM: NON-DROP FRAME\n\n"
      "001  AX  V  C  00:00:00:00 00:00:12:12 01:00:10:00 01:00:22:12\n"
      "* FROM CLIP NAME: first & snow\n* LOC: 01:00:14:05 RED  she turns\n"
      "END\n"
      "'%s' --spot list.edl --fps 25 >sheet.ttl && "
      "'%s' sheet.ttl --make 'mix session' --out out",
      getenv("YEOUN_RENDER"),
      getenv("YEOUN_RENDER")),
    0);
  static const char enter[] =
    "mkdir -p home/config home/cache; export HOME=$PWD/home "
    "XDG_CONFIG_HOME=$PWD/home/config XDG_CACHE_HOME=$PWD/home/cache "
    "YEOUN_SESSION=$PWD/out YEOUN_CUE='first & snow'";
  ck_assert_int_eq(run_command("%s; timeout 60 ardour7-lua '%s_cue.lua'",
                               enter,
                               getenv("YEOUN_ARDOUR")),
                   0);
  ck_assert(log_has("track melody "));
  ck_assert(log_has("track ambience "));
  ck_assert(log_has("mark hit 4.20 s at 201600, "));
  ck_assert(log_has("mark phrase, bar 1 at 0, "));
  /* On a busy machine Ardour's tool breaks off, or exports before it has read
     its files: then anew. */
  double apart = 1;
  for (int i = 0; i < 4 && apart > 1e-4; ++i) {
    if (!run_command("%s; timeout 30 ardour7-export -b float -o $PWD/out.wav "
                     "$PWD/out \"$YEOUN_CUE\"",
                     enter)) {
      apart = difference_of("out.wav", "out/first & snow.wav", 0, 12.48);
    }
  }
  ck_assert_double_lt(apart, 1e-4);
  ck_assert_double_gt(measure_sound("out/first & snow.wav").rms, 0.005);
  /* What was done in it is kept, and asks for no other rendering. */
  ck_assert_int_eq(
    run_command("echo '<!-- mine -->' >>'out/first & snow.ardour'; "
                "'%s' sheet.ttl --make 'mix session' --out out && "
                "'%s' sheet.ttl --make 'mix session' --out out --again && "
                "tail -n 1 'out/first & snow.ardour'",
                getenv("YEOUN_RENDER"),
                getenv("YEOUN_RENDER")),
    0);
  ck_assert(log_has("1 of 1 made in out, 1 of them before"));
  ck_assert(log_has("<!-- mine -->"));
  ck_assert(log_has("is kept as it is"));
}
END_TEST

/* Comic is 0 for eight bars of 120 bpm, goes to 1 over the next eight, and
   stays there: the same bars of the same variation, before and after. The
   melody is heard alone, so that its cues can be told from sound: attacks of a
   plucked one, and how much of the time a blown one sounds. */
static const char alone[] =
  "Lyrical=0.05;Comic=0;Ambience=0;Counter level=-60;Chords level=-60;"
  "Bass level=-60;Pad level=-60;Drums level=-60;";

START_TEST(ardour_automates_the_mood)
{
  static const char *const instruments[] = {"6", "12"};
  double cue[2][2];
  for (int i = 0; i < 2; ++i) {
    ck_assert_int_eq(
      run_command("rm -rf session; YEOUN_GLIDE=16-32 "
                  "YEOUN_SET='%sMelody instrument=%s' '%s' \"$PWD\" 48",
                  alone,
                  instruments[i],
                  getenv("YEOUN_ARDOUR")),
      0);
    ck_assert(log_has("automation of Comic\t3"));
    for (int after = 0; after < 2; ++after) {
      cue[i][after] = (i ? share_of_sound : count_onsets)(
        "out.wav", 32 * after, 32 * after + 16);
    }
  }
  printf("# density %.2f attacks a second before, %.2f after; "
         "gate %.2f of the time before, %.2f after\n",
         cue[0][0],
         cue[0][1],
         cue[1][0],
         cue[1][1]);
  ck_assert_double_gt(cue[0][1], 1.3 * cue[0][0]);
  ck_assert_double_lt(cue[1][1], 0.8 * cue[1][0]);
}
END_TEST

static const char *const stems[] = {"melody.wav",
                                    "counter.wav",
                                    "chords.wav",
                                    "bass.wav",
                                    "pad.wav",
                                    "drums.wav",
                                    "room.wav"};

/* A bus a pair, each exported alone: together they are what all play, and that
   is what Yeoun Sketch plays, turned down so that its limiter rests. Each
   export starts Ardour anew, after some frames more or less in which noise and
   vibrato run on: hence the thousandth. */
/** Export the sketch, then the stems and their sum. */
static void
export_both(void)
{
  ck_assert_int_eq(run_command("YEOUN_PRESET=Chase YEOUN_SET=Level=-12 '%s' "
                               "\"$PWD\" 6 && mv out.wav sketch.wav && "
                               "rm -r session && YEOUN_PRESET=Chase "
                               "YEOUN_SET=Level=-12 '%s' \"$PWD\" 6 stems",
                               getenv("YEOUN_ARDOUR"),
                               getenv("YEOUN_ARDOUR")),
                   0);
}

START_TEST(ardour_exports_stems_to_files_of_their_own)
{
  export_both();
  /* Seen once, on a machine under heavy load, and not explained: stems and sum
     differed by 2e-3. Alone they are equal to 1e-15. */
  if (rest_of("out.wav", stems, 7) >= 1e-3) {
    ck_assert_int_eq(run_command("rm -r session"), 0);
    export_both();
  }
  unsigned sounding = 0;
  for (unsigned i = 0; i < 7; ++i) {
    const struct sound_facts stem = measure_sound(stems[i]);
    const char *const one[] = {stems[i]};
    ck_assert(stem.is_finite);
    ck_assert_double_eq_tol(stem.length_s, 6, 0.01);
    ck_assert_double_le(stem.peak, 1.0);
    sounding += stem.rms > 0.001;
    ck_assert_double_gt(rest_of("out.wav", one, 1), 0.05);
  }
  /* Silence is composed: not every lane plays in the first bars. */
  ck_assert_uint_ge(sounding, 3);
  ck_assert_double_lt(rest_of("out.wav", stems, 7), 1e-3);
  ck_assert_double_lt(rest_of("sketch.wav", stems, 7), 1e-3);
}
END_TEST

Suite *
test_suite(void)
{
  Suite *const suite = suite_create("hosts");
  TCase *const tests = tcase_create("hosts");
  const int count = (int)(sizeof(moments) / sizeof(moments[0]));
  tcase_set_timeout(tests, 120);
  tcase_add_checked_fixture(tests, set_up, remove_folder);
  tcase_add_test(tests, jalv_plays_what_yeoun_render_renders);
  tcase_add_test(tests, jalv_plays_a_sheet_as_yeoun_render_does);
  tcase_add_loop_test(
    tests, a_jalv_render_that_is_ended_leaves_nothing, 0, count);
  tcase_add_test(tests, jalv_plays_nothing_when_a_cue_cannot_be);
  tcase_add_test(tests, a_jack_server_that_is_killed_ends_jalv_within_seconds);
  tcase_add_test(tests,
                 servers_that_were_killed_do_not_keep_others_from_starting);
  tcase_add_test(tests, jalv_is_told_what_is_not_understood);
  tcase_add_test(tests, jalv_lists_and_sets_presets_at_its_prompt);
  tcase_add_test(tests, jalv_loads_a_saved_state);
  tcase_add_test(tests, jalv_follows_the_transport);
  TCase *const ardour = tcase_create("ardour");
  tcase_set_timeout(ardour, 120);
  tcase_add_checked_fixture(ardour, set_up, remove_folder);
  tcase_add_test(ardour, a_session_of_ardour_holds_a_cue);
  suite_add_tcase(suite, ardour);
  tcase_add_test(tests, ardour_loads_sets_and_exports);
  tcase_add_test(tests, ardour_automates_the_mood);
  tcase_add_test(tests, ardour_exports_stems_to_files_of_their_own);
  suite_add_tcase(suite, tests);
  return suite;
}
